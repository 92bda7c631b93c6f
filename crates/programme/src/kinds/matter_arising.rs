//! A matter arising: something somebody promised to bring to a later meeting.

use crate::kind::{DATE, DUE, Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::RUNS;
use crate::link::{ABOUT, ANY, CAME_FROM, CONTINUES, MEASURE, MayLink, PART_OF, PROMISED_FOR};
use crate::role::Readers;

/// A promise made at a meeting for a later one. It is kept at a meeting, promised again, or dropped there; it is never
/// just forgotten (S-256, S-257).
pub static MATTER_ARISING: Kind = Kind {
    word: "matter-arising",
    prefix: "MA",
    title: "Matter arising",
    plural: "Matters arising",
    about: "What somebody promised to bring to a later meeting: “a further update in November”. It stays open until a meeting heard it.",
    fields: &[
        Field::new("text", "What was promised", Holds::Line).required(),
        Field::new("said_by", "Who promised it", Holds::Line),
        Field::new(DATE, "Promised on", Holds::Day),
        Field::new(DUE, "Promised for", Holds::Day)
            .hint("Leave empty if it is promised for a meeting, and link it to that meeting"),
        Field::new("due_words", "Promised for, as it was said", Holds::Line)
            .hint("For example: at the November 2017 meeting"),
        Field::new(
            "item_number",
            "About which item of the minutes",
            Holds::Line,
        ),
        Field::new("reported", "What was reported", Holds::Text),
    ],
    states: &[
        State::open("promised", "Promised", Tone::Waiting),
        State::closed("kept", "Kept", Tone::Good),
        State::closed("again", "Promised again", Tone::Plain),
        State::closed("dropped", "Dropped", Tone::Plain),
    ],
    moves: &[
        Move::new("keep", "It was reported", &["promised"], "kept", RUNS).needs(&[
            Need::Filled("reported", "Say what was reported"),
            Need::Minute,
        ]),
        Move::new(
            "promise-again",
            "It is promised for a later meeting",
            &["promised"],
            "again",
            RUNS,
        )
        .needs(&[Need::Linked(
            "continues",
            "Link the new promise that continues this one",
        )]),
        Move::new(
            "drop",
            "It is no longer wanted",
            &["promised"],
            "dropped",
            RUNS,
        )
        .needs(&[Need::Reason, Need::Minute]),
        Move::new(
            "reopen",
            "Open it again",
            &["kept", "again", "dropped"],
            "promised",
            RUNS,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["agenda-item", "meeting"]),
        MayLink::new(&PROMISED_FOR, &["meeting"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(
            &CAME_FROM,
            &["agenda-item", "action", "question", "meeting"],
        ),
        MayLink::new(&CONTINUES, &["matter-arising", "action"]),
    ],
    readers: Readers::Board,
    writers: RUNS,
};
