//! What discussion holds besides discussion: agreements, undertakings, promises, things that come again.

mod again;
mod later;

use super::item::{Outcome, Verb};
use super::piece::Confidence;
use super::wording::{after, begins, find_words, has_any, place, sentences, squash};
use super::{resolution, verb};
pub(super) use again::recurrence;
pub(super) use later::{promise, promised, undertaking};

/// Where a sentence stands in its item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// It is the first of its paragraph.
    pub(super) first: bool,
    /// It is the last of the item's minutes.
    pub(super) last: bool,
    /// It is a paragraph by itself.
    pub(super) whole: bool,
    /// The item has a resolution that says so: what is said softly adds nothing.
    pub(super) resolved: bool,
}

pub(super) const BODIES: [&str; 25] = [
    "The Board",
    "The Committee",
    "The Panel",
    "The Cabinet",
    "Cabinet",
    "The Sub-Committee",
    "The Group",
    "The Council",
    "The Commission",
    "The Executive",
    "The Partnership",
    "The Forum",
    "Members",
    "The meeting",
    "The Chair",
    "Board members",
    "Committee members",
    "Members of the Board",
    "Members of the Committee",
    "The Sub Committee",
    "The Children's Trust",
    "Councillors",
    "Board Members",
    "Meeting",
    "The Overview and Scrutiny Committee",
];

/// A sentence of discussion that is an outcome all the same.
pub(super) fn outcome(
    source: &str,
    sentence: &str,
    standing: Standing,
    resolution: usize,
) -> Vec<Outcome> {
    let Some((text, confidence)) = agreed(sentence)
        .or_else(|| passive(sentence, standing))
        .or_else(|| orphan(sentence, standing))
        .or_else(|| bare(sentence, standing))
        .or_else(|| soft(sentence, standing))
    else {
        return Vec::new();
    };
    let at = place(source, sentence);
    verb::clauses(&squash(text))
        .into_iter()
        .map(|(text, _)| super::wording::without_joint(&text).to_owned())
        .filter(|text| !is_undertaking(text))
        .map(|text| {
            let text = resolution::complete("", &text);
            let verb = if agreed(sentence).is_some() && after(&text, "to").is_none() {
                agreed_verb(&text)
            } else {
                verb::of_clause(&text)
            };
            Outcome {
                verb,
                text,
                words: sentence.to_owned(),
                mark: String::new(),
                resolution,
                confidence,
                at,
            }
        })
        .collect()
}

/// "It was agreed that the report be noted" notes; whatever else was agreed was agreed.
fn agreed_verb(text: &str) -> Verb {
    match verb::of_clause(text) {
        verb @ (Verb::Noted
        | Verb::Approved
        | Verb::Endorsed
        | Verb::Deferred
        | Verb::Referred
        | Verb::Delegated
        | Verb::Withdrawn)
            if find_words(&text.to_ascii_lowercase(), "be").is_some() =>
        {
            verb
        }
        _ => Verb::Agreed,
    }
}

/// "It was agreed that …", "The Board agreed that …", "Agreed that …".
fn agreed(sentence: &str) -> Option<(&str, Confidence)> {
    if let Some(rest) = after_it_was_agreed(sentence) {
        let rest = rest.trim_start();
        let what = after(rest, "that").or_else(|| after(rest, "to").map(|_| rest))?;
        return (!what.trim().is_empty()).then(|| (what.trim_start(), Confidence::Certain));
    }
    let body = BODIES
        .iter()
        .filter(|it| **it != "The Chair")
        .find_map(|it| after(sentence, it))?;
    let rest = body.trim_start();
    let rest = after(rest, "also")
        .or_else(|| after(rest, "therefore"))
        .or_else(|| after(rest, "unanimously"))
        .unwrap_or(rest)
        .trim_start();
    let rest = after(rest, "agreed")?.trim_start();
    // "The Board agreed to defer it" decides; "agreed to circulate it" undertakes.
    let decides = |it: &&str| {
        let next = it.trim_start().split(' ').next().unwrap_or_default();
        verb::of_word(next).is_some_and(|it| it != Verb::Requested)
    };
    let what = after(rest, "that").or_else(|| after(rest, "to").filter(decides).map(|_| rest))?;
    (!what.trim().is_empty()).then(|| (what.trim_start(), Confidence::Probable))
}

