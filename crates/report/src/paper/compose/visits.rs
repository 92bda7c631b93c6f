//! Inspections and visits, and what was found (S-239, S-241, S-243 to S-245, S-249).

use super::lists::{after, choice, dated, points, since, stop};
use super::writer::Writer;
use crate::audience::Audience;
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
        |w, it| {
            let cases = cases(w.from.audience, it.text("sampled"), it.text("returned"));
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

/// How many cases were looked at, and sent back. They are shown together or not at all: where one is few, or what is left,
/// the other would tell of it.
fn cases(audience: Audience, sampled: &str, returned: &str) -> String {
    let rule = audience.rule();
    let number = |it: &str| it.trim().parse::<u64>().unwrap_or(0);
    let (all, back) = (number(sampled), number(returned));
    if [all, back, all.saturating_sub(back)]
        .iter()
        .any(|it| rule.hides(*it))
    {
        return " How many cases were looked at is hidden (c), because a number is small."
            .to_owned();
    }
    match (sampled, returned) {
        ("", _) => String::new(),
        (n, "") => format!(" {n} cases were looked at."),
        (n, back) => format!(" {n} cases were looked at, {back} of them sent back."),
    }
}
