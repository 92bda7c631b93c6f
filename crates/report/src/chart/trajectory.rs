//! A measure on its way to a target: what it was, what it should be by when, and the gap.

use super::aim::{self, Aim};
use super::legend::{self, Entry};
use super::marks::Mark;
use super::plane::{HIDDEN, Plane, axis_in, heading_in, reach, stroke};
use super::svg::{Anchor, HALO, Svg, text_width};
use super::{Drawn, Size};
use crate::amount::value_in;
use crate::chart::value_cell;
use crate::numbers::short;
use crate::reading::State;
use crate::table::{Cell, Heading, Table};
use waymark_data::Month;
use waymark_measures::Unit;
use waymark_measures::signals::Good;

/// A measure's months and what they are to become.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// What is measured: "Children looked after".
    pub title: String,
    /// In what.
    pub unit: Unit,
    /// Which way is good.
    pub good: Good,
    /// The first month.
    pub from: Month,
    /// Its value and those of the months after it, as their readers may see them.
    pub months: Vec<State>,
    /// Where it stood when its way began, where the first aim does not say so.
    pub start: Option<Aim>,
    /// What is to be reached by when.
    pub aims: Vec<Aim>,
}

/// Months on an axis at most: a mistyped year must not fill a page.
const MOST: i32 = 600;

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn trajectory(chart: &Trajectory, id: &str) -> Drawn {
    let seen = Seen::of(chart);
    Drawn {
        wide: seen.drawn(id, Size::Wide),
        narrow: seen.drawn(&format!("{id}-narrow"), Size::Narrow),
        table: seen.table(),
        sentence: seen.sentence(),
    }
}

/// What may be reckoned with: finite values and aims in order.
struct Seen<'a> {
    chart: &'a Trajectory,
    months: Vec<State>,
    /// The whole way, its start with it.
    aims: Vec<Aim>,
    /// The month it starts in, where no aim says what it was to be then.
    start: Option<Month>,
    first: Month,
    slots: usize,
}

impl<'a> Seen<'a> {
    fn of(chart: &'a Trajectory) -> Self {
        let months: Vec<State> = chart.months.iter().map(|it| it.sound()).collect();
        let mut aims = aim::in_order(&chart.aims);
        let earliest = aims.first().map(|it| it.month);
        let start = chart
            .start
            .filter(|it| it.value.is_finite() && earliest.is_some_and(|first| it.month < first));
        if let Some(start) = start {
            aims.insert(0, start);
        }
        let mut last = i32::try_from(months.len()).unwrap_or(MOST).max(1) - 1;
        for aim in &aims {
            last = last.max(chart.from.months_until(aim.month));
        }
        let slots = usize::try_from(last.min(MOST - 1) + 1).unwrap_or(1);
        Self {
            chart,
            months: months.into_iter().take(slots).collect(),
            aims,
            start: start.map(|it| it.month),
            first: chart.from,
            slots,
        }
    }

    fn month(&self, slot: usize) -> Month {
        self.first.plus(i32::try_from(slot).unwrap_or(0))
    }

    fn latest(&self) -> Option<(usize, f64)> {
        let judged = self.months.iter().rposition(|it| it.judged().is_some());
        let slot = judged.or_else(|| self.months.iter().rposition(|it| it.seen().is_some()))?;
        Some((slot, self.months[slot].seen()?))
    }

    fn sentence(&self) -> String {
        let unit = self.chart.unit;
        let Some((slot, value)) = self.latest() else {
            return format!("{}: no figure can be shown.", self.chart.title);
        };
        let month = self.month(slot);
        let mut said = format!(
            "{}: {} in {}.",
            self.chart.title,
            value_in(unit, value),
            month.words()
        );
        match against((unit, self.chart.good), Some((month, value)), &self.aims) {
            Some(gap) => {
                said.push(' ');
                said.push_str(&gap);
            }
            None => said.push_str(" No trajectory is set."),
        }
        said
    }