/// What follows "It was agreed", "It was unanimously agreed", "After discussion, it was therefore agreed", "Agreed".
fn after_it_was_agreed(sentence: &str) -> Option<&str> {
    if let Some(rest) = after(sentence, "Agreed") {
        return Some(rest);
    }
    let led = [
        "After",
        "Following",
        "Having",
        "Accordingly",
        "Therefore",
        "On",
        "In conclusion",
    ];
    let from = if after(sentence, "It was").is_some() {
        0
    } else {
        led.iter().find(|it| after(sentence, it).is_some())?;
        find_words(&sentence.to_ascii_lowercase(), "it was").filter(|it| *it < 160)?
    };
    let mut rest = after(&sentence[from..], "it was")?.trim_start();
    while let Some(more) = [
        "also",
        "further",
        "therefore",
        "unanimously",
        "then",
        "duly",
        "subsequently",
        "accordingly",
    ]
    .iter()
    .find_map(|it| after(rest, it))
    {
        rest = more.trim_start_matches([' ', ',', '\u{a0}']);
    }
    after(rest, "agreed")
}

/// "The report was received and noted." — at the beginning of a paragraph, or as the last words of the item.
fn passive(sentence: &str, standing: Standing) -> Option<(&str, Confidence)> {
    let lower = sentence.to_ascii_lowercase();
    let things = [
        "the report",
        "the reports",
        "the minutes",
        "minutes of",
        "the notes",
        "notes of",
        "the record",
        "the update",
        "the updates",
        "the presentation",
        "the actions",
        "the action",
        "the contents",
        "the content",
        "the dataset",
        "the information",
        "the plan",
        "the progress",
        "the work programme",
        "the item",
        "the strategy",
        "the verbal update",
        "the draft",
        "the proposals",
        "the recommendations",
        "the recommendation",
        "the annual report",
        "the terms of reference",
        "the action log",
        "councillor",
        "county councillor",
        "this was",
        "it was",
        "consideration of",
        "determination of",
        "discussion of",
        "a decision on",
        "the matter",
        "this matter",
        "this report",
        "the application",
        "all actions",
        "this item",
    ];
    let about =
        things.iter().any(|it| begins(sentence, it)) || (standing.last && begins(sentence, "the "));
    if !about || !(standing.first || standing.last) {
        return None;
    }
    let words = verb::spoken(sentence);
    let (at, found) = verb::deciding(&words)?;
    let passive = at > 0
        && matches!(
            words[at - 1].text.as_str(),
            "was" | "were" | "and" | "be" | "duly" | "unanimously" | "been" | "is"
        );
    if !passive
        || has_any(
            // "(copies of which had been circulated)" is said by the way.
            &without_brackets(&lower),
            &[
                "would be",
                "will be",
                "to be",
                "had been",
                "has been",
                "have been",
                "should be",
                "could be",
                "may be",
            ],
        )
    {
        return None;
    }
    // "the item was noted that" begins a discussion; "was received from the school" is news, not an outcome.
    let after_verb = words.get(at + 1).map_or("", |it| it.text.as_str());
    let news = matches!(found, Verb::Received | Verb::Requested | Verb::Supported)
        && !matches!(after_verb, "" | "and")
        || after_verb == "that"
        || after_verb == "from";
    let minutes = ["minutes", "notes", "record"]
        .iter()
        .any(|it| find_words(&lower, it).is_some());
    let fits = minutes
        || standing.last
        || standing.whole && matches!(found, Verb::Deferred | Verb::Withdrawn | Verb::Referred)
        || matches!(found, Verb::Noted | Verb::Received) && words.len() <= at + 4;
    (!news && fits && (!standing.resolved || minutes)).then_some((sentence, Confidence::Probable))
}

