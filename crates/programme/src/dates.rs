//! Dates and times as councils write them.

use waymark_data::{Day, Month};

/// A word of a text, lower-case and without the punctuation around it, and where it stands.
pub(crate) struct Word {
    /// Lower-case, without surrounding punctuation.
    pub(crate) text: String,
    /// First byte.
    pub(crate) start: usize,
    /// First byte after it.
    pub(crate) end: usize,
}

/// The words of a text. A hyphen or an apostrophe within a word belongs to it; so do the `/` of a date and the `.` and `:` of a time.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    let inner = |at: usize, c: char| {
        let next = text[at + c.len_utf8()..].chars().next();
        match c {
            '\'' | '’' | '-' => next.is_some_and(char::is_alphanumeric),
            '/' | '.' | ':' => {
                next.is_some_and(|it| it.is_ascii_digit())
                    && text[..at].ends_with(|it: char| it.is_ascii_digit())
            }
            _ => false,
        }
    };
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
        } else if let Some(from) = start
            && !inner(at, c)
        {
            found.push(word(text, from, at));
            start = None;
        }
    }
    if let Some(from) = start {
        found.push(word(text, from, text.len()));
    }
    found
}

fn word(text: &str, start: usize, end: usize) -> Word {
    Word {
        text: text[start..end].to_ascii_lowercase(),
        start,
        end,
    }
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month's name, from 1; "Sept" and "Jan" count. "may" and "march" in lower case are verbs more often.
pub(crate) fn month_number(word: &str) -> Option<i8> {
    let word = word.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| {
        *month == word || word == month[..3] || (word == "sept" && *month == "september")
    })?;
    i8::try_from(at + 1).ok()
}

/// A day's number: "10", "10th".
pub(crate) fn day_number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let tail = &word[digits.len()..];
    let day: i8 = digits.parse().ok()?;
    (matches!(tail, "" | "st" | "nd" | "rd" | "th") && (1..=31).contains(&day)).then_some(day)
}

/// A year in four digits; "2015/16" is read as its first.
pub(crate) fn year_number(word: &str) -> Option<i16> {
    let first = word.split('/').next()?;
    let year: i16 = first.parse().ok()?;
    (first.len() == 4 && (1900..2100).contains(&year)).then_some(year)
}

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// First byte.
    pub(crate) start: usize,
    /// First byte after it.
    pub(crate) end: usize,
    /// The day, when a year is given.
    pub(crate) day: Option<Day>,
    /// Month and day without a year, as in "25 April".
    pub(crate) of_year: (i8, i8),
}

/// The first date of a text: "Tuesday, 10th October, 2017", "10 October 2017", "23/05/2022" (day first), "2018-03-31",
/// "Tue Mar 17 2015", "October 10, 2017", "25 April" (without its year).
pub(crate) fn first_date(text: &str) -> Option<Dated> {
    all_dates(text, 1).into_iter().next()
}

/// The first dates of a text, at most this many.
pub(crate) fn all_dates(text: &str, most: usize) -> Vec<Dated> {
    let words = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() && found.len() < most {
        match date_at(text, &words, at) {
            Some((date, next)) => {
                found.push(date);
                at = next;
            }
            None => at += 1,
        }
    }
    found
}

