//! The rules of a paper: what must hold before it may be issued, and what its author is asked.
//!
//! One file and one page each. A page says what the rule asks and which need it serves, and holds examples that fail and
//! that pass: they are the rule's tests.
//!
//! The rules about words look at what officers and templates wrote, and at what people claim; sentences made from the record are honest by how they
//! are made. The rules about figures, tables and charts look at everything.

mod acronym_not_explained;
mod amounts;
mod bare_numbers;
mod chart_without_words;
mod claim_against_evidence;
mod claim_unsettled;
mod claim_without_evidence;
mod differs_from_last_shown;
mod dishonest_change;
mod figure_incomplete;
mod figure_not_there;
mod hidden_and_shown;
mod long_and_short_spans;
mod missing_measure;
mod numbers_not_the_figures;
mod parts_do_not_add_up;
mod parts_in_words;
mod percent_disagrees;
mod percent_without_numbers;
mod provisional_not_said;
mod read;
mod reading_age;
mod reason_for_chance;
mod shares_in_words;
mod shares_not_100;
mod small_group_percent;
mod small_number_in_public;
mod stale_data;
mod stretch;
mod target_population;
mod told;
mod vague_words;
mod ways;
mod weakness_without_plan;

use super::{Block, Figure, Paper, Text};
use crate::audience::Audience;
use crate::table::Table;
use serde::Serialize;
use waymark_data::Day;

pub use reading_age::reading_age;

/// Every rule, in the order a paper is looked through.
pub static RULES: &[&Rule] = &[
    &missing_measure::RULE,
    &stale_data::RULE,
    &figure_not_there::RULE,
    &figure_incomplete::RULE,
    &chart_without_words::RULE,
    &parts_do_not_add_up::RULE,
    &shares_not_100::RULE,
    &target_population::RULE,
    &differs_from_last_shown::RULE,
    &hidden_and_shown::RULE,
    &small_number_in_public::RULE,
    &claim_without_evidence::RULE,
    &claim_against_evidence::RULE,
    &claim_unsettled::RULE,
    &weakness_without_plan::RULE,
    &percent_without_numbers::RULE,
    &percent_disagrees::RULE,
    &numbers_not_the_figures::RULE,
    &dishonest_change::RULE,
    &reason_for_chance::RULE,
    &long_and_short_spans::RULE,
    &small_group_percent::RULE,
    &provisional_not_said::RULE,
    &vague_words::RULE,
    &stretch::RULE,
    &acronym_not_explained::RULE,
    &reading_age::RULE,
];

/// A rule of a paper.
#[derive(Debug)]
pub struct Rule {
    /// Its name, which an override gives: `missing-measure`.
    pub name: &'static str,
    /// What it asks for, in a sentence.
    pub title: &'static str,
    /// Its page, in Markdown: help, and its tests.
    pub page: &'static str,
    /// What comes of it.
    pub weight: Weight,
    /// Finds what is wrong.
    pub find: fn(&Paper, &Context<'_>) -> Vec<Finding>,
}

/// What comes of a finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// The paper may not be issued.
    Refuses,
    /// Its author is asked; it may be issued.
    Asks,
}

/// What a paper is held against besides itself.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The day of the meeting; without one, of issue.
    pub on: Day,
    /// How many days old data may be for this committee on that day. None: it has no limit.
    pub data_days: Option<u32>,
    /// The as-at date of a return that is later than those the paper uses.
    pub fresher: Option<Day>,
    /// What papers that were issued before showed.
    pub shown: &'a [Shown],
    /// The age from which a reader should be able to read every text with ease: 14 is usual for the public.
    pub reading_age: u32,
    /// How many children live in the council's area, where it has said so: what its rates per 10,000 are made with.
    pub population: Option<i64>,
}

/// A figure in a paper that was issued.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The paper: its reference or title.
    pub paper: String,
    /// The day it was issued.
    pub issued: Day,
    /// Who could read it.
    pub audience: Audience,
    /// The figure as it was shown.
    pub figure: Figure,
}

/// Something that a rule found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule.
    pub rule: &'static str,
    /// The key of the section; empty where it is of the whole paper.
    pub section: String,
    /// What it is about, which an override names: the key of a text or figure, a measure, an acronym.
    pub about: String,
    /// What is wrong, where, and why it matters.
    pub says: String,
    /// What to do.
    pub todo: String,
    /// What comes of it.
    pub weight: Weight,
}

impl Rule {
    fn finding(
        &self,
        section: &str,
        about: &str,
        says: impl Into<String>,
        todo: impl Into<String>,
    ) -> Finding {
        Finding {
            rule: self.name,
            section: section.to_owned(),
            about: about.to_owned(),
            says: says.into(),
            todo: todo.into(),
            weight: self.weight,
        }
    }

    fn at_text(
        &self,
        (section, text): (&str, &Text),
        says: impl Into<String>,
        todo: impl Into<String>,
    ) -> Finding {
        self.finding(section, &text.key, says, todo)
    }
}

/// Everything the rules find, what refuses before what asks, without what was overridden with a name and a reason.
#[must_use]
pub fn lint(paper: &Paper, context: &Context<'_>) -> Vec<Finding> {
    let all = RULES.iter().flat_map(|rule| (rule.find)(paper, context));
    let mut left: Vec<Finding> = all.filter(|it| !is_overridden(paper, it)).collect();
    left.sort_by_key(|it| it.weight);
    left
}

/// Every table that stands by itself, and those of charts, with the key of its section.
fn tables(paper: &Paper) -> impl Iterator<Item = (&str, &Table)> {
    paper.sections.iter().flat_map(|section| {
        section.blocks.iter().filter_map(move |block| match block {
            Block::Table(table, _) => Some((section.key.as_str(), table)),
            Block::Chart(chart) => Some((section.key.as_str(), &chart.table)),
            _ => None,
        })
    })
}

fn is_overridden(paper: &Paper, finding: &Finding) -> bool {
    paper.overrides.iter().any(|it| {
        it.rule == finding.rule
            && (it.about.is_empty() || it.about == finding.about)
            && !it.by.trim().is_empty()
            && !it.reason.trim().is_empty()
    })
}

/// Whether a paper with these findings may be issued.
#[must_use]
pub fn may_issue(findings: &[Finding]) -> bool {
    findings.iter().all(|it| it.weight != Weight::Refuses)
}

/// The findings as text: one paragraph each, with what to do under it.
#[must_use]
pub fn as_text(findings: &[Finding]) -> String {
    let mut out = String::new();
    for it in findings {
        let weight = match it.weight {
            Weight::Refuses => "Refused",
            Weight::Asks => "Asked",
        };
        let place = if it.about.is_empty() {
            String::new()
        } else {
            format!(" ({})", it.about)
        };
        out += &format!(
            "{weight}: {}{place}\n  {}\n  To do: {}\n",
            it.rule, it.says, it.todo
        );
    }
    let refused = findings
        .iter()
        .filter(|it| it.weight == Weight::Refuses)
        .count();
    out += &match (refused, findings.len()) {
        (0, 0) => "Nothing found: the paper may be issued.\n".to_owned(),
        (0, asked) => format!("The paper may be issued; asked: {asked}.\n"),
        (refused, all) => format!(
            "The paper may not be issued: refused {refused}, asked {}.\n",
            all - refused
        ),
    };
    out
}

/// The findings as a JSON array.
#[must_use]
pub fn as_json(findings: &[Finding]) -> String {
    serde_json::to_string_pretty(findings).expect("findings are made of texts")
}

/// The rule of this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|it| it.name == name)
}
