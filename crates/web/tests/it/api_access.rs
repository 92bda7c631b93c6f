//! Who gets into the API, by which right, and how a right ends.

use crate::site::{Site, Visitor, asking};
use axum::body::Body;
use axum::http::{Request, header};
use waymark_store::Role;
use waymark_web::Method;

/// A program with a token that this person made on the page.
pub(crate) async fn program(site: &Site, role: Role) -> (Visitor, String) {
    let mut person = site.visitor(role).await;
    let made = person
        .post("/api-tokens", &[("name", "A copy at home"), ("days", "30")])
        .await;
    made.is(200).says("It is shown this once");
    let text = made.text();
    let at = text.find("wmk_").unwrap();
    (site.nobody(), text[at..at + 68].to_owned())
}

pub(crate) fn bearing(way: Method, path: &str, token: &str) -> axum::http::request::Builder {
    asking(way, path).header(header::AUTHORIZATION, format!("Bearer {token}"))
}

async fn status(program: &mut Visitor, token: &str) -> u16 {
    let request = bearing(Method::Get, "/api/v1/kinds", token);
    program.send(request, Body::empty()).await.status.as_u16()
}

#[tokio::test]
async fn a_token_opens_the_api_and_nothing_else() {
    let site = Site::new().await;
    let (mut program, token) = program(&site, Role::Analyst).await;
    assert_eq!(status(&mut program, &token).await, 200);
    for path in ["/uploads", "/records", "/api-tokens", "/today"] {
        let answer = program
            .send(bearing(Method::Get, path, &token), Body::empty())
            .await;
        assert_ne!(answer.status.as_u16(), 200, "{path}");
    }
}

#[tokio::test]
async fn a_token_that_is_none_is_refused_even_beside_a_good_session() {
    let site = Site::new().await;
    let (mut nobody, token) = program(&site, Role::Chair).await;
    let mut chair = site.visitor(Role::Chair).await;
    let other = "0".repeat(64);
    let unmarked = token.trim_start_matches("wmk_").to_owned();
    for bad in ["", "x", &format!("wmk_{other}"), &unmarked] {
        assert_eq!(status(&mut nobody, bad).await, 401);
        assert_eq!(
            status(&mut chair, bad).await,
            401,
            "the token decides alone"
        );
    }
    let basic = asking(Method::Get, "/api/v1/kinds").header(header::AUTHORIZATION, "Basic eDp5");
    let answer = nobody.send(basic, Body::empty()).await;
    answer.is(401);
    assert_eq!(
        answer.headers[header::WWW_AUTHENTICATE],
        "Bearer realm=\"waymark\""
    );
    assert_eq!(
        answer.headers[header::CONTENT_TYPE],
        "application/problem+json"
    );
}

#[tokio::test]
async fn a_revoked_token_and_a_closed_account_stop_at_once_and_a_changed_role_counts_at_once() {
    let site = Site::new().await;
    let (mut bot, token) = program(&site, Role::Analyst).await;
    let (mut other_bot, other) = program(&site, Role::Member).await;
    let mut analyst = site.as_analyst().await;
    // Somebody else's token is none of theirs.
    analyst.post("/api-tokens/2/revoke", &[]).await.is(404);
    analyst.post("/api-tokens/1/revoke", &[]).await.is(303);
    assert_eq!(status(&mut bot, &token).await, 401);
    analyst.get("/api-tokens").await.says("Revoked.");

    let make = r#"{"values":{"text":"Write to every school","owners":["Headteachers"]}}"#;
    let ask = async |bot: &mut Visitor| {
        let request = bearing(Method::Post, "/api/v1/action", &other);
        bot.send(request, Body::from(make)).await.status.as_u16()
    };
    assert_eq!(ask(&mut other_bot).await, 403, "a member makes no actions");
    let member = site.store().find_by_sign_in_name("some.member").await;
    let member = member.unwrap().unwrap().0.id;
    site.store()
        .change_role(member, Role::Chair, &[])
        .await
        .unwrap();
    assert_eq!(ask(&mut other_bot).await, 201);
    site.store().set_active(member, false).await.unwrap();
    assert_eq!(status(&mut other_bot, &other).await, 401);
}

