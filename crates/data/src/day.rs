//! A day of the calendar, a month, and a period of days.

use jiff::civil::Date;
use std::fmt;

/// A day, held as its number since 1 January 1970 so that differences and comparisons cost nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

const EPOCH: Date = jiff::civil::date(1970, 1, 1);
const SECONDS: i64 = 86_400;

impl Day {
    /// The day with this number since 1 January 1970.
    #[must_use]
    pub const fn from_number(number: i32) -> Self {
        Self(number)
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day of this year, month and day, when there is one: 31 February is none.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from)
    }

    /// The calendar date. Days outside the years -9999 to 9999 come out as the nearest date there is.
    #[must_use]
    pub fn date(self) -> Date {
        EPOCH.saturating_add(jiff::SignedDuration::from_secs(i64::from(self.0) * SECONDS))
    }

    /// This many days later (earlier when negative).
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// The same day-number this many months later (earlier when negative); where that month has no such day, its last
    /// day: 31 August and 6 months is 28 or 29 February.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let date = self.date();
        let target = Month::of(self).plus(months);
        let day = date.day().min(target.last().date().day());
        target.first().plus_days(i32::from(day) - 1)
    }

    /// Days from this day to `later`; negative when it is earlier.
    #[must_use]
    pub const fn days_until(self, later: Self) -> i32 {
        later.0 - self.0
    }

    /// The month this day lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month::of(self)
    }

    /// Whether this is the last day of its month.
    #[must_use]
    pub fn ends_month(self) -> bool {
        self.plus_days(1).date().day() == 1
    }

    /// Whole years from this day (a birthday) to `on`; 29 February falls on 28 February in other years.
    #[must_use]
    pub fn whole_years_until(self, on: Self) -> i32 {
        // Far from a birthday the mean length of a year tells; a birthday is never further than this many days from a
        // whole number of mean years.
        const NEAR: i32 = 4;
        let years = |days: i32| (i64::from(days) * 400).div_euclid(146_097);
        let days = self.days_until(on);
        let (least, most) = (
            years(days.saturating_sub(NEAR)),
            years(days.saturating_add(NEAR)),
        );
        let most = i32::try_from(most).unwrap_or(i32::MAX / 12);
        if i64::from(most) == least {
            return most;
        }
        if self.plus_months(12 * most) <= on {
            most
        } else {
            most - 1
        }
    }

    /// "31 March 2018".
    #[must_use]
    pub fn words(self) -> String {
        let date = self.date();
        format!(
            "{} {} {}",
            date.day(),
            MONTHS[usize::from(date.month().unsigned_abs()) - 1],
            date.year()
        )
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        let seconds = date.duration_since(EPOCH).as_secs();
        Self(i32::try_from(seconds / SECONDS).expect("jiff's dates end in the year 9999"))
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        day.date()
    }
}

/// ISO, as in 2018-03-31.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

impl std::str::FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        text.parse::<Date>().map(Self::from).map_err(|_| {
            format!("'{text}' is not a date: write it as year-month-day, for example 2018-03-31")
        })
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A calendar month.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i32);

impl Month {
    /// The month a day lies in.
    #[must_use]
    pub fn of(day: Day) -> Self {
        let date = day.date();
        Self(i32::from(date.year()) * 12 + i32::from(date.month()) - 1)
    }

    /// The month of this year; `month` from 1 to 12.
    #[must_use]
    pub const fn new(year: i32, month: i32) -> Self {
        Self(year * 12 + month - 1)
    }

    /// This many months later (earlier when negative).
    #[must_use]
    pub const fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// Months from this one to `later`.
    #[must_use]
    pub const fn months_until(self, later: Self) -> i32 {
        later.0 - self.0
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Day {
        let year = i16::try_from(self.0.div_euclid(12)).unwrap_or(9999);
        let month = i8::try_from(self.0.rem_euclid(12) + 1).unwrap_or(1);
        Day::new(year, month, 1).unwrap_or(Day(0))
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        self.plus(1).first().plus_days(-1)
    }

    /// All its days.
    #[must_use]
    pub fn period(self) -> Period {
        Period {
            from: self.first(),
            to: self.last(),
        }
    }

    /// "March 2018".
    #[must_use]
    pub fn words(self) -> String {
        let month = usize::try_from(self.0.rem_euclid(12)).unwrap_or(0);
        format!("{} {}", MONTHS[month], self.0.div_euclid(12))
    }

    /// "Mar 2018", for a chart's axis.
    #[must_use]
    pub fn short(self) -> String {
        let month = usize::try_from(self.0.rem_euclid(12)).unwrap_or(0);
        format!("{} {}", &MONTHS[month][..3], self.0.div_euclid(12))
    }
}

/// ISO, as in 2018-03.
impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}",
            self.0.div_euclid(12),
            self.0.rem_euclid(12) + 1
        )
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The days from one to another, both in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Period {
    /// First day in.
    pub from: Day,
    /// Last day in.
    pub to: Day,
}

