//! A meeting's own steps: papers are circulated, it was held, it is cancelled.

use super::{meeting, path};
use crate::desk::{Returned, hand_in};
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::pages::records::posted;
use crate::problem::Problem;
use crate::user::RunsMeetings;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_programme::{Change, Changes, Record, Records, kinds, meetings};

/// Takes the step that was asked for; a step that needs more shows the meeting's page with what is missing.
pub(super) async fn change(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let step = kinds::MEETING
        .way(fields.get("step"))
        .filter(|it| matches!(it.word, "circulate" | "hold" | "cancel"))
        .ok_or(Problem::NotUnderstood)?;
    let mut changes = Changes::by(user.author()).because(fields.get("reason"));
    let mut read = meeting.version;
    if step.word == "circulate" {
        let day = posted::day(&fields, "circulated");
        let day = if day.is_empty() {
            house.today().to_string()
        } else {
            day
        };
        changes.list.push(Change::Edit {
            record: meeting.id,
            read,
            readers: meeting.readers,
            values: meeting.values.clone().with("circulated", day.as_str()),
        });
        read += 1;
        circulate(&mut changes, &records, meeting, &day);
    }
    changes.list.push(Change::Move {
        record: meeting.id,
        read,
        to: step.to,
    });
    if step.word == "hold" {
        take(&mut changes, &records, meeting);
    }
    let (to, notice) = match step.word {
        "circulate" => (path(meeting, ""), Notice::PapersCirculated),
        "hold" => (path(meeting, "/minutes"), Notice::MeetingHeld),
        _ => (path(meeting, ""), Notice::MeetingCancelled),
    };
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(to).saying(notice).into_response()),
        Err(Returned::Mistakes(wrong)) => {
            Ok(super::show::page(&house, &user, &records, meeting, &wrong)
                .with_mistakes()
                .into_response())
        }
        Err(other) => Err(other.into()),
    }
}

/// The papers that are in go out with the agenda, and stay as they were.
fn circulate(changes: &mut Changes, records: &Records, meeting: &Record, day: &str) {
    for paper in super::papers::of_meeting(records, meeting) {
        if paper.state.word == "received" {
            changes.list.push(Change::Edit {
                record: paper.id,
                read: paper.version,
                readers: paper.readers,
                values: paper.values.clone().with("circulated", day),
            });
            changes.list.push(Change::Move {
                record: paper.id,
                read: paper.version + 1,
                to: "circulated",
            });
        }
    }
}

/// What was on the agenda and was neither deferred nor withdrawn was taken.
fn take(changes: &mut Changes, records: &Records, meeting: &Record) {
    for item in meetings::items(records, meeting.id) {
        if item.state.word == "planned" {
            changes.list.push(Change::Move {
                record: item.id,
                read: item.version,
                to: "taken",
            });
        }
    }
}
