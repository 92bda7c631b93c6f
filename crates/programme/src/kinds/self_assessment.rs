//! A version of the council's self-assessment.

use crate::circles::DESK;
use crate::kind::{DATE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::link::{ABOUT, ANY, CAME_FROM, MEASURE, MayLink, PRESENTED_AT, REPLACES};
use crate::role::{Readers, Role};
use crate::self_assessment::blocks;

/// A version of the self-assessment: its claims are part of it. Signed off it stays as it was; what is amended later is the
/// next version, which takes the claims over (S-213 to S-219, S-224).
pub static SELF_ASSESSMENT: Kind = Kind {
    word: "self-assessment",
    prefix: "SA",
    title: "Self-assessment",
    plural: "Self-assessments",
    about: "What the council says of itself, judgement by judgement: its claims are part of it. Signed off it stays as it was; the next version replaces it.",
    fields: &[
        Field::new("title", "Title", Holds::Line).required(),
        Field::new(OWNERS, "Who keeps it", Holds::Lines),
        Field::new(DATE, "Begun on", Holds::Day),
        Field::new("signed_by", "Signed off by", Holds::Line),
        Field::new("signed_on", "Signed off on", Holds::Day),
        Field::new(
            "hash",
            "Sha256 of the paper as it was signed off",
            Holds::Line,
        )
        .hint("Written when it is signed off on its own page"),
        Field::new("files", "Files beside it", Holds::Files),
    ],
    states: &[
        State::open("draft", "Working draft", Tone::Fresh),
        State::open("ready", "Requirements met", Tone::Busy),
        State::frozen("signed", "Signed off", Tone::Good),
        State::frozen("tabled", "Tabled", Tone::Good),
        State::frozen("replaced", "Replaced", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "meet",
            "Its requirements are met",
            &["draft"],
            "ready",
            DESK,
        )
        .needs(&[Need::Rule(blocks)]),
        Move::new(
            "redraft",
            "Take it back to draft",
            &["ready"],
            "draft",
            DESK,
        )
        .needs(&[Need::Reason]),
        Move::new(
            "sign",
            "Sign it off",
            &["ready"],
            "signed",
            &[Role::Chair, Role::Director],
        )
        .needs(&[
            Need::Filled("signed_by", "Say who signs it off"),
            Need::Filled("signed_on", "Say on which day it is signed off"),
            Need::Filled(
                "hash",
                "Sign it off on its own page, which keeps the paper of it",
            ),
            Need::Rule(blocks),
        ]),
        Move::new("table", "It is tabled", &["signed"], "tabled", DESK).needs(&[Need::Linked(
            "presented-at",
            "Link the meeting or agenda item where it is tabled",
        )]),
        Move::new(
            "replace",
            "A later version replaces it",
            &["signed", "tabled"],
            "replaced",
            DESK,
        )
        .needs(&[Need::Linked(
            "replaces",
            "Link the version that replaces it",
        )]),
    ],
    links: &[
        MayLink::new(&REPLACES, &["self-assessment"]),
        MayLink::new(&PRESENTED_AT, &["agenda-item", "meeting"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CAME_FROM, &[ANY]),
    ],
    readers: Readers::Board,
    writers: DESK,
};
