//! Tries to sign in, counted.

use jiff::{SignedDuration, Timestamp};
use waymark_store::Tried;

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    failures_are_counted_by_name_and_by_address,
    old_tries_are_cleared_away,
    the_name_that_was_tried_is_not_in_the_store,
);

fn at(minute: i64) -> Timestamp {
    let nine: Timestamp = "2018-04-09T09:00:00Z".parse().unwrap();
    nine + SignedDuration::from_mins(minute)
}

async fn failures_are_counted_by_name_and_by_address(place: Place) {
    let store = place.open().await;
    for (minute, name, address, succeeded) in [
        (0, "chair", "10.0.0.1", false),
        (5, "Chair ", "10.0.0.1", false),
        (6, "chair", "10.0.0.2", false),
        (7, "analyst", "10.0.0.1", false),
        (8, "chair", "10.0.0.1", true),
    ] {
        store
            .record_attempt(name, address, succeeded, at(minute))
            .await
            .unwrap();
    }
    // Counts outlive the process.
    store.close().await;
    let store = place.open().await;
    for (tried, since, failures) in [
        (Tried::Name("CHAIR"), 0, 3),
        (Tried::Name("chair"), 5, 2),
        (Tried::Name("chair"), 7, 0),
        (Tried::Name("nobody"), 0, 0),
        (Tried::Address("10.0.0.1"), 0, 3),
        (Tried::Address("10.0.0.2"), 0, 1),
    ] {
        let counted = store.failures_since(tried, at(since)).await.unwrap();
        assert_eq!(counted, failures, "{tried:?} since minute {since}");
    }
}

async fn old_tries_are_cleared_away(place: Place) {
    let store = place.open().await;
    store
        .record_attempt("chair", "10.0.0.1", false, at(0))
        .await
        .unwrap();
    store
        .record_attempt("chair", "10.0.0.1", false, at(9))
        .await
        .unwrap();
    assert_eq!(store.purge_attempts(at(9)).await.unwrap(), 1);
    let left = store
        .failures_since(Tried::Name("chair"), at(0))
        .await
        .unwrap();
    assert_eq!(left, 1);
}

async fn the_name_that_was_tried_is_not_in_the_store(place: Place) {
    let store = place.open().await;
    store
        .record_attempt("my-p4ssword", "10.0.0.1", false, at(0))
        .await
        .unwrap();
    let typed = "delete from sign_in_attempts where name_sha256 = 'my-p4ssword'";
    assert_eq!(place.sql(typed).await, 0);
    assert_eq!(place.sql("delete from sign_in_attempts").await, 1);
}
