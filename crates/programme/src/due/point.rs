//! Points in time as a phrase names them behind its preposition: "31 May", "the end of next month", "mid-July", "Easter".

use super::{Part, When};
use crate::dates::{self, Word, date_at, day_number, named_month, year_number};
use waymark_data::Day;

/// What the words from here on mean, and the number of the last of them.
pub(super) fn point(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let from = leading(text, words, at);
    week_of(text, words, from)
        .or_else(|| on_weekday(text, words, from))
        .or_else(|| date(text, words, from))
        .or_else(|| quarter(text, words, from))
        .or_else(|| near_by(text, words, from))
        .or_else(|| in_part(text, words, from))
        .or_else(|| feast(text, words, from))
        .or_else(|| season(text, words, from))
}

/// "1/7", "1-7": a day and a month in figures, which only a limit before it tells from a share.
pub(super) fn figures(words: &[Word], at: usize) -> Option<(When, usize)> {
    let (day, month) = words.get(at)?.text.split_once(['/', '-'])?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    Day::new(2000, month, day)?;
    Some((When::DayOfYear(month, day), at))
}

/// A word without "'s": "July's", "weeks".
pub(super) fn without_s(word: &str) -> &str {
    word.strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word)
}

fn text_at(words: &[Word], at: usize) -> &str {
    words.get(at).map_or("", |it| it.text.as_str())
}

/// Whether a word follows the one before it in the same breath.
fn joined(text: &str, words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|it| words.get(it)) else {
        return true;
    };
    words.get(at).is_some_and(|it| {
        let short = it.start - before.end <= 2 && before.text.len() <= 4;
        text[before.end..it.start].chars().all(|c| {
            c.is_whitespace() || matches!(c, ',' | '\'' | '’' | '‘' | '-') || (c == '.' && short)
        })
    })
}

/// Past the words that only lead to a point: "the", "around", "close of play on", "5pm on", "no later than".
fn leading(text: &str, words: &[Word], mut at: usize) -> usize {
    loop {
        let is = |phrase: &[&str]| {
            phrase
                .iter()
                .enumerate()
                .all(|(more, it)| text_at(words, at + more) == *it)
        };
        let skipped = [
            &["no", "later", "than"][..],
            &["not", "later", "than"],
            &["at", "the", "latest"],
            &["close", "of", "play"],
            &["close", "of", "business"],
            &["end", "of", "play"],
            &["end", "of", "business"],
            &["or", "before"],
            &["at", "latest"],
            &["the"],
            &["around"],
            &["about"],
            &["approximately"],
            &["circa"],
            &["noon"],
            &["midday"],
            &["midnight"],
            &["cop"],
            &["cob"],
            &["on"],
        ]
        .into_iter()
        .find(|it| is(it));
        let time = words.get(at).is_some_and(|it| {
            dates::first_time(&text[it.start..])
                .is_some_and(|found| found.0 == 0 && found.1 == it.end - it.start)
        });
        match skipped {
            Some(phrase) => at += phrase.len(),
            None if time => at += 1,
            None => return at,
        }
    }
}

fn weekday(word: &str) -> Option<i8> {
    const DAYS: [&str; 7] = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let at = DAYS.iter().position(|day| {
        *day == word
            || matches!(word.len(), 3..=5) && word.len() < day.len() && day.starts_with(word)
    })?;
    i8::try_from(at).ok()
}

/// "Friday 14th June", "Friday the 14th", "Friday", "next Friday".
fn on_weekday(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let word = words.get(at)?;
    // Nobody can tell whether the next Friday is the coming one.
    if word.text == "next"
        && weekday(text_at(words, at + 1)).is_some_and(|_| whole_day(words, at + 1))
    {
        return Some((When::Open, at + 1));
    }
    let from = at + usize::from(matches!(&*word.text, "this" | "coming"));
    let day = weekday(text_at(words, from))?;
    let next = from + 1 + usize::from(text_at(words, from + 1) == "the");
    if joined(text, words, from + 1)
        && let Some(found) = date(text, words, next)
    {
        return Some(found);
    }
    if matches!(text_at(words, from + 1), "week" | "fortnight") {
        return Some((When::Open, from + 1));
    }
    whole_day(words, from).then_some((When::Weekday(day), from))
}

