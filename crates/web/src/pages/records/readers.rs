//! Who may read a record, as a form asks it.

use crate::forms::Fields;
use crate::user::User;
use waymark_govuk::{Choice, Radios};
use waymark_programme::Readers;

/// The question. A person may choose only a circle they stand in themselves, or what was chosen already.
#[must_use]
pub(crate) fn question(user: &User, now: Readers) -> Radios {
    let items: Vec<Choice> = Readers::ALL
        .into_iter()
        .filter(|it| it.include(Some(user.role)) || *it == now)
        .map(|it| Choice::new(it.word(), it.title()))
        .collect();
    Radios::new("readers", "Who may read it?", items)
        .value(now.word())
        .classes("govuk-radios--small")
}

/// What was chosen; else what it was.
#[must_use]
pub(crate) fn chosen(user: &User, fields: &Fields, before: Readers) -> Readers {
    Readers::from_word(fields.get("readers"))
        .filter(|it| it.include(Some(user.role)))
        .unwrap_or(before)
}
