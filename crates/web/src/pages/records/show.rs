//! A record's page: what it holds, its state and the ways on from it, what it is linked to, its files, who wrote it last.

use super::ends::{self, Group};
use super::files::{self, Shown};
use super::found::found;
use super::{cite, shown};
use crate::clock::moment_words;
use crate::house::House;
use crate::page::Page;
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use waymark_data::Day;
use waymark_govuk::{Button, SummaryList, Tag, TagColour};
use waymark_programme::kind::{Kind, Move, Need};
use waymark_programme::link::ANY;
use waymark_programme::permit::lacking;
use waymark_programme::{Asker, Record, Records, kinds};

#[derive(Template)]
#[template(path = "pages/records/show.html")]
pub(super) struct View {
    kind: &'static Kind,
    reference: String,
    path: String,
    title: String,
    csrf: String,
    version: u32,
    state: Tag,
    late: Option<Tag>,
    deleted: bool,
    erased: bool,
    frozen: bool,
    held: SummaryList,
    empty: String,
    moves: Vec<Offer>,
    links: Vec<Group>,
    offers: Vec<(String, String)>,
    files: Vec<Shown>,
    add_file: Option<files::Form>,
    readers: &'static str,
    changed: String,
    made: String,
    edit: Option<Button>,
    may_link: bool,
    may_delete: bool,
    may_restore: bool,
    may_erase: bool,
}

/// A way on from a record's state.
pub(super) struct Offer {
    word: &'static str,
    title: &'static str,
    /// What must hold first, in words.
    missing: Vec<String>,
    /// A button that moves it at once; none where something is asked or missing.
    button: Option<Button>,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path((kind, number)): Path<(String, String)>,
) -> Result<Page<View>, Problem> {
    let records = house.records().await?;
    let record = found(&user, &records, &kind, &number)?;
    view(&house, &user, &records, record, "").await
}

/// The page, also shown again with what was wrong with a file.
pub(super) async fn view(
    house: &House,
    user: &User,
    records: &Records,
    record: &Record,
    wrong_file: &str,
) -> Result<Page<View>, Problem> {
    let asker = user.asker();
    let may_edit = asker.may_edit(record) && !record.deleted;
    let kept = house.store().files_of(record.id).await?;
    let late = records
        .days_over(record, house.today())
        .map(|days| Tag::new(format!("Overdue by {}", days_words(days))).colour(TagColour::Red));
    let view = View {
        kind: record.kind,
        reference: record.reference(),
        path: record.path(),
        title: cite::name(record),
        csrf: user.csrf.clone(),
        version: record.version,
        state: if record.is(&kinds::FINDING) {
            crate::pages::findings::answered::state(records, record)
        } else {
            cite::state(record.state)
        },
        late,
        deleted: record.deleted,
        erased: record.erased,
        frozen: record.state.frozen,
        held: shown::filled(record.kind, &record.values),
        empty: shown::empty(record.kind, &record.values),
        moves: asker
            .moves(record)
            .map(|it| offer(records, record, it, house.today()))
            .collect(),
        links: ends::groups(user, records, record),
        offers: if record.deleted || record.erased {
            Vec::new()
        } else {
            offers(&asker, record)
        },
        files: files::shown(record, &kept),
        add_file: may_edit.then(|| files::form(record.kind, wrong_file)),
        readers: record.readers.title(),
        changed: format!("{} by {}", moment_words(record.changed), record.by),
        made: moment_words(record.made),
        edit: may_edit.then(|| Button::link("Edit", format!("{}/edit", record.path())).secondary()),
        may_link: super::links::may_link(&asker, record),
        may_delete: may_edit,
        may_restore: record.deleted && asker.may_edit(record),
        may_erase: super::erase::may_erase(user) && !record.erased,
    };
    Ok(super::page_at(record, "", view))
}

fn offer(records: &Records, record: &Record, step: &'static Move, today: Day) -> Offer {
    let asks = step
        .needs
        .iter()
        .any(|it| matches!(it, Need::Reason | Need::Minute | Need::MinuteOf(_)));
    let missing = missing(records, record, step, today);
    Offer {
        word: step.word,
        title: step.title,
        button: (!asks && missing.is_empty()).then(|| {
            Button::new(step.title)
                .secondary()
                .prevent_double_click(true)
        }),
        missing,
    }
}

/// What a move needs besides what its own form asks for.
pub(super) fn missing(records: &Records, record: &Record, step: &Move, today: Day) -> Vec<String> {
    lacking(records, record, step, "", None, today)
        .into_iter()
        .filter(|it| it.field != "reason" && it.field != "minute")
        .map(|it| it.words)
        .collect()
}

/// New records this person may make already linked to this one: words and address.
fn offers(asker: &Asker<'_>, record: &Record) -> Vec<(String, String)> {
    let mut offers = Vec::new();
    for kind in kinds::KINDS.iter().filter(|it| asker.may_make(it)) {
        for may in kind.links {
            // What may lead anywhere is offered as what came of this record, and not in every other sense besides.
            let named = may.to.contains(&record.kind.word);
            let anywhere = may.to.contains(&ANY) && may.link.word == "came-from";
            if named || anywhere {
                offers.push((
                    format!("{}: {}", may.link.backwards, kind.title.to_lowercase()),
                    format!(
                        "/records/{}/new?from={}&link={}",
                        kind.word,
                        record.reference(),
                        may.link.word
                    ),
                ));
            }
        }
    }
    offers.sort();
    offers
}

/// "1 day", "12 days".
fn days_words(days: u32) -> String {
    crate::words::counted(usize::try_from(days).unwrap_or(usize::MAX), "day", "days")
}
