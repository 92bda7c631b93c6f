//! A council's page, or a piece of HTML from one, as its reader sees it.

mod moderngov;
mod soup;
mod tables;

use super::page::Page;
use soup::Soup;
use waymark_programme::minutes::What;

/// Writes out a page or a piece of one.
pub(crate) fn write(page: &mut Page, source: &str) {
    let soup = Soup::read(source);
    let mut writer = Writer {
        soup: &soup,
        page,
        lists: Vec::new(),
        verbatim: false,
        one_line: false,
    };
    writer.inside(0);
}

/// Text with its entities decoded and no tags taken for tags: a title, a name.
pub(crate) fn decoded(source: &str) -> String {
    if !source.contains('&') {
        return source.to_owned();
    }
    let soup = Soup::read(&source.replace('<', "&lt;"));
    let parts = soup.inside(0);
    parts.map(|it| soup.node(it).words.as_str()).collect()
}

/// What ends a line of text.
pub(crate) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

struct Writer<'s, 'p> {
    soup: &'s Soup,
    page: &'p mut Page,
    /// The lists around this place: the kind of number and the next one, or none for bullets.
    lists: Vec<Option<(char, u32)>>,
    /// Whether line ends count.
    verbatim: bool,
    /// Whether this is a cell of one paragraph, which stays on its line.
    one_line: bool,
}

impl Writer<'_, '_> {
    fn inside(&mut self, at: usize) {
        let soup = self.soup;
        for part in soup.inside(at) {
            self.part(part);
        }
    }

    fn part(&mut self, at: usize) {
        let node = self.soup.node(at);
        if node.name.is_empty() {
            if self.verbatim {
                self.page.verbatim(&node.words);
            } else {
                self.page.words(&node.words);
            }
            return;
        }
        if node.unseen() {
            return;
        }
        let from = self.page.here();
        match node.name.as_str() {
            "br" => self.page.new_line(),
            "img" => {
                if !node.said.is_empty() {
                    self.page.words(&format!(" {} ", node.said));
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = node.name.as_bytes()[1] - b'0';
                self.page.end_paragraph();
                self.inside(at);
                self.page.mark(from, What::Heading(level));
                self.page.end_paragraph();
            }
            "ul" | "menu" | "dir" => self.list(at, None),
            "ol" => {
                let kind = node.said.chars().next().unwrap_or('1');
                self.list(at, Some((kind, node.start.unwrap_or(1))));
            }
            "li" => self.item(at),
            "pre" | "textarea" => {
                self.page.end_paragraph();
                let before = std::mem::replace(&mut self.verbatim, true);
                self.inside(at);
                self.verbatim = before;
                self.page.end_paragraph();
            }
            "table" => tables::write(self, at),
            "option" | "dt" | "dd" => {
                self.page.end_line();
                self.inside(at);
                self.page.end_line();
            }
            name if is_block(name) && !self.one_line => {
                self.page.end_paragraph();
                self.inside(at);
                if let Some(level) = node.word_list() {
                    self.page.mark(from, What::ListItem(level));
                }
                self.page.end_paragraph();
            }
            _ => self.inside(at),
        }
    }

    fn list(&mut self, at: usize, numbers: Option<(char, u32)>) {
        if self.lists.is_empty() {
            self.page.end_paragraph();
        } else {
            self.page.end_line();
        }
        self.lists.push(numbers);
        self.inside(at);
        self.lists.pop();
        if self.lists.is_empty() {
            self.page.end_paragraph();
        } else {
            self.page.end_line();
        }
    }

    fn item(&mut self, at: usize) {
        self.page.end_line();
        let start = self.soup.node(at).start;
        let label = match self.lists.last_mut() {
            Some(Some((kind, next))) => {
                let number = start.unwrap_or(*next);
                *next = number.saturating_add(1);
                super::numbers::label(*kind, number)
            }
            _ => "•".to_owned(),
        };
        let level = u8::try_from(self.lists.len()).unwrap_or(u8::MAX).max(1);
        let from = self.page.here();
        self.page.words(&label);
        self.page.words(" ");
        let soup = self.soup;
        for (order, part) in soup.inside(at).enumerate() {
            let node = soup.node(part);
            if is_block(&node.name) && !matches!(node.name.as_str(), "ul" | "ol" | "table") {
                // The paragraph that an item consists of stays on the item's line.
                if self.page.since(from) != label && order > 0 {
                    self.page.end_line();
                }
                if node.unseen() {
                    continue;
                }
                self.inside(part);
                if let Some(level) = node.word_list() {
                    self.page.mark(from, What::ListItem(level));
                }
            } else {
                if matches!(node.name.as_str(), "ul" | "ol") {
                    self.page.mark(from, What::ListItem(level));
                }
                self.part(part);
            }
        }
        let nested = soup
            .inside(at)
            .any(|it| matches!(soup.node(it).name.as_str(), "ul" | "ol"));
        if !nested {
            self.page.mark(from, What::ListItem(level));
        }
        self.page.end_line();
    }
}
