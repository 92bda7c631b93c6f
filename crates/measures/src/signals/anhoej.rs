//! Anhøj's rules for a run chart: is the longest run too long, or are there too few crossings of the median?
//!
//! They need no limits and adapt to the number of points (Anhøj and Olesen 2014; Anhøj 2015).

use super::known;

/// What a run chart's runs and crossings say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunChart {
    /// Points that are not on the centre line: only they count.
    pub useful: u32,
    /// The longest run on one side.
    pub longest_run: u32,
    /// The longest that chance explains.
    pub longest_expected: u32,
    /// How often the line crosses the centre.
    pub crossings: u32,
    /// The fewest crossings that chance explains.
    pub fewest_expected: u32,
}

impl RunChart {
    /// Whether either rule finds more than chance.
    #[must_use]
    pub fn is_special(&self) -> bool {
        self.longest_run > self.longest_expected || self.crossings < self.fewest_expected
    }
}

/// Runs and crossings of a series about a centre, usually its median. `None` with fewer than ten useful points: too few to
/// say anything.
#[must_use]
pub fn run_chart(points: &[Option<f64>], centre: f64) -> Option<RunChart> {
    let sides: Vec<bool> = points
        .iter()
        .filter_map(known)
        .filter(|it| *it != centre)
        .map(|it| it > centre)
        .collect();
    let useful = u32::try_from(sides.len()).ok().filter(|it| *it >= 10)?;
    let (mut longest, mut run, mut crossings) = (1, 1, 0);
    for pair in sides.windows(2) {
        if pair[0] == pair[1] {
            run += 1;
        } else {
            run = 1;
            crossings += 1;
        }
        longest = longest.max(run);
    }
    Some(RunChart {
        useful,
        longest_run: longest,
        longest_expected: longest_expected(useful),
        crossings,
        fewest_expected: fewest_crossings(useful),
    })
}

/// The longest run that chance explains among so many useful points: log2 rounded, and three.
#[must_use]
pub fn longest_expected(useful: u32) -> u32 {
    // Rounding log2 without a float's half: 2^(k+1/2) squared is 2^(2k+1).
    let squared = u64::from(useful).pow(2);
    (0..32)
        .take_while(|k| squared > 1_u64 << (2 * k + 1))
        .count() as u32
        + 3
}

/// The fewest crossings that chance explains among so many useful points: the 5th percentile of a fair coin's heads in one
/// throw fewer.
#[must_use]
pub fn fewest_crossings(useful: u32) -> u32 {
    let throws = useful.saturating_sub(1);
    // Probabilities from the middle outwards would overflow for long series; their logarithms do not.
    let mut term = -f64::from(throws) * std::f64::consts::LN_2;
    let mut sum = term.exp();
    let mut heads = 0;
    while sum < 0.05 && heads < throws {
        term += (f64::from(throws - heads) / f64::from(heads + 1)).ln();
        heads += 1;
        sum += term.exp();
    }
    heads
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn ten_months_below_and_ten_above_are_no_chance() {
        let series: Vec<Option<f64>> = (0..20).map(|at| Some(f64::from(at))).collect();
        let found = run_chart(&series, 9.5).unwrap();
        assert_eq!((found.longest_run, found.crossings), (10, 1));
        assert!(found.is_special());
        assert_eq!(run_chart(&series[..9], 4.0), None);
    }

    #[test]
    fn points_on_the_centre_do_not_count() {
        let series: Vec<Option<f64>> = (0..24)
            .map(|at| Some([1.0, 2.0, 3.0, 2.0][at % 4]))
            .collect();
        let found = run_chart(&series, 2.0).unwrap();
        assert_eq!(
            (found.useful, found.longest_run, found.crossings),
            (12, 1, 11)
        );
    }
}
