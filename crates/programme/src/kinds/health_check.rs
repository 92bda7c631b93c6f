//! A health check of the plan, every twelve weeks.

use crate::kind::{AREA, DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{ABOUT, ANY, CAME_FROM, CONTINUES, MEASURE, MayLink, PART_OF, PRESENTED_AT};
use crate::role::Readers;

/// A health check: due on a day, held on a day, what was found by locality (S-230, S-232).
pub static HEALTH_CHECK: Kind = Kind {
    word: "health-check",
    prefix: "HC",
    title: "Health check",
    plural: "Health checks",
    about: "A look at the whole plan every twelve weeks: what holds, what slips, what comes next.",
    fields: &[
        Field::new("title", "Title", Holds::Line).required(),
        Field::new(DUE, "Due on", Holds::Day).required(),
        Field::new(DATE, "Held on", Holds::Day),
        Field::new(OWNERS, "Who leads it", Holds::Lines),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("looked_at", "What was looked at", Holds::Text),
        Field::new("found", "What was found", Holds::Text),
        Field::new("localities", "By locality", Holds::Lines)
            .hint("One to a line. For example: North: remains challenging"),
        Field::new("next", "What comes next", Holds::Text),
    ],
    states: &[
        State::open("due", "Due", Tone::Fresh),
        State::closed("held", "Held", Tone::Good),
        State::closed("skipped", "Not held", Tone::Bad),
    ],
    moves: &[
        Move::new("hold", "It was held", &["due"], "held", DESK)
            .or_owner()
            .needs(&[
                Need::Filled(DATE, "Say on which day it was held"),
                Need::Filled("found", "Say what was found"),
            ]),
        Move::new("skip", "It was not held", &["due"], "skipped", DESK).needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["plan", "body"]),
        MayLink::new(&CONTINUES, &["health-check"]),
        MayLink::new(&CAME_FROM, &["resolution", "meeting"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&PRESENTED_AT, &["agenda-item", "meeting"]),
    ],
    readers: Readers::Board,
    writers: DESK,
};
