//! The template of a paper: a small file that a council may write itself.
//!
//! It begins with settings in TOML between two lines of `+++`, then goes on in Markdown: `## Heading` begins a section,
//! `### Heading` a heading within it, `- ` a point of a list; other lines are paragraphs, parted by an empty line. A line
//! in braces is put in from the record: `{positives most=8 charts=yes}`. What may be put in is [`INSERTS`](super::compose::INSERTS).
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
//! In the title and in paragraphs `{month}`, `{as-at}`, `{committee}`, `{council}`, `{meeting}` and `{meeting-date}` stand for
//! what they say.

use super::compose::insert_named;
use crate::audience::Audience;
use serde::Deserialize;
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
    /// What sort of body it is for: `board`, `scrutiny`; empty: any.
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    title: String,
    #[serde(default)]
    about: String,
    audience: String,
    #[serde(default)]
    body: String,
    data_days: Option<u32>,
    #[serde(default = "for_a_meeting")]
    meeting: bool,
}

fn for_a_meeting() -> bool {
    true
}

const FENCE: &str = "+++";

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
    /// The first [`Mistake`] in it.
    pub fn parse(name: &str, text: &str) -> Result<Self, Mistake> {
        let file = format!("{name}.md");
        let at = |line: usize, wrong: String, expected: &str| Mistake {
            file: file.clone(),
            line,
            wrong,
            expected: expected.to_owned(),
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines: Vec<&str> = text.lines().collect();
        let fence = |line: &&str| line.trim_end() == FENCE;
        if !lines.first().is_some_and(fence) {
            let expected =
                "settings between two lines of +++, the first of them the file's first line";
            return Err(at(1, "the settings are missing".into(), expected));
        }
        let end = lines.iter().skip(1).position(fence).map(|it| it + 1);
        let Some(end) = end else {
            return Err(at(
                1,
                "the settings do not end".into(),
                "a line of +++ after them",
            ));
        };
        let settings: Settings = toml::from_str(&lines[1..end].join("\n")).map_err(|error| {
            let before = error.span().map_or(0, |span| span.start);
            let body = lines[1..end].join("\n");
            let line = body.get(..before).map_or(0, |it| it.matches('\n').count()) + 2;
            let expected =
                "title and audience, and if wanted about, body, data_days and meeting, as key = \"value\"";
            at(line, error.message().to_owned(), expected)
        })?;
        let line_of = |key: &str| {
            lines[..end]
                .iter()
                .position(|it| it.trim_start().starts_with(key))
                .map_or(2, |it| it + 1)
        };
        let audience = match settings.audience.as_str() {
            "board" => Audience::Board,
            "public" => Audience::Public,
            other => {
                return Err(at(
                    line_of("audience"),
                    format!("audience is '{other}'"),
                    "\"board\" or \"public\"",
                ));
            }
        };
        named(&settings.title).map_err(|it| {
            at(
                line_of("title"),
                format!("{{{it}}} is not a name"),
                &names(),
            )
        })?;
        let mut template = Self {
            name: name.to_owned(),
            title: settings.title,
            about: settings.about,
            audience,
            body: settings.body,
            data_days: settings.data_days,
            meeting: settings.meeting,
            sections: Vec::new(),
        };
        for (n, line) in (end + 2..).zip(&lines[end + 1..]) {
            template
                .line(line, n)
                .map_err(|(wrong, expected)| at(n, wrong, &expected))?;
        }
        if template.sections.is_empty() {
            return Err(at(
                lines.len(),
                "there is no section".into(),
                "a line that begins with ## and a heading",
            ));
        }
        Ok(template)
    }

    /// Takes one line in; else what is wrong with it and what was expected.
    fn line(&mut self, line: &str, n: usize) -> Result<(), (String, String)> {
        let trimmed = line.trim();
        if let Some(heading) = line.strip_prefix("## ") {
            let heading = heading.trim().to_owned();
            let key = self.fresh(&key_of(&heading));
            self.sections.push(Section {
                key,
                heading,
                parts: Vec::new(),
            });
            return Ok(());
        }
        if trimmed.starts_with("# ") {
            return Err((
                "a heading of one #".into(),
                "the paper's title stands in the settings; a section begins with ##".into(),
            ));
        }
        let Some(section) = self.sections.last_mut() else {
            return if trimmed.is_empty() {
                Ok(())
            } else {
                Err((
                    "text before the first section".into(),
                    "a line that begins with ## and a heading".into(),
                ))
            };
        };
        if trimmed.is_empty() {
            // An empty paragraph marks that the next line begins a new one.
            if matches!(section.parts.last(), Some(Part::Paragraph(words)) if !words.is_empty()) {
                section.parts.push(Part::Paragraph(String::new()));
            }
            return Ok(());
        }
        if section.parts.last() == Some(&Part::Paragraph(String::new())) {
            section.parts.pop();
            let broken = true;
            return section.take(trimmed, n, broken);
        }
        section.take(trimmed, n, false)
    }

    /// A key that no section has yet.
    fn fresh(&self, wanted: &str) -> String {
        let is_free = |key: &String| !self.sections.iter().any(|it| it.key == *key);
        std::iter::once(wanted.to_owned())
            .chain((2..).map(|n| format!("{wanted}-{n}")))
            .find(is_free)
            .expect("the numbers do not end")
    }
}

impl Section {
    fn take(&mut self, line: &str, n: usize, broken: bool) -> Result<(), (String, String)> {
        if let Some(heading) = line.strip_prefix("### ") {
            self.parts.push(Part::Heading(heading.trim().to_owned()));
        } else if let Some(point) = line.strip_prefix("- ") {
            named(point).map_err(|it| (format!("{{{it}}} is not a name"), names()))?;
            match self.parts.last_mut() {
                Some(Part::Points(points)) if !broken => points.push(point.to_owned()),
                _ => self.parts.push(Part::Points(vec![point.to_owned()])),
            }
        } else if let Some(inside) = line.strip_prefix('{').and_then(|it| it.strip_suffix('}'))
            && !NAMES.contains(&inside.trim())
            && !inside.contains(['{', '}'])
        {
            self.parts.push(Part::Insert(Insert::parse(inside, n)?));
        } else {
            named(line).map_err(|it| (format!("{{{it}}} is not a name"), names()))?;
            match self.parts.last_mut() {
                Some(Part::Paragraph(words)) if !broken => {
                    words.push(' ');
                    words.push_str(line);
                }
                _ => self.parts.push(Part::Paragraph(line.to_owned())),
            }
        }
        Ok(())
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
            keys.insert(key.to_owned(), value.to_owned());
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

/// "Next areas to focus on" as `next-areas-to-focus-on`.
fn key_of(heading: &str) -> String {
    let words: Vec<String> = heading
        .split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    let key = words.join("-");
    if key.is_empty() {
        "section".to_owned()
    } else {
        key.chars().take(60).collect()
    }
}

/// Whether every name in braces is one; else the one that is not.
fn named(text: &str) -> Result<(), String> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            return Ok(());
        };
        if !NAMES.contains(&name) {
            return Err(name.to_owned());
        }
        rest = after;
    }
    Ok(())
}

fn names() -> String {
    let all: Vec<String> = NAMES.iter().map(|it| format!("{{{it}}}")).collect();
    format!("one of {}", all.join(", "))
}
