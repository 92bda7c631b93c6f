//! The thread, walked both ways.

use crate::council::Council;
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, FINDING, MEETING, PAPER, PLAN_LINE, PRIORITY, QUESTION, RESOLUTION, VISIT,
};
use waymark_programme::link::{
    ABOUT, ANSWERS, CAME_FROM, CONTINUES, MEASURED_BY, PART_OF, PRESENTED_AT,
};
use waymark_programme::record::{Record, RecordId};
use waymark_programme::thread::{MOST, thread};
use waymark_programme::{End, Records};

/// A finding of a monitoring visit, and what became of it.
fn drift() -> (Council, RecordId, RecordId) {
    let mut council = Council::default();
    let visit = council.make(
        &VISIT,
        &[
            ("title", "Monitoring visit"),
            ("body", "Ofsted"),
            ("sort", "monitoring"),
            ("date", "2017-07-04"),
        ],
    );
    let finding = council.make(
        &FINDING,
        &[
            ("said", "Permanence is by default"),
            ("body", "Ofsted"),
            ("sense", "improve"),
        ],
    );
    council.link(finding, &CAME_FROM, visit);
    let other = council.make(
        &FINDING,
        &[("said", "Other"), ("body", "Ofsted"), ("sense", "improve")],
    );
    council.link(other, &CAME_FROM, visit);
    let priority = council.make(&PRIORITY, &[("title", "Permanence")]);
    let line = council.make(
        &PLAN_LINE,
        &[
            ("text", "A plan by the second review"),
            ("start", "2017-08-01"),
        ],
    );
    council.link(line, &ANSWERS, finding);
    council.link(line, &PART_OF, priority);
    council.link(line, &MEASURED_BY, "no-permanence-plan");
    let elsewhere = council.make(&PLAN_LINE, &[("text", "Another line")]);
    council.link(elsewhere, &PART_OF, priority);
    let meeting = council.make(
        &MEETING,
        &[
            ("title", "Board"),
            ("body", "Board"),
            ("date", "2017-09-12"),
        ],
    );
    let item = council.make(&AGENDA_ITEM, &[("title", "Permanence"), ("sort", "update")]);
    council.link(item, &PART_OF, meeting);
    council.link(item, &ABOUT, line);
    let paper = council.make(&PAPER, &[("title", "Permanence report")]);
    council.link(paper, &PRESENTED_AT, item);
    let resolution = council.make(&RESOLUTION, &[("text", "the report"), ("verb", "noted")]);
    council.link(resolution, &PART_OF, item);
    let question = council.make(&QUESTION, &[("text", "How many children wait?")]);
    council.link(question, &PART_OF, item);
    let action = council.make(&ACTION, &[("text", "List them"), ("owners", "Ann Marsh")]);
    council.link(action, &CAME_FROM, resolution);
    (council, finding, question)
}

fn shown(records: &Records, from: RecordId) -> Vec<String> {
    thread(records, &End::Record(from), |_| true)
        .steps
        .iter()
        .map(|step| {
            let name = match &step.at {
                End::Record(id) => records.get(*id).unwrap().title().to_owned(),
                End::Measure(id) => id.clone(),
            };
            let words = if step.link.is_some() {
                format!("{}: ", step.words())
            } else {
                String::new()
            };
            format!("{}{words}{name}", "  ".repeat(step.depth as usize))
        })
        .collect()
}

#[test]
fn from_a_finding_to_the_question_and_the_figure() {
    let (council, finding, _) = drift();
    assert_eq!(
        shown(&council.records(), finding),
        [
            "Permanence is by default",
            "  Came from: Monitoring visit",
            "  Answered by: A plan by the second review",
            "    Part of: Permanence",
            "    Measured by: no-permanence-plan",
            "    Subject of: Permanence",
            "      Part of: Board",
            "      Heard: Permanence report",
            "      Has: the report",
            "        Led to: List them",
            "      Has: How many children wait?",
        ]
    );
}

#[test]
fn and_from_the_question_back_to_the_finding() {
    let (council, finding, question) = drift();
    let records = council.records();
    let back = thread(&records, &End::Record(question), |_| true);
    let place = back
        .steps
        .iter()
        .position(|it| it.at == End::Record(finding))
        .unwrap();
    let mut at = &back.steps[place];
    let mut words = Vec::new();
    while let Some(from) = at.from {
        words.push(at.words());
        assert!(at.back());
        at = &back.steps[from];
    }
    words.reverse();
    assert_eq!(words, ["Part of", "About", "Answers"]);
}

#[test]
fn a_thread_stops_at_what_everything_hangs_on_and_starts_there_if_asked() {
    let (council, finding, _) = drift();
    let records = council.records();
    let titles = shown(&records, finding).join("\n");
    assert!(
        !titles.contains("Another line"),
        "lines of the same priority are not its thread"
    );
    assert!(
        !titles.contains("Other"),
        "other findings of the same visit are not its thread"
    );
    let measure = thread(
        &records,
        &End::Measure("no-permanence-plan".to_owned()),
        |_| true,
    );
    assert!(measure.records().any(|it| it == finding));
}

#[test]
fn what_a_reader_may_not_read_is_neither_shown_nor_walked_through() {
    let (council, finding, question) = drift();
    let records = council.records();
    let found = thread(&records, &End::Record(finding), |it| !it.is(&AGENDA_ITEM));
    assert!(!found.records().any(|it| it == question));
    assert!(
        found
            .records()
            .all(|it| !records.get(it).is_some_and(|it| it.is(&AGENDA_ITEM)))
    );
}

#[test]
fn a_circle_of_links_ends() {
    let mut council = Council::default();
    let one = council.make(&ACTION, &[("text", "One"), ("owners", "A")]);
    let two = council.make(&ACTION, &[("text", "Two"), ("owners", "A")]);
    council.link(one, &CONTINUES, two);
    council.link(two, &CONTINUES, one);
    assert_eq!(
        thread(&council.records(), &End::Record(one), |_| true)
            .steps
            .len(),
        2
    );
}

#[test]
fn twenty_thousand_records_take_milliseconds_and_the_nearest_are_shown() {
    let mut council = Council::default();
    let items: Vec<RecordId> = (0..4_000)
        .map(|_| {
            council.make(
                &AGENDA_ITEM,
                &[("title", "Performance"), ("sort", "standing")],
            )
        })
        .collect();
    for pair in items.windows(2) {
        council.link(pair[1], &CONTINUES, pair[0]);
    }
    for item in &items {
        for _ in 0..4 {
            let action = council.make(&ACTION, &[("text", "Do"), ("owners", "Ann Marsh")]);
            council.link(action, &CAME_FROM, *item);
            council.link(action, &ABOUT, "referrals");
        }
    }
    let records = council.records();
    assert_eq!(records.everything().count(), 20_000);
    let found = thread(&records, &End::Record(items[2_000]), |_| true);
    assert!(found.more && found.steps.len() == MOST);
    assert!(
        found.steps.iter().all(|it| it.depth < 90),
        "the nearest first"
    );
    let all: Vec<&Record> = found.records().filter_map(|it| records.get(it)).collect();
    assert!(all.len() >= MOST - 1);
    let measure = End::Measure("referrals".to_owned());
    assert_eq!(thread(&records, &measure, |_| true).steps.len(), MOST);
}
