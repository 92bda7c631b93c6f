//! Somebody who sits on a body, deputises, observes or attends.

use crate::kind::{Field, Holds, Kind, Move, Need, State, Tone};
use crate::kinds::RUNS;
use crate::link::{CAME_FROM, MayLink, PART_OF, REPLACES};
use crate::role::Readers;

/// A member of a body, from a day until a day; those who leave stay on record (S-254, S-255, S-263, S-281).
pub static MEMBER: Kind = Kind {
    word: "member",
    prefix: "MEM",
    title: "Member",
    plural: "Members",
    about: "A person on a body: their role, their agency, since when and until when. They need no account.",
    fields: &[
        Field::new("name", "Name", Holds::Line).required(),
        Field::new("role", "Role", Holds::Line).hint("For example: Independent Chair"),
        Field::new("agency", "Agency", Holds::Line)
            .hint("For example: Wayshire Constabulary")
            .required(),
        Field::new(
            "sort",
            "Sits as",
            Holds::Choice(&[
                ("chair", "Chair"),
                ("member", "Member"),
                ("deputy", "Deputy"),
                ("officer", "Officer in attendance"),
                ("observer", "Observer"),
            ]),
        ),
        Field::new("deputy_for", "Deputy for", Holds::Line),
        Field::new("email", "E-mail", Holds::Email).hint("Papers, actions and reminders go there"),
        Field::new("from", "Member from", Holds::Day),
        Field::new("until", "Member until", Holds::Day),
    ],
    states: &[
        State::open("serving", "Serving", Tone::Good),
        State::closed("left", "Left", Tone::Plain),
    ],
    moves: &[
        Move::new("leave", "They have left", &["serving"], "left", RUNS).needs(&[Need::Filled(
            "until",
            "Say until which day they were a member",
        )]),
        Move::new("return", "They are back", &["left"], "serving", RUNS).needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(&PART_OF, &["body"]),
        MayLink::new(&REPLACES, &["member"]),
        MayLink::new(&CAME_FROM, &["meeting", "agenda-item", "resolution"]),
    ],
    readers: Readers::Board,
    writers: RUNS,
};
