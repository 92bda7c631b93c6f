//! Actions that have a number, an owner or brackets about their label: "Action 3:", "AP1", "A2.", "Action (PH):",
//! "[Action: AB to write]", "TO DO:", "Action by:".

use super::{Label, Part};
use crate::minutes::owner;
use crate::minutes::progress;
use crate::minutes::wording::{after, count};

/// The label of an action that a paragraph begins with.
pub(super) fn action(text: &str) -> Option<Label<'_>> {
    let bare = text.trim_start_matches(['*', '_']);
    let (inner, bracketed) = match bare.strip_prefix(['(', '[']) {
        Some(inner) => {
            let closed = inner.trim_end_matches(['.', ' ', '*', '_']);
            (closed.strip_suffix([')', ']'])?, true)
        }
        None => (bare, false),
    };
    let (keyword, rest) = keyword(inner)?;
    let (number, rest) = numbered(rest);
    let (aside, rest) = aside(rest);
    let short = matches!(keyword, Keyword::Short);
    if short && number.is_empty() {
        return None;
    }
    let (by, rest) = ["by", "owner", "on", "for", "lead"]
        .iter()
        .find_map(|it| after(rest.trim_start(), it))
        .filter(|it| it.trim_start().starts_with([':', '–', '-']))
        .map_or((false, rest), |it| (true, it));
    // "Action for the DCS: …", "Action PH: …", "ACTION – AB/CD: …"
    let (aside, rest) = if aside.is_empty() && !by {
        named(rest).unwrap_or((aside, rest))
    } else {
        (aside, rest)
    };
    let spaced = rest.trim_start_matches(['*', '_']);
    let plain = spaced.trim_start();
    let after_mark = plain.strip_prefix(':').or_else(|| {
        let gap = plain.len() < spaced.len() || plain.is_empty();
        let dash = plain.strip_prefix(['–', '—', '-', '.'])?;
        let dotted = plain.starts_with('.');
        ((dotted && !number.is_empty() || gap && !dotted)
            && (dash.is_empty() || dash.starts_with(char::is_whitespace)))
        .then_some(dash)
    });
    let rest = match after_mark {
        Some(rest) => rest,
        // "AP1  NS to bring the final version"
        None if short
            && inner.starts_with("AP")
            && plain.len() < spaced.len()
            && plain.starts_with(char::is_uppercase) =>
        {
            plain
        }
        None => return None,
    };
    let unusual = !number.is_empty()
        || !aside.is_empty()
        || by
        || bracketed
        || matches!(keyword, Keyword::ToDo);
    let rest = rest.trim_start_matches(['*', '_', ' ', '-', '–']).trim();
    // An empty pair of brackets, or a number that nothing is said of, is no action.
    let told = bracketed && progress::of(rest).is_some();
    if !unusual || told || rest.is_empty() && (bracketed || aside.is_empty() && !number.is_empty())
    {
        return None;
    }
    let start = rest.as_ptr() as usize - text.as_ptr() as usize;
    Some(Label {
        part: Part::Actions,
        words: text[..start].trim_end(),
        rest,
        number,
        aside,
        bracketed,
    })
}

enum Keyword {
    Action,
    ToDo,
    /// "AP", "A": only with a number.
    Short,
}

fn keyword(text: &str) -> Option<(Keyword, &str)> {
    const ACTION: [&str; 6] = [
        "action points",
        "action point",
        "action items",
        "action item",
        "actions",
        "action",
    ];
    if let Some(rest) = ACTION.iter().find_map(|it| after(text, it)) {
        return Some((Keyword::Action, rest));
    }
    if let Some(rest) = ["to do", "to-do", "todo"]
        .iter()
        .find_map(|it| after(text, it))
    {
        return Some((Keyword::ToDo, rest));
    }
    let rest = ["AP", "ACT", "Act", "A"].iter().find_map(|it| {
        let rest = text.strip_prefix(it)?;
        let digits = rest.trim_start_matches([' ', '.', '-', '/']);
        let near = *it != "A" || digits.len() == rest.len();
        (near && digits.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
    })?;
    Some((Keyword::Short, rest))
}

/// "3", "no. 4", "12/19", "3.A": the number behind the word, and what follows it.
fn numbered(text: &str) -> (&str, &str) {
    let rest = text.trim_start();
    let rest = ["number", "no", "ref", "#"]
        .iter()
        .find_map(|it| rest.strip_prefix(it).or_else(|| after(rest, it)))
        .unwrap_or(rest);
    let rest = rest.trim_start_matches(['.', ' ', '#', '\u{a0}', '/', '-']);
    let end = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-')))
        .unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches(['.', '-']);
    let fits = number.len() <= 9
        && number.bytes().any(|it| it.is_ascii_digit())
        && number.bytes().filter(u8::is_ascii_alphabetic).count() <= 3;
    if fits {
        (number, &rest[number.len()..])
    } else {
        ("", text)
    }
}

/// "(PH)", "[Owner: Amy White; Due: 30/04/2020]" behind the word.
fn aside(text: &str) -> (&str, &str) {
    let trimmed = text.trim_start();
    let close = match trimmed.chars().next() {
        Some('(') => ')',
        Some('[') => ']',
        _ => return ("", text),
    };
    match trimmed.find(close).filter(|it| *it < 140) {
        // "Action(s)" is the plural.
        Some(end) if end > 2 => (trimmed[1..end].trim(), &trimmed[end + 1..]),
        _ => ("", text),
    }
}

/// "for the DCS: …", " PH: …": whom the label names before its colon.
fn named(text: &str) -> Option<(&str, &str)> {
    let at = text.find(':').filter(|it| *it > 0 && *it < 60)?;
    let who = text[..at].trim_matches([' ', '\u{a0}', '–', '-', '—']);
    let who = ["for", "on", "by", "to"]
        .iter()
        .find_map(|it| after(who, it))
        .unwrap_or(who)
        .trim();
    (count(who) <= 6 && owner::names(who).is_some()).then_some((who, &text[at..]))
}
