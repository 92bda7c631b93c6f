//! Limits drawn anew from a month: suggested by the chart, decided by a person, the same wherever the measure is read, and
//! taken back.

use crate::records_site::{join, keep_for};
use crate::returns::list;
use crate::site::{Answer, Site};
use waymark_programme::kinds::{CHANGE, NEW_LIMITS};
use waymark_programme::{End, Readers, Values, link};
use waymark_store::Role;

/// Contacts of 27 months: some 20 a month, from February 2017 some 30.
async fn site() -> Site {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let mut rows: Vec<Vec<(&str, String)>> = Vec::new();
    let mut month = 0;
    for (as_at, months) in [
        ("2016-06-30", 6),
        ("2016-12-31", 6),
        ("2017-06-30", 6),
        ("2017-12-31", 6),
        ("2018-03-31", 3),
    ] {
        for _ in 0..months {
            let (year, of_year) = (2016 + month / 12, month % 12 + 1);
            let count = if month < 13 { 20 } else { 30 } + [0, 2, -1, 1, -2][month % 5];
            for number in 0..count {
                rows.push(vec![
                    ("Child Unique ID", format!("K{month}-{number}")),
                    ("Date of Birth", "01/02/2010".to_owned()),
                    ("Date of Contact", format!("05/{of_year:02}/{year}")),
                ]);
            }
            month += 1;
        }
        let borrowed: Vec<Vec<(&str, &str)>> = rows
            .iter()
            .map(|row| row.iter().map(|(name, it)| (*name, it.as_str())).collect())
            .collect();
        let borrowed: Vec<&[(&str, &str)]> = borrowed.iter().map(Vec::as_slice).collect();
        let contacts = list(1, &borrowed);
        analyst.load(as_at, &[("1.csv", &contacts)]).await.is(303);
    }
    site.house.reload().await.unwrap();
    site
}

const PAGE: &str = "/measures/contacts";
const FORM: &str = "/measures/contacts/new-limits";

fn decision() -> [(&'static str, &'static str); 3] {
    [
        ("from", "2017-02"),
        ("cause", "One front door for all contacts"),
        ("why", "The front door is permanent."),
    ]
}

/// How often the chart's drawing says that its limits are drawn anew.
fn phases(page: &Answer) -> usize {
    let wide = page.body.split("<svg").nth(1).unwrap_or_default();
    wide.matches(">Limits anew<").count() + 1
}

