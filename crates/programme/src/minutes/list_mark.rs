//! The bullet or number that a paragraph of a list begins with.

use super::block::Block;

/// The mark of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListMark<'a> {
    /// As written: "·", "(i)", "3a)".
    pub(super) words: &'a str,
    /// What sort it is.
    pub(super) sort: Sort,
    /// What follows it.
    pub(super) rest: &'a str,
}

/// What sort of mark it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// `·`, `•`, `-`.
    Bullet,
    /// `Ø`, `§`, `o`, `➢`: what Word writes for the second level.
    Second,
    /// 1, 2, 3.
    Number(u32),
    /// i, ii, iii.
    Roman(u32),
    /// a, b, c.
    Letter(u32),
    /// 3a, 12b: a part of an item.
    Part,
    /// 4.1, 23.1: a paragraph's number.
    Paragraph,
}

impl Sort {
    /// Whether it counts.
    pub(super) fn counts(self) -> bool {
        matches!(self, Self::Number(_) | Self::Roman(_) | Self::Letter(_))
    }
}

/// The list mark a paragraph begins with. "1.5 per cent", "a report" and "2.30 pm" have none.
pub(super) fn read(text: &str) -> Option<ListMark<'_>> {
    let first = text.chars().next()?;
    let bullet = match first {
        '·' | '•' | '●' | '▪' | '■' | '◦' | '\u{f0b7}' | '*' | '‣' => {
            Some(Sort::Bullet)
        }
        'Ø' | '§' | '➢' | '\u{f0d8}' | '\u{f0a7}' => Some(Sort::Second),
        '-' | '–' | '—' => Some(Sort::Bullet),
        'o' => Some(Sort::Second),
        _ => None,
    };
    if let Some(sort) = bullet {
        let rest = &text[first.len_utf8()..];
        let spaced = rest.starts_with(char::is_whitespace);
        // "o" and dashes are marks only when a space follows: "-5 children" and "officers" are text.
        let loose = matches!(first, 'o' | '-' | '–' | '—' | '*' | 'Ø' | '§');
        let space = rest.chars().take_while(|c| c.is_whitespace()).count();
        if rest.trim().is_empty() || (loose && !spaced) || (first == 'o' && space < 1) {
            return None;
        }
        return Some(ListMark {
            words: &text[..first.len_utf8()],
            sort,
            rest: rest.trim_start(),
        });
    }
    let opened = text.strip_prefix('(');
    let inner = opened.unwrap_or(text);
    let length = inner
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '.'))
        .unwrap_or(inner.len());
    if length == 0 || length > 8 {
        return None;
    }
    let (mut label, mut tail) = inner.split_at(length);
    let closed = match (opened.is_some(), tail.strip_prefix(')')) {
        (_, Some(rest)) => {
            tail = rest;
            true
        }
        (true, None) => return None,
        (false, None) => false,
    };
    let dotted = label.ends_with('.');
    label = label.trim_end_matches('.');
    if label.is_empty() {
        return None;
    }
    // "(a)- That" has a dash after its mark.
    let rest = tail.trim_start_matches(['.', ':']).trim_start();
    let rest = if closed {
        rest.trim_start_matches(['-', '–']).trim_start()
    } else {
        rest
    };
    let spaced = tail.is_empty()
        || tail.starts_with(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | '-' | '–'));
    if !closed && (!dotted || !spaced) {
        // "4.1 Text": a paragraph's number needs no closing mark.
        return (is_paragraph_number(label)
            && tail.starts_with(char::is_whitespace)
            && starts_big(tail))
        .then(|| ListMark {
            words: &text[..label.len()],
            sort: Sort::Paragraph,
            rest: tail.trim_start(),
        });
    }
    let sort = sort_of(label, opened.is_some() || closed)?;
    let words = text[..text.len() - tail.len()].trim_end();
    Some(ListMark { words, sort, rest })
}

/// The number of the capital letter with a dot that a paragraph begins with, and its words: "B. reports back". Only where a
/// list is looked for: "B. Hart" is a name.
pub(super) fn capital(text: &str) -> Option<ListMark<'_>> {
    let first = text.chars().next().filter(char::is_ascii_uppercase)?;
    let rest = text[1..].strip_prefix('.')?;
    let number = u32::from(first as u8 - b'A') + 1;
    (rest.starts_with(char::is_whitespace) && !rest.trim().is_empty()).then(|| ListMark {
        words: &text[..2],
        sort: Sort::Letter(number),
        rest: rest.trim_start(),
    })
}

