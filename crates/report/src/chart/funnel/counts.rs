//! Limits of counts against those expected, quick enough for a page of charts.

use waymark_measures::signals::{FunnelLimits, Z95, Z998, ratio};

/// From so many expected on, the exact limits and the near ones differ by less than a ten-thousandth.
const MANY: f64 = 2_000.0;
/// From so many on they differ by less than the width of a line.
const ENOUGH_TO_DRAW: f64 = 10.0;

/// Limits to judge by: exact, but where so many are expected that no one could tell.
pub(super) fn to_judge(expected: f64) -> Option<FunnelLimits> {
    if expected > MANY {
        near(expected)
    } else {
        ratio(expected)
    }
}

/// Limits to draw a curve by: hundreds are needed for one, and the exact ones take long.
pub(super) fn to_draw(expected: f64) -> Option<FunnelLimits> {
    if expected > ENOUGH_TO_DRAW {
        near(expected)
    } else {
        ratio(expected)
    }
}

/// The cube root of a gamma variable is nearly normal (Wilson and Hilferty 1931).
fn near(expected: f64) -> Option<FunnelLimits> {
    if !expected.is_finite() || expected <= 0.0 {
        return None;
    }
    let at = |shape: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * shape) + z / (3.0 * shape.sqrt());
        shape * root.max(0.0).powi(3) / expected
    };
    Some(FunnelLimits {
        lower_998: at(expected, -Z998),
        lower_95: at(expected, -Z95),
        upper_95: at(expected + 1.0, Z95),
        upper_998: at(expected + 1.0, Z998),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_curve_is_where_the_exact_limits_are() {
        for (expected, most) in [(10.0, 6e-3), (40.0, 2e-3), (300.0, 2e-4), (2_000.0, 1e-4)] {
            let (exact, near) = (ratio(expected).unwrap(), near(expected).unwrap());
            for of in [
                |it: &FunnelLimits| it.lower_998,
                |it: &FunnelLimits| it.lower_95,
                |it: &FunnelLimits| it.upper_95,
                |it: &FunnelLimits| it.upper_998,
            ] {
                let apart = (of(&exact) - of(&near)).abs();
                assert!(apart < most, "{expected}: {apart}");
            }
        }
    }
}
