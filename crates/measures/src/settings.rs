//! What a council sets: limits that practice leaves open, and targets, each from a day on.

use crate::measure::Parameter;
use waymark_data::Day;

/// The council's own values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Limits, in any order.
    pub parameters: Vec<ParameterValue>,
    /// Targets, in any order.
    pub targets: Vec<Target>,
    /// Published figures to read measures beside.
    pub comparators: Vec<Comparator>,
}

/// A limit from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterValue {
    /// The parameter's name.
    pub name: String,
    /// The first day it holds for; `None`: always.
    pub from: Option<Day>,
    /// Its value, in the parameter's unit.
    pub value: i32,
}

/// A target for a measure from a day on.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The measure's name, `id` or `id/variant`.
    pub measure: String,
    /// The first day it holds for; `None`: always.
    pub from: Option<Day>,
    /// Its value, in the measure's unit (percent from 0 to 100).
    pub value: f64,
}

/// A published figure that a measure is read beside: England, the region, statistical neighbours.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparator {
    /// The measure's name, `id` or `id/variant`.
    pub measure: String,
    /// Whose figure it is: "England", "Statistical neighbours".
    pub name: String,
    /// Its value, in the measure's unit (percent from 0 to 100).
    pub value: f64,
    /// What it is of, in words: "2016-17".
    pub period: String,
    /// Where it was published.
    pub source: String,
}

impl Settings {
    /// The value of a limit for a clock that starts on a day, so that a 2017 case meets the 2017 rule.
    #[must_use]
    pub fn limit(&self, parameter: &Parameter, on: Day) -> i32 {
        let set = self
            .parameters
            .iter()
            .filter(|it| it.name == parameter.name && it.from.is_none_or(|from| from <= on));
        set.max_by_key(|it| it.from)
            .map_or(parameter.value, |it| it.value)
    }

    /// The published figures that a measure is read beside.
    pub fn comparators(&self, measure: &str) -> impl Iterator<Item = &Comparator> {
        self.comparators
            .iter()
            .filter(move |it| it.measure == measure)
    }

    /// The target of a measure on a day.
    #[must_use]
    pub fn target(&self, measure: &str, on: Day) -> Option<f64> {
        let set = self
            .targets
            .iter()
            .filter(|it| it.measure == measure && it.from.is_none_or(|from| from <= on));
        set.max_by_key(|it| it.from).map(|it| it.value)
    }

    /// The targets of a measure that are set from a day on, the earliest first: more than one is a way to go.
    #[must_use]
    pub fn dated_targets(&self, measure: &str) -> Vec<(Day, f64)> {
        let mut dated: Vec<(Day, f64)> = self
            .targets
            .iter()
            .filter(|it| it.measure == measure)
            .filter_map(|it| Some((it.from?, it.value)))
            .collect();
        dated.sort_by_key(|it| it.0);
        dated
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::measure::Standing;

    #[test]
    fn a_case_meets_the_limit_of_its_own_day() {
        let visits = Parameter {
            name: "cin_visit_days",
            title: "Visit to a child in need",
            value: 28,
            unit: "days",
            standing: Standing::Practice,
            source: "local standard",
        };
        let set = |from: Option<&str>, value| ParameterValue {
            name: "cin_visit_days".into(),
            from: from.map(|it| it.parse().unwrap()),
            value,
        };
        let settings = Settings {
            parameters: vec![set(Some("2018-04-01"), 20), set(None, 42)],
            ..Settings::default()
        };
        assert_eq!(settings.limit(&visits, "2018-03-31".parse().unwrap()), 42);
        assert_eq!(settings.limit(&visits, "2018-04-01".parse().unwrap()), 20);
        assert_eq!(
            Settings::default().limit(&visits, "2018-04-01".parse().unwrap()),
            28
        );
    }
}
