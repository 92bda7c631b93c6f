//! What the reader wants a person to know: what, where, why, and what to do. Never a value from a cell.

use crate::error::{Nearest, listed, short};
use std::fmt;
use waymark_data::{Day, Place};

/// One thing to know about a return.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// The file and sheet.
    pub place: Place,
    /// The first row it is about, from 1, as the file counts.
    pub row: Option<u32>,
    /// The heading of the column, or its letter where it has none.
    pub column: Option<String>,
    /// How many cells, rows or files it is about.
    pub count: u64,
    /// What it is about.
    pub subject: Subject,
}

/// What a note is about.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Subject {
    /// A sheet or file without the headings of any known table.
    NotATable {
        /// What kind of file it is, where that is known.
        seems: Option<&'static str>,
        /// The table that came nearest.
        nearest: Option<Nearest>,
    },
    /// A sheet or file with nothing in it.
    Nothing,
    /// Headings that the table does not have.
    UnknownColumns(Vec<String>),
    /// Columns of the table that are not there.
    MissingColumns(Vec<String>),
    /// The same heading more than once.
    DuplicateHeadings(Vec<String>),
    /// Cells right of the last heading.
    BeyondHeadings,
    /// Cells below an empty heading.
    NoHeading,
    /// Headings spread over two rows, often with merged cells.
    HeadingsOverTwoRows,
    /// The headings once more among the rows.
    HeadingsAgain,
    /// Rows above the headings.
    RowsAbove,
    /// A second table for the same list.
    TwoTables(String),
    /// A hidden sheet.
    HiddenSheet,
    /// A sheet or file named for one table that holds another.
    NamedAnother {
        /// What its name says.
        named: String,
        /// What its headings say.
        is: String,
    },
    /// Cells that hold a formula.
    Formulas,
    /// Cells that hold a formula without its last result.
    FormulasWithoutResult,
    /// Numbers where dates are wanted.
    NumbersForDates,
    /// Dates of 1900 or before.
    Dates1900,
    /// Texts longer than Excel allows.
    LongCells,
    /// Rows with fewer cells than there are headings.
    ShortRows,
    /// The last row stops before its end.
    HalfRow,
    /// A quotation mark that is opened and never closed.
    OpenQuote,
    /// Text that is not UTF-8, read as Windows-1252.
    Windows1252,
    /// Text that is not in the encoding its label says.
    OtherEncoding(&'static str),
    /// Zero bytes among the text.
    ZeroBytes,
    /// Macros in the workbook.
    Macros,
    /// Elements that the format does not have.
    UnknownElements(Vec<String>),
    /// Elements that may stand once and stand again.
    RepeatedElement(String),
    /// Text between elements, where none belongs.
    LooseText,
    /// A child without an id.
    NoChildId,
    /// The year and the reference date that the file names do not belong together.
    YearsDiffer {
        /// The year.
        year: i16,
        /// The reference date.
        reference: Day,
    },
    /// The file names another date than the one it is loaded for.
    OtherDate {
        /// What the file names.
        says: Day,
        /// What it is loaded for.
        as_at: Day,
    },
    /// Many dates after the day the return is loaded for.
    AfterAsAt(Day),
    /// No date in the year before the day the return is loaded for.
    LongBefore {
        /// The latest date in the return.
        latest: Day,
        /// What it is loaded for.
        as_at: Day,
    },
}

