//! The plan on the first page: lines that do not move, findings no line answers, a manager's own lines.

use crate::county::County;
use crate::pages::findings::answered::waiting;
use crate::pages::plan::rated::{Rated, delivery_tag, impact_tag, not_moving};
use crate::pages::plan::shown;
use waymark_data::Day;
use waymark_govuk::{Html, Tag};
use waymark_programme::kinds::PLAN_LINE;
use waymark_programme::{Asker, Record, Records};

/// How many of each are named.
const NAMED: usize = 5;

/// A line with both its ratings.
pub(super) struct OfPlan {
    pub(super) link: Html,
    pub(super) delivery: Tag,
    pub(super) impact: Tag,
    pub(super) about: String,
}

/// Lines, and how many there are in all.
pub(super) struct Lines {
    pub(super) named: Vec<OfPlan>,
    pub(super) all: usize,
}

/// Lines that are delivered without any effect so far.
pub(super) fn stuck(county: &County, records: &Records, asker: &Asker<'_>, today: Day) -> Lines {
    of(not_moving(county, records, asker, today))
}

/// Lines a manager owns or that concern their areas, still open.
pub(super) fn of_manager(
    county: &County,
    records: &Records,
    asker: &Asker<'_>,
    today: Day,
) -> Lines {
    let mut found: Vec<&Record> = records
        .of(&PLAN_LINE)
        .filter(|it| it.is_open() && asker.may_read(it))
        .filter(|it| asker.owns(it) || !it.area().is_empty() && asker.looks_after(it.area()))
        .collect();
    found.sort_by_key(|it| (it.day("due").is_none(), it.day("due"), it.id));
    let all = found.len();
    let rated = found
        .into_iter()
        .take(NAMED)
        .map(|it| Rated::of(county, records, it, today))
        .collect();
    Lines { all, ..of(rated) }
}

fn of(rated: Vec<Rated<'_>>) -> Lines {
    Lines {
        all: rated.len(),
        named: rated.iter().take(NAMED).map(told).collect(),
    }
}

fn told(rated: &Rated<'_>) -> OfPlan {
    let line = rated.line;
    let mut about = vec![line.reference()];
    let owners = shown::names(line.owners());
    if !owners.is_empty() {
        about.push(owners);
    }
    about.extend(
        rated
            .impact
            .because
            .first()
            .map(|it| it.trim_end_matches('.').to_owned()),
    );
    OfPlan {
        link: shown::link(line),
        delivery: delivery_tag(&rated.delivery),
        impact: impact_tag(&rated.impact),
        about: about.join(". "),
    }
}

/// Findings no line answers: how many, and the earliest by name.
pub(super) struct Unanswered {
    pub(super) all: usize,
    pub(super) named: Vec<Html>,
}

pub(super) fn unanswered(records: &Records, asker: &Asker<'_>) -> Unanswered {
    let found = waiting(records, asker);
    Unanswered {
        all: found.len(),
        named: found.into_iter().take(NAMED).map(shown::link).collect(),
    }
}