/// The paragraphs after a resolution's beginning, with "A.", "B.", "C." as marks where they count from A.
pub(super) fn lettered<'a>(blocks: &[Block<'a>]) -> Vec<Block<'a>> {
    let mut found = blocks.to_vec();
    let Some(first) = found.iter().take(3).position(|it| {
        it.mark.is_none() && capital(it.text).is_some_and(|it| it.sort == Sort::Letter(1))
    }) else {
        return found;
    };
    for (number, block) in (1..).zip(&mut found[first..]) {
        match capital(block.text).filter(|it| it.sort == Sort::Letter(number)) {
            Some(mark) if block.mark.is_none() => block.mark = Some(mark),
            _ => break,
        }
    }
    found
}

fn starts_big(text: &str) -> bool {
    text.trim_start()
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
}

fn is_paragraph_number(label: &str) -> bool {
    label.split('.').count() == 2
        && label
            .split('.')
            .all(|it| !it.is_empty() && it.len() <= 3 && it.bytes().all(|b| b.is_ascii_digit()))
}

fn sort_of(label: &str, bracketed: bool) -> Option<Sort> {
    if label.bytes().all(|it| it.is_ascii_digit()) {
        return label.parse().ok().filter(|it| *it < 1000).map(Sort::Number);
    }
    if is_paragraph_number(label) {
        return Some(Sort::Paragraph);
    }
    let digits = label.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let part = &label[digits..];
        return (part.len() <= 2 && part.bytes().all(|it| it.is_ascii_lowercase()))
            .then_some(Sort::Part);
    }
    if let Some(number) = roman(label) {
        return Some(Sort::Roman(number));
    }
    // "(II)" in minutes in capitals; "I. Smith" is a name.
    if bracketed && let Some(number) = roman(&label.to_ascii_lowercase()) {
        return Some(Sort::Roman(number));
    }
    let single = label.len() == 1 && (bracketed || label.bytes().all(|it| it.is_ascii_lowercase()));
    single.then(|| Sort::Letter(u32::from(label.as_bytes()[0].to_ascii_lowercase() - b'a') + 1))
}

/// A small Roman number in lower case, up to 39. A single "c" or "d" is a letter.
fn roman(label: &str) -> Option<u32> {
    let mut total = 0;
    let mut highest = 0;
    if label.len() > 7 {
        return None;
    }
    for c in label.chars().rev() {
        let value = match c {
            'i' => 1,
            'v' => 5,
            'x' => 10,
            _ => return None,
        };
        if value < highest {
            total -= value;
        } else {
            highest = value;
            total += value;
        }
    }
    u32::try_from(total).ok().filter(|it| (1..40).contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn holds(text: &str, words: &str, sort: Sort, rest: &str) {
        let found = read(text).expect("a mark");
        assert_eq!((found.words, found.sort, found.rest), (words, sort, rest));
    }

    #[test]
    fn marks_as_councils_write_them() {
        holds("· Work is done", "·", Sort::Bullet, "Work is done");
        holds(
            "Ø\u{a0} Reduce the changes",
            "Ø",
            Sort::Second,
            "Reduce the changes",
        );
        holds(
            "(i) Approved the plan, and",
            "(i)",
            Sort::Roman(1),
            "Approved the plan, and",
        );
        holds("ii.\u{a0} A briefing", "ii.", Sort::Roman(2), "A briefing");
        holds(
            "a) That the report",
            "a)",
            Sort::Letter(1),
            "That the report",
        );
        holds(
            "(a)- That the report",
            "(a)",
            Sort::Letter(1),
            "That the report",
        );
        holds("3a)\u{a0} Performance", "3a)", Sort::Part, "Performance");
        holds(
            "23.1 The Committee",
            "23.1",
            Sort::Paragraph,
            "The Committee",
        );
        holds("2. RESOLVED that", "2.", Sort::Number(2), "RESOLVED that");
        holds("1) That", "1)", Sort::Number(1), "That");
        holds("c) that", "c)", Sort::Letter(3), "that");
        holds("(II) THAT", "(II)", Sort::Roman(2), "THAT");
    }

    #[test]
    fn text_that_only_looks_like_a_mark() {
        for text in [
            "2.30 - 2.35pm",
            "a report was given",
            "-5 children",
            "officers said",
            "I. Smith",
            "1923 CLA",
            "12 March",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
