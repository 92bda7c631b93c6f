//! Markup as a tree, to look into what was written. Whatever is not well-formed panics.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Read as _;

/// What a picture of a Word file begins with.
pub(crate) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A text out of a zip.
pub(crate) fn unzipped(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// An element.
#[derive(Debug, Default, Clone)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Child>,
}

/// What is within an element.
#[derive(Debug, Clone)]
pub(crate) enum Child {
    Element(Node),
    Words(String),
}

/// The root element of a document.
pub(crate) fn tree(text: &str) -> Node {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    reader.config_mut().expand_empty_elements = true;
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(it) => {
                let attributes = it.attributes().map(|it| {
                    let it = it.unwrap();
                    (it.key.as_ref().to_owned(), plain(&it.value))
                });
                open.push(Node {
                    name: it.name().as_ref().to_owned(),
                    attributes: attributes.collect(),
                    children: Vec::new(),
                });
            }
            Event::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(Child::Element(done));
            }
            Event::Text(it) => words(&mut open, &it.xml10_content()),
            Event::GeneralRef(it) => words(&mut open, &plain(&format!("&{};", it.xml10_content()))),
            Event::Eof => break,
            Event::Decl(_) | Event::DocType(_) => {}
            other => panic!("{other:?} has no place in what is written"),
        }
    }
    let mut roots = open
        .pop()
        .unwrap()
        .elements()
        .cloned()
        .collect::<Vec<Node>>();
    assert!(
        open.is_empty() && roots.len() == 1,
        "one root, and all closed"
    );
    roots.remove(0)
}

fn plain(text: &str) -> String {
    quick_xml::escape::unescape(text).unwrap().into_owned()
}

fn words(open: &mut [Node], text: &str) {
    let within = open.last_mut().unwrap();
    match within.children.last_mut() {
        Some(Child::Words(before)) => before.push_str(text),
        _ => within.children.push(Child::Words(text.to_owned())),
    }
}

impl Node {
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|it| match it {
            Child::Element(it) => Some(it),
            Child::Words(_) => None,
        })
    }

    /// Every element within of this name, in order.
    pub(crate) fn all(&self, name: &str) -> Vec<&Self> {
        let mut out = Vec::new();
        self.gather(&mut |it| it.name == name, &mut out);
        out
    }

    /// Every element within of this class.
    pub(crate) fn of_class(&self, class: &str) -> Vec<&Self> {
        let mut out = Vec::new();
        self.gather(
            &mut |it| it.get("class").split(' ').any(|it| it == class),
            &mut out,
        );
        out
    }

    fn gather<'a>(&'a self, wanted: &mut impl FnMut(&Self) -> bool, out: &mut Vec<&'a Self>) {
        for it in self.elements() {
            if wanted(it) {
                out.push(it);
            }
            it.gather(wanted, out);
        }
    }

    /// The value of an attribute; empty: not there.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|it| it.0 == name)
            .map_or("", |it| it.1.as_str())
    }

    /// Its words and those of all within, a line's end for `br` and `w:br`, a tab for `w:tab`.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        self.add_text(&mut out);
        out
    }

    fn add_text(&self, out: &mut String) {
        for it in &self.children {
            match it {
                Child::Words(it) => out.push_str(it),
                Child::Element(it) if matches!(it.name.as_str(), "br" | "w:br") => out.push('\n'),
                Child::Element(it) if it.name == "w:tab" => out.push('\t'),
                Child::Element(it) => it.add_text(out),
            }
        }
    }

    /// The names of all elements and their attributes, as one text: what no words may change.
    pub(crate) fn skeleton(&self) -> String {
        let mut out = self.name.clone();
        // A long word gives its cell a class.
        for (name, _) in self.attributes.iter().filter(|it| it.0 != "class") {
            out.push(' ');
            out.push_str(name);
        }
        out.push('(');
        for it in self
            .elements()
            .filter(|it| !matches!(it.name.as_str(), "br" | "w:br" | "w:tab"))
        {
            out.push_str(&it.skeleton());
        }
        out.push(')');
        out
    }
}
