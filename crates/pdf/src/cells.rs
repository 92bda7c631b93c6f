//! A table made to fit its page: smaller letters, then a page on its side, then in parts that each begin with the first
//! column.

use crate::fonts;
use crate::words::{Letters, breakable, letters};
use serde::Serialize;
use waymark_report::{Align, Table};

/// The width of the text on a page, in points: A4 less two margins of 20 mm; on its side.
pub(crate) const UPRIGHT: f64 = 481.0;
const SIDEWAYS: f64 = 728.0;
/// What a cell has to the left and right of its words, together.
const MARGINS: f64 = 8.0;
/// No column asks for more than this, in points.
const WIDEST: f64 = 230.0;
/// A word in a cell may break after so many letters.
const WORD: usize = 14;

/// A table that fits its page, or a part of one.
#[derive(Serialize, Debug, PartialEq)]
pub(crate) struct Fitted {
    pub(crate) caption: String,
    pub(crate) size: f64,
    pub(crate) sideways: bool,
    pub(crate) widths: Vec<f64>,
    pub(crate) headings: Vec<Head>,
    pub(crate) rows: Vec<Vec<String>>,
}

#[derive(Serialize, Debug, PartialEq, Clone)]
pub(crate) struct Head {
    pub(crate) text: String,
    pub(crate) numbers: bool,
}

/// How wide a column must and would be, in points at a size of 1 and without the cells' margins.
struct Column {
    /// With every word whole.
    least: f64,
    /// With a date or a number and its numbers, "25.5% (102 of 400)", in one line.
    easy: f64,
    /// With every cell in one line.
    wanted: f64,
}

impl Column {
    fn easy(self) -> Self {
        Self {
            least: self.easy,
            ..self
        }
    }
}

/// The table, in as few parts as fit.
pub(crate) fn fitted(caption: &str, table: &Table, allowed: Letters) -> Vec<Fitted> {
    let columns = (table.rows.iter().map(Vec::len)).fold(table.headings.len(), usize::max);
    let clean = |text: &str| breakable(&letters(text, allowed), WORD);
    let headings: Vec<Head> = (0..columns)
        .map(|at| match table.headings.get(at) {
            Some(heading) => Head {
                text: clean(&heading.text),
                numbers: heading.align == Align::Numbers,
            },
            None => Head {
                text: String::new(),
                numbers: false,
            },
        })
        .collect();
    let rows: Vec<Vec<String>> = (table.rows.iter())
        .map(|row| {
            (0..columns)
                .map(|at| row.get(at).map_or_else(String::new, |it| clean(&it.shown)))
                .collect()
        })
        .collect();
    let needs = |easy: bool| -> Vec<Column> {
        let column = |at: usize| column(&headings[at], rows.iter().map(|it| it[at].as_str()));
        let all = (0..columns).map(column);
        if easy {
            all.map(Column::easy).collect()
        } else {
            all.collect()
        }
    };
    let fits = |needs: &[Column], size: f64, room: f64| {
        (needs.iter().map(|it| it.least * size + MARGINS)).sum::<f64>() <= room
    };
    let (needs, size, room) = [
        (true, 9.0, UPRIGHT),
        (true, 8.0, UPRIGHT),
        (false, 8.0, UPRIGHT),
        (true, 8.0, SIDEWAYS),
    ]
    .into_iter()
    .map(|(easy, size, room)| (needs(easy), size, room))
    .find(|(needs, size, room)| fits(needs, *size, *room))
    .unwrap_or_else(|| (needs(false), 8.0, SIDEWAYS));
    let parts = parts(&needs, size, room);
    let many = parts.len();
    let caption = clean(caption);
    (parts.into_iter().enumerate())
        .map(|(part, mine)| {
            let mut caption = caption.clone();
            if many > 1 {
                caption = format!("{caption} (columns, part {} of {many})", part + 1);
            }
            Fitted {
                caption,
                size,
                sideways: room > UPRIGHT,
                widths: widths(&needs, &mine, size, room),
                headings: mine.iter().map(|at| headings[*at].clone()).collect(),
                rows: rows
                    .iter()
                    .map(|row| mine.iter().map(|at| row[*at].clone()).collect())
                    .collect(),
            }
        })
        .collect()
}

fn column<'a>(heading: &Head, cells: impl Iterator<Item = &'a str>) -> Column {
    let mut least = longest_word(&heading.text, true);
    // A heading may take two lines.
    let mut wanted = least.max(fonts::width(&heading.text, true) / 2.0);
    let mut easy = least;
    for cell in cells {
        let lines = cell.split('\n').map(|it| fonts::width(it, false));
        let whole = lines.fold(0.0, f64::max);
        wanted = wanted.max(whole);
        least = least.max(longest_word(cell, false).max(whole.min(6.0)));
        if whole < 11.0 {
            easy = easy.max(whole);
        }
    }
    // A little is added for what stands between letters.
    Column {
        least: least * 1.02,
        easy: easy.max(least) * 1.02,
        wanted: wanted.max(least) * 1.02,
    }
}

