//! Whether it has changed, and what that stands on.

use super::{months, told, told_point};
use crate::amount::{unit_range, unit_value};
use crate::numbers::in_words;
use crate::reading::Reading;
use waymark_measures::Unit;
use waymark_measures::history::Point;
use waymark_measures::signals::{
    Change, Clip, Early, Good, Grounds, Label, Limits, Movement, Span, Spans, Unfit,
};

/// "Worse: 21% (96 of 457) in August 2017, down from … but up in each of the last seven months, from …", without the
/// full stop.
pub(super) fn headline(reading: &Reading, latest: &Point) -> String {
    let lead = lead(reading);
    let figure = told_point(reading, latest);
    let clause = clause(reading, latest).unwrap_or_default();
    format!("{lead}: {figure}{clause}")
}

/// The verdict in a word or two.
fn lead(reading: &Reading) -> String {
    let disagreeing = reading.verdict.spans.filter(Spans::disagree);
    let recent = disagreeing.and_then(|it| it.recent.moved.is_better(reading.measure().good));
    match (reading.verdict.change, recent) {
        // The name of the latest point looks at the whole series; its latest months may say the opposite.
        (Change::Improved(_), Some(false)) => "Improved over the whole time, worse lately".into(),
        (Change::Worse(_), Some(true)) => "Worse over the whole time, better lately".into(),
        (Change::Improved(_), _) => "Improved".into(),
        (Change::Worse(_), _) => "Worse".into(),
        (Change::Higher(_), _) => "Higher".into(),
        (Change::Lower(_), _) => "Lower".into(),
        (Change::NoRealChange, _) => "No real change".into(),
        (Change::TooEarly(_), _) => "Too early to say".into(),
        (Change::NotJudged(Unfit::FewInDenominator), _) => "Too few to judge".into(),
        (Change::NotJudged(_), _) => "Not judged month by month".into(),
    }
}

fn clause(reading: &Reading, latest: &Point) -> Option<String> {
    match reading.verdict.change {
        Change::TooEarly(early) => Some(too_early(reading, early, latest)),
        Change::NotJudged(Unfit::RollingWindow) => Some(", because its periods overlap".to_owned()),
        Change::NotJudged(Unfit::YearToDate) => {
            Some(", because it adds up as the year goes on".to_owned())
        }
        Change::NotJudged(Unfit::Immature | Unfit::FewInDenominator) => None,
        _ => Some(match reading.verdict.spans.filter(Spans::disagree) {
            Some(spans) => both_spans(reading, &spans)?,
            None => grounds(reading)?,
        }),
    }
}

fn too_early(reading: &Reading, early: Early, latest: &Point) -> String {
    match early {
        Early::FewPoints(points) => {
            let so_far = if points == 1 {
                "one month is".to_owned()
            } else {
                format!("{} months are", in_words(points))
            };
            format!("; {so_far} not enough to tell a change from chance (12 are)")
        }
        Early::NewPhase(points) => format!(
            "; {} since the limits were drawn anew, and 12 are needed",
            months(points)
        ),
        Early::Immature => match reading.measure().follow_up {
            Some(follow_up) if !latest.mature => format!(
                "; not complete until {}",
                follow_up.ends(latest.period.to).words()
            ),
            _ if latest.mature => "; still being recorded".to_owned(),
            _ => "; not complete yet".to_owned(),
        },
    }
}

/// ", down from 40% (180 of 450) in January 2016 but up in each of the last seven months, from 13.5% (61 of 452) in
/// January 2017".
fn both_spans(reading: &Reading, spans: &Spans) -> Option<String> {
    let (start, recent) = (&spans.since_start, &spans.recent);
    Some(format!(
        ", {} from {} but {}",
        way(start.moved),
        told(reading, start.from)?,
        recently(reading, recent)?
    ))
}

/// "up in each of the last seven months, from 13.5% (61 of 452) in January 2017"; without a rule behind it only "up from
/// 13.5% …".
fn recently(reading: &Reading, recent: &Span) -> Option<String> {
    let from = told(reading, recent.from)?;
    let way = way(recent.moved);
    let in_trend = reading.chart.fired.get(recent.to)?.trend != 0;
    Some(if in_trend {
        format!(
            "{way} in each of the last {} months, from {from}",
            in_words(recent.to - recent.from)
        )
    } else {
        format!("{way} from {from}")
    })
}

fn way(moved: Movement) -> &'static str {
    match moved {
        Movement::Rose => "up",
        Movement::Fell => "down",
        Movement::Level => "about level",
    }
}

