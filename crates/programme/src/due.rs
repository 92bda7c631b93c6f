//! Due phrases: "the September Board meeting", "by 9 March 2017", "at a future meeting".
//!
//! The words are kept as written. The day comes from the words alone when they name one; a meeting that is named by its
//! month or as "next" is looked up in the calendar of meetings; whatever cannot be told says why.

mod meeting;
mod point;
mod resolve;
mod span;

use crate::dates::{self, Word};
use meeting::meeting;
use point::point;
use span::{open, within};
use waymark_data::Day;

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
    /// A day of the month, without the month: "the 31st".
    DayOfMonth(i8),
    /// A day of the week, Monday as 0.
    Weekday(i8),
    /// The week with this month and day in it: "w/c 3 June".
    WeekOf(i8, i8),
    /// The meeting in this month; the year where it is said.
    MeetingIn(i8, Option<i16>),
    /// Some time in this month; the year where it is said.
    Month(i8, Option<i16>, Part),
    /// The month so many months after the meeting's: 0 is "this month".
    MonthsOn(i32, Part),
    /// The week so many weeks after the meeting's.
    WeeksOn(i32),
    /// The quarter so many quarters after the meeting's.
    QuartersOn(i32),
    /// A quarter of a financial year, 1 to 4, and the calendar year that one begins in, where it is said.
    Quarter(i8, Option<i16>),
    /// Easter; the year where it is said.
    Easter(Option<i16>),
    /// The next meeting.
    NextMeeting,
    /// So many days after the meeting.
    Within(i32),
    /// So many months after the meeting.
    WithinMonths(i32),
    /// So many working days after the meeting.
    WithinWorkingDays(u32),
    /// Words that name no date: "a future meeting", "as soon as possible", "the autumn", "next Friday".
    Open,
}

/// Which part of a month is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// "The start of July": its first day.
    Start,
    /// "Early July".
    Early,
    /// "Mid-July".
    Mid,
    /// "The end of July", "in July".
    Whole,
    /// A day of it: "the 31st of this month".
    On(i8),
}

/// A due phrase worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The day, when it can be told.
    pub day: Option<Day>,
    /// How, or why not, in a sentence.
    pub told: String,
}

/// The due phrase of a text: the first, but a date that only stands in it ("the visit on 3 May") gives way to a limit
/// ("by 31 May").
#[must_use]
pub fn read(text: &str) -> Option<Due> {
    let words = dates::words(text);
    let mut first: Option<Due> = None;
    for at in 0..words.len() {
        let Some(found) = phrase_at(text, &words, at) else {
            continue;
        };
        // "for the September meeting": the meeting says more than the month in it.
        let found = (at..words.len().min(at + 6))
            .filter_map(|at| meeting(text, &words, at))
            .find(|it| it.start < found.end)
            .unwrap_or(found);
        match &first {
            None if !is_weak(&found) => return Some(found),
            None => first = Some(found),
            Some(before) if before.end <= found.start && is_limit(&found) => return Some(found),
            Some(_) => {}
        }
    }
    first
}

/// Whether a phrase may be of something else than the deed: "on 3 May", "in March", "ongoing".
fn is_weak(due: &Due) -> bool {
    match due.when {
        When::MeetingIn(..) | When::NextMeeting => false,
        When::Open => !due.words.contains("meeting"),
        _ => !is_limit(due),
    }
}

/// Whether a phrase says until when.
fn is_limit(due: &Due) -> bool {
    let lower = due.words.to_ascii_lowercase();
    let begins = [
        "by ",
        "before ",
        "until ",
        "till ",
        "within ",
        "in time for ",
        "no later than ",
    ];
    due.when != When::Open && begins.iter().any(|it| lower.starts_with(it))
}

/// The due phrase of an action's words: [`read`], or a part of them that is nothing else: "Write to schools – 27 June 2019",
/// "share the data (mid-July)".
#[must_use]
pub fn of_action(text: &str) -> Option<Due> {
    let found = read(text);
    if found.as_ref().is_some_and(|it| !is_weak(it)) {
        return found;
    }
    part_of(text).or(found)
}

/// The last part of a text, between dashes, brackets, bars, commas or stops, that is a due phrase and nothing else.
fn part_of(text: &str) -> Option<Due> {
    // Where parts begin and end: the separator's first byte and the byte after it, and whether it always parts.
    let mut borders = vec![(0, 0, true)];
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let spaced = || {
            text[..at].ends_with(char::is_whitespace)
                || text[next..].starts_with(char::is_whitespace)
        };
        let strong = match c {
            '(' | ')' | '[' | ']' | '|' | ';' | '\n' => true,
            '–' | '—' | '-' if spaced() => true,
            ',' | '.' | ':'
                if text[next..].is_empty() || text[next..].starts_with(char::is_whitespace) =>
            {
                false
            }
            _ => continue,
        };
        borders.push((at, next, strong));
    }
    borders.push((text.len(), text.len(), true));
    // What is due stands near the end.
    let from = borders.len().saturating_sub(12);
    let near = &borders[from..];
    for (number, (_, start, _)) in near.iter().enumerate().rev() {
        let ends = near[number + 1..].iter();
        // Up to the next border that always parts, longest first: "Friday, 14 June".
        let Some(strong) = near[number + 1..].iter().position(|it| it.2) else {
            continue;
        };
        for (end, _, _) in ends.take(strong + 1).rev() {
            let part = &text[*start..(*end).max(*start)];
            // A part that begins behind a comma may belong to a date before it: "Friday, 14 June 2019".
            if part.len() > 80 || part.trim().is_empty() {
                continue;
            }
            if let Some(when) = whole(part) {
                let before = number
                    .checked_sub(1)
                    .filter(|_| !near[number].2)
                    .map(|it| &text[near[it].1..*end])
                    .filter(|it| it.len() < 80 && whole(it).is_some());
                let part = before.unwrap_or(part);
                let when = before.and_then(whole).unwrap_or(when);
                let start = part.trim().as_ptr() as usize - text.as_ptr() as usize;
                return Some(Due {
                    words: part.split_whitespace().collect::<Vec<_>>().join(" "),
                    start,
                    end: start + part.trim().len(),
                    when,
                });
            }
        }
    }
    None
}

