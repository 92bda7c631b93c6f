//! A person's text made fit to be set: every letter has a shape, and no word is wider than the page.

use crate::fonts;
use std::fmt::Write;

/// Which letters may be set as they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Letters {
    /// Those that any of the fonts has.
    All,
    /// Those that stand alone: Latin, Greek and Cyrillic.
    European,
}

/// The text with every letter that cannot be set written by its number: `[U+4E2D]`. Markup in ASCII stays as it is.
pub(crate) fn letters(text: &str, allowed: Letters) -> String {
    if text.bytes().all(|it| matches!(it, b' '..=b'~' | b'\n')) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in text.chars() {
        match letter {
            '\n' | ' '..='~' => out.push(letter),
            '\r' => {}
            '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
            it if it.is_control() => out.push(' '),
            it if has_no_shape(it) => {
                // Arabic and Indic letters are joined or parted by these; between signs they only make pictures.
                if matches!(it, '\u{200c}' | '\u{200d}')
                    && before.is_alphabetic()
                    && allowed == Letters::All
                {
                    out.push(it);
                }
            }
            it if may_stand(it, allowed) => out.push(it),
            it => {
                let _ = write!(out, "[U+{:04X}]", u32::from(it));
            }
        }
        before = letter;
    }
    out
}

fn may_stand(letter: char, allowed: Letters) -> bool {
    let private = matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    let stands = match allowed {
        Letters::All => fonts::has(letter),
        Letters::European => {
            fonts::in_text_font(letter) && (letter.is_alphanumeric() || letter < '\u{2c00}')
        }
    };
    stands && !private
}

/// Marks that steer the letters round them: which way a text runs (a title could turn what follows it), where a word may
/// break, which of two pictures is meant. Nothing to read is lost without them.
const fn has_no_shape(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The text with a place to break after every `every` letters of a word longer than twice that: an address or a word of
/// ten thousand letters would run off the page.
pub(crate) fn breakable(text: &str, every: usize) -> String {
    let too_long = |word: &str| word.len() > 2 * every && word.chars().count() > 2 * every;
    if !text.split_whitespace().any(too_long) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for piece in text.split_inclusive(char::is_whitespace) {
        if too_long(piece) {
            for (at, letter) in piece.chars().enumerate() {
                if at > 0 && at % every == 0 {
                    out.push('\u{200b}');
                }
                out.push(letter);
            }
        } else {
            out.push_str(piece);
        }
    }
    out
}

/// The beginning of a text that has at most this many letters.
pub(crate) fn beginning(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_council_writes_stays_as_it_is() {
        for text in [
            "Zoë’s café – 5 ½ % £20 “yes” • → ≥",
            "Łódź, Kraków, Ωμέγα, Привет",
            "#let x = $1$ *b* `c` <label> \\ @ref //",
            "שלום سلام 😀",
        ] {
            assert_eq!(letters(text, Letters::All), text);
        }
    }

    #[test]
    fn a_letter_that_no_font_has_is_written_by_its_number() {
        assert_eq!(letters("中 a", Letters::All), "[U+4E2D] a");
        assert_eq!(letters("סa😀", Letters::European), "[U+05E1]a[U+1F600]");
        assert_eq!(letters("\u{e001}", Letters::All), "[U+E001]");
    }

    #[test]
    fn what_cannot_be_seen_does_not_steer() {
        assert_eq!(
            letters("a\u{202e}b\u{0}c\u{feff}\u{2066}", Letters::All),
            "ab c"
        );
    }

    #[test]
    fn long_words_may_break_and_short_ones_may_not() {
        assert_eq!(breakable("a long word", 4), "a long word");
        assert_eq!(breakable("ab 123456789", 4), "ab 1234\u{200b}5678\u{200b}9");
        assert_eq!(beginning("Ofsted’s visit", 8), "Ofsted’s…");
    }
}
