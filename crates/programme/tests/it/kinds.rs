//! Every kind is sound, and the moves a practitioner would try are refused with the reason.

use crate::council::{Council, day};
use std::collections::BTreeSet;
use waymark_programme::kind::{AREA, DATE, DUE, Holds, Kind, Need, OWNERS};
use waymark_programme::kinds::{
    ACTION, AGENDA_ITEM, AUDIT, CLAIM, DELAY, DOCUMENT, FINDING, KINDS, MATTER_ARISING, MEETING,
    PLAN_LINE, PREDICTION, RECOMMENDATION, RESOLUTION, VISIT, find, of_prefix,
};
use waymark_programme::link::{
    ANSWERS, ANY, CAME_FROM, EVIDENCE_FOR, MEASURE, MEASURED_BY, REPLACES,
};
use waymark_programme::permit::lacking;
use waymark_programme::{Asker, Author, Change, Changes, RecordId, Role, Values, gate, link};

fn unique(what: &str, words: impl Iterator<Item = String>) {
    let mut seen = BTreeSet::new();
    for word in words {
        assert!(seen.insert(word.clone()), "{what} {word} stands twice");
    }
}

fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
}

#[test]
fn words_prefixes_and_titles_are_found_again_and_stand_once() {
    unique("word", KINDS.iter().map(|it| it.word.to_owned()));
    unique("prefix", KINDS.iter().map(|it| it.prefix.to_lowercase()));
    unique("title", KINDS.iter().map(|it| it.title.to_lowercase()));
    for kind in KINDS {
        assert!(is_word(kind.word), "{}", kind.word);
        assert!(kind.prefix.len() <= 4 && kind.prefix.chars().all(|it| it.is_ascii_uppercase()));
        assert_eq!(find(kind.word), Some(*kind));
        assert_eq!(of_prefix(&kind.prefix.to_lowercase()), Some(*kind));
        assert!(kind.about.ends_with('.'), "{}: {}", kind.word, kind.about);
        assert!(!kind.writers.is_empty() && !kind.states.is_empty());
    }
}

#[test]
fn fields_are_named_once_and_the_first_is_a_line_that_must_be_filled() {
    for kind in KINDS {
        unique(kind.word, kind.fields.iter().map(|it| it.name.to_owned()));
        unique(kind.word, kind.fields.iter().map(|it| it.label.to_owned()));
        let first = kind.fields.first().unwrap();
        assert!(
            first.required && first.holds == Holds::Line,
            "{}",
            kind.word
        );
        for field in kind.fields {
            let at = format!("{}.{}", kind.word, field.name);
            assert!(
                field
                    .name
                    .chars()
                    .all(|it| it.is_ascii_lowercase() || it == '_'),
                "{at}"
            );
            assert!(
                field.label.starts_with(char::is_uppercase),
                "{at}: {}",
                field.label
            );
            assert!(!field.hint.ends_with('.'), "{at}: hints are no sentences");
            if let Holds::Choice(choices) | Holds::Choices(choices) = field.holds {
                unique(&at, choices.iter().map(|it| it.0.to_owned()));
                unique(&at, choices.iter().map(|it| it.1.to_owned()));
                assert!(
                    choices.iter().all(|it| is_word(it.0) && !it.1.is_empty()),
                    "{at}"
                );
            }
        }
    }
}

#[test]
fn fields_that_mean_the_same_hold_the_same() {
    for kind in KINDS {
        for (name, holds) in [
            (DATE, Holds::Day),
            (DUE, Holds::Day),
            (OWNERS, Holds::Lines),
            (AREA, Holds::Area),
            ("first_due", Holds::Day),
            ("done_on", Holds::Day),
            ("evidence", Holds::Text),
            ("evidence_files", Holds::Files),
            ("files", Holds::Files),
            ("said_by", Holds::Line),
            ("due_words", Holds::Line),
            ("body", Holds::Line),
            ("theme", Holds::Line),
            ("found", Holds::Text),
        ] {
            if let Some(field) = kind.field(name) {
                assert_eq!(field.holds, holds, "{}.{name}", kind.word);
            }
        }
        for field in kind.fields {
            assert_eq!(
                field.holds == Holds::Area,
                field.name == AREA,
                "{}.{}",
                kind.word,
                field.name
            );
        }
    }
}

