//! Numbers claimed in minutes: "down to 29.8%", "31.2 per 10,000", "1923 CLA"; and which measure and month each is of.
//!
//! A figure is matched to a measure only where its own words, or those of its sentence, say so; the rest stay unmatched.

mod counts;
mod months;
mod moved;
mod said_of;
mod synonyms;

use super::item::{Figure, Unit};
use super::piece::Span;
use super::wording::{find_words, place, sentences, squash};
use crate::dates;
use said_of::subject;
use waymark_data::Day;

/// A measure a figure may be of.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Other words for it, each a phrase; all words of a phrase must occur.
    pub synonyms: &'a [&'a str],
    /// What it counts in.
    pub unit: Unit,
}

/// The measure a figure seems to be of: by the words nearest to it first, then by those of its sentence. `known` adds to
/// the words this room knows for the product's own measures; its titles and synonyms count as much.
#[must_use]
pub fn likely_measure(figure: &Figure, known: &[Known<'_>]) -> Option<String> {
    // What is counted says what is meant: "14 households" are no children looked after, whatever stands around.
    let noun = counts::noun(figure);
    let around = (noun.is_none() || !known.is_empty()).then_some(&figure.around);
    [Some(&figure.subject), around]
        .into_iter()
        .flatten()
        .find_map(|words| by_words(words, figure.unit, noun, known))
}

/// The ids of the measures this room has words for.
#[must_use]
pub fn measure_ids() -> Vec<&'static str> {
    let mut ids: Vec<&str> = synonyms::SYNONYMS.iter().map(|it| it.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The one measure whose words occur; none when two fit equally well.
fn by_words(words: &str, unit: Unit, noun: Option<&str>, known: &[Known<'_>]) -> Option<String> {
    let text = plain(words);
    let mut best: Option<(usize, &str)> = None;
    let mut tie = false;
    let own = synonyms::SYNONYMS
        .iter()
        .filter(|it| it.unit == unit && noun.is_none_or(|noun| counts::counts(it.id, noun)))
        .map(|it| (it.id, fit(&text, it.words, it.without)));
    let given = known.iter().filter(|it| it.unit == unit).flat_map(|it| {
        let all = it.synonyms.iter().copied().chain([it.title]);
        all.map(|words| (it.id, fit(&text, words, "")))
    });
    for (id, fit) in own.chain(given) {
        if fit == 0 {
            continue;
        }
        match best {
            Some((most, other)) if fit == most && other != id => tie = true,
            Some((most, _)) if fit <= most => {}
            _ => {
                best = Some((fit, id));
                tie = false;
            }
        }
    }
    best.filter(|_| !tie).map(|it| it.1.to_owned())
}

/// How many letters of a phrase's words a text has: all or nothing. A word ending in `*` stands for its beginning.
fn fit(text: &str, phrase: &str, without: &str) -> usize {
    let has = |word: &str| match word.strip_suffix('*') {
        Some(stem) => text.split(' ').any(|it| it.starts_with(stem)),
        None => text.split(' ').any(|it| it == word),
    };
    if phrase.is_empty() || without.split_whitespace().any(has) {
        return 0;
    }
    let phrase = phrase.to_lowercase();
    let mut letters = 0;
    for word in phrase.split_whitespace() {
        if !has(word) {
            return 0;
        }
        letters += word.len();
    }
    letters
}

/// Lower-case words with single spaces, the field's abbreviations written out.
fn plain(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in dates::words(text) {
        let word = word.text.replace(['’', '\''], "");
        match word.as_str() {
            "cla" | "lac" | "cic" => {
                words.extend(["children", "looked", "after"].map(str::to_owned))
            }
            "cin" => words.extend(["child", "in", "need"].map(str::to_owned)),
            "eet" => {
                words.extend(["eet", "education", "employment", "training"].map(str::to_owned))
            }
            "cp" | "cpp" | "cpps" => {
                words.extend(["child", "protection", "plan"].map(str::to_owned))
            }
            "care-leavers" => words.extend(["care", "leavers"].map(str::to_owned)),
            "re-referrals" | "rereferrals" | "re-referral" => words.push("re-referral".into()),
            _ => words.push(word),
        }
    }
    words.join(" ")
}

/// The figures of a paragraph. `held` is the day of the meeting: "August" without a year is the last one before it.
pub(super) fn figures(source: &str, paragraph: &str, held: Option<Day>) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let first = found.len();
    for sentence in sentences(paragraph) {
        let mut from = 0;
        let numbers = numbers(sentence);
        let months = if numbers.is_empty() {
            Vec::new()
        } else {
            dates::months(sentence)
        };
        let counted = moved::counted(sentence, &numbers);
        let mut periods = months::periods(sentence, &months, &counted, held).into_iter();
        for (at, it) in counted.iter().enumerate() {
            let moved::Counted {
                number, unit, end, ..
            } = *it;
            let next = counted
                .get(at + 1)
                .map_or(sentence.len(), |it| it.number.start);
            let subject = subject(sentence, number.start, end, from, next, unit);
            let (period_words, period) = periods.next().unwrap_or_default();
            let mut figure = Figure {
                words: squash(&sentence[number.start..end]),
                value: if unit == Unit::Pounds {
                    number.value * magnitude(&sentence[number.end..]).1
                } else {
                    number.value
                },
                unit,
                subject,
                around: around(sentence, number.start, end),
                measure: None,
                period_words,
                period,
                at: {
                    let it = place(source, sentence);
                    Span::new(it.start + number.start, it.start + end)
                },
            };
            // "… 40% of assessments not completed in 45 days, August 2017 – 21%": the second is of the same thing.
            if let Some(last) = found
                .get(first..)
                .and_then(|it| it.last())
                .filter(|it| it.around == figure.around)
                && (it.inherits
                    || plain(&figure.subject)
                        .split(' ')
                        .filter(|it| {
                            it.len() > 3
                                && dates::month_number(it).is_none()
                                && !it.bytes().all(|it| it.is_ascii_digit())
                        })
                        .count()
                        == 0)
            {
                figure.subject.clone_from(&last.subject);
            }
            figure.measure = likely_measure(&figure, &[])
                .filter(|_| !counts::is_of_others(&sentence[from..number.start]));
            found.push(figure);
            from = end;
        }
    }
    found
}

/// The sentence a figure stands in; of a very long one the part around it.
fn around(sentence: &str, start: usize, end: usize) -> String {
    const NEAR: usize = 300;
    if sentence.len() <= 2 * NEAR {
        return squash(sentence);
    }
    let mut from = start.saturating_sub(NEAR);
    while !sentence.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = sentence.len().min(end + NEAR);
    while !sentence.is_char_boundary(to) {
        to += 1;
    }
    squash(&sentence[from..to])
}

/// A number of a sentence: first byte, first byte after it, value.
struct Number {
    start: usize,
    end: usize,
    value: f64,
}

fn numbers(sentence: &str) -> Vec<Number> {
    let bytes = sentence.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || (matches!(bytes[at], b',' | b'.')
                    && bytes.get(at + 1).is_some_and(u8::is_ascii_digit)
                    && grouped(bytes, at)))
        {
            at += 1;
        }
        let before = sentence[..start].chars().next_back();
        let after = bytes.get(at).copied();
        let glued = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | ':'))
            || matches!(after, Some(b'/' | b':'))
            || (after == Some(b'-') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit));
        let minus = before == Some('-')
            && !sentence[..start - 1]
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric);
        let range = before == Some('-') && !minus;
        if glued || range || at - start > 12 {
            continue;
        }
        if let Ok(value) = sentence[start..at].replace(',', "").parse::<f64>() {
            let start = if minus { start - 1 } else { start };
            found.push(Number {
                start,
                end: at,
                value: if minus { -value } else { value },
            });
        }
    }
    found
}

