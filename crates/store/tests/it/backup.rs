//! Backing up while running; restoring into either engine.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use waymark_store::{Area, LookFilter, Role, Store, StoreError};

use crate::accounts::make;
use crate::engines::{Place, on_both_engines, other_than};
use crate::uploads::{annex_a, noise};

on_both_engines!(
    a_backup_is_itself_a_store_that_holds_everything,
    a_backup_restores_into_an_empty_store_of_either_engine,
    a_restored_store_goes_on_counting_where_the_backup_stopped,
    a_backup_made_while_uploads_arrive_is_whole,
    a_store_that_holds_something_is_replaced_only_when_asked,
    restoring_signs_everybody_out,
    a_backup_appears_whole_or_not_at_all,
    what_is_not_a_backup_is_refused,
);

/// A store with something in every table.
async fn full(place: &Place) -> Store {
    let store = place.open().await;
    let manager = make(
        &store,
        "Mo Manager",
        Role::Manager,
        &[Area::team("North 1")],
    )
    .await
    .id;
    let mut march = annex_a("March", "W1\nW2\n");
    march.by = Some(manager);
    march
        .files
        .push(("Annex_A.xlsx".into(), noise(3, 3_000_000)));
    let march = store.add_upload(march).await.unwrap().id();
    let wrong = store
        .add_upload(annex_a("Wrong", "X1\n"))
        .await
        .unwrap()
        .id();
    store
        .delete_upload(wrong, Some(manager), "another county's")
        .await
        .unwrap();
    drop(
        store
            .announce_upload("never came", Some(manager))
            .await
            .unwrap(),
    );
    let now = Timestamp::now();
    let later = now + SignedDuration::from_hours(1);
    store.create_session(manager, now, later).await.unwrap();
    store
        .record_attempt("mo", "10.0.0.1", false, now)
        .await
        .unwrap();
    let children: Vec<String> = (0..450).map(|n| format!("W{n}")).collect();
    store
        .log_look(manager, "today", Some(march), &children)
        .await
        .unwrap();
    store
}

