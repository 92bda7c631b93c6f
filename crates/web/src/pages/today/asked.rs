//! What a person asked to see of today's children, and the lists that gives.

use super::until;
use crate::figures::due::{DueChild, Narrowed, Reach, by_child};
use crate::house::House;
use crate::user::User;
use serde::Deserialize;
use waymark_data::Day;
use waymark_data::annex_a::Data;
use waymark_govuk::{Select, SelectOption};
use waymark_measures::clocks::{self, Clock};

/// What a person chooses. Workers go by their place in the list, so that no name stands in an address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) list: String,
    pub(super) team: String,
    pub(super) worker: String,
    pub(super) what: String,
    pub(super) page: String,
}

/// Which of the three lists.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Over,
    Nearing,
    Caseload,
}

impl Which {
    pub(super) fn of(text: &str) -> Self {
        match text {
            "nearing" => Self::Nearing,
            "caseload" => Self::Caseload,
            _ => Self::Over,
        }
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::Nearing => "nearing",
            Self::Caseload => "caseload",
        }
    }
}

/// The lists of one person, narrowed.
pub(super) struct Lists {
    pub(super) narrowed: Narrowed,
    pub(super) over: Vec<DueChild>,
    pub(super) near: Vec<DueChild>,
    pub(super) over_by_clock: Vec<ByClock>,
    pub(super) near_by_clock: Vec<ByClock>,
    pub(super) until: Day,
}

/// A clock, and for how many children it stands in a list.
type ByClock = (&'static Clock, usize);

/// How many children there are for each clock of a list, in the clocks' own order.
fn by_clock(list: &[DueChild]) -> Vec<ByClock> {
    let count = |clock: &'static Clock| {
        let has = |it: &&DueChild| it.due.iter().any(|due| std::ptr::eq(due.clock, clock));
        list.iter().filter(has).count()
    };
    let all = clocks::ALL
        .iter()
        .copied()
        .map(|clock| (clock, count(clock)));
    all.filter(|(_, children)| *children > 0).collect()
}

/// The lists a person asked for.
pub(super) fn lists(
    house: &House,
    user: &User,
    data: &Data,
    asked: &Asked,
    workers: &[String],
) -> Lists {
    let county = house.county();
    let narrowed = Narrowed {
        team: Some(asked.team.clone()).filter(|it| !it.is_empty()),
        worker: match asked.worker.as_str() {
            "none" => Some(String::new()),
            place => place
                .parse::<usize>()
                .ok()
                .and_then(|at| workers.get(at))
                .cloned(),
        },
    };
    let until = until(house, data.cut.as_at);
    let of = |reach| by_child(county.due(), data, user, &narrowed, reach);
    let (mut over, mut near) = (of(Reach::Over), of(Reach::By(until)));
    let (over_by_clock, near_by_clock) = (by_clock(&over), by_clock(&near));
    // A clock narrows the lists, not what it may be chosen from.
    if let Some(clock) = clocks::find(&asked.what) {
        for list in [&mut over, &mut near] {
            list.retain_mut(|it| {
                it.due.retain(|due| std::ptr::eq(due.clock, clock));
                !it.due.is_empty()
            });
            list.sort_by_key(|it| it.due.first().map(|due| due.due));
        }
    }
    Lists {
        narrowed,
        over,
        near,
        over_by_clock,
        near_by_clock,
        until,
    }
}

/// Where a list is, narrowed as it is now.
pub(super) fn address(path: &str, which: Which, asked: &Asked, page: usize) -> String {
    let mut out = format!("{path}?list={}", which.code());
    for (name, value) in [
        ("team", &asked.team),
        ("worker", &asked.worker),
        ("what", &asked.what),
    ] {
        if !value.is_empty() {
            out.push_str(&format!("&{name}={}", crate::problem::in_query(value)));
        }
    }
    if page > 1 {
        out.push_str(&format!("&page={page}"));
    }
    out
}

/// What the list may be narrowed by, where there is a choice.
pub(super) fn filters(
    teams: &[String],
    workers: &[String],
    which: Which,
    lists: &Lists,
    asked: &Asked,
) -> Vec<Select> {
    let clocks = match which {
        Which::Over => &lists.over_by_clock[..],
        Which::Nearing => &lists.near_by_clock[..],
        Which::Caseload => &[],
    };
    let mut what = vec![SelectOption::new("", "Everything")];
    what.extend(clocks.iter().map(|(clock, children)| {
        SelectOption::new(clock.id, format!("{} ({children})", clock.title))
    }));
    let mut team = vec![SelectOption::new("", "Every team")];
    team.extend(teams.iter().map(|it| SelectOption::new(it, it)));
    let mut worker = vec![
        SelectOption::new("", "Every worker"),
        SelectOption::new("none", "No worker recorded"),
    ];
    worker.extend(
        workers
            .iter()
            .enumerate()
            .map(|(at, it)| SelectOption::new(at.to_string(), it)),
    );
    let choices = [
        (
            "what",
            "What is due",
            what,
            asked.what.as_str(),
            clocks.len(),
        ),
        ("team", "Team", team, &asked.team, teams.len()),
        ("worker", "Worker", worker, &asked.worker, workers.len()),
    ];
    choices
        .into_iter()
        .filter(|(.., of)| *of > 1)
        .map(|(name, label, options, value, _)| {
            Select::new(name, label, options)
                .value(value)
                .classes("govuk-!-width-full")
        })
        .collect()
}
