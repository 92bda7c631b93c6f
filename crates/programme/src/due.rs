//! Due phrases: "the September Board meeting", "by 9 March 2017", "at a future meeting".
//!
//! The words are kept as written. The day comes from the words alone when they name one; a meeting that is named by its
//! month or as "next" is looked up in the calendar of meetings; whatever cannot be told says why.

use crate::dates::{self, Word};
use waymark_data::{Day, Month};

/// A due phrase of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// As written: "September meeting", "by 9 March 2017".
    pub words: String,
    /// Where it stands in the text that was searched: first byte.
    pub start: usize,
    /// Where it stands: first byte after it.
    pub end: usize,
    /// What it means.
    pub when: When,
}

/// What a due phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A day with its year.
    Day(Day),
    /// A day of the year, without the year: month and day.
    DayOfYear(i8, i8),
    /// The meeting in this month; the year where it is said.
    MeetingIn(i8, Option<i16>),
    /// Some time in this month.
    Month(i8, Option<i16>),
    /// The next meeting.
    NextMeeting,
    /// So many days after the meeting.
    Within(i32),
    /// Words that name no date: "a future meeting", "as soon as possible".
    Open,
}

/// A due phrase worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The day, when it can be told.
    pub day: Option<Day>,
    /// How, or why not, in a sentence.
    pub told: String,
}

impl When {
    /// The day this falls on, seen from a meeting held on `held`, with the days of all meetings known.
    #[must_use]
    pub fn resolve(self, held: Option<Day>, calendar: &[Day]) -> Resolved {
        let found = |day: Day, told: String| Resolved {
            day: Some(day),
            told,
        };
        let open = |told: String| Resolved { day: None, told };
        match self {
            Self::Day(day) => found(day, "The words give the date.".into()),
            Self::DayOfYear(month, day) => match held {
                None => {
                    open("The words give no year, and the day of this meeting is not known.".into())
                }
                Some(held) => (0..2)
                    .filter_map(|more| Day::new(held.date().year() + more, month, day))
                    .find(|it| *it >= held)
                    .map_or_else(
                        || open("There is no such day.".into()),
                        |it| found(it, "The first such day after this meeting.".into()),
                    ),
            },
            Self::MeetingIn(month, year) => {
                let Some(month) = month_from(month, year, held, calendar) else {
                    return open(
                        "The words give no year, and the day of this meeting is not known.".into(),
                    );
                };
                let mut days = calendar
                    .iter()
                    .filter(|it| it.month() == month && held.is_none_or(|held| **it > held));
                match (days.next(), days.next()) {
                    (Some(day), None) => found(
                        *day,
                        format!("The meeting of {} in the calendar.", day.words()),
                    ),
                    (Some(_), Some(_)) => open(format!(
                        "The calendar has more than one meeting in {}.",
                        month.words()
                    )),
                    (None, _) => open(format!("The calendar has no meeting in {}.", month.words())),
                }
            }
            Self::Month(month, year) => month_from(month, year, held, &[]).map_or_else(
                || open("The words give no year, and the day of this meeting is not known.".into()),
                |it| found(it.last(), format!("The last day of {}.", it.words())),
            ),
            Self::NextMeeting => match held {
                None => {
                    open("The day of this meeting is not known, so the next cannot be told.".into())
                }
                Some(held) => calendar.iter().filter(|it| **it > held).min().map_or_else(
                    || open("The calendar has no meeting after this one.".into()),
                    |it| {
                        found(
                            *it,
                            "The first meeting in the calendar after this one.".into(),
                        )
                    },
                ),
            },
            Self::Within(days) => held.map_or_else(
                || open("The day of this meeting is not known.".into()),
                |it| {
                    found(
                        it.plus_days(days),
                        format!("{days} days after this meeting."),
                    )
                },
            ),
            Self::Open => open("The words name no date.".into()),
        }
    }
}

/// The month meant by a month's name: with its year, or the first that is not over when the meeting was held. A month
/// that began before the meeting counts only when the calendar still has a meeting in it.
fn month_from(month: i8, year: Option<i16>, held: Option<Day>, calendar: &[Day]) -> Option<Month> {
    if let Some(year) = year {
        return Some(dates::month_of(year, month));
    }
    let held = held?;
    let this_year = dates::month_of(held.date().year(), month);
    let same = this_year == held.month();
    let later_this_month = calendar
        .iter()
        .any(|it| it.month() == this_year && *it > held);
    Some(
        if this_year > held.month() || (same && (calendar.is_empty() || later_this_month)) {
            this_year
        } else {
            this_year.plus(12)
        },
    )
}

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

/// The first due phrase of a text.
#[must_use]
pub fn read(text: &str) -> Option<Due> {
    let words = dates::words(text);
    let (at, first) = (0..words.len()).find_map(|at| Some((at, phrase_at(text, &words, at)?)))?;
    // "for the September meeting": the meeting says more than the month in it.
    (at..words.len().min(at + 6))
        .filter_map(|at| meeting(text, &words, at))
        .find(|it| it.start < first.end)
        .or(Some(first))
}

/// What words mean that were read as a due phrase before: [`Due::words`].
#[must_use]
pub fn again(words: &str) -> When {
    match read(words) {
        Some(it) => it.when,
        None => date_or_month(words).map_or(When::Open, |it| it.0),
    }
}

fn phrase_at(text: &str, words: &[Word], at: usize) -> Option<Due> {
    meeting(text, words, at)
        .or_else(|| dated(text, words, at))
        .or_else(|| within(text, words, at))
        .or_else(|| open(text, words, at))
}

