//! Scrutiny's first page: what was asked and recommended, and what came back; and an auditor's: audits to be done and
//! moderated.

use crate::pages::plan::shown;
use crate::pages::records::cite;
use crate::papers::{asked_as, committee_of, is_own, sent_words};
use crate::words::capital;
use std::cmp::Reverse;
use waymark_data::Day;
use waymark_govuk::{Html, Tag};
use waymark_programme::kind::Tone;
use waymark_programme::kinds::{AUDIT, MEMBER, PAPER, QUESTION, RECOMMENDATION};
use waymark_programme::meetings::{body_named, body_of, meeting_of};
use waymark_programme::permit::same;
use waymark_programme::{Asker, Kind, Record, Records, link};

/// How many of a list are named.
const NAMED: usize = 10;

/// A question or recommendation with what came back.
pub(super) struct Asked {
    pub(super) link: Html,
    pub(super) tag: Tag,
    pub(super) about: String,
    pub(super) told: Html,
}

/// Things asked, and how many there are in all.
pub(super) struct AskedList {
    pub(super) title: &'static str,
    pub(super) none: &'static str,
    pub(super) all: usize,
    pub(super) rows: Vec<Asked>,
}

/// What scrutiny asked and recommended: what waits for an answer, then what was answered, the latest first. Whether it was
/// scrutiny that asked is seen in all records: the meeting of another body it was asked at may be closed to the reader.
pub(super) fn of_scrutiny(
    (records, all): (&Records, &Records),
    asker: &Asker<'_>,
    today: Day,
) -> Vec<AskedList> {
    let both: &[&Kind] = &[&QUESTION, &RECOMMENDATION];
    let found: Vec<&Record> = records
        .all()
        .filter(|it| both.contains(&it.kind) && asker.may_read(it))
        .filter(|it| {
            all.get(it.id)
                .is_some_and(|it| is_of_scrutiny(all, asker, it))
        })
        .collect();
    let waits = |it: &Record| ["asked", "made"].contains(&it.state.word);
    let (mut waiting, mut told): (Vec<&Record>, Vec<&Record>) =
        found.into_iter().partition(|it| waits(it));
    waiting.sort_by_cached_key(|it| {
        let due = records.due(it);
        (due.is_none(), due, it.id)
    });
    told.sort_by_key(|it| (Reverse(it.date()), Reverse(it.id)));
    vec![
        list(
            "What we asked and still wait for",
            "Everything asked and recommended has had an answer.",
            records,
            waiting,
            today,
        ),
        list(
            "What we were told",
            "Nothing has been answered yet.",
            records,
            told,
            today,
        ),
    ]
}

/// Whether scrutiny asked it: at a meeting of its own, as a committee, or one of its members. What a member of the board
/// asked is not "what we asked".
fn is_of_scrutiny(records: &Records, asker: &Asker<'_>, it: &Record) -> bool {
    let is_scrutiny = |body: &Record| body.text("sort") == "scrutiny";
    if let Some(meeting) = meeting_of(records, it) {
        return body_of(records, meeting).map_or_else(
            || meeting.text("body").to_lowercase().contains("scrutiny"),
            is_scrutiny,
        );
    }
    let named = [it.text("body"), it.text("asked_by")];
    if named
        .iter()
        .chain([&it.by.as_str()])
        .any(|it| same(it, asker.name))
    {
        return true;
    }
    named.iter().filter(|it| !it.is_empty()).any(|name| {
        let small = name.to_lowercase();
        let mut bodies = records
            .of(&MEMBER)
            .filter(|it| same(it.text("name"), name))
            .filter_map(|it| records.whole(it.id))
            .chain(body_named(records, name))
            .peekable();
        if bodies.peek().is_some() {
            bodies.any(is_scrutiny)
        } else {
            // Councillors ask for scrutiny unless they are known to sit on another body.
            ["scrutiny", "councillor", "cllr"]
                .iter()
                .any(|it| small.contains(it))
        }
    })
}

