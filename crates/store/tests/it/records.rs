//! Records: kept together or not at all, never lost to a stale edit, chained, erasable.

use jiff::Timestamp;
use waymark_programme::{
    Act, Author, Change, Changes, End, RecordId, Records, Values, kinds, link,
};
use waymark_store::{NewRecordFile, Store, StoreError};

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    a_meeting_and_its_action_are_kept_together,
    a_stale_edit_writes_nothing,
    one_bad_change_keeps_none_of_its_list,
    the_chain_shows_what_was_changed_by_hand,
    erasing_leaves_the_chain_whole,
    news_brings_another_node_up_to_date,
    a_link_answers_once,
    a_letter_is_claimed_once,
);

fn clerk() -> Author {
    Author {
        account: None,
        name: "Marcus Bell".into(),
    }
}

fn board() -> Values {
    Values::new()
        .with("title", "Improvement Board, 24 April 2018")
        .with("body", "Improvement Board")
        .with("date", "2018-04-24")
}

fn heat_maps() -> Values {
    Values::new()
        .with("text", "Bring the heat maps on recruitment")
        .with_list("owners", ["Louise Marsh"])
}

async fn everything(store: &Store) -> Records {
    Records::default().with(store.news_since(0).await.unwrap())
}

/// A meeting, and an action promised for it that a measure shows.
async fn begun(store: &Store) -> (RecordId, RecordId) {
    let mut changes = Changes::by(clerk());
    let meeting = changes.make(&kinds::MEETING, board());
    let action = changes.make(&kinds::ACTION, heat_maps());
    changes.link(action, &link::PROMISED_FOR, meeting);
    changes.link(action, &link::MEASURED_BY, End::Measure("caseload".into()));
    let kept = store.keep(&changes).await.unwrap();
    (kept.number(meeting), kept.number(action))
}

async fn a_meeting_and_its_action_are_kept_together(place: Place) {
    let store = place.open().await;
    let (meeting, action) = begun(&store).await;
    let records = everything(&store).await;
    let kept = records.get(action).unwrap();
    assert_eq!(kept.reference(), format!("ACT-{action}"));
    assert_eq!(kept.title(), "Bring the heat maps on recruitment");
    assert_eq!(records.due(kept), records.get(meeting).unwrap().date());
    assert_eq!(records.links_to_measure("caseload").len(), 1);
    assert_eq!(records.search("HEAT recruit").count(), 1);
    let history = store.history_of(action).await.unwrap();
    let acts: Vec<Act> = history.iter().map(|it| it.act).collect();
    assert_eq!(acts, [Act::Made, Act::Linked, Act::Linked]);
    assert_eq!(store.verify().await.unwrap().faults, Vec::<String>::new());
}

async fn a_stale_edit_writes_nothing(place: Place) {
    let store = place.open().await;
    let (_, action) = begun(&store).await;
    let edit = |read, text: &str| {
        let mut changes = Changes::by(clerk());
        changes.list.push(Change::Edit {
            record: action,
            read,
            readers: kinds::ACTION.readers,
            values: heat_maps().with("progress", text),
        });
        changes
    };
    store.keep(&edit(1, "first")).await.unwrap();
    let late = store.keep(&edit(1, "second")).await;
    assert!(matches!(late, Err(StoreError::Stale(which)) if which == action));
    let records = everything(&store).await;
    assert_eq!(records.get(action).unwrap().text("progress"), "first");
    assert_eq!(records.get(action).unwrap().version, 2);
}

async fn one_bad_change_keeps_none_of_its_list(place: Place) {
    let store = place.open().await;
    let mut changes = Changes::by(clerk());
    let action = changes.make(&kinds::ACTION, heat_maps());
    changes.link(action, &link::PROMISED_FOR, RecordId(404));
    let refused = store.keep(&changes).await;
    assert!(matches!(refused, Err(StoreError::NoSuchRecord(_))));
    assert_eq!(everything(&store).await.all().count(), 0);
    assert_eq!(store.verify().await.unwrap().lines, 0);
}

async fn the_chain_shows_what_was_changed_by_hand(place: Place) {
    let store = place.open().await;
    begun(&store).await;
    let sound = store.verify().await.unwrap();
    assert!(sound.faults.is_empty() && sound.lines == 4, "{sound:?}");
    for (damage, mending) in [
        (
            "update records set state = 'closed' where kind = 'action'",
            "update records set state = 'open' where kind = 'action'",
        ),
        (
            "update history set at = '2018-01-01T00:00:00.000000Z' where seq = 2",
            "",
        ),
    ] {
        place.sql(damage).await;
        assert!(!store.verify().await.unwrap().faults.is_empty(), "{damage}");
        if !mending.is_empty() {
            place.sql(mending).await;
            assert!(store.verify().await.unwrap().faults.is_empty(), "{mending}");
        }
    }
    // A line taken out shows, too.
    place.sql("delete from history where seq = 3").await;
    let found = store.verify().await.unwrap().faults.join("\n");
    assert!(found.contains("missing"), "{found}");
}

