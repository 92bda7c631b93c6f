//! Shares of one whole in a sentence or a list: "60% (60 of 100) were good, 30% (30 of 100) required improvement and …".

use super::amounts::{Kind, amounts};
use super::read::Sentence;

/// Fewer shares of a whole are named without the rest being meant.
const FEWEST: usize = 3;

/// What the shares of one whole make, where they stand as all of its bands and do not make it: the sum of the parts, and the
/// whole.
pub(super) fn off(sentences: &[Sentence]) -> Option<(i64, i64)> {
    let mut parts: Vec<f64> = Vec::new();
    let mut of: Option<f64> = None;
    for sentence in sentences {
        if sentence.has_any(PARTLY) {
            return None;
        }
        let mut verbs = 0;
        for amount in amounts(sentence) {
            let Kind::OutOf {
                part,
                whole,
                counted: true,
            } = amount.kind
            else {
                continue;
            };
            // Another whole, or the same share again: no bands.
            if of.is_some_and(|it| it != whole) {
                return None;
            }
            of = Some(whole);
            parts.push(part);
            // "70% had a plan, 60% had a review": a child may have both.
            let after = (amount.end..amount.end + 4).map(|at| sentence.word(at));
            verbs += usize::from(after.into_iter().any(|it| HAS.contains(&it)));
        }
        if verbs > 1 {
            return None;
        }
    }
    let whole = of.filter(|_| parts.len() >= FEWEST)?;
    let sum: f64 = parts.iter().sum();
    // Far less than the whole are some of its bands: "the three who refer most".
    #[allow(clippy::cast_possible_truncation)] // counts
    (sum != whole && sum >= whole * 0.8).then_some((sum as i64, whole as i64))
}

/// Words that say that not every band is named, or that bands overlap.
const PARTLY: &[&str] = &[
    "including",
    "mainly",
    "most",
    "main",
    "top",
    "largest",
    "rest",
    "others",
    "remaining",
    "remainder",
    "also",
    "both",
    "more than one",
    "of these",
    "of them",
    "of whom",
    "of which",
    "compared with",
    "than",
    "since",
    "from",
];
const HAS: &[&str] = &[
    "had", "have", "has", "with", "knew", "know", "saw", "received", "got",
];

#[cfg(test)]
mod tests {
    use super::super::read::sentences;
    use super::*;

    #[test]
    fn the_shares_of_a_whole_make_it() {
        let read = |text: &str| off(&sentences(text));
        assert_eq!(
            read("60% (60 of 100) were good, 30% (30 of 100) fair and 20% (20 of 100) poor."),
            Some((110, 100))
        );
        assert_eq!(
            read("50% (50 of 100) were good, 30% (30 of 100) fair and 15% (15 of 100) poor."),
            Some((95, 100))
        );
        for text in [
            "50% (50 of 100) were good, 30% (30 of 100) fair and 20% (20 of 100) poor.",
            "70% (70 of 100) had a plan, 60% (60 of 100) had a review and 50% (50 of 100) had a visit.",
            "60% (60 of 100) were good and 30% (30 of 100) fair.",
            "The top three: police 40 of 100, schools 30 of 100 and health 20 of 100.",
            "60% (60 of 100) were late in the North, 30% (27 of 90) in the South and 20% (20 of 100) in the West.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
