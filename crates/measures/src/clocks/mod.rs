//! The clocks that run for a child now: what is due, by when, and what must be done. A team manager's "today".
//!
//! One file a clock. Its due date is one function, which the measure of the same clock uses too, so that the page of
//! today and the figure shown to a board can never disagree.

use crate::measure::Standing;
use crate::settings::Settings;
use waymark_data::Day;
use waymark_data::annex_a::{About, Data};

mod assessment;
mod care_review;
mod care_visit;
mod conference;
mod dental_check;
mod early_help;
mod first_health_assessment;
mod need_visit;
mod pathway_plan_review;
mod permanence_plan;
mod plan_review;
mod plan_visit;
mod review_health_assessment;

pub use assessment::{ASSESSMENT, due as assessment_due};
pub use care_review::{CARE_REVIEW, due as care_review_due, first_due as first_care_review_due};
pub use care_visit::{CARE_VISIT, due as care_visit_due};
pub use conference::{CONFERENCE, due as conference_due};
pub use dental_check::{DENTAL_CHECK, due as dental_check_due};
pub use early_help::{EARLY_HELP, due as early_help_due};
pub use first_health_assessment::{
    FIRST_HEALTH_ASSESSMENT, assessed as health_assessed, due as first_health_due,
    due_in_days as first_health_due_in_days,
};
pub use need_visit::{NEED_VISIT, due as need_visit_due};
pub use pathway_plan_review::{PATHWAY_PLAN_REVIEW, due as pathway_plan_due};
pub use permanence_plan::{PERMANENCE_PLAN, due as permanence_plan_due};
pub use plan_review::{PLAN_REVIEW_FIRST, PLAN_REVIEW_NEXT, due as plan_review_due};
pub use plan_visit::{PLAN_VISIT, due as plan_visit_due};
pub use review_health_assessment::{REVIEW_HEALTH_ASSESSMENT, due as review_health_due};

/// A clock that runs for children.
#[derive(Debug)]
pub struct Clock {
    /// Its name in addresses.
    pub id: &'static str,
    /// What is due: "Visit to a child on a child protection plan".
    pub title: &'static str,
    /// What must be done, to the person who does it: "Visit and see the child".
    pub needed: &'static str,
    /// What obliges the council to it.
    pub standing: Standing,
    /// Where it is set.
    pub source: &'static str,
    /// The measure that counts it, by name.
    pub measure: &'static str,
    /// Its lists.
    pub lists: &'static [u8],
    /// Every child it runs for at the as-at date, in time or over.
    pub running: for<'a> fn(&'a Data, &Settings, &mut Vec<Running<'a>>),
}

/// A clock running for one child at the as-at date.
#[derive(Clone, Copy, Debug)]
pub struct Running<'a> {
    /// What the row says of the child.
    pub about: &'a About,
    /// The last day in time; overdue from the day after.
    pub due: Day,
    /// When it was last done, where that is known.
    pub last: Option<Day>,
    /// Why it may look late without being so, or what to check first.
    pub note: Option<&'static str>,
}

/// Every clock, in the order of how soon harm may follow.
pub static ALL: &[&Clock] = &[
    &PLAN_VISIT,
    &CONFERENCE,
    &PLAN_REVIEW_FIRST,
    &PLAN_REVIEW_NEXT,
    &NEED_VISIT,
    &ASSESSMENT,
    &CARE_VISIT,
    &CARE_REVIEW,
    &FIRST_HEALTH_ASSESSMENT,
    &PERMANENCE_PLAN,
    &REVIEW_HEALTH_ASSESSMENT,
    &DENTAL_CHECK,
    &PATHWAY_PLAN_REVIEW,
    &EARLY_HELP,
];

/// The clock with this name.
#[must_use]
pub fn find(id: &str) -> Option<&'static Clock> {
    ALL.iter().copied().find(|it| it.id == id)
}
