//! Figures that the minutes claim, beside what the board was shown by then.

use crate::county::County;
use waymark_data::{Day, Month};
use waymark_measures::history::Whom;
use waymark_measures::{Measure, catalogue};
use waymark_programme::minutes::{Figure, Minutes, Unit};

/// A figure claimed, and what became of checking it.
pub(super) struct Claim {
    /// The number, as written.
    pub(super) words: String,
    /// What it is said of.
    pub(super) subject: String,
    /// The measure it seems to be of; empty when that is not clear.
    pub(super) measure: String,
    /// Where the measure's page is; empty when that is not clear.
    pub(super) href: String,
    /// The period, as written or as taken.
    pub(super) period: String,
    /// What the board was shown, in words; empty when nothing was.
    pub(super) shown: String,
    /// What follows.
    pub(super) verdict: Verdict,
}

/// Whether what was claimed was shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Verdict {
    /// The same.
    Agrees,
    /// Something else.
    Differs,
    /// Nothing was shown for that time.
    NotShown,
    /// The figure names no period, and there is no value of the meeting's own months to lay beside it.
    NoPeriod,
    /// It is not clear which measure is meant.
    Unclear,
}

impl Verdict {
    /// In words.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Agrees => "Agrees with what the board was shown",
            Self::Differs => "Differs from what the board was shown",
            Self::NotShown => "The board was shown no figure for that time",
            Self::NoPeriod => "No period named: it cannot be compared",
            Self::Unclear => "Which measure is meant is not clear",
        }
    }
}

/// Every figure of the minutes, those that differ first.
pub(super) fn claims(county: &County, minutes: &Minutes) -> Vec<Claim> {
    let held = minutes.meeting.date;
    let mut out: Vec<Claim> = minutes
        .all_items()
        .into_iter()
        .flat_map(|(_, item)| &item.figures)
        .map(|it| claim(county, it, held))
        .collect();
    out.sort_by_key(|it| match it.verdict {
        Verdict::Differs => 0,
        Verdict::NotShown => 1,
        Verdict::NoPeriod => 2,
        Verdict::Agrees => 3,
        Verdict::Unclear => 4,
    });
    out
}

fn claim(county: &County, it: &Figure, held: Option<Day>) -> Claim {
    let measure = it.measure.as_deref().and_then(catalogue::find);
    let mut claim = Claim {
        words: it.words.clone(),
        subject: it.subject.clone(),
        measure: measure.map(|it| it.title.to_owned()).unwrap_or_default(),
        href: measure
            .map(|it| format!("/measures/{}", it.name()))
            .unwrap_or_default(),
        period: it.period_words.clone().unwrap_or_default(),
        shown: String::new(),
        verdict: Verdict::Unclear,
    };
    let Some(measure) = measure.filter(|it| it.bands.is_empty()) else {
        return claim;
    };
    // A figure that names no period is of what the board had before it then, or nobody knows of what.
    let Some(months) = months(it, held) else {
        claim.verdict = Verdict::NoPeriod;
        return claim;
    };
    let shown = shown(county, measure, it, months, held);
    if shown.is_empty() && it.period.is_none() {
        claim.verdict = Verdict::NoPeriod;
        return claim;
    }
    let same = shown.iter().find(|(value, _)| agrees(it, *value));
    claim.verdict = match (same, shown.last()) {
        (Some(_), _) => Verdict::Agrees,
        (None, Some(_)) => Verdict::Differs,
        (None, None) => Verdict::NotShown,
    };
    if let Some((_, words)) = same.or_else(|| shown.last()) {
        claim.shown.clone_from(words);
    }
    claim
}

/// The months a figure may be of, the first and the last: the one it names, else the meeting's own — the month it was held
/// in and the two before, for a board sees the last month that was counted. None where it names none and no meeting is
/// known, or where its words name a period that is no month ("since March").
fn months(claimed: &Figure, held: Option<Day>) -> Option<(Month, Month)> {
    if let Some(month) = claimed.period {
        return Some((month, month));
    }
    let last = held.filter(|_| claimed.period_words.is_none())?.month();
    Some((last.plus(-2), last))
}

/// Every value of the measure that a return up to the meeting gave for one of these months, of every kind of period: for
/// each the latest month. The one most like a board's page comes last.
fn shown(
    county: &County,
    measure: &'static Measure,
    claimed: &Figure,
    (first, last): (Month, Month),
    held: Option<Day>,
) -> Vec<(f64, String)> {
    let known = |as_at: Day| held.is_none_or(|held| as_at <= held);
    let mut out = Vec::new();
    for basis in measure.periods.iter().rev() {
        let points = county.series(measure, None, *basis, Whom::All);
        let of_month = |day: Day| (first..=last).contains(&day.month());
        let mut points = points
            .iter()
            .filter(|it| of_month(it.period.to))
            .filter(|it| known(it.as_at) || it.earlier.iter().any(|it| known(it.as_at)));
        let Some(point) = points.next_back() else {
            continue;
        };
        let now = [(point.as_at, &point.parts)];
        let earlier = point.earlier.iter().map(|it| (it.as_at, &it.parts));
        for (as_at, parts) in earlier.chain(now) {
            if !known(as_at) {
                continue;
            }
            let value = if claimed.unit == Unit::Count && parts.value.is_none() {
                parts.numerator.map(|it| it as f64)
            } else {
                parts.value
            };
            if let Some(value) = value {
                let unit = match claimed.unit {
                    Unit::Percent => "%",
                    Unit::Per10000 => " per 10,000",
                    _ => "",
                };
                let number = if value.fract().abs() < 0.05 && unit.is_empty() {
                    format!("{value:.0}")
                } else {
                    format!("{value:.1}")
                };
                out.push((
                    value,
                    format!(
                        "{number}{unit} for {}, as at {}",
                        point.period.words(),
                        as_at.words()
                    ),
                ));
            }
        }
    }
    out
}

/// Whether a value, rounded as the claim is, is the claim.
fn agrees(claimed: &Figure, value: f64) -> bool {
    let digits = claimed.words.split_whitespace().next().unwrap_or_default();
    let decimals = digits
        .trim_end_matches('%')
        .split_once('.')
        .map_or(0, |(_, after)| {
            after.chars().take_while(char::is_ascii_digit).count()
        });
    let half = 0.5 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
    (claimed.value - value).abs() <= half + 1e-9
}
