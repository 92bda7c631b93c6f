//! What a template may put in from the record, by name.

use super::writer::Writer;
use super::{
    actions, areas, asked, audits, budget, burn_down, changes, decisions, findings, judgements,
    measures, must_include,
};
use super::{pack, plan, questions, restated, said, trajectory, visits};
use crate::paper::template::Insert;
use std::collections::BTreeMap;
use waymark_measures::catalogue;
use waymark_programme::kind::Holds;
use waymark_programme::kinds::CLAIM;

/// Something that a template may put in.
pub struct Known {
    /// Its name.
    pub name: &'static str,
    /// What it puts in, in a sentence.
    pub about: &'static str,
    /// What may be said with it: each key, and what its value is.
    pub keys: &'static [(&'static str, &'static str)],
    /// Whether its keys fit; else what is wrong.
    pub(in crate::paper) fits: fn(&BTreeMap<String, String>) -> Result<(), String>,
    /// Writes it.
    pub(super) write: fn(&mut Writer<'_>, &Insert),
}

const MOST: (&str, &str) = ("most", "a number: at most so many");
const CHARTS: (&str, &str) = ("charts", "yes or no: with a chart of each");
const NAMES: (&str, &str) = ("names", "names of measures, parted by commas");
const NAME: (&str, &str) = ("name", "the name of a measure");

const fn known(
    name: &'static str,
    about: &'static str,
    keys: &'static [(&'static str, &'static str)],
    write: fn(&mut Writer<'_>, &Insert),
) -> Known {
    Known {
        name,
        about,
        keys,
        fits,
        write,
    }
}

/// With a test of its keys of its own.
const fn held(fits: fn(&BTreeMap<String, String>) -> Result<(), String>, known: Known) -> Known {
    Known { fits, ..known }
}

/// Everything that a template may put in.
pub static INSERTS: &[Known] = &[
    held(
        measures::fits,
        known(
            "measures",
            "Measures by name or theme: sentences, charts, or a table of their latest figures",
            &[
                NAMES,
                (
                    "theme",
                    "a theme of measures in small letters, with hyphens for spaces",
                ),
                CHARTS,
                (
                    "as",
                    "months or counts: charts of each month alike, or with limits by its number of cases",
                ),
                ("table", "yes or no: a table in place of sentences"),
                MOST,
            ],
            measures::named,
        ),
    ),
    known(
        "positives",
        "Measures that have improved or keep meeting their target, by their signals",
        &[MOST, CHARTS],
        measures::positives,
    ),
    known(
        "next-areas",
        "Measures to focus on next, by their signals",
        &[MOST, CHARTS],
        measures::next_areas,
    ),
    known(
        "must-include",
        "The measures that the committee asked to see in every report, and why one is not there",
        &[CHARTS],
        must_include::write,
    ),
    held(
        areas::fits,
        known(
            "areas",
            "Measures by district or locality",
            &[
                NAMES,
                ("by", "district or locality"),
                (
                    "as",
                    "dots (the latest figure of each), funnel (within what chance allows its size), panels (the months of each), heat (all the measures in one map)",
                ),
            ],
            areas::write,
        ),
    ),
    held(
        burn_down::fits,
        known(
            "burn-down",
            "How many remain of what is to be done by a deadline",
            &[
                NAME,
                ("deadline", "a day, as 2018-03-31"),
                (
                    "things",
                    "what is counted, one and many, parted by a comma, with hyphens for spaces: open-case,open-cases",
                ),
            ],
            burn_down::write,
        ),
    ),
    held(
        trajectory::fits,
        known(
            "trajectory",
            "A measure on its way to its aims",
            &[
                NAME,
                (
                    "aims",
                    "months with what is to be reached by then, parted by commas: 2018-10:1646,2019-03:1500",
                ),
            ],
            trajectory::write,
        ),
    ),
    known(
        "budget",
        "How many signals chance alone would give among all measures judged, and which are left",
        &[],
        budget::write,
    ),
    known(
        "restated",
        "Figures that differ from what was last shown, with both",
        &[],
        restated::write,
    ),
    known(
        "plan",
        "Lines of the plan with both their ratings",
        &[("lines", "all, late or not-moving"), MOST],
        plan::write,
    ),
    known(
        "findings",
        "Findings and the responses to them",
        &[("open", "yes: only those not closed"), MOST],
        findings::write,
    ),
    known(
        "asked",
        "What this committee asked before and what was done",
        &[("meetings", "a number: of so many meetings back"), MOST],
        asked::write,
    ),
    known(
        "questions",
        "Questions and answers since the last meeting",
        &[("months", "a number: of so many months back"), MOST],
        questions::write,
    ),
    known(
        "actions",
        "Actions by state, and the overdue ones",
        &[MOST],
        actions::write,
    ),
    known(
        "decisions",
        "The decisions that the meeting is asked for",
        &[],
        decisions::write,
    ),
    known(
        "visits",
        "Inspections and visits, and what was found",
        &[("months", "a number: of so many months back"), MOST],
        visits::write,
    ),
    known(
        "audits",
        "Audits of practice with their grades",
        &[("months", "a number: of so many months back"), CHARTS],
        audits::write,
    ),
    known(
        "feedback",
        "What children, families, staff and partners said",
        &[("months", "a number: of so many months back"), MOST],
        said::feedback,
    ),
    known(
        "predictions",
        "What was expected and what happened",
        &[MOST],
        said::predictions,
    ),
    known(
        "changes",
        "Changes in practice, resources and structure, and their effect",
        &[("months", "a number: of so many months back"), MOST],
        changes::write,
    ),
    known(
        "risks",
        "Risks to delivery, worst first",
        &[MOST],
        said::risks,
    ),
    known(
        "delays",
        "Delays: cause, decision and new date",
        &[MOST],
        said::delays,
    ),
    known(
        "watch",
        "What is watched, why, and when it comes off the list",
        &[MOST],
        said::watch,
    ),
    held(
        of_judgement,
        known(
            "judgements",
            "Claims by key judgement, each with its evidence and how fresh it is",
            &[("theme", "one key judgement alone: in-care")],
            judgements::write,
        ),
    ),
    known(
        "papers",
        "The other papers of the meeting, one after another",
        &[],
        pack::write,
    ),
];

/// What a template may put in under this name.
#[must_use]
pub fn insert_named(name: &str) -> Option<&'static Known> {
    INSERTS.iter().find(|it| it.name == name)
}

/// Whether every value is of its key's kind.
pub(super) fn fits(keys: &BTreeMap<String, String>) -> Result<(), String> {
    for (key, value) in keys {
        let fits = match key.as_str() {
            "most" | "months" | "meetings" => value.parse::<usize>().is_ok_and(|it| it > 0),
            "charts" | "table" | "open" => matches!(value.as_str(), "yes" | "no"),
            "by" => matches!(value.as_str(), "district" | "locality"),
            "lines" => matches!(value.as_str(), "all" | "late" | "not-moving"),
            "name" | "names" => {
                if let Some(unknown) = value
                    .split(',')
                    .map(str::trim)
                    .find(|it| catalogue::find(it).is_none())
                {
                    return Err(format!("there is no measure called '{unknown}'"));
                }
                true
            }
            _ => true,
        };
        if !fits {
            return Err(format!("{key} is '{value}'"));
        }
    }
    Ok(())
}

/// Whether a key is there that nothing can be put in without.
pub(super) fn needs(keys: &BTreeMap<String, String>, key: &str) -> Result<(), String> {
    match keys.get(key).is_some_and(|it| !it.is_empty()) {
        true => Ok(()),
        false => Err(format!("{key} is missing")),
    }
}

/// Whether a key is one of these, or not there.
pub(super) fn one_of(
    keys: &BTreeMap<String, String>,
    key: &str,
    words: &[&str],
) -> Result<(), String> {
    match keys.get(key) {
        Some(value) if !words.contains(&value.as_str()) => Err(format!("{key} is '{value}'")),
        _ => Ok(()),
    }
}

/// Whether a word is one that there is; else what there is.
pub(super) fn there_is(what: &str, word: &str, all: &[String]) -> Result<(), String> {
    match all.iter().any(|it| it == word) {
        true => Ok(()),
        false => Err(format!(
            "there is no {what} '{word}'; there are {}",
            all.join(", ")
        )),
    }
}

/// What `{judgements …}` may say.
fn of_judgement(keys: &BTreeMap<String, String>) -> Result<(), String> {
    let (Some(word), Some(Holds::Choice(all))) = (
        keys.get("theme"),
        CLAIM.field("judgement").map(|it| it.holds),
    ) else {
        return Ok(());
    };
    let all: Vec<String> = all.iter().map(|it| it.0.to_owned()).collect();
    there_is("judgement", word, &all)
}
