//! What a category cell may say: codes, the values they come to, and the spellings councils use.

use std::collections::HashMap;

/// What a category cell said: the number of its code in the column's codes, and of what it comes to in its values.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Answer {
    code: u16,
    value: u16,
}

const NONE: u16 = u16::MAX;

impl Answer {
    /// One number for comparing two answers of a column: the code where there is one, else the value.
    #[must_use]
    pub fn identity(self) -> u32 {
        // Codes lie below 65,536 and values at or above it, so that no code is taken for a value.
        if self.code == NONE {
            (u32::from(self.value) + 1) << 16
        } else {
            u32::from(self.code)
        }
    }
}

/// The codes, values and spellings of one category column.
#[derive(Debug, Default)]
pub struct Answers {
    codes: Vec<String>,
    values: Vec<String>,
    /// A folded text, and the code and value it stands for; `None` where it is listed under two values.
    spellings: HashMap<String, Option<Answer>>,
    /// A folded code alone (`u6`, `e45`).
    tokens: HashMap<String, u16>,
    /// Each code alone, in capitals; empty where it has none.
    bare_codes: Vec<String>,
    /// What each code comes to.
    value_of_code: Vec<u16>,
    /// Words that stand for a code wherever they occur in a cell.
    implied: Vec<(String, u16)>,
    /// Whether a code counts only in a cell that is the published code, alone or with its words.
    whole: bool,
}

impl Answers {
    /// Answers from codes as published ("f) U6: Foster placement"), and values each with its other spellings.
    #[must_use]
    pub fn new(codes: Vec<String>, values: Vec<(String, Vec<String>)>) -> Self {
        let mut it = Self {
            codes,
            ..Self::default()
        };
        for (index, (value, spellings)) in values.into_iter().enumerate() {
            let number = u16::try_from(index).expect("a column has fewer than 65,000 values");
            for text in spellings.iter().map(String::as_str).chain([value.as_str()]) {
                let answer = Answer {
                    code: NONE,
                    value: number,
                };
                it.spellings
                    .entry(folded(text))
                    .and_modify(|known| {
                        if known.is_none_or(|known| known.value != number) {
                            *known = None;
                        }
                    })
                    .or_insert(Some(answer));
            }
            it.values.push(value);
        }
        // A canonical value is matched before any spelling.
        for (index, value) in it.values.iter().enumerate() {
            let number = u16::try_from(index).expect("checked above");
            it.spellings.insert(
                folded(value),
                Some(Answer {
                    code: NONE,
                    value: number,
                }),
            );
        }
        // A published value is understood without its letter too.
        for (index, value) in it.values.iter().enumerate() {
            let number = u16::try_from(index).expect("checked above");
            let full = folded(value);
            let bare = without_letter(&full).to_owned();
            if bare != full {
                it.spellings.entry(bare).or_insert(Some(Answer {
                    code: NONE,
                    value: number,
                }));
            }
        }
        for index in 0..it.codes.len() {
            let full = folded(&it.codes[index]);
            let token = published_token(&full).unwrap_or("").to_owned();
            let words = full
                .split_once([':', '-'])
                .map_or("", |(_, words)| words.trim())
                .to_owned();
            let value = [
                full.as_str(),
                token.as_str(),
                words.as_str(),
                without_letter(&full),
            ]
            .iter()
            .find_map(|text| it.spellings.get(*text).copied().flatten())
            .map_or(NONE, |answer| answer.value);
            let number = u16::try_from(index).expect("a column has fewer than 65,000 codes");
            // "a) Yes" has no code apart from its words: what it comes to decides.
            let code = if token.is_empty() { NONE } else { number };
            it.bare_codes.push(token.to_uppercase());
            it.value_of_code.push(value);
            if code != NONE || value != NONE {
                it.spellings.insert(full, Some(Answer { code, value }));
            }
            if !token.is_empty() {
                it.tokens.entry(token).or_insert(number);
            }
        }
        it
    }

    /// Lets some words stand for a code wherever a cell holds them: "short term break" for V3.
    #[must_use]
    pub fn with_implied(mut self, implied: &[(String, String)]) -> Self {
        let known = implied
            .iter()
            .filter_map(|(code, words)| Some((folded(words), *self.tokens.get(&folded(code))?)));
        self.implied = known.collect();
        self
    }

    /// A column that is always decided by what a cell comes to: a code counts only in a cell that is the published code,
    /// alone or with its words, and other text behind a code is not understood.
    #[must_use]
    pub fn decided_by_value(mut self) -> Self {
        for index in 0..self.codes.len() {
            let full = folded(&self.codes[index]);
            let bare = self.bare_codes[index].to_lowercase();
            let (code, value) = (
                u16::try_from(index).unwrap_or(NONE),
                self.value_of_code[index],
            );
            for text in [without_letter(&full), bare.as_str()] {
                let known = self.spellings.get(text).copied();
                if !text.is_empty() && known.is_none_or(|it| it.is_some_and(|it| it.value == value))
                {
                    self.spellings
                        .insert(text.to_owned(), Some(Answer { code, value }));
                }
            }
        }
        self.whole = true;
        self
    }

