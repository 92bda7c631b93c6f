//! The kinds of record: what they hold, their states, moves and links, and what this person may do.

use super::shown::json;
use crate::api::door::Speaks;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Value, json};
use waymark_programme::kind::{Field, Holds, Kind};
use waymark_programme::{Asker, kinds};

/// Every kind.
pub(super) async fn all(Speaks(user): Speaks) -> Response {
    let asker = user.asker();
    let items: Vec<Value> = kinds::KINDS.iter().map(|it| told(it, &asker)).collect();
    json(StatusCode::OK, &json!({ "items": items }))
}

fn told(kind: &Kind, asker: &Asker<'_>) -> Value {
    let fields: Vec<Value> = kind.fields.iter().map(field).collect();
    let states: Vec<Value> = kind
        .states
        .iter()
        .map(|it| json!({ "state": it.word, "title": it.title, "closed": it.closed, "frozen": it.frozen }))
        .collect();
    let moves: Vec<Value> = kind
        .moves
        .iter()
        .map(|it| json!({ "move": it.word, "title": it.title, "from": it.from, "to": it.to }))
        .collect();
    let links: Vec<Value> = kind
        .links
        .iter()
        .map(|it| json!({ "link": it.link.word, "words": it.link.forwards, "to": it.to }))
        .collect();
    json!({
        "kind": kind.word,
        "prefix": kind.prefix,
        "title": kind.title,
        "plural": kind.plural,
        "about": kind.about,
        "readers": kind.readers.word(),
        "fields": fields,
        "states": states,
        "moves": moves,
        "links": links,
        "you_may_make": asker.may_make(kind),
        "url": format!("/api/v1/{}", kind.word),
    })
}

fn field(field: &Field) -> Value {
    let choices: Option<Vec<Value>> = match field.holds {
        Holds::Choice(all) | Holds::Choices(all) => Some(
            all.iter()
                .map(|(word, title)| json!({ "word": word, "title": title }))
                .collect(),
        ),
        _ => None,
    };
    json!({
        "name": field.name,
        "label": field.label,
        "hint": field.hint,
        "holds": holds(field.holds),
        "required": field.required,
        "choices": choices,
    })
}

/// What a field holds, in a word.
fn holds(holds: Holds) -> &'static str {
    match holds {
        Holds::Line => "line",
        Holds::Text => "text",
        Holds::Lines => "lines",
        Holds::Day => "day",
        Holds::Time => "time",
        Holds::Number => "number",
        Holds::Decimal => "decimal",
        Holds::Choice(_) => "choice",
        Holds::Choices(_) => "choices",
        Holds::Area => "area",
        Holds::Email => "email",
        Holds::Address => "address",
        Holds::Files => "files",
    }
}
