//! What somebody suggested or commented, and what came of it.

use crate::kind::{AREA, DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::{DESK, VOICES};
use crate::link::{ABOUT, ANY, CAME_FROM, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// A comment on a judgement, a partner's contribution, an idea of a staff workshop: accepted or declined with a reason, then
/// done (S-186, S-187, S-218, S-219, S-222).
pub static SUGGESTION: Kind = Kind {
    word: "suggestion",
    prefix: "SUG",
    title: "Suggestion",
    plural: "Suggestions and comments",
    about: "What staff, partners or members suggested or commented, who said it, and what came of it.",
    fields: &[
        Field::new("text", "The suggestion or comment", Holds::Line).required(),
        Field::new(
            "source",
            "Where it comes from",
            Holds::Choice(&[
                ("meeting", "A comment in a meeting"),
                ("partner", "A partner's contribution"),
                ("note", "A note on the self-assessment"),
                ("workshop", "A staff workshop"),
                ("young-people", "Young people"),
                ("other", "Elsewhere"),
            ]),
        )
        .required(),
        Field::new("said_by", "Who said it", Holds::Line),
        Field::new(DATE, "When", Holds::Day),
        Field::new("theme", "Theme or key judgement", Holds::Line),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("response", "What was answered, and why", Holds::Text),
        Field::new(OWNERS, "Who sees to it", Holds::Lines),
        Field::new(DUE, "To be done by", Holds::Day),
        Field::new("came_of_it", "What came of it", Holds::Text),
    ],
    states: &[
        State::open("offered", "Awaiting an answer", Tone::Waiting),
        State::open("accepted", "Accepted", Tone::Busy),
        State::closed("done", "Done", Tone::Good),
        State::closed("declined", "Declined", Tone::Plain),
    ],
    moves: &[
        Move::new("accept", "Accept it", &["offered"], "accepted", DESK),
        Move::new(
            "decline",
            "Decline it",
            &["offered", "accepted"],
            "declined",
            DESK,
        )
        .needs(&[Need::Filled("response", "Say why it is declined")]),
        Move::new("finish", "It is done", &["accepted"], "done", DESK)
            .or_owner()
            .needs(&[Need::Filled("came_of_it", "Say what came of it")]),
        Move::new(
            "reopen",
            "Open it again",
            &["done", "declined"],
            "offered",
            DESK,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["document", "agenda-item", "meeting", "visit"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CAME_FROM, &[ANY]),
    ],
    readers: Readers::Board,
    writers: VOICES,
};
