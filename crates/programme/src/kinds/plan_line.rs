//! A line of the plan.

use crate::kind::{AREA, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::{DESK, PLANNERS};
use crate::link::{
    ABOUT, AFFECTS, ANSWERS, ANY, CAME_FROM, CONTINUES, MEASURE, MEASURED_BY, MayLink, OWNED_BY,
    PART_OF,
};
use crate::role::Readers;

/// A plan line: what is done, and the outcome for children it is done for (S-025, S-102, S-103, S-226 to S-229, S-231).
///
/// Its two ratings are computed; a person may say otherwise, with a reason, and it shows.
pub static PLAN_LINE: Kind = Kind {
    word: "plan-line",
    prefix: "PL",
    title: "Plan line",
    plural: "Plan lines",
    about: "What the plan does, and the outcome for children it does it for. Delivered is not yet effective: both are shown.",
    fields: &[
        Field::new("text", "What will be done", Holds::Line).required(),
        Field::new("outcome", "The outcome for children", Holds::Text)
            .hint("What will be different for children and families, not only what staff do"),
        Field::new(OWNERS, "Who owns it", Holds::Lines),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("phase", "Phase", Holds::Line),
        Field::new("start", "Starts on", Holds::Day),
        Field::new(DUE, "Due on", Holds::Day),
        Field::new("first_due", "First promised for", Holds::Day)
            .hint("Kept when the date is moved, so that slipping shows"),
        Field::new("forum", "Forum that oversees it", Holds::Line),
        Field::new("progress", "Progress so far", Holds::Text),
        Field::new(
            "evidenced",
            "How improvement will be evidenced",
            Holds::Text,
        ),
        Field::new("audit_wanted", "Audit it needs", Holds::Text)
            .hint("Theme and sample, where an audit is to check it"),
        Field::new("evidence", "Evidence so far", Holds::Text),
        Field::new("evidence_files", "Evidence files", Holds::Files),
        Field::new("done_on", "Delivered on", Holds::Day),
        Field::new(
            "delivery_said",
            "Delivery, if you say otherwise than the milestones",
            DELIVERY,
        ),
        Field::new(
            "delivery_why",
            "Why you say otherwise of delivery",
            Holds::Text,
        ),
        Field::new(
            "impact_said",
            "Effect, if you say otherwise than the measures",
            IMPACT,
        ),
        Field::new(
            "impact_why",
            "Why you say otherwise of the effect",
            Holds::Text,
        ),
        Field::new("said_by", "Who says otherwise", Holds::Line),
    ],
    states: &[
        State::open("planned", "Planned", Tone::Fresh),
        State::open("going", "Under way", Tone::Busy),
        State::open("delivered", "Delivered, effect awaited", Tone::Waiting),
        State::closed("completed", "Completed", Tone::Good),
        State::closed("stopped", "Stopped", Tone::Plain),
    ],
    moves: &[
        Move::new("begin", "It is under way", &["planned"], "going", PLANNERS).or_owner(),
        Move::new(
            "deliver",
            "It is delivered",
            &["planned", "going"],
            "delivered",
            PLANNERS,
        )
        .or_owner()
        .needs(&[
            Need::Filled("done_on", "Say on which day it was delivered"),
            Need::Filled("evidence", "Add the evidence that it is delivered"),
        ]),
        Move::new(
            "complete",
            "It had its effect: complete it",
            &["delivered"],
            "completed",
            DESK,
        )
        .needs(&[
            Need::Filled("outcome", "Say what the outcome for children was"),
            Need::Minute,
        ]),
        Move::new(
            "resume",
            "There is more to do",
            &["delivered", "completed", "stopped"],
            "going",
            DESK,
        )
        .needs(&[Need::Reason]),
        Move::new(
            "stop",
            "Stop it",
            &["planned", "going", "delivered"],
            "stopped",
            DESK,
        )
        .needs(&[Need::Reason, Need::Minute]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["priority", "plan"]),
        MayLink::new(&CAME_FROM, &[ANY]),
        MayLink::new(&ANSWERS, &["finding", "recommendation", "question"]),
        MayLink::new(&MEASURED_BY, &[MEASURE]),
        MayLink::new(&AFFECTS, &[MEASURE]),
        MayLink::new(&CONTINUES, &["plan-line", "action"]),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&OWNED_BY, &["body", "member"]),
    ],
    readers: Readers::Scrutiny,
    writers: PLANNERS,
};

/// How the delivery of a line can stand.
pub const DELIVERY: Holds = Holds::Choice(&[
    ("not-started", "Not started"),
    ("on-course", "On course"),
    ("slipping", "Slipping"),
    ("late", "Late"),
    ("delivered", "Delivered"),
]);

/// What effect a line can be seen to have.
pub const IMPACT: Holds = Holds::Choice(&[
    ("improved", "Improved"),
    ("mixed", "Better and worse"),
    ("no-real-change", "No real change"),
    ("worse", "Worse"),
    ("too-early", "Too early to say"),
    ("not-measurable", "Not yet measurable"),
]);
