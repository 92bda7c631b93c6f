//! Every kind of record, one file each.

mod action;
mod agenda_item;
mod attendance;
mod audit;
mod body;
mod change;
mod claim;
mod delay;
mod document;
mod expectation;
mod feedback;
mod finding;
mod health_check;
mod matter_arising;
mod meeting;
mod member;
mod milestone;
mod new_limits;
mod paper;
mod plan;
mod plan_line;
mod prediction;
mod priority;
mod question;
mod recommendation;
mod report_back;
mod resolution;
mod risk;
mod self_assessment;
mod suggestion;
mod term;
mod visit;
mod watch;
mod wording;

pub use action::ACTION;
pub use agenda_item::AGENDA_ITEM;
pub use attendance::{ATTENDANCE, HOW};
pub use audit::AUDIT;
pub use body::BODY;
pub use change::CHANGE;
pub use claim::CLAIM;
pub use delay::DELAY;
pub use document::DOCUMENT;
pub use expectation::EXPECTATION;
pub use feedback::FEEDBACK;
pub use finding::FINDING;
pub use health_check::HEALTH_CHECK;
pub use matter_arising::MATTER_ARISING;
pub use meeting::MEETING;
pub use member::MEMBER;
pub use milestone::MILESTONE;
pub use new_limits::NEW_LIMITS;
pub use paper::PAPER;
pub use plan::PLAN;
pub use plan_line::{DELIVERY, IMPACT, PLAN_LINE};
pub use prediction::PREDICTION;
pub use priority::PRIORITY;
pub use question::QUESTION;
pub use recommendation::RECOMMENDATION;
pub use report_back::REPORT_BACK;
pub use resolution::{RESOLUTION, VERBS};
pub use risk::RISK;
pub use self_assessment::SELF_ASSESSMENT;
pub use suggestion::SUGGESTION;
pub use term::TERM;
pub use visit::VISIT;
pub use watch::WATCH;
pub use wording::WORDING;

pub(crate) use crate::circles::{ASKERS, DESK, PLANNERS, RUNS, VOICES};

use crate::kind::Kind;

/// Every kind, as navigation and the API list them.
pub static KINDS: &[&Kind] = &[
    &MEETING,
    &AGENDA_ITEM,
    &PAPER,
    &RESOLUTION,
    &ACTION,
    &MATTER_ARISING,
    &QUESTION,
    &RECOMMENDATION,
    &ATTENDANCE,
    &BODY,
    &MEMBER,
    &PLAN,
    &PRIORITY,
    &PLAN_LINE,
    &MILESTONE,
    &DELAY,
    &RISK,
    &FINDING,
    &VISIT,
    &AUDIT,
    &FEEDBACK,
    &SELF_ASSESSMENT,
    &CLAIM,
    &PREDICTION,
    &CHANGE,
    &NEW_LIMITS,
    &WATCH,
    &WORDING,
    &HEALTH_CHECK,
    &REPORT_BACK,
    &DOCUMENT,
    &EXPECTATION,
    &SUGGESTION,
    &TERM,
];

/// The kind of this word.
#[must_use]
pub fn find(word: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|it| it.word == word).copied()
}

/// The kind whose references begin with these letters, in any case.
#[must_use]
pub fn of_prefix(prefix: &str) -> Option<&'static Kind> {
    KINDS
        .iter()
        .find(|it| it.prefix.eq_ignore_ascii_case(prefix))
        .copied()
}
