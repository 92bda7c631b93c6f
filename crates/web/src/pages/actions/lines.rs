//! An action as one line that a tired person can act on.

use super::{mine, path};
use crate::pages::records::cite;
use crate::user::User;
use crate::words::counted;
use std::cmp::Reverse;
use waymark_data::Day;
use waymark_govuk::Html;
use waymark_programme::accepting::has_accepted;
use waymark_programme::moved::Dates;
use waymark_programme::owner::Person;
use waymark_programme::{Record, Records, Role};

/// Where an action stands in the list, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Group {
    Overdue,
    Next,
    Undated,
    Confirm,
    Closed,
}

impl Group {
    pub(super) const ALL: [Self; 5] = [
        Self::Overdue,
        Self::Next,
        Self::Undated,
        Self::Confirm,
        Self::Closed,
    ];

    pub(super) fn of(records: &Records, action: &Record, today: Day) -> Self {
        if !action.is_open() {
            Self::Closed
        } else if action.state.word == "evidenced" {
            Self::Confirm
        } else if records.days_over(action, today).is_some() {
            Self::Overdue
        } else if records.due(action).is_some() {
            Self::Next
        } else {
            Self::Undated
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Overdue => "Overdue",
            Self::Next => "Due next",
            Self::Undated => "Without a date",
            Self::Confirm => "Awaiting confirmation at a meeting",
            Self::Closed => "Closed",
        }
    }

    /// What comes first within the group: what is due first, of the closed the latest.
    pub(super) fn order(self, records: &Records, action: &Record) -> (Self, Day, Reverse<i64>) {
        let far = Day::from_number(i32::MAX);
        match self {
            Self::Closed => (self, far, Reverse(action.changed.as_second())),
            _ => (
                self,
                records.due(action).unwrap_or(far),
                Reverse(-action.id.0),
            ),
        }
    }
}

/// One action.
pub(super) struct Line {
    pub(super) reference: String,
    pub(super) href: String,
    pub(super) title: String,
    pub(super) owners: String,
    /// "27 days over", "6 days left"; empty without a date.
    pub(super) over: String,
    pub(super) late: bool,
    /// "24 April 2018"; or the words it was said in.
    pub(super) due: String,
    /// "First promised for 31 January 2018; slipped twice, by 83 days"; empty if it never moved.
    pub(super) slipped: String,
    pub(super) tag: Html,
    /// What this person can do next, and where.
    pub(super) next: Option<(&'static str, String)>,
}

impl Line {
    pub(super) fn of(
        records: &Records,
        person: &Person,
        user: &User,
        action: &Record,
        dates: Option<&Dates>,
        today: Day,
    ) -> Self {
        let due = records.due(action);
        let over = records.days_over(action, today);
        let waits = action.state.word == "evidenced";
        Self {
            reference: action.reference(),
            href: path(action.id),
            title: action.title().to_owned(),
            owners: action.owners().join(", "),
            over: if action.is_open() && !waits {
                time_words(due, over, today)
            } else {
                String::new()
            },
            late: over.is_some() && !waits,
            due: due.map_or_else(|| action.text("due_words").to_owned(), Day::words),
            slipped: slipped_words(action, dates),
            tag: Html::of(&cite::state(action.state)),
            next: next(records, person, user, action),
        }
    }
}

/// "27 days over", "Due today", "6 days left".
pub(super) fn time_words(due: Option<Day>, over: Option<u32>, today: Day) -> String {
    let days = |days: u32| counted(days as usize, "day", "days");
    match (due, over) {
        (_, Some(over)) => format!("{} over", days(over)),
        (Some(due), None) => match u32::try_from(today.days_until(due)) {
            Ok(0) => "Due today".to_owned(),
            Ok(left) => format!("{} left", days(left)),
            Err(_) => String::new(),
        },
        (None, None) => String::new(),
    }
}

/// How the date slipped. Where history does not tell, what the action itself says of its first date does.
pub(super) fn slipped_words(action: &Record, dates: Option<&Dates>) -> String {
    let Some(dates) = dates else {
        return String::new();
    };
    let said = action.day("first_due");
    let first = match (said, dates.first) {
        (Some(said), Some(first)) => Some(said.min(first)),
        (said, first) => said.or(first),
    };
    let now = dates.moved.last().map(|it| it.to).or(dates.first);
    let (Some(first), Some(now)) = (first, now) else {
        return String::new();
    };
    let by = first.days_until(now);
    if by <= 0 {
        return String::new();
    }
    let times = match dates.slips().max(1) {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        times => format!("{times} times"),
    };
    format!(
        "First promised for {}; slipped {times}, by {}",
        first.words(),
        counted(usize::try_from(by).unwrap_or(0), "day", "days")
    )
}

/// The step this person is most likely here for.
fn next(
    records: &Records,
    person: &Person,
    user: &User,
    action: &Record,
) -> Option<(&'static str, String)> {
    let asker = mine::asker(records, person, user, action);
    let to = |step: &str| format!("{}/steps/{step}", path(action.id));
    let may = |word: &str| asker.moves(action).any(|it| it.word == word);
    let runs = matches!(user.role, Role::Chair | Role::DemocraticServices);
    if action.state.word == "evidenced" {
        return (runs && may("close")).then(|| ("Confirm and close", to("close")));
    }
    if action.values.has("proposed_due") && asker.may_edit(action) {
        return Some(("Decide the date", to("date")));
    }
    if !person.owns(records, action) {
        return None;
    }
    if may("accept") && !has_accepted(action, asker.name) {
        return Some(("Accept it", to("accept")));
    }
    may("offer-evidence").then(|| ("Say it is done", to("done")))
}
