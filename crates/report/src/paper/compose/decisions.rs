//! The decisions that the meeting is asked for.

use super::writer::Writer;
use crate::paper::template::Insert;
use crate::paper::{Block, Text};
use waymark_programme::Record;
use waymark_programme::meetings::items;

/// `{decisions}`.
pub(super) fn write(w: &mut Writer<'_>, _: &Insert) {
    let from = w.from;
    let seeking: Vec<&Record> = from
        .meeting
        .map(|it| items(from.records, it.id))
        .unwrap_or_default()
        .into_iter()
        .filter(|it| !it.text("seeks").trim().is_empty())
        .collect();
    if seeking.is_empty() {
        w.say(
            "none",
            "No decision is sought: this paper is for information.",
        );
        return;
    }
    let texts: Vec<Text> = seeking
        .into_iter()
        .map(|it| {
            let number = it.text("number");
            let item = if number.is_empty() {
                it.title().to_owned()
            } else {
                format!("{number} {}", it.title())
            };
            w.of(
                it,
                format!("Item {item}: {}", super::lists::stop(it.text("seeks"))),
            )
        })
        .collect();
    w.put(Block::Points(texts));
}
