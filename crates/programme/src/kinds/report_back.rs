//! A report that one body owes another.

use crate::kind::{DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{ABOUT, ANY, CAME_FROM, CONTINUES, MEASURE, MayLink, OWNED_BY, PROMISED_FOR};
use crate::role::Readers;

/// A report back: a delegated forum to the board, the board to scrutiny; late ones are flagged (S-026, S-236, S-273).
pub static REPORT_BACK: Kind = Kind {
    word: "report-back",
    prefix: "RB",
    title: "Report back",
    plural: "Reports back",
    about: "What a forum owes the board, or the board owes scrutiny, by a day: an update, a briefing note.",
    fields: &[
        Field::new("text", "What is owed", Holds::Line).required(),
        Field::new(OWNERS, "Who owes it", Holds::Lines).required(),
        Field::new("to", "To which body", Holds::Line).required(),
        Field::new(DUE, "Due on", Holds::Day)
            .hint("Leave empty if it is due at a meeting, and link it to that meeting"),
        Field::new("every_weeks", "Again every so many weeks", Holds::Number)
            .hint("Leave empty if it is owed once"),
        Field::new(DATE, "Given on", Holds::Day),
        Field::new("said", "What it said", Holds::Text),
    ],
    states: &[
        State::open("owed", "Owed", Tone::Waiting),
        State::closed("given", "Given", Tone::Good),
        State::closed("excused", "No longer owed", Tone::Plain),
    ],
    moves: &[
        Move::new("give", "It was given", &["owed"], "given", DESK)
            .or_owner()
            .needs(&[
                Need::Filled(DATE, "Say on which day it was given"),
                Need::Filled("said", "Say in a few words what it said"),
            ]),
        Move::new("excuse", "It is no longer owed", &["owed"], "excused", DESK)
            .needs(&[Need::Reason, Need::Minute]),
    ],
    links: &[
        MayLink::new(&PROMISED_FOR, &["meeting"]),
        MayLink::new(&OWNED_BY, &["body"]),
        MayLink::new(
            &CAME_FROM,
            &["resolution", "recommendation", "agenda-item", "body"],
        ),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CONTINUES, &["report-back"]),
    ],
    readers: Readers::Scrutiny,
    writers: DESK,
};
