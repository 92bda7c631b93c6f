//! How numbers are written.
//!
//! One decimal, halves up. A table shows it always ("21.0%"), so that a column lines up; a sentence drops ".0" ("21%").
//! Thousands have a comma. A minus is the minus sign. A percentage that is not quite none or all is never written as
//! "0%" or "100%".

use waymark_measures::disclosure::Shown;
use waymark_measures::signals::one_decimal;

/// "1,923"; "−22".
#[must_use]
pub fn whole(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + 4);
    if number < 0 {
        out.push('\u{2212}');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "+26", "−22", "0": a change, or a net.
#[must_use]
pub fn signed(number: i64) -> String {
    if number > 0 {
        format!("+{}", whole(number))
    } else {
        whole(number)
    }
}

/// One decimal, always: "21.0", "1,234.5". For tables and axes.
#[must_use]
pub fn decimal(value: f64) -> String {
    let rounded = one_decimal(value);
    #[allow(clippy::cast_possible_truncation)] // saturates, and no figure comes near
    let tenths = ((rounded * 10.0).round() as i64).max(-i64::MAX);
    let sign = if tenths < 0 { "\u{2212}" } else { "" };
    let tenths = tenths.abs();
    format!("{sign}{}.{}", whole(tenths / 10), tenths % 10)
}

/// One decimal unless it is 0: "21", "22.1". For sentences.
#[must_use]
pub fn short(value: f64) -> String {
    let text = decimal(value);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// "21%"; "under 0.1%" and "over 99.9%" where rounding would say none or all.
#[must_use]
pub fn percent(value: f64) -> String {
    match one_decimal(value) {
        0.0 if value > 0.0 => "under 0.1%".to_owned(),
        100.0 if value < 100.0 => "over 99.9%".to_owned(),
        _ => format!("{}%", short(value)),
    }
}

/// "1 month", "7 months": the plural adds an s.
#[must_use]
pub fn counted(number: i64, one: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{} {one}{ending}", whole(number))
}

/// "seven" up to ten, then "11": for sentences.
#[must_use]
pub fn in_words(number: usize) -> String {
    const WORDS: [&str; 11] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    WORDS
        .get(number)
        .map_or_else(|| number.to_string(), |it| (*it).to_owned())
}

/// With a capital first letter, for the start of a sentence or a heading.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A suppressed or plain figure, with commas: "1,923", "21.0", "c", "k", "z".
#[must_use]
pub fn shown(figure: Shown) -> String {
    match figure {
        Shown::Number(count) => whole(i64::try_from(count).unwrap_or(i64::MAX)),
        Shown::Decimal { value, .. } => decimal(value),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_up_and_thousands_have_commas() {
        assert_eq!([decimal(21.05), decimal(1234.54)], ["21.1", "1,234.5"]);
        assert_eq!(
            [short(21.04), short(22.1), short(-0.04)],
            ["21", "22.1", "0"]
        );
        assert_eq!(
            [whole(1_234_567), whole(-22), whole(999)],
            ["1,234,567", "−22", "999"]
        );
        assert_eq!([signed(26), signed(0), signed(-3)], ["+26", "0", "−3"]);
    }

    #[test]
    fn nearly_none_is_not_none_and_nearly_all_is_not_all() {
        assert_eq!(
            [percent(0.0), percent(0.04), percent(99.96), percent(100.0)],
            ["0%", "under 0.1%", "over 99.9%", "100%"]
        );
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(
            [counted(1, "day"), counted(0, "day"), counted(1200, "day")],
            ["1 day", "0 days", "1,200 days"]
        );
    }
}
