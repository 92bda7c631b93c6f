//! Every check of a return: joined data to findings.
//!
//! A finding says which row and which cells contradict what the return or another row says, so that the person who can put
//! it right knows where to look. A check that could not run is never shown as passed.

mod annex_a;
mod rule;

pub use rule::{Finding, Findings, Outcome, Rule, Severity};

use waymark_data::annex_a::Data;

/// Every check of an Annex A return, by code.
#[must_use]
pub fn all() -> &'static [&'static Rule] {
    annex_a::RULES
}

/// The check with this code.
#[must_use]
pub fn find(code: &str) -> Option<&'static Rule> {
    all().iter().copied().find(|it| it.code == code)
}

/// What came of every check of a return. A check that panics is "not run" like one whose list is absent: the others go on.
#[must_use]
pub fn check(data: &Data) -> Vec<(&'static Rule, Outcome<'_>)> {
    all()
        .iter()
        .map(|rule| (*rule, rule::run(rule, data)))
        .collect()
}
