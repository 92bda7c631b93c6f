//! An audit of practice: theme, sample, grades.

use crate::kind::{AREA, DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::VOICES;
use crate::link::{
    ABOUT, ANY, CAME_FROM, CONTINUES, EVIDENCE_FOR, MEASURE, MayLink, PART_OF, PRESENTED_AT,
};
use crate::role::{Readers, Role};

/// An audit: its theme and sample rule, how many of which grade, provisional until moderated (S-027, S-202 to S-208).
pub static AUDIT: Kind = Kind {
    word: "audit",
    prefix: "AUD",
    title: "Audit",
    plural: "Audits",
    about: "An audit of practice: what was looked at, how the cases were chosen, and how many were of which grade.",
    fields: &[
        Field::new("title", "Title", Holds::Line).required(),
        Field::new("theme", "Theme", Holds::Line),
        Field::new("sample", "How the sample was chosen", Holds::Text),
        Field::new(AREA, "Area", Holds::Area),
        Field::new(OWNERS, "Who audits", Holds::Lines),
        Field::new(DUE, "Due on", Holds::Day),
        Field::new(DATE, "Audited on", Holds::Day),
        Field::new(
            "unit",
            "What is graded",
            Holds::Choice(&[("case", "Cases"), ("service-area", "Service areas")]),
        ),
        Field::new("sampled", "How many were looked at", Holds::Number),
        Field::new("inadequate", "Inadequate", Holds::Number),
        Field::new(
            "requires_improvement",
            "Requires improvement",
            Holds::Number,
        ),
        Field::new("good", "Good", Holds::Number),
        Field::new("outstanding", "Outstanding", Holds::Number),
        Field::new("found", "What was found", Holds::Text),
        Field::new("themes", "Recurring themes", Holds::Lines),
    ],
    states: &[
        State::open("planned", "Planned", Tone::Fresh),
        State::open("provisional", "Provisional", Tone::Waiting),
        State::frozen("final", "Final", Tone::Good),
        State::closed("dropped", "Not held", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "grade",
            "The cases are graded",
            &["planned"],
            "provisional",
            VOICES,
        )
        .needs(&[
            Need::Filled(DATE, "Say on which day it was done"),
            Need::Filled("sampled", "Say how many were looked at"),
        ]),
        Move::new(
            "moderate",
            "The grades are moderated and final",
            &["provisional"],
            "final",
            MODERATE,
        )
        .needs(&[Need::Filled("found", "Say what was found")]),
        Move::new("drop", "It is not held", &["planned"], "dropped", MODERATE)
            .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(
            &CAME_FROM,
            &["action", "plan-line", "resolution", "finding", "visit"],
        ),
        MayLink::new(&EVIDENCE_FOR, &[ANY]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&PART_OF, &["plan-line"]),
        MayLink::new(&CONTINUES, &["audit"]),
        MayLink::new(&PRESENTED_AT, &["agenda-item", "meeting"]),
    ],
    readers: Readers::Board,
    writers: VOICES,
};

/// Who moderates.
const MODERATE: &[Role] = &[Role::Director, Role::Auditor];
