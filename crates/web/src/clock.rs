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
