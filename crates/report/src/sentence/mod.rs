//! Honest English from a reading.
//!
//! Only what the signals allow is said. "Improved" and "worse" need a signal at the latest point, or a mean drawn anew;
//! "no real change" is ordinary variation; "too early to say" is fewer than 12 points or an unfinished cohort; "on target
//! by luck" is hit or miss; "will keep missing its target unless something changes" is a target beyond the limits. Where
//! the whole series and its latest months disagree both are said. A move inside the limits is never given a reason, and
//! nothing else is: reasons are for people to add.

mod age;
mod change;
mod notes;
mod target;

pub use age::data_age;
pub(crate) use change::clip;
pub use notes::{restated, restatement};

use crate::amount::{amount, unit_value, when};
use crate::numbers::{counted, short, whole};
use crate::reading::{Reading, State};
use waymark_measures::Unit;
use waymark_measures::history::Point;
use waymark_measures::signals::Change;

/// What is said of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// One sentence, for a list of measures. The measure's title stands beside it.
    pub home: String,
    /// Two or three sentences for the measure's own page.
    pub page: Vec<String>,
    /// What a reader must know besides: provisional months, trial limits, figures added up, restatements, what is hidden.
    pub notes: Vec<String>,
}

/// What may be said of a reading.
#[must_use]
pub fn sentences(reading: &Reading) -> Sentences {
    let Some(latest) = reading.latest() else {
        let none = nothing_to_say(reading);
        return Sentences {
            home: none.clone(),
            page: vec![none],
            notes: notes::notes(reading),
        };
    };
    let told = change::headline(reading, latest);
    let short_outlook = target::clause(reading).unwrap_or_default();
    let mut page = vec![format!("{told}.")];
    page.extend(change::legs(reading));
    page.extend(latest_move(reading));
    page.extend(target::sentence(reading, latest));
    Sentences {
        home: format!("{told}{short_outlook}."),
        page,
        notes: notes::notes(reading),
    }
}

/// "No figure yet …" or that it is hidden.
fn nothing_to_say(reading: &Reading) -> String {
    let hidden = |it: &crate::reading::Slot| it.state == State::Hidden;
    if reading.series.is_part_for_the_public() {
        "Shown to the public only in a table of all groups.".to_owned()
    } else if reading.slots.iter().any(hidden) {
        "Hidden: it counts so few children that a number could point at one.".to_owned()
    } else if reading.series.points.is_empty() {
        "No figure yet: no return that has been loaded can answer it.".to_owned()
    } else {
        "No figure: there was nobody to count.".to_owned()
    }
}

/// "21% (96 of 457) in August 2017" of a slot.
fn told(reading: &Reading, slot: usize) -> Option<String> {
    reading.point(slot).map(|point| told_point(reading, point))
}

fn told_point(reading: &Reading, point: &Point) -> String {
    let (measure, basis) = (reading.measure(), reading.series.basis);
    format!(
        "{} {}",
        amount(measure, point.count, &point.parts),
        when(measure, basis, point.period)
    )
}

/// How many cases the latest move is, where it is inside the limits: small numbers move percentages a long way.
fn latest_move(reading: &Reading) -> Option<String> {
    if reading.verdict.change != Change::NoRealChange {
        return None;
    }
    let measure = reading.measure();
    let slot = reading.latest_slot()?;
    let before = slot.checked_sub(1)?;
    let (now, then) = (
        reading.slots[slot].state.judged()?,
        reading.slots[before].state.judged()?,
    );
    let point = reading.point(slot)?;
    let was = told(reading, before)?;
    let moved = now - then;
    if moved == 0.0 {
        return None;
    }
    let way = if moved > 0.0 { "up" } else { "down" };
    let size = match measure.unit {
        Unit::Percent | Unit::Share => {
            #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
            let cases = (moved.abs() / 100.0 * f64::from(point.count.cases)).round() as i64;
            let points = counted_points(moved.abs());
            let about = if cases == 0 {
                "less than one".to_owned()
            } else {
                format!("about {}", whole(cases))
            };
            format!(
                "{points}, {about} of the {}",
                whole(i64::from(point.count.cases))
            )
        }
        Unit::Count => short(moved.abs()),
        Unit::Net => format!("{} in the balance", short(moved.abs())),
        Unit::Rate => format!(
            "{}, {}",
            unit_value(measure, moved.abs()),
            counted_cases(reading, slot, before)?
        ),
        Unit::MedianWorkingDays | Unit::MeanDays => unit_value(measure, moved.abs()),
    };
    Some(format!(
        "That is {way} by {size}, from {was}: no more than it varies by anyway."
    ))
}

fn counted_points(size: f64) -> String {
    match short(size).as_str() {
        "0" => "less than 0.1 of a percentage point".to_owned(),
        "1" => "1 percentage point".to_owned(),
        points => format!("{points} percentage points"),
    }
}

fn counted_cases(reading: &Reading, now: usize, then: usize) -> Option<String> {
    let hits = |slot| Some(i64::from(reading.point(slot)?.count.hits));
    let more = hits(now)? - hits(then)?;
    Some(match more {
        0 => "the same number".to_owned(),
        more @ 1.. => format!("{} more", whole(more)),
        fewer => format!("{} fewer", whole(-fewer)),
    })
}

/// "7 months".
fn months(number: usize) -> String {
    counted(i64::try_from(number).unwrap_or(i64::MAX), "month")
}
