//! A claim rests on a figure or a record.

use super::amounts::{Kind, amounts};
use super::read::sentences;
use super::{Context, Finding, Rule, Weight, told, ways};
use crate::paper::{Hand, Paper};
use waymark_programme::kinds::CLAIM;

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
    found.extend(
        told::by_people(paper)
        .filter(|(_, text)| text.evidence.is_empty() && told::cited(paper, &figures, text).is_empty())
        .filter_map(|(section, text)| {
            let read = sentences(&text.words);
            if read.iter().any(told::names_a_record) {
                return None;
            }
            let claim = read.iter().find_map(|sentence| {
                if let Some(moved) = ways::moved(sentence).first() {
                    return Some(format!("says “{}”", sentence.tokens[moved.at].text));
                }
                let judges = JUDGES.iter().find(|it| sentence.has(it));
                if let Some(word) = judges {
                    return Some(format!("says “{word}”"));
                }
                let number = amounts(sentence).into_iter().find(|it| {
                    matches!(it.kind, Kind::Percent(_) | Kind::Rate(_) | Kind::OutOf { .. }) && !super::percent_without_numbers::is_aim(sentence, it.at)
                })?;
                let words: Vec<&str> = sentence.tokens[number.at..number.end].iter().map(|it| it.text).collect();
                Some(format!("gives a number (“{}”)", words.join(" ")))
            })?;
            Some(RULE.at_text(
                (section, text),
                format!("{} {claim}, and names no figure or record that shows it.", told::quoted(&text.words)),
                "Name the figure or the record (an audit, a finding, an inspection) it rests on, or take the claim out.",
            ))
        }),
    );
    found
}

/// Claims of a self-assessment that rest on nothing but themselves.
fn bare_claims(paper: &Paper) -> Vec<Finding> {
    let is_claim = |reference: &str| {
        reference
            .strip_prefix(CLAIM.prefix)
            .is_some_and(|it| it.starts_with('-'))
    };
    paper
        .texts()
        .filter(|(_, text)| text.by == Hand::Record && text.figures.is_empty() && !text.evidence.is_empty())
        .filter(|(_, text)| text.evidence.iter().all(|it| is_claim(&it.reference)))
        .map(|(section, text)| {
            RULE.finding(
                section,
                &text.evidence[0].reference,
                format!("The claim {} {} rests on no figure and no record.", text.evidence[0].reference, told::quoted(&text.words)),
                "Link what shows it to the claim: a measure, an audit, a finding; or withdraw the claim.",
            )
        })
        .collect()
}
