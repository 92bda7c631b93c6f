//! A meeting of the board, of a forum that reports to it, or of scrutiny.

use crate::deciding::approves;
use crate::kind::{DATE, Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::RUNS;
use crate::link::{CONTINUES, MayLink, PART_OF};
use crate::role::Readers;

/// A meeting: when, where, who chairs, papers out when; its minutes until they are approved and frozen (S-253, S-256, S-268).
pub static MEETING: Kind = Kind {
    word: "meeting",
    prefix: "M",
    title: "Meeting",
    plural: "Meetings",
    about: "A meeting of the board, of a forum that reports to it, or of scrutiny.",
    fields: &[
        Field::new("title", "Name of the meeting", Holds::Line)
            .hint("For example: Improvement Board, 24 April 2018")
            .required(),
        Field::new("body", "Which body meets", Holds::Line).required(),
        Field::new(DATE, "Date", Holds::Day).required(),
        Field::new("starts", "Starts at", Holds::Time),
        Field::new("ends", "Ends at", Holds::Time),
        Field::new("place", "Place", Holds::Line),
        Field::new("chair", "Chair", Holds::Line),
        Field::new("papers_due", "Papers are due on", Holds::Day),
        Field::new("circulated", "Papers were circulated on", Holds::Day),
        Field::new("quorum", "Quorum", Holds::Number)
            .hint("How many members must be present, deputies counted"),
        Field::new("minutes", "Minutes", Holds::Text)
            .hint("Drafted from the record; edit them before they are approved"),
        Field::new("approved_text", "Minutes as approved", Holds::Text)
            .hint("Kept word for word when the minutes are approved"),
    ],
    states: &[
        State::open("planned", "Planned", Tone::Fresh),
        State::open("circulated", "Papers circulated", Tone::Busy),
        State::open("held", "Minutes to be written", Tone::Waiting),
        State::open("drafted", "Minutes to be approved", Tone::Waiting),
        State::frozen("approved", "Minutes approved", Tone::Good),
        State::closed("cancelled", "Cancelled", Tone::Plain),
    ],
    moves: &[
        Move {
            word: "circulate",
            title: "Papers are circulated",
            from: &["planned"],
            to: "circulated",
            who: RUNS,
            owner: false,
            needs: &[Need::Filled(
                "circulated",
                "Say on which day the papers went out",
            )],
        },
        Move {
            word: "hold",
            title: "The meeting was held",
            from: &["planned", "circulated"],
            to: "held",
            who: RUNS,
            owner: false,
            needs: &[Need::Come(
                DATE,
                "The day of the meeting has not come yet: record that it was held once it was",
            )],
        },
        Move {
            word: "draft",
            title: "The minutes are ready for approval",
            from: &["held"],
            to: "drafted",
            who: RUNS,
            owner: false,
            needs: &[Need::Filled("minutes", "Draft the minutes first")],
        },
        Move {
            word: "redraft",
            title: "Take the minutes back",
            from: &["drafted"],
            to: "held",
            who: RUNS,
            owner: false,
            needs: &[Need::Reason],
        },
        Move {
            word: "approve",
            title: "The minutes are approved as accurate",
            from: &["drafted"],
            to: "approved",
            who: RUNS,
            owner: false,
            needs: &[
                Need::Filled("approved_text", "Freeze the text that was approved"),
                Need::MinuteOf(approves),
            ],
        },
        Move {
            word: "cancel",
            title: "Cancel the meeting",
            from: &["planned", "circulated"],
            to: "cancelled",
            who: RUNS,
            owner: false,
            needs: &[Need::Reason],
        },
    ],
    links: &[
        MayLink {
            link: &CONTINUES,
            to: &["meeting"],
        },
        MayLink {
            link: &PART_OF,
            to: &["body"],
        },
    ],
    readers: Readers::Board,
    writers: RUNS,
};
