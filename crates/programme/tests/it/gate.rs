//! What is let through to be kept, and what is refused with which words.

use crate::people::{CLERK, DIRECTOR, MANAGER, POLICE, SCRUTINY};
use crate::written::Written;
use waymark_programme::gate::{self, Refused};
use waymark_programme::{Asker, Author, Change, Changes, Records, Values, kinds, link};

/// What the gate says on 24 April 2018.
fn pass(asker: &Asker<'_>, records: &Records, changes: &Changes) -> Result<(), Refused> {
    gate::pass(asker, records, changes, crate::council::day("2018-04-24"))
}

fn by(name: &str) -> Changes {
    Changes::by(Author {
        account: Some(1),
        name: name.into(),
    })
}

fn words(refused: Result<(), Refused>) -> String {
    match refused {
        Ok(()) => "let through".into(),
        Err(Refused::NotAllowed(why)) => why.into(),
        Err(Refused::NoSuchRecord) => "no such record".into(),
        Err(Refused::Mistakes(all)) => all
            .into_iter()
            .map(|it| it.words)
            .collect::<Vec<_>>()
            .join("; "),
    }
}

fn heat_maps() -> Values {
    Values::new()
        .with("text", "Bring the heat maps")
        .with_list("owners", ["Superintendent Ruth Kell"])
}

#[test]
fn an_action_needs_its_owner() {
    let written = Written::default();
    let mut changes = by("Marcus Bell");
    changes.make(
        &kinds::ACTION,
        Values::new().with("text", "Bring the heat maps"),
    );
    let said = words(pass(&CLERK, &written.records(), &changes));
    assert_eq!(said, "Who does it: this must be filled in");
}

#[test]
fn scrutiny_makes_no_actions() {
    let mut changes = by("Councillor Ted Marsh");
    changes.make(&kinds::ACTION, heat_maps());
    let said = words(pass(&SCRUTINY, &Written::default().records(), &changes));
    assert_eq!(said, "You may not make one of these.");
}

#[test]
fn an_action_is_closed_on_evidence_at_a_meeting() {
    let mut written = Written::default();
    let action = written.add(&kinds::ACTION, "evidenced", heat_maps());
    let meeting = written.add(
        &kinds::MEETING,
        "held",
        Values::new()
            .with("title", "Improvement Board")
            .with("body", "Improvement Board")
            .with("date", "2018-04-24"),
    );
    let close = |with: Changes| {
        let mut with = with;
        with.list.push(Change::Move {
            record: action,
            read: 1,
            to: "closed",
        });
        with
    };
    let records = written.records();
    let said = words(pass(&CLERK, &records, &close(by("Marcus Bell"))));
    assert_eq!(
        said,
        "Add the evidence that it is done; Name the meeting, agenda item or resolution that decided it"
    );
    let mut proved = by("Marcus Bell").from_minute(meeting);
    proved.list.push(Change::Edit {
        record: action,
        read: 1,
        readers: kinds::ACTION.readers,
        values: heat_maps().with("evidence", "Shown to the board"),
    });
    assert_eq!(words(pass(&CLERK, &records, &close(proved))), "let through");
    let said = words(pass(
        &POLICE,
        &records,
        &close(by("Ruth Kell").from_minute(meeting)),
    ));
    assert!(said.contains("not by you"), "{said}");
}

#[test]
fn an_owner_offers_evidence_without_any_other_right() {
    let mut written = Written::default();
    let mine = written.add(
        &kinds::ACTION,
        "open",
        heat_maps().with("evidence", "The maps are in the pack"),
    );
    let theirs = written.add(
        &kinds::ACTION,
        "open",
        Values::new()
            .with("text", "Something else")
            .with("evidence", "There")
            .with_list("owners", ["Somebody Else"]),
    );
    let offer = |record| {
        let mut changes = by("Superintendent Ruth Kell");
        changes.list.push(Change::Move {
            record,
            read: 1,
            to: "evidenced",
        });
        changes
    };
    let records = written.records();
    assert_eq!(words(pass(&POLICE, &records, &offer(mine))), "let through");
    assert_ne!(
        words(pass(&POLICE, &records, &offer(theirs))),
        "let through"
    );
}

