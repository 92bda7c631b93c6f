//! A cut: the county's Annex A return as it stood at the end of a day.

use crate::calendar::{Day, FIRST_CUT, LAST_CUT, span};
use crate::county::County;
use crate::headings::{HEADINGS, TITLES};
use crate::population::{Child, ChildId};
use crate::{messy, rows};

/// The scope of Wayshire's returns, in months; lists 10 and 11 look back 12.
pub const SCOPE_MONTHS: u32 = 6;

/// A cell of a list. Nothing is allocated for it: a million of them cost no more than their places.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cell {
    /// Nothing was entered.
    Blank,
    /// Words or a code.
    Text(&'static str),
    /// A child's identifier, written "W" and seven figures.
    Child(u32),
    /// An adopter's or an adopting family's identifier, written "A" and six figures.
    Adopter(u32),
    /// A day.
    Date(Day),
    /// A whole number.
    Number(u32),
}

// Cells hold what is entered about a child, so what is printed of one in an error or a log is only its kind.
impl std::fmt::Debug for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Cell::Blank => "Blank",
            Cell::Text(_) => "Text",
            Cell::Child(_) => "Child",
            Cell::Adopter(_) => "Adopter",
            Cell::Date(_) => "Date",
            Cell::Number(_) => "Number",
        })
    }
}

/// A row of a list: a cell for each of its headings.
pub type Row = Vec<Cell>;

/// One of the eleven lists of a cut.
#[derive(Debug, Clone)]
pub struct List {
    /// 1 to 11.
    pub number: u8,
    /// What the list is of.
    pub title: &'static str,
    /// The names of its columns, as Ofsted gives them.
    pub headings: &'static [&'static str],
    /// Its rows.
    pub rows: Vec<Row>,
}

/// The return as it stood at the end of a day.
#[derive(Debug, Clone)]
pub struct Cut {
    /// The day.
    pub as_at: Day,
    /// How far the lists look back: [`SCOPE_MONTHS`].
    pub scope_months: u32,
    /// The eleven lists, in order.
    pub lists: Vec<List>,
}

impl County {
    /// The return at the end of a day from 31 January 2016 to 31 March 2018: what had happened and been entered by then.
    ///
    /// Care leavers are known by the month: a day within one shows that month's.
    #[must_use]
    pub fn cut(&self, as_at: Day) -> Cut {
        let view = View {
            county: self,
            as_at,
            since: as_at.plus_months(-(SCOPE_MONTHS as i32)),
        };
        let made: [Vec<Row>; 11] = [
            rows::contacts(&view),
            rows::early_help(&view),
            rows::referrals(&view),
            rows::assessments(&view),
            rows::enquiries(&view),
            rows::in_need(&view),
            rows::plans(&view),
            rows::care(&view),
            rows::leavers(&view),
            rows::adoptions(&view),
            rows::adopters(&view),
        ];
        let mut lists: Vec<List> = made
            .into_iter()
            .zip(1..)
            .map(|(rows, number)| {
                let place = usize::from(number) - 1;
                List {
                    number,
                    title: TITLES[place],
                    headings: HEADINGS[place],
                    rows,
                }
            })
            .collect();
        messy::spoil(&view, &mut lists);
        Cut {
            as_at,
            scope_months: SCOPE_MONTHS,
            lists,
        }
    }

    /// The days of the 27 monthly cuts, earliest first.
    pub fn cut_days() -> impl Iterator<Item = Day> {
        (FIRST_CUT..=LAST_CUT).map(|month| span(month).last)
    }

    /// The 27 monthly cuts, January 2016 to March 2018, one at a time.
    pub fn cuts(&self) -> impl Iterator<Item = Cut> + '_ {
        Self::cut_days().map(|day| self.cut(day))
    }
}

/// The county seen from a cut.
pub(crate) struct View<'a> {
    pub(crate) county: &'a County,
    pub(crate) as_at: Day,
    pub(crate) since: Day,
}

impl View<'_> {
    pub(crate) fn child(&self, child: ChildId) -> &Child {
        self.county.people.of(child)
    }

    /// Whether an event falls in the scope and had been entered.
    pub(crate) fn holds(&self, on: Day, entered: Day) -> bool {
        on >= self.since && on <= self.as_at && entered <= self.as_at
    }

    /// The cells every list on children begins with: id, gender, ethnicity, date of birth, age.
    pub(crate) fn begin(&self, child: ChildId, columns: usize) -> Row {
        let of = self.child(child);
        let mut row = Vec::with_capacity(columns);
        let age = if of.born > self.as_at {
            Cell::Blank
        } else {
            Cell::Number(of.born.whole_years_until(self.as_at).unsigned_abs())
        };
        let born = if messy::no_birth_date(child, of.born) {
            Cell::Blank
        } else {
            Cell::Date(of.born)
        };
        row.extend([
            Cell::Child(child),
            text(of.sex),
            text(of.ethnicity),
            born,
            age,
        ]);
        row
    }
}

/// Words, or nothing.
pub(crate) fn text(words: &'static str) -> Cell {
    if words.is_empty() {
        Cell::Blank
    } else {
        Cell::Text(words)
    }
}

/// A day, or nothing.
pub(crate) fn date(day: Option<Day>) -> Cell {
    day.map_or(Cell::Blank, Cell::Date)
}
