//! Groups beside the whole: a dot for each with its interval, a line for the whole and the target, comparators below.

use super::legend::{self, Entry};
use super::marks::Mark;
use super::plane::reach;
use super::scale::Scale;
use super::svg::{Anchor, HALO, Svg, colour, fitted, text_width};
use super::{Drawn, Size};
use crate::against::Against;
use crate::amount::{bare_value, unit_heading, unit_value, when};
use crate::breakdown::{Breakdown, Seen};
use crate::numbers::whole;
use waymark_measures::Unit;

const WHOLE: &str = "stroke=\"#505a5f\" stroke-width=\"1.5\"";
const TARGET: &str = "stroke=\"#4c2c92\" stroke-width=\"2\" stroke-dasharray=\"12 4 2 4\"";
const INTERVAL: &str = "stroke=\"#0b0c0c\" stroke-width=\"2\"";

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn dots(breakdown: &Breakdown, id: &str) -> Drawn {
    Drawn {
        wide: dots_svg(breakdown, id, Size::Wide),
        narrow: dots_svg(breakdown, &format!("{id}-narrow"), Size::Narrow),
        table: breakdown.table(),
        sentence: breakdown.sentence(),
    }
}

/// The chart in one size. `id` must be unique in the page.
#[must_use]
pub fn dots_svg(breakdown: &Breakdown, id: &str, size: Size) -> String {
    let mut svg = Svg::new();
    let (all, rows) = breakdown.seen();
    let text = size.text();
    let row_height = text * 2.7;
    let top = text * 1.2;
    let lines = 1 + rows.len() + breakdown.comparators.len();
    let bottom = top + row_height * f64::from(u16::try_from(lines).unwrap_or(u16::MAX)) + 4.0;
    let ends = (14.0, size.width() - 24.0);
    let scale = scale(breakdown, &all, &rows, ends);
    let grid = format!("stroke=\"{}\" stroke-width=\"1\"", colour::GRID);
    for tick in &scale.ticks {
        let x = scale.at(*tick);
        svg.line((x, top), (x, bottom), &grid);
        svg.text(
            (x, bottom + text * 1.2),
            text,
            Anchor::Middle,
            &axis(breakdown, *tick),
            "",
        );
    }
    if let Some(value) = all.row.parts.value.filter(|_| !all.hidden) {
        let x = scale.at(value);
        svg.line((x, top), (x, bottom), WHOLE);
    }
    if let Some(target) = breakdown.target_of_each() {
        let x = scale.at(target);
        svg.line((x, top), (x, bottom), TARGET);
    }
    let mut y = top;
    for seen in std::iter::once(&all).chain(&rows) {
        row(&mut svg, breakdown, &scale, (y, size), seen);
        y += row_height;
    }
    for other in &breakdown.comparators {
        let value = unit_value(breakdown.measure, other.value);
        let name = format!("{}, {}", other.name, other.period);
        names(&mut svg, (y, size), &name, &value, false);
        let at = (scale.at(other.value), y + text * 1.8);
        Mark::Provisional.draw(&mut svg, at, 1.2);
        y += row_height;
    }
    svg.text(
        (ends.0, bottom + text * 2.6),
        text,
        Anchor::Start,
        unit_heading(breakdown.measure),
        "",
    );
    let key = key(breakdown, &scale, &all, &rows);
    let key_top = bottom + text * 3.2;
    let height = legend::draw(&mut svg, &key, (14.0, key_top), size.width() - 20.0, text);
    let title = format!(
        "{} {}, by {}",
        breakdown.measure.title,
        when(breakdown.measure, breakdown.basis, breakdown.period),
        breakdown.by.words().to_lowercase()
    );
    let description = format!(
        "{} The figures are in the table with this chart.",
        breakdown.sentence()
    );
    svg.finish(
        id,
        size.class(),
        (size.width(), key_top + height),
        (&title, &description),
    )
}

fn scale(breakdown: &Breakdown, all: &Seen<'_>, rows: &[Seen<'_>], ends: (f64, f64)) -> Scale {
    let seen = std::iter::once(all).chain(rows).filter(|it| !it.hidden);
    let mut values: Vec<f64> = seen
        .flat_map(|it| [it.row.parts.value, it.row.parts.low, it.row.parts.high])
        .flatten()
        .collect();
    values.extend(breakdown.target_of_each());
    values.extend(breakdown.comparators.iter().map(|it| it.value));
    Scale::of(&values, reach(breakdown.measure.unit), 5, ends)
}