#[tokio::test]
async fn the_chart_suggests_it_and_those_who_may_are_led_to_the_form() {
    let site = site().await;
    let suggests =
        "The last 14 months, since February 2017, have all been on one side of the average";
    for role in [Role::Chair, Role::Manager] {
        let page = site.visitor(role).await.get(PAGE).await;
        page.is(200).says(suggests);
        assert!(!page.body.contains(FORM), "{role:?}");
        assert_eq!(phases(&page), 1);
    }
    let mut director = site.visitor(Role::Director).await;
    let page = director.get(PAGE).await;
    page.says(suggests);
    assert!(
        page.body
            .contains("/measures/contacts/new-limits?from=2017-02")
    );
    let form = director.get(&format!("{FORM}?from=2017-02")).await;
    form.is(200)
        .says("A missed target is no reason")
        .says(suggests);
    assert!(form.body.contains(r#"<option value="2017-02" selected>"#));
    // The months are those with a sustained shift and enough months on both sides.
    assert!(!form.body.contains(r#"<option value="2017-05""#));
    assert!(!form.body.contains(r#"<option value="2016-05""#));
}

#[tokio::test]
async fn a_form_that_lacks_something_says_what_to_do() {
    let site = site().await;
    let mut analyst = site.as_analyst().await;
    analyst
        .post(FORM, &[])
        .await
        .is(422)
        .says("Choose the month from which the new limits hold")
        .says("Say what changed: without a known cause limits are not drawn anew")
        .says("Say why it is expected to stay");
    let said = [
        (
            "2017-05",
            "There are 11 months of figures from May 2017 on, and new limits need 12: choose an earlier month, or wait",
        ),
        (
            "2016-08",
            "There are 7 months of figures before August 2016, and limits need 10",
        ),
        (
            "2016-11",
            "The chart shows no sustained shift from November 2016",
        ),
        (
            "2015-08",
            "August 2015 is not a month of this chart after its first",
        ),
    ];
    for (from, words) in said {
        let mut sent = decision();
        sent[0].1 = from;
        let page = analyst.post(FORM, &sent).await;
        page.is(422).says(words);
        // What was typed is not lost.
        assert!(page.body.contains("One front door for all contacts"));
    }
    assert_eq!(phases(&analyst.get(PAGE).await), 1);
}

#[tokio::test]
async fn drawn_anew_by_a_person_it_is_so_everywhere_and_the_first_limits_are_one_click_away() {
    let site = site().await;
    let change = Values::new()
        .with("text", "MASH opens")
        .with("sort", "structure")
        .with("date", "2017-02-01");
    let change = keep_for(&site, &CHANGE, Readers::Board, change).await;
    join(
        &site,
        change,
        &link::AFFECTS,
        End::Measure("contacts".into()),
    )
    .await;
    let mut chair = site.visitor(Role::Chair).await;
    chair.get("/measures").await.says("Higher");
    let mut analyst = site.as_analyst().await;
    let number = change.to_string();
    let mut sent = decision().to_vec();
    sent.push(("change", &number));
    let answer = analyst.post(FORM, &sent).await;
    answer.is(303);
    assert_eq!(answer.to(), PAGE);
    // Once it is drawn anew from there, not again.
    analyst
        .post(FORM, &decision())
        .await
        .is(422)
        .says("Limits are drawn anew from February 2017 already");

    let page = chair.get(PAGE).await;
    page.is(200)
        .says("From February 2017: One front door for all contacts. Decided by Some analyst on 8 April 2018.")
        .says("Why it is expected to stay: The front door is permanent.")
        .says("Limits drawn anew: One front door for all contacts")
        .says("See one set of limits for all months")
        .never_says("have all been on one side of the average");
    assert_eq!(phases(&page), 2);
    let first = chair.get(&format!("{PAGE}?limits=first")).await;
    first
        .is(200)
        .says("This view has one set of limits for all months")
        .says("See the limits as they were decided");
    assert_eq!(phases(&first), 1);
    // A file of the figures says it too.
    chair
        .get("/measures/contacts/download.csv")
        .await
        .says("Limits drawn anew: One front door for all contacts");
    // The record: who, what from, and where it leads.
    let record = "/records/new-limits/2";
    chair
        .get(record)
        .await
        .is(200)
        .says("One front door for all contacts")
        .says("MASH opens")
        .says("Contacts received");
    // Another node, or a house of another day, reads the same.
    let other = waymark_web::House::new(site.store().clone(), site.house.options().clone());
    other.reload().await.unwrap();
    assert_eq!(
        other.county().new_limits(),
        site.house.county().new_limits()
    );
    assert_eq!(other.county().new_limits().len(), 1);

    // Withdrawn with a reason, all is as it was.
    let shown = analyst.get(record).await;
    assert!(shown.body.contains("/moves/withdraw"));
    let version = crate::records_site::value_of(
        &analyst.get(&format!("{record}/moves/withdraw")).await,
        "read",
    );
    let moved = [
        ("read", version.as_str()),
        ("reason", "The front door is closed"),
    ];
    analyst
        .post(&format!("{record}/moves/withdraw"), &moved)
        .await
        .is(303);
    let page = chair.get(PAGE).await;
    page.says("have all been on one side of the average")
        .never_says("Decided by");
    assert_eq!(phases(&page), 1);
    assert!(site.house.county().new_limits().is_empty());
}

async fn decide(site: &Site, readers: Readers, area: &str) {
    let values = Values::new()
        .with("text", "One front door for all contacts")
        .with("date", "2017-02-14")
        .with("why", "It is permanent")
        .with("area", area)
        .with("said_by", "The director")
        .with("decided_on", "2018-04-03");
    let made = keep_for(site, &NEW_LIMITS, readers, values).await;
    join(site, made, &link::ABOUT, End::Measure("contacts".into())).await;
}

#[tokio::test]
async fn an_areas_limits_are_not_the_countys() {
    let site = site().await;
    decide(&site, Readers::Public, "North").await;
    let page = site.visitor(Role::Chair).await.get(PAGE).await;
    page.says("From February 2017 in North: One front door for all contacts.");
    assert_eq!(phases(&page), 1);
    assert_eq!(
        site.house
            .county()
            .new_limits_of("contacts", "North")
            .count(),
        1
    );
    assert_eq!(site.house.county().new_limits_of("contacts", "").count(), 0);
}

#[tokio::test]
async fn a_cause_is_told_to_those_who_may_read_the_decision_and_the_limits_are_the_same_for_all() {
    let site = site().await;
    decide(&site, Readers::Board, "Whole county").await;
    let board = site.visitor(Role::Member).await.get(PAGE).await;
    board.says("Limits drawn anew: One front door for all contacts");
    let scrutiny = site.visitor(Role::Scrutiny).await.get(PAGE).await;
    scrutiny
        .is(200)
        .says("Limits drawn anew: a recorded decision")
        .never_says("One front door");
    assert_eq!((phases(&board), phases(&scrutiny)), (2, 2));
}

#[tokio::test]
async fn a_paper_is_written_with_the_limits_as_they_were_decided() {
    let site = site().await;
    let meeting = crate::papers::board(&site, &["contacts"]).await;
    let mut director = site.visitor(Role::Director).await;
    let paper = crate::papers::begun(&mut director, "scrutiny-report", meeting).await;
    let told = "on average 30.1 since February 2017, 20.1 before";
    director.get(&paper).await.is(200).never_says(told);
    decide(&site, Readers::Public, "").await;
    director
        .get(&paper)
        .await
        .is(200)
        .says(told)
        .says("Limits are drawn anew from February 2017 (One front door for all contacts).");
}
