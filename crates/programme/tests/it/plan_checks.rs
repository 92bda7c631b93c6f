//! What the plan lacks.

use crate::council::Council;
use waymark_programme::kinds::{FINDING, PLAN, PLAN_LINE, PRIORITY};
use waymark_programme::link::{ANSWERS, CONTINUES, MEASURED_BY, PART_OF};
use waymark_programme::plan_checks::{
    Lack, findings_without_line, lacks, lineage, plan_of, predecessors,
};

#[test]
fn a_line_is_told_what_it_lacks() {
    let mut council = Council::default();
    let bare = council.make(&PLAN_LINE, &[("text", "Hold workshops")]);
    let busy = council.make(
        &PLAN_LINE,
        &[
            ("text", "Hold workshops"),
            ("outcome", "Six workshops are held"),
            ("owners", "Ann Marsh"),
            ("due", "2018-06-30"),
        ],
    );
    let whole = council.make(
        &PLAN_LINE,
        &[
            ("text", "A permanence plan by the second review"),
            ("outcome", "Children know where they will live"),
            ("owners", "Ann Marsh"),
            ("due", "2018-06-30"),
            ("evidenced", "Audit of thirty files"),
        ],
    );
    council.link(whole, &MEASURED_BY, "no-permanence-plan");
    let finding = council.make(
        &FINDING,
        &[("said", "Drift"), ("body", "Ofsted"), ("sense", "improve")],
    );
    council.link(whole, &ANSWERS, finding);
    let records = council.records();
    let of = |id| lacks(&records, records.get(id).unwrap());
    assert_eq!(
        of(bare),
        [
            Lack::Outcome,
            Lack::Owner,
            Lack::Measure,
            Lack::Evidence,
            Lack::Day,
            Lack::Origin
        ]
    );
    assert_eq!(
        of(busy),
        [Lack::Children, Lack::Measure, Lack::Evidence, Lack::Origin]
    );
    assert_eq!(of(whole), []);
}

#[test]
fn a_finding_without_a_plan_line_is_listed_and_a_strength_is_not() {
    let mut council = Council::default();
    let finding = |council: &mut Council, said: &str, sense: &str, date: &str| {
        council.make(
            &FINDING,
            &[
                ("said", said),
                ("body", "Ofsted"),
                ("sense", sense),
                ("date", date),
            ],
        )
    };
    let late = finding(&mut council, "Late", "improve", "2018-03-01");
    let early = finding(&mut council, "Early", "improve", "2017-07-04");
    finding(
        &mut council,
        "Workers know their children",
        "strength",
        "2017-07-04",
    );
    let planned = finding(&mut council, "Planned", "improve", "2017-07-04");
    let line = council.make(&PLAN_LINE, &[("text", "Do it")]);
    council.link(line, &ANSWERS, planned);
    let records = council.records();
    let ids: Vec<_> = findings_without_line(&records)
        .iter()
        .map(|it| it.id)
        .collect();
    assert_eq!(ids, [early, late]);
}

#[test]
fn the_old_plans_lines_stand_with_their_successors() {
    let mut council = Council::default();
    let old = council.make_in(&PLAN, "completed", &[("title", "Improvement Plan 2016")]);
    let new = council.make_in(
        &PLAN,
        "in-force",
        &[("title", "Continuous Improvement Plan")],
    );
    council.link(new, &CONTINUES, old);
    let priority = council.make(&PRIORITY, &[("title", "Front door")]);
    council.link(priority, &PART_OF, old);
    let done = council.make_in(&PLAN_LINE, "completed", &[("text", "Set up the MASH")]);
    council.link(done, &PART_OF, priority);
    let ended = council.make_in(&PLAN_LINE, "completed", &[("text", "Move office")]);
    council.link(ended, &PART_OF, old);
    let next = council.make(&PLAN_LINE, &[("text", "Quality of police referrals")]);
    council.link(next, &PART_OF, new);
    council.link(next, &CONTINUES, done);
    let records = council.records();
    let told: Vec<(&str, Vec<&str>)> = lineage(&records, old)
        .into_iter()
        .map(|it| {
            (
                it.earlier.title(),
                it.successors.iter().map(|it| it.title()).collect(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Set up the MASH", vec!["Quality of police referrals"]),
            ("Move office", vec![])
        ]
    );
    assert_eq!(
        predecessors(&records, records.get(next).unwrap())[0].id,
        done
    );
    assert_eq!(
        plan_of(&records, records.get(done).unwrap()).map(|it| it.id),
        Some(old)
    );
}
