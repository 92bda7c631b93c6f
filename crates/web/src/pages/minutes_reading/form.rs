//! An offer as part of a form: its tick box, its answers, and what travels along unseen.

use super::offer::{Offer, Sort, line, text};
use crate::forms::Fields;
use waymark_data::Day;
use waymark_govuk::{Checkboxes, Choice, Input, Label, Select, SelectOption, Textarea};
use waymark_programme::kind::{Field, Holds};
use waymark_programme::minutes::{Confidence, Span};
use waymark_programme::record::Value;
use waymark_programme::{Mistake, Values, check};

/// The answers that a person sees and may change, by the names of the kind's fields. The others travel unseen.
pub(super) fn asked(sort: Sort) -> &'static [&'static str] {
    match sort {
        Sort::Meeting => &["body", "date", "starts", "place", "chair"],
        Sort::Person => &["name", "role", "agency", "how"],
        Sort::Item => &["number", "title"],
        Sort::Resolution => &["verb", "text"],
        Sort::Recommendation => &["text"],
        Sort::Action => &["text", "owners", "due"],
        Sort::Promise => &["text", "said_by", "due"],
        Sort::Question => &["text", "asked_by", "answer"],
        Sort::Paper => &["title"],
    }
}

/// What an offer is called where it is ticked.
pub(super) fn called(sort: Sort) -> &'static str {
    match sort {
        Sort::Meeting => "meeting",
        Sort::Person => "person",
        Sort::Item => "item",
        Sort::Resolution => "resolution",
        Sort::Recommendation => "recommendation",
        Sort::Action => "action",
        Sort::Promise => "promise",
        Sort::Question => "question",
        Sort::Paper => "paper",
    }
}

/// How sure the reader is, in words.
pub(super) fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "Certain",
        Confidence::Probable => "Probable",
        Confidence::Suggested => "Suggested",
    }
}

/// An offer's controls, printed, and what travels along.
pub(super) struct Part {
    pub(super) tick: Checkboxes,
    pub(super) controls: Vec<String>,
    pub(super) hidden: Vec<(String, String)>,
}

/// The part of an offer, with what was wrong with its answers.
pub(super) fn part(offer: &Offer, number: usize, ticked: bool, mistakes: &[Mistake]) -> Part {
    let key = &offer.key;
    let kind = offer.sort.kind();
    let mut controls = Vec::new();
    for name in asked(offer.sort) {
        let Some(field) = kind.field(name) else {
            continue;
        };
        let wrong = mistakes.iter().find(|it| it.field == *name);
        let wrong = wrong.map(|it| it.words.clone()).unwrap_or_default();
        controls.push(control(offer, field, wrong));
    }
    let unseen = offer.values.iter();
    let unseen = unseen.filter(|(name, _)| !asked(offer.sort).contains(name));
    let mut hidden: Vec<(String, String)> = unseen
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (format!("{key}.{name}"), value.clone()))
        .collect();
    hidden.push(("key".to_owned(), key.clone()));
    hidden.push((format!("{key}.under"), offer.under.clone()));
    hidden.push((format!("{key}.sure"), sure(offer.confidence).to_owned()));
    if !offer.logged.is_empty() {
        hidden.push((format!("{key}.logged"), offer.logged.clone()));
    }
    if offer.over {
        hidden.push((format!("{key}.over"), "yes".to_owned()));
    }
    if offer.restricted {
        hidden.push((format!("{key}.restricted"), "yes".to_owned()));
    }
    for it in &offer.measures {
        hidden.push((format!("{key}.measure"), it.clone()));
    }
    let label = format!("Keep this {} ({number})", called(offer.sort));
    let tick = Checkboxes::default()
        .name("keep")
        .id_prefix(format!("keep-{key}"))
        .items(vec![Choice::new(key.clone(), label)])
        .values(if ticked {
            vec![key.clone()]
        } else {
            Vec::new()
        })
        .classes("govuk-checkboxes--small");
    Part {
        tick,
        controls,
        hidden,
    }
}

