//! What a proof of the chain notices when somebody changes a file or a column behind Waymark's back, and that it says so
//! without a word of what is kept.

use sqlx::{AnyConnection, Connection as _, Row as _};
use waymark_programme::{Author, Body, Change, Changes, RecordId, Values, kinds};
use waymark_store::{NewRecordFile, NewSealed, Store, sha256};

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    a_large_file_in_many_parts_is_proved,
    a_changed_byte_of_a_file_is_noticed,
    a_file_that_is_gone_or_renamed_is_noticed,
    what_stands_beside_a_record_is_proved_too,
    a_file_of_an_erased_record_may_be_absent_but_not_stand,
    what_is_sealed_is_held_against_its_own_hash,
    an_older_store_verifies_and_says_what_is_not_proved,
);

const LETTER: &str = "letter from Ruth Kell.txt";

fn clerk() -> Author {
    Author {
        account: None,
        name: "Marcus Bell".into(),
    }
}

/// Noise does not shrink, so this is three parts of a megabyte.
fn large() -> Vec<u8> {
    let mut word = 1_u32;
    (0..2_500_000)
        .map(|_| {
            word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            word.to_be_bytes()[0]
        })
        .collect()
}

/// An action with a letter (file 1) and a large workbook (file 2) as its evidence.
async fn evidence(store: &Store) -> RecordId {
    let mut changes = Changes::by(clerk());
    let text = Values::new().with("text", "Bring the heat maps on recruitment");
    let made = changes.make(&kinds::ACTION, text);
    let record = store.keep(&changes).await.unwrap().number(made);
    for (name, bytes) in [(LETTER, b"We agree.".to_vec()), ("heat.xlsx", large())] {
        let file = NewRecordFile {
            record,
            name: name.into(),
            content_type: "text/plain".into(),
            bytes,
        };
        store.add_record_file(file, &clerk()).await.unwrap();
    }
    record
}

async fn faults(store: &Store) -> Vec<String> {
    store.verify().await.unwrap().faults
}

/// Damage shows in these words and no others, and mended it is gone.
async fn noticed(place: &Place, store: &Store, damage: &str, words: &str, mending: &str) {
    assert!(place.sql(damage).await > 0, "{damage}");
    assert_eq!(faults(store).await, [words], "{damage}");
    assert!(place.sql(mending).await > 0, "{mending}");
    assert_eq!(faults(store).await, Vec::<String>::new(), "{mending}");
}

async fn a_large_file_in_many_parts_is_proved(place: Place) {
    let store = place.open().await;
    evidence(&store).await;
    let found = store.verify().await.unwrap();
    assert_eq!(found.faults, Vec::<String>::new());
    assert_eq!((found.files, found.untyped), (2, 0));
    let cut = "delete from record_chunks where file = 2 and part = 2";
    assert_eq!(place.sql(cut).await, 1, "it is kept in parts");
    assert_eq!(
        faults(&store).await,
        ["file 2 of record 1: its bytes are not those that were kept"]
    );
}

async fn a_changed_byte_of_a_file_is_noticed(place: Place) {
    let store = place.open().await;
    evidence(&store).await;
    let other = evidence(&store).await;
    assert_eq!(other, RecordId(2));
    // The bytes of another, longer file in its place; and two files' bytes exchanged.
    place
        .sql("update record_chunks set bytes = (select bytes from record_chunks where file = 2 and part = 0) where file = 3")
        .await;
    assert_eq!(
        faults(&store).await,
        ["file 3 of record 2: its bytes are not those that were kept"]
    );
    // Every byte of every file.
    let flat = match place.at.starts_with("postgres") {
        true => "update record_chunks set bytes = '\\x00'::bytea",
        false => "update record_chunks set bytes = x'00'",
    };
    place.sql(flat).await;
    let found = faults(&store).await;
    assert_eq!(found.len(), 4, "{found:?}");
    // One who changes the bytes and the hash beside them is found as well: the hash is in history.
    place.sql("update record_files set sha256 = 'abc'").await;
    let found = faults(&store).await.join("\n");
    assert!(
        found.contains("file 1 of record 1 has another hash than its history says"),
        "{found}"
    );
    assert!(
        !found.contains("Kell") && !found.contains("heat"),
        "{found}"
    );
}

async fn a_file_that_is_gone_or_renamed_is_noticed(place: Place) {
    let store = place.open().await;
    evidence(&store).await;
    noticed(
        &place,
        &store,
        "update record_files set name = 'letter.txt' where id = 1",
        "file 1 of record 1 has another name than its history says",
        "update record_files set name = 'letter from Ruth Kell.txt' where id = 1",
    )
    .await;
    noticed(
        &place,
        &store,
        "update record_files set content_type = 'text/html' where id = 1",
        "file 1 of record 1 is not what its history says",
        "update record_files set content_type = 'text/plain' where id = 1",
    )
    .await;
    noticed(
        &place,
        &store,
        "update record_files set size = 10 where id = 1",
        "file 1 of record 1: its size is not that of its bytes",
        "update record_files set size = 9 where id = 1",
    )
    .await;
    noticed(
        &place,
        &store,
        "update record_files set erased = 1 where id = 2",
        "file 2 of record 1 is marked as erased, and no erasure explains it",
        "update record_files set erased = 0 where id = 2",
    )
    .await;
    place.sql("delete from record_chunks where file = 1").await;
    assert_eq!(
        faults(&store).await,
        ["file 1 of record 1: its bytes are gone"]
    );
    place.sql("delete from record_files where id = 1").await;
    assert_eq!(
        faults(&store).await,
        ["file 1 of record 1 is in history and is gone"]
    );
    // A file that no line of history added.
    place
        .sql(
            "insert into record_files select 9, record, name, content_type, size, sha256, added, by_name, erased \
             from record_files where id = 2",
        )
        .await;
    let found = faults(&store).await;
    let strange = "file 9 of record 1 is not in the record's history";
    assert!(found.iter().any(|it| it == strange), "{found:?}");
}

