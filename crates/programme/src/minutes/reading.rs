//! Reading a source from its first line to its last.

use super::attendance;
use super::block::Marked;
use super::heading;
use super::item::{Document, Item, ItemKind};
use super::line::{self, Line};
use super::minutes::{DecisionRecord, Kind, Meeting, Minutes, Note};
use super::paint::Paint;
use super::person::{Mismatch, Person, Status};
use super::piece::{Confidence, PieceKind, Span};
use super::segment::{self, Segment};
use super::source::{Form, Source, What};
use super::wording::squash;
use super::{attachment, label, page};
use waymark_data::Day;

/// A part of the text that the markup says the purpose of.
pub(super) type Region = (Span, label::Part);

/// Everything known while reading.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) marked: Vec<Marked>,
    pub(super) regions: Vec<Region>,
    pub(super) documents: Vec<Document>,
    pub(super) paint: Paint,
    pub(super) drafts: Vec<Draft<'a>>,
    pub(super) kind: Kind,
    pub(super) meeting: Meeting,
    pub(super) decision: Option<DecisionRecord>,
    /// Whom a list names.
    pub(super) listed: Vec<Person>,
    /// Whom sentences name.
    pub(super) told: Vec<Person>,
    pub(super) notes: Vec<Note>,
}

/// An item while it is read.
pub(super) struct Draft<'a> {
    pub(super) item: Item,
    pub(super) parent: Option<usize>,
    /// Its discussion, paragraph by paragraph.
    pub(super) talk: Vec<Talk<'a>>,
    /// Resolutions met so far.
    pub(super) resolutions: usize,
}

/// A paragraph of discussion.
#[derive(Clone, Copy)]
pub(super) struct Talk<'a> {
    pub(super) text: &'a str,
    /// It is a bullet of a list.
    pub(super) bullet: bool,
}

/// Reads a source.
pub(super) fn read(source: &Source) -> Minutes {
    let mut reading = start(source);
    if matches!(reading.kind, Kind::AttendanceTable) {
        reading.notes.push(Note {
            text: "This looks like a table of attendance that lost its rows: names, roles and marks stand in columns of their own and \
                   cannot be put together again safely. Paste it from the original, or enter the attendance by hand."
                .into(),
            at: Span::new(0, source.text.len()),
        });
        return finish(reading, source);
    }
    let (kind, labelled) = page::kind(&reading.lines);
    reading.kind = if is_list(source) {
        Kind::MeetingList
    } else if source.form == Form::Xml {
        Kind::MeetingPage
    } else {
        kind
    };
    let labelled = labelled.filter(|_| reading.kind == kind);
    if let Some(at) = labelled {
        let span = reading.lines[at].at;
        reading
            .paint
            .lay(span, PieceKind::PageKind, None, Confidence::Certain);
    }
    marks(&mut reading, source);
    let (head, segments) = segment::segments(
        source,
        &reading.lines,
        &reading.marked,
        reading.kind,
        labelled,
    );
    super::head::read(&mut reading, 0..head, labelled);
    for segment in segments {
        item(&mut reading, source, segment);
    }
    super::prose_pass::run(&mut reading);
    finish(reading, source)
}

fn start(source: &Source) -> Reading<'_> {
    let lines = line::lines(source);
    let matrix = source.marks.is_empty() && page::is_matrix(&lines);
    Reading {
        text: &source.text,
        marked: marked(source, &lines),
        lines,
        regions: Vec::new(),
        documents: Vec::new(),
        paint: Paint::default(),
        drafts: Vec::new(),
        kind: if matrix {
            Kind::AttendanceTable
        } else {
            Kind::Text
        },
        meeting: Meeting::default(),
        decision: None,
        listed: Vec::new(),
        told: Vec::new(),
        notes: Vec::new(),
    }
}

/// Whether the file is a list of meetings without their items.
fn is_list(source: &Source) -> bool {
    let has = |test: fn(&What) -> bool| source.marks.iter().any(|it| test(&it.what));
    has(|it| matches!(it, What::Meeting)) && !has(|it| matches!(it, What::Item { .. }))
}

