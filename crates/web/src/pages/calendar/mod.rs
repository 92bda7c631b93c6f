//! Meetings and due days in a person's own calendar: a feed at a secret address, and single entries.
//!
//! A calendar program cannot sign in, so a feed's address holds a token nobody can guess; the store knows its sha256 only.
//! What the feed shows is what its person may read at that moment.

mod entries;
mod ical;

use crate::caller::Caller;
use crate::clock::moment_words;
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::{actions, asked};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use ical::Calendar;
use jiff::Timestamp;
use waymark_govuk::{Button, Input};
use waymark_programme::kinds::{ACTION, MEETING};
use waymark_programme::owner::Person;
use waymark_programme::{Kind, Record, RecordId, Records};
use waymark_store::Role;

/// How many days back meetings and dues are listed.
const BACK: i32 = 400;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/calendar", show)
        .post("/calendar", make)
        .post("/calendar/end", end)
        .get("/calendar/feed/{feed}", feed)
        .get("/calendar/meetings/{meeting}", meeting)
        .get("/calendar/actions/{action}", action)
}

#[derive(Template)]
#[template(path = "pages/calendar/calendar.html")]
struct View {
    csrf: String,
    /// The address, shown once, right after it was made.
    address: Option<Input>,
    since: String,
    make: Button,
    end: Option<Button>,
}

async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
) -> Result<Response, Problem> {
    Ok(view(&house, &user, None).await?.into_response())
}

async fn view(house: &House, user: &User, address: Option<String>) -> Result<Page<View>, Problem> {
    let feed = house.store().feed_of(user.id).await?;
    let since = feed.as_ref().map_or_else(String::new, |it| {
        let read = it.last_read.map_or_else(
            || "No program has read it yet".to_owned(),
            |at| {
                format!(
                    "A program last read it on {}, to the hour",
                    moment_words(at)
                )
            },
        );
        format!(
            "Your calendar’s address was made on {}. {read}.",
            moment_words(it.made)
        )
    });
    let view = View {
        csrf: user.csrf.clone(),
        address: address.map(|it| Input::new("address", "The address of your calendar").value(it)),
        make: if feed.is_some() {
            Button::new("Make a new address; the old one ends").secondary()
        } else {
            Button::new("Make an address")
        },
        end: feed.map(|_| Button::new("End the address").warning()),
        since,
    };
    Ok(Page::new("Your calendar", view)
        .section(Section::Actions)
        .without_data_age())
}

async fn make(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Posted(_): Posted,
) -> Result<Page<View>, Problem> {
    let token = house.store().make_feed(user.id, Timestamp::now()).await?;
    tracing::info!(by = user.id.0, "a calendar address was made");
    let address = format!(
        "{}/calendar/feed/{}.ics",
        house.options().address,
        token.reveal()
    );
    view(&house, &user, Some(address)).await
}

async fn end(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Posted(_): Posted,
) -> Result<To, Problem> {
    house.store().end_feed(user.id).await?;
    tracing::info!(by = user.id.0, "a calendar address was ended");
    Ok(To::page("/calendar").saying(Notice::FeedEnded))
}

/// The feed of whoever the token belongs to.
async fn feed(
    State(house): State<House>,
    Path(feed): Path<String>,
    Caller(address): Caller,
) -> Result<Response, Problem> {
    if asked::too_many(&house, &address).await? {
        return Ok(StatusCode::TOO_MANY_REQUESTS.into_response());
    }
    let token = feed.strip_suffix(".ics").unwrap_or(&feed);
    let account = house.store().open_feed(token, Timestamp::now()).await?;
    let Some(account) = account.filter(|it| it.role != Role::Administrator) else {
        asked::note_dead(&house, &address).await?;
        return Err(Problem::NotFound);
    };
    let user = User::new(account, String::new());
    let records = house.records().await?;
    let person = actions::person(&house, &user, &records).await?;
    let text = whole(&house, &user, &records, &person);
    Ok(calendar_file(text, "waymark.ics"))
}

/// Every meeting they may read and everything due that is theirs, from a year back on.
fn whole(house: &House, user: &User, records: &Records, person: &Person) -> String {
    let options = house.options();
    let since = house.today().plus_days(-BACK);
    let mut calendar = Calendar::named(&format!("{}, {}", options.service, options.name));
    let asker = user.asker();
    for record in records.all().filter(|it| !it.erased) {
        if record.is(&MEETING) {
            if asker.may_read(record) && record.date().is_some_and(|it| it >= since) {
                entries::meeting(&mut calendar, options, record);
            }
        } else if record.is_open() && person.owns(records, record) {
            entries::due(&mut calendar, options, records, record);
        }
    }
    calendar.done()
}

async fn meeting(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(meeting): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = named(&records, &MEETING, &meeting)?;
    if !user.asker().may_read(record) {
        return Err(Problem::NotFound);
    }
    let mut calendar = Calendar::named("");
    entries::meeting(&mut calendar, house.options(), record);
    Ok(calendar_file(
        calendar.done(),
        &format!("meeting-{}.ics", record.id),
    ))
}

async fn action(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(action): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let record = named(&records, &ACTION, &action)?;
    let person = actions::person(&house, &user, &records).await?;
    let asker = person.asker(&records, record, user.role, &user.areas);
    if !asker.may_read(record) {
        return Err(Problem::NotFound);
    }
    let mut calendar = Calendar::named("");
    entries::due(&mut calendar, house.options(), &records, record);
    Ok(calendar_file(
        calendar.done(),
        &format!("action-{}.ics", record.id),
    ))
}

fn named<'a>(records: &'a Records, kind: &Kind, number: &str) -> Result<&'a Record, Problem> {
    number
        .strip_suffix(".ics")
        .unwrap_or(number)
        .parse()
        .ok()
        .and_then(|it| records.get(RecordId(it)))
        .filter(|it| it.is(kind) && !it.deleted && !it.erased)
        .ok_or(Problem::NotFound)
}

fn calendar_file(text: String, name: &str) -> Response {
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{name}\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/calendar; charset=utf-8"),
        ),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, text).into_response()
}
