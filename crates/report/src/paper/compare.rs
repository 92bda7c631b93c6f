//! Two papers side by side, and what was shown beside what is now so.

use super::{Figure, Paper};
use crate::numbers::{percent, short, whole};
use std::collections::{BTreeMap, HashMap, HashSet};
use waymark_data::{Day, Period};
use waymark_measures::engine::behind::Reasons;

/// How a paper differs from an earlier one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Comparison {
    /// Every measure and group that either shows, at its latest days in each.
    pub figures: Vec<Pair>,
    /// Figures of the same days that say something else now.
    pub restated: Vec<Restatement>,
    /// What is said, where it differs.
    pub texts: Vec<Change>,
    /// Sections that only the later has: their headings.
    pub sections_added: Vec<String>,
    /// Sections that only the earlier has: their headings.
    pub sections_removed: Vec<String>,
    /// Measures that the earlier said were missing and the later shows: their titles.
    pub measures_found: Vec<String>,
    /// Measures that the later says are missing and the earlier did not: their titles.
    pub measures_lost: Vec<String>,
}

/// A measure and group in two papers.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The measure's title, with its group.
    pub title: String,
    /// The measure's name.
    pub measure: String,
    /// The group or band; empty: all.
    pub group: String,
    /// In the earlier.
    pub then: Option<Said>,
    /// In the later.
    pub now: Option<Said>,
}

/// A figure as a paper says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// As shown: "21% (96 of 457)".
    pub shown: String,
    /// Of when: "August 2017".
    pub when: String,
    /// Its verdict.
    pub verdict: String,
}

/// A text that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its key.
    pub key: String,
    /// The words of the earlier; empty: it was not there.
    pub then: String,
    /// The words of the later; empty: it is gone.
    pub now: String,
}

/// A figure that was shown otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Restatement {
    /// The figure's key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Of when: "August 2017".
    pub when: String,
    /// "published 21% (96 of 457), now 22% (101 of 459)".
    pub says: String,
    /// As it was shown.
    pub then: Figure,
    /// As it is now.
    pub now: Figure,
}

/// A figure that says something else now, of which it is asked why.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The paper that showed it.
    pub shown_in: &'a Paper,
    /// As it was shown.
    pub then: &'a Figure,
    /// As it is now.
    pub now: &'a Figure,
}

impl Restatement {
    /// With why it says something else: "published 21% (96 of 457), now 22% (103 of 463): 6 recorded late, 1 corrected".
    #[must_use]
    pub fn because(mut self, why: Option<Reasons>) -> Self {
        let why = why.map(|it| because(&it)).unwrap_or_default();
        if !why.is_empty() {
            self.says = format!("{}: {why}", self.says);
        }
        self
    }
}

/// "6 recorded late, 1 corrected, 2 no longer in the return"; empty where there is nothing to say.
#[must_use]
pub fn because(why: &Reasons) -> String {
    let parts = [
        (why.late, "recorded late"),
        (why.corrected, "corrected"),
        (why.taken_out, "no longer in the return"),
    ];
    let said = parts.into_iter().filter(|it| it.0 > 0).map(|(rows, what)| {
        let rows = whole(i64::try_from(rows).unwrap_or(i64::MAX));
        format!("{rows} {what}")
    });
    said.collect::<Vec<String>>().join(", ")
}

/// Two papers point by point.
#[must_use]
pub fn compare(old: &Paper, new: &Paper) -> Comparison {
    let headings = |paper: &Paper| -> Vec<(String, String)> {
        paper
            .sections
            .iter()
            .map(|it| (it.key.clone(), it.heading.clone()))
            .collect()
    };
    let only = |these: &[(String, String)], those: &[(String, String)]| -> Vec<String> {
        let known: HashSet<&str> = those.iter().map(|it| it.0.as_str()).collect();
        these
            .iter()
            .filter(|it| !known.contains(it.0.as_str()))
            .map(|it| it.1.clone())
            .collect()
    };
    let (then, now) = (headings(old), headings(new));
    let missing = |paper: &Paper| -> HashSet<String> {
        paper.missing.iter().map(|it| it.measure.clone()).collect()
    };
    let (missed, misses) = (missing(old), missing(new));
    let shows: HashSet<&str> = new.figures.iter().map(|it| it.measure.as_str()).collect();
    Comparison {
        figures: pairs(old, new),
        restated: restated(old, &new.figures),
        texts: texts(old, new),
        sections_added: only(&now, &then),
        sections_removed: only(&then, &now),
        measures_found: old
            .missing
            .iter()
            .filter(|it| shows.contains(it.measure.as_str()) && !misses.contains(&it.measure))
            .map(|it| it.title.clone())
            .collect(),
        measures_lost: new
            .missing
            .iter()
            .filter(|it| !missed.contains(&it.measure))
            .map(|it| it.title.clone())
            .collect(),
    }
}

