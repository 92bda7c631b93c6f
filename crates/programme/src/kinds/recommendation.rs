//! What scrutiny recommends to the executive, the response, and whether it was done.

use crate::kind::{DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::{ASKERS, DESK};
use crate::link::{ABOUT, ANY, CAME_FROM, CONTINUES, MEASURE, MayLink, PART_OF, PROMISED_FOR};
use crate::role::{Readers, Role};

/// A recommendation of scrutiny to the executive: response, then completion (S-115, S-276, S-280).
pub static RECOMMENDATION: Kind = Kind {
    word: "recommendation",
    prefix: "REC",
    title: "Recommendation",
    plural: "Recommendations",
    about: "What scrutiny recommends to the executive. It awaits a response, then its completion.",
    fields: &[
        Field::new("text", "What is recommended", Holds::Line).required(),
        Field::new("body", "Recommended by", Holds::Line),
        Field::new("to", "Recommended to", Holds::Line),
        Field::new(DATE, "Recommended on", Holds::Day),
        Field::new("theme", "Theme", Holds::Line),
        Field::new(OWNERS, "Who sees to it", Holds::Lines),
        Field::new(DUE, "Response or completion due on", Holds::Day),
        Field::new(
            "reply",
            "Is it accepted?",
            Holds::Choice(&[
                ("accepted", "Accepted"),
                ("partly", "Accepted in part"),
                ("rejected", "Not accepted"),
            ]),
        ),
        Field::new("response", "The response", Holds::Text).hint("What will be done, or why not"),
        Field::new("responded_on", "Responded on", Holds::Day),
        Field::new("evidence", "Evidence that it is done", Holds::Text),
        Field::new("done_on", "Completed on", Holds::Day),
    ],
    states: &[
        State::open("made", "Awaiting a response", Tone::Waiting),
        State::open("responded", "Accepted, to be done", Tone::Busy),
        State::closed("completed", "Completed", Tone::Good),
        State::closed("rejected", "Not accepted", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "respond",
            "Accept, in full or in part",
            &["made"],
            "responded",
            RESPOND,
        )
        .needs(&[
            Need::Filled("reply", "Say whether it is accepted"),
            Need::Filled("response", "Write the response"),
        ]),
        Move::new("reject", "Do not accept", &["made"], "rejected", RESPOND)
            .needs(&[Need::Filled("response", "Say why it is not accepted")]),
        Move::new(
            "complete",
            "It is completed",
            &["responded"],
            "completed",
            DESK,
        )
        .needs(&[Need::Filled("evidence", "Add the evidence that it is done")]),
        Move::new(
            "reopen",
            "Open it again",
            &["responded", "completed", "rejected"],
            "made",
            ASKERS,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["agenda-item", "meeting"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CAME_FROM, &["question", "paper", "agenda-item"]),
        MayLink::new(&CONTINUES, &["recommendation"]),
        MayLink::new(&PROMISED_FOR, &["meeting"]),
    ],
    readers: Readers::Scrutiny,
    writers: &[
        Role::Scrutiny,
        Role::Chair,
        Role::Director,
        Role::DemocraticServices,
    ],
};

/// Who responds for the executive.
const RESPOND: &[Role] = &[Role::Director, Role::DemocraticServices];
