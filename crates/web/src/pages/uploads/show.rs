//! One upload: did it arrive, can it be trusted, and what does it change?

use super::arrived::{Arrived, arrived};
use super::changes::{Change, changes};
use super::list::{Standing, kind_words, loaded, rows_by_table, standing};
use super::number;
use crate::checks::{Came, Checked};
use crate::clock::moment_words;
use crate::county::{ANNEX_A, County};
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::Loads;
use askama::Template;
use axum::extract::{Path, State};
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_govuk::{Cell, Html, SummaryList, SummaryRow, Table, Tag, TagColour, WarningText};
use waymark_store::{Upload, UploadId, UploadState};

#[derive(Template)]
#[template(path = "pages/uploads/show.html")]
pub(super) struct Show {
    name: String,
    id: UploadId,
    kept: bool,
    waiting: bool,
    warnings: Vec<WarningText>,
    summary: SummaryList,
    rows: Option<Table>,
    unreadable: Option<Table>,
    unreadable_cells: usize,
    columns: Vec<String>,
    notes: Vec<String>,
    checks: Option<Checks>,
    changes: Option<Changes>,
}

/// The checks, as the page shows them.
struct Checks {
    found: Option<Table>,
    not_run: Vec<String>,
    clean: usize,
}

/// What it changes, as the page shows it.
struct Changes {
    table: Option<Table>,
    rest: usize,
    same: usize,
}

pub(super) async fn show(
    Loads(_): Loads,
    State(house): State<House>,
    Path(upload): Path<String>,
) -> Result<Page<Show>, Problem> {
    let id = number(&upload)?;
    let all = house.store().uploads().await?;
    let upload = all.iter().find(|it| it.id == id).ok_or(Problem::NotFound)?;
    let kept = upload.state == UploadState::Kept;
    let read = if kept {
        Some(arrived(&house, upload).await?)
    } else {
        None
    };
    let county = house.county();
    let annex_a = upload.kind == ANNEX_A;
    let known = county.cuts.iter().any(|it| it.uploads.contains(&id))
        || county.unread.iter().any(|(it, _)| *it == id);
    let waiting = kept && annex_a && !known;
    let mut view = Show {
        name: upload.name.clone(),
        id,
        kept,
        waiting,
        warnings: Vec::new(),
        summary: SummaryList::default(),
        rows: None,
        unreadable: None,
        unreadable_cells: 0,
        columns: Vec::new(),
        notes: Vec::new(),
        checks: None,
        changes: None,
    };
    let mut why = String::new();
    match &read {
        Some(Ok(arrived)) => {
            let before = rows_before(upload, &all);
            view.warnings = warnings(upload, arrived, &before, &all);
            view.rows = Some(rows_table(arrived, &before));
            view.unreadable_cells = arrived.cells.len();
            view.unreadable = unreadable_table(arrived);
            view.columns = columns(arrived);
            view.notes = arrived.notes.iter().map(ToString::to_string).collect();
            view.checks = arrived.checks.as_ref().map(|it| checks(id, it));
            let names: Vec<&str> = arrived.tables.iter().map(|it| it.name.as_str()).collect();
            why = format!("Known by the headings of {}.", listed(&names));
        }
        Some(Err(error)) => view.warnings.push(WarningText::new(format!(
            "It can no longer be read: {error}"
        ))),
        None => {}
    }
    if kept && annex_a && !waiting {
        view.changes = what_changes(&house, &county, upload, &all).await?;
    }
    view.summary = summary(upload, standing(upload, &all), &why);
    let page = Page::new(upload.name.as_str(), view)
        .section(Section::Uploads)
        .under("Returns", "/uploads");
    Ok(if waiting {
        page.script(&super::SCRIPT_ADDRESS)
    } else {
        page
    })
}

/// Each list's rows in the latest earlier return of this kind, and that return's day.
struct Before {
    day: Day,
    rows: BTreeMap<String, (String, u64)>,
}

fn rows_before(upload: &Upload, all: &[Upload]) -> Option<Before> {
    let earlier = all.iter().filter(|it| {
        it.kind == upload.kind && it.state == UploadState::Kept && it.as_at < upload.as_at
    });
    let day = earlier.clone().map(|it| it.as_at).max()?;
    let mut rows = BTreeMap::new();
    // The newest comes first, and its lists count.
    for it in earlier.filter(|it| it.as_at == day) {
        for (name, title, count) in rows_by_table(it) {
            rows.entry(name.to_owned())
                .or_insert((title.to_owned(), count));
        }
    }
    Some(Before {
        day: Day::from(day),
        rows,
    })
}

fn rows_now(arrived: &Arrived) -> Vec<(&str, &str, u64)> {
    let mut rows: Vec<(&str, &str, u64)> = Vec::new();
    for table in &arrived.tables {
        let count = table.rows as u64;
        match rows.iter_mut().find(|(name, ..)| *name == table.name) {
            Some((.., sum)) => *sum += count,
            None => rows.push((&table.name, &table.title, count)),
        }
    }
    rows
}

