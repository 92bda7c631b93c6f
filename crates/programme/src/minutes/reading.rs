//! Reading a source from its first line to its last.

mod finish;
mod markup;

use super::block::Marked;
use super::heading;
use super::item::{Document, Item, ItemKind};
use super::line::{self, Line};
use super::paint::Paint;
use super::person::Person;
use super::piece::{Confidence, PieceKind, Span};
use super::segment::{self, Segment};
use super::source::{Form, Source, What};
use super::table::{self, Tables};
use super::whole::{DecisionRecord, Kind, Meeting, Minutes, Note};
use super::{attachment, label, page};
use finish::finish;
use markup::{is_list, marked, marks};
use waymark_data::Day;

/// A part of the text that the markup says the purpose of.
pub(super) type Region = (Span, label::Part);

/// Everything known while reading.
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) marked: Vec<Marked>,
    pub(super) tables: Tables,
    pub(super) regions: Vec<Region>,
    pub(super) documents: Vec<Document>,
    pub(super) paint: Paint,
    pub(super) drafts: Vec<Draft<'a>>,
    pub(super) kind: Kind,
    pub(super) meeting: Meeting,
    /// Every meeting that the markup names, and where each begins.
    pub(super) named: Vec<(usize, Meeting)>,
    pub(super) decision: Option<DecisionRecord>,
    /// Whom a list names.
    pub(super) listed: Vec<Person>,
    /// Whom sentences name.
    pub(super) told: Vec<Person>,
    /// Who held an office of the meeting, and which: the chair, who took the minutes.
    pub(super) offices: Vec<(String, Person)>,
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
    let (kind, labelled) = page::kind(&reading.lines, &reading.tables);
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
        &reading.tables,
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
    let mut marked = marked(source, &lines);
    let tables = table::tables(&source.text, &lines, &mut marked);
    Reading {
        text: &source.text,
        marked,
        tables,
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
        named: Vec::new(),
        decision: None,
        listed: Vec::new(),
        told: Vec::new(),
        offices: Vec::new(),
        notes: Vec::new(),
    }
}

fn item<'a>(reading: &mut Reading<'a>, source: &Source, segment: Segment) {
    let mut glued = attachment::title(&segment.title);
    let cut = attachment::purpose_at(&glued.title)
        .filter(|it| *it > 2 && (segment.flat || glued.title.len() > 60));
    let purpose = cut.map(|it| glued.title[it..].trim().to_owned());
    if let Some(at) = cut {
        // "Mid-year report PDF 70 KB To consider …": the attachment stood in the middle.
        let own = attachment::title(&glued.title[..at]);
        glued.document = glued.document.or(own.document);
        glued.slot = glued.slot.or(own.slot);
        glued.title = own.title;
    }
    let title = glued.title;
    let span = reading.span_of(segment.heading.start, segment.body.end);
    let mut item = Item {
        number: segment.number.clone(),
        kind: heading::kind_of(&title),
        title,
        slot: glued.slot,
        purpose,
        meeting: segment
            .meeting
            .clone()
            .or_else(|| reading.named_at(span.start)),
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

    /// The meeting that the markup puts a place of the text in, where it names several.
    fn named_at(&self, start: usize) -> Option<Meeting> {
        let after = self.named.partition_point(|it| it.0 <= start);
        let at = after.checked_sub(1)?;
        (self.named.len() > 1).then(|| self.named[at].1.clone())
    }

    fn is_empty(&self, lines: std::ops::Range<usize>) -> bool {
        lines.into_iter().all(|it| self.lines[it].text.is_empty())
    }
}
