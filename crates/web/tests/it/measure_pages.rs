//! A measure's pages: its number with its numbers, by area, as a file; and what scrutiny does not see.

use crate::figures_site::{site, site_with, with_a_target};
use waymark_store::Role;

#[tokio::test]
async fn every_measure_has_a_page() {
    let site = site().await;
    let mut chair = site.visitor(Role::Chair).await;
    for measure in waymark_measures::catalogue::all() {
        let page = chair.get(&format!("/measures/{}", measure.name())).await;
        page.is(200);
        assert!(page.text().contains(measure.title), "{}", measure.name());
    }
    chair.get("/measures/no-such-measure").await.is(404);
    chair
        .get("/measures/assessment-45/no-such-variant")
        .await
        .is(404);
}

#[tokio::test]
async fn the_number_stands_with_its_numbers_its_target_and_others() {
    let site = site().await;
    let page = site
        .visitor(Role::Chair)
        .await
        .get("/measures/assessment-45")
        .await;
    page.is(200)
        .says("80% (40 of 50) in March 2018")
        .says("Too early to say")
        .says("Target Higher is better")
        .says("To be at 90% in March 2018, 5 more of the 50 would have been needed.")
        .says("England, 2016-17: 82.9%. Characteristics of children in need 2016 to 2017")
        .says("45 working days (Statutory guidance: Working Together")
        .never_says("See the children");
}

#[tokio::test]
async fn several_dated_targets_are_a_way_to_the_last() {
    let mut options = with_a_target();
    for (from, value) in [("2018-01-01", 70.0), ("2018-07-01", 88.0)] {
        options.settings.targets.push(waymark_measures::Target {
            measure: "assessment-45".into(),
            from: Some(from.parse().unwrap()),
            value,
        });
    }
    let site = site_with(options).await;
    let mut director = site.visitor(Role::Director).await;
    // From 70% in January to 88% in July: 76% in March.
    let told = "That is 4 percentage points above the trajectory to 88% by July 2018, which is at 76% for that month.";
    director
        .get("/measures/assessment-45")
        .await
        .is(200)
        .says("On the way to its target")
        .says(told)
        .says("On the way to 88% by July 2018")
        // The table goes on to the last of them.
        .says("July 2018 88.0 Set");
    director
        .get("/measures/assessment-45/download.csv")
        .await
        .is(200)
        .says("Trajectory")
        .says("2018-03,80.0,40,50,,,,76.0");
    // With one target there is no way to draw.
    director
        .get("/measures/assessment-45/from-referral")
        .await
        .never_says("On the way to its target");
    let meeting = crate::papers::board(&site, &["assessment-45"]).await;
    let paper = crate::papers::begun(&mut director, "scrutiny-report", meeting).await;
    director
        .get(&paper)
        .await
        .is(200)
        .says(told)
        .says("July 2018 88.0 Set");
}

#[tokio::test]
async fn a_restated_month_says_what_was_published_and_what_is_said_now() {
    let site = site().await;
    let page = site
        .visitor(Role::Chair)
        .await
        .get("/measures/assessment-45")
        .await;
    page.says("January 2018 has been restated: published 74.1%, now 64.5%: numerator 40 both times; denominator 54 then, 62 now.");
}

#[tokio::test]
async fn another_month_and_another_breakdown_may_be_chosen() {
    let site = site().await;
    let mut chair = site.visitor(Role::Chair).await;
    let page = chair
        .get("/measures/assessment-45?by=locality&month=2018-02")
        .await;
    page.is(200)
        .says("By area and group in February 2018")
        .says("North 71.4 20 28")
        .says("South 74.1 20 27");
    // What makes no sense is passed over.
    chair
        .get("/measures/assessment-45?by=colour&month=soon")
        .await
        .is(200)
        .says("in March 2018");
}

#[tokio::test]
async fn a_measure_whose_list_is_missing_says_so() {
    let site = site().await;
    let page = site
        .visitor(Role::Chair)
        .await
        .get("/measures/contacts")
        .await;
    page.is(200).says("the return has no list 1");
    let all = site.visitor(Role::Chair).await.get("/measures").await;
    all.is(200).says("No figure: the return has no list 1");
}

