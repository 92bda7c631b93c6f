//! "Most", "significant", "consistently" carry the number or the test that supports them.

use super::amounts::{Kind, amounts};
use super::read::{Sentence, sentences};
use super::{Context, Finding, Rule, Weight, told};
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "vague-words",
    title: "“Most”, “significant”, “consistently” carry the number or the test that supports them",
    page: include_str!("vague_words.md"),
    weight: Weight::Asks,
    find,
};

/// What a word needs beside it.
#[derive(Clone, Copy, PartialEq)]
enum Needs {
    /// A number: how many of how many.
    Number,
    /// A share of more than half.
    OverHalf,
    /// A test: a signal, limits, an interval.
    Test,
    /// Every one of them, or a run of months.
    Each,
}

const TESTS: &[&str] = &[
    "signal",
    "signals",
    "limits",
    "limit",
    "chance",
    "interval",
    "confidence",
    "95 %",
    "99 %",
    "p <",
    "special cause",
    "above its average",
    "below its average",
    "in a row",
    "no real change",
];
const RUNS: &[&str] = &[
    "in each", "each of", "every", "in a row", "in all", "all of",
];

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let mut told_already: Vec<String> = Vec::new();
        for sentence in sentences(&text.words) {
            let shows = Shows::of(&sentence);
            for at in 0..sentence.tokens.len() {
                let Some(needs) = needs(&sentence, at) else {
                    continue;
                };
                let word = sentence.word(at);
                let Some((lacks, todo)) = shows.lacks(needs, at) else {
                    continue;
                };
                if told_already.iter().any(|it| it == word) {
                    continue;
                }
                told_already.push(word.to_owned());
                found.push(RULE.at_text(
                    (section, text),
                    format!("{} says “{word}” {lacks}.", told::quoted(&text.words)),
                    todo,
                ));
            }
        }
    }
    found
}

fn needs(sentence: &Sentence, at: usize) -> Option<Needs> {
    let (before, next) = (sentence.before(at, 1), sentence.word(at + 1));
    match sentence.word(at) {
        // "At most 10%", "the most recent", "most importantly" count nobody.
        "most"
            if matches!(before, "at" | "the")
                || matches!(
                    next,
                    "recent" | "recently" | "likely" | "important" | "importantly" | "vulnerable"
                ) =>
        {
            None
        }
        "most" | "mostly" | "majority" => Some(Needs::OverHalf),
        // "How many", "as many as", "too many to list".
        "many" if matches!(before, "how" | "as" | "so") => None,
        "few" if before == "how" => None,
        "many" | "few" | "several" | "numerous" | "often" | "usually" | "generally"
        | "typically" | "frequently" => Some(Needs::Number),
        // "For some time", "some of which".
        "some" if matches!(next, "time" | "way" | "extent") => None,
        "some" => Some(Needs::Number),
        // Significant harm is the law's; a significant other is a person.
        "significant"
            if matches!(
                next,
                "harm"
                    | "other"
                    | "others"
                    | "adult"
                    | "adults"
                    | "person"
                    | "people"
                    | "incident"
                    | "incidents"
            ) =>
        {
            None
        }
        "significant" | "significantly" => Some(Needs::Test),
        "consistently" | "always" | "never" | "invariably" => Some(Needs::Each),
        _ => None,
    }
}

/// What a sentence shows to support its words, looked up once for all of them.
struct Shows {
    /// Whether it names any number.
    number: bool,
    /// Its shares, each with its place, in order.
    shares: Vec<(usize, f64)>,
    tests: bool,
    runs: bool,
    all_of_them: bool,
}

impl Shows {
    fn of(sentence: &Sentence) -> Self {
        let numbers = amounts(sentence);
        let all_of_them = numbers.iter().any(|it| match it.kind {
            Kind::OutOf {
                part,
                whole,
                counted: true,
            } => part == whole || part == 0.0,
            Kind::Percent(number) => number.value == 100.0 || number.value == 0.0,
            _ => false,
        });
        Self {
            tests: sentence.has_any(TESTS),
            runs: sentence.has_any(RUNS),
            all_of_them,
            number: numbers.iter().any(|it| !matches!(it.kind, Kind::Points)),
            shares: numbers
                .iter()
                .filter_map(|it| Some((it.at, it.kind.share()?)))
                .collect(),
        }
    }

    /// What the word at this place lacks, and what to do; none where it has it.
    fn lacks(&self, needs: Needs, at: usize) -> Option<(&'static str, &'static str)> {
        match needs {
            Needs::Number => (!self.number).then_some((
                "without the number it stands for",
                "Write how many of how many.",
            )),
            Needs::OverHalf => {
                // The share that follows it nearest is the one it is of.
                let after = self.shares.partition_point(|it| it.0 <= at);
                let share = self.shares.get(after).or(self.shares.first());
                match share.map(|it| it.1) {
                    None if !self.number => Some((
                        "without the number it stands for",
                        "Write how many of how many.",
                    )),
                    Some(share) if share <= 50.0 => {
                        Some(("of no more than half", "Write the number alone."))
                    }
                    _ => None,
                }
            }
            Needs::Test => (!self.tests).then_some((
                "without the test that shows it",
                "Say what shows that it is more than chance: the signal, the limits, the interval; or leave the word out.",
            )),
            Needs::Each => (!self.all_of_them && !self.runs).then_some((
                "and does not show it of each",
                "Write “in each of the last 12 months” or “12 of 12”; or leave the word out.",
            )),
        }
    }
}
