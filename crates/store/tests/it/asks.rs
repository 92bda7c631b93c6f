//! Answers through one-use links: with their files or not at all, and one of two who answer at once.

use jiff::{SignedDuration, Timestamp};
use waymark_programme::{Author, Change, Changes, Readers, RecordId, Values, kinds};
use waymark_store::{NewRecordFile, Store, StoreError};

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    an_answer_and_its_file_are_kept_together,
    an_answer_that_is_refused_leaves_no_file,
    of_two_answers_at_once_one_is_kept,
    links_nobody_has_answered_are_found_until_they_are_revoked,
    the_history_of_a_kind_goes_on_from_where_it_was_read,
);

fn ruth() -> Author {
    Author {
        account: None,
        name: "Ruth Kell".into(),
    }
}

fn heat_maps() -> Values {
    Values::new()
        .with("text", "Bring the heat maps on recruitment")
        .with_list("owners", ["Ruth Kell"])
}

async fn begun(store: &Store) -> RecordId {
    let mut changes = Changes::by(ruth());
    let action = changes.make(&kinds::ACTION, heat_maps());
    store.keep(&changes).await.unwrap().number(action)
}

async fn asked(store: &Store, action: RecordId) -> i64 {
    let now = Timestamp::now();
    let to = ("Ruth Kell", "ruth.kell@police.example");
    let ends = now + SignedDuration::from_hours(24);
    store.make_ask(action, to, None, now, ends).await.unwrap().0
}

fn evidence(action: RecordId, read: u32) -> Changes {
    let mut changes = Changes::by(ruth());
    changes.list.push(Change::Edit {
        record: action,
        read,
        readers: Readers::Board,
        values: heat_maps().with("evidence", "They are attached"),
    });
    changes
}

fn map(action: RecordId) -> NewRecordFile {
    NewRecordFile {
        record: action,
        name: "heat map.csv".into(),
        content_type: "text/csv".into(),
        bytes: b"team,vacancies\r\nNorth 1,4\r\n".to_vec(),
    }
}

async fn an_answer_and_its_file_are_kept_together(place: Place) {
    let store = place.open().await;
    let action = begun(&store).await;
    let ask = asked(&store, action).await;
    let files = vec![map(action), map(action)];
    store
        .answer_ask_with_files(
            ask,
            &evidence(action, 1),
            files,
            "evidence_files",
            Timestamp::now(),
        )
        .await
        .unwrap();
    let news = store.news_since(0).await.unwrap();
    let kept: Vec<String> = store
        .files_of(action)
        .await
        .unwrap()
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    assert_eq!(kept.len(), 2);
    assert_eq!(news.records[0].values.list("evidence_files"), kept);
    assert!(store.verify().await.unwrap().faults.is_empty());
}

async fn an_answer_that_is_refused_leaves_no_file(place: Place) {
    let store = place.open().await;
    let action = begun(&store).await;
    let ask = asked(&store, action).await;
    let stale = store
        .answer_ask_with_files(
            ask,
            &evidence(action, 7),
            vec![map(action)],
            "evidence_files",
            Timestamp::now(),
        )
        .await;
    assert!(matches!(stale, Err(StoreError::Stale(_))));
    assert!(store.files_of(action).await.unwrap().is_empty());
    let asks = store.asks_of(action).await.unwrap();
    assert!(
        asks[0].is_live(Timestamp::now()),
        "it can still be answered"
    );
}

async fn of_two_answers_at_once_one_is_kept(place: Place) {
    let store = place.open().await;
    let action = begun(&store).await;
    let ask = asked(&store, action).await;
    let mut answers = Vec::new();
    for _ in 0..8 {
        let (store, changes) = (store.clone(), evidence(action, 1));
        answers.push(tokio::spawn(async move {
            let files = vec![map(action)];
            store
                .answer_ask_with_files(ask, &changes, files, "evidence_files", Timestamp::now())
                .await
        }));
    }
    let mut kept = 0;
    for answer in answers {
        match answer.await.unwrap() {
            Ok(_) => kept += 1,
            Err(error) => assert!(matches!(error, StoreError::NoSuchAsk), "{error}"),
        }
    }
    assert_eq!(kept, 1);
    assert_eq!(store.files_of(action).await.unwrap().len(), 1);
}

async fn the_history_of_a_kind_goes_on_from_where_it_was_read(place: Place) {
    let store = place.open().await;
    let action = begun(&store).await;
    let mut other = Changes::by(ruth());
    let meeting = Values::new()
        .with("title", "Improvement Board")
        .with("body", "Improvement Board")
        .with("date", "2018-04-24");
    other.make(&kinds::MEETING, meeting);
    store.keep(&other).await.unwrap();
    let first = store.history_of_kind(&kinds::ACTION, 0).await.unwrap();
    assert_eq!(first.len(), 1);
    store.keep(&evidence(action, 1)).await.unwrap();
    let next = store
        .history_of_kind(&kinds::ACTION, first[0].seq)
        .await
        .unwrap();
    assert_eq!(next.len(), 1);
    assert_eq!((next[0].record, next[0].version), (action, 2));
}

async fn links_nobody_has_answered_are_found_until_they_are_revoked(place: Place) {
    let store = place.open().await;
    let action = begun(&store).await;
    let first = asked(&store, action).await;
    let second = asked(&store, action).await;
    let open = |asks: Vec<waymark_store::Ask>| asks.iter().map(|it| it.id).collect::<Vec<_>>();
    assert_eq!(
        open(store.asks_unanswered().await.unwrap()),
        [first, second]
    );
    store.revoke_ask(first, Timestamp::now()).await.unwrap();
    assert_eq!(open(store.asks_unanswered().await.unwrap()), [second]);
}
