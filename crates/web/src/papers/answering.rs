//! A paper that was asked for: what asked for it, and what becomes of that when the paper is issued, in the same change.

use crate::user::User;
use waymark_data::Day;
use waymark_programme::check::TEXT;
use waymark_programme::kind::DATE;
use waymark_programme::kinds::{ACTION, QUESTION, RECOMMENDATION, REPORT_BACK};
use waymark_programme::{Change, Changes, Kind, Record, Records, Values, link};

/// The kinds of record that ask for a paper.
pub(crate) const ASKING: [&Kind; 4] = [&ACTION, &QUESTION, &RECOMMENDATION, &REPORT_BACK];

/// The action, question, recommendation or promised report that a paper was asked as.
pub(crate) fn asked_as<'a>(records: &'a Records, paper: &Record) -> Vec<&'a Record> {
    records
        .leads_to(paper.id, &link::ANSWERS)
        .filter(|it| ASKING.contains(&it.kind) && !it.erased)
        .collect()
}

/// What issuing the paper does to what asked for it, in words.
pub(crate) fn then_words(asked: &Record) -> &'static str {
    match (asked.kind.word, asked.state.word) {
        _ if !asked.is_open() => "It is closed already, and gets the paper as evidence.",
        ("action", "evidenced") => "It gets the paper as evidence, and still awaits a meeting.",
        ("action", _) => {
            "When the paper is issued it gets it as evidence and awaits its confirmation at a meeting."
        }
        ("question", _) => "When the paper is issued it is answered with it.",
        ("report-back", _) => "When the paper is issued it is given.",
        _ => {
            "When the paper is issued it gets it as evidence; whoever sees to it says whether it is completed."
        }
    }
}

/// Adds what issuing a paper does to what asked for it: the paper is its evidence; an action awaits its confirmation at a
/// meeting, which alone closes it. What this person may not write is linked and left as it stands.
pub(super) fn answer(
    records: &Records,
    paper: &Record,
    title: &str,
    user: &User,
    today: Day,
    changes: &mut Changes,
) {
    let asker = user.asker();
    let said = format!(
        "{}, {}, issued on {}",
        paper.reference(),
        title.chars().take(300).collect::<String>(),
        today.words()
    );
    for asked in asked_as(records, paper) {
        changes.link(paper.id, &link::EVIDENCE_FOR, asked.id);
        if !asked.is_open() || !asker.may_edit(asked) {
            continue;
        }
        let mut values = asked.values.clone();
        let field = match asked.kind.word {
            "question" => "answer",
            "report-back" => "said",
            _ => "evidence",
        };
        if !added(&mut values, field, &said) {
            continue;
        }
        match asked.kind.word {
            "question" => {
                values = values
                    .with("answered_by", user.name.as_str())
                    .with("answered_on", today.to_string());
            }
            "report-back" => values = values.with(DATE, today.to_string()),
            _ => {}
        }
        changes.list.push(Change::Edit {
            record: asked.id,
            read: asked.version,
            readers: asked.readers,
            values,
        });
        let to = match asked.kind.word {
            "action" => "evidenced",
            "question" => "answered",
            "report-back" => "given",
            _ => continue,
        };
        if asked.state.word != to && asker.moves(asked).any(|it| it.to == to) {
            changes.list.push(Change::Move {
                record: asked.id,
                read: asked.version + 1,
                to,
            });
        }
    }
}

/// Adds a paragraph to what a field holds, if there is room.
fn added(values: &mut Values, field: &str, said: &str) -> bool {
    let text = match values.text(field) {
        "" => said.to_owned(),
        before => format!("{before}\n\n{said}"),
    };
    let fits = text.chars().count() <= TEXT;
    if fits {
        *values = values.clone().with(field, text);
    }
    fits
}
