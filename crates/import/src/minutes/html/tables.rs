//! Tables: the rows of people and numbers, the tables that only lay a page out, and ModernGov's table of agenda items.

use super::{Writer, is_block, moderngov};
use waymark_programme::minutes::What;

/// Writes a table row by row. A cell of one paragraph stands on a line of its own after a tab, as in printed minutes; a
/// row ends with a blank line.
pub(super) fn write(writer: &mut Writer<'_, '_>, at: usize) {
    let soup = writer.soup;
    writer.page.end_paragraph();
    let table = |name: &str| name == "table";
    for caption in soup.nearest(at, &|it| it.name == "caption", &|it| table(&it.name)) {
        writer.part(caption);
    }
    let rows = soup.nearest(at, &|it| it.name == "tr", &|it| {
        table(&it.name) || it.unseen()
    });
    for (row, tr) in rows.iter().enumerate() {
        if soup.node(*tr).unseen() {
            continue;
        }
        if let Some((number, content)) = moderngov::row(soup, *tr) {
            moderngov::write(writer, number, content);
            continue;
        }
        let cells = soup.nearest(*tr, &|it| matches!(it.name.as_str(), "td" | "th"), &|it| {
            table(&it.name)
        });
        let layout = cells.len() < 2;
        for (column, cell) in cells.iter().enumerate() {
            if soup.node(*cell).unseen() {
                continue;
            }
            writer.page.end_line();
            let from = writer.page.here();
            let simple = !layout && simple(writer, *cell);
            if simple {
                writer.page.verbatim("\t");
            }
            let before = std::mem::replace(&mut writer.one_line, simple);
            writer.inside(*cell);
            writer.one_line = before;
            if !layout {
                writer.page.mark(from, What::Cell { row, column });
            }
            writer.page.end_line();
        }
        writer.page.end_paragraph();
        // Words that stand in a row and in no cell are kept too.
        for part in soup.inside(*tr) {
            if !matches!(soup.node(part).name.as_str(), "td" | "th") && cells.is_empty() {
                writer.part(part);
            }
        }
    }
    // And those of a table that stand in no row.
    for part in soup.inside(at) {
        let node = soup.node(part);
        if node.name.is_empty() || (rows.is_empty() && node.name != "caption") {
            writer.part(part);
        }
    }
    writer.page.end_paragraph();
}

/// Whether a cell holds one paragraph at most.
fn simple(writer: &Writer<'_, '_>, cell: usize) -> bool {
    let soup = writer.soup;
    let blocks = soup.nearest(cell, &|it| is_block(&it.name), &|_| false);
    match blocks.as_slice() {
        [] => true,
        [one] => {
            soup.nearest(*one, &|it| is_block(&it.name), &|_| false)
                .is_empty()
                && matches!(soup.node(*one).name.as_str(), "p" | "div")
        }
        _ => false,
    }
}
