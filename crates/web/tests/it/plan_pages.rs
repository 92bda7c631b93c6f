//! The plan: lines by priority with delivery and effect kept apart, what a line lacks, what a person says otherwise.

use crate::figures_site;
use crate::findings_register::changes;
use crate::site::Site;
use waymark_programme::kinds::{AUDIT, DELAY, FINDING, MILESTONE, PLAN, PLAN_LINE, PRIORITY};
use waymark_programme::link::{AFFECTS, CONTINUES, EVIDENCE_FOR, End, MEASURED_BY, PART_OF};
use waymark_programme::{Changes, RecordId, Values};
use waymark_store::Role;

/// A plan in force with one priority.
fn plan(made: &mut Changes) -> RecordId {
    let values = Values::new()
        .with("title", "Improvement plan 2018")
        .with("ambition", "Good at the next inspection")
        .with_list(
            "phases",
            ["Phase 1: get the basics right", "Phase 2: embed"],
        )
        .with("date", "2018-01-01");
    let plan = made.make_as(&PLAN, "in-force", PLAN.readers, values);
    let values = Values::new()
        .with("title", "Children are seen in time")
        .with("number", "1")
        .with("aim", "No child waits to be seen");
    let priority = made.make(&PRIORITY, values);
    made.link(priority, &PART_OF, plan);
    priority
}

/// A line that lacks nothing but a measure.
fn whole_line(text: &str) -> Values {
    Values::new()
        .with("text", text)
        .with("outcome", "Children are safe sooner")
        .with_list("owners", ["Head of service"])
        .with("area", "North")
        .with("phase", "Phase 1")
        .with("start", "2018-01-01")
        .with("due", "2018-09-30")
        .with("evidenced", "Visits in time")
}

fn line(made: &mut Changes, priority: RecordId, values: Values, state: &'static str) -> RecordId {
    let line = made.make_as(&PLAN_LINE, state, PLAN_LINE.readers, values);
    made.link(line, &PART_OF, priority);
    line
}

#[tokio::test]
async fn before_there_is_a_plan_the_page_says_how_one_begins() {
    let site = Site::new().await;
    site.visitor(Role::Chair)
        .await
        .get("/plan")
        .await
        .is(200)
        .says("There is no plan yet.")
        .says("the plan itself");
}

#[tokio::test]
async fn lines_stand_by_priority_with_both_ratings_in_words_and_reasons() {
    let site = figures_site::site().await;
    let mut made = changes();
    let priority = plan(&mut made);
    let late = line(
        &mut made,
        priority,
        whole_line("Visit every child in time").with("due", "2018-03-31"),
        "going",
    );
    made.link(late, &MEASURED_BY, End::Measure("assessment-45".to_owned()));
    let bare = Values::new()
        .with("text", "Train every team")
        .with("outcome", "Four workshops");
    line(&mut made, priority, bare, "planned");
    made.make(
        &FINDING,
        Values::new()
            .with("said", "Plans drift")
            .with("body", "Ofsted")
            .with("sense", "improve"),
    );
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Member).await.get("/plan").await;
    page.is(200)
        .says("1 finding without a plan line Plans drift")
        .says("1. Children are seen in time")
        .says("No child waits to be seen")
        .says("Late by 8 days")
        // Three months say nothing yet, and a line nobody measures cannot be seen to work.
        .says("Too early to say Assessments completed within 45 working days in North: too early to say.")
        .says("Not yet measurable No measure is linked to it.")
        .says("Delivery of 2 lines: 1 late, 1 not started.")
        .says("Lacking: The outcome speaks of no child or family: say what is different for them; Name an owner;")
        .says("Phase 1: get the basics right 1 0 delivered, 1 late, 0 slipping");
}

