//! XML as a tree that keeps the order of words and elements: no entities but the five of XML, no depth beyond the limit.

use super::MinutesError;
use quick_xml::Reader;
use quick_xml::errors::Error;
use quick_xml::events::{BytesRef, BytesStart, Event};

/// How deep elements may nest: a Word table in a table in a table stays below fifty.
const DEEPEST: usize = 200;

/// An element, its name without the prefix.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) inside: Vec<Inside>,
}

/// What an element holds.
#[derive(Debug)]
pub(crate) enum Inside {
    /// Another element.
    Element(Element),
    /// Words.
    Text(String),
}

impl Element {
    /// The elements in it.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.inside.iter().filter_map(|it| match it {
            Inside::Element(element) => Some(element),
            Inside::Text(_) => None,
        })
    }

    /// The elements of this name in it, in any case.
    pub(crate) fn all<'e, 'n>(
        &'e self,
        name: &'n str,
    ) -> impl Iterator<Item = &'e Element> + use<'e, 'n> {
        let all = self.elements();
        all.filter(move |it| it.name.eq_ignore_ascii_case(name))
    }

    /// The first element of this name in it.
    pub(crate) fn first<'e>(&'e self, name: &str) -> Option<&'e Element> {
        self.all(name).next()
    }

    /// An attribute's value, by its name without the prefix, in any case.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter();
        let mut found = found.filter(|(it, _)| it.eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value.as_str())
    }

    /// All words directly in it.
    pub(crate) fn text(&self) -> String {
        let words = self.inside.iter().filter_map(|it| match it {
            Inside::Text(text) => Some(text.as_str()),
            Inside::Element(_) => None,
        });
        words.collect()
    }

    /// Whether it holds other elements.
    pub(crate) fn has_elements(&self) -> bool {
        self.elements().next().is_some()
    }
}

/// Reads XML whole.
pub(crate) fn read(file: &str, source: &str) -> Result<Element, MinutesError> {
    let mut reader = Reader::from_str(source);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.allow_dangling_amp = true;
    let damaged = |why| MinutesError::Damaged {
        file: file.to_owned(),
        why,
    };
    let half = |reader: &Reader<&[u8]>| {
        let to = usize::try_from(reader.buffer_position()).unwrap_or(source.len());
        let before = &source.as_bytes()[..to.min(source.len())];
        let lines = before.iter().filter(|it| **it == b'\n').count();
        MinutesError::Half {
            file: file.to_owned(),
            line: Some(u32::try_from(lines).unwrap_or(u32::MAX).saturating_add(1)),
        }
    };
    let mut root: Option<Element> = None;
    let mut open: Vec<Element> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(it)) => {
                if open.len() >= DEEPEST {
                    return Err(damaged("its elements nest deeper than in any minutes"));
                }
                open.push(begun(&it));
            }
            Ok(Event::End(_)) => {
                let Some(done) = open.pop() else {
                    return Err(damaged("an element is closed that was not opened"));
                };
                match open.last_mut() {
                    Some(above) => above.inside.push(Inside::Element(done)),
                    None if root.is_none() => root = Some(done),
                    None => {}
                }
            }
            Ok(Event::Text(it)) => text(&mut open, &it.xml10_content()),
            Ok(Event::CData(it)) => text(&mut open, &it.xml10_content()),
            Ok(Event::GeneralRef(it)) => text(&mut open, &meant(&it)),
            Ok(Event::Eof) if open.is_empty() => return root.ok_or_else(|| half(&reader)),
            Ok(Event::Eof) | Err(Error::Syntax(_)) => return Err(half(&reader)),
            Ok(_) => {}
            Err(_) => {
                return Err(damaged(
                    "an element is closed by another's end, or its marks are broken",
                ));
            }
        }
    }
}

fn begun(it: &BytesStart<'_>) -> Element {
    let mut attributes = it.attributes();
    let attributes = attributes.with_checks(false).flatten().map(|it| {
        let name: &str = it.key.local_name().into_inner();
        let value = it
            .normalized_value(quick_xml::XmlVersion::Explicit1_0)
            .unwrap_or_else(|_| it.value.clone());
        (name.to_owned(), value.into_owned())
    });
    Element {
        name: it.local_name().as_ref().to_owned(),
        attributes: attributes.collect(),
        inside: Vec::new(),
    }
}

fn text(open: &mut [Element], words: &str) {
    if let Some(here) = open.last_mut() {
        if let Some(Inside::Text(before)) = here.inside.last_mut() {
            before.push_str(words);
        } else {
            here.inside.push(Inside::Text(words.to_owned()));
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
