//! A word or abbreviation, explained.

use crate::kind::{Field, Holds, Kind, State, Tone};
use crate::kinds::DESK;
use crate::link::{ABOUT, MEASURE, MayLink};
use crate::role::Readers;

/// A term or acronym in plain words, for members and the public (S-134, S-303).
pub static TERM: Kind = Kind {
    word: "term",
    prefix: "TERM",
    title: "Term",
    plural: "Words and abbreviations",
    about: "A word or abbreviation that papers use, in plain words.",
    fields: &[
        Field::new("short", "The word or abbreviation", Holds::Line)
            .hint("For example: MASH")
            .required(),
        Field::new("long", "What it stands for", Holds::Line),
        Field::new("means", "What it means, in plain words", Holds::Text),
    ],
    states: &[State::closed("kept", "Kept", Tone::Plain)],
    moves: &[],
    links: &[MayLink::new(&ABOUT, &[MEASURE])],
    readers: Readers::Public,
    writers: DESK,
};
