//! Findings: the register of what was said and what is being done, and a plan line made from a finding in one step.

use crate::site::Site;
use waymark_programme::kinds::{FINDING, PLAN, PLAN_LINE, PRIORITY, VISIT};
use waymark_programme::link::{CAME_FROM, PART_OF};
use waymark_programme::{Author, Changes, RecordId, Values};
use waymark_store::Role;

/// Somebody who wrote the records of a test.
pub(crate) fn changes() -> Changes {
    Changes::by(Author {
        account: None,
        name: "Ana North".to_owned(),
    })
}

fn finding(said: &str, sense: &str) -> Values {
    Values::new()
        .with("said", said)
        .with("body", "Ofsted")
        .with("date", "2018-03-20")
        .with("sense", sense)
}

/// A priority of a plan in force; a visit with a finding that waits and a strength; a finding of an audit.
async fn prepared(site: &Site) -> (RecordId, RecordId) {
    let mut made = changes();
    let plan = made.make_as(
        &PLAN,
        "in-force",
        PLAN.readers,
        Values::new().with("title", "Improvement plan"),
    );
    let priority = made.make(
        &PRIORITY,
        Values::new()
            .with("title", "Children are seen in time")
            .with("number", "1"),
    );
    made.link(priority, &PART_OF, plan);
    let visit = made.make_as(
        &VISIT,
        "reported",
        VISIT.readers,
        Values::new()
            .with("title", "Ofsted monitoring visit: front door")
            .with("body", "Ofsted")
            .with("sort", "monitoring")
            .with("date", "2018-02-27"),
    );
    let waits = made.make(
        &FINDING,
        finding("Strategy discussions come too late", "improve")
            .with("doing", "Daily meeting at nine")
            .with("next", "Police to join")
            .with("evidenced", "Days from referral to discussion"),
    );
    made.link(waits, &CAME_FROM, visit);
    let strength = made.make(
        &FINDING,
        finding("Social workers know their children well", "strength"),
    );
    made.link(strength, &CAME_FROM, visit);
    let silent = made.make(&FINDING, finding("Private fostering", "silent"));
    made.link(silent, &CAME_FROM, visit);
    let kept = site.store().keep(&made).await.unwrap();
    (kept.number(waits), kept.number(priority))
}

#[tokio::test]
async fn the_register_shows_first_what_waits_and_says_that_silence_is_not_praise() {
    let site = Site::new().await;
    let (waits, _) = prepared(&site).await;
    let page = site.visitor(Role::Member).await.get("/findings").await;
    page.is(200)
        .says("1 finding is an area to improve, of which 1 waits for a line of the plan")
        .says("on 1 subject nothing was said, which is not the same as good")
        .says("Strategy discussions come too late")
        .says("Social workers know their children well");
    let text = page.text();
    assert!(
        text.find("Strategy discussions").unwrap() < text.find("Social workers know").unwrap(),
        "what waits comes first: {text}"
    );
    // A member reads; they do not write the plan.
    page.never_says(&format!("/findings/{waits}/line"));
}

#[tokio::test]
async fn a_finding_beside_whose_line_nobody_has_said_so_does_not_await_one() {
    let site = Site::new().await;
    let (waits, _) = prepared(&site).await;
    let mut made = changes();
    let line = made.make(
        &PLAN_LINE,
        Values::new().with("text", "Hold every discussion within three days"),
    );
    made.link(line, &CAME_FROM, waits);
    site.store().keep(&made).await.unwrap();
    let mut member = site.visitor(Role::Member).await;
    for page in ["/findings".to_owned(), format!("/records/finding/{waits}")] {
        member
            .get(&page)
            .await
            .says("In the plan, not yet marked so")
            .says("Hold every discussion within three days");
    }
    member
        .get("/findings")
        .await
        .says("of which 0 wait for a line of the plan");
}

