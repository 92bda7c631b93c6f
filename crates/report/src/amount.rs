//! A figure in words: its number with its numbers, and when.

use crate::numbers::{counted, percent, short, signed, whole};
use waymark_data::Period;
use waymark_measures::{Basis, Count, Measure, Parts, Unit};

/// "21% (96 of 457)", "1,923", "31.2 per 10,000 children (770 among 246,777)", "26 more started than ended",
/// "a median of 32 working days (457 cases)".
#[must_use]
pub fn amount(measure: &Measure, count: Count, parts: &Parts) -> String {
    let numerator = parts.numerator.unwrap_or(i64::from(count.hits));
    let denominator = parts.denominator.unwrap_or(i64::from(count.cases));
    match (measure.unit, parts.value) {
        (Unit::Percent | Unit::Share, Some(value)) => {
            format!(
                "{} ({} of {})",
                percent(value),
                whole(numerator),
                whole(denominator)
            )
        }
        (Unit::Percent | Unit::Share, None) => {
            "no percentage, because there were no cases".to_owned()
        }
        (Unit::Count, _) => whole(numerator),
        (Unit::Net, _) => match numerator {
            0 => "as many started as ended".to_owned(),
            more @ 1.. => format!("{} more started than ended", whole(more)),
            fewer => format!("{} more ended than started", whole(-fewer)),
        },
        (Unit::Rate, Some(value)) => format!(
            "{} per 10,000 children ({} among {})",
            short(value),
            whole(numerator),
            whole(denominator)
        ),
        (Unit::Rate, None) => format!(
            "{} (no rate: the number of children who live there is not known)",
            whole(numerator)
        ),
        (Unit::MedianWorkingDays, Some(value)) => format!(
            "a median of {} ({})",
            unit_value(measure, value),
            counted(i64::from(count.cases), "case")
        ),
        (Unit::MeanDays, Some(value)) => format!(
            "a mean of {} ({} over {})",
            unit_value(measure, value),
            counted(numerator, "day"),
            counted(i64::from(count.cases), "case")
        ),
        (Unit::MedianWorkingDays | Unit::MeanDays, None) => "no cases".to_owned(),
    }
}

/// A value alone, in its unit: "40%", "1,923", "31.2 per 10,000", "32 working days", "+26". For limits, means and
/// targets.
#[must_use]
pub fn unit_value(measure: &Measure, value: f64) -> String {
    value_in(measure.unit, value)
}

/// The same of a unit that is known without its measure.
#[must_use]
pub(crate) fn value_in(unit: Unit, value: f64) -> String {
    let days = |one: &str| {
        let text = short(value);
        let ending = if text == "1" { "" } else { "s" };
        format!("{text} {one}{ending}")
    };
    match unit {
        Unit::Percent | Unit::Share => percent(value),
        Unit::Count => short(value),
        Unit::Net if value > 0.0 => format!("+{}", short(value)),
        Unit::Net => short(value),
        Unit::Rate => format!("{} per 10,000", short(value)),
        Unit::MedianWorkingDays => days("working day"),
        Unit::MeanDays => days("day"),
    }
}

/// Two values in their unit: "19.7% to 29.3%", "24.1 to 24.7 per 10,000".
#[must_use]
pub fn unit_range(measure: &Measure, low: f64, high: f64) -> String {
    let low = match measure.unit {
        Unit::Rate | Unit::MedianWorkingDays | Unit::MeanDays => short(low),
        _ => unit_value(measure, low),
    };
    format!("{low} to {}", unit_value(measure, high))
}

/// A value as on an axis or in a table whose heading names the unit: "21.0", "1,923", "+26".
#[must_use]
pub fn bare_value(measure: &Measure, value: f64) -> String {
    bare_in(measure.unit, value)
}

/// The same of a unit that is known without its measure.
#[must_use]
pub(crate) fn bare_in(unit: Unit, value: f64) -> String {
    #[allow(clippy::cast_possible_truncation)] // counts of rows
    let rounded = value.round() as i64;
    match unit {
        Unit::Count => whole(rounded),
        Unit::Net => signed(rounded),
        _ => crate::numbers::decimal(value),
    }
}

/// What the values are, as the heading of a column or an axis.
#[must_use]
pub fn unit_heading(measure: &Measure) -> &'static str {
    match measure.unit {
        Unit::Percent | Unit::Share => "Percentage",
        Unit::Count => "Number",
        Unit::Net => "Started less ended",
        Unit::Rate if measure.is_snapshot() => "Rate per 10,000 children",
        Unit::Rate => "Rate per 10,000 children in the period",
        Unit::MedianWorkingDays => "Median working days",
        Unit::MeanDays => "Mean days",
    }
}

/// "in August 2017", "in the month of August 2017" (a rate, so that nobody takes it for a year's), "at 31 March 2018",
/// "in the 12 months to 31 March 2018", "from 1 October 2017 to 31 March 2018".
#[must_use]
pub fn when(measure: &Measure, basis: Basis, period: Period) -> String {
    match basis {
        Basis::Month if measure.unit == Unit::Rate => format!("in the month of {}", period.words()),
        Basis::Month => format!("in {}", period.words()),
        Basis::Rolling12 => format!("in the 12 months to {}", period.to.words()),
        Basis::Return => format!("from {} to {}", period.from.words(), period.to.words()),
        Basis::SnapshotMonthly | Basis::SnapshotAsAt => format!("at {}", period.to.words()),
    }
}

/// The period as a name: "August 2017", "31 March 2018", "the 12 months to 31 March 2018".
#[must_use]
pub fn name_of(basis: Basis, period: Period) -> String {
    match basis {
        Basis::Month => period.words(),
        Basis::Rolling12 => format!("the 12 months to {}", period.to.words()),
        Basis::Return => period.words(),
        Basis::SnapshotMonthly | Basis::SnapshotAsAt => period.to.words(),
    }
}
