//! A paper for a meeting.

use crate::kind::{DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{
    ABOUT, ANSWERS, ANY, CAME_FROM, EVIDENCE_FOR, MEASURE, MayLink, PRESENTED_AT, REPLACES,
};
use crate::role::Readers;

/// A paper: appendix letter, author, version, when it went out, the file or Waymark's own (S-260, S-261, S-265, S-271).
pub static PAPER: Kind = Kind {
    word: "paper",
    prefix: "PAP",
    title: "Paper",
    plural: "Papers",
    about: "A report or presentation for a meeting. What was circulated stays as it was; a later version replaces it.",
    fields: &[
        Field::new("title", "Title", Holds::Line).required(),
        Field::new("appendix", "Appendix letter", Holds::Line),
        Field::new(
            "sort",
            "What sort of paper is it?",
            Holds::Choice(&[
                ("report", "Report"),
                ("presentation", "Presentation"),
                ("performance", "Performance summary"),
                ("briefing", "Briefing note"),
                ("other", "Another paper"),
            ]),
        ),
        Field::new(OWNERS, "Author", Holds::Lines).hint("Who writes it, one to a line"),
        Field::new("version", "Version", Holds::Line),
        Field::new(DATE, "Date of the paper", Holds::Day),
        Field::new(DUE, "Due on", Holds::Day).hint("The day by which it must be in"),
        Field::new("circulated", "Circulated on", Holds::Day),
        Field::new("summary", "What it says, in a few sentences", Holds::Text),
        Field::new("files", "Files", Holds::Files),
        Field::new("own", "Waymark's own paper", Holds::Line)
            .hint("The address of a page of Waymark; leave empty for an uploaded file"),
        Field::new(
            "template",
            "Waymark's own paper, from which template",
            Holds::Line,
        )
        .hint("Leave empty for an uploaded file"),
        Field::new("as_at", "Figures as at", Holds::Day)
            .hint("Of Waymark's own paper: the latest return it may use"),
        Field::new("annex", "Annexed figures as at", Holds::Day)
            .hint("Of Waymark's own paper: a later return whose figures stand in an annex"),
        Field::new("hash", "Sha256 of the paper as it was issued", Holds::Line),
        Field::new("sent_on", "Sent to the committee on", Holds::Day)
            .hint("Written when it is sent from its own page")
            .after_freezing(),
        Field::new("sent_by", "Sent by", Holds::Line).after_freezing(),
        Field::new("sent_to", "Sent to how many", Holds::Line).after_freezing(),
    ],
    states: &[
        State::open("awaited", "Awaited", Tone::Waiting),
        State::open("received", "Received", Tone::Busy),
        State::frozen("circulated", "Circulated", Tone::Good),
        State::closed("withdrawn", "Withdrawn", Tone::Plain),
    ],
    moves: &[
        Move::new("receive", "It is in", &["awaited"], "received", DESK).or_owner(),
        Move::new(
            "circulate",
            "It is circulated",
            &["received"],
            "circulated",
            DESK,
        )
        .needs(&[Need::Filled("circulated", "Say on which day it went out")]),
        Move::new(
            "send-back",
            "Send it back to its author",
            &["received"],
            "awaited",
            DESK,
        )
        .needs(&[Need::Reason]),
        Move::new(
            "withdraw",
            "Withdraw it",
            &["awaited", "received", "circulated"],
            "withdrawn",
            DESK,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PRESENTED_AT, &["agenda-item", "meeting"]),
        // Waymark's own paper without a meeting is about the body it is for.
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CAME_FROM, &[ANY]),
        MayLink::new(
            &ANSWERS,
            &[
                "action",
                "question",
                "recommendation",
                "report-back",
                "finding",
            ],
        ),
        MayLink::new(&EVIDENCE_FOR, &[ANY]),
        MayLink::new(&REPLACES, &["paper"]),
    ],
    readers: Readers::Board,
    writers: DESK,
};
