//! Measures by district or locality: the county's number always has its areas below it (S-298).

use super::measures::answered;
use super::writer::{Writer, title};
use crate::audience::Audience;
use crate::chart::{
    Drawn, Funnel, Heat, HeatCell, HeatRow, Multiples, Units, dots, funnel, heat, multiples,
};
use crate::focus::BY_CHANCE;
use crate::numbers::{counted, decimal};
use crate::paper::Block;
use crate::paper::template::Insert;
use crate::reading::Reading;
use std::collections::BTreeMap;
use waymark_data::Month;
use waymark_measures::signals::{Change, Kind};
use waymark_measures::{By, Unit};

/// What the council's own numbers are called beside those of its areas.
const WHOLE: &str = "Whole council";

/// What `{areas …}` may say besides what every insert may.
pub(super) fn fits(keys: &BTreeMap<String, String>) -> Result<(), String> {
    super::insert::fits(keys)?;
    super::insert::needs(keys, "names")?;
    super::insert::one_of(keys, "as", &["dots", "funnel", "panels", "heat"])
}

/// `{areas names=… by=district as=dots}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let by = match insert.text("by") {
        "locality" => By::Locality,
        _ => By::District,
    };
    let readings = answered(w, insert);
    if insert.text("as") == "heat" && !readings.is_empty() {
        return as_heat(w, by, &readings);
    }
    for reading in readings {
        let text = w.told_shortly(reading);
        w.put(Block::Text(text));
        match insert.text("as") {
            "funnel" => as_funnel(w, by, reading),
            "panels" => as_panels(w, by, reading),
            _ => as_dots(w, by, reading),
        }
    }
}

/// "district", "districts".
fn words(by: By) -> (&'static str, &'static str) {
    match by {
        By::Locality => ("locality", "localities"),
        _ => ("district", "districts"),
    }
}

fn put(w: &mut Writer<'_>, by: By, reading: &Reading, drawn: Drawn, areas: &[Reading]) {
    let mut keys: Vec<String> = w.latest(reading).into_iter().collect();
    keys.extend(areas.iter().filter_map(|it| w.latest(it)));
    let months = match areas {
        [] => "",
        _ => ", month by month",
    };
    let title = format!("{} by {}{months}", title(reading), words(by).0);
    w.drawn(title, drawn, keys);
}

fn as_dots(w: &mut Writer<'_>, by: By, reading: &Reading) {
    match (w.from.breakdown)(reading.measure(), by) {
        Some(breakdown) => {
            let id = w.drawing("areas", reading);
            put(w, by, reading, dots(&breakdown, &id), &[]);
        }
        None => w.say(&reading.measure().name(), "By area: not shown, because small numbers could be worked out from it or the list it comes from does not name areas."),
    }
}

/// Areas within what chance allows their size. What is neither a share nor a rate has no such limits: dots.
fn as_funnel(w: &mut Writer<'_>, by: By, reading: &Reading) {
    let breakdown = (w.from.breakdown)(reading.measure(), by);
    match breakdown.map(|it| (Funnel::of(&it), it.table())) {
        Some((Some(of), table)) => {
            let id = w.drawing("funnel", reading);
            let mut drawn = funnel(&of, &id);
            // The table that is held against all the public has had, and hidden in where it must be.
            if w.from.audience == Audience::Public {
                drawn.table = table;
            }
            put(w, by, reading, drawn, &[]);
        }
        _ => as_dots(w, by, reading),
    }
}

/// A small chart of each area's months, all on one scale.
fn as_panels(w: &mut Writer<'_>, by: By, reading: &Reading) {
    let (areas, without) = within(w, by, reading);
    let Some(of) = Multiples::of(&areas, words(by)) else {
        w.say(&reading.measure().name(), why_no_months(w, by));
        return as_dots(w, by, reading);
    };
    let id = w.drawing("panels", reading);
    let mut drawn = multiples(&of.beside(&format!("{WHOLE}’s mean"), reading), &id);
    if !without.is_empty() {
        drawn.sentence += &format!(" There is no figure for {}.", without.join(", "));
    }
    put(w, by, reading, drawn, &areas);
}

