//! A percentage is what the numbers beside it make.

use super::amounts::{Kind, amounts};
use super::read::sentences;
use super::{Context, Finding, Rule, Weight, told};
use crate::numbers::decimal;
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "percent-disagrees",
    title: "A percentage is what the numbers beside it make",
    page: include_str!("percent_disagrees.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (section, text) in told::by_people(paper) {
        let text = text.as_ref();
        for sentence in sentences(&text.words) {
            for pair in amounts(&sentence).windows(2) {
                let (percent, part, whole) = match (pair[0].kind, pair[1].kind) {
                    (
                        Kind::Percent(percent),
                        Kind::OutOf {
                            part,
                            whole,
                            counted: true,
                        },
                    )
                    | (
                        Kind::OutOf {
                            part,
                            whole,
                            counted: true,
                        },
                        Kind::Percent(percent),
                    ) => (percent, part, whole),
                    _ => continue,
                };
                // Only what stands in brackets beside the other is said to be the same.
                let bracket = sentence.word(pair[0].end) == "(" && pair[1].at == pair[0].end + 1;
                let made = part / whole * 100.0;
                let halves = (percent.value - made).abs()
                    <= 0.5 / 10_f64.powi(i32::from(percent.places)) + 1e-9;
                if bracket && !halves {
                    found.push(RULE.at_text(
                        (section, text),
                        format!(
                            "{} says {}%, but {part} of {whole} is {}%.",
                            told::quoted(&text.words),
                            percent.value,
                            decimal(made)
                        ),
                        "Put right the percentage or its numbers.",
                    ));
                }
            }
        }
    }
    found
}
