//! A plan line with both its ratings, as every page that shows lines reads it.

use crate::county::County;
use crate::figures::since::Measured;
use crate::pages::records::cite;
use waymark_data::Day;
use waymark_govuk::Tag;
use waymark_programme::kinds::{MILESTONE, PLAN_LINE};
use waymark_programme::rating::{
    Delivery, Impact, Rating, Signal, delivery, impact, is_not_moving,
};
use waymark_programme::{Asker, Record, Records};

/// A line with both its ratings.
pub(crate) struct Rated<'a> {
    /// The line.
    pub(crate) line: &'a Record,
    /// Whether it is delivered, and why.
    pub(crate) delivery: Rating<Delivery>,
    /// Whether it has an effect, and why.
    pub(crate) impact: Rating<Impact>,
    /// What its measures have done.
    pub(crate) measured: Vec<Measured>,
}

impl<'a> Rated<'a> {
    /// A line as it stands today.
    pub(crate) fn of(county: &County, records: &'a Records, line: &'a Record, today: Day) -> Self {
        let measured = Measured::all(county, records, line.id, line.area());
        let signals: Vec<Signal> = measured.iter().map(|it| it.signal.clone()).collect();
        Self {
            line,
            delivery: delivery(records, line, today),
            impact: impact(records, line, &signals),
            measured,
        }
    }

    /// Whether it is delivered and no effect can be seen, by what is computed: nobody can say a line into moving.
    pub(crate) fn is_not_moving(&self) -> bool {
        self.line.is_open() && is_not_moving(self.delivery.computed, self.impact.computed)
    }
}

/// The rating of delivery that is shown first, as a tag.
pub(crate) fn delivery_tag(rating: &Rating<Delivery>) -> Tag {
    let shown = rating.shown();
    cite::tag(&shown.words(), shown.tone())
}

/// The rating of effect that is shown first, as a tag.
pub(crate) fn impact_tag(rating: &Rating<Impact>) -> Tag {
    let shown = rating.shown();
    cite::tag(shown.words(), shown.tone())
}

/// Beside a tag that a person chose: who said it, why, and what is computed; empty where nobody said otherwise.
pub(crate) fn otherwise<T: Copy>(rating: &Rating<T>, words: impl Fn(T) -> String) -> String {
    rating.said.as_ref().map_or_else(String::new, |said| {
        let who = if said.by.is_empty() {
            "Somebody"
        } else {
            said.by.as_str()
        };
        format!(
            "{who} says so: {} Computed: {}.",
            ended(&said.why),
            words(rating.computed).to_lowercase()
        )
    })
}

/// A text that ends like a sentence.
fn ended(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// The next milestone of a line: the earliest due of those not reached.
pub(crate) fn next_milestone<'a>(records: &'a Records, line: &Record) -> Option<&'a Record> {
    records
        .parts(line.id, &MILESTONE)
        .filter(|it| it.is_open())
        .min_by_key(|it| (it.day("due"), it.id))
}

/// Every line that is delivered without an effect so far, of those this person may read, the longest delivered first.
pub(crate) fn not_moving<'a>(
    county: &County,
    records: &'a Records,
    asker: &Asker<'_>,
    today: Day,
) -> Vec<Rated<'a>> {
    let mut found: Vec<Rated<'a>> = records
        .of(&PLAN_LINE)
        .filter(|it| it.state.word == "delivered" && asker.may_read(it))
        .map(|it| Rated::of(county, records, it, today))
        .filter(Rated::is_not_moving)
        .collect();
    found.sort_by_key(|it| (it.line.day("done_on"), it.line.id));
    found
}
