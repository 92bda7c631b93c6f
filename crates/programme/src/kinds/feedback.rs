//! A note of feedback: what somebody said.

use crate::kind::{AREA, DATE, Field, Holds, Kind, State, Tone};
use crate::kinds::VOICES;
use crate::link::{ABOUT, ANY, CAME_FROM, EVIDENCE_FOR, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// Feedback of children, families, staff or partners, dated, with who said it, beside the measure it is about (S-013, S-045,
/// S-138, S-183, S-246, S-247, S-252).
pub static FEEDBACK: Kind = Kind {
    word: "feedback",
    prefix: "FB",
    title: "Note of feedback",
    plural: "Notes of feedback",
    about: "What children, families, staff or partners said, when, and about what. It stands beside the figures.",
    fields: &[
        Field::new("text", "What was said", Holds::Line)
            .hint("Never a child's name")
            .required(),
        Field::new("full", "In full", Holds::Text),
        Field::new(DATE, "When", Holds::Day).required(),
        Field::new(
            "source",
            "Who it comes from",
            Holds::Choice(&[
                ("children", "Children and young people"),
                ("families", "Families and carers"),
                ("staff", "Staff"),
                ("partners", "Partners"),
                ("inspectors", "Inspectors"),
                ("members", "Elected members"),
            ]),
        )
        .required(),
        Field::new("said_by", "Who said it", Holds::Line)
            .hint("A role or a group, such as: police officers in the North"),
        Field::new("how", "How it was heard", Holds::Line)
            .hint("For example: a staff workshop, 14 people"),
        Field::new(
            "sense",
            "Its sense",
            Holds::Choice(&[
                ("positive", "Positive"),
                ("mixed", "Mixed"),
                ("negative", "Negative"),
            ]),
        ),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("files", "Files", Holds::Files)
            .hint("A recording or a video can be evidence too"),
    ],
    states: &[State::closed("kept", "Kept", Tone::Plain)],
    moves: &[],
    links: &[
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&EVIDENCE_FOR, &[ANY]),
        MayLink::new(&CAME_FROM, &["visit", "meeting", "agenda-item", "audit"]),
        MayLink::new(&PART_OF, &["visit"]),
    ],
    readers: Readers::Board,
    writers: VOICES,
};
