//! Changing one's own password.

use crate::site::Site;
use waymark_store::Role;

#[tokio::test]
async fn a_person_changes_their_password_and_is_out_everywhere_else() {
    let site = Site::new().await;
    let account = site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let mut elsewhere = site.signed_in(&account).await;
    let mut ana = site.signed_in(&account).await;
    let old = "password of Ana Bloggs";
    let mut change = async |current, new, again| {
        ana.post(
            "/password",
            &[("current", current), ("new", new), ("again", again)],
        )
        .await
    };
    change("guess", "correct horse battery", "correct horse battery")
        .await
        .is(422)
        .says("This is not your password");
    change(old, "short", "short")
        .await
        .is(422)
        .says("12 characters or more");
    change(old, "ana.bloggs 2018", "ana.bloggs 2018")
        .await
        .is(422)
        .says("must not hold your sign-in name");
    change(old, "correct horse battery", "correct horse batter")
        .await
        .is(422)
        .says("not the same");
    change("", "", "")
        .await
        .is(422)
        .says("Enter your password")
        .says("Enter a new password");
    let changed = change(old, "correct horse battery", "correct horse battery").await;
    changed.is(303);

    ana.get("/password")
        .await
        .is(200)
        .says("Your password is changed");
    assert_eq!(elsewhere.get("/password").await.status, 303);
    site.nobody()
        .sign_in("/sign-in", "ana.bloggs", old)
        .await
        .is(422);
    site.nobody()
        .sign_in("/sign-in", "ana.bloggs", "correct horse battery")
        .await
        .is(303);
}

#[tokio::test]
async fn an_open_browser_does_not_let_a_passer_by_guess_the_password() {
    let site = Site::new().await;
    let account = site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let mut passer_by = site.signed_in(&account).await;
    let fields = [
        ("current", "guess"),
        ("new", "correct horse battery"),
        ("again", "correct horse battery"),
    ];
    for _ in 0..8 {
        passer_by.post("/password", &fields).await.is(422);
    }
    let fields = [("current", "password of Ana Bloggs"), fields[1], fields[2]];
    passer_by
        .post("/password", &fields)
        .await
        .is(422)
        .says("too many tries");
}