#[tokio::test]
async fn a_plan_line_is_made_from_a_finding_in_one_step_and_says_where_it_came_from() {
    let site = Site::new().await;
    let (waits, priority) = prepared(&site).await;
    let mut chair = site.visitor(Role::Chair).await;
    let path = format!("/findings/{waits}/line");
    chair
        .get(&path)
        .await
        .is(200)
        .says("Strategy discussions come too late")
        .says("Children are seen in time");
    // An action is not an outcome: both are asked for.
    let priority_text = priority.to_string();
    let filled = [
        ("text", "Hold every strategy discussion within three days"),
        ("owners", "Head of MASH\nDetective Inspector"),
        ("priority", priority_text.as_str()),
        ("area", "North"),
        ("due-day", "30"),
        ("due-month", "9"),
        ("due-year", "2018"),
        ("evidenced", "Days from referral to discussion"),
    ];
    chair
        .post(&path, &filled)
        .await
        .is(422)
        .says("Say what will be different for children and families")
        .says("Error:");
    let mut whole = filled.to_vec();
    whole.push(("outcome", "Children at risk are safe sooner"));
    let answer = chair.post(&path, &whole).await;
    answer.is(303);
    let records = site.house.records().await.unwrap();
    let line = records.of(&PLAN_LINE).next().unwrap();
    assert_eq!(answer.to(), format!("/plan/{}", line.id));
    assert_eq!(line.text("due"), "2018-09-30");
    assert_eq!(line.owners(), ["Head of MASH", "Detective Inspector"]);
    assert_eq!(
        records.leads_to(line.id, &CAME_FROM).next().unwrap().id,
        waits
    );
    assert_eq!(records.whole(line.id).unwrap().id, priority);
    assert_eq!(records.get(waits).unwrap().state.word, "answered");
    chair
        .get("/findings")
        .await
        .is(200)
        .says("1 finding is an area to improve, of which 0 wait")
        .says("Police to join")
        .says("Hold every strategy discussion within three days");
}

#[tokio::test]
async fn a_day_that_is_none_is_said_beside_the_day() {
    let site = Site::new().await;
    let (waits, priority) = prepared(&site).await;
    let mut analyst = site.as_analyst().await;
    let answer = analyst
        .post(
            &format!("/findings/{waits}/line"),
            &[
                ("text", "Hold them sooner"),
                ("outcome", "Children are safe sooner"),
                ("owners", "Head of MASH"),
                ("priority", &priority.to_string()),
                ("due-day", "31"),
                ("due-month", "9"),
                ("due-year", "2018"),
            ],
        )
        .await;
    answer.is(422).says("write a real day");
    let records = site.house.records().await.unwrap();
    assert_eq!(records.of(&PLAN_LINE).count(), 0);
}

#[tokio::test]
async fn markup_and_long_words_stay_text() {
    let site = Site::new().await;
    let mut made = changes();
    made.make(
        &FINDING,
        finding("<script>alert(1)</script> עברית 🐘", "improve"),
    );
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Director).await.get("/findings").await;
    page.is(200).says("<script>alert(1)</script> עברית 🐘");
    page.never_says("<script>alert(1)");
}

#[tokio::test]
async fn strengths_and_areas_to_improve_are_added_up_over_the_inspections_of_a_year() {
    let site = Site::new().await;
    let mut made = changes();
    for (said, sense, theme, date) in [
        ("Visits come late", "improve", "Timeliness", "2018-01-15"),
        ("Plans drift", "improve", "Timeliness", "2018-03-20"),
        ("Workers listen", "strength", "Voice", "2018-03-20"),
        ("Visits are late", "improve", "Timeliness", "2015-06-01"),
    ] {
        made.make(
            &FINDING,
            finding(said, sense).with("theme", theme).with("date", date),
        );
    }
    site.store().keep(&made).await.unwrap();
    let mut chair = site.visitor(Role::Chair).await;
    chair
        .get("/findings")
        .await
        .is(200)
        .says("Timeliness 3 0 0 Voice 0 1 0");
    chair
        .get("/findings?year=2018")
        .await
        .is(200)
        .says("Timeliness 2 0 0 Voice 0 1 0")
        .never_says("Visits are late");
}
