//! An item of a meeting's agenda, and its minute.

use crate::deciding::approves;
use crate::kind::{Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::RUNS;
use crate::link::{ABOUT, ANY, CAME_FROM, CONTINUES, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// An agenda item: when it is taken, who presents it, the decision sought, then what was said (S-253, S-262, S-264, S-265,
/// S-268, S-286).
pub static AGENDA_ITEM: Kind = Kind {
    word: "agenda-item",
    prefix: "ITEM",
    title: "Agenda item",
    plural: "Agenda items",
    about: "What a meeting takes in turn: timed, presented, with the decision sought, and the minute of what was said.",
    fields: &[
        Field::new("title", "Title", Holds::Line).required(),
        Field::new("number", "Number", Holds::Line).hint("As it is printed: 4, 3a, 3c i"),
        Field::new("order", "Place on the agenda", Holds::Number)
            .hint("1 comes first. Printed numbers need not be in order"),
        Field::new(
            "sort",
            "What sort of item is it?",
            Holds::Choice(&[
                ("standing", "Standing item"),
                ("presentation", "Presentation"),
                ("update", "Update"),
                ("decision", "Decision"),
                ("aob", "Any other business"),
            ]),
        )
        .required(),
        Field::new("starts", "Starts at", Holds::Time),
        Field::new("planned_minutes", "Minutes planned", Holds::Number),
        Field::new("presenter", "Presenter", Holds::Line),
        Field::new("seeks", "The decision sought", Holds::Text)
            .hint("For example: The Board is asked to endorse the focus of the next plan"),
        Field::new("minute", "Minute", Holds::Text)
            .hint("What was said. Resolutions and actions are records of their own"),
    ],
    states: &[
        State::open("planned", "On the agenda", Tone::Fresh),
        State::open("taken", "Taken", Tone::Busy),
        State::open("deferred", "Deferred", Tone::Waiting),
        State::closed("carried", "Carried to a later meeting", Tone::Plain),
        State::closed("withdrawn", "Withdrawn", Tone::Plain),
        State::frozen("minuted", "Minute approved", Tone::Good),
    ],
    moves: &[
        Move::new(
            "take",
            "It was taken",
            &["planned", "deferred"],
            "taken",
            RUNS,
        ),
        Move::new("defer", "Defer it", &["planned", "taken"], "deferred", RUNS)
            .needs(&[Need::Reason]),
        Move::new(
            "carry",
            "It is on a later agenda",
            &["deferred"],
            "carried",
            RUNS,
        )
        .needs(&[Need::Linked(
            "continues",
            "Link the later item that continues this one",
        )]),
        Move::new(
            "withdraw",
            "Withdraw it",
            &["planned", "deferred"],
            "withdrawn",
            RUNS,
        )
        .needs(&[Need::Reason]),
        Move::new(
            "confirm",
            "Its minute is approved",
            &["taken"],
            "minuted",
            RUNS,
        )
        .needs(&[Need::MinuteOf(approves)]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["meeting"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CONTINUES, &["agenda-item"]),
        MayLink::new(&CAME_FROM, &[ANY]),
    ],
    readers: Readers::Board,
    writers: RUNS,
};
