//! What the markup of a file says.

use super::Reading;
use crate::minutes::attendance;
use crate::minutes::block::Marked;
use crate::minutes::item::Document;
use crate::minutes::line::Line;
use crate::minutes::person::Status;
use crate::minutes::piece::{Confidence, PieceKind, Span};
use crate::minutes::source::{Source, What};
use crate::minutes::whole::Meeting;
use crate::minutes::wording::squash;
use crate::minutes::{attachment, label};
/// Whether the file is a list of meetings without their items.
pub(super) fn is_list(source: &Source) -> bool {
    let has = |test: fn(&What) -> bool| source.marks.iter().any(|it| test(&it.what));
    has(|it| matches!(it, What::Meeting)) && !has(|it| matches!(it, What::Item { .. }))
}

/// What the markup says about each line.
pub(super) fn marked(source: &Source, lines: &[Line<'_>]) -> Vec<Marked> {
    let mut found: Vec<Marked> = lines
        .iter()
        .map(|it| Marked {
            heading: it.hashes > 0,
            ..Marked::default()
        })
        .collect();
    let mut at = 0;
    for mark in &source.marks {
        // Marks are in order of their beginnings, and a line begins at every mark.
        while at < lines.len() && lines[at].at.start < mark.at.start {
            at += 1;
        }
        if let What::Cell { row, column } = mark.what {
            let inside = |it: &usize| lines[*it].at.start < mark.at.end;
            for line in (at..lines.len()).take_while(inside) {
                found[line].cell = Some((row, column));
            }
            continue;
        }
        let Some(line) = found.get_mut(at) else {
            break;
        };
        match mark.what {
            What::Heading(_) => line.heading = true,
            What::ListItem(depth) => line.list = Some(depth),
            _ => {}
        }
    }
    found
}

/// What the markup says about the meeting, its people and its documents.
pub(super) fn marks(reading: &mut Reading<'_>, source: &Source) {
    let mut meetings: Vec<(usize, Meeting)> = Vec::new();
    for mark in &source.marks {
        let span = Span::new(mark.at.start, mark.at.end);
        let words = squash(span.of(&source.text));
        if matches!(mark.what, What::Meeting) {
            meetings.push((span.start, Meeting::default()));
            continue;
        }
        let meeting = meetings
            .last_mut()
            .map_or(&mut reading.meeting, |it| &mut it.1);
        match &mark.what {
            What::Body => meeting.body = words,
            What::Date => {
                meeting.date = crate::dates::first_date(&words).and_then(|it| it.day);
                meeting.date_words = words;
            }
            What::Time => meeting.time = crate::dates::first_time(&words).map_or(words, |it| it.2),
            What::Place => meeting.place = words,
            What::Person { attendance, role } => {
                let named = attendance::of_line(span.of(&source.text)).map_or(words, |it| it.name);
                let named = attendance::Named {
                    name: named,
                    role: squash(role),
                };
                reading.listed.push(attendance::person(
                    named,
                    status_of(attendance),
                    span,
                    Confidence::Certain,
                ));
                reading
                    .paint
                    .lay(span, PieceKind::Person, None, Confidence::Certain);
                continue;
            }
            What::Document { kind, size } => {
                reading.documents.push(Document {
                    title: attachment::title(&words).title,
                    kind: kind.clone(),
                    size: size.clone(),
                    at: span,
                });
                continue;
            }
            What::Purpose => {
                reading.regions.push((span, label::Part::Purpose));
                continue;
            }
            What::Minutes => {
                reading.regions.push((span, label::Part::Minutes));
                continue;
            }
            What::Decision => {
                reading.regions.push((span, label::Part::Decision));
                continue;
            }
            _ => continue,
        }
        reading
            .paint
            .lay(span, PieceKind::Meeting, None, Confidence::Certain);
    }
    reading.regions.sort_unstable_by_key(|it| it.0.start);
    if let Some((_, first)) = meetings.first_mut() {
        // A list names the body once, above its meetings.
        if first.body.is_empty() {
            first.body.clone_from(&reading.meeting.body);
        }
        reading.meeting = first.clone();
    }
    reading.named = meetings;
}

/// How the source's word for attendance is meant.
pub(super) fn status_of(words: &str) -> Status {
    let lower = words.to_ascii_lowercase();
    let has = |it: &str| lower.contains(it);
    if has("apolog") {
        Status::Apologies
    } else if has("absent") || has("not present") || has("did not") {
        Status::Absent
    } else if has("substitut") || has("deput") || has("reserve") {
        Status::Substitute
    } else if has("observ") {
        Status::Observer
    } else if has("expected") {
        Status::Expected
    } else if has("officer") {
        Status::Officer
    } else if has("in attendance") || has("guest") {
        Status::InAttendance
    } else {
        Status::Present
    }
}
