//! XML, element by element, one child at a time: no entities but the five of XML, no depth beyond the limit.

use crate::intake::{Intake, inner_name};
use crate::sheet::Tally;
use crate::text::decode;
use crate::{ImportError, cin, ssda903};
use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, Event};
use waymark_data::Place;

/// An element with all that it holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    /// The line it begins on, from 1.
    pub(crate) line: u32,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
}

impl Element {
    /// The children of this name, in any case.
    pub(crate) fn all<'e, 'n>(
        &'e self,
        name: &'n str,
    ) -> impl Iterator<Item = &'e Element> + use<'e, 'n> {
        let children = self.children.iter();
        children.filter(move |it| it.name.eq_ignore_ascii_case(name))
    }

    /// The text of the first child of this name, without blanks around it; empty when there is none.
    pub(crate) fn text_of<'e>(&'e self, name: &str) -> &'e str {
        let first: Option<&'e Element> = self.all(name).next();
        first.map_or("", |it| it.text.trim())
    }

    /// Text that stands beside elements, here and below.
    pub(crate) fn loose(&self, tally: &mut Tally) {
        if !self.children.is_empty() && !self.text.trim().is_empty() {
            tally.add(self.line);
        }
        for child in &self.children {
            child.loose(tally);
        }
    }
}

/// Reads an XML file as the return that its first elements say it is.
pub(crate) fn read(
    intake: &mut Intake<'_>,
    place: &Place,
    bytes: &[u8],
) -> Result<(), ImportError> {
    let decoded = decode(bytes, label(bytes).as_deref());
    let depth = intake.limits.depth;
    let root = Walker::new(&decoded.text, place, depth).root()?;
    let walker = Walker::new(&decoded.text, place, depth);
    if root.name.eq_ignore_ascii_case("Message") {
        cin::read(intake, place, walker)?;
    } else if root.name.to_ascii_uppercase().contains("903")
        || root.children.iter().any(|it| it.name == "CHILD")
    {
        ssda903::read(intake, place, walker)?;
    } else {
        intake.not_a_table(place, Some("XML of another kind"), None);
        return Ok(());
    }
    for (count, subject) in decoded.said {
        intake.noted(place, None, None, count, subject);
    }
    Ok(())
}

/// The encoding that the first line names.
fn label(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let (_, after) = head.split_once("encoding=")?;
    let quote = after.chars().next().filter(|it| matches!(it, '"' | '\''))?;
    after[1..]
        .split_once(quote)
        .map(|(name, _)| name.to_owned())
}

/// Walks through the elements of a file.
pub(crate) struct Walker<'t> {
    reader: Reader<&'t [u8]>,
    source: &'t str,
    place: Place,
    depth: usize,
    line: u32,
    counted: usize,
    /// Text beside elements.
    pub(crate) loose: Tally,
}

enum Step {
    Open(String),
    Text(String),
    Close,
    End,
}

