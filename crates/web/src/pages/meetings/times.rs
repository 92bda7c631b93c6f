//! Days and times of meetings, in words, and the working days round them.

use waymark_data::{Day, working_days};
use waymark_programme::Record;

/// "2:30pm" of `14:30`; what is no time stays as it is.
#[must_use]
pub(super) fn clock(time: &str) -> String {
    let Some((hour, minute)) = parts(time) else {
        return time.to_owned();
    };
    let (shown, half) = match hour {
        0 => (12, "am"),
        1..=11 => (hour, "am"),
        12 => (12, "pm"),
        _ => (hour - 12, "pm"),
    };
    if minute == 0 {
        format!("{shown}{half}")
    } else {
        format!("{shown}:{minute:02}{half}")
    }
}

/// Minutes since midnight of `14:30`.
#[must_use]
pub(super) fn minutes(time: &str) -> Option<u32> {
    parts(time).map(|(hour, minute)| hour * 60 + minute)
}

/// `14:30` of minutes since midnight.
#[must_use]
pub(super) fn time(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

fn parts(time: &str) -> Option<(u32, u32)> {
    let (hour, minute) = time.split_once(':')?;
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute))
}

/// "Tuesday 24 April 2018".
#[must_use]
pub(super) fn weekday(day: Day) -> String {
    format!("{} {}", weekday_name(day), day.words())
}

/// "Tuesday".
#[must_use]
pub(super) fn weekday_name(day: Day) -> &'static str {
    const NAMES: [&str; 7] = [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ];
    let at = day.date().weekday().to_sunday_zero_offset();
    NAMES[usize::try_from(at).unwrap_or(0) % 7]
}

/// "Tuesday 24 April 2018, 2:30pm to 4:30pm", as far as a meeting says.
#[must_use]
pub(super) fn when(meeting: &Record) -> String {
    let mut words = meeting
        .date()
        .map_or_else(|| "No date yet".to_owned(), weekday);
    let (starts, ends) = (meeting.text("starts"), meeting.text("ends"));
    if !starts.is_empty() {
        words.push_str(&format!(", {}", clock(starts)));
        if !ends.is_empty() {
            words.push_str(&format!(" to {}", clock(ends)));
        }
    }
    words
}

/// "today", "tomorrow", "in 5 days", "yesterday", "3 days ago".
#[must_use]
pub(super) fn from_today(today: Day, day: Day) -> String {
    match today.days_until(day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        days @ 2.. => format!("in {days} days"),
        days => format!("{} days ago", -days),
    }
}

/// The day itself, or the first working day after it.
#[must_use]
pub(super) fn working_day_from(day: Day) -> Day {
    let mut day = day;
    while !working_days::is_working_day(day) {
        day = day.plus_days(1);
    }
    day
}

/// The working day this many working days before another day.
#[must_use]
pub(super) fn working_days_before(day: Day, count: u32) -> Day {
    let mut day = day;
    for _ in 0..count {
        day = day.plus_days(-1);
        while !working_days::is_working_day(day) {
            day = day.plus_days(-1);
        }
    }
    day
}

/// Why nobody is at work on a day: "a Sunday", "a bank holiday"; empty on a working day.
#[must_use]
pub(super) fn no_work(day: Day) -> String {
    if working_days::is_working_day(day) {
        String::new()
    } else if matches!(day.date().weekday().to_sunday_zero_offset(), 0 | 6) {
        format!("a {}", weekday_name(day))
    } else {
        "a bank holiday".to_owned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        assert_eq!(clock("14:30"), "2:30pm");
        assert_eq!(clock("09:00"), "9am");
        assert_eq!(clock("00:15"), "12:15am");
        assert_eq!(clock("after lunch"), "after lunch");
        assert_eq!(time(14 * 60 + 35), "14:35");
    }

    #[test]
    fn papers_go_out_five_working_days_before_and_easter_does_not_count() {
        // Good Friday was 30 March 2018, Easter Monday 2 April.
        assert_eq!(working_days_before(day("2018-04-05"), 5), day("2018-03-27"));
        assert_eq!(working_day_from(day("2018-03-30")), day("2018-04-03"));
        assert_eq!(no_work(day("2018-04-02")), "a bank holiday");
        assert_eq!(no_work(day("2018-04-01")), "a Sunday");
        assert_eq!(no_work(day("2018-04-03")), "");
    }
}
