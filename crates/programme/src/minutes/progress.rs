//! How far an action is, in the words of an action log.

use super::action::Progress;
use super::wording::after;

/// Phrases that begin or end an update, the longer before the shorter.
const PHRASES: [(&str, Progress); 47] = [
    ("not yet complete", Progress::Open),
    ("not yet started", Progress::Open),
    ("not complete", Progress::Open),
    ("not completed", Progress::Open),
    ("not started", Progress::Open),
    ("incomplete", Progress::Open),
    ("outstanding", Progress::Open),
    ("overdue", Progress::Open),
    ("open", Progress::Open),
    ("to do", Progress::Open),
    ("pending", Progress::Open),
    ("partially complete", Progress::InProgress),
    ("partially completed", Progress::InProgress),
    ("partly complete", Progress::InProgress),
    ("partly done", Progress::InProgress),
    ("part complete", Progress::InProgress),
    ("part completed", Progress::InProgress),
    ("in progress", Progress::InProgress),
    ("in hand", Progress::InProgress),
    ("on track", Progress::InProgress),
    ("on target", Progress::InProgress),
    ("ongoing", Progress::InProgress),
    ("on-going", Progress::InProgress),
    ("underway", Progress::InProgress),
    ("under way", Progress::InProgress),
    ("started", Progress::InProgress),
    ("begun", Progress::InProgress),
    ("carried forward", Progress::CarriedForward),
    ("carried over", Progress::CarriedForward),
    ("carry forward", Progress::CarriedForward),
    ("c/f", Progress::CarriedForward),
    ("rolled forward", Progress::CarriedForward),
    ("rolled over", Progress::CarriedForward),
    ("brought forward", Progress::CarriedForward),
    ("deferred", Progress::CarriedForward),
    ("postponed", Progress::CarriedForward),
    ("no longer required", Progress::Withdrawn),
    ("no longer needed", Progress::Withdrawn),
    ("withdrawn", Progress::Withdrawn),
    ("cancelled", Progress::Withdrawn),
    ("superseded", Progress::Withdrawn),
    ("completed", Progress::Done),
    ("complete", Progress::Done),
    ("done", Progress::Done),
    ("discharged", Progress::Done),
    ("actioned", Progress::Done),
    ("closed", Progress::Done),
];

/// Words that may lead to the phrase: "this action has now been completed".
const LEAD: [&str; 24] = [
    "status",
    "update",
    "action",
    "actions",
    "this",
    "is",
    "now",
    "has",
    "been",
    "was",
    "were",
    "all",
    "it",
    "are",
    "have",
    "the",
    "item",
    "to",
    "be",
    "rag",
    "red",
    "amber",
    "green",
    "recommended",
];

/// The state that an update gives: in its first words, or as its last.
pub(super) fn of(update: &str) -> Option<Progress> {
    let mut rest = update.trim().trim_start_matches(['(', '[', '*']);
    loop {
        if let Some(found) = PHRASES
            .iter()
            .find(|it| after(rest, it.0).is_some_and(stands_alone))
        {
            return Some(found.1);
        }
        let Some(next) = LEAD.iter().find_map(|it| after(rest, it)) else {
            break;
        };
        rest = next.trim_start_matches(|c: char| !c.is_alphanumeric());
    }
    let lower = update.to_ascii_lowercase();
    let ended = lower.trim_end_matches(|c: char| !c.is_alphanumeric());
    PHRASES
        .iter()
        .find(|(phrase, _)| {
            ended.strip_suffix(phrase).is_some_and(|before| {
                // "… – complete", "… (completed)", "…. Done": the phrase stands for itself.
                let before = before.trim_end();
                before.ends_with(['-', '–', '—', '(', '[', '.', ';', ':', ','])
            })
        })
        .map(|it| it.1)
}

/// Whether what follows a phrase leaves it a state: "open day" and "complete the form" are none.
fn stands_alone(rest: &str) -> bool {
    let rest = rest.trim_start();
    !rest.starts_with(char::is_alphanumeric)
        || [
            "to", "until", "at", "by", "from", "in", "on", "and", "with", "as", "for", "since",
            "but", "pending", "subject",
        ]
        .iter()
        .any(|it| after(rest, it).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_as_action_logs_give_them() {
        for (update, state) in [
            ("complete, extra clinics ran", Some(Progress::Done)),
            ("This action has now been completed.", Some(Progress::Done)),
            ("Letters went out on 4 May – done.", Some(Progress::Done)),
            ("not complete", Some(Progress::Open)),
            (
                "In progress: interviews in June",
                Some(Progress::InProgress),
            ),
            (
                "Carried forward to the July meeting",
                Some(Progress::CarriedForward),
            ),
            ("No longer required", Some(Progress::Withdrawn)),
            ("published in May and to be reviewed", None),
            ("Open day held on 3 May", None),
            ("the work that was done helped", None),
        ] {
            assert_eq!(of(update), state, "{update}");
        }
    }
}
