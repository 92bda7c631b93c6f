//! Suppression: what may be printed when a figure counts few children.
//!
//! Public views show no count of 1 to 5 (`c`), nothing from which one could be worked out, and no
//! percentage that stands on one. Zero is shown. See [`line`](line()) for one row of counts,
//! [`table`](table()) for rows and columns with totals, [`percentage`] for one percentage, [`ledger`] for everything ever published
//! together.

mod flow;
pub mod ledger;
mod percentage;
mod shown;
mod table;

pub use percentage::{percentage, percentage_beside, rounded_percentage};
pub use shown::{Rule, Shown, count, gives_away, round_half_up};
pub use table::{Line, Table, Totals, line, table};
