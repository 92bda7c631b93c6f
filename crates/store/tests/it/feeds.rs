//! Calendar feeds: one address a person, unguessable, ended at once.

use jiff::{SignedDuration, Timestamp};
use waymark_store::Role;

use crate::accounts::make;
use crate::engines::{Place, on_both_engines};

on_both_engines!(
    a_feed_opens_for_its_token_alone,
    a_new_address_ends_the_old_one,
    an_ended_feed_and_a_closed_account_open_nothing,
);

async fn a_feed_opens_for_its_token_alone(place: Place) {
    let store = place.open().await;
    let ruth = make(&store, "Ruth Kell", Role::Partner, &[]).await;
    assert_eq!(store.feed_of(ruth.id).await.unwrap(), None);
    let now = Timestamp::now();
    let token = store.make_feed(ruth.id, now).await.unwrap();
    let whose = store.open_feed(token.reveal(), now).await.unwrap().unwrap();
    assert_eq!(whose.id, ruth.id);
    assert!(store.open_feed("guessed", now).await.unwrap().is_none());
    assert!(store.open_feed("", now).await.unwrap().is_none());
    let hour = SignedDuration::from_hours(1);
    for (at, noted) in [
        (now + hour / 2, now),
        (now + hour, now + hour),
        (now + hour + hour / 2, now + hour),
    ] {
        store.open_feed(token.reveal(), at).await.unwrap();
        let feed = store.feed_of(ruth.id).await.unwrap().unwrap();
        let read = feed.last_read.unwrap();
        assert!(read.duration_since(noted).abs() < SignedDuration::from_millis(1));
    }
    let kept = place
        .sql(&format!(
            "update feeds set made = made where token_sha256 = '{}'",
            token.reveal()
        ))
        .await;
    assert_eq!(kept, 0, "the token itself is not kept");
}

async fn a_new_address_ends_the_old_one(place: Place) {
    let store = place.open().await;
    let ruth = make(&store, "Ruth Kell", Role::Partner, &[]).await;
    let now = Timestamp::now();
    let old = store.make_feed(ruth.id, now).await.unwrap();
    let new = store.make_feed(ruth.id, now).await.unwrap();
    assert!(store.open_feed(old.reveal(), now).await.unwrap().is_none());
    assert!(store.open_feed(new.reveal(), now).await.unwrap().is_some());
}

async fn an_ended_feed_and_a_closed_account_open_nothing(place: Place) {
    let store = place.open().await;
    let ruth = make(&store, "Ruth Kell", Role::Partner, &[]).await;
    let omar = make(&store, "Omar Sharif", Role::Member, &[]).await;
    let now = Timestamp::now();
    let hers = store.make_feed(ruth.id, now).await.unwrap();
    let his = store.make_feed(omar.id, now).await.unwrap();
    store.end_feed(ruth.id).await.unwrap();
    assert!(store.open_feed(hers.reveal(), now).await.unwrap().is_none());
    assert!(store.open_feed(his.reveal(), now).await.unwrap().is_some());
    store.set_active(omar.id, false).await.unwrap();
    assert!(store.open_feed(his.reveal(), now).await.unwrap().is_none());
}
