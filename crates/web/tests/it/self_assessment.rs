//! The self-assessment: what blocks it, the notes beside its claims, signed off and frozen, amended.

use crate::figures_site;
use crate::findings_register::changes;
use crate::inspection_bundle::{text, unzipped};
use crate::site::{Answer, Site, Visitor};
use waymark_programme::kinds::{AUDIT, CLAIM, MEETING, PLAN_LINE, SELF_ASSESSMENT};
use waymark_programme::link::{CAME_FROM, EVIDENCE_FOR, End, MEASURED_BY, PART_OF};
use waymark_programme::{Change, Changes, Record, RecordId, Values};
use waymark_store::Role;

fn claim(made: &mut Changes, text: &str, sense: &str) -> RecordId {
    let values = Values::new()
        .with("text", text)
        .with("judgement", "help-and-protection")
        .with("sense", sense);
    made.make_as(&CLAIM, "supported", CLAIM.readers, values)
}

/// A draft with a strength that a measure shows and an area for development that an audit shows; the latter without a line.
pub(crate) struct Drafted {
    pub(crate) assessment: RecordId,
    pub(crate) strength: RecordId,
    pub(crate) weak: RecordId,
    pub(crate) path: String,
}

pub(crate) async fn drafted(site: &Site) -> Drafted {
    let mut made = changes();
    let assessment = made.make(
        &SELF_ASSESSMENT,
        Values::new().with("title", "Self-assessment, spring 2018"),
    );
    let strength = claim(&mut made, "Assessments are completed in time", "strength");
    made.link(strength, &PART_OF, assessment);
    made.link(
        strength,
        &MEASURED_BY,
        End::Measure("assessment-45".to_owned()),
    );
    let weak = claim(&mut made, "Plans for children drift", "development");
    made.link(weak, &PART_OF, assessment);
    let audit = made.make_as(
        &AUDIT,
        "final",
        AUDIT.readers,
        Values::new()
            .with("title", "Child in need plans")
            .with("date", "2018-03-20")
            .with("sampled", "20")
            .with("inadequate", "4")
            .with("good", "16"),
    );
    made.link(audit, &EVIDENCE_FOR, weak);
    let kept = site.store().keep(&made).await.unwrap();
    let assessment = kept.number(assessment);
    Drafted {
        assessment,
        strength: kept.number(strength),
        weak: kept.number(weak),
        path: format!("/self-assessment/{assessment}"),
    }
}

/// A detailed line of the plan for the area for development.
pub(crate) async fn planned(site: &Site, drafted: &Drafted) -> RecordId {
    let mut made = changes();
    let values = Values::new()
        .with("text", "Review every plan after three months")
        .with("outcome", "Children have a plan that moves")
        .with_list("owners", ["Head of service"])
        .with("due", "2018-09-30");
    let line = made.make(&PLAN_LINE, values);
    made.link(line, &CAME_FROM, drafted.weak);
    site.store().keep(&made).await.unwrap().number(line)
}

async fn standing(site: &Site, id: RecordId) -> Record {
    let records = site.house.records().await.unwrap();
    records.get(id).unwrap().clone()
}

