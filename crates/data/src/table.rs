//! The published tables of a return, and one of them as it was read.

use crate::answers::{Answer, Answers};
use crate::field::{Field, Raw, day_in, trimmed};
use crate::{Day, Word, Words};

/// What a column's cells hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Any text.
    Text,
    /// The id of a child or an adopter; compared without case and without a trailing `.0` on digits.
    Id,
    /// A day.
    Date,
    /// 0 or more, without a fraction ("2.0" is 2).
    Whole,
    /// Years of age, where a fraction is allowed and only its whole part counts.
    Age,
    /// Any number.
    Number,
    /// A code, or words that come to one.
    Answer,
}

/// A published column.
#[derive(Debug)]
pub struct ColumnSpec {
    /// Its heading, as published.
    pub name: String,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether the publisher lets it be empty.
    pub may_be_blank: bool,
    /// What a category cell may say.
    pub answers: Option<&'static Answers>,
}

/// A published table: a list of Annex A, a file of the SSDA903, a block of the CIN census, a table of the SSD.
#[derive(Debug)]
pub struct TableSpec {
    /// A short name: `list 7`, `Episodes`, `ssd_person`.
    pub name: String,
    /// What it lists, in words.
    pub title: String,
    /// Its columns, in their published order.
    pub columns: Vec<ColumnSpec>,
    /// The columns that together name a row; empty where the publisher names none.
    pub key: Vec<usize>,
}

impl TableSpec {
    /// The number of the column with this heading, compared as [`heading`] compares.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        let wanted = heading(name);
        self.columns
            .iter()
            .position(|it| heading(&it.name) == wanted)
    }

    /// How well a row of headings fits: the columns found, out of the union of the row and the table's columns (0 to 1).
    #[must_use]
    pub fn fit(&self, headings: &[&str]) -> f64 {
        let mut given: Vec<String> = headings
            .iter()
            .map(|it| heading(it))
            .filter(|it| !it.is_empty())
            .collect();
        given.sort_unstable();
        given.dedup();
        let found = self
            .columns
            .iter()
            .filter(|it| given.binary_search(&heading(&it.name)).is_ok())
            .count();
        let union = given.len() + self.columns.len() - found;
        if union == 0 {
            return 0.0;
        }
        #[allow(clippy::cast_precision_loss)] // tables have fewer than a hundred columns
        {
            found as f64 / union as f64
        }
    }
}

/// A heading as headings are compared: without case, punctuation, quotes and doubled spaces; "Age" stands for "Age of
/// Child (Years)".
#[must_use]
pub fn heading(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            out.extend(letter.to_lowercase());
        } else if (letter.is_whitespace() || matches!(letter, '/' | '-' | '\u{2013}'))
            && !out.ends_with(' ')
        {
            out.push(' ');
        }
    }
    let out = out.trim();
    if out == "age" {
        "age of child years".to_owned()
    } else {
        out.to_owned()
    }
}

/// Where a table stood.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The sheet's name, or the file's inside a zip; empty when there is none.
    pub sheet: String,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.file)?;
        if self.sheet.is_empty() {
            Ok(())
        } else {
            write!(f, ", sheet {}", self.sheet)
        }
    }
}

/// The cells of a column.
#[derive(Clone, Debug)]
pub enum Cells {
    /// Text and ids.
    Text(Vec<Field<Word>>),
    /// Days.
    Date(Vec<Field<Day>>),
    /// Numbers of any kind.
    Number(Vec<Field<f64>>),
    /// Categories.
    Answer(Vec<Field<Answer>>),
}

/// A table as it was read: every row, in the order of the file.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which published table it is.
    pub spec: &'static TableSpec,
    /// Where it stood.
    pub place: Place,
    /// The row of the file that holds the headings, from 1.
    pub heading_line: u32,
    /// For each row, its row in the file, from 1.
    pub lines: Vec<u32>,
    /// A column of cells for each published column; all blank where the file has no such column.
    pub columns: Vec<Cells>,
    /// Headings of the file that the table has no column for.
    pub unknown: Vec<String>,
    /// Published columns that the file does not have.
    pub missing: Vec<usize>,
}

