//! Names and titles within a sentence of ours, whichever way they are written.
//!
//! A text that stands alone is set by its own first letters (`dir="auto"`, a paragraph). One that stands within another is
//! set apart with Unicode's isolates, so that Hebrew, Arabic or a stray override turns nothing round it.

use std::borrow::Cow;

const ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// The text as it may stand within another.
pub(crate) fn isolated(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|it| turns(it) || is_right_to_left(it)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    out.push(ISOLATE);
    // An end without a beginning would end our own; a beginning without an end is ended by ours only if each is.
    let mut open = 0_usize;
    for letter in text.chars() {
        match letter {
            '\u{2066}'..=ISOLATE => open += 1,
            END if open == 0 => continue,
            END => open -= 1,
            _ => {}
        }
        out.push(letter);
    }
    out.extend(std::iter::repeat_n(END, open + 1));
    Cow::Owned(out)
}

/// Whether a text reads from right to left: its first letter that has a direction does.
pub(crate) fn reads_from_right(text: &str) -> bool {
    text.chars()
        .find(|it| it.is_alphabetic())
        .is_some_and(is_right_to_left)
}

/// Whether a letter is of a script that runs from right to left (Unicode's classes R and AL, by block).
pub(crate) const fn is_right_to_left(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether a character turns what follows it.
const fn turns(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_stand_as_they_are() {
        assert!(matches!(isolated("Zoë North"), Cow::Borrowed("Zoë North")));
    }

    #[test]
    fn what_turns_its_neighbours_is_set_apart_and_cannot_break_out() {
        assert_eq!(isolated("שרה"), "\u{2068}שרה\u{2069}");
        assert_eq!(isolated("a\u{2069}\u{202e}b"), "\u{2068}a\u{202e}b\u{2069}");
        assert_eq!(isolated("a\u{2066}b"), "\u{2068}a\u{2066}b\u{2069}\u{2069}");
    }

    #[test]
    fn a_text_reads_as_its_first_letter_does() {
        assert!(reads_from_right("12 שרה and others"));
        assert!(!reads_from_right("Sarah (שרה)") && !reads_from_right("1,923"));
    }
}
