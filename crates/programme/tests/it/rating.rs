//! Whether a plan line is delivered, and whether it has an effect.

use crate::council::{Council, day};
use waymark_programme::kinds::{AUDIT, FEEDBACK, MILESTONE, PLAN_LINE};
use waymark_programme::link::{ABOUT, PART_OF};
use waymark_programme::rating::{
    Change, Delivery, Impact, Signal, delivery, impact, is_not_moving,
};
use waymark_programme::record::RecordId;

const TODAY: &str = "2018-04-08";

fn rated(council: &Council, line: RecordId) -> (Delivery, String) {
    let records = council.records();
    let rating = delivery(&records, records.get(line).unwrap(), day(TODAY));
    (rating.computed, rating.because.join(" "))
}

fn line(council: &mut Council, state: &str, values: &[(&str, &str)]) -> RecordId {
    let mut all = vec![("text", "Hold supervision")];
    all.extend(values);
    council.make_in(&PLAN_LINE, state, &all)
}

fn milestone(council: &mut Council, line: RecordId, state: &str, values: &[(&str, &str)]) {
    let mut all = vec![("text", "Training is given")];
    all.extend(values);
    let made = council.make_in(&MILESTONE, state, &all);
    council.link(made, &PART_OF, line);
}

#[test]
fn delivery_is_computed_from_days_and_milestones() {
    let mut council = Council::default();
    let later = line(&mut council, "planned", &[("start", "2018-05-01")]);
    let due = line(&mut council, "going", &[("due", "2018-06-30")]);
    let late = line(&mut council, "going", &[("due", "2018-04-01")]);
    let one_day = line(&mut council, "going", &[("due", "2018-04-07")]);
    let sleeping = line(
        &mut council,
        "planned",
        &[("start", "2018-03-01"), ("due", "2018-06-30")],
    );
    let moved = line(
        &mut council,
        "going",
        &[("first_due", "2018-03-31"), ("due", "2018-06-30")],
    );
    let nothing = line(&mut council, "going", &[]);
    let done = line(
        &mut council,
        "delivered",
        &[("due", "2018-01-31"), ("done_on", "2018-02-10")],
    );
    assert_eq!(
        rated(&council, later),
        (Delivery::NotStarted, "It is to begin on 1 May 2018.".into())
    );
    assert_eq!(
        rated(&council, due),
        (
            Delivery::OnCourse,
            "Nothing is late, and it is due on 30 June 2018.".into()
        )
    );
    assert_eq!(
        rated(&council, late),
        (
            Delivery::Late(7),
            "It was due 7 days ago and is not delivered.".into()
        )
    );
    assert_eq!(rated(&council, one_day).0.words(), "Late by 1 day");
    assert_eq!(rated(&council, sleeping).0, Delivery::Slipping(38));
    assert_eq!(rated(&council, moved).0, Delivery::Slipping(91));
    assert_eq!(rated(&council, nothing).0, Delivery::NoDates);
    assert_eq!(
        rated(&council, done),
        (
            Delivery::Delivered,
            "It was delivered on 10 February 2018.".into()
        )
    );
}

#[test]
fn the_latest_milestone_says_by_how_much_a_line_slips() {
    let mut council = Council::default();
    let line = line(&mut council, "going", &[("due", "2018-06-30")]);
    milestone(
        &mut council,
        line,
        "done",
        &[("due", "2018-01-31"), ("done_on", "2018-02-20")],
    );
    assert_eq!(
        rated(&council, line).0,
        Delivery::OnCourse,
        "what was reached late is reached"
    );
    milestone(&mut council, line, "planned", &[("due", "2018-04-03")]);
    milestone(
        &mut council,
        line,
        "planned",
        &[("first_due", "2018-04-30"), ("due", "2018-05-12")],
    );
    milestone(&mut council, line, "dropped", &[("due", "2017-01-01")]);
    let (rating, why) = rated(&council, line);
    assert_eq!(rating, Delivery::Slipping(12));
    assert_eq!(
        why,
        "1 of 3 milestones are reached. The milestone “Training is given” was due 5 days ago. \
         The milestone “Training is given” was put off by 12 days, to 12 May 2018."
    );
}

fn signal(title: &str, change: Change) -> Signal {
    Signal {
        title: title.to_owned(),
        change,
        since: None,
    }
}

