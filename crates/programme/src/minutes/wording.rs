//! Small questions about words, asked of slices of the source so that what is found keeps its place.

use super::piece::Span;

/// Where a slice of a text stands in it.
pub(super) fn place(text: &str, slice: &str) -> Span {
    let start = (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    Span::new(start, start + slice.len())
}

/// In one line, with single spaces: how a text is shown when it is not quoted.
pub(super) fn squash(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text begins so, upper or lower case.
pub(super) fn begins(text: &str, with: &str) -> bool {
    let (text, with) = (text.as_bytes(), with.as_bytes());
    text.len() >= with.len()
        && text.first().map(u8::to_ascii_lowercase) == with.first().map(u8::to_ascii_lowercase)
        && text[..with.len()].eq_ignore_ascii_case(with)
}

/// The rest of a text after a beginning, upper or lower case; the beginning must end where a word ends.
pub(super) fn after<'a>(text: &'a str, beginning: &str) -> Option<&'a str> {
    let rest = begins(text, beginning).then(|| text.get(beginning.len()..))??;
    let within =
        beginning.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    (!within).then_some(rest)
}

/// Where a phrase stands as whole words, upper or lower case. `lower` is the text in ASCII lower case.
pub(super) fn find_words(lower: &str, phrase: &str) -> Option<usize> {
    // Most of what is asked of a short line is longer than it.
    if phrase.len() > lower.len() {
        return None;
    }
    let mut from = 0;
    while let Some(at) = lower.get(from..).and_then(|it| it.find(phrase)) {
        let at = from + at;
        let before = lower[..at].chars().next_back();
        let after = lower[at + phrase.len()..].chars().next();
        if !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric) {
            return Some(at);
        }
        from = at + phrase.len();
    }
    None
}

/// Whether a text has one of these phrases as whole words. `lower` is the text in ASCII lower case.
pub(super) fn has_any(lower: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|it| find_words(lower, it).is_some())
}

/// The sentences of a text, trimmed. A stop after a title, an initial or an abbreviation ends none; a question mark or a
/// stop right before a capital does ("here.How many").
pub(super) fn sentences(text: &str) -> Vec<&str> {
    const SHORT: [&str; 18] = [
        "mr", "mrs", "ms", "dr", "cllr", "cllrs", "st", "no", "e.g", "i.e", "eg", "ie", "rev",
        "prof", "approx", "p.m", "a.m", "etc",
    ];
    let mut found = Vec::new();
    let mut from = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '?' | '!') {
            continue;
        }
        let next = chars.peek().map(|it| it.1);
        let spaced =
            next.is_none_or(|it| it.is_whitespace() || matches!(it, '"' | '”' | '\'' | '’' | ')'));
        let glued = next.is_some_and(char::is_uppercase)
            && text[..at]
                .chars()
                .next_back()
                .is_some_and(char::is_lowercase);
        if !spaced && !glued {
            continue;
        }
        if c == '.' {
            let tail = &text[from..at];
            let word = tail
                .rsplit(|it: char| it.is_whitespace() || it == '(')
                .next()
                .unwrap_or(tail);
            let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
            let number = word.len() <= 2
                && !word.is_empty()
                && word.bytes().all(|it| it.is_ascii_digit())
                && word.len() == tail.trim().len();
            let follows = text[at + 1..].trim_start().chars().next();
            let goes_on = follows.is_some_and(char::is_lowercase);
            if initial
                || number
                || goes_on
                || SHORT.iter().any(|it| word.eq_ignore_ascii_case(it)) && follows.is_some()
            {
                continue;
            }
        }
        let mut end = at + c.len_utf8();
        while let Some((more, close)) = chars.peek().copied() {
            if !matches!(close, '"' | '”' | '\'' | '’' | ')' | '.' | '?' | '!') {
                break;
            }
            end = more + close.len_utf8();
            chars.next();
        }
        push(&mut found, &text[from..end]);
        from = end;
    }
    push(&mut found, &text[from..]);
    found
}

fn push<'a>(found: &mut Vec<&'a str>, sentence: &'a str) {
    let sentence = sentence.trim();
    if !sentence.is_empty() {
        found.push(sentence);
    }
}

/// Whether a character is one that joins or ends clauses rather than belonging to them.
pub(super) fn is_joint(c: char) -> bool {
    c.is_whitespace() || matches!(c, ':' | ';' | ',' | '-' | '–' | '—' | '‐' | '‑')
}

/// A clause without "and", commas and semicolons at its end.
pub(super) fn without_joint(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let cut =
            text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | ':'));
        let cut = ["and", "or"]
            .iter()
            .find_map(|it| {
                let keep = cut.len().checked_sub(it.len())?;
                let tail = cut.get(keep..)?;
                (tail.eq_ignore_ascii_case(it)
                    && cut[..keep]
                        .ends_with(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '.')))
                .then(|| &cut[..keep])
            })
            .unwrap_or(cut);
        if cut.len() == text.len() {
            return text;
        }
        text = cut;
    }
}

/// How many words a text has.
pub(super) fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The share of a text's words, small ones aside, that begin with a capital or a digit.
pub(super) fn capitals(text: &str) -> f64 {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|it| it.chars().any(char::is_alphanumeric) && it.len() > 3)
        .collect();
    if words.is_empty() {
        return if text.chars().next().is_some_and(char::is_uppercase) {
            1.0
        } else {
            0.0
        };
    }
    let big = words
        .iter()
        .filter(|it| {
            it.chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        })
        .count();
    big as f64 / words.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let text = "Cllr. Smith spoke at 2.30 p.m. in Room Two. R. Clay asked: why 18%? Plans exist.How many? 4.1 is one.";
        assert_eq!(
            sentences(text),
            [
                "Cllr. Smith spoke at 2.30 p.m. in Room Two.",
                "R. Clay asked: why 18%?",
                "Plans exist.",
                "How many?",
                "4.1 is one."
            ]
        );
    }

    #[test]
    fn a_clause_loses_what_joins_it_to_the_next() {
        assert_eq!(without_joint("approved the plan, and"), "approved the plan");
        assert_eq!(without_joint("note the report; and"), "note the report");
        assert_eq!(without_joint("note the brand"), "note the brand");
    }
}
