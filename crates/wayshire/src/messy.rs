//! The small untidiness of a real return, in known numbers: repeated rows, dates nobody can read, forgotten answers.
//!
//! Spoilt rows are added beside the true ones and concern children of whom nothing else is known, so that no figure
//! moves; what only shows that something was done is spoilt where no promised figure rests on it.

use crate::areas::LOCALITIES;
use crate::calendar::{Day, month_of};
use crate::codes::STATUS_CIN;
use crate::cut::{Cell, List, Row, View};
use crate::draw::mix;
use crate::population::{ChildId, beginning};

/// What is wrong with a list of every cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imperfections {
    /// The list.
    pub list: u8,
    /// Rows that repeat an earlier one.
    pub repeats: usize,
    /// Rows whose deciding date cannot be read.
    pub unreadable: usize,
    /// Rows without a child's identifier.
    pub no_id: usize,
    /// Rows whose end lies before their start.
    pub end_before_start: usize,
    /// Rows of which a date that shows something was done (a visit, a check) cannot be read.
    pub unreadable_evidence: usize,
}

const fn list(list: u8, rows: [usize; 5]) -> Imperfections {
    let [
        repeats,
        unreadable,
        no_id,
        end_before_start,
        unreadable_evidence,
    ] = rows;
    Imperfections {
        list,
        repeats,
        unreadable,
        no_id,
        end_before_start,
        unreadable_evidence,
    }
}

/// What is wrong with each cut of Wayshire, list by list.
pub const IMPERFECTIONS: [Imperfections; 9] = [
    list(1, [3, 2, 1, 0, 0]),
    list(2, [1, 1, 0, 1, 0]),
    list(3, [2, 1, 1, 0, 0]),
    list(4, [2, 2, 0, 1, 0]),
    list(5, [1, 1, 0, 0, 0]),
    list(6, [2, 1, 0, 1, 4]),
    list(7, [1, 1, 0, 0, 3]),
    list(8, [1, 1, 0, 0, 3]),
    list(9, [1, 0, 0, 0, 2]),
];

const UNREADABLE: [&str; 4] = ["31/02/2017", "not known", "01/13/16", "see case notes"];

/// The columns (from 0) of a list: its start, the date that decides, a date that only shows something was done.
fn columns(list: u8) -> (usize, usize, usize) {
    match list {
        2 => (5, 6, 6),
        4 => (6, 8, 8),
        5 => (6, 6, 8),
        6 => (6, 9, 8),
        7 => (6, 12, 9),
        8 => (7, 19, 17),
        9 => (11, 11, 11),
        _ => (5, 5, 5),
    }
}

/// Whether a child's date of birth was never entered (3 in 1,000 of those born before the history begins).
pub(crate) fn no_birth_date(child: ChildId, born: Day) -> bool {
    born < beginning() && mix(u64::from(child) ^ 0xb1) % 1000 < 3
}

/// Spoils a cut's lists as [`IMPERFECTIONS`] says.
pub(crate) fn spoil(view: &View<'_>, lists: &mut [List]) {
    let month = month_of(view.as_at);
    for wrong in &IMPERFECTIONS {
        let rows = &mut lists[usize::from(wrong.list) - 1].rows;
        let (start, decides, shows) = columns(wrong.list);
        let lot = |n: usize, among: usize| {
            let stirred = mix((month as u64) << 32 | u64::from(wrong.list) << 16 | n as u64);
            usize::try_from(stirred % among.max(1) as u64).expect("less than a usize")
        };
        spoil_evidence(rows, wrong, shows, month);
        let whole = rows.len();
        let template = |rows: &[Row], n: usize| rows[lot(n, whole)].clone();
        for n in 0..wrong.repeats {
            let row = template(rows, n);
            rows.push(row);
        }
        for n in 0..wrong.unreadable {
            let mut row = of_a_stray(
                view,
                template(rows, 10 + n),
                usize::from(wrong.list) + 10 * n,
            );
            row[decides] = Cell::Text(UNREADABLE[(n + month) % 4]);
            if wrong.list == 5 {
                row[8] = Cell::Blank;
                row[9] = Cell::Blank;
            }
            rows.push(row);
        }
        for n in 0..wrong.no_id {
            let mut row = template(rows, 20 + n);
            row[0] = Cell::Blank;
            rows.push(row);
        }
        for n in 0..wrong.end_before_start {
            let mut row = of_a_stray(view, template(rows, 30 + n), usize::from(wrong.list) + 20);
            if let Cell::Date(day) = row[start] {
                row[decides] = Cell::Date(day.plus_days(-9));
            }
            rows.push(row);
        }
    }
}

/// The row, but about a child of whom nothing else is known.
fn of_a_stray(view: &View<'_>, mut row: Row, number: usize) -> Row {
    let begin = view.begin(view.county.strays[number], 5);
    row[..5].copy_from_slice(&begin);
    row
}

fn spoil_evidence(rows: &mut [Row], wrong: &Imperfections, column: usize, month: usize) {
    let spare = |row: &Row| match wrong.list {
        // No visit of the North's children in need: its numbers are promised.
        6 => {
            row[11] == Cell::Text(STATUS_CIN)
                && !in_locality(row[12], 0)
                && row[column] != Cell::Blank
        }
        // Nor a first health assessment.
        _ => matches!(row[column], Cell::Date(_)),
    };
    let from = rows.len() / 3;
    let mut left = wrong.unreadable_evidence;
    for row in rows
        .iter_mut()
        .skip(from)
        .step_by(7)
        .filter(|row| spare(row))
    {
        if left == 0 {
            return;
        }
        left -= 1;
        row[column] = Cell::Text(UNREADABLE[(left + month) % 4]);
    }
}

fn in_locality(team: Cell, locality: usize) -> bool {
    let Cell::Text(team) = team else { return false };
    let districts = crate::AREAS
        .iter()
        .filter(|district| district.locality == LOCALITIES[locality]);
    districts
        .into_iter()
        .any(|district| team.starts_with(district.name))
}