#[tokio::test]
async fn measures_are_narrowed_by_theme_and_by_what_they_show() {
    let site = site().await;
    let mut chair = site.visitor(Role::Chair).await;
    let all = chair.get("/measures").await;
    all.says("Assessments completed within 45 working days")
        .says("80% (40 of 50) in March 2018");
    let narrowed = chair.get("/measures?theme=child-protection").await;
    narrowed
        .is(200)
        .never_says("Assessments completed within 45 working days");
    chair
        .get("/measures?shows=too-early")
        .await
        .is(200)
        .says("Too early to say");
}

#[tokio::test]
async fn scrutiny_sees_no_small_number_and_nothing_that_gives_one_away() {
    let site = site().await;
    let mut chair = site.visitor(Role::Chair).await;
    let mut scrutiny = site.visitor(Role::Scrutiny).await;
    let path = "/measures/assessment-over-45?by=locality";
    // Two were late in Sands: the board sees them.
    chair.get(path).await.says("South 9.1 2 22");
    let public = scrutiny.get(path).await;
    public.is(200).says("20% (10 of 50)").never_says("2 of 22");
    // The other locality is hidden with it, or 10 less 8 would tell.
    assert!(!public.text().contains("8 of 28"), "{}", public.text());
    public.says("South c c c").says("North c c c");
    // By district the two would be told apart from their localities.
    scrutiny
        .get("/measures/assessment-over-45?by=district")
        .await
        .says("The breakdown asked for is not published");
    scrutiny
        .get("/measures/assessment-over-45?by=team")
        .await
        .never_says("Assessment Team");
    // Three children on a plan are few: no number, no point on a chart, nothing by area.
    chair
        .get("/measures/cpp-number")
        .await
        .says("3 at 31 March 2018");
    let plans = scrutiny.get("/measures/cpp-number?month=2018-03").await;
    plans
        .is(200)
        .says("31 March 2018 c 31 March 2018 Hidden: counts from 1 to 5")
        .says("The breakdown asked for is not published")
        .never_says("3 at 31 March 2018");
}

#[tokio::test]
async fn files_say_what_the_page_says_and_for_whom() {
    let site = site().await;
    let mut chair = site.visitor(Role::Chair).await;
    let mut scrutiny = site.visitor(Role::Scrutiny).await;
    let board = chair
        .get("/measures/assessment-over-45/download.csv?by=locality")
        .await;
    board.is(200);
    assert!(board.body.contains("South,9.1,2,22,"), "{}", board.body);
    assert!(board.body.contains("small numbers shown"));
    let disposition = board.headers["content-disposition"].to_str().unwrap();
    assert!(
        disposition.contains("assessment-over-45-board-2018-03-31-by-locality.csv"),
        "{disposition}"
    );
    let public = scrutiny
        .get("/measures/assessment-over-45/download.csv?by=locality")
        .await;
    assert!(public.body.contains("South,c,c,c,"), "{}", public.body);
    assert!(public.body.contains("1-5 hidden"));
    let series = chair.get("/measures/assessment-45/download.csv").await;
    assert!(
        series.body.contains("2018-03,80.0,40,50,"),
        "{}",
        series.body
    );
    let book = chair.get("/measures/assessment-45/download.xlsx").await;
    book.is(200);
    assert!(book.body.starts_with("PK"), "a workbook is a zip");
}

#[tokio::test]
async fn a_share_shows_its_bands_with_their_counts_and_hides_the_small_ones_together() {
    let site = site().await;
    let board = site
        .visitor(Role::Chair)
        .await
        .get("/measures/cpp-category")
        .await;
    board.is(200).says("Not recorded 3 100.0").says("All 3");
    let public = site
        .visitor(Role::Scrutiny)
        .await
        .get("/measures/cpp-category")
        .await;
    // Even the noughts are hidden: they would say what all of the few are.
    public
        .is(200)
        .says("Neglect c c")
        .says("All c")
        .never_says("100.0");
}
