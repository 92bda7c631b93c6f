//! The lines of a source: where one ends, a label in the middle of a flattened row begins, or the markup draws a border.

use super::label;
use super::piece::Span;
use super::source::Source;
use super::table::is_header;
use super::wording::begins;

/// A line of the source, or a part of one that stands for itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Where it stands, its ending with it.
    pub(super) at: Span,
    /// Its text without the white space around it.
    pub(super) text: &'a str,
    /// It holds a no-break space and nothing else: how Word's empty paragraphs come out.
    pub(super) spacer: bool,
    /// It begins with a tab: a cell of a printed table.
    pub(super) tab: bool,
    /// A row of a flattened table ends with it.
    pub(super) row_end: bool,
    /// A heading of Markdown: how many `#` it has.
    pub(super) hashes: u8,
    /// It goes on in the line that was cut off before it.
    pub(super) cut: bool,
}

/// All lines, one after the other: together they are the text.
pub(super) fn lines(source: &Source) -> Vec<Line<'_>> {
    let text = source.text.as_str();
    let mut borders: Vec<usize> = source
        .marks
        .iter()
        .flat_map(|it| [it.at.start, it.at.end])
        .filter(|it| text.is_char_boundary(*it))
        .collect();
    borders.sort_unstable();
    borders.dedup();
    let mut borders = borders.into_iter().peekable();
    let mut found = Vec::new();
    let mut start = 0;
    // A table whose columns stand between tabs, from its header on.
    let mut tabbed = false;
    while start < text.len() {
        let end = text[start..]
            .find('\n')
            .map_or(text.len(), |it| start + it + 1);
        let whole = &text[start..end];
        let mut cuts = inner_cuts(whole, start);
        let columns = whole.trim_end().contains('\t');
        tabbed = columns && (tabbed || is_header(&whole.split('\t').collect::<Vec<_>>()));
        if tabbed {
            cuts.extend(whole.match_indices('\t').map(|it| start + it.0 + 1));
        }
        while let Some(border) = borders.next_if(|it| *it < end) {
            if border > start {
                cuts.push(border);
            }
        }
        cuts.sort_unstable();
        cuts.dedup();
        cuts.push(end);
        let mut from = start;
        for cut in cuts {
            if cut > from {
                let mut line = line(text, from, cut, from > start);
                line.row_end |= tabbed && text[from..cut].ends_with('\t');
                found.push(line);
                from = cut;
            }
        }
        start = end;
    }
    found
}

fn line(text: &str, start: usize, end: usize, cut: bool) -> Line<'_> {
    let whole = &text[start..end];
    let without_rule = whole.trim().trim_end_matches('|');
    let row_end = without_rule.len() < whole.trim().len();
    let inner = without_rule.trim_start_matches('|').trim();
    let hashes = inner.bytes().take_while(|it| *it == b'#').count();
    let heading = (1..=6).contains(&hashes) && inner[hashes..].starts_with(char::is_whitespace);
    let inner = if heading {
        inner[hashes..].trim()
    } else {
        inner
    };
    let rule = !inner.is_empty()
        && inner
            .chars()
            .all(|c| matches!(c, '-' | '|' | '_' | '=' | '—' | ' ' | ':'));
    Line {
        at: Span::new(start, end),
        text: if rule && inner.len() > 2 { "" } else { inner },
        spacer: inner.is_empty() && whole.contains('\u{a0}'),
        tab: whole.starts_with('\t'),
        row_end,
        hashes: if heading {
            u8::try_from(hashes).unwrap_or(0)
        } else {
            0
        },
        cut,
    }
}

/// Labels that begin a part of an item even in the middle of a line, because the page lost its line breaks.
const INNER: [&str; 11] = [
    "Minutes:",
    "Decision:",
    "Decisions:",
    "Additional documents:",
    "Supporting documents:",
    "Accompanying Documents:",
    "Resolved:",
    "RESOLVED",
    "Recommendations:",
    "Actions:",
    "Action:",
];

