//! Minutes that everybody may read: as they were approved, without what has been closed since.

use super::written::{Part, parts};
use super::{agenda, approved, export, file_day, headings, html, sha256};
use crate::clock::day_of;
use crate::house::House;
use crate::problem::Problem;
use std::sync::Arc;
use waymark_govuk::Html;
use waymark_programme::link::CAME_FROM;
use waymark_programme::permit::same;
use waymark_programme::{Act, Readers, Record, Records, kinds, meetings};

/// What stands in the place of an item that is not for everybody.
const CLOSED: &str = "Not for publication.";

/// Whether everybody may read a meeting's minutes: they were approved and published. A meeting that was public from the
/// first is not published while all its items are closed.
pub(crate) fn is_published(records: &Records, meeting: &Record) -> bool {
    let items = meetings::items(records, meeting.id);
    meeting.is(&kinds::MEETING)
        && approved(meeting)
        && is_open(meeting)
        && !meeting.text("approved_text").is_empty()
        && (items.is_empty() || items.into_iter().any(is_open))
}

/// Where everybody reads them.
pub(crate) fn address(meeting: &Record) -> String {
    format!("/public/meetings/{}", meeting.id)
}

/// Where everybody has them as a Word file.
pub(crate) fn word_address(meeting: &Record) -> String {
    format!("{}/minutes.docx", address(meeting))
}

/// The name of that file.
pub(crate) fn file_name(meeting: &Record) -> String {
    format!("minutes-{}.docx", file_day(meeting))
}

/// Minutes for everybody.
pub(in crate::pages) struct ForEverybody {
    /// As a page shows them.
    pub(in crate::pages) body: Html,
    /// How they were approved.
    pub(in crate::pages) approval: String,
    /// The sha256 of the text that was approved, where all of it is shown.
    pub(in crate::pages) hash: Option<String>,
    /// Changes with anything that is shown.
    pub(in crate::pages) tag: String,
}

/// The minutes of a meeting as everybody may read them.
pub(in crate::pages) async fn for_everybody(
    house: &House,
    records: &Arc<Records>,
    meeting: &Record,
) -> Result<ForEverybody, Problem> {
    let text = meeting.text("approved_text");
    let names = known(records, meeting);
    let whole = parts(text, &names);
    let open = opened(records, meeting, whole.clone());
    let approval = approval(house, records, meeting).await?;
    let body = html(&open);
    Ok(ForEverybody {
        tag: sha256(&format!("{body}{approval}")),
        hash: (open == whole).then(|| sha256(text)),
        body,
        approval,
    })
}

/// The same as a Word file.
pub(in crate::pages) async fn word_for_everybody(
    house: &House,
    records: &Arc<Records>,
    meeting: &Record,
) -> Result<Vec<u8>, Problem> {
    let names = known(records, meeting);
    let open = opened(
        records,
        meeting,
        parts(meeting.text("approved_text"), &names),
    );
    let foot = approval(house, records, meeting).await?;
    export::word(&house.options().name, meeting.title(), &open, &foot)
}

/// The headings by which items are known in the text: those of today's agenda; and each of them under any number, because
/// an item that was closed after the minutes were approved leaves the others with other numbers than they have in the text.
fn known(records: &Arc<Records>, meeting: &Record) -> Vec<(String, String)> {
    let mut names = headings(records, meeting);
    let all = agenda::of(records, meeting).items;
    let mut numbers: Vec<String> = (1..=all.len()).map(|it| it.to_string()).collect();
    numbers.extend(all.iter().map(|it| it.number.clone()));
    for item in &all {
        let title = item.item.title();
        names.extend(numbers.iter().map(|it| (it.clone(), title.to_owned())));
    }
    names
}

fn is_open(record: &Record) -> bool {
    record.readers == Readers::Public && !record.deleted && !record.erased
}

