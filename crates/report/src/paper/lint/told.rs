//! The texts that people wrote, and what they speak of.

use super::amounts::{Kind, amounts};
use super::read::{Sentence, sentences};
use crate::paper::{Evidence, Figure, Hand, Paper, Text};
use std::borrow::Cow;
use std::collections::HashMap;
use waymark_measures::{Good, catalogue};
use waymark_programme::kinds::CLAIM;

/// What officers and the council's templates say, with the key of its section; and what people stated that the record
/// tells, without what the record adds to it.
pub(super) fn by_people(paper: &Paper) -> impl Iterator<Item = (&str, Cow<'_, Text>)> {
    paper.texts().filter_map(|(section, text)| {
        if text.by != Hand::Record {
            return Some((section, Cow::Borrowed(text)));
        }
        let stated = text.stated.as_ref()?;
        let words = stated.words.clone();
        // Its own record shows nothing.
        let evidence = text.evidence.iter().filter(|it| !is_claim(it));
        Some((
            section,
            Cow::Owned(Text {
                words,
                evidence: evidence.cloned().collect(),
                ..text.clone()
            }),
        ))
    })
}

/// Whether a record is itself a claim.
pub(super) fn is_claim(record: &Evidence) -> bool {
    let rest = record.reference.strip_prefix(CLAIM.prefix);
    rest.is_some_and(|it| it.starts_with('-'))
}

/// A paper's figures by key.
pub(super) fn by_key(paper: &Paper) -> HashMap<&str, &Figure> {
    paper
        .figures
        .iter()
        .map(|it| (it.key.as_str(), it))
        .collect()
}

/// The figures a text speaks of that are in the paper: those it holds the keys of, else those whose measure it names, or
/// whose number it shows as the paper does, "21% (96 of 457)".
pub(super) fn cited<'a>(
    paper: &'a Paper,
    figures: &HashMap<&str, &'a Figure>,
    text: &Text,
) -> Vec<&'a Figure> {
    let cited: Vec<&Figure> = text
        .figures
        .iter()
        .filter_map(|key| figures.get(key.as_str()).copied())
        .collect();
    if !cited.is_empty() || !text.figures.is_empty() {
        return cited;
    }
    let words = text.words.to_lowercase();
    let shows_any =
        text.words.contains(" of ") || text.words.contains(" among ") || text.words.contains('(');
    // The figures of a measure stand together: its title is looked for once.
    let mut last: (&str, bool) = ("", false);
    let is_named = |figure: &&'a Figure| {
        if figure.is_hidden() {
            return false;
        }
        // Only the latest figure of a measure has a verdict: it is what a sentence about the measure is about.
        if !figure.verdict.is_empty() && figure.title.len() > SHORTEST_TITLE {
            if last.0 != figure.title {
                last = (&figure.title, words.contains(&figure.title.to_lowercase()));
            }
            if last.1 {
                return true;
            }
        }
        shows_any && figure.shown.ends_with(')') && text.words.contains(&figure.shown)
    };
    paper.figures.iter().filter(is_named).collect()
}

/// A shorter title ("Referrals") is a word that any sentence may hold.
const SHORTEST_TITLE: usize = 12;

/// Whether a sentence names a record by its reference: "AUD-7".
pub(super) fn names_a_record(sentence: &Sentence) -> bool {
    sentence.tokens.windows(2).any(|it| {
        let prefix = it[0].text;
        it[0].hyphened
            && matches!(prefix.len(), 2..=4)
            && prefix.bytes().all(|it| it.is_ascii_uppercase())
            && it[1].number.is_some_and(|it| it.digits)
    })
}

/// Whether more is good of a measure; none where neither way is, or it is not in the catalogue.
pub(super) fn up_is_good(figure: &Figure) -> Option<bool> {
    match catalogue::find(&figure.measure)?.good {
        Good::Up => Some(true),
        Good::Down => Some(false),
        Good::Neither => None,
    }
}

/// The first words of a text, to tell it by: "‘Most visits were in time …’".
pub(super) fn quoted(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = words.chars().take(LONGEST).collect();
    short = short.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    format!("“{short}”")
}

/// How a figure is named: its title, or its key where it has none.
pub(super) fn name(figure: &Figure) -> &str {
    if figure.title.is_empty() {
        &figure.key
    } else {
        &figure.title
    }
}

/// The numbers of the words that an officer's stand in place of.
pub(super) fn stood_there(text: &Text) -> Vec<Kind> {
    match &text.by {
        Hand::Officer { instead_of, .. } => sentences(instead_of)
            .iter()
            .flat_map(amounts)
            .map(|it| it.kind)
            .collect(),
        _ => Vec::new(),
    }
}

/// Whether a number is of things that are no children's cases: actions, teams, meetings. Up to three words stand between
/// them: "3 of the 12 open actions".
pub(super) fn is_of_things(sentence: &Sentence, end: usize) -> bool {
    const THINGS: [&str; 26] = [
        "action",
        "line",
        "recommendation",
        "meeting",
        "team",
        "district",
        "post",
        "worker",
        "manager",
        "member",
        "audit",
        "month",
        "measure",
        "paper",
        "finding",
        "milestone",
        "partner",
        "school",
        "councillor",
        "week",
        "year",
        "target",
        "home",
        "board",
        "decision",
        "risk",
    ];
    for at in end..end + 4 {
        let word = sentence.word(at);
        if THINGS.contains(&word.strip_suffix('s').unwrap_or(word)) {
            return true;
        }
        if !word.chars().all(char::is_alphabetic)
            || matches!(
                word,
                "" | "were" | "was" | "are" | "is" | "in" | "by" | "and" | "who"
            )
        {
            return false;
        }
    }
    false
}
