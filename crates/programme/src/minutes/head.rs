//! The head of a page: whose meeting, and the lists of who was there.

mod rows;

use super::attendance::{self, Named, roster};
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
        // What the markup says of a person has been read.
        if line.text.is_empty() || Some(at) == labelled || reading.marked[at].told {
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
        if let Some(next) = office(reading, at, lines.end) {
            at = next;
            continue;
        }
        // A table of people needs no heading over it.
        if let Some(next) = rows::listed(reading, at, lines.end, Status::Present, true) {
            at = next;
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
    // People whom the markup names have been read.
    let mut told = false;
    while at < end && (reading.marked[at].told || reading.lines[at].text.is_empty()) {
        told |= reading.marked[at].told;
        at += 1;
    }
    if told {
        return at;
    }
    // The heading is a row's first cell: the row is the list, and the table's next row another.
    if let Some((row, _)) = reading.marked[heading].cell {
        return rows::beside(reading, heading + 1, end, row, status);
    }
    at = heading + 1;
    if let Some(next) = rows::listed(reading, at, end, status, false) {
        return next;
    }
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
    let mut empty = 0;
    while at < end {
        let line = reading.lines[at];
        if line.text.is_empty() {
            empty += 1;
            at += 1;
            continue;
        }
        if ends_list(reading, at) {
            break;
        }
        let Some(read) = line_of_list(reading, at, status) else {
            break;
        };
        if !read {
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

/// Whether a list of people is over before this line.
fn ends_list(reading: &Reading<'_>, at: usize) -> bool {
    let text = reading.lines[at].text;
    attendance::heading(text).is_some()
        || office_of(text).is_some()
        || label::read(text).is_some()
        || tag_length(text).is_some()
        || reading.tables.at(at).is_some()
}

/// Reads a line of a list: whether it named anybody. None where it is a sentence that only mentions people.
fn line_of_list(reading: &mut Reading<'_>, at: usize, status: Status) -> Option<bool> {
    let line = reading.lines[at];
    // "Apologies were received from …" says the other thing.
    if ["Apologies", "An apology", "No apologies"]
        .iter()
        .any(|it| wording::after(line.text, it).is_some())
    {
        return None;
    }
    let before = reading.listed.len();
    if let Some(named) = attendance::of_line(line.text) {
        add(reading, named, status, line.at, Confidence::Certain);
    } else if line.text.contains([',', ';'])
        || line.text.contains(" and ")
        || wording::begins(line.text, "Councillor")
    {
        // "Councillors A, B and C"
        let (found, left) = attendance::names(line.text);
        if found.is_empty() || left.len() > found.len() {
            return None;
        }
        running(reading, line.text, status);
    }
    Some(reading.listed.len() > before)
}

/// "Chair: Helen Wood", "Minute taker: Zoe Kerr": the office, and how who holds it took part.
fn office_of(text: &str) -> Option<(&str, Status, &str)> {
    const OFFICES: [(&str, Status); 16] = [
        ("Chair", Status::Present),
        ("Chairman", Status::Present),
        ("Chairperson", Status::Present),
        ("Chaired by", Status::Present),
        ("In the chair", Status::Present),
        ("Independent Chair", Status::Present),
        ("Vice-Chair", Status::Present),
        ("Vice Chair", Status::Present),
        ("Minute taker", Status::InAttendance),
        ("Minutes taken by", Status::InAttendance),
        ("Minute-taker", Status::InAttendance),
        ("Note taker", Status::InAttendance),
        ("Notes taken by", Status::InAttendance),
        ("Minutes by", Status::InAttendance),
        ("Notes by", Status::InAttendance),
        ("Secretary", Status::InAttendance),
    ];
    OFFICES.iter().find_map(|(words, status)| {
        let rest = wording::after(text, words)?.trim_start();
        let rest = rest.strip_prefix(':')?.trim();
        Some((&text[..words.len()], *status, rest))
    })
}

/// Reads who holds an office of the meeting; the line after it.
fn office(reading: &mut Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let line = reading.lines[at];
    let (office, status, rest) = office_of(line.text)?;
    let (words, last) = if rest.is_empty() {
        let next = (at + 1..end.min(at + 4)).find(|it| !reading.lines[*it].text.is_empty())?;
        (reading.lines[next].text, next)
    } else {
        (rest, at)
    };
    let mut named = attendance::of_line(words)?;
    let office = match office {
        "Chaired by" | "In the chair" => "Chair",
        "Minutes taken by" | "Minutes by" | "Notes taken by" | "Notes by" => "Minute taker",
        other => other,
    };
    named.role = if named.role.is_empty() {
        office.to_owned()
    } else {
        format!("{office}, {}", named.role)
    };
    let span = Span::new(line.at.start, reading.lines[last].at.end);
    reading
        .paint
        .lay(span, PieceKind::Person, None, Confidence::Certain);
    let person = attendance::person(named, status, span, Confidence::Certain);
    reading.offices.push((office.to_owned(), person));
    Some(last + 1)
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
    for person in attendance::people(named, status, span, confidence) {
        // A deputy named beside who sent apologies may be in the list of those present.
        let before = reading.listed.iter_mut().find(|it| {
            person.instead_of.is_some()
                && person.status == Status::Substitute
                && it.at != person.at
                && super::naming::same_person(&it.name, &person.name)
        });
        match before {
            Some(before) => {
                before.status = Status::Substitute;
                before.instead_of = before.instead_of.take().or(person.instead_of);
            }
            None => reading.listed.push(person),
        }
    }
}

/// Cells printed with tabs, name and organisation in turn. Where the turn does not hold, what looks like a name begins a row.
fn table(reading: &mut Reading<'_>, cells: &[usize], status: Status) {
    // "Name", "Organisation" above them: as many cells to a row as the header has.
    let filled: Vec<usize> = cells
        .iter()
        .copied()
        .filter(|it| !reading.lines[*it].text.is_empty())
        .collect();
    for count in (2..=4.min(filled.len())).rev() {
        let words =
            |of: &[usize]| -> Vec<&str> { of.iter().map(|it| reading.lines[*it].text).collect() };
        let Some(columns) = roster::columns(&words(&filled[..count])) else {
            continue;
        };
        let first = cells.iter().position(|it| *it == filled[count - 1]);
        let rows: Vec<(Named, Status, Span)> = cells[first.map_or(0, |it| it + 1)..]
            .chunks(count)
            .filter_map(|row| {
                let (named, status) = roster::row(&words(row), &columns, status)?;
                let end = reading.lines[*row.last()?].at.end;
                Some((
                    named,
                    status,
                    Span::new(reading.lines[row[0]].at.start, end),
                ))
            })
            .collect();
        for at in &filled[..count] {
            let span = reading.lines[*at].at;
            reading
                .paint
                .lay(span, PieceKind::Tag, None, Confidence::Certain);
        }
        for (named, status, span) in rows {
            add(reading, named, status, span, Confidence::Certain);
        }
        return;
    }
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
