//! Something somebody was asked to do.

use crate::accepting::{ACCEPTED_BY, not_all};
use crate::deciding::closes;
use crate::kind::{AREA, DUE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::DESK;
use crate::link::{
    ABOUT, ANSWERS, ANY, CAME_FROM, CONTINUES, MEASURE, MEASURED_BY, MayLink, OWNED_BY,
    PROMISED_FOR,
};
use crate::role::{Readers, Role};

/// An action: text, owner, due day or meeting, state, evidence (S-259). It is closed at a meeting, on evidence. Its owner
/// reports on it and may propose another date; the board's desk moves the date.
pub static ACTION: Kind = Kind {
    word: "action",
    prefix: "ACT",
    title: "Action",
    plural: "Actions",
    about: "Something the board or another body asked somebody to do. It stays open until evidence is there and a meeting confirms it.",
    fields: &[
        Field::new("text", "What is to be done", Holds::Line).required(),
        Field::new("sort", "What sort of action", SORTS),
        Field::new(
            "why",
            "Why, and what it should change for children",
            Holds::Text,
        ),
        Field::new(OWNERS, "Who does it", Holds::Lines)
            .hint("A person, a role or a body, one to a line. They may be outside the council")
            .required(),
        Field::new(ACCEPTED_BY, "Accepted by", Holds::Lines)
            .hint("Where several people do it, each accepts for themselves")
            .or_owner(),
        Field::new(DUE, "Due on", Holds::Day)
            .hint("Leave empty if it is due at a meeting, and link it to that meeting"),
        Field::new("due_words", "Due, as it was said", Holds::Line)
            .hint("For example: for the September meeting"),
        Field::new("first_due", "First promised for", Holds::Day)
            .hint("Kept when the date is moved, so that slipping shows"),
        Field::new(AREA, "Area", Holds::Area),
        Field::new("audience", "Who is to be briefed", Holds::Line)
            .hint("For a briefing: the group or the staff"),
        Field::new("content", "What they are to be told", Holds::Text),
        Field::new("audit_wanted", "Audit it needs", Holds::Text)
            .hint("Theme and sample, where an audit is to check it"),
        Field::new("progress", "Progress so far", Holds::Text).or_owner(),
        Field::new("proposed_due", "Another date proposed", Holds::Day).or_owner(),
        Field::new("proposed_why", "Why another date", Holds::Text).or_owner(),
        Field::new("proposed_by", "Who proposes it", Holds::Line).or_owner(),
        Field::new("evidence", "Evidence that it is done", Holds::Text)
            .hint("What was done, when, and where it can be seen")
            .or_owner(),
        Field::new("evidence_files", "Evidence files", Holds::Files).or_owner(),
    ],
    states: &[
        State::open("open", "Open", Tone::Fresh),
        State::open("accepted", "Accepted", Tone::Busy),
        State::open("evidenced", "Awaiting confirmation", Tone::Waiting),
        State::closed("closed", "Closed", Tone::Good),
        State::closed("withdrawn", "Withdrawn", Tone::Plain),
    ],
    moves: &[
        Move {
            word: "accept",
            title: "Accept the action",
            from: &["open"],
            to: "accepted",
            who: DESK,
            owner: true,
            needs: &[Need::Rule(not_all)],
        },
        Move {
            word: "offer-evidence",
            title: "Say it is done",
            from: &["open", "accepted"],
            to: "evidenced",
            who: DESK,
            owner: true,
            needs: &[Need::Filled("evidence", "Add the evidence that it is done")],
        },
        Move {
            word: "close",
            title: "Confirm and close",
            from: &["evidenced"],
            to: "closed",
            who: &[Role::Chair, Role::DemocraticServices],
            owner: false,
            needs: &[
                Need::Filled("evidence", "Add the evidence that it is done"),
                Need::MinuteOf(closes),
            ],
        },
        Move {
            word: "send-back",
            title: "Not done yet: send back",
            from: &["evidenced"],
            to: "accepted",
            who: DESK,
            owner: false,
            needs: &[Need::Reason],
        },
        Move {
            word: "withdraw",
            title: "Withdraw",
            from: &["open", "accepted", "evidenced"],
            to: "withdrawn",
            who: &[Role::Chair, Role::DemocraticServices],
            owner: false,
            needs: &[Need::Reason, Need::MinuteOf(closes)],
        },
        Move {
            word: "reopen",
            title: "Open again",
            from: &["closed", "withdrawn"],
            to: "open",
            who: &[Role::Chair, Role::DemocraticServices],
            owner: false,
            needs: &[Need::Reason],
        },
    ],
    links: &[
        MayLink {
            link: &CAME_FROM,
            to: &[ANY],
        },
        MayLink {
            link: &ABOUT,
            to: &[ANY, MEASURE],
        },
        MayLink {
            link: &MEASURED_BY,
            to: &[MEASURE],
        },
        MayLink {
            link: &PROMISED_FOR,
            to: &["meeting"],
        },
        MayLink {
            link: &CONTINUES,
            to: &["action"],
        },
        MayLink {
            link: &ANSWERS,
            to: &["finding", "question", "recommendation"],
        },
        MayLink {
            link: &OWNED_BY,
            to: &["member", "body"],
        },
    ],
    readers: Readers::Board,
    writers: DESK,
};

/// The sorts of action. A briefing is done when it is confirmed that it happened (S-024); an audit names its theme and
/// sample (S-027); a change of culture is evidenced by what people do (S-162).
const SORTS: Holds = Holds::Choice(&[
    ("task", "Something to do"),
    ("briefing", "Brief a group or staff"),
    ("audit", "Check by an audit"),
    ("report", "Report to a meeting"),
    ("culture", "Change how people work"),
]);
