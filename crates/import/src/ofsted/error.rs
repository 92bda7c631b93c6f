//! Why a file of Ofsted's findings was not read: what is wrong, where, what to do.

use std::fmt;

/// Why nothing was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfstedError {
    /// None of the known files.
    NotOfsteds {
        /// Its name.
        file: String,
    },
    /// It breaks the rules of its format.
    Damaged {
        /// Its name.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        why: String,
    },
    /// Columns that are needed and not there.
    MissingColumns {
        /// Its name.
        file: String,
        /// Their headings.
        columns: Vec<String>,
    },
    /// Rows or reports that cannot be read.
    Unreadable {
        /// Its name.
        file: String,
        /// "Line 12, publication_date: …", at most ten.
        problems: Vec<String>,
        /// How many there are.
        count: usize,
    },
}

impl std::error::Error for OfstedError {}

impl fmt::Display for OfstedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOfsteds { file } => write!(
                f,
                "{file} is not a list of Ofsted's findings. Waymark knows three: reports as JSON, each with \"judgements\" and \"needs_to_improve\"; outcomes as CSV, with the columns la_code and overall_effectiveness_grade; councils as CSV, with the columns la_code and stat_neighbours. Give one of these."
            ),
            Self::Damaged { file, line, why } => write!(
                f,
                "{file}, line {line}: {why}. It was probably cut off or changed by hand. Download it again."
            ),
            Self::MissingColumns { file, columns } => write!(
                f,
                "{file} lacks the columns {}. Check that the row of headings is as published.",
                columns.join(", ")
            ),
            Self::Unreadable {
                file,
                problems,
                count,
            } => {
                let what = if *count == 1 { "value" } else { "values" };
                write!(
                    f,
                    "{file}: {count} {what} cannot be read, so nothing was loaded."
                )?;
                for it in problems {
                    write!(f, " {it}.")?;
                }
                let more = count - problems.len();
                if more > 0 {
                    write!(f, " And {more} more.")?;
                }
                f.write_str(" Mend them, or download the file again.")
            }
        }
    }
}

/// Gathers what is wrong, row by row.
#[derive(Default)]
pub(super) struct Problems {
    first: Vec<String>,
    count: usize,
}

impl Problems {
    pub(super) fn add(&mut self, problem: String) {
        if self.first.len() < 10 {
            self.first.push(problem);
        }
        self.count += 1;
    }

    /// What was read, when nothing is wrong with it.
    pub(super) fn or<T>(self, file: &str, read: T) -> Result<T, OfstedError> {
        if self.count == 0 {
            return Ok(read);
        }
        Err(OfstedError::Unreadable {
            file: file.to_owned(),
            problems: self.first,
            count: self.count,
        })
    }
}

/// A value of a public file, cut where it is long.
pub(super) fn quoted(value: &str) -> String {
    let flat: Vec<&str> = value.split_whitespace().collect();
    let flat = flat.join(" ");
    if flat.chars().count() > 60 {
        let cut: String = flat.chars().take(60).collect();
        format!("\"{cut}…\"")
    } else {
        format!("\"{flat}\"")
    }
}
