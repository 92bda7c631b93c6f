//! What lies beneath a record: kept with it or not at all, no file of it, erased with it.

use waymark_programme::{Author, Change, Changes, RecordId, Values, kinds};
use waymark_store::{NewRecordFile, NewSealed, Store, StoreError};

use crate::engines::{Place, on_both_engines, other_than};

on_both_engines!(
    it_is_no_file_of_the_record_and_no_history,
    what_is_stale_keeps_none_of_it,
    of_two_made_in_the_same_moment_the_second_is_made_again,
    erasing_the_record_erases_it,
    what_was_damaged_is_not_given_out,
    a_backup_takes_it_to_either_engine,
);

const BENEATH: &[u8] = b"{\"North\":3}";

fn clerk() -> Author {
    Author {
        account: None,
        name: "Marcus Bell".into(),
    }
}

fn titled(title: &str) -> Values {
    Values::new().with("title", title)
}

async fn paper(store: &Store) -> RecordId {
    let mut changes = Changes::by(clerk());
    let made = changes.make(&kinds::PAPER, titled("Briefing note"));
    store.keep(&changes).await.unwrap().number(made)
}

/// Issues it: an edit of this version, one file, and what lies beneath.
async fn issue(store: &Store, record: RecordId, read: u32) -> Result<(), StoreError> {
    let after = store.sealed_beneath().await.unwrap();
    issue_after(store, record, read, after).await
}

/// Issues what was made when something lay beneath these.
async fn issue_after(
    store: &Store,
    record: RecordId,
    read: u32,
    after: Vec<RecordId>,
) -> Result<(), StoreError> {
    let mut changes = Changes::by(clerk());
    changes.list.push(Change::Edit {
        record,
        read,
        readers: waymark_programme::Readers::Public,
        values: titled("Briefing note, March 2018"),
    });
    let file = NewRecordFile {
        record,
        name: "note.html".into(),
        content_type: "text/html".into(),
        bytes: b"North: c".to_vec(),
    };
    let sealed = NewSealed {
        record,
        bytes: BENEATH.to_vec(),
        after,
    };
    store
        .keep_with_sealed(&changes, vec![file], "files", sealed)
        .await
        .map(drop)
}

async fn it_is_no_file_of_the_record_and_no_history(place: Place) {
    let store = place.open().await;
    let record = paper(&store).await;
    assert_eq!(store.sealed(record).await.unwrap(), None);
    issue(&store, record, 1).await.unwrap();
    assert_eq!(store.sealed(record).await.unwrap().unwrap(), BENEATH);
    let names: Vec<String> = store
        .files_of(record)
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(names, ["note.html"]);
    let history = format!("{:?}", store.history_of(record).await.unwrap());
    assert!(
        history.contains("March 2018") && !history.contains("North"),
        "{history}"
    );
    assert_eq!(store.verify().await.unwrap().faults, Vec::<String>::new());
}

async fn what_is_stale_keeps_none_of_it(place: Place) {
    let store = place.open().await;
    let record = paper(&store).await;
    assert!(matches!(
        issue(&store, record, 7).await,
        Err(StoreError::Stale(_))
    ));
    assert_eq!(store.sealed(record).await.unwrap(), None);
    assert!(store.files_of(record).await.unwrap().is_empty());
}

/// Neither knows the other's numbers: together they could give one away.
async fn of_two_made_in_the_same_moment_the_second_is_made_again(place: Place) {
    let store = place.open().await;
    let (one, other) = (paper(&store).await, paper(&store).await);
    let before = store.sealed_beneath().await.unwrap();
    let (first, second) = tokio::join!(
        issue_after(&store, one, 1, before.clone()),
        issue_after(&store, other, 1, before)
    );
    let (kept, overtaken, again) = match (&first, &second) {
        (Ok(()), Err(error)) => (one, error, other),
        (Err(error), Ok(())) => (other, error, one),
        both => panic!("{both:?}"),
    };
    assert!(matches!(overtaken, StoreError::Overtaken(it) if *it == kept));
    assert_eq!(store.sealed_beneath().await.unwrap(), [kept]);
    assert!(store.files_of(again).await.unwrap().is_empty());
    issue(&store, again, 1).await.unwrap();
    assert_eq!(store.sealed_beneath().await.unwrap(), [one, other]);
}

async fn erasing_the_record_erases_it(place: Place) {
    let store = place.open().await;
    let record = paper(&store).await;
    issue(&store, record, 1).await.unwrap();
    store
        .erase_record(record, &clerk(), "It named a family")
        .await
        .unwrap();
    assert_eq!(store.sealed(record).await.unwrap(), None);
}

async fn what_was_damaged_is_not_given_out(place: Place) {
    let store = place.open().await;
    let record = paper(&store).await;
    issue(&store, record, 1).await.unwrap();
    place.sql("update sealed set size = size + 1").await;
    assert!(matches!(
        store.sealed(record).await,
        Err(StoreError::DamagedSealed(it)) if it == record
    ));
}

async fn a_backup_takes_it_to_either_engine(place: Place) {
    let store = place.open().await;
    let record = paper(&store).await;
    issue(&store, record, 1).await.unwrap();
    let file = place.file("backup.db");
    store.backup_to(&file).await.unwrap();
    let Some(other) = other_than(&place).await else {
        return;
    };
    let restored = Store::restore(&file, &other.at, true).await.unwrap();
    assert_eq!(restored.sealed(record).await.unwrap().unwrap(), BENEATH);
}
