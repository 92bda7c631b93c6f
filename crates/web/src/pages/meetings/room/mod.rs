//! In the room: one item at a time, what is said and decided written down as it happens.

mod asked;
mod due;
mod owed;
mod write;

use super::last_time::{self, LastTime};
use super::{agenda, approved, item, meeting, papers, path, quorum, show as meeting_page, times};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::To;
use crate::page::{Page, Section};
use crate::pages::records::{cite, shown};
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use askama::Template;
use asked::Asked;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Checkboxes, ErrorSummary, Html, Input, Select, Textarea};
use waymark_programme::{Mistake, Record, Records};

/// What a closed meeting says to whoever would still write.
const CLOSED: &str =
    "The minutes of this meeting are approved. What was said can no longer be changed.";

#[derive(Template)]
#[template(path = "pages/meetings/room/room.html")]
struct Room {
    mistakes: Option<ErrorSummary>,
    theirs: Option<Html>,
    csrf: String,
    here: String,
    meeting: String,
    meeting_href: String,
    title: String,
    number: String,
    when: String,
    presenter: String,
    seeks: Html,
    quorum: String,
    papers: Vec<Html>,
    last_time: Option<LastTime>,
    read: u32,
    minute: Textarea,
    recorded: Vec<Html>,
    resolution: Resolution,
    action: Action,
    question: Question,
    promise: Promise,
    prediction: Prediction,
    owed: Vec<owed::Owed>,
    to_confirm: Vec<owed::ToConfirm>,
    minutes: Vec<(String, String)>,
    defer: Option<Input>,
    open: String,
    items: Vec<(String, String, bool)>,
    back: String,
    on: String,
}

struct Resolution {
    verb: Select,
    text: Textarea,
    to: Input,
}

struct Action {
    text: Textarea,
    owners: Input,
    due: Input,
    without_day: Option<Checkboxes>,
}

struct Prediction {
    text: Textarea,
    said_by: Input,
    due: Input,
    measure: Select,
    direction: Select,
}

struct Question {
    text: Textarea,
    asked_by: Input,
    answer: Textarea,
    answered_by: Input,
}

struct Promise {
    text: Textarea,
    said_by: Input,
    due: Input,
    without_day: Option<Checkboxes>,
}

/// To the first item that was not taken yet.
pub(super) async fn begin(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<To, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let agenda = agenda::of(&records, meeting);
    let first = agenda
        .standing()
        .find(|it| it.item.state.word == "planned")
        .or_else(|| agenda.standing().next());
    Ok(To::page(first.map_or_else(
        || path(meeting, "/items/new"),
        |it| path(meeting, &format!("/room/{}", it.item.id)),
    )))
}

