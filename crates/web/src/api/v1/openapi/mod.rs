//! The API as OpenAPI 3.1, made from the kinds of record: what is documented is what is there.

mod paths;
mod schemas;

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

use crate::api::trouble::SORTS;

/// Made once: kinds do not change while the program runs.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| made().to_string());

/// Anybody may read it: it holds what records may hold, and no record.
pub(super) async fn document() -> Response {
    (
        StatusCode::OK,
        [(header::CONTENT_TYPE, "application/json")],
        DOCUMENT.as_str(),
    )
        .into_response()
}

fn made() -> Value {
    json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "Waymark",
            "version": "1",
            "summary": "The records of an improvement programme, and how they hang together.",
            "description": "What you may read and write here is what your account may on the pages. Every write states the version it read. Errors are RFC 9457 problems: they name the field and what to do, and never repeat what a field held.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "tags": paths::tags(),
        "paths": paths::all(),
        "components": {
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A token you make at /api-tokens. It may do what your account may at that moment.",
                },
            },
            "parameters": parameters(),
            "responses": responses(),
            "schemas": schemas::all(),
        },
    })
}

fn parameters() -> Value {
    let number = json!({ "type": "integer", "format": "int64", "minimum": 1, "maximum": i64::MAX });
    let query = |name: &str, about: &str, schema: Value| json!({ "name": name, "in": "query", "description": about, "schema": schema });
    // Words to look for: whatever they are, they are looked for.
    let short = || json!({ "type": "string" });
    json!({
        "record": { "name": "record", "in": "path", "required": true, "description": "A record’s number.", "schema": number, "example": 31 },
        "if-none-match": { "name": "If-None-Match", "in": "header", "description": "The ETag you have: 304 if it still stands.", "schema": { "type": "string" } },
        "if-match": { "name": "If-Match", "in": "header", "required": true, "description": "The ETag of the version you read.", "schema": { "type": "string", "pattern": "^\"[0-9]{1,9}\"$" }, "example": "\"3\"" },
        "key": { "name": "Idempotency-Key", "in": "header", "description": "Two requests with the same key are one: the second is answered as the first was. Known for 72 hours.", "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,255}$" } },
        "limit": query("limit", "At most this many.", json!({ "type": "integer", "minimum": 1, "maximum": 200, "default": 50 })),
        "cursor": query("cursor", "What “next” gave.", json!({ "type": "string", "pattern": "^n[0-9]{1,18}$" })),
        "owner": query("owner", "A person, role or body among its owners, in any case.", short()),
        "area": query("area", "The name of its area.", short()),
        "changed-since": query("changed_since", "Written at this moment or later. The deleted come too, and say so.", json!({ "type": "string", "format": "date-time" })),
        "from": query("from", "Dated on this day or later.", json!({ "type": "string", "format": "date" })),
        "to": query("to", "Dated on this day or earlier.", json!({ "type": "string", "format": "date" })),
    })
}

fn responses() -> Value {
    let mut all = Map::new();
    for (word, status, title) in SORTS {
        let mut response = json!({
            "description": title,
            "content": { "application/problem+json": {
                "schema": { "$ref": "#/components/schemas/problem" },
                "example": {
                    "type": format!("/api#{word}"),
                    "title": title,
                    "status": status.as_u16(),
                    "detail": "What to do.",
                },
            } },
        });
        let header = match *word {
            "stale" => Some("ETag"),
            "too-fast" => Some("Retry-After"),
            "no-token" => Some("WWW-Authenticate"),
            _ => None,
        };
        if let Some(header) = header {
            let kind = if header == "Retry-After" {
                json!({ "type": "integer" })
            } else {
                json!({ "type": "string" })
            };
            response["headers"] = json!({ header: { "schema": kind } });
        }
        all.insert((*word).to_owned(), response);
    }
    all.insert(
        "as-you-have-it".to_owned(),
        json!({ "description": "What you have still stands", "headers": { "ETag": { "schema": { "type": "string" } } } }),
    );
    Value::Object(all)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::collections::BTreeSet;

    fn references(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(all) => {
                if let Some(Value::String(to)) = all.get("$ref") {
                    found.insert(to.clone());
                }
                all.values().for_each(|it| references(it, found));
            }
            Value::Array(all) => all.iter().for_each(|it| references(it, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere_and_every_component_is_used() {
        let document = made();
        let mut found = BTreeSet::new();
        references(&document, &mut found);
        for to in &found {
            let pointer = to.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{to}");
        }
        for sort in ["parameters", "responses", "schemas"] {
            for name in document["components"][sort].as_object().unwrap().keys() {
                let to = format!("#/components/{sort}/{name}");
                assert!(
                    found.contains(&to) || to.ends_with("responses/no-such-way"),
                    "{to} is not used"
                );
            }
        }
    }

    #[test]
    fn every_route_of_the_api_is_documented_and_no_other() {
        let document = made();
        let mut documented = BTreeSet::new();
        for (path, ways) in document["paths"].as_object().unwrap() {
            for way in ways
                .as_object()
                .unwrap()
                .keys()
                .filter(|it| *it != "parameters")
            {
                // A kind stands where the route takes any.
                let kinds = waymark_programme::kinds::KINDS;
                let mut parts: Vec<&str> = path.split('/').collect();
                if kinds.iter().any(|it| it.word == parts[3]) {
                    parts[3] = "{kind}";
                }
                let mut path = parts.join("/");
                if let Some((before, after)) = path.split_once("/moves/") {
                    assert!(!after.is_empty());
                    path = format!("{before}/moves/{{move}}");
                }
                documented.insert((way.to_uppercase(), path));
            }
        }
        let routes: BTreeSet<(String, String)> = super::super::routes()
            .known()
            .iter()
            .map(|(way, path)| (format!("{way:?}").to_uppercase(), (*path).to_owned()))
            .collect();
        assert_eq!(documented, routes);
    }

    #[test]
    fn names_of_operations_differ() {
        let document = made();
        let mut names = BTreeSet::new();
        for ways in document["paths"].as_object().unwrap().values() {
            for operation in ways.as_object().unwrap().values() {
                if let Some(name) = operation["operationId"].as_str() {
                    assert!(names.insert(name.to_owned()), "{name} twice");
                }
            }
        }
        assert!(names.len() > 100);
    }

    #[test]
    fn no_kind_has_the_name_of_another_address() {
        for word in ["kinds", "search", "thread", "openapi.json"] {
            assert!(waymark_programme::kinds::find(word).is_none());
        }
    }
}
