//! The calendar: the next meeting first, those to come by month, those held with the state of their minutes.

use super::{agenda, approved, papers, path, runs, times};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::records::cite;
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use waymark_data::{Day, Month};
use waymark_govuk::{Button, Cell, Html, Select, SelectOption, Table};
use waymark_programme::kind::Tone;
use waymark_programme::{Readers, Record, RecordId, Records, kinds, meetings};

/// Which meetings are asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    body: String,
    waiting: String,
}

#[derive(Template)]
#[template(path = "pages/meetings/calendar.html")]
pub(super) struct Calendar {
    title: String,
    may_run: bool,
    sees_attendance: bool,
    make: Button,
    bodies: Option<Select>,
    next: Option<Next>,
    waiting: Vec<Waits>,
    months: Vec<Table>,
    nothing_ahead: String,
    past: Option<Table>,
    older: String,
    narrowed: bool,
}

/// So many meetings that were held are listed, the latest.
const PAST: usize = 60;

/// The next meeting, first on the page.
struct Next {
    title: Html,
    when: String,
    far: String,
    place: String,
    papers: String,
    items: String,
}

/// Meetings whose minutes wait for somebody.
struct Waits {
    words: String,
    href: String,
}

/// What minutes can wait for, by the word in addresses.
const WAITING: [(&str, &str); 3] = [
    ("minuted", "to be minuted"),
    ("approved", "to be approved"),
    ("published", "to be published"),
];

/// What a meeting's minutes wait for; none where nothing is waited for.
#[must_use]
pub(super) fn waits_for(meeting: &Record, today: Day) -> Option<&'static str> {
    match meeting.state.word {
        "planned" | "circulated" if meeting.date().is_some_and(|it| it < today) => Some("minuted"),
        "held" => Some("minuted"),
        "drafted" => Some("approved"),
        "approved" if meeting.readers < Readers::Public => Some("published"),
        _ => None,
    }
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Page<Calendar>, Problem> {
    let records = house.records().await?;
    let today = house.today();
    let all = readable(&records, &user);
    let body = asked.body.parse().ok().map(RecordId);
    let of_body: Vec<&Record> = all
        .iter()
        .filter(|it| {
            body.is_none_or(|body| meetings::body_of(&records, it).is_some_and(|it| it.id == body))
        })
        .copied()
        .collect();
    let wanted = WAITING.iter().find(|it| it.0 == asked.waiting);
    let shown: Vec<&Record> = match wanted {
        Some((word, _)) => of_body
            .iter()
            .filter(|it| waits_for(it, today) == Some(word))
            .copied()
            .collect(),
        None => of_body.clone(),
    };
    let (mut ahead, mut past): (Vec<&Record>, Vec<&Record>) =
        shown.into_iter().partition(|it| is_ahead(it, today));
    ahead.sort_by_key(|it| (it.date(), it.text("starts").to_owned(), it.id));
    past.sort_by_key(|it| std::cmp::Reverse((it.date(), it.id)));
    let next = ahead
        .iter()
        .find(|it| it.state.word != "cancelled")
        .map(|it| next(&records, &user, it, today));
    let title = wanted.map_or_else(
        || "Meetings".to_owned(),
        |(_, words)| format!("Meetings whose minutes are {words}"),
    );
    let view = Calendar {
        may_run: runs(&user),
        sees_attendance: super::sees_drafts(&user),
        make: Button::link("Make a meeting", "/meetings/new"),
        bodies: bodies(&records, &user, &asked.body),
        next: next.filter(|_| wanted.is_none()),
        waiting: waiting(&of_body, &user, today, &asked.body),
        months: months(&records, &user, &ahead, today),
        nothing_ahead: nothing(wanted.is_some(), &user),
        older: match past.len().saturating_sub(PAST) {
            0 => String::new(),
            more => format!("{} before these", counted(more, "meeting", "meetings")),
        },
        past: (!past.is_empty()).then(|| held(&records, &past[..past.len().min(PAST)], today)),
        narrowed: wanted.is_some() || body.is_some(),
        title: title.clone(),
    };
    Ok(Page::new(title, view)
        .section(Section::Meetings)
        .without_data_age())
}

fn readable<'a>(records: &'a Records, user: &User) -> Vec<&'a Record> {
    records
        .of(&kinds::MEETING)
        .filter(|it| user.asker().may_read(it))
        .collect()
}

fn is_ahead(meeting: &Record, today: Day) -> bool {
    matches!(meeting.state.word, "planned" | "circulated" | "cancelled")
        && meeting.date().is_none_or(|it| it >= today)
}

/// What is said where no meeting to come is listed. Whom most meetings are closed to is not told that there is none.
fn nothing(narrowed: bool, user: &User) -> String {
    if narrowed {
        "None is ahead.".to_owned()
    } else if !Readers::Board.include(user.asker().role) {
        "No meeting that is open to you is in the calendar. The board’s own meetings are listed for its members.".to_owned()
    } else if runs(user) {
        "No meeting is planned. Make the next one: its date, time and place, and its body’s standing items come with it."
            .to_owned()
    } else {
        "No meeting is planned. Democratic services make the next one.".to_owned()
    }
}

