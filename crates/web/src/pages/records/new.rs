//! Writing a new record, alone or already linked to another.

use super::{choose, cite, form, kind_of, mistakes, posted, readers};
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_govuk::{Button, ErrorSummary, Html, Radios};
use waymark_programme::gate::from_to;
use waymark_programme::kind::Kind;
use waymark_programme::link::{self, LinkKind};
use waymark_programme::{Changes, Mistake, Record, Records, Values};

/// What a new record is to be linked to: `?from=F-2&link=came-from`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    from: String,
    link: String,
}

/// A link that a new record begins or ends.
struct Linked<'a> {
    other: &'a Record,
    kind: &'static LinkKind,
    /// Whether it begins at the new record.
    out: bool,
}

#[derive(Template)]
#[template(path = "pages/records/new.html")]
struct Form {
    kind: &'static Kind,
    mistakes: Option<ErrorSummary>,
    csrf: String,
    linked: Option<(&'static str, Html)>,
    from: String,
    link: String,
    inputs: Vec<Html>,
    readers: Radios,
    submit: Button,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(kind): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let kind = may_make(&user, &kind)?;
    let records = house.records().await?;
    let linked = linked(&user, &records, kind, &asked.from, &asked.link);
    Ok(page(&house, &user, kind, linked.as_ref(), None, &[]))
}

pub(super) async fn make(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(kind): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let kind = may_make(&user, &kind)?;
    let records = house.records().await?;
    let linked = linked(
        &user,
        &records,
        kind,
        fields.get("from"),
        fields.get("link"),
    );
    let values = posted::values(kind, &fields, &Values::new());
    let mut changes = Changes::by(user.author());
    let new = changes.make_as(
        kind,
        kind.states[0].word,
        readers::chosen(&user, &fields, kind.readers),
        values,
    );
    if let Some(linked) = &linked {
        if linked.out {
            changes.link(new, linked.kind, linked.other.id);
        } else {
            changes.link(linked.other.id, linked.kind, new);
        }
    }
    match hand_in(&house, &user, &changes).await {
        Ok(kept) => {
            let path = format!("/records/{}/{}", kind.word, kept.number(new));
            Ok(To::page(path).saying(Notice::RecordMade).into_response())
        }
        Err(Returned::Mistakes(mistakes)) => Ok(page(
            &house,
            &user,
            kind,
            linked.as_ref(),
            Some(&fields),
            &mistakes,
        )),
        Err(other) => Err(other.into()),
    }
}

fn may_make(user: &User, kind: &str) -> Result<&'static Kind, Problem> {
    let kind = kind_of(kind)?;
    if user.asker().may_make(kind) {
        Ok(kind)
    } else {
        Err(Problem::NotAllowed(
            "Records of this kind are written by others.",
        ))
    }
}

/// The record that an address names and how the new one may be linked to it; none where they cannot be.
fn linked<'a>(
    user: &User,
    records: &'a Records,
    kind: &'static Kind,
    from: &str,
    word: &str,
) -> Option<Linked<'a>> {
    let other = choose::named(&user.asker(), records, from)?;
    let said = link::find(word)?;
    let out = from_to(kind, said, Some(other.kind));
    (out || from_to(other.kind, said, Some(kind))).then_some(Linked {
        other,
        kind: said,
        out,
    })
}

fn page(
    house: &House,
    user: &User,
    kind: &'static Kind,
    linked: Option<&Linked<'_>>,
    typed: Option<&Fields>,
    wrong: &[Mistake],
) -> Response {
    let values = match (typed, linked) {
        (Some(fields), _) => posted::values(kind, fields, &Values::new()),
        (None, Some(linked)) => inherited(kind, linked.other),
        (None, None) => Values::new(),
    };
    let view = Form {
        kind,
        mistakes: mistakes::summary(kind, wrong),
        csrf: user.csrf.clone(),
        linked: linked.map(|it| {
            let reads = if it.out {
                it.kind.forwards
            } else {
                it.kind.backwards
            };
            (reads, cite::link(it.other))
        }),
        from: linked.map_or_else(String::new, |it| it.other.reference()),
        link: linked.map_or_else(String::new, |it| it.kind.word.to_owned()),
        inputs: form::inputs(house, user, kind, &values, wrong),
        readers: readers::question(
            user,
            typed.map_or(kind.readers, |it| readers::chosen(user, it, kind.readers)),
        ),
        submit: Button::new("Save").prevent_double_click(true),
    };
    let page = Page::new(format!("New {}", kind.title.to_lowercase()), view)
        .section(Section::Records)
        .under("Records", "/records")
        .under(kind.plural, format!("/records/{}", kind.word));
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

/// What a new record may take over from the one it is linked to: the area.
fn inherited(kind: &Kind, other: &Record) -> Values {
    let area = waymark_programme::kind::AREA;
    if kind.field(area).is_some() {
        Values::new().with(area, other.area())
    } else {
        Values::new()
    }
}
