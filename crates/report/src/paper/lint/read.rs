//! A text as a reader of it takes it in: sentences, words, numbers.
//!
//! One pass over the characters, and one over the words: a text of any length and in any script is read in time that grows
//! with it.

/// A sentence.
#[derive(Debug, Default)]
pub(super) struct Sentence<'a> {
    /// Its words, numbers and marks, in order; hyphens and dashes stand between words and are left out.
    pub(super) tokens: Vec<Token<'a>>,
}

/// A word, a number or a mark.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// In small letters.
    pub(super) lower: String,
    /// Its number, where it is one in digits or words: "1,923", "21.5", "five".
    pub(super) number: Option<Number>,
    /// Whether it is glued to the next by a hyphen or dash: "FND" of "FND-3".
    pub(super) hyphened: bool,
    /// Whether a dash stands after it with a space between: "4 visits – 2 to the North".
    pub(super) dashed: bool,
}

/// A number as written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// Its value.
    pub(super) value: f64,
    /// Its decimals.
    pub(super) places: u8,
    /// Whether it stood in digits.
    pub(super) digits: bool,
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut all = Vec::new();
    let mut current = Sentence::default();
    let mut rest = text.char_indices().peekable();
    while let Some((at, first)) = rest.next() {
        let mut end = at + first.len_utf8();
        if first.is_ascii_digit() {
            let mut fits = true;
            while let Some((next, c)) = rest.peek().copied() {
                let goes_on = c.is_alphanumeric()
                    || (matches!(c, ',' | '.')
                        && text[next + 1..].starts_with(|it: char| it.is_ascii_digit()));
                if !goes_on {
                    break;
                }
                fits &= !c.is_alphabetic();
                end = next + c.len_utf8();
                rest.next();
            }
            let word = &text[at..end];
            let number = if fits { in_digits(word) } else { None };
            current.push(word, number);
        } else if first.is_alphabetic() {
            while let Some((next, c)) = rest.peek().copied() {
                let apostrophe = matches!(c, '\'' | '\u{2019}')
                    && text[next + c.len_utf8()..].starts_with(char::is_alphabetic);
                if !(c.is_alphanumeric() || apostrophe || is_mark_on_letter(c)) {
                    break;
                }
                end = next + c.len_utf8();
                rest.next();
            }
            let word = &text[at..end];
            current.push(word, in_words(word));
        } else if matches!(first, '-' | '\u{2010}'..='\u{2015}') {
            if let Some(last) = current.tokens.last_mut() {
                last.hyphened = text[..at].ends_with(last.text);
                last.dashed |= !last.hyphened;
            }
        } else if first == '\n' {
            all.push(std::mem::take(&mut current));
        } else if !first.is_whitespace() {
            current.push(&text[at..end], None);
            let ends = matches!(first, '.' | '!' | '?');
            if ends && rest.peek().is_none_or(|(_, next)| next.is_whitespace()) {
                all.push(std::mem::take(&mut current));
            }
        }
    }
    all.push(current);
    all.retain(|it| it.tokens.iter().any(Token::is_word));
    all
}

/// Combining marks, which some scripts set on their letters.
fn is_mark_on_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}')
}

fn in_digits(word: &str) -> Option<Number> {
    let plain: String = word.chars().filter(|it| *it != ',').collect();
    // "1.2.3" is no number, and neither is one too long to count anything.
    if plain.len() > 15 {
        return None;
    }
    let value: f64 = plain.parse().ok()?;
    let places = plain.split_once('.').map_or(0, |(_, after)| after.len());
    Some(Number {
        value,
        places: u8::try_from(places).ok()?,
        digits: true,
    })
}

fn in_words(word: &str) -> Option<Number> {
    const WORDS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    const TENS: [&str; 8] = [
        "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    ];
    let find = |list: &[&str]| list.iter().position(|it| it.eq_ignore_ascii_case(word));
    let value = find(&WORDS).or_else(|| find(&TENS).map(|it| (it + 3) * 10))?;
    Some(Number {
        value: f64::from(u32::try_from(value).ok()?),
        places: 0,
        digits: false,
    })
}

impl<'a> Sentence<'a> {
    fn push(&mut self, text: &'a str, number: Option<Number>) {
        // "twenty-five" is one number.
        if let (Some(new), Some(last)) = (number, self.tokens.last_mut())
            && let Some(tens) = last.number
            && !new.digits
            && !tens.digits
            && last.hyphened
            && tens.value >= 20.0
            && (1.0..10.0).contains(&new.value)
        {
            let value = tens.value + new.value;
            last.number = Some(Number { value, ..tens });
            return;
        }
        self.tokens.push(Token {
            text,
            lower: text.to_lowercase(),
            number,
            hyphened: false,
            dashed: false,
        });
    }

    /// The word at this place, in small letters; empty beyond the ends.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.lower.as_str())
    }

    /// The word this far before a place, in small letters; empty beyond the start.
    pub(super) fn before(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |it| self.word(it))
    }

    /// The number at this place.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        self.tokens.get(at)?.number
    }

    /// Whether these words follow one another from this place.
    pub(super) fn reads(&self, at: usize, words: &str) -> bool {
        words
            .split(' ')
            .enumerate()
            .all(|(n, word)| self.word(at + n) == word)
    }

    /// Whether these words follow one another anywhere in it.
    pub(super) fn has(&self, words: &str) -> bool {
        (0..self.tokens.len()).any(|at| self.reads(at, words))
    }

    /// Whether any of these stands in it.
    pub(super) fn has_any(&self, of: &[&str]) -> bool {
        of.iter().any(|words| self.has(words))
    }
}

impl Token<'_> {
    /// Whether it is a word or a number, and not a mark.
    pub(super) fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops_and_numbers_stay_whole() {
        let read =
            sentences("It was 21.5% (1,923 of 8,944). In August 2017 twenty-five waited!\nWhy?");
        let words = |at: usize| -> Vec<&str> { read[at].tokens.iter().map(|it| it.text).collect() };
        assert_eq!(
            words(0),
            [
                "It", "was", "21.5", "%", "(", "1,923", "of", "8,944", ")", "."
            ]
        );
        assert_eq!(words(1)[..3], ["In", "August", "2017"]);
        assert_eq!(read[1].number(3).map(|it| it.value), Some(25.0));
        assert_eq!(read.len(), 3);
    }

    #[test]
    fn a_reference_is_no_number_on_its_own_and_an_ordinal_is_none() {
        let read = sentences("FND-3 of the 12th, the child’s plan");
        assert!(read[0].tokens[0].hyphened);
        assert_eq!(read[0].number(4), None, "12th");
        assert_eq!(read[0].word(7), "child’s");
    }
}
