//! A prediction: made on a day, due on a day, right or wrong.

use crate::kind::{AREA, DATE, DUE, Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::{DESK, VOICES};
use crate::link::{ABOUT, ANY, CAME_FROM, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// A prediction somebody made, looked at again on its day: "would expect an increase in September" (S-174, S-172).
pub static PREDICTION: Kind = Kind {
    word: "prediction",
    prefix: "PRE",
    title: "Prediction",
    plural: "Predictions",
    about: "What somebody expected to happen by a day. On that day it is marked right, wrong, or cannot be told.",
    fields: &[
        Field::new("text", "What is expected", Holds::Line).required(),
        Field::new("said_by", "Who expects it", Holds::Line),
        Field::new(DATE, "Said on", Holds::Day).required(),
        Field::new(DUE, "Comes due on", Holds::Day).required(),
        Field::new(
            "direction",
            "What the measure is expected to do",
            Holds::Choice(&[
                ("rise", "Rise"),
                ("fall", "Fall"),
                ("stay", "Stay as it is"),
                ("at-least", "Reach at least"),
                ("at-most", "Come down to at most"),
            ]),
        ),
        Field::new("value", "The value to be reached", Holds::Decimal),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("found", "What happened", Holds::Text),
    ],
    states: &[
        State::open("waiting", "Waiting", Tone::Waiting),
        State::closed("right", "Right", Tone::Good),
        State::closed("wrong", "Wrong", Tone::Bad),
        State::closed("untold", "Cannot be told", Tone::Plain),
    ],
    moves: &[
        Move::new("right", "It was right", &["waiting"], "right", DESK)
            .needs(&[Need::Filled("found", "Say what happened")]),
        Move::new("wrong", "It was wrong", &["waiting"], "wrong", DESK)
            .needs(&[Need::Filled("found", "Say what happened")]),
        Move::new("untold", "It cannot be told", &["waiting"], "untold", DESK)
            .needs(&[Need::Filled("found", "Say why it cannot be told")]),
        Move::new(
            "reopen",
            "Judge it again",
            &["right", "wrong", "untold"],
            "waiting",
            DESK,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&PART_OF, &["agenda-item", "meeting"]),
        MayLink::new(&CAME_FROM, &["paper", "agenda-item", "change", "plan-line"]),
    ],
    readers: Readers::Board,
    writers: VOICES,
};
