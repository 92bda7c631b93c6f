//! What shall come again and again.

use crate::minutes::item::Recurrence;
use crate::minutes::wording::{find_words, has_any, place, squash};
/// What a text says shall come again: "a quarterly briefing note be received".
pub(in crate::minutes) fn recurrence(source: &str, text: &str) -> Option<Recurrence> {
    const RHYTHMS: [(&str, &str); 16] = [
        ("quarterly", "quarterly"),
        ("monthly", "monthly"),
        ("weekly", "weekly"),
        ("fortnightly", "fortnightly"),
        ("annual", "yearly"),
        ("annually", "yearly"),
        ("yearly", "yearly"),
        ("six-monthly", "every 6 months"),
        ("six monthly", "every 6 months"),
        ("bi-monthly", "every 2 months"),
        ("bi-annual", "every 6 months"),
        ("half-yearly", "every 6 months"),
        ("each quarter", "quarterly"),
        ("every quarter", "quarterly"),
        ("every month", "monthly"),
        ("every meeting", "every meeting"),
    ];
    const THINGS: [&str; 12] = [
        "briefing",
        "briefing note",
        "report",
        "reports",
        "update",
        "updates",
        "note",
        "review",
        "data",
        "dashboard",
        "information",
        "summary",
    ];
    let lower = text.to_ascii_lowercase();
    let to_come = has_any(
        &lower,
        &[
            "be",
            "to be",
            "will",
            "would",
            "receive",
            "provide",
            "report",
            "requested",
            "agreed",
        ],
    );
    if !to_come {
        return None;
    }
    let thing = THINGS
        .iter()
        .filter_map(|it| find_words(&lower, it))
        .max()?;
    let counted = every_so_many(&lower);
    let found = RHYTHMS
        .iter()
        .filter(|it| {
            !(it.0 == "monthly"
                && (lower.contains("six monthly")
                    || lower.contains("bi-monthly")
                    || lower.contains("six-monthly")))
        })
        .find_map(|(words, every)| find_words(&lower, words).map(|at| (at, (*every).to_owned())))
        .or(counted)?;
    // "an annual report" that is before the meeting is a report; "an annual report be received" comes again.
    let near = found.0.abs_diff(thing) < 80;
    let asked = has_any(
        &lower,
        &[
            "be received",
            "be provided",
            "be presented",
            "be submitted",
            "be brought",
            "be reported",
            "be circulated",
            "will receive",
            "would receive",
            "to receive",
            "be produced",
            "report back",
            "will be",
            "would be",
            "to be",
            "be included",
            "be shared",
            "provide",
        ],
    );
    (near && asked).then(|| Recurrence {
        text: squash(text),
        every: found.1,
        at: place(source, text),
    })
}

/// "every 12 weeks", "every six months".
pub(super) fn every_so_many(lower: &str) -> Option<(usize, String)> {
    let at = find_words(lower, "every")?;
    let mut words = lower[at..].split_whitespace().skip(1);
    let (number, unit) = (words.next()?, words.next()?);
    let unit = unit.trim_matches(|c: char| !c.is_alphabetic());
    (matches!(unit, "weeks" | "months" | "days") && number.len() < 8)
        .then(|| (at, format!("every {number} {unit}")))
}