/// What the markup says about each line.
fn marked(source: &Source, lines: &[Line<'_>]) -> Vec<Marked> {
    let mut found = vec![Marked::default(); lines.len()];
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
fn marks(reading: &mut Reading<'_>, source: &Source) {
    let mut meetings: Vec<Meeting> = Vec::new();
    for mark in &source.marks {
        let span = Span::new(mark.at.start, mark.at.end);
        let words = squash(span.of(&source.text));
        if matches!(mark.what, What::Meeting) {
            meetings.push(Meeting::default());
            continue;
        }
        let meeting = meetings.last_mut().unwrap_or(&mut reading.meeting);
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
    let mut meetings = meetings.into_iter();
    if let Some(first) = meetings.next() {
        let own = std::mem::replace(&mut reading.meeting, first);
        if reading.meeting.body.is_empty() {
            reading.meeting.body = own.body;
        }
    }
    reading.more_meetings(meetings.collect());
}

/// How the source's word for attendance is meant.
fn status_of(words: &str) -> Status {
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

fn item<'a>(reading: &mut Reading<'a>, source: &Source, segment: Segment) {
    let glued = attachment::title(&segment.title);
    let cut = attachment::purpose_at(&glued.title)
        .filter(|it| *it > 2 && (segment.flat || glued.title.len() > 60));
    let (title, purpose) = match cut {
        Some(at) => (
            glued.title[..at].trim().to_owned(),
            Some(glued.title[at..].trim().to_owned()),
        ),
        None => (glued.title.clone(), None),
    };
    let span = reading.span_of(segment.heading.start, segment.body.end);
    let mut item = Item {
        number: segment.number.clone(),
        kind: heading::kind_of(&title),
        title,
        slot: glued.slot,
        purpose,
        meeting: segment.meeting.clone(),
        restricted: segment.restricted,
        at: span,
        ..Item::default()
    };
    if let Some((kind, size)) = glued.document {
        item.documents.push(Document {
            title: item.title.clone(),
            kind,
            size,
            at: reading.span_of(segment.heading.start, segment.body.start),
        });
    }
    let documents: Vec<Document> = reading
        .documents
        .extract_if(.., |it| it.at.start >= span.start && it.at.start < span.end)
        .collect();
    let at = reading.drafts.len();
    for document in documents {
        reading.paint.lay(
            document.at,
            PieceKind::Document,
            Some(at),
            Confidence::Certain,
        );
        item.documents.push(document);
    }
    if segment.section
        && source
            .marks
            .iter()
            .any(|it| matches!(it.what, What::Item { .. }))
        && reading.is_empty(segment.body.clone())
    {
        item.kind = ItemKind::Section;
    }
    let confidence = if segment.certain {
        Confidence::Certain
    } else {
        Confidence::Probable
    };
    for line in segment.heading.clone() {
        let line = reading.lines[line];
        let tag = line::tag_length(line.text) == Some(line.text.len()) && !line.text.is_empty();
        let what = if tag {
            PieceKind::Tag
        } else {
            PieceKind::ItemHeading
        };
        reading.paint.lay(line.at, what, Some(at), confidence);
    }
    reading.drafts.push(Draft {
        item,
        parent: None,
        talk: Vec::new(),
        resolutions: 0,
    });
    super::body::read(reading, at, segment.body);
}

impl<'a> Reading<'a> {
    /// The day of the meeting an item was taken at.
    pub(super) fn held(&self, draft: usize) -> Option<Day> {
        let mut at = Some(draft);
        while let Some(it) = at {
            if let Some(meeting) = &self.drafts[it].item.meeting {
                return meeting.date;
            }
            at = self.drafts[it].parent;
        }
        self.meeting.date
    }

    /// Where some lines stand.
    pub(super) fn span_of(&self, first: usize, end: usize) -> Span {
        let start = self
            .lines
            .get(first)
            .map_or(self.text.len(), |it| it.at.start);
        let close = end
            .checked_sub(1)
            .and_then(|it| self.lines.get(it))
            .map_or(start, |it| it.at.end);
        Span::new(start, close.max(start))
    }

    fn is_empty(&self, lines: std::ops::Range<usize>) -> bool {
        lines.into_iter().all(|it| self.lines[it].text.is_empty())
    }

    fn more_meetings(&mut self, meetings: Vec<Meeting>) {
        for meeting in meetings {
            self.drafts.push(Draft {
                item: Item {
                    kind: ItemKind::Section,
                    meeting: Some(meeting),
                    ..Item::default()
                },
                parent: Some(usize::MAX),
                talk: Vec::new(),
                resolutions: 0,
            });
        }
    }
}

/// Puts the items into their tree, compares list and prose about who was there, and cuts the text into pieces.
fn finish(mut reading: Reading<'_>, source: &Source) -> Minutes {
    let mut meetings = vec![reading.meeting.clone()];
    let only: Vec<Meeting> = reading
        .drafts
        .extract_if(.., |it| it.parent == Some(usize::MAX))
        .filter_map(|it| it.item.meeting)
        .collect();
    meetings.extend(only);
    // A page on one issue has its meetings with its items.
    if reading.meeting == Meeting::default()
        && let Some(first) = reading.drafts.iter().find_map(|it| it.item.meeting.clone())
    {
        meetings[0] = first;
    }
    for draft in &mut reading.drafts {
        if let Some(meeting) = &draft.item.meeting {
            if *meeting == meetings[0] {
                draft.item.meeting = None;
            } else if !meetings.contains(meeting) && meetings.len() < 10_000 {
                meetings.push(meeting.clone());
            }
        }
    }
    let places = places(&reading.drafts);
    let (people, mismatches) = people(&mut reading, &places);
    let truncated = reading.drafts.iter().any(|it| it.item.truncated);
    let items = tree(std::mem::take(&mut reading.drafts));
    if reading.kind == Kind::MeetingList
        || !source.marks.is_empty()
        || !items.is_empty()
        || reading.kind == Kind::AttendanceTable
    {
        // Nothing to add.
    } else if !source.text.trim().is_empty() {
        reading.notes.push(Note {
            text: "No agenda item was found. The whole text is kept as it stands.".into(),
            at: Span::new(0, source.text.len()),
        });
    }
    let pieces = reading.paint.pieces(&source.text, |it| {
        places.get(it).cloned().unwrap_or_default()
    });
    Minutes {
        kind: reading.kind,
        meeting: meetings[0].clone(),
        meetings,
        decision: reading.decision,
        people,
        mismatches,
        items,
        truncated,
        notes: reading.notes,
        pieces,
    }
}

/// Each draft's place in the tree.
fn places(drafts: &[Draft<'_>]) -> Vec<Vec<usize>> {
    let mut counts = vec![0; drafts.len() + 1];
    let mut places: Vec<Vec<usize>> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let slot = draft.parent.map_or(0, |it| it + 1);
        let mut place = draft
            .parent
            .and_then(|it| places.get(it))
            .cloned()
            .unwrap_or_default();
        place.push(counts[slot]);
        counts[slot] += 1;
        places.push(place);
    }
    places
}

/// The items as a tree: a part stands after its whole, so the last are put away first.
fn tree(drafts: Vec<Draft<'_>>) -> Vec<Item> {
    let mut parts: Vec<Vec<Item>> = (0..drafts.len()).map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate().rev() {
        let mut item = draft.item;
        item.items = std::mem::take(&mut parts[at]);
        item.items.reverse();
        match draft.parent {
            Some(parent) => parts[parent].push(item),
            None => top.push(item),
        }
    }
    top.reverse();
    top
}

/// Everyone, and where list and prose differ. With a list the prose adds nobody to the meeting: it is compared.
fn people(reading: &mut Reading<'_>, places: &[Vec<usize>]) -> (Vec<Person>, Vec<Mismatch>) {
    let mut people = std::mem::take(&mut reading.listed);
    let mut mismatches = Vec::new();
    let listed = people.len();
    for mut person in std::mem::take(&mut reading.told) {
        // The place was kept as the number of its item.
        let draft = person.item.first().copied();
        let of_item = person.item.len() > 1;
        person.item = if of_item {
            draft
                .and_then(|it| places.get(it))
                .cloned()
                .unwrap_or_default()
        } else {
            Vec::new()
        };
        if listed == 0 || of_item {
            match attendance::known(&people, &person.name).filter(|_| !of_item) {
                Some(before) if before.status == person.status => {}
                Some(before) => mismatches.push(Mismatch {
                    what: format!(
                        "First said to be {}, then {}.",
                        said(before.status),
                        said(person.status)
                    ),
                    name: person.name,
                    at: person.at,
                }),
                None => people.push(person),
            }
            continue;
        }
        match attendance::known(&people[..listed], &person.name) {
            Some(before) if before.status == person.status => {}
            // Someone of the list who came with the item's guests is no contradiction.
            Some(before)
                if before.status == Status::Present && person.status == Status::InAttendance => {}
            Some(before) => mismatches.push(Mismatch {
                what: format!(
                    "The list says {}, the minutes say {}.",
                    said(before.status),
                    said(person.status)
                ),
                name: person.name,
                at: person.at,
            }),
            None => mismatches.push(Mismatch {
                what: format!(
                    "The minutes say {}, the list does not have the name.",
                    said(person.status)
                ),
                name: person.name,
                at: person.at,
            }),
        }
    }
    (people, mismatches)
}

/// A status within a sentence.
fn said(status: Status) -> &'static str {
    match status {
        Status::Present => "present",
        Status::Apologies => "apologies",
        Status::Absent => "absent",
        Status::Substitute => "substitute",
        Status::Observer => "observer",
        Status::InAttendance => "in attendance",
        Status::Officer => "officer",
        Status::Witness => "witness",
        Status::Expected => "expected",
    }
}
