//! The board's two years: everything in them could have been done by the person who is said to have done it, and every page
//! has something to look at.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_programme::draft::draft;
use waymark_programme::forums::{delays, health, reports_owed, watch_list};
use waymark_programme::gate::pass;
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, ATTENDANCE, FINDING, KINDS, MATTER_ARISING, MEETING, MEMBER, PLAN,
    PLAN_LINE, PREDICTION, RESOLUTION,
};
use waymark_programme::last_time::last_time;
use waymark_programme::link::CAME_FROM;
use waymark_programme::meetings::{body_named, items, of_body};
use waymark_programme::minutes::{self, Confidence, Source};
use waymark_programme::plan_checks::{findings_without_line, lacks, lineage};
use waymark_programme::rating::{Delivery, delivery};
use waymark_programme::record::Record;
use waymark_programme::thread::thread;
use waymark_programme::{Area, Asker, Change, End, Records, Role, carry};
use waymark_wayshire::{Dated, Memory, board_life};

fn today() -> Day {
    "2018-04-08".parse().unwrap()
}

fn remembered() -> Memory {
    let mut memory = Memory::default();
    board_life().iter().for_each(|it| memory.keep(it));
    memory
}

/// The day it was written down.
fn on(dated: &Dated) -> Day {
    let civil = dated.at.to_zoned(jiff::tz::TimeZone::UTC).date();
    civil.to_string().parse().unwrap()
}

/// The roles of those who wrote it, as the demo's accounts have them.
fn role(name: &str) -> Option<Role> {
    Some(match name {
        "Judith Amble" => Role::Chair,
        "Helen Farrow" => Role::Director,
        "Marcus Bell" => Role::DemocraticServices,
        "Sam Okoro" => Role::Analyst,
        "Imran Sethi" => Role::Auditor,
        "Priya Lowe" => Role::Manager,
        "Councillor Ted Marsh" => Role::Scrutiny,
        _ => return None,
    })
}

#[test]
fn everything_in_it_could_have_been_done_by_who_did_it() {
    let mut memory = Memory::default();
    let north = [Area::locality("North")];
    let mut before = None;
    for dated in board_life() {
        let name = dated.changes.by.name.as_str();
        let role = role(name);
        assert!(role.is_some(), "{name} has no account");
        let asker = Asker {
            role,
            name,
            areas: &north,
        };
        // Lists name what earlier ones made by its number: the gate reads them as any other.
        let words: Vec<String> = dated.changes.list.iter().map(short).collect();
        assert_eq!(
            pass(&asker, memory.records(), &dated.changes, on(&dated)),
            Ok(()),
            "{} {name}: {words:?}",
            dated.at
        );
        assert!(
            before.is_none_or(|it| it <= dated.at),
            "in the order of time"
        );
        assert!(
            dated.at.to_string().as_str() < "2018-04-08",
            "{}: the demo's day is 8 April 2018",
            dated.at
        );
        before = Some(dated.at);
        memory.keep(&dated);
    }
}

#[test]
fn the_same_each_time_and_large_enough() {
    let memory = remembered();
    let records = memory.records();
    assert!(records.all().count() > 1_000, "{}", records.all().count());
    assert!(records.links() > 1_500, "{}", records.links());
    let again = remembered();
    assert!(records.all().eq(again.records().all()));
    let counts: BTreeMap<&str, usize> = KINDS
        .iter()
        .map(|kind| (kind.word, records.of(kind).count()))
        .collect();
    // Wordings stand in Waymark's own papers, which are made from the returns and not told here.
    for (kind, many) in counts.iter().filter(|(kind, _)| **kind != "wording") {
        assert!(*many > 0, "there is no {kind} to look at");
    }
    assert!(
        counts["meeting"] >= 35 && counts["action"] >= 45 && counts["plan-line"] >= 28,
        "{counts:?}"
    );
}

