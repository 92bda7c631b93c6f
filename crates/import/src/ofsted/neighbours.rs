//! A council beside its statistical neighbours: their grades, and when they were inspected.

use super::dates::Inspected;
use super::grade::Grade;
use super::outcomes::Outcomes;
use waymark_data::Day;

/// A statistical neighbour and its latest inspection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Its code.
    pub la_code: String,
    /// Its name; empty where the file has no row for it.
    pub name: String,
    /// Its overall grade. None: its report gives none.
    pub grade: Option<Grade>,
    /// When inspectors were there. Without words where the file does not say.
    pub inspected: Inspected,
    /// When its report was published; none where the file has no row for it.
    pub published: Option<Day>,
    /// Where its report is; empty where the file does not say.
    pub link: String,
}

/// The statistical neighbours of a council, the nearest first. Empty where the file does not know the council.
#[must_use]
pub fn neighbours(outcomes: &Outcomes, la_code: &str) -> Vec<Neighbour> {
    let Some(own) = outcomes.latest(la_code) else {
        return Vec::new();
    };
    let its = own.neighbours.iter().map(|(code, grade)| {
        let latest = outcomes.latest(code);
        Neighbour {
            la_code: code.clone(),
            name: latest.map(|it| it.name.clone()).unwrap_or_default(),
            // Its own row says more than a copy in its neighbour's.
            grade: latest.map_or(*grade, |it| it.overall),
            inspected: latest.map(|it| it.inspected.clone()).unwrap_or_default(),
            published: latest.map(|it| it.published),
            link: latest.map(|it| it.link.clone()).unwrap_or_default(),
        }
    });
    its.collect()
}
