//! How records stand in the pages round the plan: their state as a tag, a link to them, their text with its lines.

use crate::pages::records::cite;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use waymark_data::Day;
use waymark_govuk::{Content, Html, Tag};
use waymark_programme::kind::Holds;
use waymark_programme::{Record, Records};

/// A page beside the one that is shown.
pub(crate) struct Tab {
    pub(crate) name: &'static str,
    pub(crate) href: &'static str,
    pub(crate) current: bool,
}

/// The pages round the plan.
const TABS: [(&str, &str); 6] = [
    ("Plan", "/plan"),
    ("Findings", "/findings"),
    ("Inspections and visits", "/visits"),
    ("Forums and promises", "/forums"),
    ("Ofsted’s outcomes", "/ofsted"),
    ("Self-assessment", "/self-assessment"),
];

/// The pages round the plan, this one marked.
pub(crate) fn tabs(current: &str) -> Vec<Tab> {
    TABS.map(|(name, href)| Tab {
        name,
        href,
        current: href == current,
    })
    .into()
}

/// A record's state as a tag: its words say it, its colour only helps.
pub(crate) fn state_tag(record: &Record) -> Tag {
    cite::state(record.state)
}

/// A link to a record's page, by its title.
pub(crate) fn link(record: &Record) -> Html {
    Html::new(format!(
        "<a class=\"govuk-link\" href=\"{}\">{}</a>",
        href(record),
        Content::from(record.title())
    ))
}

/// Where a record is best read.
pub(crate) fn href(record: &Record) -> String {
    match record.kind.word {
        "plan-line" => format!("/plan/{}", record.id),
        "action" => format!("/actions/{}", record.id),
        "meeting" => format!("/meetings/{}", record.id),
        "paper" if crate::papers::is_own(record) => format!("/papers/{}", record.id),
        "self-assessment" => format!("/self-assessment/{}", record.id),
        _ => record.path(),
    }
}

/// A link to a plan as it is read: by priority.
pub(crate) fn plan_link(plan: &Record) -> Html {
    Html::new(format!(
        "<a class=\"govuk-link\" href=\"/plan?plan={}\">{}</a>",
        plan.id,
        Content::from(plan.title())
    ))
}

/// Text as it was written, a line to a line; a dash in words where there is none.
pub(crate) fn text(text: &str, none: &str) -> Html {
    if text.trim().is_empty() && none.is_empty() {
        return Html::default();
    }
    if text.trim().is_empty() {
        return Html::new(format!(
            "<span class=\"wm-n\">{}</span>",
            Content::from(none)
        ));
    }
    let lines: Vec<String> = text
        .trim()
        .lines()
        .map(|it| Content::from(it).to_string())
        .collect();
    Html::new(lines.join("<br>"))
}

/// Names, as in a sentence: "A, B and C".
pub(crate) fn names(names: &[String]) -> String {
    let names: Vec<&str> = names
        .iter()
        .map(|it| it.trim())
        .filter(|it| !it.is_empty())
        .collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// "due on 3 April 2018, 5 days ago", "due on 24 April 2018, in 16 days"; empty where nothing is due.
pub(crate) fn due_words(records: &Records, record: &Record, today: Day) -> String {
    records.due(record).map_or_else(String::new, |due| {
        format!("due on {}, {}", due.words(), from_today(due, today))
    })
}

/// "today", "5 days ago", "in 16 days".
pub(crate) fn from_today(day: Day, today: Day) -> String {
    match today.days_until(day) {
        0 => "today".to_owned(),
        -1 => "yesterday".to_owned(),
        1 => "tomorrow".to_owned(),
        ahead if ahead > 0 => format!("in {ahead} days"),
        behind => format!("{} days ago", -behind),
    }
}

/// What a field of choices says, as it is shown; empty where nothing is chosen.
pub(crate) fn choice<'a>(record: &'a Record, field: &str) -> &'a str {
    let word = record.text(field);
    let choices = match record.kind.field(field).map(|it| it.holds) {
        Some(Holds::Choice(choices)) => choices,
        _ => &[],
    };
    choices
        .iter()
        .find(|(known, _)| *known == word)
        .map_or(word, |(_, title)| title)
}

/// The first words of a long text, for a list to choose from.
pub(crate) fn short(text: &str) -> String {
    cite::shortened(text, 90)
}

/// A text cut to at most so many characters.
pub(crate) fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Printed numbers in their order: 2 before 10, 3 before 3a.
pub(crate) fn numbered(number: &str) -> (u32, String) {
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    (
        digits.parse().unwrap_or(u32::MAX),
        number[digits.len()..].to_owned(),
    )
}

/// A value of a query, as addresses write it.
pub(crate) fn coded(text: &str) -> String {
    text.bytes()
        .map(|it| {
            if it.is_ascii_alphanumeric() || b"-._~".contains(&it) {
                char::from(it).to_string()
            } else {
                format!("%{it:02X}")
            }
        })
        .collect()
}

/// A short mark that stands for a text where the text itself must not: what people wrote stays out of addresses.
pub(crate) fn mark(text: &str) -> String {
    let mut state = DefaultHasher::new();
    text.trim().to_lowercase().hash(&mut state);
    format!("{:010x}", state.finish() & 0xff_ffff_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_from_today() {
        let today = Day::new(2018, 4, 8).expect("a day");
        assert_eq!(from_today(today.plus_days(16), today), "in 16 days");
        assert_eq!(from_today(today.plus_days(-5), today), "5 days ago");
        assert_eq!(from_today(today.plus_days(-1), today), "yesterday");
    }

    #[test]
    fn text_of_people_stays_text() {
        assert_eq!(
            text("<b>\nsecond", "nothing").to_string(),
            "&lt;b&gt;<br>second"
        );
    }
}
