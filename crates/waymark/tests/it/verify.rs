//! `waymark verify` proves the chain, and says what does not hold.

use crate::program::waymark;
use std::path::Path;
use waymark_programme::{Author, Change, Changes, Values, kinds};
use waymark_store::Store;

fn by() -> Author {
    Author {
        account: None,
        name: "Ana Clerk".to_owned(),
    }
}

/// A finding and the action that came from it, edited once; another finding, erased.
fn written(folder: &Path) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let file = folder.join("waymark.db");
        let store = Store::open(file.to_str().unwrap()).await.unwrap();
        let finding = |said: &str| {
            Values::new()
                .with("said", said)
                .with("body", "Ofsted")
                .with("sense", "improve")
        };
        let action = |text: &str| {
            Values::new()
                .with("text", text)
                .with_list("owners", ["Head of MASH"])
        };
        let mut changes = Changes::by(by());
        let finding_id = changes.make(&kinds::FINDING, finding("Visits are late"));
        let action_id = changes.make(&kinds::ACTION, action("Plan every visit a week ahead"));
        changes.link(action_id, &waymark_programme::link::CAME_FROM, finding_id);
        let erased = changes.make(&kinds::FINDING, finding("Names a child"));
        let kept = store.keep(&changes).await.unwrap();
        let mut edit = Changes::by(by());
        edit.list.push(Change::Edit {
            record: kept.number(action_id),
            read: 1,
            readers: kinds::ACTION.readers,
            values: action("Plan every visit two weeks ahead"),
        });
        store.keep(&edit).await.unwrap();
        store
            .erase_record(kept.number(erased), &by(), "It named a child")
            .await
            .unwrap();
        store.close().await;
    });
}

#[test]
fn a_chain_that_holds_is_proved_with_its_last_hash() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path());
    let done = waymark(&["verify", "--data", folder.path().to_str().unwrap()]);
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(done.status.success(), "{said}");
    for line in [
        "lines of history: 6",
        "records: 3",
        "links: 1",
        "files of records, every byte hashed: 0",
        "lines whose content was erased: 1",
        "The chain holds.",
    ] {
        assert!(said.contains(line), "{line} is not in {said}");
    }
    let hash = said
        .lines()
        .find_map(|it| it.strip_prefix("last hash: "))
        .unwrap();
    assert_eq!(hash.len(), 64, "{hash}");
    assert!(!said.contains("Ana"), "no content: {said}");
}

#[test]
fn a_word_changed_behind_waymarks_back_is_found() {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path());
    // The same number of letters, so that the file stays a database.
    let file = folder.path().join("waymark.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let (was, is) = (b"Visits are late", b"Visits are fine");
    let mut changed = 0;
    for at in 0..bytes.len() - was.len() {
        if &bytes[at..at + was.len()] == was {
            bytes[at..at + was.len()].copy_from_slice(is);
            changed += 1;
        }
    }
    assert!(changed >= 2, "in the record and in its history");
    std::fs::write(&file, bytes).unwrap();

    let done = waymark(&["verify", "--data", folder.path().to_str().unwrap()]);
    let said = String::from_utf8(done.stdout).unwrap();
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(
        said.contains("fault: the body of line 1 was changed"),
        "{said}"
    );
    assert!(!said.contains("The chain holds"), "{said}");
    assert!(!said.contains("Visits"), "no content: {said}");
}

#[test]
fn a_place_without_a_store_is_said_and_none_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let done = waymark(&["verify", "--data", folder.path().to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).contains("there is no store"));
    assert!(!folder.path().join("waymark.db").exists());
}
