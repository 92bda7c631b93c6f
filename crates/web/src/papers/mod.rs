//! Waymark's own papers: making one from the returns and the record, reading one that was issued, writing its files.
//!
//! A paper is a record of kind `paper` that names its template. While it is being written it is made anew each time it is
//! asked for; once issued it is what was issued: its value and its files are kept with the record, their hashes in the
//! chain of history.

mod answering;
pub(crate) mod delivery;
mod from;
mod issue;
mod issued;
mod making;
mod press;
mod signing;
pub(crate) mod why;

pub(crate) use answering::{ASKING, asked_as, then_words};
pub(crate) use delivery::sent_words;
pub use from::{Spec, figures_now, make};
pub use issue::{Stopped, issue};
pub(crate) use issued::Shelf;
pub use issued::{Issued, value_name};
pub(crate) use making::body_of_template;
pub use making::{
    Draft, NOT_PROTECTED, assessment_of, committee_of, fresher_than, is_own, meeting_of_paper,
    template_of,
};
pub use press::{Format, Press, Printer};
