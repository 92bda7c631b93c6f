//! Minutes that are drafted here and taken away as text are read back as what they were: people, outcomes, actions, owners,
//! dues and promises.

use crate::council::Council;
use waymark_programme::draft::{Draft, draft};
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, ATTENDANCE, BODY, MATTER_ARISING, MEETING, RESOLUTION,
};
use waymark_programme::link::{CAME_FROM, PART_OF, PROMISED_FOR};
use waymark_programme::minutes::{Minutes, Source, Status, Verb, read};

/// Minutes with every part there is.
fn minutes() -> Draft {
    let mut council = Council::default();
    council.make(
        &BODY,
        &[
            ("name", "Wayshire Improvement Board"),
            ("short", "the Board"),
            ("sort", "board"),
        ],
    );
    let of = ("body", "Wayshire Improvement Board");
    let meeting = council.make_in(
        &MEETING,
        "held",
        &[
            ("title", "October"),
            of,
            ("date", "2017-10-10"),
            ("starts", "14:30"),
            ("place", "Committee Room B"),
        ],
    );
    let next = council.make(
        &MEETING,
        &[("title", "November"), of, ("date", "2017-11-14")],
    );
    for (name, agency, how, deputy_for) in [
        ("Judith Amble", "Independent Chair", "present", ""),
        ("Helen Farrow", "Wayshire County Council", "present", ""),
        ("Ian Wood", "Wayshire Constabulary", "deputy", "Ruth Kell"),
        ("Ann Lee", "", "deputy", "Jane Holt"),
        ("Bo Marsh", "NHS Wayshire", "deputy", ""),
        (
            "Marcus Bell",
            "Wayshire County Council",
            "in-attendance",
            "",
        ),
        ("Cllr Pia Wren", "Wayshire County Council", "observer", ""),
        ("Ruth Kell", "Wayshire Constabulary", "apologies", ""),
        ("Jane Holt", "", "apologies", ""),
    ] {
        let values = [
            ("name", name),
            ("agency", agency),
            ("how", how),
            ("deputy_for", deputy_for),
        ];
        let made = council.make(&ATTENDANCE, &values);
        council.link(made, &PART_OF, meeting);
    }
    let mut items = Vec::new();
    for (number, title, minute) in [
        ("1", "Minutes and actions from the last meeting", ""),
        (
            "2",
            "DCS progress and update",
            "A report was presented.\n\nSupervision was 60%.",
        ),
    ] {
        let made = council.make_in(
            &AGENDA_ITEM,
            "taken",
            &[
                ("title", title),
                ("number", number),
                ("order", number),
                ("sort", "update"),
                ("minute", minute),
            ],
        );
        council.link(made, &PART_OF, meeting);
        items.push(made);
    }
    let resolve = |council: &mut Council, item, verb, text| {
        let made = council.make(&RESOLUTION, &[("text", text), ("verb", verb)]);
        council.link(made, &PART_OF, item);
        made
    };
    resolve(
        &mut council,
        items[0],
        "approved",
        "the minutes of the meeting held on 12 September 2017 as an accurate record",
    );
    let first = resolve(
        &mut council,
        items[1],
        "approved",
        "the approach of the plan",
    );
    resolve(
        &mut council,
        items[1],
        "requested",
        "that the next plan focuses on the North",
    );
    for (text, words, meeting) in [
        (
            "a further update on the Social Work Academy",
            "",
            Some(next),
        ),
        (
            "the film of the young people's day",
            "November meeting",
            None,
        ),
    ] {
        let values = [
            ("text", text),
            ("said_by", "Louise Penn"),
            ("item_number", "6"),
            ("due_words", words),
        ];
        let made = council.make(&MATTER_ARISING, &values);
        council.link(made, &PART_OF, items[0]);
        if let Some(meeting) = meeting {
            council.link(made, &PROMISED_FOR, meeting);
        }
    }
    for (text, owners, due) in [
        (
            "Draft the plan for the North",
            "Helen Farrow\nMASH and Early Help Board\nthe Chair",
            "2018-01-09",
        ),
        (
            "Share the heat maps",
            "Helen Farrow\nPriya Lowe",
            "2017-11-01",
        ),
        (
            "Publish the offer",
            "Corporate Parenting Board",
            "2017-12-01",
        ),
    ] {
        let values = [("text", text), ("owners", owners), ("first_due", due)];
        let made = council.make(&ACTION, &values);
        council.link(made, &CAME_FROM, first);
    }
    let records = council.records();
    draft(&records, records.get(meeting).unwrap(), |_| true)
}

