//! The text of minutes while it is being written out, with its marks: paragraphs stand apart, blanks are as a reader sees
//! them.

use waymark_programme::minutes::{Form, Mark, Source, What};

/// Text under way.
#[derive(Default)]
pub(crate) struct Page {
    text: String,
    marks: Vec<Mark>,
    /// Line ends still to be written before the next word: none, one, or two for a blank line.
    gap: usize,
    /// Whether a space is due before the next word.
    space: bool,
}

impl Page {
    /// Words of running text: blanks and line ends in them are one space, a no-break space stays.
    pub(crate) fn words(&mut self, words: &str) {
        for letter in words.chars() {
            if letter.is_ascii_whitespace() {
                self.space = true;
            } else {
                self.write(letter);
            }
        }
    }

    /// Text whose blanks and line ends all count.
    pub(crate) fn verbatim(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '\r' => {}
                '\n' => self.new_line(),
                _ => self.write(letter),
            }
        }
    }

    fn write(&mut self, letter: char) {
        let begins = self.text.is_empty() || self.gap > 0 || self.text.ends_with(['\n', '\t']);
        self.settle();
        if self.space && !begins {
            self.text.push(' ');
        }
        self.space = false;
        self.text.push(letter);
    }

    fn settle(&mut self) {
        if !self.text.is_empty() {
            for _ in 0..self.gap {
                self.text.push('\n');
            }
        }
        self.gap = 0;
    }

    /// A line end inside a paragraph.
    pub(crate) fn new_line(&mut self) {
        self.settle();
        self.space = false;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Ends the line, if it has begun.
    pub(crate) fn end_line(&mut self) {
        self.at_least(1);
    }

    /// Ends the paragraph: a blank line stands before what comes next.
    pub(crate) fn end_paragraph(&mut self) {
        self.at_least(2);
    }

    fn at_least(&mut self, ends: usize) {
        self.space = false;
        let written = self.text.len() - self.text.trim_end_matches('\n').len();
        self.gap = self.gap.max(ends.saturating_sub(written));
    }

    /// How far the text has come: the beginning of a mark.
    pub(crate) fn here(&self) -> usize {
        self.text.len()
    }

    /// Whether anything was written since.
    pub(crate) fn wrote_since(&self, from: usize) -> bool {
        self.text.len() > from
    }

    /// The words written since, without the blanks around them.
    pub(crate) fn since(&self, from: usize) -> &str {
        self.text.get(from..).unwrap_or_default().trim()
    }

    /// Marks what was written since, without the blanks around it. Nothing written, nothing marked.
    pub(crate) fn mark(&mut self, from: usize, what: What) {
        let to = self.text.trim_end().len();
        let Some(written) = self.text.get(from..to) else {
            return;
        };
        let from = to - written.trim_start().len();
        if from < to {
            self.marks.push(Mark { at: from..to, what });
        }
    }

    /// A value on a line of its own, marked. A blank value writes nothing.
    pub(crate) fn line(&mut self, value: &str, what: Option<What>) {
        if value.trim().is_empty() {
            return;
        }
        let from = self.here();
        self.words(value);
        if let Some(what) = what {
            self.mark(from, what);
        }
        self.end_line();
    }

    /// The text and its marks, in the order of their beginnings, the longer first.
    pub(crate) fn finish(mut self, name: &str, form: Form) -> Source {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.marks
            .sort_by_key(|it| (it.at.start, std::cmp::Reverse(it.at.end)));
        Source {
            name: name.to_owned(),
            form,
            text: self.text,
            marks: self.marks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_stand_apart_and_blanks_are_as_a_reader_sees_them() {
        let mut page = Page::default();
        page.end_paragraph();
        let from = page.here();
        page.words("  Matters \n arising ");
        page.mark(from, What::Heading(2));
        page.end_paragraph();
        page.end_line();
        page.words("\u{a0}The Board ");
        page.words("agreed");
        let it = page.finish("a.html", Form::Html);
        assert_eq!(it.text, "Matters arising\n\n\u{a0}The Board agreed\n");
        assert_eq!(it.marks[0].at, 0..15);
    }
}