/// Whether a comma or a stop at this place belongs to the number: "1,949", "29.8".
fn grouped(bytes: &[u8], at: usize) -> bool {
    let digits = bytes[at + 1..]
        .iter()
        .take(4)
        .take_while(|it| it.is_ascii_digit())
        .count();
    bytes[at] == b'.' || digits == 3
}

/// How many bytes say that a sum is in thousands, millions or billions, and what to multiply it by.
fn magnitude(rest: &str) -> (usize, f64) {
    const WORDS: [(&str, f64); 7] = [
        (" billion", 1e9),
        ("bn", 1e9),
        (" million", 1e6),
        ("million", 1e6),
        ("m", 1e6),
        (" thousand", 1e3),
        ("k", 1e3),
    ];
    WORDS
        .into_iter()
        .find(|(word, _)| {
            let found = rest.get(..word.len());
            found.is_some_and(|it| it.eq_ignore_ascii_case(word))
                && !rest[word.len()..].starts_with(char::is_alphanumeric)
        })
        .map_or((0, 1.0), |(word, times)| (word.len(), times))
}

/// What the number counts in, and where its words end. None for dates, years, item numbers and limits.
fn unit_of(sentence: &str, number: &Number) -> Option<(Unit, usize)> {
    let rest = &sentence[number.end..];
    let trimmed = rest.trim_start();
    let skipped = number.end + (rest.len() - trimmed.len());
    let lower: String = trimmed.chars().take(60).collect::<String>().to_lowercase();
    if lower.starts_with('%') {
        return Some((Unit::Percent, skipped + 1));
    }
    for words in ["per cent", "percent"] {
        if lower.starts_with(words) {
            return Some((Unit::Percent, skipped + words.len()));
        }
    }
    for words in ["per 10,000", "per 10000", "per ten thousand"] {
        if lower.starts_with(words) {
            return Some((Unit::Per10000, skipped + words.len()));
        }
    }
    let before = sentence[..number.start].trim_end();
    if before.ends_with('£') {
        // "£4.2m", "£300k": the letter belongs to the number.
        return Some((Unit::Pounds, number.end + magnitude(rest).0));
    }
    let last = before
        .rsplit(|c: char| c.is_whitespace() || c == '(')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let last = last.trim_matches(|c: char| !c.is_alphanumeric());
    const NOT: [&str; 30] = [
        "section",
        "item",
        "items",
        "appendix",
        "page",
        "level",
        "stage",
        "order",
        "no",
        "quarter",
        "judgement",
        "annex",
        "aged",
        "age",
        "paragraph",
        "rule",
        "regulation",
        "act",
        "part",
        "phase",
        "per",
        "recommendation",
        "room",
        "version",
        "year",
        "ages",
        "s",
        "priority",
        "minute",
        "objective",
    ];
    if NOT.contains(&last) || dates::month_number(last).is_some() {
        return None;
    }
    for words in [
        "full time equivalent posts",
        "full time equivalent",
        "full-time equivalent",
        "fte posts",
        "fte",
        "posts",
    ] {
        if lower.starts_with(words) {
            return Some((Unit::Posts, skipped + words.len()));
        }
    }
    if lower.starts_with("days") || lower.starts_with("working days") {
        let measured = find_words(&sentence[..number.start].to_ascii_lowercase(), "average")
            .is_some()
            || sentence[..number.start]
                .to_ascii_lowercase()
                .contains("median");
        let end = skipped + if lower.starts_with("days") { 4 } else { 12 };
        return measured.then_some((Unit::Days, end));
    }
    let year = number.value.fract() == 0.0
        && (1990.0..2050.0).contains(&number.value)
        && number.end - number.start == 4;
    let alone = matches!(
        last,
        "to" | "at" | "is" | "was" | "were" | "totalled" | "reached"
    );
    if !year && alone && number.value >= 20.0 && number.value.fract() == 0.0 && ends_clause(trimmed)
    {
        // "to reduce the levels of Children Looked After to 1646"
        let clause = sentence[..number.start]
            .rsplit(['.', ';', '(', '–'])
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let counted = [
            "looked after",
            "cla",
            "lac",
            "referrals",
            "contacts",
            "care leavers",
            "children in need",
            "children in care",
            "child protection plan",
        ];
        if counted.iter().any(|it| find_words(&clause, it).is_some()) {
            // "CLA per 10,000 was 88"
            let rate = clause.contains("per 10,000") || clause.contains("per 10000");
            let unit = if rate { Unit::Per10000 } else { Unit::Count };
            return Some((unit, number.end));
        }
    }
    if is_ratio(sentence, number) {
        return None;
    }
    counted(trimmed, year).map(|it| (Unit::Count, skipped + it))
}