#[tokio::test]
async fn a_filter_shows_only_what_was_asked_for_and_no_persons_text_is_in_an_address() {
    let site = Site::new().await;
    let mut made = changes();
    let priority = plan(&mut made);
    line(
        &mut made,
        priority,
        whole_line("Visit every child in time"),
        "going",
    );
    let other = whole_line("Write to every school")
        .with("area", "South")
        .with_list("owners", ["Virtual school head"]);
    line(&mut made, priority, other, "going");
    site.store().keep(&made).await.unwrap();
    let mut chair = site.visitor(Role::Chair).await;
    let all = chair.get("/plan").await;
    all.is(200)
        .says("Visit every child")
        .says("Write to every school");
    chair
        .get("/plan?area=South")
        .await
        .is(200)
        .says("Write to every school")
        .never_says("Visit every child");
    let owner = all
        .body
        .split("Virtual school head</option>")
        .next()
        .unwrap();
    let mark = owner
        .rsplit("value=\"")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    chair
        .get(&format!("/plan?owner={mark}"))
        .await
        .is(200)
        .says("Write to every school")
        .never_says("Visit every child");
    assert!(!mark.contains("school"), "{mark}");
    chair
        .get("/plan?state=delivered")
        .await
        .is(200)
        .says("No line is so.");
    chair.get("/plan?plan=999").await.is(404);
}

#[tokio::test]
async fn a_line_that_is_delivered_without_effect_is_said_not_to_move() {
    let site = Site::new().await;
    let mut made = changes();
    let priority = plan(&mut made);
    let values = whole_line("Hold every strategy discussion in three days")
        .with("done_on", "2018-02-20")
        .with("evidence", "The procedure is in force");
    let delivered = line(&mut made, priority, values, "delivered");
    let graded = |day: &str, good: &str| {
        Values::new()
            .with("title", format!("Audit of {day}"))
            .with("date", day)
            .with("good", good)
            .with("inadequate", "10")
            .with("sampled", "20")
    };
    for (day, good) in [("2017-11-01", "10"), ("2018-03-01", "11")] {
        let audit = made.make_as(&AUDIT, "final", AUDIT.readers, graded(day, good));
        made.link(audit, &EVIDENCE_FOR, delivered);
    }
    let delivered = site.store().keep(&made).await.unwrap().number(delivered);
    let mut director = site.visitor(Role::Director).await;
    director
        .get(&format!("/plan/{delivered}"))
        .await
        .is(200)
        .says("Not moving: it is delivered, and no effect can be seen so far.")
        .says("Delivered It was delivered on 20 February 2018.")
        .says("No real change")
        .says("11 of 21 good or outstanding");
    director
        .get("/plan")
        .await
        .says("1 line is delivered and no effect can be seen so far.");
}

#[tokio::test]
async fn milestones_and_delays_show_days_cause_decision_and_what_measures_did() {
    let site = figures_site::site().await;
    let mut made = changes();
    let priority = plan(&mut made);
    let going = line(
        &mut made,
        priority,
        whole_line("Visit every child in time"),
        "going",
    );
    let step = made.make(
        &MILESTONE,
        Values::new()
            .with("text", "The rota is staffed")
            .with("due", "2018-04-30")
            .with("first_due", "2018-03-31"),
    );
    made.link(step, &PART_OF, going);
    let overdue = made.make(
        &MILESTONE,
        Values::new()
            .with("text", "The form is agreed")
            .with("due", "2018-04-03"),
    );
    made.link(overdue, &PART_OF, going);
    let delay = made.make_as(
        &DELAY,
        "decided",
        DELAY.readers,
        Values::new()
            .with("cause", "Two posts could not be filled")
            .with("date", "2018-02-28")
            .with("due_was", "2018-03-31")
            .with("due_now", "2018-04-30")
            .with("decision", "Agency staff until May")
            .with("effect", "Visits stay late in the North"),
    );
    made.link(delay, &PART_OF, step);
    made.link(delay, &AFFECTS, End::Measure("assessment-45".to_owned()));
    let going = site.store().keep(&made).await.unwrap().number(going);
    site.visitor(Role::Auditor)
        .await
        .get(&format!("/plan/{going}"))
        .await
        .is(200)
        .says("Slipping by 30 days")
        .says("5 days over")
        .says("in 22 days, put off by 30 days")
        .says("Two posts could not be filled")
        .says("30 April 2018; it was 31 March 2018, 30 days earlier")
        .says("Agency staff until May")
        .says("Visits stay late in the North")
        .says("Assessments completed within 45 working days in North:")
        .says("in February 2018 then,")
        .never_says("Say otherwise of either");
}