/// What a paper showed that the figures of now say otherwise, in the order of the paper.
#[must_use]
pub fn restated(frozen: &Paper, now: &[Figure]) -> Vec<Restatement> {
    let today: HashMap<&str, &Figure> = now.iter().map(|it| (it.key.as_str(), it)).collect();
    frozen
        .figures
        .iter()
        .filter_map(|then| {
            let now = *today.get(then.key.as_str())?;
            Some(Restatement {
                key: then.key.clone(),
                title: then.title.clone(),
                when: when(then),
                says: then_and_now(then, now)?,
                then: then.clone(),
                now: now.clone(),
            })
        })
        .collect()
}

/// "published 21% (96 of 457), now 22% (101 of 459)", where the numbers differ. None where they are the same, or where one
/// of them is hidden: how a hidden number changed is hidden too.
#[must_use]
pub fn then_and_now(then: &Figure, now: &Figure) -> Option<String> {
    if then.is_hidden() || now.is_hidden() {
        return None;
    }
    let numbers = |it: &Figure| (it.numerator, it.denominator);
    let moved = match (then.value, now.value) {
        (Some(a), Some(b)) => (a - b).abs() > 1e-9,
        (a, b) => a.is_some() != b.is_some(),
    };
    // Another way of writing the same numbers is no restatement, and neither is a difference that nobody was shown.
    let differs = (numbers(then) != numbers(now) || moved) && said(then) != said(now);
    differs.then(|| format!("published {}, now {}", said(then), said(now)))
}

/// As it was shown; where that is empty, from its numbers.
fn said(figure: &Figure) -> String {
    if !figure.shown.trim().is_empty() {
        return figure.shown.clone();
    }
    match (figure.value, figure.numerator, figure.denominator) {
        (Some(value), Some(part), Some(all)) if figure.is_share() => {
            format!("{} ({} of {})", percent(value), whole(part), whole(all))
        }
        (Some(value), ..) => short(value),
        (None, Some(number), _) => whole(number),
        _ => "no figure".to_owned(),
    }
}

fn when(figure: &Figure) -> String {
    let period = Period {
        from: figure.from,
        to: figure.to,
    };
    match figure.basis.as_str() {
        "12 months" => format!("the 12 months to {}", figure.to.words()),
        "snapshot" => figure.to.words(),
        _ => period.words(),
    }
}

fn pairs(old: &Paper, new: &Paper) -> Vec<Pair> {
    type Of<'a> = (&'a str, &'a str, &'a str);
    fn latest(paper: &Paper) -> BTreeMap<Of<'_>, &Figure> {
        let mut latest: BTreeMap<Of<'_>, &Figure> = BTreeMap::new();
        for figure in &paper.figures {
            let held = latest
                .entry((&figure.measure, &figure.basis, &figure.group))
                .or_insert(figure);
            let day = |it: &Figure| -> (Day, Day) { (it.to, it.from) };
            if day(figure) > day(held) {
                *held = figure;
            }
        }
        latest
    }
    let (then, now) = (latest(old), latest(new));
    let say = |figure: &Figure| Said {
        shown: said(figure),
        when: when(figure),
        verdict: figure.verdict.clone(),
    };
    // In the order of the later paper, then what only the earlier has.
    let mut seen: HashSet<Of<'_>> = HashSet::new();
    let order = new.figures.iter().chain(&old.figures);
    order
        .filter_map(|figure| {
            let of = (
                figure.measure.as_str(),
                figure.basis.as_str(),
                figure.group.as_str(),
            );
            seen.insert(of).then(|| {
                let (then, now) = (then.get(&of), now.get(&of));
                Pair {
                    title: figure.title.clone(),
                    measure: figure.measure.clone(),
                    group: figure.group.clone(),
                    then: then.map(|it| say(it)),
                    now: now.map(|it| say(it)),
                }
            })
        })
        .collect()
}

fn texts(old: &Paper, new: &Paper) -> Vec<Change> {
    let words = |paper: &'_ Paper| -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = paper
            .texts()
            .map(|(_, text)| (text.key.clone(), text.words.clone()))
            .collect();
        all.extend(
            paper
                .charts()
                .map(|it| (it.title.clone(), it.sentence.clone())),
        );
        all
    };
    let (then, now) = (words(old), words(new));
    let earlier: HashMap<&str, &str> = then
        .iter()
        .map(|(key, words)| (key.as_str(), words.as_str()))
        .collect();
    let later: HashSet<&str> = now.iter().map(|it| it.0.as_str()).collect();
    let change = |key: &str, then: &str, now: &str| Change {
        key: key.to_owned(),
        then: then.to_owned(),
        now: now.to_owned(),
    };
    let mut changes: Vec<Change> = now
        .iter()
        .filter_map(|(key, now)| {
            let then = earlier.get(key.as_str()).copied().unwrap_or_default();
            (then != now).then(|| change(key, then, now))
        })
        .collect();
    changes.extend(
        then.iter()
            .filter(|(key, _)| !later.contains(key.as_str()))
            .map(|(key, then)| change(key, then, "")),
    );
    changes
}
