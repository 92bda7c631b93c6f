//! The template of a paper: a small file that a council may write itself.
//!
//! It begins with settings in TOML between two lines of `+++`, then goes on in Markdown: `## Heading` begins a section,
//! `### Heading` (or more `#`) a heading within it, `- `, `* ` or `1. ` a point of a list; other lines are paragraphs, parted
//! by an empty line. What is bold or slanted is put in as plain words; what a paper has no place for (a table, a link, HTML)
//! is a mistake. A line in braces is put in from the record: `{positives most=8 charts=yes}`. What may be put in is
//! [`INSERTS`](super::compose::INSERTS).
//!
//! ```text
//! +++
//! title = "Performance summary, {month}"
//! audience = "board"
//! +++
//!
//! ## Positives
//!
//! What has improved, by more than chance explains.
//!
//! {positives most=8 charts=yes}
//! ```
//!
//! In the title, in headings and in paragraphs `{month}`, `{as-at}`, `{committee}`, `{council}`, `{meeting}` and `{meeting-date}` stand for
//! what they say.

mod plain;
mod read;
mod settings;

use super::compose::insert_named;
use crate::audience::Audience;
use std::collections::BTreeMap;
use std::fmt;

/// A template.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// Its name, as files and addresses use it: `monthly-summary`.
    pub name: String,
    /// The title of its papers, with names in braces.
    pub title: String,
    /// What it is for, in a sentence, where a template is chosen.
    pub about: String,
    /// For whom.
    pub audience: Audience,
    /// What sort of body it is for, as [`BODY`](waymark_programme::kinds::BODY) names them: `board`, `scrutiny`; empty: any.
    /// A paper of it for which no body is chosen is for the first open one of this sort.
    pub body: String,
    /// How old data may be on the day of the meeting, in days, where the committee has not said.
    pub data_days: Option<u32>,
    /// Whether it is for a meeting; else it is delivered between meetings.
    pub meeting: bool,
    /// What it says.
    pub sections: Vec<Section>,
}

/// A section of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its key: the heading in small letters with hyphens.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading within it.
    Heading(String),
    /// A paragraph in the council's own words.
    Paragraph(String),
    /// Points of a list.
    Points(Vec<String>),
    /// Something from the record.
    Insert(Insert),
}

/// Something to be put in from the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insert {
    /// What: `positives`.
    pub name: String,
    /// How: `most` = `8`.
    pub keys: BTreeMap<String, String>,
    /// The line of the template it stands on, from 1.
    pub line: usize,
}

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub wrong: String,
    /// What was expected.
    pub expected: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            wrong,
            expected,
        } = self;
        write!(f, "{file}, line {line}: {wrong}. Expected: {expected}.")
    }
}

impl std::error::Error for Mistake {}

/// Names that stand for something in a title or paragraph.
pub const NAMES: [&str; 6] = [
    "month",
    "as-at",
    "committee",
    "council",
    "meeting",
    "meeting-date",
];

impl Template {
    /// Reads a template; `name` is its file's name without ending.
    ///
    /// # Errors
    /// Every [`Mistake`] in it, by line.
    pub fn parse(name: &str, text: &str) -> Result<Self, Vec<Mistake>> {
        read::read(name, text)
    }
}

impl Insert {
    fn parse(inside: &str, line: usize) -> Result<Self, (String, String)> {
        let mut words = inside.split_whitespace();
        let name = words.next().unwrap_or_default().to_owned();
        let Some(known) = insert_named(&name) else {
            let all: Vec<&str> = super::compose::INSERTS.iter().map(|it| it.name).collect();
            return Err((
                format!("nothing called '{name}' can be put in"),
                format!("one of {}", all.join(", ")),
            ));
        };
        let mut keys = BTreeMap::new();
        let expected = || {
            let all: Vec<String> = known
                .keys
                .iter()
                .map(|(key, about)| format!("{key}= ({about})"))
                .collect();
            if all.is_empty() {
                format!("{{{name}}} alone")
            } else {
                format!("{{{name}}} with any of {}", all.join(", "))
            }
        };
        for word in words {
            let Some((key, value)) = word.split_once('=') else {
                return Err((format!("'{word}' is no key=value"), expected()));
            };
            if !known.keys.iter().any(|(it, _)| *it == key) {
                return Err((format!("{{{name}}} has no '{key}'"), expected()));
            }
            if keys.insert(key.to_owned(), value.to_owned()).is_some() {
                return Err((format!("{key} is said twice"), expected()));
            }
        }
        (known.fits)(&keys).map_err(|wrong| (wrong, expected()))?;
        Ok(Self { name, keys, line })
    }

    /// The names of a key that lists several, parted by commas.
    pub fn list(&self, key: &str) -> impl Iterator<Item = &str> {
        let all = self.keys.get(key).map_or("", String::as_str);
        all.split(',').map(str::trim).filter(|it| !it.is_empty())
    }

    /// A key's text; empty without it.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        self.keys.get(key).map_or("", String::as_str)
    }

    /// A key's number.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<usize> {
        self.text(key).parse().ok()
    }

    /// Whether a key says yes.
    #[must_use]
    pub fn yes(&self, key: &str) -> bool {
        self.text(key) == "yes"
    }
}
