//! Minutes drafted from a meeting's records, in council style: heading, who was there, items with what was said, "Resolved:"
//! with its verb and clauses, actions with owner and due day. The same records give the same text.

mod print;

use crate::kind::Holds;
use crate::kinds::{
    ACTION, ATTENDANCE, MATTER_ARISING, QUESTION, RECOMMENDATION, RESOLUTION, VERBS,
};
use crate::link;
use crate::meetings::{body_of, items};
use crate::record::{Record, RecordId};
use crate::records::Records;
use std::collections::BTreeSet;
use waymark_data::Day;

/// Minutes as a row of blocks: text, `<AI>` text and Word are made of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// In order.
    pub blocks: Vec<Block>,
}

/// A part of minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The body, above everything.
    Title(String),
    /// A line under the title: which meeting, when, where.
    Under(String),
    /// A list of people: its heading, then name and agency.
    People(&'static str, Vec<(String, String)>),
    /// An item's number and title.
    Item(String, String),
    /// A heading within an item.
    Heading(&'static str),
    /// A paragraph.
    Paragraph(String),
    /// A resolution.
    Resolved(Resolved),
    /// What scrutiny recommends, one each.
    Recommended(Vec<String>),
    /// Actions: what by when, and who.
    Actions(Vec<(String, String)>),
}

/// A resolution: the body, and its clauses with their verbs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// As the sentence begins: "The Board".
    pub body: String,
    /// Mark and words of each: "(i)", "approved the approach". A resolution of one clause has no mark.
    pub clauses: Vec<(String, String)>,
}

/// The minutes of a meeting, as its records say now, of what this reader may read.
#[must_use]
pub fn draft(records: &Records, meeting: &Record, may_read: impl Fn(&Record) -> bool) -> Draft {
    let mut blocks = vec![
        Block::Title(meeting.text("body").to_owned()),
        Block::Under(held(meeting)),
    ];
    people(records, meeting, &may_read, &mut blocks);
    let body = name_of(records, meeting);
    for item in items(records, meeting.id) {
        if !may_read(item) {
            blocks.push(Block::Item(
                item.text("number").to_owned(),
                "Not for publication".to_owned(),
            ));
            continue;
        }
        blocks.push(Block::Item(
            item.text("number").to_owned(),
            item.title().to_owned(),
        ));
        under_item(records, item, &body, &may_read, &mut blocks);
    }
    Draft { blocks }
}

fn held(meeting: &Record) -> String {
    let mut text = "Minutes of the meeting held".to_owned();
    if let Some(day) = meeting.date() {
        text.push_str(&format!(" on {}, {}", weekday(day), day.words()));
    }
    if let Some(time) = clock(meeting.text("starts")) {
        text.push_str(&format!(" at {time}"));
    }
    if !meeting.text("place").is_empty() {
        text.push_str(&format!(" in {}", meeting.text("place")));
    }
    text
}

fn weekday(day: Day) -> &'static str {
    use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    match day.date().weekday() {
        Monday => "Monday",
        Tuesday => "Tuesday",
        Wednesday => "Wednesday",
        Thursday => "Thursday",
        Friday => "Friday",
        Saturday => "Saturday",
        Sunday => "Sunday",
    }
}

/// "14:30" as minutes write it: "2.30 pm".
fn clock(text: &str) -> Option<String> {
    let time = jiff::civil::Time::strptime("%H:%M", text).ok()?;
    let (hour, half) = match time.hour() {
        0 => (12, "am"),
        hour @ 1..=11 => (hour, "am"),
        12 => (12, "pm"),
        hour => (hour - 12, "pm"),
    };
    Some(format!("{hour}.{:02} {half}", time.minute()))
}

fn people(
    records: &Records,
    meeting: &Record,
    may_read: &impl Fn(&Record) -> bool,
    blocks: &mut Vec<Block>,
) {
    let all: Vec<&Record> = records
        .parts(meeting.id, &ATTENDANCE)
        .filter(|it| may_read(it))
        .collect();
    for (heading, hows) in [
        ("Present", &["present", "deputy"][..]),
        ("In attendance", &["in-attendance"]),
        ("Observers", &["observer"]),
        ("Apologies", &["apologies"]),
    ] {
        let list: Vec<(String, String)> = all
            .iter()
            .filter(|it| hows.contains(&it.text("how")))
            .map(|it| {
                let agency = it.text("agency");
                let stands_for = it.text("deputy_for");
                let agency = match (it.text("how"), stands_for.is_empty()) {
                    ("deputy", false) => format!("{agency} (for {stands_for})"),
                    ("deputy", true) => format!("{agency} (as deputy)"),
                    _ => agency.to_owned(),
                };
                (it.title().to_owned(), agency)
            })
            .collect();
        if !list.is_empty() {
            blocks.push(Block::People(heading, list));
        }
    }
}

/// How a resolution begins: "The Board".
fn name_of(records: &Records, meeting: &Record) -> String {
    let short = body_of(records, meeting).map_or("", |it| it.text("short"));
    let name = if short.is_empty() {
        meeting.text("body")
    } else {
        short
    };
    let name = name
        .trim()
        .trim_start_matches("the ")
        .trim_start_matches("The ");
    format!("The {name}")
}

