//! Changes in practice, resources and structure, with the effect that was expected and what was found.

use super::lists::{after, choice, dated, points, since, stop};
use super::writer::Writer;
use crate::paper::template::Insert;
use waymark_programme::kinds::CHANGE;

/// `{changes months=12}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let from = since(w, insert);
    let all = dated(w, &CHANGE, from);
    points(
        w,
        insert,
        &all,
        "No change in practice, resources or structure since then.",
        |_, it| {
            format!(
                "{}{}{}{}",
                it.date()
                    .map_or_else(String::new, |on| format!("{}: ", on.words())),
                stop(it.title()),
                after(" Expected: ", &stop(it.text("expected"))),
                match it.text("found") {
                    "" => format!(
                        " Effect: not found yet ({}).",
                        choice(it, "sort").to_lowercase()
                    ),
                    found => format!(" Found: {}", stop(found)),
                },
            )
        },
    );
}
