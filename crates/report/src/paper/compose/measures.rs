//! Measures in sentences, charts or a table.

use super::writer::Writer;
use crate::paper::template::Insert;
use crate::paper::{Block, Text};
use crate::reading::Reading;
use waymark_measures::{Theme, catalogue};

/// `{measures names=… theme=… charts=yes}`.
pub(super) fn named(w: &mut Writer<'_>, insert: &Insert) {
    let from = w.from;
    let mut readings: Vec<&Reading> = Vec::new();
    for name in insert.list("names") {
        match from.reading(name).filter(|it| it.latest().is_some()) {
            Some(reading) => readings.push(reading),
            // A measure that no return answers is named, not left out.
            None => {
                let title = catalogue::find(name).map_or(name, |it| it.title);
                w.say(
                    name,
                    format!(
                        "{title}: no figure, because no return that has been loaded answers it."
                    ),
                );
            }
        }
    }
    let theme = insert.text("theme");
    if !theme.is_empty() {
        let of_theme = from.readings.iter().copied();
        readings.extend(
            of_theme.filter(|it| theme_word(it.measure().theme) == theme && it.latest().is_some()),
        );
    }
    readings.truncate(insert.number("most").unwrap_or(usize::MAX));
    if insert.yes("table") {
        w.measures_table("Latest figures", &readings);
        if insert.yes("charts") {
            readings.iter().for_each(|it| w.chart(it));
        }
    } else {
        told(w, &readings, insert.yes("charts"));
    }
}

/// `{positives most=8}`.
pub(super) fn positives(w: &mut Writer<'_>, insert: &Insert) {
    let list = w.from.focus.positives.clone();
    focus(
        w,
        insert,
        &list,
        "No measure has improved by more than chance explains, and none keeps meeting its target.",
    );
}

/// `{next-areas most=8}`.
pub(super) fn next_areas(w: &mut Writer<'_>, insert: &Insert) {
    let list = w.from.focus.next_areas.clone();
    focus(
        w,
        insert,
        &list,
        "No measure has become worse by more than chance explains, and none will keep missing its target.",
    );
}

fn focus(w: &mut Writer<'_>, insert: &Insert, list: &[&Reading], none: &str) {
    if list.is_empty() {
        w.say("none", none);
        return;
    }
    let most = insert.number("most").unwrap_or(list.len()).min(list.len());
    told(w, &list[..most], insert.yes("charts"));
    // What is not told in full is named: good news and bad news have the same room (S-297).
    if most < list.len() {
        let texts = list[most..].iter().map(|it| w.told_shortly(it)).collect();
        w.put(Block::Heading("Besides".to_owned()));
        w.put(Block::Points(texts));
    }
}

/// Each measure in its sentences, with its chart or without.
pub(super) fn told(w: &mut Writer<'_>, readings: &[&Reading], charts: bool) {
    if charts {
        for reading in readings {
            let text = w.told(reading);
            w.put(Block::Text(text));
            w.chart(reading);
        }
    } else if !readings.is_empty() {
        let texts: Vec<Text> = readings.iter().map(|it| w.told(it)).collect();
        w.put(Block::Points(texts));
    }
}

/// A theme as a template names it: `looked-after`.
pub(super) fn theme_word(theme: Theme) -> String {
    theme.words().to_lowercase().replace(' ', "-")
}
