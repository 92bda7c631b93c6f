//! Reads rows, from whatever kind of file, into the table whose headings stand among the first of them.

use crate::Subject;
use crate::error::short;
use crate::headings::{Known, Located, locate, title};
use crate::intake::{Intake, inner_name};
use crate::limits::{CELL_LETTERS, FIT, HEADING_ROWS};
use std::collections::{BTreeMap, HashSet};
use waymark_data::table::heading;
use waymark_data::{Day, Place, Raw, TableReader};

/// How often something was seen, and the first row it was seen in.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Tally {
    pub(crate) count: u64,
    pub(crate) first: Option<u32>,
}

impl Tally {
    pub(crate) fn add(&mut self, line: u32) {
        self.count += 1;
        self.first.get_or_insert(line);
    }
}

/// Reads the rows of one sheet or one file.
pub(crate) struct SheetReader<'i, 'l> {
    intake: &'i mut Intake<'l>,
    place: Place,
    /// The number of the leftmost column that rows begin with, from 0.
    first_column: usize,
    held: Vec<(u32, Vec<Held>)>,
    body: Option<Body>,
    refused: bool,
    long: Tally,
    /// Cells with a formula; the caller counts them.
    pub(crate) formulas: Tally,
    /// Formulas without a result; the caller counts them.
    pub(crate) without_result: Tally,
    /// Whether the sheet is hidden.
    pub(crate) hidden: bool,
    /// Whether a row that stops early is worth saying: in a CSV file it is.
    pub(crate) rows_are_full: bool,
}

/// A cell of the first rows, kept until the headings are found.
enum Held {
    Blank,
    Text(String),
    Number(f64),
    Date(Day),
    Truth(bool),
}

/// The table below the headings.
struct Body {
    known: Known,
    table: TableReader,
    /// The headings as written, without blanks around them.
    headings: Vec<String>,
    width: usize,
    unnamed: Vec<usize>,
    below_no_heading: BTreeMap<usize, Tally>,
    beyond: Tally,
    again: Tally,
    short: Tally,
}

impl<'i, 'l> SheetReader<'i, 'l> {
    pub(crate) fn new(intake: &'i mut Intake<'l>, place: Place, first_column: usize) -> Self {
        Self {
            intake,
            place,
            first_column,
            held: Vec::new(),
            body: None,
            refused: false,
            long: Tally::default(),
            formulas: Tally::default(),
            without_result: Tally::default(),
            hidden: false,
            rows_are_full: false,
        }
    }

    /// Whether more rows could make a difference.
    pub(crate) fn wants_more(&self) -> bool {
        !self.refused
    }

    /// A row: its number in the file, from 1, and its cells from the left. A row with nothing in it is passed over.
    pub(crate) fn row<'a>(&mut self, line: u32, cells: impl Iterator<Item = Raw<'a>> + Clone) {
        let mut anything = false;
        for cell in cells.clone() {
            match cell {
                Raw::Blank => {}
                Raw::Text(text) => {
                    if text.len() > CELL_LETTERS && text.chars().count() > CELL_LETTERS {
                        self.long.add(line);
                    }
                    anything = anything || !text.trim_ascii().is_empty();
                }
                _ => anything = true,
            }
        }
        if !anything || self.refused {
            return;
        }
        if let Some(body) = &mut self.body {
            body.row(line, cells, self.rows_are_full, self.intake);
            return;
        }
        self.held.push((line, cells.map(held).collect()));
        if self.held.len() == HEADING_ROWS {
            self.settle();
        }
    }

    /// Finds the headings among the rows held, and reads the rows below them.
    fn settle(&mut self) {
        let rows: Vec<(u32, Vec<String>)> = self
            .held
            .iter()
            .map(|(line, cells)| (*line, cells.iter().map(Held::heading).collect()))
            .collect();
        let found = match locate(&rows) {
            Some(found) if found.fit >= FIT => found,
            nearest => {
                self.refused = true;
                let nearest = nearest
                    .filter(|it| it.fit >= 0.25)
                    .map(|it| it.nearest(&self.place));
                let place = self.place.clone();
                self.intake.not_a_table(&place, None, nearest);
                return;
            }
        };
        self.say_where(&found);
        let last = found.row + found.rows - 1;
        let mut body = Body::new(&found, self.place.clone(), self.held[last].0);
        for (line, cells) in self.held.drain(..).skip(last + 1) {
            let cells = cells.iter().map(Held::raw);
            body.row(line, cells, self.rows_are_full, self.intake);
        }
        self.body = Some(body);
    }

    /// Notes on where the headings stand and what they leave out.
    fn say_where(&mut self, found: &Located) {
        let line = self.held[found.row].0;
        let place = &self.place;
        if found.row > 0 {
            let first = self.held[0].0;
            let above = found.row as u64;
            self.intake
                .noted(place, Some(first), None, above, Subject::RowsAbove);
        }
        if found.rows == 2 {
            let subject = Subject::HeadingsOverTwoRows;
            self.intake.noted(place, Some(line), None, 1, subject);
        }
        let mut seen = HashSet::new();
        let mut twice: Vec<String> = Vec::new();
        for name in &found.headings {
            let folded = heading(name);
            if !folded.is_empty() && !seen.insert(folded) {
                twice.push(name.trim().to_owned());
            }
        }
        if !twice.is_empty() {
            let subject = Subject::DuplicateHeadings(twice);
            self.intake.noted(place, Some(line), None, 1, subject);
        }
        if let Some(named) = named_for_another(inner_name(place), found) {
            let subject = Subject::NamedAnother {
                named,
                is: title(&found.table),
            };
            self.intake.note(place, subject);
        }
    }

    /// The end of the rows: hands over the table, and whether there was one.
    pub(crate) fn finish(mut self) -> bool {
        if self.body.is_none() && !self.refused {
            if self.held.is_empty() {
                self.intake.note(&self.place, Subject::Nothing);
                return false;
            }
            self.settle();
        }
        let Some(body) = self.body else {
            return false;
        };
        let place = &self.place;
        if self.hidden {
            self.intake.note(place, Subject::HiddenSheet);
        }
        let mut say = |tally: Tally, column: Option<String>, subject: Subject| {
            if tally.count > 0 {
                self.intake
                    .noted(place, tally.first, column, tally.count, subject);
            }
        };
        say(body.again, None, Subject::HeadingsAgain);
        for (column, tally) in &body.below_no_heading {
            let letters = letters(self.first_column + column);
            say(*tally, Some(letters), Subject::NoHeading);
        }
        say(body.beyond, None, Subject::BeyondHeadings);
        say(body.short, None, Subject::ShortRows);
        say(self.formulas, None, Subject::Formulas);
        say(self.without_result, None, Subject::FormulasWithoutResult);
        say(self.long, None, Subject::LongCells);
        self.intake.table(body.known, body.table.finish());
        true
    }
}

