//! Findings of inspectors and others, with what is being done (S-234).

use super::lists::{after, points, stop};
use super::writer::Writer;
use crate::numbers::{counted, whole};
use crate::paper::template::Insert;
use std::cmp::Reverse;
use waymark_programme::Record;
use waymark_programme::kinds::FINDING;

/// `{findings open=yes most=20}`: those without an answer first, then those still open, each the newest first.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let all: Vec<&Record> = w.from.records.of(&FINDING).collect();
    let waiting = all.iter().filter(|it| it.state.word == "waiting").count();
    let closed = all.iter().filter(|it| !it.is_open()).count();
    let int = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    if !all.is_empty() {
        w.say(
            "sum",
            format!(
                "{} on record: {} closed or noted, {} without a line of the plan yet.",
                counted(int(all.len()), "finding"),
                whole(int(closed)),
                whole(int(waiting)),
            ),
        );
    }
    let mut listed: Vec<&Record> = all
        .into_iter()
        .filter(|it| it.is_open() || !insert.yes("open"))
        .collect();
    listed.sort_by_key(|it| {
        let waits = it.state.word == "waiting";
        (!it.is_open(), !waits, Reverse((it.date(), it.id)))
    });
    points(w, insert, &listed, "No finding is open.", |_, it| {
        let who = [it.text("body"), it.text("report")]
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        format!(
            "{}{} {}{}{}",
            stop(it.title()),
            if who.is_empty() {
                String::new()
            } else {
                format!(
                    " ({who}{})",
                    it.date()
                        .map_or_else(String::new, |on| format!(", {}", on.words()))
                )
            },
            stop(it.state.title),
            after(" What is being done: ", &stop(it.text("doing"))),
            after(" Next: ", &stop(it.text("next"))),
        )
    });
}
