//! How sure one figure can be: 95% intervals for a percentage and for a count.

/// Standard normal deviate of a two-sided 95% interval.
pub const Z95: f64 = 1.959_963_984_540_054;

/// A 95% interval, in the unit of the figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// Both ends multiplied: 100 for a percentage, 10,000 / population for a rate.
    pub fn times(self, factor: f64) -> Self {
        Interval {
            low: self.low * factor,
            high: self.high * factor,
        }
    }
}

/// Wilson score interval of a proportion, as fractions of 1 (Newcombe 1998, method 3).
///
/// `None` when nobody is in the denominator, or more are counted than there are: no percentage
/// is published then.
pub fn wilson(numerator: u64, denominator: u64) -> Option<Interval> {
    if denominator == 0 || numerator > denominator {
        return None;
    }
    let n = denominator as f64;
    let p = numerator as f64 / n;
    let z2 = Z95 * Z95;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z95 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    Some(Interval {
        // None and all are exact ends; the formula would miss them by rounding.
        low: if numerator == 0 {
            0.0
        } else {
            (centre - half).max(0.0)
        },
        high: if numerator == denominator {
            1.0
        } else {
            (centre + half).min(1.0)
        },
    })
}

/// Byar's interval of a count; divide by the population for a rate.
pub fn byar(count: u64) -> Interval {
    let term = |o: f64, z: f64| o * (1.0 - 1.0 / (9.0 * o) + z / (3.0 * o.sqrt())).powi(3);
    let observed = count as f64;
    Interval {
        low: if count == 0 {
            0.0
        } else {
            term(observed, -Z95).max(0.0)
        },
        high: term(observed + 1.0, Z95),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn five_of_seventeen_is_hardly_anything() {
        let eet = wilson(5, 17).unwrap().times(100.0);
        assert!(
            (eet.low - 13.28).abs() < 0.01 && (eet.high - 53.13).abs() < 0.01,
            "{eet:?}"
        );
    }

    #[test]
    fn no_percentage_of_nobody() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(3, 2), None);
    }

    #[test]
    fn an_interval_holds_its_figure() {
        for n in 1..40 {
            for x in 0..=n {
                let found = wilson(x, n).unwrap();
                let p = x as f64 / n as f64;
                assert!(0.0 <= found.low && found.low <= p && p <= found.high && found.high <= 1.0);
            }
            let count = byar(n);
            assert!(count.low < n as f64 && (n as f64) < count.high);
        }
    }
}
