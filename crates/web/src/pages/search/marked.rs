//! Words found in a text, marked; and the piece of a long text round the first of them.

use std::ops::Range;
use waymark_govuk::{Content, Html};

/// The words of a search, in small letters, those in quotation marks as one.
pub(super) struct Words(Vec<String>);

/// How many characters of a text are shown round a word.
const AROUND: usize = 90;

impl Words {
    pub(super) fn of(text: &str) -> Self {
        Self(waymark_programme::search_words(text))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text holds every one of them.
    pub(super) fn all_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        !self.0.is_empty() && self.0.iter().all(|it| text.contains(it))
    }

    /// Whether a text holds any of them.
    pub(super) fn any_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.0.iter().any(|it| text.contains(it))
    }

    /// Those that a text does not hold.
    pub(super) fn not_in(&self, text: &str) -> Self {
        let text = text.to_lowercase();
        Self(
            self.0
                .iter()
                .filter(|it| !text.contains(it.as_str()))
                .cloned()
                .collect(),
        )
    }

    /// A text with every one of them marked, everything escaped.
    pub(super) fn mark(&self, text: &str) -> Html {
        let mut out = String::new();
        let mut done = 0;
        for found in self.places(text) {
            out.push_str(&escaped(&text[done..found.start]));
            out.push_str("<mark>");
            out.push_str(&escaped(&text[found.clone()]));
            out.push_str("</mark>");
            done = found.end;
        }
        out.push_str(&escaped(&text[done..]));
        Html::new(out)
    }

    /// Where they stand in a text, in order and without overlap. Small letters may take more bytes than large ones, so
    /// each is held against the letter it came from.
    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut small = String::new();
        let mut from: Vec<usize> = Vec::new();
        for (at, letter) in text.char_indices() {
            for lower in letter.to_lowercase() {
                from.extend(std::iter::repeat_n(at, lower.len_utf8()));
                small.push(lower);
            }
        }
        from.push(text.len());
        let mut places: Vec<Range<usize>> = self
            .0
            .iter()
            .flat_map(|word| {
                small
                    .match_indices(word.as_str())
                    .map(|(at, found)| {
                        let last = from[at + found.len() - 1];
                        let letter = text[last..].chars().next().map_or(0, char::len_utf8);
                        from[at]..last + letter
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
        places.sort_by_key(|it| (it.start, std::cmp::Reverse(it.end)));
        let mut end = 0;
        places.retain(|it| {
            let free = it.start >= end;
            if free {
                end = it.end;
            }
            free
        });
        places
    }
}

/// The piece of a text round the first of the words, marked; the beginning where it holds none.
pub(super) fn snippet(text: &str, words: &Words) -> Html {
    let first = words.places(text).first().map_or(0, |it| it.start);
    let before = text[..first].chars().count().saturating_sub(AROUND);
    let piece: String = text.chars().skip(before).take(AROUND * 2 + 40).collect();
    let whole = before == 0 && piece.len() == text.len();
    let marked = words.mark(&piece);
    if whole {
        return marked;
    }
    let start = if before > 0 { "… " } else { "" };
    let rest = text.chars().count() > before + piece.chars().count();
    let end = if rest { " …" } else { "" };
    Html::new(format!("{start}{marked}{end}"))
}

fn escaped(text: &str) -> String {
    Content::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_in_any_case_and_everything_else_is_escaped() {
        let words = Words::of("school <b>");
        assert_eq!(
            words.mark("Write to every SCHOOL <b>now</b>").0,
            "Write to every <mark>SCHOOL</mark> <mark>&lt;b&gt;</mark>now&lt;/b&gt;"
        );
        assert!(words.all_in("<B>School"));
        assert!(!words.all_in("School"));
    }

    #[test]
    fn letters_that_grow_when_small_are_marked_whole() {
        // İ is two letters when small, the dotted i and a dot above.
        assert_eq!(Words::of("zmir").mark("İzmir").0, "İ<mark>zmir</mark>");
        assert_eq!(Words::of("i").mark("İ").0, "<mark>İ</mark>");
        assert_eq!(Words::of("🙂").mark("a🙂b").0, "a<mark>🙂</mark>b");
    }

    #[test]
    fn a_long_text_is_cut_round_the_word() {
        let text = format!("{}needle{}", "hay ".repeat(100), " straw".repeat(100));
        let found = snippet(&text, &Words::of("needle")).0;
        assert!(found.starts_with("… "), "{found}");
        assert!(found.contains("<mark>needle</mark>"), "{found}");
        assert!(found.ends_with(" …"), "{found}");
        assert!(found.chars().count() < 300);
    }
}