/// Whether a number is a part of a ratio in words, and counts nothing: "1 in 5 children", "two out of 3", "1 in every 20".
fn is_ratio(sentence: &str, number: &Number) -> bool {
    const BETWEEN: [&str; 5] = ["in every", "out of every", "out of", "in", "for every"];
    const WORDS: &str = "one|two|three|four|five|six|seven|eight|nine|ten";
    let year = |it: &str| it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
    let rest = sentence[number.end..].trim_start();
    let first = BETWEEN.iter().any(|it| {
        crate::minutes::wording::after(rest, it).is_some_and(|it| {
            let next = it.trim_start();
            let end = next.find(|c: char| !c.is_alphanumeric());
            let next = &next[..end.unwrap_or(next.len())];
            let counts = next.bytes().all(|it| it.is_ascii_digit()) && !next.is_empty();
            counts && !year(next) && next.len() < 4
        })
    });
    let before = sentence[..number.start].trim_end();
    let second = BETWEEN.iter().any(|it| {
        before
            .strip_suffix(it)
            .filter(|it| it.ends_with(char::is_whitespace))
            .is_some_and(|it| {
                let word = it.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next();
                let word = word.unwrap_or_default().to_lowercase();
                let counts = word.bytes().all(|it| it.is_ascii_digit()) && !word.is_empty();
                counts && !year(&word) || WORDS.split('|').any(|it| it == word)
            })
    });
    first || second
}

