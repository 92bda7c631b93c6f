//! HTML as a tree: every tag and word of the page, with the ends that authors leave out put in.

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};

/// How deep the tree goes. What nests deeper stands beside what is this deep, so that no word is lost.
const DEEPEST: usize = 150;

/// A page. Node 0 is its root.
pub(crate) struct Soup {
    nodes: Vec<Node>,
}

/// A part of a page.
#[derive(Default)]
pub(crate) struct Node {
    /// The element's name, in small letters; empty for words.
    pub(crate) name: String,
    class: String,
    style: String,
    /// Of an image, what it shows; of a list, its kind of number; else empty.
    pub(crate) said: String,
    /// The number that a list or a list's item begins with.
    pub(crate) start: Option<u32>,
    hidden: bool,
    /// Words, where it is not an element.
    pub(crate) words: String,
    /// The parts in it.
    pub(crate) inside: Vec<usize>,
}

impl Node {
    /// Whether it is of this class.
    pub(crate) fn is(&self, class: &str) -> bool {
        let mut classes = self.class.split_ascii_whitespace();
        classes.any(|it| it.eq_ignore_ascii_case(class))
    }

    /// Whether a reader of the page sees nothing of it.
    pub(crate) fn unseen(&self) -> bool {
        let style: String = self.style.split_ascii_whitespace().collect();
        self.hidden
            || style.to_ascii_lowercase().contains("display:none")
            || matches!(
                self.name.as_str(),
                "head" | "script" | "style" | "noscript" | "template" | "svg" | "title"
            )
    }

    /// The level of the list that Word wrote this paragraph for.
    pub(crate) fn word_list(&self) -> Option<u8> {
        let (_, list) = self.style.split_once("mso-list:")?;
        let list = list.split(';').next().unwrap_or_default();
        let (_, level) = list.split_once("level")?;
        let digits = level.split(|it: char| !it.is_ascii_digit()).next()?;
        digits.parse().ok()
    }
}

impl Soup {
    /// Reads a page, or a part of one. Any text is a page: HTML has no mistakes that stop a reader.
    pub(crate) fn read(source: &str) -> Self {
        let mut soup = Self {
            nodes: vec![Node::default()],
        };
        let mut open: Vec<usize> = vec![0];
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(source, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => soup.begin(&mut open, &tag),
                Token::EndTag(tag) => soup.end(&mut open, &text(&tag.name)),
                Token::String(words) => {
                    let node = Node {
                        words: text(&words.value),
                        ..Node::default()
                    };
                    soup.add(&open, node);
                }
                _ => {}
            }
        }
        soup
    }

    /// A part, by its number.
    pub(crate) fn node(&self, at: usize) -> &Node {
        &self.nodes[at]
    }

    /// The parts in a part.
    pub(crate) fn inside(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.nodes[at].inside.iter().copied()
    }

    /// The nearest parts below for which `wanted` holds; nothing is looked for in those or where `stop` holds.
    pub(crate) fn nearest(
        &self,
        at: usize,
        wanted: &dyn Fn(&Node) -> bool,
        stop: &dyn Fn(&Node) -> bool,
    ) -> Vec<usize> {
        let mut out = Vec::new();
        let mut todo: Vec<usize> = self.nodes[at].inside.iter().rev().copied().collect();
        while let Some(at) = todo.pop() {
            let node = &self.nodes[at];
            if wanted(node) {
                out.push(at);
            } else if !stop(node) {
                todo.extend(node.inside.iter().rev());
            }
        }
        out
    }

    fn add(&mut self, open: &[usize], node: Node) -> usize {
        let at = self.nodes.len();
        self.nodes.push(node);
        let above = open.last().copied().unwrap_or(0);
        self.nodes[above].inside.push(at);
        at
    }

    fn begin(&mut self, open: &mut Vec<usize>, tag: &StartTag<()>) {
        let name = text(&tag.name);
        let says = |name: &str| {
            let value = tag.attributes.get(name.as_bytes());
            value.map(|it| text(&it.value))
        };
        self.close_for(open, &name);
        let said = match name.as_str() {
            "img" => says("alt"),
            "ol" => says("type"),
            _ => None,
        };
        let number = says("start").or_else(|| says("value"));
        let node = Node {
            class: says("class").unwrap_or_default(),
            style: says("style").unwrap_or_default(),
            said: said.unwrap_or_default(),
            start: number.and_then(|it| it.trim().parse().ok()),
            hidden: says("hidden").is_some(),
            name,
            ..Node::default()
        };
        let alone = tag.self_closing || never_holds(&node.name);
        let at = self.add(open, node);
        if !alone && open.len() < DEEPEST {
            open.push(at);
        }
    }

    /// Ends what a new element ends unsaid: a paragraph by the next, a list's item by the next, a cell by the next.
    fn close_for(&mut self, open: &mut Vec<usize>, name: &str) {
        let (closes, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "td", "th"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "td", "th"]),
            "td" | "th" => (&["td", "th"], &["table", "tr"]),
            "tr" => (&["tr"], &["table"]),
            "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot"], &["table"]),
            "option" => (&["option"], &["select"]),
            _ if super::is_block(name) => (
                &["p"],
                &["td", "th", "li", "div", "table", "ul", "ol", "body"],
            ),
            _ => return,
        };
        let found = open.iter().rposition(|at| {
            let it = self.nodes[*at].name.as_str();
            closes.contains(&it) || within.contains(&it)
        });
        if let Some(found) = found
            && closes.contains(&self.nodes[open[found]].name.as_str())
        {
            open.truncate(found);
        }
    }

    /// Ends the innermost open element of this name. One that is not open, or not in this cell, ends nothing.
    fn end(&self, open: &mut Vec<usize>, name: &str) {
        let found = open.iter().rposition(|at| {
            let it = self.nodes[*at].name.as_str();
            it == name || (matches!(it, "td" | "th") && !matches!(name, "tr" | "table" | "tbody"))
        });
        if let Some(found) = found
            && self.nodes[open[found]].name == name
        {
            open.truncate(found);
        }
        if open.is_empty() {
            open.push(0);
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn never_holds(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}