#[test]
fn every_state_can_be_reached_and_every_move_leads_from_and_to_one() {
    for kind in KINDS {
        unique(kind.word, kind.states.iter().map(|it| it.word.to_owned()));
        unique(kind.word, kind.moves.iter().map(|it| it.word.to_owned()));
        let mut reached = BTreeSet::from([kind.states[0].word]);
        for _ in kind.states {
            for step in kind.moves {
                if step.from.iter().any(|it| reached.contains(it)) {
                    reached.insert(step.to);
                }
            }
        }
        for state in kind.states {
            assert!(is_word(state.word));
            assert!(
                reached.contains(state.word),
                "{}: nothing leads to {}",
                kind.word,
                state.word
            );
            assert!(!state.frozen || state.closed);
        }
        unique(
            kind.word,
            kind.moves.iter().flat_map(|it| {
                it.from
                    .iter()
                    .map(move |from| format!("{from} to {}", it.to))
            }),
        );
        for step in kind.moves {
            let at = format!("{}: {}", kind.word, step.word);
            assert!(is_word(step.word), "{at}");
            assert!(!step.who.is_empty(), "{at}: nobody may");
            assert!(!step.from.contains(&step.to), "{at}: leads where it began");
            for state in step.from.iter().chain([&step.to]) {
                assert!(kind.state(state).is_some(), "{at}: no state {state}");
            }
            assert!(
                !step.owner || kind.field(OWNERS).is_some(),
                "{at}: the owner may, but nobody owns one"
            );
        }
    }
}

#[test]
fn what_a_move_needs_the_kind_can_hold() {
    let may_be_linked = |from: &Kind, word: &str, to: &str| {
        from.links.iter().any(|it| {
            (word.is_empty() || it.link.word == word)
                && (it.to.contains(&to) || it.to.contains(&ANY))
        })
    };
    for kind in KINDS {
        for step in kind.moves {
            let at = format!("{}: {}", kind.word, step.word);
            for need in step.needs {
                match need {
                    Need::Filled(field, words) => {
                        assert!(kind.field(field).is_some(), "{at}: no field {field}");
                        assert!(!words.is_empty(), "{at}");
                    }
                    Need::Linked(word, _) => {
                        assert!(link::find(word).is_some(), "{at}: no link {word}");
                        assert!(
                            kind.links.iter().any(|it| it.link.word == *word)
                                || KINDS.iter().any(|it| may_be_linked(it, word, kind.word)),
                            "{at}: can never be linked {word}"
                        );
                    }
                    Need::Tied(other, _) => {
                        let other = find(other).unwrap_or_else(|| panic!("{at}: no kind {other}"));
                        assert!(
                            may_be_linked(kind, "", other.word)
                                || may_be_linked(other, "", kind.word),
                            "{at}: can never be tied to a {}",
                            other.word
                        );
                    }
                    Need::Come(field, _) => assert!(kind.field(field).is_some()),
                    Need::Reason | Need::Minute | Need::MinuteOf(_) | Need::Rule(_) => {}
                }
            }
        }
    }
}

#[test]
fn links_lead_to_kinds_there_are() {
    for kind in KINDS {
        unique(
            kind.word,
            kind.links.iter().map(|it| it.link.word.to_owned()),
        );
        for may in kind.links {
            assert!(link::find(may.link.word).is_some());
            for to in may.to {
                assert!(
                    *to == ANY || *to == MEASURE || find(to).is_some(),
                    "{} {} {to}: there is no such kind",
                    kind.word,
                    may.link.word
                );
            }
        }
    }
}

/// What the move still lacks, in words.
fn refused(
    council: &Council,
    id: RecordId,
    step: &str,
    reason: &str,
    minute: Option<RecordId>,
) -> Vec<String> {
    let records = council.records();
    let record = records.get(id).unwrap();
    let step = record.kind.way(step).unwrap();
    assert!(
        step.from.contains(&record.state.word),
        "not from {}",
        record.state.word
    );
    lacking(&records, record, step, reason, minute, day("2018-04-24"))
        .into_iter()
        .map(|it| it.words)
        .collect()
}

