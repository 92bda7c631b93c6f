//! The access log: who looked at which child.

use crate::site::Site;
use waymark_store::Role;

#[tokio::test]
async fn an_administrator_finds_who_looked_at_a_child() {
    let site = Site::new().await;
    let ana = site.account("Ana Bloggs", Role::Analyst, &[]).await;
    let ben = site.account("Ben Hale", Role::Manager, &[]).await;
    let store = site.store();
    store
        .log_look(ana.id, "assessments in time", None, &["K001", "K002"])
        .await
        .unwrap();
    store
        .log_look(ben.id, "today", None, &["K003"])
        .await
        .unwrap();
    let mut admin = site.as_administrator().await;

    admin
        .get("/access-log")
        .await
        .is(200)
        .says("2 looks")
        .says("Ana Bloggs")
        .says("Ben Hale");
    let found = admin.post("/access-log", &[("child", " K002 ")]).await;
    found.is(200).says("1 look,").says("assessments in time");
    assert!(!found.text().contains("today 1") && !found.text().contains("today None"));
    admin
        .post("/access-log", &[("child", "K00")])
        .await
        .says("Nobody has looked");
    admin
        .post("/access-log", &[("account", &ben.id.to_string())])
        .await
        .says("1 look,")
        .says("today");
    let old = [("to-day", "31"), ("to-month", "12"), ("to-year", "2017")];
    admin
        .post("/access-log", &old)
        .await
        .is(200)
        .says("Nobody has looked");
    let wrong = [
        ("from-day", "31"),
        ("from-month", "2"),
        ("from-year", "2018"),
    ];
    admin
        .post("/access-log", &wrong)
        .await
        .is(422)
        .says("The first day must be a real date");

    let page = admin.get("/access-log").await;
    let links: Vec<String> = crate::html::tags(&page.body)
        .iter()
        .map(|it| it.get("href").to_owned())
        .filter(|it| it.starts_with("/access-log/"))
        .collect();
    // The newest first, so Ana's is the second.
    admin.get(&links[1]).await.says("K001 K002");
}

#[tokio::test]
async fn a_long_log_is_read_page_by_page_without_the_child_in_an_address() {
    let site = Site::new().await;
    let ana = site.account("Ana Bloggs", Role::Analyst, &[]).await;
    for look in 0..51 {
        site.store()
            .log_look(ana.id, &format!("list {look}"), None, &["K001"])
            .await
            .unwrap();
    }
    let mut admin = site.as_administrator().await;
    let first = admin.post("/access-log", &[("child", "K001")]).await;
    first.says("51 looks").says("list 50").says("Older");
    assert!(!first.text().contains("list 0 "));
    for tag in crate::html::tags(&first.body) {
        assert!(!tag.get("href").contains("K001") && !tag.get("action").contains("K001"));
    }
    admin
        .post("/access-log", &[("child", "K001"), ("page", "1")])
        .await
        .says("list 0 ")
        .says("Newer");
}