fn row(
    svg: &mut Svg,
    breakdown: &Breakdown,
    scale: &Scale,
    (y, size): (f64, Size),
    seen: &Seen<'_>,
) {
    let text = size.text();
    let parts = &seen.row.parts;
    let is_all = std::ptr::eq(seen.row, &raw const breakdown.all);
    let figure = match (seen.hidden, parts.value) {
        (true, _) => "hidden (c)".to_owned(),
        (false, None) => "no cases".to_owned(),
        (false, Some(value)) => {
            match (breakdown.measure.unit, parts.numerator, parts.denominator) {
                (Unit::Percent | Unit::Share, Some(hits), Some(cases)) => format!(
                    "{} ({} of {})",
                    unit_value(breakdown.measure, value),
                    whole(hits),
                    whole(cases)
                ),
                (Unit::Rate, Some(hits), _) => {
                    format!("{} ({})", crate::numbers::short(value), whole(hits))
                }
                _ => unit_value(breakdown.measure, value),
            }
        }
    };
    names(svg, (y, size), &seen.row.name, &figure, is_all);
    let Some(value) = parts.value.filter(|_| !seen.hidden) else {
        return;
    };
    let middle = y + text * 1.8;
    if let (Some(low), Some(high)) = (parts.low, parts.high) {
        let (from, to) = (scale.at(low), scale.at(high));
        svg.line((from, middle), (to, middle), INTERVAL);
        for end in [from, to] {
            svg.line((end, middle - 4.0), (end, middle + 4.0), INTERVAL);
        }
    }
    mark(breakdown, seen).draw(svg, (scale.at(value), middle), 1.1);
}

fn mark(breakdown: &Breakdown, seen: &Seen<'_>) -> Mark {
    match (seen.against, seen.against.is_better(breakdown.measure.good)) {
        (Against::WorthAsking { .. }, Some(true)) => Mark::Better,
        (Against::WorthAsking { .. }, Some(false)) => Mark::Worse,
        (Against::WorthAsking { .. }, None) => Mark::Changed,
        _ => Mark::Ordinary,
    }
}

/// A row's name at the left, its figure at the right, over its line.
fn names(svg: &mut Svg, (y, size): (f64, Size), name: &str, figure: &str, bold: bool) {
    let text = size.text();
    let right = size.width() - 8.0;
    let room = right - 14.0 - text_width(figure, text) - 12.0;
    let weight = if bold { "font-weight=\"bold\"" } else { "" };
    let attributes = format!("{weight} {HALO}");
    svg.text(
        (14.0, y + text),
        text,
        Anchor::Start,
        &fitted(name, room, text),
        &attributes,
    );
    svg.text((right, y + text), text, Anchor::End, figure, &attributes);
}

fn axis(breakdown: &Breakdown, value: f64) -> String {
    match breakdown.measure.unit {
        Unit::Percent | Unit::Share => format!("{}%", crate::numbers::short(value)),
        Unit::Count | Unit::Net => bare_value(breakdown.measure, value),
        _ => crate::numbers::short(value),
    }
}

fn key(breakdown: &Breakdown, scale: &Scale, all: &Seen<'_>, rows: &[Seen<'_>]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let marks = [
        (Mark::Ordinary, "Within chance, to watch or too few"),
        (Mark::Better, "Worth asking about: better"),
        (Mark::Worse, "Worth asking about: worse"),
        (Mark::Changed, "Worth asking about"),
    ];
    let drawn = |it: &&Seen<'_>| !it.hidden && it.row.parts.value.is_some();
    for (wanted, words) in marks {
        let compared = |it: &&Seen<'_>| it.against.is_judged() && mark(breakdown, it) == wanted;
        if rows.iter().filter(drawn).any(|it| compared(&it)) {
            entries.push(Entry::Mark(wanted, words.to_owned()));
        }
    }
    if !breakdown.comparators.is_empty() {
        entries.push(Entry::Mark(
            Mark::Provisional,
            "Others, as published".to_owned(),
        ));
    }
    if rows
        .iter()
        .any(|it| drawn(&it) && it.row.parts.low.is_some())
    {
        entries.push(Entry::Line(INTERVAL, "95% interval".to_owned()));
    }
    if let Some(value) = all.row.parts.value.filter(|_| !all.hidden) {
        let value = unit_value(breakdown.measure, value);
        entries.push(Entry::Line(WHOLE, format!("All {value}")));
    }
    if let Some(target) = breakdown.target_of_each() {
        let value = unit_value(breakdown.measure, target);
        entries.push(Entry::Line(TARGET, format!("Target {value}")));
    }
    if let Some(start) = scale.starts_above_zero() {
        entries.push(Entry::Words(format!(
            "The axis starts at {}.",
            axis(breakdown, start)
        )));
    }
    entries
}
