//! Areas by their size, within a funnel of what chance allows each: so that a small one is not called an outlier.

mod counts;
mod drawn;

use super::marks::Mark;
use super::tally::{Tally, float, whole, whole_cell};
use super::{Drawn, Size};
use crate::numbers::{capital, in_words, percent, short};
use crate::table::{Cell, Heading, Table};
use waymark_measures::signals::{
    FEWEST_IN_DENOMINATOR, FunnelLimits, FunnelPlace, Good, proportion,
};

/// What is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Compared {
    /// Shares of a number of cases.
    Share,
    /// Counts by those who live there, per so many: limits are exact for counts (Poisson).
    Rate {
        /// 10,000 for "per 10,000".
        per: f64,
        /// Of whom: "children".
        of: String,
    },
}

/// An area with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its name.
    pub name: String,
    /// Its numbers, as their readers may see them.
    pub tally: Tally,
}

/// Areas to be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Funnel {
    /// What is compared, with its period: "Assessments later than 45 working days, August 2017".
    pub title: String,
    /// How.
    pub compared: Compared,
    /// The areas, in their own order: they are never ranked.
    pub areas: Vec<Area>,
    /// What all of them are compared with, as shown (24.5 for 24.5%): the county's own figure. None takes all areas that
    /// may be seen together.
    pub centre: Option<f64>,
    /// Which way is good.
    pub good: Good,
}

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
///
/// Limits of shares are the plain ones, as a breakdown's words are, so that a page does not say two things of one area.
#[must_use]
pub fn funnel(areas: &Funnel, id: &str) -> Drawn {
    let judged = Judged::of(areas);
    Drawn {
        wide: judged.drawn(id, Size::Wide),
        narrow: judged.drawn(&format!("{id}-narrow"), Size::Narrow),
        table: judged.table(),
        sentence: judged.sentence(),
    }
}

/// Where an area stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Judged(FunnelPlace),
    TooFew,
    Hidden,
    Empty,
}

struct Judged<'a> {
    it: &'a Funnel,
    factor: f64,
    /// A fraction of 1.
    centre: Option<f64>,
    /// Each area's value as shown, and where it stands.
    areas: Vec<(Option<f64>, Place)>,
    /// The limits of those that are judged, as fractions of 1.
    limits: Vec<Option<FunnelLimits>>,
}

impl<'a> Judged<'a> {
    fn of(it: &'a Funnel) -> Self {
        let factor = match it.compared {
            Compared::Share => 100.0,
            Compared::Rate { per, .. } if per.is_finite() && per > 0.0 => per,
            Compared::Rate { .. } => 1.0,
        };
        let sound = |tally: Tally| {
            tally
                .seen()
                .filter(|(count, of)| *of > 0 && (it.compared != Compared::Share || count <= of))
        };
        let all = it.areas.iter().filter_map(|area| sound(area.tally));
        let (counts, sizes) = all.fold((0.0, 0.0), |sum, (count, of)| {
            (sum.0 + float(count), sum.1 + float(of))
        });
        let given = it.centre.filter(|it| it.is_finite()).map(|it| it / factor);
        let centre = given.or_else(|| (sizes > 0.0).then_some(counts / sizes));
        let mut judged = Self {
            it,
            factor,
            centre,
            areas: Vec::new(),
            limits: Vec::new(),
        };
        judged.limits = it
            .areas
            .iter()
            .map(|area| {
                let (_, of) = sound(area.tally)?;
                judged.limits(float(of), counts::to_judge)
            })
            .collect();
        judged.areas = it
            .areas
            .iter()
            .zip(&judged.limits)
            .map(|(area, limits)| match (area.tally, sound(area.tally)) {
                (Tally::Hidden, _) => (None, Place::Hidden),
                (_, None) => (None, Place::Empty),
                (_, Some((count, of))) => {
                    let value = float(count) / float(of);
                    let few = it.compared == Compared::Share && of < FEWEST_IN_DENOMINATOR;
                    let place = match limits {
                        Some(limits) if !few => Place::Judged(limits.place(value)),
                        _ => Place::TooFew,
                    };
                    (Some(value * factor), place)
                }
            })
            .collect();
        judged
    }

