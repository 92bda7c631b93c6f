//! What a body resolved: one clause, one verb.

use crate::deciding::approves;
use crate::kind::{DATE, Field, Holds, Kind, Move, Need, State, Tone, YES_NO};
use crate::kinds::RUNS;
use crate::link::{
    ABOUT, AFFECTS, ANSWERS, ANY, CAME_FROM, CONTINUES, MEASURE, MayLink, OWNED_BY, PART_OF,
    PROMISED_FOR, REPLACES,
};
use crate::role::Readers;

/// A resolution. It can be changed until the minutes are approved, never after; a later one replaces it (S-018, S-258,
/// S-270).
pub static RESOLUTION: Kind = Kind {
    word: "resolution",
    prefix: "RES",
    title: "Resolution",
    plural: "Resolutions",
    about: "What a body resolved, a clause each. It stands as recorded once the minutes are approved.",
    fields: &[
        Field::new("text", "What was resolved", Holds::Line)
            .hint("What follows the verb: the report presented")
            .required(),
        Field::new("verb", "The verb", VERBS).required(),
        Field::new("mark", "Its mark among the clauses", Holds::Line).hint("For example: (ii)"),
        Field::new(DATE, "Date of the decision", Holds::Day),
        Field::new("body", "Decided by", Holds::Line),
        Field::new("to", "Referred or delegated to", Holds::Line)
            .hint("The body or person it was sent to"),
        Field::new("key", "Is it a key decision?", YES_NO),
    ],
    states: &[
        State::open("recorded", "Recorded", Tone::Busy),
        State::frozen("confirmed", "Minutes approved", Tone::Good),
        State::frozen("replaced", "Replaced", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "confirm",
            "The minutes are approved",
            &["recorded"],
            "confirmed",
            RUNS,
        )
        .needs(&[Need::MinuteOf(approves)]),
        Move::new(
            "replace",
            "A later resolution replaces it",
            &["confirmed"],
            "replaced",
            RUNS,
        )
        .needs(&[
            Need::Linked("replaces", "Link the resolution that replaces it"),
            Need::Minute,
        ]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["agenda-item", "meeting"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(
            &AFFECTS,
            &["plan", "priority", "plan-line", "document", MEASURE],
        ),
        MayLink::new(&ANSWERS, &["recommendation", "question", "finding"]),
        MayLink::new(&CAME_FROM, &["paper", "recommendation", "finding", "visit"]),
        MayLink::new(&CONTINUES, &["resolution"]),
        MayLink::new(&REPLACES, &["resolution"]),
        MayLink::new(&OWNED_BY, &["body", "member"]),
        MayLink::new(&PROMISED_FOR, &["meeting"]),
    ],
    readers: Readers::Board,
    writers: RUNS,
};

/// What a body does when it resolves: the word kept, and how minutes write it.
pub const VERBS: Holds = Holds::Choice(&[
    ("noted", "Noted"),
    ("approved", "Approved"),
    ("endorsed", "Endorsed"),
    ("supported", "Supported"),
    ("agreed", "Agreed"),
    ("requested", "Requested"),
    ("received", "Received"),
    ("deferred", "Deferred"),
    ("referred", "Referred"),
    ("withdrawn", "Withdrawn"),
    ("delegated", "Delegated"),
    ("elected", "Elected"),
]);
