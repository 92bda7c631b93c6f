//! What this committee asked before, and what was done: the report shows both (S-273, S-276, S-279).

use super::lists::{after, choice, stop};
use super::writer::Writer;
use crate::paper::material::Material;
use crate::paper::template::Insert;
use crate::paper::{Block, Text};
use waymark_programme::Record;
use waymark_programme::kinds::{ACTION, MATTER_ARISING, QUESTION, RECOMMENDATION};
use waymark_programme::meetings::{meeting_of, of_body, said_on};

/// The committee's meetings before the paper's, the latest first.
pub(super) fn meetings_before<'a>(from: &Material<'a>) -> Vec<&'a Record> {
    let Some(committee) = from.committee else {
        return Vec::new();
    };
    let mut before: Vec<&Record> = of_body(from.records, committee)
        .into_iter()
        .filter(|it| it.date().is_some_and(|on| on < from.on()))
        .filter(|it| it.state.word != "cancelled")
        .collect();
    before.sort_by_key(|it| std::cmp::Reverse(it.date()));
    before
}

/// `{asked meetings=1 most=20}`: from the last meetings all, from earlier ones what is still open.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let from = w.from;
    let before = meetings_before(from);
    let Some(last) = before.first() else {
        w.say(
            "none",
            "This is the first meeting on record of this committee: nothing was asked before.",
        );
        return;
    };
    let near = insert.number("meetings").unwrap_or(1).min(before.len());
    let (recent, older) = before.split_at(near);
    let at = |list: &[&Record], record: &Record| {
        meeting_of(from.records, record)
            .is_some_and(|meeting| list.iter().any(|it| it.id == meeting.id))
    };
    let mut asked: Vec<&Record> = [&RECOMMENDATION, &QUESTION, &MATTER_ARISING, &ACTION]
        .into_iter()
        .flat_map(|kind| from.records.of(kind))
        .filter(|it| at(recent, it) || (it.is_open() && at(older, it)))
        .collect();
    asked.sort_by_key(|it| {
        (
            std::cmp::Reverse(said_on(from.records, it)),
            it.is(&ACTION),
            it.id,
        )
    });
    if asked.is_empty() {
        w.say(
            "nothing",
            format!(
                "Nothing was asked at {}, and nothing from before is open.",
                last.title()
            ),
        );
        return;
    }
    let most = insert.number("most").unwrap_or(usize::MAX);
    let left = asked.len().saturating_sub(most);
    let texts: Vec<Text> = asked
        .into_iter()
        .take(most)
        .map(|it| {
            let words = said(from, it);
            w.of(it, words)
        })
        .collect();
    w.put(Block::Points(texts));
    if left > 0 {
        w.say("left-out", format!("{left} more not listed here."));
    }
}

/// What was asked, when, and what came of it.
fn said(from: &Material<'_>, it: &Record) -> String {
    let on = said_on(from.records, it).map_or_else(String::new, |on| format!(" ({})", on.words()));
    let what = match it.kind.word {
        "recommendation" => "You recommended",
        "question" => "You asked",
        "matter-arising" => "You were promised",
        _ => "It was agreed",
    };
    let came = match it.kind.word {
        "recommendation" => format!(
            "{}{}{}",
            choice(it, "reply"),
            after(". ", &stop(it.text("response"))),
            after(" ", &stop(it.text("evidence")))
        ),
        "question" => it.text("answer").to_owned(),
        "matter-arising" => it.text("reported").to_owned(),
        _ => [it.text("evidence"), it.text("progress")]
            .into_iter()
            .find(|it| !it.is_empty())
            .unwrap_or_default()
            .to_owned(),
    };
    let over = from.records.days_over(it, from.on());
    let state = match over {
        Some(days) => format!(
            "{}, {} overdue",
            it.state.title,
            crate::numbers::counted(i64::from(days), "day")
        ),
        None => match from.records.due(it).filter(|_| it.is_open()) {
            Some(due) => format!("{}, due {}", it.state.title, due.words()),
            None => it.state.title.to_owned(),
        },
    };
    let owners = it.owners().join(", ");
    format!(
        "{what}{on}: {} {}{}.{}",
        stop(it.title()),
        state,
        after(" with ", &owners),
        after(" ", &stop(&came))
    )
}
