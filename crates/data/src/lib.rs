//! The words: dates, fields, areas, the published tables of each return, and the joined data that measures read.

pub mod annex_a;
pub mod answers;
pub mod areas;
pub mod cin;
mod day;
pub mod example;
pub mod field;
mod published;
pub mod ssd;
pub mod ssda903;
pub mod table;
mod words;
pub mod working_days;
mod written;

pub use answers::Answer;
pub use areas::Areas;
pub use day::{Day, Month, Period};
pub use field::{Field, Raw};
pub use table::{Kind, Place, Table, TableReader, TableSpec};
pub use words::{Word, Words};
