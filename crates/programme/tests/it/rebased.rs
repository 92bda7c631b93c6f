//! Limits drawn anew: by a decision in force, of the measure it is about, from the month of its day.

use crate::council::Council;
use waymark_programme::RecordId;
use waymark_programme::kinds::NEW_LIMITS;
use waymark_programme::link::ABOUT;
use waymark_programme::permit::lacking;
use waymark_programme::rebased::rebased;
use waymark_programme::{Asker, Role};

fn decision(council: &mut Council, state: &str, date: &str) -> RecordId {
    council.make_in(
        &NEW_LIMITS,
        state,
        &[
            ("text", "A second assessment team"),
            ("date", date),
            ("why", "The team is permanent"),
            ("said_by", "Ana Analyst"),
            ("decided_on", "2018-03-20"),
        ],
    )
}

#[test]
fn a_decision_in_force_draws_the_limits_of_its_measures_and_no_other_does() {
    let mut council = Council::default();
    let later = decision(&mut council, "in-force", "2017-11-14");
    let first = decision(&mut council, "in-force", "2017-02-01");
    let withdrawn = decision(&mut council, "withdrawn", "2017-05-01");
    let deleted = decision(&mut council, "in-force", "2017-06-01");
    // One that is about no measure draws nothing.
    decision(&mut council, "in-force", "2017-07-01");
    for it in [later, first, withdrawn, deleted] {
        council.link(it, &ABOUT, "assessment-45");
    }
    council.link(first, &ABOUT, "assessment-45/from-referral");
    council.delete(deleted);
    let records = council.records();
    let told: Vec<(String, String, RecordId)> = rebased(&records)
        .into_iter()
        .map(|it| (it.measure.to_owned(), it.from.words(), it.decision.id))
        .collect();
    let of = |measure: &str, from: &str, id| (measure.to_owned(), from.to_owned(), id);
    assert_eq!(
        told,
        [
            of("assessment-45", "February 2017", first),
            of("assessment-45", "November 2017", later),
            of("assessment-45/from-referral", "February 2017", first),
        ]
    );
}

#[test]
fn it_is_decided_by_the_director_and_analysts_and_withdrawn_with_a_reason() {
    let makes: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| {
            Asker {
                role: Some(*role),
                ..Asker::PUBLIC
            }
            .may_make(&NEW_LIMITS)
        })
        .collect();
    assert_eq!(makes, [Role::Director, Role::Analyst]);
    let mut council = Council::default();
    let it = decision(&mut council, "in-force", "2017-11-14");
    let records = council.records();
    let record = records.get(it).unwrap();
    let withdraw = NEW_LIMITS.way("withdraw").unwrap();
    let wrong = lacking(
        &records,
        record,
        withdraw,
        "",
        None,
        crate::council::day("2018-04-24"),
    );
    assert_eq!(wrong.len(), 1);
    assert_eq!(wrong[0].field, "reason");
    assert!(
        lacking(
            &records,
            record,
            withdraw,
            "The team was closed",
            None,
            crate::council::day("2018-04-24")
        )
        .is_empty()
    );
}
