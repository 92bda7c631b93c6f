//! What to expect of the target.

use super::change::limits_in_words;
use crate::amount::{name_of, unit_value};
use crate::reading::Reading;
use waymark_measures::history::Point;
use waymark_measures::signals::{CannotSay, Good, Outlook};

/// "; it will keep missing its target of at least 90% unless something changes", for the end of a sentence.
pub(super) fn clause(reading: &Reading) -> Option<String> {
    let target = target(reading)?;
    match reading.verdict.outlook {
        Outlook::WillKeepMissing => Some(format!(
            "; it will keep missing its target of {target} unless something changes"
        )),
        Outlook::ByLuck { meets_now: true } => Some(format!("; on its target of {target} by luck")),
        Outlook::ByLuck { meets_now: false } => Some(format!(
            "; off its target of {target}, which it meets or misses by luck"
        )),
        Outlook::KeepsMeeting => Some(format!("; it keeps meeting its target of {target}")),
        Outlook::CannotSay(_) | Outlook::NoTarget => None,
    }
}

/// A sentence of its own; none without a target.
pub(super) fn sentence(reading: &Reading, latest: &Point) -> Option<String> {
    let target = target(reading)?;
    let value = latest.parts.value?;
    let now = if meets(value, reading)? {
        "meets"
    } else {
        "misses"
    };
    let month = name_of(reading.series.basis, latest.period);
    let between = reading
        .chart
        .limits()
        .map(|limits| limits_in_words(reading, limits))
        .map_or_else(String::new, |range| {
            format!(": an ordinary month has {range}")
        });
    Some(match reading.verdict.outlook {
        Outlook::NoTarget => return None,
        Outlook::WillKeepMissing => format!(
            "It will keep missing its target of {target} unless something changes{between}."
        ),
        Outlook::KeepsMeeting => {
            format!("It keeps meeting its target of {target}{between}.")
        }
        Outlook::ByLuck { meets_now: true } => format!(
            "It is on target ({target}) by luck: with nothing changed, some months will meet it and some will not."
        ),
        Outlook::ByLuck { meets_now: false } => format!(
            "{month} {now} the target of {target}, by luck: with nothing changed, some months will meet it and some will not."
        ),
        Outlook::CannotSay(why) => format!(
            "{month} {now} the target of {target}; whether it will go on so cannot be said yet, because {}.",
            because(why)
        ),
    })
}

fn because(why: CannotSay) -> &'static str {
    match why {
        CannotSay::LiveSignal => "the measure is moving",
        CannotSay::TrialLimits => "its limits rest on too few months",
        CannotSay::TooFewPoints => "there are too few months",
        CannotSay::Unfit => "it is not judged month by month",
    }
}

fn meets(value: f64, reading: &Reading) -> Option<bool> {
    let target = reading.series.target?;
    match reading.measure().good {
        Good::Up => Some(value >= target),
        Good::Down => Some(value <= target),
        Good::Neither => None,
    }
}

/// "at least 90%", "at most 15%".
fn target(reading: &Reading) -> Option<String> {
    let value = unit_value(reading.measure(), reading.series.target?);
    match reading.measure().good {
        Good::Up => Some(format!("at least {value}")),
        Good::Down => Some(format!("at most {value}")),
        Good::Neither => None,
    }
}
