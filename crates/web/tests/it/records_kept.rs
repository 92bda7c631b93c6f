//! Records in lists and files, deleted and brought back, and erased.

use crate::records_site::{action, keep, number};
use crate::site::Site;
use waymark_programme::{Values, kinds};
use waymark_store::Role;

#[tokio::test]
async fn deleting_keeps_a_record_with_its_reason_until_it_is_brought_back() {
    let site = Site::new().await;
    let record = keep(&site, &kinds::ACTION, action("Write to schools")).await;
    let path = format!("/records/action/{record}");
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    clerk
        .post(&format!("{path}/delete"), &[("read", "1")])
        .await
        .is(422)
        .says("Say why");
    clerk
        .post(
            &format!("{path}/delete"),
            &[("read", "1"), ("reason", "Twice")],
        )
        .await
        .is(303);
    let mut member = site.visitor(Role::Member).await;
    member.get(&path).await.is(404);
    member
        .get("/records/action?deleted=yes")
        .await
        .never_says("Write to schools");
    clerk
        .get("/records/action")
        .await
        .says("There are no actions yet");
    clerk
        .get("/records/action?deleted=yes")
        .await
        .says("Write to schools");
    clerk.get("/search?q=schools").await.says("0 records");
    clerk
        .get(&path)
        .await
        .is(200)
        .says("This record is deleted.");
    clerk.get(&format!("{path}/edit")).await.is(403);
    clerk
        .post(
            &format!("{path}/restore"),
            &[("read", "2"), ("reason", "Not twice")],
        )
        .await
        .is(303);
    member.get(&path).await.is(200);
    clerk
        .get(&format!("{path}/history"))
        .await
        .says("Why: Twice")
        .says("Why: Not twice");
}

#[tokio::test]
async fn a_list_is_filtered_sorted_paged_and_taken_home() {
    let site = Site::new().await;
    for number in 1..=120 {
        let values = Values::new()
            .with("text", format!("Action number {number:03}"))
            .with_list("owners", [if number % 2 == 0 { "MASH" } else { "Health" }])
            .with("area", if number <= 10 { "North" } else { "South" })
            .with("due", format!("2018-05-{:02}", number % 28 + 1));
        keep(&site, &kinds::ACTION, values).await;
    }
    let risky = keep(&site, &kinds::ACTION, action("=HYPERLINK(\"http://x\")")).await;
    let mut member = site.visitor(Role::Member).await;
    member
        .get("/records/action")
        .await
        .says("121 actions, page 1 of 3")
        .says("Next page");
    member
        .get("/records/action?page=3&sort=reference")
        .await
        .says("Action number 120");
    member
        .get("/records/action?page=9999")
        .await
        .is(200)
        .says("page 3 of 3");
    member
        .get("/records/action?area=North")
        .await
        .says("10 actions");
    member
        .get("/records/action?area=North&owner=mash")
        .await
        .says("5 actions");
    member
        .get("/records/action?q=number+007&state=any-open")
        .await
        .says("1 action")
        .says("Action number 007");
    member
        .get("/records/action?state=closed")
        .await
        .says("No actions that you may read fit");
    member
        .get("/records/action?from=1/5/2018&to=1+5+2018")
        .await
        .says("4 actions");
    member
        .get("/records/action?from=31/2/2018")
        .await
        .is(422)
        .says("Write a real day");
    let csv = member.get("/records/action/list.csv?area=North").await;
    assert_eq!(csv.body.lines().count(), 11, "{}", csv.body);
    assert!(csv.body.contains("Reference,State,What is to be done"));
    let all = member.get("/records/action/list.csv").await;
    assert!(
        all.body
            .contains(&format!("ACT-{risky},Open,\"'=HYPERLINK"))
    );
    let book = member.get("/records/action/list.xlsx?area=North").await;
    assert!(book.body.starts_with("PK"));
    assert!(
        book.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment; filename=\"action-")
    );
    member.get("/records").await.says("Actions").says("121");
    member
        .get("/records/meeting")
        .await
        .says("There are no meetings yet that you may read");
    member.get("/records/nonsense").await.is(404);
    member.get("/records/action/1x").await.is(404);
    member
        .get(&format!("/records/finding/{risky}"))
        .await
        .is(404);
}

#[tokio::test]
async fn erasing_leaves_that_it_was_and_nothing_that_was_said() {
    let site = Site::new().await;
    let mut clerk = site.visitor(Role::DemocraticServices).await;
    let made = clerk
        .post(
            "/records/action/new",
            &[("f-text", "Visit Kay at home"), ("f-owners", "MASH")],
        )
        .await;
    let path = made.to().to_owned();
    clerk.add_file(&path, "kay.txt", b"About Kay").await.is(303);
    let file = format!("{path}/files/1");
    clerk.get(&file).await.is(200);
    clerk
        .post(&format!("{path}/erase"), &[("reason", "It named a child")])
        .await
        .is(422)
        .says("Tick the box");
    clerk
        .post(
            &format!("{path}/erase"),
            &[("reason", "It named a child"), ("sure", "yes")],
        )
        .await
        .is(303);
    for page in ["", "/history", "/thread"] {
        clerk
            .get(&format!("{path}{page}"))
            .await
            .is(200)
            .never_says("Kay")
            .never_says("kay.txt");
    }
    clerk
        .get(&format!("{path}/history"))
        .await
        .says("Why: It named a child")
        .says("What this line said was erased.");
    clerk.get(&file).await.is(404);
    clerk.get(&format!("{path}/versions/1")).await.is(404);
    clerk.get("/search?q=Kay").await.says("0 records");
    assert!(site.store().verify().await.unwrap().faults.is_empty());
    assert!(number(&path).0 > 0);
}
