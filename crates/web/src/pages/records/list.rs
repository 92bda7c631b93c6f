//! The records of a kind: filtered, sorted, fifty to a page, and as a file.

use super::filter::{self, Asked, day_of};
use super::{cite, export, kind_of};
use crate::download::Kind as FileKind;
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use waymark_govuk::{Button, ErrorLink, ErrorSummary, Html, Pagination, Tag};
use waymark_programme::kind::Kind;
use waymark_programme::{Record, Records};

/// How many to a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "pages/records/list.html")]
pub(super) struct View {
    kind: &'static Kind,
    mistakes: Option<ErrorSummary>,
    add: Option<Button>,
    controls: Vec<Html>,
    show: Button,
    narrowed: bool,
    found: String,
    rows: Vec<Row>,
    pages: Option<Pagination>,
    query: String,
    empty: String,
}

struct Row {
    reference: String,
    link: Html,
    state: Tag,
    late: Option<String>,
    owners: String,
    area: String,
    day: String,
}

pub(super) async fn list(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(kind): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Page<View>, Problem> {
    let kind = kind_of(&kind)?;
    let records = house.records().await?;
    let mistakes = asked.mistakes();
    let mut found = asked.of(&user, &records, Some(kind));
    filter::sort(&records, &mut found, &asked.sort);
    let last = found.len().div_ceil(PAGE).max(1);
    let page = asked.page().min(last);
    let rows: Vec<Row> = found
        .iter()
        .skip((page - 1) * PAGE)
        .take(PAGE)
        .map(|it| row(&house, &records, it))
        .collect();
    let number = counted(
        found.len(),
        &kind.title.to_lowercase(),
        &kind.plural.to_lowercase(),
    );
    let may_make = user.asker().may_make(kind);
    let view = View {
        kind,
        mistakes: (!mistakes.is_empty()).then(|| {
            let links = mistakes
                .iter()
                .map(|(at, words)| ErrorLink::new(*words, at));
            ErrorSummary::new(links.collect::<Vec<_>>())
        }),
        add: may_make.then(|| {
            Button::link(
                format!("Add {}", with_article(kind.title)),
                format!("/records/{}/new", kind.word),
            )
        }),
        controls: filter::controls(&house, &user, Some(kind), &asked),
        show: Button::new("Show").secondary(),
        narrowed: asked.narrows(),
        found: if last > 1 {
            format!("{number}, page {page} of {last}")
        } else {
            number
        },
        empty: empty(&user, kind, &asked),
        rows,
        pages: (last > 1).then(|| {
            Pagination::pages(page, last, |it| {
                format!("/records/{}?{}", kind.word, asked.query(it))
            })
        }),
        query: asked.query(1),
    };
    let page = Page::new(kind.plural, view)
        .section(Section::Records)
        .under("Records", "/records")
        .without_data_age();
    Ok(if mistakes.is_empty() {
        page
    } else {
        page.with_mistakes()
    })
}

fn row(house: &House, records: &Records, record: &Record) -> Row {
    let day = day_of(records, record);
    Row {
        reference: record.reference(),
        link: cite::titled(record),
        state: cite::state(record.state),
        late: records.days_over(record, house.today()).map(|it| {
            let days = usize::try_from(it).unwrap_or(usize::MAX);
            format!("Overdue by {}", counted(days, "day", "days"))
        }),
        owners: record.owners().join(", "),
        area: record.area().to_owned(),
        day: day.words(),
    }
}

/// What would fill an empty list, and how.
fn empty(user: &User, kind: &'static Kind, asked: &Asked) -> String {
    let plural = kind.plural.to_lowercase();
    if asked.narrows() {
        return format!(
            "No {plural} that you may read fit what you asked for. Ask for less, or show them all."
        );
    }
    if user.asker().may_make(kind) {
        format!("There are no {plural} yet. Add the first one, or confirm minutes that name some.")
    } else {
        format!(
            "There are no {plural} yet that you may read. They are written by the people who run the board’s business, and show here once they are."
        )
    }
}

/// "an action", "a plan line".
fn with_article(title: &str) -> String {
    let title = title.to_lowercase();
    let article = if title.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {title}")
}

pub(super) async fn csv(
    reader: ReadsRecords,
    house: State<House>,
    kind: Path<String>,
    asked: Query<Asked>,
) -> Result<Response, Problem> {
    file(FileKind::Csv, reader, house, kind, asked).await
}

pub(super) async fn xlsx(
    reader: ReadsRecords,
    house: State<House>,
    kind: Path<String>,
    asked: Query<Asked>,
) -> Result<Response, Problem> {
    file(FileKind::Xlsx, reader, house, kind, asked).await
}

async fn file(
    sort: FileKind,
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(kind): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let kind = kind_of(&kind)?;
    let records = house.records().await?;
    let mut found = asked.of(&user, &records, Some(kind));
    filter::sort(&records, &mut found, &asked.sort);
    let table = export::table(&user, &records, kind, &found);
    Ok(export::file(&house, sort, kind, &table))
}
