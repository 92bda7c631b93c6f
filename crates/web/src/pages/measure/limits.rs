//! The limits a measure uses, each with its dated values and its source.

use waymark_data::Day;
use waymark_measures::{Measure, Parameter, Settings};

/// A limit as a page shows it.
pub(crate) struct LimitUsed {
    /// What it is.
    pub(crate) title: &'static str,
    /// Its value, and from when: "45 working days"; "20 days from 1 April 2018, 28 days before".
    pub(crate) value: String,
    /// What fixes it.
    pub(crate) standing: &'static str,
    /// Where it comes from.
    pub(crate) source: &'static str,
}

/// Every limit of a measure, as the council has it.
pub(crate) fn of(measure: &Measure, settings: &Settings) -> Vec<LimitUsed> {
    measure
        .parameters
        .iter()
        .map(|it| LimitUsed {
            title: it.title,
            value: dated(it, settings),
            standing: it.standing.words(),
            source: it.source,
        })
        .collect()
}

fn dated(parameter: &Parameter, settings: &Settings) -> String {
    let said = |value: i32| match (value, parameter.unit) {
        (1, unit) => format!("1 {}", unit.trim_end_matches('s')),
        (value, unit) => format!("{value} {unit}"),
    };
    let mut days: Vec<Day> = settings
        .parameters
        .iter()
        .filter(|it| it.name == parameter.name)
        .filter_map(|it| it.from)
        .collect();
    days.sort_unstable();
    days.dedup();
    let Some(first) = days.first() else {
        let always = settings
            .parameters
            .iter()
            .find(|it| it.name == parameter.name);
        return said(always.map_or(parameter.value, |it| it.value));
    };
    let mut parts: Vec<String> = days
        .iter()
        .rev()
        .map(|day| {
            format!(
                "{} from {}",
                said(settings.limit(parameter, *day)),
                day.words()
            )
        })
        .collect();
    parts.push(format!(
        "{} before",
        said(settings.limit(parameter, first.plus_days(-1)))
    ));
    parts.join(", ")
}
