//! The children behind a figure, and a manager's today: who sees whom, and that every look is noted first.

use crate::figures_site::site;
use crate::site::{Answer, Site};
use waymark_store::{LookFilter, Role};

/// The children of the latest look, and what it was at.
async fn latest_look(site: &Site) -> (String, Vec<String>) {
    let looks = site
        .store()
        .access_log(&LookFilter::default(), 0, 10)
        .await
        .unwrap();
    let look = looks.looks.first().unwrap();
    let mut children = site.store().children_of_look(look.id).await.unwrap();
    children.sort();
    (look.what.clone(), children)
}

/// How many looks there are.
async fn looks(site: &Site) -> u64 {
    site.store()
        .access_log(&LookFilter::default(), 0, 10)
        .await
        .unwrap()
        .total
}

fn place(answer: &Answer, words: &str) -> usize {
    answer
        .text()
        .find(words)
        .unwrap_or_else(|| panic!("{words} is not there"))
}

#[tokio::test]
async fn an_analyst_sees_every_child_those_not_met_first_and_the_look_is_noted() {
    let site = site().await;
    let page = site
        .as_analyst()
        .await
        .get("/measures/assessment-45/children")
        .await;
    page.is(200)
        .says("10 of 50 rows did not meet it")
        .says("in March 2018");
    assert!(place(&page, "M3000 Not met") < place(&page, "M3008 Met"));
    assert_eq!(page.headers["cache-control"], "no-store");
    let (what, children) = latest_look(&site).await;
    assert_eq!(
        what,
        "Assessments completed within 45 working days in March 2018"
    );
    assert_eq!(children.len(), 50);
}

#[tokio::test]
async fn a_manager_sees_the_children_of_their_areas_and_no_other() {
    let site = site().await;
    let mut manager = site.visitor(Role::Manager).await;
    let page = manager
        .get("/measures/assessment-45/children?month=2018-03")
        .await;
    page.is(200)
        .says("8 of 28 rows did not meet it")
        .says("Only children of your teams are listed")
        .never_says("Sands Assessment Team")
        .never_says(">S3000<");
    let (_, children) = latest_look(&site).await;
    assert!(
        children.iter().all(|it| it.starts_with('M')),
        "{children:?}"
    );
    let file = manager
        .get("/measures/assessment-45/children.csv?month=2018-03")
        .await;
    file.is(200).never_says("Sands");
    assert_eq!(file.body.lines().count(), 29, "a heading and 28 rows");
    let (what, children) = latest_look(&site).await;
    assert_eq!(
        (what.as_str(), children.len()),
        (
            "Assessments completed within 45 working days in March 2018, downloaded",
            28
        )
    );
}

#[tokio::test]
async fn a_look_at_nobody_is_not_noted() {
    let site = site().await;
    let before = looks(&site).await;
    site.as_analyst()
        .await
        .get("/measures/contacts/children")
        .await
        .is(200)
        .says("The latest return cannot say");
    assert_eq!(looks(&site).await, before);
}

#[tokio::test]
async fn the_board_and_scrutiny_see_figures_and_no_children() {
    let site = site().await;
    for role in [Role::Chair, Role::Member, Role::Scrutiny] {
        let mut visitor = site.visitor(role).await;
        visitor
            .get("/measures/assessment-45/children")
            .await
            .is(403);
        visitor
            .get("/measures/assessment-45/children.csv")
            .await
            .is(403);
        visitor.get("/today").await.is(403);
    }
    assert_eq!(looks(&site).await, 0);
}

#[tokio::test]
async fn today_lists_the_managers_children_by_what_is_needed() {
    let site = site().await;
    let mut manager = site.visitor(Role::Manager).await;
    let page = manager.get("/today").await;
    page.is(200)
        .says("Your children today")
        .says("1 child is over a limit")
        .says("M-long-ago")
        .says("44 days over")
        .says("Ana North")
        .says("Moorland Child Protection Team")
        .never_says("S-long-ago")
        .never_says("M-lately");
    let (what, children) = latest_look(&site).await;
    assert_eq!(
        (what.as_str(), children),
        ("Today: over a limit", vec!["M-long-ago".to_owned()])
    );
    let csv = manager.get("/today.csv").await;
    csv.is(200).never_says("S-long-ago");
    assert!(csv.body.contains("M-long-ago"));
    manager
        .get("/today?list=caseload")
        .await
        .is(200)
        .says("Ana North Moorland Child Protection Team 2 1");
}

#[tokio::test]
async fn no_address_on_todays_page_names_a_worker_or_a_child() {
    let site = site().await;
    let page = site
        .as_analyst()
        .await
        .get("/today?team=Moorland%20Child%20Protection%20Team")
        .await;
    page.is(200)
        .says("Moorland Child Protection Team: Over a limit at 31 March 2018");
    page.says("M-long-ago").never_says("S-long-ago");
    for tag in crate::html::tags(&page.body) {
        for address in [tag.get("href"), tag.get("action")] {
            assert!(
                !address.contains("Ana") && !address.contains("M-long"),
                "{address}"
            );
        }
    }
}

#[tokio::test]
async fn old_data_are_said_to_be_old_before_anything_else() {
    let mut options = crate::figures_site::with_a_target();
    options.today = Some("2018-06-30".parse().unwrap());
    let site = crate::figures_site::site_with(options).await;
    let page = site.visitor(Role::Manager).await.get("/today").await;
    page.is(200)
        .says("Some of what is listed may be done since.");
    assert!(place(&page, "may be done since") < place(&page, "over a limit"));
}

#[tokio::test]
async fn without_a_return_today_says_so() {
    let site = Site::new().await;
    site.visitor(Role::Manager)
        .await
        .get("/today")
        .await
        .is(200)
        .says("no return has been loaded");
}
