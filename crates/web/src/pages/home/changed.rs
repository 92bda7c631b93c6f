//! What has changed that is real: the measures to look at next, and those that improved.

use crate::figures::Shelf;
use crate::figures::told::{Told, direction};
use waymark_govuk::Html;

/// How many of each list stand open; the rest are folded away.
const OPEN: usize = 5;

/// "Next areas to focus on", or "Positives".
pub(super) struct List {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) none: &'static str,
    pub(super) open: Vec<Item>,
    pub(super) folded: Vec<Item>,
    pub(super) folded_words: String,
}

/// A measure in one of them.
pub(super) struct Item {
    pub(super) title: &'static str,
    pub(super) href: String,
    pub(super) theme: &'static str,
    pub(super) standing: &'static str,
    pub(super) direction: &'static str,
    pub(super) sentence: String,
    pub(super) spark: Option<Html>,
}

/// Both lists.
pub(super) fn lists(shelf: &Shelf) -> Vec<List> {
    vec![
        list(
            shelf,
            &shelf.next_areas,
            ("next-areas", "Next areas to focus on"),
            "No measure has become worse by more than chance explains, and none will keep missing its target.",
        ),
        list(
            shelf,
            &shelf.positives,
            ("positives", "Positives"),
            "No measure has improved by more than chance explains.",
        ),
    ]
}

fn list(
    shelf: &Shelf,
    places: &[usize],
    (id, title): (&'static str, &'static str),
    none: &'static str,
) -> List {
    let mut items: Vec<Item> = places
        .iter()
        .filter_map(|at| shelf.told.get(*at))
        .map(item)
        .collect();
    let folded = items.split_off(items.len().min(OPEN));
    List {
        id,
        title,
        none,
        folded_words: format!("{} more", folded.len()),
        open: items,
        folded,
    }
}

fn item(told: &Told) -> Item {
    Item {
        title: told.measure.title,
        href: told.href(),
        theme: told.measure.theme.words(),
        standing: told.measure.standing.words(),
        direction: direction(told.measure.good),
        sentence: told.sentence().to_owned(),
        spark: told.spark.clone(),
    }
}
