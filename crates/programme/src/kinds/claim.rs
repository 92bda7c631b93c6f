//! A sentence that needs evidence.

use crate::kind::{DATE, Field, Holds, Kind, Move, Need, OWNERS, State, Tone};
use crate::kinds::VOICES;
use crate::link::{ABOUT, ANY, CAME_FROM, MEASURE, MEASURED_BY, MayLink, PART_OF};
use crate::role::Readers;

/// A claim made in a paper, a self-assessment or a meeting: "the quality of work has improved" (S-031, S-129, S-131, S-213,
/// S-216, S-301).
pub static CLAIM: Kind = Kind {
    word: "claim",
    prefix: "CL",
    title: "Claim",
    plural: "Claims",
    about: "A sentence that somebody wrote or said and that needs evidence: a measure, an audit, a visit, feedback.",
    fields: &[
        Field::new("text", "The sentence", Holds::Line).required(),
        Field::new("where", "Where it stands", Holds::Line)
            .hint("For example: Self-assessment, key judgement 2, education, third bullet"),
        Field::new("theme", "Theme or key judgement", Holds::Line),
        Field::new(
            "judgement",
            "Key judgement",
            Holds::Choice(&[
                (
                    "leaders",
                    "The impact of leaders on social work practice with children and families",
                ),
                (
                    "help-and-protection",
                    "The experiences and progress of children who need help and protection",
                ),
                (
                    "in-care",
                    "The experiences and progress of children in care",
                ),
                (
                    "care-leavers",
                    "The experiences and progress of care leavers",
                ),
            ]),
        )
        .hint("Of a self-assessment: the judgement of inspection it belongs to"),
        Field::new(
            "sense",
            "What it claims",
            Holds::Choice(&[
                ("strength", "A strength"),
                ("development", "An area for development"),
            ]),
        ),
        Field::new("said_by", "Who says it", Holds::Line),
        Field::new(DATE, "Said on", Holds::Day),
        Field::new(OWNERS, "Who finds the evidence", Holds::Lines),
        Field::new("query", "What is wrong with the wording", Holds::Text),
        Field::new("evidence", "What the evidence shows", Holds::Text),
    ],
    states: &[
        State::open("unsupported", "Needs evidence", Tone::Bad),
        State::open("rewording", "To be reworded", Tone::Waiting),
        State::closed("supported", "Supported", Tone::Good),
        State::closed("measured", "Shown by a measure", Tone::Good),
        State::closed("withdrawn", "Withdrawn", Tone::Plain),
    ],
    moves: &[
        Move::new(
            "support",
            "The evidence is linked",
            &["unsupported", "rewording"],
            "supported",
            VOICES,
        )
        .needs(&[Need::Linked(
            "evidence-for",
            "Link the audit, visit, feedback or paper that is evidence for it",
        )]),
        Move::new(
            "measure",
            "A measure shows it",
            &["unsupported", "rewording"],
            "measured",
            VOICES,
        )
        .needs(&[
            Need::Linked("measured-by", "Link the measure that shows it"),
            Need::Filled("evidence", "Say what the measure shows"),
        ]),
        Move::new(
            "query",
            "Its wording is queried",
            &["unsupported", "supported", "measured"],
            "rewording",
            VOICES,
        )
        .needs(&[Need::Filled("query", "Say what is wrong with the wording")]),
        Move::new(
            "doubt",
            "The evidence no longer holds",
            &["supported", "measured"],
            "unsupported",
            VOICES,
        )
        .needs(&[Need::Reason]),
        Move::new(
            "withdraw",
            "Withdraw it",
            &["unsupported", "rewording", "supported", "measured"],
            "withdrawn",
            VOICES,
        )
        .needs(&[Need::Reason]),
    ],
    links: &[
        MayLink::new(
            &PART_OF,
            &[
                "self-assessment",
                "document",
                "paper",
                "agenda-item",
                "visit",
            ],
        ),
        MayLink::new(&ABOUT, &[ANY, MEASURE]),
        MayLink::new(&MEASURED_BY, &[MEASURE]),
        MayLink::new(&CAME_FROM, &[ANY]),
    ],
    readers: Readers::Board,
    writers: VOICES,
};