async fn erasing_leaves_the_chain_whole(place: Place) {
    let store = place.open().await;
    let (_, action) = begun(&store).await;
    let file = store
        .add_record_file(
            NewRecordFile {
                record: action,
                name: "letter.txt".into(),
                content_type: "text/plain".into(),
                bytes: b"evidence".to_vec(),
            },
            &clerk(),
        )
        .await
        .unwrap();
    assert_eq!(store.record_file(file.id).await.unwrap().1, b"evidence");
    store
        .erase_record(action, &clerk(), "It named a family")
        .await
        .unwrap();
    assert!(matches!(
        store.record_file(file.id).await,
        Err(StoreError::NoSuchFile(_))
    ));
    let records = everything(&store).await;
    let left = records.get(action).unwrap();
    assert!(left.erased && left.title() == "(erased)" && left.values == Values::new());
    let found = store.verify().await.unwrap();
    assert_eq!(found.faults, Vec::<String>::new());
    assert_eq!(found.erased, 2);
    // A body that goes missing without an erasure is another matter.
    place
        .sql("update history set body = null, salt = null where seq = 1")
        .await;
    assert!(!store.verify().await.unwrap().faults.is_empty());
}

async fn news_brings_another_node_up_to_date(place: Place) {
    let store = place.open().await;
    let (meeting, action) = begun(&store).await;
    let other = place.open().await;
    let before = everything(&other).await;
    let mut changes = Changes::by(clerk()).because("Not wanted after all");
    changes.list.push(Change::Unlink {
        from: action,
        kind: &link::PROMISED_FOR,
        to: End::Record(meeting),
    });
    changes.list.push(Change::Delete {
        record: action,
        read: 1,
    });
    store.keep(&changes).await.unwrap();
    assert_ne!(other.records_seq().await.unwrap(), before.seq);
    let after = before.with(other.news_since(before.seq).await.unwrap());
    assert!(after.get(action).unwrap().deleted);
    assert_eq!(after.all().count(), 1);
    assert!(after.links_to(meeting).is_empty());
    assert_eq!(after.links_to_measure("caseload").len(), 1);
}

async fn a_link_answers_once(place: Place) {
    let store = place.open().await;
    let (_, action) = begun(&store).await;
    let now = Timestamp::now();
    let later = now + jiff::SignedDuration::from_hours(24);
    let to = ("Ruth Kell", "ruth.kell@police.example");
    let (id, token) = store.make_ask(action, to, None, now, later).await.unwrap();
    let found = store.find_ask(token.reveal()).await.unwrap();
    assert!(found.id == id && found.is_live(now) && !found.is_live(later));
    // About parts of a record, where it is: these and in this order.
    let parts = [RecordId(12), RecordId(7)];
    let (_, partly) = store
        .make_ask_about(action, &parts, to, None, now, now)
        .await
        .unwrap();
    assert_eq!(store.find_ask(partly.reveal()).await.unwrap().parts, parts);
    assert_eq!(found.parts, []);
    assert!(matches!(
        store.find_ask("guessed").await,
        Err(StoreError::NoSuchAsk)
    ));
    let mut answer = Changes::by(Author {
        account: None,
        name: "Ruth Kell".into(),
    });
    answer.list.push(Change::Move {
        record: action,
        read: 1,
        to: "accepted",
    });
    store.answer_ask(id, &answer, now).await.unwrap();
    let again = store.answer_ask(id, &answer, now).await;
    assert!(matches!(again, Err(StoreError::NoSuchAsk)));
    let (revoked, token) = store.make_ask(action, to, None, now, later).await.unwrap();
    store.revoke_ask(revoked, now).await.unwrap();
    assert!(!store.find_ask(token.reveal()).await.unwrap().is_live(now));
    assert!(store.answer_ask(revoked, &answer, now).await.is_err());
    assert_eq!(store.asks_of(action).await.unwrap().len(), 3);
}

async fn a_letter_is_claimed_once(place: Place) {
    let store = place.open().await;
    let now = Timestamp::now();
    let about = "digest 2018-04-09";
    let id = store
        .claim_letter("Ruth Kell", about, now)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        store.claim_letter("Ruth Kell", about, now).await.unwrap(),
        None
    );
    store
        .letter_went(id, Some("the mail server did not answer"), now)
        .await
        .unwrap();
    let later = now + jiff::SignedDuration::from_mins(11);
    let again = store.claim_letter("Ruth Kell", about, later).await.unwrap();
    assert_eq!(again, Some(id));
    store.letter_went(id, None, later).await.unwrap();
    let never = later + jiff::SignedDuration::from_hours(11);
    assert_eq!(
        store.claim_letter("Ruth Kell", about, never).await.unwrap(),
        None
    );
    assert!(store.letters(10).await.unwrap()[0].sent.is_some());
    // Letters are found by how what they are about begins, as it is written: nothing in it is a pattern.
    for about in [
        "paper PAP-1 as of version 3",
        "paper PAP-12 as of version 3",
    ] {
        store.claim_letter("Ruth Kell", about, now).await.unwrap();
    }
    let found = store.letters_about("paper PAP-1 ").await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].about, "paper PAP-1 as of version 3");
    assert!(store.letters_about("paper%").await.unwrap().is_empty());
}
