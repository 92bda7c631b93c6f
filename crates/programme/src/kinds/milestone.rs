//! A milestone of a plan line.

use crate::kind::{DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::{DESK, PLANNERS};
use crate::link::{AFFECTS, CAME_FROM, CONTINUES, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// A milestone: a step that can be seen to be done, on a day; another's too, such as a partner's new system (S-005, S-102).
pub static MILESTONE: Kind = Kind {
    word: "milestone",
    prefix: "MS",
    title: "Milestone",
    plural: "Milestones",
    about: "A step of a plan line that is done or not on a day. A partner's step that a line waits for is one too.",
    fields: &[
        Field::new("text", "What is to be reached", Holds::Line).required(),
        Field::new(DUE, "Due on", Holds::Day).required(),
        Field::new("first_due", "First promised for", Holds::Day)
            .hint("Kept when the date is moved, so that slipping shows"),
        Field::new(OWNERS, "Whose step it is", Holds::Lines)
            .hint("If it is not the line's owner: a partner, another team"),
        Field::new("done_on", "Reached on", Holds::Day),
        Field::new("evidence", "How that can be seen", Holds::Text),
    ],
    states: &[
        State::open("planned", "Planned", Tone::Fresh),
        State::closed("done", "Reached", Tone::Good),
        State::closed("dropped", "Dropped", Tone::Plain),
    ],
    moves: &[
        Move::new("reach", "It is reached", &["planned"], "done", PLANNERS)
            .or_owner()
            .needs(&[Need::Filled("done_on", "Say on which day it was reached")]),
        Move::new("drop", "Drop it", &["planned"], "dropped", DESK).needs(&[Need::Reason]),
        Move::new(
            "reopen",
            "It is not reached after all",
            &["done", "dropped"],
            "planned",
            PLANNERS,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["plan-line", "document"]),
        MayLink::new(&AFFECTS, &[MEASURE]),
        MayLink::new(&CAME_FROM, &["resolution", "agenda-item", "action"]),
        MayLink::new(&CONTINUES, &["milestone"]),
    ],
    readers: Readers::Scrutiny,
    writers: PLANNERS,
};
