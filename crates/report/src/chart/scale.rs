//! From values to places on a chart.

/// An axis of values.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    /// Where `low` and `high` are drawn.
    ends: (f64, f64),
    /// The values with a label.
    pub(super) ticks: Vec<f64>,
}

/// How far an axis may reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Reach {
    /// The least there can be: 0, or none for a net.
    pub(super) floor: Option<f64>,
    /// The most there can be: 100 for a percentage.
    pub(super) ceiling: Option<f64>,
    /// Whether values are whole, so that ticks are.
    pub(super) whole: bool,
}

/// No figure comes near; beyond it sums of floats lose their parts.
const FARTHEST: f64 = 1e12;

impl Scale {
    /// An axis that holds all values, with about `wanted` ticks.
    ///
    /// It starts at 0 unless all values lie in the upper half of what it would show: then it starts higher, and the chart
    /// says so.
    pub(super) fn of(values: &[f64], reach: Reach, wanted: usize, ends: (f64, f64)) -> Self {
        let finite = values
            .iter()
            .copied()
            .filter(|it| it.is_finite())
            .map(|it| it.clamp(-FARTHEST, FARTHEST));
        let (mut low, mut high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), it| {
            (a.min(it), b.max(it))
        });
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if reach.floor == Some(0.0) && low >= 0.0 && low <= high / 2.0 {
            low = 0.0;
        }
        let least: f64 = if reach.whole { 1.0 } else { 0.5 };
        // A tenth of its size at least, so that ordinary wobble does not look like a storm.
        let short = (least * 2.0).max(high.abs().max(low.abs()) / 10.0) - (high - low);
        if short > 0.0 {
            (low, high) = (low - short / 2.0, high + short / 2.0);
        }
        let step = step(
            (high - low) / f64::from(u8::try_from(wanted.max(2)).unwrap_or(5)),
            least,
        );
        let mut start = (low / step).floor() * step;
        let mut end = (high / step).ceil() * step;
        if let Some(floor) = reach.floor {
            start = start.max(floor);
        }
        if let Some(ceiling) = reach.ceiling {
            end = end.min(ceiling);
        }
        if end <= start {
            end = start + step;
        }
        let mut ticks = Vec::new();
        let mut at = (start / step).ceil() * step;
        while at <= end + step * 1e-6 && ticks.len() < 40 {
            ticks.push(at);
            at += step;
        }
        Self {
            low: start,
            high: end,
            ends,
            ticks,
        }
    }

    /// Where a value is drawn; one beyond the axis at its end.
    pub(super) fn at(&self, value: f64) -> f64 {
        let value = if value.is_nan() { self.low } else { value };
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        self.ends.0 + share * (self.ends.1 - self.ends.0)
    }

    /// Whether a value is on the axis.
    pub(super) fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// The same values drawn elsewhere.
    pub(super) fn between(&self, ends: (f64, f64)) -> Self {
        Self {
            ends,
            ..self.clone()
        }
    }

    /// Where it starts, if not at 0 or below.
    pub(super) fn starts_above_zero(&self) -> Option<f64> {
        (self.low > 0.0).then_some(self.low)
    }
}

/// The next of 1, 2, 5, 10, … times a power of ten.
fn step(rough: f64, least: f64) -> f64 {
    let power = 10_f64.powf(rough.max(1e-9).log10().floor());
    let nice = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .find(|it| it * power >= rough * 0.999)
        .unwrap_or(10.0);
    (nice * power).max(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERCENT: Reach = Reach {
        floor: Some(0.0),
        ceiling: Some(100.0),
        whole: false,
    };

    fn scale(values: &[f64]) -> Scale {
        Scale::of(values, PERCENT, 5, (100.0, 0.0))
    }

    #[test]
    fn a_percentage_starts_at_zero_unless_it_is_high_and_never_passes_100() {
        assert_eq!(scale(&[13.5, 40.0]).ticks, [0.0, 10.0, 20.0, 30.0, 40.0]);
        let high = scale(&[85.0, 97.0]);
        assert_eq!(high.ticks, [85.0, 90.0, 95.0, 100.0]);
        assert_eq!(high.starts_above_zero(), Some(85.0));
        assert_eq!(scale(&[100.0, 100.0]).ticks.last(), Some(&100.0));
    }

    #[test]
    fn odd_values_still_have_an_axis() {
        assert!(scale(&[]).at(0.5).is_finite());
        assert!(scale(&[f64::NAN]).at(3.0).is_finite());
        assert!(scale(&[0.0]).ticks.len() > 1);
    }
}
