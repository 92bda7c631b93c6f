//! The rows of each list, as a cut shows them.

mod care;
mod front_door;
mod leaving;
mod protection;

pub(crate) use care::care;
pub(crate) use front_door::{assessments, contacts, early_help, referrals};
pub(crate) use leaving::{adopters, adoptions, leavers};
pub(crate) use protection::{enquiries, in_need, plans};

use crate::areas::{Team, team};
use crate::calendar::month_of;
use crate::cut::{Cell, View, text};
use crate::population::{ChildId, worker};

/// The last two cells of most lists: Allocated Team and Allocated Worker.
fn allocated(view: &View<'_>, child: ChildId, district: u8, kind: Team) -> [Cell; 2] {
    let worker = worker(child, district, kind, month_of(view.as_at));
    [
        text(team(district, kind)),
        worker.map_or(Cell::Blank, Cell::Text),
    ]
}