pub(super) async fn show(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path((number, which)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    if approved(meeting) {
        return Ok(To::page(path(meeting, "/minutes")).into_response());
    }
    let item = item(&records, &user, meeting, &which)?;
    let in_room = InRoom {
        house: &house,
        user: &user,
        records: &records,
        meeting,
        item,
    };
    Ok(in_room.page(None, &[]).into_response())
}

pub(super) async fn write(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Path((number, which)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    let item = item(&records, &user, meeting, &which)?;
    if approved(meeting) {
        return Err(Problem::NotAllowed(CLOSED));
    }
    let in_room = InRoom {
        house: &house,
        user: &user,
        records: &records,
        meeting,
        item,
    };
    write::write(&in_room, &fields).await
}

/// One item in the room.
struct InRoom<'a> {
    house: &'a House,
    user: &'a User,
    records: &'a Records,
    meeting: &'a Record,
    item: &'a Record,
}

impl InRoom<'_> {
    /// Where this item is in the room.
    fn here(&self) -> String {
        path(self.meeting, &format!("/room/{}", self.item.id))
    }

    /// The page with what somebody else wrote at the same time above one's own, which is still in its box.
    fn stale(&self, fields: &Fields) -> Response {
        let theirs = shown::paragraphs(self.item.text("minute"));
        self.made(Some(fields), &[], Some(theirs))
            .status(StatusCode::CONFLICT)
            .into_response()
    }

    fn page(&self, typed: Option<&Fields>, wrong: &[Mistake]) -> Page<impl Template + use<>> {
        let page = self.made(typed, wrong, None);
        if wrong.is_empty() {
            page
        } else {
            page.with_mistakes()
        }
    }

    fn made(&self, typed: Option<&Fields>, wrong: &[Mistake], theirs: Option<Html>) -> Page<Room> {
        let Self {
            house,
            user,
            records,
            meeting,
            item,
        } = self;
        let asked = Asked { typed, wrong };
        let asking = (*user, house.today());
        let agenda = agenda::of(records, meeting);
        let at = agenda.place(item).unwrap_or(0);
        let taken = &agenda.items[at];
        let room_of = |it: &agenda::Taken<'_>| path(meeting, &format!("/room/{}", it.item.id));
        let (before, after) = agenda.items.split_at(at);
        let standing = |it: &&agenda::Taken<'_>| it.item.state.word != "withdrawn";
        let minute = match asked.value("minute", "minute") {
            "" if typed.is_none_or(|it| it.get("what") != "minute") => item.text("minute"),
            typed => typed,
        };
        let title = if taken.number.is_empty() {
            item.title().to_owned()
        } else {
            format!("{}. {}", taken.number, item.title())
        };
        let view = Room {
            mistakes: asked.summary(),
            theirs,
            csrf: user.csrf.clone(),
            here: self.here(),
            meeting: meeting.title().to_owned(),
            meeting_href: path(meeting, ""),
            title: item.title().to_owned(),
            number: taken.number.clone(),
            when: times::clock(&taken.starts),
            presenter: item.text("presenter").to_owned(),
            seeks: shown::paragraphs(item.text("seeks")),
            quorum: quorum::words(records, meeting),
            papers: papers::of(records, item.id)
                .into_iter()
                .filter(|it| user.asker().may_read(it))
                .map(cite::titled)
                .collect(),
            last_time: last_time::of(
                house,
                user,
                records,
                &mut last_time::before(house, user, records, meeting),
                item,
            ),
            read: item.version,
            minute: Textarea::new("minute", "What was said")
                .hint("A paragraph for each point. Resolutions and actions have forms of their own below")
                .rows(8_u16)
                .value(minute)
                .error(asked.wrong("minute", "minute")),
            recorded: meeting_page::outcomes(records, user, meeting, item),
            resolution: asked.resolution(meeting),
            action: asked.action(),
            question: asked.question(),
            promise: asked.promise(),
            prediction: asked.prediction(),
            owed: owed::promises(records, asking, meeting, item, &asked),
            to_confirm: owed::to_confirm(records, asking, meeting, item),
            minutes: owed::minutes(records, asking, meeting, item),
            defer: matches!(item.state.word, "planned" | "taken").then(|| {
                Input::new("reason", "Why is it deferred?")
                    .value(asked.value("defer", "reason"))
                    .error(asked.wrong("defer", "reason"))
            }),
            open: typed.map_or("", |it| it.get("what")).to_owned(),
            items: agenda
                .standing()
                .map(|it| {
                    let words = format!("{}. {}", it.number, cite::shortened(it.item.title(), 80));
                    (room_of(it), words, it.item.id == item.id)
                })
                .collect(),
            back: before
                .iter()
                .rev()
                .find(standing)
                .map_or_else(String::new, room_of),
            on: after
                .iter()
                .skip(1)
                .find(standing)
                .map_or_else(String::new, room_of),
        };
        Page::new(format!("In the room: {title}"), view)
            .section(Section::Meetings)
            .under("Meetings", "/meetings")
            .under(meeting.title(), path(meeting, ""))
            .without_data_age()
    }
}