#[test]
fn an_action_is_closed_on_evidence_at_a_meeting() {
    let mut council = Council::default();
    let meeting = council.make_in(
        &MEETING,
        "held",
        &[
            ("title", "Board"),
            ("body", "Board"),
            ("date", "2017-09-12"),
        ],
    );
    let action = council.make_in(
        &ACTION,
        "evidenced",
        &[("text", "Report re-referrals"), ("owners", "Ann Marsh")],
    );
    assert_eq!(
        refused(&council, action, "close", "", None),
        [
            "Add the evidence that it is done",
            "Name the meeting, agenda item or resolution that decided it"
        ]
    );
    let shown = council.make_in(
        &ACTION,
        "evidenced",
        &[
            ("text", "Report re-referrals"),
            ("owners", "Ann Marsh"),
            ("evidence", "Item 5 of today"),
        ],
    );
    assert_eq!(
        refused(&council, shown, "close", "", Some(meeting)),
        [""; 0]
    );
    // Its owner may say it is done; confirming that is not theirs.
    let records = council.records();
    let owner = Asker {
        role: Some(Role::Partner),
        name: "ann  marsh",
        areas: &[],
    };
    assert_eq!(owner.moves(records.get(shown).unwrap()).count(), 0);
}

#[test]
fn a_finding_is_in_the_plan_only_with_a_plan_line() {
    let mut council = Council::default();
    let visit = council.make(
        &VISIT,
        &[
            ("title", "MASH"),
            ("body", "Ofsted"),
            ("sort", "monitoring"),
        ],
    );
    let finding = council.make(
        &FINDING,
        &[
            ("said", "Plans drift"),
            ("body", "Ofsted"),
            ("sense", "improve"),
        ],
    );
    council.link(finding, &CAME_FROM, visit);
    assert_eq!(
        refused(&council, finding, "answer", "", None),
        ["Link the plan line that answers this finding"]
    );
    let line = council.make(&PLAN_LINE, &[("text", "Review every plan")]);
    council.link(line, &ANSWERS, finding);
    assert_eq!(refused(&council, finding, "answer", "", None), [""; 0]);
    council.delete(line);
    assert_eq!(
        refused(&council, finding, "answer", "", None).len(),
        1,
        "a deleted line is no answer"
    );
}

#[test]
fn what_was_approved_cannot_be_edited() {
    let mut council = Council::default();
    let board = |name: &'static str| [("title", name), ("body", "Board"), ("date", "2017-09-12")];
    let minutes = council.make_in(&MEETING, "approved", &board("September"));
    let drafted = council.make_in(&MEETING, "drafted", &board("October"));
    let item = council.make_in(
        &AGENDA_ITEM,
        "minuted",
        &[("title", "MASH"), ("sort", "update")],
    );
    let resolved = council.make_in(
        &RESOLUTION,
        "confirmed",
        &[("text", "the report"), ("verb", "noted")],
    );
    let vision = council.make_in(
        &DOCUMENT,
        "approved",
        &[("title", "Vision"), ("sort", "vision")],
    );
    let audit = council.make_in(&AUDIT, "final", &[("title", "Supervision")]);
    let records = council.records();
    let clerk = Asker {
        role: Some(Role::DemocraticServices),
        name: "",
        areas: &[],
    };
    let director = Asker {
        role: Some(Role::Director),
        name: "",
        areas: &[],
    };
    for frozen in [minutes, item, resolved] {
        assert!(!clerk.may_edit(records.get(frozen).unwrap()));
    }
    assert!(clerk.may_edit(records.get(drafted).unwrap()));
    for frozen in [vision, audit] {
        assert!(!director.may_edit(records.get(frozen).unwrap()));
    }
}

#[test]
fn a_promise_is_kept_moved_on_or_dropped_but_never_forgotten() {
    let mut council = Council::default();
    let promise = council.make(
        &MATTER_ARISING,
        &[("text", "Update on the Academy in November")],
    );
    assert_eq!(refused(&council, promise, "keep", "", None).len(), 2);
    assert_eq!(
        refused(&council, promise, "promise-again", "", None),
        ["Link the new promise that continues this one"]
    );
    assert_eq!(refused(&council, promise, "drop", " ", None)[0], "Say why");
}

