//! A sentence for the public names no small number of children.

use super::amounts::{Kind, amounts};
use super::read::{Sentence, sentences};
use super::{Context, Finding, Rule, Weight, told};
use crate::audience::Audience;
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "small-number-in-public",
    title: "A sentence for the public names no number of children from 1 to 5",
    page: include_str!("small_number_in_public.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    if paper.audience != Audience::Public {
        return Vec::new();
    }
    told::by_people(paper)
        .filter_map(|(section, text)| {
            let text = text.as_ref();
            let small = sentences(&text.words).iter().find_map(small)?;
            Some(RULE.at_text(
                (section, text),
                format!(
                    "{} names {small} to the public: so few can be recognised.",
                    told::quoted(&text.words)
                ),
                "Leave the number out, or speak of a longer time or a larger area.",
            ))
        })
        .collect()
}

/// The small number of children that a sentence names.
fn small(sentence: &Sentence) -> Option<String> {
    let is_small = |value: f64| (1.0..=5.0).contains(&value);
    amounts(sentence)
        .into_iter()
        .find_map(|amount| match amount.kind {
            Kind::OutOf {
                part,
                whole,
                counted: true,
            } if !told::is_of_things(sentence, amount.end)
                && (is_of_people(sentence, amount.end) || whole > 10.0) =>
            {
                (is_small(part) || is_small(whole - part) || is_small(whole))
                    .then(|| format!("{part} of {whole}"))
            }
            Kind::Count(number)
                if number.places == 0
                    && is_small(number.value)
                    && is_of_people(sentence, amount.end) =>
            {
                Some(number.value.to_string())
            }
            _ => None,
        })
}

/// Whether children or young people follow, with up to three words before them: "two disabled children".
fn is_of_people(sentence: &Sentence, end: usize) -> bool {
    const PEOPLE: [&str; 16] = [
        "child",
        "children",
        "baby",
        "babies",
        "infant",
        "infants",
        "pupil",
        "pupils",
        "girl",
        "girls",
        "boy",
        "boys",
        "teenager",
        "teenagers",
        "sibling",
        "siblings",
    ];
    for by in 0..3 {
        let at = end + by;
        let word = sentence.word(at);
        let young =
            word == "young" && matches!(sentence.word(at + 1), "people" | "person" | "adults");
        let leaver = word == "care" && sentence.word(at + 1).starts_with("leaver");
        if PEOPLE.contains(&word) || young || leaver {
            // "One child in five" is a share.
            return !(sentence.word(at + 1) == "in" && sentence.number(at + 2).is_some());
        }
        let describes = word.chars().all(char::is_alphabetic)
            && !matches!(word, "" | "of" | "in" | "for" | "to" | "and" | "with" | "by" | "per")
            // "Two districts where children wait".
            && !(word.len() > 3 && word.ends_with('s'));
        if !describes {
            return false;
        }
    }
    false
}
