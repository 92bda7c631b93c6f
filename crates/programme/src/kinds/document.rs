//! A document with versions and an approval route.

use crate::kind::{DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{
    ABOUT, AFFECTS, ANY, CAME_FROM, EVIDENCE_FOR, MEASURE, MayLink, PRESENTED_AT, REPLACES,
};
use crate::role::Readers;

/// A version of a document: vision, strategy, guide, agreement with its signatories, continuum of need (S-020, S-043, S-079,
/// S-082, S-178, S-188, S-201, S-223, S-225).
pub static DOCUMENT: Kind = Kind {
    word: "document",
    prefix: "DOC",
    title: "Document",
    plural: "Documents",
    about: "A version of a strategy, guide, agreement or statement: who must approve and sign it, from when it is in force. Once approved it stays as it is; the next version replaces it.",
    fields: &[
        Field::new("title", "Title", Holds::Line).required(),
        Field::new(
            "sort",
            "What it is",
            Holds::Choice(&[
                ("vision", "Vision"),
                ("strategy", "Strategy"),
                ("sufficiency", "Sufficiency strategy"),
                ("guide", "Practitioners' guide"),
                ("agreement", "Information sharing agreement"),
                ("continuum", "Continuum of need"),
                ("statement", "Position statement or report"),
                ("self-assessment", "Self-assessment"),
                ("briefing", "Briefing"),
                ("form", "Form"),
                ("other", "Another document"),
            ]),
        )
        .required(),
        Field::new("version", "Version", Holds::Line),
        Field::new(OWNERS, "Who keeps it", Holds::Lines),
        Field::new("wording", "The wording", Holds::Text)
            .hint("For a short text, such as the vision: the approved words themselves"),
        Field::new("files", "Files", Holds::Files),
        Field::new("route", "Approval route", Holds::Lines)
            .hint("One to a line: who approves, and when. For example: Cabinet; 12 October 2017"),
        Field::new("signatories", "Signatories", Holds::Lines)
            .hint("One to a line: agency; name; the day they signed, once they have"),
        Field::new(DUE, "Sign-off or approval due on", Holds::Day),
        Field::new(DATE, "In force from", Holds::Day),
        Field::new("expires", "Expires on, or to be reviewed by", Holds::Day),
        Field::new(
            "launched",
            "Where and when it was launched and publicised",
            Holds::Text,
        ),
        Field::new("read_by", "Who confirmed they read it", Holds::Lines)
            .hint("One to a line: name; day"),
    ],
    states: &[
        State::open("draft", "Draft", Tone::Fresh),
        State::open("circulated", "Circulated for sign-off", Tone::Waiting),
        State::frozen("approved", "Approved", Tone::Good),
        State::frozen("replaced", "Replaced", Tone::Plain),
        State::closed("withdrawn", "Withdrawn", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "circulate",
            "Circulate for sign-off",
            &["draft"],
            "circulated",
            DESK,
        ),
        Move::new(
            "redraft",
            "Take it back to draft",
            &["circulated"],
            "draft",
            DESK,
        )
        .needs(&[Need::Reason]),
        Move::new(
            "approve",
            "It is approved",
            &["draft", "circulated"],
            "approved",
            DESK,
        )
        .needs(&[
            Need::Filled(DATE, "Say from which day it is in force"),
            Need::Minute,
        ]),
        Move::new(
            "replace",
            "A later version replaces it",
            &["approved"],
            "replaced",
            DESK,
        )
        .needs(&[Need::Linked(
            "replaces",
            "Link the version that replaces it",
        )]),
        Move::new(
            "withdraw",
            "Withdraw it",
            &["draft", "circulated", "approved"],
            "withdrawn",
            DESK,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&REPLACES, &["document"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&AFFECTS, &["plan-line", MEASURE]),
        MayLink::new(&CAME_FROM, &[ANY]),
        MayLink::new(&EVIDENCE_FOR, &[ANY]),
        MayLink::new(&PRESENTED_AT, &["agenda-item", "meeting"]),
    ],
    readers: Readers::Board,
    writers: DESK,
};
