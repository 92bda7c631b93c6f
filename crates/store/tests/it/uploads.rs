//! Uploads: kept whole, recognised, deleted for good.

use jiff::civil::date;
use serde_json::json;
use waymark_store::{Accepted, NewUpload, StoreError, UploadId, UploadState};

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    what_comes_back_is_what_was_sent,
    an_upload_larger_than_one_part_comes_back_whole,
    the_same_bytes_twice_are_recognised,
    the_same_bytes_for_another_day_are_another_upload,
    two_nodes_sending_the_same_bytes_at_once_keep_one,
    deleting_removes_the_bytes_and_keeps_the_account_of_it,
    deleted_bytes_may_be_sent_again,
    every_change_moves_the_generation,
    an_upload_without_files_is_refused_and_not_called_interrupted,
    an_upload_whose_sender_went_away_is_named_until_acknowledged,
    an_upload_that_was_refused_is_not_called_interrupted,
    damaged_bytes_are_noticed,
    an_upload_that_never_was_is_said_so,
);

/// A small Annex A in two files. Invented.
pub(crate) fn annex_a(name: &str, rows: &str) -> NewUpload {
    NewUpload {
        name: name.into(),
        kind: "annex-a".into(),
        as_at: date(2018, 3, 31),
        scope_months: 6,
        by: None,
        files: vec![
            (
                "List 1.csv".into(),
                format!("Child Unique ID\n{rows}").into(),
            ),
            ("List 2.csv".into(), b"Child Unique ID,Gender\n".to_vec()),
        ],
        summary: json!({ "lists": { "1": rows.lines().count() } }),
    }
}

/// Bytes that do not compress, the same for the same seed.
pub(crate) fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    (0..length)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        })
        .collect()
}

async fn what_comes_back_is_what_was_sent(place: Place) {
    let store = place.open().await;
    let accepted = store
        .add_upload(annex_a("March", "W1\nW2\n"))
        .await
        .unwrap();
    assert_eq!(accepted, Accepted::New(UploadId(1)));

    let upload = store.upload(accepted.id()).await.unwrap();
    assert_eq!(upload.name, "March");
    assert_eq!(upload.kind, "annex-a");
    assert_eq!((upload.as_at, upload.scope_months), (date(2018, 3, 31), 6));
    assert_eq!((upload.size, upload.files), (22 + 23, 2));
    assert_eq!(upload.summary, json!({ "lists": { "1": 2 } }));
    assert_eq!((upload.by, upload.by_name.clone()), (None, None));
    assert_eq!(upload.state, UploadState::Kept);
    assert_eq!(upload.sha256.len(), 64);
    assert_eq!(store.uploads().await.unwrap(), [upload]);

    let files = store.files(accepted.id()).await.unwrap();
    assert!(files == annex_a("March", "W1\nW2\n").files);
    let listed = store.upload_files(accepted.id()).await.unwrap();
    assert_eq!(listed[0].name, "List 1.csv");
    assert_eq!(listed[1].size, 23);
}

async fn an_upload_larger_than_one_part_comes_back_whole(place: Place) {
    let store = place.open().await;
    let large = noise(1, 5_000_000);
    let mut new = annex_a("March", "W1\n");
    new.files = vec![
        ("Annex_A.xlsx".into(), large.clone()),
        ("empty.csv".into(), vec![]),
    ];
    let id = store.add_upload(new).await.unwrap().id();
    let files = store.files(id).await.unwrap();
    assert!(files[0].1 == large);
    assert!(files[1].1.is_empty());
}

async fn the_same_bytes_twice_are_recognised(place: Place) {
    let store = place.open().await;
    store.add_upload(annex_a("March", "W1\n")).await.unwrap();
    let generation = store.generation().await.unwrap();

    // Other names and another order: the same content.
    let mut again = annex_a("March, once more", "W1\n");
    again.files.reverse();
    again.files[0].0 = "Sheet.csv".into();
    let accepted = store.add_upload(again).await.unwrap();
    assert_eq!(accepted, Accepted::Already(UploadId(1)));
    assert_eq!(store.uploads().await.unwrap().len(), 1);
    assert_eq!(store.generation().await.unwrap(), generation);
    assert!(store.interrupted().await.unwrap().is_empty());
}

async fn the_same_bytes_for_another_day_are_another_upload(place: Place) {
    let store = place.open().await;
    store.add_upload(annex_a("March", "W1\n")).await.unwrap();
    let mut april = annex_a("April", "W1\n");
    april.as_at = date(2018, 4, 30);
    let mut longer = annex_a("March, a year", "W1\n");
    longer.scope_months = 12;
    assert!(matches!(
        store.add_upload(april).await,
        Ok(Accepted::New(_))
    ));
    assert!(matches!(
        store.add_upload(longer).await,
        Ok(Accepted::New(_))
    ));
    let newest_first: Vec<String> = store
        .uploads()
        .await
        .unwrap()
        .into_iter()
        .map(|it| it.name)
        .collect();
    assert_eq!(newest_first, ["March, a year", "April", "March"]);
}

