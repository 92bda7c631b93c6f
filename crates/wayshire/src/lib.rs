//! Wayshire, an invented county: the 27 monthly cuts, January 2016 to March 2018, of an Ofsted Annex A return, drawn from
//! a seed.
//!
//! ```
//! let county = waymark_wayshire::wayshire(waymark_wayshire::SEED);
//! let cut = county.cuts().last().expect("there are 27 cuts");
//! assert_eq!(cut.as_at.words(), "31 March 2018");
//! assert_eq!(cut.lists[7].title, "Children in care");
//! ```
//!
//! Nobody in it is real, and neither is any place, team or worker. Its figures are: counts are planned month by month
//! in `shape.rs` so that what the source minutes say is true of Wayshire too, and the individuals are drawn to fit them.
//! They are then seen through what had been entered by the day of each cut: a later cut restates an earlier month.
//!
//! Beside the returns stand two years of its improvement board ([`board_life`]): who met, what was resolved, asked, promised
//! and found, as records in the order in which they were written down.

mod adoption;
mod areas;
mod assessments;
mod board;
mod calendar;
mod care;
mod care_leavers;
mod codes;
mod county;
mod csv_text;
mod cut;
mod draw;
mod front_door;
mod headings;
mod health;
mod home;
mod leavers_named;
mod messy;
mod need;
mod ofsted;
mod population;
mod protection;
mod rows;
mod shape;
mod spells;
mod visits;
mod workbook;

pub use areas::{AREAS, DUTY_TEAM, District, LOCALITIES};
pub use board::{Dated, Memory, board_life};
pub use county::{County, SEED, wayshire, wayshire_times};
pub use cut::{Cell, Cut, List, Row, SCOPE_MONTHS};
pub use messy::{IMPERFECTIONS, Imperfections};
pub use ofsted::{OFSTED_OUTCOMES, OFSTED_REPORTS};
