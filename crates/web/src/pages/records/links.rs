//! Linking a record to another or to a measure, and taking a link away.

use super::ends::{self, Seen};
use super::found::found;
use super::links_offered::{Says, candidates, says};
use super::{cite, mistakes, page_at};
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_govuk::{
    Button, Choice, Content, ErrorSummary, Fieldset, Html, Input, Label, Radios, Select,
    SelectOption,
};
use waymark_programme::{Asker, Change, Changes, End, Mistake, Record, RecordId, Records};

/// What a person looks for to link to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    says: String,
    q: String,
}

#[derive(Template)]
#[template(path = "pages/records/links.html")]
struct View {
    reference: String,
    path: String,
    csrf: String,
    mistakes: Option<ErrorSummary>,
    says: Select,
    search: Input,
    look: Button,
    looked: bool,
    said: String,
    to: Option<Radios>,
    link: Button,
    unlink: Option<Radios>,
    take: Button,
}

/// Whether a person may make links that begin at this record.
pub(super) fn may_link(asker: &Asker<'_>, record: &Record) -> bool {
    !record.deleted
        && !record.erased
        && (asker.may_edit(record) || record.state.frozen && asker.may_make(record.kind))
}

fn to_link<'a>(
    user: &User,
    records: &'a Records,
    kind: &str,
    number: &str,
) -> Result<&'a Record, Problem> {
    let record = found(user, records, kind, number)?;
    if may_link(&user.asker(), record) {
        Ok(record)
    } else {
        Err(Problem::NotAllowed(
            "Records like this one are linked by others.",
        ))
    }
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = to_link(&user, &records, &kind, &number)?;
    Ok(page(&user, &records, record, &asked, &[]))
}

pub(super) async fn make(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = to_link(&user, &records, &kind, &number)?;
    let asked = Asked {
        says: fields.get("says").to_owned(),
        q: fields.get("q").to_owned(),
    };
    let Some(chosen) = Says::find(&user.asker(), record, &asked.says) else {
        let words = "Choose what the link says";
        return Ok(page(
            &user,
            &records,
            record,
            &asked,
            &[Mistake::new("says", words)],
        ));
    };
    let Some(to) = end(&user, &records, fields.get("to")) else {
        let words = "Choose what to link to";
        return Ok(page(
            &user,
            &records,
            record,
            &asked,
            &[Mistake::new("to", words)],
        ));
    };
    let mut changes = Changes::by(user.author());
    match (chosen.out, &to) {
        (true, _) => changes.link(record.id, chosen.kind, to),
        (false, End::Record(other)) => changes.link(*other, chosen.kind, record.id),
        (false, End::Measure(_)) => return Err(Problem::NotUnderstood),
    }
    finish(
        &house,
        &user,
        &records,
        record,
        &asked,
        &changes,
        Notice::RecordLinked,
    )
    .await
}

pub(super) async fn unmake(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = to_link(&user, &records, &kind, &number)?;
    let asked = Asked::default();
    let found = ends::of(&records, record).find(|it| name(it) == fields.get("unlink"));
    let Some(seen) = found else {
        let words = "Choose the link to take away";
        return Ok(page(
            &user,
            &records,
            record,
            &asked,
            &[Mistake::new("unlink", words)],
        ));
    };
    let mut changes = Changes::by(user.author()).because(reason(&fields));
    changes.list.push(Change::Unlink {
        from: seen.link.from,
        kind: seen.link.kind,
        to: seen.link.to.clone(),
    });
    finish(
        &house,
        &user,
        &records,
        record,
        &asked,
        &changes,
        Notice::RecordUnlinked,
    )
    .await
}

fn reason(fields: &Fields) -> String {
    fields.get("reason").chars().take(1000).collect()
}

async fn finish(
    house: &House,
    user: &User,
    records: &Records,
    record: &Record,
    asked: &Asked,
    changes: &Changes,
    notice: Notice,
) -> Result<Response, Problem> {
    match hand_in(house, user, changes).await {
        Ok(_) => Ok(To::page(record.path()).saying(notice).into_response()),
        Err(Returned::Mistakes(mistakes)) => Ok(page(user, records, record, asked, &mistakes)),
        Err(other) => Err(other.into()),
    }
}

/// The end that a control names: a record's number or `measure:` and its id.
fn end(user: &User, records: &Records, text: &str) -> Option<End> {
    if let Some(id) = text.strip_prefix("measure:") {
        return waymark_measures::catalogue::all()
            .find(|it| it.id == id)
            .map(|it| End::Measure(it.id.to_owned()));
    }
    records
        .get(RecordId(text.parse().ok()?))
        .filter(|it| !it.deleted && user.asker().may_read(it))
        .map(|it| End::Record(it.id))
}

/// A link's name in a form.
fn name(seen: &Seen<'_>) -> String {
    format!(
        "{}~{}~{}",
        seen.link.from, seen.link.kind.word, seen.link.to
    )
}

fn page(
    user: &User,
    records: &Records,
    record: &Record,
    asked: &Asked,
    wrong: &[Mistake],
) -> Response {
    let asker = user.asker();
    let mut options = vec![SelectOption::new("", "Choose")];
    options.extend(
        says(&asker, record)
            .iter()
            .map(|it| SelectOption::new(it.value(), it.words())),
    );
    let chosen = Says::find(&asker, record, &asked.says);
    let found: Vec<Choice> = chosen
        .as_ref()
        .map(|it| candidates(&asker, records, record, it, &asked.q))
        .unwrap_or_default();
    let unlink: Vec<Choice> = ends::of(records, record)
        .filter(|it| {
            // A link that begins elsewhere is taken away by those who may change where it begins.
            it.out
                || records
                    .get(it.link.from)
                    .is_some_and(|it| may_link(&asker, it))
        })
        .filter_map(|it| {
            let words = format!("{}: {}", it.reads(), it.other_words(user, records)?);
            Some(Choice::new(name(&it), words))
        })
        .collect();
    let view = View {
        reference: record.reference(),
        path: record.path(),
        csrf: user.csrf.clone(),
        mistakes: mistakes::plain_summary(wrong, &["says", "to", "unlink"]),
        says: Select::new("says", format!("{} …", record.reference()), options)
            .value(asked.says.as_str())
            .error(mistakes::wrong(wrong, "says")),
        search: Input::new("q", Label::new("Which record or measure?"))
            .hint("Its reference, for example ACT-31, or words of its title. Leave empty to see the latest")
            .value(asked.q.as_str()),
        look: Button::new("Look for it").secondary(),
        looked: chosen.is_some(),
        said: chosen.as_ref().map_or_else(String::new, Says::words),
        to: (!found.is_empty()).then(|| {
            Radios::new("to", Fieldset::new("Link to"), found)
                .classes("govuk-radios--small")
                .error(mistakes::wrong(wrong, "to"))
        }),
        link: Button::new("Make the link").prevent_double_click(true),
        unlink: (!unlink.is_empty()).then(|| {
            Radios::new("unlink", Fieldset::new("Which link is wrong?"), unlink)
                .classes("govuk-radios--small")
                .error(mistakes::wrong(wrong, "unlink"))
        }),
        take: Button::new("Take the link away").warning(),
    };
    let page = page_at(record, "Links", view);
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

/// A record as a choice: its reference, title and state.
pub(super) fn choice(record: &Record) -> Choice {
    let words = Html::new(format!(
        "{} {} {}",
        record.reference(),
        cite::text(&cite::shortened(&cite::name(record), 160)),
        cite::state(record.state)
    ));
    Choice::new(record.id.to_string(), Content::from(words))
}