fn bodies(records: &Records, user: &User, chosen: &str) -> Option<Select> {
    let bodies: Vec<&Record> = records
        .of(&kinds::BODY)
        .filter(|it| user.asker().may_read(it))
        .collect();
    if bodies.len() < 2 {
        return None;
    }
    let mut options = vec![SelectOption::new("", "Every body")];
    options.extend(
        bodies
            .into_iter()
            .map(|it| SelectOption::new(it.id.to_string(), cite::shortened(it.title(), 80))),
    );
    Some(Select::new("body", "Meetings of", options).value(chosen))
}

fn next(records: &Records, user: &User, meeting: &Record, today: Day) -> Next {
    let count = agenda::of(records, meeting).standing().count();
    Next {
        title: titled(meeting),
        when: times::when(meeting),
        far: meeting
            .date()
            .map_or_else(String::new, |it| times::from_today(today, it)),
        place: meeting.text("place").to_owned(),
        papers: papers::due_words(records, user, meeting, today),
        items: match count {
            0 => "Nothing is on the agenda yet.".to_owned(),
            _ => format!("{} on the agenda.", counted(count, "item", "items")),
        },
    }
}

/// How many meetings wait for what, for those who see to it.
fn waiting(all: &[&Record], user: &User, today: Day, body: &str) -> Vec<Waits> {
    if !super::sees_drafts(user) {
        return Vec::new();
    }
    WAITING
        .iter()
        .map(|(word, words)| {
            let count = all
                .iter()
                .filter(|it| waits_for(it, today) == Some(word))
                .count();
            let mut href = format!("/meetings?waiting={word}");
            if let Ok(body) = body.parse::<i64>() {
                href.push_str(&format!("&body={body}"));
            }
            Waits {
                words: format!("{} {words}", counted(count, "meeting", "meetings")),
                href: if count == 0 { String::new() } else { href },
            }
        })
        .collect()
}

fn months(records: &Records, user: &User, ahead: &[&Record], today: Day) -> Vec<Table> {
    let mut months: Vec<(Option<Month>, Vec<&Record>)> = Vec::new();
    for meeting in ahead {
        let month = meeting.date().map(Day::month);
        match months.last_mut() {
            Some((last, of)) if *last == month => of.push(meeting),
            _ => months.push((month, vec![meeting])),
        }
    }
    months
        .into_iter()
        .map(|(month, of)| {
            let rows: Vec<Vec<Cell>> = of
                .into_iter()
                .map(|it| {
                    vec![
                        Cell::new(titled(it)),
                        Cell::new(times::when(it)),
                        Cell::new(it.text("place")),
                        Cell::new(papers::due_words(records, user, it, today)),
                        Cell::new(cite::state(it.state)),
                    ]
                })
                .collect();
            Table::new(month.map_or_else(|| "No date yet".to_owned(), Month::words))
                .caption_classes("govuk-table__caption--s")
                .head(["Meeting", "When", "Where", "Papers", "State"].map(Cell::new))
                .rows(rows)
        })
        .collect()
}

fn held(records: &Records, past: &[&Record], today: Day) -> Table {
    let rows: Vec<Vec<Cell>> = past
        .iter()
        .map(|it| {
            vec![
                Cell::new(titled(it)),
                Cell::new(it.date().map_or_else(String::new, Day::words)).classes("wm-whole"),
                Cell::new(it.text("body")),
                Cell::new(minutes_state(records, it, today)),
            ]
        })
        .collect();
    Table::new("Meetings held")
        .caption_classes("govuk-table__caption--m")
        .head(["Meeting", "Date", "Body", "Minutes"].map(Cell::new))
        .rows(rows)
}

/// The state of a meeting's minutes as a tag, and for how long they have waited.
fn minutes_state(records: &Records, meeting: &Record, today: Day) -> Html {
    let tag = match (meeting.state.word, waits_for(meeting, today)) {
        ("planned" | "circulated", Some(_)) => cite::tag("Not yet recorded as held", Tone::Waiting),
        ("approved", None) => cite::tag("Approved and published", Tone::Good),
        _ => cite::state(meeting.state),
    };
    let mut out = Html::of(&tag);
    if !approved(meeting)
        && waits_for(meeting, today).is_some()
        && let Some(date) = meeting.date()
        && let Ok(days @ 1..) = usize::try_from(date.days_until(today))
    {
        out.0.push_str(&format!(
            " {} since the meeting",
            counted(days, "day", "days")
        ));
    }
    if meeting.state.word == "drafted"
        && let Some(next) = super::next::approving(records, meeting)
    {
        out.0.push_str(&format!(
            ". To be approved on {}",
            next.date().map_or_else(String::new, Day::words)
        ));
    }
    out
}

/// A meeting's title as a link to its page.
fn titled(meeting: &Record) -> Html {
    Html::new(format!(
        r#"<a class="govuk-link" href="{}">{}</a>"#,
        path(meeting, ""),
        cite::text(&cite::name(meeting))
    ))
}
