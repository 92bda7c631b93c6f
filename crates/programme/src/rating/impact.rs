//! What effect a plan line can be seen to have, from its measures, its audits and what was fed back.

use super::{Impact, Rating, said};
use crate::kinds::{AUDIT, FEEDBACK};
use crate::link::{End, Link};
use crate::record::{Record, RecordId};
use crate::records::Records;
use std::collections::BTreeSet;
use waymark_data::Day;

/// What a measure that a line is measured by has done, as the caller reads it from the measure's own chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signal {
    /// The measure's title.
    pub title: String,
    /// What it has done.
    pub change: Change,
    /// The month or day the change began, where that is known.
    pub since: Option<Day>,
}

/// What a measure has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It has improved: a signal, not a wobble.
    Improved,
    /// It has become worse.
    Worse,
    /// It moves as it always did.
    NoRealChange,
    /// Too few points to say.
    TooEarly,
    /// It cannot be judged so: no data, or neither direction is good.
    NotJudged,
}

/// What effect a line can be seen to have: from what its measures have done, its audits and what was fed back. Feedback
/// alone measures nothing; it is told beside.
#[must_use]
pub fn impact(records: &Records, line: &Record, signals: &[Signal]) -> Rating<Impact> {
    let start = line.day("start");
    let mut because = Vec::new();
    let mut votes: Vec<Impact> = Vec::new();
    for signal in signals {
        let earlier = matches!((signal.since, start), (Some(since), Some(start)) if since < start);
        let title = &signal.title;
        let (vote, words) = match signal.change {
            Change::Improved if earlier => (
                Some(Impact::NoRealChange),
                format!("{title}: improved, but it had begun to before this line started."),
            ),
            Change::Improved => (Some(Impact::Improved), format!("{title}: improved.")),
            Change::Worse => (Some(Impact::Worse), format!("{title}: worse.")),
            Change::NoRealChange => (
                Some(Impact::NoRealChange),
                format!("{title}: no real change."),
            ),
            Change::TooEarly => (
                Some(Impact::TooEarly),
                format!("{title}: too early to say."),
            ),
            Change::NotJudged => (None, format!("{title}: cannot be judged.")),
        };
        votes.extend(vote);
        because.push(words);
    }
    if let Some((vote, words)) = audited(records, line) {
        votes.push(vote);
        because.push(words);
    }
    if let Some(words) = fed_back(records, line) {
        because.push(words);
    }
    if signals.is_empty() {
        because.insert(0, "No measure is linked to it.".to_owned());
    }
    Rating {
        computed: together(&votes),
        because,
        said: said(line, "impact_said", "impact_why", Impact::from_word),
    }
}

fn together(votes: &[Impact]) -> Impact {
    let any = |vote| votes.contains(&vote);
    match (any(Impact::Improved), any(Impact::Worse)) {
        (true, true) => Impact::Mixed,
        (true, false) => Impact::Improved,
        (false, true) => Impact::Worse,
        (false, false) if any(Impact::NoRealChange) => Impact::NoRealChange,
        (false, false) if any(Impact::TooEarly) => Impact::TooEarly,
        (false, false) => Impact::NotYetMeasurable,
    }
}

/// The first audit of a line against its latest: different only if the shares of good work differ by more than chance.
fn audited(records: &Records, line: &Record) -> Option<(Impact, String)> {
    let mut audits: Vec<(Option<Day>, Share, &Record)> = tied(records, line.id)
        .into_iter()
        .filter_map(|it| records.get(it))
        .filter(|it| it.is(&AUDIT) && !it.deleted)
        .filter_map(|it| Some((it.date(), Share::of(it)?, it)))
        .collect();
    audits.sort_by_key(|it| it.0);
    let (first, latest) = match audits.as_slice() {
        [] => return None,
        [(_, share, _)] => {
            return Some((
                Impact::TooEarly,
                format!(
                    "Audit: {} good or better; there is none to set beside it.",
                    share.words()
                ),
            ));
        }
        [first, .., latest] => (first, latest),
    };
    let vote = if latest.1.low() > first.1.high() {
        Impact::Improved
    } else if latest.1.high() < first.1.low() {
        Impact::Worse
    } else {
        Impact::NoRealChange
    };
    Some((
        vote,
        format!(
            "Audits: {} good or better, {} before{}.",
            latest.1.words(),
            first.1.words(),
            if vote == Impact::NoRealChange {
                "; no more than chance may do"
            } else {
                ""
            }
        ),
    ))
}

/// How much of an audit was good or outstanding.
#[derive(Debug, Clone, Copy)]
struct Share {
    good: f64,
    of: f64,
}

impl Share {
    fn of(audit: &Record) -> Option<Self> {
        let number = |name: &str| audit.text(name).parse::<f64>().ok();
        let good = number("good").unwrap_or(0.0) + number("outstanding").unwrap_or(0.0);
        let rest =
            number("inadequate").unwrap_or(0.0) + number("requires_improvement").unwrap_or(0.0);
        (good + rest > 0.0).then_some(Self {
            good,
            of: good + rest,
        })
    }

    fn words(self) -> String {
        format!("{} of {}", self.good, self.of)
    }

    /// Wilson's 95% interval.
    fn interval(self) -> (f64, f64) {
        const Z: f64 = 1.96;
        let share = self.good / self.of;
        let round = 1.0 + Z * Z / self.of;
        let middle = (share + Z * Z / (2.0 * self.of)) / round;
        let half = Z / round
            * (share * (1.0 - share) / self.of + Z * Z / (4.0 * self.of * self.of)).sqrt();
        (middle - half, middle + half)
    }

    fn low(self) -> f64 {
        self.interval().0
    }

    fn high(self) -> f64 {
        self.interval().1
    }
}

fn fed_back(records: &Records, line: &Record) -> Option<String> {
    let notes: Vec<&Record> = tied(records, line.id)
        .into_iter()
        .filter_map(|it| records.get(it))
        .filter(|it| it.is(&FEEDBACK) && !it.deleted)
        .collect();
    let count = |sense: &str| notes.iter().filter(|it| it.text("sense") == sense).count();
    (!notes.is_empty()).then(|| {
        format!(
            "Feedback: {} positive, {} mixed, {} negative. It measures nothing by itself.",
            count("positive"),
            count("mixed"),
            count("negative")
        )
    })
}

/// Every record one link away.
fn tied(records: &Records, id: RecordId) -> BTreeSet<RecordId> {
    let away = records.links_from(id).iter().filter_map(|it| match it.to {
        End::Record(to) => Some(to),
        End::Measure(_) => None,
    });
    let here = records.links_to(id).iter().map(|it: &Link| it.from);
    away.chain(here).collect()
}
