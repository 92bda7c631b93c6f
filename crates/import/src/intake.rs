//! Gathers tables and notes from every file, and says what return they are.

use crate::error::Nearest;
use crate::headings::Known;
use crate::sniff::{Format, sniff};
use crate::{
    ImportError, InputFile, Limits, Note, Return, ReturnKind, Subject, delimited, looks, ofsted,
    unpack, workbook, xml,
};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use waymark_data::{Day, Place, Table, Words};

/// What has been read so far.
pub(crate) struct Intake<'l> {
    pub(crate) limits: &'l Limits,
    /// Bytes that may still be unpacked.
    pub(crate) budget: u64,
    /// Files that zips may still hold.
    pub(crate) files_left: usize,
    pub(crate) words: Words,
    tables: Vec<(Known, Table)>,
    notes: Vec<Note>,
    nearest: Option<Nearest>,
    seems: HashMap<String, &'static str>,
    pub(crate) year: Option<i16>,
    pub(crate) reference_date: Option<Day>,
}

impl<'l> Intake<'l> {
    pub(crate) fn new(limits: &'l Limits) -> Self {
        Self {
            limits,
            budget: limits.unpacked_bytes,
            files_left: limits.files,
            words: Words::default(),
            tables: Vec::new(),
            notes: Vec::new(),
            nearest: None,
            seems: HashMap::new(),
            year: None,
            reference_date: None,
        }
    }

    /// Reads one file as it was given.
    pub(crate) fn file(&mut self, file: &InputFile<'_>) -> Result<(), ImportError> {
        let place = Place {
            file: file.name.clone(),
            sheet: String::new(),
        };
        self.bytes(&place, &file.bytes, 0)
    }

    /// Reads the bytes of a file, itself given or inside `depth` zips. A parser that panics becomes an error: its
    /// message is not shown, for it may hold a cell.
    pub(crate) fn bytes(
        &mut self,
        place: &Place,
        bytes: &[u8],
        depth: u8,
    ) -> Result<(), ImportError> {
        let name = inner_name(place).to_owned();
        catch_unwind(AssertUnwindSafe(|| match sniff(bytes) {
            Format::Nothing => {
                self.note(place, Subject::Nothing);
                Ok(())
            }
            Format::Zip if depth < 2 => unpack::zip(self, place, bytes, depth),
            Format::Zip => {
                self.not_a_table(place, Some("a zip inside a zip inside a zip"), None);
                Ok(())
            }
            Format::Excel { macros } => workbook::xlsx(self, place, bytes, macros),
            Format::OpenDocument => workbook::ods(self, place, bytes),
            Format::OldExcel => workbook::xls(self, place, bytes),
            Format::Locked => Err(ImportError::Password { file: name.clone() }),
            Format::HalfZip => Err(ImportError::HalfZip { file: name.clone() }),
            Format::Xml => xml::read(self, place, bytes),
            Format::Text => {
                if let Some(seems) = ofsted::seems(bytes) {
                    self.not_a_table(place, Some(seems), None);
                } else {
                    delimited::read(self, place, bytes);
                }
                Ok(())
            }
            other => {
                self.not_a_table(place, Some(seems(other)), None);
                Ok(())
            }
        }))
        .unwrap_or(Err(ImportError::Stumbled { file: name }))
    }

    pub(crate) fn note(&mut self, place: &Place, subject: Subject) {
        self.noted(place, None, None, 1, subject);
    }

    pub(crate) fn noted(
        &mut self,
        place: &Place,
        row: Option<u32>,
        column: Option<String>,
        count: u64,
        subject: Subject,
    ) {
        self.notes.push(Note {
            place: place.clone(),
            row,
            column,
            count,
            subject,
        });
    }

    /// A file or sheet that is no table, and the table that came nearest.
    pub(crate) fn not_a_table(
        &mut self,
        place: &Place,
        seems: Option<&'static str>,
        nearest: Option<Nearest>,
    ) {
        if let Some(seems) = seems {
            self.seems.insert(place.file.clone(), seems);
        }
        if let Some(new) = &nearest
            && self.nearest.as_ref().is_none_or(|old| new.fit > old.fit)
        {
            self.nearest = Some(new.clone());
        }
        self.note(place, Subject::NotATable { seems, nearest });
    }

    /// A table that was read, and what its cells look like.
    pub(crate) fn table(&mut self, known: Known, table: Table) {
        looks::at(self, &table);
        self.tables.push((known, table));
    }

    /// The whole return.
    pub(crate) fn finish(mut self, files: &[InputFile<'_>]) -> Result<Return, ImportError> {
        let Some((first, _)) = self.tables.first() else {
            return Err(self.not_a_return(files));
        };
        let kind = first.kind;
        let mut kinds: Vec<(ReturnKind, Place)> = Vec::new();
        for (known, table) in &self.tables {
            if !kinds.iter().any(|(kind, _)| *kind == known.kind) {
                kinds.push((known.kind, table.place.clone()));
            }
        }
        if kinds.len() > 1 {
            return Err(ImportError::MixedKinds { kinds });
        }
        self.tables.sort_by_key(|(known, _)| known.order);
        let mut seen = 0;
        for at in 1..self.tables.len() {
            let same = self.tables[at].0.order == self.tables[at - 1].0.order;
            seen = if same { seen + 1 } else { 0 };
            if same {
                let (known, table) = &self.tables[at];
                let subject = Subject::TwoTables(crate::headings::title(known));
                let (place, line) = (table.place.clone(), table.heading_line);
                self.noted(&place, Some(line), None, seen + 1, subject);
            }
        }
        Ok(Return {
            kind,
            tables: self.tables.into_iter().map(|(_, table)| table).collect(),
            words: self.words,
            notes: self.notes,
            year: self.year,
            reference_date: self.reference_date,
        })
    }

    fn not_a_return(self, files: &[InputFile<'_>]) -> ImportError {
        match files {
            [] => ImportError::NoFile,
            [one] if matches!(sniff(&one.bytes), Format::Nothing) => ImportError::Empty {
                file: one.name.clone(),
            },
            _ => ImportError::NotAReturn {
                files: files
                    .iter()
                    .map(|it| (it.name.clone(), self.seems.get(&it.name).copied()))
                    .collect(),
                nearest: self.nearest.map(Box::new),
            },
        }
    }
}

/// What a file is that holds no tables.
fn seems(format: Format) -> &'static str {
    match format {
        Format::Word => "a Word document",
        Format::Page => "a web page",
        Format::Other(words) => words,
        _ => "not a table",
    }
}

/// The file's own name: inside a zip, the one in it.
pub(crate) fn inner_name(place: &Place) -> &str {
    if place.sheet.is_empty() {
        &place.file
    } else {
        &place.sheet
    }
}