async fn what_stands_beside_a_record_is_proved_too(place: Place) {
    let store = place.open().await;
    evidence(&store).await;
    let record = "record 1 is not what its history says";
    for (damage, mending) in [
        ("by_name = 'Ruth Kell'", "by_name = 'Marcus Bell'"),
        ("kind = 'question'", "kind = 'action'"),
        ("made = 'x' || made", "made = substr(made, 2)"),
        ("changed = 'x' || changed", "changed = substr(changed, 2)"),
    ] {
        let (damage, mending) = (
            format!("update records set {damage}"),
            format!("update records set {mending}"),
        );
        noticed(&place, &store, &damage, record, &mending).await;
    }
}

async fn a_file_of_an_erased_record_may_be_absent_but_not_stand(place: Place) {
    let store = place.open().await;
    let record = evidence(&store).await;
    let why = "It named a family";
    store.erase_record(record, &clerk(), why).await.unwrap();
    let found = store.verify().await.unwrap();
    assert_eq!(found.faults, Vec::<String>::new());
    assert_eq!(found.files, 0);
    noticed(
        &place,
        &store,
        "update record_files set name = 'letter.txt' where id = 1",
        "file 1 of record 1 still stands, and the record was erased",
        "update record_files set name = '' where id = 1",
    )
    .await;
    noticed(
        &place,
        &store,
        "insert into record_chunks select id, 0, '' from record_files where id = 2",
        "bytes of file 2 stand, and no line of history names it",
        "delete from record_chunks",
    )
    .await;
    place.sql("delete from record_files").await;
    assert_eq!(faults(&store).await, Vec::<String>::new());
}

async fn what_is_sealed_is_held_against_its_own_hash(place: Place) {
    let store = place.open().await;
    let mut changes = Changes::by(clerk());
    let made = changes.make(&kinds::PAPER, Values::new().with("title", "Briefing note"));
    let record = store.keep(&changes).await.unwrap().number(made);
    let mut edit = Changes::by(clerk());
    edit.list.push(Change::Edit {
        record,
        read: 1,
        readers: waymark_programme::Readers::Public,
        values: Values::new().with("title", "Briefing note, March 2018"),
    });
    let sealed = NewSealed {
        record,
        bytes: b"{\"North\":3}".to_vec(),
        after: Vec::new(),
    };
    store
        .keep_with_sealed(&edit, Vec::new(), "files", sealed)
        .await
        .unwrap();
    let found = store.verify().await.unwrap();
    assert_eq!((found.sealed, found.faults), (1, Vec::new()));
    let not_kept = "what lies sealed beneath record 1 is not what was kept";
    noticed(
        &place,
        &store,
        "update sealed set sha256 = 'x' || sha256",
        not_kept,
        "update sealed set sha256 = substr(sha256, 2)",
    )
    .await;
    place.sql("update sealed set size = size + 1").await;
    assert_eq!(faults(&store).await, [not_kept]);
}

/// A history written before lines named a file's type and a record's kind: everything else is proved as ever.
async fn an_older_store_verifies_and_says_what_is_not_proved(place: Place) {
    let store = place.open().await;
    evidence(&store).await;
    written_as_before(&place).await;
    let found = store.verify().await.unwrap();
    assert_eq!(found.faults, Vec::<String>::new());
    assert_eq!((found.files, found.untyped), (2, 3));
    place
        .sql("update record_files set name = 'other' where id = 1")
        .await;
    assert_eq!(
        faults(&store).await,
        ["file 1 of record 1 has another name than its history says"]
    );
}

/// Writes the chain anew with bodies as they were then.
async fn written_as_before(place: &Place) {
    let url = match place.at.starts_with("postgres") {
        true => place.at.clone(),
        false => format!("sqlite://{}", place.at),
    };
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    let lines =
        sqlx::query("select seq, record, version, act, at, body, salt from history order by seq")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    let mut previous = String::new();
    for line in lines {
        let (seq, record): (i64, i64) = (line.get("seq"), line.get("record"));
        let (version, act): (i64, String) = (line.get("version"), line.get("act"));
        let (at, salt): (String, String) = (line.get("at"), line.get("salt"));
        let mut body: Body = serde_json::from_str(&line.get::<String, _>("body")).unwrap();
        (body.kind, body.file_type) = (None, None);
        let body = serde_json::to_string(&body).unwrap();
        assert!(
            !body.contains("file_type") && !body.contains("kind"),
            "{body}"
        );
        let digest = sha256(format!("{salt}\n{body}").as_bytes());
        let hashed = format!("{seq}\n{record}\n{version}\n{act}\n{at}\n\n{digest}\n{previous}");
        let hash = sha256(hashed.as_bytes());
        sqlx::query("update history set body = $1, body_sha256 = $2, previous = $3, hash = $4 where seq = $5")
            .bind(body)
            .bind(digest)
            .bind(previous)
            .bind(hash.as_str())
            .bind(seq)
            .execute(&mut connection)
            .await
            .unwrap();
        previous = hash;
    }
    connection.close().await.unwrap();
}