impl Table {
    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether it has no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Text cells of the published column.
    #[must_use]
    pub fn text(&self, column: usize, row: usize) -> Field<Word> {
        match &self.columns[column] {
            Cells::Text(cells) => cells[row],
            _ => Field::Blank,
        }
    }

    /// A date cell of the published column.
    #[must_use]
    pub fn date(&self, column: usize, row: usize) -> Field<Day> {
        match &self.columns[column] {
            Cells::Date(cells) => cells[row],
            _ => Field::Blank,
        }
    }

    /// A number cell of the published column.
    #[must_use]
    pub fn number(&self, column: usize, row: usize) -> Field<f64> {
        match &self.columns[column] {
            Cells::Number(cells) => cells[row],
            _ => Field::Blank,
        }
    }

    /// A category cell of the published column.
    #[must_use]
    pub fn answer(&self, column: usize, row: usize) -> Field<Answer> {
        match &self.columns[column] {
            Cells::Answer(cells) => cells[row],
            _ => Field::Blank,
        }
    }

    /// Every cell that holds something the column cannot: its row in the file, its published column, its text.
    pub fn unreadable(&self) -> impl Iterator<Item = (u32, usize, Word)> {
        self.columns
            .iter()
            .enumerate()
            .flat_map(move |(column, cells)| {
                let found: Vec<(usize, Word)> = match cells {
                    Cells::Text(cells) => unreadable(cells),
                    Cells::Date(cells) => unreadable(cells),
                    Cells::Number(cells) => unreadable(cells),
                    Cells::Answer(cells) => unreadable(cells),
                };
                found
                    .into_iter()
                    .map(move |(row, word)| (self.lines[row], column, word))
            })
    }

    /// One comparable number for a cell of a key; `None` when it is blank or could not be read.
    pub(crate) fn key_part(&self, column: usize, row: usize) -> Option<u64> {
        Some(match &self.columns[column] {
            Cells::Text(cells) => cells[row].value()?.number() as u64,
            Cells::Date(cells) => u64::from(cells[row].value()?.number().cast_unsigned()),
            Cells::Number(cells) => cells[row].value()?.to_bits(),
            Cells::Answer(cells) => u64::from(cells[row].value()?.identity()),
        })
    }
}

fn unreadable<T: Copy>(cells: &[Field<T>]) -> Vec<(usize, Word)> {
    cells
        .iter()
        .enumerate()
        .filter_map(|(row, cell)| match cell {
            Field::Unreadable(word) => Some((row, *word)),
            _ => None,
        })
        .collect()
}

/// Builds a table row by row, from whatever kind of file.
#[derive(Debug)]
pub struct TableReader {
    table: Table,
    /// For each column of the file, the published column it fills.
    targets: Vec<Option<usize>>,
    /// Answers already read in each published column, by word.
    answered: Vec<std::collections::HashMap<String, Field<Answer>>>,
}

impl TableReader {
    /// A table whose file has these headings, left to right. Of two columns with one heading the first counts; the
    /// other is listed as unknown.
    #[must_use]
    pub fn new(
        spec: &'static TableSpec,
        place: Place,
        heading_line: u32,
        headings: &[&str],
    ) -> Self {
        let names: Vec<String> = spec.columns.iter().map(|it| heading(&it.name)).collect();
        let mut taken = vec![false; names.len()];
        let mut unknown = Vec::new();
        let targets: Vec<Option<usize>> = headings
            .iter()
            .map(|given| {
                let folded = heading(given);
                let target = names
                    .iter()
                    .position(|name| *name == folded)
                    .filter(|at| !taken[*at]);
                match target {
                    Some(at) => taken[at] = true,
                    None if !folded.is_empty() => unknown.push(given.trim().to_owned()),
                    None => {}
                }
                target
            })
            .collect();
        let missing = (0..names.len()).filter(|at| !taken[*at]).collect();
        let columns = spec
            .columns
            .iter()
            .map(|it| match it.kind {
                Kind::Text | Kind::Id => Cells::Text(Vec::new()),
                Kind::Date => Cells::Date(Vec::new()),
                Kind::Whole | Kind::Age | Kind::Number => Cells::Number(Vec::new()),
                Kind::Answer => Cells::Answer(Vec::new()),
            })
            .collect();
        let answered = vec![std::collections::HashMap::new(); names.len()];
        let table = Table {
            spec,
            place,
            heading_line,
            lines: Vec::new(),
            columns,
            unknown,
            missing,
        };
        Self {
            table,
            targets,
            answered,
        }
    }

