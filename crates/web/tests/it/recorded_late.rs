//! Assessments of which some are written down in the month after: the latest month waits, and its page says why.

use crate::figures_site::csv;
use crate::site::Site;
use waymark_store::Role;

/// Twelve returns, April 2017 to March 2018, each of six months. Of each month's assessments the
/// return of that month knows 20, all in time; four more, late, are written down in the month after.
async fn site() -> Site {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let month = |n: u32| (2016 + n / 12, n % 12 + 1);
    for at in 15..27 {
        let mut rows = Vec::new();
        for n in at - 5..=at {
            let (year, number) = month(n);
            for child in 0..if n == at { 20 } else { 24 } {
                let start = if child < 20 {
                    format!("05/{number:02}/{year}")
                } else {
                    "05/01/2016".to_owned()
                };
                rows.push(vec![
                    ("Child Unique ID", format!("A{n}-{child}")),
                    ("Date of Birth", "01/02/2010".to_owned()),
                    ("Gender", "b) Female".to_owned()),
                    ("Continuous Assessment Start Date", start),
                    (
                        "Continuous Assessment Date of Authorisation",
                        format!("20/{number:02}/{year}"),
                    ),
                    (
                        "Allocated Team",
                        if child % 4 == 3 {
                            "Sands Team"
                        } else {
                            "Moorland Team"
                        }
                        .to_owned(),
                    ),
                    ("Allocated Worker", "Ana North".to_owned()),
                ]);
            }
        }
        let bytes = csv(4, &rows);
        let (year, number) = month(at);
        let last =
            waymark_data::Month::new(i32::try_from(year).unwrap(), i32::try_from(number).unwrap())
                .last();
        analyst
            .load(&last.to_string(), &[("4.csv", bytes.as_slice())])
            .await
            .is(303);
    }
    site.house.reload().await.unwrap();
    site
}

#[tokio::test]
async fn the_page_says_which_month_waits_why_and_how_late_past_months_were() {
    let site = site().await;
    let mut manager = site.visitor(Role::Manager).await;
    let page = manager.get("/measures/assessment-45").await;
    page.is(200)
        .says("83.3% (20 of 24) in February 2018")
        .says("March 2018 is provisional and is not judged: 100% (20 of 20) so far. In 9 of the last 9 months the figure told within two weeks moved later by more than 1 percentage point or one case (cases +4). Expect 83.3%.")
        .says("A month settles 1 month after its end and is provisional until then")
        .says("Within two weeks 9 9 100.0 83.3 −16.7")
        .says("A month on 10 0 100.0 100.0 0")
        .says("Where past months came to");
    let by_team = manager.get("/measures/assessment-45?by=team").await;
    by_team
        .is(200)
        .says("recorded late, by team")
        .says("Moorland Team");
    let csv = manager.get("/measures/assessment-45/download.csv").await;
    assert!(
        csv.body.contains("Provisional. Expect 83.3%"),
        "{}",
        csv.body
    );
}

#[tokio::test]
async fn the_public_is_told_no_more_than_that_it_is_provisional() {
    let site = site().await;
    let page = site
        .visitor(Role::Scrutiny)
        .await
        .get("/measures/assessment-45")
        .await;
    page.is(200)
        .never_says("Recorded late")
        .never_says("Expect ");
}
