//! The whole series beside its latest points: "better since the start, worse for eight months".

use super::chart::Chart;
use super::runs::median;
use super::verdict::ENOUGH;
use super::xmr::{LIMIT_FACTOR, RANGE_LIMIT_FACTOR, limits};
use super::{Good, known};

/// How a stretch of the series moved, beyond what chance explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    /// Up.
    Rose,
    /// Down.
    Fell,
    /// No more than ordinary variation.
    Level,
}

/// A stretch of the series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Index of its first point.
    pub from: usize,
    /// Index of its last point.
    pub to: usize,
    /// Value at the first point.
    pub first: f64,
    /// Value at the last point.
    pub last: f64,
    /// How it moved.
    pub moved: Movement,
}

/// The whole series, and its latest points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spans {
    /// From the first point to the latest.
    pub since_start: Span,
    /// The trend that the latest point is in, else the last six points.
    pub recent: Span,
}

/// Points compared at each end, and the shortest recent stretch.
const END: usize = 6;

/// How much wider a median varies than a mean: the square root of half of pi.
const MEDIAN_SPREAD: f64 = 1.2533;

impl Spans {
    /// Whether the series went one way since its start and goes the other way now.
    pub fn disagree(&self) -> bool {
        matches!(
            (self.since_start.moved, self.recent.moved),
            (Movement::Rose, Movement::Fell) | (Movement::Fell, Movement::Rose)
        )
    }
}

impl Movement {
    /// Whether it is for the better; none where neither direction is good or nothing moved.
    pub fn is_better(self, good: Good) -> Option<bool> {
        match (self, good) {
            (Movement::Level, _) | (_, Good::Neither) => None,
            (Movement::Rose, good) => Some(good == Good::Up),
            (Movement::Fell, good) => Some(good == Good::Down),
        }
    }
}

/// Both stretches, of a series of twelve points or more.
pub(super) fn spans(points: &[Option<f64>], drawn: &Chart) -> Option<Spans> {
    let valued: Vec<(usize, f64)> = points
        .iter()
        .enumerate()
        .filter_map(|(i, point)| Some((i, known(point)?)))
        .collect();
    if valued.len() < ENOUGH {
        return None;
    }
    let moving_range = limits(points, drawn.screened, None)?.moving_range;
    Some(Spans {
        since_start: span(&valued, since_start(&valued, moving_range)),
        recent: recent(&valued, drawn, moving_range)?,
    })
}

/// The middle of the first six points against that of the last six (the middle, so that one odd
/// month is no history): more than three standard deviations of such a difference is no chance.
/// The two end points, which the sentence will quote, must say the same.
fn since_start(valued: &[(usize, f64)], moving_range: f64) -> Movement {
    let middle = |of: &[(usize, f64)]| median(&of.iter().map(|p| Some(p.1)).collect::<Vec<_>>());
    let (first, last) = (&valued[..END], &valued[valued.len() - END..]);
    let (Some(early), Some(late)) = (middle(first), middle(last)) else {
        return Movement::Level;
    };
    let three_deviations = LIMIT_FACTOR * moving_range * (2.0 / END as f64).sqrt() * MEDIAN_SPREAD;
    let ends = last[END - 1].1 - first[0].1;
    let moved = moved(late - early, three_deviations);
    if moved == self::moved(ends, 0.0) {
        moved
    } else {
        Movement::Level
    }
}

/// The trend that the latest point is in; else the last six points, which have moved if their
/// ends differ by more than neighbouring points of a stable process should.
///
/// It looks at the rule, not at the point's one name: a rise that is still below the lower limit
/// is named for the limit, and is a rise all the same.
fn recent(valued: &[(usize, f64)], drawn: &Chart, moving_range: f64) -> Option<Span> {
    let (latest, last) = *valued.last()?;
    let trend = drawn.fired[latest].trend;
    if trend != 0 {
        let goes_on = |pair: &&[(usize, f64)]| {
            pair[1].0 == pair[0].0 + 1 && (pair[1].1 - pair[0].1) * f64::from(trend) > 0.0
        };
        let moves = valued.windows(2).rev().take_while(goes_on).count();
        let stretch = &valued[valued.len() - 1 - moves..];
        return Some(span(
            stretch,
            if trend > 0 {
                Movement::Rose
            } else {
                Movement::Fell
            },
        ));
    }
    let six = &valued[valued.len() - END..];
    Some(span(
        six,
        moved(last - six[0].1, RANGE_LIMIT_FACTOR * moving_range),
    ))
}

fn moved(by: f64, more_than: f64) -> Movement {
    if by > more_than {
        Movement::Rose
    } else if by < -more_than {
        Movement::Fell
    } else {
        Movement::Level
    }
}

fn span(stretch: &[(usize, f64)], moved: Movement) -> Span {
    let (start, end) = (stretch[0], stretch[stretch.len() - 1]);
    Span {
        from: start.0,
        to: end.0,
        first: start.1,
        last: end.1,
        moved,
    }
}
