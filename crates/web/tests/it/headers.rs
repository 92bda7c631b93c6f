//! What every answer carries, and what is served beside the pages.

use crate::site::{Site, options};
use axum::body::Body;
use axum::http::{Request, header};
use waymark_web::{House, Options, app};

#[tokio::test]
async fn nothing_inline_runs_and_nothing_is_left_behind() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    for path in ["/uploads", "/no-such-page", "/sign-in"] {
        let answer = analyst.get(path).await;
        let get = |name: &str| {
            answer
                .headers
                .get(name)
                .map_or("", |it| it.to_str().unwrap())
        };
        let policy = get("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self'"),
            "{policy}"
        );
        for part in [
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(get("x-content-type-options"), "nosniff");
        assert_eq!(get("referrer-policy"), "no-referrer");
        assert_eq!(get("cache-control"), "no-store");
        assert_eq!(get("x-robots-tag"), "noindex, nofollow");
        assert!(get("permissions-policy").contains("camera=()"));
        assert_eq!(
            get("strict-transport-security"),
            "",
            "without TLS it would lock the site out"
        );
    }
    let site = Site::with(Options {
        behind_proxy: true,
        ..options()
    })
    .await;
    let answer = site.nobody().get("/sign-in").await;
    assert!(
        answer
            .headers
            .contains_key(header::STRICT_TRANSPORT_SECURITY)
    );
}

#[tokio::test]
async fn everything_a_page_names_is_served_and_may_be_kept() {
    let site = Site::with(Options {
        colour: "#ffdd00".into(),
        logo: Some((
            b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(),
            "image/svg+xml".into(),
        )),
        ..options()
    })
    .await;
    let mut analyst = site.as_analyst().await;
    let page = analyst.get("/uploads/new").await;
    let named: Vec<String> = crate::html::tags(&page.body)
        .iter()
        .filter(|it| matches!(it.name.as_str(), "link" | "script" | "img"))
        .map(|it| {
            if it.name == "link" {
                it.get("href")
            } else {
                it.get("src")
            }
            .to_owned()
        })
        .collect();
    assert_eq!(
        named.len(),
        6,
        "icon, two styles, two scripts, the logo: {named:?}"
    );
    for path in named {
        let answer = site.nobody().get(&path).await;
        answer.is(200);
        let cache = answer.headers[header::CACHE_CONTROL].to_str().unwrap();
        assert!(cache.starts_with("public, max-age="), "{path}: {cache}");
        assert_eq!(cache.contains("immutable"), path != "/logo", "{path}");
        if path.starts_with("/brand.css") {
            assert!(answer.body.contains("--brand:#ffdd00"), "{}", answer.body);
        }
    }
    assert!(
        site.nobody()
            .get("/robots.txt")
            .await
            .body
            .contains("Disallow: /")
    );
    site.nobody().get("/assets/../Cargo.toml").await.is(404);
}

#[tokio::test]
async fn health_says_what_works() {
    let site = Site::new().await;
    let well = site.nobody().get("/healthz").await;
    well.is(200);
    assert!(well.body.contains(r#""store":"answers""#), "{}", well.body);

    // The returns have not been read yet.
    let starting = House::new(site.store().clone(), options());
    let request = Request::get("/healthz").body(Body::empty()).unwrap();
    let answer = tower::ServiceExt::oneshot(app(starting), request)
        .await
        .unwrap();
    assert_eq!(answer.status(), 503);

    site.store().close().await;
    let ill = site.nobody().get("/healthz").await;
    ill.is(503);
    assert!(ill.body.contains("does not answer"), "{}", ill.body);
    // A page says so too, and that nothing is lost.
    let mut visitor = site.nobody();
    visitor.cookies.push(("waymark-session".into(), "x".into()));
    visitor
        .get("/uploads")
        .await
        .is(500)
        .says("No return, figure or account was lost");
}

#[tokio::test]
async fn what_is_not_there_gets_a_page_with_a_way_on() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    for path in [
        "/no-such-page",
        "/uploads/999",
        "/uploads/x",
        "/uploads/1/checks/none",
        "/accounts.php",
    ] {
        analyst
            .get(path)
            .await
            .is(404)
            .says("Page not found")
            .says("Go to the first page");
    }
    analyst
        .get("/accounts")
        .await
        .is(403)
        .says("You cannot see this page")
        .says("for administrators");
}

#[tokio::test]
async fn a_form_from_another_site_is_refused_before_it_is_read() {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    for (from, status) in [
        ("cross-site", 403),
        ("same-site", 403),
        ("same-origin", 303),
    ] {
        let body = format!("csrf={}", analyst.csrf);
        let request = Request::post("/uploads/noted")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", from);
        analyst.send(request, Body::from(body)).await.is(status);
    }
}
