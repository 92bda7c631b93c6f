//! Who was at a meeting, counted and said in words.

use crate::words::counted;
use waymark_programme::{Record, RecordId, Records, attendance, kinds, link, meetings};

/// The members of a meeting's body who served on its day.
pub(super) fn members<'a>(records: &'a Records, meeting: &Record) -> Vec<&'a Record> {
    let Some(body) = meetings::body_of(records, meeting) else {
        return Vec::new();
    };
    let mut members: Vec<&Record> = records
        .parts(body.id, &kinds::MEMBER)
        .filter(|it| served(it, meeting))
        .collect();
    // The chair first, then members, deputies, officers, observers; within each by agency and name.
    members.sort_by_key(|it| {
        let rank = ["chair", "member", "", "deputy", "officer", "observer"]
            .iter()
            .position(|sort| *sort == it.text("sort"));
        (
            rank,
            it.text("agency").to_lowercase(),
            it.text("name").to_lowercase(),
        )
    });
    members
}

fn served(member: &Record, meeting: &Record) -> bool {
    let Some(date) = meeting.date() else {
        return member.is_open();
    };
    let from = member.day("from").is_none_or(|it| it <= date);
    let until = match member.day("until") {
        Some(until) => until >= date,
        None => member.is_open(),
    };
    from && until
}

/// Whether somebody counts towards the quorum: a member, the chair, or somebody who stands in for one.
pub(super) fn votes(member: &Record) -> bool {
    matches!(member.text("sort"), "chair" | "member" | "")
}

/// What is known of who was there.
pub(super) fn lines(records: &Records, meeting: RecordId) -> Vec<&Record> {
    records.parts(meeting, &kinds::ATTENDANCE).collect()
}

/// What is known of one member.
pub(super) fn of_member(records: &Records, meeting: RecordId, member: RecordId) -> Option<&Record> {
    lines(records, meeting).into_iter().find(|it| {
        records
            .leads_to(it.id, &link::ABOUT)
            .any(|it| it.id == member)
    })
}

/// The quorum in words, from what is recorded: empty where nothing is.
pub(super) fn words(records: &Records, meeting: &Record) -> String {
    if lines(records, meeting.id).is_empty() {
        return String::new();
    }
    let quorum = attendance::quorum(records, meeting);
    let there = quorum.present();
    let members = members(records, meeting)
        .into_iter()
        .filter(|it| votes(it))
        .count();
    let verb = if there == 1 { "was" } else { "were" };
    let mut words = if members >= there {
        format!(
            "{there} of {} {verb} present",
            counted(members, "member", "members")
        )
    } else {
        format!("{} {verb} present", counted(there, "member", "members"))
    };
    match quorum.deputies {
        0 => {}
        all if all == there => words.push_str(", by deputy"),
        some => words.push_str(&format!(", {some} of them by deputy")),
    }
    match (quorum.needed, quorum.met()) {
        (Some(needed), Some(true)) => {
            format!("{words}. The quorum is {needed}: the meeting was quorate.")
        }
        (Some(needed), _) => format!(
            "{words}. The quorum is {needed}: the meeting was not quorate, and what it decided is for a later meeting to confirm."
        ),
        (None, _) => format!("{words}. No quorum is set."),
    }
}