    fn table(&self) -> Table {
        let unit = self.chart.unit;
        let headings = [
            Heading::words("Month"),
            Heading::numbers(heading_in(unit)),
            Heading::numbers("Trajectory"),
            Heading::numbers("Gap"),
            Heading::words("Note"),
        ];
        let mut table = Table::new(format!("{}: trajectory", self.chart.title), headings);
        for slot in 0..self.slots {
            let state = self.months.get(slot).copied().unwrap_or(State::Empty);
            let planned = aim::planned(&self.aims, self.month(slot));
            if state == State::Empty && slot >= self.months.len() && planned.is_none() {
                continue;
            }
            let value = match state {
                State::Hidden => Cell::words("c"),
                _ => Cell::maybe(state.seen(), |value| value_cell(unit, value)),
            };
            let rounded = |value: f64| match unit {
                // Nobody plans for a part of a child.
                Unit::Count | Unit::Net => value.round(),
                _ => value,
            };
            let gap = state
                .seen()
                .zip(planned)
                .map(|(is, should)| rounded(is) - rounded(should));
            let is_aim = self.set().any(|it| it.month == self.month(slot));
            let is_start = self.start == Some(self.month(slot));
            let note = match state {
                State::Provisional(_) => "Not complete",
                State::Hidden => "Hidden",
                _ if is_aim => "Set",
                _ if is_start => "Start",
                _ => "",
            };
            table.rows.push(vec![
                Cell::month(self.month(slot)),
                value,
                Cell::maybe(planned, |value| value_cell(unit, value)),
                Cell::maybe(gap, |value| value_cell(unit, value)),
                Cell::words(note),
            ]);
        }
        table
    }

    fn drawn(&self, id: &str, size: Size) -> String {
        let unit = self.chart.unit;
        let text = size.text();
        let mut svg = Svg::new();
        let mut values: Vec<f64> = self.months.iter().filter_map(|it| it.seen()).collect();
        values.extend(self.aims.iter().map(|it| it.value));
        let label = |value: f64| axis_in(unit, value);
        let plane = Plane::new(
            size,
            (&values, reach(unit)),
            &label,
            (self.first, self.slots),
        );
        plane.grid(&mut svg, heading_in(unit));
        plane.months(&mut svg);
        self.way(&mut svg, &plane);
        plane.line(&mut svg, &self.months, stroke::SERIES);
        let scale = if self.slots > 30 { 0.8 } else { 1.0 };
        for (slot, state) in self.months.iter().enumerate() {
            let mark = match state {
                State::Judged(_) => Mark::Ordinary,
                _ => Mark::Provisional,
            };
            if let Some(value) = state.seen() {
                mark.draw(&mut svg, plane.place(slot, value), scale);
            }
        }
        plane.hidden(&mut svg, &self.months);
        if let Some((slot, value)) = self.latest() {
            beside(&mut svg, &plane, slot, value, &axis_in(unit, value));
        }
        let top = plane.bottom + text * 3.4;
        let key = self.key(&plane);
        let height = legend::draw(&mut svg, &key, (6.0, top), size.width() - 12.0, text);
        let description = format!(
            "{} The figures are in the table with this chart.",
            self.sentence()
        );
        svg.finish(
            id,
            size.class(),
            (size.width(), top + height),
            (&self.chart.title, &description),
        )
    }

    /// What was set, without where it started.
    fn set(&self) -> impl Iterator<Item = &Aim> {
        self.aims.iter().filter(|it| self.start != Some(it.month))
    }

    /// The aims, each a square, joined by the way between them; the last with its value.
    fn way(&self, svg: &mut Svg, plane: &Plane) {
        let places: Vec<(f64, f64)> = (0..self.slots)
            .filter_map(|slot| {
                let value = aim::planned(&self.aims, self.month(slot))?;
                Some(plane.place(slot, value))
            })
            .collect();
        svg.path(&places, stroke::PATH);
        let mut last = None;
        for slot in 0..self.slots {
            let month = self.month(slot);
            if let Some(aim) = self.set().find(|it| it.month == month) {
                Mark::Changed.draw(svg, plane.place(slot, aim.value), 1.0);
                last = Some((slot, aim.value));
            }
        }
        if let Some((slot, value)) = last {
            beside(svg, plane, slot, value, &axis_in(self.chart.unit, value));
        }
    }

