//! A change in practice, resources or structure, dated, so that charts can mark it and somebody checks its effect.

use crate::kind::{AREA, DATE, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::{DESK, PLANNERS};
use crate::link::{ABOUT, AFFECTS, ANY, CAME_FROM, CONTINUES, MEASURE, MayLink, PART_OF};
use crate::role::Readers;

/// A dated change with the effect expected of it, checked later (S-030, S-050, S-070, S-100, S-112, S-156, S-158, S-169,
/// S-182, S-197, S-214).
pub static CHANGE: Kind = Kind {
    word: "change",
    prefix: "CH",
    title: "Change",
    plural: "Changes",
    about: "A dated change in practice, staff, structure or outside circumstances. It is marked on the charts of the measures it affects, and its effect is checked.",
    fields: &[
        Field::new("text", "What changes", Holds::Line).required(),
        Field::new(
            "sort",
            "What sort of change is it?",
            Holds::Choice(&[
                ("practice", "Practice"),
                ("resource", "Staff or money"),
                ("structure", "Structure"),
                ("intervention", "Intervention in one area or team"),
                ("system", "System or form"),
                ("outside", "Outside circumstances"),
            ]),
        )
        .required(),
        Field::new(DATE, "From", Holds::Day).required(),
        Field::new("until", "Until", Holds::Day),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("posts", "Posts, full-time equivalent", Holds::Decimal),
        Field::new("expected", "The effect expected", Holds::Text),
        Field::new(OWNERS, "Who checks it", Holds::Lines),
        Field::new(DUE, "Effect to be checked on", Holds::Day),
        Field::new("found", "The effect found", Holds::Text),
    ],
    states: &[
        State::open("planned", "Planned", Tone::Fresh),
        State::open("started", "In effect, to be checked", Tone::Busy),
        State::closed("checked", "Effect checked", Tone::Good),
        State::closed("dropped", "Did not happen", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "start",
            "It is in effect",
            &["planned"],
            "started",
            PLANNERS,
        ),
        Move::new(
            "check",
            "Its effect is checked",
            &["planned", "started"],
            "checked",
            PLANNERS,
        )
        .needs(&[Need::Filled(
            "found",
            "Say what effect was found, even if none",
        )]),
        Move::new("drop", "It did not happen", &["planned"], "dropped", DESK)
            .needs(&[Need::Reason]),
        Move::new(
            "reopen",
            "Check it again",
            &["checked", "dropped"],
            "started",
            DESK,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&AFFECTS, &[MEASURE, "plan-line", "priority"]),
        MayLink::new(&CAME_FROM, &[ANY]),
        MayLink::new(&PART_OF, &["plan-line"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&CONTINUES, &["change"]),
    ],
    readers: Readers::Board,
    writers: PLANNERS,
};
