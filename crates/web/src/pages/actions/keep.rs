//! Keeping a step of an action: through the gate, under the owner's line that means whoever asks, with files or without.

use super::mine;
use crate::desk::Returned;
use crate::house::House;
use crate::sent::SentFile;
use crate::user::User;
use waymark_programme::gate::{self, Refused};
use waymark_programme::owner::Person;
use waymark_programme::{Changes, Record, Records};
use waymark_store::{NewRecordFile, StoreError};

/// The field that evidence's files are named in.
pub(crate) const FILES: &str = "evidence_files";

/// Keeps changes to an action for a person, with files, all or none.
pub(super) async fn keep(
    house: &House,
    user: &User,
    (records, person): (&Records, &Person),
    action: &Record,
    changes: &Changes,
    files: Vec<SentFile>,
) -> Result<(), Returned> {
    let asker = mine::asker(records, person, user, action);
    gate::pass(&asker, records, changes, house.today()).map_err(|refused| match refused {
        Refused::NotAllowed(why) => Returned::Problem(crate::problem::Problem::NotAllowed(why)),
        Refused::NoSuchRecord => Returned::Problem(crate::problem::Problem::NotFound),
        Refused::Mistakes(mistakes) => Returned::Mistakes(mistakes),
    })?;
    let files = new_files(action, &files);
    let kept = house.store().keep_with_files(changes, files, FILES).await;
    match kept {
        Ok(_) => {
            house
                .records()
                .await
                .map_err(|error| Returned::Problem(error.into()))?;
            Ok(())
        }
        Err(StoreError::Stale(record)) => Err(Returned::Stale(record)),
        Err(error) => Err(Returned::Problem(error.into())),
    }
}

/// Files as the store takes them.
pub(crate) fn new_files(action: &Record, files: &[SentFile]) -> Vec<NewRecordFile> {
    files
        .iter()
        .map(|it| NewRecordFile {
            record: action.id,
            name: it.name.clone(),
            content_type: it.content_type.to_owned(),
            bytes: it.bytes.clone(),
        })
        .collect()
}
