//! The day a due phrase falls on, seen from the meeting at which it was said.

use super::{Part, Resolved, When};
use crate::dates;
use waymark_data::{Day, Month, working_days};

const NO_YEAR: &str = "The words give no year, and the day of this meeting is not known.";

impl When {
    /// The day this falls on, seen from a meeting held on `held`, with the days of all meetings known.
    #[must_use]
    pub fn resolve(self, held: Option<Day>, calendar: &[Day]) -> Resolved {
        let found = |day: Day, told: String| Resolved {
            day: Some(day),
            told,
        };
        let open = |told: String| Resolved { day: None, told };
        match self {
            Self::Day(day) => found(day, "The words give the date.".into()),
            Self::DayOfYear(month, day) => match held {
                None => open(NO_YEAR.into()),
                Some(held) => (0..2)
                    .filter_map(|more| Day::new(held.date().year() + more, month, day))
                    .find(|it| *it >= held)
                    .map_or_else(
                        || open("There is no such day.".into()),
                        |it| found(it, "The first such day after this meeting.".into()),
                    ),
            },
            Self::MeetingIn(month, year) => {
                let Some(month) = month_from(month, year, held, calendar) else {
                    return open(
                        "The words give no year, and the day of this meeting is not known.".into(),
                    );
                };
                let mut days = calendar
                    .iter()
                    .filter(|it| it.month() == month && held.is_none_or(|held| **it > held));
                match (days.next(), days.next()) {
                    (Some(day), None) => found(
                        *day,
                        format!("The meeting of {} in the calendar.", day.words()),
                    ),
                    (Some(_), Some(_)) => open(format!(
                        "The calendar has more than one meeting in {}.",
                        month.words()
                    )),
                    (None, _) => open(format!("The calendar has no meeting in {}.", month.words())),
                }
            }
            Self::Month(month, year, part) => match month_from(month, year, held, &[]) {
                None => open(NO_YEAR.into()),
                Some(month) => {
                    let first = part.of(month);
                    // "Mid-July", said on 20 July, is the next one.
                    let over = year.is_none() && held.is_some_and(|it| first.0 < it);
                    let (day, told) = if over { part.of(month.plus(12)) } else { first };
                    found(day, told)
                }
            },
            Self::DayOfMonth(day) => after_meeting(held, |held| {
                let days = (0..3).filter_map(|more| {
                    let date = held.month().plus(more).first().date();
                    Day::new(date.year(), date.month(), day)
                });
                let day = days.into_iter().find(|it| *it >= held)?;
                Some((day, "The first such day after this meeting.".into()))
            }),
            Self::Weekday(day) => after_meeting(held, |held| {
                let on = i32::from((day - weekday_of(held) + 6).rem_euclid(7)) + 1;
                Some((
                    held.plus_days(on),
                    "The first such day after this meeting.".into(),
                ))
            }),
            Self::WeekOf(month, day) => after_meeting(held, |held| {
                let first = (-1..2)
                    .filter_map(|more| Day::new(held.date().year() + more, month, day))
                    .find(|it| it.plus_days(6) >= held)?;
                let on = 4 - i32::from(weekday_of(first)).min(4);
                Some((first.plus_days(on), "The Friday of that week.".into()))
            }),
            Self::WeeksOn(weeks) => after_meeting(held, |held| {
                let friday = held.plus_days(4 - i32::from(weekday_of(held)));
                Some((
                    friday.plus_days(7 * weeks),
                    "The Friday of that week, seen from this meeting.".into(),
                ))
            }),
            Self::MonthsOn(months, part) => {
                after_meeting(held, |held| Some(part.of(held.month().plus(months))))
            }
            Self::Quarter(quarter, Some(year)) => {
                let last = dates::month_of(year, 3).plus(3 * i32::from(quarter));
                found(
                    last.last(),
                    format!("The end of quarter {quarter} of that financial year."),
                )
            }
            Self::Quarter(quarter, None) => after_meeting(held, |held| {
                let day = (-1..2)
                    .map(|more| {
                        let year = held.date().year() + more;
                        dates::month_of(year, 3).plus(3 * i32::from(quarter)).last()
                    })
                    .find(|it| *it >= held)?;
                Some((
                    day,
                    format!(
                        "The end of the first quarter {quarter} of a financial year that was not over at this meeting."
                    ),
                ))
            }),
            Self::QuartersOn(more) => after_meeting(held, |held| {
                let month = i32::from(held.date().month());
                let last = held.month().plus(2 - (month - 1) % 3 + 3 * more);
                Some((last.last(), "The last day of that quarter.".into()))
            }),
            Self::Easter(Some(year)) => found(
                working_days::easter_sunday(year).into(),
                "Easter Sunday.".into(),
            ),
            Self::Easter(None) => after_meeting(held, |held| {
                let year = held.date().year();
                let day = [year, year + 1]
                    .map(|it| Day::from(working_days::easter_sunday(it)))
                    .into_iter()
                    .find(|it| *it >= held)?;
                Some((day, "The first Easter Sunday after this meeting.".into()))
            }),
            Self::WithinMonths(months) => after_meeting(held, |held| {
                let s = if months == 1 { "" } else { "s" };
                Some((
                    held.plus_months(months),
                    format!("{months} month{s} after this meeting."),
                ))
            }),
            Self::WithinWorkingDays(days) => after_meeting(held, |held| {
                Some((
                    working_days::due(held, days),
                    format!("{days} working days after this meeting."),
                ))
            }),
            Self::NextMeeting => match held {
                None => {
                    open("The day of this meeting is not known, so the next cannot be told.".into())
                }
                Some(held) => calendar.iter().filter(|it| **it > held).min().map_or_else(
                    || open("The calendar has no meeting after this one.".into()),
                    |it| {
                        found(
                            *it,
                            "The first meeting in the calendar after this one.".into(),
                        )
                    },
                ),
            },
            Self::Within(days) => after_meeting(held, |held| {
                let s = if days == 1 { "" } else { "s" };
                Some((
                    held.plus_days(days),
                    format!("{days} day{s} after this meeting."),
                ))
            }),
            Self::Open => open("The words name no date.".into()),
        }
    }
}

