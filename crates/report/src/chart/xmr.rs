//! The chart of a monthly series: points in the month, mean and limits, target, signals.

use super::events::{self, Event, Placed};
use super::legend::{self, Entry};
use super::marks::{self, Mark};
use super::scale::{Reach, Scale};
use super::svg::{Anchor, HALO, Svg, colour, text_width};
use super::{Drawn, Size, series_table};
use crate::amount::{bare_value, unit_heading, unit_range, unit_value};
use crate::reading::{Reading, State};
use crate::sentence::{clip, sentences};
use waymark_data::Month;
use waymark_measures::Unit;
use waymark_measures::signals::one_decimal;

/// Which lines are drawn besides mean, limits and target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The near limits, two thirds of the way to the limits.
    pub near_limits: bool,
}

const MEAN: &str = "stroke=\"#505a5f\" stroke-width=\"1.5\"";
const LIMIT: &str = "stroke=\"#505a5f\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"";
const NEAR: &str = "stroke=\"#505a5f\" stroke-width=\"1\" stroke-dasharray=\"1 4\"";
const TARGET: &str = "stroke=\"#4c2c92\" stroke-width=\"2\" stroke-dasharray=\"12 4 2 4\"";
const HAPPENED: &str = "stroke=\"#1d70b8\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"";
const SERIES: &str = "stroke=\"#0b0c0c\" stroke-width=\"1.5\" stroke-linejoin=\"round\"";
const TOWARDS: &str = "stroke=\"#0b0c0c\" stroke-width=\"1\" stroke-dasharray=\"2 3\"";

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn xmr(reading: &Reading, id: &str, lines: Lines) -> Drawn {
    xmr_marked(reading, id, lines, &[])
}

/// The same with what happened meanwhile marked on it, in its key, its table and its sentence.
#[must_use]
pub fn xmr_marked(reading: &Reading, id: &str, lines: Lines, happened: &[Event]) -> Drawn {
    let placed = events::placed(reading, happened);
    let mut table = series_table(reading);
    events::note(&mut table, &placed);
    let mut sentence = sentences(reading).page.swap_remove(0);
    if !placed.is_empty() {
        sentence.push(' ');
        sentence.push_str(&events::sentence(&placed));
    }
    Drawn {
        wide: drawn(reading, id, Size::Wide, lines, &placed),
        narrow: drawn(
            reading,
            &format!("{id}-narrow"),
            Size::Narrow,
            lines,
            &placed,
        ),
        table,
        sentence,
    }
}

/// The chart in one size. `id` must be unique in the page.
#[must_use]
pub fn xmr_svg(reading: &Reading, id: &str, size: Size, lines: Lines) -> String {
    drawn(reading, id, size, lines, &[])
}

