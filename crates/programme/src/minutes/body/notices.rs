//! What paragraphs say by their shape: that the page was cut, that there is nothing, that a heading stands here.

use crate::dates;
use crate::minutes::block::Block;
use crate::minutes::item::{Motion, Outcome};
use crate::minutes::verb;
use crate::minutes::wording::{begins, capitals, count, find_words, squash};
/// Where a page says that it was cut short: "…  view the full minutes text for item 1."
pub(super) fn cut_at(text: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let at = lower.find("view the full ")?;
    let rest = &lower[at..];
    let fits = rest.starts_with("view the full minutes")
        || rest.starts_with("view the full agenda")
        || rest.starts_with("view the full decision")
        || rest.contains("text for item");
    fits.then(|| {
        text[..at]
            .trim_end()
            .trim_end_matches(['.', '…'])
            .trim_end()
            .len()
    })
}

/// Whether a paragraph says what became of these minutes themselves, after the meeting: "Approved as an accurate record at
/// the Board, 13 March 2018", "Draft: not approved". What the meeting said of earlier minutes is dated before it.
pub(super) fn of_these_minutes(text: &str, held: Option<waymark_data::Day>) -> bool {
    let lower = text.to_ascii_lowercase();
    if matches!(
        lower.trim_end_matches('.'),
        "draft: not approved"
            | "draft - subject to approval"
            | "draft minutes - subject to approval"
    ) {
        return true;
    }
    let said = ["approved", "agreed", "confirmed", "accepted", "signed"]
        .iter()
        .filter_map(|it| lower.strip_prefix(it))
        .any(|it| it.starts_with(" as ") && find_words(it, "record").is_some())
        || [
            "these minutes were ",
            "minutes approved",
            "minutes signed",
            "minutes agreed",
        ]
        .iter()
        .any(|it| lower.starts_with(it));
    let later = dates::first_date(text)
        .and_then(|it| it.day)
        .zip(held)
        .is_some_and(|(day, held)| day > held);
    said && later && text.len() < 300
}

/// Whether two outcomes are one that the page says twice.
pub(super) fn same(one: &Outcome, other: &Outcome) -> bool {
    let plain = |it: &str| {
        it.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    one.verb == other.verb && one.at != other.at && plain(&one.text) == plain(&other.text)
}

/// "None", "There were none.", "N/A": the page's way of saying nothing.
pub(super) fn is_nothing(text: &str) -> bool {
    let bare = text.trim().trim_end_matches('.').to_ascii_lowercase();
    !bare.chars().any(char::is_alphanumeric)
        || matches!(
            bare.as_str(),
            "" | "none"
                | "n/a"
                | "there were none"
                | "nil"
                | "no actions"
                | "not applicable"
                | "no decision"
                | "there were no actions"
        )
}

/// Whether a paragraph without a mark is a heading over those that follow.
pub(super) fn is_heading(blocks: &[Block<'_>], at: usize) -> bool {
    let block = &blocks[at];
    if block.heading {
        return true;
    }
    let text = block.text;
    let bare = text.trim_end_matches([':', '-', '–', ' ']);
    let follows = blocks.get(at + 1).is_some();
    follows
        && !block.cut
        && count(bare) <= 8
        && text.len() < 90
        && !bare.ends_with(['.', '!', '?', ';', ',', '"', '”'])
        && capitals(bare) >= 0.5
        && bare.chars().next().is_some_and(char::is_uppercase)
        && !crate::minutes::naming::is_name(bare)
        && !begins(text, "councillor")
        && verb::deciding(&dates::words(text)).is_none()
}

/// A motion: "moved by Councillor A and seconded by Councillor B and CARRIED".
pub(super) fn motion(text: &str) -> Option<Motion> {
    let lower = text.to_ascii_lowercase();
    let moved = find_words(&lower, "moved by").or_else(|| find_words(&lower, "proposed by"))?;
    let from = moved + lower[moved..].find(" by")? + 3;
    let second = find_words(&lower[from..], "seconded by").map(|it| from + it);
    let name = |words: &str| {
        let words = words.split(" and ").next().unwrap_or(words);
        let words = words.split(" that ").next().unwrap_or(words);
        let words = words
            .split([',', ':', '.', ';'])
            .find(|it| !it.trim().is_empty())
            .unwrap_or(words);
        squash(words)
    };
    let mover = name(text.get(from..second.unwrap_or(text.len()))?);
    let seconder = second
        .and_then(|it| text.get(it + "seconded by".len()..))
        .map(name)
        .unwrap_or_default();
    let result = carried(&lower).unwrap_or_default();
    (mover.len() < 80).then(|| Motion {
        mover,
        seconder,
        result: result.to_owned(),
    })
}

/// "On being put to the vote, the motion was CARRIED".
pub(super) fn result(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let about = [
        "the motion",
        "the amendment",
        "put to the vote",
        "the proposal",
    ]
    .iter()
    .any(|it| find_words(&lower, it).is_some());
    about.then(|| carried(&lower)).flatten()
}

fn carried(lower: &str) -> Option<&'static str> {
    if find_words(lower, "carried").is_some() {
        Some("carried")
    } else if find_words(lower, "lost").is_some() {
        Some("lost")
    } else {
        None
    }
}
