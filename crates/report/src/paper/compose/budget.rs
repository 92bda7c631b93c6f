//! The signal budget: how many signals chance alone would give among all the measures that were judged, and which are left.
//!
//! A measure that does not change at all is flagged in its latest month in 15 of 1,000 (see [`crate::focus()`]). A paper
//! shows measures because they have a signal, so what it shows says nothing of chance: counted is every measure that was
//! looked at, each once (variants of one, and the same cases told from both ends, are one).
//!
//! Of so many measures, chance gives at most a certain number of signals in 95 of 100 reports. As many, the weakest, may be
//! chance; the others survive. Where there are no more than that, none does. How strong a signal is: how unlikely the rule
//! that it breaks makes it in a process that does not change.
//!
//! A chart of counted months (p, u) has other limits, which chance passes in about one month in 370 and oftener where cases
//! are few: its own sentence says so. A heat map says beside it how many of its marks chance alone would give.

use super::writer::Writer;
use crate::focus::{BY_CHANCE, each_once, has_signal};
use crate::numbers::{counted, decimal, whole};
use crate::paper::template::Insert;
use crate::paper::{Block, Figure};
use crate::reading::Reading;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use waymark_measures::signals::{Change, Grounds, LIMIT_FACTOR};

/// What all that was judged shows, beside what chance would.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// Measures that were judged month by month, each once, in the paper or not.
    pub judged: usize,
    /// Of those, with a signal in the latest month.
    pub signals: usize,
    /// How many signals chance alone would give on average.
    pub by_chance: f64,
    /// The most that chance alone gives in 95 of 100 reports.
    pub most_by_chance: usize,
    /// Those with a signal that the paper shows, the strongest first: their titles.
    pub here: Vec<String>,
    /// How many of `here` survive: the first.
    pub surviving_here: usize,
}

/// A measure that was judged.
struct Judged {
    title: String,
    /// How strong its signal is; none without one.
    strength: Option<f64>,
    is_here: bool,
}

impl Budget {
    /// The budget of a paper with these figures, made from these readings.
    #[must_use]
    pub(super) fn of<'a>(readings: impl Iterator<Item = &'a Reading>, figures: &[Figure]) -> Self {
        let shown: HashSet<&str> = figures.iter().map(|it| it.measure.as_str()).collect();
        let judged = each_once(readings).into_iter().filter_map(|same| {
            let reading = *same.first()?;
            let has_signal = has_signal(reading);
            (has_signal || reading.verdict.change == Change::NoRealChange).then(|| Judged {
                title: reading.series.title(),
                strength: has_signal.then(|| strength(reading)),
                is_here: same
                    .iter()
                    .any(|it| shown.contains(it.measure().name().as_str())),
            })
        });
        Self::counted(judged.collect())
    }

    fn counted(judged: Vec<Judged>) -> Self {
        let all = judged.len();
        let most_by_chance = (0..all)
            .find(|it| at_least(all, it + 1) < 0.05)
            .unwrap_or(all);
        let mut signals: Vec<(f64, Judged)> = judged
            .into_iter()
            .filter_map(|it| Some((it.strength?, it)))
            .collect();
        signals.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.title.cmp(&b.1.title)));
        let surviving = signals.len().saturating_sub(most_by_chance);
        let is_here = |it: &&(f64, Judged)| it.1.is_here;
        Self {
            judged: all,
            signals: signals.len(),
            by_chance: number(all) * BY_CHANCE,
            most_by_chance,
            surviving_here: signals[..surviving].iter().filter(is_here).count(),
            here: signals
                .iter()
                .filter(is_here)
                .map(|it| it.1.title.clone())
                .collect(),
        }
    }

    /// How many survive, in the paper or not.
    #[must_use]
    pub fn surviving(&self) -> usize {
        self.signals.saturating_sub(self.most_by_chance)
    }

    /// In sentences.
    #[must_use]
    pub fn words(&self) -> String {
        let of = |it: usize| whole(int(it));
        if self.judged == 0 {
            return "No measure can be judged month by month yet, so there are no signals to count."
                .to_owned();
        }
        let mut said = format!(
            "{} {} judged month by month, whether in this paper or not. If nothing had changed at all, chance alone would give {} signals among them on average.",
            counted(int(self.judged), "measure"),
            if self.judged == 1 { "is" } else { "are" },
            decimal(self.by_chance),
        );
        said += &match (self.signals, self.here.len()) {
            (0, _) => return said + " None has a signal in its latest month.",
            (1, 0) => " 1 has a signal in its latest month. It is not in this paper.".to_owned(),
            (1, _) => " 1 has a signal in its latest month. It is in this paper.".to_owned(),
            (n, 0) => format!(
                " {} have a signal in the latest month. None of them is in this paper.",
                of(n)
            ),
            (n, here) => format!(
                " {} have a signal in the latest month. {} of them {} in this paper.",
                of(n),
                of(here),
                if here == 1 { "is" } else { "are" }
            ),
        };
        let (survive, doubtful) = self.here.split_at(self.surviving_here);
        if self.surviving() == 0 {
            said += " Chance alone could well give as many.";
        } else {
            said += &format!(
                " Chance alone gives more than {} in fewer than 5 of 100 such reports. So {} {} more than chance.",
                of(self.most_by_chance),
                match (self.surviving(), self.signals) {
                    (n, all) if n == all => "all of them".to_owned(),
                    (n, _) => format!("the {} strongest", of(n)),
                },
                if self.surviving() == 1 { "is" } else { "are" },
            );
            if !survive.is_empty() {
                said += &format!(" Of those, this paper has: {}.", survive.join("; "));
            }
        }
        if !doubtful.is_empty() {
            said += &format!(
                " May be chance: {}. Wait for another month before acting on one of these alone.",
                doubtful.join("; ")
            );
        }
        said
    }
}