/// The date that begins at a word, and the number of the word after it.
pub(crate) fn date_at(text: &str, words: &[Word], at: usize) -> Option<(Dated, usize)> {
    let word = &words[at];
    let dated = |day: i8, month: i8, year: Option<i16>, last: usize| {
        let found = match year {
            Some(year) => Some(Day::new(year, month, day)?),
            None => {
                Day::new(2000, month, day)?;
                None
            }
        };
        Some((
            Dated {
                start: word.start,
                end: words[last].end,
                day: found,
                of_year: (month, day),
            },
            last + 1,
        ))
    };
    let parts: Vec<&str> = word.text.split(['/', '.']).collect();
    if let [day, month, year] = parts[..]
        && let (Ok(day), Ok(month), Ok(year)) = (day.parse(), month.parse(), year.parse::<i16>())
    {
        return dated(day, month, Some(in_full(year)), at);
    }
    let parts: Vec<&str> = word.text.split('-').collect();
    // "31-05-2018", "31-May-18"
    if let [day, month, year] = parts[..]
        && let Some(day) = day_number(day)
        && let Some(month) = month.parse().ok().or_else(|| month_number(month))
        && let Some(year) = year.parse().ok().filter(|_| matches!(year.len(), 2 | 4))
    {
        return dated(day, month, Some(in_full(year)), at);
    }
    if let [year, month, day] = parts[..]
        && let (Some(year), Ok(month), Ok(day)) = (year_number(year), month.parse(), day.parse())
    {
        return dated(day, month, Some(year), at);
    }
    let next = words.get(at + 1)?;
    let year_after = |place: usize| {
        words
            .get(place)
            .filter(|it| near(text, &words[place - 1], it))
            .and_then(|it| year_number(&it.text).or_else(|| short_year(text, words, place)))
    };
    if let (Some(day), Some(month)) = (day_number(&word.text), named_month(text, next)) {
        if !near(text, word, next) {
            return None;
        }
        let year = year_after(at + 2);
        return dated(
            day,
            month,
            year,
            if year.is_some() { at + 2 } else { at + 1 },
        );
    }
    // "10th of October 2017"
    if let Some(day) = day_number(&word.text)
        && next.text == "of"
        && let Some(month) = words.get(at + 2).and_then(|it| named_month(text, it))
    {
        let year = year_after(at + 3);
        return dated(
            day,
            month,
            year,
            if year.is_some() { at + 3 } else { at + 2 },
        );
    }
    // "Mar 17 2015", "October 10, 2017"
    if let (Some(month), Some(day)) = (named_month(text, word), day_number(&next.text))
        && near(text, word, next)
        && let Some(year) = year_after(at + 2)
    {
        return dated(day, month, Some(year), at + 2);
    }
    // "May 31st": a number with its ending is no year.
    if let (Some(month), Some(day)) = (named_month(text, word), day_number(&next.text))
        && near(text, word, next)
        && next.text.ends_with(|c: char| c.is_ascii_alphabetic())
    {
        return dated(day, month, None, at + 1);
    }
    None
}

/// A year of two digits is one of this century.
fn in_full(year: i16) -> i16 {
    if year < 100 { 2000 + year } else { year }
}

/// The year in two digits after a day and a month: "31 May ’18", and "31 May 18" where nothing is counted by it.
fn short_year(text: &str, words: &[Word], place: usize) -> Option<i16> {
    let word = &words[place];
    let year: i16 = word.text.parse().ok().filter(|it| (10..=60).contains(it))?;
    let marked = text[..word.start].ends_with(['\'', '’', '‘']);
    let closed = words.get(place + 1).is_none_or(|it| {
        text[word.end..it.start].contains(|c: char| !(c.is_whitespace() || c == '\u{a0}'))
    });
    (word.text.len() == 2 && (marked || closed)).then_some(2000 + year)
}

/// Whether nothing but spaces and a comma stands between two words.
fn near(text: &str, one: &Word, other: &Word) -> bool {
    text[one.end..other.start]
        .chars()
        .all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '\'' | '’' | '‘'))
}

/// The month that a word names with a capital.
pub(crate) fn named_month(text: &str, word: &Word) -> Option<i8> {
    text[word.start..]
        .chars()
        .next()
        .filter(|c| c.is_uppercase())?;
    month_number(&word.text)
}

/// A month found in a text: its first byte, its end, its number and its year where given.
pub(crate) fn months(text: &str) -> Vec<(usize, usize, i8, Option<i16>)> {
    let words = words(text);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(month) = named_month(text, word) else {
            continue;
        };
        let year = words
            .get(at + 1)
            .filter(|it| near(text, word, it))
            .and_then(|it| {
                year_number(&it.text).or_else(|| {
                    let short: i16 = it.text.trim_start_matches('\'').parse().ok()?;
                    // "Jan 16" is January 2016; "May 3" is a day.
                    (it.text.len() == 2 && (10..=40).contains(&short)).then_some(2000 + short)
                })
            });
        let end = if year.is_some() {
            words[at + 1].end
        } else {
            word.end
        };
        found.push((word.start, end, month, year));
    }
    found
}

