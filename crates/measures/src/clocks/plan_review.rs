//! Review conferences of a child protection plan: the first three months after its start, later ones every six months.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::{PLAN_REVIEW_FIRST as FIRST, PLAN_REVIEW_NEXT as NEXT};
use crate::settings::Settings;
use waymark_data::annex_a::Data;
use waymark_data::{Day, Field};

/// The first review conference of a plan.
pub static PLAN_REVIEW_FIRST: Clock = Clock {
    id: "rcpc-first",
    title: "First child protection review conference",
    needed: "Hold the first review conference",
    standing: Standing::Guidance,
    source: "Working Together to Safeguard Children, chapter 1: three months from the start of the plan",
    measure: "rcpc-on-time",
    lists: &[7],
    running: |data, settings, out| running(data, settings, out, false),
};

/// Every later one.
pub static PLAN_REVIEW_NEXT: Clock = Clock {
    id: "rcpc-next",
    title: "Later child protection review conference",
    needed: "Hold the next review conference",
    source: "Working Together to Safeguard Children, chapter 1: six months from the review before",
    running: |data, settings, out| running(data, settings, out, true),
    ..PLAN_REVIEW_FIRST
};

/// The last day in time of the next review of a plan, from its start or from its latest review.
#[must_use]
pub fn due(starts: Day, latest: Option<Day>, settings: &Settings) -> Day {
    match latest {
        None => starts.plus_months(settings.limit(&FIRST, starts)),
        Some(review) => review.plus_months(settings.limit(&NEXT, review)),
    }
}

fn running<'a>(
    data: &'a Data,
    settings: &Settings,
    out: &mut Vec<Running<'a>>,
    reviewed_before: bool,
) {
    let as_at = data.cut.as_at;
    for child in data.children() {
        let Some((span, row)) = data.plan_at(child, as_at) else {
            continue;
        };
        let review = row.review.value();
        let last = review.filter(|day| span.start <= *day && *day <= as_at);
        if last.is_some() == reviewed_before {
            out.push(Running {
                about: &row.about,
                due: due(span.start, last, settings),
                last,
                note: match row.review {
                    Field::Unreadable(_) => Some("The date of the latest review could not be read"),
                    Field::Value(day) if day > as_at => {
                        Some("The latest review is dated after the as-at date")
                    }
                    Field::Value(day) if day < span.start => {
                        Some("The latest review was before the plan started")
                    }
                    _ => None,
                },
            });
        }
    }
}
