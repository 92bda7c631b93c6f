//! The head of a page: whose meeting, and the lists of who was there.

use super::attendance::{self, Named};
use super::label;
use super::line::tag_length;
use super::naming::{is_name, is_organisation, is_role};
use super::person::Status;
use super::piece::{Confidence, PieceKind, Span};
use super::reading::Reading;
use super::table::Cell;
use super::whole::Kind;
use super::wording::squash;
use super::{page, wording};
use std::ops::Range;

/// Reads the lines before the first item.
pub(super) fn read(reading: &mut Reading<'_>, lines: Range<usize>, labelled: Option<usize>) {
    let mut at = lines.start;
    while at < lines.end {
        let line = reading.lines[at];
        if line.text.is_empty() || Some(at) == labelled {
            at += 1;
            continue;
        }
        if reading.tables.at(at) == Some(Cell::Header) {
            reading
                .paint
                .lay(line.at, PieceKind::Tag, None, Confidence::Certain);
            at += 1;
            continue;
        }
        if let Some((status, rest)) = attendance::heading(line.text) {
            reading
                .paint
                .lay(line.at, PieceKind::Label, None, Confidence::Certain);
            at = list(reading, at, lines.end, status, rest);
            continue;
        }
        if tag_length(line.text) == Some(line.text.len())
            || matches!(
                line.text,
                "No. Item" | "No." | "Item" | "Items" | "Media" | "Agenda"
            )
        {
            reading
                .paint
                .lay(line.at, PieceKind::Tag, None, Confidence::Certain);
        } else if let Some(label) = label::read(line.text)
            .filter(|it| it.part == label::Part::Field && !wording::begins(it.words, "Contact"))
        {
            super::body::field(reading, label.words, label.rest);
            reading
                .paint
                .lay(line.at, PieceKind::Field, None, Confidence::Certain);
        } else {
            let kind = reading.kind;
            if page::head_line(&mut reading.meeting, line.text, kind) {
                reading
                    .paint
                    .lay(line.at, PieceKind::Meeting, None, Confidence::Certain);
            } else if matches!(kind, Kind::Issue | Kind::DecisionText)
                && labelled.is_some()
                && at < labelled.unwrap_or(0) + 4
            {
                reading
                    .paint
                    .lay(line.at, PieceKind::ItemHeading, None, Confidence::Probable);
            } else {
                said(reading, line.text);
            }
        }
        at += 1;
    }
}

/// A sentence of the head about who was there.
fn said(reading: &mut Reading<'_>, text: &str) {
    for sentence in wording::sentences(text) {
        let (people, _) = attendance::of_sentence(reading.text, sentence);
        for person in people {
            reading
                .paint
                .lay(person.at, PieceKind::Person, None, person.confidence);
            reading.told.push(person);
        }
    }
}

/// Reads a list of people from its heading on; the line after it.
fn list(
    reading: &mut Reading<'_>,
    heading: usize,
    end: usize,
    status: Status,
    rest: &str,
) -> usize {
    if !rest.is_empty() {
        running(reading, rest, status);
    }
    let mut at = heading + 1;
    // A table printed with tabs: name and organisation in turn.
    let mut cells: Vec<usize> = Vec::new();
    let mut stop = at;
    while stop < end {
        let line = &reading.lines[stop];
        if line.tab {
            cells.push(stop);
        } else if !line.text.is_empty() {
            break;
        }
        stop += 1;
    }
    if cells.len() >= 2 {
        table(reading, &cells, status);
        return stop;
    }
    let rows = marked_rows(reading, at, end);
    if !rows.0.is_empty() {
        for (name, role, span) in rows.0 {
            add(
                reading,
                Named { name, role },
                status,
                span,
                Confidence::Certain,
            );
        }
        return rows.1;
    }
    let mut empty = 0;
    while at < end {
        let line = reading.lines[at];
        if line.text.is_empty() {
            empty += 1;
            at += 1;
            continue;
        }
        let other = attendance::heading(line.text).is_some()
            || label::read(line.text).is_some()
            || tag_length(line.text).is_some();
        if other {
            break;
        }
        let before = reading.listed.len();
        if let Some(named) = attendance::of_line(line.text) {
            let span = line.at;
            add(reading, named, status, span, Confidence::Certain);
        } else if line.text.contains([',', ';'])
            || line.text.contains(" and ")
            || wording::begins(line.text, "Councillor")
        {
            // "Councillors A, B and C" – a sentence that only mentions people ends the list.
            let (found, left) = attendance::names(line.text);
            if found.is_empty() || left.len() > found.len() {
                break;
            }
            running(reading, line.text, status);
        }
        if reading.listed.len() == before {
            let lone = (is_organisation(line.text) || is_role(line.text))
                && line.text.len() < 90
                && !line.text.ends_with('.')
                && !page::is_printed_title(line.text);
            match reading.listed.last_mut().filter(|_| lone && empty == 0) {
                // A role on the line below its name.
                Some(last) => {
                    last.role = if last.role.is_empty() {
                        squash(line.text)
                    } else {
                        format!("{}, {}", last.role, squash(line.text))
                    };
                    reading
                        .paint
                        .lay(line.at, PieceKind::Person, None, Confidence::Probable);
                }
                None => break,
            }
        }
        empty = 0;
        at += 1;
    }
    at
}