#[test]
fn every_state_of_the_kinds_a_board_lives_by_is_to_be_seen() {
    let memory = remembered();
    let records = memory.records();
    for (kind, states) in [
        (&ACTION, &["open", "accepted", "evidenced", "closed"][..]),
        (&MATTER_ARISING, &["promised", "kept", "again"]),
        (&PREDICTION, &["waiting", "right", "wrong", "untold"]),
        (&FINDING, &["waiting", "answered", "noted"]),
        (&MEETING, &["planned", "held", "drafted", "approved"]),
        (&AGENDA_ITEM, &["planned", "taken", "minuted", "carried"]),
        (&PLAN_LINE, &["planned", "going", "delivered", "completed"]),
    ] {
        for state in states {
            assert!(
                records.of(kind).any(|it| it.state.word == *state),
                "no {} is {state}",
                kind.word
            );
        }
    }
}

fn named<'a>(records: &'a Records, title: &str) -> &'a Record {
    records.all().find(|it| it.title().contains(title)).unwrap()
}

#[test]
fn the_next_meeting_is_on_24_april_and_its_agenda_knows_what_was_said() {
    let memory = remembered();
    let records = memory.records();
    let board = body_named(records, "the Board").unwrap();
    let next = of_body(records, board)
        .into_iter()
        .find(|it| it.date() >= Some(today()))
        .unwrap();
    assert_eq!(next.date().unwrap().words(), "24 April 2018");
    let agenda = items(records, next.id);
    assert_eq!(agenda.len(), 8);
    let minutes = agenda
        .iter()
        .find(|it| it.title().starts_with("Minutes"))
        .unwrap();
    let told = last_time(records, minutes, today(), |_| true);
    let academy = told
        .said
        .iter()
        .find(|it| it.record.title().contains("Academy"))
        .unwrap();
    assert_eq!(
        (academy.times, academy.days_over),
        (3, Some(26)),
        "promised three times, and late"
    );
    assert_eq!(academy.first_said.unwrap().words(), "10 October 2017");
    let figures = agenda
        .iter()
        .find(|it| it.title() == "Performance summary")
        .unwrap();
    let told = last_time(records, figures, today(), |_| true);
    assert!(told.measures.contains(&"assessment-over-45".to_owned()));
    assert!(told.said.iter().any(|it| it.record.is(&PREDICTION)));
    let mash = agenda
        .iter()
        .find(|it| it.title().starts_with("MASH"))
        .unwrap();
    let told = last_time(records, mash, today(), |_| true);
    assert!(
        told.said
            .iter()
            .any(|it| it.days_over.is_some() && it.record.is(&ACTION))
    );
}

#[test]
fn the_minutes_of_october_2017_say_what_the_sources_say() {
    let memory = remembered();
    let records = memory.records();
    let october = records
        .of(&MEETING)
        .find(|it| it.title() == "Improvement Board, 10 October 2017")
        .unwrap();
    let minutes = october.text("approved_text");
    assert_eq!(minutes, october.text("minutes"));
    for said in [
        "Wayshire Children's Services Improvement Board\nMinutes of the meeting held on Tuesday, 10 October 2017 at 2.30 pm",
        "Resolved: The Board approved the minutes of the last meeting held on 12 September 2017 as an accurate record.",
        "Resolved: The Board\n\n(i) approved the approach contained within the Continuous Improvement Plan, and\n(ii) requested that the next plan focuses on activities in the North.",
        "With regard to item 6, Louise Penn promised: a further update on the Social Work Academy",
        "Contacts followed by a referral: 30.3%.",
        "Children looked after: 1926, a net change of +3 in the month.",
        "· Draft the action plan for the North with the teams, by 9 January 2018 – Helen Farrow and Priya Lowe.",
    ] {
        assert!(minutes.contains(said), "{said}\nis not in\n{minutes}");
    }
}