/// Whether the clause is over here.
fn ends_clause(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with(['.', ',', ';', ')', '–', '-', '('])
        || rest.starts_with("and ")
        || rest.starts_with("in ")
        || rest.starts_with("at ")
        || rest.starts_with("by ")
}

/// What minutes count.
const NOUNS: &str = "children looked after|children in need|children and young people|care leavers|social workers|young people|young person|\
    foster carers|family support workers|cla|lac|cin|children|child|families|cases|referrals|contacts|assessments|people|carers|households|visits|\
    inspections|reviews|conferences|plans|audits|staff|workers|placements|episodes|adoptions|fostering households|pupils|schools|practitioners|interviews|enquiries|agencies|councillors|members|dwellings|districts|looked after";

/// Where the noun ends that the number counts, within the next words: "1,949 Children Looked After", "13 social workers".
fn counted(after: &str, year: bool) -> Option<usize> {
    const BETWEEN: &str = "looked|after|open|new|external|different|active|current|additional|subject|monitoring|qualified|agency|newly|further|missing|stage|child|protection|initial|police|single|allocated|unallocated|more|other|of|the|our|unaccompanied|looked-after";
    let mut at = 0;
    for step in 0..4 {
        let rest = &after[at..];
        let lower: String = rest.chars().take(40).flat_map(char::to_lowercase).collect();
        if let Some(noun) = NOUNS.split('|').find(|it| {
            lower.starts_with(*it)
                && !lower[it.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
        }) {
            // "2017 children" is a year before a word; "1923 CLA" is a number of them.
            let abbreviation = rest
                .get(..noun.len())
                .is_some_and(|it| it.chars().all(char::is_uppercase));
            return (!year || abbreviation || step == 0 && noun.contains("looked after"))
                .then(|| (at + noun.len()).min(after.len()));
        }
        let word = rest.find(|c: char| c.is_whitespace())?;
        let token = rest[..word].to_lowercase();
        if !BETWEEN.split('|').any(|it| it == token) {
            return None;
        }
        at += word + (rest[word..].len() - rest[word..].trim_start().len());
    }
    None
}

#[cfg(test)]
mod tests;
