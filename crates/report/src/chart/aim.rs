//! A target on the way: what a measure is to have reached by which month.

use waymark_data::Month;

/// A dated point of a trajectory: "1,646 by October 2020". The first may be where it starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    /// By when.
    pub month: Month,
    /// What the measure is to be then, in its unit.
    pub value: f64,
}

/// The aims that can be drawn, by month; of two for one month the later given stands.
pub(super) fn in_order(aims: &[Aim]) -> Vec<Aim> {
    let mut sound: Vec<Aim> = Vec::new();
    for aim in aims.iter().filter(|it| it.value.is_finite()) {
        sound.retain(|it| it.month != aim.month);
        sound.push(*aim);
    }
    sound.sort_by_key(|it| it.month);
    sound
}

/// What the measure should be in a month: on the straight line between two aims; none before the first or after the last.
/// `aims` must be in order.
pub(super) fn planned(aims: &[Aim], month: Month) -> Option<f64> {
    if let Some(aim) = aims.iter().find(|it| it.month == month) {
        return Some(aim.value);
    }
    aims.windows(2)
        .find(|pair| pair[0].month < month && month < pair[1].month)
        .map(|pair| {
            let gone = f64::from(pair[0].month.months_until(month));
            let all = f64::from(pair[0].month.months_until(pair[1].month));
            pair[0].value + (pair[1].value - pair[0].value) * gone / all
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn between_two_aims_the_plan_is_a_straight_line() {
        let aim = |n, value| Aim {
            month: Month::new(2018, 1).plus(n),
            value,
        };
        let aims = in_order(&[aim(10, 1_646.0), aim(0, 1_946.0), aim(5, f64::NAN)]);
        let at = |n| planned(&aims, Month::new(2018, 1).plus(n));
        assert_eq!(
            [at(0), at(4), at(10)],
            [1_946.0, 1_826.0, 1_646.0].map(Some)
        );
        assert_eq!([at(-1), at(11)], [None, None]);
    }
}
