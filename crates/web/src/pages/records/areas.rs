//! The areas a record may concern, as a form offers them.

use crate::house::House;
use crate::user::User;
use std::collections::BTreeSet;
use waymark_govuk::SelectOption;
use waymark_store::Role;

/// The whole council.
pub(crate) const WHOLE: &str = "Whole county";

/// Every area's name, wide ones first: the whole county, localities, districts, teams.
#[must_use]
pub(crate) fn names(house: &House) -> Vec<String> {
    let areas = &house.options().areas;
    let mut names = vec![WHOLE.to_owned()];
    names.extend(areas.localities().into_iter().map(str::to_owned));
    names.extend(areas.districts.iter().map(|it| it.name.clone()));
    if let Some(data) = &house.county().data {
        let teams: BTreeSet<String> = data.teams.iter().map(|it| it.name.clone()).collect();
        names.extend(teams);
    }
    let mut seen = BTreeSet::new();
    names.retain(|it| !it.is_empty() && seen.insert(it.clone()));
    names
}

/// What a person may choose for a record: a manager the areas they look after, everybody else every area; and what
/// stands there already.
#[must_use]
pub(crate) fn options(house: &House, user: &User, now: &str) -> Vec<SelectOption> {
    let mut names = if user.role == Role::Manager {
        user.areas.iter().map(|it| it.name.clone()).collect()
    } else {
        names(house)
    };
    if !now.is_empty() && !names.iter().any(|it| it == now) {
        names.push(now.to_owned());
    }
    let mut options = vec![SelectOption::new("", "No area in particular")];
    options.extend(names.iter().map(|it| SelectOption::new(it, it)));
    options
}
