//! The drawing of counted months.

use super::{Counting, Judged};
use crate::chart::Size;
use crate::chart::legend::{self, Entry};
use crate::chart::marks::Mark;
use crate::chart::plane::{HIDDEN, Plane, stroke};
use crate::chart::scale::Reach;
use crate::chart::svg::{Svg, fitted};
use crate::reading::State;
use waymark_measures::signals::Counted;

impl Judged<'_> {
    pub(super) fn drawn(&self, id: &str, size: Size) -> String {
        let text = size.text();
        let mut svg = Svg::new();
        let mut values: Vec<f64> = self.states.iter().filter_map(|it| it.seen()).collect();
        values.extend(self.target());
        for slot in 0..self.states.len() {
            values.extend(
                self.limits_of(slot)
                    .into_iter()
                    .flat_map(|it| [it.lower, it.upper]),
            );
        }
        let is_share = matches!(self.it.counting, Counting::Share | Counting::ShareWidened);
        let reach = Reach {
            floor: Some(0.0),
            ceiling: is_share.then_some(100.0),
            whole: self.it.counting == Counting::Number,
        };
        let label = |value: f64| self.axis(value);
        let slots = self.states.len();
        let plane =
            Plane::new(size, (&values, reach), &label, (self.it.from, slots)).of_whole_months();
        let heading = fitted(&self.heading(), size.width() - 12.0, text);
        plane.grid(&mut svg, &heading);
        plane.months(&mut svg);
        if let Some(mean) = self.mean() {
            plane.across(&mut svg, mean, stroke::MEAN);
        }
        self.steps(&mut svg, &plane, |it| it.upper);
        self.steps(&mut svg, &plane, |it| it.lower);
        if let Some(target) = self.target() {
            plane.across(&mut svg, target, stroke::TARGET);
        }
        plane.line(&mut svg, &self.states, stroke::SERIES);
        let scale = if slots > 30 { 0.8 } else { 1.0 };
        for (slot, state) in self.states.iter().enumerate() {
            if let (Some(mark), Some(value)) = (self.mark(slot), state.seen()) {
                mark.draw(&mut svg, plane.place(slot, value), scale);
            }
        }
        plane.hidden(&mut svg, &self.states);
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
            (&self.it.title, &description),
        )
    }

    /// A limit as stairs: each month has its own.
    #[allow(clippy::cast_precision_loss)] // months
    fn steps(&self, svg: &mut Svg, plane: &Plane, limit: fn(&Counted) -> f64) {
        let mut stairs: Vec<(f64, f64)> = Vec::new();
        for slot in 0..self.states.len() {
            let Some(at) = self.limits_of(slot) else {
                svg.path(&stairs, stroke::LIMIT);
                stairs.clear();
                continue;
            };
            let y = plane.values.at(limit(&at));
            let middle = slot as f64;
            stairs.extend([(plane.x(middle - 0.5), y), (plane.x(middle + 0.5), y)]);
        }
        svg.path(&stairs, stroke::LIMIT);
    }

    fn key(&self, plane: &Plane) -> Vec<Entry> {
        let marks = [
            (Mark::Ordinary, "Month"),
            (Mark::Better, "Outside its limits: better"),
            (Mark::Worse, "Outside its limits: worse"),
            (Mark::Changed, "Outside its limits"),
            (Mark::Provisional, "Not complete yet"),
        ];
        let mut entries: Vec<Entry> = marks
            .into_iter()
            .filter(|(mark, _)| (0..self.states.len()).any(|it| self.mark(it) == Some(*mark)))
            .map(|(mark, words)| Entry::Mark(mark, words.to_owned()))
            .collect();
        if self.states.contains(&State::Hidden) {
            entries.push(Entry::Words(HIDDEN.to_owned()));
        }
        if let Some(mean) = self.mean() {
            let words = format!("Mean {}", self.axis(mean));
            entries.push(Entry::Line(stroke::MEAN, words));
            let words = "Limits: three standard errors by each month's size";
            let words = match self.it.counting {
                Counting::Number => "Limits: three standard errors",
                _ => words,
            };
            entries.push(Entry::Line(stroke::LIMIT, words.to_owned()));
        }
        if let Some(target) = self.target() {
            let words = format!("Target {}", self.axis(target));
            entries.push(Entry::Line(stroke::TARGET, words));
        }
        if let Some(start) = plane.values.starts_above_zero() {
            let words = format!("The axis starts at {}.", self.axis(start));
            entries.push(Entry::Words(words));
        }
        entries
    }
}