async fn two_nodes_sending_the_same_bytes_at_once_keep_one(place: Place) {
    let (one, two) = (place.open().await, place.open().await);
    let (first, second) = tokio::join!(
        one.add_upload(annex_a("March", "W1\n")),
        two.add_upload(annex_a("March", "W1\n"))
    );
    let accepted = [first.unwrap(), second.unwrap()];
    let new = accepted.iter().filter(|it| matches!(it, Accepted::New(_)));
    assert_eq!(new.count(), 1, "{accepted:?}");
    assert_eq!(accepted[0].id(), accepted[1].id());
    assert_eq!(one.uploads().await.unwrap().len(), 1);
}

async fn deleting_removes_the_bytes_and_keeps_the_account_of_it(place: Place) {
    let store = place.open().await;
    let id = store
        .add_upload(annex_a("March", "W1\n"))
        .await
        .unwrap()
        .id();
    let before = store.upload(id).await.unwrap();
    let deleted = store.delete_upload(id, None, "wrong county").await.unwrap();

    let UploadState::Deleted { by, ref reason, .. } = deleted.state else {
        panic!("still kept")
    };
    assert_eq!((by, reason.as_str()), (None, "wrong county"));
    assert_eq!(deleted.sha256, before.sha256);
    assert_eq!(deleted.summary, before.summary);
    assert_eq!(store.upload_files(id).await.unwrap().len(), 2);
    assert!(matches!(store.files(id).await, Err(StoreError::UploadDeleted(it)) if it == id));
    let again = store.delete_upload(id, None, "again").await;
    assert!(matches!(again, Err(StoreError::UploadDeleted(_))));
    assert_eq!(
        place.sql("delete from upload_chunks").await,
        0,
        "bytes were left"
    );
}

async fn deleted_bytes_may_be_sent_again(place: Place) {
    let store = place.open().await;
    let id = store
        .add_upload(annex_a("March", "W1\n"))
        .await
        .unwrap()
        .id();
    store
        .delete_upload(id, None, "sent too early")
        .await
        .unwrap();
    let again = store.add_upload(annex_a("March", "W1\n")).await.unwrap();
    assert!(matches!(again, Accepted::New(new) if new != id));
}

async fn every_change_moves_the_generation(place: Place) {
    let (store, other_node) = (place.open().await, place.open().await);
    assert_eq!(other_node.generation().await.unwrap(), 0);
    let id = store
        .add_upload(annex_a("March", "W1\n"))
        .await
        .unwrap()
        .id();
    assert_eq!(other_node.generation().await.unwrap(), 1);
    store.delete_upload(id, None, "wrong county").await.unwrap();
    assert_eq!(other_node.generation().await.unwrap(), 2);
}

async fn an_upload_without_files_is_refused_and_not_called_interrupted(place: Place) {
    let store = place.open().await;
    let mut nothing = annex_a("March", "W1\n");
    nothing.files.clear();
    assert!(matches!(
        store.add_upload(nothing).await,
        Err(StoreError::NoFiles)
    ));
    assert!(store.interrupted().await.unwrap().is_empty());
}

async fn an_upload_whose_sender_went_away_is_named_until_acknowledged(place: Place) {
    let store = place.open().await;
    let attempt = store.announce_upload("Annex_A.xlsx", None).await.unwrap();
    assert!(
        store.interrupted().await.unwrap().is_empty(),
        "still busy with it"
    );
    drop(attempt);

    let interrupted = store.interrupted().await.unwrap();
    assert_eq!(interrupted.len(), 1);
    assert_eq!(interrupted[0].name, "Annex_A.xlsx");
    assert_eq!((interrupted[0].size, interrupted[0].by), (None, None));
    store
        .acknowledge_interrupted(&[interrupted[0].id])
        .await
        .unwrap();
    assert!(store.interrupted().await.unwrap().is_empty());
}

async fn an_upload_that_was_refused_is_not_called_interrupted(place: Place) {
    let store = place.open().await;
    let attempt = store.announce_upload("holiday.jpg", None).await.unwrap();
    store.refuse_attempt(attempt).await;
    assert!(store.interrupted().await.unwrap().is_empty());
    assert!(store.uploads().await.unwrap().is_empty());
}

async fn damaged_bytes_are_noticed(place: Place) {
    let store = place.open().await;
    let id = store
        .add_upload(annex_a("March", "W1\n"))
        .await
        .unwrap()
        .id();
    let other = "update upload_chunks set bytes = (select c.bytes from upload_chunks c \
                 where c.position = 0) where position = 1";
    assert_eq!(place.sql(other).await, 1);
    assert!(matches!(store.files(id).await, Err(StoreError::Damaged(it)) if it == id));
}

async fn an_upload_that_never_was_is_said_so(place: Place) {
    let store = place.open().await;
    let none = UploadId(7);
    assert!(matches!(
        store.upload(none).await,
        Err(StoreError::NoSuchUpload(_))
    ));
    assert!(matches!(
        store.files(none).await,
        Err(StoreError::NoSuchUpload(_))
    ));
    let said = store.delete_upload(none, None, "").await.unwrap_err();
    assert_eq!(said.to_string(), "there is no upload 7");
}
