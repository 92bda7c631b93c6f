//! What an officer wrote in one of Waymark's own papers.

use crate::circles::DESK;
use crate::kind::{DATE, Field, Holds, Kind, Move, Need, State, Tone};
use crate::link::{ABOUT, ANY, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// An officer's words at a place in a paper: a sentence in place of the record's, a paragraph added, the reason why a
/// measure is missing, an exception to a rule of papers (S-116, S-268).
pub static WORDING: Kind = Kind {
    word: "wording",
    prefix: "WD",
    title: "Wording",
    plural: "Wordings",
    about: "What an officer wrote in one of Waymark's own papers, and where. It is marked as theirs wherever the paper is shown.",
    fields: &[
        Field::new("place", "Where in the paper", Holds::Line)
            .hint("The text's place, the measure that is missing, or what the rule found")
            .required(),
        Field::new(
            "sort",
            "What it is",
            Holds::Choice(&[
                ("sentence", "A sentence"),
                ("reason", "Why a measure is missing"),
                ("exception", "An exception to a rule of papers"),
            ]),
        )
        .required(),
        Field::new("rule", "Which rule", Holds::Line).hint("Of an exception: the rule's name"),
        Field::new("text", "The words, or the reason", Holds::Text).required(),
        Field::new("said_by", "Who wrote it", Holds::Line).required(),
        Field::new(DATE, "Written on", Holds::Day).required(),
    ],
    states: &[
        State::open("in-force", "In the paper", Tone::Good),
        State::closed("withdrawn", "Withdrawn", Tone::Plain),
    ],
    moves: &[
        Move::new("withdraw", "Take it out", &["in-force"], "withdrawn", DESK)
            .needs(&[Need::Reason]),
        Move::new("restore", "Put it back", &["withdrawn"], "in-force", DESK),
    ],
    links: &[
        MayLink::new(&PART_OF, &["paper"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
    ],
    readers: Readers::Board,
    writers: DESK,
};
