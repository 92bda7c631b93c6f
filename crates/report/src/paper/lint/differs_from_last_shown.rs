//! A figure is as it was last shown, or the paper says that it was restated.

use super::read::sentences;
use super::{Context, Finding, Rule, Shown, Weight, told};
use crate::paper::compare::then_and_now;
use crate::paper::{Figure, Paper};
use std::collections::{BTreeMap, HashMap, HashSet};

pub(super) static RULE: Rule = Rule {
    name: "differs-from-last-shown",
    title: "A figure is as it was last shown, or the paper says that it was restated",
    page: include_str!("differs_from_last_shown.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, context: &Context<'_>) -> Vec<Finding> {
    let mut last: HashMap<&str, &Shown> = HashMap::new();
    let mut all_shown: HashMap<&str, Vec<&str>> = HashMap::new();
    for shown in context.shown {
        let every = all_shown.entry(&shown.figure.key).or_default();
        every.push(&shown.figure.shown);
        let held = last.entry(&shown.figure.key).or_insert(shown);
        if shown.issued >= held.issued {
            *held = shown;
        }
    }
    let said = said(paper);
    let mut differ: BTreeMap<&str, Vec<(&Figure, &Shown, String)>> = BTreeMap::new();
    for figure in &paper.figures {
        let Some(was) = last.get(figure.key.as_str()) else {
            continue;
        };
        let Some(told) = then_and_now(&was.figure, figure) else {
            continue;
        };
        if !said.covers(figure, &all_shown[figure.key.as_str()]) {
            let of_measure = differ.entry(&figure.measure).or_default();
            of_measure.push((figure, was, told));
        }
    }
    differ
        .into_iter()
        .filter_map(|(measure, all)| {
            let (figure, was, told) = all.iter().max_by_key(|it| it.0.to)?;
            let more = match all.len() {
                1 => String::new(),
                many => format!(" {} of its figures differ; this is the latest.", crate::numbers::in_words(many)),
            };
            Some(RULE.finding(
                "",
                measure,
                format!(
                    "“{}” to {}, in {} of {}: {told}.{more}",
                    told::name(figure),
                    figure.to.words(),
                    was.paper,
                    was.issued.words()
                ),
                "Say in a sentence what was published, what it is now and why it changed; or put the list of restated figures in.",
            ))
        })
        .collect()
}

/// What the paper says was restated.
struct SaidSo<'a> {
    /// Measures that a sentence tells the restatement of.
    measures: HashSet<&'a str>,
    /// Rows of tables that hold a title, what was shown and what is: title, then, now.
    rows: HashSet<(&'a str, &'a str, &'a str)>,
}

impl SaidSo<'_> {
    /// Whether it tells of this figure, which earlier papers showed so.
    fn covers(&self, figure: &Figure, was: &[&str]) -> bool {
        let row = |then: &&str| {
            let row = (figure.title.as_str(), *then, figure.shown.as_str());
            self.rows.contains(&row)
        };
        self.measures.contains(figure.measure.as_str()) || was.iter().any(row)
    }
}

fn said(paper: &Paper) -> SaidSo<'_> {
    const SAYS: [&str; 9] = [
        "restated",
        "restatement",
        "published",
        "previously",
        "corrected",
        "correction",
        "revised",
        "was shown as",
        "was reported as",
    ];
    let figures = told::by_key(paper);
    let mut measures: HashSet<&str> = HashSet::new();
    for (_, text) in paper.texts() {
        if sentences(&text.words).iter().any(|it| it.has_any(&SAYS)) {
            let cited = told::cited(paper, &figures, text);
            measures.extend(cited.into_iter().map(|it| it.measure.as_str()));
        }
    }
    let mut rows = HashSet::new();
    for (_, table) in super::tables(paper) {
        let heading = |of: &[&str]| {
            let is = |it: &str| of.contains(&it.to_lowercase().as_str());
            table.headings.iter().position(|it| is(&it.text))
        };
        let then = heading(&["shown then", "then", "published", "was", "shown before"]);
        let now = heading(&["now", "shown now", "is now"]);
        let (Some(then), Some(now)) = (then, now) else {
            continue;
        };
        for row in &table.rows {
            if let (Some(title), Some(then), Some(now)) = (row.first(), row.get(then), row.get(now))
            {
                rows.insert((
                    title.shown.as_str(),
                    then.shown.as_str(),
                    now.shown.as_str(),
                ));
            }
        }
    }
    SaidSo { measures, rows }
}
