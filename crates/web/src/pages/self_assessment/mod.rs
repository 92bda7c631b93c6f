//! The self-assessment on one page, judgement by judgement: what is strong and what is to be developed side by side, each
//! claim with the evidence that stands for it today, the comments on it and their answers, what blocks its sign-off.

mod ask;
mod bundle;
mod claim;
mod comments;
mod judgement;
mod partner;
mod show;
mod steps;
mod tables;

pub(crate) use partner::is_asked;

use crate::county::County;
use crate::papers::is_own;
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::User;
use claim::evidence;
use waymark_data::Day;
use waymark_programme::circles::VOICES;
use waymark_programme::kinds::SELF_ASSESSMENT;
use waymark_programme::self_assessment::{blocks, claims, has_evidence};
use waymark_programme::{Record, RecordId, Records, link};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/self-assessment", show::current)
        .post("/self-assessment", steps::begin)
        .get("/self-assessment/{assessment}", show::one)
        .post(
            "/self-assessment/{assessment}/requirements-met",
            steps::meet,
        )
        .post("/self-assessment/{assessment}/redraft", steps::redraft)
        .post("/self-assessment/{assessment}/sign-off", steps::sign_off)
        .post("/self-assessment/{assessment}/table", steps::table)
        .post("/self-assessment/{assessment}/amend", steps::amend)
        .post("/self-assessment/{assessment}/comments", comments::write)
        .get("/self-assessment/{assessment}/ask", ask::show)
        .post("/self-assessment/{assessment}/ask", ask::send)
        .post(
            "/self-assessment/{assessment}/links/{link}/revoke",
            ask::revoke,
        )
        .post("/self-assessment/{assessment}/answers", comments::answer)
        .get("/self-assessment/{assessment}/bundle.zip", bundle::send)
}

/// The version of this number, as far as this person may read it.
fn find<'a>(records: &'a Records, user: &User, number: &str) -> Result<&'a Record, Problem> {
    let id: i64 = number.parse().map_err(|_| Problem::NotFound)?;
    records
        .get(RecordId(id))
        .filter(|it| it.is(&SELF_ASSESSMENT) && !it.deleted && user.asker().may_read(it))
        .ok_or(Problem::NotFound)
}

/// The board and those who work for it see it whole; partners, what they are asked about.
fn of_the_programme(user: &User) -> Result<(), Problem> {
    if VOICES.contains(&user.role) {
        Ok(())
    } else {
        Err(Problem::NotAllowed(
            "This is for the board and those who work for it.",
        ))
    }
}

/// Where a version's pages are.
fn path(assessment: &Record, rest: &str) -> String {
    format!("/self-assessment/{}{rest}", assessment.id)
}

/// The paper that freezes a version, or will.
fn paper_of<'a>(records: &'a Records, assessment: &Record) -> Option<&'a Record> {
    records
        .led_here(assessment.id, &link::ABOUT)
        .filter(|it| is_own(it) && it.state.word != "withdrawn")
        .max_by_key(|it| (it.state.frozen, it.id))
}

/// What blocks a version, in words: what its records lack, and claims whose evidence no return tells of any more.
fn blocked(county: &County, records: &Records, assessment: &Record, today: Day) -> Vec<String> {
    let mut found: Vec<String> = blocks(records, assessment)
        .into_iter()
        .map(|it| it.words)
        .collect();
    for claim in claims(records, assessment.id) {
        let silent = has_evidence(records, claim.id)
            && !evidence(county, records, claim, today)
                .iter()
                .any(|it| it.live);
        if silent {
            found.push(format!(
                "{}: no return tells of the measures linked to it, and nothing else is evidence for it",
                claim.reference()
            ));
        }
    }
    found
}
