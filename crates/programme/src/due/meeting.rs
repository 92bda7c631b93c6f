//! Meetings that a phrase names: "the September Board meeting", "a future meeting", "Committee meeting on 25 April 2022".

use super::point::{point, without_s};
use super::{Due, When, capital, due};
use crate::dates::{self, Word};

const BODIES: [&str; 14] = [
    "board",
    "committee",
    "panel",
    "cabinet",
    "group",
    "council",
    "partnership",
    "executive",
    "forum",
    "scrutiny",
    "subcommittee",
    "sub-committee",
    "commission",
    "trust",
];

/// Where a phrase begins that is about `at`: "by the" and "in time for the" belong to it, "at the" does not.
fn with_limit(words: &[Word], at: usize) -> usize {
    let mut first = at;
    while first > 0
        && matches!(
            words[first - 1].text.as_str(),
            "the" | "a" | "our" | "its" | "this"
        )
    {
        first -= 1;
    }
    let before = |back: usize| {
        first
            .checked_sub(back)
            .map_or("", |it| words[it].text.as_str())
    };
    if matches!(before(1), "by" | "before" | "until") {
        return first - 1;
    }
    if before(1) == "for" && before(2) == "time" && before(3) == "in" {
        return first - 3;
    }
    at
}

/// "next Board meeting", "a future meeting", "September meeting", "November 2017 Improvement Board meeting",
/// "Committee meeting on 25 April 2022".
pub(super) fn meeting(text: &str, words: &[Word], at: usize) -> Option<Due> {
    let word = &words[at];
    let month = capital(text, word)
        .then(|| dates::month_number(without_s(&word.text)))
        .flatten();
    let opens = matches!(
        word.text.as_str(),
        "next" | "future" | "following" | "forthcoming" | "upcoming" | "later" | "subsequent"
    );
    let body = capital(text, word) && BODIES.contains(&word.text.as_str());
    if month.is_none() && !opens && !body && word.text != "meeting" {
        return None;
    }
    let year = month
        .and_then(|_| words.get(at + 1))
        .and_then(|it| dates::year_number(&it.text));
    let mut last = at + usize::from(year.is_some());
    let mut named = None;
    // Up to six words of a body's name may stand before "meeting": "November 2017 Improvement Board meeting".
    for place in at..words.len().min(last + 8) {
        // "in September – Improvement Board": another part of the sentence names somebody else.
        let between = place
            .checked_sub(1)
            .filter(|_| place > last)
            .map_or("", |it| &text[words[it].end..words[place].start]);
        let ends = [
            '.', ';', ':', '?', '!', ',', '–', '—', '(', ')', '[', ']', '|', '/',
        ];
        if between.contains(ends) || between.contains(" - ") {
            break;
        }
        let it = &words[place];
        if matches!(it.text.as_str(), "meeting" | "meetings") {
            named = Some(place);
            break;
        }
        if place > last
            && !capital(text, it)
            && !matches!(
                it.text.as_str(),
                "board"
                    | "committee"
                    | "of"
                    | "the"
                    | "and"
                    | "scheduled"
                    | "improvement"
                    | "panel"
                    | "cabinet"
            )
        {
            break;
        }
        if place > last && BODIES.contains(&it.text.as_str()) && named.is_none() {
            // "a future Board", "the November Board": a meeting without the word.
            named = Some(place);
        }
    }
    let named = named?;
    let is_meeting = matches!(words[named].text.as_str(), "meeting" | "meetings");
    if is_meeting && !opens && month.is_none() {
        // "Committee meeting on 25 April 2022", "meeting in March"
        let link = words
            .get(named + 1)
            .filter(|it| matches!(it.text.as_str(), "on" | "in" | "of"))?;
        let (when, end_at) = point(text, words, named + 2)?;
        let past = link.text == "of" || before_is(words, at, &["last", "previous", "of", "from"]);
        if past {
            return None;
        }
        return Some(due(
            text,
            words,
            with_limit(words, at),
            end_at,
            in_month(when),
        ));
    }
    if before_is(words, at, &["last", "previous", "held"]) {
        return None;
    }
    last = named;
    // The day may follow: "the next meeting on 12 June".
    if words
        .get(named + 1)
        .is_some_and(|it| matches!(it.text.as_str(), "on" | "in"))
        && let Some((when, end_at)) = point(text, words, named + 2)
    {
        return Some(due(
            text,
            words,
            with_limit(words, at),
            end_at,
            in_month(when),
        ));
    }
    let when = match (month, word.text.as_str()) {
        (Some(month), _) => When::MeetingIn(month, year),
        (None, "next" | "following" | "forthcoming" | "upcoming") => When::NextMeeting,
        _ => When::Open,
    };
    let first = with_limit(words, at);
    Some(due(text, words, first, last, when))
}

fn before_is(words: &[Word], at: usize, any: &[&str]) -> bool {
    at.checked_sub(1).is_some_and(|it| {
        any.contains(&words[it].text.as_str())
            || (matches!(words[it].text.as_str(), "the" | "this" | "a")
                && it > 0
                && any.contains(&words[it - 1].text.as_str()))
    })
}

/// The meeting in a month that was named after it.
fn in_month(when: When) -> When {
    match when {
        When::Month(month, year, _) => When::MeetingIn(month, year),
        other => other,
    }
}