/// Whether a weekday is written out: "sat", "sun" and "wed" are other words too.
fn whole_day(words: &[Word], at: usize) -> bool {
    text_at(words, at).ends_with("day")
}

/// "31 May 2018", "31/05/2018", "the 31st".
fn date(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let word = words.get(at)?;
    if let Some((found, next)) = date_at(text, words, at) {
        let when = found
            .day
            .map_or(When::DayOfYear(found.of_year.0, found.of_year.1), When::Day);
        return Some((when, next - 1));
    }
    // "by the 31st", and nothing that could be the 31st behind it
    let day = day_number(&word.text).filter(|_| word.text.ends_with(char::is_alphabetic))?;
    if text_at(words, at + 1) == "of" && matches!(text_at(words, at + 2), "the" | "this" | "next") {
        let next = usize::from(text_at(words, at + 2) == "next");
        return (text_at(words, at + 3) == "month").then_some((
            When::MonthsOn(i32::try_from(next).ok()?, Part::On(day)),
            at + 3,
        ));
    }
    let ends = words.get(at + 1).is_none_or(|it| {
        text[word.end..it.start].contains([',', ';', '–', '—', '(', ')', '|', '.', ':'])
            || text[word.end..it.start].contains(" - ")
    });
    ends.then_some((When::DayOfMonth(day), at))
}

/// "w/c 3 June", "week commencing Monday 3 June", "week ending 7 June".
fn week_of(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let next = text_at(words, at + 1);
    let slash = words
        .get(at + 1)
        .is_some_and(|it| text[words[at].end..it.start] == *"/");
    let (begins, from) = match (text_at(words, at), next) {
        ("w", "c" | "b") if slash => (true, at + 2),
        ("w", "e") if slash => (false, at + 2),
        ("week", "commencing" | "beginning" | "of" | "starting") => (true, at + 2),
        ("week", "ending") => (false, at + 2),
        ("wc", _) => (true, at + 1),
        _ => return None,
    };
    let from = leading(text, words, from);
    let from = from + usize::from(weekday(text_at(words, from)).is_some());
    let (when, last) = date(text, words, from)?;
    Some(match when {
        When::Day(day) if begins => (
            When::Day(
                day.plus_days(4 - i32::from(day.date().weekday().to_monday_zero_offset()).min(4)),
            ),
            last,
        ),
        When::DayOfYear(month, day) if begins => (When::WeekOf(month, day), last),
        other => (other, last),
    })
}

/// "Q3 2019/20", "quarter 3", "the third quarter of 2019/20": quarters of the financial year.
fn quarter(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let at = at + end_of(words, at);
    let at = at + usize::from(text_at(words, at) == "the");
    let (first, second) = (text_at(words, at), text_at(words, at + 1));
    let digit = |it: &str| it.parse::<i8>().ok().filter(|it| (1..=4).contains(it));
    let (number, last) = if let Some(number) = first.strip_prefix('q').and_then(digit) {
        (number, at)
    } else if matches!(first, "quarter" | "qtr")
        && let Some(number) = digit(second)
    {
        (number, at + 1)
    } else {
        let place = ["first", "second", "third", "fourth"]
            .iter()
            .position(|it| *it == first)
            .filter(|_| second == "quarter")?;
        (i8::try_from(place + 1).ok()?, at + 1)
    };
    let of = last + 1 + usize::from(text_at(words, last + 1) == "of");
    let year = words.get(of).filter(|_| joined(text, words, last + 1));
    match year.and_then(|it| Some((year_number(&it.text)?, it.text.contains(['/', '-'])))) {
        Some((year, true)) => Some((When::Quarter(number, Some(year)), of)),
        // "Q3 2019" may be of the calendar's year or of the council's.
        Some((_, false)) => Some((When::Open, of)),
        None => Some((When::Quarter(number, None), last)),
    }
}