/// A text without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    text.chars()
        .filter(|c| {
            match c {
                '(' => depth += 1,
                ')' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// "That the report be noted." as the last paragraph: the page lost the word RESOLVED.
fn orphan(sentence: &str, standing: Standing) -> Option<(&str, Confidence)> {
    if !standing.last || !standing.first || standing.resolved {
        return None;
    }
    let rest = after(sentence, "That")?.trim_start();
    let lower = rest.to_ascii_lowercase();
    let be = has_any(
        &lower,
        &[
            "be", "note", "notes", "approve", "agree", "endorse", "has", "is",
        ],
    );
    let begins_so = [
        "the",
        "an",
        "a",
        "authority",
        "members",
        "officers",
        "consideration",
        "councillor",
        "it",
        "progress",
        "approval",
        "cabinet",
        "all",
    ]
    .iter()
    .any(|it| after(rest, it).is_some());
    (be && begins_so && sentence.starts_with("That")).then_some((rest, Confidence::Probable))
}

/// "Noted.", "Agreed.", "Approved, subject to the change", "Report noted.": the outcome of its item and nothing else.
fn bare(sentence: &str, standing: Standing) -> Option<(&str, Confidence)> {
    const THINGS: &str = "report|reports|minutes|notes|update|updates|actions|plan|presentation|item|recommendations|strategy|contents|position";
    if !(standing.whole || standing.last) || standing.resolved || sentence.ends_with(['?', ':']) {
        return None;
    }
    let words = crate::dates::words(sentence);
    let done = |at: usize| {
        words
            .get(at)
            .and_then(|it| verb::of_word(&it.text).filter(|_| verb::is_done(&it.text)))
    };
    let text = |at: usize| words.get(at).map_or("", |it| it.text.as_str());
    let fits = if let Some(found) = done(0) {
        let tail = matches!(
            text(1),
            "subject" | "to" | "by" | "unanimously" | "as" | "with" | "and" | "for" | "without"
        );
        let news = matches!(
            found,
            Verb::Received | Verb::Requested | Verb::Supported | Verb::Recommended
        );
        words.len() == 1 || words.len() <= 14 && tail && (!news || done(2).is_some())
    } else {
        (2..=4).contains(&words.len())
            && THINGS.split('|').any(|it| it == text(0))
            && done(words.len() - 1).is_some()
            && words[1..words.len() - 1]
                .iter()
                .all(|it| verb::of_word(&it.text).is_some() || matches!(&*it.text, "and" | "duly"))
    };
    fits.then_some((
        sentence,
        if standing.whole {
            Confidence::Certain
        } else {
            Confidence::Probable
        },
    ))
}

/// "The Board supported this campaign": said in passing.
fn soft(sentence: &str, standing: Standing) -> Option<(&str, Confidence)> {
    let rest = BODIES
        .iter()
        .find_map(|it| after(sentence, it))?
        .trim_start();
    let word = rest
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let rest_words = if matches!(
        word,
        "considered" | "discussed" | "received" | "unanimously" | "also" | "duly"
    ) {
        after(rest[word.len()..].trim_start(), "and")
            .unwrap_or(&rest[word.len()..])
            .trim_start()
    } else {
        rest
    };
    let word = rest_words
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let found = verb::of_word(&word.to_ascii_lowercase())
        .filter(|_| !matches!(word, "asked" | "invited"))?;
    let that = after(rest_words[word.len()..].trim_start(), "that").is_some()
        || after(rest_words[word.len()..].trim_start(), "the following:").is_some();
    // "The Board requested that the Director report back" asks for it; "noted that" tells.
    if that && word == "requested" && !standing.resolved {
        return Some((sentence, Confidence::Probable));
    }
    if that || standing.resolved {
        return None;
    }
    let confidence = match found {
        Verb::Noted | Verb::Received => standing.last.then_some(Confidence::Probable)?,
        Verb::Approved
        | Verb::Endorsed
        | Verb::Deferred
        | Verb::Referred
        | Verb::Delegated
        | Verb::Elected
        | Verb::Withdrawn => Confidence::Probable,
        Verb::Supported | Verb::Agreed => Confidence::Suggested,
        Verb::Requested | Verb::Recommended => Confidence::Suggested,
    };
    Some((sentence, confidence))
}

/// Whether a clause promises a deed: "the Board agreed to circulate it".
fn is_undertaking(clause: &str) -> bool {
    find_words(&clause.to_ascii_lowercase(), "agreed to").is_some_and(|at| {
        let next = clause[at + "agreed to".len()..]
            .split_whitespace()
            .next()
            .unwrap_or_default();
        verb::of_word(next).is_none()
            && !matches!(next, "the" | "a" | "this" | "that" | "these" | "be")
    })
}

/// The sentences of a paragraph, with whether each is the first.
pub(super) fn standing_sentences(text: &str) -> Vec<(bool, &str)> {
    sentences(text)
        .into_iter()
        .enumerate()
        .map(|(at, it)| (at == 0, it))
        .collect()
}
