//! Where months and values are drawn: what charts over time share.

use super::Size;
use super::scale::{Reach, Scale};
use super::svg::{Anchor, HALO, Svg, colour, text_width};
use crate::amount::bare_in;
use crate::reading::State;
use waymark_data::{Day, Month};
use waymark_measures::Unit;

/// The lines that every chart draws alike; they differ by their dashes.
pub(super) mod stroke {
    pub(crate) const MEAN: &str = "stroke=\"#505a5f\" stroke-width=\"1.5\"";
    pub(crate) const LIMIT: &str =
        "stroke=\"#505a5f\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"";
    pub(crate) const NEAR: &str = "stroke=\"#505a5f\" stroke-width=\"1\" stroke-dasharray=\"1 4\"";
    pub(crate) const TARGET: &str =
        "stroke=\"#4c2c92\" stroke-width=\"2\" stroke-dasharray=\"12 4 2 4\"";
    pub(crate) const PATH: &str =
        "stroke=\"#4c2c92\" stroke-width=\"2.5\" stroke-dasharray=\"2 5\" stroke-linecap=\"round\"";
    pub(crate) const HAPPENED: &str =
        "stroke=\"#1d70b8\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"";
    pub(crate) const SERIES: &str =
        "stroke=\"#0b0c0c\" stroke-width=\"1.5\" stroke-linejoin=\"round\"";
    pub(crate) const EXPECTED: &str = "stroke=\"#0b0c0c\" stroke-width=\"1.5\"";
    pub(crate) const TOWARDS: &str =
        "stroke=\"#0b0c0c\" stroke-width=\"1\" stroke-dasharray=\"2 3\"";
}

/// What the key says of a gap with a "c" in it.
pub(super) const HIDDEN: &str = "c: hidden, to protect someone";

/// A plane of months and values. A slot is a month by number from the first; its mark stands in its middle.
pub(super) struct Plane {
    pub(super) size: Size,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    /// From the ends to the middle of the first and last month.
    pub(super) inset: f64,
    pub(super) values: Scale,
    /// The labels of the values' ticks.
    pub(super) labels: Vec<String>,
    pub(super) first: Month,
    pub(super) slots: usize,
}

impl Plane {
    /// A plane across the whole chart for these values, with room at its left for their labels.
    pub(super) fn new(
        size: Size,
        (values, reach): (&[f64], Reach),
        label: &dyn Fn(f64) -> String,
        (first, slots): (Month, usize),
    ) -> Self {
        let text = size.text();
        let (top, bottom) = match size {
            Size::Wide => (text * 2.6, 275.0),
            Size::Narrow => (text * 2.6, 245.0),
        };
        let values = Scale::of(values, reach, 5, (bottom, top));
        let labels: Vec<String> = values.ticks.iter().map(|tick| label(*tick)).collect();
        let widest = labels
            .iter()
            .map(|label| text_width(label, text))
            .fold(0.0, f64::max);
        Self {
            size,
            left: widest * 1.08 + 14.0,
            right: size.width() - 18.0,
            top,
            bottom,
            inset: 10.0,
            values,
            labels,
            first,
            slots,
        }
    }

    /// The same with half a month's room at both ends, for what is drawn from day to day or in steps.
    #[allow(clippy::cast_precision_loss)] // months
    pub(super) fn of_whole_months(self) -> Self {
        let inset = (self.right - self.left) / self.slots.max(1) as f64 / 2.0;
        Self { inset, ..self }
    }

    #[allow(clippy::cast_precision_loss)] // months
    pub(super) fn x(&self, slot: f64) -> f64 {
        let (left, right) = (self.left + self.inset, self.right - self.inset);
        if self.slots < 2 {
            return f64::midpoint(left, right) + (slot * self.inset * 2.0);
        }
        left + (right - left) * slot / (self.slots - 1) as f64
    }

    #[allow(clippy::cast_precision_loss)]
    pub(super) fn place(&self, slot: usize, value: f64) -> (f64, f64) {
        (self.x(slot as f64), self.values.at(value))
    }

    /// Where a day's end lies among the slots: the last day of a month half a slot after its middle.
    pub(super) fn slot_of(&self, day: Day) -> f64 {
        day_slot(self.first, day)
    }

    /// A line across the whole.
    pub(super) fn across(&self, svg: &mut Svg, value: f64, line: &str) {
        let y = self.values.at(value);
        svg.line((self.left, y), (self.right, y), line);
    }

    /// The ticks of the values with what they are.
    pub(super) fn grid(&self, svg: &mut Svg, heading: &str) {
        let text = self.size.text();
        for (tick, label) in self.values.ticks.iter().zip(&self.labels) {
            let y = self.values.at(*tick);
            let stroke = if *tick == 0.0 {
                colour::GREY
            } else {
                colour::GRID
            };
            svg.line(
                (self.left, y),
                (self.right, y),
                &format!("stroke=\"{stroke}\" stroke-width=\"1\""),
            );
            svg.text(
                (self.left - 6.0, y + text * 0.35),
                text,
                Anchor::End,
                label,
                "",
            );
        }
        svg.text((6.0, text), text, Anchor::Start, heading, "");
    }

