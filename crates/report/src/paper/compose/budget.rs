//! The signal budget: how many signals chance alone would give among the charts that a paper shows, and which are left.
//!
//! A chart whose process does not change at all is flagged in its latest month in 15 of 1,000 (see [`crate::focus()`]). With
//! many charts some signals are chance. Which, nobody can say; those with the least likely signal are most likely to be real.
//!
//! Only charts of months judged alike (XmR) are counted. A chart of counted months (p, u) has other limits, which chance
//! passes in about one month in 370 and oftener where cases are few: its own sentence says so. A heat map says beside it how
//! many of its marks chance alone would give.

use super::writer::Writer;
use crate::focus::BY_CHANCE;
use crate::numbers::{counted, decimal, whole};
use crate::paper::template::Insert;
use crate::paper::{Block, Paper};

/// What a paper's charts show, beside what chance would.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// Charts whose months are judged alike, by the limits of an XmR chart.
    pub judged: usize,
    /// Of those, with a signal in the latest month: their titles.
    pub signals: Vec<String>,
    /// How many signals chance alone would give on average.
    pub by_chance: f64,
    /// How likely chance alone gives at least one, from 0 to 1.
    pub at_least_one: f64,
    /// How likely chance alone gives as many as there are or more, from 0 to 1.
    pub as_many: f64,
}

/// The budget of some charts, by title and whether each has a signal.
fn budget<'a>(charts: impl Iterator<Item = (&'a str, Option<bool>)>) -> Budget {
    let judged: Vec<(&str, bool)> = charts.filter_map(|it| Some((it.0, it.1?))).collect();
    let signals: Vec<String> = judged
        .iter()
        .filter(|it| it.1)
        .map(|it| it.0.to_owned())
        .collect();
    Budget {
        by_chance: number(judged.len()) * BY_CHANCE,
        at_least_one: at_least(judged.len(), 1),
        as_many: at_least(judged.len(), signals.len()),
        judged: judged.len(),
        signals,
    }
}

/// The budget of a paper.
#[must_use]
pub fn budget_of(paper: &Paper) -> Budget {
    budget(paper.charts().map(|it| (it.title.as_str(), it.signal)))
}

/// How likely at least `least` of `n` charts are flagged by chance: a binomial tail.
fn at_least(n: usize, least: usize) -> f64 {
    let mut below = 0.0;
    let mut term = (1.0 - BY_CHANCE).powf(number(n));
    for k in 0..least.min(n + 1) {
        below += term;
        term *= number(n - k) / number(k + 1) * BY_CHANCE / (1.0 - BY_CHANCE);
    }
    (1.0 - below).clamp(0.0, 1.0)
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

impl Budget {
    /// In sentences: of the charts that are judged month by month, not of those with limits by the number of cases, whose
    /// own sentences say what chance gives.
    #[must_use]
    pub fn words(&self) -> String {
        let int = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
        if self.judged == 0 {
            return "No chart here is judged month by month, so there are no signals to count."
                .to_owned();
        }
        let found = match self.signals.len() {
            0 => "None has a signal in its latest month.".to_owned(),
            n => format!(
                "{} {} a signal in the latest month: {}.",
                whole(int(n)),
                if n == 1 { "has" } else { "have" },
                self.signals.join("; ")
            ),
        };
        let verdict = if self.signals.is_empty() {
            ""
        } else if self.as_many < 0.05 {
            " Chance alone would hardly give as many: most of them are likely to be real."
        } else {
            " Chance alone could well give as many: wait for another month before acting on one of them alone."
        };
        format!(
            "{} judged month by month. If nothing had changed at all, chance alone would flag {} on average, and at least one in {}% of such reports. {found}{verdict}",
            capital_verb(self.judged, &counted(int(self.judged), "chart")),
            decimal(self.by_chance),
            whole(percent(self.at_least_one)),
        )
    }
}

fn capital_verb(n: usize, counted: &str) -> String {
    format!("{counted} {}", if n == 1 { "is" } else { "are" })
}

#[allow(clippy::cast_possible_truncation)] // from 0 to 100
fn percent(share: f64) -> i64 {
    (share * 100.0).round() as i64
}

/// `{budget}`: of every chart above it in the paper.
pub(super) fn write(w: &mut Writer<'_>, _: &Insert) {
    let words = budget(w.judged.iter().map(|it| (it.0.as_str(), it.1))).words();
    let text = w.text("charts", words);
    w.put(Block::Text(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(signals: usize, judged: usize) -> Budget {
        let titles: Vec<String> = (0..judged).map(|n| format!("Measure {n}")).collect();
        budget(
            titles
                .iter()
                .enumerate()
                .map(|(n, it)| (it.as_str(), Some(n < signals))),
        )
    }

    /// A pack of 40 charts: 0.6 by chance, and at least one in 45 of 100 such packs: 1 - 0.985^40.
    #[test]
    fn forty_charts() {
        let budget = of(1, 40);
        assert!((budget.by_chance - 0.6).abs() < 1e-9);
        assert!((budget.at_least_one - 0.4537).abs() < 0.0005);
        assert!((budget.as_many - budget.at_least_one).abs() < 1e-12);
        assert!(budget.words().contains("40 charts are judged month by month. If nothing had changed at all, chance alone would flag 0.6 on average, and at least one in 45% of such reports. 1 has a signal in the latest month: Measure 0. Chance alone could well"), "{}", budget.words());
    }

    #[test]
    fn eight_of_forty_are_not_chance() {
        assert!(of(8, 40).as_many < 1e-5);
        assert!(of(8, 40).words().contains("likely to be real"));
    }

    #[test]
    fn without_charts_there_is_nothing_to_count() {
        assert_eq!(
            of(0, 0).words(),
            "No chart here is judged month by month, so there are no signals to count."
        );
    }
}