    /// Adds a row of the file: its row number from 1, and its cells left to right. A row without any value is no row,
    /// and is not added. Cells beyond the headings belong to no column and are left out; the caller reports them.
    pub fn row<'a>(
        &mut self,
        line: u32,
        cells: impl IntoIterator<Item = Raw<'a>>,
        words: &mut Words,
    ) {
        let mut anything = false;
        for (target, cell) in self.targets.iter().zip(cells) {
            let text = match cell {
                Raw::Blank => continue,
                Raw::Text(text) => match trimmed(text) {
                    None => continue,
                    Some(text) => Raw::Text(text),
                },
                other => other,
            };
            anything = true;
            let Some(column) = *target else { continue };
            let row = self.table.lines.len();
            match &mut self.table.columns[column] {
                Cells::Text(cells) => put(cells, row, Field::Value(words.add(&written(text)))),
                Cells::Date(cells) => put(cells, row, date(text, words)),
                Cells::Number(cells) => {
                    put(
                        cells,
                        row,
                        number(text, self.table.spec.columns[column].kind, words),
                    );
                }
                Cells::Answer(cells) => {
                    let text = written(text);
                    let known = &mut self.answered[column];
                    let field = if let Some(field) = known.get(text.as_ref()) {
                        *field
                    } else {
                        let answers = self.table.spec.columns[column].answers;
                        let field = answers
                            .and_then(|it| it.read(&text))
                            .map_or_else(|| Field::Unreadable(words.add(&text)), Field::Value);
                        known.insert(text.into_owned(), field);
                        field
                    };
                    put(cells, row, field);
                }
            }
        }
        if anything {
            self.table.lines.push(line);
            let rows = self.table.lines.len();
            for cells in &mut self.table.columns {
                match cells {
                    Cells::Text(cells) => cells.resize(rows, Field::Blank),
                    Cells::Date(cells) => cells.resize(rows, Field::Blank),
                    Cells::Number(cells) => cells.resize(rows, Field::Blank),
                    Cells::Answer(cells) => cells.resize(rows, Field::Blank),
                }
            }
        }
    }

    /// The table.
    #[must_use]
    pub fn finish(self) -> Table {
        self.table
    }
}

fn put<T: Copy>(cells: &mut Vec<Field<T>>, row: usize, field: Field<T>) {
    if cells.len() == row {
        cells.push(field);
    }
}

/// A cell as text: whole numbers without a fraction, days as ISO.
fn written(cell: Raw<'_>) -> std::borrow::Cow<'_, str> {
    match cell {
        Raw::Blank => "".into(),
        Raw::Text(text) => text.into(),
        Raw::Number(number) => number.to_string().into(),
        Raw::Date(day) => day.to_string().into(),
        Raw::Truth(true) => "TRUE".into(),
        Raw::Truth(false) => "FALSE".into(),
    }
}

fn date(cell: Raw<'_>, words: &mut Words) -> Field<Day> {
    match cell {
        Raw::Blank => Field::Blank,
        Raw::Date(day) => Field::Value(day),
        Raw::Text(text) => {
            day_in(text).map_or_else(|| Field::Unreadable(words.add(text)), Field::Value)
        }
        other => Field::Unreadable(words.add(&written(other))),
    }
}

fn number(cell: Raw<'_>, kind: Kind, words: &mut Words) -> Field<f64> {
    let value = match cell {
        Raw::Blank => return Field::Blank,
        Raw::Number(number) => Some(number),
        // "1e0" and "+1" are what a program writes by mistake, not what a person counts.
        Raw::Text(text) => {
            let plain = text
                .bytes()
                .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b'-'));
            text.parse::<f64>().ok().filter(|_| plain)
        }
        Raw::Date(_) | Raw::Truth(_) => None,
    };
    let fits = |number: &f64| match kind {
        Kind::Whole => *number >= 0.0 && number.fract() == 0.0,
        Kind::Age => *number >= 0.0,
        _ => true,
    };
    value
        .filter(|number| number.is_finite())
        .filter(fits)
        .map_or_else(
            || Field::Unreadable(words.add(&written(cell))),
            Field::Value,
        )
}
