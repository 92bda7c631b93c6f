//! A body that meets: the board, a forum that owes it reports, a scrutiny committee, an operational group.

use crate::kind::{Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::RUNS;
use crate::link::{ABOUT, ANY, CAME_FROM, MEASURE, MEASURED_BY, MayLink, PART_OF};
use crate::role::Readers;

/// A body: how often it meets, to whom it reports, who must be there, what stands on every agenda (S-011, S-026, S-115, S-235,
/// S-236, S-254, S-281).
pub static BODY: Kind = Kind {
    word: "body",
    prefix: "B",
    title: "Body",
    plural: "Bodies",
    about: "A board, forum, committee or group that meets, owns actions and measures, or is owed reports.",
    fields: &[
        Field::new("name", "Name", Holds::Line).required(),
        Field::new("short", "Short name", Holds::Line).hint("For example: the Board"),
        Field::new(
            "sort",
            "What it is",
            Holds::Choice(&[
                ("board", "Improvement board"),
                ("forum", "Delegated forum that reports to the board"),
                ("operational", "Operational group"),
                ("scrutiny", "Scrutiny committee"),
                ("cabinet", "Cabinet or council"),
                ("other", "Another body"),
            ]),
        )
        .required(),
        Field::new("purpose", "What it is for", Holds::Text),
        Field::new("chair", "Chair", Holds::Line),
        Field::new("cadence_weeks", "Meets every so many weeks", Holds::Number),
        Field::new("starts", "Usually starts at", Holds::Time),
        Field::new("place", "Usual place", Holds::Line),
        Field::new("quorum", "Quorum", Holds::Number)
            .hint("How many members must be present, deputies counted"),
        Field::new(
            "papers_days",
            "Papers go out so many working days before",
            Holds::Number,
        ),
        Field::new("standing", "Standing items", Holds::Lines)
            .hint("One to a line: title; minutes; presenter. For example: Minutes and matters arising; 10; Chair"),
        Field::new("data_days", "Figures may be so many days old at a meeting", Holds::Number)
            .hint("Leave empty for 70. Measures that must be in every report: link the body to them as what it is measured by"),
        Field::new("agencies", "Agencies that are members", Holds::Lines).hint("One to a line"),
        Field::new("reports_to", "Reports to which body", Holds::Line),
        Field::new("report_weeks", "Owes a report every so many weeks", Holds::Number),
        Field::new("contact", "Where to send additions and questions", Holds::Text),
    ],
    states: &[
        State::open("active", "Active", Tone::Good),
        State::closed("ended", "Ended", Tone::Plain),
    ],
    moves: &[
        Move::new("end", "It no longer meets", &["active"], "ended", RUNS).needs(&[Need::Reason]),
        Move::new("resume", "It meets again", &["ended"], "active", RUNS).needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["body"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&MEASURED_BY, &[MEASURE]),
        MayLink::new(&CAME_FROM, &["resolution", "document"]),
    ],
    readers: Readers::Scrutiny,
    writers: RUNS,
};
