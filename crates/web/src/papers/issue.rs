//! Issuing: the paper is made once more, held to the rules, written in every format, and kept with its hashes and, for the
//! public's, the true numbers that it hides, which no page reads: all or nothing.

use super::answering::answer;
use super::signing::sign_off;
use super::{Draft, value_name};
use crate::house::House;
use crate::problem::Problem;
use crate::user::User;
use waymark_programme::gate;
use waymark_programme::{Change, Changes, RecordId};
use waymark_report::Audience;
use waymark_report::paper::lint::may_issue;
use waymark_store::{NewRecordFile, NewSealed};

/// Why a paper was not issued.
pub enum Stopped {
    /// Something its author can see to.
    Why(&'static str),
    /// Something else.
    Problem(Problem),
}

impl<E: Into<Problem>> From<E> for Stopped {
    fn from(error: E) -> Self {
        Self::Problem(error.into())
    }
}

/// Issues a paper for a person; `told` hears how far it is.
///
/// # Errors
/// [`Stopped`]; then nothing of it was kept.
pub async fn issue(
    house: &House,
    user: &User,
    id: RecordId,
    told: impl Fn(String),
) -> Result<(), Stopped> {
    // Asked before the paper is made: whatever is issued from here on, it does not know.
    let after = house.store().sealed_beneath().await?;
    let draft = Draft::of(house, id).await?;
    if !may_issue(&draft.findings) {
        return Err(Stopped::Why(
            "Something stands against it now that did not before. Look at the paper again.",
        ));
    }
    let records = house.records().await?;
    let record = records.get(id).ok_or(Problem::NotFound)?;
    // Nothing lies beneath a paper for the board: it shows everything.
    let beneath = (draft.paper.audience == Audience::Public).then(|| NewSealed {
        record: id,
        bytes: draft.beneath.sealed().into_bytes(),
        after,
    });
    let paper = std::sync::Arc::new(draft.paper);
    let value = paper.frozen();
    let mut files = vec![NewRecordFile {
        record: id,
        name: value_name(&paper),
        content_type: "application/json".to_owned(),
        bytes: value.clone().into_bytes(),
    }];
    let press = house.options().press.clone();
    let formats: Vec<_> = press.formats().collect();
    for (n, format) in (1..).zip(&formats) {
        let (format, all) = (*format, formats.len());
        told(format!("Writing {} ({n} of {all})", format.title()));
        let _turn = house.turn_to_print().await;
        let (press, paper) = (press.clone(), std::sync::Arc::clone(&paper));
        let name = format!("{}.{}", paper.file_name(), format.ending());
        let written = tokio::task::spawn_blocking(move || press.write(&paper, format)).await;
        let bytes = written
            .map_err(|_| Problem::Broken("a paper could not be written"))?
            .map_err(|why| {
                tracing::error!(because = %why, "a paper could not be written");
                Problem::Broken("a paper could not be written")
            })?;
        files.push(NewRecordFile {
            record: id,
            name,
            content_type: format.content_type().to_owned(),
            bytes,
        });
    }
    told("Keeping it".to_owned());
    let today = house.today().to_string();
    let hash = waymark_store::sha256(value.as_bytes());
    let values = record
        .values
        .clone()
        .with("title", paper.title.chars().take(300).collect::<String>())
        .with("circulated", today.as_str())
        .with("as_at", paper.as_at.to_string())
        .with("hash", hash.as_str());
    let mut changes = Changes::by(user.author());
    let (read, readers) = (record.version, record.readers);
    changes.list.push(Change::Edit {
        record: id,
        read,
        readers,
        values,
    });
    let mut read = read + 1;
    if record.state.word == "awaited" {
        changes.list.push(Change::Move {
            record: id,
            read,
            to: "received",
        });
        read += 1;
    }
    changes.list.push(Change::Move {
        record: id,
        read,
        to: "circulated",
    });
    answer(
        &records,
        record,
        &paper.title,
        user,
        house.today(),
        &mut changes,
    );
    sign_off(&records, record, user, house.today(), &hash, &mut changes)?;
    gate::pass(&user.asker(), &records, &changes, house.today()).map_err(|_| {
        Stopped::Why(
            "Somebody changed the paper meanwhile, or you may not issue it. Look at it again.",
        )
    })?;
    let store = house.store();
    let kept = match beneath {
        Some(beneath) => {
            store
                .keep_with_sealed(&changes, files, "files", beneath)
                .await
        }
        None => store.keep_with_files(&changes, files, "files").await,
    };
    match kept {
        Ok(_) => {
            house.records().await?;
            Ok(())
        }
        Err(waymark_store::StoreError::Stale(_)) => Err(Stopped::Why(
            "Somebody changed the paper meanwhile. Look at it again.",
        )),
        Err(waymark_store::StoreError::Overtaken(_)) => Err(Stopped::Why(
            "Another paper for the public was issued meanwhile, and this one must be held against it. Look at it again, and issue it then.",
        )),
        Err(error) => Err(Stopped::Problem(error.into())),
    }
}
