//! The children behind a figure of the latest return, as far as a person may see them.

use crate::county::County;
use crate::user::User;
use std::cmp::Reverse;
use std::collections::HashMap;
use waymark_data::annex_a::{About, Data, Team};
use waymark_data::{Day, Field, Period};
use waymark_measures::{Basis, Good, Listed, Measure, Unit, engine};

/// A row behind a figure.
pub struct ChildRow {
    /// The child's id, or the adopter's.
    pub child: String,
    /// Whether it is the side of the figure that somebody must do something about; always so where neither side is.
    pub first: bool,
    /// Whether it counts in the number.
    pub hit: bool,
    /// The band of a share.
    pub band: Option<&'static str>,
    /// What dates it.
    pub day: Day,
    /// The last day in time.
    pub due: Option<Day>,
    /// When it was done.
    pub done: Option<Day>,
    /// Days over the limit.
    pub over: i32,
    /// Its number: days for a median or mean.
    pub value: Option<i32>,
    /// The allocated worker.
    pub worker: String,
    /// The allocated team.
    pub team: String,
    /// Its district.
    pub district: String,
}

/// The rows behind a figure.
pub struct Behind {
    /// Those this person may see, those not met first, then the most days over.
    pub rows: Vec<ChildRow>,
    /// How many rows the figure has in all.
    pub all: usize,
}

/// What a person may see, remembered by team: a manager sees a team's children or none of them.
pub struct Sight<'a> {
    user: &'a User,
    data: &'a Data,
    teams: HashMap<Option<Team>, bool>,
}

impl<'a> Sight<'a> {
    /// Of a person.
    #[must_use]
    pub fn new(user: &'a User, data: &'a Data) -> Self {
        Self {
            user,
            data,
            teams: HashMap::new(),
        }
    }

    /// Whether they may see the child of this row.
    pub fn has(&mut self, about: &About) -> bool {
        *self
            .teams
            .entry(about.team)
            .or_insert_with(|| self.user.may_see(self.data, about))
    }
}

/// The periods of the latest return that a measure's children can be listed for, latest first.
#[must_use]
pub fn periods(county: &County, measure: &'static Measure, basis: Basis) -> Vec<Period> {
    let Some(cut) = county.latest() else {
        return Vec::new();
    };
    let mut periods: Vec<Period> = cut
        .figures
        .figures(measure)
        .iter()
        .filter(|it| it.basis == basis)
        .map(|it| it.period)
        .collect();
    periods.sort_by_key(|it| Reverse((it.to, it.from)));
    periods.dedup();
    periods
}

/// The rows behind a figure of the latest return.
#[must_use]
pub fn behind(
    county: &County,
    measure: &'static Measure,
    basis: Basis,
    period: Period,
    user: &User,
) -> Behind {
    let Some(data) = &county.data else {
        return Behind {
            rows: Vec::new(),
            all: 0,
        };
    };
    let mut sight = Sight::new(user, data);
    let listed: Vec<Listed<'_>> = engine::listed(measure, data, county.settings())
        .into_iter()
        .filter(|it| it.basis == basis && it.period == period)
        .collect();
    let all = listed.len();
    let mut rows: Vec<ChildRow> = listed
        .iter()
        .filter(|it| sight.has(it.about))
        .map(|it| row(measure, data, it))
        .collect();
    rows.sort_by(|a, b| {
        let key = |it: &ChildRow| (!it.first, Reverse(it.over), it.due, it.day);
        key(a).cmp(&key(b)).then_with(|| a.child.cmp(&b.child))
    });
    Behind { rows, all }
}

fn row(measure: &'static Measure, data: &Data, listed: &Listed<'_>) -> ChildRow {
    let (about, case) = (listed.about, &listed.case);
    let of_days = matches!(
        measure.unit,
        Unit::MedianWorkingDays | Unit::MeanDays | Unit::Net
    );
    ChildRow {
        child: about.child.map_or("", |it| data.id(it)).to_owned(),
        first: case.hit != (measure.good == Good::Up && measure.unit == Unit::Percent),
        hit: case.hit,
        band: measure.bands.get(usize::from(case.band)).copied(),
        day: case.day,
        due: case.due,
        done: case.done,
        over: case.days_over(),
        value: of_days.then_some(case.value),
        worker: worker(data, about),
        team: data
            .team(about)
            .map_or("", |it| it.name.as_str())
            .to_owned(),
        district: data.district(about).unwrap_or("").to_owned(),
    }
}

/// The worker a row names.
#[must_use]
pub fn worker(data: &Data, about: &About) -> String {
    match about.worker {
        Field::Value(word) => data.text(word).to_owned(),
        _ => String::new(),
    }
}
