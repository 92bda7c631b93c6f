//! Inspections and visits, and what was found (S-239, S-241, S-243 to S-245, S-249).

use super::lists::{after, choice, dated, points, since, stop};
use super::writer::Writer;
use crate::paper::template::Insert;
use waymark_programme::kinds::VISIT;

/// `{visits months=12}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let from = since(w, insert);
    let all = dated(w, &VISIT, from);
    points(
        w,
        insert,
        &all,
        "No inspection or visit since then.",
        |_, it| {
            let cases = match it.text("sampled") {
                "" => String::new(),
                n => format!(
                    " {n} cases were looked at{}.",
                    match it.text("returned") {
                        "" => String::new(),
                        n => format!(", {n} of them sent back"),
                    }
                ),
            };
            format!(
                "{}{}{}.{cases}{}{}",
                it.title(),
                it.date()
                    .map_or_else(String::new, |on| format!(", {}", on.words())),
                after(": ", choice(it, "grade")),
                after(" ", &stop(it.text("outcome"))),
                after(" Since the visit before: ", &stop(choice(it, "changed"))),
            )
        },
    );
}
