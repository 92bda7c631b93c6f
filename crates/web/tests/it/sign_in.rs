//! Signing in: who gets in, how guessing is slowed, what a stolen or forged cookie is worth.

use crate::site::{Site, options, secret_in};
use axum::body::Body;
use axum::http::{Request, header};
use jiff::{SignedDuration, Timestamp};
use waymark_store::{Role, Tried};
use waymark_web::Options;
use waymark_web::demo::{DEMO_ACCOUNTS, make_demo_accounts};

#[tokio::test]
async fn a_person_signs_in_and_out() {
    let site = Site::new().await;
    site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let mut ana = site.nobody();
    let sent_away = ana.get("/uploads").await;
    assert_eq!(
        (sent_away.status.as_u16(), sent_away.to()),
        (303, "/sign-in?next=/uploads")
    );

    let answer = ana
        .sign_in(
            "/sign-in?next=/uploads",
            " ANA.Bloggs ",
            "password of Ana Bloggs",
        )
        .await;
    assert_eq!(
        (answer.status.as_u16(), answer.to()),
        (303, "/uploads"),
        "{}",
        answer.text()
    );
    ana.get("/uploads")
        .await
        .is(200)
        .says("Ana Bloggs, Analyst");
    // Signed in already: there is nothing to do on that page.
    assert_eq!(ana.get("/sign-in").await.to(), "/");

    let before = ana.cookies.clone();
    let out = ana.post("/sign-out", &[]).await;
    assert_eq!((out.status.as_u16(), out.to()), (303, "/sign-in"));
    ana.get("/sign-in").await.says("You have signed out.");
    ana.get("/sign-in").await.never_says("You have signed out.");
    // The session is gone, not only the cookie.
    ana.cookies = before;
    assert_eq!(ana.get("/uploads").await.status, 303);
}

#[tokio::test]
async fn nobody_is_told_which_of_name_and_password_is_wrong() {
    let site = Site::new().await;
    let closed = site.account("Cleo Closed", Role::Analyst, &[]).await;
    site.store().set_active(closed.id, false).await.unwrap();
    site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let tries = [
        ("ana.bloggs", "wrong"),
        ("nobody.here", "password of Ana Bloggs"),
        ("cleo.closed", "password of Cleo Closed"),
        ("ana.bloggs", ""),
    ];
    for (name, password) in tries {
        let answer = site.nobody().sign_in("/sign-in", name, password).await;
        let words = if password.is_empty() {
            "Enter your password"
        } else {
            "The sign-in name or the password is not right"
        };
        answer.is(422).says(words).never_says("wrong\"");
        assert!(
            answer.body.contains("<title>Error: "),
            "the title says that something is wrong"
        );
    }
}

#[tokio::test]
async fn after_eight_failures_a_name_waits_even_with_the_right_password() {
    let site = Site::new().await;
    site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let store = site.store();
    for _ in 0..7 {
        store
            .record_attempt("ana.bloggs", "198.51.100.7", false, Timestamp::now())
            .await
            .unwrap();
    }
    site.nobody()
        .sign_in("/sign-in", "ana.bloggs", "guess")
        .await
        .is(422);
    let right = ("ana.bloggs", "password of Ana Bloggs");
    site.nobody()
        .sign_in("/sign-in", right.0, right.1)
        .await
        .is(429)
        .says("Wait 15 minutes");
    // Somebody else at the same address may still come in.
    site.account("Ben Hale", Role::Chair, &[]).await;
    site.nobody()
        .sign_in("/sign-in", "ben.hale", "password of Ben Hale")
        .await
        .is(303);
}

