//! What a program sends, read strictly: what is not understood is refused by its field, never guessed at or dropped.

use crate::api::trouble::Trouble;
use crate::house::House;
use axum::extract::{FromRequest, Request};
use axum::http::header;
use serde_json::{Map, Value as Json};
use waymark_programme::check::LIST;
use waymark_programme::{Asker, Kind, Readers, RecordId, Records, Value, Values};

/// The most that is read.
const MOST: usize = 2 * 1024 * 1024;
/// The longest a reason may be, in characters.
pub(super) const REASON: usize = 2000;

/// A JSON object that was sent, and its text.
pub(super) struct Sent {
    pub(super) text: String,
    object: Map<String, Json>,
}

impl FromRequest<House> for Sent {
    type Rejection = Trouble;

    async fn from_request(request: Request, _: &House) -> Result<Self, Trouble> {
        let is_json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|it| it.to_str().ok())
            .is_some_and(|it| {
                let kind = it.split(';').next().unwrap_or("").trim();
                kind.eq_ignore_ascii_case("application/json")
            });
        if !is_json {
            return Err(Trouble::not_json());
        }
        let bytes = axum::body::to_bytes(request.into_body(), MOST)
            .await
            .map_err(|_| Trouble::too_large())?;
        let text = String::from_utf8(bytes.to_vec())
            .map_err(|_| Trouble::not_understood("Send JSON in UTF-8."))?;
        match serde_json::from_str(&text) {
            Ok(Json::Object(object)) => Ok(Self { text, object }),
            Ok(_) => Err(Trouble::wrong("", "Send a JSON object.")),
            Err(error) => Err(Trouble::not_understood(format!(
                "This is not JSON: see line {}, column {}.",
                error.line(),
                error.column()
            ))),
        }
    }
}

type Mistakes = Vec<(String, String)>;

impl Sent {
    /// Holds it to these names.
    ///
    /// # Errors
    /// 422 for another.
    pub(super) fn only(&self, names: &[&str]) -> Result<(), Trouble> {
        if self.object.keys().all(|it| names.contains(&it.as_str())) {
            Ok(())
        } else {
            Err(Trouble::wrong(
                "",
                format!("Take out what is not one of: {}", names.join(", ")),
            ))
        }
    }

    /// A text of one line or more; empty if it was not sent.
    ///
    /// # Errors
    /// 422 if it is no text, too long, or cannot be shown.
    pub(super) fn text(&self, name: &str, most: usize) -> Result<&str, Trouble> {
        match self.object.get(name) {
            None => Ok(""),
            Some(Json::String(text)) if text.trim().is_empty() => {
                Err(Trouble::wrong(name, "Write something, or leave it out"))
            }
            Some(Json::String(text)) if text.chars().count() > most => Err(Trouble::wrong(
                name,
                format!("Shorten it to {most} characters or fewer"),
            )),
            Some(Json::String(text)) if text.chars().any(unshowable) => Err(Trouble::wrong(
                name,
                "Take out the characters that cannot be shown",
            )),
            Some(Json::String(text)) => Ok(text),
            Some(_) => Err(Trouble::wrong(name, "Send a text")),
        }
    }

    /// The meeting, item or resolution that decided it.
    ///
    /// # Errors
    /// 422 if it is none that this person may read.
    pub(super) fn minute(
        &self,
        records: &Records,
        asker: &Asker<'_>,
    ) -> Result<Option<RecordId>, Trouble> {
        let Some(sent) = self.object.get("minute") else {
            return Ok(None);
        };
        sent.as_i64()
            .map(RecordId)
            .filter(|it| {
                records
                    .get(*it)
                    .is_some_and(|it| !it.deleted && asker.may_read(it))
            })
            .map(Some)
            .ok_or_else(|| {
                Trouble::wrong(
                    "minute",
                    "Send the number of the meeting, agenda item or resolution that decided it",
                )
            })
    }

    /// Who may read it; none if it was not sent.
    ///
    /// # Errors
    /// 422 for no such circle, or one the writer is not in.
    pub(super) fn readers(&self, asker: &Asker<'_>) -> Result<Option<Readers>, Trouble> {
        let Some(sent) = self.object.get("readers") else {
            return Ok(None);
        };
        let found = sent.as_str().and_then(Readers::from_word);
        match found {
            Some(circle) if circle.include(asker.role) => Ok(Some(circle)),
            Some(_) => Err(Trouble::wrong(
                "readers",
                "Choose readers you are one of, or you could not read it yourself",
            )),
            None => Err(Trouble::wrong(
                "readers",
                "Choose restricted, board, scrutiny or public",
            )),
        }
    }

    /// What the record is to hold.
    ///
    /// # Errors
    /// 422, by field, for what is neither a text nor a list of texts where it should be, and for what says nothing.
    pub(super) fn values(&self, kind: &Kind) -> Result<Values, Trouble> {
        let Some(Json::Object(sent)) = self.object.get("values") else {
            return Err(Trouble::wrong(
                "values",
                "Send an object with what the record holds",
            ));
        };
        let mut values = Values::new();
        let mut found = Mistakes::new();
        for (name, json) in sent {
            let Some(field) = kind.field(name) else {
                let names: Vec<&str> = kind.fields.iter().map(|it| it.name).collect();
                found.push((
                    "values".to_owned(),
                    format!("Take out what is not one of: {}", names.join(", ")),
                ));
                continue;
            };
            match value(json, field.holds.many()) {
                Ok(value) => values.set(field.name, value),
                Err(words) => found.push((
                    format!("values.{}", field.name),
                    format!("{}: {words}", field.label),
                )),
            }
        }
        if found.is_empty() {
            Ok(values)
        } else {
            Err(Trouble::mistakes(&found))
        }
    }
}

fn value(json: &Json, many: bool) -> Result<Value, &'static str> {
    const EMPTY: &str = "write something, or leave the field out";
    let text = |json: &Json| match json {
        Json::String(text) if text.trim().is_empty() => Err(EMPTY),
        Json::String(text) => Ok(text.clone()),
        _ => Err("send a text; numbers and days are texts too"),
    };
    match (json, many) {
        (Json::Array(all), true) if all.is_empty() => Err(EMPTY),
        (Json::Array(all), true) if all.len() > LIST => Err("send at most 500"),
        (Json::Array(all), true) => all
            .iter()
            .map(text)
            .collect::<Result<_, _>>()
            .map(Value::Many),
        (_, true) => Err("send a list of texts"),
        (one, false) => text(one).map(Value::One),
    }
}

/// What no screen shows. Line breaks and tabs are fine.
fn unshowable(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')
}