#[track_caller]
fn holds(found: &Minutes) {
    let people: Vec<String> = found
        .people
        .iter()
        .map(|it| {
            let gone = it.instead_of.as_ref().map(|it| format!(" for {it}"));
            format!(
                "{:?}: {}, {}{}",
                it.status,
                it.name,
                it.role,
                gone.unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(
        people,
        [
            "Present: Judith Amble, Independent Chair",
            "Present: Helen Farrow, Wayshire County Council",
            "Substitute: Ian Wood, Wayshire Constabulary for Ruth Kell",
            "Substitute: Ann Lee,  for Jane Holt",
            "Substitute: Bo Marsh, NHS Wayshire",
            "InAttendance: Marcus Bell, Wayshire County Council",
            "Observer: Cllr Pia Wren, Wayshire County Council",
            "Apologies: Ruth Kell, Wayshire Constabulary",
            "Apologies: Jane Holt, ",
        ]
    );
    assert!(
        found
            .people
            .iter()
            .all(|it| it.status != Status::Expected && it.item.is_empty())
    );
    let titles: Vec<&str> = found.items.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Minutes and actions from the last meeting",
            "DCS progress and update"
        ]
    );
    let outcomes: Vec<(Verb, &str)> = found
        .items
        .iter()
        .flat_map(|it| &it.outcomes)
        .map(|it| (it.verb, it.text.as_str()))
        .collect();
    assert_eq!(outcomes.len(), 3, "{outcomes:?}");
    for ((verb, words), wanted) in outcomes.iter().zip([
        (
            Verb::Approved,
            "the minutes of the meeting held on 12 September 2017 as an accurate record",
        ),
        (Verb::Approved, "the approach of the plan"),
        (Verb::Requested, "that the next plan focuses on the North"),
    ]) {
        assert_eq!(*verb, wanted.0);
        assert!(words.contains(wanted.1), "{words}");
    }
    let actions: Vec<String> = found
        .items
        .iter()
        .flat_map(|it| &it.actions)
        .map(|it| {
            let due = it.due.map(|it| it.to_string()).unwrap_or_default();
            format!("{} [{due}]", it.owners.join(" + "))
        })
        .collect();
    assert_eq!(
        actions,
        [
            "Helen Farrow + MASH and Early Help Board + the Chair [2018-01-09]",
            "Helen Farrow + Priya Lowe [2017-11-01]",
            "Corporate Parenting Board [2017-12-01]",
        ]
    );
    let promises: Vec<(&str, Option<&str>, Option<&str>)> = found
        .items
        .iter()
        .flat_map(|it| &it.promises)
        .map(|it| (it.text.as_str(), it.who.as_deref(), it.due_words.as_deref()))
        .collect();
    assert_eq!(
        promises,
        [
            (
                "a further update on the Social Work Academy",
                Some("Louise Penn"),
                Some("14 November 2017")
            ),
            (
                "the film of the young people's day",
                Some("Louise Penn"),
                Some("November meeting")
            ),
        ]
    );
}

#[test]
fn as_the_text_a_clerk_edits() {
    holds(&read(&Source::plain("minutes.txt", minutes().text())));
}

#[test]
fn as_printed_for_a_committee_system() {
    holds(&read(&Source::plain("minutes.txt", minutes().printed())));
}

#[test]
fn what_became_of_the_minutes_is_no_outcome_of_their_last_item() {
    let mut text = minutes().text();
    text.push_str(
        "\nApproved as an accurate record at Wayshire Improvement Board, 14 November 2017.\n",
    );
    holds(&read(&Source::plain("minutes.txt", text)));
    let mut text = minutes().text();
    text.push_str("\nDraft: not approved.\n");
    holds(&read(&Source::plain("minutes.txt", text)));
}
