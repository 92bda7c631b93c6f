//! Meetings: the calendar; one meeting before it, in the room and after; its minutes.

mod agencies;
mod agenda;
mod calendar;
mod files;
mod items;
mod last_time;
pub(crate) mod minutes;
mod new;
mod next;
mod papers;
mod people;
mod quorum;
mod room;
mod show;
mod state;
mod times;

pub(crate) use papers::of_meeting as papers_of;

use crate::problem::Problem;
use crate::routes::{Method, Routes};
use crate::user::User;
use waymark_programme::{Readers, Record, RecordId, Records, kinds};

pub(crate) fn routes() -> Routes {
    use crate::pages::records::form::takes_a_record;
    Routes::new()
        .get("/meetings", calendar::show)
        .get("/meetings/new", new::show)
        .post("/meetings/new", new::make)
        .get("/meetings/attendance", agencies::show)
        .get("/meetings/{meeting}", show::show)
        .post("/meetings/{meeting}/state", state::change)
        .get("/meetings/{meeting}/people", people::show)
        .post("/meetings/{meeting}/people", people::record)
        .get("/meetings/{meeting}/items/new", items::new)
        .post("/meetings/{meeting}/items/new", items::add)
        .get("/meetings/{meeting}/items/{item}", items::show)
        .post("/meetings/{meeting}/items/{item}", items::change)
        .post("/meetings/{meeting}/items/{item}/place", items::place)
        .get("/meetings/{meeting}/papers/new", papers::new)
        .with(
            Method::Post,
            "/meetings/{meeting}/papers/new",
            papers::takes_a_file(papers::add),
        )
        .get("/meetings/{meeting}/room", room::begin)
        .get("/meetings/{meeting}/room/{item}", room::show)
        .with(
            Method::Post,
            "/meetings/{meeting}/room/{item}",
            takes_a_record(room::write),
        )
        .get("/meetings/{meeting}/minutes", minutes::show)
        .get("/meetings/{meeting}/minutes/edit", minutes::edit)
        .with(
            Method::Post,
            "/meetings/{meeting}/minutes/edit",
            takes_a_record(minutes::keep),
        )
        .post("/meetings/{meeting}/minutes/ready", minutes::ready)
        .get("/meetings/{meeting}/minutes/approve", minutes::approving)
        .post("/meetings/{meeting}/minutes/approve", minutes::approve)
        .post("/meetings/{meeting}/minutes/publish", minutes::publish)
        .get("/meetings/{meeting}/minutes.docx", minutes::word)
        .get("/meetings/{meeting}/minutes.txt", minutes::printed)
        .get("/meetings/{meeting}/next", next::show)
        .post("/meetings/{meeting}/next", next::make)
}

/// The meeting that an address names, if this person may read it.
fn meeting<'a>(records: &'a Records, user: &User, text: &str) -> Result<&'a Record, Problem> {
    named(records, user, text)
        .filter(|it| it.is(&kinds::MEETING))
        .ok_or(Problem::NotFound)
}

/// The item of this meeting that an address names, if this person may read it.
fn item<'a>(
    records: &'a Records,
    user: &User,
    meeting: &Record,
    text: &str,
) -> Result<&'a Record, Problem> {
    named(records, user, text)
        .filter(|it| it.is(&kinds::AGENDA_ITEM))
        .filter(|it| records.whole(it.id).is_some_and(|it| it.id == meeting.id))
        .ok_or(Problem::NotFound)
}

fn named<'a>(records: &'a Records, user: &User, text: &str) -> Option<&'a Record> {
    records
        .get(RecordId(text.parse().ok()?))
        .filter(|it| !it.deleted && user.asker().may_read(it))
}

/// Where a meeting's pages are.
fn path(meeting: &Record, rest: &str) -> String {
    format!("/meetings/{}{rest}", meeting.id)
}

/// Whether this person runs meetings.
fn runs(user: &User) -> bool {
    user.asker().may_make(&kinds::MEETING)
}

/// Whether this person sees minutes before they are approved: drafts are the board's.
fn sees_drafts(user: &User) -> bool {
    Readers::Board.include(Some(user.role))
}

/// Whether a meeting's minutes are approved and frozen.
fn approved(meeting: &Record) -> bool {
    meeting.state.frozen
}
