//! The chart of a monthly series: points in the month, mean and limits, target and trajectory, signals, what happened.

use super::aim::{self, Aim};
use super::events::{self, Event, Placed};
use super::legend::{self, Entry};
use super::marks::{self, Mark};
use super::plane::{HIDDEN, Plane, axis_in, reach, stroke};
use super::svg::{Anchor, HALO, Svg, text_width};
use super::{Drawn, Size, series_table};
use crate::amount::{unit_heading, unit_range, unit_value};
use crate::reading::{Reading, State};
use crate::sentence::{clip, sentences};
use crate::table::{Cell, Heading};
use waymark_data::Month;
use waymark_measures::Unit;
use waymark_measures::signals::one_decimal;

/// Which lines are drawn besides mean, limits and target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The near limits, two thirds of the way to the limits.
    pub near_limits: bool,
}

/// What stands on the chart besides the series and its own target.
#[derive(Clone, Copy, Debug, Default)]
pub struct Besides<'a> {
    /// What happened meanwhile.
    pub happened: &'a [Event],
    /// The way to the target: what is to be reached by when; where it is empty, the series' own aims. Months beyond the
    /// series are in the key, not on the axis.
    pub trajectory: &'a [Aim],
}

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn xmr(reading: &Reading, id: &str, lines: Lines) -> Drawn {
    xmr_with(reading, id, lines, Besides::default())
}

/// The same with what happened meanwhile marked on it, in its key, its table and its sentence.
#[must_use]
pub fn xmr_marked(reading: &Reading, id: &str, lines: Lines, happened: &[Event]) -> Drawn {
    let besides = Besides {
        happened,
        ..Besides::default()
    };
    xmr_with(reading, id, lines, besides)
}

/// The same with all that may stand on it: events, and a trajectory with its own column. Why limits were drawn anew is in
/// the table and the sentence.
#[must_use]
pub fn xmr_with(reading: &Reading, id: &str, lines: Lines, besides: Besides<'_>) -> Drawn {
    let placed = events::placed(reading, besides.happened);
    let aims = if besides.trajectory.is_empty() {
        aim::in_order(&reading.series.aims)
    } else {
        aim::in_order(besides.trajectory)
    };
    let mut table = series_table(reading);
    events::note_rebases(&mut table, reading);
    events::note(&mut table, &placed);
    if !aims.is_empty() {
        let before_signal = table.headings.len() - 3;
        table
            .headings
            .insert(before_signal, Heading::numbers("Trajectory"));
        for (row, slot) in table.rows.iter_mut().zip(&reading.slots) {
            let planned = aim::planned(&aims, slot.month);
            row.insert(before_signal, Cell::maybe(planned, Cell::decimal));
        }
    }
    let mut sentence = sentences(reading).page.swap_remove(0);
    for more in told(reading, &placed, &aims) {
        sentence.push(' ');
        sentence.push_str(&more);
    }
    let draw = |id: &str, size| drawn(reading, id, size, lines, (&placed, &aims));
    Drawn {
        wide: draw(id, Size::Wide),
        narrow: draw(&format!("{id}-narrow"), Size::Narrow),
        table,
        sentence,
    }
}

/// The chart in one size. `id` must be unique in the page.
#[must_use]
pub fn xmr_svg(reading: &Reading, id: &str, size: Size, lines: Lines) -> String {
    drawn(reading, id, size, lines, (&[], &[]))
}

