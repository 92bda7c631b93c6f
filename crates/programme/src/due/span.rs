//! Spans after the meeting ("within two weeks", "in three months' time") and words that name no day ("as soon as possible").

use super::{Due, When, closes, due, point};
use crate::dates::Word;

/// "within two weeks", "within the next month", "in three months", "in a fortnight's time".
pub(super) fn within(text: &str, words: &[Word], at: usize) -> Option<Due> {
    let lead = words[at].text.as_str();
    if !matches!(lead, "within" | "in") {
        return None;
    }
    let (when, last, timed) = length(words, at + 1)?;
    // "in three months' time" is due, and so is "in three months" where a part of the sentence ends with it; "assessed in
    // 45 days" is a limit of a measure.
    let closed = closes(text, words, last);
    let fits = match when {
        When::WithinMonths(_) => lead == "within" || timed || closed,
        When::Within(days) if days % 7 == 0 && !counted_in_days(words, at + 1) => {
            lead == "within" || timed || closed
        }
        When::Within(days) => timed || lead == "within" && days <= 60,
        When::WithinWorkingDays(days) => timed || lead == "within" && closed && days <= 10,
        _ => lead == "within" || closed,
    };
    fits.then(|| due(text, words, at, last, when))
}

fn counted_in_days(words: &[Word], at: usize) -> bool {
    words[at..]
        .iter()
        .take(5)
        .any(|it| matches!(&*it.text, "day" | "days"))
}

/// A span by itself: "in two weeks", "two weeks", "10 working days", "six weeks from now".
pub(super) fn bare(words: &[Word], at: usize) -> Option<(When, usize)> {
    let from = at
        + usize::from(matches!(
            words.get(at)?.text.as_str(),
            "within" | "in" | "over"
        ));
    let (when, mut last, _) = length(words, from)?;
    let after = |last: usize, more: usize| words.get(last + more).map_or("", |it| &*it.text);
    match (after(last, 1), after(last, 2)) {
        ("from", "now" | "today") => last += 2,
        ("of" | "from" | "after", "meeting") => last += 2,
        ("of" | "from" | "after", "the" | "this") if after(last, 3) == "meeting" => last += 3,
        _ => {}
    }
    Some((when, last))
}

/// How long a span is, the number of its last word, and whether it says "time".
fn length(words: &[Word], at: usize) -> Option<(When, usize, bool)> {
    let text = |at: usize| words.get(at).map_or("", |it| it.text.as_str());
    let mut from = at;
    while matches!(text(from), "the" | "next" | "about" | "around" | "another") {
        from += 1;
    }
    let next = text(from.saturating_sub(1)) == "next" && from > at;
    let (number, mut unit) = match (text(from), text(from + 1)) {
        ("a", "couple") if text(from + 2) == "of" => (Some(2), from + 3),
        ("couple", "of") => (Some(2), from + 2),
        ("a", "few") => (None, from + 2),
        ("few" | "coming" | "several", _) => (None, from + 1),
        (word, _) => match count(word) {
            Some(number) => (Some(number), from + 1),
            // "within the next month", "within the month"
            None => (Some(1).filter(|_| from > at), from),
        },
    };
    let working = text(unit) == "working";
    unit += usize::from(matches!(
        text(unit),
        "working" | "calendar" | "clear" | "school"
    ));
    let timed = text(unit + 1) == "time";
    let last = unit + usize::from(timed);
    let word = point::without_s(text(unit));
    let bare_unit = unit == from;
    if !matches!(
        word,
        "day"
            | "days"
            | "week"
            | "weeks"
            | "fortnight"
            | "month"
            | "months"
            | "year"
            | "years"
            | "hours"
            | "hour"
    ) {
        return None;
    }
    let Some(number) = number else {
        return (unit > from).then_some((When::Open, last, timed));
    };
    // "within the week" ends with it; "in the month" is a month of a report.
    if bare_unit && !next {
        let when = match word {
            "week" => When::WeeksOn(0),
            "month" => When::MonthsOn(0, super::Part::Whole),
            _ => return None,
        };
        return (at.checked_sub(1).map(&text) == Some("within")).then_some((when, last, timed));
    }
    let when = match word {
        "day" | "days" if working => When::WithinWorkingDays(u32::try_from(number).ok()?),
        "hour" | "hours" if number % 24 == 0 => When::Within(number / 24),
        "hour" | "hours" => return None,
        "day" | "days" => When::Within(number),
        "week" | "weeks" => When::Within(number.saturating_mul(7)),
        "fortnight" => When::Within(number.saturating_mul(14)),
        "month" | "months" => When::WithinMonths(number),
        _ => When::WithinMonths(number.saturating_mul(12)),
    };
    Some((when, last, timed))
}

fn count(word: &str) -> Option<i32> {
    const NAMES: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    word.parse::<i32>()
        .ok()
        .filter(|it| (1..1000).contains(it))
        .or_else(|| {
            NAMES
                .iter()
                .position(|it| *it == word)
                .and_then(|it| i32::try_from(it).ok())
        })
}

/// Phrases that leave a due open wherever they stand.
const OPEN: &[&str] = &[
    "as soon as possible",
    "as soon as practicable",
    "in due course",
    "asap",
    "ongoing",
    "immediately",
    "with immediate effect",
    "at a later date",
    "at the earliest opportunity",
];

/// Those that do only where nothing else stands beside them.
const OPEN_ALONE: &[&str] = &[
    "on-going",
    "continuous",
    "rolling",
    "immediate",
    "urgently",
    "urgent",
    "shortly",
    "soon",
    "later",
    "a later date",
    "to be confirmed",
    "to be agreed",
    "tbc",
    "tba",
];

/// "as soon as possible", "in due course", "ongoing", "immediately".
pub(super) fn open(text: &str, words: &[Word], at: usize) -> Option<Due> {
    let last = listed(words, at, OPEN).or_else(|| listed(words, at, &["in the new year"]))?;
    Some(due(text, words, at, last, When::Open))
}

/// The same, and what means it only where nothing else stands beside it: "soon", "to be confirmed".
pub(super) fn open_words(words: &[Word], at: usize) -> Option<(When, usize)> {
    let last = listed(words, at, OPEN).or_else(|| listed(words, at, OPEN_ALONE))?;
    Some((When::Open, last))
}

/// The last word of the phrase that begins here.
fn listed(words: &[Word], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases.iter().find_map(|phrase| {
        let mut count = 0;
        for word in phrase.split(' ') {
            if words.get(at + count)?.text != word {
                return None;
            }
            count += 1;
        }
        Some(at + count - 1)
    })
}
