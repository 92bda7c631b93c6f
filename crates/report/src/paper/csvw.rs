//! A paper's tables for programs: a zip of CSV files with metadata as CSV on the Web has it (W3C, "Metadata Vocabulary for
//! Tabular Data").

use super::Paper;
use super::layout::figures::COLUMNS;
use super::layout::{Layout, figures as figures_table};
use crate::csv::{Mark, csv, harmless};
use crate::table::{Table, Value};
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeSet, HashSet};
use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// The paper as a zip: `metadata.json`, a file for each table (`table-03.csv`) and `figures.csv`.
///
/// # Errors
/// When the files cannot be packed, which takes more than 4 GB.
pub fn csvw(paper: &Paper) -> Result<Vec<u8>, ZipError> {
    let layout = Layout::of(paper);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    let mut described = Vec::new();
    let mut add = |url: &str, table: &Table, description: Map<String, Json>| {
        zip.start_file(url, options)?;
        zip.write_all(&csv(table, Mark::None))?;
        described.push(described_as(url, table, description));
        Ok::<(), ZipError>(())
    };
    for (part, grid, chart) in layout.kept_tables() {
        let mut says = Map::new();
        let title = format!("Table {}: {}", grid.number, grid.caption);
        says.insert("dc:title".into(), title.into());
        says.insert("dc:isPartOf".into(), part.heading.clone().into());
        if let Some(chart) = chart {
            let title = format!("Chart {}: {}", chart.number, chart.title);
            says.insert("dc:alternative".into(), title.into());
            says.insert("dc:description".into(), chart.sentence.clone().into());
        }
        add(&format!("table-{:02}.csv", grid.number), &grid.table, says)?;
    }
    let figures = figures_table(paper);
    let mut says = Map::new();
    says.insert("dc:title".into(), figures.caption.clone().into());
    add("figures.csv", &figures, says)?;
    if let Some(Json::Array(columns)) = described
        .last_mut()
        .and_then(|it| it.pointer_mut("/tableSchema/columns"))
    {
        for (column, (_, _, meaning)) in columns.iter_mut().zip(COLUMNS) {
            column["dc:description"] = meaning.into();
        }
    }
    let mut metadata =
        serde_json::to_vec_pretty(&group(paper, described)).expect("names are texts");
    metadata.push(b'\n');
    zip.start_file("metadata.json", options)?;
    zip.write_all(&metadata)?;
    Ok(zip.finish()?.into_inner())
}

/// What all tables have in common.
fn group(paper: &Paper, tables: Vec<Json>) -> Json {
    let returns = paper.cut.iter().map(|it| {
        let as_at = it.as_at.words();
        format!("Return as at {as_at}, sha256 {}", it.hash)
    });
    let sources: BTreeSet<&str> = paper.figures.iter().map(|it| &*it.source).collect();
    let sources = sources.into_iter().map(str::to_owned);
    json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en-GB"}],
        "dc:title": paper.title,
        "dc:description": "A text that a spreadsheet would run as a formula has an apostrophe before it, which is no part of it.",
        "dc:publisher": paper.council,
        "dc:language": "en-GB",
        "dc:date": paper.made_on.to_string(),
        "dc:temporal": paper.period,
        "dc:available": paper.as_at.to_string(),
        "dc:accessRights": paper.audience.words(),
        "dc:source": returns.chain(sources).collect::<Vec<String>>(),
        "dialect": {"encoding": "utf-8", "header": true, "lineTerminators": ["\r\n", "\n"]},
        "tables": tables,
    })
}

/// A table of the group.
fn described_as(url: &str, table: &Table, mut says: Map<String, Json>) -> Json {
    let mut taken = HashSet::new();
    let columns = table.headings.iter().enumerate().map(|(at, heading)| {
        let mut column = column(table, at);
        column.insert("name".into(), name(&heading.text, &mut taken).into());
        column.insert("titles".into(), harmless(&heading.text).into());
        Json::Object(column)
    });
    let columns: Vec<Json> = columns.collect();
    says.insert("url".into(), url.into());
    says.insert("tableSchema".into(), json!({ "columns": columns }));
    Json::Object(says)
}

/// What a column holds. One of numbers may hold marks besides ("c"), which are no values.
fn column(table: &Table, at: usize) -> Map<String, Json> {
    let cells = table.rows.iter().filter_map(|row| row.get(at));
    let (mut numbers, mut decimals, mut days, mut months) = (0, 0, 0, 0);
    let mut words = BTreeSet::new();
    for cell in cells {
        match cell.value {
            Value::Number { places, .. } => {
                numbers += 1;
                decimals = decimals.max(places);
            }
            Value::Day(_) => days += 1,
            Value::Month(_) => months += 1,
            Value::Words => {
                words.insert(cell.shown.as_str());
            }
            Value::Blank => {}
        }
    }
    let mut out = Map::new();
    let marks = words.iter().all(|it| it.chars().count() <= 2);
    let (datatype, description) = match (numbers > 0, days > 0, months > 0) {
        (true, false, false) if marks && decimals == 0 => (json!("integer"), "A whole number."),
        (true, false, false) if marks => (json!("decimal"), "A number."),
        (false, true, false) if marks => {
            let format = json!({"base": "date", "format": "yyyy-MM-dd"});
            (format, "A day.")
        }
        (false, false, true) if marks => (json!("gYearMonth"), "A month."),
        _ => {
            out.insert("datatype".into(), "string".into());
            return out;
        }
    };
    let mut description = description.to_owned();
    if !words.is_empty() {
        let mut nothing = vec![String::new()];
        nothing.extend(words.iter().map(|it| harmless(it)));
        out.insert("null".into(), nothing.into());
        if words.contains("c") {
            description
                .push_str(" c: hidden because it, or one that would give it away, is small.");
        }
    }
    out.insert("datatype".into(), datatype);
    out.insert("dc:description".into(), description.into());
    out
}

/// A column's name for programs: `late_assessments`.
fn name(heading: &str, taken: &mut HashSet<String>) -> String {
    let mut base = String::new();
    for word in heading
        .split(|it: char| !it.is_ascii_alphanumeric())
        .take(8)
    {
        if !word.is_empty() {
            base.push_str(if base.is_empty() { "" } else { "_" });
            base.extend(word.chars().take(20).map(|it| it.to_ascii_lowercase()));
        }
    }
    if base.is_empty() {
        base.push_str("column");
    }
    let mut free = base.clone();
    while !taken.insert(free.clone()) {
        free = format!("{base}_{}", taken.len() + 1);
    }
    free
}
