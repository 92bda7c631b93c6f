//! Why files are not a return: said once, in plain English, without a value from any cell.

use crate::{Limits, ReturnKind};
use std::fmt;
use waymark_data::Place;

/// The published table that came nearest, where none came near enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearest {
    /// Its name and title: "list 4 (Assessments)".
    pub table: String,
    /// Where it stood.
    pub place: Place,
    /// Its headings that were not found.
    pub not_found: Vec<String>,
    /// Headings that it does not have.
    pub others: Vec<String>,
    /// The headings found, out of the union of both (0 to 1).
    pub fit: f64,
}

/// Why nothing was read.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportError {
    /// No file was given.
    NoFile,
    /// The only file has nothing in it.
    Empty {
        /// Its name.
        file: String,
    },
    /// A zip or workbook that is not whole.
    HalfZip {
        /// Its name.
        file: String,
    },
    /// An XML file that stops before its end.
    HalfXml {
        /// Its name.
        file: String,
        /// The line it stops at, from 1.
        line: u32,
    },
    /// A workbook or zip that wants a password.
    Password {
        /// Its name.
        file: String,
    },
    /// More than is ever read.
    TooBig {
        /// Its name.
        file: String,
        /// The most bytes that are unpacked.
        limit: u64,
    },
    /// More files in a zip than are ever read.
    TooManyFiles {
        /// Its name.
        file: String,
        /// The most files.
        limit: usize,
    },
    /// Something in the file breaks the rules of its format.
    Damaged {
        /// Where.
        place: Place,
        /// The line, from 1, where it is known.
        line: Option<u32>,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The reader itself failed on this file.
    Stumbled {
        /// Its name.
        file: String,
    },
    /// No table of a known return.
    NotAReturn {
        /// The files given, each with what it seems to be where that is known.
        files: Vec<(String, Option<&'static str>)>,
        /// The table that came nearest.
        nearest: Option<Box<Nearest>>,
    },
    /// Tables of more than one kind of return.
    MixedKinds {
        /// Each kind, and where the first table of it stood.
        kinds: Vec<(ReturnKind, Place)>,
    },
}

impl ImportError {
    pub(crate) fn too_big(file: &str, limits: &Limits) -> Self {
        Self::TooBig {
            file: file.to_owned(),
            limit: limits.unpacked_bytes,
        }
    }
}

impl std::error::Error for ImportError {}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFile => f.write_str("No file was given. Choose the files of one return."),
            Self::Empty { file } => write!(
                f,
                "{file} is empty. It may not have been saved or copied fully: open it, check that it holds the return, and give it again."
            ),
            Self::HalfZip { file } => write!(
                f,
                "{file} is not a whole file: its end or a part of it is missing. It was probably cut off while it was copied or sent. Copy it again from where it was made."
            ),
            Self::HalfXml { file, line } => write!(
                f,
                "{file} stops at line {line} before its last element is closed, so children may be missing. It was probably cut off while it was written or copied. Make the file again."
            ),
            Self::Password { file } => write!(
                f,
                "{file} is protected by a password: save a copy without it, and give the copy."
            ),
            Self::TooBig { file, limit } => write!(
                f,
                "{file} comes to more than {} when unpacked, which no return does. Nothing of it was kept. Check what is inside it.",
                bytes(*limit)
            ),
            Self::TooManyFiles { file, limit } => write!(
                f,
                "{file} holds more than {limit} files, which no return does. Nothing of it was kept. Give only the files of one return."
            ),
            Self::Damaged { place, line, why } => {
                write!(f, "{place}")?;
                if let Some(line) = line {
                    write!(f, ", line {line}")?;
                }
                write!(
                    f,
                    ": {why}. The file is damaged or was written wrongly, and reading on could lose rows. Save it again from the program that made it."
                )
            }
            Self::Stumbled { file } => write!(
                f,
                "{file} could not be read. It may be damaged: open it, save it again as .xlsx or .csv, and give the new file."
            ),
            Self::NotAReturn { files, nearest } => {
                let one = files.len() == 1;
                let these = if one { "This is" } else { "These are" };
                write!(
                    f,
                    "{these} not a return that Waymark knows; it looked for the headings of Annex A lists 1 to 11, of the SSDA903 files and of the SSD tables, and for CIN census and SSDA903 XML."
                )?;
                for (name, seems) in files.iter().take(5) {
                    if let Some(seems) = seems {
                        write!(f, " {name} is {seems}.")?;
                    }
                }
                if let Some(nearest) = nearest {
                    write!(f, " {nearest}")?;
                }
                f.write_str(" Check that the row of headings is there and reads as published.")
            }
            Self::MixedKinds { kinds } => {
                f.write_str("These files belong to different returns: ")?;
                for (at, (kind, place)) in kinds.iter().enumerate() {
                    let and = if at == 0 { "" } else { "; " };
                    write!(f, "{and}{kind} in {place}")?;
                }
                f.write_str(". Each return is loaded by itself: give the files of one at a time.")
            }
        }
    }
}

impl fmt::Display for Nearest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The nearest was {} in {}", self.table, self.place)?;
        if !self.not_found.is_empty() {
            write!(f, "; headings not found: {}", listed(&self.not_found))?;
        }
        if !self.others.is_empty() {
            write!(f, "; headings it does not have: {}", listed(&self.others))?;
        }
        f.write_str(".")
    }
}

/// At most ten names, and how many more there are.
pub(crate) fn listed(names: &[String]) -> String {
    const MOST: usize = 10;
    let shown: Vec<String> = names.iter().take(MOST).map(|it| short(it)).collect();
    let more = names.len().saturating_sub(MOST);
    if more == 0 {
        shown.join(", ")
    } else {
        format!("{} and {more} more", shown.join(", "))
    }
}

/// A heading, cut where it is longer than any published one.
pub(crate) fn short(name: &str) -> String {
    const LONGEST: usize = 120;
    let flat = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= LONGEST {
        flat
    } else {
        flat.chars().take(LONGEST).chain(['…']).collect()
    }
}

fn bytes(number: u64) -> String {
    const UNITS: [&str; 4] = ["bytes", "KiB", "MiB", "GiB"];
    let mut unit = 0;
    let mut number = number;
    while number >= 1024 && number.is_multiple_of(1024) && unit + 1 < UNITS.len() {
        number /= 1024;
        unit += 1;
    }
    format!("{number} {}", UNITS[unit])
}
