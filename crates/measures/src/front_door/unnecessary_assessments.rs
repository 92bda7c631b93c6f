//! Assessments closed as unnecessary.

use crate::assessments::{NO_FURTHER_ACTION, support_not_needed};
use crate::measure::{Measure, Theme};

pub(super) static MEASURE: Measure = Measure {
    id: "unnecessary-assessments",
    columns: &[(
        4,
        "Was the child assessed as requiring LA children's social care support?",
    )],
    title: "Assessments closed as unnecessary",
    theme: Theme::FrontDoor,
    source: "Local practice, to see what triage at the front door changes; Annex A, list 4",
    why: "An assessment that no child needed costs a family its peace, and another child the worker's time.",
    cases: support_not_needed,
    page: include_str!("unnecessary_assessments.md"),
    ..NO_FURTHER_ACTION
};
