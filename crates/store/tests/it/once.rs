//! A request that is sent again is kept once.

use jiff::{SignedDuration, Timestamp};
use waymark_programme::{Author, Change, Changes, RecordId, Values, kinds};
use waymark_store::{Earlier, KeptOnce, Once, Role, Store, StoreError};

use crate::accounts::make;
use crate::engines::{Place, on_both_engines};

on_both_engines!(
    the_same_request_twice_makes_one_record,
    sent_eight_times_at_once_it_makes_one_record,
    a_move_sent_again_is_no_stale_edit,
    what_was_refused_may_be_sent_again_under_its_key,
);

fn action(text: &str) -> Changes {
    let mut changes = Changes::by(Author {
        account: None,
        name: "Ana Analyst".into(),
    });
    let values = Values::new()
        .with("text", text)
        .with_list("owners", ["Louise Marsh"]);
    changes.make(&kinds::ACTION, values);
    changes
}

async fn many(store: &Store) -> usize {
    store.news_since(0).await.unwrap().records.len()
}

async fn the_same_request_twice_makes_one_record(place: Place) {
    let store = place.open().await;
    let now = Timestamp::now();
    let account = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let other = make(&store, "Ben Chair", Role::Chair, &[]).await.id;
    let once = Once {
        account,
        key: "k-1",
        asked: "POST action heat maps",
    };
    let KeptOnce::Now(kept) = store.keep_once(&action("a"), once, now).await.unwrap() else {
        panic!("nothing was kept before");
    };
    let before = |same| Earlier {
        record: kept.made[0],
        same,
    };
    let again = store.keep_once(&action("a"), once, now).await.unwrap();
    assert_eq!(again, KeptOnce::Before(before(true)));
    assert_eq!(many(&store).await, 1);
    // The same key for something else is a mistake of the program's.
    let asked = "POST action recruitment";
    let found = store.kept_before(Once { asked, ..once }).await.unwrap();
    assert_eq!(found, Some(before(false)));
    // Another person's same key is another.
    let theirs = Once {
        account: other,
        ..once
    };
    let new = store.keep_once(&action("a"), theirs, now).await.unwrap();
    assert!(matches!(new, KeptOnce::Now(_)));
    // Days later a key is forgotten.
    let later = now + SignedDuration::from_hours(73);
    let new = store.keep_once(&action("a"), once, later).await.unwrap();
    assert!(matches!(new, KeptOnce::Now(_)));
    assert_eq!(many(&store).await, 3);
}

async fn sent_eight_times_at_once_it_makes_one_record(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let senders: Vec<_> = (0..8)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move {
                let once = Once {
                    account,
                    key: "k-1",
                    asked: "POST action",
                };
                let now = Timestamp::now();
                match store.keep_once(&action("a"), once, now).await.unwrap() {
                    KeptOnce::Now(kept) => kept.made[0],
                    KeptOnce::Before(before) => before.record,
                }
            })
        })
        .collect();
    let mut told = Vec::new();
    for sender in senders {
        told.push(sender.await.unwrap());
    }
    assert!(told.iter().all(|it| *it == told[0]), "{told:?}");
    assert_eq!(many(&store).await, 1);
    assert_eq!(store.verify().await.unwrap().faults, Vec::<String>::new());
}

async fn a_move_sent_again_is_no_stale_edit(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let now = Timestamp::now();
    let made = store.keep(&action("a")).await.unwrap().made[0];
    let once = Once {
        account,
        key: "k-2",
        asked: "POST accept",
    };
    let first = store.keep_once(&accept(made), once, now).await.unwrap();
    assert!(matches!(first, KeptOnce::Now(_)));
    let again = store.keep_once(&accept(made), once, now).await.unwrap();
    let before = Earlier {
        record: made,
        same: true,
    };
    assert_eq!(again, KeptOnce::Before(before));
}

fn accept(record: RecordId) -> Changes {
    let mut changes = action("unused");
    changes.list = vec![Change::Move {
        record,
        read: 1,
        to: "accepted",
    }];
    changes
}

async fn what_was_refused_may_be_sent_again_under_its_key(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let now = Timestamp::now();
    let once = Once {
        account,
        key: "k-3",
        asked: "POST accept",
    };
    let refused = store.keep_once(&accept(RecordId(1)), once, now).await;
    assert!(matches!(refused, Err(StoreError::NoSuchRecord(_))));
    store.keep(&action("a")).await.unwrap();
    let kept = store
        .keep_once(&accept(RecordId(1)), once, now)
        .await
        .unwrap();
    assert!(matches!(kept, KeptOnce::Now(_)));
}
