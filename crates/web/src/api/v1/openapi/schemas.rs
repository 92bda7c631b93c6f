//! The shapes of what is sent and answered, for each kind from its fields.

use serde_json::{Map, Value, json};
use waymark_programme::check::{LINE, LIST, TEXT};
use waymark_programme::kind::{Field, Holds, Kind};
use waymark_programme::link::LINKS;
use waymark_programme::{Act, Readers, kinds::KINDS};

use crate::api::v1::sent::REASON;

/// A line that can be shown and says something.
const ONE_LINE: &str = r"^[^\u0000-\u001f\u007f-\u009f]*[^\u0000-\u001f\u007f-\u009f\s][^\u0000-\u001f\u007f-\u009f]*$";
/// The same over several lines.
const LINES: &str = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\u0000-\u001f\u007f-\u009f\s][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$";

pub(super) fn all() -> Value {
    let mut all = Map::new();
    for kind in KINDS {
        all.insert(format!("{}-new", kind.word), sent(kind, false));
        all.insert(format!("{}-edit", kind.word), sent(kind, true));
        all.insert(kind.word.to_owned(), record(kind));
        all.insert(
            format!("{}-list", kind.word),
            list(&json!({ "$ref": format!("#/components/schemas/{}", kind.word) })),
        );
    }
    for (name, schema) in shared() {
        all.insert(name.to_owned(), schema);
    }
    Value::Object(all)
}

/// What a field may hold.
fn field(field: &Field) -> Value {
    let words = |all: &[(&str, &str)]| -> Vec<Value> { all.iter().map(|it| it.0.into()).collect() };
    let one = |pattern: &str, most: usize| json!({ "type": "string", "minLength": 1, "maxLength": most, "pattern": pattern });
    let many =
        |items: Value| json!({ "type": "array", "items": items, "minItems": 1, "maxItems": LIST });
    let mut schema = match field.holds {
        Holds::Line | Holds::Area => one(ONE_LINE, LINE),
        Holds::Text => one(LINES, TEXT),
        Holds::Lines => many(one(ONE_LINE, LINE)),
        Holds::Day => json!({ "type": "string", "format": "date" }),
        Holds::Time => one("^([01][0-9]|2[0-3]):[0-5][0-9]$", 5),
        Holds::Number => one("^[0-9]{1,9}$", 9),
        Holds::Decimal => one(r"^-?[0-9]{1,12}(\.[0-9]{1,6})?$", 20),
        Holds::Choice(all) => json!({ "type": "string", "enum": words(all) }),
        Holds::Choices(all) => many(json!({ "type": "string", "enum": words(all) })),
        Holds::Email => one(
            r"^[A-Za-z0-9._-]{1,64}@[A-Za-z0-9-]{1,60}\.[A-Za-z0-9.-]{1,60}$",
            LINE,
        ),
        Holds::Address => one(r"^https?://[A-Za-z0-9./_~-]{1,200}$", LINE),
        Holds::Files => many(one("^[0-9]{1,15}$", 15)),
    };
    if matches!(field.holds, Holds::Email) {
        schema["format"] = "email".into();
    }
    schema["title"] = field.label.into();
    if !field.hint.is_empty() {
        schema["description"] = field.hint.into();
    }
    schema
}

fn example(field: &Field) -> Value {
    let one = match field.holds {
        Holds::Day => "2018-04-24",
        Holds::Time => "14:30",
        Holds::Number => "12",
        Holds::Decimal => "29.8",
        Holds::Choice(all) | Holds::Choices(all) => all.first().map_or("", |it| it.0),
        Holds::Email => "name@example.org",
        Holds::Address => "https://example.org/",
        Holds::Files => "1",
        Holds::Area => "North",
        Holds::Line | Holds::Text | Holds::Lines => field.label,
    };
    if field.holds.many() {
        json!([one])
    } else {
        one.into()
    }
}

/// What is sent to make one, or to write one whole. Files are added on a record's page, so a new one has none.
fn sent(kind: &Kind, edit: bool) -> Value {
    let known = |it: &&Field| edit || it.holds != Holds::Files;
    let properties: Map<String, Value> = kind
        .fields
        .iter()
        .filter(known)
        .map(|it| (it.name.to_owned(), field(it)))
        .collect();
    let needed: Vec<&str> = kind
        .fields
        .iter()
        .filter(|it| it.required)
        .map(|it| it.name)
        .collect();
    let first: Map<String, Value> = kind
        .fields
        .iter()
        .filter(|it| it.required)
        .map(|it| (it.name.to_owned(), example(it)))
        .collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": ["values"],
        "properties": {
            "values": {
                "type": "object",
                "additionalProperties": false,
                "required": needed,
                "properties": properties,
            },
            "readers": { "$ref": "#/components/schemas/readers" },
            "reason": { "$ref": "#/components/schemas/reason" },
            "minute": { "$ref": "#/components/schemas/minute" },
        },
        "examples": [{ "values": first }],
    })
}

