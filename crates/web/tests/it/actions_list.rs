//! The list of actions: overdue first, slipped said, yours before others', narrowed, kept.

use crate::board::{action, clerk, keep, meeting, member, owed, person, site, tie};
use waymark_programme::{Change, Changes, Readers, kinds, link};
use waymark_store::Role;
use waymark_web::mail::Settings;

#[tokio::test]
async fn overdue_comes_first_and_slipping_is_told() {
    let site = site(Settings::default()).await;
    let heat = owed(
        &site,
        "accepted",
        "Bring the heat maps",
        "Ann Marsh",
        "2018-01-31",
    )
    .await;
    owed(
        &site,
        "open",
        "Agree the referral form",
        "Police",
        "2018-04-15",
    )
    .await;
    owed(&site, "open", "Think about it", "Police", "").await;
    keep(
        &site,
        &kinds::ACTION,
        "evidenced",
        action("Tell the schools", "Ann Marsh")
            .with("evidence", "Told")
            .with("due", "2018-01-01"),
    )
    .await;
    owed(&site, "closed", "An old thing", "Ann Marsh", "").await;
    let mut moved = Changes::by(clerk()).because("the data were late");
    moved.list.push(Change::Edit {
        record: heat,
        read: 1,
        readers: Readers::Board,
        values: action("Bring the heat maps", "Ann Marsh").with("due", "2018-03-31"),
    });
    site.store().keep(&moved).await.unwrap();
    let mut chair = site.visitor(Role::Chair).await;
    let page = chair.get("/actions").await;
    page.is(200)
        .says("4 actions are open. 1 is overdue, the longest by 8 days; 1 has slipped from the day it was first promised for. 1 awaits confirmation at a meeting.")
        .says("8 days over")
        .says("First promised for 31 January 2018; slipped once, by 59 days")
        .says("7 days left")
        .says("Confirm and close")
        .never_says("An old thing");
    let text = page.text();
    let place = |words: &str| text.find(words).unwrap();
    assert!(place("Bring the heat maps") < place("Agree the referral form"));
    assert!(place("Agree the referral form") < place("Think about it"));
    assert!(place("Think about it") < place("Tell the schools"));
    chair
        .get("/actions?show=closed")
        .await
        .is(200)
        .says("An old thing")
        .says("1 action closed or withdrawn");
    let csv = chair.get("/actions.csv").await;
    csv.is(200);
    assert!(
        csv.body.contains("2018-01-31") && csv.body.lines().count() == 5,
        "{}",
        csv.body
    );
}

#[tokio::test]
async fn an_owner_sees_what_is_theirs_with_the_next_step() {
    let site = site(Settings::default()).await;
    member(
        &site,
        "Ruth Kell",
        "Superintendent",
        "Wayshire Constabulary",
        "",
    )
    .await;
    let hers = owed(
        &site,
        "open",
        "Review live cases",
        "Wayshire Constabulary",
        "",
    )
    .await;
    owed(
        &site,
        "accepted",
        "Say how vacancies stand",
        "Ann Marsh",
        "",
    )
    .await;
    let mut ruth = person(&site, "Ruth Kell", Role::Member).await;
    ruth.get("/actions")
        .await
        .is(200)
        .says("Your actions")
        .says("Review live cases")
        .says("Accept it")
        .never_says("vacancies");
    ruth.get("/actions?whose=all").await.says("vacancies");
    // A partner's account sees nothing but what is theirs.
    let mut other = person(&site, "Pat Field", Role::Partner).await;
    other
        .get("/actions?whose=all")
        .await
        .is(200)
        .says("No action is open")
        .never_says("Review");
    other.get(&format!("/actions/{hers}")).await.is(404);
    member(&site, "Pat Field", "Sergeant", "Wayshire Constabulary", "").await;
    other
        .get("/actions")
        .await
        .says("Review live cases")
        .says("Accept it");
    other.get(&format!("/actions/{hers}")).await.is(200);
}

#[tokio::test]
async fn the_list_is_narrowed_without_a_name_in_the_address() {
    let site = site(Settings::default()).await;
    let board = meeting(&site, "Improvement Board, 23 January 2018", "2018-01-23").await;
    member(
        &site,
        "Ruth Kell",
        "Superintendent",
        "Wayshire Constabulary",
        "",
    )
    .await;
    let a = keep(
        &site,
        &kinds::ACTION,
        "open",
        action("Review live cases", "Ruth Kell").with("area", "North"),
    )
    .await;
    keep(
        &site,
        &kinds::ACTION,
        "open",
        action("Say how vacancies stand", "Ann Marsh").with("area", "South"),
    )
    .await;
    tie(&site, a, &link::CAME_FROM, board).await;
    let mut chair = site.visitor(Role::Chair).await;
    let page = chair.get("/actions").await;
    let options = crate::html::tags(&page.body);
    let values = |words: &str| -> Vec<String> {
        let at = page.body.find(&format!(">{words}</option>")).unwrap();
        let before = &page.body[..at];
        let value = before.rsplit("value=\"").next().unwrap();
        vec![value.split('"').next().unwrap().to_owned()]
    };
    assert!(
        options
            .iter()
            .any(|it| it.name == "select" && it.get("name") == "owner")
    );
    for (filter, words) in [("owner", "Ruth Kell"), ("area", "North")] {
        let code = values(words)[0].clone();
        assert!(!code.contains("Ruth") && !code.is_empty());
        chair
            .get(&format!("/actions?whose=all&{filter}={code}"))
            .await
            .is(200)
            .says("Review live cases")
            .says("1 action is open")
            .never_says("vacancies");
    }
    chair
        .get(&format!("/actions?meeting={board}"))
        .await
        .says("Review live cases")
        .never_says("vacancies");
    chair
        .get("/actions?owner=0000000000000000")
        .await
        .says("No action fits what you chose");
}

#[tokio::test]
async fn long_right_to_left_and_marked_up_titles_show_as_text() {
    let site = site(Settings::default()).await;
    let title = format!(
        "<script>alert(1)</script> \"quoted\" 👩‍👧 \u{202e}اختبار {}",
        "x".repeat(240)
    );
    let id = keep(
        &site,
        &kinds::ACTION,
        "open",
        action(&title, "<b>Ann</b>").with("why", "<img src=x>"),
    )
    .await;
    let mut chair = site.visitor(Role::Chair).await;
    for path in [
        "/actions".to_owned(),
        format!("/actions/{id}"),
        format!("/actions/{id}/steps/accept"),
    ] {
        let page = chair.get(&path).await;
        page.is(200).says("<script>alert(1)</script>");
        assert!(
            !page.body.contains("<script>alert")
                && !page.body.contains("<img src=x")
                && !page.body.contains("<b>Ann")
        );
    }
}
