//! A heat map: districts by measures, or measures by months, each cell with its value and, where there is one, the mark of
//! its signal, so that no colour stands alone.

use super::legend::{self, Entry};
use super::marks::Mark;
use super::plane::{HIDDEN, axis_in};
use super::svg::{Anchor, Svg, fitted, in_lines, text_width};
use super::{Drawn, Size};
use crate::chart::value_cell;
use crate::numbers::in_words;
use crate::reading::State;
use crate::table::{Cell, Heading, Table};
use waymark_measures::Unit;
use waymark_measures::signals::Kind;

/// Values in rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    /// What it shows: "Latest month, by district".
    pub title: String,
    /// What its rows are: "District".
    pub rows_are: String,
    /// What its columns are: "Measure".
    pub columns_are: String,
    /// The columns' names.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<HeatRow>,
    /// Whether the unit goes by column (measures across) or by row (measures down).
    pub units: Units,
}

/// The units of a heat map.
#[derive(Clone, Debug, PartialEq)]
pub enum Units {
    /// One for each column.
    Columns(Vec<Unit>),
    /// One for each row.
    Rows(Vec<Unit>),
    /// One for all.
    One(Unit),
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatRow {
    /// Its name.
    pub name: String,
    /// Its cells, one for each column: those left out are empty.
    pub cells: Vec<HeatCell>,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeatCell {
    /// Its value, as the readers may see it.
    pub state: State,
    /// What its signal is; common cause where there is none.
    pub signal: Kind,
}

impl HeatCell {
    /// A cell without a figure.
    pub const EMPTY: Self = Self {
        state: State::Empty,
        signal: Kind::CommonCause,
    };
}

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn heat(of: &Heat, id: &str) -> Drawn {
    Drawn {
        wide: drawn(of, id, Size::Wide),
        narrow: drawn(of, &format!("{id}-narrow"), Size::Narrow),
        table: table(of),
        sentence: sentence(of),
    }
}

impl Heat {
    fn unit(&self, row: usize, column: usize) -> Unit {
        let found = match &self.units {
            Units::Columns(all) => all.get(column),
            Units::Rows(all) => all.get(row),
            Units::One(unit) => Some(unit),
        };
        found.copied().unwrap_or(Unit::Count)
    }

    fn cell(&self, row: usize, column: usize) -> HeatCell {
        let found = self.rows.get(row).and_then(|it| it.cells.get(column));
        let cell = found.copied().unwrap_or(HeatCell::EMPTY);
        HeatCell {
            state: cell.state.sound(),
            // What is not shown, or not complete, has no signal to show.
            signal: cell
                .state
                .sound()
                .judged()
                .map_or(Kind::CommonCause, |_| cell.signal),
        }
    }

    fn cells(&self) -> impl Iterator<Item = (usize, usize, HeatCell)> {
        let columns = self.columns.len();
        (0..self.rows.len())
            .flat_map(move |row| (0..columns).map(move |column| (row, column)))
            .map(|(row, column)| (row, column, self.cell(row, column)))
    }
}

fn mark(signal: Kind) -> Option<Mark> {
    match signal {
        Kind::CommonCause => None,
        Kind::Improvement => Some(Mark::Better),
        Kind::Concern => Some(Mark::Worse),
        Kind::Neutral => Some(Mark::Changed),
    }
}

/// Light enough that text on it has a contrast of 7 and more.
fn ground(cell: HeatCell) -> &'static str {
    match (cell.state, cell.signal) {
        (State::Hidden | State::Empty, _) => "#f3f2f1",
        (_, Kind::CommonCause) => "#ffffff",
        (_, Kind::Improvement) => "#d2e2f1",
        (_, Kind::Concern) => "#f8d5cc",
        (_, Kind::Neutral) => "#dfd7ef",
    }
}

fn words(unit: Unit, state: State) -> String {
    match state {
        State::Hidden => "c".to_owned(),
        State::Empty => "–".to_owned(),
        State::Judged(value) => axis_in(unit, value),
        State::Provisional(value) => format!("({})", axis_in(unit, value)),
    }
}

fn sentence(of: &Heat) -> String {
    let shown = of.cells().filter(|it| it.2.state.seen().is_some()).count();
    if shown == 0 {
        return format!("{}: no value can be shown.", of.title);
    }
    let mut said = Vec::new();
    for (kind, what) in [
        (Kind::Concern, "for the worse"),
        (Kind::Improvement, "for the better"),
        (Kind::Neutral, "of a change"),
    ] {
        let all = || of.cells().filter(|it| it.2.signal == kind);
        let some: Vec<String> = all()
            .take(6)
            .map(|(row, column, cell)| {
                format!(
                    "{}, {} ({})",
                    of.rows[row].name,
                    of.columns[column],
                    words(of.unit(row, column), cell.state)
                )
            })
            .collect();
        let more = match all().count() - some.len() {
            0 => String::new(),
            more => format!("; and {} more", in_words(more)),
        };
        if !some.is_empty() {
            said.push(format!("Signals {what}: {}{more}.", some.join("; ")));
        }
    }
    if said.is_empty() {
        said.push("No signal in any.".to_owned());
    }
    format!(
        "{}: {} shown. {}",
        of.title,
        crate::numbers::counted(i64::try_from(shown).unwrap_or(i64::MAX), "value"),
        said.join(" ")
    )
}

fn table(of: &Heat) -> Table {
    let mut headings = vec![Heading::words(of.rows_are.as_str())];
    headings.extend(of.columns.iter().map(Heading::numbers));
    headings.push(Heading::words("Signals"));
    let mut table = Table::new(of.title.as_str(), headings);
    for (row, it) in of.rows.iter().enumerate() {
        let mut cells = vec![Cell::words(it.name.as_str())];
        let mut signals = Vec::new();
        for (column, name) in of.columns.iter().enumerate() {
            let cell = of.cell(row, column);
            let what = match cell.signal {
                Kind::CommonCause => None,
                Kind::Improvement => Some("better"),
                Kind::Concern => Some("worse"),
                Kind::Neutral => Some("changed"),
            };
            signals.extend(what.map(|what| format!("{name}: {what}")));
            if let State::Provisional(_) = cell.state {
                signals.push(format!("{name}: not complete"));
            }
            cells.push(match cell.state {
                State::Hidden => Cell::words("c"),
                state => Cell::maybe(state.seen(), |value| {
                    let written = value_cell(of.unit(row, column), value);
                    Cell {
                        shown: axis_in_table(of.unit(row, column), &written),
                        ..written
                    }
                }),
            });
        }
        cells.push(Cell::words(signals.join("; ")));
        table.rows.push(cells);
    }
    table
}

/// Units differ from cell to cell, so a percentage says that it is one.
fn axis_in_table(unit: Unit, written: &Cell) -> String {
    match unit {
        Unit::Percent | Unit::Share => format!("{}%", written.shown),
        _ => written.shown.clone(),
    }
}

/// Where the columns of a block are.
struct Block {
    left: f64,
    /// How wide a cell is.
    width: f64,
    /// The names over the columns in lines; numbers where they are too long.
    heads: Vec<Vec<String>>,
    /// The names of the rows in lines.
    names: Vec<Vec<String>>,
}

fn drawn(of: &Heat, id: &str, size: Size) -> String {
    let text = size.text();
    let mut svg = Svg::new();
    let names = of.rows.iter().map(|it| text_width(&it.name, text));
    // Names may be broken, values not: what can be spared goes to the cells.
    let most_for_names = match size {
        Size::Wide => 0.27,
        Size::Narrow => 0.33,
    };
    let left = (names.fold(0.0, f64::max) + 14.0).clamp(60.0, size.width() * most_for_names);
    let least = of.cells().map(|(row, column, cell)| {
        let value = text_width(&words(of.unit(row, column), cell.state), text);
        value.min(150.0)
            + if mark(cell.signal).is_some() {
                26.0
            } else {
                6.0
            }
    });
    let least = least.fold(text * 2.0, f64::max);
    let room = size.width() - left - 6.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few columns
    let most = ((room / least).floor() as usize).max(1);
    let blocks = of.columns.len().div_ceil(most).max(1);
    // Columns are shared out evenly, so that no block holds a lone one.
    let each = of.columns.len().div_ceil(blocks).max(1);
    #[allow(clippy::cast_precision_loss)]
    let width = (room / each as f64).min(120.0);
    let in_words = heads(&of.columns, width - 6.0, text);
    let numbered = in_words.is_none();
    let heads = in_words.unwrap_or_else(|| {
        let number = |n| vec![format!("{n}")];
        (1..=of.columns.len()).map(number).collect()
    });
    // A name that three lines do not hold is cut, and the table has all of it.
    let names: Vec<Vec<String>> = of
        .rows
        .iter()
        .map(|it| {
            in_lines(&it.name, left - 10.0, text, 3)
                .unwrap_or_else(|| vec![fitted(&it.name, left - 10.0, text)])
        })
        .collect();
    let block = Block {
        left,
        width,
        heads,
        names,
    };
    let mut y = 4.0;
    for from in (0..of.columns.len()).step_by(each) {
        let columns = from..(from + each).min(of.columns.len());
        y = block.draw(&mut svg, of, columns, (y, text)) + text;
    }
    let key = key(of, numbered);
    let height = legend::draw(&mut svg, &key, (6.0, y), size.width() - 12.0, text);
    let description = format!(
        "{} The figures are in the table with this chart.",
        sentence(of)
    );
    svg.finish(
        id,
        size.class(),
        (size.width(), y + height),
        (&of.title, &description),
    )
}

/// The names of columns, each in at most three lines; all broken alike where one must be. None where one does not fit.
fn heads(columns: &[String], room: f64, text: f64) -> Option<Vec<Vec<String>>> {
    let bold = text * 1.08;
    let within = |room: f64| -> Option<Vec<Vec<String>>> {
        columns
            .iter()
            .map(|it| in_lines(it, room, bold, 3))
            .collect()
    };
    let found = within(room)?;
    if found.iter().all(|it| it.len() < 2) {
        return Some(found);
    }
    let words = columns.iter().flat_map(|it| it.split_whitespace());
    let longest = words.map(|it| text_width(it, bold)).fold(0.0, f64::max);
    within(longest).or(Some(found))
}

impl Block {
    /// Draws some columns of every row and gives where they end.
    fn draw(
        &self,
        svg: &mut Svg,
        of: &Heat,
        columns: std::ops::Range<usize>,
        (top, text): (f64, f64),
    ) -> f64 {
        let width = self.width;
        let heads = &self.heads[columns.clone()];
        let lines = heads.iter().map(Vec::len).max().unwrap_or(1);
        #[allow(clippy::cast_precision_loss)] // a few lines, columns and rows
        let under = |n: usize, step: f64| n as f64 * step;
        let body = top + under(lines, text * 1.15) + 4.0;
        for (n, head) in heads.iter().enumerate() {
            let middle = self.left + under(n, width) + width / 2.0;
            for (line, words) in head.iter().enumerate() {
                let from_bottom = head.len() - 1 - line;
                let y = body - 6.0 - under(from_bottom, text * 1.15);
                let bold = "font-weight=\"bold\"";
                svg.text((middle, y), text, Anchor::Middle, words, bold);
            }
        }
        let mut y = body;
        for (row, name) in self.names.iter().enumerate() {
            let high = text * 0.75 + under(name.len().max(1), text * 1.15);
            let base = y + high / 2.0 + text * 0.35;
            for (n, line) in name.iter().enumerate() {
                let first = base - under(name.len().saturating_sub(1), text * 1.15) / 2.0;
                let at = (4.0, first + under(n, text * 1.15));
                svg.text(at, text, Anchor::Start, line, "");
            }
            for (n, column) in columns.clone().enumerate() {
                let cell = of.cell(row, column);
                let x = self.left + under(n, width);
                let attributes = format!(
                    "fill=\"{}\" stroke=\"#b1b4b6\" stroke-width=\"1\"",
                    ground(cell)
                );
                svg.rect((x, y), (width, high), &attributes);
                let value = words(of.unit(row, column), cell.state);
                let signal = mark(cell.signal);
                let room = width - if signal.is_some() { 24.0 } else { 6.0 };
                let value = fitted(&value, room.max(text * 2.0), text);
                let middle = match signal {
                    Some(mark) => {
                        mark.draw(svg, (x + width - 12.0, y + high / 2.0), 1.0);
                        x + (width - 18.0) / 2.0
                    }
                    None => x + width / 2.0,
                };
                svg.text((middle, base), text, Anchor::Middle, &value, "");
            }
            y += high;
        }
        y
    }
}

fn key(of: &Heat, numbered: bool) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (kind, words) in [
        (Kind::Improvement, "Signal: better"),
        (Kind::Concern, "Signal: worse"),
        (Kind::Neutral, "Signal: changed"),
    ] {
        if let Some(mark) = mark(kind).filter(|_| of.cells().any(|it| it.2.signal == kind)) {
            entries.push(Entry::Mark(mark, words.to_owned()));
        }
    }
    let any = |wanted: fn(State) -> bool| of.cells().any(|it| wanted(it.2.state));
    if any(|it| it == State::Hidden) {
        entries.push(Entry::Words(HIDDEN.to_owned()));
    }
    if any(|it| it == State::Empty) {
        entries.push(Entry::Words("–: no figure".to_owned()));
    }
    if any(|it| matches!(it, State::Provisional(_))) {
        entries.push(Entry::Words("( ): not complete yet".to_owned()));
    }
    if numbered {
        let names = of.columns.iter().enumerate();
        entries.extend(names.map(|(n, name)| Entry::Words(format!("{}: {name}", n + 1))));
    }
    entries
}
