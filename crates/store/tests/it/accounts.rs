//! Accounts: made, found, changed, never deleted.

use waymark_store::{Account, AccountId, Area, NewAccount, PasswordHash, Role, Store, StoreError};

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    an_account_is_found_by_its_sign_in_name_however_it_is_typed,
    a_sign_in_name_belongs_to_one_account,
    a_role_and_its_areas_change_together,
    accounts_are_listed_by_name_with_their_areas,
    an_inactive_account_keeps_its_name,
    an_account_that_never_was_is_said_so,
);

pub(crate) async fn make(store: &Store, name: &str, role: Role, areas: &[Area]) -> Account {
    store
        .create_account(NewAccount {
            sign_in_name: format!("{}@wayshire.example", name.replace(' ', ".")),
            name: name.into(),
            role,
            areas: areas.to_vec(),
            password_hash: PasswordHash("$argon2id$…".into()),
        })
        .await
        .unwrap()
}

async fn an_account_is_found_by_its_sign_in_name_however_it_is_typed(place: Place) {
    let store = place.open().await;
    let north = [Area::team("North 1"), Area::locality("North")];
    let made = make(&store, "Mo Manager", Role::Manager, &north).await;
    assert_eq!(made.sign_in_name, "mo.manager@wayshire.example");
    assert_eq!(made.areas, [Area::locality("North"), Area::team("North 1")]);
    assert!(made.active);

    let typed = " MO.Manager@Wayshire.example ";
    let (found, hash) = store.find_by_sign_in_name(typed).await.unwrap().unwrap();
    assert_eq!(found, made);
    assert_eq!(hash.0, "$argon2id$…");
    assert_eq!(format!("{hash:?}"), "PasswordHash(…)");
    assert!(
        store
            .find_by_sign_in_name("nobody")
            .await
            .unwrap()
            .is_none()
    );
}

async fn a_sign_in_name_belongs_to_one_account(place: Place) {
    let store = place.open().await;
    make(&store, "Ana Analyst", Role::Analyst, &[]).await;
    let new = |sign_in_name: &str| NewAccount {
        sign_in_name: sign_in_name.into(),
        name: "Another Ana".into(),
        role: Role::Chair,
        areas: vec![],
        password_hash: PasswordHash(String::new()),
    };
    let taken = store
        .create_account(new("ANA.analyst@wayshire.example"))
        .await;
    assert!(matches!(taken, Err(StoreError::NameTaken)));
    let blank = store.create_account(new("  ")).await;
    assert!(matches!(blank, Err(StoreError::NoName)));
    assert_eq!(store.accounts().await.unwrap().len(), 1);
}

async fn a_role_and_its_areas_change_together(place: Place) {
    let store = place.open().await;
    let north = [Area::locality("North")];
    let id = make(&store, "Mo Manager", Role::Manager, &north).await.id;
    let south = [Area::district("Southmarsh"), Area::district("Southmarsh")];
    store.change_role(id, Role::Manager, &south).await.unwrap();
    let moved = store.account(id).await.unwrap();
    assert_eq!(moved.areas, [Area::district("Southmarsh")]);
    store.change_role(id, Role::Chair, &[]).await.unwrap();
    let now = store.account(id).await.unwrap();
    assert_eq!((now.role, now.areas), (Role::Chair, vec![]));
    assert!(now.changed > now.created);
}

async fn accounts_are_listed_by_name_with_their_areas(place: Place) {
    let store = place.open().await;
    make(&store, "Zoë Chair", Role::Chair, &[]).await;
    make(&store, "adam analyst", Role::Analyst, &[]).await;
    make(
        &store,
        "Mo Manager",
        Role::Manager,
        &[Area::team("North 1")],
    )
    .await;
    let accounts = store.accounts().await.unwrap();
    let names: Vec<&str> = accounts.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["adam analyst", "Mo Manager", "Zoë Chair"]);
    assert_eq!(accounts[1].areas, [Area::team("North 1")]);
    assert!(accounts[2].areas.is_empty());
}

async fn an_inactive_account_keeps_its_name(place: Place) {
    let store = place.open().await;
    let id = make(&store, "Ana Analyst", Role::Analyst, &[]).await.id;
    store.set_active(id, false).await.unwrap();
    let gone = store.account(id).await.unwrap();
    assert_eq!((gone.name.as_str(), gone.active), ("Ana Analyst", false));
    store.set_active(id, true).await.unwrap();
    assert!(store.account(id).await.unwrap().active);
}

async fn an_account_that_never_was_is_said_so(place: Place) {
    let store = place.open().await;
    let none = AccountId(9);
    let hash = PasswordHash("x".into());
    for said in [
        store.account(none).await.map(drop),
        store.change_role(none, Role::Chair, &[]).await,
        store.change_password(none, hash).await,
        store.set_active(none, false).await,
    ] {
        assert!(matches!(said, Err(StoreError::NoSuchAccount(it)) if it == none));
    }
}