#[test]
fn something_is_late_slipping_delayed_watched_owed_and_without_a_line() {
    let memory = remembered();
    let records = memory.records();
    let overdue = records
        .of(&ACTION)
        .filter(|it| records.days_over(it, today()).is_some())
        .count();
    let slipped = records
        .of(&ACTION)
        .filter(|it| it.values.has("first_due"))
        .count();
    assert!(
        overdue >= 5 && slipped >= 8,
        "{overdue} overdue, {slipped} slipped"
    );
    let rated: Vec<Delivery> = records
        .of(&PLAN_LINE)
        .map(|it| delivery(records, it, today()).computed)
        .collect();
    for (name, seen) in [
        (
            "late",
            rated.iter().any(|it| matches!(it, Delivery::Late(_))),
        ),
        (
            "slipping",
            rated.iter().any(|it| matches!(it, Delivery::Slipping(_))),
        ),
        ("on course", rated.contains(&Delivery::OnCourse)),
        ("not started", rated.contains(&Delivery::NotStarted)),
        ("delivered", rated.contains(&Delivery::Delivered)),
    ] {
        assert!(seen, "no line is {name}: {rated:?}");
    }
    let bare = named(records, "Hold team days in the North");
    assert!(lacks(records, bare).len() >= 5);
    assert!((2..=4).contains(&findings_without_line(records).len()));
    let late: Vec<String> = reports_owed(records, today())
        .into_iter()
        .filter(|it| it.days_late.is_some())
        .map(|it| it.by)
        .collect();
    assert_eq!(late, ["MASH and Early Help Board", "Helen Farrow"]);
    let checks = health(records, today());
    assert_eq!(checks[0].due.unwrap().words(), "10 April 2018");
    assert!(watch_list(records, today()).len() >= 6);
    let delays = delays(records);
    assert!(delays[0].delay.is_open(), "one awaits a decision");
    assert!(
        delays
            .iter()
            .any(|it| it.delay.title().contains("Building works") && it.days == Some(150))
    );
}

#[test]
fn the_old_plan_has_its_successors_and_a_finding_its_thread() {
    let memory = remembered();
    let records = memory.records();
    let old = records.of(&PLAN).next().unwrap();
    let lines = lineage(records, old.id);
    assert!(lines.iter().filter(|it| !it.successors.is_empty()).count() >= 5);
    assert!(lines.iter().any(|it| it.successors.is_empty()));
    let finding = named(records, "Seven of ten children referred by the police");
    let found = thread(records, &End::Record(finding.id), |_| true);
    let kinds: Vec<&str> = found
        .records()
        .filter_map(|it| records.get(it))
        .map(|it| it.kind.word)
        .collect();
    for kind in [
        "visit",
        "plan-line",
        "action",
        "paper",
        "resolution",
        "question",
        "agenda-item",
    ] {
        assert!(
            kinds.contains(&kind),
            "{kind} is not on the thread: {kinds:?}"
        );
    }
    assert!(
        found
            .measures()
            .any(|it| it == "police-referral-no-service")
    );
}

#[test]
fn the_meeting_after_the_last_can_be_made_in_one_step() {
    let memory = remembered();
    let records = memory.records();
    let march = records
        .of(&MEETING)
        .find(|it| it.title() == "Improvement Board, 13 March 2018")
        .unwrap();
    let by = waymark_programme::Author {
        account: None,
        name: "Marcus Bell".to_owned(),
    };
    // April goes on from March already.
    assert!(matches!(
        carry::next_meeting(records, march, by),
        Err(carry::NotYet::Made(_))
    ));
}

#[test]
fn people_came_and_did_not() {
    let memory = remembered();
    let records = memory.records();
    for how in [
        "present",
        "apologies",
        "deputy",
        "observer",
        "absent",
        "in-attendance",
    ] {
        assert!(
            records.of(&ATTENDANCE).any(|it| it.text("how") == how),
            "nobody was {how}"
        );
    }
}

/// A change in a few words, for a test that fails.
fn short(change: &Change) -> String {
    match change {
        Change::Make { kind, values, .. } => format!("make {} {values:?}", kind.word),
        Change::Edit { record, .. } => format!("edit {record}"),
        Change::Move { record, to, .. } => format!("move {record} to {to}"),
        Change::Link { from, kind, to } => format!("link {from} {} {to}", kind.word),
        _ => "another".to_owned(),
    }
}

