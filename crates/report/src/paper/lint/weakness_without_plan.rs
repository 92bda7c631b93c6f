//! An area for development is answered by a line of the plan.

use super::{Context, Finding, Rule, Weight, told};
use crate::paper::compose::WITHOUT_PLAN;
use crate::paper::{Hand, Paper};

pub(super) static RULE: Rule = Rule {
    name: "weakness-without-plan",
    title: "An area for development is answered by a line of the plan",
    page: include_str!("weakness_without_plan.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let stood = |by: &Hand, words: &str| match by {
        Hand::Officer { instead_of, .. } => instead_of.ends_with(WITHOUT_PLAN),
        Hand::Record => words.ends_with(WITHOUT_PLAN),
        Hand::Template => false,
    };
    paper
        .texts()
        .filter(|(_, text)| stood(&text.by, &text.words))
        .map(|(section, text)| {
            let claim = text.evidence.first().map_or(&text.key, |it| &it.reference);
            RULE.finding(
                section,
                claim,
                format!(
                    "{claim} names a weakness that nothing in the plan answers: {}.",
                    told::quoted(&text.words)
                ),
                "Link it to the line of the plan that answers it, or make one.",
            )
        })
        .collect()
}
