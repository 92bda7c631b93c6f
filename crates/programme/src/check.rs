//! Whether what was written fits its kind.

use crate::kind::{Field, Holds, Kind};
use crate::record::{Value, Values};
use waymark_data::Day;

/// One thing that does not fit: the field, and what to do, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The field's name; empty where it is about the record as a whole.
    pub field: &'static str,
    /// What is wrong and what to do.
    pub words: String,
}

impl Mistake {
    /// About a field.
    #[must_use]
    pub fn new(field: &'static str, words: impl Into<String>) -> Self {
        Self {
            field,
            words: words.into(),
        }
    }
}

/// The longest a line may be, in characters.
pub const LINE: usize = 300;
/// The longest a text may be, in characters.
pub const TEXT: usize = 50_000;
/// The most a list may hold.
pub const LIST: usize = 500;

/// What does not fit; none if all does.
#[must_use]
pub fn check(kind: &'static Kind, values: &Values) -> Vec<Mistake> {
    let mut found: Vec<Mistake> = kind
        .fields
        .iter()
        .filter_map(|field| wrong(field, values).map(|words| Mistake::new(field.name, words)))
        .collect();
    for name in values.0.keys() {
        if kind.field(name).is_none() {
            found.push(Mistake::new(
                "",
                format!("A {} has no field “{name}”", kind.title.to_lowercase()),
            ));
        }
    }
    found
}

fn wrong(field: &Field, values: &Values) -> Option<String> {
    let label = field.label;
    let Some(value) = values.0.get(field.name).filter(|it| !it.is_empty()) else {
        return field
            .required
            .then(|| format!("{label}: this must be filled in"));
    };
    let texts: &[String] = match value {
        Value::One(one) if !field.holds.many() => std::slice::from_ref(one),
        Value::Many(many) if field.holds.many() => many,
        Value::One(_) => return Some(format!("{label}: this holds a list")),
        Value::Many(_) => return Some(format!("{label}: this holds one value, not a list")),
    };
    if texts.len() > LIST {
        return Some(format!("{label}: at most {LIST} lines"));
    }
    texts
        .iter()
        .find_map(|text| amiss(field, text))
        .map(|it| format!("{label}: {it}"))
}

/// What is wrong with one text, for this field.
fn amiss(field: &Field, text: &str) -> Option<String> {
    let say = |bad: bool, words: &str| bad.then(|| words.to_owned());
    if text
        .chars()
        .any(|it| it.is_control() && !matches!(it, '\n' | '\r' | '\t'))
    {
        return Some("take out the characters that cannot be shown".to_owned());
    }
    let longest = if field.holds == Holds::Text {
        TEXT
    } else {
        LINE
    };
    if text.chars().count() > longest {
        return Some(format!("shorten it to {longest} characters or fewer"));
    }
    match field.holds {
        Holds::Text | Holds::Lines | Holds::Area => None,
        Holds::Line => say(text.contains('\n'), "keep it to one line"),
        Holds::Day => say(
            text.parse::<Day>().is_err(),
            "write a real day, such as 31 3 2018",
        ),
        Holds::Time => say(
            jiff::civil::Time::strptime("%H:%M", text).is_err(),
            "write a time of day, such as 14:30",
        ),
        Holds::Number => say(
            text.starts_with('+') || !text.parse::<u32>().is_ok_and(|it| it <= 1_000_000_000),
            "write a whole number, such as 12",
        ),
        Holds::Decimal => say(
            text.starts_with('+') || !text.parse::<f64>().is_ok_and(f64::is_finite),
            "write a number, such as 29.8",
        ),
        Holds::Choice(choices) | Holds::Choices(choices) => say(
            !choices.iter().any(|(word, _)| *word == text),
            "choose one of the answers",
        ),
        Holds::Email => say(
            !plausible_email(text),
            "write an e-mail address, such as name@example.org",
        ),
        Holds::Address => say(
            !(text.starts_with("https://") || text.starts_with("http://"))
                || text.contains(char::is_whitespace),
            "write an address that begins with https:// or http://",
        ),
        Holds::Files => say(text.parse::<i64>().is_err(), "add the file again"),
    }
}

/// Whether a mail could be sent there: something before and after one @, and nothing that could begin another line or
/// another address.
#[must_use]
pub fn plausible_email(text: &str) -> bool {
    let good = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|it| it.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(it))
    };
    matches!(text.split_once('@'), Some((name, host)) if good(name) && good(host) && host.contains('.'))
}