/// One as it is answered.
fn record(kind: &Kind) -> Value {
    let values: Map<String, Value> = kind
        .fields
        .iter()
        .map(|it| {
            let text = json!({ "type": "string" });
            let mut schema = match it.holds {
                Holds::Day => json!({ "type": "string", "format": "date" }),
                Holds::Choice(_) | Holds::Choices(_) => field(it),
                _ if it.holds.many() => json!({ "type": "array", "items": text }),
                _ => text,
            };
            schema["title"] = it.label.into();
            (it.name.to_owned(), schema)
        })
        .collect();
    let states: Vec<&str> = kind.states.iter().map(|it| it.word).collect();
    let mut schema = object(json!({
        "id": { "$ref": "#/components/schemas/number" },
        "kind": { "const": kind.word },
        "reference": { "type": "string" },
        "title": { "type": "string" },
        "version": { "type": "integer", "minimum": 1 },
        "state": { "type": "string", "enum": states },
        "readers": { "$ref": "#/components/schemas/readers" },
        "values": { "type": "object", "additionalProperties": false, "properties": values },
        "made": { "type": "string", "format": "date-time" },
        "changed": { "type": "string", "format": "date-time" },
        "by": { "type": "string" },
        "deleted": { "type": "boolean" },
        "erased": { "type": "boolean" },
        "url": { "type": "string" },
        "page": { "type": "string" },
    }));
    schema["title"] = kind.title.into();
    schema["description"] = kind.about.into();
    schema
}

/// An object that has all of these.
fn object(properties: Value) -> Value {
    let needed: Vec<String> = properties
        .as_object()
        .map(|it| it.keys().cloned().collect())
        .unwrap_or_default();
    json!({ "type": "object", "required": needed, "properties": properties })
}

fn list(item: &Value) -> Value {
    object(json!({
        "items": { "type": "array", "items": item },
        "total": { "type": "integer", "minimum": 0 },
        "next": { "type": ["string", "null"] },
    }))
}

fn items(item: &Value) -> Value {
    object(json!({ "items": { "type": "array", "items": item } }))
}

/// An object that may have these.
fn loose(needed: &[&str], properties: Value) -> Value {
    json!({ "type": "object", "required": needed, "properties": properties })
}

