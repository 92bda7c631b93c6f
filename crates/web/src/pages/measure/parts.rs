//! A figure by area and by group, with what was set aside.

use crate::figures::areas::{AREAS, Broken, GROUPS, broken_down, figure_of};
use crate::figures::told::Told;
use crate::house::House;
use crate::tables;
use crate::user::Audience;
use std::collections::BTreeMap;
use waymark_data::Period;
use waymark_govuk::{Html, Table};
use waymark_measures::{By, disclosure};
use waymark_report::chart::dots;
use waymark_report::numbers::shown;

/// A chart with its sentence and table.
pub(super) struct Figure {
    pub(super) sentence: String,
    pub(super) wide: Html,
    pub(super) narrow: Html,
    pub(super) table: Table,
}

/// A drawn chart as a page holds it.
pub(super) fn figure(drawn: &waymark_report::chart::Drawn) -> Figure {
    Figure {
        sentence: drawn.sentence.clone(),
        wide: Html::new(drawn.wide.clone()),
        narrow: Html::new(drawn.narrow.clone()),
        table: tables::table(&drawn.table),
    }
}

/// What the chosen figure's groups give.
pub(super) struct Parts {
    pub(super) by: By,
    pub(super) areas: Vec<By>,
    pub(super) area: Option<Figure>,
    pub(super) area_withheld: bool,
    pub(super) groups: Vec<Table>,
    pub(super) groups_withheld: bool,
    pub(super) excluded: Vec<(&'static str, String)>,
    pub(super) evidence: Vec<(&'static str, String)>,
}

impl Default for Parts {
    fn default() -> Self {
        Self {
            by: By::District,
            areas: Vec::new(),
            area: None,
            area_withheld: false,
            groups: Vec::new(),
            groups_withheld: false,
            excluded: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

/// A figure broken down in every way this audience may see.
pub(super) fn broken(
    house: &House,
    told: &Told,
    period: Period,
    by: By,
    audience: Audience,
) -> Parts {
    let county = house.county();
    let mut out = Parts {
        by,
        ..Parts::default()
    };
    let found = told
        .basis()
        .and_then(|basis| figure_of(&county, told.measure, basis, period));
    let Some(found) = found else {
        return out;
    };
    let break_by =
        |by: By| broken_down(&county, found, by, audience, house.comparators(&told.name));
    // A council without districts still has teams.
    let order = [by, By::District, By::Locality, By::Team];
    for candidate in order {
        match break_by(candidate) {
            Broken::Down(breakdown) => {
                out.by = candidate;
                out.area = Some(figure(&dots(&breakdown, "areas")));
                break;
            }
            Broken::Withheld if candidate == by => out.area_withheld = true,
            Broken::Withheld | Broken::NotTold => {}
        }
    }
    out.areas = AREAS
        .into_iter()
        .filter(|it| matches!(break_by(*it), Broken::Down(_)))
        .collect();
    for by in GROUPS {
        match break_by(by) {
            Broken::Down(mut breakdown) => {
                breakdown.comparators.clear();
                out.groups.push(tables::table(&breakdown.table()));
            }
            Broken::Withheld => out.groups_withheld = true,
            Broken::NotTold => {}
        }
    }
    let counts = |of: &BTreeMap<&'static str, u32>| {
        of.iter()
            .map(|(why, rows)| {
                (
                    *why,
                    shown(disclosure::count(u64::from(*rows), audience.rule())),
                )
            })
            .collect()
    };
    out.excluded = counts(&found.0.excluded);
    out.evidence = counts(&found.0.evidence);
    out
}
