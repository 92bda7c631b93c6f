//! Questions that members asked, and what they were told: how many, why, what impact, what happens next (S-278, S-282).

use super::lists::{after, dated, points, since, stop};
use super::writer::Writer;
use crate::paper::template::Insert;
use waymark_programme::kinds::QUESTION;
use waymark_programme::meetings::said_on;

/// `{questions months=6 most=30}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let from = since(w, insert);
    let all = dated(w, &QUESTION, from);
    points(
        w,
        insert,
        &all,
        "No question was asked since then.",
        |w, it| {
            let on = said_on(w.from.records, it)
                .map_or_else(String::new, |on| format!(", {}", on.words()));
            let who = if it.text("asked_by").is_empty() {
                "A member"
            } else {
                it.text("asked_by")
            };
            let answer = it.text("answer");
            if answer.is_empty() {
                let due = w
                    .from
                    .records
                    .due(it)
                    .map_or_else(String::new, |due| format!(", due {}", due.words()));
                format!("{who}{on}: {} Not answered yet{due}.", stop(it.title()))
            } else {
                format!(
                    "{who}{on}: {} Answer{}: {}",
                    stop(it.title()),
                    after(" from ", it.text("answered_by")),
                    stop(answer)
                )
            }
        },
    );
}
