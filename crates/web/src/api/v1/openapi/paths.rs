//! Every way the API can be asked. Each kind has its own paths, so that a program sees what that kind holds.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};
use waymark_programme::Kind;
use waymark_programme::kinds::KINDS;

use crate::api::trouble::SORTS;

pub(super) fn tags() -> Value {
    let mut all = vec![json!({ "name": "everything", "description": "Across every kind." })];
    all.extend(
        KINDS
            .iter()
            .map(|it| json!({ "name": it.word, "description": it.about })),
    );
    all.into()
}

/// What can go wrong wherever one is signed in.
const ALWAYS: &[&str] = &[
    "not-understood",
    "no-token",
    "not-allowed",
    "not-found",
    "too-fast",
    "broken",
    "busy",
];
/// And where something is sent.
const SENDING: &[&str] = &["too-large", "not-json", "does-not-fit", "not-now"];
/// And where a version must be stated.
const VERSIONED: &[&str] = &["stale", "no-version"];

struct Operation {
    tag: &'static str,
    id: String,
    summary: String,
    parameters: Vec<Value>,
    body: Option<String>,
    done: (StatusCode, Option<String>),
    headers: &'static [&'static str],
    wrong: Vec<&'static str>,
}

impl Operation {
    fn new(tag: &'static str, id: String, summary: String, answer: &str) -> Self {
        Self {
            tag,
            id,
            summary,
            parameters: Vec::new(),
            body: None,
            done: (StatusCode::OK, Some(answer.to_owned())),
            headers: &[],
            wrong: ALWAYS.to_vec(),
        }
    }

    fn with(mut self, parameters: &[&str]) -> Self {
        self.parameters.extend(
            parameters
                .iter()
                .map(|it| json!({ "$ref": format!("#/components/parameters/{it}") })),
        );
        self
    }

    fn sends(mut self, schema: &str) -> Self {
        self.body = Some(schema.to_owned());
        self.wrong.extend(SENDING);
        self
    }

    fn versioned(mut self) -> Self {
        self.wrong.extend(VERSIONED);
        self.headers = &["ETag"];
        self.with(&["if-match"])
    }

    fn made(mut self, headers: &'static [&'static str]) -> Self {
        self.done.0 = StatusCode::CREATED;
        self.headers = headers;
        self
    }

    fn cached(mut self) -> Self {
        self.wrong.push("as-you-have-it");
        self.headers = &["ETag"];
        self.with(&["if-none-match"])
    }

    fn told(self) -> Value {
        let mut responses = Map::new();
        let mut done = json!({ "description": "Done" });
        if let Some(schema) = &self.done.1 {
            done["content"] = json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } });
        }
        if !self.headers.is_empty() {
            let headers: Map<String, Value> = self
                .headers
                .iter()
                .map(|it| ((*it).to_owned(), json!({ "schema": { "type": "string" } })))
                .collect();
            done["headers"] = headers.into();
        }
        responses.insert(self.done.0.as_str().to_owned(), done);
        for word in &self.wrong {
            let status = SORTS
                .iter()
                .find(|it| it.0 == *word)
                .map_or(StatusCode::NOT_MODIFIED, |it| it.1);
            responses.insert(
                status.as_str().to_owned(),
                json!({ "$ref": format!("#/components/responses/{word}") }),
            );
        }
        let mut told = json!({
            "tags": [self.tag],
            "operationId": self.id,
            "summary": self.summary,
            "responses": responses,
        });
        if !self.parameters.is_empty() {
            told["parameters"] = self.parameters.into();
        }
        if let Some(schema) = self.body {
            told["requestBody"] = json!({
                "required": true,
                "content": { "application/json": { "schema": { "$ref": format!("#/components/schemas/{schema}") } } },
            });
        }
        told
    }
}

pub(super) fn all() -> Value {
    let mut all = Map::new();
    everything(&mut all);
    KINDS.iter().for_each(|it| of_kind(it, &mut all));
    Value::Object(all)
}