fn longest_word(text: &str, bold: bool) -> f64 {
    text.split(|it: char| it.is_whitespace() || it == '\u{200b}')
        .map(|it| fonts::width(it, bold))
        .fold(0.0, f64::max)
}

/// Which columns stand in which part: each part begins with the first column and holds at least one more.
fn parts(needs: &[Column], size: f64, room: f64) -> Vec<Vec<usize>> {
    let least = |at: usize| needs[at].least * size + MARGINS;
    if needs.is_empty() {
        return Vec::new();
    }
    let mut out = vec![vec![0]];
    let mut used = least(0);
    for at in 1..needs.len() {
        let current = out.last().map_or(0, Vec::len);
        if current > 1 && used + least(at) > room {
            out.push(vec![0]);
            used = least(0);
        }
        used += least(at);
        if let Some(part) = out.last_mut() {
            part.push(at);
        }
    }
    out
}

/// How wide each column of a part is set: what it must have; of what is left over dates get a line of their own first, then
/// every column what it wants.
fn widths(needs: &[Column], part: &[usize], size: f64, room: f64) -> Vec<f64> {
    let of = |which: fn(&Column) -> f64| -> Vec<f64> {
        let columns = part.iter().map(|at| &needs[*at]);
        columns.map(|it| which(it) * size + MARGINS).collect()
    };
    let least = of(|it| it.least);
    let wanted = of(|it| it.wanted);
    let wanted: Vec<f64> = (wanted.iter().zip(&least))
        .map(|(wanted, least)| wanted.min(WIDEST.max(*least)))
        .collect();
    let widths = grown(&grown(&least, &of(|it| it.easy), room), &wanted, room);
    // A column of words that would be cut short is better wider than the room than cut: nothing grows where there is no
    // room, and one column alone gets the room there is.
    let all = widths.iter().sum::<f64>();
    let squeeze = if all > room { room / all } else { 1.0 };
    (widths.iter())
        .map(|it| (it * squeeze * 10.0).floor() / 10.0)
        .collect()
}

/// Widths with each its share of the room that is left, up to what is wanted.
fn grown(widths: &[f64], wanted: &[f64], room: f64) -> Vec<f64> {
    let over = (room - widths.iter().sum::<f64>()).max(0.0);
    let more = |(wanted, width): (&f64, &f64)| (wanted - width).max(0.0);
    let all: f64 = wanted.iter().zip(widths).map(more).sum();
    let share = if all > 0.0 {
        (over / all).min(1.0)
    } else {
        0.0
    };
    (wanted.iter().zip(widths))
        .map(|it| it.1 + more(it) * share)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_report::{Cell, Heading};

    fn table(columns: usize, cell: &str) -> Table {
        let headings = (0..columns).map(|n| Heading::numbers(format!("Month {n}")));
        let mut table = Table::new("Open assessments", headings);
        table.rows = vec![(0..columns).map(|_| Cell::words(cell)).collect()];
        table
    }

    #[test]
    fn no_table_runs_off_its_page_and_no_column_is_lost() {
        for columns in 1..60 {
            for cell in [
                "12",
                "25.5% (102 of 400)",
                "a sentence of some length that may be broken",
                &"w".repeat(500),
            ] {
                let fitted = fitted("Open assessments", &table(columns, cell), Letters::All);
                let mut seen = Vec::new();
                for (part, it) in fitted.iter().enumerate() {
                    let room = if it.sideways { SIDEWAYS } else { UPRIGHT };
                    assert!(
                        it.widths.iter().sum::<f64>() <= room,
                        "{columns} columns of {cell}"
                    );
                    assert_eq!(it.widths.len(), it.headings.len());
                    assert_eq!(
                        it.headings[0].text, "Month 0",
                        "each part says what its rows are"
                    );
                    seen.extend(
                        it.headings
                            .iter()
                            .skip(usize::from(part > 0))
                            .map(|it| it.text.clone()),
                    );
                }
                let all: Vec<String> = (0..columns).map(|n| format!("Month {n}")).collect();
                assert_eq!(seen, all);
            }
        }
    }

    #[test]
    fn a_sentence_gets_the_room_that_dates_leave() {
        let sentence = "Quarterly briefing note on improvement activity and impact, February 2018";
        let date = Cell::words("28 February 2018");
        let number = Cell::words("a median of 34 working days (676 cases)");
        let mut table = table(5, "");
        table.rows = vec![vec![
            Cell::words("Median working days to complete an assessment"),
            date,
            number.clone(),
            number,
            Cell::words(sentence),
        ]];
        let fitted = &fitted("Figures that differ", &table, Letters::All)[0];
        let used: f64 = fitted.widths.iter().sum();
        assert!(UPRIGHT - used < 5.0, "{used} of {UPRIGHT}");
    }

    #[test]
    fn a_few_columns_stay_upright_and_many_turn_the_page() {
        let shape = |columns| {
            let fitted = fitted("Open assessments", &table(columns, "12"), Letters::All);
            (fitted.len(), fitted[0].sideways)
        };
        assert_eq!(shape(5), (1, false));
        assert_eq!(shape(16), (1, true));
        assert!(shape(50).0 > 1);
    }
}
