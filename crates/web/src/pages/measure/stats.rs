//! The number with its numbers: the figure asked for, the year's, the target.

use crate::figures::told::direction;
use crate::words::capital;
use waymark_data::Period;
use waymark_measures::{Measure, Parts, Unit};
use waymark_report::numbers::whole;
use waymark_report::{Reading, unit_value, when};

/// A number with its numbers.
pub(super) struct Stat {
    pub(super) number: String,
    pub(super) label: String,
    pub(super) n: String,
}

/// The figure asked for, the year's, the target.
pub(super) fn stats(reading: &Reading, chosen: Option<Period>) -> Vec<Stat> {
    let measure = reading.measure();
    let mut out = Vec::new();
    let point = reading
        .series
        .points
        .iter()
        .find(|it| Some(it.period) == chosen);
    if let Some(point) = point {
        let hidden = reading
            .series
            .audience
            .hides(measure, point.count, &point.parts);
        let label = when(measure, reading.series.basis, point.period);
        out.push(if hidden {
            Stat {
                number: "c".to_owned(),
                label,
                n: "Hidden: it counts from 1 to 5".to_owned(),
            }
        } else {
            Stat {
                number: number(measure, &point.parts),
                label: capital(&label),
                n: of(measure, &point.parts, point.count.cases),
            }
        });
    }
    if let Some(year) = reading.year() {
        let from = match year.summed_from.len() {
            0 => String::new(),
            returns => format!("added up from {returns} returns"),
        };
        out.push(Stat {
            number: number(measure, &year.parts),
            label: format!("In the 12 months to {}", year.period.to.words()),
            n: joined(&of(measure, &year.parts, year.count.cases), &from),
        });
    }
    if let Some(target) = reading.series.target {
        out.push(Stat {
            number: unit_value(measure, target),
            label: "Target".to_owned(),
            n: direction(measure.good).to_owned(),
        });
    }
    out
}

fn number(measure: &Measure, parts: &Parts) -> String {
    parts
        .value
        .map_or_else(|| "–".to_owned(), |value| unit_value(measure, value))
}

/// "1,630 of 8,376; added up from 7 returns"; either alone where there is no other.
fn joined(of: &str, from: &str) -> String {
    match (of, from) {
        (alone, "") => alone.to_owned(),
        ("", alone) => capital(alone),
        (of, from) => format!("{of}; {from}"),
    }
}

/// "96 of 457".
fn of(measure: &Measure, parts: &Parts, cases: u32) -> String {
    match (measure.unit, parts.numerator, parts.denominator) {
        (Unit::Percent | Unit::Share, Some(hits), Some(cases)) => {
            format!("{} of {}", whole(hits), whole(cases))
        }
        (Unit::Rate, Some(hits), Some(children)) => {
            format!("{} among {} children", whole(hits), whole(children))
        }
        (Unit::MeanDays | Unit::MedianWorkingDays, _, _) => {
            crate::words::counted(cases as usize, "case", "cases")
        }
        _ => String::new(),
    }
}