impl Body {
    fn new(found: &Located, place: Place, line: u32) -> Self {
        let folded: Vec<String> = found.headings.iter().map(|it| heading(it)).collect();
        let width = folded
            .iter()
            .rposition(|it| !it.is_empty())
            .map_or(0, |at| at + 1);
        let names: Vec<&str> = found.headings[..width].iter().map(String::as_str).collect();
        Self {
            known: found.table,
            table: TableReader::new(found.table.spec, place, line, &names),
            unnamed: (0..width).filter(|at| folded[*at].is_empty()).collect(),
            headings: names.iter().map(|it| it.trim().to_owned()).collect(),
            width,
            below_no_heading: BTreeMap::new(),
            beyond: Tally::default(),
            again: Tally::default(),
            short: Tally::default(),
        }
    }

    fn row<'a>(
        &mut self,
        line: u32,
        cells: impl Iterator<Item = Raw<'a>> + Clone,
        full: bool,
        intake: &mut Intake<'_>,
    ) {
        if self.repeats_headings(cells.clone()) {
            self.again.add(line);
            return;
        }
        let mut here = 0;
        for (at, cell) in cells.clone().enumerate() {
            here = at + 1;
            if at >= self.width {
                if something(cell) {
                    self.beyond.add(line);
                    break;
                }
            } else if !self.unnamed.is_empty() && self.unnamed.contains(&at) && something(cell) {
                self.below_no_heading.entry(at).or_default().add(line);
            }
        }
        if full && here < self.width {
            self.short.add(line);
        }
        self.table.row(line, cells, &mut intake.words);
    }

    /// Whether a row says the headings again, each in its column, as at the top of each printed page.
    fn repeats_headings<'a>(&self, cells: impl Iterator<Item = Raw<'a>>) -> bool {
        let (mut same, mut named) = (0usize, 0usize);
        for (name, cell) in self.headings.iter().zip(cells) {
            if name.is_empty() {
                continue;
            }
            named += 1;
            if matches!(cell, Raw::Text(text) if text.trim().eq_ignore_ascii_case(name)) {
                same += 1;
            } else if named > 2 && same == 0 {
                return false;
            }
        }
        let all = self.headings.iter().filter(|it| !it.is_empty()).count();
        same >= 2 && same * 10 >= all * 7
    }
}

impl Held {
    fn heading(&self) -> String {
        match self {
            Self::Text(text) if text.len() <= 4 * CELL_LETTERS => text.clone(),
            _ => String::new(),
        }
    }

    fn raw(&self) -> Raw<'_> {
        match self {
            Self::Blank => Raw::Blank,
            Self::Text(text) => Raw::Text(text),
            Self::Number(number) => Raw::Number(*number),
            Self::Date(day) => Raw::Date(*day),
            Self::Truth(truth) => Raw::Truth(*truth),
        }
    }
}

fn held(cell: Raw<'_>) -> Held {
    match cell {
        Raw::Blank => Held::Blank,
        Raw::Text(text) => Held::Text(text.to_owned()),
        Raw::Number(number) => Held::Number(number),
        Raw::Date(day) => Held::Date(day),
        Raw::Truth(truth) => Held::Truth(truth),
    }
}

fn something(cell: Raw<'_>) -> bool {
    match cell {
        Raw::Blank => false,
        Raw::Text(text) => !text.trim().is_empty(),
        _ => true,
    }
}

/// The letters of a spreadsheet's column: A for 0, AA for 26.
pub(crate) fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut out = Vec::new();
    while left > 0 {
        left -= 1;
        out.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    out.iter().rev().collect()
}

/// The other table that a name like "List 3", "list_03.csv" or "episodes.csv" speaks of.
fn named_for_another(name: &str, found: &Located) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let lower = stem.to_lowercase();
    if let Some((_, after)) = lower.split_once("list") {
        let digits: String = after
            .trim_start_matches([' ', '_', '-', '.', '0'])
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let named = format!("list {digits}");
        return (found.table.spec.name.starts_with("list ")
            && !digits.is_empty()
            && named != found.table.spec.name)
            .then_some(named);
    }
    let letters = |text: &str| -> String {
        let kept = text.chars().filter(char::is_ascii_alphanumeric);
        kept.map(|it| it.to_ascii_lowercase()).collect()
    };
    let stem = letters(&lower);
    let tables = found.table.kind.tables().iter();
    tables
        .filter(|it| it.name != found.table.spec.name)
        .find(|it| letters(&it.name) == stem)
        .map(|it| short(&it.name))
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_letters() {
        let names = [0, 25, 26, 51, 52, 701, 702].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
