//! Comments: the note that somebody sticks beside a claim, and the answer it gets, with a reason.

use super::show::{Refused, Typed, page};
use super::{find, of_the_programme, partner, path};
use crate::desk::hand_in;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::problem::Problem;
use crate::user::{ReadsRecords, RunsActions};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_programme::check::LINE;
use waymark_programme::kinds::SUGGESTION;
use waymark_programme::self_assessment::{claims, comments};
use waymark_programme::{Change, Changes, Record, Records, Values, link};
use waymark_store::Role;

pub(super) async fn write(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    if user.role == Role::Partner {
        return partner::write(&house, &user, &fields).await;
    }
    of_the_programme(&user)?;
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    let about = match fields.get("claim") {
        "" => assessment,
        claim => claims(&records, assessment.id)
            .into_iter()
            .find(|it| it.id.to_string() == claim)
            .ok_or(Problem::NotFound)?,
    };
    // A note is one line, however it was typed.
    let text = fields
        .get("text")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let wrong = if text.is_empty() {
        Some("Write your comment")
    } else if text.chars().count() > LINE {
        Some("A comment may have 300 characters: write it shorter, or write two")
    } else {
        None
    };
    if let Some(wrong) = wrong {
        let control = if about.id == assessment.id {
            "comment-whole".to_owned()
        } else {
            format!("comment-{}", about.id)
        };
        let typed = Some(Typed {
            of: about.id,
            text: fields.get("text").to_owned(),
            wrong,
            control,
        });
        let refused = Refused {
            typed,
            ..Refused::default()
        };
        return page(&house, &user, &records, assessment, refused).await;
    }
    let values = Values::new()
        .with("text", text)
        .with("source", "note")
        .with("said_by", user.name.as_str())
        .with("date", house.today().to_string());
    let mut changes = Changes::by(user.author());
    let made = changes.make(&SUGGESTION, values);
    changes.link(made, &link::ABOUT, about.id);
    hand_in(&house, &user, &changes).await?;
    Ok(back(assessment, about, Notice::CommentKept))
}

pub(super) async fn answer(
    RunsActions(user): RunsActions,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    let (about, comment) =
        commented(&records, assessment, fields.get("comment")).ok_or(Problem::NotFound)?;
    let to = match fields.get("answer") {
        "accept" => "accepted",
        "decline" => "declined",
        _ => return Err(Problem::NotUnderstood),
    };
    let reason = fields.get("response");
    let wrong = if comment.state.word != "offered" {
        Some("Somebody answered it meanwhile")
    } else if reason.is_empty() {
        Some("Say why it is accepted or declined")
    } else {
        None
    };
    if let Some(wrong) = wrong {
        let typed = Some(Typed {
            of: comment.id,
            text: reason.to_owned(),
            wrong,
            control: format!("response-{}", comment.id),
        });
        let refused = Refused {
            typed,
            ..Refused::default()
        };
        return page(&house, &user, &records, assessment, refused).await;
    }
    let mut changes = Changes::by(user.author());
    changes.list.push(Change::Edit {
        record: comment.id,
        read: comment.version,
        readers: comment.readers,
        values: comment.values.clone().with("response", reason),
    });
    changes.list.push(Change::Move {
        record: comment.id,
        read: comment.version + 1,
        to,
    });
    hand_in(&house, &user, &changes).await?;
    Ok(back(assessment, about, Notice::CommentAnswered))
}

/// The comment of this number on the assessment or one of its claims, with what it is about.
fn commented<'a>(
    records: &'a Records,
    assessment: &'a Record,
    number: &str,
) -> Option<(&'a Record, &'a Record)> {
    let mut about = claims(records, assessment.id);
    about.push(assessment);
    about.into_iter().find_map(|it| {
        let comment = comments(records, it.id)
            .into_iter()
            .find(|comment| comment.id.to_string() == number)?;
        Some((it, comment))
    })
}

/// To the claim on the page.
fn back(assessment: &Record, about: &Record, notice: Notice) -> Response {
    let place = if about.id == assessment.id {
        "#comments".to_owned()
    } else {
        format!("#claim-{}", about.id)
    };
    To::page(path(assessment, &place))
        .saying(notice)
        .into_response()
}
