//! What a page or paper says: honest sentences, SVG charts, tables; CSV and XLSX from it.
//!
//! Begin with a [`Series`]: a measure, its points ([`waymark_measures::history::series`]), its target, who reads. Reading
//! it once gives a [`Reading`], from which come [`sentences`], [`chart::xmr`], [`chart::sparkline_svg`] and
//! [`chart::series_table`]. A [`Breakdown`] gives [`chart::dots`] and its own table and sentence. [`focus`](focus())
//! draws a board's two lists from all readings. [`csv`](csv()) and [`xlsx`](xlsx()) write any [`Table`].
//!
//! ```
//! use waymark_data::Month;
//! use waymark_measures::{Basis, Count, catalogue, figure, history::Point};
//! use waymark_report::{Series, sentences};
//!
//! let measure = catalogue::find("assessment-over-45").expect("it is in the catalogue");
//! let month = |n: i32, late: i32| {
//!     let count = Count { hits: late, cases: 400 };
//!     let period = Month::new(2016, 1).plus(n).period();
//!     let parts = figure::parts(measure.unit, count, None, None);
//!     let (earlier, summed_from) = (Vec::new(), Vec::new());
//!     Point { period, count, parts, as_at: period.to, mature: true, earlier, summed_from }
//! };
//! let points = (0..18).map(|n| month(n, 100 + n % 3)).collect();
//! let reading = Series { target: Some(10.0), ..Series::new(measure, Basis::Month, points) }.read();
//! assert_eq!(
//!     sentences(&reading).home,
//!     "No real change: 25.5% (102 of 400) in June 2017, within its limits of 24.4% to 26.1%; it will keep missing its \
//!      target of at most 10% unless something changes."
//! );
//! ```
//!
//! Everything minds its [`Audience`]: for the public, counts of 1 to 5 are left out of charts, limits, sentences and
//! files, with whatever would give them away. A group's or band's own series is not for the public at all: its numbers
//! add up with its neighbours', so they are shown only in a table of all of them, which hides what must be hidden together
//! ([`Breakdown`], [`bands_table`]).
//!
//! A page shows `wide` or `narrow` of a [`chart::Drawn`] by width (classes `wm-chart__wide` and `wm-chart__narrow`).

mod about;
mod against;
mod amount;
mod anew;
mod audience;
mod bands;
mod breakdown;
pub mod chart;
mod csv;
pub mod docx;
mod focus;
mod markup;
pub mod numbers;
pub mod paper;
mod reading;
mod recorded_late;
mod sentence;
mod table;
mod xlsx;

pub use about::{About, definition};
pub use against::Against;
pub use amount::{amount, bare_value, name_of, unit_heading, unit_range, unit_value, when};
pub use anew::{FEWEST_AFTER, FEWEST_BEFORE, NotAnew, SuggestedMonth};
pub use audience::Audience;
pub use bands::bands_table;
pub use breakdown::{Breakdown, Comparator, Row, Seen};
pub use csv::{Mark, csv, is_risky};
pub use focus::{Counted, Focus, behind, focus};
pub use reading::{Reading, Rebase, Series, Slot, State, chart_basis};
pub use recorded_late::{RecordedLate, recorded_late, recorded_late_by};
pub use sentence::{Sentences, data_age, restated, restatement, sentences};
pub use table::{Align, Cell, Heading, Table, Value};
pub use xlsx::{workbook, xlsx};