/// The parts that everybody may read. The text is that which was approved; what it is made of may have been closed since:
/// an item, a person who was there, or something decided or asked under an item.
fn opened<'a>(records: &Records, meeting: &Record, whole: Vec<Part<'a>>) -> Vec<Part<'a>> {
    let closed_people: Vec<&str> = records
        .parts(meeting.id, &kinds::ATTENDANCE)
        .filter(|it| it.readers == Readers::Restricted)
        .map(|it| it.text("name"))
        .collect();
    let items: Vec<&Record> = meetings::items(records, meeting.id);
    let closed_items: Vec<&str> = items
        .iter()
        .filter(|it| !is_open(it))
        .map(|it| it.title())
        .collect();
    let closed_words: Vec<&str> = items
        .iter()
        .flat_map(|it| under(records, it))
        .filter(|it| it.readers == Readers::Restricted)
        .map(Record::title)
        .filter(|it| !it.is_empty())
        .collect();
    let mut open: Vec<Part<'a>> = Vec::new();
    let mut of_item: Vec<Part<'a>> = Vec::new();
    for part in whole {
        if matches!(part, Part::Item(..)) {
            open.append(&mut shown(of_item, &closed_items, &closed_words));
            of_item = vec![part];
        } else if let (true, Part::People(heading, people)) = (of_item.is_empty(), &part) {
            let people = people.iter().copied();
            let people: Vec<_> = people
                .filter(|(name, _)| !closed_people.iter().any(|it| same(it, name)))
                .collect();
            if !people.is_empty() {
                open.push(Part::People(heading, people));
            }
        } else if of_item.is_empty() {
            open.push(part);
        } else {
            of_item.push(part);
        }
    }
    open.append(&mut shown(of_item, &closed_items, &closed_words));
    open
}

/// An item's heading and what follows; of one that is closed its number alone, of one that holds closed words its heading.
fn shown<'a>(of_item: Vec<Part<'a>>, items: &[&str], words: &[&str]) -> Vec<Part<'a>> {
    let Some(Part::Item(number, title)) = of_item.first() else {
        return of_item;
    };
    if items.iter().any(|it| same(it, title)) {
        return vec![Part::Item(number, CLOSED)];
    }
    let holds = |text: &str| words.iter().any(|it| text.contains(it));
    if of_item.iter().any(|it| holds(words_of(it))) {
        let heading = of_item.into_iter().take(1);
        return heading.chain([Part::Paragraph(CLOSED)]).collect();
    }
    of_item
}

fn words_of<'a>(part: &Part<'a>) -> &'a str {
    match part {
        Part::Title(it) | Part::Under(it) | Part::Heading(it) | Part::Paragraph(it) => it,
        Part::Item(_, it) | Part::Led(_, it) | Part::Listed(_, it) | Part::People(it, _) => it,
    }
}

/// What was written down under an item, and the actions that came from it or from what it resolved.
fn under<'a>(records: &'a Records, item: &Record) -> Vec<&'a Record> {
    let parts = [
        &kinds::RESOLUTION,
        &kinds::QUESTION,
        &kinds::RECOMMENDATION,
        &kinds::MATTER_ARISING,
    ];
    let mut all: Vec<&Record> = parts
        .into_iter()
        .flat_map(|kind| records.parts(item.id, kind))
        .collect();
    let from: Vec<_> = all.iter().map(|it| it.id).chain([item.id]).collect();
    all.extend(
        from.into_iter()
            .flat_map(|it| records.led_here(it, &CAME_FROM)),
    );
    all
}

/// When they were approved, and where if everybody may know that meeting.
async fn approval(house: &House, records: &Records, meeting: &Record) -> Result<String, Problem> {
    let history = house.store().history_of(meeting.id).await?;
    let moved = history.iter().rev().find_map(|it| {
        let body = it.body.as_ref()?;
        (it.act == Act::Moved && body.state == "approved").then_some((it.at, body.minute))
    });
    let Some((at, minute)) = moved else {
        return Ok("Approved as an accurate record.".to_owned());
    };
    let minute = minute.and_then(|it| records.get(it));
    let later = minute
        .and_then(|it| meetings::meeting_of(records, it))
        .filter(|it| is_open(it));
    Ok(match later {
        Some(later) => format!("Approved as an accurate record at {}.", later.title()),
        None => format!("Approved as an accurate record, {}.", day_of(at).words()),
    })
}