/// Where a line is cut within: at tags, at the rules of a flattened table, before labels.
fn inner_cuts(line: &str, offset: usize) -> Vec<usize> {
    let mut cuts = Vec::new();
    let trimmed = line.trim();
    let table = trimmed.ends_with('|') || trimmed.starts_with('|') || line.contains(" | ");
    let bytes = line.as_bytes();
    cuts.extend(after_capitals(line).map(|it| offset + it));
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'<' => {
                if let Some(length) = tag_length(&line[at..]) {
                    cuts.push(offset + at);
                    cuts.push(offset + at + length);
                }
            }
            b'|' if table => cuts.push(offset + at + 1),
            b'(' | b'[' if !line[..at].trim().is_empty() => {
                if let Some(length) = action_in_brackets(&line[at..]) {
                    cuts.push(offset + at);
                    cuts.push(offset + at + length);
                }
            }
            // "The letter was read. Action (PH): circulate it"
            b'A' | b'T'
                if line[..at].trim_end().len() < at
                    && line[..at].trim_end().ends_with(['.', '!', '?', ')'])
                    && !is_number_only(line[..at].trim())
                    && is_odd_action(&line[at..]) =>
            {
                cuts.push(offset + at);
            }
            b'A' | b'D' | b'M' | b'R' | b'S' if at > 0 && line.is_char_boundary(at) => {
                let before = line[..at].trim_end().chars().next_back();
                let open = line[..at].ends_with(char::is_whitespace)
                    && before
                        .is_none_or(|c| matches!(c, '.' | '!' | '?' | ')' | '|' | ';') || table);
                let label = INNER.iter().find(|it| line[at..].starts_with(**it));
                let strict = before.is_some_and(|c| matches!(c, '.' | '!' | '?' | '|' | ')'));
                if let Some(label) = label
                    && (open && strict
                        || *label == "Minutes:" && line[..at].ends_with(char::is_whitespace))
                    && !line[..at].trim().is_empty()
                    // "2. RESOLVED that": the number is the paragraph's.
                    && !is_number_only(line[..at].trim())
                {
                    cuts.push(offset + at);
                }
            }
            _ => {}
        }
    }
    cuts
}

/// How long "(Action: Ann Lee to write)" is, where the text begins with one.
fn action_in_brackets(text: &str) -> Option<usize> {
    let close = if text.starts_with('(') { ')' } else { ']' };
    // "(Action: the DCS (or a deputy) to write)"
    let mut depth = 0;
    let end = text.char_indices().take(600).find_map(|(at, c)| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        (depth == 0 && c == close).then_some(at + 1)
    })?;
    label::read(&text[..end])
        .is_some_and(|it| it.part == label::Part::Actions && it.bracketed)
        .then_some(end)
}

/// Whether an action with a number or an owner in its label begins here: "Action 3: …", "AP1: …".
fn is_odd_action(text: &str) -> bool {
    label::read(text).is_some_and(|it| {
        it.part == label::Part::Actions
            && !(it.number.is_empty() && it.aside.is_empty())
            && it.words.len() < 80
    })
}

/// Where the text of an item begins that stands in the line of its heading: "219 DECLARATIONS – There were none."
fn after_capitals(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 || !line[digits..].starts_with([' ', '.', '\t', '\u{a0}']) {
        return None;
    }
    let (at, dash) = [" – ", " - ", " — "]
        .iter()
        .filter_map(|it| line.find(*it).map(|at| (at, it.len())))
        .min()?;
    let heading = &line[digits..at];
    let letters = heading.chars().filter(|it| it.is_alphabetic()).count();
    let capitals = letters > 5 && !heading.chars().any(char::is_lowercase);
    (capitals && line[at + dash..].contains(char::is_lowercase)).then_some(at + dash)
}

fn is_number_only(text: &str) -> bool {
    text.len() <= 8
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | '(' | ')'))
}

/// The length of an `<AI12>` or `</AI12>` at the beginning of a text.
pub(super) fn tag_length(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    if !begins(inner, "ai") {
        return None;
    }
    let digits = inner[2..].bytes().take_while(u8::is_ascii_digit).count();
    let closed = inner.as_bytes().get(2 + digits) == Some(&b'>');
    (digits > 0 && digits < 6 && closed).then(|| text.len() - inner.len() + 3 + digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        lines(&Source::plain("x", text))
            .iter()
            .map(|it| it.text.to_owned())
            .collect()
    }

    #[test]
    fn lines_together_are_the_text() {
        let text = "a\r\n\u{a0}\n<AI1>\n\t1.  \n</AI1> tail\nNo. | Item |\n---|---|\n1. | Apologies To note. Minutes: None. |\n|";
        let source = Source::plain("x", text);
        let joined: String = lines(&source).iter().map(|it| it.at.of(text)).collect();
        assert_eq!(joined, text);
        assert!(lines(&source)[1].spacer);
    }

    #[test]
    fn a_flattened_row_is_cut_where_its_parts_begin() {
        assert_eq!(
            texts("1. | Apologies To note. Minutes: None. |"),
            ["1.", "Apologies To note.", "Minutes: None."]
        );
        assert_eq!(
            texts("The board agreed.  RESOLVED that x"),
            ["The board agreed.", "RESOLVED that x"]
        );
        assert_eq!(texts("text.</AI3>"), ["text.", "</AI3>"]);
        assert_eq!(
            texts("219 PUBLIC QUESTIONS – There were none."),
            ["219 PUBLIC QUESTIONS –", "There were none."]
        );
        assert_eq!(texts("the Actions: were"), ["the Actions: were"]);
    }
}
