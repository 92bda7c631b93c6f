//! Paragraphs and the runs of text in them.

use super::Caption;
use crate::markup::push;
use crate::paper::layout::direction::reads_from_right;
use std::borrow::Cow;
use std::fmt::Write as _;

/// How a paragraph stands.
#[derive(Clone, Copy, Default)]
pub(super) struct Shape<'a> {
    /// Its style's id; empty: the ordinary.
    pub(super) style: &'a str,
    /// Whether it begins a page.
    pub(super) own_page: bool,
    /// Whether it stays on the page of what follows.
    pub(super) with_next: bool,
    /// How far in it stands, its first line at the margin, in twentieths of a point.
    pub(super) hanging: u16,
    /// Whether it ends at the right.
    pub(super) right: bool,
}

impl<'a> Shape<'a> {
    pub(super) const fn style(style: &'a str) -> Self {
        Self {
            style,
            own_page: false,
            with_next: false,
            hanging: 0,
            right: false,
        }
    }

    /// In the order that the format asks for.
    fn write(self, out: &mut String, from_right: bool) {
        out.push_str("<w:pPr>");
        if !self.style.is_empty() {
            let _ = write!(out, r#"<w:pStyle w:val="{}"/>"#, self.style);
        }
        for (holds, element) in [
            (self.with_next, "<w:keepNext/>"),
            (self.own_page, "<w:pageBreakBefore/>"),
            (from_right, "<w:bidi/>"),
        ] {
            if holds {
                out.push_str(element);
            }
        }
        if self.hanging > 0 {
            let _ = write!(
                out,
                r#"<w:ind w:left="{0}" w:hanging="{0}"/>"#,
                self.hanging
            );
        }
        if self.right {
            // In a paragraph from right to left, Word's left is its end.
            let end = if from_right { "left" } else { "right" };
            let _ = write!(out, r#"<w:jc w:val="{end}"/>"#);
        }
        out.push_str("</w:pPr>");
    }
}

/// A paragraph of runs, some of them bold.
pub(super) fn write(out: &mut String, shape: Shape<'_>, runs: &[(&str, bool)]) {
    let from_right = runs
        .iter()
        .map(|it| it.0)
        .find(|it| it.chars().any(char::is_alphabetic))
        .is_some_and(reads_from_right);
    out.push_str("<w:p>");
    shape.write(out, from_right);
    for (text, bold) in runs {
        run(out, text, *bold, from_right);
    }
    out.push_str("</w:p>");
}

/// A paragraph with something round its runs.
pub(super) fn write_within(out: &mut String, shape: Shape<'_>, text: &str, round: (&str, &str)) {
    let from_right = reads_from_right(text);
    out.push_str("<w:p>");
    shape.write(out, from_right);
    out.push_str(round.0);
    run(out, text, false, from_right);
    out.push_str(round.1);
    out.push_str("</w:p>");
}

/// "Table 3: Late assessments by area", with the number in a field that Word counts by.
pub(super) fn caption(out: &mut String, caption: &Caption) {
    let Caption {
        what,
        number,
        words,
    } = caption;
    let _ = write!(
        out,
        concat!(
            r#"<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t xml:space="preserve">{what} </w:t></w:r>"#,
            r#"<w:fldSimple w:instr=" SEQ {what} \* ARABIC "><w:r><w:t>{number}</w:t></w:r></w:fldSimple>"#,
            r#"<w:r><w:t xml:space="preserve">: </w:t></w:r>"#,
        ),
        what = what,
        number = number
    );
    run(out, words, false, false);
    out.push_str("</w:p>");
}

/// A text without the characters that embed or override a direction: a word processor would turn the rest of the line with
/// them. Letters and isolates keep their own way.
fn steerless(text: &str) -> Cow<'_, str> {
    const STEERS: std::ops::RangeInclusive<char> = '\u{202a}'..='\u{202e}';
    if text.contains(|it| STEERS.contains(&it)) {
        text.chars().filter(|it| !STEERS.contains(it)).collect()
    } else {
        Cow::Borrowed(text)
    }
}

fn run(out: &mut String, text: &str, bold: bool, from_right: bool) {
    out.push_str("<w:r>");
    if bold || from_right {
        out.push_str("<w:rPr>");
        if bold {
            out.push_str("<w:b/><w:bCs/>");
        }
        if from_right {
            out.push_str("<w:rtl/>");
        }
        out.push_str("</w:rPr>");
    }
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("<w:br/>");
        }
        for (at, piece) in line.trim_end_matches('\r').split('\t').enumerate() {
            if at > 0 {
                out.push_str("<w:tab/>");
            }
            if !piece.is_empty() {
                out.push_str(r#"<w:t xml:space="preserve">"#);
                push(out, &steerless(piece));
                out.push_str("</w:t>");
            }
        }
    }
    out.push_str("</w:r>");
}