    fn key(&self, plane: &Plane) -> Vec<Entry> {
        let mut entries = Vec::new();
        let any = |wanted: fn(&State) -> bool| self.months.iter().any(wanted);
        if any(|it| it.judged().is_some()) {
            entries.push(Entry::Mark(Mark::Ordinary, "As it was".to_owned()));
        }
        if any(|it| matches!(it, State::Provisional(_))) {
            entries.push(Entry::Mark(
                Mark::Provisional,
                "Not complete yet".to_owned(),
            ));
        }
        if any(|it| *it == State::Hidden) {
            entries.push(Entry::Words(HIDDEN.to_owned()));
        }
        if let Some(last) = self.aims.last() {
            let value = value_in(self.chart.unit, last.value);
            let words = format!("To be reached: {value} by {}", last.month.words());
            entries.push(Entry::Mark(Mark::Changed, words));
        }
        if self.aims.len() > 1 {
            let from = self
                .start
                .map_or_else(String::new, |it| format!(", from {}", it.words()));
            entries.push(Entry::Line(stroke::PATH, format!("Trajectory{from}")));
        }
        if let Some(start) = plane.values.starts_above_zero() {
            entries.push(Entry::Words(format!(
                "The axis starts at {}.",
                axis_in(self.chart.unit, start)
            )));
        }
        entries
    }
}

/// A value over its mark, or under it where there is no room over it.
fn beside(svg: &mut Svg, plane: &Plane, slot: usize, value: f64, label: &str) {
    let text = plane.size.text();
    let half = text_width(label, text) / 2.0;
    let (x, y) = plane.place(slot, value);
    let most = (plane.right + 14.0 - half).max(plane.left + half);
    let x = x.clamp(plane.left + half, most);
    let y = if y - text * 1.9 < plane.top - text {
        y + text * 1.5
    } else {
        y - text * 0.8
    };
    let attributes = format!("font-weight=\"bold\" {HALO}");
    svg.text((x, y), text, Anchor::Middle, label, &attributes);
}

/// How far the latest value is from where the trajectory says it should be, and what is still needed: none without a
/// value or an aim. Aims must be in order.
pub(super) fn against(
    (unit, good): (Unit, Good),
    latest: Option<(Month, f64)>,
    aims: &[Aim],
) -> Option<String> {
    let (month, value) = latest?;
    let last = aims.last()?;
    let goal = format!("{} by {}", value_in(unit, last.value), last.month.words());
    let differs = |from: f64| {
        let gap = value - from;
        let way = if gap > 0.0 { "above" } else { "below" };
        (short(gap.abs()) != "0").then(|| format!("{} {way}", size_of(unit, gap.abs())))
    };
    let better = |from: f64| match good {
        Good::Up => value >= from,
        Good::Down => value <= from,
        Good::Neither => short((value - from).abs()) == "0",
    };
    if month >= last.month {
        return Some(match differs(last.value) {
            None => format!("It was to be {goal}, and is."),
            Some(gap) if better(last.value) => {
                format!("It was to be {goal}: it is {gap}, better than was set.")
            }
            Some(gap) => format!("It was to be {goal}: it is {gap}."),
        });
    }
    let mut said = match aim::planned(aims, month) {
        None => format!("It is to be {goal}."),
        Some(planned) => {
            // Nobody plans for a part of a child.
            let planned = match unit {
                Unit::Count | Unit::Net => planned.round(),
                _ => planned,
            };
            let planned_words = value_in(unit, planned);
            match differs(planned) {
                None => format!("That is on the trajectory to {goal}."),
                Some(gap) => format!(
                    "That is {gap} the trajectory to {goal}, which is at {planned_words} for that month."
                ),
            }
        }
    };
    if differs(last.value).is_some() && !better(last.value) {
        let months = month.months_until(last.month);
        let each = size_of(unit, (value - last.value).abs() / f64::from(months.max(1)));
        let left = crate::numbers::counted(i64::from(months), "month");
        said.push_str(&format!(
            " It has {} to go in {left}: {each} a month.",
            size_of(unit, (value - last.value).abs())
        ));
    }
    Some(said)
}

/// A difference: percentages differ by percentage points.
fn size_of(unit: Unit, by: f64) -> String {
    match unit {
        Unit::Percent | Unit::Share => {
            let text = short(by);
            let ending = if text == "1" { "" } else { "s" };
            format!("{text} percentage point{ending}")
        }
        Unit::Net => short(by),
        _ => value_in(unit, by),
    }
}
