//! What blocks a self-assessment: what is claimed must rest on something, and what is weak must be planned for.

use crate::council::Council;
use waymark_programme::kinds::{AUDIT, CLAIM, PLAN_LINE, SELF_ASSESSMENT, SUGGESTION};
use waymark_programme::link::{ABOUT, CAME_FROM, EVIDENCE_FOR, MEASURED_BY, PART_OF};
use waymark_programme::self_assessment::{blocks, claims, judgements};
use waymark_programme::{RecordId, permit};

fn said(council: &Council, assessment: RecordId) -> Vec<String> {
    let records = council.records();
    blocks(&records, records.get(assessment).unwrap())
        .into_iter()
        .map(|it| it.words)
        .collect()
}

fn claim(council: &mut Council, of: RecordId, text: &str, sense: &str) -> RecordId {
    let held = [
        ("text", text),
        ("judgement", "help-and-protection"),
        ("sense", sense),
    ];
    let made = council.make_in(&CLAIM, "supported", &held);
    council.link(made, &PART_OF, of);
    made
}

#[test]
fn the_judgements_are_those_of_inspection() {
    assert_eq!(judgements().len(), 4);
    assert_eq!(judgements()[0].0, "leaders");
}

#[test]
fn an_empty_one_is_blocked() {
    let mut council = Council::default();
    let assessment = council.make(&SELF_ASSESSMENT, &[("title", "Spring 2018")]);
    assert!(said(&council, assessment)[0].starts_with("It holds no claim yet"));
}

#[test]
fn a_claim_needs_a_judgement_a_sense_and_evidence() {
    let mut council = Council::default();
    let assessment = council.make(&SELF_ASSESSMENT, &[("title", "Spring 2018")]);
    let bare = council.make(&CLAIM, &[("text", "Work has improved")]);
    council.link(bare, &PART_OF, assessment);
    let found = said(&council, assessment);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("CL-2: say which key judgement"));
    assert_eq!(found[1], "CL-2: no evidence is linked to it");
}

#[test]
fn a_measure_or_an_audit_is_evidence_and_a_withdrawn_claim_needs_none() {
    let mut council = Council::default();
    let assessment = council.make(&SELF_ASSESSMENT, &[("title", "Spring 2018")]);
    let timely = claim(&mut council, assessment, "Timely", "strength");
    council.link(timely, &MEASURED_BY, "assessment-45");
    let known = claim(&mut council, assessment, "Children are known", "strength");
    let audit = council.make(&AUDIT, &[("title", "Case files")]);
    council.link(audit, &EVIDENCE_FOR, known);
    let gone = council.make_in(&CLAIM, "withdrawn", &[("text", "All is well")]);
    council.link(gone, &PART_OF, assessment);
    assert_eq!(said(&council, assessment), [""; 0]);
    assert_eq!(claims(&council.records(), assessment).len(), 2);
}

#[test]
fn a_claim_that_is_queried_doubted_or_commented_on_with_reason_blocks() {
    let mut council = Council::default();
    let assessment = council.make(&SELF_ASSESSMENT, &[("title", "Spring 2018")]);
    let held = [
        ("text", "Most children have a plan"),
        ("judgement", "in-care"),
        ("sense", "strength"),
    ];
    for state in ["unsupported", "rewording", "measured"] {
        let made = council.make_in(&CLAIM, state, &held);
        council.link(made, &PART_OF, assessment);
        council.link(made, &MEASURED_BY, "no-permanence-plan");
        if state == "measured" {
            let note = [("text", "How many?"), ("source", "note")];
            for state in ["accepted", "done"] {
                let note = council.make_in(&SUGGESTION, state, &note);
                council.link(note, &ABOUT, made);
            }
        }
    }
    let found = said(&council, assessment);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("CL-2: it stands at “Needs evidence”"));
    assert_eq!(found[1], "CL-3: it is to be reworded");
    assert!(found[2].starts_with("CL-4: SUG-5, a comment that was accepted"));
}

#[test]
fn an_area_for_development_needs_a_line_with_outcome_owner_and_day() {
    let mut council = Council::default();
    let assessment = council.make(&SELF_ASSESSMENT, &[("title", "Spring 2018")]);
    let weak = claim(&mut council, assessment, "Visits are late", "development");
    council.link(weak, &MEASURED_BY, "cin-visit-28d");
    assert_eq!(
        said(&council, assessment),
        ["CL-2: no line of the plan answers it"]
    );
    let bare = council.make(&PLAN_LINE, &[("text", "Visit in time")]);
    council.link(bare, &CAME_FROM, weak);
    let found = said(&council, assessment);
    assert!(
        found[0].contains("PL-3") && found[0].contains("Name an owner"),
        "{found:?}"
    );
    let held = [
        ("text", "Visit in time"),
        ("outcome", "Children are safe sooner"),
        ("owners", "Head of service"),
        ("due", "2018-09-30"),
    ];
    // One stopped line answers nothing, one detailed line is enough.
    let stopped = council.make_in(&PLAN_LINE, "stopped", &held);
    council.link(stopped, &CAME_FROM, weak);
    assert_eq!(said(&council, assessment).len(), 1);
    let whole = council.make(&PLAN_LINE, &held);
    council.link(whole, &CAME_FROM, weak);
    assert_eq!(said(&council, assessment), [""; 0]);
}

#[test]
fn a_comment_without_an_answer_blocks_and_the_gate_says_so() {
    let mut council = Council::default();
    let assessment = council.make(&SELF_ASSESSMENT, &[("title", "Spring 2018")]);
    let timely = claim(&mut council, assessment, "Timely", "strength");
    council.link(timely, &MEASURED_BY, "assessment-45");
    let note = [("text", "Since when?"), ("source", "note")];
    let answered = council.make_in(&SUGGESTION, "declined", &note);
    council.link(answered, &ABOUT, timely);
    assert_eq!(said(&council, assessment), [""; 0]);
    let open = council.make(&SUGGESTION, &note);
    council.link(open, &ABOUT, timely);
    let records = council.records();
    let meet = SELF_ASSESSMENT.way("meet").unwrap();
    let one = records.get(assessment).unwrap();
    let lacking = permit::lacking(
        &records,
        one,
        meet,
        "",
        None,
        crate::council::day("2018-04-24"),
    );
    assert_eq!(lacking.len(), 1);
    assert!(lacking[0].words.ends_with("awaits an answer"));
}