fn shared() -> Vec<(&'static str, Value)> {
    let text = || json!({ "type": "string" });
    let cited = || json!({ "$ref": "#/components/schemas/cited" });
    let words = |all: Vec<&str>| json!({ "type": "string", "enum": all });
    let links = || words(LINKS.iter().map(|it| it.word).collect());
    let reason = || json!({ "type": "string", "minLength": 1, "maxLength": REASON, "pattern": LINES, "description": "Why." });
    vec![
        ("number", json!({ "type": "integer", "minimum": 1 })),
        (
            "readers",
            words(Readers::ALL.iter().map(|it| it.word()).collect()),
        ),
        ("reason", reason()),
        (
            "minute",
            json!({ "type": "integer", "minimum": 1, "description": "The number of the meeting, agenda item or resolution that decided it." }),
        ),
        (
            "why",
            json!({ "type": "object", "additionalProperties": false, "required": ["reason"], "properties": { "reason": { "$ref": "#/components/schemas/reason" } }, "examples": [{ "reason": "Entered twice" }] }),
        ),
        (
            "move",
            json!({ "type": "object", "additionalProperties": false, "properties": { "reason": { "$ref": "#/components/schemas/reason" }, "minute": { "$ref": "#/components/schemas/minute" } }, "examples": [{ "reason": "The evidence is there" }] }),
        ),
        (
            "new-link",
            json!({
                "type": "object", "additionalProperties": false, "required": ["link", "to"],
                "properties": {
                    "link": links(),
                    "to": { "type": "string", "minLength": 1, "maxLength": 100, "pattern": "^[A-Za-z0-9][A-Za-z0-9/-]{0,99}$", "description": "A record’s number or reference, or a measure’s name." },
                    "reason": { "$ref": "#/components/schemas/reason" }, "minute": { "$ref": "#/components/schemas/minute" },
                },
                "examples": [{ "link": "came-from", "to": "F-2" }],
            }),
        ),
        (
            "cited",
            object(
                json!({ "id": { "$ref": "#/components/schemas/number" }, "kind": text(), "reference": text(), "title": text(), "state": text(), "url": text() }),
            ),
        ),
        ("found", list(&cited())),
        (
            "links",
            items(&loose(
                &["link", "direction", "words"],
                json!({ "link": links(), "direction": words(vec!["out", "in"]), "words": text(), "record": cited(), "measure": text() }),
            )),
        ),
        (
            "moves",
            items(&object(
                json!({ "move": text(), "title": text(), "to": text(), "needs": { "type": "array", "items": object(json!({ "field": text(), "detail": text() })) } }),
            )),
        ),
        (
            "history",
            list(&loose(
                &["seq", "version", "act", "at", "erased", "withheld"],
                json!({
                    "seq": { "$ref": "#/components/schemas/number" }, "version": { "$ref": "#/components/schemas/number" },
                    "act": words(Act::ALL.iter().map(|it| it.word()).collect()), "at": { "type": "string", "format": "date-time" },
                    "erased": { "type": "boolean" }, "withheld": { "type": "boolean" }, "by": text(), "state": text(), "readers": { "$ref": "#/components/schemas/readers" },
                    "reason": text(), "minute": cited(), "values": { "type": "object" }, "link": text(), "record": cited(), "measure": text(),
                    "file": object(json!({ "id": { "$ref": "#/components/schemas/number" }, "name": text() })),
                }),
            )),
        ),
        (
            "thread",
            object(json!({
                "steps": { "type": "array", "items": loose(&["depth", "from", "words", "back", "date"], json!({
                    "depth": { "type": "integer", "minimum": 0 }, "from": { "type": ["integer", "null"] }, "words": text(), "back": { "type": "boolean" },
                    "date": { "type": ["string", "null"], "format": "date" }, "record": cited(), "measure": text(),
                })) },
                "more": { "type": "boolean" },
            })),
        ),
        (
            "kinds",
            items(&loose(
                &["kind", "title", "fields", "states", "moves", "links"],
                json!({
                    "kind": text(), "prefix": text(), "title": text(), "plural": text(), "about": text(), "readers": { "$ref": "#/components/schemas/readers" },
                    "fields": { "type": "array", "items": { "type": "object" } }, "states": { "type": "array", "items": { "type": "object" } },
                    "moves": { "type": "array", "items": { "type": "object" } }, "links": { "type": "array", "items": { "type": "object" } },
                    "you_may_make": { "type": "boolean" }, "url": text(),
                }),
            )),
        ),
        (
            "problem",
            loose(
                &["type", "title", "status", "detail"],
                json!({
                    "type": text(), "title": text(), "status": { "type": "integer" }, "detail": text(),
                    "errors": { "type": "array", "items": object(json!({ "field": text(), "detail": text() })) },
                    "current": { "type": "object", "description": "The version that stands, when yours was stale." },
                }),
            ),
        ),
    ]
}