    /// What a cell says: an Ofsted code, then a value, then a spelling; `None` is "not understood".
    #[must_use]
    pub fn read(&self, text: &str) -> Option<Answer> {
        let full = folded(text);
        let named = token(&full).and_then(|token| self.tokens.get(token).copied());
        let code = named.or_else(|| {
            let implied = self.implied.iter().find(|(words, _)| full.contains(words));
            implied.map(|(_, code)| *code)
        });
        match (self.spellings.get(&full), code) {
            (Some(Some(known)), Some(code)) if known.code == NONE => Some(Answer {
                code,
                value: known.value,
            }),
            (Some(known), _) => *known,
            (None, Some(_)) if self.whole => None,
            (None, Some(code)) => Some(Answer {
                code,
                value: self.value_of_code[usize::from(code)],
            }),
            (None, None) => None,
        }
    }

    /// What the answer comes to, in the values of this column; the code's own text where no value is listed for it.
    #[must_use]
    pub fn words(&self, answer: Answer) -> &str {
        let value = self.values.get(usize::from(answer.value));
        value
            .or_else(|| self.codes.get(usize::from(answer.code)))
            .map_or("", String::as_str)
    }

    /// The number of the value, for bands: 0 and up in the order of [`Answers::values`].
    #[must_use]
    pub fn value_number(&self, answer: Answer) -> Option<usize> {
        (answer.value != NONE).then_some(usize::from(answer.value))
    }

    /// The code alone, as `U6` of "f) U6: Foster placement", in capitals.
    #[must_use]
    pub fn code(&self, answer: Answer) -> Option<&str> {
        let code = self.bare_codes.get(usize::from(answer.code))?;
        (!code.is_empty()).then_some(code.as_str())
    }

    /// The values that cells come to, in their order.
    #[must_use]
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// A choice of answers by code, and by value for cells that give words only.
    ///
    /// # Panics
    /// When the column has no such code or value: a mistake in the program, found by any test that runs it.
    #[must_use]
    pub fn pick(&self, codes: &[&str], values: &[&str]) -> Picked {
        let mut picked = Picked {
            codes: vec![false; self.codes.len()],
            values: vec![false; self.values.len()],
        };
        for code in codes {
            let number = self.tokens.get(&folded(code));
            picked.codes
                [usize::from(*number.unwrap_or_else(|| panic!("the column has no code {code}")))] =
                true;
        }
        for value in values {
            let number = self
                .values
                .iter()
                .position(|it| folded(it) == folded(value));
            picked.values[number.unwrap_or_else(|| panic!("the column has no value {value}"))] =
                true;
        }
        picked
    }
}

/// Some of a column's answers.
#[derive(Clone, Debug)]
pub struct Picked {
    codes: Vec<bool>,
    values: Vec<bool>,
}

impl Picked {
    /// Whether the cell's code is one of them; where the cell gave words only, whether what they come to is.
    #[must_use]
    pub fn has(&self, answer: Answer) -> bool {
        let (flags, number) = if answer.code == NONE {
            (&self.values, answer.value)
        } else {
            (&self.codes, answer.code)
        };
        flags.get(usize::from(number)).copied().unwrap_or(false)
    }

    /// Whether what the cell comes to is one of them, however it was written.
    #[must_use]
    pub fn has_value(&self, answer: Answer) -> bool {
        self.values
            .get(usize::from(answer.value))
            .copied()
            .unwrap_or(false)
    }
}

/// Without case, doubled or non-breaking spaces, and curly quotes.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for letter in word.chars() {
            match letter {
                '\u{2018}' | '\u{2019}' => out.push('\''),
                '\u{201c}' | '\u{201d}' => out.push('"'),
                '\u{2013}' | '\u{2014}' => out.push('-'),
                _ => out.extend(letter.to_lowercase()),
            }
        }
    }
    out
}

/// A folded text without its `x) `.
fn without_letter(folded: &str) -> &str {
    let letters = folded.bytes().take_while(u8::is_ascii_lowercase).count();
    match folded.get(letters..) {
        Some(rest) if (1..=2).contains(&letters) => {
            rest.strip_prefix(')').map_or(folded, str::trim_start)
        }
        _ => folded,
    }
}

/// The code that a published code begins with, as `u6` of "f) u6: foster placement" and `rc1` of "rc1 - adopted"; none in
/// "a) yes", whose words are all there is.
fn published_token(folded: &str) -> Option<&str> {
    let text = without_letter(folded);
    let (token, rest) = text.split_at(
        text.find(|it: char| !it.is_ascii_alphanumeric())
            .unwrap_or(text.len()),
    );
    let alone = rest.is_empty() && text == folded;
    (!token.is_empty() && (alone || rest.starts_with(':') || rest.starts_with(" - ")))
        .then_some(token)
}

