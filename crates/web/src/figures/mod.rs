//! What pages say of the council's returns, drawn from the figures once for each state of the returns and kept with it.
//!
//! [`Shelf`] holds every measure as one audience may see it; [`due`] the clocks that run for children now; [`areas`] a
//! figure by area or group; [`anew`] where people have drawn limits anew; [`listed`] the children behind a figure;
//! [`since`] what a measure has done since a day; [`then`] what it was on one; [`happened`] what happened that may explain it.

pub mod anew;
pub mod areas;
pub mod bands;
pub mod due;
pub mod happened;
pub mod listed;
pub mod since;
pub mod then;
pub mod told;

use crate::county::County;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};
use told::Told;
use waymark_data::Day;
use waymark_measures::{Measure, catalogue};
use waymark_report::{Audience, Counted, Reading, focus};

/// What has been drawn from a county so far. Made by the first page that asks.
#[derive(Default)]
pub struct Drawn {
    board: OnceLock<Shelf>,
    public: OnceLock<Shelf>,
    due: OnceLock<Vec<due::Due>>,
    by_area: since::ByArea,
    earlier: then::Earlier,
    /// The county as it was told at earlier days.
    pub(crate) until: Mutex<HashMap<Day, Arc<County>>>,
}

/// Every measure as one audience may see it.
pub struct Shelf {
    /// In the catalogue's order.
    pub told: Vec<Told>,
    /// Next areas to focus on, by their place in `told`, the most pressing first.
    pub next_areas: Vec<usize>,
    /// Positives, by their place in `told`.
    pub positives: Vec<usize>,
    /// How many measures are in neither list.
    pub counted: Counted,
}

impl County {
    /// Every measure as an audience may see it.
    #[must_use]
    pub fn shelf(&self, audience: Audience) -> &Shelf {
        let place = match audience {
            Audience::Board => &self.drawn.board,
            Audience::Public => &self.drawn.public,
        };
        place.get_or_init(|| Shelf::of(self, audience))
    }

    /// Every clock that runs for a child at the latest return's as-at date.
    #[must_use]
    pub fn due(&self) -> &[due::Due] {
        self.drawn.due.get_or_init(|| {
            self.data
                .as_ref()
                .map(|data| due::all(data, self.settings()))
                .unwrap_or_default()
        })
    }

    /// Draws all of it now, so that the first reader does not wait.
    pub fn draw(&self) {
        let _ = self.shelf(Audience::Board);
        let _ = self.shelf(Audience::Public);
        let _ = self.due();
    }
}

impl Shelf {
    fn of(county: &County, audience: Audience) -> Self {
        let told: Vec<Told> = catalogue::all()
            .map(|measure| Told::of(county, measure, audience))
            .collect();
        let (at, readings): (Vec<usize>, Vec<Reading>) = told
            .iter()
            .enumerate()
            .filter_map(|(at, it)| Some((at, it.reading.clone()?)))
            .unzip();
        let drawn = focus(&readings);
        let places = |of: &[&Reading]| -> Vec<usize> {
            of.iter()
                .filter_map(|it| {
                    let found = readings
                        .iter()
                        .position(|reading| std::ptr::eq(reading, *it))?;
                    at.get(found).copied()
                })
                .collect()
        };
        let (next_areas, positives) = (places(&drawn.next_areas), places(&drawn.positives));
        let counted = drawn.counted;
        Self {
            told,
            next_areas,
            positives,
            counted,
        }
    }

    /// A measure.
    #[must_use]
    pub fn of_measure(&self, measure: &'static Measure) -> Option<&Told> {
        self.told
            .iter()
            .find(|it| std::ptr::eq(it.measure, measure))
    }
}