impl Period {
    /// Whether a day lies in it.
    #[must_use]
    pub fn has(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether all of another period lies in it.
    #[must_use]
    pub fn holds(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// The whole calendar months in it, earliest first.
    pub fn months(self) -> impl Iterator<Item = Month> {
        let first = if Month::of(self.from).first() == self.from {
            Month::of(self.from)
        } else {
            Month::of(self.from).plus(1)
        };
        (0..)
            .map(move |n| first.plus(n))
            .take_while(move |month| month.last() <= self.to)
    }

    /// "1 April 2017 to 31 March 2018"; a whole month reads "March 2018", one day as itself.
    #[must_use]
    pub fn words(self) -> String {
        if self.from == self.to {
            self.from.words()
        } else if Month::of(self.from).period() == self {
            Month::of(self.from).words()
        } else {
            format!("{} to {}", self.from.words(), self.to.words())
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn months_keep_the_day_number_or_take_the_months_last_day() {
        for (start, months, due) in [
            ("2018-01-31", 1, "2018-02-28"),
            ("2017-11-30", 3, "2018-02-28"),
            ("2016-02-29", 12, "2017-02-28"),
            ("2017-08-31", 6, "2018-02-28"),
            ("2018-05-15", 3, "2018-08-15"),
            ("2018-03-31", -6, "2017-09-30"),
            ("2018-03-31", -24, "2016-03-31"),
        ] {
            assert_eq!(
                day(start).plus_months(months),
                day(due),
                "{start} and {months} months"
            );
        }
    }

    #[test]
    fn a_birthday_on_29_february_falls_on_the_28th_in_other_years() {
        let born = day("2000-02-29");
        assert_eq!(born.whole_years_until(day("2018-02-27")), 17);
        assert_eq!(born.whole_years_until(day("2018-02-28")), 18);
        assert_eq!(born.whole_years_until(day("2000-02-28")), -1);
    }

    #[test]
    fn the_quick_way_to_an_age_is_the_exact_one() {
        let exact = |born: Day, on: Day| {
            let years = i32::from(on.date().year()) - i32::from(born.date().year());
            if born.plus_months(12 * years) <= on {
                years
            } else {
                years - 1
            }
        };
        for born in [
            "1996-02-28",
            "1996-02-29",
            "1999-12-31",
            "2000-02-29",
            "2000-03-01",
            "2010-06-15",
        ] {
            let born = day(born);
            for days in -800..45_000 {
                let on = born.plus_days(days);
                assert_eq!(
                    born.whole_years_until(on),
                    exact(born, on),
                    "{born} to {on}"
                );
            }
        }
    }

    #[test]
    fn a_six_month_window_holds_six_whole_months() {
        let window = Period {
            from: day("2017-09-30"),
            to: day("2018-03-31"),
        };
        let months: Vec<String> = window.months().map(|it| it.to_string()).collect();
        assert_eq!(
            months,
            [
                "2017-10", "2017-11", "2017-12", "2018-01", "2018-02", "2018-03"
            ]
        );
    }

    #[test]
    fn a_day_reads_as_people_write_it() {
        assert_eq!(day("2018-03-01").words(), "1 March 2018");
        assert_eq!(day("2018-03-01").month().words(), "March 2018");
        assert_eq!(Day::new(2018, 2, 31), None);
        assert!(day("2016-02-29").ends_month() && !day("2016-02-28").ends_month());
        assert_eq!(
            Day::from_number(day("1899-12-31").number()),
            day("1899-12-31")
        );
    }
}
