//! The marks of points: what a month is, by shape first and colour second.

use super::svg::{Svg, colour};
use crate::reading::{Reading, State};
use waymark_measures::signals::{Kind, kind};

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Ordinary variation.
    Ordinary,
    /// A signal for the better.
    Better,
    /// A signal for the worse.
    Worse,
    /// A signal where neither way is good.
    Changed,
    /// Not complete yet.
    Provisional,
    /// Between two limits: to be watched.
    Watch,
    /// A ring around the mark: the figure has been restated.
    Restated,
}

/// The marks in the order a key lists them.
pub(super) const ALL: [Mark; 6] = [
    Mark::Ordinary,
    Mark::Better,
    Mark::Worse,
    Mark::Changed,
    Mark::Provisional,
    Mark::Restated,
];

impl Mark {
    /// The mark of a slot; none where nothing is drawn.
    pub(super) fn of(reading: &Reading, slot: usize) -> Option<Self> {
        match reading.slots.get(slot)?.state {
            State::Provisional(_) => Some(Self::Provisional),
            State::Judged(_) => Some(match kind(reading.label(slot), reading.measure().good) {
                Kind::CommonCause => Self::Ordinary,
                Kind::Improvement => Self::Better,
                Kind::Concern => Self::Worse,
                Kind::Neutral => Self::Changed,
            }),
            State::Hidden | State::Empty => None,
        }
    }

    /// In a key.
    pub(super) fn words(self, reading: &Reading) -> &'static str {
        match self {
            Self::Ordinary if !reading.verdict.steady.is_empty() => "Part of a steady move",
            Self::Ordinary if reading.chart.limits().is_none() => "Month",
            Self::Ordinary => "Ordinary variation",
            Self::Better => "Signal: better",
            Self::Worse => "Signal: worse",
            Self::Changed => "Signal: changed",
            Self::Provisional => "Not complete yet",
            Self::Watch => "To watch",
            Self::Restated => "Restated since",
        }
    }

    /// Draws it.
    pub(super) fn draw(self, svg: &mut Svg, (x, y): (f64, f64), scale: f64) {
        let fill =
            |colour: &str| format!("fill=\"{colour}\" stroke=\"#ffffff\" stroke-width=\"1\"");
        let s = scale;
        match self {
            Self::Ordinary => svg.circle((x, y), 3.8 * s, &fill(colour::INK)),
            Self::Better => svg.polygon(
                &[
                    (x, y - 6.5 * s),
                    (x + 6.5 * s, y),
                    (x, y + 6.5 * s),
                    (x - 6.5 * s, y),
                ],
                &fill(colour::BLUE),
            ),
            Self::Worse => svg.polygon(
                &[
                    (x, y - 6.5 * s),
                    (x + 6.5 * s, y + 5.0 * s),
                    (x - 6.5 * s, y + 5.0 * s),
                ],
                &fill(colour::RED),
            ),
            Self::Changed => svg.rect(
                (x - 4.8 * s, y - 4.8 * s),
                (9.6 * s, 9.6 * s),
                &fill(colour::PURPLE),
            ),
            Self::Provisional => svg.circle(
                (x, y),
                4.2 * s,
                "fill=\"#ffffff\" stroke=\"#0b0c0c\" stroke-width=\"2\"",
            ),
            Self::Watch => svg.polygon(
                &[
                    (x, y - 6.0 * s),
                    (x + 6.0 * s, y),
                    (x, y + 6.0 * s),
                    (x - 6.0 * s, y),
                ],
                "fill=\"#ffffff\" stroke=\"#0b0c0c\" stroke-width=\"2\"",
            ),
            Self::Restated => svg.circle(
                (x, y),
                9.0 * s,
                "fill=\"none\" stroke=\"#505a5f\" stroke-width=\"1.2\"",
            ),
        }
    }
}