/// How many words "end of", "the end of" are.
fn end_of(words: &[Word], at: usize) -> usize {
    let the = usize::from(text_at(words, at) == "the");
    match (text_at(words, at + the), text_at(words, at + the + 1)) {
        ("end", "of") => the + 2,
        ("end", _) => the + 1,
        _ => 0,
    }
}

/// "today", "tomorrow", "next week", "this month", "next quarter", "month end".
fn near_by(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let found = match (text_at(words, at), text_at(words, at + 1)) {
        ("today" | "tonight", _) => return Some((When::Within(0), at)),
        ("tomorrow", _) => return Some((When::Within(1), at)),
        ("month", "end") | ("month's", "end") => (When::MonthsOn(0, Part::Whole), at + 1),
        ("month-end", _) => return Some((When::MonthsOn(0, Part::Whole), at)),
        ("week's", "end") => (When::WeeksOn(0), at + 1),
        ("quarter", "end") => (When::QuartersOn(0), at + 1),
        ("year", "end") => (When::Open, at + 1),
        ("year-end", _) => return Some((When::Open, at)),
        ("this", "week") => (When::WeeksOn(0), at + 1),
        ("next" | "following", "week") => (When::WeeksOn(1), at + 1),
        ("this", "month") => (When::MonthsOn(0, Part::Whole), at + 1),
        ("next" | "following", "month") => (When::MonthsOn(1, Part::Whole), at + 1),
        ("this", "quarter") => (When::QuartersOn(0), at + 1),
        ("next" | "following", "quarter") => (When::QuartersOn(1), at + 1),
        ("this" | "next" | "following", "year") => (When::Open, at + 1),
        _ => return None,
    };
    // "next week's visits" are about something else.
    let own = text_at(words, found.1);
    (joined(text, words, at + 1) && (without_s(own) == own || own == "month's")).then_some(found)
}

/// A part of a month, a week, a quarter or a year: "the end of March", "mid-July", "early in the new year", "end January 2020".
fn in_part(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let (part, mut from) = part(words, at);
    // "mid-July" is one word.
    if part.is_none()
        && let Some(word) = words.get(at)
        && let Some((head, rest)) = word.text.split_once('-')
        && let Some(part) = part_word(head)
    {
        let inner = Word {
            text: rest.to_owned(),
            start: word.end - rest.len(),
            end: word.end,
        };
        let month = named_month(text, &inner)?;
        let (year, last) = year_at(text, words, at + 1).map_or((None, at), |it| (Some(it), at + 1));
        return Some((When::Month(month, year, part), last));
    }
    while part.is_some() && matches!(text_at(words, from), "of" | "the" | "in") {
        from += 1;
    }
    if part.is_some() && !(at + 1..=from).all(|it| joined(text, words, it)) {
        return None;
    }
    let word = words.get(from)?;
    if let Some(month) = named_month(text, word) {
        // "March on" walks; a month without anything else is one where a capital begins it.
        let (year, last) =
            year_at(text, words, from + 1).map_or((None, from), |it| (Some(it), from + 1));
        return Some((When::Month(month, year, part.unwrap_or(Part::Whole)), last));
    }
    let part = part?;
    if let Some(found) = near_by(text, words, from) {
        return Some(match found.0 {
            When::MonthsOn(on, _) => (When::MonthsOn(on, part), found.1),
            When::WeeksOn(_) | When::QuartersOn(_) if part != Part::Whole => (When::Open, found.1),
            other => (other, found.1),
        });
    }
    let (found, last) = match (&*word.text, text_at(words, from + 1)) {
        ("month", _) => (When::MonthsOn(0, part), from),
        ("week", _) if part == Part::Whole => (When::WeeksOn(0), from),
        ("quarter", _) if part == Part::Whole => (When::QuartersOn(0), from),
        ("year", _) => (When::Open, from),
        ("financial", "year") if part == Part::Whole => (When::DayOfYear(3, 31), from + 1),
        ("calendar", "year") if part == Part::Whole => (When::DayOfYear(12, 31), from + 1),
        ("financial" | "calendar" | "academic" | "school" | "municipal" | "civic", "year") => {
            (When::Open, from + 1)
        }
        (year, _) => {
            let number = year_number(year)?;
            let end = match (part == Part::Whole, year.contains(['/', '-'])) {
                (true, true) => Day::new(number + 1, 3, 31),
                (true, false) => Day::new(number, 12, 31),
                (false, _) => None,
            };
            (end.map_or(When::Open, When::Day), from)
        }
    };
    Some((found, last))
}

