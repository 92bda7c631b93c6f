//! "Most", "significant", "consistently" carry the number or the test that supports them.

use super::amounts::{Kind, amounts};
use super::read::{Sentence, sentences};
use super::ways::{moved, says_how_much};
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
    /// A number, or a test.
    Either,
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
        let text = text.as_ref();
        let mut told_already: Vec<String> = Vec::new();
        for sentence in sentences(&text.words) {
            let shows = Shows::of(&sentence);
            let moved = moved(&sentence);
            for at in 0..sentence.tokens.len() {
                let by_how_much = || {
                    let said = moved.iter().any(|it| it.at == at && !it.denied);
                    (said && says_how_much(sentence.word(at))).then_some(Needs::Either)
                };
                let Some(needs) = needs(&sentence, at).or_else(by_how_much) else {
                    continue;
                };
                let word = phrase(&sentence, at);
                let Some((lacks, todo)) = shows.lacks(needs, at) else {
                    continue;
                };
                if told_already.contains(&word) {
                    continue;
                }
                found.push(RULE.at_text(
                    (section, text),
                    format!("{} says “{word}” {lacks}.", told::quoted(&text.words)),
                    todo,
                ));
                told_already.push(word);
            }
        }
    }
    found
}

/// The word at this place, with the one that makes it vague: "nearly all", "large number", "very high".
fn phrase(sentence: &Sentence, at: usize) -> String {
    let (before, word, next) = (
        sentence.before(at, 1),
        sentence.word(at),
        sentence.word(at + 1),
    );
    match word {
        "nearly" | "almost" | "virtually" | "practically" => format!("{word} {next}"),
        _ if SIZES.contains(&before) || matches!(before, "very" | "too" | "extremely") => {
            format!("{before} {word}")
        }
        _ => word.to_owned(),
    }
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
        "nearly" | "almost" | "virtually" | "practically" => match next {
            "all" | "every" | "everyone" | "everybody" => Some(Needs::OverHalf),
            "none" | "no" | "nobody" | "never" | "always" => Some(Needs::Number),
            _ => None,
        },
        // "A large number of", "a small proportion"; "a number of" as well; "the number of" counts.
        "number" | "numbers" | "proportion" | "proportions" | "share" | "amount" | "minority"
        | "percentage" | "part"
            if SIZES.contains(&before) =>
        {
            Some(Needs::Number)
        }
        "number" if before == "a" && next == "of" => Some(Needs::Number),
        "minority" | "handful" | "plenty" => Some(Needs::Number),
        "lot" | "lots" if next == "of" => Some(Needs::Number),
        // "Consistent with the plan" compares.
        "consistent" if next != "with" && before != "in" => Some(Needs::Each),
        "greatly" | "substantially" | "considerably" | "dramatically" | "markedly"
        | "massively" | "hugely" | "sharply" => Some(Needs::Either),
        "high" | "low" | "higher" | "lower" | "long" | "short" | "large" | "small"
            if is_degree(sentence, at) =>
        {
            Some(Needs::Either)
        }
        _ => None,
    }
}

/// What a number or a share is said to be like, instead of being told.
const SIZES: &[&str] = &[
    "large",
    "larger",
    "small",
    "substantial",
    "considerable",
    "sizeable",
    "sizable",
    "high",
    "low",
    "great",
    "good",
    "fair",
    "growing",
    "increasing",
    "vast",
    "huge",
    "big",
    "tiny",
];

/// Whether a word of size is said of something: "referrals are still very high", "caseloads remain too high"; not "high
/// quality", "a long list", "is higher than the target of 10%".
fn is_degree(sentence: &Sentence, at: usize) -> bool {
    let next = sentence.word(at + 1);
    let alone = !next.starts_with(char::is_alphanumeric)
        || matches!(
            next,
            "and"
                | "but"
                | "in"
                | "on"
                | "for"
                | "at"
                | "since"
                | "because"
                | "this"
                | "again"
                | "across"
                | "among"
                | "so"
                | "as"
                | "while"
        );
    let mut by = 1;
    let mut strong = false;
    while matches!(
        sentence.before(at, by),
        "very"
            | "too"
            | "still"
            | "extremely"
            | "exceptionally"
            | "unusually"
            | "remarkably"
            | "quite"
            | "rather"
            | "particularly"
            | "also"
            | "far"
            | "much"
            | "really"
    ) {
        strong = true;
        by += 1;
    }
    let said = matches!(
        sentence.before(at, by),
        "is" | "are"
            | "was"
            | "were"
            | "been"
            | "remain"
            | "remains"
            | "remained"
            | "stay"
            | "stays"
            | "stayed"
            | "seems"
            | "too"
            | "very"
    );
    let wished = (by..by + 4).any(|by| {
        matches!(
            sentence.before(at, by),
            "not" | "if" | "whether" | "how" | "should" | "must" | "where" | "when"
        )
    });
    // What is "higher" is a change, which other rules hold to its signals; a team may be small.
    let weighs = matches!(sentence.word(at), "high" | "low");
    alone && said && !wished && (weighs || strong)
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
            Needs::Either => (!self.number && !self.tests).then_some((
                "without a number or the test that shows it",
                "Write the number, from what to what or how many of how many; or the signal that shows it.",
            )),
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
