//! A measure's page as its definition: the words, then the worked examples that are its tests.

use waymark_govuk::{Cell, Table};
use waymark_measures::page::{self, Says};

/// A piece of the page.
pub(crate) enum Piece {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A list.
    List(Vec<String>),
}

/// A worked example.
pub(crate) struct Worked {
    /// What it is of.
    pub(crate) of: String,
    /// Its tables.
    pub(crate) tables: Vec<Table>,
    /// What the figure comes to.
    pub(crate) answer: String,
}

/// The words of a page, its title and examples apart.
pub(crate) fn words(page: &str) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut lines = page.lines().map(str::trim).peekable();
    let mut paragraph = String::new();
    let mut list: Vec<String> = Vec::new();
    let mut in_example = false;
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            in_example = false;
            out.push(Piece::Heading(heading.to_owned()));
            continue;
        }
        in_example |= line.starts_with("Example:");
        let is_words = !(line.is_empty()
            || line.starts_with(['#', '|'])
            || line.starts_with("Example:")
            || (in_example && (line.starts_with("List ") || line.starts_with("Answer:"))));
        if let Some(point) = line.strip_prefix("- ") {
            list.push(point.to_owned());
        } else if is_words && !list.is_empty() {
            // A line that goes on belongs to its point.
            if let Some(last) = list.last_mut() {
                last.push(' ');
                last.push_str(line);
            }
        } else if is_words {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
        let next_is_point = lines.peek().is_some_and(|it| it.starts_with("- "));
        if !paragraph.is_empty() && (!is_words || next_is_point || lines.peek().is_none()) {
            out.push(Piece::Paragraph(std::mem::take(&mut paragraph)));
        }
        if !list.is_empty() && (line.is_empty() || lines.peek().is_none()) {
            out.push(Piece::List(std::mem::take(&mut list)));
        }
    }
    // Headings over examples only say which variant they are of; the examples say it themselves.
    let mut kept: Vec<Piece> = Vec::new();
    for piece in out {
        if matches!(piece, Piece::Heading(_)) && matches!(kept.last(), Some(Piece::Heading(_))) {
            kept.pop();
        }
        kept.push(piece);
    }
    if matches!(kept.last(), Some(Piece::Heading(_))) {
        kept.pop();
    }
    kept
}

/// The examples of a page that are of this variant.
pub(crate) fn examples(page: &str, variant: Option<&str>) -> Vec<Worked> {
    page::examples(page)
        .into_iter()
        .filter(|(says, _)| says.variant.is_none() || says.variant.as_deref() == variant)
        .enumerate()
        .map(|(at, (says, example))| {
            let of = of(at + 1, &says);
            let tables = example.tables.iter().map(|table| {
                let title =
                    waymark_data::annex_a::list(table.list).map_or("", |it| it.title.as_str());
                let marked = table.rows.iter().any(|row| row.mark.is_some());
                let caption = format!("Example {}: list {}, {title}", at + 1, table.list);
                let mut head: Vec<Cell> = table.headings.iter().map(Cell::new).collect();
                if marked {
                    head.push(Cell::new("Counts"));
                }
                let rows = table.rows.iter().map(|row| {
                    let mut cells: Vec<Cell> = row.cells.iter().map(Cell::new).collect();
                    if marked {
                        cells.push(Cell::new(mark(row.mark.as_deref().unwrap_or(""))));
                    }
                    cells
                });
                Table::new(caption)
                    .head(head)
                    .rows(rows.collect::<Vec<_>>())
                    .classes("wm-table--compact")
            });
            Worked {
                of,
                tables: tables.collect(),
                answer: example.answer.clone(),
            }
        })
        .collect()
}

fn mark(mark: &str) -> &str {
    match mark {
        "hit" => "Yes",
        "miss" => "No",
        "" => "Not a case",
        other => other,
    }
}

fn of(number: usize, says: &Says) -> String {
    let as_at = says
        .as_at
        .parse::<waymark_data::Day>()
        .map_or_else(|_| says.as_at.clone(), waymark_data::Day::words);
    format!(
        "Example {number}: a return as at {as_at}, {}",
        period(&says.period)
    )
}

fn period(text: &str) -> String {
    let day = |text: &str| {
        text.parse::<waymark_data::Day>()
            .map_or_else(|_| text.to_owned(), waymark_data::Day::words)
    };
    match text.split_once(' ') {
        Some(("month", month)) => {
            let first = format!("{month}-01").parse::<waymark_data::Day>();
            let name = first.map_or_else(|_| month.to_owned(), |it| it.month().words());
            format!("the figure of {name}")
        }
        Some(("rolling", to)) => format!("the figure of the 12 months to {}", day(to)),
        Some(("snapshot", on)) => format!("the figure at {}", day(on)),
        _ => "the figure of the whole return".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_apart_from_the_examples() {
        let page = "# Title\n\nOne line\nand the next.\n\n- a point\n  that goes on\n- another\n\n## Heading\n\nExample: return\n\nList 4:\n\n| a |\n\nAnswer: 1\n\nAfterwards.\n";
        let told: Vec<String> = words(page)
            .iter()
            .map(|it| match it {
                Piece::Heading(text) => format!("h {text}"),
                Piece::Paragraph(text) => format!("p {text}"),
                Piece::List(points) => format!("l {}", points.join(" / ")),
            })
            .collect();
        assert_eq!(
            told,
            [
                "p One line and the next.",
                "l a point that goes on / another",
                "h Heading",
                "p Afterwards."
            ]
        );
    }

    #[test]
    fn every_measures_page_has_words() {
        for measure in waymark_measures::catalogue::all() {
            assert!(!words(measure.page).is_empty(), "{}", measure.name());
        }
    }
}