fn control(offer: &Offer, field: &'static Field, wrong: String) -> String {
    let name = format!("{}.{}", offer.key, field.name);
    let value = offer.value(field.name);
    let label = Label::new(field.label);
    match field.holds {
        Holds::Choice(choices) => {
            let none = SelectOption::new("", "Choose an answer");
            let options = choices
                .iter()
                .map(|(word, title)| SelectOption::new(*word, *title));
            Select::new(
                name,
                label,
                std::iter::once(none).chain(options).collect::<Vec<_>>(),
            )
            .value(value)
            .error(wrong)
            .to_string()
        }
        Holds::Day => Input::new(name, label)
            .hint("For example 31 3 2018")
            .value(shown_day(value))
            .error(wrong)
            .classes("govuk-input--width-10")
            .to_string(),
        Holds::Lines => Textarea::new(name, label)
            .hint("One to a line")
            .rows(2u16)
            .value(value)
            .error(wrong)
            .to_string(),
        Holds::Text => Textarea::new(name, label)
            .rows(4u16)
            .value(value)
            .error(wrong)
            .to_string(),
        Holds::Time => Input::new(name, label)
            .value(value)
            .error(wrong)
            .classes("govuk-input--width-5")
            .to_string(),
        _ if field.name == "text" => Textarea::new(name, label)
            .rows(3u16)
            .value(value)
            .error(wrong)
            .to_string(),
        _ => Input::new(name, label)
            .value(value)
            .error(wrong)
            .to_string(),
    }
}

/// The offers of a form that came back, with what a person typed over.
pub(super) fn returned(fields: &Fields) -> Vec<Offer> {
    let mut out = Vec::new();
    for key in fields.all("key") {
        let Some(sort) = Sort::of_key(key) else {
            continue;
        };
        let get = |name: &str| fields.get(&format!("{key}.{name}")).to_owned();
        let values = sort.kind().fields.iter().map(|field| {
            let typed = get(field.name);
            let value = match field.holds {
                Holds::Text => text(&typed),
                Holds::Lines => typed.replace("\r\n", "\n"),
                Holds::Day => iso_day(&typed),
                _ => line(&typed),
            };
            (field.name, value)
        });
        let measures = format!("{key}.measure");
        out.push(Offer {
            key: key.to_owned(),
            sort,
            under: get("under"),
            confidence: match get("sure").as_str() {
                "Certain" => Confidence::Certain,
                "Probable" => Confidence::Probable,
                _ => Confidence::Suggested,
            },
            at: Span::default(),
            values: values.filter(|(_, value)| !value.is_empty()).collect(),
            measures: fields.all(&measures).map(ToOwned::to_owned).collect(),
            restricted: get("restricted") == "yes",
            told: String::new(),
            logged: line(&get("logged")),
            which: get("which"),
            over: get("over") == "yes",
        });
    }
    out
}

/// What a record of this offer would hold.
pub(super) fn values(offer: &Offer) -> Values {
    let mut out = Values::new();
    for (name, value) in &offer.values {
        let lists = offer
            .sort
            .kind()
            .field(name)
            .is_some_and(|it| it.holds.many());
        if lists {
            let lines = value.lines().map(str::trim).filter(|it| !it.is_empty());
            out.set(name, Value::Many(lines.map(ToOwned::to_owned).collect()));
        } else {
            out.set(name, Value::One(value.clone()));
        }
    }
    if offer.sort == Sort::Meeting {
        let day = offer.value("date");
        let day = day
            .parse::<Day>()
            .map_or_else(|_| day.to_owned(), Day::words);
        out.set(
            "title",
            Value::One(line(&format!("{}, {day}", offer.value("body")))),
        );
    }
    out
}

/// What is wrong with an offer that is to be kept.
pub(super) fn mistakes(offer: &Offer) -> Vec<Mistake> {
    let mut found = check::check(offer.sort.kind(), &values(offer));
    if offer.sort == Sort::Meeting {
        // The title is made of the body and the day: what is wrong with it is wrong with one of these.
        found.retain(|it| it.field != "title");
    }
    found
}

/// "31 3 2018" or "31/3/2018" as a record keeps it; what is no day stays, so that it can be mended.
fn iso_day(typed: &str) -> String {
    let parts: Vec<&str> = typed
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    let day = match parts.as_slice() {
        [day, month, year] if year.len() == 4 => {
            (|| Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))()
        }
        _ => None,
    };
    day.map_or_else(|| typed.to_owned(), |it| it.to_string())
}

/// A day as its answer shows it: "31 3 2018".
fn shown_day(value: &str) -> String {
    value.parse::<Day>().map_or_else(
        |_| value.to_owned(),
        |it| {
            let date = it.date();
            format!("{} {} {}", date.day(), date.month(), date.year())
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_typed_as_people_write_them_and_kept_as_iso() {
        assert_eq!(iso_day("31 3 2018"), "2018-03-31");
        assert_eq!(iso_day("31/03/2018"), "2018-03-31");
        assert_eq!(iso_day("2018-03-31"), "2018-03-31");
        assert_eq!(iso_day("in spring"), "in spring");
        assert_eq!(shown_day("2018-03-31"), "31 3 2018");
    }
}
