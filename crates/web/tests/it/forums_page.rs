//! What is owed on a cycle: reports of forums, health checks, the update by locality, the watch list, predictions.

use crate::figures_site;
use crate::findings_register::changes;
use crate::site::Site;
use waymark_programme::Values;
use waymark_programme::kinds::{BODY, HEALTH_CHECK, PLAN, PREDICTION, REPORT_BACK, WATCH};
use waymark_programme::link::{ABOUT, End, MEASURED_BY, PART_OF};
use waymark_store::Role;

fn assessments() -> End {
    End::Measure("assessment-45".to_owned())
}

#[tokio::test]
async fn a_forum_whose_report_is_late_is_said_first_with_its_days() {
    let site = Site::new().await;
    let mut made = changes();
    let forum = |name: &str| {
        Values::new()
            .with("name", name)
            .with("sort", "forum")
            .with("reports_to", "Improvement Board")
    };
    made.make(
        &BODY,
        forum("MASH and Early Help Board").with("report_weeks", "8"),
    );
    made.make(&BODY, forum("Corporate Parenting Board"));
    let report = |by: &str, what: &str| {
        Values::new()
            .with("text", what)
            .with_list("owners", [by])
            .with("to", "Improvement Board")
    };
    let given = report("MASH and Early Help Board", "Update")
        .with("date", "2018-01-10")
        .with("said", "Referrals are better");
    made.make_as(&REPORT_BACK, "given", REPORT_BACK.readers, given);
    let owed = report("Corporate Parenting Board", "Health assessments").with("due", "2018-04-24");
    made.make(&REPORT_BACK, owed);
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Chair).await.get("/forums").await;
    page.is(200)
        .says("Reports owed: 1 late")
        // Eight weeks after 10 January is 7 March.
        .says("MASH and Early Help Board Its regular report To Improvement Board Due: Late by 32 days 7 March 2018, 32 days ago Last given: 10 January 2018")
        .says("Health assessments To Improvement Board Due: Due 24 April 2018, in 16 days Last given: Never on record")
        .says("Reports to Improvement Board every 8 weeks");
    let text = page.text();
    assert!(text.find("Its regular report").unwrap() < text.find("Health assessments").unwrap());
}

#[tokio::test]
async fn a_plan_in_force_is_checked_every_twelve_weeks() {
    let site = Site::new().await;
    let mut made = changes();
    let plan = made.make_as(
        &PLAN,
        "in-force",
        PLAN.readers,
        Values::new()
            .with("title", "Improvement plan")
            .with("date", "2017-06-01"),
    );
    let check = made.make_as(
        &HEALTH_CHECK,
        "held",
        HEALTH_CHECK.readers,
        Values::new()
            .with("title", "Second health check")
            .with("due", "2018-01-08")
            .with("date", "2018-01-09")
            .with("found", "Supervision slips")
            .with_list("localities", ["North: remains challenging"]),
    );
    made.link(check, &PART_OF, plan);
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Auditor).await.get("/forums").await;
    page.is(200)
        .says("Improvement plan Late by 5 days")
        .says("Every 12 weeks. The next is due on 3 April 2018, 5 days ago. It is not put down yet.")
        .says("The last: Second health check , held on 9 January 2018. Supervision slips North: remains challenging");
}

#[tokio::test]
async fn the_operational_update_stands_by_locality_with_what_it_was_last_time() {
    let site = figures_site::site().await;
    let mut made = changes();
    let group = Values::new()
        .with("name", "Operational Improvement Group")
        .with("sort", "operational");
    let group = made.make(&BODY, group);
    made.link(group, &MEASURED_BY, assessments());
    let given = Values::new()
        .with("text", "Update by locality")
        .with_list("owners", ["Operational Improvement Group"])
        .with("to", "Improvement Board")
        .with("date", "2018-02-28")
        .with("said", "The North remains challenging");
    made.make_as(&REPORT_BACK, "given", REPORT_BACK.readers, given);
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Director).await.get("/forums").await;
    page.is(200)
        .says("The group last reported on 28 February 2018, 39 days ago.")
        .says("It said: The North remains challenging")
        .says("Measure North South")
        // 20 of 28 in the North, 20 of 22 in the South.
        .says("71.4% (20 of 28) in March 2018 Too early to say 71.4% (20 of 28) in February 2018 then")
        .says("90.9% (20 of 22) in March 2018 Too early to say 74.1% (20 of 27) in February 2018 then");
}

