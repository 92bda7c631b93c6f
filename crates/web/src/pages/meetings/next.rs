//! From a meeting that was held to the next: one button, and everything is carried over.

use super::{meeting, path, times};
use crate::desk::hand_in;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::records::cite;
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Button, Html};
use waymark_programme::carry::{NotYet, next_meeting};
use waymark_programme::kind::DATE;
use waymark_programme::{Change, Changes, End, Record, RecordId, Records, kinds, link, meetings};

/// The meeting of the same body that goes on from this one, else the next in the calendar.
pub(super) fn after<'a>(records: &'a Records, meeting: &Record) -> Option<&'a Record> {
    records
        .led_here(meeting.id, &link::CONTINUES)
        .find(|it| it.is(&kinds::MEETING))
}

/// The meeting that this one goes on from.
pub(super) fn before<'a>(records: &'a Records, meeting: &Record) -> Option<&'a Record> {
    records
        .leads_to(meeting.id, &link::CONTINUES)
        .find(|it| it.is(&kinds::MEETING))
}

/// The meeting at which this one's minutes will come up: the one that goes on from it, else the body's next.
pub(super) fn approving<'a>(records: &'a Records, meeting: &Record) -> Option<&'a Record> {
    after(records, meeting).or_else(|| {
        meetings::of_same_body(records, meeting)
            .into_iter()
            .find(|it| it.date() > meeting.date())
    })
}

#[derive(Template)]
#[template(path = "pages/meetings/next.html")]
struct Next {
    csrf: String,
    action: String,
    meeting: String,
    why_not: String,
    on: String,
    known: Option<Html>,
    items: Vec<(String, String)>,
    carried: Vec<Html>,
    submit: Button,
}

pub(super) async fn show(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let changes = match of(&records, &user, meeting) {
        Ok(changes) => changes,
        Err(NotYet::Made(next)) => return Ok(To::page(format!("/meetings/{next}")).into_response()),
        Err(why) => return Ok(page(&user, &records, meeting, None, why_not(why)).into_response()),
    };
    Ok(page(&user, &records, meeting, Some(&changes), "").into_response())
}

pub(super) async fn make(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(_): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let changes = match of(&records, &user, meeting) {
        Ok(changes) => changes,
        // Pressed twice: the first press made it.
        Err(NotYet::Made(next)) => return Ok(To::page(format!("/meetings/{next}")).into_response()),
        Err(why) => {
            return Ok(page(&user, &records, meeting, None, why_not(why))
                .with_mistakes()
                .into_response());
        }
    };
    let next = next_of(&changes);
    let kept = hand_in(&house, &user, &changes).await?;
    let to = next.map_or_else(
        || path(meeting, ""),
        |it| format!("/meetings/{}", kept.number(it)),
    );
    Ok(To::page(to).saying(Notice::MeetingMade).into_response())
}

/// What makes the next meeting. Times and numbers are worked out from the agenda's order and lengths, so that they stay
/// right when it changes.
fn of(records: &Records, user: &User, meeting: &Record) -> Result<Changes, NotYet> {
    let mut changes = next_meeting(records, meeting, user.author())?;
    for change in &mut changes.list {
        if let Change::Make { kind, values, .. } = change
            && **kind == kinds::AGENDA_ITEM
        {
            values.0.remove("starts");
            values.0.remove("number");
        }
    }
    Ok(changes)
}

fn why_not(why: NotYet) -> &'static str {
    match why {
        NotYet::NotHeld => {
            "This meeting is not recorded as held yet. Once it is, the next one can be made from it."
        }
        NotYet::NoDate => "This meeting has no date to count from. Give it one first.",
        NotYet::Made(_) => "",
    }
}

/// The number that the next meeting goes by in the list.
fn next_of(changes: &Changes) -> Option<RecordId> {
    changes.list.iter().find_map(|it| match it {
        Change::Link { from, kind, .. } if **kind == link::CONTINUES => Some(*from),
        _ => None,
    })
}

fn page(
    user: &User,
    records: &Records,
    meeting: &Record,
    changes: Option<&Changes>,
    why_not: &str,
) -> Page<impl Template + use<>> {
    let list = changes.map_or(&[][..], |it| &it.list);
    let known = changes
        .and_then(next_of)
        .and_then(|it| records.get(it))
        .filter(|it| it.is(&kinds::MEETING));
    let on = list
        .iter()
        .find_map(|it| match it {
            Change::Make { kind, values, .. } if **kind == kinds::MEETING => values.day(DATE),
            _ => None,
        })
        .or_else(|| known.and_then(Record::date));
    let items = list
        .iter()
        .filter_map(|it| match it {
            Change::Make { kind, values, .. } if **kind == kinds::AGENDA_ITEM => Some((
                values.text("title").to_owned(),
                values
                    .text("planned_minutes")
                    .parse()
                    .map_or_else(|_| String::new(), |it| counted(it, "minute", "minutes")),
            )),
            _ => None,
        })
        .collect();
    let carried = list
        .iter()
        .filter_map(|it| match it {
            Change::Link {
                kind,
                to: End::Record(to),
                ..
            } if **kind == link::ABOUT => records.get(*to),
            _ => None,
        })
        .filter(|it| user.asker().may_read(it))
        .map(|it| Html::new(format!("{} {}", it.kind.title, cite::link(it))))
        .collect();
    let view = Next {
        csrf: user.csrf.clone(),
        action: path(meeting, "/next"),
        meeting: meeting.title().to_owned(),
        why_not: why_not.to_owned(),
        on: on.map_or_else(String::new, times::weekday),
        known: known.map(cite::titled),
        items,
        carried,
        submit: Button::new("Make the next meeting").prevent_double_click(true),
    };
    Page::new("The next meeting", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under(meeting.title(), path(meeting, ""))
        .without_data_age()
}
