//! Comparing areas: a funnel of limits that narrow with size, so that a small district is not called an outlier for being
//! small.
//!
//! Between 95% and 99.8%: watch. Beyond 99.8%: worth asking about. Inside: no evidence of a difference, and no ranking.
//! With twelve districts at least one crosses the 95% line by luck alone in 46% of looks.

use super::interval::Z95;

/// Standard normal deviate of a two-sided 99.8% interval.
pub const Z998: f64 = 3.090_232_306_167_813_5;

/// Control limits for one area, in the unit of its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FunnelLimits {
    /// Lower 99.8%.
    pub lower_998: f64,
    /// Lower 95%.
    pub lower_95: f64,
    /// Upper 95%.
    pub upper_95: f64,
    /// Upper 99.8%.
    pub upper_998: f64,
}

/// Where an area lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunnelPlace {
    /// No evidence that it differs.
    Inside,
    /// Beyond the 95% limit.
    Watch {
        /// Above, not below.
        high: bool,
    },
    /// Beyond the 99.8% limit.
    Ask {
        /// Above, not below.
        high: bool,
    },
}

impl FunnelLimits {
    /// Where a value lies. On a limit is within it.
    #[must_use]
    pub fn place(&self, value: f64) -> FunnelPlace {
        if value > self.upper_998 {
            FunnelPlace::Ask { high: true }
        } else if value < self.lower_998 {
            FunnelPlace::Ask { high: false }
        } else if value > self.upper_95 {
            FunnelPlace::Watch { high: true }
        } else if value < self.lower_95 {
            FunnelPlace::Watch { high: false }
        } else {
            FunnelPlace::Inside
        }
    }
}

/// Plain limits of a proportion for an area of this size: fractions of 1. `None` without anybody, or for a centre that is no
/// proportion.
#[must_use]
pub fn proportion(centre: f64, size: f64) -> Option<FunnelLimits> {
    sound(centre, size)?;
    let error = (centre * (1.0 - centre) / size).sqrt();
    Some(limits(|z| (centre + z * error).clamp(0.0, 1.0)))
}

/// Limits of a proportion on the arcsine scale, which hold near 0 and 1 too. `tau2` widens them where areas differ more than
/// chance explains; 0 for none.
#[must_use]
pub fn proportion_arcsine(centre: f64, size: f64, tau2: f64) -> Option<FunnelLimits> {
    sound(centre, size)?;
    let angle = centre.sqrt().asin();
    let error = (1.0 / (4.0 * size) + tau2.max(0.0)).sqrt();
    Some(limits(|z| {
        let at = angle + z * error;
        // Past either end of the scale sin² would come back.
        at.clamp(0.0, std::f64::consts::FRAC_PI_2).sin().powi(2)
    }))
}

/// Exact limits of a ratio of counts, observed to expected, for an area where so many are expected. `None` where nothing is.
#[must_use]
pub fn ratio(expected: f64) -> Option<FunnelLimits> {
    if !(expected.is_finite() && expected > 0.0) {
        return None;
    }
    // chi2inv(p, 2E)/2 is the point up to which a gamma of shape E holds p of its weight.
    let lower = |tail: f64| gamma_inverse(tail, expected) / expected;
    let upper = |tail: f64| gamma_inverse(1.0 - tail, expected + 1.0) / expected;
    Some(FunnelLimits {
        lower_998: lower(0.001),
        lower_95: lower(0.025),
        upper_95: upper(0.025),
        upper_998: upper(0.001),
    })
}

fn limits(at: impl Fn(f64) -> f64) -> FunnelLimits {
    FunnelLimits {
        lower_998: at(-Z998),
        lower_95: at(-Z95),
        upper_95: at(Z95),
        upper_998: at(Z998),
    }
}

fn sound(centre: f64, size: f64) -> Option<()> {
    ((0.0..=1.0).contains(&centre) && size.is_finite() && size > 0.0).then_some(())
}

/// The point up to which a gamma distribution of this shape, and scale 1, holds `weight` of its weight.
fn gamma_inverse(weight: f64, shape: f64) -> f64 {
    let (mut low, mut high) = (0.0, shape + 10.0 * shape.sqrt() + 30.0);
    // Halving cannot go astray, and 200 halvings reach the last digit.
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if gamma_below(shape, middle) < weight {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The weight of a gamma distribution below `x` (the regularised lower incomplete gamma function).
fn gamma_below(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = (shape * x.ln() - x - ln_gamma(shape)).exp();
    if x < shape + 1.0 {
        // The series converges fast below the mean …
        let (mut term, mut sum, mut n) = (1.0 / shape, 1.0 / shape, shape);
        for _ in 0..10_000 {
            n += 1.0;
            term *= x / n;
            sum += term;
            if term < sum * 1e-16 {
                break;
            }
        }
        front * sum
    } else {
        // … and the continued fraction above it (Lentz).
        let mut b = x + 1.0 - shape;
        let (mut c, mut d) = (1e300, 1.0 / b);
        let mut h = d;
        for i in 1..10_000 {
            let i = f64::from(i);
            let a = -i * (i - shape);
            b += 2.0;
            d = 1.0 / (a * d + b);
            c = b + a / c;
            h *= d * c;
            if (d * c - 1.0).abs() < 1e-16 {
                break;
            }
        }
        1.0 - front * h
    }
}

/// The logarithm of the gamma function, to about 15 digits (Stirling's series, moved up to where it is exact enough).
fn ln_gamma(mut x: f64) -> f64 {
    let mut below = 0.0;
    while x < 15.0 {
        below += x.ln();
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series =
        (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / x;
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series - below
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_small_district_is_inside_where_a_large_one_is_not() {
        let small = proportion(0.25, 20.0).unwrap();
        assert_eq!(small.place(0.40), FunnelPlace::Inside);
        let large = proportion(0.25, 400.0).unwrap();
        assert_eq!(large.place(0.40), FunnelPlace::Ask { high: true });
        assert_eq!(large.place(0.20), FunnelPlace::Watch { high: false });
        assert_eq!(proportion(0.25, 0.0), None);
        assert_eq!(proportion(1.2, 10.0), None);
    }

    #[test]
    fn the_gamma_function_of_whole_numbers_is_the_factorial() {
        let mut factorial = 1.0_f64;
        for n in 1..30 {
            assert!((ln_gamma(f64::from(n)) - factorial.ln()).abs() < 1e-12);
            factorial *= f64::from(n);
        }
        assert!((ln_gamma(0.5) - std::f64::consts::PI.sqrt().ln()).abs() < 1e-12);
    }

    #[test]
    fn limits_narrow_towards_one() {
        let widths: Vec<f64> = [1.0, 10.0, 100.0, 10_000.0]
            .into_iter()
            .map(|expected| {
                let found = ratio(expected).unwrap();
                assert!(found.lower_998 < found.lower_95 && found.lower_95 < 1.0);
                assert!(1.0 < found.upper_95 && found.upper_95 < found.upper_998);
                found.upper_95 - found.lower_95
            })
            .collect();
        assert!(widths.windows(2).all(|it| it[1] < it[0]));
        assert_eq!(ratio(0.0), None);
    }
}
