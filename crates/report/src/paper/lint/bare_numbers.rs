//! A number without a percent sign, beside the day or month it is said to be of: "1,700 on 31 March 2018", "stood at 900 in
//! March 2018".

use super::amounts::{Amount, Kind, amounts, is_year, month_of};
use super::percent_without_numbers::is_aim;
use super::read::{Number, Sentence};
use super::told;
use crate::paper::Figure;
use waymark_data::{Day, Month};

/// A number that the measure does not have at the time the sentence says it is of, and the figure of that time.
pub(super) fn strange<'a>(
    sentence: &Sentence,
    of_measure: &[&'a Figure],
    also: &dyn Fn(Number) -> bool,
) -> Option<(Amount, &'a Figure)> {
    let times = times(sentence);
    amounts(sentence).into_iter().find_map(|amount| {
        let Kind::Count(number) = amount.kind else {
            return None;
        };
        let wanted = number.digits && is_said_of(sentence, &amount, of_measure);
        if !wanted || is_aim(sentence, amount.at) || told::is_of_things(sentence, amount.end) {
            return None;
        }
        let time = time_of(&amount, &times)?;
        let of_then: Vec<&'a Figure> = of_measure
            .iter()
            .copied()
            .filter(|it| time.is_of(it))
            .collect();
        let known = |it: &&Figure| it.is_hidden() || has(it, number);
        if of_then.iter().any(known) || also(number) {
            return None;
        }
        // All children's comes before a group's.
        let first = of_then.iter().min_by_key(|it| !it.group.is_empty())?;
        Some((amount, *first))
    })
}

/// A day or a month that a sentence names.
#[derive(Clone, Copy, PartialEq)]
enum Time {
    Day(Day),
    Month(Month),
}

impl Time {
    fn is_of(self, figure: &Figure) -> bool {
        match self {
            Self::Day(day) => figure.to == day,
            Self::Month(month) => Month::of(figure.to) == month,
        }
    }
}

/// The days and months it names, with their places.
fn times(sentence: &Sentence) -> Vec<(usize, Time)> {
    let mut found = Vec::new();
    for at in 0..sentence.tokens.len() {
        let year = sentence.number(at + 1).filter(|it| is_year(*it));
        let (Some(month), Some(year)) = (month_of(sentence, at), year) else {
            continue;
        };
        #[allow(clippy::cast_possible_truncation)] // from 1900 to 2100
        let year = year.value as i16;
        let day = at.checked_sub(1).and_then(|it| sentence.number(it));
        let day = day.filter(|it| it.digits && it.places == 0 && it.value <= 31.0);
        #[allow(clippy::cast_possible_truncation)] // up to 31
        let day = day.and_then(|it| Day::new(year, month, it.value as i8));
        let time = match day {
            Some(day) => Time::Day(day),
            None => Time::Month(Month::new(i32::from(year), i32::from(month))),
        };
        found.push((at, time));
    }
    found
}

/// The time nearest behind a number; else the only one of the sentence.
fn time_of(amount: &Amount, times: &[(usize, Time)]) -> Option<Time> {
    let behind = times
        .iter()
        .find(|(at, _)| *at >= amount.end && *at - amount.end <= NEAR);
    match (behind, times) {
        (Some((_, time)), _) | (None, [(_, time)]) => Some(*time),
        _ => None,
    }
}

/// How many words may stand between a number and its time.
const NEAR: usize = 6;

/// Whether a number is said to be the measure's: "were 1,700 on", "stood at 900", "there were 1,700 children looked after".
fn is_said_of(sentence: &Sentence, amount: &Amount, of_measure: &[&Figure]) -> bool {
    let before = sentence.before(amount.at, 1);
    let led = matches!(
        before,
        "was" | "were" | "is" | "are" | "at" | "numbered" | "totalled" | "reached" | ":" | "to"
    );
    // "By 14", "up 14": how much it moved.
    let moved =
        before == "to" && matches!(sentence.before(amount.at, 2), "due" | "close" | "compared");
    let next = sentence.word(amount.end);
    let alone = !next.starts_with(char::is_alphanumeric)
        || matches!(
            next,
            "in" | "on" | "at" | "as" | "by" | "during" | "for" | "and" | "from"
        );
    let titled = || {
        let title = of_measure.first().map(|it| it.title.to_lowercase());
        let title = title.unwrap_or_default();
        let has = |word: &str| word.len() > 2 && title.split(' ').any(|it| it == word);
        let second = sentence.word(amount.end + 1);
        has(next) && (has(second) || matches!(second, "in" | "on" | "at" | "," | "." | "as"))
    };
    led && !moved && (alone || titled())
}

/// Whether it is a number of this figure.
#[allow(clippy::cast_precision_loss)] // counts are far below 2^52
pub(super) fn has(figure: &Figure, number: Number) -> bool {
    let (part, whole) = (figure.numerator, figure.denominator);
    let rest = part.zip(whole).map(|(part, whole)| whole - part);
    figure.value.is_some_and(|it| number.is(it))
        || figure.target.is_some_and(|it| number.is(it))
        || [part, whole, rest]
            .into_iter()
            .flatten()
            .any(|it| number.is(it as f64))
}
