//! An improvement plan.

use crate::kind::{DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{CAME_FROM, CONTINUES, MEASURE, MEASURED_BY, MayLink, OWNED_BY, REPLACES};
use crate::role::Readers;

/// A plan: its ambition, phases and span; the plan it goes on from (S-226, S-228, S-230, S-233).
pub static PLAN: Kind = Kind {
    word: "plan",
    prefix: "PLAN",
    title: "Plan",
    plural: "Plans",
    about: "An improvement plan with its priorities, lines and milestones, and the plan it goes on from.",
    fields: &[
        Field::new("title", "Title", Holds::Line).required(),
        Field::new("ambition", "The ambition", Holds::Text)
            .hint("For example: good at the next inspection, summer 2019"),
        Field::new("phases", "Phases", Holds::Lines)
            .hint("One to a line, as lines name them. For example: Phase 2: embed"),
        Field::new(OWNERS, "Who owns it", Holds::Lines),
        Field::new(DATE, "In force from", Holds::Day),
        Field::new(DUE, "To be completed by", Holds::Day),
        Field::new(
            "check_weeks",
            "Health check every so many weeks",
            Holds::Number,
        ),
        Field::new("achieved", "What was achieved", Holds::Text)
            .hint("When it is completed: what changed for children"),
        Field::new("done_on", "Completed on", Holds::Day),
    ],
    states: &[
        State::open("draft", "Draft", Tone::Fresh),
        State::open("in-force", "In force", Tone::Busy),
        State::frozen("completed", "Completed", Tone::Good),
        State::closed("replaced", "Replaced", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "approve",
            "The plan is approved",
            &["draft"],
            "in-force",
            DESK,
        )
        .needs(&[Need::Minute]),
        Move::new(
            "complete",
            "The plan is completed",
            &["in-force"],
            "completed",
            DESK,
        )
        .needs(&[
            Need::Filled("achieved", "Say what was achieved"),
            Need::Minute,
        ]),
        Move::new(
            "replace",
            "Another plan replaces it",
            &["draft", "in-force"],
            "replaced",
            DESK,
        )
        .needs(&[
            Need::Linked("replaces", "Link the plan that replaces it"),
            Need::Minute,
        ]),
    ],
    links: &[
        MayLink::new(&CONTINUES, &["plan"]),
        MayLink::new(&REPLACES, &["plan"]),
        MayLink::new(&CAME_FROM, &["visit", "resolution", "document", "meeting"]),
        MayLink::new(&MEASURED_BY, &[MEASURE]),
        MayLink::new(&OWNED_BY, &["body", "member"]),
    ],
    readers: Readers::Scrutiny,
    writers: DESK,
};
