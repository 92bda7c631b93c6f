//! Sessions: begun, found by their token, ended.

use jiff::{SignedDuration, Timestamp};
use waymark_store::{Area, PasswordHash, Role};

use crate::accounts::make;
use crate::engines::{Place, on_both_engines};

on_both_engines!(
    a_session_is_found_by_its_token_until_it_expires,
    touching_a_session_moves_its_end,
    signing_out_ends_one_session,
    every_session_of_an_account_can_be_ended,
    a_new_password_signs_out_everywhere,
    an_inactive_account_has_no_session,
    a_changed_role_counts_at_once,
    expired_sessions_are_cleared_away,
    the_token_is_not_in_the_store,
);

fn nine_o_clock() -> Timestamp {
    "2018-04-09T09:00:00Z".parse().unwrap()
}

fn minutes(minutes: i64) -> SignedDuration {
    SignedDuration::from_mins(minutes)
}

async fn a_session_is_found_by_its_token_until_it_expires(place: Place) {
    let store = place.open().await;
    let account = make(
        &store,
        "Mo Manager",
        Role::Manager,
        &[Area::team("North 1")],
    )
    .await;
    let now = nine_o_clock();
    let new = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    assert_eq!(new.token.reveal().len(), 64);
    assert_ne!(new.token, new.csrf);
    assert_eq!(format!("{:?}", new.token), "Secret(…)");

    let token = new.token.reveal();
    let session = store
        .find_session(token, now + minutes(29))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(session.account, account);
    assert_eq!(session.csrf, new.csrf);
    assert_eq!((session.created, session.last_seen), (now, now));
    assert_eq!(session.expires, now + minutes(30));
    assert!(
        store
            .find_session(token, now + minutes(30))
            .await
            .unwrap()
            .is_none()
    );
    assert!(store.find_session("guess", now).await.unwrap().is_none());
}

async fn touching_a_session_moves_its_end(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Cat Chair", Role::Chair, &[]).await;
    let now = nine_o_clock();
    let new = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    let (token, later) = (new.token.reveal(), now + minutes(20));
    store
        .touch_session(token, later, later + minutes(30))
        .await
        .unwrap();
    let session = store
        .find_session(token, now + minutes(40))
        .await
        .unwrap()
        .unwrap();
    assert_eq!((session.created, session.last_seen), (now, later));
}

async fn signing_out_ends_one_session(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Cat Chair", Role::Chair, &[]).await;
    let now = nine_o_clock();
    let office = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    let home = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    store.delete_session(office.token.reveal()).await.unwrap();
    assert!(
        store
            .find_session(office.token.reveal(), now)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .find_session(home.token.reveal(), now)
            .await
            .unwrap()
            .is_some()
    );
}

async fn every_session_of_an_account_can_be_ended(place: Place) {
    let store = place.open().await;
    let chair = make(&store, "Cat Chair", Role::Chair, &[]).await;
    let analyst = make(&store, "Ana Analyst", Role::Analyst, &[]).await;
    let now = nine_o_clock();
    let hers = store
        .create_session(chair.id, now, now + minutes(30))
        .await
        .unwrap();
    let other = store
        .create_session(analyst.id, now, now + minutes(30))
        .await
        .unwrap();
    store.delete_sessions_of(chair.id).await.unwrap();
    assert!(
        store
            .find_session(hers.token.reveal(), now)
            .await
            .unwrap()
            .is_none()
    );
    assert!(
        store
            .find_session(other.token.reveal(), now)
            .await
            .unwrap()
            .is_some()
    );
}

async fn a_new_password_signs_out_everywhere(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Cat Chair", Role::Chair, &[]).await;
    let now = nine_o_clock();
    let new = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    let hash = PasswordHash("$argon2id$another".into());
    store
        .change_password(account.id, hash.clone())
        .await
        .unwrap();
    assert!(
        store
            .find_session(new.token.reveal(), now)
            .await
            .unwrap()
            .is_none()
    );
    let (_, kept) = store
        .find_by_sign_in_name(&account.sign_in_name)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(kept, hash);
}

async fn an_inactive_account_has_no_session(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Cat Chair", Role::Chair, &[]).await;
    let now = nine_o_clock();
    let before = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    store.set_active(account.id, false).await.unwrap();
    let after = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    assert!(
        store
            .find_session(after.token.reveal(), now)
            .await
            .unwrap()
            .is_none()
    );
    store.set_active(account.id, true).await.unwrap();
    assert!(
        store
            .find_session(before.token.reveal(), now)
            .await
            .unwrap()
            .is_none()
    );
}

async fn a_changed_role_counts_at_once(place: Place) {
    let store = place.open().await;
    let account = make(
        &store,
        "Mo Manager",
        Role::Manager,
        &[Area::team("North 1")],
    )
    .await;
    let now = nine_o_clock();
    let new = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    store
        .change_role(account.id, Role::Member, &[])
        .await
        .unwrap();
    let session = store
        .find_session(new.token.reveal(), now)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(session.account.role, Role::Member);
    assert!(session.account.areas.is_empty());
}

async fn expired_sessions_are_cleared_away(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Cat Chair", Role::Chair, &[]).await;
    let now = nine_o_clock();
    store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    let running = store
        .create_session(account.id, now, now + minutes(90))
        .await
        .unwrap();
    let later = now + minutes(60);
    assert_eq!(store.purge_expired_sessions(later).await.unwrap(), 1);
    assert!(
        store
            .find_session(running.token.reveal(), later)
            .await
            .unwrap()
            .is_some()
    );
}

async fn the_token_is_not_in_the_store(place: Place) {
    let store = place.open().await;
    let account = make(&store, "Cat Chair", Role::Chair, &[]).await;
    let now = nine_o_clock();
    let new = store
        .create_session(account.id, now, now + minutes(30))
        .await
        .unwrap();
    let by_token = |column: &str| {
        let token = new.token.reveal();
        format!("update sessions set csrf = csrf where {column} = '{token}'")
    };
    assert_eq!(place.sql(&by_token("token_sha256")).await, 0);
    assert_eq!(place.sql(&by_token("csrf")).await, 0);
    assert_eq!(place.sql("update sessions set csrf = csrf").await, 1);
}
