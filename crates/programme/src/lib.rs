//! What people write down, and how it hangs together.
//!
//! A [`Kind`] says what a record of it holds, in which states it can be and who may move it;
//! [`kinds`] has one file for each. [`Records`] is every record and link at one moment: what pages, search and the thread
//! read. Who may what is in [`permit`].

pub mod accepting;
pub mod attendance;
pub mod carry;
pub mod change;
pub mod check;
pub mod circles;
mod dates;
pub mod deciding;
pub mod draft;
pub mod due;
pub mod forums;
pub mod gate;
pub mod kind;
pub mod kinds;
pub mod last_time;
pub mod link;
pub mod meetings;
pub mod minutes;
pub mod moved;
pub mod owner;
pub mod permit;
pub mod plan_checks;
pub mod rating;
pub mod rebased;
pub mod record;
pub mod records;
mod role;
pub mod self_assessment;
pub mod thread;

pub use change::{Change, Changes};
pub use check::Mistake;
pub use kind::Kind;
pub use link::{End, Link};
pub use permit::Asker;
pub use record::{Act, Author, Body, Line, Record, RecordId, Value, Values};
pub use records::{News, Records, search_words};
pub use role::{Area, AreaKind, Readers, Role};