#[tokio::test]
async fn a_watch_says_when_its_exit_rule_is_met_and_when_people_must_judge() {
    let site = figures_site::site().await;
    let mut made = changes();
    let mut watch = |text: &str, rule: &str, area: &str| {
        let values = Values::new()
            .with("text", text)
            .with_list("owners", ["Performance group"])
            .with("date", "2018-01-08")
            .with("why", "After feedback from Ofsted")
            .with("exit_rule", rule)
            .with("area", area)
            .with("due", "2018-04-01");
        let watch = made.make(&WATCH, values);
        made.link(watch, &ABOUT, assessments());
    };
    let mut watch_in_north = |text: &str, rule: &str| watch(text, rule, "North");
    watch_in_north("Assessments hold", "above 70% for two months running");
    watch_in_north("Assessments stretch", "above 90% for three months running");
    watch_in_north("Assessments please", "when the Board is content");
    watch_in_north("Assessments of many", "above 60% with at least 15 children");
    watch_in_north("Assessments in weeks", "under 100 for two months");
    watch("Assessments in Moorland", "above 10% for a month", "");
    watch(
        "Assessments of a team",
        "above 10% for a month",
        "Moorland Duty Team",
    );
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Analyst).await.get("/forums").await;
    page.is(200)
        .says("Assessments hold Exit rule met Watched by Performance group since 8 January 2018, 90 days. To be looked at again 7 days ago. After feedback from Ofsted")
        .says("The rule is met: so in the last 2 months.")
        .says("The rule is not met: so in 0 of the 3 months it needs.")
        .says("when the Board is content. The rule is for people to judge.")
        // Met for the part that could be read: no reason to say that it is.
        .says("above 60% with at least 15 children. The rule is for people to judge.")
        .says("under 100 for two months. The rule is for people to judge: its number is not in the unit of the figure here.")
        // The words name the area: its own series is looked at, not the county's.
        .says("Assessments in Moorland Exit rule met")
        .says("The rule is met: so in the last month.")
        .says("of Moorland Duty Team alone.")
        .says(", whole county : Too early to say: 80% (40 of 50)");
}

#[tokio::test]
async fn predictions_come_due_with_the_figures_and_are_counted_right_and_wrong() {
    let site = figures_site::site().await;
    let mut made = changes();
    let prediction = |text: &str, due: &str| {
        Values::new()
            .with("text", text)
            .with("said_by", "Head of service")
            .with("date", "2018-02-28")
            .with("due", due)
            .with("direction", "rise")
    };
    let due = made.make(
        &PREDICTION,
        prediction("Assessments in time rise by April", "2018-04-01"),
    );
    made.link(due, &ABOUT, assessments());
    made.make(
        &PREDICTION,
        prediction("And again by September", "2018-09-30"),
    );
    for (state, text) in [("right", "Contacts rise"), ("wrong", "Contacts fall")] {
        let values = prediction(text, "2018-03-01").with("found", "They rose");
        made.make_as(&PREDICTION, state, PREDICTION.readers, values);
    }
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Member).await.get("/forums").await;
    page.is(200)
        .says("Of 2 that came due and were judged, 1 was right, 1 was wrong, and of 0 it cannot be told.")
        .says("Come due, not judged yet (1) Assessments in time rise by April")
        .says("Said by Head of service on 28 February 2018. Expected: rise. Comes due on 1 April 2018, 7 days ago.")
        .says("in February 2018 then, 80% (40 of 50) in March 2018 now; too early to say.")
        .says("To come (1) And again by September");
}
