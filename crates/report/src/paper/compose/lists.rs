//! What several inserts do alike: records of a time, choices in words, points of a list.

use super::writer::Writer;
use crate::paper::template::Insert;
use crate::paper::{Block, Text};
use waymark_data::Day;
use waymark_programme::kind::Holds;
use waymark_programme::meetings::said_on;
use waymark_programme::{Kind, Record};

/// A choice as people read it.
pub(super) fn choice<'a>(record: &'a Record, field: &str) -> &'a str {
    let word = record.text(field);
    match record.kind.field(field).map(|it| it.holds) {
        Some(Holds::Choice(all)) => all.iter().find(|it| it.0 == word).map_or(word, |it| it.1),
        _ => word,
    }
}

/// ": text" where there is text.
pub(super) fn after(sign: &str, text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        String::new()
    } else {
        format!("{sign}{text}")
    }
}

/// The text with a full stop.
pub(super) fn stop(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// The first day of so many months back, by the insert's `months`; without it, the day of the committee's meeting before.
pub(super) fn since(w: &Writer<'_>, insert: &Insert) -> Option<Day> {
    if let Some(months) = insert.number("months") {
        let months = i32::try_from(months.min(1200)).unwrap_or(1200);
        return Some(w.from.on().plus_months(-months));
    }
    super::asked::meetings_before(w.from)
        .first()
        .and_then(|it| it.date())
}

/// The records of a kind that are dated from a day on, and no later than the paper's meeting, the latest first.
pub(super) fn dated<'a>(w: &Writer<'a>, kind: &'a Kind, from: Option<Day>) -> Vec<&'a Record> {
    let until = w.from.on();
    let mut all: Vec<(Option<Day>, &Record)> = w
        .from
        .records
        .of(kind)
        .map(|it| (said_on(w.from.records, it), it))
        .filter(|(on, _)| on.is_none_or(|on| on <= until && from.is_none_or(|from| on >= from)))
        .filter(|(on, _)| from.is_none() || on.is_some())
        .collect();
    all.sort_by_key(|(on, it)| std::cmp::Reverse((*on, it.id)));
    all.into_iter().map(|it| it.1).collect()
}

/// Puts a point for each record, at most so many, and says how many are left out; or why there is none.
pub(super) fn points<'a>(
    w: &mut Writer<'a>,
    insert: &Insert,
    records: &[&'a Record],
    none: &str,
    words: impl Fn(&Writer<'a>, &Record) -> String,
) {
    if records.is_empty() {
        w.say("none", none);
        return;
    }
    let most = insert
        .number("most")
        .unwrap_or(usize::MAX)
        .min(records.len());
    let texts: Vec<Text> = records[..most]
        .iter()
        .map(|it| {
            let words = words(w, it);
            w.of(it, words)
        })
        .collect();
    w.put(Block::Points(texts));
    if most < records.len() {
        let left = i64::try_from(records.len() - most).unwrap_or(i64::MAX);
        w.say(
            "left-out",
            format!("{} more not listed here.", crate::numbers::whole(left)),
        );
    }
}

/// "on 3 May 2018", or nothing.
pub(super) fn on(day: Option<Day>) -> String {
    day.map_or_else(String::new, |it| format!(" on {}", it.words()))
}
