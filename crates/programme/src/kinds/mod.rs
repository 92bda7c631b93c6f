//! Every kind of record, one file each.

mod action;
mod finding;
mod meeting;

pub use action::ACTION;
pub use finding::FINDING;
pub use meeting::MEETING;

use crate::kind::Kind;

/// Every kind, as navigation and the API list them.
pub static KINDS: &[&Kind] = &[&MEETING, &ACTION, &FINDING];

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

/// Who runs the board's business: they may write most kinds.
pub(crate) const DESK: &[crate::Role] = &[
    crate::Role::Chair,
    crate::Role::Director,
    crate::Role::Analyst,
    crate::Role::DemocraticServices,
];
