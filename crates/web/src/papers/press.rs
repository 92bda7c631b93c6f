//! Writing a paper in each format.

use waymark_report::paper::{Paper, csvw, html, sheets, word};

/// A format of a paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Format {
    /// A page in one file.
    Html,
    /// For Word.
    Docx,
    /// Tagged, to PDF/UA-1.
    Pdf,
    /// A workbook.
    Xlsx,
    /// Tables with what their columns mean, in a zip.
    Csv,
}

impl Format {
    /// All, in the order they are offered and written.
    pub const ALL: [Self; 5] = [Self::Html, Self::Docx, Self::Pdf, Self::Xlsx, Self::Csv];

    /// Its word in addresses and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// The format of this word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
    }

    /// As people call it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Html => "Web page (HTML)",
            Self::Docx => "Word (DOCX)",
            Self::Pdf => "PDF",
            Self::Xlsx => "Excel (XLSX)",
            Self::Csv => "Tables (CSV, zipped)",
        }
    }

    /// The ending of its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv.zip",
            other => other.word(),
        }
    }

    /// Its type.
    #[must_use]
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Html => "text/html; charset=utf-8",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "application/zip",
        }
    }
}

/// What prints PDF and draws pictures: the program hands it in, so that pages compile without it.
pub trait Printer: Send + Sync + std::fmt::Debug {
    /// The paper as PDF.
    ///
    /// # Errors
    /// Why it cannot be printed.
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, String>;

    /// A chart's SVG as PNG, for Word.
    fn png(&self, svg: &str) -> Option<Vec<u8>>;
}

/// Writes papers in every format.
#[derive(Clone, Debug, Default)]
pub struct Press(pub Option<std::sync::Arc<dyn Printer>>);

impl Press {
    /// The formats it can write: all but PDF where there is no printer.
    pub fn formats(&self) -> impl Iterator<Item = Format> + '_ {
        Format::ALL
            .into_iter()
            .filter(|it| *it != Format::Pdf || self.0.is_some())
    }

    /// The paper in a format.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub fn write(&self, paper: &Paper, format: Format) -> Result<Vec<u8>, String> {
        match format {
            Format::Html => Ok(html(paper).into_bytes()),
            Format::Docx => {
                let png = |svg: &str| self.0.as_ref().and_then(|it| it.png(svg));
                word(paper, &png).map_err(|it| it.to_string())
            }
            Format::Pdf => match &self.0 {
                Some(printer) => printer.pdf(paper),
                None => Err("this program was built without PDF".to_owned()),
            },
            Format::Xlsx => sheets(paper).map_err(|it| it.to_string()),
            Format::Csv => csvw(paper).map_err(|it| it.to_string()),
        }
    }
}
