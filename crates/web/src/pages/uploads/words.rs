//! Words that the pages of an upload share.

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    // Names such as ssd_person are names of tables: only "list 4" becomes "List 4".
    match letters.next() {
        Some(first) if text.starts_with("list ") => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// "a, b and c".
pub(super) fn listed(names: &[&str]) -> String {
    match names {
        [] => "nothing".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

pub(super) fn number_words(number: u64) -> String {
    waymark_report::numbers::whole(i64::try_from(number).unwrap_or(i64::MAX))
}

pub(super) fn counted(number: u64, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        number_words(number),
        if number == 1 { one } else { many }
    )
}
