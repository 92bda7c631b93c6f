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
        if matches!(mark.what, What::Person { .. } | What::Document { .. }) {
            let inside = |it: &usize| lines[*it].at.start < mark.at.end;
            for line in (at..lines.len()).take_while(inside) {
                found[line].told = true;
            }
            // The bullet before a document's title.
            if let Some(before) = at.checked_sub(1)
                && lines.get(at).is_some_and(|it| it.cut)
                && !lines[before].text.contains(char::is_alphanumeric)
            {
                found[before].told = true;
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
                // "Name, role, attendance": what the file says apart is taken away.
                let mut name = words.as_str();
                for said in [attendance, role] {
                    let said = squash(said);
                    name = name
                        .strip_suffix(said.as_str())
                        .map_or(name, |it| it.trim_end().trim_end_matches(','));
                }
                let named = attendance::Named {
                    name: name.to_owned(),
                    role: squash(role),
                };
                let status = status_of(attendance);
                let mut people = attendance::people(named, status, span, Confidence::Certain);
                // The code says how they took part, whatever their role is called.
                if let Some(first) = people.first_mut() {
                    first.status = status;
                    let gone = first.instead_of.as_deref().unwrap_or_default();
                    first.role = squash(&role.replace(&format!("(for {gone})"), ""));
                }
                reading.listed.extend(people);
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

/// How the source's word for attendance is meant: the code says who was there, whatever else is written. "Present, as
/// expected" came; without a word, or with one that says neither, the person was expected and nobody says whether they came.
pub(super) fn status_of(words: &str) -> Status {
    let lower = words.trim().to_ascii_lowercase();
    let has = |it: &str| lower.contains(it);
    if has("apolog") || has("apols") {
        Status::Apologies
    } else if has("absent")
        || has("not present")
        || has("did not")
        || has("not attend")
        || has("non-attend")
    {
        Status::Absent
    } else if has("substitut") || has("deput") || has("reserve") {
        Status::Substitute
    } else if has("observ") {
        Status::Observer
    } else if has("officer") {
        Status::Officer
    } else if has("in attendance") || has("guest") || has("visitor") {
        Status::InAttendance
    } else if has("present")
        || has("attended")
        || has("in person")
        || has("remote")
        || has("virtual")
    {
        Status::Present
    } else {
        Status::Expected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_attendance() {
        for (words, status) in [
            ("Present, as expected", Status::Present),
            ("Present, virtually", Status::Present),
            ("Present, as substitute", Status::Substitute),
            ("Apologies, sent representative", Status::Apologies),
            ("Absent", Status::Absent),
            ("Expected", Status::Expected),
            ("In attendance", Status::InAttendance),
            ("Attended as observer", Status::Observer),
            ("", Status::Expected),
        ] {
            assert_eq!(status_of(words), status, "{words}");
        }
    }
}