fn everything(all: &mut Map<String, Value>) {
    let new = |id: &str, summary: &str, answer: &str| {
        Operation::new("everything", id.to_owned(), summary.to_owned(), answer)
    };
    all.insert(
        "/api/v1/openapi.json".into(),
        json!({ "get": {
            "tags": ["everything"],
            "operationId": "describe",
            "summary": "This document",
            "security": [],
            "responses": {
                "200": { "description": "Done", "content": { "application/json": { "schema": { "type": "object" } } } },
                "401": { "$ref": "#/components/responses/no-token" },
                "429": { "$ref": "#/components/responses/too-fast" },
            },
        } }),
    );
    all.insert(
        "/api/v1/kinds".into(),
        json!({ "get": new("kinds", "Every kind: fields, states, moves, links", "kinds").told() }),
    );
    let mut search = new("search", "Search every kind, newest first", "found")
        .with(&["owner", "area", "from", "to", "limit", "cursor"]);
    let words: Vec<&str> = KINDS.iter().map(|it| it.word).collect();
    search.parameters.push(json!({ "name": "q", "in": "query", "required": true, "description": "Words, each of which must be there.", "schema": { "type": "string", "minLength": 1, "maxLength": 300, "pattern": "\\S" }, "example": "threshold" }));
    search.parameters.push(json!({ "name": "kind", "in": "query", "description": "Of this kind only.", "schema": { "type": "string", "enum": words } }));
    search.parameters.push(json!({ "name": "state", "in": "query", "description": "In this state only.", "schema": { "type": "string" } }));
    search.headers = &["Link"];
    all.insert("/api/v1/search".into(), json!({ "get": search.told() }));
    let mut thread = new(
        "thread",
        "The chain round a record: where it came from and what came of it",
        "thread",
    );
    thread.parameters.push(json!({ "name": "record", "in": "path", "required": true, "description": "A record’s number or reference.", "schema": { "type": "string", "pattern": "^([A-Za-z]{1,8}-)?[0-9]{1,18}$" }, "example": "ACT-31" }));
    all.insert(
        "/api/v1/thread/{record}".into(),
        json!({ "get": thread.told() }),
    );
}

fn of_kind(kind: &'static Kind, all: &mut Map<String, Value>) {
    let (word, one, many) = (
        kind.word,
        kind.title.to_lowercase(),
        kind.plural.to_lowercase(),
    );
    let schema = |suffix: &str| format!("{word}{suffix}");
    let new = |id: &str, summary: String, answer: &str| {
        Operation::new(word, format!("{word}.{id}"), summary, answer)
    };
    let base = format!("/api/v1/{word}");

    let mut list = new("list", format!("The {many} you may read"), &schema("-list"))
        .with(&["owner", "area", "changed-since", "limit", "cursor"])
        .cached();
    let states: Vec<&str> = kind.states.iter().map(|it| it.word).collect();
    list.parameters.push(json!({ "name": "state", "in": "query", "description": "In this state only.", "schema": { "type": "string", "enum": states } }));
    list.headers = &["ETag", "Link"];
    let make = new("make", format!("Make a new {one}"), word)
        .with(&["key"])
        .sends(&schema("-new"))
        .made(&["ETag", "Location"]);
    all.insert(
        base.clone(),
        json!({ "get": list.told(), "post": make.told() }),
    );

    let at = format!("{base}/{{record}}");
    let here = || vec!["record"];
    let show = new("show", format!("One {one}"), word)
        .with(&here())
        .cached();
    let edit = new("edit", format!("Write what a {one} holds, whole"), word)
        .with(&here())
        .sends(&schema("-edit"))
        .versioned();
    let delete = new(
        "delete",
        format!("Delete a {one}: it stays, with the reason, out of every list"),
        word,
    )
    .with(&here())
    .sends("why")
    .versioned();
    all.insert(
        at.clone(),
        json!({ "get": show.told(), "put": edit.told(), "delete": delete.told() }),
    );

    let restore = new("restore", format!("Bring a deleted {one} back"), word)
        .with(&["record", "key"])
        .sends("why")
        .versioned();
    all.insert(format!("{at}/restore"), json!({ "post": restore.told() }));

    let mut history = new("history", format!("What happened to a {one}"), "history")
        .with(&["record", "limit", "cursor"]);
    history.headers = &["Link"];
    all.insert(format!("{at}/history"), json!({ "get": history.told() }));

    let moves = new(
        "moves",
        format!("The moves you may make with a {one} now"),
        "moves",
    )
    .with(&here());
    all.insert(format!("{at}/moves"), json!({ "get": moves.told() }));
    for step in kind.moves {
        let make = new(&format!("moves.{}", step.word), step.title.to_owned(), word)
            .with(&["record", "key"])
            .sends("move")
            .versioned();
        all.insert(
            format!("{at}/moves/{}", step.word),
            json!({ "post": make.told() }),
        );
    }

    let links = new("links", format!("What a {one} is linked with"), "links").with(&here());
    let link = new(
        "link",
        format!("Link a {one} to a record or a measure"),
        "links",
    )
    .with(&["record", "key"])
    .sends("new-link")
    .made(&[]);
    all.insert(
        format!("{at}/links"),
        json!({ "get": links.told(), "post": link.told() }),
    );
    let mut unlink = new("unlink", format!("Take a link of a {one} away"), word).with(&here());
    unlink.done = (StatusCode::NO_CONTENT, None);
    unlink.wrong.extend(["does-not-fit", "not-now"]);
    unlink.parameters.push(json!({ "name": "link", "in": "path", "required": true, "schema": { "type": "string", "pattern": "^[a-z-]{1,50}$" } }));
    unlink.parameters.push(json!({ "name": "end", "in": "path", "required": true, "description": "A record’s number or reference, or a measure’s name.", "schema": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,99}$" } }));
    all.insert(
        format!("{at}/links/{{link}}/{{end}}"),
        json!({ "delete": unlink.told() }),
    );
}
