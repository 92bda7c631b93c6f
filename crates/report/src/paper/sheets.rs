//! A paper's tables as a workbook: a contents sheet, a sheet for each table, every figure with its definition, and what the
//! paper is.

use super::Paper;
use super::layout::{Layout, figures};
use crate::table::{Cell, Heading, Table};
use crate::xlsx::{fitting, sheet_name, write};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Url, Workbook, XlsxError};
use std::borrow::Cow;

/// The paper as a workbook (.xlsx): numbers as numbers, days as dates, words as words whatever they begin with.
///
/// # Errors
/// When a table is larger than a sheet may be (1,048,576 rows).
pub fn sheets(paper: &Paper) -> Result<Vec<u8>, XlsxError> {
    let layout = Layout::of(paper);
    let mut book = Workbook::new();
    book.set_properties(&properties(paper)?);
    let mut taken = Vec::new();
    let mut named = |wanted: &str| {
        let name = sheet_name(wanted, &taken);
        taken.push(name.clone());
        name
    };
    let contents_name = named("Contents");
    let mut contents = Table::new(
        "Contents",
        [
            "Sheet",
            "Part of the paper",
            "What it holds",
            "Chart",
            "What the chart shows",
        ]
        .map(Heading::words),
    );
    let mut row = |sheet: &str, part: &str, caption: &str, chart: String, sentence: &str| {
        let cells = [sheet, part, caption, &chart, sentence];
        contents.rows.push(cells.map(Cell::words).into());
    };
    let mut all: Vec<(String, Cow<'_, Table>)> = Vec::new();
    for (part, grid, chart) in layout.kept_tables() {
        let name = named(&format!("Table {}", grid.number));
        let drawn = chart.map_or_else(String::new, |it| {
            format!("Chart {}: {}", it.number, it.title)
        });
        let sentence = chart.map_or("", |it| &it.sentence);
        row(&name, &part.heading, &grid.caption, drawn, sentence);
        all.push((name, Cow::Borrowed(&*grid.table)));
    }
    for (wanted, table) in [("Definitions", figures(paper)), ("About", about(&layout))] {
        let name = named(wanted);
        row(&name, "", &table.caption, String::new(), "");
        all.push((name, Cow::Owned(table)));
    }
    let sheet = book.add_worksheet().set_name(&contents_name)?;
    write(sheet, &contents)?;
    for (at, (name, _)) in (1_u32..).zip(&all) {
        let there = Url::new(format!("internal:'{name}'!A1")).set_text(name);
        sheet.write_url(at, 0, there)?;
    }
    for (name, table) in &all {
        write(book.add_worksheet().set_name(name)?, table)?;
    }
    book.save_to_buffer()
}

/// What a paper is, from its heading block.
fn about(layout: &Layout<'_>) -> Table {
    let headings = [Heading::words("What"), Heading::words("Answer")];
    let mut table = Table::new("What the paper is", headings);
    let title = ("Title", layout.title);
    let facts = layout.facts.iter().map(|it| (it.0, &*it.1));
    for (what, answer) in std::iter::once(title).chain(facts) {
        table
            .rows
            .push(vec![Cell::words(what), Cell::words(answer)]);
    }
    table
}

/// Made on the paper's own day, so that the same paper gives the same bytes.
fn properties(paper: &Paper) -> Result<DocProperties, XlsxError> {
    let short = |text: &str| fitting(text).chars().take(250).collect::<String>();
    let properties = DocProperties::new()
        .set_title(short(&paper.title))
        .set_company(short(&paper.council))
        .set_comment(paper.audience.words());
    let date = paper.made_on.date();
    let year = u16::try_from(date.year()).unwrap_or(1900).max(1900);
    let parts = (u8::try_from(date.month()), u8::try_from(date.day()));
    let (month, day) = (parts.0.unwrap_or(1), parts.1.unwrap_or(1));
    let made = ExcelDateTime::from_ymd(year, month, day)?;
    Ok(properties.set_creation_datetime(&made))
}
