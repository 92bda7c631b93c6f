//! Counted things month by month, with limits that step with each month's own size: p, p′, u and c.

mod drawn;

use super::marks::Mark;
use super::tally::{Tally, float, whole, whole_cell};
use super::{Drawn, Size};
use crate::numbers::{capital, percent, short};
use crate::reading::State;
use crate::table::{Cell, Heading, Table};
use waymark_data::Month;
use waymark_measures::signals::{
    Band, Counted, CountedChart, Good, c_chart, p_chart, p_prime_chart, u_chart,
};

/// What is counted, and so which limits chance gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Counting {
    /// Shares of a known number of cases (a p-chart).
    Share,
    /// The same with limits widened by how the months differ beyond chance (p′, Laney): for large numbers of cases.
    ShareWidened,
    /// Things by exposure (a u-chart): so many per `per` of `of`.
    Rate {
        /// 100 for "per 100".
        per: f64,
        /// What they are reckoned by: "children looked after".
        of: String,
    },
    /// Things where as much can happen in each month (a c-chart).
    Number,
}

/// What is charted.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedMonths {
    /// What is counted: "Assessments that took longer than 45 working days".
    pub title: String,
    /// How.
    pub counting: Counting,
    /// The first month.
    pub from: Month,
    /// It and the months after it.
    pub months: Vec<Tally>,
    /// How many of the first months the mean is taken over; all where none is given.
    pub baseline: Option<usize>,
    /// The target in force, as the values are shown: 90 for 90%.
    pub target: Option<f64>,
    /// Which way is good.
    pub good: Good,
}

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn pchart(months: &CountedMonths, id: &str) -> Drawn {
    let judged = Judged::of(months);
    Drawn {
        wide: judged.drawn(id, Size::Wide),
        narrow: judged.drawn(&format!("{id}-narrow"), Size::Narrow),
        table: judged.table(),
        sentence: judged.sentence(),
    }
}

/// The months with what chance allows each of them.
struct Judged<'a> {
    it: &'a CountedMonths,
    /// From fractions of 1 to what is shown.
    factor: f64,
    states: Vec<State>,
    limits: Option<CountedChart>,
    band: Band,
}

impl<'a> Judged<'a> {
    fn of(it: &'a CountedMonths) -> Self {
        let factor = match it.counting {
            Counting::Share | Counting::ShareWidened => 100.0,
            Counting::Rate { per, .. } if per.is_finite() && per > 0.0 => per,
            Counting::Rate { .. } | Counting::Number => 1.0,
        };
        let states: Vec<State> = it
            .months
            .iter()
            .map(|month| state(&it.counting, *month, factor))
            .collect();
        let baseline = |at: usize| {
            it.baseline.is_none_or(|most| at < most)
                && states.get(at).is_some_and(|it| it.judged().is_some())
        };
        // What cannot be drawn must not move the mean either.
        let sized: Vec<Option<(f64, f64)>> = it
            .months
            .iter()
            .zip(&states)
            .map(|(month, state)| {
                let (count, of) = state.seen().and_then(|_| month.seen())?;
                Some((float(count), float(of)))
            })
            .collect();
        let points = states.iter().filter(|it| it.judged().is_some()).count();
        let band = Band::of(points, points);
        let limits = match it.counting {
            _ if !band.has_limits() => None,
            Counting::Share => p_chart(&sized, baseline),
            Counting::ShareWidened => p_prime_chart(&sized, baseline),
            Counting::Rate { .. } => u_chart(&sized, baseline),
            Counting::Number => {
                let counts: Vec<Option<f64>> = sized.iter().map(|it| it.map(|it| it.0)).collect();
                c_chart(&counts, baseline)
            }
        };
        Self {
            it,
            factor,
            states,
            limits,
            band,
        }
    }

    fn month(&self, slot: usize) -> Month {
        self.it.from.plus(i32::try_from(slot).unwrap_or(0))
    }

    /// A month's limits, as shown; none for one that is not judged.
    fn limits_of(&self, slot: usize) -> Option<Counted> {
        self.states.get(slot)?.judged()?;
        let point = self.limits.as_ref()?.points.get(slot).copied()??;
        Some(Counted {
            value: point.value * self.factor,
            lower: point.lower * self.factor,
            upper: point.upper * self.factor,
        })
    }

    fn mean(&self) -> Option<f64> {
        Some(self.limits.as_ref()?.centre * self.factor)
    }