/// Names within a running line.
fn running(reading: &mut Reading<'_>, text: &str, status: Status) {
    let at = wording::place(reading.text, text);
    let (found, left) = attendance::names(text);
    for named in found {
        add(reading, named, status, at, Confidence::Certain);
    }
    for words in left {
        unmatched(reading, &words, at);
    }
}

/// Keeps words of an attendance list that are no name where a person sees them: attendance drives the quorum.
pub(super) fn unmatched(reading: &mut Reading<'_>, words: &str, at: Span) {
    let lower = words.to_ascii_lowercase();
    if words.len() < 3
        || lower == "none"
        || lower.contains("no apologies")
        || reading.notes.len() > 200
    {
        return;
    }
    reading.notes.push(super::whole::Note {
        text: format!("Not read as a name: “{words}”."),
        at,
    });
}

fn add(
    reading: &mut Reading<'_>,
    named: Named,
    status: Status,
    span: Span,
    confidence: Confidence,
) {
    reading.paint.lay(span, PieceKind::Person, None, confidence);
    reading
        .listed
        .push(attendance::person(named, status, span, confidence));
}

/// Cells printed with tabs, name and organisation in turn. Where the turn does not hold, what looks like a name begins a row.
fn table(reading: &mut Reading<'_>, cells: &[usize], status: Status) {
    let name_like = |at: &usize| is_name(reading.lines[*at].text);
    let pairs: Vec<(usize, Option<usize>)> = {
        let odd_names = cells
            .iter()
            .skip(1)
            .step_by(2)
            .filter(|it| name_like(it))
            .count();
        let even_names = cells
            .iter()
            .step_by(2)
            .filter(|it| name_like(it) || reading.lines[**it].text.is_empty())
            .count();
        if odd_names * 2 <= even_names && even_names * 2 >= cells.len() / 2 {
            cells
                .chunks(2)
                .map(|it| (it[0], it.get(1).copied()))
                .collect()
        } else {
            let mut pairs: Vec<(usize, Option<usize>)> = Vec::new();
            for at in cells
                .iter()
                .copied()
                .filter(|it| !reading.lines[*it].text.is_empty())
            {
                match pairs.last_mut() {
                    Some((_, role @ None)) if !name_like(&at) => *role = Some(at),
                    _ => pairs.push((at, None)),
                }
            }
            pairs
        }
    };
    for (name, role) in pairs {
        let line = reading.lines[name];
        let end = role.map_or(line.at.end, |it| reading.lines[it].at.end);
        if line.text.is_empty() {
            continue;
        }
        // Name and role may stand in one line: "\tName\tRole".
        let (words, beside) = line.text.split_once('\t').unwrap_or((line.text, ""));
        let below = role.map_or("", |it| reading.lines[it].text);
        let role = [beside, below]
            .iter()
            .map(|it| squash(it))
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        let sure = if is_name(words) {
            Confidence::Certain
        } else {
            Confidence::Probable
        };
        let named = Named {
            name: squash(words),
            role,
        };
        add(reading, named, status, Span::new(line.at.start, end), sure);
    }
}

/// A row of a table: its number, its cells by column, where it stands.
type Row = (usize, Vec<(usize, String)>, Span);

/// Rows that the markup says: the first cell is the name, the others what is beside it. Rows and the line after them.
fn marked_rows(
    reading: &Reading<'_>,
    from: usize,
    end: usize,
) -> (Vec<(String, String, Span)>, usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut at = from;
    while at < end {
        let line = &reading.lines[at];
        let Some((row, column)) = reading.marked[at].cell else {
            if line.text.is_empty() {
                at += 1;
                continue;
            }
            break;
        };
        if attendance::heading(line.text).is_some_and(|it| it.1.is_empty()) {
            break;
        }
        if column == 0 && rows.last().is_none_or(|it| it.0 != row) {
            rows.push((row, Vec::new(), line.at));
        }
        if let Some(last) = rows.last_mut().filter(|_| !line.text.is_empty()) {
            last.1.push((column, squash(line.text)));
            last.2.end = line.at.end;
        }
        at += 1;
    }
    let rows = rows
        .into_iter()
        .filter_map(|(_, cells, span)| {
            let name = cells.iter().find(|it| it.0 == 0).map(|it| it.1.clone())?;
            let role = cells
                .iter()
                .filter(|it| it.0 > 0)
                .map(|it| it.1.as_str())
                .collect::<Vec<_>>()
                .join(", ");
            Some((name, role, span))
        })
        .collect();
    (rows, at)
}
