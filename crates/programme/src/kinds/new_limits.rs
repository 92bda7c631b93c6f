//! A person's decision that a measure's limits are drawn anew from a month on.

use crate::kind::{AREA, DATE, Field, Holds, Kind, Move, Need, State, Tone};
use crate::link::{ABOUT, ANY, CAME_FROM, MEASURE, MayLink};
use crate::role::{Readers, Role};

/// Who decides it: those who answer for what figures are said to show.
const DECIDES: &[Role] = &[Role::Director, Role::Analyst];

/// Limits of a measure drawn anew from a month on: a sustained shift with a known cause and date that is expected to stay.
/// A chart may only suggest the month (spc: a rebase is a human decision with a name, a date and a reason).
pub static NEW_LIMITS: Kind = Kind {
    word: "new-limits",
    prefix: "NL",
    title: "New limits",
    plural: "New limits",
    about: "The decision that a measure's limits are drawn anew from a month on, because it has shifted for a known cause and is expected to stay where it is. Never because a target was missed. It says which measure it is about by a link.",
    fields: &[
        Field::new("text", "The cause", Holds::Line)
            .hint("What changed, in a few words. It stands with the chart and in papers, also in those for the public")
            .required(),
        Field::new(DATE, "From the month of", Holds::Day)
            .hint("Any day of the first month of the new limits")
            .required(),
        Field::new("why", "Why it is expected to stay", Holds::Text).required(),
        Field::new("said_by", "Decided by", Holds::Line).required(),
        Field::new("decided_on", "Decided on", Holds::Day).required(),
        Field::new(AREA, "Area", Holds::Area)
            .hint("Where it is an area's series whose limits are drawn anew, not the county's"),
    ],
    states: &[
        State::open("in-force", "In force", Tone::Good),
        State::closed("withdrawn", "Withdrawn", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "withdraw",
            "Withdraw the new limits",
            &["in-force"],
            "withdrawn",
            DECIDES,
        )
        .needs(&[Need::Reason]),
        Move::new(
            "restore",
            "Put them in force again",
            &["withdrawn"],
            "in-force",
            DECIDES,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&ABOUT, &[MEASURE]),
        MayLink::new(&CAME_FROM, &[ANY]),
    ],
    readers: Readers::Public,
    writers: DECIDES,
};
