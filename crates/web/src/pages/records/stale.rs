//! Two people wrote the same record. Both versions stand side by side, field by field, and neither is lost: what stands
//! now is in the history, and what came late is in the form until its writer has chosen.

use super::form::control;
use super::{cite, mistakes, page_at, past, shown};
use crate::clock::moment_words;
use crate::forms::Fields;
use crate::house::House;
use crate::problem::Problem;
use crate::user::User;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Button, Choice, Content, ErrorSummary, Radios};
use waymark_programme::kind::{Field, Holds};
use waymark_programme::{Mistake, Readers, Record, Value, Values};

/// The hidden field that says the writer has seen both versions and chosen.
pub(super) const SETTLED: &str = "settled";
/// What is said of who may read it has this name beside the fields' own.
const READERS: &str = "readers";

/// What somebody wrote.
#[derive(Clone)]
pub(super) struct Written {
    pub(super) readers: Readers,
    pub(super) values: Values,
}

#[derive(Template)]
#[template(path = "pages/records/stale.html")]
struct View {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    path: String,
    read: u32,
    by: String,
    at: String,
    state: String,
    too_late: bool,
    rows: Vec<Row>,
    hidden: Vec<(String, String)>,
    submit: Button,
}

/// A field in which the two differ.
struct Row {
    label: &'static str,
    was: Content,
    yours: Content,
    theirs: Content,
    choose: Option<Radios>,
}

/// Shows both versions, and asks which of each field to keep.
pub(super) async fn ask(
    house: &House,
    user: &User,
    record: &Record,
    fields: &Fields,
    mine: &Written,
    wrong: &[Mistake],
) -> Result<Response, Problem> {
    let read = super::edit::version_read(fields)?;
    // When a choice was missed the version in the form is the one that stands; the beginning is named beside it.
    let began = fields.get("began").parse().unwrap_or(read);
    let was = began_with(house, record, began).await?;
    let choose = |name: &str| fields.get(&format!("choose-{name}")).to_owned();
    let view = view(
        user,
        record,
        began,
        was.as_ref(),
        mine,
        wrong,
        Some(&choose),
    );
    let page = page_at(record, "Two versions", view);
    Ok(if wrong.is_empty() {
        page.status(StatusCode::CONFLICT).into_response()
    } else {
        page.with_mistakes().into_response()
    })
}

/// The record can no longer be changed: what they wrote is shown, to be copied.
pub(super) async fn too_late(
    house: &House,
    user: &User,
    record: &Record,
    read: u32,
    mine: &Written,
) -> Result<Response, Problem> {
    let was = began_with(house, record, read).await?;
    let view = view(user, record, read, was.as_ref(), mine, &[], None);
    Ok(page_at(record, "Two versions", view)
        .status(StatusCode::CONFLICT)
        .into_response())
}

async fn began_with(house: &House, record: &Record, read: u32) -> Result<Option<Written>, Problem> {
    let history = house.store().history_of(record.id).await?;
    Ok(past::as_of(&history, read).map(|it| Written {
        readers: it.readers,
        values: it.values,
    }))
}

/// The version with the chosen side of each field; or the fields where nothing is chosen yet.
pub(super) fn settled(
    record: &Record,
    fields: &Fields,
    mine: Written,
) -> Result<Written, (Written, Vec<Mistake>)> {
    let mut out = mine.clone();
    let mut missing = Vec::new();
    let nothing = Value::One(String::new());
    for field in record.kind.fields {
        let yours = mine.values.0.get(field.name).unwrap_or(&nothing);
        let theirs = record.values.0.get(field.name).unwrap_or(&nothing);
        if yours == theirs {
            continue;
        }
        match fields.get(&format!("choose-{}", field.name)) {
            "yours" => {}
            "theirs" => out.values.set(field.name, theirs.clone()),
            "both" => out.values.set(field.name, both(field, theirs, yours)),
            _ => missing.push(Mistake::new(
                field.name,
                format!("{}: choose which to keep", field.label),
            )),
        }
    }
    if mine.readers != record.readers {
        match fields.get("choose-readers") {
            "yours" => {}
            "theirs" => out.readers = record.readers,
            _ => missing.push(Mistake::new(
                READERS,
                "Who may read it: choose which to keep",
            )),
        }
    }
    if missing.is_empty() {
        Ok(out)
    } else {
        Err((mine, missing))
    }
}

/// One after the other: theirs, then yours; of lists, every line once.
fn both(field: &Field, theirs: &Value, yours: &Value) -> Value {
    match (theirs, yours) {
        (Value::One(theirs), Value::One(yours)) if !field.holds.many() => {
            Value::One(format!("{theirs}\n\n{yours}"))
        }
        _ => {
            let mut all: Vec<String> = Vec::new();
            for value in [theirs, yours] {
                let texts = match value {
                    Value::One(it) => std::slice::from_ref(it),
                    Value::Many(many) => many.as_slice(),
                };
                for text in texts {
                    if !text.is_empty() && !all.contains(text) {
                        all.push(text.clone());
                    }
                }
            }
            Value::Many(all)
        }
    }
}

