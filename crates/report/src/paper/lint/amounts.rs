//! The numbers that a sentence names, in whatever way people write them: "77 of 100", "77 out of 100", "77/100",
//! "77% (77 of 100)", "half", "two thirds", "one in five".

use super::read::{Number, Sentence, sentences};

/// A number that a sentence names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// Which kind, with its numbers.
    pub(super) kind: Kind,
    /// The place of its first word in the sentence.
    pub(super) at: usize,
    /// The place after its last.
    pub(super) end: usize,
}

/// A kind of number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// "77%", "77 per cent".
    Percent(Number),
    /// "3 percentage points": a difference, not a share.
    Points,
    /// "77 of 100", "one in five".
    OutOf {
        /// The part.
        part: f64,
        /// The whole.
        whole: f64,
        /// Whether both are counts ("77 of 100"), not a proportion ("one in five").
        counted: bool,
    },
    /// "half", "two thirds": from 0 to 1.
    Fraction(f64),
    /// "66.7 per 10,000".
    Rate(Number),
    /// Any other number that is no part of a date.
    Count(Number),
}

/// What a sentence names, in order.
pub(super) fn amounts(sentence: &Sentence) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let read = fraction(sentence, at).or_else(|| number(sentence, at));
        match read {
            Some((kind, end)) => {
                found.extend(kind.map(|kind| Amount { kind, at, end }));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// A number from this place on, and where it ends; none as its kind where it belongs to a date.
fn number(sentence: &Sentence, at: usize) -> Option<(Option<Kind>, usize)> {
    let first = sentence.number(at)?;
    if first.digits && is_of_date(sentence, at) {
        return Some((None, at + 1));
    }
    let next = at + 1;
    if sentence.word(next) == "%" || sentence.word(next) == "percent" {
        return Some((Some(Kind::Percent(first)), next + 1));
    }
    if sentence.reads(next, "per cent") {
        return Some((Some(Kind::Percent(first)), next + 2));
    }
    if sentence.word(next) == "percentage" {
        return Some((Some(Kind::Points), next + 1));
    }
    if sentence.word(next) == "per"
        && sentence
            .number(next + 1)
            .is_some_and(|it| it.value >= 1_000.0)
    {
        return Some((Some(Kind::Rate(first)), next + 2));
    }
    if let Some((whole, end)) = whole(sentence, at, first) {
        // "One in five" and "nine out of ten" count nobody; "one of 8" and "77 out of 100" do.
        let joint = sentence.word(next);
        let proportion = joint == "in" || (joint == "out" && !first.digits && !whole.digits);
        let kind = Kind::OutOf {
            part: first.value,
            whole: whole.value,
            counted: !proportion,
        };
        return Some((Some(kind), end));
    }
    Some((Some(Kind::Count(first)), next))
}

/// The whole of "77 of 100" and its like, and where it ends.
fn whole(sentence: &Sentence, at: usize, part: Number) -> Option<(Number, usize)> {
    // "Page 14 of 60", "room 1/2".
    const PLACES: [&str; 12] = [
        "page",
        "item",
        "part",
        "step",
        "slide",
        "phase",
        "room",
        "section",
        "paragraph",
        "version",
        "appendix",
        "line",
    ];
    if PLACES.contains(&sentence.before(at, 1)) {
        return None;
    }
    let joint = sentence.word(at + 1);
    let mut to = match joint {
        "of" | "/" | "in" => at + 2,
        "out" if sentence.word(at + 2) == "of" => at + 3,
        _ => return None,
    };
    if joint == "of" || joint == "out" {
        while matches!(
            sentence.word(to),
            "the" | "all" | "its" | "their" | "our" | "these" | "those"
        ) {
            to += 1;
        }
    }
    let whole = sentence.number(to)?;
    let makes_a_share =
        part.value <= whole.value && whole.value > 0.0 && part.places == 0 && whole.places == 0;
    let fits = match joint {
        "/" => sentence.word(to + 1) != "/" && !is_year(part),
        "in" => {
            whole.value >= 2.0
                && !is_year(whole)
                && !is_of_date(sentence, to)
                && !is_time(sentence.word(to + 1))
        }
        _ => !is_of_date(sentence, to),
    };
    let percent = matches!(sentence.word(to + 1), "%" | "percent" | "per");
    (makes_a_share && fits && !percent).then_some((whole, to + 1))
}

fn fraction(sentence: &Sentence, at: usize) -> Option<(Option<Kind>, usize)> {
    const PARTS: [(&str, &str, f64); 7] = [
        ("half", "halves", 2.0),
        ("third", "thirds", 3.0),
        ("quarter", "quarters", 4.0),
        ("fifth", "fifths", 5.0),
        ("sixth", "sixths", 6.0),
        ("eighth", "eighths", 8.0),
        ("tenth", "tenths", 10.0),
    ];
    if sentence.word(at) == "half"
        && !matches!(
            sentence.word(at + 1),
            "past" | "year" | "yearly" | "term" | "day" | "an"
        )
    {
        return Some((Some(Kind::Fraction(0.5)), at + 1));
    }
    let parts = sentence.word(at + 1);
    let (one, many, of) = PARTS
        .into_iter()
        .find(|it| it.0 == parts || it.1 == parts)?;
    let count = match sentence.word(at) {
        "a" => 1.0,
        _ => sentence.number(at).filter(|it| !it.digits)?.value,
    };
    // "A quarter" may be three months; "two quarters" too, but nobody says it of a time.
    let is_part = if count > 1.0 {
        parts == many && !is_time(parts)
    } else {
        parts == one && sentence.word(at + 2) == "of"
    };
    (is_part && count <= of).then_some((Some(Kind::Fraction(count / of)), at + 2))
}

fn is_time(word: &str) -> bool {
    ["day", "week", "month", "year", "hour", "working", "minute"]
        .iter()
        .any(|it| {
            word.strip_prefix(it)
                .is_some_and(|end| matches!(end, "" | "s"))
        })
}

pub(super) fn is_year(number: Number) -> bool {
    number.places == 0 && (1900.0..=2100.0).contains(&number.value)
}

/// Whether the number at this place is a year, or the day beside a month's name, or in "31/03/2018", "2017/18".
fn is_of_date(sentence: &Sentence, at: usize) -> bool {
    let Some(number) = sentence.number(at) else {
        return false;
    };
    let text = sentence.tokens[at].text;
    if is_year(number) && number.digits && !text.contains(',') {
        return true;
    }
    let by_month = is_month(sentence, at + 1) || (at > 0 && is_month(sentence, at - 1));
    let after_year = at >= 1 && {
        let back = if sentence.word(at - 1) == "/" { 2 } else { 1 };
        let glued = sentence.word(at - 1) == "/" || sentence.tokens[at - 1].hyphened;
        glued
            && at
                .checked_sub(back)
                .and_then(|it| sentence.number(it))
                .is_some_and(is_year)
    };
    let slashes = sentence.word(at + 1) == "/" && sentence.word(at + 3) == "/"
        || at >= 2
            && sentence.word(at - 1) == "/"
            && (sentence.word(at + 1) == "/" || sentence.before(at, 3) == "/");
    (by_month && number.value <= 31.0) || after_year || slashes
}

fn is_month(sentence: &Sentence, at: usize) -> bool {
    month_of(sentence, at).is_some()
}

/// The month that the word at this place names, from 1. "May" and "March" are verbs too: a month has a capital, and May a
/// number beside it.
pub(super) fn month_of(sentence: &Sentence, at: usize) -> Option<i8> {
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
    let token = sentence.tokens.get(at)?;
    if !token.text.starts_with(char::is_uppercase) {
        return None;
    }
    let word = token.lower.as_str();
    let whole = MONTHS.contains(&word);
    let short = matches!(word.len(), 3 | 4) && MONTHS.iter().any(|it| it.starts_with(word));
    let numbered = |at: usize| sentence.number(at).is_some_and(|it| it.digits);
    let beside = numbered(at + 1) || at.checked_sub(1).is_some_and(numbered);
    if !((whole && word != "may") || ((whole || short) && beside)) {
        return None;
    }
    let place = MONTHS.iter().position(|it| it.starts_with(word))?;
    i8::try_from(place + 1).ok()
}

/// Whether a text says when: a month, a year, a day, "in the last quarter".
pub(super) fn says_when(text: &str) -> bool {
    sentences(text).iter().any(sentence_says_when)
}

pub(super) fn sentence_says_when(sentence: &Sentence) -> bool {
    const SPANS: [&str; 12] = [
        "day",
        "week",
        "month",
        "quarter",
        "year",
        "term",
        "fortnight",
        "spring",
        "summer",
        "autumn",
        "winter",
        "today",
    ];
    (0..sentence.tokens.len()).any(|at| {
        let word = sentence.word(at);
        let spanned =
            SPANS.contains(&word) || word.strip_suffix('s').is_some_and(|it| SPANS.contains(&it));
        // "45 working days" is a limit, not a time.
        let timed = spanned
            && matches!(
                sentence.before(at, 1),
                "this"
                    | "last"
                    | "the"
                    | "that"
                    | "each"
                    | "every"
                    | "past"
                    | "previous"
                    | "next"
                    | "same"
                    | "a"
                    | "first"
                    | "second"
                    | "third"
                    | "fourth"
                    | "spring"
                    | "summer"
                    | "autumn"
                    | "winter"
                    | "financial"
                    | "school"
            );
        let counted = matches!(word, "months" | "quarters" | "years" | "weeks")
            && sentence.number(at.wrapping_sub(1)).is_some();
        let quarter = matches!(
            word,
            "q1" | "q2" | "q3" | "q4" | "today" | "spring" | "summer" | "autumn" | "winter"
        );
        timed
            || counted
            || quarter
            || is_month(sentence, at)
            || (sentence.number(at).is_some() && is_of_date(sentence, at))
    })
}

impl Kind {
    /// As a share from 0 to 100, where it is one.
    pub(super) fn share(self) -> Option<f64> {
        match self {
            Self::Percent(number) => Some(number.value),
            Self::OutOf { part, whole, .. } => Some(part / whole * 100.0),
            Self::Fraction(value) => Some(value * 100.0),
            _ => None,
        }
    }
}

impl Number {
    /// Whether a value, rounded as this is written, is this number. Halves may have gone either way.
    pub(super) fn is(self, value: f64) -> bool {
        let half = 0.5 / 10_f64.powi(i32::from(self.places));
        (self.value - value).abs() <= half + 1e-9
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Kind> {
        let found: Vec<_> = sentences(text).iter().flat_map(amounts).collect();
        found.into_iter().map(|it| it.kind).collect()
    }

    fn shares(text: &str) -> Vec<f64> {
        let round = |it: f64| (it * 10.0).round() / 10.0;
        read(text)
            .into_iter()
            .filter_map(Kind::share)
            .map(round)
            .collect()
    }

    #[test]
    fn one_share_however_it_is_written() {
        for text in [
            "77 of 100",
            "77 out of 100",
            "77/100",
            "77 of the 100 visits",
            "77 out of all 100",
            "77%",
            "77 per cent",
            "77 percent",
            "77 %",
        ] {
            assert_eq!(shares(text), [77.0], "{text}");
        }
        assert_eq!(shares("77% (77 of 100)"), [77.0, 77.0]);
        assert_eq!(
            shares("half of them, two thirds, one in five, 1 in 20, a quarter of children"),
            [50.0, 66.7, 20.0, 5.0, 25.0]
        );
        assert_eq!(shares("two-thirds and nine out of ten"), [66.7, 90.0]);
        assert_eq!(shares("twenty-five of 100"), [25.0]);
    }

    #[test]
    fn a_date_is_no_number_and_a_difference_no_share() {
        for text in [
            "in August 2017",
            "on 31 March 2018",
            "31/03/2018",
            "in 2017/18",
            "2017-18",
            "the third quarter",
            "by May 2020",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
        assert!(shares("up by 3 percentage points, 24/7").is_empty());
        assert!(shares("3 in 12 months; 5 in 2017").is_empty());
    }

    #[test]
    fn a_rate_is_told_from_a_count() {
        let found = read("1,646 children, or 66.7 per 10,000");
        assert!(
            matches!(found[..], [Kind::Count(a), Kind::Rate(b)] if a.value == 1646.0 && b.value == 66.7)
        );
    }

    #[test]
    fn a_time_is_said_in_many_ways() {
        for text in [
            "in August 2017",
            "in Aug 2017",
            "at 31 March 2018",
            "in the last quarter",
            "over the 12 months",
            "this year",
            "in 2017/18",
            "in Q3",
            "last month",
            "in May 2018",
            "for six months",
        ] {
            assert!(says_when(text), "{text}");
        }
        for text in [
            "within 45 working days",
            "it may march on",
            "3 of 5",
            "in time",
        ] {
            assert!(!says_when(text), "{text}");
        }
    }
}
