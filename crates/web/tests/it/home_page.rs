//! Home: what a person finds on the first screen.

use crate::figures_site::site;
use crate::site::Site;
use waymark_store::Role;

#[tokio::test]
async fn before_the_first_return_the_page_says_what_to_do() {
    let site = Site::new().await;
    let analyst = site.as_analyst().await.get("/").await;
    analyst
        .is(200)
        .says("no return has been loaded")
        .says("Load a return");
    let chair = site.visitor(Role::Chair).await.get("/").await;
    chair
        .is(200)
        .says("Wayshire County Council’s performance analyst loads the returns")
        .never_says("/uploads/new");
}

#[tokio::test]
async fn a_chair_finds_both_lists_and_how_much_is_too_early_to_say() {
    let site = site().await;
    let home = site.visitor(Role::Chair).await.get("/").await;
    home.is(200)
        .says("Data to 31 March 2018, 8 days old.")
        .says("Next areas to focus on (0)")
        .says("Positives (0)")
        .says("Too early to say:")
        .never_says("over a limit in your teams");
}

#[tokio::test]
async fn a_manager_finds_first_how_many_of_their_own_children_are_over_a_limit() {
    let site = site().await;
    let home = site.visitor(Role::Manager).await.get("/").await;
    // M-long-ago: the visit was due on 15 February. The child in Sands is somebody else's.
    home.is(200).says("1 child over a limit in your teams");
    assert!(home.body.contains("href=\"/today\""));
}
