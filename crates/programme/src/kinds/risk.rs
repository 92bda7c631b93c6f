//! A risk to delivery, or a constraint from outside.

use crate::kind::{AREA, DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::{DESK, PLANNERS};
use crate::link::{ABOUT, AFFECTS, ANY, CAME_FROM, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// A delivery risk or an outside constraint, such as full courts, tied to what it holds back (S-100, S-102, S-103).
pub static RISK: Kind = Kind {
    word: "risk",
    prefix: "RISK",
    title: "Delivery risk",
    plural: "Delivery risks",
    about: "What may hold up the plan, or already does: how likely, what then, what is done about it.",
    fields: &[
        Field::new("text", "The risk", Holds::Line).required(),
        Field::new(
            "sort",
            "What it is",
            Holds::Choice(&[
                ("risk", "It may happen"),
                ("constraint", "A constraint from outside"),
            ]),
        ),
        Field::new(DATE, "Raised on", Holds::Day),
        Field::new(AREA, "Area", Holds::Area),
        Field::new(
            "likelihood",
            "How likely it is",
            Holds::Choice(&[("low", "Low"), ("medium", "Medium"), ("high", "High")]),
        ),
        Field::new(
            "severity",
            "How much it would hold back",
            Holds::Choice(&[
                ("low", "Little"),
                ("medium", "Much"),
                ("high", "Most of it"),
            ]),
        ),
        Field::new("effect", "What then, for children", Holds::Text),
        Field::new("mitigation", "What is done about it", Holds::Text),
        Field::new(OWNERS, "Who watches it", Holds::Lines),
        Field::new(DUE, "To be looked at again on", Holds::Day),
    ],
    states: &[
        State::open("open", "Open", Tone::Waiting),
        State::open("happened", "It has happened", Tone::Bad),
        State::closed("closed", "Closed", Tone::Good),
    ],
    moves: &[
        Move::new("happen", "It has happened", &["open"], "happened", PLANNERS)
            .needs(&[Need::Reason]),
        Move::new("close", "Close it", &["open", "happened"], "closed", DESK)
            .needs(&[Need::Reason]),
        Move::new("reopen", "Open it again", &["closed"], "open", PLANNERS).needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["plan", "priority", "plan-line"]),
        MayLink::new(
            &AFFECTS,
            &["plan", "priority", "plan-line", "milestone", MEASURE],
        ),
        MayLink::new(&CAME_FROM, &[ANY]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
    ],
    readers: Readers::Board,
    writers: PLANNERS,
};