/// The part that words name, and the number of the word after it.
fn part(words: &[Word], at: usize) -> (Option<Part>, usize) {
    let two = (text_at(words, at), text_at(words, at + 1));
    let found = match two {
        ("first", "week") => (Part::On(7), at + 2),
        ("first", "half") | ("second", "week") => (Part::On(15), at + 2),
        ("last" | "final", "week") | ("second", "half") => (Part::Whole, at + 2),
        (word, _) => match part_word(word) {
            Some(part) => (part, at + 1),
            None => return (None, at),
        },
    };
    (Some(found.0), found.1)
}

fn part_word(word: &str) -> Option<Part> {
    Some(match word {
        "end" | "late" | "later" => Part::Whole,
        "mid" | "middle" => Part::Mid,
        "early" => Part::Early,
        "start" | "beginning" => Part::Start,
        _ => return None,
    })
}

/// The year right behind a month: "2019", "'19".
fn year_at(text: &str, words: &[Word], at: usize) -> Option<i16> {
    let word = words.get(at).filter(|_| joined(text, words, at))?;
    year_number(&word.text).or_else(|| {
        let short: i16 = word.text.parse().ok()?;
        (word.text.len() == 2 && (10..=40).contains(&short)).then_some(2000 + short)
    })
}

/// "Easter", "Christmas 2019".
fn feast(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let day = match text_at(words, at) {
        "easter" => None,
        "christmas" | "xmas" => Some((12, 25)),
        _ => return None,
    };
    if is_time_off(text_at(words, at + 1)) {
        return Some((When::Open, at + 1));
    }
    let year = words
        .get(at + 1)
        .filter(|_| joined(text, words, at + 1))
        .and_then(|it| year_number(&it.text));
    let last = at + usize::from(year.is_some());
    Some(match (day, year) {
        (None, year) => (When::Easter(year), last),
        (Some((month, day)), Some(year)) => (When::Day(Day::new(year, month, day)?), last),
        (Some((month, day)), None) => (When::DayOfYear(month, day), last),
    })
}

fn is_time_off(word: &str) -> bool {
    matches!(
        word,
        "term"
            | "holiday"
            | "holidays"
            | "break"
            | "recess"
            | "half-term"
            | "half"
            | "period"
            | "vacation"
    )
}

/// Times of the year that begin and end on no day: "the autumn", "summer 2019", "the end of term", "half term", "2020".
fn season(text: &str, words: &[Word], at: usize) -> Option<(When, usize)> {
    let (part, mut from) = part(words, at);
    while part.is_some() && matches!(text_at(words, from), "of" | "the" | "in") {
        from += 1;
    }
    from += usize::from(matches!(text_at(words, from), "this" | "next" | "coming"));
    let mut last = match (text_at(words, from), text_at(words, from + 1)) {
        ("spring" | "summer" | "autumn" | "winter" | "whitsun" | "michaelmas", next) => {
            from + usize::from(is_time_off(next))
        }
        ("half", "term") | ("new", "year") => from + 1,
        (
            "academic" | "school" | "financial" | "municipal" | "civic" | "calendar",
            "year" | "term",
        ) => from + 1,
        ("half-term" | "term" | "recess" | "purdah", _) => from,
        ("term's", "end") => from + 1,
        _ => return None,
    };
    if text_at(words, last) == "half" && text_at(words, last + 1) == "term" {
        last += 1;
    }
    let year = words
        .get(last + 1)
        .filter(|_| joined(text, words, last + 1))
        .and_then(|it| year_number(&it.text));
    Some((When::Open, last + usize::from(year.is_some())))
}