fn under_item(
    records: &Records,
    item: &Record,
    body: &str,
    may_read: &impl Fn(&Record) -> bool,
    blocks: &mut Vec<Block>,
) {
    let minute = item.text("minute");
    blocks.extend(
        minute
            .split("\n\n")
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(|it| Block::Paragraph(it.to_owned())),
    );
    match item.state.word {
        "deferred" | "carried" => {
            blocks.push(Block::Paragraph("This item was deferred.".to_owned()));
        }
        "withdrawn" => blocks.push(Block::Paragraph("This item was withdrawn.".to_owned())),
        _ => {}
    }
    let parts = |kind: &'static crate::Kind| {
        records
            .parts(item.id, kind)
            .filter(|it| may_read(it))
            .collect::<Vec<&Record>>()
    };
    let promises = parts(&MATTER_ARISING);
    if !promises.is_empty() {
        blocks.push(Block::Heading("Matters arising"));
        blocks.extend(
            promises
                .iter()
                .map(|it| Block::Paragraph(promise(records, it))),
        );
    }
    blocks.extend(
        parts(&QUESTION)
            .iter()
            .map(|it| Block::Paragraph(question(it))),
    );
    let recommended: Vec<String> = parts(&RECOMMENDATION)
        .iter()
        .map(|it| it.title().to_owned())
        .collect();
    if !recommended.is_empty() {
        blocks.push(Block::Recommended(recommended));
    }
    let resolutions = parts(&RESOLUTION);
    if !resolutions.is_empty() {
        blocks.push(Block::Resolved(resolved(body, &resolutions)));
    }
    let actions = actions(records, item, &resolutions, may_read);
    if !actions.is_empty() {
        blocks.push(Block::Actions(actions));
    }
}

fn promise(records: &Records, promise: &Record) -> String {
    let about = promise.text("item_number");
    let by = promise.text("said_by");
    let mut text = match (about.is_empty(), by.is_empty()) {
        (false, false) => format!("With regard to item {about}, {by} promised: "),
        (false, true) => format!("With regard to item {about} it was promised: "),
        (true, false) => format!("{by} promised: "),
        (true, true) => "It was promised: ".to_owned(),
    };
    text.push_str(promise.title().trim_end_matches('.'));
    let words = promise.text("due_words");
    if !words.is_empty() {
        text.push_str(&format!(", {words}"));
    } else if let Some(due) = records.due(promise) {
        text.push_str(&format!(", for {}", due.words()));
    }
    ended(text)
}

fn question(question: &Record) -> String {
    let by = match question.text("asked_by") {
        "" => "It was asked",
        by => by,
    };
    let asked = if question.text("asked_by").is_empty() {
        ":"
    } else {
        " asked:"
    };
    let mut text = format!("{by}{asked} {}", question.title());
    let answer = question.text("answer");
    if answer.is_empty() {
        text = ended(text);
        text.push_str(" An answer is to follow.");
        return text;
    }
    let answered = match question.text("answered_by") {
        "" => "It was answered:".to_owned(),
        by => format!("{by} answered:"),
    };
    ended(format!("{} {answered} {answer}", ended(text)))
}

fn resolved(body: &str, resolutions: &[&Record]) -> Resolved {
    let clauses = resolutions
        .iter()
        .enumerate()
        .map(|(at, it)| {
            let mark = match it.text("mark") {
                _ if resolutions.len() == 1 => String::new(),
                "" => format!("({})", roman(at + 1)),
                mark => mark.to_owned(),
            };
            let to = it.text("to");
            let to = if to.is_empty() {
                String::new()
            } else {
                format!(" to {to}")
            };
            let text = it.title().trim_end_matches('.');
            (mark, format!("{} {text}{to}", verb(it).to_lowercase()))
        })
        .collect();
    Resolved {
        body: body.to_owned(),
        clauses,
    }
}

fn verb(resolution: &Record) -> &'static str {
    let Holds::Choice(verbs) = VERBS else {
        return "Agreed";
    };
    verbs
        .iter()
        .find(|it| it.0 == resolution.text("verb"))
        .map_or("Agreed", |it| it.1)
}

fn roman(number: usize) -> String {
    let mut left = number;
    let mut text = String::new();
    for (value, letters) in [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")] {
        while left >= value {
            text.push_str(letters);
            left -= value;
        }
    }
    text
}

/// The actions of an item: those that came from it or from its resolutions, by number.
fn actions(
    records: &Records,
    item: &Record,
    resolutions: &[&Record],
    may_read: &impl Fn(&Record) -> bool,
) -> Vec<(String, String)> {
    let from: BTreeSet<RecordId> = resolutions
        .iter()
        .map(|it| it.id)
        .chain([item.id])
        .flat_map(|it| records.led_here(it, &link::CAME_FROM))
        .filter(|it| it.is(&ACTION) && may_read(it))
        .map(|it| it.id)
        .collect();
    from.into_iter()
        .filter_map(|it| records.get(it))
        .map(|it| {
            let mut text = it.title().trim_end_matches('.').to_owned();
            // The day it was first given, not the day it has moved to since.
            let due = it.day("first_due").or_else(|| records.due(it));
            let words = it.text("due_words");
            if let Some(due) = due {
                text.push_str(&format!(", by {}", due.words()));
            } else if !words.is_empty() {
                text.push_str(&format!(", {words}"));
            }
            (text, joined(it.owners()))
        })
        .collect()
}

/// Several owners: two with "and", else with semicolons, so that a body's own "and" or comma parts nobody.
fn joined(owners: &[String]) -> String {
    let plain = owners
        .iter()
        .all(|it| !it.contains(" and ") && !it.contains([',', '&', '/']));
    owners.join(if owners.len() == 2 && plain {
        " and "
    } else {
        "; "
    })
}

/// With a full stop, if nothing ends it.
fn ended(mut text: String) -> String {
    if !text.ends_with(['.', '?', '!', '”']) {
        text.push('.');
    }
    text
}
