//! Lists that stand beside the figures: feedback, predictions, risks, delays, what is watched.

use super::lists::{after, choice, dated, on, points, since, stop};
use super::writer::Writer;
use crate::numbers::counted;
use crate::paper::template::Insert;
use waymark_programme::Record;
use waymark_programme::forums;
use waymark_programme::kinds::{FEEDBACK, PREDICTION, RISK};

/// `{feedback months=6}`.
pub(super) fn feedback(w: &mut Writer<'_>, insert: &Insert) {
    let from = since(w, insert);
    let all = dated(w, &FEEDBACK, from);
    points(
        w,
        insert,
        &all,
        "Nothing was fed back since then.",
        |_, it| {
            format!(
                "{} said{}: \u{201c}{}\u{201d}",
                choice(it, "source"),
                on(it.date()),
                it.title()
            )
        },
    );
}

/// `{predictions}`.
pub(super) fn predictions(w: &mut Writer<'_>, insert: &Insert) {
    let all = dated(w, &PREDICTION, None);
    points(w, insert, &all, "Nothing was predicted.", |w, it| {
        let due = w
            .from
            .records
            .due(it)
            .map_or_else(String::new, |due| format!(" for {}", due.words()));
        format!(
            "{}{}{due}: {} {}.{}",
            if it.text("said_by").is_empty() {
                "Expected"
            } else {
                it.text("said_by")
            },
            on(it.date()),
            stop(it.title()),
            it.state.title,
            after(" ", &stop(it.text("found")))
        )
    });
}

/// `{risks}`.
pub(super) fn risks(w: &mut Writer<'_>, insert: &Insert) {
    let weigh = |it: &Record, field: &str| {
        let choices = it.kind.field(field).map(|it| it.holds);
        match choices {
            Some(waymark_programme::kind::Holds::Choice(all)) => all
                .iter()
                .position(|(word, _)| *word == it.text(field))
                .unwrap_or(0),
            _ => 0,
        }
    };
    let mut all: Vec<&Record> = w.from.records.of(&RISK).filter(|it| it.is_open()).collect();
    all.sort_by_key(|it| {
        (
            std::cmp::Reverse(weigh(it, "severity") + weigh(it, "likelihood")),
            it.id,
        )
    });
    points(w, insert, &all, "No risk is open.", |_, it| {
        format!(
            "{} Likelihood: {}; severity: {}.{}{}",
            stop(it.title()),
            lower(choice(it, "likelihood")),
            lower(choice(it, "severity")),
            after(" For children: ", &stop(it.text("effect"))),
            after(" What is done: ", &stop(it.text("mitigation"))),
        )
    });
}

/// `{delays}`.
pub(super) fn delays(w: &mut Writer<'_>, insert: &Insert) {
    let delays = forums::delays(w.from.records);
    let all: Vec<&Record> = delays.iter().map(|it| it.delay).collect();
    points(w, insert, &all, "Nothing is delayed.", |_, it| {
        let delay = delays.iter().find(|delay| delay.delay.id == it.id);
        let of = delay
            .and_then(|it| it.of)
            .map_or_else(String::new, |of| format!("{}: ", of.title()));
        let days = delay
            .and_then(|it| it.days)
            .map_or_else(String::new, |days| {
                format!(" ({} later)", counted(i64::from(days), "day"))
            });
        let new = it.day("due_now").map_or_else(
            || " No new date is decided.".to_owned(),
            |day| format!(" Now due {}{days}.", day.words()),
        );
        format!(
            "{of}{}{new}{}{}",
            stop(it.title()),
            after(" Decided: ", &stop(it.text("decision"))),
            after(" Effect: ", &stop(it.text("effect")))
        )
    });
}

/// `{watch}`.
pub(super) fn watch(w: &mut Writer<'_>, insert: &Insert) {
    let watched = forums::watch_list(w.from.records, w.from.on());
    let all: Vec<&Record> = watched.iter().map(|it| it.watch).collect();
    points(w, insert, &all, "Nothing is on the watch list.", |_, it| {
        format!(
            "{} Watched since {} because {}{}{}",
            stop(it.title()),
            it.date().map_or_else(String::new, waymark_data::Day::words),
            stop(&lower(it.text("why"))),
            after(" It comes off when ", &stop(&lower(it.text("exit_rule")))),
            after(" Seen: ", &stop(it.text("found"))),
        )
    });
}

/// With a small letter, unless the first word is an acronym.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}
