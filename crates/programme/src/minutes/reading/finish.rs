//! The end of reading: the tree of items, who was there, the pieces.

use super::{Draft, Reading};
use crate::minutes::attendance;
use crate::minutes::item::Item;
use crate::minutes::person::{Mismatch, Person, Status};
use crate::minutes::piece::Span;
use crate::minutes::source::Source;
use crate::minutes::whole::{Kind, Meeting, Minutes, Note};
/// Puts the items into their tree, compares list and prose about who was there, and cuts the text into pieces.
pub(super) fn finish(mut reading: Reading<'_>, source: &Source) -> Minutes {
    let mut meetings = vec![reading.meeting.clone()];
    meetings.extend(reading.named.iter().skip(1).map(|it| it.1.clone()));
    // A page on one issue has its meetings with its items.
    if reading.meeting == Meeting::default()
        && let Some(first) = reading.drafts.iter().find_map(|it| it.item.meeting.clone())
    {
        meetings[0] = first;
    }
    for draft in &mut reading.drafts {
        if let Some(meeting) = &draft.item.meeting {
            if *meeting == meetings[0] {
                draft.item.meeting = None;
            } else if !meetings.contains(meeting) && meetings.len() < 10_000 {
                meetings.push(meeting.clone());
            }
        }
    }
    let places = places(&reading.drafts);
    let (mut people, mismatches) = people(&mut reading, &places);
    hold_offices(&mut people, std::mem::take(&mut reading.offices));
    let truncated = reading.drafts.iter().any(|it| it.item.truncated);
    let items = tree(std::mem::take(&mut reading.drafts));
    if reading.kind == Kind::MeetingList
        || !source.marks.is_empty()
        || !items.is_empty()
        || reading.kind == Kind::AttendanceTable
    {
        // Nothing to add.
    } else if !source.text.trim().is_empty() {
        reading.notes.push(Note {
            text: "No agenda item was found. The whole text is kept as it stands.".into(),
            at: Span::new(0, source.text.len()),
        });
    }
    let pieces = reading.paint.pieces(&source.text, |it| {
        places.get(it).cloned().unwrap_or_default()
    });
    Minutes {
        kind: reading.kind,
        meeting: meetings[0].clone(),
        meetings,
        decision: reading.decision,
        people,
        mismatches,
        items,
        truncated,
        notes: reading.notes,
        pieces,
    }
}

/// Each draft's place in the tree.
pub(super) fn places(drafts: &[Draft<'_>]) -> Vec<Vec<usize>> {
    let mut counts = vec![0; drafts.len() + 1];
    let mut places: Vec<Vec<usize>> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let slot = draft.parent.map_or(0, |it| it + 1);
        let mut place = draft
            .parent
            .and_then(|it| places.get(it))
            .cloned()
            .unwrap_or_default();
        place.push(counts[slot]);
        counts[slot] += 1;
        places.push(place);
    }
    places
}

/// The items as a tree: a part stands after its whole, so the last are put away first.
pub(super) fn tree(drafts: Vec<Draft<'_>>) -> Vec<Item> {
    let mut parts: Vec<Vec<Item>> = (0..drafts.len()).map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate().rev() {
        let mut item = draft.item;
        item.items = std::mem::take(&mut parts[at]);
        item.items.reverse();
        match draft.parent {
            Some(parent) => parts[parent].push(item),
            None => top.push(item),
        }
    }
    top.reverse();
    top
}

/// Everyone, and where list and prose differ. Where a list says who was there in one way, the prose adds nobody to it: it is
/// compared.
pub(super) fn people(
    reading: &mut Reading<'_>,
    places: &[Vec<usize>],
) -> (Vec<Person>, Vec<Mismatch>) {
    let mut people = std::mem::take(&mut reading.listed);
    // "In attendance:" over the only list, with the chair in it, is the list of those present.
    if people.iter().all(|it| it.status != Status::Present)
        && people.iter().any(|it| {
            it.status == Status::InAttendance && it.role.to_ascii_lowercase().contains("chair")
        })
    {
        for it in &mut people {
            if it.status == Status::InAttendance {
                it.status = Status::Present;
            }
        }
    }
    let mut mismatches = Vec::new();
    let listed = people.len();
    // A list of those present says nothing of who sent apologies: sentences do.
    let unlisted: Vec<Status> = [
        Status::Apologies,
        Status::Absent,
        Status::Substitute,
        Status::Observer,
    ]
    .into_iter()
    .filter(|it| people.iter().all(|person| person.status != *it))
    .collect();
    for mut person in std::mem::take(&mut reading.told) {
        // The place was kept as the number of its item.
        let draft = person.item.first().copied();
        let of_item = person.item.len() > 1;
        person.item = if of_item {
            draft
                .and_then(|it| places.get(it))
                .cloned()
                .unwrap_or_default()
        } else {
            Vec::new()
        };
        if listed == 0 || of_item {
            match attendance::known(&people, &person.name).filter(|_| !of_item) {
                Some(before) if before.status == person.status => {}
                Some(before) => mismatches.push(Mismatch {
                    what: format!(
                        "First said to be {}, then {}.",
                        said(before.status),
                        said(person.status)
                    ),
                    name: person.name,
                    at: person.at,
                }),
                None => people.push(person),
            }
            continue;
        }
        match attendance::known(&people[..listed], &person.name) {
            Some(before) if before.status == person.status => {}
            // Someone of the list who came with the item's guests is no contradiction.
            Some(before)
                if before.status == Status::Present && person.status == Status::InAttendance => {}
            Some(before) => mismatches.push(Mismatch {
                what: format!(
                    "The list says {}, the minutes say {}.",
                    said(before.status),
                    said(person.status)
                ),
                name: person.name,
                at: person.at,
            }),
            None if unlisted.contains(&person.status) => {
                if attendance::known(&people[listed..], &person.name).is_none() {
                    people.push(person);
                }
            }
            None => mismatches.push(Mismatch {
                what: format!(
                    "The minutes say {}, the list does not have the name.",
                    said(person.status)
                ),
                name: person.name,
                at: person.at,
            }),
        }
    }
    (people, mismatches)
}

/// "Chair: Helen Wood" beside "H Wood" in the list says what she was; who is in no list is there for the office alone.
fn hold_offices(people: &mut Vec<Person>, offices: Vec<(String, Person)>) {
    for (office, person) in offices {
        let same = |it: &&mut Person| {
            it.item.is_empty() && crate::minutes::naming::same_person(&it.name, &person.name)
        };
        match people.iter_mut().find(same) {
            Some(known) if known.role.is_empty() => known.role = person.role,
            Some(known) if !known.role.contains(&office) => {
                known.role = format!("{office}, {}", known.role);
            }
            Some(_) => {}
            None => people.push(person),
        }
    }
}

/// A status within a sentence.
pub(super) fn said(status: Status) -> &'static str {
    match status {
        Status::Present => "present",
        Status::Apologies => "apologies",
        Status::Absent => "absent",
        Status::Substitute => "substitute",
        Status::Observer => "observer",
        Status::InAttendance => "in attendance",
        Status::Officer => "officer",
        Status::Witness => "witness",
        Status::Expected => "expected",
    }
}
