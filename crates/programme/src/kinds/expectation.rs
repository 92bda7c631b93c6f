//! What is expected of staff in a role, or a principle the service keeps.

use crate::kind::{DATE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{CAME_FROM, MEASURE, MEASURED_BY, MayLink, PART_OF, REPLACES};
use crate::role::Readers;

/// An expectation of a role, or a workforce principle with how it is checked; approved, then replaced, never edited (S-043,
/// S-073, S-077, S-179, S-180).
pub static EXPECTATION: Kind = Kind {
    word: "expectation",
    prefix: "EXP",
    title: "Expectation",
    plural: "Expectations and principles",
    about: "What is expected of a role, or a principle the board agreed, with the check that shows whether it is kept.",
    fields: &[
        Field::new("text", "What is expected", Holds::Line).required(),
        Field::new(
            "sort",
            "What it is",
            Holds::Choice(&[
                ("expectation", "Expected of a role"),
                ("principle", "A principle of the service"),
            ]),
        )
        .required(),
        Field::new("role", "Of which role", Holds::Line).hint("For example: team manager"),
        Field::new("version", "Version", Holds::Line),
        Field::new("check", "How it is checked", Holds::Text),
        Field::new(OWNERS, "Who checks it", Holds::Lines),
        Field::new(DATE, "In force from", Holds::Day),
    ],
    states: &[
        State::open("draft", "Draft", Tone::Fresh),
        State::frozen("approved", "In force", Tone::Good),
        State::frozen("replaced", "Replaced", Tone::Plain),
    ],
    moves: &[
        Move::new("approve", "It is approved", &["draft"], "approved", DESK).needs(&[
            Need::Filled(DATE, "Say from which day it is in force"),
            Need::Minute,
        ]),
        Move::new(
            "replace",
            "Another replaces it",
            &["approved"],
            "replaced",
            DESK,
        )
        .needs(&[Need::Linked("replaces", "Link what replaces it")]),
    ],
    links: &[
        MayLink::new(&MEASURED_BY, &[MEASURE]),
        MayLink::new(&CAME_FROM, &["resolution", "document", "paper"]),
        MayLink::new(&PART_OF, &["document"]),
        MayLink::new(&REPLACES, &["expectation"]),
    ],
    readers: Readers::Scrutiny,
    writers: DESK,
};
