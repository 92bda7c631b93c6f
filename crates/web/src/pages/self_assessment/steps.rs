//! From draft to tabled, and on to the next version. Whatever blocks a step is said on the page, and nothing moves.

use super::show::{Refused, against, may_amend, page};
use super::{blocked, find, paper_of, path};
use crate::desk::{Returned, hand_in};
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::pages::papers::set_off;
use crate::problem::Problem;
use crate::user::{RunsActions, User};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_programme::kinds::{CLAIM, MEETING, PAPER, SELF_ASSESSMENT};
use waymark_programme::self_assessment::claims;
use waymark_programme::{Change, Changes, Record, RecordId, Records, Values, link};

/// The template of its paper.
const TEMPLATE: &str = "self-assessment";

/// Begins a working draft, with every claim under a key judgement that is part of no other; where one is being worked on,
/// leads there.
pub(super) async fn begin(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    if records.of(&SELF_ASSESSMENT).next().is_some() {
        return Ok(To::page("/self-assessment").into_response());
    }
    let mut changes = Changes::by(user.author());
    let made = draft(&house, &user, &mut changes);
    let free = records.of(&CLAIM).filter(|it| {
        it.state.word != "withdrawn"
            && !it.text("judgement").is_empty()
            && user.asker().may_edit(it)
    });
    for claim in free {
        changes.link(claim.id, &link::PART_OF, made);
    }
    hand_in(&house, &user, &changes).await?;
    Ok(To::page("/self-assessment")
        .saying(Notice::AssessmentBegun)
        .into_response())
}

fn draft(house: &House, user: &User, changes: &mut Changes) -> RecordId {
    let today = house.today();
    let values = Values::new()
        .with(
            "title",
            format!("Self-assessment, {}", today.month().words()),
        )
        .with("date", today.to_string())
        .with_list("owners", [user.name.as_str()]);
    changes.make(&SELF_ASSESSMENT, values)
}

pub(super) async fn meet(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    let mut stops = not_from(&user, assessment, "meet")?;
    if stops.is_empty() {
        stops = blocked(&house.county(), &records, assessment, house.today());
    }
    if !stops.is_empty() {
        return refused(&house, &user, &records, assessment, stops).await;
    }
    let mut changes = Changes::by(user.author());
    go(&mut changes, assessment, "ready");
    if paper_of(&records, assessment).is_none() {
        paper(&user, assessment, &mut changes);
    }
    keep(&house, &user, &records, assessment, &changes).await
}

/// The paper that will freeze it: made anew until it is signed off, so that officers can word it and answer its rules.
fn paper(user: &User, assessment: &Record, changes: &mut Changes) {
    let values = Values::new()
        .with("title", assessment.title())
        .with("sort", "report")
        .with("template", TEMPLATE)
        .with_list("owners", [user.name.as_str()]);
    let made = changes.make_as(&PAPER, "received", PAPER.readers, values);
    changes.link(made, &link::ABOUT, assessment.id);
}

pub(super) async fn redraft(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    let stops = not_from(&user, assessment, "redraft")?;
    if !stops.is_empty() {
        return refused(&house, &user, &records, assessment, stops).await;
    }
    let mut changes = Changes::by(user.author()).because(fields.get("reason"));
    go(&mut changes, assessment, "draft");
    keep(&house, &user, &records, assessment, &changes).await
}

/// Sets off the paper of it: issuing that signs off the version, both or neither.
pub(super) async fn sign_off(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let mut records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    let mut stops = not_from(&user, assessment, "sign")?;
    if stops.is_empty() {
        stops = blocked(&house.county(), &records, assessment, house.today());
    }
    if !stops.is_empty() {
        return refused(&house, &user, &records, assessment, stops).await;
    }
    if paper_of(&records, assessment).is_none() {
        let mut changes = Changes::by(user.author());
        paper(&user, assessment, &mut changes);
        hand_in(&house, &user, &changes).await?;
        records = house.records_for(&user).await?;
    }
    let assessment = find(&records, &user, &number)?;
    let paper = paper_of(&records, assessment).ok_or(Problem::NotFound)?;
    let stops = against(&house, paper).await?;
    if !stops.is_empty() {
        return refused(&house, &user, &records, assessment, stops).await;
    }
    Ok(set_off(&house, &user, paper))
}

pub(super) async fn table(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    let mut stops = not_from(&user, assessment, "table")?;
    let meeting = records
        .of(&MEETING)
        .find(|it| it.id.to_string() == fields.get("meeting"));
    if meeting.is_none() {
        stops.push("Choose the meeting where it is tabled".to_owned());
    }
    let (Some(meeting), true) = (meeting, stops.is_empty()) else {
        return refused(&house, &user, &records, assessment, stops).await;
    };
    let mut changes = Changes::by(user.author());
    changes.link(assessment.id, &link::PRESENTED_AT, meeting.id);
    go(&mut changes, assessment, "tabled");
    keep(&house, &user, &records, assessment, &changes).await
}

/// Begins the next version: it takes the claims over, and what was signed off stays as it was.
pub(super) async fn amend(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    if !may_amend(&records, &user, assessment) {
        let why = "The next version begins from the one that was signed off, and while none is being worked on";
        return refused(&house, &user, &records, assessment, vec![why.to_owned()]).await;
    }
    let mut changes = Changes::by(user.author());
    let made = draft(&house, &user, &mut changes);
    changes.link(made, &link::REPLACES, assessment.id);
    for claim in claims(&records, assessment.id) {
        changes.list.push(Change::Unlink {
            from: claim.id,
            kind: &link::PART_OF,
            to: assessment.id.into(),
        });
        changes.link(claim.id, &link::PART_OF, made);
    }
    let kept = hand_in(&house, &user, &changes).await?;
    Ok(To::page(format!("/self-assessment/{}", kept.number(made)))
        .saying(Notice::AssessmentBegun)
        .into_response())
}

fn go(changes: &mut Changes, assessment: &Record, to: &'static str) {
    changes.list.push(Change::Move {
        record: assessment.id,
        read: assessment.version,
        to,
    });
}

/// Why a step cannot be taken from where a version stands; not theirs to take is another answer.
fn not_from(user: &User, assessment: &Record, word: &str) -> Result<Vec<String>, Problem> {
    let step = SELF_ASSESSMENT.way(word).ok_or(Problem::NotFound)?;
    if !step.who.contains(&user.role) {
        return Err(Problem::NotAllowed(
            "A self-assessment is signed off by the chair or the director.",
        ));
    }
    if step.from.contains(&assessment.state.word) {
        return Ok(Vec::new());
    }
    Ok(vec![format!(
        "It stands at “{}”: this step is not taken from there",
        assessment.state.title
    )])
}

async fn refused(
    house: &House,
    user: &User,
    records: &Records,
    assessment: &Record,
    because: Vec<String>,
) -> Result<Response, Problem> {
    let typed = None;
    let refused = Refused { because, typed };
    page(house, user, records, assessment, refused).await
}

async fn keep(
    house: &House,
    user: &User,
    records: &Records,
    assessment: &Record,
    changes: &Changes,
) -> Result<Response, Problem> {
    match hand_in(house, user, changes).await {
        Ok(_) => Ok(To::page(path(assessment, ""))
            .saying(Notice::AssessmentMoved)
            .into_response()),
        Err(Returned::Mistakes(wrong)) => {
            let because = wrong.into_iter().map(|it| it.words).collect();
            refused(house, user, records, assessment, because).await
        }
        Err(other) => Err(other.into()),
    }
}
