//! Which points of a phase meet which special-cause rule.

use super::known;
use super::rules::{Fired, RuleSet, Third};
use super::xmr::{Limits, Side};

/// Every rule each point of one phase meets.
///
/// A missing point ends any run: what was not seen is never counted towards a signal.
pub fn fired(points: &[Option<f64>], limits: &Limits, rules: &RuleSet) -> Vec<Fired> {
    let values: Vec<Option<f64>> = points.iter().map(known).collect();
    let sides: Vec<i8> = values
        .iter()
        .map(|value| value.map_or(0, |v| sign(limits.side(v))))
        .collect();
    let outside = |value: &Option<f64>| value.is_some_and(|v| limits.is_outside(v));
    let near = |value: &Option<f64>| {
        value.is_some_and(|v| limits.is_near_or_beyond(v))
            && (rules.two_of_three.beyond_counts || !outside(value))
    };
    let near: Vec<i8> = values
        .iter()
        .zip(&sides)
        .map(|(v, side)| if near(v) { *side } else { 0 })
        .collect();
    let shift = members(&shift_fires(&sides, rules.shift), rules.shift);
    let trend = members(&trend_fires(&values, rules.trend), rules.trend);
    let pair = two_of_three(&near, &sides, rules.two_of_three.third);
    (0..values.len())
        .map(|i| Fired {
            outside: if outside(&values[i]) { sides[i] } else { 0 },
            shift: shift[i],
            trend: trend[i],
            two_of_three: pair[i],
        })
        .collect()
}

/// Where a shift fires: the point and the `n - 1` before it are all on one side (1 or -1).
pub fn shift_fires(sides: &[i8], n: usize) -> Vec<i8> {
    same_in_a_row(sides, n)
}

/// Where a trend fires: the last `n` points each lie beyond the one before; a tie ends it.
pub fn trend_fires(points: &[Option<f64>], n: usize) -> Vec<i8> {
    let mut moves = vec![0; points.len()];
    for (i, pair) in points.windows(2).enumerate() {
        if let (Some(before), Some(now)) = (known(&pair[0]), known(&pair[1])) {
            moves[i + 1] = if now > before {
                1
            } else if now < before {
                -1
            } else {
                0
            };
        }
    }
    same_in_a_row(&moves, n.saturating_sub(1))
}

/// All points of the runs of `n` that end where a rule fires.
pub fn members(fires: &[i8], n: usize) -> Vec<i8> {
    let ahead = |i: usize| fires[i..fires.len().min(i + n.max(1))].iter().copied();
    (0..fires.len())
        .map(|i| ahead(i).find(|fire| *fire != 0).unwrap_or(0))
        .collect()
}

/// The near points of every "two of three". `near`: 1 near the upper limit, -1 near the lower.
pub fn two_of_three(near: &[i8], sides: &[i8], third: Third) -> Vec<i8> {
    let mut found = vec![0; near.len()];
    for start in 0..near.len().saturating_sub(2) {
        let three = start..start + 3;
        for side in [1, -1] {
            let count =
                |of: &[i8], wanted: i8| of[three.clone()].iter().filter(|s| **s == wanted).count();
            let allowed = match third {
                Third::SameSide => count(sides, side) == 3,
                Third::Anywhere => true,
                Third::NotNearOpposite => count(near, -side) == 0,
            };
            if allowed && count(near, side) >= 2 {
                three
                    .clone()
                    .filter(|i| near[*i] == side)
                    .for_each(|i| found[i] = side);
            }
        }
    }
    found
}

/// Where the last `n` entries are all 1 or all -1.
fn same_in_a_row(signs: &[i8], n: usize) -> Vec<i8> {
    let (mut run, mut of) = (0, 0);
    let step = |sign: &i8| {
        run = if *sign != 0 && *sign == of {
            run + 1
        } else {
            usize::from(*sign != 0)
        };
        of = *sign;
        if n > 0 && run >= n { of } else { 0 }
    };
    signs.iter().map(step).collect()
}

fn sign(side: Side) -> i8 {
    match side {
        Side::High => 1,
        Side::Low => -1,
        Side::OnMean => 0,
    }
}
