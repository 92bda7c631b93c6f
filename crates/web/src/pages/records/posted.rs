//! A record's fields as they came back from a form.

use super::form::control;
use crate::forms::Fields;
use waymark_data::Day;
use waymark_programme::kind::{Field, Holds, Kind};
use waymark_programme::{Value, Values};

/// What a form says of every field of a kind. Files are no field of a form: what `before` says of them stays, as does
/// every name that the kind does not know.
#[must_use]
pub(crate) fn values(kind: &Kind, fields: &Fields, before: &Values) -> Values {
    let mut values = before.clone();
    for field in kind.fields {
        if field.holds != Holds::Files {
            values.set(field.name, value(field, fields));
        }
    }
    values
}

/// What a form says of one field.
#[must_use]
pub(crate) fn value(field: &Field, fields: &Fields) -> Value {
    let name = control(field.name);
    match field.holds {
        Holds::Text => Value::One(plain_breaks(fields.exact(&name)).trim_end().to_owned()),
        Holds::Lines => Value::Many(lines(fields.exact(&name))),
        Holds::Choices(_) => Value::Many(fields.all(&name).map(str::to_owned).collect()),
        Holds::Day => Value::One(day(fields, &name)),
        Holds::Time => Value::One(time(fields.get(&name))),
        _ => Value::One(fields.get(&name).to_owned()),
    }
}

/// A day from its three boxes, as it is kept: `2018-03-31`. What is no day comes back as it was typed, `31/2/2018`, so that
/// it is found wrong and shown again. Empty boxes are an empty text.
#[must_use]
pub(crate) fn day(fields: &Fields, name: &str) -> String {
    let part = |which: &str| fields.get(&format!("{name}-{which}")).to_owned();
    let (day, month, year) = (part("day"), part("month"), part("year"));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return String::new();
    }
    let real = (|| {
        let year: i16 = year.parse().ok().filter(|it| (1000..=9999).contains(it))?;
        Day::new(year, month.parse().ok()?, day.parse().ok()?)
    })();
    real.map_or_else(|| format!("{day}/{month}/{year}"), |it| it.to_string())
}

/// A time of day as it is kept, `14:30`, from how people write it: 2.30pm, 14.30, 2:30 pm, 9am. What is no time comes back
/// as it was typed.
fn time(typed: &str) -> String {
    let small: String = typed
        .to_lowercase()
        .chars()
        .filter(|it| !it.is_whitespace())
        .collect();
    let (digits, half) = match (small.strip_suffix("am"), small.strip_suffix("pm")) {
        (Some(rest), _) => (rest, Some(0)),
        (_, Some(rest)) => (rest, Some(12)),
        _ => (small.as_str(), None),
    };
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        None if half.is_some() => (digits, "00"),
        _ => return typed.to_owned(),
    };
    match (hour.parse::<u8>(), minute.parse::<u8>(), half) {
        (Ok(hour @ 1..=12), Ok(minute @ 0..60), Some(half)) => {
            format!("{:02}:{minute:02}", hour % 12 + half)
        }
        (Ok(hour @ 0..24), Ok(minute @ 0..60), None) => format!("{hour:02}:{minute:02}"),
        _ => typed.to_owned(),
    }
}

/// The lines of a list, without blanks round them and without empty ones.
#[must_use]
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Browsers end lines with two characters; one is kept.
#[must_use]
pub(crate) fn plain_breaks(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, kept) in [
            ("2.30pm", "14:30"),
            ("2:30 PM", "14:30"),
            ("9am", "09:00"),
            ("12.15am", "00:15"),
            ("12pm", "12:00"),
            ("14.30", "14:30"),
            ("9:05", "09:05"),
            ("25:00", "25:00"),
            ("13pm", "13pm"),
            ("noon", "noon"),
            ("2", "2"),
            ("", ""),
        ] {
            assert_eq!(time(typed), kept, "{typed}");
        }
    }

    #[test]
    fn a_list_has_a_line_for_each_and_none_for_blanks() {
        assert_eq!(lines(" a \r\n\r\nb\n"), ["a", "b"]);
        assert_eq!(plain_breaks("a\r\nb\rc"), "a\nb\nc");
    }
}