/// What a person must know before anything else.
fn warnings(
    upload: &Upload,
    arrived: &Arrived,
    before: &Option<Before>,
    all: &[Upload],
) -> Vec<WarningText> {
    let mut warnings = Vec::new();
    if let Some(before) = before {
        for (name, title, now) in rows_now(arrived) {
            if let Some((_, then)) = before.rows.get(name)
                && *then >= 10
                && now * 2 <= *then
            {
                warnings.push(WarningText::new(format!(
                    "{} ({title}) has {} rows; on {} it had {}. Check that the return is whole.",
                    capital(name),
                    number_words(now),
                    before.day.words(),
                    number_words(*then)
                )));
            }
        }
    }
    warnings.extend(
        arrived
            .doubts
            .iter()
            .map(|it| WarningText::new(it.to_string())),
    );
    for other in all {
        if other.id != upload.id
            && other.sha256 == upload.sha256
            && other.state == UploadState::Kept
        {
            warnings.push(WarningText::new(format!(
                "The same files are also loaded as at {} ({}).",
                Day::from(other.as_at).words(),
                loaded(other)
            )));
        }
    }
    warnings
}

fn rows_table(arrived: &Arrived, before: &Option<Before>) -> Table {
    let now = rows_now(arrived);
    let mut head = vec![Cell::new("List"), Cell::number("Rows")];
    if let Some(before) = before {
        head.push(Cell::number(format!("On {}", before.day.words())));
        head.push(Cell::number("Difference"));
    }
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (name, title, count) in &now {
        let mut row = vec![
            Cell::new(format!("{}: {title}", capital(name))),
            Cell::number(number_words(*count)),
        ];
        if let Some(before) = before {
            let then = before.rows.get(*name).map(|(_, count)| *count);
            row.push(Cell::number(
                then.map_or_else(|| "Not there".to_owned(), number_words),
            ));
            row.push(Cell::number(
                then.map_or_else(String::new, |then| difference(then, *count)),
            ));
        }
        rows.push(row);
    }
    if let Some(before) = before {
        for (name, (title, then)) in &before.rows {
            if !now.iter().any(|(known, ..)| known == name) {
                rows.push(vec![
                    Cell::new(format!("{}: {title}", capital(name))),
                    Cell::number("Not in this upload"),
                    Cell::number(number_words(*then)),
                    Cell::number(""),
                ]);
            }
        }
    }
    Table::new("Rows of each list")
        .caption_classes("govuk-table__caption--m")
        .head(head)
        .rows(rows)
}

fn unreadable_table(arrived: &Arrived) -> Option<Table> {
    let rows: Vec<Vec<Cell>> = arrived
        .tables
        .iter()
        .flat_map(|table| {
            table.unreadable_columns.iter().map(|(column, count)| {
                vec![
                    Cell::new(capital(&table.name)),
                    Cell::new(table.place.to_string()),
                    Cell::new(column),
                    Cell::number(number_words(*count as u64)),
                ]
            })
        })
        .collect();
    (!rows.is_empty()).then(|| {
        Table::new("Cells that could not be read, by column")
            .caption_classes("govuk-table__caption--s")
            .head([
                Cell::new("List"),
                Cell::new("Where"),
                Cell::new("Column"),
                Cell::number("Cells"),
            ])
            .rows(rows)
    })
}

fn columns(arrived: &Arrived) -> Vec<String> {
    let mut lines = Vec::new();
    for table in &arrived.tables {
        let name = capital(&table.name);
        let say = |what: &str, names: &[String]| {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            format!("{name} ({}): {what} {}", table.place, listed(&names))
        };
        if !table.unknown.is_empty() {
            lines.push(say(
                "columns that are not published, left out:",
                &table.unknown,
            ));
        }
        if !table.missing.is_empty() {
            lines.push(say(
                "published columns that are not there, counted as blank:",
                &table.missing,
            ));
        }
    }
    lines
}

fn checks(id: UploadId, all: &[Checked]) -> Checks {
    let mut checks = Checks {
        found: None,
        not_run: Vec::new(),
        clean: 0,
    };
    let mut rows = Vec::new();
    for it in all {
        match &it.came {
            Came::Found(found) => {
                let colour = match it.rule.severity {
                    waymark_rules::Severity::Error => TagColour::Red,
                    waymark_rules::Severity::Query => TagColour::Yellow,
                };
                let code = it.rule.code;
                rows.push(vec![
                    Cell::new(Html::new(format!(
                        r#"<a class="govuk-link" href="/uploads/{id}/checks/{code}">{code}</a>"#
                    ))),
                    Cell::new(it.rule.message),
                    Cell::new(Html::of(&Tag::new(it.rule.severity.words()).colour(colour))),
                    Cell::number(number_words(found.len() as u64)),
                ]);
            }
            Came::Clean => checks.clean += 1,
            Came::NotRun(why) => checks
                .not_run
                .push(format!("{} {}: {why}", it.rule.code, it.rule.message)),
        }
    }
    checks.found = (!rows.is_empty()).then(|| {
        Table::new("Checks that found something")
            .caption_classes("govuk-table__caption--s")
            .head([
                Cell::new("Check"),
                Cell::new("What is wrong"),
                Cell::new("How sure"),
                Cell::number("Rows"),
            ])
            .rows(rows)
    });
    checks
}

