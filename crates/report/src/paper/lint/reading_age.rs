//! A text can be read with ease by those it is for.

use super::read::sentences;
use super::{Context, Finding, Rule, Weight, told};
use crate::paper::Paper;

pub(super) static RULE: Rule = Rule {
    name: "reading-age",
    title: "A text can be read with ease by those it is for",
    page: include_str!("reading_age.md"),
    weight: Weight::Asks,
    find,
};

/// A shorter text has too few words for an average of them to say anything.
const FEWEST_WORDS: usize = 20;

fn find(paper: &Paper, context: &Context<'_>) -> Vec<Finding> {
    told::by_people(paper)
        .filter_map(|(section, text)| {
            let age = reading_age(&text.words).filter(|it| *it > context.reading_age)?;
            Some(RULE.at_text(
                (section, &text),
                format!(
                    "{} asks for a reading age of {age}; {} is the limit.",
                    told::quoted(&text.words),
                    context.reading_age
                ),
                "Make the sentences shorter, and the words plainer.",
            ))
        })
        .collect()
}

/// The age from which a text can be read with ease: its Flesch–Kincaid grade (Kincaid and others, 1975) and five years,
/// because a school's first grade begins at six.
///
/// `0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59 + 5`, rounded. A syllable is a run of vowels (a, e, i, o, u,
/// y); an e that ends a word after a consonant is none, but for "-le"; every word has one. Numbers and words in other
/// scripts than Latin count as one syllable: they are read at a glance, or not by this formula. None under 20 words.
#[must_use]
pub fn reading_age(text: &str) -> Option<u32> {
    let read = sentences(text);
    let mut words = 0_u32;
    let mut syllables = 0_u32;
    for token in read
        .iter()
        .flat_map(|it| &it.tokens)
        .filter(|it| it.is_word())
    {
        words += 1;
        syllables += syllables_of(&token.lower);
    }
    if (words as usize) < FEWEST_WORDS {
        return None;
    }
    let sentences = u32::try_from(read.len().max(1)).ok()?;
    let per_sentence = f64::from(words) / f64::from(sentences);
    let per_word = f64::from(syllables) / f64::from(words);
    let age = 0.39 * per_sentence + 11.8 * per_word - 15.59 + 5.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped to a lifetime
    let age = age.round().clamp(5.0, 99.0) as u32;
    Some(age)
}

fn syllables_of(word: &str) -> u32 {
    let is_vowel = |it: char| matches!(it, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count: u32 = 0;
    let mut was_vowel = false;
    for letter in word.chars() {
        let vowel = is_vowel(letter);
        count += u32::from(vowel && !was_vowel);
        was_vowel = vowel;
    }
    let mut last = word.chars().rev();
    let ends = (last.next(), last.next(), last.next());
    if let (Some('e'), Some(before), third) = ends {
        let sounded = before == 'l' && third.is_some_and(|it| !is_vowel(it));
        if !is_vowel(before) && !sounded {
            count = count.saturating_sub(1);
        }
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_runs_of_vowels_that_are_spoken() {
        for (word, count) in [
            ("child", 1),
            ("table", 2),
            ("time", 1),
            ("assessment", 3),
            ("children", 2),
            ("the", 1),
            ("area", 2),
            ("2017", 1),
        ] {
            assert_eq!(syllables_of(word), count, "{word}");
        }
    }

    /// 20 words, 2 sentences, 20 syllables: 0.39 × 10 + 11.8 − 15.59 + 5 = 5.11.
    #[test]
    fn the_formula_is_worked_by_hand() {
        let plain = "We saw each child in good time. We will see them all once more in a month from now, then stop.";
        assert_eq!(reading_age(plain), Some(5));
        assert_eq!(reading_age("Too short to say."), None);
    }
}
