//! Minutes drafted from the record.

use crate::council::Council;
use waymark_programme::draft::draft;
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, ATTENDANCE, BODY, MATTER_ARISING, MEETING, QUESTION, RECOMMENDATION,
    RESOLUTION,
};
use waymark_programme::link::{CAME_FROM, PART_OF, PROMISED_FOR};
use waymark_programme::record::RecordId;

fn meeting() -> (Council, RecordId) {
    let mut council = Council::default();
    council.make(
        &BODY,
        &[
            ("name", "Wayshire Improvement Board"),
            ("short", "the Board"),
            ("sort", "board"),
        ],
    );
    let meeting = council.make_in(
        &MEETING,
        "held",
        &[
            ("title", "October"),
            ("body", "Wayshire Improvement Board"),
            ("date", "2017-10-10"),
            ("starts", "14:30"),
            ("place", "Committee Room B"),
        ],
    );
    let next = council.make(
        &MEETING,
        &[
            ("title", "November"),
            ("body", "Wayshire Improvement Board"),
            ("date", "2017-11-14"),
        ],
    );
    for (name, agency, how, deputy_for) in [
        ("Judith Amble", "Independent Chair", "present", ""),
        ("Ian Wood", "Wayshire Constabulary", "deputy", "Ruth Kell"),
        ("Cllr Pia Wren", "Wayshire County Council", "observer", ""),
        ("Ruth Kell", "Wayshire Constabulary", "apologies", ""),
    ] {
        let made = council.make(
            &ATTENDANCE,
            &[
                ("name", name),
                ("agency", agency),
                ("how", how),
                ("deputy_for", deputy_for),
            ],
        );
        council.link(made, &PART_OF, meeting);
    }
    let item = |council: &mut Council, number: &str, title: &str, minute: &str, state: &str| {
        let made = council.make_in(
            &AGENDA_ITEM,
            state,
            &[
                ("title", title),
                ("number", number),
                ("order", number),
                ("sort", "update"),
                ("minute", minute),
            ],
        );
        council.link(made, &PART_OF, meeting);
        made
    };
    let dcs = item(
        &mut council,
        "2",
        "DCS progress and update",
        "A report was presented.\n\nSupervision was 60%.",
        "taken",
    );
    let minutes = item(
        &mut council,
        "1",
        "Minutes and actions from the last meeting",
        "",
        "taken",
    );
    item(&mut council, "3", "Residential strategy", "", "deferred");
    let of = |council: &mut Council, kind, item: RecordId, values: &[(&str, &str)]| {
        let made = council.make(kind, values);
        council.link(made, &PART_OF, item);
        made
    };
    of(
        &mut council,
        &RESOLUTION,
        minutes,
        &[
            (
                "text",
                "the minutes of the meeting held on 12 September 2017 as an accurate record",
            ),
            ("verb", "approved"),
        ],
    );
    let promise = of(
        &mut council,
        &MATTER_ARISING,
        minutes,
        &[
            ("text", "a further update on the Social Work Academy"),
            ("said_by", "Louise Penn"),
            ("item_number", "6"),
        ],
    );
    council.link(promise, &PROMISED_FOR, next);
    let first = of(
        &mut council,
        &RESOLUTION,
        dcs,
        &[("text", "the approach of the plan"), ("verb", "approved")],
    );
    of(
        &mut council,
        &RESOLUTION,
        dcs,
        &[
            ("text", "that the next plan focuses on the North"),
            ("verb", "requested"),
        ],
    );
    of(
        &mut council,
        &QUESTION,
        dcs,
        &[
            ("text", "How many are still to transfer?"),
            ("asked_by", "Judith Amble"),
            ("answer", "Around 1,450"),
            ("answered_by", "Grace Hall"),
        ],
    );
    let action = council.make(
        &ACTION,
        &[
            ("text", "Draft the plan for the North"),
            ("owners", "Helen Farrow\nPriya Lowe"),
            ("due", "2018-02-13"),
            ("first_due", "2018-01-09"),
        ],
    );
    council.link(action, &CAME_FROM, first);
    (council, meeting)
}

