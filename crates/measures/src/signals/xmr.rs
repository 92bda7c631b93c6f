//! Limits of an XmR (individuals) chart: mean, moving range, process limits, near limits.

use super::known;

/// How far the process limits lie from the mean, in mean moving ranges.
///
/// The field's printed constant 2.66 (3 / 1.128 rounded), not 2.659574…: limits match the
/// published charts of NHSRplotthedots to the printed digit.
pub const LIMIT_FACTOR: f64 = 2.66;

/// Upper limit of a moving range, in mean moving ranges: two neighbouring months of a stable
/// process should not differ by more.
pub const RANGE_LIMIT_FACTOR: f64 = 3.267;

/// Room for floating-point error when a value is compared with a line, relative to the line.
const ROUNDING: f64 = 1e-12;

/// Mean and limits of one phase, in the unit of its points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Mean of the baseline points.
    pub mean: f64,
    /// Lower process limit, not clipped.
    pub lower: f64,
    /// Upper process limit, not clipped.
    pub upper: f64,
    /// Two thirds of the way from the mean to the lower limit.
    pub near_lower: f64,
    /// Two thirds of the way from the mean to the upper limit.
    pub near_upper: f64,
    /// Mean moving range before screening.
    pub moving_range_raw: f64,
    /// Mean moving range that the limits use.
    pub moving_range: f64,
    /// Moving ranges left out by screening.
    pub screened: usize,
    /// Points that the mean was taken over.
    pub baseline: usize,
}

/// Where a value lies against the mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above the mean.
    High,
    /// Below the mean.
    Low,
    /// On it.
    OnMean,
}

/// To where a drawn limit is cut. Judgements always use the limits as computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clip {
    /// Not at all.
    None,
    /// A percentage: 0 to 100.
    Percentage,
    /// A count or a rate: 0 and up.
    Count,
}

/// Limits of one phase, from all of its points or the `first` k that have a value.
///
/// With `screen`, moving ranges not less than 3.267 times their mean are left out once and the
/// mean is taken again (NHSRplotthedots' default; NHS England's Excel tool does not); the points
/// still count in the mean. A missing point breaks the chain: no range is taken across it.
///
/// `None` when there is no moving range: fewer than two neighbouring points.
pub fn limits(points: &[Option<f64>], screen: bool, first: Option<usize>) -> Option<Limits> {
    let (values, ranges) = baseline(points, first.unwrap_or(usize::MAX));
    let raw = mean(&ranges)?;
    let kept: Vec<f64> = if screen {
        let most = RANGE_LIMIT_FACTOR * raw;
        ranges
            .iter()
            .copied()
            .filter(|range| *range < most)
            .collect()
    } else {
        ranges.clone()
    };
    // When every range is 0 none is "less than" 3.267 times 0: nothing is odd, so nothing goes.
    let (moving_range, screened) = match mean(&kept) {
        Some(used) => (used, ranges.len() - kept.len()),
        None => (raw, 0),
    };
    let mut drawn = Limits::around(mean(&values)?, LIMIT_FACTOR * moving_range);
    if !(drawn.lower.is_finite() && drawn.upper.is_finite()) {
        return None;
    }
    drawn.moving_range_raw = raw;
    drawn.moving_range = moving_range;
    drawn.screened = screened;
    drawn.baseline = values.len();
    Some(drawn)
}

impl Limits {
    /// Limits `reach` either side of a mean, where the points behind them are not at hand.
    pub fn around(mean: f64, reach: f64) -> Self {
        let near = reach * 2.0 / 3.0;
        let moving_range = reach / LIMIT_FACTOR;
        Limits {
            mean,
            lower: mean - reach,
            upper: mean + reach,
            near_lower: mean - near,
            near_upper: mean + near,
            moving_range_raw: moving_range,
            moving_range,
            screened: 0,
            baseline: 0,
        }
    }

    /// The side of the mean a value lies on.
    pub fn side(&self, value: f64) -> Side {
        if value > self.mean + self.rounding() {
            Side::High
        } else if value < self.mean - self.rounding() {
            Side::Low
        } else {
            Side::OnMean
        }
    }