#[test]
fn impact_is_what_the_measures_have_done() {
    let mut council = Council::default();
    let line = line(&mut council, "delivered", &[("start", "2017-06-01")]);
    let records = council.records();
    let of = |signals: &[Signal]| impact(&records, records.get(line).unwrap(), signals).computed;
    let up = signal("Supervision", Change::Improved);
    let down = signal("Caseloads", Change::Worse);
    let flat = signal("Visits", Change::NoRealChange);
    let young = signal("Reviews", Change::TooEarly);
    let odd = signal("Ages", Change::NotJudged);
    assert_eq!(of(&[]), Impact::NotYetMeasurable);
    assert_eq!(of(std::slice::from_ref(&odd)), Impact::NotYetMeasurable);
    assert_eq!(of(&[young.clone(), odd]), Impact::TooEarly);
    assert_eq!(of(&[young.clone(), flat.clone()]), Impact::NoRealChange);
    assert_eq!(of(&[up.clone(), flat, young]), Impact::Improved);
    assert_eq!(of(&[up.clone(), down.clone()]), Impact::Mixed);
    assert_eq!(of(&[down]), Impact::Worse);
    let before = Signal {
        since: Some(day("2017-05-31")),
        ..up
    };
    let rating = impact(&records, records.get(line).unwrap(), &[before]);
    assert_eq!(rating.computed, Impact::NoRealChange);
    assert_eq!(
        rating.because,
        ["Supervision: improved, but it had begun to before this line started."]
    );
}

#[test]
fn delivered_with_no_effect_is_not_moving() {
    assert!(is_not_moving(Delivery::Delivered, Impact::NoRealChange));
    assert!(is_not_moving(Delivery::Delivered, Impact::NotYetMeasurable));
    assert!(!is_not_moving(Delivery::Delivered, Impact::Improved));
    assert!(!is_not_moving(Delivery::Delivered, Impact::TooEarly));
    assert!(!is_not_moving(Delivery::OnCourse, Impact::NoRealChange));
}

#[test]
fn audits_count_when_they_differ_by_more_than_chance() {
    let mut council = Council::default();
    let line = line(&mut council, "going", &[]);
    let audit = |council: &mut Council, on: &str, good: &str, rest: &str| {
        let made = council.make(
            &AUDIT,
            &[
                ("title", "Case files"),
                ("date", on),
                ("good", good),
                ("requires_improvement", rest),
            ],
        );
        council.link(made, &ABOUT, line);
    };
    let rated = |council: &Council| {
        let records = council.records();
        let rating = impact(&records, records.get(line).unwrap(), &[]);
        (rating.computed, rating.because[1].clone())
    };
    audit(&mut council, "2017-06-01", "3", "27");
    assert_eq!(rated(&council).0, Impact::TooEarly);
    audit(&mut council, "2017-09-01", "6", "24");
    assert_eq!(
        rated(&council),
        (
            Impact::NoRealChange,
            "Audits: 6 of 30 good or better, 3 of 30 before; no more than chance may do.".into()
        )
    );
    audit(&mut council, "2018-02-01", "24", "6");
    assert_eq!(
        rated(&council),
        (
            Impact::Improved,
            "Audits: 24 of 30 good or better, 3 of 30 before.".into()
        )
    );
}

#[test]
fn feedback_is_told_and_measures_nothing() {
    let mut council = Council::default();
    let line = line(&mut council, "going", &[]);
    let note = council.make(
        &FEEDBACK,
        &[
            ("text", "It helps"),
            ("date", "2018-02-01"),
            ("source", "staff"),
            ("sense", "positive"),
        ],
    );
    council.link(note, &ABOUT, line);
    let records = council.records();
    let rating = impact(&records, records.get(line).unwrap(), &[]);
    assert_eq!(rating.computed, Impact::NotYetMeasurable);
    assert!(rating.because[1].starts_with("Feedback: 1 positive, 0 mixed, 0 negative."));
}

#[test]
fn a_person_says_otherwise_only_with_a_reason_and_the_computed_stays() {
    let mut council = Council::default();
    let bare = line(
        &mut council,
        "going",
        &[("due", "2018-06-30"), ("delivery_said", "late")],
    );
    let said = line(
        &mut council,
        "going",
        &[
            ("due", "2018-06-30"),
            ("delivery_said", "late"),
            ("delivery_why", "The building is not ready"),
            ("impact_said", "improved"),
            ("impact_why", "Young people say so"),
            ("said_by", "Helen Farrow"),
        ],
    );
    let records = council.records();
    assert_eq!(
        delivery(&records, records.get(bare).unwrap(), day(TODAY)).said,
        None
    );
    let rating = delivery(&records, records.get(said).unwrap(), day(TODAY));
    assert_eq!(
        (rating.computed, rating.shown()),
        (Delivery::OnCourse, Delivery::Late(0))
    );
    assert_eq!(rating.said.unwrap().by, "Helen Farrow");
    let rating = impact(&records, records.get(said).unwrap(), &[]);
    assert_eq!(
        (rating.computed, rating.shown()),
        (Impact::NotYetMeasurable, Impact::Improved)
    );
}
