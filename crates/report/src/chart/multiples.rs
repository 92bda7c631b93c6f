//! Small multiples: one small panel for each district, all on one scale, the mean of the whole in each.

use super::legend::{self, Entry};
use super::marks::Mark;
use super::plane::{HIDDEN, Plane, axis_in, reach, stroke};
use super::scale::Scale;
use super::svg::{Anchor, HALO, Svg, colour, fitted, in_lines, text_width};
use super::{Drawn, Size};
use crate::amount::value_in;
use crate::chart::value_cell;
use crate::numbers::in_words;
use crate::reading::State;
use crate::table::{Cell, Heading, Table};
use waymark_data::Month;
use waymark_measures::Unit;

/// A measure's months by district.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// What is measured: "Assessments that took longer than 45 working days".
    pub title: String,
    /// In what.
    pub unit: Unit,
    /// What a panel is of: "district", "districts".
    pub by: (String, String),
    /// The first month of every panel.
    pub from: Month,
    /// The panels, in their own order.
    pub panels: Vec<Panel>,
    /// The whole's mean and what it is called: "County mean".
    pub mean: Option<(String, f64)>,
    /// The target in force.
    pub target: Option<f64>,
}

/// A district's months.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// Its name.
    pub name: String,
    /// The values of the first month and those after it, as the readers may see them.
    pub months: Vec<State>,
}

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn multiples(of: &Multiples, id: &str) -> Drawn {
    let of = &sound(of);
    Drawn {
        wide: drawn(of, id, Size::Wide),
        narrow: drawn(of, &format!("{id}-narrow"), Size::Narrow),
        table: table(of),
        sentence: sentence(of),
    }
}

/// The same without what cannot be drawn.
fn sound(of: &Multiples) -> Multiples {
    let mut of = of.clone();
    for panel in &mut of.panels {
        panel.months.iter_mut().for_each(|it| *it = it.sound());
    }
    of.mean = of.mean.filter(|it| it.1.is_finite());
    of.target = of.target.filter(|it| it.is_finite());
    of
}

fn slots(of: &Multiples) -> usize {
    of.panels
        .iter()
        .map(|it| it.months.len())
        .max()
        .unwrap_or(0)
}

fn month(of: &Multiples, slot: usize) -> Month {
    of.from.plus(i32::try_from(slot).unwrap_or(0))
}

/// A panel's latest complete month.
fn latest(panel: &Panel) -> Option<(usize, f64)> {
    let slot = panel.months.iter().rposition(|it| it.judged().is_some())?;
    Some((slot, panel.months[slot].judged()?))
}

fn sentence(of: &Multiples) -> String {
    let (one, many) = &of.by;
    let number = of.panels.len();
    let last = of.panels.iter().filter_map(latest).map(|it| it.0).max();
    let Some(last) = last else {
        return format!("{}: no month can be shown by {one}.", of.title);
    };
    let mut said = vec![format!(
        "{}: {} {}, {} to {}, all on one scale.",
        of.title,
        in_words(number),
        if number == 1 { one } else { many },
        month(of, 0).words(),
        month(of, last).words()
    )];
    if let Some((name, mean)) = &of.mean {
        let (mut above, mut below, mut on) = (0, 0, 0);
        for (slot, value) in of.panels.iter().filter_map(latest) {
            match value {
                _ if slot != last => {}
                value if value > *mean => above += 1,
                value if value < *mean => below += 1,
                _ => on += 1,
            }
        }
        let on = if on > 0 {
            format!(", {} on it", in_words(on))
        } else {
            String::new()
        };
        said.push(format!(
            "{name}: {}. In {} {} {} above it and {} below{on}; about half are on either side by chance, so that alone is \
             no evidence of a difference.",
            value_in(of.unit, *mean),
            month(of, last).words(),
            in_words(above),
            if above == 1 { "is" } else { "are" },
            in_words(below),
        ));
    }
    said.join(" ")
}

