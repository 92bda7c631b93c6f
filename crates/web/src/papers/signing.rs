//! Signing off a self-assessment: the paper of it is issued and the version signed in one go, so that neither stands without
//! the other.

use super::Stopped;
use super::making::assessment_of;
use crate::user::User;
use waymark_data::Day;
use waymark_programme::self_assessment::blocks;
use waymark_programme::{Change, Changes, Record, Records, link};

/// Adds what signs off the self-assessment that a paper freezes, and lays down the versions it replaces; nothing for another
/// paper.
pub(super) fn sign_off(
    records: &Records,
    paper: &Record,
    user: &User,
    today: Day,
    hash: &str,
    changes: &mut Changes,
) -> Result<(), Stopped> {
    let Some(assessment) = assessment_of(records, paper) else {
        return Ok(());
    };
    if assessment.state.word != "ready" {
        return Err(Stopped::Why(
            "The self-assessment that it freezes does not stand at “Requirements met”.",
        ));
    }
    // It may have become blocked since its requirements were met.
    if !blocks(records, assessment).is_empty() {
        return Err(Stopped::Why(
            "The self-assessment that it freezes is blocked: a claim is to be reworded or needs evidence or a plan, or a comment on it awaits what comes of it. Its own page says which.",
        ));
    }
    let values = assessment
        .values
        .clone()
        .with("signed_by", user.name.as_str())
        .with("signed_on", today.to_string())
        .with("hash", hash);
    changes.list.push(Change::Edit {
        record: assessment.id,
        read: assessment.version,
        readers: assessment.readers,
        values,
    });
    changes.list.push(Change::Move {
        record: assessment.id,
        read: assessment.version + 1,
        to: "signed",
    });
    for earlier in records.leads_to(assessment.id, &link::REPLACES) {
        if matches!(earlier.state.word, "signed" | "tabled") {
            changes.list.push(Change::Move {
                record: earlier.id,
                read: earlier.version,
                to: "replaced",
            });
        }
    }
    Ok(())
}
