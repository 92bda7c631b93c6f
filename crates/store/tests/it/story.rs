//! A month in the life of a store, told once from start to end.

use jiff::{SignedDuration, Timestamp};
use waymark_store::{Accepted, Area, LookFilter, Role, Store, Tried, UploadState};

use crate::accounts::make;
use crate::engines::{Place, on_both_engines};
use crate::uploads::annex_a;

on_both_engines!(a_month);

async fn a_month(place: Place) {
    // An administrator sets up the council's people.
    let store = place.open().await;
    let admin = make(&store, "Ada Administrator", Role::Administrator, &[]).await;
    let analyst = make(&store, "Ana Analyst", Role::Analyst, &[]).await;
    let north = [Area::locality("North")];
    let manager = make(&store, "Mo Manager", Role::Manager, &north).await;

    // The analyst mistypes her password once, then is in.
    let now = Timestamp::now();
    let (name, address) = (analyst.sign_in_name.as_str(), "10.0.0.1");
    store
        .record_attempt(name, address, false, now)
        .await
        .unwrap();
    let failures = store.failures_since(Tried::Name(name), now).await.unwrap();
    assert_eq!(failures, 1);
    store
        .record_attempt(name, address, true, now)
        .await
        .unwrap();
    let evening = now + SignedDuration::from_hours(8);
    let session = store
        .create_session(analyst.id, now, evening)
        .await
        .unwrap();

    // She uploads the March return. By mistake she sends it twice.
    let cookie = session.token.reveal();
    let who = store
        .find_session(cookie, now)
        .await
        .unwrap()
        .unwrap()
        .account;
    let march = || {
        let mut new = annex_a("Annex A March.xlsx", "W1\nW2\n");
        new.by = Some(who.id);
        new
    };
    let Accepted::New(first) = store.add_upload(march()).await.unwrap() else {
        panic!("nothing was there before")
    };
    assert_eq!(
        store.add_upload(march()).await.unwrap(),
        Accepted::Already(first)
    );

    // The manager looks at his children; that is on the record.
    store
        .log_look(manager.id, "today", Some(first), &["W1", "W2"])
        .await
        .unwrap();

    // The return had a child too few: a corrected one is sent. The first one stays as it was.
    let Accepted::New(second) = store
        .add_upload(annex_a("Annex A March v2.xlsx", "W1\nW2\nW3\n"))
        .await
        .unwrap()
    else {
        panic!("other bytes")
    };
    assert!(store.files(first).await.unwrap() == march().files);

    // Another council's return slips in and is deleted, with who and why.
    let stray = store
        .add_upload(annex_a("Elsewhere.xlsx", "E1\n"))
        .await
        .unwrap()
        .id();
    store
        .delete_upload(stray, Some(admin.id), "another council's children")
        .await
        .unwrap();
    let listed = store.uploads().await.unwrap();
    assert_eq!(
        listed.iter().map(|it| it.id).collect::<Vec<_>>(),
        [stray, second, first]
    );
    let UploadState::Deleted {
        by_name, reason, ..
    } = &listed[0].state
    else {
        panic!("deleted")
    };
    assert_eq!(by_name.as_deref(), Some("Ada Administrator"));
    assert_eq!(reason, "another council's children");
    assert_eq!(listed[2].by_name.as_deref(), Some("Ana Analyst"));

    // A parent asks who has looked at W1.
    let of_w1 = LookFilter {
        child: Some("W1".into()),
        ..LookFilter::default()
    };
    let looks = store.access_log(&of_w1, 0, 20).await.unwrap().looks;
    assert_eq!(looks.len(), 1);
    assert_eq!(looks[0].account_name, "Mo Manager");

    // The analyst leaves. Her cookie opens nothing; her name stays on what she sent.
    store.set_active(analyst.id, false).await.unwrap();
    assert!(store.find_session(cookie, now).await.unwrap().is_none());

    // The nightly backup can be opened and says the same.
    let backup = place.file("nightly.db");
    store.backup_to(&backup).await.unwrap();
    let copy = Store::open(backup.to_str().unwrap()).await.unwrap();
    assert_eq!(copy.uploads().await.unwrap(), listed);
}