    /// Strictly beyond a process limit.
    pub fn is_outside(&self, value: f64) -> bool {
        value > self.upper + self.rounding() || value < self.lower - self.rounding()
    }

    /// Strictly beyond a near limit, whether or not beyond the process limit too.
    pub fn is_near_or_beyond(&self, value: f64) -> bool {
        value > self.near_upper + self.rounding() || value < self.near_lower - self.rounding()
    }

    /// Lower and upper limit to draw.
    pub fn drawn(&self, clip: Clip) -> (f64, f64) {
        match clip {
            Clip::None => (self.lower, self.upper),
            Clip::Percentage => (self.lower.clamp(0.0, 100.0), self.upper.clamp(0.0, 100.0)),
            Clip::Count => (self.lower.max(0.0), self.upper.max(0.0)),
        }
    }

    fn rounding(&self) -> f64 {
        ROUNDING * self.lower.abs().max(self.upper.abs())
    }
}

/// The first `most` values, and the moving ranges between those that are neighbours.
fn baseline(points: &[Option<f64>], most: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut values, mut ranges) = (Vec::new(), Vec::new());
    let mut before: Option<f64> = None;
    for point in points {
        if values.len() == most {
            break;
        }
        let value = known(point);
        if let (Some(now), Some(last)) = (value, before) {
            ranges.push((now - last).abs());
        }
        values.extend(value);
        before = value;
    }
    (values, ranges)
}

/// Arithmetic mean; none of nothing.
fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_missing_month_breaks_the_chain() {
        let points = [Some(10.0), Some(12.0), None, Some(40.0), Some(42.0)];
        let found = limits(&points, false, None).unwrap();
        assert_eq!(
            found.moving_range, 2.0,
            "12 to 40 is not a move from one month to the next"
        );
        assert_eq!(found.mean, 26.0);
        assert_eq!(found.baseline, 4);
    }

    #[test]
    fn a_figure_that_is_no_number_is_a_missing_one() {
        let points = [
            Some(10.0),
            Some(12.0),
            Some(f64::NAN),
            Some(f64::INFINITY),
            Some(14.0),
        ];
        let found = limits(&points, true, None).unwrap();
        assert_eq!((found.mean, found.moving_range), (12.0, 2.0));
    }

    #[test]
    fn locked_limits_ignore_what_came_later() {
        let points: Vec<_> = [10., 12., 10., 12., 90., 95.]
            .into_iter()
            .map(Some)
            .collect();
        let locked = limits(&points, true, Some(4)).unwrap();
        assert_eq!(
            (locked.mean, locked.upper, locked.baseline),
            (11.0, 11.0 + 2.66 * 2.0, 4)
        );
        assert!(locked.is_outside(90.0));
    }

    #[test]
    fn equal_points_are_on_their_mean_and_nothing_is_outside() {
        // 0.1 has no exact binary form: its sum over 30 months is not 3.
        let found = limits(&[Some(0.1); 30], true, None).unwrap();
        assert_eq!(found.side(0.1), Side::OnMean);
        assert!(!found.is_outside(0.1) && !found.is_near_or_beyond(0.1));
        assert!(found.is_outside(0.2));
    }

    #[test]
    fn there_are_no_limits_without_two_neighbours() {
        assert_eq!(limits(&[], true, None), None);
        assert_eq!(limits(&[Some(3.0)], true, None), None);
        assert_eq!(limits(&[Some(3.0), None, Some(4.0)], true, None), None);
        assert_eq!(limits(&[Some(f64::MAX), Some(f64::MIN)], true, None), None);
        assert_eq!(limits(&[Some(3.0), Some(4.0)], true, Some(0)), None);
    }

    #[test]
    fn a_limit_above_100_is_drawn_at_100_but_judged_as_it_is() {
        let found = Limits::around(95.0, 10.0);
        assert_eq!(found.drawn(Clip::Percentage), (85.0, 100.0));
        assert_eq!(Limits::around(3.0, 5.0).drawn(Clip::Count), (0.0, 8.0));
        assert_eq!(found.upper, 105.0);
    }
}
