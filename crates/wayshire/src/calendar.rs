//! The months that Wayshire's history runs over, and counting in working days.

use crate::draw::Draw;
use std::sync::LazyLock;
pub(crate) use waymark_data::working_days::due;
pub(crate) use waymark_data::{Day, Month};

/// Month 0 of the history: the first cut's six months reach back into July 2015.
pub(crate) const FIRST: Month = Month::new(2015, 7);
/// January 2016, the month of the first cut.
pub(crate) const FIRST_CUT: usize = 6;
/// March 2018, the month of the last cut.
pub(crate) const LAST_CUT: usize = 32;
/// Months whose assessments are planned: those open at the last cut end in the half-year after it.
pub(crate) const MONTHS: usize = 39;
/// An end that has not come.
pub(crate) const NEVER: Day = Day::from_number(i32::MAX);

pub(crate) const MAR_2016: usize = 8;
pub(crate) const MAY_2017: usize = 22;
pub(crate) const JUN_2017: usize = 23;
pub(crate) const JUL_2017: usize = 24;
pub(crate) const AUG_2017: usize = 25;
pub(crate) const SEP_2017: usize = 26;
pub(crate) const NOV_2017: usize = 28;

/// A month of the history: its first and last day, and the working days in it.
pub(crate) struct Span {
    pub(crate) first: Day,
    pub(crate) last: Day,
    pub(crate) working: Vec<Day>,
}

static SPANS: LazyLock<Vec<Span>> = LazyLock::new(|| {
    (0..MONTHS + 1)
        .map(|number| {
            let month = FIRST.plus(i32::try_from(number).expect("a few dozen"));
            let (first, last) = (month.first(), month.last());
            let working = WORKING
                .iter()
                .copied()
                .filter(|day| (first..=last).contains(day))
                .collect();
            Span {
                first,
                last,
                working,
            }
        })
        .collect()
});

/// The working days of 2012 to 2019, earliest first.
static WORKING: LazyLock<Vec<Day>> = LazyLock::new(|| {
    let mut day = Month::new(2012, 1).first();
    let mut days = Vec::with_capacity(2100);
    while day < Month::new(2020, 1).first() {
        day = due(day, 1);
        days.push(day);
    }
    days
});

/// A month by its number.
pub(crate) fn span(month: usize) -> &'static Span {
    &SPANS[month]
}

/// The number of the month a day lies in; days before the history count as month 0.
pub(crate) fn month_of(day: Day) -> usize {
    SPANS.partition_point(|span| span.last < day)
}

/// This many working days before a day (0: the day itself, or the working day before it).
pub(crate) fn before(day: Day, working_days: usize) -> Day {
    let through = WORKING.partition_point(|working| *working <= day);
    WORKING[(through - 1).saturating_sub(working_days)]
}

impl Draw {
    /// A working day of a month; `late` keeps to its last days.
    pub(crate) fn working_day(&mut self, month: usize, late: bool) -> Day {
        let days = &span(month).working;
        let from = if late { days.len() - 7 } else { 0 };
        self.pick(&days[from..])
    }

    /// Any day of a month.
    pub(crate) fn day(&mut self, month: usize) -> Day {
        let span = span(month);
        span.first
            .plus_days(self.from(0, span.first.days_until(span.last)))
    }

    /// The day by which something done on `day` had been entered: mostly within three days, sometimes weeks later.
    pub(crate) fn entered(&mut self, day: Day) -> Day {
        let days = if self.chance(880) {
            self.from(0, 3)
        } else {
            self.from(4, 24)
        };
        day.plus_days(days)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn working_days_back_from_a_day_are_the_same_days_as_those_forward() {
        let end = Day::new(2017, 10, 4).unwrap();
        assert_eq!(before(end, 45), Day::new(2017, 8, 1).unwrap());
        assert_eq!(due(before(end, 45), 45), end);
    }

    #[test]
    fn the_months_that_the_sources_speak_of_have_these_numbers() {
        let number = |year, month| month_of(Month::new(year, month).last());
        assert_eq!([number(2016, 1), number(2018, 3)], [FIRST_CUT, LAST_CUT]);
        assert_eq!(
            [number(2016, 3), number(2017, 5), number(2017, 6)],
            [MAR_2016, MAY_2017, JUN_2017]
        );
        assert_eq!(
            [number(2017, 7), number(2017, 8), number(2017, 9)],
            [JUL_2017, AUG_2017, SEP_2017]
        );
    }
}