/// Signs it off and waits until it is; how the last page of progress answered.
async fn signed(visitor: &mut Visitor, path: &str) -> Answer {
    let answer = visitor.post(&format!("{path}/sign-off"), &[]).await;
    let progress = answer.is(303).to().to_owned();
    for _ in 0..1200 {
        let answer = visitor.get(&progress).await;
        if answer.status == 303 {
            return visitor.get(answer.to()).await;
        }
        answer.is(200).never_says("Something went wrong");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("it was never signed off")
}

#[tokio::test]
async fn it_begins_with_the_claims_that_are_under_a_judgement() {
    let site = Site::new().await;
    let mut member = site.visitor(Role::Member).await;
    member
        .get("/self-assessment")
        .await
        .is(200)
        .says("There is no self-assessment yet")
        .never_says("Begin a working draft");
    let mut made = changes();
    claim(&mut made, "Assessments are completed in time", "strength");
    made.make(
        &CLAIM,
        Values::new().with("text", "Police referrals are high"),
    );
    site.store().keep(&made).await.unwrap();
    let mut director = site.visitor(Role::Director).await;
    director.post("/self-assessment", &[]).await.is(303);
    director
        .get("/self-assessment")
        .await
        .is(200)
        .says("Self-assessment, April 2018")
        .says("Working draft")
        .says("Assessments are completed in time")
        .never_says("Police referrals are high");
    // Begun twice there is still one.
    director.post("/self-assessment", &[]).await.is(303);
    let records = site.house.records().await.unwrap();
    assert_eq!(records.of(&SELF_ASSESSMENT).count(), 1);
}

#[tokio::test]
async fn claims_stand_side_by_side_with_live_evidence_and_unused_figures() {
    let site = figures_site::site().await;
    let drafted = drafted(&site).await;
    planned(&site, &drafted).await;
    site.visitor(Role::Member)
        .await
        .get(&drafted.path)
        .await
        .is(200)
        .says("The experiences and progress of children who need help and protection")
        .says("Strengths")
        .says("Areas for development")
        .says("80% (40 of 50)")
        .says("(8 days old, as at 31 March 2018)")
        .says("Child in need plans (19 days old, as at 20 March 2018)")
        .says("Review every plan after three months")
        .says("Nothing blocks it.");
}

#[tokio::test]
async fn what_is_missing_blocks_it_is_listed_and_nothing_moves() {
    let site = figures_site::site().await;
    let drafted = drafted(&site).await;
    let mut made = changes();
    let bare = claim(&mut made, "Children are heard", "strength");
    made.link(bare, &PART_OF, drafted.assessment);
    let silent = claim(&mut made, "Homes are stable", "strength");
    made.link(silent, &PART_OF, drafted.assessment);
    let measure = End::Measure("no-permanence-plan".to_owned());
    made.link(silent, &MEASURED_BY, measure);
    let kept = site.store().keep(&made).await.unwrap();
    let (bare, silent) = (kept.number(bare), kept.number(silent));
    let mut director = site.visitor(Role::Director).await;
    let without = format!("CL-{bare}: no evidence is linked to it");
    let unplanned = format!("CL-{}: no line of the plan answers it", drafted.weak);
    director
        .get(&drafted.path)
        .await
        .is(200)
        .says("Children are heard : no evidence is linked to it")
        .says("Plans for children drift : no line of the plan answers it")
        .says("No evidence")
        .says("No line of the plan answers it.")
        .never_says("Its requirements are met");
    let step = format!("{}/requirements-met", drafted.path);
    director
        .post(&step, &[])
        .await
        .is(422)
        .says("There is a problem")
        .says(&without)
        .says(&unplanned)
        .says(&format!("CL-{silent}: no return tells"));
    assert_eq!(
        standing(&site, drafted.assessment).await.state.word,
        "draft"
    );
    // Nor by the record's own page or a program.
    let mut analyst = site.as_analyst().await;
    let record = standing(&site, drafted.assessment).await;
    analyst
        .post(
            &format!("{}/moves/meet", record.path()),
            &[("read", &record.version.to_string())],
        )
        .await;
    assert_eq!(
        standing(&site, drafted.assessment).await.state.word,
        "draft"
    );
}

#[tokio::test]
async fn a_note_beside_a_claim_is_accepted_or_declined_with_a_reason() {
    let site = figures_site::site().await;
    let drafted = drafted(&site).await;
    planned(&site, &drafted).await;
    let (notes, answers) = (
        format!("{}/comments", drafted.path),
        format!("{}/answers", drafted.path),
    );
    let claim = drafted.strength.to_string();
    let mut member = site.visitor(Role::Member).await;
    member
        .post(&notes, &[("claim", &claim), ("text", " ")])
        .await
        .is(422)
        .says("Write your comment");
    let long = "x".repeat(301);
    member
        .post(&notes, &[("claim", &claim), ("text", &long)])
        .await
        .is(422)
        .says("write it shorter")
        .says(&long);
    let note = [
        ("claim", claim.as_str()),
        ("text", "Since when?\n<b>Say so</b>"),
    ];
    assert!(
        member
            .post(&notes, &note)
            .await
            .is(303)
            .to()
            .ends_with(&format!("#claim-{claim}"))
    );
    let page = member.get(&drafted.path).await;
    page.says("Since when? <b>Say so</b>")
        .says("Some member, 8 April 2018")
        .says("Awaiting an answer")
        .says("a comment, awaits an answer")
        .never_says("<b>Say so</b>")
        .never_says("value=\"accept\"");
    let records = site.house.records().await.unwrap();
    let comment = records
        .all()
        .find(|it| it.kind.word == "suggestion")
        .unwrap()
        .id
        .to_string();
    let answer = |how: &'static str, why: &'static str| {
        [
            ("comment", comment.clone()),
            ("answer", how.to_owned()),
            ("response", why.to_owned()),
        ]
    };
    let mut director = site.visitor(Role::Director).await;
    let bare = answer("decline", "");
    let bare: Vec<(&str, &str)> = bare.iter().map(|(a, b)| (*a, b.as_str())).collect();
    director
        .post(&answers, &bare)
        .await
        .is(422)
        .says("Say why it is accepted or declined");
    member.post(&answers, &bare).await.is(403);
    let full = answer("decline", "The chart says since when");
    let full: Vec<(&str, &str)> = full.iter().map(|(a, b)| (*a, b.as_str())).collect();
    director.post(&answers, &full).await.is(303);
    director.post(&answers, &full).await.is(422);
    member
        .get(&drafted.path)
        .await
        .says("Declined Answer: The chart says since when")
        .says("Nothing blocks it.");
    // On the whole, accepted.
    let whole = [("text", "Shorten it")];
    member.post(&notes, &whole).await.is(303);
    let records = site.house.records().await.unwrap();
    let last = records.all().next_back().unwrap().id.to_string();
    let accept = [
        ("comment", last.as_str()),
        ("answer", "accept"),
        ("response", "In the next version"),
    ];
    director.post(&answers, &accept).await.is(303);
    member
        .get(&drafted.path)
        .await
        .says("Accepted Answer: In the next version");
}

#[tokio::test]
async fn signed_off_it_is_frozen_and_the_next_version_takes_its_claims_over() {
    let site = figures_site::site().await;
    let drafted = drafted(&site).await;
    let line = planned(&site, &drafted).await;
    let mut director = site.visitor(Role::Director).await;
    let mut analyst = site.as_analyst().await;
    let path = drafted.path.as_str();
    analyst
        .post(&format!("{path}/requirements-met"), &[])
        .await
        .is(303);
    let ready = director.get(path).await;
    ready
        .is(200)
        .says("Requirements met")
        .says("Nothing blocks it.")
        .says("The paper that signing off freezes");
    // An analyst may not sign, and goes back to draft only with a reason.
    analyst.post(&format!("{path}/sign-off"), &[]).await.is(403);
    analyst
        .post(&format!("{path}/redraft"), &[])
        .await
        .is(422)
        .says("Say why");
    // The plan's line is stopped meanwhile: what was met is met no more.
    let stopped = standing(&site, line).await;
    let mut made = changes().because("No money");
    made.list.push(Change::Move {
        record: line,
        read: stopped.version,
        to: "stopped",
    });
    site.store().keep(&made).await.unwrap();
    director
        .post(&format!("{path}/sign-off"), &[])
        .await
        .is(422)
        .says("no line of the plan answers it");
    let second = planned(&site, &drafted).await;
    assert_ne!(line, second);
    let paper = signed(&mut director, path).await;
    paper
        .is(200)
        .says("Issued on 8 April 2018")
        .says("Assessments are completed in time")
        .says("Child in need plans");
    let one = standing(&site, drafted.assessment).await;
    assert_eq!(one.state.word, "signed");
    assert_eq!(one.text("signed_by"), "Some director");
    director
        .get(path)
        .await
        .says("Signed off by Some director on 8 April 2018.")
        .says("The paper as it was signed off");
    assert!(site.store().verify().await.unwrap().faults.is_empty());

    // Tabled at a meeting.
    let mut made = changes();
    let values = Values::new()
        .with("title", "Improvement Board, 24 April 2018")
        .with("body", "Improvement Board")
        .with("date", "2018-04-24");
    made.make(&MEETING, values);
    let meeting = site.store().keep(&made).await.unwrap().made[0].to_string();
    director
        .post(&format!("{path}/table"), &[])
        .await
        .is(422)
        .says("Choose the meeting");
    director
        .post(&format!("{path}/table"), &[("meeting", &meeting)])
        .await
        .is(303);
    director
        .get(path)
        .await
        .says("Tabled at Improvement Board, 24 April 2018");

    // Amended: a new draft with the same claims; what was signed stands as it was.
    let files = director.get(&format!("{path}/bundle.zip")).await;
    let before = unzipped(&files);
    let next = director.post(&format!("{path}/amend"), &[]).await;
    let next = next.is(303).to().to_owned();
    assert_ne!(next, path);
    director
        .post(&format!("{path}/amend"), &[])
        .await
        .is(422)
        .says("while none is being worked on");
    director
        .get("/self-assessment")
        .await
        .says("Working draft")
        .says("Assessments are completed in time")
        .says("It replaces Self-assessment, spring 2018");
    let mut made = changes();
    let claim = standing(&site, drafted.strength).await;
    made.list.push(Change::Edit {
        record: claim.id,
        read: claim.version,
        readers: claim.readers,
        values: claim
            .values
            .clone()
            .with("text", "Assessments are nearly all in time"),
    });
    site.store().keep(&made).await.unwrap();
    let after = unzipped(&director.get(&format!("{path}/bundle.zip")).await);
    let html = before
        .keys()
        .find(|it| it.ends_with(".html"))
        .unwrap()
        .clone();
    assert_eq!(before[&html], after[&html], "byte for byte");
    assert!(text(&after, &html).contains("Assessments are completed in time"));
    assert!(text(&after, "evidence.csv").contains("nearly all in time"));

    // The next one signed, the first is replaced.
    director
        .post(&format!("{next}/requirements-met"), &[])
        .await
        .is(303);
    signed(&mut director, &next)
        .await
        .says("Assessments are nearly all in time");
    assert_eq!(
        standing(&site, drafted.assessment).await.state.word,
        "replaced"
    );
    director
        .get("/self-assessment")
        .await
        .says("Versions")
        .says("Replaced");
    assert!(site.store().verify().await.unwrap().faults.is_empty());
}