/// A month of a year.
pub(crate) fn month_of(year: i16, month: i8) -> Month {
    Month::new(i32::from(year), i32::from(month))
}

/// The first time of day in a text, as "14:30", and where it ends: "2.30 pm", "11:20am", "6.30 p.m.", "10 am", "14:00".
pub(crate) fn first_time(text: &str) -> Option<(usize, usize, String)> {
    let lower = text.to_ascii_lowercase();
    let bytes = lower.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_digit() {
            at += 1;
        }
        if at - start > 2 || (start > 0 && matches!(bytes[start - 1], b'.' | b'/' | b':')) {
            continue;
        }
        let hour: u32 = lower[start..at].parse().unwrap_or(99);
        let mut end = at;
        let mut minute = None;
        if end < bytes.len() && matches!(bytes[end], b'.' | b':') {
            let digits = lower[end + 1..]
                .bytes()
                .take_while(u8::is_ascii_digit)
                .count();
            if digits == 2 {
                minute = lower[end + 1..end + 3].parse::<u32>().ok();
                end += 3;
            }
        }
        let rest = &lower[end..];
        let trimmed = rest.trim_start();
        let half = ["am", "a.m.", "a.m", "pm", "p.m.", "p.m", "noon"]
            .into_iter()
            .find(|it| trimmed.starts_with(it));
        let colon = minute.is_some() && bytes[at] == b':';
        let hours = match half.map(|it| &it[..1]) {
            Some("a") if hour == 12 => Some(0),
            Some("p") if hour < 12 => Some(hour + 12),
            Some(_) => Some(hour),
            None if colon => Some(hour),
            None => None,
        };
        if let Some(hours) = hours.filter(|it| *it < 24)
            && minute.unwrap_or(0) < 60
        {
            let end = half.map_or(end, |it| end + (rest.len() - trimmed.len()) + it.len());
            return Some((start, end, format!("{hours:02}:{:02}", minute.unwrap_or(0))));
        }
        at = at.max(end);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> String {
        first_date(text).map_or_else(
            || "none".into(),
            |it| {
                it.day
                    .map_or_else(|| format!("{:?}", it.of_year), |day| day.to_string())
            },
        )
    }

    #[test]
    fn dates_as_councils_write_them() {
        assert_eq!(
            day("held on Tuesday, 10th October, 2017 at 2.30 pm"),
            "2017-10-10"
        );
        assert_eq!(day("Monday, 17th December, 2018 6.30 p.m."), "2018-12-17");
        assert_eq!(day("23/05/2022 - Scrutiny"), "2022-05-23");
        assert_eq!(day("Tue Mar 17 2015"), "2015-03-17");
        assert_eq!(day("on 25 April 2022"), "2022-04-25");
        assert_eq!(day("by 9 March"), "(3, 9)");
        for plain in [
            "31/05/2018",
            "31/5/18",
            "31.05.18",
            "31-05-2018",
            "31-May-18",
            "31 May 18",
            "31 May ’18, at the latest",
            "Thurs 31st May 2018",
            "31st of May, 2018",
            "May 31st, 2018",
            "2018-05-31",
        ] {
            assert_eq!(day(plain), "2018-05-31", "{plain}");
        }
        assert_eq!(day("by May 31st"), "(5, 31)");
        assert_eq!(day("On 31 May 18 children waited"), "(5, 31)");
        assert_eq!(day("31 February 2018"), "none");
        assert_eq!(day("there were 10 may be more"), "none");
    }

    #[test]
    fn times_as_councils_write_them() {
        let time = |text| first_time(text).map(|it| it.2);
        assert_eq!(time("at 2.30 pm in"), Some("14:30".into()));
        assert_eq!(time("11:20am"), Some("11:20".into()));
        assert_eq!(time("2018 6.30 p.m. (Item 4.1)"), Some("18:30".into()));
        assert_eq!(time("12.00 noon"), Some("12:00".into()));
        assert_eq!(time("10 am"), Some("10:00".into()));
        assert_eq!(time("31.2 per 10,000"), None);
    }
}