/// The latest complete month of every measure in every area, with what its signals allow to be said.
fn as_heat(w: &mut Writer<'_>, by: By, readings: &[&Reading]) {
    let texts = readings.iter().map(|it| w.told_shortly(it)).collect();
    w.put(Block::Points(texts));
    // Each measure's own latest month: follow-up runs out later for some.
    let shown: Vec<(&Reading, Month)> = readings
        .iter()
        .filter_map(|it| Some((*it, it.slots[it.latest_slot()?].month)))
        .collect();
    let by_area: Vec<Vec<Reading>> = shown.iter().map(|it| within(w, by, it.0).0).collect();
    if by_area.iter().all(Vec::is_empty) {
        w.say("heat", why_no_months(w, by));
        shown.iter().for_each(|it| as_dots(w, by, it.0));
        return;
    }
    let whole = HeatRow {
        name: WHOLE.to_owned(),
        cells: shown.iter().map(|(it, month)| cell(it, *month)).collect(),
    };
    let row = |name: String| HeatRow {
        cells: shown
            .iter()
            .zip(&by_area)
            .map(|((_, month), areas)| {
                let found = areas.iter().find(|it| is_of(it, &name));
                found.map_or(HeatCell::EMPTY, |it| cell(it, *month))
            })
            .collect(),
        name,
    };
    let mut rows = vec![whole];
    rows.extend(names(w, by, shown[0].0).into_iter().map(row));
    let month = shown[0].1;
    let is_one_month = shown.iter().all(|it| it.1 == month);
    let caption = match is_one_month {
        true => format!("{} by {}", month.words(), words(by).0),
        false => format!("Latest complete month by {}", words(by).0),
    };
    let column = |(it, month): &(&Reading, Month)| match is_one_month {
        true => title(it),
        false => format!("{}, {}", title(it), month.short()),
    };
    let of = Heat {
        title: caption.clone(),
        rows_are: super::writer::capital(words(by).0),
        columns_are: "Measure".to_owned(),
        columns: shown.iter().map(column).collect(),
        rows,
        units: Units::Columns(shown.iter().map(|it| it.0.measure().unit).collect()),
    };
    let id = w.drawing("heat", shown[0].0);
    let drawn = heat(&of, &id);
    let mut keys: Vec<String> = shown.iter().filter_map(|it| w.latest(it.0)).collect();
    keys.extend(by_area.iter().flatten().filter_map(|it| w.latest(it)));
    w.drawn(caption, drawn, keys);
    w.say("chance", chance(&shown, &by_area));
}

/// How many marks of the heat map chance alone would give: they are not in the budget of charts.
fn chance(shown: &[(&Reading, Month)], by_area: &[Vec<Reading>]) -> String {
    let is_judged = |it: &&Reading| {
        !matches!(
            it.verdict.change,
            Change::TooEarly(_) | Change::NotJudged(_)
        )
    };
    let all = shown.iter().map(|it| it.0);
    let judged = all
        .chain(by_area.iter().flatten())
        .filter(is_judged)
        .count();
    let judged = u32::try_from(judged).unwrap_or(u32::MAX);
    format!(
        "{} here {} judged month by month. If nothing had changed at all, chance alone would mark {} of them on average.",
        super::writer::capital(&counted(i64::from(judged), "value")),
        if judged == 1 { "is" } else { "are" },
        decimal(f64::from(judged) * BY_CHANCE)
    )
}

/// A month's value, and what may be said of the measure where that is its latest month.
fn cell(reading: &Reading, month: Month) -> HeatCell {
    let latest = reading.latest_slot().map(|at| reading.slots[at].month);
    let signal = match reading.verdict.change {
        _ if latest != Some(month) => Kind::CommonCause,
        Change::Improved(_) => Kind::Improvement,
        Change::Worse(_) => Kind::Concern,
        Change::Higher(_) | Change::Lower(_) => Kind::Neutral,
        Change::NoRealChange | Change::TooEarly(_) | Change::NotJudged(_) => Kind::CommonCause,
    };
    HeatCell {
        signal,
        ..HeatCell::of(reading, month)
    }
}

fn is_of(reading: &Reading, name: &str) -> bool {
    reading.series.group.as_deref() == Some(name)
}

/// The names of the areas, in their own order.
fn names(w: &Writer<'_>, by: By, reading: &Reading) -> Vec<String> {
    if by == By::District {
        return w.from.districts.iter().map(|it| (*it).to_owned()).collect();
    }
    let breakdown = (w.from.breakdown)(reading.measure(), by);
    breakdown.map_or_else(Vec::new, |it| {
        it.rows.into_iter().map(|it| it.name).collect()
    })
}

/// The measure's series in each area, and the areas where there is none.
fn within(w: &Writer<'_>, by: By, reading: &Reading) -> (Vec<Reading>, Vec<String>) {
    let mut found = Vec::new();
    let mut without = Vec::new();
    // A series of shares has bands, and none of them in an area.
    if reading.measure().unit == Unit::Share {
        return (found, without);
    }
    for name in names(w, by, reading) {
        match (w.from.in_area)(reading.measure(), &name).filter(|it| it.latest().is_some()) {
            Some(of_area) => found.push(of_area),
            None => without.push(name),
        }
    }
    (found, without)
}

fn why_no_months(w: &Writer<'_>, by: By) -> String {
    let (one, many) = words(by);
    match w.from.audience {
        Audience::Public => format!(
            "Month by month for each {one} it is not shown to the public, because small numbers could be worked out from it; the latest figures stand here instead."
        ),
        Audience::Board => format!(
            "No return tells it month by month for the {many}; the latest figures stand here instead."
        ),
    }
}
