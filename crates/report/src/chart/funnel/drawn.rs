//! The drawing of a funnel.

use super::{Compared, Judged, Place, counts};
use crate::chart::Size;
use crate::chart::legend::{self, Entry};
use crate::chart::marks::Mark;
use crate::chart::place::Room;
use crate::chart::plane::stroke;
use crate::chart::scale::{Reach, Scale};
use crate::chart::svg::{Anchor, HALO, Svg, colour, fitted, text_width};
use crate::chart::tally::float;
use crate::numbers::short;
use waymark_measures::signals::{FunnelLimits, FunnelPlace};

/// Areas that can all be named without hiding one another.
const MOST_NAMED: usize = 25;

/// One of the four limits.
type Limit = fn(&FunnelLimits) -> f64;

impl Judged<'_> {
    pub(super) fn drawn(&self, id: &str, size: Size) -> String {
        let text = size.text();
        let mut svg = Svg::new();
        let (top, bottom) = match size {
            Size::Wide => (text * 2.2, 330.0),
            Size::Narrow => (text * 2.2, 290.0),
        };
        let (values, labels, left) = self.values((bottom, top), text);
        let right = size.width() - 18.0;
        let sizes = self.sizes((left, right), size);
        let grid = |at: f64| {
            let stroke = if at == 0.0 {
                colour::GREY
            } else {
                colour::GRID
            };
            format!("stroke=\"{stroke}\" stroke-width=\"1\"")
        };
        for (tick, label) in values.ticks.iter().zip(&labels) {
            let y = values.at(*tick);
            svg.line((left, y), (right, y), &grid(*tick));
            svg.text((left - 6.0, y + text * 0.35), text, Anchor::End, label, "");
        }
        let mut drawn_to = f64::NEG_INFINITY;
        for tick in &sizes.ticks {
            let label = short(*tick);
            let (x, half) = (sizes.at(*tick), text_width(&label, text) / 2.0);
            svg.line((x, bottom), (x, bottom + 5.0), &grid(0.0));
            if x - half > drawn_to && x + half <= size.width() {
                let at = (x, bottom + 6.0 + text);
                svg.text(at, text, Anchor::Middle, &label, "");
                drawn_to = x + half + 6.0;
            }
        }
        let (value_heading, size_heading) = self.headings();
        let room = size.width() - 12.0;
        let heading = fitted(&value_heading, room, text);
        svg.text((6.0, text), text, Anchor::Start, &heading, "");
        let heading = fitted(&size_heading, room, text);
        let at = (right, bottom + 8.0 + text * 2.1);
        svg.text(at, text, Anchor::End, &heading, "");
        self.curves(&mut svg, &values, &sizes);
        let numbered = self.points(
            &mut svg,
            (&values, &sizes),
            size,
            (left, top, right, bottom),
        );
        let key_top = bottom + text * 2.9;
        let key = self.key(&numbered, &values);
        let height = legend::draw(&mut svg, &key, (6.0, key_top), room, text);
        let description = format!(
            "{} The figures are in the table with this chart.",
            self.sentence()
        );
        svg.finish(
            id,
            size.class(),
            (size.width(), key_top + height),
            (&self.it.title, &description),
        )
    }

    fn values(&self, ends: (f64, f64), text: f64) -> (Scale, Vec<String>, f64) {
        let mut values: Vec<f64> = self.areas.iter().filter_map(|it| it.0).collect();
        values.extend(self.centre.map(|it| it * self.factor));
        for (limits, (_, place)) in self.limits.iter().zip(&self.areas) {
            let limits = limits.filter(|_| matches!(place, Place::Judged(_)));
            values.extend(
                limits
                    .into_iter()
                    .flat_map(|it| [it.lower_998, it.upper_998])
                    .map(|it| it * self.factor),
            );
        }
        let reach = Reach {
            floor: Some(0.0),
            ceiling: (self.it.compared == Compared::Share).then_some(100.0),
            whole: false,
        };
        let scale = Scale::of(&values, reach, 5, ends);
        let labels: Vec<String> = scale.ticks.iter().map(|it| self.axis(*it)).collect();
        let widest = labels
            .iter()
            .map(|it| text_width(it, text))
            .fold(0.0, f64::max);
        (scale, labels, widest * 1.08 + 14.0)
    }

    fn sizes(&self, ends: (f64, f64), size: Size) -> Scale {
        let mut sizes: Vec<f64> = self
            .it
            .areas
            .iter()
            .zip(&self.areas)
            .filter(|(_, (value, _))| value.is_some())
            .filter_map(|(area, _)| Some(float(area.tally.seen()?.1)))
            .collect();
        sizes.push(0.0);
        let reach = Reach {
            floor: Some(0.0),
            ceiling: None,
            whole: true,
        };
        let wanted = match size {
            Size::Wide => 7,
            Size::Narrow => 4,
        };
        Scale::of(&sizes, reach, wanted, ends)
    }

    /// The funnel: its centre and its four limits by size.
    fn curves(&self, svg: &mut Svg, values: &Scale, sizes: &Scale) {
        let (Some(centre), (Some(first), Some(last))) = (
            self.centre,
            (sizes.ticks.first().copied(), sizes.ticks.last().copied()),
        ) else {
            return;
        };
        let y = values.at(centre * self.factor);
        svg.line((sizes.at(first), y), (sizes.at(last), y), stroke::MEAN);
        let limits: [(Limit, &str); 4] = [
            (|it| it.lower_998, stroke::LIMIT),
            (|it| it.upper_998, stroke::LIMIT),
            (|it| it.lower_95, stroke::NEAR),
            (|it| it.upper_95, stroke::NEAR),
        ];
        let reach = last - first;
        let at: Vec<(f64, FunnelLimits)> = (1..=160)
            .map(|n| first + reach * (f64::from(n) / 160.0).powi(2))
            .filter_map(|size| Some((size, self.limits(size, counts::to_draw)?)))
            .collect();
        for (of, line) in limits {
            // A limit beyond the axis is not drawn along its edge.
            let curve: Vec<(f64, f64)> = at
                .iter()
                .map(|(size, limits)| (*size, of(limits) * self.factor))
                .filter(|(_, value)| values.holds(*value))
                .map(|(size, value)| (sizes.at(size), values.at(value)))
                .collect();
            svg.path(&curve, line);
        }
    }

    /// Whether an area is left without a name: among many, those inside, which are not to be told apart anyway.
    fn is_unnamed(&self, place: Place) -> bool {
        let outside = matches!(
            place,
            Place::Judged(FunnelPlace::Ask { .. } | FunnelPlace::Watch { .. })
        );
        self.areas.len() > MOST_NAMED && !outside
    }

    /// The areas, each with its name; with a number where its name has no room. Gives those.
    fn points(
        &self,
        svg: &mut Svg,
        (values, sizes): (&Scale, &Scale),
        size: Size,
        frame: (f64, f64, f64, f64),
    ) -> Vec<usize> {
        let text = size.text();
        let places: Vec<(usize, (f64, f64), Place)> = self
            .it
            .areas
            .iter()
            .zip(&self.areas)
            .enumerate()
            .filter_map(|(n, (area, (value, place)))| {
                let (_, of) = area.tally.seen()?;
                Some((n, (sizes.at(float(of)), values.at((*value)?)), *place))
            })
            .collect();
        let marks: Vec<(f64, f64)> = places.iter().map(|it| it.1).collect();
        let mut room = Room::new(frame, &marks, 6.0);
        let mut order: Vec<&(usize, (f64, f64), Place)> = places.iter().collect();
        // Those worth asking about have their names first.
        order.sort_by_key(|(_, _, place)| match place {
            Place::Judged(FunnelPlace::Ask { .. }) => 0,
            Place::Judged(FunnelPlace::Watch { .. }) => 1,
            _ => 2,
        });
        let mut numbered = Vec::new();
        let most = size.width() / 3.5;
        for (n, at, place) in order {
            self.mark(*place).draw(svg, *at, 1.0);
            if self.is_unnamed(*place) {
                continue;
            }
            let name = &self.it.areas[*n].name;
            let number = (n + 1).to_string();
            let fits = text_width(name, text) <= most;
            let by_name = fits.then(|| room.take(name, text, *at, false)).flatten();
            let (label, found) = match by_name {
                Some(found) => (name.as_str(), Some(found)),
                None => {
                    numbered.push(*n);
                    (number.as_str(), room.take(&number, text, *at, true))
                }
            };
            if let Some((label_at, anchor)) = found {
                if (label_at.1 - at.1).abs() > text * 2.0 {
                    let to = (label_at.0, label_at.1 - text * 0.3);
                    svg.line(
                        *at,
                        to,
                        &format!("stroke=\"{}\" stroke-width=\"1\"", colour::GREY),
                    );
                }
                svg.text(label_at, text, anchor, label, HALO);
            }
        }
        numbered.sort_unstable();
        numbered
    }

    fn key(&self, numbered: &[usize], values: &Scale) -> Vec<Entry> {
        let marks = [
            (Mark::Ordinary, "Inside: no evidence of a difference"),
            (Mark::Watch, "To watch"),
            (Mark::Better, "Worth asking about: better"),
            (Mark::Worse, "Worth asking about: worse"),
            (Mark::Changed, "Worth asking about"),
            (Mark::Provisional, "Too few to judge"),
        ];
        let mut entries: Vec<Entry> = marks
            .into_iter()
            .filter(|(mark, _)| {
                self.areas
                    .iter()
                    .any(|(value, place)| value.is_some() && self.mark(*place) == *mark)
            })
            .map(|(mark, words)| Entry::Mark(mark, words.to_owned()))
            .collect();
        if let Some(centre) = self.centre {
            let name = match self.it.centre {
                Some(_) => "The whole",
                None => "All shown together",
            };
            let words = format!("{} {}", name, self.axis(centre * self.factor));
            entries.push(Entry::Line(stroke::MEAN, words));
            entries.push(Entry::Line(stroke::LIMIT, "99.8% limits".to_owned()));
            entries.push(Entry::Line(stroke::NEAR, "95% limits".to_owned()));
        }
        if let Some(start) = values.starts_above_zero() {
            let words = format!("The axis starts at {}.", self.axis(start));
            entries.push(Entry::Words(words));
        }
        if self.areas.iter().any(|it| self.is_unnamed(it.1)) {
            let words = "Areas inside are named in the table.";
            entries.push(Entry::Words(words.to_owned()));
        }
        for n in numbered {
            let words = format!("{}: {}", n + 1, self.it.areas[*n].name);
            entries.push(Entry::Words(words));
        }
        let named = |wanted: Place| -> Vec<&str> {
            self.it
                .areas
                .iter()
                .zip(&self.areas)
                .filter(|(_, (_, place))| *place == wanted)
                .map(|(area, _)| area.name.as_str())
                .collect()
        };
        for (place, why) in [(Place::Hidden, "c (hidden)"), (Place::Empty, "No cases")] {
            entries.extend(
                named(place)
                    .into_iter()
                    .map(|name| Entry::Words(format!("{why}: {name}"))),
            );
        }
        entries
    }
}
