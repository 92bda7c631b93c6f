//! Run chart: the line and its median, for series too short for limits.

use super::known;

/// Median of the points that have a value.
pub fn median(points: &[Option<f64>]) -> Option<f64> {
    let mut values: Vec<f64> = points.iter().filter_map(known).collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        n if n % 2 == 1 => Some(values[middle]),
        // Halved first, so that two huge values do not overflow.
        _ => Some(values[middle - 1] / 2.0 + values[middle] / 2.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_the_months_that_have_a_figure() {
        assert_eq!(
            median(&[Some(3.0), None, Some(1.0), Some(f64::NAN), Some(2.0)]),
            Some(2.0)
        );
        assert_eq!(
            median(&[Some(4.0), Some(1.0), Some(2.0), Some(3.0)]),
            Some(2.5)
        );
        assert_eq!(median(&[None]), None);
    }
}
