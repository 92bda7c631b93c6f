//! A percentage is given with its numbers and its time.

use super::amounts::{Amount, Kind, amounts, says_when};
use super::read::{Sentence, sentences};
use super::{Context, Finding, Rule, Weight, told};
use crate::paper::{Figure, Paper};

pub(super) static RULE: Rule = Rule {
    name: "percent-without-numbers",
    title: "A percentage is given with its numbers and its time",
    page: include_str!("percent_without_numbers.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let cited = told::cited(paper, &figures, text);
        let stood = told::stood_there(text);
        let mut bare: Vec<String> = Vec::new();
        let mut any = false;
        for sentence in sentences(&text.words) {
            let all = amounts(&sentence);
            for (at, amount) in all.iter().enumerate() {
                let Kind::Percent(number) = amount.kind else {
                    continue;
                };
                if is_aim(&sentence, amount.at)
                    || cited
                        .iter()
                        .any(|it| it.target.is_some_and(|it| number.is(it)))
                {
                    continue;
                }
                // What the record gave stays as good as it was.
                let kept = stood
                    .iter()
                    .any(|it| matches!(it, Kind::Percent(it) if number.is(it.value)));
                let of_figure = kept || cited.iter().any(|it| is_of(it, amount));
                let beside = [at.checked_sub(1), Some(at + 1)]
                    .into_iter()
                    .flatten()
                    .filter_map(|it| all.get(it))
                    .any(|it| {
                        matches!(it.kind, Kind::OutOf { .. }) && is_near(&sentence, amount, it)
                    });
                if !(of_figure || beside) {
                    bare.push(format!("{}%", sentence.tokens[amount.at].text));
                }
                any |= !of_figure;
            }
        }
        if !bare.is_empty() {
            found.push(RULE.at_text(
                (section, text),
                format!("{} gives {} without how many of how many.", told::quoted(&text.words), bare.join(", ")),
                "Write the numbers beside it, “77% (77 of 100)”, or name the figure of the paper it is.",
            ));
        } else if any && !says_when(&text.words) {
            found.push(RULE.at_text(
                (section, text),
                format!(
                    "{} gives a percentage and does not say of when.",
                    told::quoted(&text.words)
                ),
                "Write the month, the year or the day it is of.",
            ));
        }
    }
    found
}

/// Whether a percentage is that of a figure whose numbers the paper shows.
fn is_of(figure: &Figure, amount: &Amount) -> bool {
    let (Kind::Percent(number), Some(value)) = (amount.kind, figure.value) else {
        return false;
    };
    // The rest of a share is as good: 79% in time where 21% are late.
    let fits = number.is(value) || number.is(100.0 - value);
    fits && figure.numerator.is_some() && figure.denominator.is_some()
}

/// Whether two numbers stand together: "77% (77 of 100)", "77 of 100 (77%)", "77%, 77 of 100,".
fn is_near(sentence: &Sentence, one: &Amount, other: &Amount) -> bool {
    let (first, second) = if one.at < other.at {
        (one, other)
    } else {
        (other, one)
    };
    let between = second.at - first.end;
    between <= 4 && !(first.end..second.at).any(|at| sentence.word(at) == ";")
}

/// Whether the number at this place is one aimed at: a target, a limit, a standard. It has no numbers of its own.
pub(super) fn is_aim(sentence: &Sentence, at: usize) -> bool {
    // "Limits of 12% to 30%": the second belongs to what the first is of.
    let of_range = matches!(sentence.before(at, 1), "to" | "and") && sentence.before(at, 2) == "%";
    // "At least 95% of visits should be in time."
    let wished = (1..=8).any(|by| matches!(sentence.word(at + by), "should" | "must" | "ought"));
    wished || follows_aim(sentence, at) || (of_range && follows_aim(sentence, at.saturating_sub(3)))
}

fn follows_aim(sentence: &Sentence, at: usize) -> bool {
    const AIMS: [&str; 15] = [
        "target",
        "targets",
        "aim",
        "aims",
        "goal",
        "ambition",
        "threshold",
        "standard",
        "limit",
        "limits",
        "trajectory",
        "tolerance",
        "expects",
        "require",
        "requires",
    ];
    let before = (1..=6)
        .map(|by| sentence.before(at, by))
        .take_while(|it| !matches!(*it, "(" | ";" | "but"));
    let mut nearest = true;
    for word in before {
        if AIMS.contains(&word) {
            return true;
        }
        // What a process gives by itself: "an ordinary month has 19.7% to 29.3%", "above its average of 21%".
        if word == "ordinary"
            || (nearest && word == "of" && sentence.reads(at.saturating_sub(3), "its average of"))
        {
            return true;
        }
        // Another number stands between: the aim is that one's.
        if !nearest && word == "%" {
            return false;
        }
        nearest = false;
    }
    sentence.word(at + 1) == "%" && sentence.word(at + 2) == "target"
}