#[test]
fn in_council_style() {
    let (council, meeting) = meeting();
    let records = council.records();
    let text = draft(&records, records.get(meeting).unwrap(), |_| true).text();
    assert_eq!(
        text,
        "Wayshire Improvement Board\n\
         Minutes of the meeting held on Tuesday, 10 October 2017 at 2.30 pm in Committee Room B\n\
         \n\
         Present:\n\
         Judith Amble – Independent Chair\n\
         Ian Wood – Wayshire Constabulary (for Ruth Kell)\n\
         \n\
         Observers:\n\
         Cllr Pia Wren – Wayshire County Council\n\
         \n\
         Apologies:\n\
         Ruth Kell – Wayshire Constabulary\n\
         \n\
         1. Minutes and actions from the last meeting\n\
         \n\
         Matters arising\n\
         \n\
         With regard to item 6, Louise Penn promised: a further update on the Social Work Academy, for 14 November 2017.\n\
         \n\
         Resolved: The Board approved the minutes of the meeting held on 12 September 2017 as an accurate record.\n\
         \n\
         2. DCS progress and update\n\
         \n\
         A report was presented.\n\
         \n\
         Supervision was 60%.\n\
         \n\
         Judith Amble asked: How many are still to transfer? Grace Hall answered: Around 1,450.\n\
         \n\
         Resolved: The Board\n\
         \n\
         (i) approved the approach of the plan, and\n\
         (ii) requested that the next plan focuses on the North.\n\
         \n\
         Actions:\n\
         · Draft the plan for the North, by 9 January 2018 – Helen Farrow and Priya Lowe.\n\
         \n\
         3. Residential strategy\n\
         \n\
         This item was deferred.\n"
    );
    assert_eq!(
        text,
        draft(&records, records.get(meeting).unwrap(), |_| true).text()
    );
}

#[test]
fn printed_for_a_committee_system() {
    let (council, meeting) = meeting();
    let records = council.records();
    let printed = draft(&records, records.get(meeting).unwrap(), |_| true).printed();
    for at in 1..=3 {
        assert_eq!(printed.matches(&format!("<AI{at}>")).count(), 1);
        assert_eq!(printed.matches(&format!("</AI{at}>")).count(), 1);
    }
    assert!(
        printed.contains("<AI2>\n\n\t2.\n\tDCS progress and update\n\n\n"),
        "{printed}"
    );
    assert!(printed.contains("\tIan Wood\n\tWayshire Constabulary (for Ruth Kell)\n"));
    assert!(printed.trim_end().ends_with("</AI3>"));
}

#[test]
fn what_a_reader_may_not_read_is_named_but_not_told() {
    let (council, meeting) = meeting();
    let records = council.records();
    let text = draft(&records, records.get(meeting).unwrap(), |it| {
        !it.title().contains("DCS")
    })
    .text();
    assert!(
        text.contains("2. Not for publication") && !text.contains("60%") && !text.contains("North")
    );
}

#[test]
fn a_recommendation_stands_in_the_minutes_of_scrutiny() {
    let mut council = Council::default();
    let meeting = council.make(
        &MEETING,
        &[
            ("title", "March"),
            ("body", "Scrutiny Committee"),
            ("date", "2018-03-14"),
        ],
    );
    let item = council.make(
        &AGENDA_ITEM,
        &[("title", "Children's services"), ("sort", "update")],
    );
    council.link(item, &PART_OF, meeting);
    let made = council.make(
        &RECOMMENDATION,
        &[("text", "Performance data to be in the report itself")],
    );
    council.link(made, &PART_OF, item);
    let asked = council.make(
        &QUESTION,
        &[("text", "How many children does this affect?")],
    );
    council.link(asked, &PART_OF, item);
    let records = council.records();
    let text = draft(&records, records.get(meeting).unwrap(), |_| true).text();
    assert!(
        text.contains("Recommendations:\n1. Performance data to be in the report itself.\n"),
        "{text}"
    );
    assert!(
        text.contains("It was asked: How many children does this affect? An answer is to follow.")
    );
    assert!(text.contains("held on Wednesday, 14 March 2018\n"));
}
