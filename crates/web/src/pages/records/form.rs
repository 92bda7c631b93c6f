//! A kind's fields as a form asks for them. Every control's name is the field's after `f-`, so that it never meets the
//! form's own (`csrf`, `read`, `reason`).

use super::areas;
use super::mistakes::wrong;
use crate::house::House;
use crate::user::User;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use waymark_data::Day;
use waymark_govuk::{
    Checkboxes, Choice, Content, DateInput, Fieldset, Html, Input, InputKind, Label, Radios,
    Select, SelectOption, Textarea,
};
use waymark_programme::kind::{Field, Holds, Kind};
use waymark_programme::{Mistake, Values};

/// The largest form of a record, in bytes: several texts of 50,000 characters, each of up to twelve bytes as a browser
/// codes it.
const LARGEST: usize = 8 * 1024 * 1024;

/// A handler that takes a record's form, which may be larger than other forms.
pub(crate) fn takes_a_record<H, T>(handler: H) -> MethodRouter<House>
where
    H: Handler<T, House>,
    T: 'static,
{
    routing::post(handler).layer(DefaultBodyLimit::max(LARGEST))
}

/// The name of a field's control; of a day, what its three boxes' names begin with.
#[must_use]
pub(crate) fn control(field: &str) -> String {
    format!("f-{field}")
}

/// Every field of a kind that a form can ask for, one component each, in the kind's order. Files are added on the
/// record's own page.
pub(crate) fn inputs(
    house: &House,
    user: &User,
    kind: &'static Kind,
    values: &Values,
    mistakes: &[Mistake],
) -> Vec<Html> {
    kind.fields
        .iter()
        .filter(|it| it.holds != Holds::Files)
        .map(|it| input(house, user, it, values, mistakes))
        .collect()
}

/// One field as its component, with what it holds and what is wrong with it.
pub(crate) fn input(
    house: &House,
    user: &User,
    field: &Field,
    values: &Values,
    mistakes: &[Mistake],
) -> Html {
    let (name, error) = (control(field.name), wrong(mistakes, field.name));
    let text = values.text(field.name);
    let label = label(field);
    let line = |kind: InputKind| {
        Input::new(name.as_str(), Label::new(label.as_str()))
            .kind(kind)
            .hint(field.hint)
            .error(error)
            .value(text)
    };
    let area = |value: String, rows: u16, hint: &str| {
        Textarea::new(name.as_str(), Label::new(label.as_str()))
            .hint(hint)
            .error(error)
            .value(value)
            .rows(rows)
    };
    match field.holds {
        Holds::Line => line(InputKind::Text).into(),
        Holds::Email => line(InputKind::Email)
            .spellcheck(Some(false))
            .autocapitalize("none")
            .into(),
        Holds::Address => line(InputKind::Url).spellcheck(Some(false)).into(),
        Holds::Number => line(InputKind::Text)
            .inputmode("numeric")
            .classes("govuk-input--width-10")
            .into(),
        Holds::Decimal => line(InputKind::Text)
            .inputmode("decimal")
            .classes("govuk-input--width-10")
            .into(),
        Holds::Time => line(InputKind::Text)
            .hint(or(field.hint, "For example, 14:30"))
            .classes("govuk-input--width-5")
            .into(),
        Holds::Text => area(text.to_owned(), rows_for(text), field.hint).into(),
        Holds::Lines => {
            let list = values.list(field.name);
            let rows = u16::try_from(list.len() + 1).unwrap_or(20).clamp(3, 20);
            area(list.join("\n"), rows, or(field.hint, "One to a line")).into()
        }
        Holds::Day => day(field, &name, &label, text, error).into(),
        Holds::Choice(choices) => {
            let items: Vec<Choice> = choices
                .iter()
                .map(|(word, shown)| Choice::new(*word, *shown))
                .collect();
            if choices.len() <= 6 {
                Radios::new(name, Fieldset::new(label), items)
                    .value(text)
                    .hint(field.hint)
                    .error(error)
                    .classes("govuk-radios--small")
                    .into()
            } else {
                let mut options = vec![SelectOption::new("", "")];
                options.extend(
                    choices
                        .iter()
                        .map(|(word, shown)| SelectOption::new(*word, *shown)),
                );
                Select::new(name, label, options)
                    .value(text)
                    .hint(field.hint)
                    .error(error)
                    .into()
            }
        }
        Holds::Choices(choices) => {
            let items: Vec<Choice> = choices
                .iter()
                .map(|(word, shown)| Choice::new(*word, *shown))
                .collect();
            Checkboxes::new(name, Fieldset::new(label), items)
                .values(values.list(field.name).to_vec())
                .hint(or(field.hint, "Choose all that apply"))
                .error(error)
                .classes("govuk-checkboxes--small")
                .into()
        }
        Holds::Area => Select::new(name, label, areas::options(house, user, text))
            .value(text)
            .hint(field.hint)
            .error(error)
            .into(),
        Holds::Files => Html::default(),
    }
}

/// Most fields may be left empty, so those that may not need no mark; the others say so.
fn label(field: &Field) -> String {
    if field.required {
        field.label.to_owned()
    } else {
        format!("{} (optional)", field.label)
    }
}

/// A day as three boxes. What was typed and is no day stands in them as it was typed.
fn day(field: &Field, name: &str, label: &str, text: &str, error: &str) -> DateInput {
    let (day, month, year) = boxes(text);
    DateInput::new(name, Fieldset::new(label))
        .hint(Content::from(or(field.hint, "For example, 31 3 2018")))
        .error(error)
        .values(&day, &month, &year)
}

/// What the three boxes of a day hold: of a day its parts, else what was typed, kept as `31/2/2018`.
#[must_use]
pub(crate) fn boxes(text: &str) -> (String, String, String) {
    if let Ok(day) = text.parse::<Day>() {
        let date = day.date();
        return (
            date.day().to_string(),
            date.month().to_string(),
            date.year().to_string(),
        );
    }
    let mut parts = text.splitn(3, '/').map(str::to_owned);
    let mut next = || parts.next().unwrap_or_default();
    (next(), next(), next())
}

/// As many rows as a text needs, within reason.
fn rows_for(text: &str) -> u16 {
    let lines: usize = text.lines().map(|it| 1 + it.chars().count() / 90).sum();
    u16::try_from(lines + 1).unwrap_or(24).clamp(4, 24)
}

fn or<'a>(text: &'a str, otherwise: &'a str) -> &'a str {
    if text.is_empty() { otherwise } else { text }
}