async fn assert_same(one: &Store, two: &Store) {
    let uploads = one.uploads().await.unwrap();
    assert_eq!(uploads, two.uploads().await.unwrap());
    assert_eq!(one.accounts().await.unwrap(), two.accounts().await.unwrap());
    assert_eq!(
        one.interrupted().await.unwrap(),
        two.interrupted().await.unwrap()
    );
    let kept = uploads.last().unwrap().id;
    assert!(one.files(kept).await.unwrap() == two.files(kept).await.unwrap());
    let everything = LookFilter::default();
    let looks = one.access_log(&everything, 0, 10).await.unwrap();
    assert_eq!(looks, two.access_log(&everything, 0, 10).await.unwrap());
    let look = looks.looks[0].id;
    let children = one.children_of_look(look).await.unwrap();
    assert_eq!(children.len(), 450);
    assert_eq!(children, two.children_of_look(look).await.unwrap());
    let tried = waymark_store::Tried::Name("mo");
    for store in [one, two] {
        assert_eq!(
            store
                .failures_since(tried, Timestamp::UNIX_EPOCH)
                .await
                .unwrap(),
            1
        );
    }
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

async fn a_backup_is_itself_a_store_that_holds_everything(place: Place) {
    let store = full(&place).await;
    let file = place.file("backup.db");
    store.backup_to(&file).await.unwrap();
    // A second one of the same name replaces the first.
    store.backup_to(&file).await.unwrap();
    assert_same(&store, &Store::open(path(&file)).await.unwrap()).await;
}

async fn a_backup_restores_into_an_empty_store_of_either_engine(place: Place) {
    let store = full(&place).await;
    let file = place.file("backup.db");
    store.backup_to(&file).await.unwrap();
    let before = std::fs::read(&file).unwrap();

    if let Some(other) = other_than(&place).await {
        let moved = Store::restore(&file, &other.at, false).await.unwrap();
        assert_same(&store, &moved).await;
        // And back again.
        let returning = place.file("returning.db");
        moved.backup_to(&returning).await.unwrap();
        let home = Store::restore(&returning, path(&place.file("home.db")), false)
            .await
            .unwrap();
        assert_same(&store, &home).await;
    }
    assert!(
        std::fs::read(&file).unwrap() == before,
        "restoring changed the backup"
    );
}

async fn a_restored_store_goes_on_counting_where_the_backup_stopped(place: Place) {
    let store = full(&place).await;
    let file = place.file("backup.db");
    store.backup_to(&file).await.unwrap();
    let generation = store.generation().await.unwrap();
    let restored = Store::restore(&file, path(&place.file("new.db")), false)
        .await
        .unwrap();
    assert!(
        restored.generation().await.unwrap() > generation,
        "nodes must reload"
    );
    let next = restored
        .add_upload(annex_a("April", "W9\n"))
        .await
        .unwrap()
        .id();
    assert_eq!(next.0, 3);
}

async fn a_backup_made_while_uploads_arrive_is_whole(place: Place) {
    let store = full(&place).await;
    let file = place.file("backup.db");
    let sending = async {
        for n in 0..20 {
            let mut new = annex_a(&format!("cut {n}"), &format!("W{n}\n"));
            new.files.push(("noise".into(), noise(n, 200_000)));
            store.add_upload(new).await.unwrap();
        }
    };
    let backing_up = async {
        tokio::time::sleep(std::time::Duration::from_millis(30)).await;
        store.backup_to(&file).await.unwrap();
    };
    tokio::join!(sending, backing_up);
    let backup = Store::open(path(&file)).await.unwrap();
    let uploads = backup.uploads().await.unwrap();
    assert!(uploads.len() >= 2);
    for upload in uploads.iter().filter(|it| it.name != "Wrong") {
        backup.files(upload.id).await.unwrap();
    }
    // The generation and the uploads are of the same moment: one step for each upload, one for the deletion.
    let generation = backup.generation().await.unwrap();
    assert_eq!(generation, i64::try_from(uploads.len()).unwrap() + 1);
}

async fn a_store_that_holds_something_is_replaced_only_when_asked(place: Place) {
    let store = full(&place).await;
    let file = place.file("backup.db");
    store.backup_to(&file).await.unwrap();
    store
        .add_upload(annex_a("after the backup", "W7\n"))
        .await
        .unwrap();
    let generation = store.generation().await.unwrap();
    store.close().await;

    let refused = Store::restore(&file, &place.at, false).await;
    assert!(matches!(refused, Err(StoreError::NotEmpty)));
    assert_eq!(place.open().await.uploads().await.unwrap().len(), 3);

    let restored = Store::restore(&file, &place.at, true).await.unwrap();
    assert_eq!(restored.uploads().await.unwrap().len(), 2);
    assert!(restored.generation().await.unwrap() > generation);
}

async fn restoring_signs_everybody_out(place: Place) {
    let store = full(&place).await;
    let account = store.accounts().await.unwrap()[0].id;
    let now = Timestamp::now();
    let later = now + SignedDuration::from_hours(1);
    let session = store.create_session(account, now, later).await.unwrap();
    let file = place.file("backup.db");
    store.backup_to(&file).await.unwrap();
    store.close().await;
    let restored = Store::restore(&file, &place.at, true).await.unwrap();
    let found = restored
        .find_session(session.token.reveal(), now)
        .await
        .unwrap();
    assert!(found.is_none());
}

async fn a_backup_appears_whole_or_not_at_all(place: Place) {
    let store = full(&place).await;
    let nowhere = place.file("no such folder/backup.db");
    assert!(store.backup_to(&nowhere).await.is_err());
    let file = place.file("backup.db");
    store.backup_to(&file).await.unwrap();
    let beside: Vec<_> = std::fs::read_dir(file.parent().unwrap())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with("backup"))
        .collect();
    assert_eq!(beside, ["backup.db"], "something was left beside it");
}

async fn what_is_not_a_backup_is_refused(place: Place) {
    let letter = place.file("letter.db");
    std::fs::write(&letter, "Dear board, …".repeat(100)).unwrap();
    for not_one in [letter, place.file("not there.db")] {
        let refused = Store::restore(&not_one, &place.at, false).await;
        assert!(matches!(refused, Err(StoreError::NotABackup)));
    }
    let store = place.open().await;
    if !place.at.starts_with("postgres") {
        let onto_itself = store.backup_to(Path::new(&place.at)).await;
        assert!(matches!(onto_itself, Err(StoreError::OntoItself)));
    }
}