#[tokio::test]
async fn a_hundred_tries_at_once_are_counted_too() {
    let site = Site::new().await;
    site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let mut visitor = site.nobody();
    let secret = secret_in(&visitor.get("/sign-in").await.body);
    let mut tries = tokio::task::JoinSet::new();
    for _ in 0..30 {
        let (mut visitor, secret) = (visitor.clone(), secret.clone());
        tries.spawn(async move {
            let fields = [
                ("csrf", secret.as_str()),
                ("name", "ana.bloggs"),
                ("password", "guess"),
            ];
            visitor.post_bare("/sign-in", &fields).await.status.as_u16()
        });
    }
    let answers = tries.join_all().await;
    let looked_at = answers.iter().filter(|it| **it == 422).count();
    assert!((8..=10).contains(&looked_at), "{looked_at} of {answers:?}");
}

#[tokio::test]
async fn an_address_waits_after_fifty_failures_whatever_it_says_of_itself() {
    let site = Site::new().await;
    site.account("Ana Bloggs", Role::Analyst, &[]).await;
    for name in 0..49 {
        let name = format!("name {name}");
        site.store()
            .record_attempt(&name, "192.0.2.1", false, Timestamp::now())
            .await
            .unwrap();
    }
    let mut visitor = site.nobody();
    let secret = secret_in(&visitor.get("/sign-in").await.body);
    let body = format!("csrf={secret}&name=somebody&password=guess");
    let request = Request::post("/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        // Without a proxy in front anybody may write this.
        .header("x-forwarded-for", "203.0.113.9");
    visitor.send(request, Body::from(body)).await.is(422);
    let ago = Timestamp::now() - SignedDuration::from_mins(1);
    assert_eq!(
        site.store()
            .failures_since(Tried::Address("203.0.113.9"), ago)
            .await
            .unwrap(),
        0
    );
    visitor
        .sign_in("/sign-in", "ana.bloggs", "password of Ana Bloggs")
        .await
        .is(429);
}

#[tokio::test]
async fn behind_a_proxy_the_last_forwarded_address_counts() {
    let site = Site::with(Options {
        behind_proxy: true,
        ..options()
    })
    .await;
    let mut visitor = site.nobody();
    let secret = secret_in(&visitor.get("/sign-in").await.body);
    let body = format!("csrf={secret}&name=somebody&password=guess");
    let request = Request::post("/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("x-forwarded-for", "10.0.0.1, 203.0.113.9");
    visitor.send(request, Body::from(body)).await.is(422);
    let ago = Timestamp::now() - SignedDuration::from_mins(1);
    let failures = async |address| {
        site.store()
            .failures_since(Tried::Address(address), ago)
            .await
            .unwrap()
    };
    assert_eq!(
        (failures("203.0.113.9").await, failures("10.0.0.1").await),
        (1, 0)
    );
}

#[tokio::test]
async fn a_session_begins_with_a_token_nobody_has_seen() {
    let site = Site::new().await;
    site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let mut ana = site.nobody();
    // Somebody planted a cookie of their own before: it must not become Ana's session.
    let planted = "a".repeat(64);
    ana.cookies
        .push(("waymark-session".into(), planted.clone()));
    let answer = ana
        .sign_in("/sign-in", "ana.bloggs", "password of Ana Bloggs")
        .await;
    answer.is(303);
    let mut thief = site.nobody();
    thief.cookies.push(("waymark-session".into(), planted));
    assert_eq!(thief.get("/uploads").await.status, 303);

    // Signing in again ends the session before.
    let before = ana.clone();
    ana.cookies.retain(|(name, _)| name == "waymark-session");
    let kept = ana.cookies.clone();
    let mut again = site.nobody();
    let form = again.get("/sign-in").await;
    again.cookies.extend(kept);
    let secret = secret_in(&form.body);
    let fields = [
        ("csrf", secret.as_str()),
        ("name", "ana.bloggs"),
        ("password", "password of Ana Bloggs"),
    ];
    again.post_bare("/sign-in", &fields).await.is(303);
    assert_eq!(
        before.clone().get("/uploads").await.status,
        303,
        "the old session is ended"
    );
    again.get("/uploads").await.is(200);
}

#[tokio::test]
async fn cookies_cannot_be_read_by_scripts_nor_sent_by_other_sites() {
    for (behind_proxy, name) in [(false, "waymark-session"), (true, "__Host-waymark-session")] {
        let site = Site::with(Options {
            behind_proxy,
            ..options()
        })
        .await;
        site.account("Ana Bloggs", Role::Analyst, &[]).await;
        let mut ana = site.nobody();
        let answer = ana
            .sign_in("/sign-in", "ana.bloggs", "password of Ana Bloggs")
            .await;
        let set: Vec<&str> = answer
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .map(|it| it.to_str().unwrap())
            .collect();
        let session = set.iter().find(|it| it.starts_with(name)).unwrap();
        assert!(
            session.contains("; Path=/; HttpOnly; SameSite=Lax"),
            "{session}"
        );
        assert_eq!(session.contains("; Secure"), behind_proxy, "{session}");
        assert!(!session.contains("Domain"), "{session}");
    }
}

#[tokio::test]
async fn a_forged_or_ended_cookie_signs_nobody_in() {
    let site = Site::new().await;
    let account = site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let now = Timestamp::now();
    let hour = SignedDuration::from_hours(1);
    let ended = site
        .store()
        .create_session(account.id, now - hour * 2, now - hour)
        .await
        .unwrap();
    for forged in [
        ended.token.reveal(),
        "",
        "x",
        "' or 1=1 --",
        &"0".repeat(64),
        "../../etc/passwd",
    ] {
        let mut visitor = site.nobody();
        visitor
            .cookies
            .push(("waymark-session".into(), forged.to_owned()));
        assert_eq!(visitor.get("/uploads").await.status, 303, "{forged}");
    }
}

#[tokio::test]
async fn a_session_in_use_is_kept_and_one_of_twelve_hours_is_not() {
    let site = Site::new().await;
    let account = site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let now = Timestamp::now();
    let minutes = SignedDuration::from_mins;
    let began = now - minutes(11 * 60 + 58);
    let session = site
        .store()
        .create_session(account.id, began, now + minutes(1))
        .await
        .unwrap();
    let mut ana = site.nobody();
    ana.cookies
        .push(("waymark-session".into(), session.token.reveal().into()));
    ana.get("/uploads").await.is(200);
    let kept = site
        .store()
        .find_session(session.token.reveal(), now)
        .await
        .unwrap()
        .unwrap();
    assert!(kept.expires > now + minutes(1), "using it moves its end");
    assert!(
        kept.expires <= began + minutes(12 * 60),
        "but not beyond twelve hours after signing in"
    );
}

#[tokio::test]
async fn signing_in_never_leads_away() {
    let site = Site::new().await;
    site.account("Ana Bloggs", Role::Analyst, &[]).await;
    for next in [
        "//evil.example",
        "https://evil.example",
        "/%5Cevil.example",
        "/%0d%0aX-Evil:%201",
        "/%09/evil.example",
    ] {
        let mut ana = site.nobody();
        let answer = ana
            .sign_in(
                &format!("/sign-in?next={next}"),
                "ana.bloggs",
                "password of Ana Bloggs",
            )
            .await;
        assert_eq!(answer.to(), "/", "{next}");
        assert_eq!(
            ana.get(&format!("/sign-in?next={next}")).await.to(),
            "/",
            "{next}"
        );
    }
}

#[tokio::test]
async fn demonstration_accounts_work_in_the_demonstration_only() {
    for demo in [true, false] {
        let site = Site::with(Options { demo, ..options() }).await;
        make_demo_accounts(site.store()).await.unwrap();
        make_demo_accounts(site.store()).await.unwrap();
        let page = site.nobody().get("/sign-in").await;
        for account in DEMO_ACCOUNTS {
            assert_eq!(
                page.body.contains(account.password),
                demo,
                "{}",
                account.sign_in_name
            );
        }
        let chair = &DEMO_ACCOUNTS[0];
        let answer = site
            .nobody()
            .sign_in("/sign-in", chair.sign_in_name, chair.password)
            .await;
        assert_eq!(answer.status.as_u16(), if demo { 303 } else { 422 });
    }
}
