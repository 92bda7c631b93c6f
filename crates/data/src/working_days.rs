//! Working days and bank holidays of England and Wales.
//!
//! A working day is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday (the wording of SI 2007/462
//! reg 1(2), used too by SI 2010/959). The day a clock starts is day 0: a limit of N working days is met on or before
//! the Nth working day after it.

use crate::Day;
use jiff::civil::{Date, Weekday, date};
use std::sync::LazyLock;

/// The `limit`th working day after `start`, which itself is day 0. A limit of 0 is the start day.
#[must_use]
pub fn due(start: Day, limit: u32) -> Day {
    if limit == 0 {
        return start;
    }
    let calendar = &*CALENDAR;
    match calendar.count_through(start) {
        Some(past) if past + (limit as usize) <= calendar.working.len() => {
            calendar.working[past + limit as usize - 1]
        }
        _ => (1..)
            .map(|days| start.plus_days(days))
            .filter(|day| is_working_day(*day))
            .nth(limit as usize - 1)
            .unwrap_or(start),
    }
}

/// Working days after `start` up to `end`, `end` in. 0 when `end` is not after `start`.
#[must_use]
pub fn between(start: Day, end: Day) -> u32 {
    if end <= start {
        return 0;
    }
    let calendar = &*CALENDAR;
    let counted = match (calendar.count_through(start), calendar.count_through(end)) {
        (Some(before), Some(through)) => through - before,
        _ => (start.number() + 1..=end.number())
            .filter(|number| is_working_day(Day::from_number(*number)))
            .count(),
    };
    u32::try_from(counted).unwrap_or(u32::MAX)
}

/// Whether people are at work on this day.
#[must_use]
pub fn is_working_day(day: Day) -> bool {
    let date = day.date();
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
        && !bank_holidays(date.year()).contains(&date)
}

/// The bank holidays of a year, Good Friday and Christmas Day with them, earliest first.
///
/// Banking and Financial Dealings Act 1971, schedule 1; New Year's Day and the early May day by proclamation.
#[must_use]
pub fn bank_holidays(year: i16) -> Vec<Date> {
    let easter = easter_sunday(year);
    let unless_moved = |moved: &[(i16, Date)], ordinary: Date| {
        moved
            .iter()
            .find(|(in_year, _)| *in_year == year)
            .map_or(ordinary, |(_, to)| *to)
    };
    let mut days = vec![
        in_lieu(date(year, 1, 1)),
        plus(easter, -2),
        plus(easter, 1),
        unless_moved(MAY_DAY_MOVED, first_monday(date(year, 5, 1))),
        unless_moved(SPRING_MOVED, last_monday(date(year, 5, 31))),
        last_monday(date(year, 8, 31)),
    ];
    // Christmas Day and Boxing Day: when either falls on a weekend the days in lieu do not collide.
    let christmas = date(year, 12, 25);
    days.extend(match christmas.weekday() {
        Weekday::Friday => [christmas, plus(christmas, 3)],
        Weekday::Saturday => [plus(christmas, 2), plus(christmas, 3)],
        Weekday::Sunday => [plus(christmas, 1), plus(christmas, 2)],
        _ => [christmas, plus(christmas, 1)],
    });
    days.extend(ONE_OFF.iter().filter(|day| day.year() == year));
    days.sort_unstable();
    days
}

/// Proclaimed for one year only.
const ONE_OFF: &[Date] = &[
    date(1999, 12, 31), // Millennium
    date(2002, 6, 3),   // Golden Jubilee
    date(2011, 4, 29),  // royal wedding
    date(2012, 6, 5),   // Diamond Jubilee
    date(2022, 6, 3),   // Platinum Jubilee
    date(2022, 9, 19),  // state funeral of Queen Elizabeth II
    date(2023, 5, 8),   // coronation of King Charles III
];
const MAY_DAY_MOVED: &[(i16, Date)] = &[(1995, date(1995, 5, 8)), (2020, date(2020, 5, 8))];
const SPRING_MOVED: &[(i16, Date)] = &[
    (2002, date(2002, 6, 4)),
    (2012, date(2012, 6, 4)),
    (2022, date(2022, 6, 2)),
];

