//! The record that an address names, for whoever asks.

use super::kind_of;
use crate::problem::Problem;
use crate::user::User;
use waymark_programme::{Record, RecordId, Records};

/// The record, if this person may read it. One they may not read is not found: that it exists is not said. A deleted one is
/// found by those who may write its kind.
pub(crate) fn found<'a>(
    user: &User,
    records: &'a Records,
    kind: &str,
    number: &str,
) -> Result<&'a Record, Problem> {
    let kind = kind_of(kind)?;
    let id = number.parse().map_err(|_| Problem::NotFound)?;
    let asker = user.asker();
    records
        .get(RecordId(id))
        .filter(|it| it.is(kind) && asker.may_read(it))
        .filter(|it| !it.deleted || asker.may_make(kind))
        .ok_or(Problem::NotFound)
}

/// The record, if this person may change what it holds now.
pub(crate) fn to_change<'a>(
    user: &User,
    records: &'a Records,
    kind: &str,
    number: &str,
) -> Result<&'a Record, Problem> {
    let record = found(user, records, kind, number)?;
    if !user.asker().may_edit(record) {
        return Err(Problem::NotAllowed(if record.erased {
            "What this record held was erased."
        } else if record.state.frozen {
            "This record is frozen: what it holds can no longer be changed."
        } else {
            "Records like this one are changed by others."
        }));
    }
    if record.deleted {
        return Err(Problem::NotAllowed(
            "This record is deleted. Bring it back first.",
        ));
    }
    Ok(record)
}
