//! A small chart for a list of measures: the line, its limits as a band, the latest point.

use super::marks::Mark;
use super::plane::reach;
use super::scale::Scale;
use super::svg::{Svg, colour};
use crate::reading::{Reading, State};
use crate::sentence::{clip, sentences};

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 30.0;

/// The small chart. `id` must be unique in the page. It has no text: the sentence stands beside it, and is its
/// description.
#[must_use]
#[allow(clippy::cast_precision_loss)] // months
pub fn sparkline_svg(reading: &Reading, id: &str) -> String {
    let mut svg = Svg::new();
    let mut values: Vec<f64> = reading
        .slots
        .iter()
        .filter_map(|slot| slot.state.judged())
        .collect();
    for limits in reading.chart.phases.iter().filter_map(|it| it.limits) {
        let (low, high) = limits.drawn(clip(reading));
        values.extend([low, high]);
    }
    // A small chart shows the shape: its axis need not start at 0, and has no labels to mislead.
    let reach = super::scale::Reach {
        floor: None,
        whole: false,
        ..reach(reading.measure().unit)
    };
    let scale = Scale::of(&values, reach, 20, (HEIGHT - 5.0, 5.0));
    let last = reading.slots.len().saturating_sub(1).max(1) as f64;
    let x = |slot: f64| 5.0 + (WIDTH - 14.0) * slot / last;
    for phase in &reading.chart.phases {
        let Some(limits) = phase.limits else { continue };
        let (low, high) = limits.drawn(clip(reading));
        let (from, to) = (
            x(phase.range.start as f64),
            x(phase.range.end.saturating_sub(1) as f64),
        );
        let (top, bottom) = (scale.at(high), scale.at(low));
        let band = format!("fill=\"{}\"", colour::BAND);
        svg.rect((from, top), (to - from, bottom - top), &band);
        let edge = format!(
            "stroke=\"{}\" stroke-width=\"0.8\" stroke-dasharray=\"3 2\"",
            colour::GREY
        );
        svg.line((from, top), (to, top), &edge);
        svg.line((from, bottom), (to, bottom), &edge);
    }
    let mut stretch: Vec<(f64, f64)> = Vec::new();
    let line = format!("stroke=\"{}\" stroke-width=\"1.5\"", colour::INK);
    for (slot, it) in reading.slots.iter().enumerate() {
        if let State::Judged(value) = it.state {
            stretch.push((x(slot as f64), scale.at(value)));
        } else {
            svg.path(&stretch, &line);
            stretch.clear();
        }
    }
    svg.path(&stretch, &line);
    if let Some(slot) = reading.latest_slot()
        && let (Some(mark), Some(value)) =
            (Mark::of(reading, slot), reading.slots[slot].state.seen())
    {
        mark.draw(&mut svg, (x(slot as f64), scale.at(value)), 0.75);
    }
    let title = reading.series.title();
    svg.finish(
        id,
        "wm-sparkline",
        (WIDTH, HEIGHT),
        (&title, &sentences(reading).home),
    )
}
