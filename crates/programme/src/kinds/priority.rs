//! A priority of a plan.

use crate::kind::{AREA, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{ABOUT, CAME_FROM, CONTINUES, MEASURE, MEASURED_BY, MayLink, OWNED_BY, PART_OF};
use crate::role::Readers;

/// A priority: what it should change for children, who leads it (S-018, S-111, S-226, S-232).
pub static PRIORITY: Kind = Kind {
    word: "priority",
    prefix: "PRI",
    title: "Priority",
    plural: "Priorities",
    about: "A priority of the plan: the change for children that its lines work for.",
    fields: &[
        Field::new("title", "Title", Holds::Line).required(),
        Field::new("number", "Number", Holds::Line),
        Field::new("aim", "What it should change for children", Holds::Text),
        Field::new(OWNERS, "Who leads it", Holds::Lines),
        Field::new("theme", "Theme", Holds::Line),
        Field::new(AREA, "Area", Holds::Area),
    ],
    states: &[
        State::open("active", "Active", Tone::Busy),
        State::closed("achieved", "Achieved", Tone::Good),
        State::closed("dropped", "Dropped", Tone::Plain),
    ],
    moves: &[
        Move::new("achieve", "It is achieved", &["active"], "achieved", DESK)
            .needs(&[Need::Reason, Need::Minute]),
        Move::new("drop", "Drop it", &["active"], "dropped", DESK)
            .needs(&[Need::Reason, Need::Minute]),
        Move::new(
            "reopen",
            "Open it again",
            &["achieved", "dropped"],
            "active",
            DESK,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["plan"]),
        MayLink::new(
            &CAME_FROM,
            &["finding", "resolution", "visit", "recommendation"],
        ),
        MayLink::new(&CONTINUES, &["priority"]),
        MayLink::new(&ABOUT, &["finding", MEASURE]),
        MayLink::new(&MEASURED_BY, &[MEASURE]),
        MayLink::new(&OWNED_BY, &["body", "member"]),
    ],
    readers: Readers::Scrutiny,
    writers: DESK,
};
