//! The next meeting, with its papers: how many are in, and when the others are due.

use crate::pages::plan::shown;
use waymark_data::Day;
use waymark_programme::kinds::{AGENDA_ITEM, MEETING, PAPER};
use waymark_programme::link::PRESENTED_AT;
use waymark_programme::meetings::body_of;
use waymark_programme::{Asker, Record, RecordId, Records};

/// The next meeting.
pub(super) struct NextMeeting {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) when: String,
    pub(super) papers: String,
}

/// The next meeting of a board this person may know of; where no board meets, the next of any body.
pub(super) fn next(records: &Records, asker: &Asker<'_>, today: Day) -> Option<NextMeeting> {
    let mut coming: Vec<&Record> = records
        .of(&MEETING)
        .filter(|it| ["planned", "circulated"].contains(&it.state.word) && asker.may_read(it))
        .filter(|it| it.date().is_some_and(|it| it >= today))
        .collect();
    coming.sort_by_key(|it| (it.date(), it.text("starts").to_owned(), it.id));
    let meeting = coming
        .iter()
        .find(|it| body_of(records, it).is_some_and(|it| it.text("sort") == "board"))
        .or(coming.first())?;
    Some(told(records, asker, meeting, today))
}

fn told(records: &Records, asker: &Asker<'_>, meeting: &Record, today: Day) -> NextMeeting {
    let day = meeting.date().unwrap_or(today);
    let starts = match meeting.text("starts") {
        "" => String::new(),
        time => format!(", {}", clock(time)),
    };
    NextMeeting {
        title: meeting.title().to_owned(),
        href: format!("/meetings/{}", meeting.id),
        when: format!("{}{starts}, {}", day.words(), shown::from_today(day, today)),
        papers: papers(records, asker, meeting, today),
    }
}

/// "3 of 7 papers are in; the others are due on 18 April 2018, in 10 days."
fn papers(records: &Records, asker: &Asker<'_>, meeting: &Record, today: Day) -> String {
    let all = papers_of(records, asker, meeting.id);
    if all.is_empty() {
        return "No papers are on its agenda yet.".to_owned();
    }
    let awaited = all.iter().filter(|it| it.state.word == "awaited").count();
    let within = all.len() - awaited;
    let is_in = format!(
        "{within} of {} {} in",
        all.len(),
        if all.len() == 1 {
            "paper is"
        } else {
            "papers are"
        }
    );
    let due = meeting.day("papers_due");
    match (awaited, due) {
        (0, _) => format!("{is_in}."),
        (_, None) => format!("{is_in}."),
        (_, Some(due)) if due < today => format!(
            "{is_in}; the others were due on {}, {}.",
            due.words(),
            shown::from_today(due, today)
        ),
        (_, Some(due)) => format!(
            "{is_in}; the others are due on {}, {}.",
            due.words(),
            shown::from_today(due, today)
        ),
    }
}

/// The papers of a meeting and of its items, without the withdrawn.
pub(super) fn papers_of<'a>(
    records: &'a Records,
    asker: &Asker<'_>,
    meeting: RecordId,
) -> Vec<&'a Record> {
    let mut found: Vec<&Record> = records.led_here(meeting, &PRESENTED_AT).collect();
    for item in records.parts(meeting, &AGENDA_ITEM) {
        found.extend(records.led_here(item.id, &PRESENTED_AT));
    }
    found.retain(|it| it.is(&PAPER) && it.state.word != "withdrawn" && asker.may_read(it));
    found.sort_by_key(|it| it.id);
    found.dedup_by_key(|it| it.id);
    found
}

/// "2.30 pm" of "14:30"; as it stands where it is no time.
fn clock(time: &str) -> String {
    let parts = time
        .split_once(':')
        .and_then(|(hour, minute)| Some((hour.parse::<u32>().ok()?, minute)));
    match parts {
        Some((0, minute)) => format!("12.{minute} am"),
        Some((hour @ 1..=11, minute)) => format!("{hour}.{minute} am"),
        Some((12, minute)) => format!("12.{minute} pm"),
        Some((hour, minute)) => format!("{}.{minute} pm", hour - 12),
        None => time.to_owned(),
    }
}
