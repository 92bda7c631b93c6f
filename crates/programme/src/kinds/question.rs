//! A question somebody asked, and its answer.

use crate::kind::{AREA, DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::ASKERS;
use crate::kinds::DESK;
use crate::link::{ABOUT, ANY, CAME_FROM, CONTINUES, MEASURE, MayLink, PART_OF, PROMISED_FOR};
use crate::role::Readers;

/// A question: who asked, when, on what; the answer, given on the spot or later (S-267, S-278, S-279, S-282).
pub static QUESTION: Kind = Kind {
    word: "question",
    prefix: "Q",
    title: "Question",
    plural: "Questions",
    about: "What a member or a councillor asked, and what they were told.",
    fields: &[
        Field::new("text", "The question", Holds::Line).required(),
        Field::new(
            "sort",
            "What is asked for?",
            Holds::Choice(&[
                ("question", "An answer"),
                ("information", "Information beyond the standard report"),
            ]),
        ),
        Field::new("theme", "Theme", Holds::Line),
        Field::new("asked_by", "Asked by", Holds::Line),
        Field::new(DATE, "Asked on", Holds::Day),
        Field::new(AREA, "Area", Holds::Area),
        Field::new(OWNERS, "Who is to answer", Holds::Lines),
        Field::new(DUE, "Answer due on", Holds::Day),
        Field::new("answer", "The answer", Holds::Text)
            .hint("How many, why, with what effect on the children, what happens next"),
        Field::new("answered_by", "Answered by", Holds::Line),
        Field::new("answered_on", "Answered on", Holds::Day),
    ],
    states: &[
        State::open("asked", "Awaiting an answer", Tone::Waiting),
        State::open("follow-up", "Answered, to be followed up", Tone::Busy),
        State::closed("answered", "Answered", Tone::Good),
        State::closed("withdrawn", "Withdrawn", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "answer",
            "It is answered",
            &["asked", "follow-up"],
            "answered",
            DESK,
        )
        .or_owner()
        .needs(&[Need::Filled("answer", "Write the answer")]),
        Move::new(
            "follow-up",
            "Answered, with something to follow",
            &["asked"],
            "follow-up",
            DESK,
        )
        .needs(&[Need::Filled("answer", "Write the answer so far")]),
        Move::new(
            "ask-again",
            "It is not answered",
            &["answered", "follow-up"],
            "asked",
            ASKERS,
        )
        .needs(&[Need::Reason]),
        Move::new(
            "withdraw",
            "Withdraw it",
            &["asked", "follow-up"],
            "withdrawn",
            ASKERS,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["agenda-item", "meeting"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CAME_FROM, &[ANY]),
        MayLink::new(&CONTINUES, &["question"]),
        MayLink::new(&PROMISED_FOR, &["meeting"]),
    ],
    readers: Readers::Scrutiny,
    writers: ASKERS,
};