#[test]
fn a_claim_stands_on_evidence_or_a_measure() {
    let mut council = Council::default();
    let claim = council.make(&CLAIM, &[("text", "The quality of work has improved")]);
    assert!(refused(&council, claim, "support", "", None)[0].starts_with("Link the audit"));
    let audit = council.make(&AUDIT, &[("title", "Case files")]);
    council.link(audit, &EVIDENCE_FOR, claim);
    assert_eq!(refused(&council, claim, "support", "", None), [""; 0]);
    council.link(claim, &MEASURED_BY, "assessment-45");
    assert_eq!(
        refused(&council, claim, "measure", "", None),
        ["Say what the measure shows"]
    );
}

#[test]
fn a_delay_is_decided_with_a_new_date_and_its_effect() {
    let mut council = Council::default();
    let delay = council.make(
        &DELAY,
        &[("cause", "Building works"), ("date", "2018-01-09")],
    );
    assert_eq!(refused(&council, delay, "decide", "", None).len(), 3);
}

#[test]
fn a_prediction_is_judged_by_what_happened() {
    let mut council = Council::default();
    let made = [
        ("text", "Supervision rises in September"),
        ("date", "2017-10-10"),
        ("due", "2017-11-14"),
    ];
    let waiting = council.make(&PREDICTION, &made);
    for verdict in ["right", "wrong", "untold"] {
        assert_eq!(refused(&council, waiting, verdict, "", None).len(), 1);
    }
}

#[test]
fn a_document_is_replaced_by_a_later_version_only() {
    let mut council = Council::default();
    let first = council.make_in(
        &DOCUMENT,
        "approved",
        &[("title", "Continuum of Need"), ("sort", "continuum")],
    );
    assert_eq!(
        refused(&council, first, "replace", "", None),
        ["Link the version that replaces it"]
    );
    let second = council.make(
        &DOCUMENT,
        &[
            ("title", "Continuum of Need"),
            ("sort", "continuum"),
            ("version", "2"),
        ],
    );
    council.link(second, &REPLACES, first);
    assert_eq!(refused(&council, first, "replace", "", None), [""; 0]);
}

#[test]
fn scrutiny_recommends_and_the_executive_answers() {
    let mut council = Council::default();
    let made = council.make(
        &RECOMMENDATION,
        &[("text", "Include health assessments in the report")],
    );
    let records = council.records();
    let record = records.get(made).unwrap();
    let moves = |role| {
        let asker = Asker {
            role: Some(role),
            name: "",
            areas: &[],
        };
        asker.moves(record).map(|it| it.word).collect::<Vec<_>>()
    };
    assert_eq!(moves(Role::Scrutiny), [""; 0]);
    assert_eq!(moves(Role::Director), ["respond", "reject"]);
    let scrutiny = Asker {
        role: Some(Role::Scrutiny),
        name: "",
        areas: &[],
    };
    assert!(scrutiny.may_make(&RECOMMENDATION) && !scrutiny.may_make(&ACTION));
}

#[test]
fn the_plan_line_that_answers_a_finding_may_be_made_in_the_same_step() {
    let mut council = Council::default();
    let finding = council.make(
        &FINDING,
        &[
            ("said", "Plans drift"),
            ("body", "Ofsted"),
            ("sense", "improve"),
        ],
    );
    let records = council.records();
    let director = Asker {
        role: Some(Role::Director),
        name: "",
        areas: &[],
    };
    let answer = |with_line: bool| {
        let mut changes = Changes::by(Author {
            account: None,
            name: "Ann Marsh".to_owned(),
        });
        if with_line {
            let line = changes.make(&PLAN_LINE, Values::new().with("text", "Review every plan"));
            changes.link(line, &ANSWERS, finding);
        }
        changes.list.push(Change::Move {
            record: finding,
            read: 1,
            to: "answered",
        });
        gate::pass(&director, &records, &changes, day("2018-04-24"))
    };
    assert_eq!(answer(true), Ok(()));
    assert!(matches!(answer(false), Err(gate::Refused::Mistakes(_))));
}
