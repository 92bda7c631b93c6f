//! Figures that say how another moved: "down from 501", "from 1,204 to 1,311", "compared with 240 a year before".

use super::{NOUNS, Number, unit_of};
use crate::minutes::item::Unit;
use crate::minutes::wording::{after, find_words};

/// A number that counts something.
#[derive(Clone, Copy)]
pub(super) struct Counted<'a> {
    pub(super) number: &'a Number,
    pub(super) unit: Unit,
    /// First byte after its words.
    pub(super) end: usize,
    /// It is what another figure is compared with.
    pub(super) earlier: bool,
    /// It is of the same thing as the figure before it.
    pub(super) inherits: bool,
}

/// The numbers of a sentence that count something, with those that are only compared with one.
pub(super) fn counted<'a>(sentence: &str, numbers: &'a [Number]) -> Vec<Counted<'a>> {
    let mut found: Vec<Counted<'a>> = Vec::new();
    let numbers = &numbers[..numbers.len().min(500)];
    for (at, number) in numbers.iter().enumerate() {
        // The 10,000 of "per 10,000" is no figure of its own.
        if found.last().is_some_and(|it| number.start < it.end) {
            continue;
        }
        let before = led(sentence, number);
        if let Some((unit, end)) = unit_of(sentence, number) {
            found.push(Counted {
                number,
                unit,
                end,
                earlier: before == Some(Lead::Earlier),
                inherits: false,
            });
            continue;
        }
        let Some(lead) = before.filter(|_| is_plain(sentence, number)) else {
            continue;
        };
        let near = found
            .last()
            .filter(|it| number.start - it.end < 90 && !between(sentence, it.end, number.start));
        let own = match (lead, near) {
            (Lead::To, Some(last)) => last.earlier.then_some((last.unit, true)),
            (Lead::To, None) => None,
            (Lead::Earlier, Some(last)) => Some((last.unit, true)),
            // "rose from 1,204 to 1,311"
            (Lead::Earlier, None) => pair(sentence, number, numbers.get(at + 1)),
        };
        if let Some((unit, inherits)) = own {
            found.push(Counted {
                number,
                unit,
                end: number.end,
                earlier: lead == Lead::Earlier,
                inherits,
            });
        }
    }
    found
}

/// What the words before a number say of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// "down from", "compared with", "previously".
    Earlier,
    /// "to", after a "from".
    To,
}

fn led(sentence: &str, number: &Number) -> Option<Lead> {
    const EARLIER: [&str; 9] = [
        "from",
        "compared with",
        "compared to",
        "against",
        "previously",
        "versus",
        "increase on",
        "decrease on",
        "reduction on",
    ];
    let before = sentence[..number.start].trim_end();
    let ends = |words: &str| {
        before
            .len()
            .checked_sub(words.len())
            .and_then(|it| before.get(it..))
            .is_some_and(|it| it.eq_ignore_ascii_case(words))
            && !before[..before.len() - words.len()].ends_with(char::is_alphanumeric)
    };
    if EARLIER.iter().any(|it| ends(it)) {
        Some(Lead::Earlier)
    } else {
        ends("to").then_some(Lead::To)
    }
}

/// Whether a number stands for itself: no year, no day, no time, and no word after it that it counts.
fn is_plain(sentence: &str, number: &Number) -> bool {
    let words = &sentence[number.start..number.end];
    let year = words.len() == 4 && (1990.0..2050.0).contains(&number.value);
    let rest = sentence[number.end..].trim_start();
    let follows = [
        "in",
        "at",
        "a",
        "last",
        "on",
        "and",
        "to",
        "as",
        "for",
        "the",
        "since",
        "this",
        "over",
        "during",
        "by",
        "between",
        "compared",
        "while",
        "with",
        "when",
        "but",
        "previously",
        "before",
        "earlier",
        "had",
    ];
    !year
        && (!rest.starts_with(char::is_alphanumeric)
            || follows
                .iter()
                .any(|it| rest.starts_with(it) && after(rest, it).is_some()))
        && !rest.starts_with(['/', ':'])
}

/// Whether what stands between two numbers parts them.
fn between(sentence: &str, from: usize, to: usize) -> bool {
    sentence
        .get(from..to)
        .is_none_or(|it| it.contains([';', '?']))
}

/// The unit of "from 612" before "to 745": what the second counts in, or children, people, cases, where the clause says
/// that those are counted.
fn pair(sentence: &str, number: &Number, next: Option<&Number>) -> Option<(Unit, bool)> {
    let next = next?;
    let joined = sentence.get(number.end..next.start)?.trim() == "to";
    if !joined {
        return None;
    }
    if let Some((unit, _)) = unit_of(sentence, next) {
        return Some((unit, false));
    }
    let whole = |it: &Number| it.value.fract() == 0.0 && !sentence[it.start..it.end].contains('.');
    let lower = sentence[..number.start].to_ascii_lowercase();
    let clause = lower.rsplit([';', ':']).next().unwrap_or(&lower);
    let aged = [
        "age", "aged", "ages", "year", "years", "stage", "page", "item",
    ]
    .iter()
    .any(|it| find_words(clause, it).is_some());
    let counts = NOUNS
        .split('|')
        .any(|it| find_words(clause, it.trim()).is_some());
    (is_plain(sentence, next) && whole(number) && whole(next) && counts && !aged)
        .then_some((Unit::Count, false))
}