/// How strong a signal is: minus the logarithm of how likely the rule that it breaks is to be broken by a process that does
/// not change, for the rule that makes it least likely.
fn strength(reading: &Reading) -> f64 {
    let chart = &reading.chart;
    let (Some(at), Some(phase)) = (chart.latest, chart.phases.last()) else {
        return 0.0;
    };
    let Some(limits) = phase.limits else {
        return 0.0;
    };
    if let Change::Improved(grounds)
    | Change::Worse(grounds)
    | Change::Higher(grounds)
    | Change::Lower(grounds) = reading.verdict.change
        && let Grounds::Rebased { before, after } = grounds
    {
        let spread = limits.moving_range * LIMIT_FACTOR / 3.0;
        return beyond((after - before) / spread * number(phase.points).sqrt());
    }
    let values: Vec<f64> = reading.slots[..=at]
        .iter()
        .skip(phase.range.start)
        .filter_map(|it| it.state.judged())
        .collect();
    let fired = chart.fired.get(at).copied().unwrap_or_default();
    let Some(latest) = values.last().copied() else {
        return 0.0;
    };
    let mut found = 0.0_f64;
    if fired.outside != 0 {
        let spread = (limits.upper - limits.mean) / 3.0;
        found = found.max(beyond((latest - limits.mean) / spread));
    }
    if fired.shift != 0 {
        let side = |it: &&f64| (**it - limits.mean).signum() == (latest - limits.mean).signum();
        let run = values.iter().rev().take_while(side).count();
        // Each further month is on the same side in one of two.
        found = found.max(number(run.saturating_sub(1)) * 2.0_f64.ln());
    }
    if fired.trend != 0 {
        let way = f64::from(fired.trend);
        let steps = values.windows(2).rev();
        let run = steps.take_while(|it| (it[1] - it[0]) * way > 0.0).count() + 1;
        // One order of all, and its mirror image.
        let orders: f64 = (2..=run).map(|it| number(it).ln()).sum();
        found = found.max(orders - 2.0_f64.ln());
    }
    if fired.two_of_three != 0 {
        found = found.max(TWO_OF_THREE);
    }
    found
}

/// Two of three months beyond two thirds of the way to one limit: about 13 in 10,000.
const TWO_OF_THREE: f64 = 6.6;

/// Minus the logarithm of how likely a normal value is so many standard deviations off or more, for values beyond 2.
fn beyond(deviations: f64) -> f64 {
    let off = deviations.abs().clamp(2.0, 1e6);
    off * off / 2.0 + (off * (std::f64::consts::PI / 2.0).sqrt()).ln()
}

/// How likely at least `least` of `n` measures are flagged by chance: a binomial tail.
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

fn int(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// `{budget}`: its words are put in when the whole paper is there.
pub(super) fn write(w: &mut Writer<'_>, _: &Insert) {
    let text = w.text("charts", "");
    w.budgets.push(text.key.clone());
    w.put(Block::Text(text));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of so many judged, the first so many have a signal, each weaker than the one before; so many of those are shown.
    fn of(here: usize, signals: usize, judged: usize) -> Budget {
        let all = (0..judged).map(|n| Judged {
            title: format!("Measure {n}"),
            strength: (n < signals).then(|| number(judged - n)),
            is_here: n < here,
        });
        Budget::counted(all.collect())
    }

    /// 61 measures: 0.9 by chance, and more than 3 in 1.5 of 100 reports (more than 2 in 6.6): of 29 signals 26 are left.
    #[test]
    fn the_strongest_survive_and_the_weakest_may_be_chance() {
        let budget = of(28, 29, 61);
        assert!((budget.by_chance - 0.915).abs() < 1e-9);
        assert!(at_least(61, 3) > 0.05 && at_least(61, 4) < 0.05);
        assert_eq!((budget.most_by_chance, budget.surviving()), (3, 26));
        let words = budget.words();
        let parts = [
            "61 measures are judged month by month, whether in this paper or not.",
            "chance alone would give 0.9 signals among them on average",
            "29 have a signal in the latest month. 28 of them are in this paper.",
            "Chance alone gives more than 3 in fewer than 5 of 100 such reports. So the 26 strongest are more than chance.",
            "May be chance: Measure 26; Measure 27. Wait",
        ];
        for part in parts {
            assert!(words.contains(part), "{part}: {words}");
        }
    }

    /// A paper shows what has a signal: that every chart of it has one says nothing of chance.
    #[test]
    fn what_is_shown_is_not_what_was_looked_at() {
        let (few, all) = (of(1, 1, 40), of(1, 1, 1));
        assert_eq!((few.surviving(), all.surviving()), (0, 1));
        assert!(
            few.words().contains("It is in this paper. Chance alone could well give as many. May be chance: Measure 0."),
            "{}",
            few.words()
        );
    }

    #[test]
    fn without_a_judged_measure_or_a_signal_that_is_said() {
        assert!(of(0, 0, 0).words().starts_with("No measure can be judged"));
        assert!(
            of(0, 0, 9)
                .words()
                .ends_with("None has a signal in its latest month.")
        );
        assert!(
            of(0, 2, 9)
                .words()
                .contains("None of them is in this paper")
        );
    }

    /// Three standard deviations off: 27 in 10,000.
    #[test]
    fn the_further_off_the_less_likely() {
        assert!(((-beyond(3.0)).exp() - 0.0027).abs() < 0.0003);
        assert!(beyond(4.0) > beyond(3.0));
    }
}
