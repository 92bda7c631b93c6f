//! Resolutions, by the word that begins them.

use super::{Label, Part, label};
use crate::minutes::list_mark;
use crate::minutes::wording::{after, begins, is_joint, sentences};

/// "RESOLVED:", "Resolved –", "RESOLVED - That:", "Resolved that", "2. RESOLVED that", "AGREED:", "RECOMMENDED that",
/// "Resolved to RECOMMEND", "It was RESOLVED that", "The Committee RESOLVED:".
pub(super) fn resolved(text: &str) -> Option<Label<'_>> {
    let bare = list_mark::read(text)
        .filter(|it| {
            it.sort.counts()
                || it.sort == list_mark::Sort::Paragraph
                || it.sort == list_mark::Sort::Bullet
        })
        .map_or(text, |it| it.rest);
    let bare = bare.trim_start_matches(['*', '_', '#', ' ', '"', '“']);
    let opening = opening_body(bare);
    let bare = opening.unwrap_or(bare);
    let word = bare
        .split(|c: char| !c.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    let part = match word {
        "RESOLVED" | "Resolved" => Part::Resolved,
        "resolved" if opening.is_some() => Part::Resolved,
        "AGREED" => Part::Agreed,
        "RECOMMENDED" | "Recommended" => Part::Recommended,
        "recommended" | "recommends" | "RECOMMENDS" if opening.is_some() => Part::Recommended,
        _ => return None,
    };
    let shout = word.bytes().all(|it| it.is_ascii_uppercase());
    let mut rest = bare[word.len()..].trim_start_matches(['*', '_', '"', '”']);
    let mut part = part;
    // "RESOLVED (unanimously)", "RESOLVED (to Council)", "Resolved unanimously"
    for _ in 0..2 {
        let trimmed = rest.trim_start();
        if let Some(inner) = trimmed.strip_prefix('(')
            && let Some(close) = inner.find(')').filter(|it| *it < 40 && *it > 3)
            && crate::minutes::verb::of_word(&inner[..close].to_ascii_lowercase()).is_none()
        {
            rest = &inner[close + 1..];
        } else if let Some(more) = after(trimmed, "unanimously").or_else(|| after_votes(trimmed)) {
            rest = more;
        }
    }
    let trimmed = rest.trim_start();
    if part == Part::Resolved
        && let Some(more) =
            after(trimmed, "to recommend").or_else(|| after(trimmed, "to RECOMMEND"))
    {
        part = Part::Recommended;
        rest = more;
    }
    let trimmed = rest.trim_start();
    let open = trimmed.is_empty()
        || trimmed.starts_with([':', '-', '–', '—', ',', ';', '.'])
        || after(trimmed, "that").is_some()
        || after(trimmed, "to").is_some()
        || list_mark::read(trimmed).is_some_and(|it| it.sort.counts());
    if !(open || shout && opening.is_none()) {
        return None;
    }
    if word == "Recommended"
        && !trimmed.starts_with([':', '-', '–'])
        && after(trimmed, "that").is_none()
    {
        return None;
    }
    let rest = trimmed.trim_start_matches(|c: char| is_joint(c) || c == '.');
    label(text, part, rest)
}

/// Where a resolution begins in the middle of a paragraph: "Members considered it. It was RESOLVED that …", "After debate,
/// RESOLVED – That …", "Following discussion the Board resolved to …".
pub(in crate::minutes) fn within(text: &str) -> Option<usize> {
    let begins_there = |from: &str| {
        list_mark::read(from).is_none()
            && resolved(from).is_some_and(|it| {
                // "Recommended practice …" begins sentences of all sorts.
                it.part == Part::Resolved || !it.words.starts_with("Recommended")
            })
    };
    for (number, sentence) in sentences(text).into_iter().enumerate() {
        let start = sentence.as_ptr() as usize - text.as_ptr() as usize;
        if number > 0 && begins_there(sentence) {
            return Some(start);
        }
        let words = crate::dates::words(sentence);
        let led = words.first().is_some_and(|it| {
            matches!(
                &*it.text,
                "after"
                    | "following"
                    | "having"
                    | "upon"
                    | "on"
                    | "accordingly"
                    | "therefore"
                    | "consequently"
                    | "thereupon"
                    | "whereupon"
                    | "with"
                    | "there"
                    | "subsequently"
            )
        });
        for (at, word) in words.iter().enumerate().skip(1).take(60) {
            let before = words[at - 1].text.as_str();
            if matches!(
                before,
                "had" | "has" | "have" | "that" | "been" | "which" | "what" | "who"
            ) {
                continue;
            }
            let from = &sentence[word.start..];
            let gap = &sentence[words[at - 1].end..word.start];
            // In capitals the word does nothing else; in small letters it needs what leads to it.
            let shouted = from.starts_with("RESOLVED");
            let opened = led
                && (gap.contains(',') || before.len() > 3)
                && at >= 2
                && opening_body(from).is_some();
            if (shouted || opened || led && gap.contains(',')) && begins_there(from) {
                return Some(start + word.start);
            }
        }
    }
    None
}

/// What stands before "RESOLVED" in "It was RESOLVED", "The Committee unanimously RESOLVED".
fn opening_body(text: &str) -> Option<&str> {
    const OPENINGS: [&str; 18] = [
        "It was",
        "It was unanimously",
        "It was therefore",
        "It was further",
        "IT WAS",
        "The Committee",
        "The Board",
        "The Cabinet",
        "The Panel",
        "The Sub-Committee",
        "The Council",
        "Members",
        "Cabinet",
        "The Commission",
        "The Group",
        "The meeting",
        "The Executive",
        "Councillors",
    ];
    OPENINGS.iter().find_map(|it| {
        let rest = after(text, it)?.trim_start();
        let rest = after(rest, "unanimously")
            .or_else(|| after(rest, "also"))
            .or_else(|| after(rest, "then"))
            .unwrap_or(rest)
            .trim_start();
        (begins(rest, "resolved")
            || begins(rest, "recommended that")
            || begins(rest, "recommends that")
            || begins(rest, "recommends:")
            || rest.starts_with("RECOMMENDS")
            || begins(rest, "recommended:"))
        .then_some(rest)
    })
}

/// What follows ", by 30 votes to 4,".
fn after_votes(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches([',', ' ']);
    let rest = after(rest, "on a vote").map_or(rest, |it| it.trim_start_matches([',', ' ']));
    let tail = after(rest, "by")?.trim_start();
    let digits = |it: &str| it.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(tail);
    let tail = after(tail[first..].trim_start(), "votes to").filter(|_| first > 0)?;
    let tail = tail.trim_start();
    let second = digits(tail);
    (second > 0).then(|| tail[second..].trim_start_matches([',', ' ']))
}
