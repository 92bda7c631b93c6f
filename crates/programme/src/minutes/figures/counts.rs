//! What a count counts: a noun other than the measure's is no match.

use super::NOUNS;
use crate::minutes::item::{Figure, Unit};

/// The noun that a figure counts, where it says one: the "children" of "1,314 children". None for other units.
pub(super) fn noun(figure: &Figure) -> Option<&'static str> {
    if figure.unit != Unit::Count {
        return None;
    }
    let words = figure.words.to_lowercase();
    NOUNS
        .split('|')
        .map(str::trim)
        .filter(|it| {
            words
                .strip_suffix(it)
                .is_some_and(|it| !it.ends_with(char::is_alphanumeric))
        })
        .max_by_key(|it| it.len())
}

/// Whether a measure of the product's counts what a noun names.
pub(super) fn counts(measure: &str, noun: &str) -> bool {
    const CHILDREN: &str = "children|child|cla|lac|cin|children looked after|looked after|children in need|\
        children and young people|young people|young person";
    let nouns = match measure.split(['-', '/']).next().unwrap_or(measure) {
        "referrals" => "referrals",
        "contacts" | "police" => "contacts|referrals",
        "cl" => "care leavers|young people|young person",
        "assessment" => "assessments",
        "cpp" => "children|child|young people|children and young people|plans",
        "cin" | "unallocated" if noun == "cases" => "cases",
        "iha" if noun == "assessments" => "assessments",
        _ => CHILDREN,
    };
    nouns.split('|').any(|it| it == noun)
}

/// Whether the words right before a figure say that it is no value of this council's: a target, England, neighbours.
pub(super) fn is_of_others(before: &str) -> bool {
    const OTHERS: &str = "target|targets|ambition|goal|national|nationally|england|neighbour|neighbours|regional|benchmark";
    let clause = before.rsplit(['(', ';', '.']).next().unwrap_or(before);
    const BETWEEN: &str = "of|is|was|at|a|the|average|averages|rate|figure|median|mean|for";
    clause
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .rfind(|it| !it.is_empty() && !BETWEEN.split('|').any(|small| small == it))
        .is_some_and(|it| OTHERS.split('|').any(|other| other == it))
}
