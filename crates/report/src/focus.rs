//! What a board should look at: "positives" and "next areas to focus on", drawn from every measure's signals
//! (S-266, S-297).
//!
//! The rule. **Next areas**, in this order: measures that have become worse (a signal); measures better over the whole
//! time but worse lately; measures without a signal that will keep missing their target unless something changes.
//! **Positives**: measures that have improved, then those that keep meeting their target. Within each: an Act or
//! regulations before statutory guidance before published statistics before practice; then the more children stand behind
//! the figure; then by title. Everything else is counted, not listed.
//!
//! A measure is told once: of several variants the first given, of a count and its rate the count, of two that count the same
//! cases from both ends (in time, late) the first given, and no bands of a share.

use crate::numbers::{counted, whole};
use crate::reading::Reading;
use std::cmp::Reverse;
use waymark_measures::history::Point;
use waymark_measures::signals::{Change, Good, Outlook, Unfit};
use waymark_measures::{Standing, Unit};

/// What a board should look at.
#[derive(Debug)]
pub struct Focus<'a> {
    /// Next areas to focus on, the most pressing first.
    pub next_areas: Vec<&'a Reading>,
    /// Positives.
    pub positives: Vec<&'a Reading>,
    /// Those in neither list.
    pub counted: Counted,
}

/// How many measures are in neither list, and what chance gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// No real change.
    pub no_real_change: usize,
    /// Changed, where neither way is good.
    pub changed: usize,
    /// Too early to say.
    pub too_early: usize,
    /// Too few to judge.
    pub too_few: usize,
    /// Not judged month by month.
    pub not_judged: usize,
    /// Without any figure that may be shown.
    pub no_figure: usize,
    /// Measures judged by their latest month, in these counts or in the lists.
    pub judged: usize,
    /// Of those, how many have a signal.
    pub signals: usize,
}

/// How often a process that does not change at all is flagged in its latest month by the default rules, with limits from
/// 24 months: found by running them over such processes (see the test beside this).
pub(crate) const BY_CHANCE: f64 = 0.015;

/// Which list a measure goes in, and how pressing it is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Place {
    Worse,
    WorseLately,
    KeepsMissing,
    Improved,
    KeepsMeeting,
}

/// Draws the lists from all measures, in the order they are shown.
#[must_use]
pub fn focus(readings: &[Reading]) -> Focus<'_> {
    let told = each_once(readings.iter()).into_iter().map(|it| it[0]);
    let mut listed: Vec<(Place, &Reading)> = Vec::new();
    let mut counted = Counted::default();
    for reading in told {
        let change = reading.verdict.change;
        let has_signal = has_signal(reading);
        counted.judged += usize::from(has_signal || change == Change::NoRealChange);
        counted.signals += usize::from(has_signal);
        if let Some(place) = place(reading) {
            listed.push((place, reading));
            continue;
        }
        let count = match change {
            _ if reading.latest().is_none() => &mut counted.no_figure,
            Change::TooEarly(_) => &mut counted.too_early,
            Change::NotJudged(Unfit::FewInDenominator) => &mut counted.too_few,
            Change::NotJudged(_) => &mut counted.not_judged,
            Change::NoRealChange => &mut counted.no_real_change,
            _ => &mut counted.changed,
        };
        *count += 1;
    }
    listed.sort_by_key(|(place, reading)| {
        let measure = reading.measure();
        let standing: Standing = measure.standing;
        (*place, standing, Reverse(behind(reading)), measure.title)
    });
    let (next, good): (Vec<_>, Vec<_>) = listed
        .into_iter()
        .partition(|(place, _)| *place <= Place::KeepsMissing);
    let readings = |of: Vec<(Place, _)>| of.into_iter().map(|(_, reading)| reading).collect();
    Focus {
        next_areas: readings(next),
        positives: readings(good),
        counted,
    }
}

/// Every measure once, in the order given: those told, each with what says the same as it, itself the first.
pub(crate) fn each_once<'a>(readings: impl Iterator<Item = &'a Reading>) -> Vec<Vec<&'a Reading>> {
    let mut told: Vec<Vec<&Reading>> = Vec::new();
    for reading in readings.filter(|it| it.series.band.is_none() && it.series.group.is_none()) {
        match told.iter_mut().find(|it| is_same(it[0], reading)) {
            Some(same) => same.push(reading),
            None => told.push(vec![reading]),
        }
    }
    told
}

/// Whether a measure's latest month is a signal.
pub(crate) fn has_signal(reading: &Reading) -> bool {
    matches!(
        reading.verdict.change,
        Change::Improved(_) | Change::Worse(_) | Change::Higher(_) | Change::Lower(_)
    )
}

