//! Tokens of programs: they speak for a person as that person's account stands now, until they end or are revoked.

use jiff::{SignedDuration, Timestamp};
use waymark_store::{Role, Store};

use crate::accounts::make;
use crate::engines::{Place, on_both_engines, other_than};

on_both_engines!(
    a_token_speaks_for_its_account_as_it_stands_now,
    a_token_ends_and_is_revoked_by_its_owner_only,
    the_store_holds_no_token,
    a_restored_store_lets_no_token_speak,
);

fn days(many: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * many)
}

async fn a_token_speaks_for_its_account_as_it_stands_now(place: Place) {
    let store = place.open().await;
    let now = Timestamp::now();
    let account = make(&store, "Ana Analyst", Role::Analyst, &[]).await;
    let (id, token) = store
        .create_api_token(account.id, "Power BI", now, now + days(30))
        .await
        .unwrap();
    let role = async |store: &Store| {
        let found = store.find_api_token(token.reveal(), now).await.unwrap();
        found.map(|(number, account)| (number, account.role))
    };
    assert_eq!(role(&store).await, Some((id, Role::Analyst)));
    let listed = store.api_tokens_of(account.id).await.unwrap();
    assert_eq!((listed.len(), listed[0].name.as_str()), (1, "Power BI"));
    assert!(listed[0].used.is_some() && listed[0].is_live(now));

    store
        .change_role(account.id, Role::Scrutiny, &[])
        .await
        .unwrap();
    assert_eq!(role(&store).await, Some((id, Role::Scrutiny)));
    store.set_active(account.id, false).await.unwrap();
    assert_eq!(role(&store).await, None);
}

async fn a_token_ends_and_is_revoked_by_its_owner_only(place: Place) {
    let store = place.open().await;
    let now = Timestamp::now();
    let ana = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let ben = make(&store, "Ben Chair", Role::Chair, &[]).await.id;
    let (id, token) = store
        .create_api_token(ana, "a", now, now + days(30))
        .await
        .unwrap();
    let live = async |at| {
        let found = store.find_api_token(token.reveal(), at).await.unwrap();
        found.is_some()
    };
    assert!(live(now + days(29)).await);
    assert!(!live(now + days(30)).await);
    assert!(!store.revoke_api_token(id, ben, now).await.unwrap());
    assert!(live(now).await);
    assert!(store.revoke_api_token(id, ana, now).await.unwrap());
    assert!(!live(now).await);
    assert!(!store.revoke_api_token(id, ana, now).await.unwrap());
    assert!(store.find_api_token("", now).await.unwrap().is_none());
}

async fn the_store_holds_no_token(place: Place) {
    let store = place.open().await;
    let now = Timestamp::now();
    let ana = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let (_, token) = store
        .create_api_token(ana, "a", now, now + days(30))
        .await
        .unwrap();
    let as_it_is = format!(
        "update api_tokens set name = name where token_sha256 = '{}'",
        token.reveal()
    );
    assert_eq!(place.sql(&as_it_is).await, 0);
    assert!(!format!("{token:?}").contains(token.reveal()));
}

async fn a_restored_store_lets_no_token_speak(place: Place) {
    let Some(other) = other_than(&place).await else {
        return;
    };
    let store = place.open().await;
    let now = Timestamp::now();
    let ana = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    let (_, token) = store
        .create_api_token(ana, "a", now, now + days(30))
        .await
        .unwrap();
    let file = place.file("backup");
    store.backup_to(&file).await.unwrap();
    let restored = Store::restore(&file, &other.at, false).await.unwrap();
    let found = restored.find_api_token(token.reveal(), now).await.unwrap();
    assert!(found.is_none(), "it may have been revoked since the backup");
}