/// What the claim stands on, where both spans agree.
fn grounds(reading: &Reading) -> Option<String> {
    let limits = reading.chart.limits()?;
    let range = limits_in_words(reading, limits);
    let (low, high) = limits.drawn(clip(reading));
    let end = |value| unit_value(reading.measure(), value);
    let mean = unit_value(reading.measure(), limits.mean);
    // Against one mean, a steadily moving series is far outside its limits: they say nothing of it.
    if let [leg] = reading.verdict.steady.as_slice() {
        let way = if leg.is_rise() { "rise" } else { "fall" };
        return Some(format!(
            ", after a steady {way} from {}",
            told(reading, leg.from)?
        ));
    }
    let label = match reading.verdict.change {
        Change::NoRealChange => {
            return Some(format!(", within its limits of {range}"));
        }
        Change::Improved(it) | Change::Worse(it) | Change::Higher(it) | Change::Lower(it) => {
            match it {
                Grounds::Signal(label) => label,
                Grounds::Rebased { before, after } => {
                    return Some(rebased(reading, before, after));
                }
            }
        }
        Change::TooEarly(_) | Change::NotJudged(_) => return None,
    };
    let run = |of: fn(&waymark_measures::signals::Fired) -> i8| run_length(reading, of);
    Some(match label {
        Label::Missing | Label::Common => return None,
        Label::Above => format!(", above its limits of {range}"),
        Label::Below => format!(", below its limits of {range}"),
        Label::ShiftHigh => format!(
            ", above its average of {mean} for {} months in a row",
            in_words(run(|it| it.shift))
        ),
        Label::ShiftLow => format!(
            ", below its average of {mean} for {} months in a row",
            in_words(run(|it| it.shift))
        ),
        Label::TrendUp | Label::TrendDown => {
            format!(", {}", recently(reading, &reading.verdict.spans?.recent)?)
        }
        Label::TwoOfThreeHigh => {
            format!(
                ", close to its upper limit of {} in two of the last three months",
                end(high)
            )
        }
        Label::TwoOfThreeLow => {
            format!(
                ", close to its lower limit of {} in two of the last three months",
                end(low)
            )
        }
    })
}

fn rebased(reading: &Reading, before: f64, after: f64) -> String {
    let measure = reading.measure();
    let since = reading
        .chart
        .phases
        .last()
        .and_then(|phase| reading.slots.get(phase.range.start))
        .map_or_else(String::new, |slot| format!(" since {}", slot.month.words()));
    format!(
        ", on average {}{since}, {} before",
        unit_value(measure, after),
        unit_value(measure, before)
    )
}

/// How many points up to the latest belong to the same run.
fn run_length(reading: &Reading, of: fn(&waymark_measures::signals::Fired) -> i8) -> usize {
    let (Some(latest), Some(phase)) = (reading.chart.latest, reading.chart.phases.last()) else {
        return 0;
    };
    let side = of(&reading.chart.fired[latest]);
    (phase.range.start..=latest)
        .rev()
        .take_while(|slot| of(&reading.chart.fired[*slot]) == side)
        .count()
}

/// The limits as they are drawn: a percentage's lie between 0 and 100, a count's start at 0.
pub(super) fn limits_in_words(reading: &Reading, limits: &Limits) -> String {
    let (low, high) = limits.drawn(clip(reading));
    unit_range(reading.measure(), low, high)
}

/// Where the drawn limits of a measure are cut.
pub(crate) fn clip(reading: &Reading) -> Clip {
    match reading.measure().unit {
        Unit::Percent | Unit::Share => Clip::Percentage,
        Unit::Net => Clip::None,
        _ => Clip::Count,
    }
}

/// The turns of a steadily moving series: "It fell from 40% (…) in January 2016 to 13.5% (…) in January 2017, then rose
/// to 21% (…) in August 2017."
pub(super) fn legs(reading: &Reading) -> Option<String> {
    let (first, rest) = reading.verdict.steady.split_first()?;
    if rest.is_empty() {
        return None;
    }
    let verb = |rise: bool| if rise { "rose" } else { "fell" };
    let mut text = format!(
        "It {} from {} to {}",
        verb(first.is_rise()),
        told(reading, first.from)?,
        told(reading, first.to)?
    );
    for leg in rest {
        text += &format!(
            ", then {} to {}",
            verb(leg.is_rise()),
            told(reading, leg.to)?
        );
    }
    let neither = reading.measure().good == Good::Neither;
    let counting = if neither { "changes" } else { "signals" };
    Some(format!(
        "{text}: a steadily moving measure, so limits around one average say little and single {counting} are not counted."
    ))
}