    fn mark(&self, slot: usize) -> Option<Mark> {
        let state = self.states.get(slot)?;
        state.seen()?;
        if let State::Provisional(_) = state {
            return Some(Mark::Provisional);
        }
        let Some(point) = self.limits_of(slot).filter(Counted::is_beyond) else {
            return Some(Mark::Ordinary);
        };
        let high = point.value > point.upper;
        Some(match self.it.good {
            Good::Neither => Mark::Changed,
            Good::Up if high => Mark::Better,
            Good::Down if !high => Mark::Better,
            _ => Mark::Worse,
        })
    }

    fn words(&self, value: f64) -> String {
        match &self.it.counting {
            Counting::Share | Counting::ShareWidened => percent(value),
            Counting::Rate { of, .. } => {
                format!("{} per {} {of}", short(value), short(self.factor))
            }
            Counting::Number => short(value),
        }
    }

    fn axis(&self, value: f64) -> String {
        match self.it.counting {
            Counting::Share | Counting::ShareWidened => format!("{}%", short(value)),
            _ => short(value),
        }
    }

    fn heading(&self) -> String {
        match &self.it.counting {
            Counting::Share | Counting::ShareWidened => "Percentage".to_owned(),
            Counting::Rate { of, .. } => format!("Per {} {of}", short(self.factor)),
            Counting::Number => "Number".to_owned(),
        }
    }

    /// "21% (96 of 457)", "4.4 per 100 children looked after (77 among 1,770)".
    fn figure(&self, slot: usize, value: f64) -> String {
        let numbers = self.it.months.get(slot).and_then(|it| it.seen());
        let among = match self.it.counting {
            Counting::Rate { .. } => "among",
            _ => "of",
        };
        match (&self.it.counting, numbers) {
            (Counting::Number, _) | (_, None) => self.words(value),
            (_, Some((count, of))) => format!(
                "{} ({} {among} {})",
                self.words(value),
                crate::numbers::whole(whole(count)),
                crate::numbers::whole(whole(of))
            ),
        }
    }

    fn target(&self) -> Option<f64> {
        self.it.target.filter(|it| it.is_finite())
    }

    fn sentence(&self) -> String {
        let title = &self.it.title;
        let judged = self.states.iter().rposition(|it| it.judged().is_some());
        let Some(latest) = judged else {
            return format!("{title}: no complete month can be shown.");
        };
        let value = self.states[latest].judged().unwrap_or(0.0);
        let figure = self.figure(latest, value);
        let month = self.month(latest).words();
        let mut said = vec![match self.limits_of(latest) {
            None => format!(
                "{title}: {figure} in {month}. It is too early for limits: fewer than 10 complete months."
            ),
            Some(point) => {
                let place = if point.is_beyond() {
                    "outside"
                } else {
                    "within"
                };
                format!(
                    "{title}: {figure} in {month}, {place} what chance allows a month of its size ({} to {}).",
                    short_of(self, point.lower),
                    self.words(point.upper)
                )
            }
        }];
        said.extend(self.outside());
        if self.limits.is_some() && self.band < Band::Full {
            said.push("The limits rest on few months: they are trial limits.".to_owned());
        }
        if let Some(chart) = self.limits.as_ref().filter(|it| it.widened > 1.05) {
            said.push(format!(
                "The limits are {} times as wide as chance alone gives, because the months differ by more (p′).",
                short(chart.widened)
            ));
        }
        if self.it.counting == Counting::ShareWidened
            && self.limits.as_ref().is_some_and(|it| it.widened <= 1.05)
        {
            said.push(
                "The limits allow for months that differ by more than chance (p′); these do not."
                    .to_owned(),
            );
        }
        if let Some(target) = self.target() {
            said.push(match self.it.good {
                Good::Up => format!("The target is at least {}.", self.words(target)),
                Good::Down => format!("The target is at most {}.", self.words(target)),
                Good::Neither => format!("The target is {}.", self.words(target)),
            });
        }
        said.join(" ")
    }