/// What the pages showed without this upload, beside what they show with it.
async fn what_changes(
    house: &House,
    county: &County,
    upload: &Upload,
    all: &[Upload],
) -> Result<Option<Changes>, Problem> {
    let Some(at) = county
        .cuts
        .iter()
        .position(|it| it.uploads.contains(&upload.id))
    else {
        return Ok(None);
    };
    let now = &county.cuts[at];
    let older: Vec<&Upload> = all
        .iter()
        .filter(|it| now.uploads.contains(&it.id) && it.id < upload.id)
        .collect();
    let alone = county.figures_of(house.store(), &older).await?;
    let (before, from) = match (&alone, at.checked_sub(1).and_then(|it| county.cuts.get(it))) {
        (Some(figures), _) => (
            Some(figures),
            format!("{} without this upload", now.cut.as_at.words()),
        ),
        (None, Some(cut)) => (
            Some(&cut.figures),
            format!("Return of {}", cut.cut.as_at.words()),
        ),
        (None, None) => (None, "Before".to_owned()),
    };
    let (changes, same) = changes(before, Some(&now.figures));
    Ok(Some(shown(
        changes,
        same,
        from,
        format!("Return of {}", now.cut.as_at.words()),
    )))
}

/// The most changes that a page shows.
const SHOWN: usize = 15;

fn shown(mut changes: Vec<Change>, same: usize, from: String, to: String) -> Changes {
    let rest = changes.len().saturating_sub(SHOWN);
    changes.truncate(SHOWN);
    Changes {
        table: changes_table("The biggest changes", &changes, &from, &to),
        rest,
        same,
    }
}

pub(super) fn changes_table(
    caption: &str,
    changes: &[Change],
    from: &str,
    to: &str,
) -> Option<Table> {
    let none = || "No figure".to_owned();
    let rows: Vec<Vec<Cell>> = changes
        .iter()
        .map(|it| {
            vec![
                Cell::new(it.measure.title),
                Cell::new(it.before.clone().unwrap_or_else(none)),
                Cell::new(it.after.clone().unwrap_or_else(none)),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        Table::new(caption)
            .caption_classes("govuk-table__caption--s")
            .head([Cell::new("Measure"), Cell::new(from), Cell::new(to)])
            .rows(rows)
    })
}

fn summary(upload: &Upload, standing: Standing, why: &str) -> SummaryList {
    let mut rows = vec![
        SummaryRow::new(
            "Kind",
            format!("{}. {why}", kind_words(&upload.kind))
                .trim()
                .to_owned(),
        ),
        SummaryRow::new("As at", Day::from(upload.as_at).words()),
        SummaryRow::new("Looks back", format!("{} months", upload.scope_months)),
        SummaryRow::new("State", Html::of(&standing.tag())),
        SummaryRow::new("Loaded", loaded(upload)),
        SummaryRow::new(
            "Size",
            format!(
                "{} bytes in {}",
                number_words(upload.size),
                counted(upload.files, "file", "files")
            ),
        ),
        SummaryRow::new("SHA-256", upload.sha256.as_str()),
    ];
    if let UploadState::Deleted {
        at,
        by_name,
        reason,
        ..
    } = &upload.state
    {
        let by = by_name.as_deref().unwrap_or("the command line");
        rows.push(SummaryRow::new(
            "Deleted",
            format!("{} by {by}", moment_words(*at)),
        ));
        rows.push(SummaryRow::new("Why", reason.as_str()));
    }
    SummaryList::new(rows)
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    // Names such as ssd_person are names of tables: only "list 4" becomes "List 4".
    match letters.next() {
        Some(first) if text.starts_with("list ") => first.to_uppercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

/// "a, b and c".
fn listed(names: &[&str]) -> String {
    match names {
        [] => "nothing".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn number_words(number: u64) -> String {
    waymark_report::numbers::whole(i64::try_from(number).unwrap_or(i64::MAX))
}

fn counted(number: u64, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        number_words(number),
        if number == 1 { one } else { many }
    )
}

fn difference(then: u64, now: u64) -> String {
    if now >= then {
        format!("+{}", number_words(now - then))
    } else {
        format!("−{}", number_words(then - now))
    }
}
