//! What programs read and write: every kind of record as JSON ([`v1`]), and what is public as OParl ([`oparl`]).
//!
//! Programs meet the same gate as pages: [`crate::desk`] for what they write, [`waymark_programme::Asker::may_read`] for
//! what they read. They sign in with a token a person made, or with that person's own session.

mod door;
mod oparl;
mod pace;
mod trouble;
mod v1;

use crate::routes::Routes;

pub(crate) use door::{MARK, is_here, pass};
pub(crate) use pace::Pace;
pub(crate) use trouble::SORTS;

pub(crate) fn routes() -> Routes {
    v1::routes().merge(oparl::routes())
}