#[test]
fn its_minutes_are_read_back_as_they_were_written() {
    let memory = remembered();
    let records = memory.records();
    for meeting in records.of(&MEETING).filter(|it| it.values.has("minutes")) {
        let printed = draft(records, meeting, |_| true).printed();
        let read = minutes::read(&Source::plain("minutes.txt", printed.as_str()));
        let title = meeting.title();
        assert_eq!(read.meeting.date, meeting.date(), "{title}");
        let agenda = items(records, meeting.id);
        let titles: Vec<&str> = read.items.iter().map(|it| it.title.as_str()).collect();
        let written: Vec<&str> = agenda.iter().map(|it| it.title()).collect();
        assert_eq!(titles, written, "{title}");
        for (read, item) in read.items.iter().zip(&agenda) {
            let verbs: Vec<String> = read
                .outcomes
                .iter()
                .filter(|it| it.confidence == Confidence::Certain)
                .map(|it| format!("{:?}", it.verb).to_lowercase())
                .collect();
            let resolved: Vec<&str> = records
                .parts(item.id, &RESOLUTION)
                .map(|it| it.text("verb"))
                .collect();
            assert_eq!(verbs, resolved, "{title}, {}", item.title());
            // What is only suggested is for a clerk to weigh, not for us.
            let mut asked = read
                .actions
                .iter()
                .filter(|it| it.confidence == Confidence::Certain);
            for action in records
                .led_here(item.id, &CAME_FROM)
                .filter(|it| it.is(&ACTION))
            {
                let read = asked.next().unwrap();
                assert!(read.text.starts_with(action.title()), "{title}: {read:?}");
                // A body's name may hold an "and", and end as a meeting's does.
                if !action.owners()[0].ends_with("Board") {
                    let promised = action.day("first_due").or_else(|| records.due(action));
                    assert_eq!(read.due, promised, "{title}: {read:?}");
                    assert_eq!(read.owners, action.owners(), "{title}: {read:?}");
                }
            }
            assert_eq!(asked.next(), None, "{title}");
        }
        assert_eq!(
            read.pieces
                .iter()
                .map(|it| it.text.as_str())
                .collect::<String>(),
            printed
        );
    }
}

#[test]
fn scrutinys_minutes_are_public_once_the_next_meeting_approved_them() {
    let memory = remembered();
    let records = memory.records();
    let body = body_named(records, "Children's Services Scrutiny Committee").unwrap();
    let anyone = Asker::PUBLIC;
    assert!(anyone.may_read(body));
    let members = records.parts(body.id, &MEMBER);
    assert_eq!(members.filter(|it| anyone.may_read(it)).count(), 6);
    let mut said = Vec::new();
    for meeting in of_body(records, body) {
        assert!(anyone.may_read(meeting), "{}", meeting.title());
        let all = items(records, meeting.id);
        let open = all.iter().filter(|it| anyone.may_read(it)).count();
        let people: Vec<&Record> = records.parts(meeting.id, &ATTENDANCE).collect();
        let named = people.iter().filter(|it| anyone.may_read(it)).count();
        let published = meeting.state.word == "approved";
        assert_eq!(open, if published { all.len() } else { 0 });
        assert_eq!(named, if published { people.len() } else { 0 });
        if published {
            let text = meeting.text("approved_text");
            assert!(text.contains("Resolved:") && text.contains("Councillor Ann Dowling"));
            said.push(meeting.date().unwrap().to_string());
        }
    }
    said.sort();
    assert_eq!(said, ["2017-06-14", "2017-09-13", "2017-12-13"]);
}

#[test]
fn the_findings_of_the_inspection_are_those_of_its_report() {
    let memory = remembered();
    let records = memory.records();
    let mut known = 0;
    for finding in records.of(&FINDING) {
        let visit = records.leads_to(finding.id, &CAME_FROM).next().unwrap();
        if visit
            .date()
            .is_some_and(|it| it.to_string() == "2015-11-02")
        {
            assert_eq!(finding.date().unwrap().to_string(), "2016-01-15");
            let in_it = waymark_wayshire::OFSTED_REPORTS.contains(finding.title());
            assert!(in_it, "{}", finding.title());
            known += 1;
        }
    }
    assert_eq!(known, 4);
}
