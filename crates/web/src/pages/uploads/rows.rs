//! The rows of each list beside those of the return before, and what must be known before anything else.

use super::arrived::Arrived;
use super::list::{loaded, rows_by_table};
use super::words::{capital, number_words};
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_govuk::{Cell, Table, WarningText};
use waymark_store::{Upload, UploadState};

/// Each list's rows in the latest earlier return of this kind, and that return's day.
pub(super) struct Before {
    day: Day,
    rows: BTreeMap<String, (String, u64)>,
}

pub(super) fn rows_before(upload: &Upload, all: &[Upload]) -> Option<Before> {
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

pub(super) fn rows_now(arrived: &Arrived) -> Vec<(&str, &str, u64)> {
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
pub(super) fn warnings(
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

pub(super) fn rows_table(arrived: &Arrived, before: &Option<Before>) -> Table {
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

fn difference(then: u64, now: u64) -> String {
    if now > then {
        format!("+{}", number_words(now - then))
    } else if now == then {
        "0".to_owned()
    } else {
        format!("−{}", number_words(then - now))
    }
}
