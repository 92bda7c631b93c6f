//! Looking after accounts.

use crate::site::Site;
use waymark_store::{Area, Role};

#[tokio::test]
async fn an_administrator_adds_an_account_and_its_owner_signs_in() {
    let site = Site::new().await;
    let mut admin = site.as_administrator().await;
    let fields = [
        ("name", "Mo Field"),
        ("sign-in-name", "Mo.Field@wayshire.example"),
        ("role", "manager"),
        ("areas", "locality:North"),
        ("areas", "team:Moorland Assessment"),
    ];
    let made = admin.post("/accounts/new", &fields).await;
    made.is(200).says("It is shown this once");
    let text = made.text();
    let password = text
        .split("Password: ")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();

    let mut mo = site.nobody();
    mo.sign_in("/sign-in", "mo.field@wayshire.example", password)
        .await
        .is(303);
    mo.get("/password").await.says("Mo Field, Manager");
    let (account, _) = site
        .store()
        .find_by_sign_in_name("mo.field@wayshire.example")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        account.areas,
        [Area::locality("North"), Area::team("Moorland Assessment")]
    );
    admin
        .get("/accounts")
        .await
        .says("North, Moorland Assessment");

    admin
        .post("/accounts/new", &fields)
        .await
        .is(422)
        .says("Another account has this sign-in name");
    admin
        .post("/accounts/new", &[])
        .await
        .is(422)
        .says("Enter their full name")
        .says("Choose what they may do");
}

#[tokio::test]
async fn a_changed_role_counts_at_once_and_areas_are_for_managers() {
    let site = Site::new().await;
    let account = site.account("Mo Field", Role::Analyst, &[]).await;
    let mut mo = site.signed_in(&account).await;
    mo.get("/uploads").await.is(200);
    let mut admin = site.as_administrator().await;
    let path = format!("/accounts/{}", account.id);
    admin
        .post(&path, &[("role", "scrutiny"), ("areas", "locality:North")])
        .await
        .is(303);
    admin.get(&path).await.says("The account is changed.");
    mo.get("/uploads").await.is(403);
    assert!(
        site.store()
            .account(account.id)
            .await
            .unwrap()
            .areas
            .is_empty()
    );
    admin
        .post(&path, &[("role", "king")])
        .await
        .is(422)
        .says("Choose what they may do");
}

#[tokio::test]
async fn a_closed_account_is_out_at_once_and_may_be_opened_again() {
    let site = Site::new().await;
    let account = site.account("Mo Field", Role::Analyst, &[]).await;
    let mut mo = site.signed_in(&account).await;
    let mut admin = site.as_administrator().await;
    let path = format!("/accounts/{}/active", account.id);
    admin.post(&path, &[("active", "no")]).await.is(303);
    assert_eq!(mo.get("/uploads").await.status, 303);
    site.nobody()
        .sign_in("/sign-in", "mo.field", "password of Mo Field")
        .await
        .is(422);
    admin.get("/accounts").await.says("Closed");
    admin.post(&path, &[("active", "yes")]).await.is(303);
    site.nobody()
        .sign_in("/sign-in", "mo.field", "password of Mo Field")
        .await
        .is(303);
}

#[tokio::test]
async fn a_new_password_is_shown_once_and_ends_the_old() {
    let site = Site::new().await;
    let account = site.account("Mo Field", Role::Analyst, &[]).await;
    let mut mo = site.signed_in(&account).await;
    let mut admin = site.as_administrator().await;
    let shown = admin
        .post(&format!("/accounts/{}/password", account.id), &[])
        .await;
    let text = shown.text();
    let password = text
        .split("Password: ")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();
    assert_eq!(mo.get("/uploads").await.status, 303);
    site.nobody()
        .sign_in("/sign-in", "mo.field", "password of Mo Field")
        .await
        .is(422);
    site.nobody()
        .sign_in("/sign-in", "mo.field", password)
        .await
        .is(303);
    admin
        .get(&format!("/accounts/{}", account.id))
        .await
        .never_says(password);
}

#[tokio::test]
async fn an_administrator_cannot_shut_everybody_out() {
    let site = Site::new().await;
    let account = site.account("Only One", Role::Administrator, &[]).await;
    let mut only = site.signed_in(&account).await;
    let path = format!("/accounts/{}", account.id);
    only.post(&path, &[("role", "chair")])
        .await
        .is(422)
        .says("You cannot change your own role");
    only.post(&format!("{path}/active"), &[("active", "no")])
        .await
        .is(422)
        .says("cannot close your own");
    only.get("/accounts").await.is(200);
}

#[tokio::test]
async fn what_is_typed_stays_text() {
    let site = Site::new().await;
    let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let mut admin = site.as_administrator().await;
    let fields = [
        ("name", evil),
        ("sign-in-name", evil),
        ("role", "manager"),
        ("areas", &format!("team:{evil}")),
    ];
    let escaped = "&lt;script&gt;alert(1)&lt;/script&gt;";
    // The checker of every page fails on a script, a handler or a label that broke out.
    for answer in [
        admin.post("/accounts/new", &fields).await,
        admin.get("/accounts").await,
    ] {
        answer.is(200);
        assert!(
            answer.body.contains("&#60;script&#62;") || answer.body.contains(escaped),
            "{}",
            answer.body
        );
    }
    admin.post("/accounts/new", &fields).await.is(422);
    let (account, _) = site
        .store()
        .find_by_sign_in_name(evil)
        .await
        .unwrap()
        .unwrap();
    admin
        .get(&format!("/accounts/{}", account.id))
        .await
        .is(200);
    let mut visitor = site.signed_in(&account).await;
    visitor.get("/password").await.is(200);
    site.nobody().sign_in("/sign-in", evil, "x").await.is(422);
    let dates = [
        ("child", evil),
        ("from-day", evil),
        ("to-year", evil),
        ("account", evil),
        ("page", evil),
    ];
    admin
        .post("/access-log", &dates)
        .await
        .is(422)
        .says("must be a real date");
}
