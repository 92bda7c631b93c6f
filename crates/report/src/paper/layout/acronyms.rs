//! Acronyms in full where a paper first uses them (S-303), the same in every format: "MASH (multi-agency safeguarding hub)".

use super::direction::isolated;
use std::borrow::Cow;
use std::collections::HashMap;

/// Knows a paper's acronyms and which of them it has met, and is given the paper's texts in the order they are read.
pub(super) struct Acronyms<'a> {
    /// By first letter; the longest first, so that "CIN census" is not taken for "CIN".
    by_first: HashMap<char, Vec<(&'a str, &'a str)>>,
    /// Those still to be met.
    left: usize,
}

impl<'a> Acronyms<'a> {
    pub(super) fn new(all: &'a [(String, String)]) -> Self {
        let mut by_first: HashMap<char, Vec<(&str, &str)>> = HashMap::new();
        let mut left = 0;
        for (acronym, words) in all {
            let Some(first) = acronym.chars().next().filter(|_| !words.trim().is_empty()) else {
                continue;
            };
            let alike = by_first.entry(first).or_default();
            if !alike.iter().any(|it| it.0 == acronym) {
                alike.push((acronym, words));
                left += 1;
            }
        }
        for alike in by_first.values_mut() {
            alike.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
        }
        Self { by_first, left }
    }

    /// The text with each acronym that is met for the first time followed by its words. One that the writer has put into
    /// words already ("the multi-agency safeguarding hub (MASH)", "MASH (the hub)") stays as it is, and counts as met.
    pub(super) fn in_full<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let mut out = String::new();
        let mut copied = 0;
        let mut at = 0;
        let mut within = false;
        while self.left > 0
            && let Some(letter) = text[at..].chars().next()
        {
            if !within && let Some((acronym, words)) = self.meet(letter, &text[at..]) {
                let rest = &text[at + acronym.len()..];
                let end = at + acronym.len() + rest_of_word(rest);
                let told = text[end..].trim_start().starts_with('(')
                    || (text[..at].ends_with('(') && text[end..].starts_with(')'));
                if !told {
                    out.push_str(&text[copied..end]);
                    out.push_str(" (");
                    out.push_str(&isolated(words));
                    out.push_str(if rest.starts_with('s') { "s)" } else { ")" });
                    copied = end;
                }
                at = end;
                within = true;
            } else {
                within = letter.is_alphanumeric();
                at += letter.len_utf8();
            }
        }
        if copied == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(&text[copied..]);
        Cow::Owned(out)
    }

    /// The acronym that this text begins with, which from now on has been met.
    fn meet(&mut self, first: char, text: &str) -> Option<(&'a str, &'a str)> {
        let alike = self.by_first.get_mut(&first)?;
        let place = alike.iter().position(|(acronym, _)| {
            text.strip_prefix(acronym).is_some_and(|rest| {
                let rest = rest.strip_prefix('s').unwrap_or(rest);
                !rest.starts_with(char::is_alphanumeric)
            })
        })?;
        self.left -= 1;
        Some(alike.remove(place))
    }
}

/// How much of the text still belongs to the word before it: "s", "'s", "-led".
fn rest_of_word(text: &str) -> usize {
    let mut letters = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, letter)) = letters.next() {
        let joins = matches!(letter, '\'' | '’' | '-')
            && letters.peek().is_some_and(|it| it.1.is_alphanumeric());
        if !joins && !letter.is_alphanumeric() {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(texts: &[&str]) -> Vec<String> {
        let all = [
            ("MASH", "multi-agency safeguarding hub"),
            ("EHCP", "education, health and care plan"),
            ("CIN", "child in need"),
            ("CIN census", "children in need census"),
            ("", "nothing"),
        ];
        let all: Vec<(String, String)> = all.map(|it| (it.0.into(), it.1.into())).into();
        let mut acronyms = Acronyms::new(&all);
        texts
            .iter()
            .map(|it| acronyms.in_full(it).into_owned())
            .collect()
    }

    #[test]
    fn an_acronym_is_in_full_once() {
        assert_eq!(
            told(&["The MASH met. MASH again.", "MASH"]),
            [
                "The MASH (multi-agency safeguarding hub) met. MASH again.",
                "MASH"
            ]
        );
    }

    #[test]
    fn the_words_stand_behind_the_whole_word() {
        assert_eq!(
            told(&["EHCPs, and the MASH-led work; CIN’s"]),
            [
                "EHCPs (education, health and care plans), and the MASH-led (multi-agency safeguarding hub) work; CIN’s \
                 (child in need)"
            ]
        );
    }

    #[test]
    fn part_of_a_word_is_no_acronym_and_the_longest_wins() {
        assert_eq!(
            told(&["MASHED CINEMA éCIN", "CIN census and CIN"]),
            [
                "MASHED CINEMA éCIN",
                "CIN census (children in need census) and CIN (child in need)"
            ]
        );
    }

    #[test]
    fn what_the_writer_has_put_into_words_stays() {
        let texts = [
            "The multi-agency safeguarding hub (MASH) met; EHCP (the plan)",
            "MASH, EHCP",
        ];
        assert_eq!(told(&texts), texts);
    }
}
