//! Measures in sentences, charts or a table.

use super::writer::Writer;
use crate::paper::template::Insert;
use crate::paper::{Block, Text};
use crate::reading::Reading;
use std::collections::BTreeMap;
use waymark_measures::{Theme, catalogue};

/// `{measures names=… theme=… charts=yes}`.
pub(super) fn named(w: &mut Writer<'_>, insert: &Insert) {
    let from = w.from;
    let mut readings = answered(w, insert);
    let theme = insert.text("theme");
    if !theme.is_empty() {
        let of_theme = from.readings.iter().copied();
        let before = readings.len();
        readings.extend(
            of_theme.filter(|it| theme_word(it.measure().theme) == theme && it.latest().is_some()),
        );
        if readings.len() == before {
            let theme = theme.replace('-', " ");
            w.say(
                &theme,
                format!("No measure on {theme} has a figure, because no return that has been loaded answers one."),
            );
        }
    }
    readings.truncate(insert.number("most").unwrap_or(usize::MAX));
    if insert.yes("table") {
        w.measures_table("Latest figures", &readings);
        let charts = Charts::of(insert);
        readings.iter().for_each(|it| charts.put(w, it));
    } else {
        told(w, &readings, Charts::of(insert));
    }
}

/// What `{measures …}` may say besides what every insert may.
pub(super) fn fits(keys: &BTreeMap<String, String>) -> Result<(), String> {
    super::insert::fits(keys)?;
    super::insert::one_of(keys, "as", &["months", "counts"])?;
    match keys.get("theme") {
        Some(theme) => super::insert::there_is("theme", theme, &Theme::ALL.map(theme_word))?,
        None if keys.contains_key("names") => {}
        None => return Err("names or theme is missing".to_owned()),
    }
    match keys.contains_key("as") && keys.get("charts").is_none_or(|it| it != "yes") {
        true => Err("as is said without charts=yes".to_owned()),
        false => Ok(()),
    }
}

/// The measures that an insert names; a measure that no return answers is named, not left out.
pub(super) fn answered<'a>(w: &mut Writer<'a>, insert: &Insert) -> Vec<&'a Reading> {
    let all = insert.list("names").map(|name| one(w, name));
    all.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// The same of an insert of one measure.
pub(super) fn answered_one<'a>(w: &mut Writer<'a>, insert: &Insert) -> Option<&'a Reading> {
    one(w, insert.text("name"))
}

fn one<'a>(w: &mut Writer<'a>, name: &str) -> Option<&'a Reading> {
    let found = w.from.reading(name).filter(|it| it.latest().is_some());
    if found.is_none() {
        let title = catalogue::find(name).map_or(name, |it| it.title);
        w.say(
            name,
            format!("{title}: no figure, because no return that has been loaded answers it."),
        );
    }
    found
}

/// Which charts stand beside sentences.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Charts {
    /// None.
    No,
    /// Of the months, each as it is.
    Months,
    /// Of counted months: limits step with the number of cases.
    Counts,
}

impl Charts {
    pub(super) fn of(insert: &Insert) -> Self {
        match (insert.yes("charts"), insert.text("as")) {
            (false, _) => Self::No,
            (true, "counts") => Self::Counts,
            (true, _) => Self::Months,
        }
    }

    fn put(self, w: &mut Writer<'_>, reading: &Reading) {
        match self {
            Self::No => return,
            Self::Months => w.chart(reading),
            Self::Counts => w.chart_of_counts(reading),
        }
        super::trajectory::ahead(w, reading);
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
    told(w, &list[..most], Charts::of(insert));
    // What is not told in full is named: good news and bad news have the same room (S-297).
    if most < list.len() {
        let texts = list[most..].iter().map(|it| w.told_shortly(it)).collect();
        w.put(Block::Heading("Besides".to_owned()));
        w.put(Block::Points(texts));
    }
}

/// Each measure in its sentences, with its chart or without.
pub(super) fn told(w: &mut Writer<'_>, readings: &[&Reading], charts: Charts) {
    if charts != Charts::No {
        for reading in readings {
            let text = w.told(reading);
            w.put(Block::Text(text));
            charts.put(w, reading);
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
