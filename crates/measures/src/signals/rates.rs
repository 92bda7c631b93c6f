//! Rates per 10,000 children, with the population they stand on.

/// A population and the year it is of: a rate without its year cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Population {
    /// Children aged 0 to 17. The unborn count in numerators, never here.
    pub children: u64,
    /// Year of the ONS mid-year estimate. DfE uses the one before the 31 March it counts at.
    pub mid_year: u16,
}

/// Rate per 10,000, unrounded. `None` where there is no population.
pub fn rate(count: f64, population: Population) -> Option<f64> {
    (population.children > 0).then(|| count / population.children as f64 * 10_000.0)
}

/// The population that a count and its rate per 10,000 imply; a count target and a rate target
/// must imply the same.
pub fn implied_population(count: f64, rate_per_10_000: f64) -> Option<f64> {
    let implied = count / rate_per_10_000 * 10_000.0;
    (rate_per_10_000 > 0.0 && implied.is_finite()).then_some(implied)
}

/// One month's rate as a year's, twelve times. Never beside one made by [`annual_by_days`].
pub fn annual_by_months(month_rate: f64) -> f64 {
    month_rate * 12.0
}

/// One month's rate as a year's, by its days (28 to 31) out of 365.
pub fn annual_by_days(month_rate: f64, days_in_month: u8) -> f64 {
    month_rate * 365.0 / f64::from(days_in_month.max(1))
}

/// To one decimal, half up, as rates and percentages are printed.
pub fn one_decimal(value: f64) -> f64 {
    // A hair's room, so that 0.25 held as 0.24999999999999997 still goes up.
    ((value * 10.0) + 0.5 + 1e-9).floor() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_needs_a_population() {
        assert_eq!(
            rate(
                12.0,
                Population {
                    children: 0,
                    mid_year: 2016
                }
            ),
            None
        );
        assert_eq!(implied_population(12.0, 0.0), None);
    }

    #[test]
    fn halves_go_up() {
        assert_eq!(
            [one_decimal(1.25), one_decimal(0.35), one_decimal(78.97)],
            [1.3, 0.4, 79.0]
        );
    }
}
