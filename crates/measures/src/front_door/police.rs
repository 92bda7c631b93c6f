//! What came from the police, by what a source comes to, however a council writes it.

use super::received;
use crate::cases::Cases;
use std::sync::LazyLock;
use waymark_data::annex_a::{Child, Contact, Data, Referral, answers};
use waymark_data::answers::Picked;
use waymark_data::{Answer, Day, Field};

static OF_CONTACTS: LazyLock<Picked> =
    LazyLock::new(|| answers("Contact Source").pick(&[], &["g) Police"]));
static OF_REFERRALS: LazyLock<Picked> =
    LazyLock::new(|| answers("Referral Source").pick(&[], &["g) Police"]));

/// Contacts from the police. A source that is blank or not understood is not the police; such contacts are counted
/// beside the figure, because some of them may be.
pub(super) fn contacts<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
) -> Vec<(Child, Day, &'a Contact)> {
    for row in &data.contacts.rows {
        if let Ok(day) = row.day(data.cut.as_at) {
            untold(row.source, day, cases);
        }
    }
    received::contacts(data, cases, |row| {
        row.source.is_and(|source| OF_CONTACTS.has_value(source))
    })
}

/// Whether a referral came from the police.
pub(super) fn referred(row: &Referral) -> bool {
    row.source.is_and(|source| OF_REFERRALS.has_value(source))
}

/// Counts a source that tells nothing beside the figure of its day.
pub(super) fn untold(source: Field<Answer>, day: Day, cases: &mut Cases<'_>) {
    match source {
        Field::Blank => cases.evidence("source not recorded", day),
        Field::Unreadable(_) => cases.evidence("source not understood", day),
        Field::Value(_) => {}
    }
}