    /// Which months lie outside; the latest five by name.
    fn outside(&self) -> Option<String> {
        self.limits.as_ref()?;
        let all: Vec<(usize, Counted)> = (0..self.states.len())
            .filter_map(|slot| Some((slot, self.limits_of(slot)?)))
            .collect();
        let beyond: Vec<&(usize, Counted)> =
            all.iter().filter(|(_, point)| point.is_beyond()).collect();
        if beyond.is_empty() {
            return Some(
                "No month lies outside its limits: nothing here that chance does not explain."
                    .to_owned(),
            );
        }
        let named: Vec<String> = beyond
            .iter()
            .rev()
            .take(5)
            .map(|(slot, point)| {
                let way = if point.value > point.upper {
                    "above"
                } else {
                    "below"
                };
                format!(
                    "{} ({way}, {})",
                    self.month(*slot).words(),
                    self.figure(*slot, point.value)
                )
            })
            .collect();
        let more = beyond.len() - named.len();
        let more = if more > 0 {
            format!("; and {} earlier", crate::numbers::in_words(more))
        } else {
            String::new()
        };
        let mut said = format!(
            "Outside their limits, where chance puts about one month in 370: {}{more}.",
            named.join("; ")
        );
        if beyond.len() * 3 > all.len() && self.it.counting == Counting::Share {
            said.push_str(
                " So many lie outside that limits of chance alone are too narrow here: see them widened (p′).",
            );
        }
        Some(said)
    }

    fn table(&self) -> Table {
        let by = match &self.it.counting {
            Counting::Number => None,
            Counting::Rate { of, .. } => Some(capital(of)),
            _ => Some("Out of".to_owned()),
        };
        let mut headings = vec![Heading::words("Month"), Heading::numbers(self.heading())];
        if by.is_some() {
            headings.push(Heading::numbers("Count"));
        }
        headings.extend(by.clone().map(Heading::numbers));
        headings.extend(["Mean", "Lower limit", "Upper limit"].map(Heading::numbers));
        headings.push(Heading::words("Signal"));
        let mut table = Table::new(self.it.title.as_str(), headings);
        for (slot, (tally, state)) in self.it.months.iter().zip(&self.states).enumerate() {
            let limits = self.limits_of(slot);
            let mut row = vec![
                Cell::month(self.month(slot)),
                match (state, &self.it.counting) {
                    (State::Hidden, _) => Cell::words("c"),
                    (_, Counting::Number) => tally.cell(|count, _| whole_cell(count)),
                    (state, _) => Cell::maybe(state.seen(), Cell::decimal),
                },
            ];
            if by.is_some() {
                row.push(tally.cell(|count, _| whole_cell(count)));
                row.push(tally.cell(|_, of| whole_cell(of)));
            }
            row.push(Cell::maybe(self.mean(), Cell::decimal));
            row.push(Cell::maybe(limits.map(|it| it.lower), Cell::decimal));
            row.push(Cell::maybe(limits.map(|it| it.upper), Cell::decimal));
            row.push(Cell::words(self.signal(slot, limits)));
            table.rows.push(row);
        }
        table
    }

    fn signal(&self, slot: usize, limits: Option<Counted>) -> String {
        let beyond = limits.filter(Counted::is_beyond).map(|point| {
            if point.value > point.upper {
                "above the limits"
            } else {
                "below the limits"
            }
        });
        match (self.states[slot], self.mark(slot), beyond) {
            (State::Provisional(_), ..) => "Not complete".to_owned(),
            (State::Hidden, ..) => "Hidden".to_owned(),
            (_, Some(Mark::Better), Some(where_)) => format!("Better: {where_}"),
            (_, Some(Mark::Worse), Some(where_)) => format!("Worse: {where_}"),
            (_, _, Some(where_)) => format!("Changed: {where_}"),
            _ => String::new(),
        }
    }
}

/// A month as it may be drawn: more counted than there are is no share, and of nobody there is none.
fn state(counting: &Counting, month: Tally, factor: f64) -> State {
    let Some((count, of)) = month.seen() else {
        return match month {
            Tally::Hidden => State::Hidden,
            _ => State::Empty,
        };
    };
    let value = match counting {
        Counting::Number => float(count),
        Counting::Share | Counting::ShareWidened if count > of => return State::Empty,
        _ => float(count) / float(of) * factor,
    };
    match month {
        Tally::Incomplete { .. } => State::Provisional(value).sound(),
        _ => State::Judged(value).sound(),
    }
}

fn short_of(judged: &Judged<'_>, value: f64) -> String {
    match judged.it.counting {
        Counting::Rate { .. } => short(value),
        _ => judged.words(value),
    }
}
