//! What happened on a day, marked on a chart: a change in practice, staff or structure that may explain what the points do.

use super::legend::Entry;
use crate::reading::{Reading, Rebase};
use crate::table::{Cell, Table};
use waymark_data::Day;
use waymark_measures::signals::Phase;

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day it began.
    pub day: Day,
    /// What happened, in words.
    pub words: String,
}

/// How many are marked: more letters than this cannot be told apart. The latest are.
const MOST: usize = 12;
/// Letters of an event that its key holds.
const IN_KEY: usize = 70;

/// An event with its letter and its place between the months.
pub(super) struct Placed<'a> {
    pub(super) letter: char,
    /// Where it stands, in months from the first.
    pub(super) slot: f64,
    month: usize,
    event: &'a Event,
}

/// The events that fall within a reading's months, by day, each with its letter.
pub(super) fn placed<'a>(reading: &Reading, events: &'a [Event]) -> Vec<Placed<'a>> {
    let mut within: Vec<(usize, &Event)> = events
        .iter()
        .filter_map(|event| {
            let month = event.day.month();
            let at = reading.slots.iter().position(|it| it.month == month)?;
            Some((at, event))
        })
        .collect();
    within.sort_by_key(|(_, event)| event.day);
    let first = within.len().saturating_sub(MOST);
    ('A'..)
        .zip(within.into_iter().skip(first))
        .map(|(letter, (month, event))| {
            let date = event.day.date();
            let gone = f64::from(date.day() - 1) / f64::from(date.days_in_month());
            #[allow(clippy::cast_precision_loss)] // months
            let slot = (month as f64 + gone - 0.5).max(0.0);
            Placed {
                letter,
                slot,
                month,
                event,
            }
        })
        .collect()
}

/// What the key says of each: the start of its words. The table and the sentence hold them whole.
pub(super) fn key(placed: &[Placed<'_>]) -> Vec<Entry> {
    placed
        .iter()
        .map(|it| {
            let mut words: String = it.event.words.chars().take(IN_KEY).collect();
            if it.event.words.chars().count() > IN_KEY {
                words.push('…');
            }
            Entry::Words(format!("{}: {words}", it.letter))
        })
        .collect()
}

/// Puts each beside its month in the table's last column, which holds notes.
pub(super) fn note(table: &mut Table, placed: &[Placed<'_>]) {
    for it in placed {
        let Some(cell) = table.rows.get_mut(it.month).and_then(|row| row.last_mut()) else {
            continue;
        };
        let words = in_words(it);
        *cell = Cell::words(joined(&cell.shown, words));
    }
}

/// Puts why limits were drawn anew beside the first month that they hold for.
pub(super) fn note_rebases(table: &mut Table, reading: &Reading) {
    for (slot, rebase) in rebases(reading) {
        if let Some(cell) = table.rows.get_mut(slot).and_then(|row| row.last_mut()) {
            let words = format!("Limits drawn anew: {}", rebase.reason);
            *cell = Cell::words(joined(&cell.shown, words));
        }
    }
}

/// From when limits were drawn anew and why; empty where they were not.
pub(crate) fn sentence_of_rebases(reading: &Reading) -> String {
    let all: Vec<String> = rebases(reading)
        .map(|(slot, rebase)| format!("{} ({})", reading.slots[slot].month.words(), rebase.reason))
        .collect();
    if all.is_empty() {
        return String::new();
    }
    format!("Limits are drawn anew from {}.", all.join("; from "))
}

/// The rebases that the chart shows, each with its first slot: one at the very start, or after the last month, changes
/// nothing.
fn rebases(reading: &Reading) -> impl Iterator<Item = (usize, &Rebase)> {
    reading.series.rebases.iter().filter_map(|rebase| {
        let slot = reading
            .slots
            .iter()
            .position(|it| it.month >= rebase.from)?;
        let starts = |phase: &&Phase| phase.range.start == slot;
        let phases = reading.chart.phases.iter().skip(1);
        phases.into_iter().find(starts).map(|_| (slot, rebase))
    })
}

fn joined(before: &str, words: String) -> String {
    if before.is_empty() {
        words
    } else {
        format!("{before}. {words}")
    }
}

/// Every event in a sentence; empty where there is none.
pub(super) fn sentence(placed: &[Placed<'_>]) -> String {
    if placed.is_empty() {
        return String::new();
    }
    let all: Vec<String> = placed.iter().map(in_words).collect();
    format!("Marked on the chart: {}.", all.join("; "))
}

fn in_words(it: &Placed<'_>) -> String {
    format!(
        "{}: {}, {}",
        it.letter,
        it.event.words,
        it.event.day.words()
    )
}