impl<'t> Walker<'t> {
    fn new(source: &'t str, place: &Place, depth: usize) -> Self {
        let mut reader = Reader::from_str(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self {
            reader,
            source,
            place: place.clone(),
            depth,
            line: 1,
            counted: 0,
            loose: Tally::default(),
        }
    }

    /// Whether the file has lines: some exports write all of it in one.
    pub(crate) fn has_lines(&self) -> bool {
        self.source
            .bytes()
            .filter(|it| *it == b'\n')
            .take(4)
            .count()
            > 3
    }

    /// The first element, and the name of the first one in it.
    fn root(mut self) -> Result<Element, ImportError> {
        let mut root: Option<Element> = None;
        loop {
            match self.step()? {
                Step::Open(name) => match &mut root {
                    None => {
                        root = Some(Element {
                            name,
                            ..Element::default()
                        });
                    }
                    Some(root) => {
                        root.children.push(Element {
                            name,
                            ..Element::default()
                        });
                        return Ok(std::mem::take(root));
                    }
                },
                Step::Text(_) => {}
                Step::Close | Step::End => return Ok(root.unwrap_or_default()),
            }
        }
    }

    /// Hands over each element for which `enter` (its depth from 0, its name) is false, whole; goes into the others.
    pub(crate) fn each(
        &mut self,
        enter: impl Fn(usize, &str) -> bool,
        mut take: impl FnMut(Element),
    ) -> Result<(), ImportError> {
        let mut depth = 0usize;
        loop {
            match self.step()? {
                Step::Open(name) if enter(depth, &name) => {
                    depth += 1;
                    if depth > self.depth {
                        return Err(self.damaged("elements nest deeper than in any return"));
                    }
                }
                Step::Open(name) => {
                    let element = self.element(name)?;
                    element.loose(&mut self.loose);
                    take(element);
                }
                Step::Text(text) => {
                    if depth > 0 && !text.trim().is_empty() {
                        self.loose.add(self.line);
                    }
                }
                Step::Close => match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => return Err(self.damaged("an element is closed that was not opened")),
                },
                Step::End if depth > 0 => return Err(self.half()),
                Step::End => return Ok(()),
            }
        }
    }

    /// The whole of an element that has just been opened.
    fn element(&mut self, name: String) -> Result<Element, ImportError> {
        let begin = |name: String, line: u32| Element {
            name,
            line,
            ..Element::default()
        };
        let mut above: Vec<Element> = Vec::new();
        let mut here = begin(name, self.line);
        loop {
            match self.step()? {
                Step::Open(name) => {
                    if above.len() >= self.depth {
                        return Err(self.damaged("elements nest deeper than in any return"));
                    }
                    above.push(std::mem::replace(&mut here, begin(name, self.line)));
                }
                Step::Text(text) => here.text.push_str(&text),
                Step::Close => match above.pop() {
                    None => return Ok(here),
                    Some(mut parent) => {
                        parent.children.push(here);
                        here = parent;
                    }
                },
                Step::End => return Err(self.half()),
            }
        }
    }

    fn step(&mut self) -> Result<Step, ImportError> {
        loop {
            let event = self.reader.read_event();
            self.count_lines();
            return Ok(match event {
                Ok(Event::Start(it)) => Step::Open(it.local_name().as_ref().to_owned()),
                Ok(Event::End(_)) => Step::Close,
                Ok(Event::Text(it)) => Step::Text(it.xml10_content().into_owned()),
                Ok(Event::CData(it)) => Step::Text(it.xml10_content().into_owned()),
                Ok(Event::GeneralRef(it)) => Step::Text(meant(&it)),
                Ok(Event::Eof) => Step::End,
                Ok(_) => continue,
                Err(Error::Syntax(_)) => return Err(self.half()),
                Err(_) => {
                    return Err(self.damaged("an element is closed by another's end, or never"));
                }
            });
        }
    }

    fn count_lines(&mut self) {
        let to = usize::try_from(self.reader.buffer_position())
            .map_or(self.source.len(), |it| it.min(self.source.len()));
        let new = &self.source.as_bytes()[self.counted.min(to)..to];
        let lines = new.iter().filter(|it| **it == b'\n').count();
        self.line = self
            .line
            .saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        self.counted = to;
    }

    fn half(&self) -> ImportError {
        ImportError::HalfXml {
            file: inner_name(&self.place).to_owned(),
            line: self.line,
        }
    }

    fn damaged(&self, why: &'static str) -> ImportError {
        ImportError::Damaged {
            place: self.place.clone(),
            line: Some(self.line),
            why,
        }
    }
}

/// What `&amp;` or `&#233;` stands for. Names that a file defines for itself are never looked up: they stay as written.
fn meant(name: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = name.resolve_char_ref() {
        return letter.to_string();
    }
    match name.xml10_content().as_ref() {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => format!("&{other};"),
    }
}