    /// Limits for an area of this size, as fractions of 1; those of counts by `of_counts`.
    fn limits(
        &self,
        size: f64,
        of_counts: fn(f64) -> Option<FunnelLimits>,
    ) -> Option<FunnelLimits> {
        let centre = self.centre?;
        match self.it.compared {
            Compared::Share => proportion(centre, size),
            Compared::Rate { .. } => {
                let around = of_counts(centre * size)?;
                Some(FunnelLimits {
                    lower_998: around.lower_998 * centre,
                    lower_95: around.lower_95 * centre,
                    upper_95: around.upper_95 * centre,
                    upper_998: around.upper_998 * centre,
                })
            }
        }
    }

    fn words(&self, value: f64) -> String {
        match &self.it.compared {
            Compared::Share => percent(value),
            Compared::Rate { of, .. } => {
                format!("{} per {} {of}", short(value), short(self.factor))
            }
        }
    }

    fn axis(&self, value: f64) -> String {
        match self.it.compared {
            Compared::Share => format!("{}%", short(value)),
            Compared::Rate { .. } => short(value),
        }
    }

    /// What the centre is of.
    fn whole(&self) -> &'static str {
        match self.it.centre {
            Some(_) => "the whole is at",
            None => "all shown together are at",
        }
    }

    /// "Percentage" or "Per 10,000 children"; and what an area's size is in.
    fn headings(&self) -> (String, String) {
        match &self.it.compared {
            Compared::Share => ("Percentage".to_owned(), "Cases".to_owned()),
            Compared::Rate { of, .. } => (
                format!("Per {} {of}", short(self.factor)),
                format!("Number of {of}"),
            ),
        }
    }

    fn sentence(&self) -> String {
        let judged = self
            .areas
            .iter()
            .filter(|(_, place)| matches!(place, Place::Judged(_)))
            .count();
        let Some(centre) = self.centre.filter(|_| judged > 0) else {
            return format!(
                "{}: no area can be compared: too few cases, hidden, or none.",
                self.it.title
            );
        };
        let among = match self.it.compared {
            Compared::Share => "of",
            Compared::Rate { .. } => "among",
        };
        let named = |wanted: fn(&FunnelPlace) -> Option<bool>| -> Vec<String> {
            self.it
                .areas
                .iter()
                .zip(&self.areas)
                .filter_map(|(area, (value, place))| {
                    let Place::Judged(place) = place else {
                        return None;
                    };
                    let way = if wanted(place)? { "higher" } else { "lower" };
                    let (count, of) = area.tally.seen()?;
                    Some(format!(
                        "{} is {way} at {} ({} {among} {})",
                        area.name,
                        self.words((*value)?),
                        crate::numbers::whole(whole(count)),
                        crate::numbers::whole(whole(of))
                    ))
                })
                .collect()
        };
        let asking = named(|it| match it {
            FunnelPlace::Ask { high } => Some(*high),
            _ => None,
        });
        let watched = named(|it| match it {
            FunnelPlace::Watch { high } => Some(*high),
            _ => None,
        });
        let mut said = vec![format!(
            "{}: {} {}.",
            self.it.title,
            self.whole(),
            self.words(centre * self.factor)
        )];
        said.push(if asking.is_empty() {
            "No area lies outside the 99.8% limits.".to_owned()
        } else {
            format!(
                "Worth asking about, outside the 99.8% limits: {}.",
                asking.join("; ")
            )
        });
        if !watched.is_empty() {
            said.push(format!(
                "To watch, between the 95% and 99.8% limits: {}.",
                watched.join("; ")
            ));
        }
        let inside = judged - asking.len() - watched.len();
        said.extend(match inside {
            0 => None,
            1 => Some("One area is inside: no evidence that it differs.".to_owned()),
            all if all == judged => Some(format!(
                "All {} are inside: no evidence that they differ, so they are not ranked.",
                in_words(all)
            )),
            many => Some(format!(
                "The other {} are inside: no evidence that they differ, so they are not ranked.",
                in_words(many)
            )),
        });
        let times = i32::try_from(judged).unwrap_or(i32::MAX);
        let luck = |one: f64| short((1.0 - one.powi(times)) * 100.0);
        let near = ((1.0 - 0.95_f64.powi(times)) * 100.0).round();
        let of_these = match judged {
            1 => "For one area".to_owned(),
            many => format!("With {} areas", in_words(many)),
        };
        said.push(format!(
            "{of_these}, chance alone puts at least one outside 95% {} times in 100, and outside 99.8% {} times in 100.",
            short(near),
            luck(0.998)
        ));
        let few = self.areas.iter().filter(|it| it.1 == Place::TooFew).count();
        if few > 0 {
            let areas = if few == 1 { "area has" } else { "areas have" };
            said.push(format!(
                "{} {areas} too few to judge.",
                capital(&in_words(few))
            ));
        }
        said.join(" ")
    }

    fn table(&self) -> Table {
        let (value_heading, size_heading) = self.headings();
        let headings = [
            Heading::words("Area"),
            Heading::numbers(value_heading),
            Heading::numbers("Count"),
            Heading::numbers(size_heading),
            Heading::numbers("Lower 99.8%"),
            Heading::numbers("Lower 95%"),
            Heading::numbers("Upper 95%"),
            Heading::numbers("Upper 99.8%"),
            Heading::words("Against the whole"),
        ];
        let mut table = Table::new(self.it.title.as_str(), headings);
        let areas = self.it.areas.iter().zip(&self.areas);
        for ((area, (value, place)), limits) in areas.zip(&self.limits) {
            let limits = limits.filter(|_| matches!(place, Place::Judged(_)));
            let limit = |of: fn(&FunnelLimits) -> f64| {
                Cell::maybe(limits.as_ref().map(of), |it| {
                    Cell::decimal(it * self.factor)
                })
            };
            table.rows.push(vec![
                Cell::words(area.name.as_str()),
                match place {
                    Place::Hidden => Cell::words("c"),
                    _ => Cell::maybe(*value, Cell::decimal),
                },
                area.tally.cell(|count, _| whole_cell(count)),
                area.tally.cell(|_, of| whole_cell(of)),
                limit(|it| it.lower_998),
                limit(|it| it.lower_95),
                limit(|it| it.upper_95),
                limit(|it| it.upper_998),
                Cell::words(self.verdict(*place)),
            ]);
        }
        table
    }

    fn verdict(&self, place: Place) -> String {
        let way = |high: bool| {
            let way = if high { "higher" } else { "lower" };
            match (self.it.good, high) {
                (Good::Neither, _) => way.to_owned(),
                (Good::Up, true) | (Good::Down, false) => format!("{way}, which is better"),
                _ => format!("{way}, which is worse"),
            }
        };
        match place {
            Place::Judged(FunnelPlace::Ask { high }) => {
                format!("Worth asking about: {}", way(high))
            }
            Place::Judged(FunnelPlace::Watch { high }) => format!("Watch: {}", way(high)),
            Place::Judged(FunnelPlace::Inside) => "No evidence of a difference".to_owned(),
            Place::TooFew => "Too few to judge".to_owned(),
            Place::Hidden => "Hidden".to_owned(),
            Place::Empty => "No cases".to_owned(),
        }
    }

    fn mark(&self, place: Place) -> Mark {
        match (place, self.it.good) {
            (Place::Judged(FunnelPlace::Ask { high }), good) => match good {
                Good::Neither => Mark::Changed,
                Good::Up if high => Mark::Better,
                Good::Down if !high => Mark::Better,
                _ => Mark::Worse,
            },
            (Place::Judged(FunnelPlace::Watch { .. }), _) => Mark::Watch,
            (Place::TooFew, _) => Mark::Provisional,
            _ => Mark::Ordinary,
        }
    }
}
