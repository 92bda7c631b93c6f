//! A claim rests on a figure or a record.

use super::amounts::{Amount, Kind, amounts};
use super::percent_without_numbers::is_aim;
use super::read::{Sentence, sentences};
use super::{Context, Finding, Rule, Weight, told, ways};
use crate::paper::{Evidence, Hand, Paper, Text};

pub(super) static RULE: Rule = Rule {
    name: "claim-without-evidence",
    title: "A claim rests on a figure or a record",
    page: include_str!("claim_without_evidence.md"),
    weight: Weight::Refuses,
    find,
};

/// Words that judge, without a change.
const JUDGES: &[&str] = &[
    "strong",
    "stronger",
    "weak",
    "effective",
    "effectively",
    "ineffective",
    "robust",
    "embedded",
    "excellent",
    "outstanding",
    "successful",
    "successfully",
    "exemplary",
    "well managed",
    "high quality",
    "good quality",
    "poor quality",
    "poor",
    "inadequate",
    "demonstrates",
    "demonstrate",
    "evidences",
];

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let figures = told::by_key(paper);
    let mut found = bare_claims(paper);
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        let gone: Vec<&Evidence> = text.evidence.iter().filter(|it| it.gone).collect();
        if !gone.is_empty() {
            found.push(RULE.at_text((section, text), deleted(text, &gone), NAME_ANOTHER));
            continue;
        }
        // What a statement of the record rests on is looked at above.
        let stated = text.by == Hand::Record;
        let rests = text.evidence.iter().any(|it| !told::is_claim(it));
        if stated || rests || !told::cited(paper, &figures, text).is_empty() {
            continue;
        }
        let read = sentences(&text.words);
        if read.iter().any(told::names_a_record) {
            continue;
        }
        if let Some(claim) = read.iter().find_map(claim) {
            found.push(RULE.at_text(
                (section, text),
                format!(
                    "{} {claim}, and names no figure or record that shows it.",
                    told::quoted(&text.words)
                ),
                "Name the figure or the record (an audit, a finding, an inspection) it rests on, or take the claim out.",
            ));
        }
    }
    found
}

const NAME_ANOTHER: &str = "Name the figure or the record that shows it now, take the deleted record back, or take the words out.";

/// "… rests on FB-1282: FB-1282 is deleted."
fn deleted(text: &Text, gone: &[&Evidence]) -> String {
    let each: Vec<String> = gone
        .iter()
        .map(|it| format!("{} is {}", it.reference, it.title))
        .collect();
    let each = each.join("; ");
    format!(
        "{} rests on a record that is gone: {each}.",
        told::quoted(&text.words)
    )
}

/// What a sentence claims: a change, a judgement, a share or a rate.
fn claim(sentence: &Sentence) -> Option<String> {
    if let Some(moved) = ways::moved(sentence).first() {
        return Some(format!("says “{}”", sentence.tokens[moved.at].text));
    }
    if let Some(word) = JUDGES.iter().find(|it| sentence.has(it)) {
        return Some(format!("says “{word}”"));
    }
    let is_number = |it: &Amount| match it.kind {
        Kind::Percent(_) | Kind::Rate(_) | Kind::OutOf { .. } => true,
        Kind::Fraction(_) => is_of_many(sentence, it.end),
        Kind::Points | Kind::Count(_) => false,
    };
    let number = amounts(sentence)
        .into_iter()
        .find(|it| is_number(it) && !is_aim(sentence, it.at))?;
    let words = &sentence.tokens[number.at..number.end];
    let words: Vec<&str> = words.iter().map(|it| it.text).collect();
    Some(format!(
        "gives a number (“{}”)",
        words.join(" ").replace(" %", "%")
    ))
}

/// "Two thirds of children", "half of the visits"; not "a third of a page".
fn is_of_many(sentence: &Sentence, end: usize) -> bool {
    let is_many = |word: &str| {
        matches!(word, "children" | "people") || (word.len() > 3 && word.ends_with('s'))
    };
    sentence.word(end) == "of" && (1..=3).any(|by| is_many(sentence.word(end + by)))
}

/// Claims of a self-assessment that rest on nothing but themselves.
fn bare_claims(paper: &Paper) -> Vec<Finding> {
    paper
        .texts()
        .filter(|(_, text)| text.by == Hand::Record && text.figures.is_empty())
        .filter(|(_, text)| !text.evidence.is_empty())
        .filter(|(_, text)| text.evidence.iter().all(told::is_claim))
        .map(|(section, text)| {
            RULE.finding(
                section,
                &text.evidence[0].reference,
                format!(
                    "The claim {} rests on no figure and no record: {}.",
                    text.evidence[0].reference,
                    told::quoted(&text.words)
                ),
                "Link what shows it to the claim: a measure, an audit, a finding; or withdraw the claim.",
            )
        })
        .collect()
}