/// What words mean that are a due phrase and nothing else, as somebody writes it in a box "By when": "31 May 2018",
/// "1st June", "end of May", "in two weeks", "June meeting". None where any of them is not understood.
#[must_use]
pub fn whole(words: &str) -> Option<When> {
    const LEADS: &str = "by|before|until|till|on|due|for|at|from|deadline|date|to|be|completed|complete|time|target|\
        the|a|our|around|during|over|end|no|not|later|than|latest|timescale|when|ready|back|in";
    const TRAILS: &str = "latest|the|at|please|if|possible|deadline|or|before|earlier|sooner|time|on|by|of|day|close|play";
    let text = with_capital_months(words.trim());
    let tokens = dates::words(&text);
    if tokens.is_empty() || tokens.len() > 14 {
        return None;
    }
    let is_lead = |it: &Word| LEADS.split('|').any(|lead| lead.trim() == it.text);
    let leads = tokens.iter().take_while(|it| is_lead(it)).count();
    let closes = |last: usize| {
        tokens[last + 1..].iter().enumerate().all(|(more, it)| {
            let rest = &text[it.start..];
            TRAILS.split('|').any(|trail| trail == it.text)
                || dates::first_time(rest).is_some_and(|it| it.0 == 0)
                || more > 0 && matches!(&*it.text, "am" | "pm" | "noon" | "midday")
                || it.text == "noon"
        })
    };
    for at in 0..=leads.min(tokens.len() - 1) {
        let found = meeting(&text, &tokens, at)
            .map(|it| {
                let last = tokens.iter().rposition(|word| word.end <= it.end);
                (it.when, last.unwrap_or(at))
            })
            .or_else(|| point(&text, &tokens, at))
            .or_else(|| point::figures(&tokens, at))
            .or_else(|| span::bare(&tokens, at))
            .or_else(|| span::open_words(&tokens, at));
        if let Some((when, last)) = found
            && closes(last)
        {
            return Some(when);
        }
    }
    None
}

/// Months with the capital that whoever types in a hurry leaves out.
fn with_capital_months(text: &str) -> String {
    let mut found = text.to_owned();
    for word in dates::words(text) {
        let inner = word
            .text
            .rsplit('-')
            .find(|it| dates::month_number(point::without_s(it)).is_some());
        if let Some(inner) = inner
            && let Some(at) = word.text.find(inner).map(|it| it + word.start)
            && let Some(first) = found.get_mut(at..at + 1)
        {
            first.make_ascii_uppercase();
        }
    }
    found
}

/// What words mean that are known to be when something is due: [`whole`], else whatever of them is understood.
#[must_use]
pub fn again(words: &str) -> When {
    whole(words)
        .or_else(|| read(words).map(|it| it.when))
        .or_else(|| {
            let mut found = dates::all_dates(words, 2).into_iter();
            let one = found.next().filter(|_| found.next().is_none())?;
            Some(
                one.day
                    .map_or(When::DayOfYear(one.of_year.0, one.of_year.1), When::Day),
            )
        })
        .unwrap_or(When::Open)
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

/// "by 9 March 2017", "by the end of March", "in February 2023", "before 3 May", "on 12 June 2018".
fn dated(text: &str, words: &[Word], at: usize) -> Option<Due> {
    let lead = words[at].text.as_str();
    let limit = matches!(
        lead,
        "by" | "before" | "until" | "till" | "due" | "deadline" | "than"
    );
    if !limit
        && !matches!(
            lead,
            "in" | "for" | "around" | "from" | "during" | "on" | "over"
        )
    {
        return None;
    }
    let tail = &text[words[at].end..];
    if tail.trim_start().starts_with(['.', ',', ';']) {
        return None;
    }
    let (when, last) =
        point(text, words, at + 1).or_else(|| point::figures(words, at + 1).filter(|_| limit))?;
    // "on Monday", "in the third quarter" tell of what was as easily; only a day or a month behind them may be ahead.
    if !limit
        && !matches!(
            when,
            When::Day(_) | When::DayOfYear(..) | When::Month(..) | When::WeekOf(..)
        )
    {
        let ahead =
            matches!(lead, "in" | "during" | "over" | "for" | "on") && closes(text, words, last);
        if !ahead {
            return None;
        }
    }
    // "in March 2017 there had been" looks back as easily as ahead: the caller knows whether it reads an undertaking.
    let first = match lead {
        "for" | "on" | "due" | "deadline" | "from" => at + 1,
        "than" if at >= 2 && words[at - 1].text == "later" => at - 2,
        _ => at,
    };
    Some(due(text, words, first, last, when))
}

/// Whether a part of the text ends behind a word: at its end, a stop, a dash or a bracket.
fn closes(text: &str, words: &[Word], last: usize) -> bool {
    words.get(last + 1).is_none_or(|it| {
        let between = &text[words[last].end..it.start];
        between.contains([',', ';', '.', '–', '—', '(', ')', '[', ']', '|'])
            || between.contains(" - ")
    })
}

fn capital(text: &str, word: &Word) -> bool {
    text[word.start..]
        .chars()
        .next()
        .is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests;