    /// Labels the months that there is room for; under the first, and under the first of each year, the year.
    pub(super) fn months(&self, svg: &mut Svg) {
        let text = self.size.text();
        let room = if self.slots < 2 {
            f64::INFINITY
        } else {
            self.x(1.0) - self.x(0.0)
        };
        let needed = text * 2.4 + 6.0;
        let step = [1, 2, 3, 4, 6, 12, 24, 60, 120]
            .into_iter()
            .find(|step| f64::from(*step) * room >= needed)
            .unwrap_or(120);
        let january = Month::new(2000, 1);
        let mut year = String::new();
        for slot in 0..self.slots {
            let month = self.month(slot);
            let labelled = january.months_until(month).rem_euclid(step) == 0
                || (step == 1 && month == self.first);
            let (x, _) = self.place(slot, 0.0);
            let long = if labelled { 6.0 } else { 3.0 };
            svg.line(
                (x, self.bottom),
                (x, self.bottom + long),
                &format!("stroke=\"{}\" stroke-width=\"1\"", colour::GREY),
            );
            if !labelled {
                continue;
            }
            let short = month.short();
            let (name, its_year) = short.split_once(' ').unwrap_or((&short, ""));
            svg.text(
                (x, self.bottom + 6.0 + text),
                text,
                Anchor::Middle,
                name,
                "",
            );
            if year != its_year {
                its_year.clone_into(&mut year);
                svg.text(
                    (x, self.bottom + 6.0 + text * 2.2),
                    text,
                    Anchor::Middle,
                    its_year,
                    "font-weight=\"bold\"",
                );
            }
        }
    }

    /// The month of a slot.
    pub(super) fn month(&self, slot: usize) -> Month {
        self.first.plus(i32::try_from(slot).unwrap_or(0))
    }

    /// The line through months that count, broken where one has no figure, dotted towards months that are not complete.
    pub(super) fn line(&self, svg: &mut Svg, states: &[State], line: &str) {
        let mut stretch: Vec<(f64, f64)> = Vec::new();
        for (slot, state) in states.iter().enumerate() {
            if let State::Judged(value) = state {
                stretch.push(self.place(slot, *value));
            } else {
                svg.path(&stretch, line);
                stretch.clear();
            }
        }
        svg.path(&stretch, line);
        for (before, pair) in states.windows(2).enumerate() {
            if let (Some(from), State::Provisional(to)) = (pair[0].seen(), pair[1]) {
                let ends = [self.place(before, from), self.place(before + 1, to)];
                svg.path(&ends, stroke::TOWARDS);
            }
        }
    }

    /// A "c" in each gap of hidden months.
    #[allow(clippy::cast_precision_loss)] // months
    pub(super) fn hidden(&self, svg: &mut Svg, states: &[State]) {
        let text = self.size.text();
        let mut drawn_to = f64::NEG_INFINITY;
        let mut slot = 0;
        while slot < states.len() {
            let gap = states[slot..]
                .iter()
                .take_while(|it| **it == State::Hidden)
                .count();
            let x = self.x(slot as f64 + gap.saturating_sub(1) as f64 / 2.0);
            if gap > 0 && x - text * 0.4 > drawn_to {
                let at = (x, self.bottom - 5.0);
                svg.text(at, text, Anchor::Middle, "c", HALO);
                drawn_to = x + text * 0.4;
            }
            slot += gap.max(1);
        }
    }
}

/// Where a day's end lies in months from the middle of the first.
pub(super) fn day_slot(first: Month, day: Day) -> f64 {
    let date = day.date();
    let gone = f64::from(date.day()) / f64::from(date.days_in_month());
    f64::from(first.months_until(day.month())) + gone - 0.5
}

/// How far an axis of this unit may reach.
pub(super) fn reach(unit: Unit) -> Reach {
    let percent = matches!(unit, Unit::Percent | Unit::Share);
    Reach {
        floor: (unit != Unit::Net).then_some(0.0),
        ceiling: percent.then_some(100.0),
        whole: matches!(unit, Unit::Count | Unit::Net),
    }
}

/// A value on an axis of this unit.
pub(super) fn axis_in(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Percent | Unit::Share => format!("{}%", crate::numbers::short(value)),
        Unit::Count | Unit::Net => bare_in(unit, value),
        _ => crate::numbers::short(value),
    }
}

/// What the values of a unit are, where no measure says more.
pub(super) fn heading_in(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent | Unit::Share => "Percentage",
        Unit::Count => "Number",
        Unit::Net => "Started less ended",
        Unit::Rate => "Rate per 10,000 children",
        Unit::MedianWorkingDays => "Median working days",
        Unit::MeanDays => "Mean days",
    }
}
