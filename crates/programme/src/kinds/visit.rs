//! An inspection or a visit.

use crate::kind::{AREA, DATE, Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::DESK;
use crate::link::{ABOUT, ANY, CAME_FROM, CONTINUES, EVIDENCE_FOR, MEASURE, MayLink, PRESENTED_AT};
use crate::role::Readers;

/// An inspection, a monitoring visit, a site visit, a peer review, a member's visit: the register (S-210, S-237, S-242 to
/// S-248).
pub static VISIT: Kind = Kind {
    word: "visit",
    prefix: "V",
    title: "Inspection or visit",
    plural: "Inspections and visits",
    about: "Who came to look, at what, when, what they found, and what has changed since the last time.",
    fields: &[
        Field::new("title", "Title", Holds::Line)
            .hint("For example: Ofsted monitoring visit: children in need")
            .required(),
        Field::new("body", "Who visits", Holds::Line)
            .hint("For example: Ofsted")
            .required(),
        Field::new(
            "sort",
            "What it is",
            Holds::Choice(&[
                ("inspection", "Full inspection"),
                ("focused", "Focused visit"),
                ("monitoring", "Monitoring visit"),
                ("site", "Site visit"),
                ("peer", "Peer review"),
                ("member", "Visit by members"),
                ("other", "Another inspection or review"),
            ]),
        )
        .required(),
        Field::new(DATE, "Began on", Holds::Day),
        Field::new("until", "Ended on", Holds::Day),
        Field::new("expected", "When, as far as is known", Holds::Line)
            .hint("For a visit to come. For example: between May and July 2018"),
        Field::new("theme", "Theme", Holds::Line),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("places", "Places", Holds::Lines),
        Field::new("team", "Who came", Holds::Lines),
        Field::new("spoke_to", "Who they spoke to", Holds::Text),
        Field::new("sampled", "Cases looked at", Holds::Number),
        Field::new("returned", "Cases sent back", Holds::Number),
        Field::new(
            "grade",
            "Overall grade, where one was given",
            Holds::Choice(&[
                ("outstanding", "Outstanding"),
                ("good", "Good"),
                ("requires-improvement", "Requires improvement to be good"),
                ("inadequate", "Inadequate"),
            ]),
        ),
        Field::new("outcome", "What was found", Holds::Text),
        Field::new("heard", "What was heard", Holds::Text)
            .hint("What staff, partners, children and young people said"),
        Field::new("silent", "What nothing was said about", Holds::Lines)
            .hint("No comment is not the same as good"),
        Field::new(
            "changed",
            "What has changed since the last visit",
            Holds::Text,
        ),
        Field::new("letter", "Letter or report", Holds::Address),
        Field::new("files", "Files", Holds::Files),
        Field::new("next_visit", "The next visit, as forecast", Holds::Text)
            .hint("Its theme, month and team, and what this one means for its length"),
    ],
    states: &[
        State::open("forecast", "Forecast", Tone::Fresh),
        State::open("held", "Held, letter awaited", Tone::Waiting),
        State::closed("reported", "Reported", Tone::Good),
        State::closed("cancelled", "Did not take place", Tone::Plain),
    ],
    moves: &[
        Move::new("hold", "It took place", &["forecast"], "held", DESK)
            .needs(&[Need::Filled(DATE, "Say on which day it began")]),
        Move::new(
            "report",
            "What was found is known",
            &["forecast", "held"],
            "reported",
            DESK,
        )
        .needs(&[
            Need::Filled(DATE, "Say on which day it began"),
            Need::Filled("outcome", "Say what was found"),
        ]),
        Move::new(
            "cancel",
            "It did not take place",
            &["forecast"],
            "cancelled",
            DESK,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&CONTINUES, &["visit"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&EVIDENCE_FOR, &["claim", "plan-line", "finding", "action"]),
        MayLink::new(&CAME_FROM, &["resolution", "visit", "plan-line"]),
        MayLink::new(&PRESENTED_AT, &["agenda-item", "meeting"]),
    ],
    readers: Readers::Scrutiny,
    writers: DESK,
};
