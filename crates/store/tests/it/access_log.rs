//! The access log: who looked at this child?

use jiff::Timestamp;
use waymark_store::{AccountId, Look, LookFilter, Role, Store};

use crate::accounts::make;
use crate::engines::{Place, on_both_engines};
use crate::uploads::annex_a;

on_both_engines!(
    every_look_says_who_when_and_what,
    who_looked_at_this_child,
    looks_are_narrowed_by_person_and_time,
    a_long_log_is_read_in_pages,
    a_list_of_two_thousand_children_is_one_look,
    a_look_by_nobody_is_not_logged_in_part,
);

async fn look(store: &Store, account: AccountId, what: &str, children: &[&str]) {
    store.log_look(account, what, None, children).await.unwrap();
}

async fn whats(store: &Store, filter: LookFilter) -> Vec<String> {
    let page = store.access_log(&filter, 0, 100).await.unwrap();
    assert_eq!(page.total, page.looks.len() as u64);
    page.looks.into_iter().map(|it| it.what).collect()
}

async fn every_look_says_who_when_and_what(place: Place) {
    let store = place.open().await;
    let analyst = make(&store, "Ana Analyst", Role::Analyst, &[]).await;
    let upload = store
        .add_upload(annex_a("March", "W1\n"))
        .await
        .unwrap()
        .id();
    let before = Timestamp::now();
    let id = store
        .log_look(analyst.id, "visits", Some(upload), &["W2", "W1", "W2"])
        .await
        .unwrap();
    let page = store
        .access_log(&LookFilter::default(), 0, 10)
        .await
        .unwrap();
    let [Look { at, .. }] = page.looks[..] else {
        panic!("one look")
    };
    assert!((at - before).abs().get_seconds() < 60);
    assert_eq!(
        page.looks[0],
        Look {
            id,
            at,
            account: analyst.id,
            account_name: "Ana Analyst".into(),
            what: "visits".into(),
            upload: Some(upload),
            children: 2,
        }
    );
    assert_eq!(store.children_of_look(id).await.unwrap(), ["W1", "W2"]);
}

async fn who_looked_at_this_child(place: Place) {
    let store = place.open().await;
    let analyst = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let manager = make(&store, "Mo Manager", Role::Manager, &[]).await.id;
    look(&store, analyst, "visits", &["W1", "W2"]).await;
    look(&store, manager, "today", &["W2"]).await;
    look(&store, manager, "plans", &["W3"]).await;
    let of = |child: &str| LookFilter {
        child: Some(child.into()),
        ..LookFilter::default()
    };
    assert_eq!(whats(&store, of("W2")).await, ["today", "visits"]);
    assert_eq!(whats(&store, of("W3")).await, ["plans"]);
    assert!(whats(&store, of("W")).await.is_empty());
}

async fn looks_are_narrowed_by_person_and_time(place: Place) {
    let store = place.open().await;
    let analyst = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let manager = make(&store, "Mo Manager", Role::Manager, &[]).await.id;
    look(&store, analyst, "visits", &["W1"]).await;
    let between = Timestamp::now();
    look(&store, manager, "today", &["W1"]).await;
    look(&store, analyst, "plans", &["W1"]).await;
    let all = LookFilter::default;
    let by = LookFilter {
        account: Some(analyst),
        ..all()
    };
    assert_eq!(whats(&store, by.clone()).await, ["plans", "visits"]);
    let from = LookFilter {
        from: Some(between),
        ..all()
    };
    assert_eq!(whats(&store, from).await, ["plans", "today"]);
    let to = LookFilter {
        to: Some(between),
        ..all()
    };
    assert_eq!(whats(&store, to).await, ["visits"]);
    let both = LookFilter {
        from: Some(between),
        ..by
    };
    assert_eq!(whats(&store, both).await, ["plans"]);
}

async fn a_long_log_is_read_in_pages(place: Place) {
    let store = place.open().await;
    let analyst = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    for what in ["first", "second", "third", "fourth", "fifth"] {
        look(&store, analyst, what, &["W1"]).await;
    }
    for (page, expected) in [
        (0, vec!["fifth", "fourth"]),
        (1, vec!["third", "second"]),
        (2, vec!["first"]),
        (3, vec![]),
    ] {
        let read = store
            .access_log(&LookFilter::default(), page, 2)
            .await
            .unwrap();
        assert_eq!(read.total, 5);
        let whats: Vec<String> = read.looks.into_iter().map(|it| it.what).collect();
        assert_eq!(whats, expected);
    }
}

async fn a_list_of_two_thousand_children_is_one_look(place: Place) {
    let store = place.open().await;
    let analyst = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let looked_after: Vec<String> = (0..2001).map(|n| format!("W{n:04}")).collect();
    let id = store
        .log_look(analyst, "looked after", None, &looked_after)
        .await
        .unwrap();
    assert_eq!(store.children_of_look(id).await.unwrap(), looked_after);
    let none: [&str; 0] = [];
    let empty = store
        .log_look(analyst, "an empty list", None, &none)
        .await
        .unwrap();
    assert!(store.children_of_look(empty).await.unwrap().is_empty());
}

async fn a_look_by_nobody_is_not_logged_in_part(place: Place) {
    let store = place.open().await;
    let refused = store
        .log_look(AccountId(99), "visits", None, &["W-SECRET"])
        .await;
    let said = format!("{0} {0:?}", refused.unwrap_err());
    assert!(!said.contains("W-SECRET"), "{said}");
    assert!(whats(&store, LookFilter::default()).await.is_empty());
    assert_eq!(place.sql("delete from access_log_children").await, 0);
}
