//! The numbers and letters that lists show.

/// "3.", "(c)" as HTML shows it: "c.", "iii.".
pub(crate) fn label(kind: char, number: u32) -> String {
    let text = match kind {
        'a' => letters(number),
        'A' => letters(number).to_uppercase(),
        'i' => roman(number),
        'I' => roman(number).to_uppercase(),
        _ => number.to_string(),
    };
    format!("{text}.")
}

/// 1 is "a", 27 is "aa", as Word counts: the letter again.
pub(crate) fn letters(number: u32) -> String {
    let number = number.max(1) - 1;
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    let times = usize::try_from(number / 26 + 1).unwrap_or(1).min(8);
    letter.to_string().repeat(times)
}

/// 4 is "iv". Beyond 3,999 the number itself.
pub(crate) fn roman(number: u32) -> String {
    const PARTS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if !(1..4000).contains(&number) {
        return number.to_string();
    }
    let mut rest = number;
    let mut out = String::new();
    for (value, text) in PARTS {
        while rest >= value {
            out.push_str(text);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_count_in_figures_letters_and_roman() {
        assert_eq!(label('1', 12), "12.");
        assert_eq!(label('a', 3), "c.");
        assert_eq!(label('I', 4), "IV.");
        assert_eq!((letters(27), roman(1999)), ("aa".into(), "mcmxcix".into()));
    }
}
