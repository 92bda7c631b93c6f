//! A delay of a plan line: its cause, the decision, the new date, the effect on measures.

use crate::kind::{DATE, Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::{DESK, PLANNERS};
use crate::link::{AFFECTS, CAME_FROM, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// A delay, shown with cause, decision, new date and effect on measures (S-102, S-103).
pub static DELAY: Kind = Kind {
    word: "delay",
    prefix: "DEL",
    title: "Delay",
    plural: "Delays",
    about: "Why a plan line, milestone or action is late, what was decided, the new date, and what that means for the measures.",
    fields: &[
        Field::new("cause", "The cause", Holds::Line).required(),
        Field::new(DATE, "Known since", Holds::Day).required(),
        Field::new("due_was", "Was due on", Holds::Day),
        Field::new("due_now", "Now due on", Holds::Day),
        Field::new("decision", "What was decided", Holds::Text),
        Field::new(
            "effect",
            "What it means for children and for the measures",
            Holds::Text,
        ),
    ],
    states: &[
        State::open("told", "Decision awaited", Tone::Bad),
        State::closed("decided", "Decided", Tone::Good),
    ],
    moves: &[
        Move::new("decide", "A decision is taken", &["told"], "decided", DESK).needs(&[
            Need::Filled("decision", "Say what was decided"),
            Need::Filled("due_now", "Say by which day it is now due"),
            Need::Filled(
                "effect",
                "Say what it means for the measures, even if nothing",
            ),
        ]),
        Move::new("reopen", "Decide again", &["decided"], "told", DESK).needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["plan-line", "milestone", "action"]),
        MayLink::new(&AFFECTS, &[MEASURE, "plan-line"]),
        MayLink::new(
            &CAME_FROM,
            &["risk", "resolution", "agenda-item", "meeting", "change"],
        ),
    ],
    readers: Readers::Scrutiny,
    writers: PLANNERS,
};