/// What might be a code at the start of a folded cell: `u6` of "u6 - foster", `v4` of "v4". A single letter or a bare
/// number is one only alone or before a colon or dash: "h m prison" and "10 downing street" begin with none.
fn token(folded: &str) -> Option<&str> {
    let text = without_letter(folded);
    let (token, rest) = text.split_at(
        text.find(|it: char| !it.is_ascii_alphanumeric())
            .unwrap_or(text.len()),
    );
    let plain = token.len() == 1 || token.bytes().all(|it| it.is_ascii_digit());
    let ends = rest.is_empty()
        || rest.starts_with([':', '['])
        || rest.starts_with(" -")
        || rest.starts_with(" :");
    (!token.is_empty() && (ends || !plain)).then_some(token)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn placements() -> Answers {
        let own = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        Answers::new(
            own(&[
                "f) U6: Foster placement - not FFA",
                "k) P1: Placed with parents",
            ]),
            vec![
                (
                    "a) Foster placement".into(),
                    own(&["f) U6: Foster placement - not FFA", "Fostering", "Kinship"]),
                ),
                (
                    "c) Placed with parents".into(),
                    own(&["k) P1: Placed with parents", "With parents", "Kinship"]),
                ),
            ],
        )
    }

    #[test]
    fn a_cell_is_a_code_then_a_value_then_a_spelling() {
        let column = placements();
        let parents = column.pick(&["P1"], &["c) Placed with parents"]);
        for text in [
            "k) P1: Placed with parents",
            "P1",
            "p1 - with mum",
            "C) PLACED  WITH PARENTS",
            "placed with parents",
            "with parents",
        ] {
            assert!(parents.has(column.read(text).unwrap()), "{text}");
        }
        for text in ["U6", "fostering", "f) U6: Foster placement – not FFA"] {
            let answer = column.read(text).unwrap();
            assert!(!parents.has(answer), "{text}");
            assert_eq!(column.words(answer), "a) Foster placement");
        }
        assert_eq!(column.code(column.read("U6").unwrap()), Some("U6"));
    }

    #[test]
    fn an_ordinary_word_is_no_code() {
        let own = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let asked = Answers::new(
            own(&["a) Yes", "b) No"]),
            vec![
                ("Yes".into(), own(&["a) Yes", "No further action"])),
                ("No".into(), own(&["b) No"])),
            ],
        );
        let yes = asked.pick(&[], &["Yes"]);
        for text in ["a) Yes", "yes", "No further action"] {
            assert!(yes.has(asked.read(text).unwrap()), "{text}");
        }
        for text in ["Yes but not alone", "No visit", "Yes, at school"] {
            assert_eq!(asked.read(text), None, "{text}");
        }
        let homes = Answers::new(
            own(&["H: Deported", "X: In custody"]),
            vec![
                ("Deported".into(), own(&["H: Deported"])),
                ("In custody".into(), own(&["X: In custody"])),
            ],
        );
        for text in ["H M Prison", "X-ray Street flat", "Hostel"] {
            assert_eq!(homes.read(text), None, "{text}");
        }
        for text in [
            "X",
            "x) X: In custody",
            "X - prison",
            "X: elsewhere",
            "zz) X: In custody",
        ] {
            assert_eq!(homes.code(homes.read(text).unwrap()), Some("X"), "{text}");
        }
    }

    #[test]
    fn where_the_value_decides_a_code_with_other_words_is_not_understood() {
        let own = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let sources = Answers::new(
            own(&["q) 6: Police", "u) 10: Unknown"]),
            vec![
                ("g) Police".into(), own(&["q) 6: Police", "PVP"])),
                ("k) Unknown".into(), own(&["u) 10: Unknown"])),
            ],
        )
        .decided_by_value();
        let police = sources.pick(&[], &["g) Police"]);
        for text in ["q) 6: Police", "6: Police", "6", "police", "PVP"] {
            assert!(police.has_value(sources.read(text).unwrap()), "{text}");
        }
        for text in ["6 blah", "10 Downing Street", "6: Fire brigade"] {
            assert_eq!(sources.read(text), None, "{text}");
        }
    }

    #[test]
    fn no_code_is_taken_for_a_value_in_a_key() {
        let column = placements();
        let identities: Vec<u32> = ["U6", "P1", "Fostering", "with parents"]
            .iter()
            .map(|it| column.read(it).unwrap().identity())
            .collect();
        let mut apart = identities.clone();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(apart.len(), identities.len());
    }

    #[test]
    fn a_text_under_two_values_or_none_is_not_understood() {
        let column = placements();
        assert_eq!(column.read("Kinship"), None);
        assert_eq!(column.read("see notes"), None);
    }
}