fn view(
    user: &User,
    record: &Record,
    began: u32,
    was: Option<&Written>,
    mine: &Written,
    wrong: &[Mistake],
    choose: Option<&dyn Fn(&str) -> String>,
) -> View {
    let mut rows = Vec::new();
    for field in record.kind.fields {
        let (yours, theirs) = (
            mine.values.0.get(field.name),
            record.values.0.get(field.name),
        );
        if yours == theirs {
            continue;
        }
        let before = was.map(|it| it.values.0.get(field.name));
        let side =
            |value: Option<&Value>| value.map_or("(empty)".into(), |it| shown::value(field, it));
        rows.push(Row {
            label: field.label,
            was: before.map_or("(not kept)".into(), side),
            yours: side(yours),
            theirs: side(theirs),
            choose: choose.map(|chosen| {
                let chosen = chosen(field.name);
                let likely = likely(before, yours, theirs);
                let adds = matches!(field.holds, Holds::Text | Holds::Lines | Holds::Choices(_));
                radios(
                    field.name,
                    field.label,
                    &chosen,
                    likely,
                    adds && yours.is_some() && theirs.is_some(),
                )
                .error(mistakes::wrong(wrong, field.name))
            }),
        });
    }
    if mine.readers != record.readers {
        let before = was.map(|it| it.readers);
        rows.push(Row {
            label: "Who may read it",
            was: before.map_or("(not kept)", Readers::title).into(),
            yours: mine.readers.title().into(),
            theirs: record.readers.title().into(),
            choose: choose.map(|chosen| {
                let likely = likely(before, mine.readers, record.readers);
                radios(READERS, "Who may read it", &chosen(READERS), likely, false)
                    .error(mistakes::wrong(wrong, READERS))
            }),
        });
    }
    let links: Vec<Mistake> = wrong.to_vec();
    View {
        mistakes: (!links.is_empty()).then(|| {
            let links: Vec<waymark_govuk::ErrorLink> = links
                .iter()
                .map(|it| waymark_govuk::ErrorLink::new(&it.words, &format!("choose-{}", it.field)))
                .collect();
            ErrorSummary::new(links)
        }),
        csrf: user.csrf.clone(),
        path: record.path(),
        read: record.version,
        by: record.by.clone(),
        at: moment_words(record.changed),
        state: if record.deleted {
            "Deleted".to_owned()
        } else {
            cite::name_of(record.state)
        },
        too_late: choose.is_none(),
        rows,
        hidden: hidden(record, mine, began),
        submit: Button::new("Save what is chosen").prevent_double_click(true),
    }
}

/// Which side is likely meant: whoever changed the field; none where both did.
fn likely<T: PartialEq>(before: Option<T>, yours: T, theirs: T) -> &'static str {
    match before {
        Some(before) if before == theirs => "yours",
        Some(before) if before == yours => "theirs",
        _ => "",
    }
}

fn radios(name: &str, label: &str, chosen: &str, likely: &str, both: bool) -> Radios {
    let mut items = vec![
        Choice::new("yours", "Keep yours"),
        Choice::new("theirs", "Keep what stands now"),
    ];
    if both {
        items.push(Choice::new("both", "Keep both, theirs first"));
    }
    Radios::new(
        format!("choose-{name}"),
        waymark_govuk::Fieldset::new(format!("Which to keep: {label}"))
            .legend_classes("govuk-visually-hidden"),
        items,
    )
    .value(if chosen.is_empty() { likely } else { chosen })
    .classes("govuk-radios--small")
}

/// Everything that was written, as the form carries it on.
fn hidden(record: &Record, mine: &Written, began: u32) -> Vec<(String, String)> {
    let mut out = vec![
        (SETTLED.to_owned(), "yes".to_owned()),
        ("began".to_owned(), began.to_string()),
        (READERS.to_owned(), mine.readers.word().to_owned()),
    ];
    for field in record.kind.fields {
        let name = control(field.name);
        match (field.holds, mine.values.0.get(field.name)) {
            (Holds::Files, _) | (_, None) => {}
            (Holds::Day, Some(_)) => {
                let (day, month, year) = super::form::boxes(mine.values.text(field.name));
                for (part, value) in [("day", day), ("month", month), ("year", year)] {
                    out.push((format!("{name}-{part}"), value));
                }
            }
            (Holds::Lines, Some(Value::Many(many))) => out.push((name, many.join("\n"))),
            (_, Some(Value::Many(many))) => {
                out.extend(many.iter().map(|it| (name.clone(), it.clone())));
            }
            (_, Some(Value::One(one))) => out.push((name, one.clone())),
        }
    }
    out
}