fn plus(day: Date, days: i32) -> Date {
    Day::from(day).plus_days(days).date()
}

fn in_lieu(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => plus(day, 2),
        Weekday::Sunday => plus(day, 1),
        _ => day,
    }
}

fn first_monday(first: Date) -> Date {
    plus(
        first,
        i32::from((8 - first.weekday().to_monday_one_offset()) % 7),
    )
}

fn last_monday(last: Date) -> Date {
    plus(last, -i32::from(last.weekday().to_monday_zero_offset()))
}

/// Easter Sunday of a year, by the Gregorian computus (Meeus, Jones, Butcher).
#[must_use]
pub fn easter_sunday(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let (month, day) = ((h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    date(
        year,
        i8::try_from(month).unwrap_or(4),
        i8::try_from(day).unwrap_or(1),
    )
}

/// Every working day from 1970 to 2099, and how many there are up to each day, so that a clock costs two look-ups.
struct Calendar {
    first: Day,
    through: Vec<u32>,
    working: Vec<Day>,
}

static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
    let first = Day::from(date(1970, 1, 1));
    let (mut through, mut working) = (Vec::new(), Vec::new());
    for year in 1970..=2099 {
        let holidays: Vec<Day> = bank_holidays(year).into_iter().map(Day::from).collect();
        let (from, to) = (Day::from(date(year, 1, 1)), Day::from(date(year, 12, 31)));
        for day in (from.number()..=to.number()).map(Day::from_number) {
            // 1 January 1970 was a Thursday.
            let weekend = matches!((day.number() + 3).rem_euclid(7), 5 | 6);
            if !weekend && !holidays.contains(&day) {
                working.push(day);
            }
            through.push(u32::try_from(working.len()).expect("130 years have fewer days"));
        }
    }
    Calendar {
        first,
        through,
        working,
    }
});

impl Calendar {
    fn count_through(&self, day: Day) -> Option<usize> {
        let index = usize::try_from(self.first.days_until(day)).ok()?;
        self.through.get(index).map(|count| *count as usize)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_counts_from_day_0_over_weekends_and_holidays() {
        for (start, limit, want) in [
            ("2017-08-01", 45, "2017-10-04"),
            ("2016-01-04", 45, "2016-03-07"),
            ("2017-12-20", 15, "2018-01-15"),
            ("2018-03-28", 10, "2018-04-13"),
            ("2017-10-02", 20, "2017-10-30"),
            ("2017-12-04", 20, "2018-01-04"),
            ("2022-05-30", 10, "2022-06-15"),
            ("2022-09-16", 1, "2022-09-20"),
            ("2023-05-05", 1, "2023-05-09"),
            ("2020-05-07", 1, "2020-05-11"),
            ("2021-12-24", 1, "2021-12-29"),
            ("2017-08-26", 1, "2017-08-29"),
            ("1965-06-01", 1, "1965-06-02"),
            ("2101-06-01", 1, "2101-06-02"),
        ] {
            let (start, want): (Day, Day) = (start.parse().unwrap(), want.parse().unwrap());
            assert_eq!(due(start, limit), want, "{limit} working days from {start}");
            assert_eq!(
                between(start, want),
                limit,
                "working days from {start} to {want}"
            );
        }
    }

    #[test]
    fn the_day_itself_is_no_working_day_after_itself() {
        let day: Day = "2018-03-28".parse().unwrap();
        assert_eq!(
            (
                due(day, 0),
                between(day, day),
                between(day, day.plus_days(-9))
            ),
            (day, 0, 0)
        );
    }

    #[test]
    fn bank_holidays_are_those_of_the_published_list() {
        let of = |year: i16| {
            bank_holidays(year)
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(
            of(2015),
            "2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28"
        );
        assert_eq!(
            of(2016),
            "2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27"
        );
        assert_eq!(
            of(2020),
            "2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28"
        );
        assert_eq!(
            of(2021),
            "2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28"
        );
        assert_eq!(
            of(2022),
            "2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27"
        );
        assert_eq!(
            of(2023),
            "2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26"
        );
        assert_eq!(
            of(2028),
            "2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26"
        );
    }
}