fn place(reading: &Reading) -> Option<Place> {
    let good = reading.measure().good;
    let worse_lately = reading
        .verdict
        .spans
        .is_some_and(|it| it.disagree() && it.recent.moved.is_better(good) == Some(false));
    match (reading.verdict.change, reading.verdict.outlook) {
        (Change::Worse(_), _) => Some(Place::Worse),
        (Change::Improved(_), _) if worse_lately => Some(Place::WorseLately),
        (Change::Improved(_), _) => Some(Place::Improved),
        (Change::NoRealChange, Outlook::WillKeepMissing) => Some(Place::KeepsMissing),
        (Change::NoRealChange, Outlook::KeepsMeeting) => Some(Place::KeepsMeeting),
        _ => None,
    }
}

/// The children (or cases) for whom the latest figure is not as it should be; where neither way is good, or the number is
/// not made of cases that hit, all that it counts.
#[must_use]
pub fn behind(reading: &Reading) -> u64 {
    let Some(point) = reading.latest() else {
        return 0;
    };
    let hits = u64::from(point.count.hits.unsigned_abs());
    let cases = u64::from(point.count.cases);
    match (reading.measure().unit, reading.measure().good) {
        (Unit::Percent | Unit::Share, Good::Up) => cases.saturating_sub(hits),
        (Unit::Percent | Unit::Share, Good::Down) => hits,
        (Unit::Count | Unit::Rate | Unit::Net, _) => hits,
        _ => cases,
    }
}

/// Whether two measures say the same: variants of one, a count and the rate of it, or the same cases from both ends.
fn is_same(one: &Reading, other: &Reading) -> bool {
    let (a, b) = (one.measure(), other.measure());
    if a.id == b.id {
        return true;
    }
    let (x, y) = (&one.series.points, &other.series.points);
    let alike = |same: fn(&Point, &Point) -> bool| {
        let mut pairs = x.iter().zip(y);
        !x.is_empty()
            && x.len() == y.len()
            && pairs.all(|(x, y)| x.period == y.period && same(x, y))
    };
    if a.unit == Unit::Count && b.unit == Unit::Rate && a.theme == b.theme {
        return alike(|count, rate| count.count.hits == rate.count.hits);
    }
    let opposite = matches!(
        (a.good, b.good),
        (Good::Up, Good::Down) | (Good::Down, Good::Up)
    );
    let percent = a.unit == Unit::Percent && b.unit == Unit::Percent;
    opposite
        && percent
        && a.theme == b.theme
        && a.lists == b.lists
        && alike(|x, y| {
            x.count.cases == y.count.cases
                && i64::from(x.count.hits) + i64::from(y.count.hits) == i64::from(x.count.cases)
        })
}

impl Counted {
    /// How many signals would be expected by chance alone among as many measures.
    #[must_use]
    pub fn by_chance(&self) -> usize {
        let judged = f64::from(u32::try_from(self.judged).unwrap_or(u32::MAX));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        // a small positive number
        let expected = (judged * BY_CHANCE).round() as usize;
        expected
    }

    /// "No real change: 21. Too early to say: 6. Of 27 measures judged 6 have a signal; chance alone would flag about 1."
    #[must_use]
    pub fn sentence(&self) -> String {
        let parts = [
            ("No real change", self.no_real_change),
            ("Changed, where neither way is good", self.changed),
            ("Too early to say", self.too_early),
            ("Too few to judge", self.too_few),
            ("Not judged month by month", self.not_judged),
            ("No figure", self.no_figure),
        ];
        let number = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
        let mut text: Vec<String> = parts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(name, count)| format!("{name}: {}.", whole(number(count))))
            .collect();
        if self.judged > 0 {
            let chance = match self.by_chance() {
                0 => "hardly any".to_owned(),
                some => format!("about {some}"),
            };
            let verb = if self.signals == 1 { "has" } else { "have" };
            text.push(format!(
                "Of {} judged, {} {verb} a signal; chance alone would flag {chance}.",
                counted(number(self.judged), "measure"),
                whole(number(self.signals)),
            ));
        }
        text.join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_measures::signals::{Method, chart};

    /// Sums of twelve even numbers are near enough normal; the seed is fixed.
    fn normal(state: &mut u64) -> f64 {
        let mut sum = 0.0;
        for _ in 0..12 {
            *state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            sum += f64::from(u32::try_from(*state >> 33).unwrap_or(0)) / f64::from(1_u32 << 31);
        }
        sum - 6.0
    }

    #[test]
    fn chance_alone_flags_as_many_as_is_said() {
        let mut state = 20_180_331;
        let runs = 20_000;
        let flagged = (0..runs)
            .filter(|_| {
                let points: Vec<_> = (0..24).map(|_| Some(50.0 + normal(&mut state))).collect();
                chart(&points, &Method::default())
                    .latest_label()
                    .is_high()
                    .is_some()
            })
            .count();
        let share = f64::from(u32::try_from(flagged).unwrap_or(0)) / f64::from(runs);
        assert!((share - BY_CHANCE).abs() < 0.003, "{share}");
    }
}
