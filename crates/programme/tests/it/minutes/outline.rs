//! What was read, as an outline that a clerk could check against the minutes.

use std::fmt::Write as _;
use waymark_programme::minutes::{Confidence, Item, Meeting, Minutes};

/// The outline of everything read.
pub(super) fn outline(minutes: &Minutes) -> String {
    let mut out = String::new();
    writeln!(
        out,
        "{:?}{}",
        minutes.kind,
        if minutes.truncated { ", cut short" } else { "" }
    )
    .unwrap();
    for (at, meeting) in minutes.meetings.iter().enumerate() {
        if *meeting != Meeting::default() {
            writeln!(
                out,
                "{} {}",
                if at == 0 { "meeting" } else { "also meeting" },
                of_meeting(meeting)
            )
            .unwrap();
        }
    }
    if let Some(record) = &minutes.decision {
        for (name, value) in &record.fields {
            writeln!(out, "field {name}: {value}").unwrap();
        }
    }
    for person in &minutes.people {
        let role = if person.role.is_empty() {
            String::new()
        } else {
            format!(" ({})", person.role)
        };
        let instead = person
            .instead_of
            .as_ref()
            .map(|it| format!(" for {it}"))
            .unwrap_or_default();
        let item = if person.item.is_empty() {
            String::new()
        } else {
            format!(" at {:?}", person.item)
        };
        writeln!(
            out,
            "{:?}: {}{role}{instead}{item}",
            person.status, person.name
        )
        .unwrap();
    }
    for mismatch in &minutes.mismatches {
        writeln!(out, "mismatch {}: {}", mismatch.name, mismatch.what).unwrap();
    }
    for note in &minutes.notes {
        writeln!(out, "note {}", note.text).unwrap();
    }
    for item in &minutes.items {
        of_item(&mut out, item, 0);
    }
    out
}

fn of_meeting(meeting: &Meeting) -> String {
    let date = meeting.date.map(|it| it.to_string()).unwrap_or_default();
    [
        &meeting.body,
        &date,
        &meeting.time,
        &meeting.place,
        &meeting.item_number,
    ]
    .iter()
    .filter(|it| !it.is_empty())
    .map(|it| it.as_str())
    .collect::<Vec<_>>()
    .join(" | ")
}

fn sure(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Certain => "",
        Confidence::Probable => " ?",
        Confidence::Suggested => " ??",
    }
}

fn of_item(out: &mut String, item: &Item, depth: usize) {
    let lead = "  ".repeat(depth);
    writeln!(
        out,
        "{lead}[{}] {} <{:?}>{}",
        item.number,
        item.title,
        item.kind,
        if item.truncated { " cut short" } else { "" }
    )
    .unwrap();
    let mut say = |line: String| writeln!(out, "{lead}  {line}").unwrap();
    if let Some(meeting) = &item.meeting {
        say(format!("meeting {}", of_meeting(meeting)));
    }
    if let Some(slot) = &item.slot {
        say(format!(
            "slot {} {:?} {:?} {:?}",
            slot.words, slot.start, slot.end, slot.minutes
        ));
    }
    if let Some(it) = &item.presenter {
        say(format!("presenter {it}"));
    }
    if let Some(it) = &item.purpose {
        say(format!("purpose {it}"));
    }
    for it in &item.motions {
        say(format!(
            "motion {} / {} / {}",
            it.mover, it.seconder, it.result
        ));
    }
    for it in &item.outcomes {
        let mark = if it.mark.is_empty() {
            String::new()
        } else {
            format!(" {}", it.mark)
        };
        say(format!(
            "{:?}{} {}{mark}: {}",
            it.verb,
            sure(it.confidence),
            it.resolution,
            it.text
        ));
    }
    for it in &item.actions {
        let due = it
            .due_words
            .as_ref()
            .map(|words| {
                format!(
                    " [{words}{}]",
                    it.due.map(|it| format!(" = {it}")).unwrap_or_default()
                )
            })
            .unwrap_or_default();
        let again = if it.also_at.is_empty() {
            String::new()
        } else {
            format!(" (said {} times)", it.also_at.len() + 1)
        };
        let number = it.number.as_ref().map(|it| format!(" {it}"));
        let state = it.state.map(|it| format!(" <{it:?}>"));
        let update = it.update.as_ref().map(|it| format!(" {{{it}}}"));
        say(format!(
            "action{}{}: {} -> {}{due}{}{}{again}",
            sure(it.confidence),
            number.unwrap_or_default(),
            it.text,
            it.owners.join(" + "),
            state.unwrap_or_default(),
            update.unwrap_or_default(),
        ));
    }
    for it in &item.log_updates {
        say(format!("log {}: {} / {}", it.number, it.title, it.update));
    }
    for it in &item.promises {
        say(format!(
            "promise{}: {} -> {} [{}]",
            sure(it.confidence),
            it.text,
            it.who.clone().unwrap_or_default(),
            it.due_words.clone().unwrap_or_default()
        ));
    }
    for it in &item.questions {
        let who = it.asked_by.as_ref().map(|it| format!(" (asked by {it})"));
        let answer = it.answer.as_ref().map(|it| format!(" = {it}"));
        say(format!(
            "question{}: {}{}{}",
            sure(it.confidence),
            it.text,
            who.unwrap_or_default(),
            answer.unwrap_or_default()
        ));
    }
    for it in &item.figures {
        say(format!(
            "figure {} = {} {:?} of {} -> {} {}",
            it.words,
            it.value,
            it.unit,
            it.subject,
            it.measure.clone().unwrap_or_else(|| "?".into()),
            it.period.map(|it| it.to_string()).unwrap_or_default()
        ));
    }
    for it in &item.recurrences {
        say(format!("again {}: {}", it.every, it.text));
    }
    for it in &item.documents {
        say(format!("document {} {} {}", it.title, it.kind, it.size));
    }
    for part in &item.items {
        of_item(out, part, depth + 1);
    }
}
