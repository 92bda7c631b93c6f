//! Numbers of things, in words.

use waymark_report::numbers::whole;

/// "1 child", "12 children".
#[must_use]
pub fn children(number: usize) -> String {
    counted(number, "child", "children")
}

/// "1 day", "12 days": with any plural.
#[must_use]
pub fn counted(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!(
        "{} {noun}",
        whole(i64::try_from(number).unwrap_or(i64::MAX))
    )
}

/// With a capital letter, as at the start of a line.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
