//! What a reader must know besides the verdict.

use super::months;
use crate::amount::{amount, name_of, unit_value};
use crate::audience::Audience;
use crate::numbers::{counted, whole};
use crate::reading::{Reading, State};
use crate::recorded_late::why;
use waymark_measures::history::{Point, Said};
use waymark_measures::signals::Band;
use waymark_measures::{Measure, Unit};

pub(super) fn notes(reading: &Reading) -> Vec<String> {
    [
        year(reading),
        incomplete(reading),
        late(reading),
        trial(reading),
        gaps(reading),
        hidden(reading),
        restated(reading),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// "In the 12 months to 31 August 2017: 25.3% (1,204 of 4,760), added up from 3 returns."
fn year(reading: &Reading) -> Option<String> {
    let year = reading.year()?;
    let from = match year.summed_from.len() {
        0 => String::new(),
        returns => format!(
            ", added up from {}, because no single one covers all twelve months",
            counted(i64::try_from(returns).unwrap_or(i64::MAX), "return")
        ),
    };
    Some(format!(
        "In the 12 months to {}: {}{from}.",
        year.period.to.words(),
        amount(reading.measure(), year.count, &year.parts)
    ))
}

/// The months whose follow-up has not run out.
fn incomplete(reading: &Reading) -> Option<String> {
    let waiting = Waiting::of(reading, |it| !it.mature)?;
    let until = reading.measure().follow_up.map_or_else(String::new, |it| {
        let ends = it.ends(waiting.last.period.to);
        format!(" until {}", ends.words())
    });
    Some(waiting.told(reading, &format!("not complete{until}")))
}

/// The months whose answers are in, but not all written down, as past months of their age were not.
fn late(reading: &Reading) -> Option<String> {
    let waiting = Waiting::of(reading, |it| it.mature)?;
    let told = waiting.told(reading, "provisional");
    Some(match reading.series.audience {
        Audience::Board => told,
        Audience::Public => format!("{told} Later returns have often moved such a figure."),
    })
}

/// Months that are not judged yet.
struct Waiting<'a> {
    months: usize,
    first: &'a Point,
    last: &'a Point,
    last_slot: usize,
}

impl<'a> Waiting<'a> {
    fn of(reading: &'a Reading, which: impl Fn(&Point) -> bool) -> Option<Self> {
        let waits = |slot: &usize| matches!(reading.slots[*slot].state, State::Provisional(_));
        let all: Vec<(usize, &Point)> = (0..reading.slots.len())
            .filter(waits)
            .filter_map(|slot| Some((slot, reading.point(slot)?)))
            .filter(|it| which(it.1))
            .collect();
        let ((_, first), (last_slot, last)) = (*all.first()?, *all.last()?);
        let months = all.len();
        Some(Self {
            months,
            first,
            last,
            last_slot,
        })
    }

    /// That they are so and are not judged, what the last has so far, and where past months would bring it.
    fn told(&self, reading: &Reading, how: &str) -> String {
        let name = |point: &Point| name_of(reading.series.basis, point.period);
        let so_far = amount(reading.measure(), self.last.count, &self.last.parts);
        let told = if self.months == 1 {
            format!(
                "{} is {how} and is not judged: {so_far} so far.",
                name(self.first)
            )
        } else {
            format!(
                "{} {} {} are {how} and are not judged: {} has {so_far} so far.",
                name(self.first),
                if self.months == 2 { "and" } else { "to" },
                name(self.last),
                name(self.last)
            )
        };
        let why = why(reading, self.last_slot);
        why.map_or_else(|| told.clone(), |why| format!("{told} {why}"))
    }
}

fn trial(reading: &Reading) -> Option<String> {
    let phase = reading.chart.phases.last()?;
    match (reading.chart.band, phase.limits, phase.trial) {
        (_, Some(_), true) => Some(format!(
            "The limits rest on {} and will move as more come.",
            months(phase.points)
        )),
        (Band::RunChart, None, _) if reading.unfit.is_none() && reading.chart.latest.is_some() => {
            Some(
                "There are too few months for limits; the middle value is drawn instead."
                    .to_owned(),
            )
        }
        _ => None,
    }
}

fn gaps(reading: &Reading) -> Option<String> {
    let empty = reading
        .slots
        .iter()
        .filter(|slot| slot.state == State::Empty)
        .count();
    match empty {
        0 => None,
        1 => Some("One month has no figure: the line is broken there.".to_owned()),
        many => Some(format!(
            "{} have no figure: the line is broken there.",
            months(many)
        )),
    }
}

fn hidden(reading: &Reading) -> Option<String> {
    if reading.series.is_part_for_the_public() {
        return None;
    }
    let is_hidden = |slot: &&crate::reading::Slot| slot.state == State::Hidden;
    let hidden: Vec<_> = reading.slots.iter().filter(is_hidden).collect();
    let last = hidden.last()?;
    let name = name_of(
        reading.series.basis,
        reading.series.points.get(last.point?)?.period,
    );
    Some(match hidden.len() {
        1 => format!(
            "{name} is hidden (c) because it counts from 1 to 5, and is left out of limits and averages."
        ),
        many => format!(
            "{} are hidden (c), {name} the latest, because they count from 1 to 5; they are left out of limits and averages.",
            months(many)
        ),
    })
}

/// How many points say something else now than when they were first published, and the latest of them in full; none where
/// none do. "3 months have been restated since they were first published; July 2017 was published as 21% …".
#[must_use]
pub fn restated(reading: &Reading) -> Option<String> {
    let shown = |slot: &crate::reading::Slot| {
        let point = reading.series.points.get(slot.point?)?;
        slot.state.seen()?;
        point.restated_from().map(|was| (point, was))
    };
    let all: Vec<(&Point, Said)> = reading.slots.iter().filter_map(shown).collect();
    let (point, was) = all.last()?;
    let name = name_of(reading.series.basis, point.period);
    let how = restatement(reading.measure(), point, was, reading.series.audience);
    Some(match all.len() {
        1 => format!("{name} has been restated: {how}."),
        many => format!(
            "{} have been restated since they were first published. The latest is {name}: {how}.",
            months(many)
        ),
    })
}

/// "published 21%, now 22.1%: numerator 96 then, 101 now; denominator 457 both times".
///
/// To the public no earlier number is told: a return's figures are published only where a paper showed them, and what was
/// never shown would be one more number to work others out from, as would be how far it moved.
#[must_use]
pub fn restatement(measure: &Measure, now: &Point, was: &Said, audience: Audience) -> String {
    if audience == Audience::Public {
        return "what it was before stands in the papers that showed it".to_owned();
    }
    let value = |value: Option<f64>| {
        value.map_or_else(|| "no figure".to_owned(), |it| unit_value(measure, it))
    };
    let published = format!(
        "published {}, now {}",
        value(was.parts.value),
        value(now.parts.value)
    );
    let part = |name: &str, then: Option<i64>, now: Option<i64>| match (then, now) {
        (Some(then), Some(now)) if then == now => {
            Some(format!("{name} {} both times", whole(then)))
        }
        (Some(then), Some(now)) => Some(format!("{name} {} then, {} now", whole(then), whole(now))),
        _ => None,
    };
    let parts: Vec<String> = match measure.unit {
        // The value is the number itself.
        Unit::Count | Unit::Net => Vec::new(),
        _ => [
            part("numerator", was.parts.numerator, now.parts.numerator),
            part("denominator", was.parts.denominator, now.parts.denominator),
        ]
        .into_iter()
        .flatten()
        .collect(),
    };
    if parts.is_empty() {
        published
    } else {
        format!("{published}: {}", parts.join("; "))
    }
}
