//! Counted cases of a whole, as their readers may see them.

use crate::table::Cell;

/// How many of how many; what is hidden holds nothing of what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tally {
    /// So many of so many.
    Of {
        /// How many.
        count: u64,
        /// Of how many: cases, or whatever they are reckoned by. Not used where only the number is charted.
        of: u64,
    },
    /// The same of a month that is not complete yet: shown, not judged.
    Incomplete {
        /// How many so far.
        count: u64,
        /// Of how many.
        of: u64,
    },
    /// Hidden from this audience.
    Hidden,
    /// There is no figure.
    Empty,
}

impl Tally {
    /// Its numbers, where they may be seen.
    pub(super) fn seen(self) -> Option<(u64, u64)> {
        match self {
            Self::Of { count, of } | Self::Incomplete { count, of } => Some((count, of)),
            Self::Hidden | Self::Empty => None,
        }
    }

    /// A cell made of its numbers: "c" where they are hidden, blank where there are none.
    pub(super) fn cell(self, of_numbers: impl FnOnce(u64, u64) -> Cell) -> Cell {
        match (self, self.seen()) {
            (Self::Hidden, _) => Cell::words("c"),
            (_, Some((count, of))) => of_numbers(count, of),
            (_, None) => Cell::blank(),
        }
    }
}

/// A count as a cell.
pub(super) fn whole_cell(count: u64) -> Cell {
    Cell::whole(whole(count))
}

/// A count in the width that the rest of the crate writes; none comes near its end.
pub(super) fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[allow(clippy::cast_precision_loss)] // counts are far below 2^52
pub(super) fn float(count: u64) -> f64 {
    count as f64
}