impl Note {
    /// What was found.
    #[must_use]
    pub fn what(&self) -> String {
        let n = self.count;
        match &self.subject {
            Subject::NotATable { seems, nearest } => {
                let mut text = match seems {
                    Some(seems) => format!("This is {seems}, not a table of the return."),
                    None => "This is not a table of the return.".to_owned(),
                };
                if let Some(nearest) = nearest {
                    text.push_str(&format!(" {nearest}"));
                }
                text
            }
            Subject::Nothing => "There is nothing in it.".to_owned(),
            Subject::UnknownColumns(names) => format!("Unknown columns: {}.", listed(names)),
            Subject::MissingColumns(names) => format!("Missing columns: {}.", listed(names)),
            Subject::DuplicateHeadings(names) => {
                format!("Headings that occur more than once: {}.", listed(names))
            }
            Subject::BeyondHeadings => format!("{} right of the last heading.", rows_hold(n)),
            Subject::NoHeading => format!("{} in a column without a heading.", rows_hold(n)),
            Subject::HeadingsOverTwoRows => "The headings stand in two rows.".to_owned(),
            Subject::HeadingsAgain => {
                format!(
                    "{} the headings again.",
                    counted(n, "row repeats", "rows repeat")
                )
            }
            Subject::RowsAbove => format!(
                "{} above the headings.",
                counted(n, "row stands", "rows stand")
            ),
            Subject::TwoTables(table) => {
                format!("There is more than one table for {table}; this is number {n}.")
            }
            Subject::HiddenSheet => "The sheet is hidden.".to_owned(),
            Subject::NamedAnother { named, is } => {
                format!(
                    "Its name says {}; its headings are those of {is}.",
                    short(named)
                )
            }
            Subject::Formulas => {
                format!("{} a formula.", counted(n, "cell holds", "cells hold"))
            }
            Subject::FormulasWithoutResult => format!(
                "{} a formula without its result.",
                counted(n, "cell holds", "cells hold")
            ),
            Subject::NumbersForDates => format!(
                "{} a plain number where a date is wanted.",
                counted(n, "cell holds", "cells hold")
            ),
            Subject::Dates1900 => {
                format!("{} of 1900 or earlier.", counted(n, "date is", "dates are"))
            }
            Subject::LongCells => format!(
                "{} longer than the 32,767 letters that Excel allows.",
                counted(n, "cell is", "cells are")
            ),
            Subject::ShortRows => format!(
                "{} fewer cells than there are headings.",
                counted(n, "row has", "rows have")
            ),
            Subject::HalfRow => "The file ends in the middle of its last row.".to_owned(),
            Subject::OpenQuote => "A quotation mark is opened and never closed.".to_owned(),
            Subject::Windows1252 => "The text is not UTF-8.".to_owned(),
            Subject::OtherEncoding(name) => format!("The text is in {name}, and does not say so."),
            Subject::ZeroBytes => format!(
                "{} among the text.",
                counted(n, "zero byte stands", "zero bytes stand")
            ),
            Subject::Macros => "The workbook has macros.".to_owned(),
            Subject::UnknownElements(names) => {
                format!("Elements that the format does not have: {}.", listed(names))
            }
            Subject::RepeatedElement(name) => format!(
                "{} stands more than once in {}.",
                short(name),
                counted(n, "block", "blocks")
            ),
            Subject::LooseText => format!(
                "{} between elements, where none belongs.",
                counted(n, "piece of text stands", "pieces of text stand")
            ),
            Subject::NoChildId => {
                format!("{} no id.", counted(n, "child has", "children have"))
            }
            Subject::YearsDiffer { year, reference } => format!(
                "The file names the year {year} and the reference date {}.",
                reference.words()
            ),
            Subject::OtherDate { says, as_at } => format!(
                "The file names the date {}; it is loaded as at {}.",
                says.words(),
                as_at.words()
            ),
            Subject::AfterAsAt(as_at) => format!(
                "{} after {}, the day the return is loaded for.",
                counted(n, "date lies", "dates lie"),
                as_at.words()
            ),
            Subject::LongBefore { latest, as_at } => format!(
                "The latest date is {}, more than a year before {}, the day the return is loaded for.",
                latest.words(),
                as_at.words()
            ),
        }
    }

