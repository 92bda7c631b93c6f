//! Who was at a meeting, and how.

use crate::kind::{Field, Holds, Kind, State, Tone};
use crate::kinds::RUNS;
use crate::link::{ABOUT, MayLink, PART_OF};
use crate::role::Readers;

/// One person at one meeting: present, apologies, deputy, observer, absent or in attendance (S-253, S-255, S-284).
pub static ATTENDANCE: Kind = Kind {
    word: "attendance",
    prefix: "ATT",
    title: "Attendance",
    plural: "Attendance",
    about: "One person at one meeting: there or not, for which agency, for whom.",
    fields: &[
        Field::new("name", "Name", Holds::Line).required(),
        Field::new("agency", "Agency", Holds::Line),
        Field::new("role", "Role", Holds::Line),
        Field::new("how", "Were they there?", HOW).required(),
        Field::new("deputy_for", "Deputy for", Holds::Line),
        Field::new("items", "Only for these items", Holds::Line)
            .hint("For example: item 4. Leave empty if they stayed throughout"),
    ],
    states: &[State::closed("recorded", "Recorded", Tone::Plain)],
    moves: &[],
    links: &[
        MayLink::new(&PART_OF, &["meeting"]),
        MayLink::new(&ABOUT, &["member"]),
    ],
    readers: Readers::Board,
    writers: RUNS,
};

/// The ways to be at a meeting, or not.
pub const HOW: Holds = Holds::Choice(&[
    ("present", "Present"),
    ("deputy", "Present as a deputy"),
    ("in-attendance", "In attendance"),
    ("observer", "Observer"),
    ("apologies", "Apologies"),
    ("absent", "Absent, no apologies"),
]);
