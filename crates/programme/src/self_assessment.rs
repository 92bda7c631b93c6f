//! A self-assessment as it stands: its claims, what each rests on, and what blocks its sign-off.

use crate::check::Mistake;
use crate::kind::Holds;
use crate::kinds::{CLAIM, PLAN_LINE, SELF_ASSESSMENT, SUGGESTION};
use crate::link::{self, End};
use crate::plan_checks::{Lack, lacks};
use crate::record::{Record, RecordId};
use crate::records::Records;

/// The key judgements of inspection: their words and titles, in their order.
#[must_use]
pub fn judgements() -> &'static [(&'static str, &'static str)] {
    match CLAIM.field("judgement").map(|it| it.holds) {
        Some(Holds::Choice(judgements)) => judgements,
        _ => &[],
    }
}

/// The self-assessment that is worked on: the latest draft; where there is none, the latest signed off.
#[must_use]
pub fn current(records: &Records) -> Option<&Record> {
    let latest = |open: bool| {
        records
            .of(&SELF_ASSESSMENT)
            .rfind(|it| it.is_open() == open && it.state.word != "replaced")
    };
    latest(true).or_else(|| latest(false))
}

/// The latest version that was signed off and that nothing replaces yet.
#[must_use]
pub fn latest_signed(records: &Records) -> Option<&Record> {
    records
        .of(&SELF_ASSESSMENT)
        .rfind(|it| matches!(it.state.word, "signed" | "tabled"))
}

/// Its claims, by number, without those that were withdrawn.
#[must_use]
pub fn claims(records: &Records, assessment: RecordId) -> Vec<&Record> {
    let mut found: Vec<&Record> = records
        .parts(assessment, &CLAIM)
        .filter(|it| it.state.word != "withdrawn")
        .collect();
    found.sort_by_key(|it| it.id);
    found
}

/// The comments on a claim or on the whole, by number.
#[must_use]
pub fn comments(records: &Records, about: RecordId) -> Vec<&Record> {
    let mut found: Vec<&Record> = records
        .led_here(about, &link::ABOUT)
        .filter(|it| it.is(&SUGGESTION))
        .collect();
    found.sort_by_key(|it| it.id);
    found
}

/// Whether anything is evidence for a claim: a measure, or a record.
#[must_use]
pub fn has_evidence(records: &Records, claim: RecordId) -> bool {
    records.measures_of(claim).next().is_some()
        || records
            .led_here(claim, &link::EVIDENCE_FOR)
            .next()
            .is_some()
}

/// The lines of the plan that are tied to a claim, either way, and were not stopped.
#[must_use]
pub fn plan_lines(records: &Records, claim: RecordId) -> Vec<&Record> {
    let away = records
        .links_from(claim)
        .iter()
        .filter_map(|it| match it.to {
            End::Record(to) => Some(to),
            End::Measure(_) => None,
        });
    let mut found: Vec<&Record> = away
        .chain(records.links_to(claim).iter().map(|it| it.from))
        .filter_map(|it| records.get(it))
        .filter(|it| it.is(&PLAN_LINE) && !it.deleted && it.state.word != "stopped")
        .collect();
    found.sort_by_key(|it| it.id);
    found.dedup_by_key(|it| it.id);
    found
}

/// What a line of the plan lacks to be a detailed plan: an outcome, an owner, a day. Empty: it is one.
#[must_use]
pub fn not_detailed(records: &Records, line: &Record) -> Vec<Lack> {
    lacks(records, line)
        .into_iter()
        .filter(|it| matches!(it, Lack::Outcome | Lack::Owner | Lack::Day))
        .collect()
}

/// What keeps a claim from being stated as it stands, in words that follow its reference: its wording was queried, it stands
/// at “Needs evidence” though some is linked, a comment on it was accepted and nothing has come of it yet. Without any
/// evidence it is bare, which [`has_evidence`] tells.
#[must_use]
pub fn unsettled(records: &Records, claim: &Record) -> Vec<String> {
    let mut found = Vec::new();
    match claim.state.word {
        "rewording" => found.push("it is to be reworded".to_owned()),
        "unsupported" if has_evidence(records, claim.id) => found.push(
            "it stands at “Needs evidence”: say that what is linked to it shows it, or withdraw it"
                .to_owned(),
        ),
        _ => {}
    }
    for comment in comments(records, claim.id) {
        if comment.state.word == "accepted" {
            found.push(format!(
                "{}, a comment that was accepted, awaits the rewording: reword it, and say what came of the comment",
                comment.reference()
            ));
        }
    }
    found
}

/// What blocks an assessment's requirements from being met, and its sign-off: a claim under no judgement, without evidence
/// or not settled, an area for development without a detailed line of the plan, a comment that nobody answered.
#[must_use]
pub fn blocks(records: &Records, assessment: &Record) -> Vec<Mistake> {
    let claims = claims(records, assessment.id);
    let mut found = Vec::new();
    let mut say = |words: String| found.push(Mistake::new("", words));
    if claims.is_empty() {
        say("It holds no claim yet: write what is strong and what is to be developed".to_owned());
    }
    for claim in claims {
        let cited = claim.reference();
        if claim.text("judgement").is_empty() || claim.text("sense").is_empty() {
            say(format!(
                "{cited}: say which key judgement it belongs to, and whether it is a strength or an area for development"
            ));
        }
        if !has_evidence(records, claim.id) {
            say(format!("{cited}: no evidence is linked to it"));
        }
        for words in unsettled(records, claim) {
            say(format!("{cited}: {words}"));
        }
        if claim.text("sense") == "development" {
            undeveloped(records, claim, &mut say);
        }
        unanswered(records, claim.id, &mut say);
    }
    unanswered(records, assessment.id, &mut say);
    found
}

/// One detailed line is enough.
fn undeveloped(records: &Records, claim: &Record, say: &mut impl FnMut(String)) {
    let cited = claim.reference();
    let lines = plan_lines(records, claim.id);
    if lines.is_empty() {
        say(format!("{cited}: no line of the plan answers it"));
        return;
    }
    let lacking: Vec<(&Record, Vec<Lack>)> = lines
        .into_iter()
        .map(|line| (line, not_detailed(records, line)))
        .collect();
    if lacking.iter().all(|(_, lacks)| !lacks.is_empty())
        && let Some((line, lacks)) = lacking.first()
    {
        let words: Vec<&str> = lacks.iter().map(|it| it.words()).collect();
        say(format!(
            "{cited}: {}, the line of the plan that answers it, is not detailed: {}",
            line.reference(),
            words.join("; ")
        ));
    }
}

fn unanswered(records: &Records, about: RecordId, say: &mut impl FnMut(String)) {
    let about_it = records.get(about).map(Record::reference);
    for comment in comments(records, about) {
        if comment.state.word == "offered" {
            say(format!(
                "{}: {}, a comment, awaits an answer",
                about_it.as_deref().unwrap_or_default(),
                comment.reference()
            ));
        }
    }
}
