//! What a figure is said of: its subject and its period.

use super::months::Named;
use crate::dates;
use crate::minutes::item::Unit;
use crate::minutes::wording::squash;
use waymark_data::{Day, Month};

/// What a figure is about: the words after "of", or the noun it counts, or the words before it.
pub(super) fn subject(
    sentence: &str,
    start: usize,
    end: usize,
    from: usize,
    next: usize,
    unit: Unit,
) -> String {
    let tail = &sentence[end..next];
    let stop = tail.find([';', ')', '(', '?', ',']).unwrap_or(tail.len());
    let stop = tail[..stop]
        .find(" – ")
        .or_else(|| tail[..stop].find(" - "))
        .unwrap_or(stop);
    let after_it = tail[..stop].trim().trim_end_matches('.');
    let before = &sentence[from..start];
    if let Some(of) =
        crate::minutes::wording::after(after_it, "of").filter(|it| !it.trim().is_empty())
    {
        return squash(of);
    }
    if unit == Unit::Count {
        let own = &sentence[start..end];
        let noun = own
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-'))
            .trim();
        let counted = squash(&format!("{noun} {after_it}"));
        if !noun.is_empty() {
            return counted;
        }
    }
    let cut = before.rfind([';', '?']).map_or(0, |it| it + 1);
    let before = before[cut..].trim();
    let words = squash(before.trim_matches(|c: char| {
        crate::minutes::wording::is_joint(c) || matches!(c, '(' | '.' | '·' | 'Ø' | '•')
    }));
    let words = without_trend(&words);
    let words = crate::minutes::wording::after(&words, "of")
        .map_or(words.as_str(), str::trim_start)
        .to_owned();
    if words.is_empty() {
        squash(after_it)
    } else {
        words
    }
}

/// Words without those that only say how a figure moved: "Supervision – down to" is "Supervision".
pub(super) fn without_trend(words: &str) -> String {
    const TREND: &str = "down|up|to|at|from|is|was|were|now|by|of|a|rate|very|slight|increase|decrease|drop|fell|rose|only|around|approximately|nearly|over|under|just|about|consistently|good|still|the|and|with|as|has|had|been|reduced|risen|fallen|increased|decreased|currently|stands|standing|are|that|in|provisional|numbers|but";
    let mut kept: Vec<&str> = words.split(' ').collect();
    while let Some(last) = kept.last() {
        let bare = last
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        if bare.is_empty() || TREND.split('|').any(|it| it == bare) && kept.len() > 1 {
            kept.pop();
        } else {
            break;
        }
    }
    kept.join(" ")
        .trim_matches(|c: char| crate::minutes::wording::is_joint(c) || c == '(')
        .to_owned()
}

/// The words and the month of one of a sentence's months. Without a year it is the year of the month named before it,
/// where that is later in the year ("in May 2019 (81% April)"); else the last such month before the meeting.
pub(super) fn month_of(
    sentence: &str,
    all: &[Named],
    at: usize,
    held: Option<Day>,
) -> (Option<String>, Option<Month>) {
    let (begin, close, month, year) = all[at];
    // A day before the month belongs to its words: "20 July 2017".
    let lead = &sentence[..begin];
    let trimmed = lead.trim_end();
    let digits = trimmed.len() - trimmed.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let begin = if (1..=2).contains(&digits) && lead.len() > trimmed.len() {
        trimmed.len() - digits
    } else {
        begin
    };
    // "Since February 2017" begins a period and is not it.
    let since = sentence[..begin]
        .trim_end()
        .to_ascii_lowercase()
        .ends_with("since");
    let told = all[..at]
        .iter()
        .rev()
        .find_map(|it| Some((it.2, it.3?)))
        .filter(|it| it.0 >= month)
        .map(|it| it.1);
    let year = year.or(told).filter(|_| !since).or_else(|| {
        let held = held.filter(|_| !since)?.date();
        Some(if month <= held.month() {
            held.year()
        } else {
            held.year() - 1
        })
    });
    (
        Some(squash(&sentence[begin..close])),
        year.map(|it| dates::month_of(it, month)),
    )
}