    /// What the reader did with it, and why.
    #[must_use]
    pub fn why(&self) -> &'static str {
        match &self.subject {
            Subject::NotATable { .. } => {
                "A table is known by its headings: at least 70% of its own and the published ones must agree. It was passed over."
            }
            Subject::Nothing => "It was passed over.",
            Subject::UnknownColumns(_) => "No measure or check reads them. They were left out.",
            Subject::MissingColumns(_) => {
                "What needs them cannot be answered; their cells count as blank."
            }
            Subject::DuplicateHeadings(_) => {
                "Only one column can be meant. The first was read, the others were left out."
            }
            Subject::BeyondHeadings | Subject::NoHeading => {
                "Nothing says what these cells are. They were left out."
            }
            Subject::HeadingsOverTwoRows => {
                "No single row names the columns. The two were read as one."
            }
            Subject::HeadingsAgain => "They are no child's row. They were left out.",
            Subject::RowsAbove => "A title or a note often stands there. They were left out.",
            Subject::TwoTables(_) => {
                "Either may be right. Both were read, and rows that repeat an earlier one are set aside."
            }
            Subject::HiddenSheet => {
                "Hidden sheets may be forgotten ones. It was read all the same."
            }
            Subject::NamedAnother { .. } => {
                "Names mean nothing to the reader. It was read by its headings."
            }
            Subject::Formulas => "The result that Excel saved was read.",
            Subject::FormulasWithoutResult => {
                "The program that wrote the file did not calculate it. The cells count as blank."
            }
            Subject::NumbersForDates => {
                "A number that is not formatted as a date could be anything. The cells are marked unreadable."
            }
            Subject::Dates1900 => {
                "They often stand for no date at all. They were read as they are."
            }
            Subject::LongCells => "Nothing was cut off.",
            Subject::ShortRows => "The cells that are not there count as blank.",
            Subject::HalfRow => {
                "The file was probably cut off, and rows behind it may be missing. What is there was read."
            }
            Subject::OpenQuote => {
                "All that follows would become one cell. From that row on each line was read as a row, its quotation marks as text."
            }
            Subject::Windows1252 => {
                "Older exports write Windows-1252, and it was read as that. Letters with accents may be wrong."
            }
            Subject::OtherEncoding(_) => "It was recognised by its bytes.",
            Subject::ZeroBytes => "They mean nothing. They were left out.",
            Subject::Macros => "They were not run, and may have changed cells before.",
            Subject::UnknownElements(_) => "No rule reads them. They were left out.",
            Subject::RepeatedElement(_) => "Only one can be meant. The first was read.",
            Subject::LooseText => "It belongs to no element. It was left out.",
            Subject::NoChildId => "Their rows were read, and cannot be joined to a child.",
            Subject::YearsDiffer { .. } => "A reference date is 31 March of the year.",
            Subject::OtherDate { .. } => "It may be the file of another year.",
            Subject::AfterAsAt(_) => "What has happened cannot lie in the future of the return.",
            Subject::LongBefore { .. } => "It may be the return of another year.",
        }
    }

    /// What a person can do about it.
    #[must_use]
    pub fn what_to_do(&self) -> &'static str {
        match &self.subject {
            Subject::NotATable { .. } => {
                "If it is one, give its columns their published headings and load it again."
            }
            Subject::Nothing | Subject::HiddenSheet => "Check that it is meant.",
            Subject::UnknownColumns(_) => {
                "If one of them is a published column, correct its heading and load again."
            }
            Subject::MissingColumns(_) => "Add them if the system holds them.",
            Subject::DuplicateHeadings(_) => "Remove or rename the others.",
            Subject::BeyondHeadings | Subject::NoHeading => {
                "Give the column its heading if its cells are needed."
            }
            Subject::HeadingsOverTwoRows => {
                "Check the columns below; one row of headings is safer."
            }
            Subject::HeadingsAgain | Subject::RowsAbove => {
                "Check that no child's row is among them."
            }
            Subject::TwoTables(_) => "Keep one, or check that their rows differ.",
            Subject::NamedAnother { .. } => "Check that the sheets or files are not swapped.",
            Subject::Formulas => {
                "Save the workbook in Excel before you load it, so that results are fresh."
            }
            Subject::FormulasWithoutResult => {
                "Open the workbook in Excel, save it and load it again."
            }
            Subject::NumbersForDates => "Format the column as dates and load again.",
            Subject::Dates1900 => "Leave the cell empty where there is no date.",
            Subject::LongCells => "Check that a whole file was not pasted into one cell.",
            Subject::ShortRows => "Check the first of them.",
            Subject::HalfRow => "Make the file again and compare the number of rows.",
            Subject::OpenQuote => "Correct the row and load again.",
            Subject::Windows1252 | Subject::OtherEncoding(_) => {
                "Save it as UTF-8 if names look wrong."
            }
            Subject::ZeroBytes => "Nothing, if the rows look right.",
            Subject::Macros => "Save it as .xlsx if the macros are not needed.",
            Subject::UnknownElements(_) => "Check their spelling against the collection's guide.",
            Subject::RepeatedElement(_) | Subject::LooseText => {
                "Ask the supplier of the export to correct it."
            }
            Subject::NoChildId => "Give each child an id in the case system.",
            Subject::YearsDiffer { .. } | Subject::OtherDate { .. } => {
                "Check that this is the right file, and the header that the system writes."
            }
            Subject::AfterAsAt(_) | Subject::LongBefore { .. } => {
                "Check the date you load it for, or the file."
            }
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if let Some(row) = self.row {
            let one = matches!(
                self.subject,
                Subject::UnknownColumns(_) | Subject::MissingColumns(_) | Subject::TwoTables(_)
            );
            let from = if self.count > 1 && !one {
                "from row"
            } else {
                "row"
            };
            write!(f, ", {from} {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {}", short(column))?;
        }
        write!(f, ": {} {} {}", self.what(), self.why(), self.what_to_do())
    }
}

fn counted(n: u64, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn rows_hold(n: u64) -> String {
    counted(n, "row holds something", "rows hold something")
}
