//! Charts of counted things, where the size of each point is known: p for shares, u for counts by exposure, c for counts.
//!
//! Limits are three standard errors of the count itself (Montgomery, Introduction to Statistical Quality Control,
//! chapter 7). They take each month's own denominator, so a month of 12 children gets wide limits and one of 400 narrow
//! ones: where denominators swing, this says what an individuals chart cannot.

/// One point of such a chart. All three in the unit of the value: a fraction of 1, a count by exposure, a count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// The month's value.
    pub value: f64,
    /// Its lower limit.
    pub lower: f64,
    /// Its upper limit.
    pub upper: f64,
}

impl Counted {
    /// Whether it lies beyond its limits: chance alone does that about once in 370 points.
    #[must_use]
    pub fn is_beyond(&self) -> bool {
        self.value > self.upper || self.value < self.lower
    }
}

/// A chart of counted things.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedChart {
    /// The centre line.
    pub centre: f64,
    /// How much wider than chance alone the limits were made for overdispersion: 1 where they were not.
    pub widened: f64,
    /// A point for each month in order; `None` where nobody was counted.
    pub points: Vec<Option<Counted>>,
}

/// One month's numerator and denominator (or count and exposure); `None` for a month without a figure.
pub type Month = Option<(f64, f64)>;

/// A p-chart: shares of a known number, as fractions of 1. `baseline` picks the months that the centre is taken over.
///
/// `None` where the baseline counts nobody.
#[must_use]
pub fn p_chart(months: &[Month], baseline: impl Fn(usize) -> bool) -> Option<CountedChart> {
    made(
        months,
        baseline,
        |centre, size| (centre * (1.0 - centre) / size).sqrt(),
        1.0,
    )
}

/// A p'-chart (Laney): a p-chart whose limits are widened by how much the months differ from one another beyond chance.
/// For large denominators, where plain limits would call nearly every month special.
#[must_use]
pub fn p_prime_chart(months: &[Month], baseline: impl Fn(usize) -> bool) -> Option<CountedChart> {
    let mut chart = p_chart(months, &baseline)?;
    let error = |size: f64| (chart.centre * (1.0 - chart.centre) / size).sqrt();
    let scores: Vec<f64> = sound(months)
        .into_iter()
        .enumerate()
        .filter(|(at, _)| baseline(*at))
        .filter_map(|(_, month)| month)
        .filter(|(_, size)| error(*size) > 0.0)
        .map(|(count, size)| (count / size - chart.centre) / error(size))
        .collect();
    let ranges: Vec<f64> = scores.windows(2).map(|it| (it[1] - it[0]).abs()).collect();
    if ranges.is_empty() {
        return Some(chart);
    }
    let widened = ranges.iter().sum::<f64>() / ranges.len() as f64 / 1.128;
    let centre = chart.centre;
    chart.widened = widened;
    for (point, month) in chart.points.iter_mut().zip(sound(months)) {
        if let (Some(point), Some((_, size))) = (point, month) {
            let half = 3.0 * (centre * (1.0 - centre) / size).sqrt() * widened;
            point.lower = (centre - half).max(0.0);
            point.upper = (centre + half).min(1.0);
        }
    }
    Some(chart)
}

/// A u-chart: counts by exposure, such as incidents by children in care.
#[must_use]
pub fn u_chart(months: &[Month], baseline: impl Fn(usize) -> bool) -> Option<CountedChart> {
    made(
        months,
        baseline,
        |centre, size| (centre / size).sqrt(),
        f64::INFINITY,
    )
}

/// A c-chart: counts from an unchanging area of opportunity.
#[must_use]
pub fn c_chart(counts: &[Option<f64>], baseline: impl Fn(usize) -> bool) -> Option<CountedChart> {
    let months: Vec<Month> = counts
        .iter()
        .map(|it| it.map(|count| (count, 1.0)))
        .collect();
    u_chart(&months, baseline)
}

fn made(
    months: &[Month],
    baseline: impl Fn(usize) -> bool,
    error: impl Fn(f64, f64) -> f64,
    most: f64,
) -> Option<CountedChart> {
    let months = sound(months);
    let (counted, size) = months
        .iter()
        .enumerate()
        .filter(|(at, _)| baseline(*at))
        .filter_map(|(_, month)| *month)
        .fold((0.0, 0.0), |sum, month| (sum.0 + month.0, sum.1 + month.1));
    let centre = counted / size;
    if size <= 0.0 || !centre.is_finite() || centre > most {
        return None;
    }
    let points = months
        .iter()
        .map(|month| {
            month.map(|(count, size)| {
                let half = 3.0 * error(centre, size);
                Counted {
                    value: count / size,
                    lower: (centre - half).max(0.0),
                    upper: (centre + half).min(most),
                }
            })
        })
        .collect();
    Some(CountedChart {
        centre,
        widened: 1.0,
        points,
    })
}

/// The months that can be reckoned with: somebody was counted, and no number is impossible.
fn sound(months: &[Month]) -> Vec<Month> {
    months
        .iter()
        .map(|month| {
            month.filter(|(count, size)| {
                count.is_finite() && size.is_finite() && *count >= 0.0 && *size > 0.0
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_small_month_has_wide_limits() {
        let months = [
            Some((6.0, 10.0)),
            None,
            Some((240.0, 400.0)),
            Some((3.0, 0.0)),
        ];
        let chart = p_chart(&months, |_| true).unwrap();
        assert!((chart.centre - 0.6).abs() < 1e-12);
        let (small, large) = (chart.points[0].unwrap(), chart.points[2].unwrap());
        assert!(small.upper - small.lower > 5.0 * (large.upper - large.lower));
        assert_eq!((chart.points[1], chart.points[3]), (None, None));
    }

    #[test]
    fn nobody_counted_gives_no_chart() {
        assert_eq!(p_chart(&[None, Some((0.0, 0.0))], |_| true), None);
        assert_eq!(c_chart(&[], |_| true), None);
        // More counted than there are is no share.
        assert_eq!(p_chart(&[Some((3.0, 2.0))], |_| true), None);
    }

    #[test]
    fn laneys_limits_widen_with_what_chance_does_not_explain() {
        let swinging: Vec<Month> = (0..24)
            .map(|at| Some((if at % 2 == 0 { 4_500.0 } else { 5_500.0 }, 10_000.0)))
            .collect();
        let plain = p_chart(&swinging, |_| true).unwrap();
        assert!(plain.points.iter().flatten().all(Counted::is_beyond));
        let wide = p_prime_chart(&swinging, |_| true).unwrap();
        assert!(wide.widened > 10.0);
        assert!(!wide.points.iter().flatten().any(Counted::is_beyond));
    }
}