fn list(
    title: &'static str,
    none: &'static str,
    records: &Records,
    found: Vec<&Record>,
    today: Day,
) -> AskedList {
    AskedList {
        title,
        none,
        all: found.len(),
        rows: found
            .into_iter()
            .take(NAMED)
            .map(|it| asked(records, it, today))
            .collect(),
    }
}

fn asked(records: &Records, it: &Record, today: Day) -> Asked {
    let mut about = vec![it.reference()];
    let by = [it.text("asked_by"), it.text("body")]
        .into_iter()
        .find(|it| !it.is_empty());
    let when = it.date().map(|it| format!("on {}", it.words()));
    match (by, when) {
        (Some(by), Some(when)) => about.push(format!("Asked by {by} {when}")),
        (Some(by), None) => about.push(format!("Asked by {by}")),
        (None, Some(when)) => about.push(format!("Asked {when}")),
        (None, None) => {}
    }
    if it.is_open() {
        let due = shown::due_words(records, it, today);
        if !due.is_empty() {
            about.push(capital(&due));
        }
    }
    let answer = [it.text("answer"), it.text("response")]
        .into_iter()
        .find(|it| !it.is_empty())
        .unwrap_or("");
    let mut told = vec![shown::text(answer, "").0];
    told.extend(
        records
            .led_here(it.id, &link::ANSWERS)
            .filter(|it| it.is(&PAPER) && it.state.word == "circulated")
            .map(|it| format!("{} {}", shown::link(it), sent_words(it))),
    );
    told.retain(|it| !it.trim().is_empty());
    Asked {
        link: shown::link(it),
        tag: shown::state_tag(it),
        about: about.join(". "),
        told: Html::new(told.join("<br>")),
    }
}

/// Waymark's own papers for scrutiny that they may read, the latest first: whether each was delivered, and as what it was asked.
pub(super) fn papers_of_scrutiny(records: &Records, asker: &Asker<'_>) -> AskedList {
    let mut found: Vec<&Record> = records
        .of(&PAPER)
        .filter(|it| is_own(it) && it.state.word == "circulated" && asker.may_read(it))
        .filter(|it| committee_of(records, it).is_some_and(|it| it.text("sort") == "scrutiny"))
        .collect();
    found.sort_by_key(|it| (Reverse(it.day("circulated")), Reverse(it.id)));
    AskedList {
        title: "Papers for us",
        none: "No paper has been published for scrutiny yet.",
        all: found.len(),
        rows: found
            .into_iter()
            .take(NAMED)
            .map(|it| paper(records, asker, it))
            .collect(),
    }
}

fn paper(records: &Records, asker: &Asker<'_>, it: &Record) -> Asked {
    let mut about = vec![it.reference()];
    about.extend(
        it.day("circulated")
            .map(|on| format!("Issued on {}", on.words())),
    );
    let sent = sent_words(it);
    let tag = if sent.is_empty() {
        cite::tag("Published", Tone::Plain)
    } else {
        about.push(sent.trim_end_matches('.').to_owned());
        cite::tag("Delivered", Tone::Good)
    };
    let asked: Vec<String> = asked_as(records, it)
        .into_iter()
        .filter(|it| asker.may_read(it))
        .map(|it| format!("Asked for as {}", shown::link(it)))
        .collect();
    Asked {
        link: shown::link(it),
        tag,
        about: about.join(". "),
        told: Html::new(asked.join("<br>")),
    }
}

/// Audits to be done, then those to be moderated.
pub(super) fn of_auditor(records: &Records, asker: &Asker<'_>, today: Day) -> AskedList {
    let mut found: Vec<&Record> = records
        .of(&AUDIT)
        .filter(|it| it.is_open() && asker.may_read(it))
        .collect();
    found.sort_by_key(|it| {
        (
            it.state.word == "provisional",
            it.day("due").is_none(),
            it.day("due"),
            it.id,
        )
    });
    list(
        "Audits to be done and moderated",
        "No audit is planned or waits to be moderated.",
        records,
        found,
        today,
    )
}