#[tokio::test]
async fn a_session_writes_only_with_its_secret_and_from_its_own_pages() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let make = r#"{"values":{"text":"Write to every school","owners":["Headteachers"]}}"#;
    let sent = |secret: &str, from: &str| {
        asking(Method::Post, "/api/v1/action")
            .header("x-csrf-token", secret)
            .header("sec-fetch-site", from)
    };
    let secret = chair.csrf.clone();
    for (secret, from, status) in [
        ("", "same-origin", 403),
        ("forged", "same-origin", 403),
        (secret.as_str(), "cross-site", 403),
        (secret.as_str(), "same-site", 403),
        (secret.as_str(), "same-origin", 201),
    ] {
        chair
            .send(sent(secret, from), Body::from(make))
            .await
            .is(status);
    }
    // A page elsewhere that reads with the cookie is nobody.
    let read = Request::get("/api/v1/action").header("sec-fetch-site", "cross-site");
    chair.send(read, Body::empty()).await.is(401);
    chair.get("/api/v1/action").await.is(200);
}

#[tokio::test]
async fn a_token_needs_a_name_and_an_end_and_is_never_in_an_address() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    for (name, days) in [
        ("", "30"),
        ("x", ""),
        ("x", "9999"),
        (&"x".repeat(101), "30"),
    ] {
        chair
            .post("/api-tokens", &[("name", name), ("days", days)])
            .await
            .is(422);
    }
    for _ in 0..20 {
        let fields = [("name", "<b>bot</b>"), ("days", "90")];
        chair.post("/api-tokens", &fields).await.is(200);
    }
    let fields = [("name", "one more"), ("days", "90")];
    chair
        .post("/api-tokens", &fields)
        .await
        .is(422)
        .says("You have 20");
    let page = chair.get("/api-tokens").await;
    page.is(200).says("<b>bot</b>").never_says("wmk_");
}

#[tokio::test]
async fn what_is_refused_is_refused_in_json() {
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    for (path, status) in [
        ("/api/v1/none", 404),
        ("/api/v1/action/1", 404),
        ("/api/v1/action/x", 404),
        ("/api/v1/a/b/c/d/e/f", 404),
        ("/api/v1/action?colour=red", 400),
        ("/api/v1/action?limit=0", 400),
        ("/api/v1/action?cursor=1", 400),
        ("/api/v1/action?state=happy", 400),
        ("/api/v1/action?changed_since=yesterday", 400),
        ("/api/v1/action?limit=1&limit=2", 400),
    ] {
        let answer = chair.get(path).await;
        answer.is(status);
        assert_eq!(
            answer.headers[header::CONTENT_TYPE],
            "application/problem+json",
            "{path}"
        );
        let told: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(told["status"], status, "{path}");
    }
    let answer = chair.json(Method::Put, "/api/v1/kinds", "{}").await;
    answer.is(405);
    assert!(answer.headers.contains_key(header::ALLOW));
    let form = Request::post("/api/v1/action")
        .header("x-csrf-token", chair.csrf.clone())
        .header(header::CONTENT_TYPE, "text/plain");
    chair.send(form, Body::from("{}")).await.is(415);
    let huge = format!("{{\"values\":\"{}\"}}", "x".repeat(3_000_000));
    chair
        .json(Method::Post, "/api/v1/action", &huge)
        .await
        .is(413);
    for broken in [
        "",
        "[",
        "{\"values\":",
        "\u{1}",
        "{\"values\":{\"text\":\"\\ud800\"}}",
    ] {
        chair
            .json(Method::Post, "/api/v1/action", broken)
            .await
            .is(400);
    }
    let deep = "[".repeat(10_000);
    chair
        .json(Method::Post, "/api/v1/action", &deep)
        .await
        .is(400);
}
