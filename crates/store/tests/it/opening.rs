//! Opening a store: making it, finding it again, and refusing what is not one.

use waymark_store::{Store, StoreError};

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    opening_makes_the_store_and_opening_again_finds_it,
    several_nodes_may_open_a_new_store_at_once,
    a_store_of_a_newer_version_is_refused,
);

async fn opening_makes_the_store_and_opening_again_finds_it(place: Place) {
    let store = place.open().await;
    store.answers().await.unwrap();
    store.announce_upload("Annex_A.xlsx", None).await.unwrap();
    store.close().await;
    assert_eq!(place.open().await.interrupted().await.unwrap().len(), 1);
}

async fn several_nodes_may_open_a_new_store_at_once(place: Place) {
    let (one, two, three) = tokio::join!(
        Store::open(&place.at),
        Store::open(&place.at),
        Store::open(&place.at)
    );
    for store in [one, two, three] {
        store.unwrap().answers().await.unwrap();
    }
}

async fn a_store_of_a_newer_version_is_refused(place: Place) {
    place.open().await.close().await;
    let as_if_newer = "insert into _sqlx_migrations \
        (version, description, success, checksum, execution_time) \
        select 9999, 'from the future', success, checksum, 0 from _sqlx_migrations where version = 1";
    assert_eq!(place.sql(as_if_newer).await, 1);
    let refused = Store::open(&place.at).await.unwrap_err();
    assert!(
        matches!(refused, StoreError::UnknownSchema(9999)),
        "{refused}"
    );
}

#[tokio::test]
async fn a_file_that_is_not_a_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let letter = folder.path().join("letter.txt");
    std::fs::write(&letter, "Dear board, ".repeat(1000)).unwrap();
    let refused = Store::open(letter.to_str().unwrap()).await.unwrap_err();
    assert!(matches!(refused, StoreError::CannotOpen(_)), "{refused}");
    assert!(
        std::fs::read_to_string(&letter)
            .unwrap()
            .starts_with("Dear board")
    );
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_said_plainly() {
    let refused = Store::open("/no/such/folder/waymark.db").await.unwrap_err();
    let said = format!("{refused}");
    assert!(
        said.starts_with("the store could not be opened: No such file"),
        "{said}"
    );
}

#[tokio::test]
async fn an_address_with_a_password_is_never_repeated() {
    let refused = Store::open("postgres://waymark:Tr0ub4dor@127.0.0.1:1/waymark")
        .await
        .unwrap_err();
    let said = format!("{refused} {refused:?}");
    assert!(!said.contains("Tr0ub4dor"), "{said}");
    assert!(said.contains("Connection refused"), "{said}");
}

#[cfg(unix)]
#[tokio::test]
async fn a_new_file_is_its_owners_only_whatever_its_name() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join("children's data 100% ?#é.db");
    let store = Store::open(odd.to_str().unwrap()).await.unwrap();
    store.announce_upload("Annex_A.xlsx", None).await.unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{:?}", entry.file_name());
    }
    assert!(odd.exists());
}
