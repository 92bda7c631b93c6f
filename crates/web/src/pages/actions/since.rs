//! What the measures of an action have done since it was agreed.

use crate::figures::told::{Told, figure_words};
use crate::house::House;
use crate::user::User;
use waymark_data::Day;
use waymark_measures::catalogue;
use waymark_programme::{Record, Records};
use waymark_store::Role;

/// One measure then and now.
pub(super) struct Since {
    pub(super) title: String,
    pub(super) href: String,
    /// The last figure before the action was agreed; empty without one.
    pub(super) then: String,
    /// The latest figure; why there is none, otherwise.
    pub(super) now: String,
    /// What its series shows, in a few words.
    pub(super) shows: &'static str,
}

/// The measures an action is linked to, as this person may see them.
pub(super) fn since(
    house: &House,
    user: &User,
    records: &Records,
    action: &Record,
    agreed: Day,
) -> Vec<Since> {
    if user.role == Role::Partner {
        return Vec::new();
    }
    let county = house.county();
    let shelf = county.shelf(user.audience());
    let mut ids: Vec<&str> = records.measures_of(action.id).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
        .filter_map(catalogue::find)
        .filter_map(|it| shelf.of_measure(it))
        .map(|it| one(it, agreed))
        .collect()
}

fn one(told: &Told, agreed: Day) -> Since {
    let then = told.reading.as_ref().and_then(|reading| {
        let mut points = reading.series.points.iter();
        let before = points.rfind(|it| it.period.to <= agreed)?;
        Some(figure_words(reading, before))
    });
    Since {
        title: told.measure.title.to_owned(),
        href: told.href(),
        then: then.unwrap_or_default(),
        now: if told.latest.is_empty() {
            told.why_none()
        } else {
            told.latest.clone()
        },
        shows: told.shows.words(),
    }
}
