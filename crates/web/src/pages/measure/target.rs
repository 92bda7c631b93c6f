//! What would have to be true for a target to be met.

use waymark_measures::history::Point;
use waymark_measures::signals::{Change, Good, Validity, needs_trajectory, validity};
use waymark_measures::{Measure, Unit};
use waymark_report::numbers::{percent, whole};
use waymark_report::{Reading, unit_value, when};

/// What would have to be true for the target; empty without one.
pub(crate) fn words(reading: &Reading) -> Vec<String> {
    let (Some(target), Some(latest)) = (reading.series.target, reading.latest()) else {
        return Vec::new();
    };
    let measure = reading.measure();
    let good = measure.good;
    if good == Good::Neither {
        return Vec::new();
    }
    let mut out = Vec::new();
    out.extend(more_cases(
        measure,
        latest,
        target,
        &when(measure, reading.series.basis, latest.period),
    ));
    let phase = reading.chart.phases.last();
    let limits = phase.filter(|it| !it.trial).and_then(|it| it.limits);
    if let Some(limits) = limits.filter(|_| reading.verdict.change == Change::NoRealChange) {
        let value = |value: f64| unit_value(measure, value);
        let (worst, reach) = match good {
            Good::Up => (limits.lower.max(0.0), limits.mean - limits.lower),
            _ => (limits.upper, limits.upper - limits.mean),
        };
        let asks = validity(target, &limits, good);
        let way = if good == Good::Up { "down to" } else { "up to" };
        out.extend(asks.map(|it| match it {
            Validity::AlreadyAssured => {
                "Every ordinary month meets this target already: it asks for nothing new.".to_owned()
            }
            Validity::AtOrBelowAverage => format!(
                "The average month ({}) meets this target already. To meet it every month the worse months, {way} {}, would have to come closer to the average.",
                value(limits.mean),
                value(worst)
            ),
            Validity::WithinNaturalVariation => {
                "Better months meet this target with nothing changed, so it is not a stretch.".to_owned()
            }
            Validity::Stretch => {
                "No ordinary month meets this target: it is a true stretch, and needs the work to be done in another way.".to_owned()
            }
        }));
        let needed = if good == Good::Up {
            target + reach
        } else {
            target - reach
        };
        let possible = match measure.unit {
            Unit::Percent => (0.0..=100.0).contains(&needed),
            _ => needed >= 0.0,
        };
        if asks != Some(Validity::AlreadyAssured) {
            out.push(if possible {
                format!(
                    "For every ordinary month to meet it, the average would have to be {} where it is {} now, if months vary as they do.",
                    value(needed),
                    value(limits.mean)
                )
            } else {
                "For every ordinary month to meet it, months would also have to vary less than they do.".to_owned()
            });
        }
    } else if matches!(
        reading.verdict.change,
        Change::Improved(_) | Change::Worse(_)
    ) {
        out.push(
            "The measure is moving, so its limits do not say whether it will meet the target."
                .to_owned(),
        );
    }
    let label = reading
        .chart
        .latest
        .and_then(|at| reading.chart.labels.get(at));
    let has_way = !reading.series.aims.is_empty();
    if !has_way && label.is_some_and(|it| needs_trajectory(*it, good)) {
        out.push("It is getting worse: a target alone will not turn it. Set out by when and through which steps it is to be reached.".to_owned());
    }
    out
}

/// "For October 2017 to meet it, 12 more of the 457 would have had to count."
fn more_cases(measure: &Measure, latest: &Point, target: f64, when: &str) -> Option<String> {
    if measure.unit != Unit::Percent {
        return None;
    }
    let (hits, cases) = (latest.parts.numerator?, latest.parts.denominator?);
    #[allow(clippy::cast_precision_loss)] // counts of children
    let at_target = target / 100.0 * cases as f64;
    #[allow(clippy::cast_possible_truncation)]
    let (short, way) = match measure.good {
        Good::Up => ((at_target - 1e-9).ceil() as i64 - hits, "more"),
        Good::Down => (hits - (at_target + 1e-9).floor() as i64, "fewer"),
        Good::Neither => return None,
    };
    let target = percent(target);
    Some(if short > 0 {
        format!(
            "To be at {target} {when}, {} {way} of the {} would have been needed.",
            whole(short),
            whole(cases)
        )
    } else {
        format!("The figure {when} meets the target of {target}.")
    })
}
