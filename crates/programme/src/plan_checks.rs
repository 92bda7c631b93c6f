//! What the plan lacks, and how the old plan goes on in the new.

use crate::kind::DUE;
use crate::kinds::{AUDIT, FINDING, MILESTONE, PLAN_LINE, PRIORITY};
use crate::link::{self, End};
use crate::record::{Record, RecordId};
use crate::records::Records;

/// Something a plan line should have and has not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// The outcome for children.
    Outcome,
    /// An outcome that speaks of children: what stands there speaks of activity.
    Children,
    /// An owner.
    Owner,
    /// A measure that shows its effect.
    Measure,
    /// How improvement will be evidenced, or evidence.
    Evidence,
    /// A due day or milestones.
    Day,
    /// What it came from.
    Origin,
}

impl Lack {
    /// What to do about it, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Outcome => "Say what the outcome for children is",
            Self::Children => {
                "The outcome speaks of no child or family: say what is different for them"
            }
            Self::Owner => "Name an owner",
            Self::Measure => "Link the measure that shows its effect",
            Self::Evidence => "Say how improvement will be evidenced, or add evidence",
            Self::Day => "Give it a due day or milestones",
            Self::Origin => "Link what it came from: a finding, a resolution, a recommendation",
        }
    }
}

/// What a plan line lacks, most important first; nothing of a line that is stopped.
#[must_use]
pub fn lacks(records: &Records, line: &Record) -> Vec<Lack> {
    if line.state.word == "stopped" {
        return Vec::new();
    }
    let outcome = line.text("outcome");
    let evidenced = line.values.has("evidenced")
        || line.values.has("evidence")
        || line.values.has("evidence_files")
        || records
            .led_here(line.id, &link::EVIDENCE_FOR)
            .next()
            .is_some()
        || tied_to(records, line.id, |it| it.is(&AUDIT));
    let measured = records.measures_of(line.id).next().is_some();
    let dated = line.values.has(DUE) || records.parts(line.id, &MILESTONE).next().is_some();
    let came = records
        .links_from(line.id)
        .iter()
        .any(|it| [&link::CAME_FROM, &link::ANSWERS, &link::CONTINUES].contains(&it.kind));
    [
        (Lack::Outcome, !outcome.is_empty()),
        (
            Lack::Children,
            outcome.is_empty() || speaks_of_children(outcome),
        ),
        (Lack::Owner, line.values.has(crate::kind::OWNERS)),
        (Lack::Measure, measured),
        (Lack::Evidence, evidenced),
        (Lack::Day, dated),
        (Lack::Origin, came),
    ]
    .into_iter()
    .filter_map(|(lack, there)| (!there).then_some(lack))
    .collect()
}

fn speaks_of_children(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "child", "young", "famil", "parent", "carer", "baby", "babies", "pupil", "leaver",
        "teenag", "brother", "sister",
    ]
    .iter()
    .any(|it| text.contains(it))
}

fn tied_to(records: &Records, id: RecordId, what: impl Fn(&Record) -> bool) -> bool {
    let away = records.links_from(id).iter().filter_map(|it| match it.to {
        End::Record(to) => Some(to),
        End::Measure(_) => None,
    });
    away.chain(records.links_to(id).iter().map(|it| it.from))
        .filter_map(|it| records.get(it))
        .any(|it| !it.deleted && what(it))
}

/// Open findings to improve that no plan line is tied to, the oldest first.
#[must_use]
pub fn findings_without_line(records: &Records) -> Vec<&Record> {
    let mut found: Vec<&Record> = records
        .of(&FINDING)
        .filter(|it| it.is_open() && it.text("sense") == "improve")
        .filter(|it| !tied_to(records, it.id, |it| it.is(&PLAN_LINE)))
        .collect();
    found.sort_by_key(|it| (it.date(), it.id));
    found
}

/// The plan a line belongs to, by its priority or by itself.
#[must_use]
pub fn plan_of<'a>(records: &'a Records, line: &Record) -> Option<&'a Record> {
    let whole = records.whole(line.id)?;
    if whole.is(&PRIORITY) {
        records.whole(whole.id)
    } else {
        Some(whole)
    }
}

/// The lines of a plan, under its priorities or its own, by number.
#[must_use]
pub fn lines_of(records: &Records, plan: RecordId) -> Vec<&Record> {
    let mut lines: Vec<&Record> = records.parts(plan, &PLAN_LINE).collect();
    for priority in records.parts(plan, &PRIORITY) {
        lines.extend(records.parts(priority.id, &PLAN_LINE));
    }
    lines.sort_by_key(|it| it.id);
    lines.dedup_by_key(|it| it.id);
    lines
}

/// A line of an earlier plan with the lines of later ones that go on from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage<'a> {
    /// The earlier line.
    pub earlier: &'a Record,
    /// Those that go on from it; none: it ended with its plan.
    pub successors: Vec<&'a Record>,
}

/// Every line of a plan with what goes on from it in other plans.
#[must_use]
pub fn lineage(records: &Records, plan: RecordId) -> Vec<Lineage<'_>> {
    lines_of(records, plan)
        .into_iter()
        .map(|earlier| Lineage {
            earlier,
            successors: records
                .led_here(earlier.id, &link::CONTINUES)
                .filter(|it| it.is(&PLAN_LINE))
                .collect(),
        })
        .collect()
}

/// The lines of earlier plans that a line goes on from.
#[must_use]
pub fn predecessors<'a>(records: &'a Records, line: &Record) -> Vec<&'a Record> {
    records
        .leads_to(line.id, &link::CONTINUES)
        .filter(|it| it.is(&PLAN_LINE))
        .collect()
}