fn due(text: &str, words: &[Word], first: usize, last: usize, when: When) -> Due {
    let (start, end) = (words[first].start, words[last].end);
    Due {
        words: text[start..end]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        start,
        end,
        when,
    }
}

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
fn meeting(text: &str, words: &[Word], at: usize) -> Option<Due> {
    let word = &words[at];
    let month = capital(text, word)
        .then(|| dates::month_number(&word.text))
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
        let tail = &text[link.end..];
        let (when, end) = date_or_month(tail)?;
        let when = match when {
            When::Month(month, year) => When::MeetingIn(month, year),
            other => other,
        };
        let past = link.text == "of" || before_is(words, at, &["last", "previous", "of", "from"]);
        if past {
            return None;
        }
        let end_at = words.iter().rposition(|it| it.end <= link.end + end)?;
        return Some(due(text, words, with_limit(words, at), end_at, when));
    }
    if before_is(words, at, &["last", "previous", "held"]) {
        return None;
    }
    last = named;
    // The day may follow: "the next meeting on 12 June".
    if let Some(link) = words
        .get(named + 1)
        .filter(|it| matches!(it.text.as_str(), "on" | "in"))
        && let Some((when, end)) = date_or_month(&text[link.end..])
    {
        let end_at = words.iter().rposition(|it| it.end <= link.end + end)?;
        let when = match when {
            When::Month(month, year) => When::MeetingIn(month, year),
            other => other,
        };
        return Some(due(text, words, with_limit(words, at), end_at, when));
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

/// A date or month right at the beginning of a text, and where it ends.
fn date_or_month(tail: &str) -> Option<(When, usize)> {
    let short: String = tail.chars().take(60).collect();
    if let Some(it) = dates::first_date(&short).filter(|it| only_links(&short[..it.start])) {
        let when = it
            .day
            .map_or(When::DayOfYear(it.of_year.0, it.of_year.1), When::Day);
        return Some((when, it.end));
    }
    let (start, end, month, year) = *dates::months(&short).first()?;
    only_links(&short[..start]).then_some((When::Month(month, year), end))
}

/// Whether nothing but words that lead to a date stands here: "the", "Tuesday,", "end of".
fn only_links(text: &str) -> bool {
    dates::words(text).iter().all(|it| {
        it.text.ends_with("day")
            || matches!(
                it.text.as_str(),
                "the"
                    | "end"
                    | "of"
                    | "early"
                    | "late"
                    | "mid"
                    | "beginning"
                    | "start"
                    | "around"
                    | "about"
                    | "or"
                    | "before"
                    | "no"
                    | "later"
                    | "than"
                    | "mon"
                    | "tue"
                    | "wed"
                    | "thu"
                    | "fri"
            )
    })
}

/// "by 9 March 2017", "by the end of March", "in February 2023", "before 3 May", "on 12 June 2018".
fn dated(text: &str, words: &[Word], at: usize) -> Option<Due> {
    let lead = words[at].text.as_str();
    if !matches!(
        lead,
        "by" | "before"
            | "in"
            | "until"
            | "for"
            | "around"
            | "from"
            | "during"
            | "due"
            | "deadline"
            | "on"
    ) {
        return None;
    }
    let tail = &text[words[at].end..];
    if tail.trim_start().starts_with(['.', ',', ';']) {
        return None;
    }
    let (when, end) = date_or_month(tail)?;
    // "in March 2017 there had been" looks back as easily as ahead: the caller knows whether it reads an undertaking.
    let last = words.iter().rposition(|it| it.end <= words[at].end + end)?;
    let first = if matches!(lead, "for" | "on" | "due" | "deadline" | "from") {
        at + 1
    } else {
        at
    };
    Some(due(text, words, first, last, when))
}

/// "within two weeks", "in 28 days".
fn within(text: &str, words: &[Word], at: usize) -> Option<Due> {
    if !matches!(words[at].text.as_str(), "within" | "in") {
        return None;
    }
    let skip = usize::from(matches!(words.get(at + 1)?.text.as_str(), "the" | "next"))
        + usize::from(words.get(at + 2).is_some_and(|it| it.text == "next"));
    let number = number(&words.get(at + 1 + skip)?.text)?;
    let unit = words.get(at + 2 + skip)?;
    let days = match unit.text.as_str() {
        "day" | "days" => 1,
        "week" | "weeks" => 7,
        "month" | "months" => 30,
        "working" => return None,
        _ => return None,
    };
    // "in three months' time" is due; "assessed in 45 days" is a limit of a measure.
    let time = words.get(at + 3 + skip).is_some_and(|it| it.text == "time");
    if words[at].text == "in" && !time {
        return None;
    }
    if days == 1 && number > 60 {
        return None;
    }
    Some(due(
        text,
        words,
        at,
        at + 2 + skip,
        When::Within(number.saturating_mul(days)),
    ))
}

fn number(word: &str) -> Option<i32> {
    const NAMES: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
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

/// "as soon as possible", "in due course", "ongoing", "immediately".
fn open(text: &str, words: &[Word], at: usize) -> Option<Due> {
    const OPEN: [&[&str]; 7] = [
        &["as", "soon", "as", "possible"],
        &["in", "due", "course"],
        &["asap"],
        &["ongoing"],
        &["immediately"],
        &["in", "the", "new", "year"],
        &["at", "a", "later", "date"],
    ];
    let hit = OPEN.iter().find(|phrase| {
        phrase
            .iter()
            .enumerate()
            .all(|(more, it)| words.get(at + more).is_some_and(|word| word.text == **it))
    })?;
    Some(due(text, words, at, at + hit.len() - 1, When::Open))
}

fn capital(text: &str, word: &Word) -> bool {
    text[word.start..]
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests;
