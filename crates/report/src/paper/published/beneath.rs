//! What lies beneath a paper for the public: the true numbers of what it hides.
//!
//! A paper never holds a number that it hides, so nobody can read one out of it, nor out of any file made of it. Whoever
//! makes the next paper must know them all the same: where figures are restated or a zero was hidden, what the papers
//! print allows answers that are not what is true, and a reader who knows more than the ledger could tell the difference.
//! So they are kept apart, for [`publish`](super::publish) alone.

use super::read::{Read, breakdown};
use crate::audience::Audience;
use crate::breakdown::Breakdown;
use crate::paper::Figure;
use crate::paper::compose::seen_by_the_board;
use crate::reading::Reading;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_measures::disclosure::ledger::{Cell, Mark};

/// True numbers beneath a paper, by cell, each with what a reader sees of it. Its `Debug` tells only how many there are.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Beneath(BTreeMap<String, Known>);

/// One number.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) value: u64,
    /// What a reader sees of it; none before the paper was held against the others.
    seen: Option<Seen>,
}

/// What a reader sees of a number that is not shown.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Seen {
    Hidden,
    Beside,
    InLine,
    Unprinted,
}

impl std::fmt::Debug for Beneath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Beneath({} numbers)", self.0.len())
    }
}

impl Known {
    /// What a reader sees of it, where that is known.
    pub(super) fn mark(self) -> Option<Mark> {
        self.seen.map(|it| match it {
            Seen::Hidden => Mark::Hidden,
            Seen::Beside => Mark::Beside,
            Seen::InLine => Mark::InLine,
            Seen::Unprinted => Mark::Unprinted,
        })
    }
}

impl Beneath {
    /// With every number of a series, hidden or not.
    pub fn series(&mut self, reading: &Reading) {
        for point in &reading.series.points {
            self.figure(&seen_by_the_board(reading, point));
        }
    }

    /// With every number of a series since a day: what a later return tells in an annex.
    pub fn series_since(&mut self, reading: &Reading, day: Day) {
        for point in &reading.series.points {
            if point.period.to > day {
                self.figure(&seen_by_the_board(reading, point));
            }
        }
    }

    /// With every number of a figure by area, hidden or not.
    pub fn breakdown(&mut self, of: &Breakdown) {
        let open = Breakdown {
            audience: Audience::Board,
            ..of.clone()
        };
        let table = open.table();
        if let Some((what, by)) = breakdown(&table) {
            let mut read = Read::default();
            read.table(&table, &what, &by);
            self.take(&read);
        }
    }

    /// With the numbers of a figure that hides nothing.
    pub fn figure(&mut self, figure: &Figure) {
        let mut read = Read::default();
        read.figure(figure);
        self.take(&read);
    }

    fn take(&mut self, read: &Read) {
        for cell in read.cells() {
            if let Some(value) = cell.value {
                let known = Known { value, seen: None };
                self.0.entry(cell.key.clone()).or_insert(known);
            }
        }
    }

    pub(super) fn of(&self, key: &str) -> Option<Known> {
        self.0.get(key).copied()
    }

    /// What is to be kept once the paper's cells are marked as `cells`: what these do not show.
    pub(super) fn kept(&self, cells: &[Cell]) -> Self {
        let mut kept: BTreeMap<String, Known> = self
            .0
            .iter()
            .map(|(key, known)| {
                let seen = Some(Seen::Unprinted);
                (key.clone(), Known { seen, ..*known })
            })
            .collect();
        for cell in cells {
            let seen = match cell.mark {
                Mark::Published => None,
                Mark::Hidden => Some(Seen::Hidden),
                Mark::Beside => Some(Seen::Beside),
                Mark::InLine => Some(Seen::InLine),
                Mark::Unprinted => Some(Seen::Unprinted),
            };
            match (seen, cell.value) {
                (Some(_), Some(value)) => {
                    kept.insert(cell.key.clone(), Known { value, seen });
                }
                _ => {
                    kept.remove(&cell.key);
                }
            }
        }
        Self(kept)
    }

    /// As it is kept: the same numbers give the same text.
    #[must_use]
    pub fn sealed(&self) -> String {
        serde_json::to_string(&self.0).expect("numbers by name are always JSON")
    }

    /// What was sealed.
    ///
    /// # Errors
    /// When the text is not what [`Beneath::sealed`] gave; the error tells nothing of it.
    pub fn unsealed(text: &str) -> Result<Self, String> {
        serde_json::from_str(text)
            .map(Self)
            .map_err(|_| "what lies beneath a paper cannot be read".to_owned())
    }
}