#[tokio::test]
async fn what_a_person_says_stands_beside_what_is_computed_and_needs_a_reason() {
    let site = Site::new().await;
    let mut made = changes();
    let priority = plan(&mut made);
    let going = line(
        &mut made,
        priority,
        whole_line("Visit every child in time"),
        "going",
    );
    let going = site.store().keep(&made).await.unwrap().number(going);
    let mut chair = site.visitor(Role::Chair).await;
    let path = format!("/plan/{going}/ratings");
    chair
        .get(&path)
        .await
        .is(200)
        .says("Computed: On course . Nothing is late");
    let fields = [
        ("read", "1"),
        ("delivery", "slipping"),
        ("impact", "computed"),
    ];
    chair
        .post(&path, &fields)
        .await
        .is(422)
        .says("without a reason nobody overrides");
    let mut reasoned = fields.to_vec();
    reasoned.push(("delivery-why", "The rota has gaps"));
    chair.post(&path, &reasoned).await.is(303);
    for page in ["/plan".to_owned(), format!("/plan/{going}")] {
        chair
            .get(&page)
            .await
            .is(200)
            .says("Slipping")
            .says("Some chair says so: The rota has gaps. Computed: on course.");
    }
    // A second person who read the line before that sees both, and loses neither.
    let mut director = site.visitor(Role::Director).await;
    director
        .post(
            &path,
            &[
                ("read", "1"),
                ("delivery", "late"),
                ("delivery-why", "No rota at all"),
                ("impact", "computed"),
            ],
        )
        .await
        .is(409)
        .says("Of delivery it says: Slipping. The rota has gaps")
        .says("No rota at all");
    let records = site.house.records().await.unwrap();
    assert_eq!(
        records.get(going).unwrap().text("delivery_said"),
        "slipping"
    );
}

#[tokio::test]
async fn what_the_plan_before_completed_stands_under_what_goes_on_from_it() {
    let site = Site::new().await;
    let mut made = changes();
    let earlier = made.make_as(
        &PLAN,
        "completed",
        PLAN.readers,
        Values::new()
            .with("title", "Plan of 2015")
            .with("achieved", "The front door holds")
            .with("done_on", "2017-12-31"),
    );
    let done = line(
        &mut made,
        earlier,
        whole_line("Set up a front door"),
        "completed",
    );
    line(
        &mut made,
        earlier,
        whole_line("Recruit a head of audit"),
        "going",
    );
    let priority = plan(&mut made);
    let next = line(
        &mut made,
        priority,
        whole_line("One front door for all"),
        "going",
    );
    made.link(next, &CONTINUES, done);
    let kept = site.store().keep(&made).await.unwrap();
    let mut link = changes();
    let records = site.house.records().await.unwrap();
    let in_force = records
        .of(&PLAN)
        .find(|it| it.state.word == "in-force")
        .unwrap();
    link.link(in_force.id, &CONTINUES, kept.number(earlier));
    site.store().keep(&link).await.unwrap();
    let page = site.visitor(Role::Manager).await.get("/plan").await;
    page.is(200)
        .says("Goes on from Set up a front door Completed")
        .says("The plan before Plan of 2015 Completed 2 lines: 1 completed, 1 still open, of which 1 without a line here that goes on from it.")
        .says("Recruit a head of audit Under way Nothing goes on from it");
    site.visitor(Role::Member)
        .await
        .get(&format!("/plan?plan={}", kept.number(earlier)))
        .await
        .is(200)
        .says("What was achieved: The front door holds");
}

#[tokio::test]
async fn the_ambition_stands_beside_what_had_an_effect_and_what_no_line_answers() {
    let site = Site::new().await;
    let mut made = changes();
    let priority = plan(&mut made);
    line(
        &mut made,
        priority,
        whole_line("Visit every child in time"),
        "going",
    );
    for (said, state) in [("Plans drift", "waiting"), ("Visits are late", "closed")] {
        let values = Values::new()
            .with("said", said)
            .with("body", "Ofsted")
            .with("sense", "improve");
        made.make_as(&FINDING, state, FINDING.readers, values);
    }
    site.store().keep(&made).await.unwrap();
    let page = site.visitor(Role::Chair).await.get("/plan").await;
    page.is(200)
        .says("Good at the next inspection 0 of 1 line had an effect that can be seen. Of 2 findings to improve 1 closed, 0 in the plan, 1 without a line.");
    assert!(
        page.body.contains("/records/plan-line/new?from=PRI-"),
        "a priority leads to a new line of it"
    );
}
