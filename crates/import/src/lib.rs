//! Bytes of a return to tables, keeping what could not be read and saying so.
//!
//! ```
//! use waymark_import::{InputFile, ReturnKind, read};
//!
//! let csv = "Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Contact,Contact Source\n\
//!            K1,b) Female,a) WBRI,01/02/2010,8,05/03/2018,q) 6: Police\n";
//! let it = read(&[InputFile::new("contacts.csv", csv.as_bytes())]).unwrap();
//! assert_eq!(it.kind, ReturnKind::AnnexA);
//! assert_eq!((it.tables[0].spec.name.as_str(), it.tables[0].len()), ("list 1", 1));
//! ```
//!
//! A table is found by its headings, never by the name of a file or a sheet. A cell that does not hold what its column
//! should stays as text, marked unreadable. What the reader passed over, assumed or found odd is a [`Note`]. A file that
//! cannot be read whole is an [`ImportError`]: half a return would give wrong figures.

mod arrival;
mod blocks;
mod cin;
mod delimited;
mod error;
mod headings;
mod intake;
mod limits;
mod looks;
mod minutes;
mod note;
pub mod ofsted;
mod period;
mod repeats;
mod sheet;
mod sniff;
mod ssda903;
mod text;
mod unpack;
mod workbook;
mod xml;

pub use arrival::Arrival;
pub use error::{ImportError, Nearest};
pub use limits::Limits;
pub use minutes::{MinutesError, read_minutes};
pub use note::{Note, Subject};

use std::borrow::Cow;
use std::fmt;
use waymark_data::{Day, Table, TableSpec, Words, annex_a, ssd};

/// A file as it was given.
#[derive(Clone)]
pub struct InputFile<'a> {
    /// Its name, with folders if it has any; used only to say where something stood.
    pub name: String,
    /// All of its bytes.
    pub bytes: Cow<'a, [u8]>,
}

impl<'a> InputFile<'a> {
    /// A file of this name and these bytes.
    pub fn new(name: impl Into<String>, bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self {
            name: name.into(),
            bytes: bytes.into(),
        }
    }
}

impl fmt::Debug for InputFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} bytes)", self.name, self.bytes.len())
    }
}

/// Which return it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ReturnKind {
    /// Ofsted's Annex A, lists 1 to 11.
    AnnexA,
    /// The census of children in need.
    Cin,
    /// The SSDA903 return of children looked after.
    Ssda903,
    /// The Standard Safeguarding Dataset.
    Ssd,
}

impl ReturnKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::AnnexA, Self::Cin, Self::Ssda903, Self::Ssd];

    /// The published tables of this kind.
    #[must_use]
    pub fn tables(self) -> &'static [TableSpec] {
        match self {
            Self::AnnexA => annex_a::lists(),
            Self::Cin => waymark_data::cin::tables(),
            Self::Ssda903 => waymark_data::ssda903::tables(),
            Self::Ssd => ssd::tables(),
        }
    }
}

impl fmt::Display for ReturnKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AnnexA => "Annex A",
            Self::Cin => "CIN census",
            Self::Ssda903 => "SSDA903",
            Self::Ssd => "Standard Safeguarding Dataset",
        })
    }
}

/// A return as it was read. Its `Debug` counts its tables and shows none of their cells.
pub struct Return {
    /// Which return it is.
    pub kind: ReturnKind,
    /// Its tables, in the published order; two tables for one list stand one after the other.
    pub tables: Vec<Table>,
    /// The text of all its cells.
    pub words: Words,
    /// What a person should know, in the order of the files.
    pub notes: Vec<Note>,
    /// The collection year that the file itself names: the year its period ends in.
    pub year: Option<i16>,
    /// The reference date that the file itself names.
    pub reference_date: Option<Day>,
}

impl fmt::Debug for Return {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (tables, notes) = (self.tables.len(), self.notes.len());
        write!(f, "{}: {tables} tables, {notes} notes", self.kind)
    }
}

/// Reads the files of one return.
///
/// # Errors
/// When they are not one whole return that Waymark knows.
pub fn read(files: &[InputFile<'_>]) -> Result<Return, ImportError> {
    read_within(files, &Limits::default())
}

/// Reads the files of one return, within other limits of size than the usual ones.
///
/// # Errors
/// As [`read`].
pub fn read_within(files: &[InputFile<'_>], limits: &Limits) -> Result<Return, ImportError> {
    let mut intake = intake::Intake::new(limits);
    for file in files {
        intake.file(file)?;
    }
    intake.finish(files)
}
