//! What minutes are read from: their text, and what the file that held it said about parts of that text.

use std::ops::Range;

/// The text of one file of minutes. Nothing of it is dropped by the reader: the pieces it gives back, put together, are
/// this text again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file's name, for messages.
    pub name: String,
    /// What held the text.
    pub form: Form,
    /// The text. Paragraphs end in `\n`; the characters are those of the file (tabs, no-break spaces and typing errors stay).
    pub text: String,
    /// What the markup of the file said about parts of the text, in order of their beginnings. None for plain text.
    pub marks: Vec<Mark>,
}

impl Source {
    /// Text that was pasted or came from a `.txt`.
    pub fn plain(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            form: Form::Plain,
            text: text.into(),
            marks: Vec::new(),
        }
    }
}

/// What held the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Pasted, or a `.txt`: printed minutes, or a page as it was copied.
    Plain,
    /// A Word file.
    Docx,
    /// A page of a council's site.
    Html,
    /// An answer of ModernGov's web service.
    Xml,
}

/// What the markup said about a part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of [`Source::text`].
    pub at: Range<usize>,
    /// What it is.
    pub what: What,
}

/// What a marked part is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A heading of this level, from 1.
    Heading(u8),
    /// An item of a list, at this depth from 1. The bullet or number, where the file has it as text, is part of the text.
    ListItem(u8),
    /// One cell of a table's row.
    Cell {
        /// Row of its table, from 0.
        row: usize,
        /// Column, from 0.
        column: usize,
    },
    /// The committee's or board's name.
    Body,
    /// The meeting's date, as the file writes it.
    Date,
    /// The meeting's time, as the file writes it.
    Time,
    /// Where it met.
    Place,
    /// One person of the attendance list; the covered text holds the name and what follows it.
    Person {
        /// As the file says it: "Present", "Expected", "Apologies" …
        attendance: String,
        /// Role or organisation, where the file keeps it apart.
        role: String,
    },
    /// The beginning of an agenda item, up to the next of these: number and title are within it.
    Item {
        /// "4", "4.1", "3a"; empty for a section heading without a number.
        number: String,
        /// Its title.
        title: String,
    },
    /// What the agenda says the item is for.
    Purpose,
    /// The minutes of the item.
    Minutes,
    /// The decision of the item, where the file keeps it apart.
    Decision,
    /// An accompanying document.
    Document {
        /// "PDF", or as the file says.
        kind: String,
        /// "57 KB", or empty.
        size: String,
    },
    /// Not for the public: never shown beyond those who may see restricted records.
    Restricted,
    /// One of several meetings of the file: from here to the next of these.
    Meeting,
}
