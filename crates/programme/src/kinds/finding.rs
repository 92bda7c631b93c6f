//! What an inspection, a review or an audit found.

use crate::kind::{AREA, DATE, Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::DESK;
use crate::link::{ABOUT, CAME_FROM, MEASURE, MEASURED_BY, MayLink};
use crate::role::{Readers, Role};

/// A finding, with what is being done about it, the next step and how improvement will be evidenced (S-042, S-231).
pub static FINDING: Kind = Kind {
    word: "finding",
    prefix: "F",
    title: "Finding",
    plural: "Findings",
    about: "What an inspector, a reviewer or an audit said. A finding waits until a plan line answers it.",
    fields: &[
        Field::new("said", "What was said", Holds::Line)
            .hint("The finding itself, in a sentence; the whole passage goes below")
            .required(),
        Field::new("passage", "The passage, as it was written", Holds::Text),
        Field::new("body", "Who said it", Holds::Line)
            .hint("For example: Ofsted")
            .required(),
        Field::new("report", "In which report or letter", Holds::Line),
        Field::new(DATE, "Date of the report", Holds::Day),
        Field::new(
            "sense",
            "Is it a strength or an area to improve?",
            Holds::Choice(&[
                ("improve", "An area to improve"),
                ("strength", "A strength"),
                ("silent", "Nothing was said about it"),
            ]),
        )
        .hint("Where inspectors were silent, record that: no comment is not the same as good")
        .required(),
        Field::new("theme", "Theme", Holds::Line),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("doing", "What is being done about it", Holds::Text),
        Field::new("next", "The next step", Holds::Text),
        Field::new(
            "evidenced",
            "How improvement will be evidenced",
            Holds::Text,
        ),
    ],
    states: &[
        State::open("waiting", "Awaiting a plan line", Tone::Bad),
        State::open("answered", "In the plan", Tone::Busy),
        State::closed("closed", "Closed", Tone::Good),
        State::closed("noted", "Noted", Tone::Plain),
    ],
    moves: &[
        Move {
            word: "answer",
            title: "It is in the plan",
            from: &["waiting"],
            to: "answered",
            who: DESK,
            owner: false,
            needs: &[Need::Tied(
                "plan-line",
                "Link the plan line that answers this finding",
            )],
        },
        Move {
            word: "note",
            title: "Note it: nothing is to be done",
            from: &["waiting"],
            to: "noted",
            who: DESK,
            owner: false,
            needs: &[Need::Reason],
        },
        Move {
            word: "close",
            title: "Close the finding",
            from: &["answered"],
            to: "closed",
            who: &[Role::Chair, Role::Director],
            owner: false,
            needs: &[
                Need::Filled("evidenced", "Say how the improvement is evidenced"),
                Need::Minute,
            ],
        },
        Move {
            word: "reopen",
            title: "Open again",
            from: &["answered", "closed", "noted"],
            to: "waiting",
            who: DESK,
            owner: false,
            needs: &[Need::Reason],
        },
    ],
    links: &[
        MayLink {
            link: &CAME_FROM,
            to: &["visit", "audit", "meeting", "agenda-item", "document"],
        },
        MayLink {
            link: &ABOUT,
            to: &["plan-line", "priority", "finding", MEASURE],
        },
        MayLink {
            link: &MEASURED_BY,
            to: &[MEASURE],
        },
    ],
    readers: Readers::Board,
    writers: &[
        Role::Chair,
        Role::Director,
        Role::Analyst,
        Role::Auditor,
        Role::DemocraticServices,
    ],
};