#[test]
fn a_finding_is_in_the_plan_once_a_line_came_from_it() {
    let mut written = Written::default();
    let finding = written.add(
        &kinds::FINDING,
        "waiting",
        Values::new()
            .with("said", "Too many changes of social worker")
            .with("body", "Ofsted")
            .with("sense", "improve"),
    );
    let answer = |mut changes: Changes| {
        changes.list.push(Change::Move {
            record: finding,
            read: 1,
            to: "answered",
        });
        changes
    };
    let records = written.records();
    let said = words(pass(&DIRECTOR, &records, &answer(by("Helen Farrow"))));
    assert_eq!(said, "Link the plan line that answers this finding");
    let mut linked = by("Helen Farrow");
    let line = linked.make(
        &kinds::PLAN_LINE,
        Values::new().with("text", "Career pathways"),
    );
    linked.link(line, &link::CAME_FROM, finding);
    assert_eq!(
        words(pass(&DIRECTOR, &records, &answer(linked))),
        "let through"
    );
}

#[test]
fn approved_minutes_stay_as_they_were_approved() {
    let mut written = Written::default();
    let values = Values::new()
        .with("title", "Improvement Board")
        .with("body", "Improvement Board")
        .with("date", "2018-04-24")
        .with("minutes", "1. Welcome");
    let meeting = written.add(&kinds::MEETING, "approved", values.clone());
    let kept = values.clone();
    let mut changes = by("Marcus Bell");
    changes.list.push(Change::Edit {
        record: meeting,
        read: 1,
        readers: kinds::MEETING.readers,
        values: values.with("minutes", "1. Something else"),
    });
    let said = words(pass(&CLERK, &written.records(), &changes));
    assert_eq!(
        said,
        "This record is frozen: what it holds can no longer be changed."
    );
    // They can be published, by those who run meetings.
    let mut published = by("Marcus Bell");
    published.list.push(Change::Edit {
        record: meeting,
        read: 1,
        readers: waymark_programme::Readers::Public,
        values: kept,
    });
    let records = written.records();
    assert_eq!(words(pass(&CLERK, &records, &published)), "let through");
    assert_ne!(words(pass(&POLICE, &records, &published)), "let through");
}

#[test]
fn to_whom_an_issued_paper_was_sent_is_written_down_and_nothing_else_of_it_changes() {
    let mut written = Written::default();
    let values = Values::new()
        .with("title", "Briefing note")
        .with("circulated", "2018-04-04");
    let paper = written.add(&kinds::PAPER, "circulated", values.clone());
    let records = written.records();
    let edited = |values: Values| {
        let mut changes = by("Marcus Bell");
        changes.list.push(Change::Edit {
            record: paper,
            read: 1,
            readers: kinds::PAPER.readers,
            values,
        });
        changes
    };
    let sent = values
        .clone()
        .with("sent_on", "2018-04-05")
        .with("sent_by", "Marcus Bell")
        .with("sent_to", "7 members");
    assert_eq!(
        words(pass(&CLERK, &records, &edited(sent.clone()))),
        "let through"
    );
    assert_ne!(
        words(pass(&POLICE, &records, &edited(sent.clone()))),
        "let through"
    );
    let other = sent.with("title", "Another note");
    let said = "This record is frozen: what it holds can no longer be changed.";
    assert_eq!(words(pass(&CLERK, &records, &edited(other))), said);
}

#[test]
fn a_record_they_may_not_read_is_not_there_for_them() {
    let mut written = Written::default();
    let action = written.add_for(
        waymark_programme::Readers::Restricted,
        &kinds::ACTION,
        "open",
        heat_maps(),
    );
    let mut changes = by("Priya Lowe").because("Not needed");
    changes.list.push(Change::Delete {
        record: action,
        read: 1,
    });
    let records = written.records();
    assert_eq!(words(pass(&MANAGER, &records, &changes)), "no such record");
    assert_eq!(words(pass(&CLERK, &records, &changes)), "let through");
    changes.reason.clear();
    assert_eq!(words(pass(&CLERK, &records, &changes)), "Say why");
}

#[test]
fn links_join_only_what_they_may() {
    let mut written = Written::default();
    let one = written.add(&kinds::ACTION, "open", heat_maps());
    let other = written.add(&kinds::ACTION, "open", heat_maps());
    let mut changes = by("Marcus Bell");
    changes.link(one, &link::PROMISED_FOR, other);
    let said = words(pass(&CLERK, &written.records(), &changes));
    assert_eq!(said, "A link of this kind cannot join these two");
}
