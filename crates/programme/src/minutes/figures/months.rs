//! Which month each figure of a sentence is of: a month named beside a figure counts for that figure.

use super::moved::Counted;
use super::said_of::month_of;
use waymark_data::{Day, Month};

/// A month of a sentence: first byte, first byte after it, month, year where one stands beside it.
pub(super) type Named = (usize, usize, i8, Option<i16>);

/// The period of each figure: its words, and the month where it is clear which year's.
pub(super) fn periods(
    sentence: &str,
    months: &[Named],
    counted: &[Counted<'_>],
    held: Option<Day>,
) -> Vec<(Option<String>, Option<Month>)> {
    let beside: Vec<Option<Beside>> = months
        .iter()
        .map(|it| beside(sentence, it, counted))
        .collect();
    counted
        .iter()
        .enumerate()
        .map(|(figure, it)| {
            let own = beside
                .iter()
                .enumerate()
                .filter_map(|(month, it)| {
                    it.filter(|it| it.figure == figure)
                        .map(|it| (it.cost, month))
                })
                .min()
                .map(|it| it.1);
            let month = own.or_else(|| {
                (!it.earlier)
                    .then(|| shared(sentence, months, counted, &beside, it.number.start))
                    .flatten()
            });
            month.map_or((None, None), |it| month_of(sentence, months, it, held))
        })
        .collect()
}

/// The figure that a month stands beside.
#[derive(Clone, Copy)]
struct Beside {
    figure: usize,
    /// How much stands between: 0 is "81% April", "April 81%" and "81% in April".
    cost: usize,
}

/// The figure a month stands beside, before it or after it: the one that less stands between.
fn beside(sentence: &str, month: &Named, counted: &[Counted<'_>]) -> Option<Beside> {
    // No more than this stands between a figure and the month after it: "91.1% of visits to children looked after in March".
    const AFTER: usize = 12;
    const BEFORE: usize = 30;
    let before = counted
        .iter()
        .rposition(|it| it.end <= month.0)
        .map(|it| Beside {
            figure: it,
            cost: following(&sentence[counted[it].end..month.0]),
        })
        .filter(|it| it.cost < AFTER);
    let after = counted
        .iter()
        .position(|it| it.number.start >= month.1)
        .map(|it| Beside {
            figure: it,
            cost: between(&sentence[month.1..counted[it].number.start], false),
        })
        .filter(|it| it.cost < BEFORE && !counted[it.figure].earlier);
    match (before, after) {
        (Some(before), Some(after)) if after.cost < before.cost => Some(after),
        (Some(before), _) => Some(before),
        (None, after) => after,
    }
}

/// How far a month stands behind a figure. "76% of conferences were held within 15 working days in October (target 90%)":
/// "in" leads back to it, however many words of the same clause stand between.
fn following(gap: &str) -> usize {
    const BACK: [&str; 8] = [
        "in",
        "at",
        "during",
        "for",
        "to",
        "ending",
        "throughout",
        "by",
    ];
    let cost = between(gap, true);
    if cost == usize::MAX {
        return cost;
    }
    let last = gap
        .split(|c: char| !c.is_alphabetic())
        .rfind(|it| !it.is_empty())
        .unwrap_or_default();
    let one_clause = !gap.contains(['(', ')', ',', ';', ':', '–', '—', '?'])
        && gap
            .split_whitespace()
            .all(|it| !PARTS.contains(&it.to_lowercase().as_str()) || it == "to");
    if one_clause && BACK.contains(&last) {
        cost.min(2)
    } else {
        cost
    }
}

const PARTS: [&str; 14] = [
    "and", "but", "while", "whilst", "against", "versus", "compared", "from", "than", "with", "up",
    "down", "whereas", "to",
];

/// How far words part a figure from a month. `leads`: the figure comes first.
fn between(gap: &str, leads: bool) -> usize {
    // Nobody reads so far for a month.
    if gap.len() > 400 {
        return usize::MAX;
    }
    const SMALL: [&str; 20] = [
        "in", "at", "on", "for", "during", "by", "as", "of", "the", "end", "year", "month",
        "months", "quarter", "ending", "ended", "to", "a", "th", "st",
    ];
    let marks: usize = gap
        .chars()
        .map(|it| match it {
            ';' | '?' | '!' | '.' => 30,
            ')' => 12,
            ',' => 10,
            ':' => 6,
            // A month before a bracket is not of what stands in it.
            '(' if !leads => 12,
            '(' | '–' | '—' => 4,
            _ => 0,
        })
        .sum();
    let words: usize = gap
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .map(|word| {
            let word = word.to_lowercase();
            let small =
                SMALL.contains(&word.as_str()) || word.bytes().all(|it| it.is_ascii_digit());
            let parts = PARTS.contains(&word.as_str());
            match (leads, small, parts) {
                (true, true, _) | (false, true, false) => 0,
                (_, _, true) => 10,
                _ => 1,
            }
        })
        .sum();
    marks + words
}

/// The month that the figures of a sentence share: its only one, before them all or after words that all go with
/// ("84% of reviews and 91% of visits in March"). One right beside a figure, or in a bracket, is of that figure alone.
fn shared(
    sentence: &str,
    months: &[Named],
    counted: &[Counted<'_>],
    beside: &[Option<Beside>],
    figure: usize,
) -> Option<usize> {
    let ([month], [owner]) = (months, beside) else {
        return None;
    };
    let inside = |at: usize| {
        let lead = &sentence[..at];
        lead.matches('(').count() > lead.matches(')').count()
    };
    let bracket = inside(month.0);
    let leading = counted.first().is_some_and(|it| month.1 <= it.number.start);
    let loose =
        owner.is_none_or(|it| it.cost > 0 && !counted[it.figure].earlier) && !inside(figure);
    (!bracket && (leading || loose)).then_some(0)
}