fn table(of: &Multiples) -> Table {
    let mut headings = vec![Heading::words("Month")];
    headings.extend(
        of.panels
            .iter()
            .map(|it| Heading::numbers(it.name.as_str())),
    );
    if let Some((name, _)) = &of.mean {
        headings.push(Heading::numbers(name.as_str()));
    }
    let mut table = Table::new(format!("{}, by {}", of.title, of.by.0), headings);
    for slot in 0..slots(of) {
        let mut row = vec![Cell::month(month(of, slot))];
        row.extend(of.panels.iter().map(|panel| match panel.months.get(slot) {
            Some(State::Hidden) => Cell::words("c"),
            Some(State::Provisional(value)) => {
                let cell = value_cell(of.unit, *value);
                Cell {
                    shown: format!("{} (not complete)", cell.shown),
                    ..cell
                }
            }
            state => Cell::maybe(state.and_then(|it| it.judged()), |value| {
                value_cell(of.unit, value)
            }),
        }));
        row.extend(of.mean.iter().map(|(_, mean)| Cell::decimal(*mean)));
        table.rows.push(row);
    }
    table
}

fn drawn(of: &Multiples, id: &str, size: Size) -> String {
    let text = size.text();
    let mut svg = Svg::new();
    let across = match size {
        Size::Wide => 3,
        Size::Narrow => 2,
    };
    let mut values: Vec<f64> = of
        .panels
        .iter()
        .flat_map(|it| it.months.iter().filter_map(|it| it.seen()))
        .collect();
    values.extend(of.mean.iter().map(|it| it.1));
    values.extend(of.target);
    let scale = Scale::of(&values, reach(of.unit), 3, (1.0, 0.0));
    let labels: Vec<String> = scale.ticks.iter().map(|it| axis_in(of.unit, *it)).collect();
    let widest = labels
        .iter()
        .map(|it| text_width(it, text))
        .fold(0.0, f64::max);
    let left = widest * 1.08 + 14.0;
    let gap = 14.0;
    let width = (size.width() - 12.0 - left + gap) / f64::from(across) - gap;
    let names: Vec<Vec<String>> = of
        .panels
        .iter()
        .map(|it| name_lines(it, of.unit, width, text))
        .collect();
    #[allow(clippy::cast_precision_loss)] // at most two
    let lines = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
    let (above, high, below) = (text * (0.35 + 1.15 * lines), text * 5.0, text * 1.0);
    let rows = of.panels.len().div_ceil(across as usize);
    for (n, panel) in of.panels.iter().enumerate() {
        #[allow(clippy::cast_precision_loss)] // panels
        let (column, row) = ((n % across as usize) as f64, (n / across as usize) as f64);
        let top = 2.0 + row * (above + high + below) + above;
        let from = left + column * (width + gap);
        let plane = Plane {
            size,
            left: from,
            right: from + width,
            top,
            bottom: top + high,
            inset: 6.0,
            values: scale.between((top + high, top)),
            labels: if column == 0.0 {
                labels.clone()
            } else {
                Vec::new()
            },
            first: of.from,
            slots: slots(of),
        };
        panel_of(&mut svg, of, (panel, &names[n]), &plane);
        // Months stand under the lowest panel of each column.
        if n + across as usize >= of.panels.len() {
            ends(&mut svg, of, &plane);
        }
    }
    #[allow(clippy::cast_precision_loss)]
    let bottom = 2.0 + rows as f64 * (above + high + below) + text * 1.2;
    let key = key(of, &scale);
    let height = legend::draw(&mut svg, &key, (6.0, bottom), size.width() - 12.0, text);
    let description = format!(
        "{} The figures are in the table with this chart.",
        sentence(of)
    );
    svg.finish(
        id,
        size.class(),
        (size.width(), bottom + height),
        (&format!("{}, by {}", of.title, of.by.0), &description),
    )
}

