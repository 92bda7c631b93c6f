//! The clocks that run for children now: over their limit, or nearing it.

use super::listed::{Sight, worker};
use crate::user::User;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use waymark_data::annex_a::{About, Aside, Child, Data, Span};
use waymark_data::{Day, Field};
use waymark_measures::clocks::{self, Clock};
use waymark_measures::{Settings, Standing};

/// A clock that runs for a child at the as-at date.
#[derive(Clone, Copy)]
pub struct Due {
    /// The clock.
    pub clock: &'static Clock,
    /// What its row says of the child.
    pub about: About,
    /// The last day in time.
    pub due: Day,
    /// When it was last done.
    pub last: Option<Day>,
    /// What to check first.
    pub note: Option<&'static str>,
}

/// Every running clock of every child.
pub(super) fn all(data: &Data, settings: &Settings) -> Vec<Due> {
    let mut out = Vec::new();
    for clock in clocks::ALL.iter().copied() {
        let mut running = Vec::new();
        (clock.running)(data, settings, &mut running);
        out.extend(running.into_iter().map(|it| Due {
            clock,
            about: *it.about,
            due: it.due,
            last: it.last,
            note: it.note,
        }));
    }
    out
}

/// A child for whom something is due.
pub struct DueChild {
    /// The child.
    pub child: Child,
    /// What is due, statutory first, then the longest over.
    pub due: Vec<Due>,
}

/// Which clocks to list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// Over their limit at the as-at date.
    Over,
    /// Not over at the as-at date, and due by a day.
    By(Day),
}

impl Reach {
    fn has(self, due: Day, as_at: Day) -> bool {
        match self {
            Self::Over => due < as_at,
            Self::By(day) => as_at <= due && due <= day,
        }
    }
}

/// Which children to list: a team's, a worker's, or all that a person may see.
#[derive(Clone, Default)]
pub struct Narrowed {
    /// A team by its name.
    pub team: Option<String>,
    /// A worker by name; the empty name is "nobody".
    pub worker: Option<String>,
}

impl Narrowed {
    fn has(&self, data: &Data, about: &About) -> bool {
        let team = |wanted: &String| data.team(about).is_some_and(|it| it.name == *wanted);
        let of_worker = |wanted: &String| worker(data, about) == *wanted;
        self.team.as_ref().is_none_or(team) && self.worker.as_ref().is_none_or(of_worker)
    }
}

/// The children a person may see for whom a clock is over or nearing: those with a statutory one first, then the longest
/// over.
#[must_use]
pub fn by_child(
    all: &[Due],
    data: &Data,
    user: &User,
    narrowed: &Narrowed,
    reach: Reach,
) -> Vec<DueChild> {
    let as_at = data.cut.as_at;
    let mut sight = Sight::new(user, data);
    let mut children: BTreeMap<Child, Vec<Due>> = BTreeMap::new();
    for due in all {
        if let Some(child) = due.about.child
            && reach.has(due.due, as_at)
            && sight.has(&due.about)
            && narrowed.has(data, &due.about)
        {
            children.entry(child).or_default().push(*due);
        }
    }
    let mut out: Vec<DueChild> = children
        .into_iter()
        .map(|(child, mut due)| {
            due.sort_by_key(|it| (rank(it), it.due));
            DueChild { child, due }
        })
        .collect();
    out.sort_by_key(|it| {
        let most = it.due.first().map(|due| (rank(due), due.due));
        (most, Reverse(it.due.len()), it.child)
    });
    out
}

/// Statutory before guidance before everything else: what a council chose for itself does not outrank the law.
fn rank(due: &Due) -> u8 {
    match due.clock.standing {
        Standing::Statutory => 0,
        Standing::Guidance => 1,
        Standing::Definition | Standing::Practice => 2,
    }
}

impl Due {
    /// Days over its limit at the as-at date; 0 when in time.
    #[must_use]
    pub fn over(&self, as_at: Day) -> i32 {
        self.due.days_until(as_at).max(0)
    }
}

/// A worker's children.
pub struct Caseload {
    /// The worker; empty for nobody.
    pub worker: String,
    /// The teams that the children are in.
    pub teams: BTreeSet<String>,
    /// Children with open work: in need, on a plan, looked after, or a care leaver in scope.
    pub children: BTreeSet<Child>,
    /// Of those, the ones with something over its limit.
    pub over: usize,
}

/// Caseloads of the workers whose children a person may see, the largest first; children without a worker before all.
#[must_use]
pub fn caseloads(all: &[Due], data: &Data, user: &User, narrowed: &Narrowed) -> Vec<Caseload> {
    let mut sight = Sight::new(user, data);
    let as_at = data.cut.as_at;
    let mut over: BTreeSet<(Child, String)> = BTreeSet::new();
    for due in all.iter().filter(|it| Reach::Over.has(it.due, as_at)) {
        if let Some(child) = due.about.child {
            over.insert((child, worker(data, &due.about)));
        }
    }
    let mut loads: BTreeMap<String, Caseload> = BTreeMap::new();
    for (child, about) in open_work(data) {
        if !sight.has(about) || !narrowed.has(data, about) || about.worker.is_unreadable() {
            continue;
        }
        let name = worker(data, about);
        let load = loads.entry(name.clone()).or_insert_with(|| Caseload {
            worker: name,
            teams: BTreeSet::new(),
            children: BTreeSet::new(),
            over: 0,
        });
        load.teams
            .extend(data.team(about).map(|it| it.name.clone()));
        load.children.insert(child);
    }
    let mut out: Vec<Caseload> = loads
        .into_values()
        .map(|mut load| {
            let is_over = |child: &&Child| over.contains(&(**child, load.worker.clone()));
            load.over = load.children.iter().filter(is_over).count();
            load
        })
        .collect();
    out.sort_by_key(|it| {
        (
            !it.worker.is_empty(),
            Reverse(it.children.len()),
            it.worker.clone(),
        )
    });
    out
}

/// Every open row that somebody is the worker of, with its child.
fn open_work(data: &Data) -> Vec<(Child, &About)> {
    let as_at = data.cut.as_at;
    let mut out = Vec::new();
    let is_open = |span: Result<Span, Aside>| span.is_ok_and(|it| it.open_at(as_at));
    let episodes = data
        .episodes
        .rows
        .iter()
        .map(|it| (&it.about, it.span(as_at)));
    let plans = data.plans.rows.iter().map(|it| (&it.about, it.span(as_at)));
    let care = data.care.rows.iter().map(|it| (&it.about, it.span(as_at)));
    for (about, span) in episodes.chain(plans).chain(care) {
        if is_open(span) {
            out.extend(about.child.map(|child| (child, about)));
        }
    }
    for (child, row) in data.leavers_in_scope() {
        out.push((child, &row.about));
    }
    out
}

/// The teams and workers whose children a person may see, by name, in order: what a filter offers.
#[must_use]
pub fn offered(data: &Data, user: &User) -> (Vec<String>, Vec<String>) {
    let mut sight = Sight::new(user, data);
    let (mut teams, mut workers) = (BTreeSet::new(), BTreeSet::new());
    for (_, about) in open_work(data) {
        if sight.has(about) {
            teams.extend(data.team(about).map(|it| it.name.clone()));
            if matches!(about.worker, Field::Value(_)) {
                workers.insert(worker(data, about));
            }
        }
    }
    (teams.into_iter().collect(), workers.into_iter().collect())
}
