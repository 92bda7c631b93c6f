//! What time it is in England, and how a moment is said.

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use waymark_data::{Day, Month};

/// Today in England.
#[must_use]
pub fn today() -> Day {
    Day::from(in_england(Timestamp::now()).date())
}

/// "3 April 2018 at 2:30pm", in England's time.
#[must_use]
pub fn moment_words(moment: Timestamp) -> String {
    let local = in_england(moment);
    let (hour, half) = match local.hour() {
        0 => (12, "am"),
        hour @ 1..=11 => (hour, "am"),
        12 => (12, "pm"),
        hour => (hour - 12, "pm"),
    };
    format!(
        "{} at {hour}:{:02}{half}",
        Day::from(local.date()).words(),
        local.minute()
    )
}

/// The day of a moment in England.
#[must_use]
pub fn day_of(moment: Timestamp) -> Day {
    Day::from(in_england(moment).date())
}

/// The hour of the day in England.
#[must_use]
pub fn hour(moment: Timestamp) -> i8 {
    in_england(moment).hour()
}

/// The moment of a time of day in England, such as `14:30`. In the hour that comes twice in October it is the first; in the
/// one that never comes in March, the hour after.
#[must_use]
pub fn moment_at(day: Day, time: &str) -> Option<Timestamp> {
    let time = jiff::civil::Time::strptime("%H:%M", time.trim()).ok()?;
    let local = day.date().to_datetime(time);
    let as_utc = TimeZone::UTC.to_timestamp(local).ok()?;
    let in_summer = as_utc - SignedDuration::from_hours(1);
    Some(if in_england(in_summer) == local {
        in_summer
    } else {
        as_utc
    })
}

/// The moment that a day begins in England.
#[must_use]
pub fn start_of(day: Day) -> Timestamp {
    let midnight = TimeZone::UTC
        .to_timestamp(day.date().at(0, 0, 0, 0))
        .unwrap_or(Timestamp::MIN);
    if in_england(midnight).hour() == 0 {
        midnight
    } else {
        midnight - SignedDuration::from_hours(1)
    }
}

/// Clocks stand an hour before UTC's from 1 am UTC on the last Sunday of March to 1 am UTC on the last Sunday of October
/// (the Summer Time Order 2002). The rule is here because a council's server need not carry a time zone database.
fn in_england(moment: Timestamp) -> DateTime {
    let utc = TimeZone::UTC.to_datetime(moment);
    let one_o_clock = |month| last_sunday(utc.year(), month).date().at(1, 0, 0, 0);
    let summer = utc >= one_o_clock(3) && utc < one_o_clock(10);
    if summer {
        utc.saturating_add(SignedDuration::from_hours(1))
    } else {
        utc
    }
}

fn last_sunday(year: i16, month: i32) -> Day {
    let last = Month::new(i32::from(year), month).last();
    last.plus_days(-i32::from(last.date().weekday().to_sunday_zero_offset()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_moment_is_said_in_englands_time() {
        let say = |text: &str| moment_words(text.parse().unwrap());
        assert_eq!(say("2018-04-03T13:30:00Z"), "3 April 2018 at 2:30pm");
        assert_eq!(say("2018-01-31T00:05:00Z"), "31 January 2018 at 12:05am");
        // Summer time begins on 25 March 2018 and ends on 28 October 2018.
        assert_eq!(say("2018-03-25T00:59:00Z"), "25 March 2018 at 12:59am");
        assert_eq!(say("2018-03-25T01:00:00Z"), "25 March 2018 at 2:00am");
        assert_eq!(say("2018-10-28T00:59:00Z"), "28 October 2018 at 1:59am");
        assert_eq!(say("2018-10-28T01:00:00Z"), "28 October 2018 at 1:00am");
    }

    #[test]
    fn a_time_of_day_in_england_is_a_moment() {
        let at =
            |day: &str, time: &str| moment_at(day.parse().unwrap(), time).map(|it| it.to_string());
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(at("2018-04-24", "14:30"), is("2018-04-24T13:30:00Z"));
        assert_eq!(at("2018-01-23", "14:30"), is("2018-01-23T14:30:00Z"));
        assert_eq!(at("2018-07-01", "00:15"), is("2018-06-30T23:15:00Z"));
        assert_eq!(at("2018-10-28", "01:30"), is("2018-10-28T00:30:00Z"));
        assert_eq!(at("2018-10-28", "02:30"), is("2018-10-28T02:30:00Z"));
        assert_eq!(at("2018-04-24", "half past two"), None);
        assert_eq!(hour("2018-04-24T23:30:00Z".parse().unwrap()), 0);
    }

    #[test]
    fn a_summer_day_begins_an_hour_before_utc() {
        assert_eq!(
            start_of("2018-07-01".parse().unwrap()).to_string(),
            "2018-06-30T23:00:00Z"
        );
        assert_eq!(
            start_of("2018-12-01".parse().unwrap()).to_string(),
            "2018-12-01T00:00:00Z"
        );
    }
}
