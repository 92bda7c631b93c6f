//! Is this a real change, and will the target be met? Statistics for a monthly series.
//!
//! A series is a slice of `Option<f64>`, one for each month in time order; `None` is a month
//! without a figure. A value that is not finite is treated as missing. Nothing here panics,
//! whatever the numbers are.
//!
//! Read first: [`chart()`] (limits and signals of a series), then [`verdict()`] (what may be said of it).
//!
//! ```
//! use waymark_measures::signals::{Good, Method, VariationIcon, chart};
//!
//! let breaches = [1195., 1843., 1397., 1333., 1771., 1751., 2013., 1759., 2179., 2585., 1654., 1543.,
//!                 1632., 1558., 1190., 1357., 1279., 1683., 2190., 1804., 986., 2181., 2048., 2154.];
//! let points: Vec<Option<f64>> = breaches.into_iter().map(Some).collect();
//! let drawn = chart(&points, &Method::default());
//! assert_eq!(drawn.labels[9].as_str(), "above_upl");
//! assert_eq!(drawn.variation(Good::Down), Some(VariationIcon::CommonCause));
//! ```

mod anhoej;
mod bands;
mod chart;
mod counted;
mod fires;
mod funnel;
mod icons;
mod interval;
mod legs;
mod rates;
mod rules;
mod runs;
mod spans;
mod target;
mod verdict;
mod xmr;

pub use anhoej::{RunChart, fewest_crossings, longest_expected, run_chart};
pub use bands::{Band, FEWEST_IN_DENOMINATOR, Fitness, Unfit, fitness};
pub use chart::{Baseline, Chart, Method, Phase, SuggestedRebase, chart};
pub use counted::{Counted, CountedChart, Month, c_chart, p_chart, p_prime_chart, u_chart};
pub use fires::{fired, members, shift_fires, trend_fires, two_of_three};
pub use funnel::{FunnelLimits, FunnelPlace, Z998, proportion, proportion_arcsine, ratio};
pub use icons::{
    Assurance, AssuranceIcon, CannotSay, Kind, VariationIcon, assurance, kind, variation,
};
pub use interval::{Interval, Z95, byar, wilson};
pub use legs::{Leg, legs};
pub use rates::{
    Population, annual_by_days, annual_by_months, implied_population, one_decimal, rate,
};
pub use rules::{
    ALL, Fired, IHI, Label, MDC_6, POWERBI_WA, PTD_R, Rule, RuleSet, Third, TwoOfThree, label,
    rule_set,
};
pub use runs::median;
pub use spans::{Movement, Span, Spans};
pub use target::{Validity, needs_trajectory, validity};
pub use verdict::{Change, Early, Grounds, Outlook, Verdict, verdict};
pub use xmr::{Clip, LIMIT_FACTOR, Limits, RANGE_LIMIT_FACTOR, Side, limits};

/// Which way is good for a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Good {
    /// A higher value is better.
    Up,
    /// A lower value is better.
    Down,
    /// Neither: the measure describes, it does not judge.
    Neither,
}

/// A point's value, if there is one that can be reckoned with.
fn known(point: &Option<f64>) -> Option<f64> {
    point.filter(|value| value.is_finite())
}
