//! Charts as SVG made on the server: the same on a page and in a paper, each with its table and its sentence.
//!
//! Each is a function of a plain value: [`xmr`] of a reading; [`pchart`], [`funnel`], [`grades`], [`multiples`], [`heat`],
//! [`burndown`], [`trajectory`] of the value named like it. Most of those values can be made `of` a reading or a breakdown,
//! which has settled what its audience may see; made by hand they must hold figures that have been suppressed already. What
//! is hidden is a gap with a "c".
//!
//! They hold no script and no style attribute (a strict Content-Security-Policy blocks both): colours are presentation
//! attributes. Signals differ by shape before colour, lines by their dashes, so that a black and white print tells all.

mod aim;
mod burndown;
mod dots;
mod events;
mod from;
mod funnel;
mod grades;
mod heat;
mod legend;
mod marks;
mod multiples;
mod pchart;
mod place;
mod plane;
mod scale;
mod series_table;
mod sparkline;
mod svg;
mod tally;
mod trajectory;
mod xmr;

pub use aim::Aim;
pub use burndown::{Burndown, burndown};
pub use dots::{dots, dots_svg};
pub use events::Event;
pub(crate) use events::sentence_of_rebases;
pub use funnel::{Area, Compared, Funnel, funnel};
pub use grades::{Bar, Grades, grades};
pub use heat::{Heat, HeatCell, HeatRow, Units, heat};
pub use multiples::{Multiples, Panel, multiples};
pub use pchart::{CountedMonths, Counting, pchart};
pub use series_table::series_table;
pub(crate) use series_table::{part_headings, value_cell};
pub use sparkline::sparkline_svg;
pub use tally::Tally;
pub use trajectory::{Trajectory, trajectory};
pub use xmr::{Besides, Lines, xmr, xmr_marked, xmr_svg, xmr_with};

use crate::table::Table;

/// A chart with what says the same without eyes: its sentence and its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Drawn for about 640 pixels.
    pub wide: String,
    /// Drawn for about 340 pixels: a phone.
    pub narrow: String,
    /// Its data.
    pub table: Table,
    /// What it shows, in a sentence.
    pub sentence: String,
}

/// For how wide a place a chart is drawn. Text is 14 or 15 units high in both, so a wide one on a phone cannot be read:
/// a page holds both and shows one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// 640 units wide.
    Wide,
    /// 340 units wide.
    Narrow,
}

impl Size {
    const fn width(self) -> f64 {
        match self {
            Self::Wide => 640.0,
            Self::Narrow => 340.0,
        }
    }

    const fn text(self) -> f64 {
        match self {
            Self::Wide => 15.0,
            Self::Narrow => 14.0,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Wide => "wm-chart__wide",
            Self::Narrow => "wm-chart__narrow",
        }
    }
}
