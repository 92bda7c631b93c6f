//! An entry of the watch list.

use crate::kind::{AREA, DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{ABOUT, ANY, CAME_FROM, MEASURE, MayLink, OWNED_BY};
use crate::role::Readers;

/// A measure or a record that a named group watches closely, why, since when, and when it stops (S-010, S-032, S-110).
pub static WATCH: Kind = Kind {
    word: "watch",
    prefix: "W",
    title: "Watch",
    plural: "Watch list",
    about: "What a group watches closely, why, and the rule by which it comes off the list.",
    fields: &[
        Field::new("text", "What is watched", Holds::Line).required(),
        Field::new(OWNERS, "Which group watches it", Holds::Lines).required(),
        Field::new(DATE, "Since", Holds::Day).required(),
        Field::new("why", "Why", Holds::Text).required(),
        Field::new("exit_rule", "It comes off the list when", Holds::Line)
            .hint("For example: below 60 for four weeks running")
            .required(),
        Field::new(AREA, "Area", Holds::Area),
        Field::new(DUE, "To be looked at again on", Holds::Day),
        Field::new("found", "What was seen", Holds::Text),
        Field::new("ended_on", "Came off the list on", Holds::Day),
    ],
    states: &[
        State::open("watching", "Watched", Tone::Waiting),
        State::closed("ended", "Off the list", Tone::Plain),
    ],
    moves: &[
        Move::new("end", "Take it off the list", &["watching"], "ended", DESK).needs(&[
            Need::Filled("found", "Say what was seen, and how the exit rule is met"),
            Need::Filled("ended_on", "Say on which day"),
        ]),
        Move::new("resume", "Watch it again", &["ended"], "watching", DESK).needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CAME_FROM, &[ANY]),
        MayLink::new(&OWNED_BY, &["body", "member"]),
    ],
    readers: Readers::Board,
    writers: DESK,
};