/// What the sentence says of all that stands besides: the way to the target, limits drawn anew, events.
fn told(reading: &Reading, placed: &[Placed<'_>], aims: &[Aim]) -> Vec<String> {
    let latest = reading.latest_slot().map(|slot| {
        let it = reading.slots[slot];
        (it.month, it.state.seen())
    });
    let way = super::trajectory::against(
        (reading.measure().unit, reading.measure().good),
        latest.and_then(|(month, value)| Some((month, value?))),
        aims,
    );
    let more = [
        events::sentence_of_rebases(reading),
        events::sentence(placed),
    ];
    way.into_iter()
        .chain(more.into_iter().filter(|it| !it.is_empty()))
        .collect()
}

fn drawn(
    reading: &Reading,
    id: &str,
    size: Size,
    lines: Lines,
    (placed, aims): (&[Placed<'_>], &[Aim]),
) -> String {
    let mut svg = Svg::new();
    let frame = plane(reading, size, aims);
    let states: Vec<State> = reading.slots.iter().map(|it| it.state).collect();
    frame.grid(&mut svg, unit_heading(reading.measure()));
    frame.months(&mut svg);
    limits(&mut svg, reading, &frame, lines);
    trajectory(&mut svg, reading, &frame, aims);
    happened(&mut svg, &frame, placed);
    frame.line(&mut svg, &states, stroke::SERIES);
    marked(&mut svg, reading, &frame);
    frame.hidden(&mut svg, &states);
    latest_value(&mut svg, reading, &frame);
    let mut key = key(reading, &frame, lines, aims);
    key.extend(events::key(placed));
    let top = frame.bottom + size.text() * 3.4;
    let height = legend::draw(&mut svg, &key, (6.0, top), size.width() - 12.0, size.text());
    let title = reading.series.title();
    let mut description = sentences(reading).home;
    for more in told(reading, placed, aims) {
        description.push(' ');
        description.push_str(&more);
    }
    description.push_str(" The figures are in the table with this chart.");
    svg.finish(
        id,
        size.class(),
        (size.width(), top + height),
        (&title, &description),
    )
}

/// Where things are: months and values, with room for limits and target.
fn plane(reading: &Reading, size: Size, aims: &[Aim]) -> Plane {
    let clip = clip(reading);
    let mut values: Vec<f64> = reading
        .slots
        .iter()
        .filter_map(|slot| slot.state.seen())
        .collect();
    values.extend(reading.series.target);
    let expected = |slot| reading.expected(slot).and_then(|it| it.value);
    for band in (0..reading.slots.len()).filter_map(expected) {
        values.extend([band.low, band.high]);
    }
    for limits in reading.chart.phases.iter().filter_map(|it| it.limits) {
        let (low, high) = limits.drawn(clip);
        values.extend([low, high]);
    }
    values.extend(trajectory_points(reading, aims).iter().map(|it| it.1));
    let unit = reading.measure().unit;
    let label = |value: f64| axis_in(unit, value);
    let first = reading
        .slots
        .first()
        .map_or(Month::new(2000, 1), |it| it.month);
    Plane::new(
        size,
        (&values, reach(unit)),
        &label,
        (first, reading.slots.len()),
    )
}

/// Mean and limits of each phase, broken at a rebase; the middle value of a series too short for limits; the target.
#[allow(clippy::cast_precision_loss)] // months
fn limits(svg: &mut Svg, reading: &Reading, frame: &Plane, lines: Lines) {
    for (n, phase) in reading.chart.phases.iter().enumerate() {
        let from = frame.x(phase.range.start as f64 - 0.4).max(frame.left);
        let to = frame.x(phase.range.end as f64 - 0.6).min(frame.right);
        let mut across = |value: f64, line: &str| {
            let y = frame.values.at(value);
            svg.line((from, y), (to, y), line);
        };
        if let Some(limits) = phase.limits {
            let (low, high) = limits.drawn(clip(reading));
            across(limits.mean, stroke::MEAN);
            across(low, stroke::LIMIT);
            across(high, stroke::LIMIT);
            if lines.near_limits {
                across(limits.near_lower.max(low), stroke::NEAR);
                across(limits.near_upper.min(high), stroke::NEAR);
            }
        } else if let Some(median) = reading.chart.median {
            across(median, stroke::MEAN);
        }
        if n > 0 {
            let x = frame.x(phase.range.start as f64 - 0.5);
            svg.line((x, frame.top), (x, frame.bottom), stroke::NEAR);
        }
    }
    anew(svg, reading, frame);
    if let Some(target) = reading.series.target {
        frame.across(svg, target, stroke::TARGET);
    }
}

/// Says over each phase after the first that its limits are drawn anew, where there is room for the words.
#[allow(clippy::cast_precision_loss)] // months
fn anew(svg: &mut Svg, reading: &Reading, frame: &Plane) {
    const WORDS: &str = "Limits anew";
    let text = frame.size.text();
    let needs = text_width(WORDS, text) + 8.0;
    let mut taken_to = f64::NEG_INFINITY;
    for phase in reading.chart.phases.iter().skip(1) {
        let x = frame.x(phase.range.start as f64 - 0.5);
        let near_end = x + needs > frame.right;
        let (anchor, from) = if near_end {
            (Anchor::End, x - needs)
        } else {
            (Anchor::Start, x)
        };
        if from >= taken_to {
            let at = if near_end { x - 4.0 } else { x + 4.0 };
            svg.text((at, frame.top - 4.0), text, anchor, WORDS, "");
            taken_to = from + needs;
        }
    }
}

/// The way to the target, as far as the months reach.
fn trajectory(svg: &mut Svg, reading: &Reading, frame: &Plane, aims: &[Aim]) {
    let way: Vec<(f64, f64)> = trajectory_points(reading, aims)
        .into_iter()
        .map(|(slot, value)| frame.place(slot, value))
        .collect();
    svg.path(&way, stroke::PATH);
}

/// Each month of a reading that the trajectory says something of, by slot.
fn trajectory_points(reading: &Reading, aims: &[Aim]) -> Vec<(usize, f64)> {
    let slots = reading.slots.iter().enumerate();
    slots
        .filter_map(|(slot, it)| Some((slot, aim::planned(aims, it.month)?)))
        .collect()
}

/// A line and a letter where something happened.
fn happened(svg: &mut Svg, frame: &Plane, placed: &[Placed<'_>]) {
    let text = frame.size.text();
    for it in placed {
        let x = frame.x(it.slot);
        svg.line((x, frame.top), (x, frame.bottom), stroke::HAPPENED);
        svg.text(
            (x, frame.top + text * 0.9),
            text,
            Anchor::Middle,
            &it.letter.to_string(),
            &format!("font-weight=\"bold\" {HALO}"),
        );
    }
}

/// The marks: what each month is, by its shape.
fn marked(svg: &mut Svg, reading: &Reading, frame: &Plane) {
    let scale = if frame.slots > 30 { 0.8 } else { 1.0 };
    for (slot, it) in reading.slots.iter().enumerate() {
        if let (Some(mark), Some(value)) = (Mark::of(reading, slot), it.state.seen()) {
            let at = frame.place(slot, value);
            expected(svg, reading, frame, slot);
            mark.draw(svg, at, scale);
            if is_restated(reading, slot) {
                Mark::Restated.draw(svg, at, scale);
            }
        }
    }
}

/// Where past months would bring one that is recorded late: an upright line with a bar at either end.
fn expected(svg: &mut Svg, reading: &Reading, frame: &Plane, slot: usize) {
    let Some(band) = reading.expected(slot).and_then(|it| it.value) else {
        return;
    };
    let (low, high) = (frame.place(slot, band.low), frame.place(slot, band.high));
    svg.line(low, high, stroke::EXPECTED);
    for (x, y) in [low, high] {
        svg.line((x - 4.0, y), (x + 4.0, y), stroke::EXPECTED);
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
fn latest_value(svg: &mut Svg, reading: &Reading, frame: &Plane) {
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

fn key(reading: &Reading, frame: &Plane, lines: Lines, aims: &[Aim]) -> Vec<Entry> {
    let present = |mark: &Mark| {
        (0..frame.slots).any(|slot| match mark {
            Mark::Restated => is_restated(reading, slot) && Mark::of(reading, slot).is_some(),
            mark => Mark::of(reading, slot) == Some(*mark),
        })
    };
    let mut entries: Vec<Entry> = marks::ALL
        .into_iter()
        .filter(present)
        .map(|mark| Entry::Mark(mark, mark.words(reading).to_owned()))
        .collect();
    let expected = |slot| reading.expected(slot).is_some_and(|it| it.value.is_some());
    if (0..frame.slots).any(expected) {
        let words = "Where past months came to".to_owned();
        entries.push(Entry::Line(stroke::EXPECTED, words));
    }
    if reading.slots.iter().any(|it| it.state == State::Hidden) {
        entries.push(Entry::Words(HIDDEN.to_owned()));
    }
    let value = |value: f64| unit_value(reading.measure(), value);
    if let Some(target) = reading.series.target {
        entries.push(Entry::Line(
            stroke::TARGET,
            format!("Target {}", value(target)),
        ));
    }
    if let Some(last) = aims.last() {
        let words = format!(
            "On the way to {} by {}",
            value(last.value),
            last.month.words()
        );
        entries.push(Entry::Line(stroke::PATH, words));
    }
    if let Some(limits) = reading.chart.limits() {
        let (low, high) = limits.drawn(clip(reading));
        let trial = reading.chart.phases.last().is_some_and(|it| it.trial);
        let name = if trial { "Trial limits" } else { "Limits" };
        entries.push(Entry::Line(
            stroke::MEAN,
            format!("Mean {}", value(limits.mean)),
        ));
        entries.push(Entry::Line(
            stroke::LIMIT,
            format!("{name} {}", unit_range(reading.measure(), low, high)),
        ));
        if lines.near_limits {
            entries.push(Entry::Line(stroke::NEAR, "Near limits".to_owned()));
        }
    } else if let Some(median) = reading
        .chart
        .median
        .filter(|_| !reading.chart.phases.is_empty())
    {
        let words = format!("Middle value {}", value(median));
        entries.push(Entry::Line(stroke::MEAN, words));
    }
    if reading.chart.phases.len() > 1 {
        let words = "Limits drawn anew".to_owned();
        entries.push(Entry::Line(stroke::NEAR, words));
    }
    if let Some(start) = frame.values.starts_above_zero() {
        entries.push(Entry::Words(format!(
            "The axis starts at {}.",
            axis_in(reading.measure().unit, start)
        )));
    }
    if reading.chart.limits().is_some() {
        entries.push(Entry::Words(format!("Rules: {}.", reading.chart.rules)));
    }
    entries
}