fn panel_of(svg: &mut Svg, of: &Multiples, (panel, name): (&Panel, &[String]), plane: &Plane) {
    let text = plane.size.text();
    for (n, tick) in plane.values.ticks.iter().enumerate() {
        let y = plane.values.at(*tick);
        let grid = format!("stroke=\"{}\" stroke-width=\"1\"", colour::GRID);
        svg.line((plane.left, y), (plane.right, y), &grid);
        if let Some(label) = plane.labels.get(n) {
            let at = (plane.left - 6.0, y + text * 0.35);
            svg.text(at, text, Anchor::End, label, "");
        }
    }
    if let Some((_, mean)) = &of.mean {
        plane.across(svg, *mean, stroke::LIMIT);
    }
    if let Some(target) = of.target {
        plane.across(svg, target, stroke::TARGET);
    }
    plane.line(svg, &panel.months, stroke::SERIES);
    for (slot, state) in panel.months.iter().enumerate() {
        if let State::Provisional(value) = state {
            Mark::Provisional.draw(svg, plane.place(slot, *value), 0.7);
        }
    }
    plane.hidden(svg, &panel.months);
    let mut figure = String::new();
    if let Some((slot, value)) = latest(panel) {
        Mark::Ordinary.draw(svg, plane.place(slot, value), 0.9);
        figure = axis_in(of.unit, value);
    }
    // A single month between two gaps has no line: its mark stands alone.
    for slot in 0..panel.months.len() {
        let judged = |at: Option<usize>| {
            at.and_then(|at| panel.months.get(at))
                .and_then(|it| it.judged())
        };
        if let Some(value) = judged(Some(slot))
            && judged(slot.checked_sub(1)).is_none()
            && judged(Some(slot + 1)).is_none()
        {
            Mark::Ordinary.draw(svg, plane.place(slot, value), 0.7);
        }
    }
    let y = plane.top - text * 0.45;
    let bold = format!("font-weight=\"bold\" {HALO}");
    for (n, line) in name.iter().rev().enumerate() {
        #[allow(clippy::cast_precision_loss)] // at most two
        let at = (plane.left, y - n as f64 * text * 1.15);
        svg.text(at, text, Anchor::Start, line, &bold);
    }
    svg.text((plane.right, y), text, Anchor::End, &figure, HALO);
}

/// A panel's name in one line or two; what they do not hold is cut, and the table has all of it.
fn name_lines(panel: &Panel, unit: Unit, width: f64, text: f64) -> Vec<String> {
    let figure = latest(panel).map_or(0.0, |it| text_width(&axis_in(unit, it.1), text));
    let (room, bold) = (width - figure - 6.0, text * 1.08);
    in_lines(&panel.name, room, bold, 2)
        .filter(|lines| !lines.is_empty())
        .unwrap_or_else(|| vec![fitted(&panel.name, room, bold)])
}

/// The first month and the last under a panel.
fn ends(svg: &mut Svg, of: &Multiples, plane: &Plane) {
    let text = plane.size.text();
    let y = plane.bottom + text * 1.15;
    let Some(last) = plane.slots.checked_sub(1) else {
        return;
    };
    let first = month(of, 0).short();
    svg.text((plane.left, y), text, Anchor::Start, &first, "");
    if last > 0 {
        let last = month(of, last).short();
        svg.text((plane.right, y), text, Anchor::End, &last, "");
    }
}

fn key(of: &Multiples, scale: &Scale) -> Vec<Entry> {
    let mut entries = vec![Entry::Mark(
        Mark::Ordinary,
        "Latest complete month, its value beside the name".to_owned(),
    )];
    let any = |wanted: fn(&State) -> bool| of.panels.iter().any(|it| it.months.iter().any(wanted));
    if any(|it| matches!(it, State::Provisional(_))) {
        entries.push(Entry::Mark(
            Mark::Provisional,
            "Not complete yet".to_owned(),
        ));
    }
    if any(|it| *it == State::Hidden) {
        entries.push(Entry::Words(HIDDEN.to_owned()));
    }
    if let Some((name, mean)) = &of.mean {
        let words = format!("{name} {}", value_in(of.unit, *mean));
        entries.push(Entry::Line(stroke::LIMIT, words));
    }
    if let Some(target) = of.target {
        let words = format!("Target {}", value_in(of.unit, target));
        entries.push(Entry::Line(stroke::TARGET, words));
    }
    if let Some(start) = scale.starts_above_zero() {
        let words = format!("Each axis starts at {}.", axis_in(of.unit, start));
        entries.push(Entry::Words(words));
    }
    entries
}