impl Part {
    /// The day that a part of a month is over, and how that is told.
    fn of(self, month: Month) -> (Day, String) {
        let words = month.words();
        let first = month.first();
        match self {
            Self::Whole => (month.last(), format!("The last day of {words}.")),
            Self::Start => (first, format!("The first day of {words}.")),
            Self::Early => (
                first.plus_days(9),
                format!("Early in {words}: taken as its 10th day."),
            ),
            Self::Mid => (
                first.plus_days(14),
                format!("The middle of {words}: taken as its 15th day."),
            ),
            Self::On(day) => {
                let day = first.plus_days(i32::from(day) - 1).min(month.last());
                (day, format!("{}.", day.words()))
            }
        }
    }
}

/// What is counted from the day of the meeting.
fn after_meeting(held: Option<Day>, day: impl FnOnce(Day) -> Option<(Day, String)>) -> Resolved {
    let Some(held) = held else {
        return Resolved {
            day: None,
            told: "The day of this meeting is not known.".into(),
        };
    };
    match day(held) {
        Some((day, told)) => Resolved {
            day: Some(day),
            told,
        },
        None => Resolved {
            day: None,
            told: "There is no such day.".into(),
        },
    }
}
/// The day of the week, Monday as 0.
fn weekday_of(day: Day) -> i8 {
    day.date().weekday().to_monday_zero_offset()
}

/// The month meant by a month's name: with its year, or the first that is not over when the meeting was held. A month
/// that began before the meeting counts only when the calendar still has a meeting in it.
fn month_from(month: i8, year: Option<i16>, held: Option<Day>, calendar: &[Day]) -> Option<Month> {
    if let Some(year) = year {
        return Some(dates::month_of(year, month));
    }
    let held = held?;
    let this_year = dates::month_of(held.date().year(), month);
    let same = this_year == held.month();
    let later_this_month = calendar
        .iter()
        .any(|it| it.month() == this_year && *it > held);
    Some(
        if this_year > held.month() || (same && (calendar.is_empty() || later_this_month)) {
            this_year
        } else {
            this_year.plus(12)
        },
    )
}
