//! A figure has all that a reader needs to check it, and its numbers make it.

use super::{Context, Finding, Rule, Weight, told};
use crate::paper::{Figure, Paper};

pub(super) static RULE: Rule = Rule {
    name: "figure-incomplete",
    title: "A figure has its numerator, denominator, period, source and as-at date",
    page: include_str!("figure_incomplete.md"),
    weight: Weight::Refuses,
    find,
};

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for figure in &paper.figures {
        let lacking = lacking(figure);
        if !lacking.is_empty() {
            found.push(RULE.finding(
                "",
                &figure.key,
                format!(
                    "“{}” is shown without {}.",
                    told::name(figure),
                    lacking.join(", ")
                ),
                "Make the paper again from a return that says so, or take the figure out.",
            ));
        } else if let Some(wrong) = wrong(figure) {
            found.push(RULE.finding(
                "",
                &figure.key,
                format!(
                    "“{}”, shown as {}: {wrong}.",
                    told::name(figure),
                    figure.shown
                ),
                "Make the paper again; if it stays so, the measure is at fault: report it.",
            ));
        }
    }
    found
}

fn lacking(figure: &Figure) -> Vec<&'static str> {
    let mut lacking = Vec::new();
    let is_share = figure.is_share() || figure.unit == "share";
    if !figure.is_hidden() {
        let no_numbers = figure.numerator.is_none()
            && (is_share || figure.unit == "count" || figure.unit == "rate");
        if no_numbers {
            lacking.push("its numerator");
        }
        if figure.denominator.is_none()
            && (is_share || (figure.unit == "rate" && figure.value.is_some()))
        {
            lacking.push("its denominator");
        }
    }
    if figure.shown.trim().is_empty() {
        lacking.push("what is shown");
    }
    if figure.from > figure.to || figure.basis.trim().is_empty() {
        lacking.push("its period");
    }
    if figure.source.trim().is_empty() {
        lacking.push("its source");
    }
    if figure.definition.trim().is_empty() {
        lacking.push("its definition");
    }
    if figure.as_at.is_none() {
        lacking.push("the as-at date of its data");
    }
    lacking
}

/// Why its numbers do not make its value.
fn wrong(figure: &Figure) -> Option<String> {
    let (value, part, whole) = (figure.value?, figure.numerator?, figure.denominator?);
    if !(figure.is_share() || figure.unit == "share") {
        return None;
    }
    if part > whole {
        return Some(format!("{part} of {whole} is more than all"));
    }
    #[allow(clippy::cast_precision_loss)] // counts are far below 2^52
    let made = part as f64 / whole as f64 * 100.0;
    // It is shown to one decimal, or to none.
    let fits = whole > 0 && (made - value).abs() <= 0.5 + 1e-9;
    (!fits).then(|| format!("{part} of {whole} does not make {value}%"))
}