fn drawn(reading: &Reading, id: &str, size: Size, lines: Lines, placed: &[Placed<'_>]) -> String {
    let mut svg = Svg::new();
    let frame = Frame::new(reading, size);
    grid(&mut svg, reading, &frame);
    months(&mut svg, reading, &frame);
    limits(&mut svg, reading, &frame, lines);
    happened(&mut svg, &frame, placed);
    series(&mut svg, reading, &frame);
    latest_value(&mut svg, reading, &frame);
    let mut key = key(reading, &frame, lines);
    key.extend(events::key(placed, size));
    let top = frame.bottom + size.text() * 3.4;
    let height = legend::draw(&mut svg, &key, (6.0, top), size.width() - 12.0, size.text());
    let title = reading.series.title();
    let mut description = sentences(reading).home;
    for more in [
        events::sentence(placed).as_str(),
        "The figures are in the table with this chart.",
    ] {
        if !more.is_empty() {
            description.push(' ');
            description.push_str(more);
        }
    }
    svg.finish(
        id,
        size.class(),
        (size.width(), top + height),
        (&title, &description),
    )
}

/// Where things are.
struct Frame {
    size: Size,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    values: Scale,
    slots: usize,
}

impl Frame {
    fn new(reading: &Reading, size: Size) -> Self {
        let text = size.text();
        let (top, bottom) = match size {
            Size::Wide => (text * 2.6, 275.0),
            Size::Narrow => (text * 2.6, 245.0),
        };
        let clip = clip(reading);
        let mut values: Vec<f64> = reading
            .slots
            .iter()
            .filter_map(|slot| slot.state.seen())
            .collect();
        values.extend(reading.series.target);
        for limits in reading.chart.phases.iter().filter_map(|it| it.limits) {
            let (low, high) = limits.drawn(clip);
            values.extend([low, high]);
        }
        let reach = reach(reading.measure().unit);
        let values = Scale::of(&values, reach, 5, (bottom, top));
        let labels = values.ticks.iter().map(|tick| axis_value(reading, *tick));
        let widest = labels
            .map(|label| text_width(&label, text))
            .fold(0.0, f64::max);
        Self {
            size,
            left: widest * 1.08 + 14.0,
            right: size.width() - 18.0,
            top,
            bottom,
            values,
            slots: reading.slots.len(),
        }
    }

    #[allow(clippy::cast_precision_loss)] // months
    fn x(&self, slot: f64) -> f64 {
        let inset = 10.0;
        let (left, right) = (self.left + inset, self.right - inset);
        if self.slots < 2 {
            return f64::midpoint(left, right);
        }
        left + (right - left) * slot / (self.slots - 1) as f64
    }

    #[allow(clippy::cast_precision_loss)]
    fn place(&self, slot: usize, value: f64) -> (f64, f64) {
        (self.x(slot as f64), self.values.at(value))
    }
}

pub(super) fn reach(unit: Unit) -> Reach {
    let percent = matches!(unit, Unit::Percent | Unit::Share);
    Reach {
        floor: (unit != Unit::Net).then_some(0.0),
        ceiling: percent.then_some(100.0),
        whole: matches!(unit, Unit::Count | Unit::Net),
    }
}

fn axis_value(reading: &Reading, value: f64) -> String {
    match reading.measure().unit {
        Unit::Percent | Unit::Share => format!("{}%", crate::numbers::short(value)),
        Unit::Count | Unit::Net => bare_value(reading.measure(), value),
        _ => crate::numbers::short(value),
    }
}

fn grid(svg: &mut Svg, reading: &Reading, frame: &Frame) {
    let text = frame.size.text();
    for tick in &frame.values.ticks {
        let y = frame.values.at(*tick);
        let stroke = if *tick == 0.0 {
            colour::GREY
        } else {
            colour::GRID
        };
        svg.line(
            (frame.left, y),
            (frame.right, y),
            &format!("stroke=\"{stroke}\" stroke-width=\"1\""),
        );
        let label = axis_value(reading, *tick);
        svg.text(
            (frame.left - 6.0, y + text * 0.35),
            text,
            Anchor::End,
            &label,
            "",
        );
    }
    let heading = unit_heading(reading.measure());
    svg.text((6.0, text), text, Anchor::Start, heading, "");
}

/// Labels the months that there is room for; under the first, and under the first of each year, the year.
fn months(svg: &mut Svg, reading: &Reading, frame: &Frame) {
    let text = frame.size.text();
    let Some(first) = reading.slots.first().map(|slot| slot.month) else {
        return;
    };
    let room = if frame.slots < 2 {
        f64::INFINITY
    } else {
        frame.x(1.0) - frame.x(0.0)
    };
    let needed = text_width("Mmm ", text) + 6.0;
    let step = [1, 2, 3, 4, 6, 12, 24, 60, 120]
        .into_iter()
        .find(|step| f64::from(*step) * room >= needed)
        .unwrap_or(120);
    let january = Month::new(2000, 1);
    let mut year = String::new();
    for (slot, it) in reading.slots.iter().enumerate() {
        let labelled = january.months_until(it.month).rem_euclid(step) == 0
            || (step == 1 && it.month == first);
        let (x, _) = frame.place(slot, 0.0);
        let long = if labelled { 6.0 } else { 3.0 };
        svg.line(
            (x, frame.bottom),
            (x, frame.bottom + long),
            &format!("stroke=\"{}\" stroke-width=\"1\"", colour::GREY),
        );
        if !labelled {
            continue;
        }
        let short = it.month.short();
        let (name, its_year) = short.split_once(' ').unwrap_or((&short, ""));
        svg.text(
            (x, frame.bottom + 6.0 + text),
            text,
            Anchor::Middle,
            name,
            "",
        );
        if year != its_year {
            its_year.clone_into(&mut year);
            svg.text(
                (x, frame.bottom + 6.0 + text * 2.2),
                text,
                Anchor::Middle,
                its_year,
                "font-weight=\"bold\"",
            );
        }
    }
}

/// Mean and limits of each phase, broken at a rebase; the middle value of a series too short for limits; the target.
#[allow(clippy::cast_precision_loss)] // months
fn limits(svg: &mut Svg, reading: &Reading, frame: &Frame, lines: Lines) {
    let text = frame.size.text();
    for (n, phase) in reading.chart.phases.iter().enumerate() {
        let from = frame.x(phase.range.start as f64 - 0.4).max(frame.left);
        let to = frame.x(phase.range.end as f64 - 0.6).min(frame.right);
        let mut across = |value: f64, line: &str| {
            let y = frame.values.at(value);
            svg.line((from, y), (to, y), line);
        };
        if let Some(limits) = phase.limits {
            let (low, high) = limits.drawn(clip(reading));
            across(limits.mean, MEAN);
            across(low, LIMIT);
            across(high, LIMIT);
            if lines.near_limits {
                across(limits.near_lower.max(low), NEAR);
                across(limits.near_upper.min(high), NEAR);
            }
        } else if let Some(median) = reading.chart.median {
            across(median, MEAN);
        }
        if n > 0 {
            let x = frame.x(phase.range.start as f64 - 0.5);
            svg.line((x, frame.top), (x, frame.bottom), NEAR);
            let near_end = x > frame.right - text_width("Limits anew", text);
            let (anchor, dx) = if near_end {
                (Anchor::End, -4.0)
            } else {
                (Anchor::Start, 4.0)
            };
            svg.text((x + dx, frame.top - 4.0), text, anchor, "Limits anew", "");
        }
    }
    if let Some(target) = reading.series.target {
        let y = frame.values.at(target);
        svg.line((frame.left, y), (frame.right, y), TARGET);
    }
}

/// A line and a letter where something happened.
fn happened(svg: &mut Svg, frame: &Frame, placed: &[Placed<'_>]) {
    let text = frame.size.text();
    for it in placed {
        let x = frame.x(it.slot);
        svg.line((x, frame.top), (x, frame.bottom), HAPPENED);
        svg.text(
            (x, frame.top + text * 0.9),
            text,
            Anchor::Middle,
            &it.letter.to_string(),
            &format!("font-weight=\"bold\" {HALO}"),
        );
    }
}

/// The line, broken where a month has no figure, dotted towards months that are not complete; then the marks.
fn series(svg: &mut Svg, reading: &Reading, frame: &Frame) {
    let mut stretch: Vec<(f64, f64)> = Vec::new();
    for (slot, it) in reading.slots.iter().enumerate() {
        if let State::Judged(value) = it.state {
            stretch.push(frame.place(slot, value));
        } else {
            svg.path(&stretch, SERIES);
            stretch.clear();
        }
    }
    svg.path(&stretch, SERIES);
    for (before, pair) in reading.slots.windows(2).enumerate() {
        if let (Some(from), State::Provisional(to)) = (pair[0].state.seen(), pair[1].state) {
            svg.path(
                &[frame.place(before, from), frame.place(before + 1, to)],
                TOWARDS,
            );
        }
    }
    let scale = if frame.slots > 30 { 0.8 } else { 1.0 };
    for (slot, it) in reading.slots.iter().enumerate() {
        if let (Some(mark), Some(value)) = (Mark::of(reading, slot), it.state.seen()) {
            let at = frame.place(slot, value);
            mark.draw(svg, at, scale);
            if is_restated(reading, slot) {
                Mark::Restated.draw(svg, at, scale);
            }
        }
    }
}

/// Whether a reader can see that it says something else now: a ring round every month that moved by a hundredth would
/// hide those that moved. The table tells them all.
fn is_restated(reading: &Reading, slot: usize) -> bool {
    let Some(point) = reading.point(slot) else {
        return false;
    };
    let shown = |value: Option<f64>| value.map(one_decimal);
    point
        .restated_from()
        .is_some_and(|was| shown(was.parts.value) != shown(point.parts.value))
}

/// The value of the latest judged point beside its mark.
fn latest_value(svg: &mut Svg, reading: &Reading, frame: &Frame) {
    let text = frame.size.text();
    let Some(slot) = reading.latest_slot() else {
        return;
    };
    let Some(value) = reading.slots[slot].state.seen() else {
        return;
    };
    let (x, y) = frame.place(slot, value);
    let label = short_value(reading, value);
    let half = text_width(&label, text) / 2.0;
    // Out of the way of months that are not complete yet.
    let aside = if slot + 1 < frame.slots { half } else { 0.0 };
    let x = (x - aside).clamp(frame.left + half, frame.right + 14.0 - half);
    // On the side that the line does not come from.
    let before = slot
        .checked_sub(1)
        .and_then(|it| reading.slots[it].state.seen());
    let below = before.is_some_and(|before| before > value);
    let y = if below && y + text * 1.6 < frame.bottom {
        y + text * 1.5
    } else {
        y - text * 0.8
    };
    svg.text(
        (x, y),
        text,
        Anchor::Middle,
        &label,
        &format!("font-weight=\"bold\" {HALO}"),
    );
}

fn short_value(reading: &Reading, value: f64) -> String {
    match reading.measure().unit {
        Unit::Rate | Unit::MeanDays | Unit::MedianWorkingDays => crate::numbers::short(value),
        _ => unit_value(reading.measure(), value),
    }
}

fn key(reading: &Reading, frame: &Frame, lines: Lines) -> Vec<Entry> {
    let present = |mark: &Mark| {
        (0..frame.slots).any(|slot| match mark {
            Mark::Restated => is_restated(reading, slot) && Mark::of(reading, slot).is_some(),
            mark => Mark::of(reading, slot) == Some(*mark),
        })
    };
    let mut entries: Vec<Entry> = marks::ALL
        .into_iter()
        .filter(present)
        .map(|mark| Entry::Mark(mark, mark.words(reading)))
        .collect();
    let value = |value: f64| unit_value(reading.measure(), value);
    if let Some(target) = reading.series.target {
        entries.push(Entry::Line(TARGET, format!("Target {}", value(target))));
    }
    if let Some(limits) = reading.chart.limits() {
        let (low, high) = limits.drawn(clip(reading));
        let trial = reading.chart.phases.last().is_some_and(|it| it.trial);
        let name = if trial { "Trial limits" } else { "Limits" };
        entries.push(Entry::Line(MEAN, format!("Mean {}", value(limits.mean))));
        entries.push(Entry::Line(
            LIMIT,
            format!("{name} {}", unit_range(reading.measure(), low, high)),
        ));
        if lines.near_limits {
            entries.push(Entry::Line(NEAR, "Near limits".to_owned()));
        }
    } else if let Some(median) = reading
        .chart
        .median
        .filter(|_| !reading.chart.phases.is_empty())
    {
        entries.push(Entry::Line(MEAN, format!("Middle value {}", value(median))));
    }
    if let Some(start) = frame.values.starts_above_zero() {
        entries.push(Entry::Words(format!(
            "The axis starts at {}.",
            axis_value(reading, start)
        )));
    }
    if reading.chart.limits().is_some() {
        entries.push(Entry::Words(format!("Rules: {}.", reading.chart.rules)));
    }
    entries
}
