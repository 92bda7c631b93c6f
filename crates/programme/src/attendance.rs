//! Who came: by agency over time, deputies counted, and whether there was a quorum.

use crate::kinds::ATTENDANCE;
use crate::meetings::body_of;
use crate::permit::same;
use crate::record::Record;
use crate::records::Records;
use std::collections::BTreeMap;

/// How an agency was at one meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Nothing is recorded of it.
    Nothing,
    /// Absent without apologies.
    Absent,
    /// Apologies only.
    Apologies,
    /// Only as an observer or in attendance for an item.
    Looked,
    /// By a deputy.
    Deputy,
    /// By a member.
    Present,
}

impl Mark {
    /// In words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Nothing => "Not recorded",
            Self::Absent => "Absent",
            Self::Apologies => "Apologies",
            Self::Looked => "Observed or in attendance",
            Self::Deputy => "Deputy",
            Self::Present => "Present",
        }
    }

    /// Whether it counts as there.
    #[must_use]
    pub const fn there(self) -> bool {
        matches!(self, Self::Present | Self::Deputy)
    }

    fn of(how: &str) -> Self {
        match how {
            "present" => Self::Present,
            "deputy" => Self::Deputy,
            "observer" | "in-attendance" => Self::Looked,
            "apologies" => Self::Apologies,
            "absent" => Self::Absent,
            _ => Self::Nothing,
        }
    }
}

/// An agency's attendance at several meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyRow {
    /// The agency.
    pub agency: String,
    /// At each meeting, in the order they were given.
    pub marks: Vec<Mark>,
    /// At how many it was there, deputies counted.
    pub there: usize,
    /// At how many of these only by a deputy.
    pub by_deputy: usize,
    /// Of how many meetings at which attendance was recorded.
    pub of: usize,
}

/// Attendance by agency at these meetings, the least often there first. A meeting of which no attendance is recorded counts
/// for nobody. Agencies are those of the bodies that met and everybody who was recorded.
#[must_use]
pub fn by_agency(records: &Records, meetings: &[&Record]) -> Vec<AgencyRow> {
    let mut named: BTreeMap<String, (String, Vec<Mark>)> = BTreeMap::new();
    let blank = vec![Mark::Nothing; meetings.len()];
    let key = |agency: &str| {
        agency
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    for meeting in meetings {
        let body = body_of(records, meeting);
        for agency in body.map_or(&[][..], |it| it.values.list("agencies")) {
            named
                .entry(key(agency))
                .or_insert_with(|| (agency.clone(), blank.clone()));
        }
    }
    let mut recorded = vec![false; meetings.len()];
    for (at, meeting) in meetings.iter().enumerate() {
        for person in records.parts(meeting.id, &ATTENDANCE) {
            recorded[at] = true;
            let agency = person.text("agency");
            if agency.is_empty() {
                continue;
            }
            let row = named
                .entry(key(agency))
                .or_insert_with(|| (agency.to_owned(), blank.clone()));
            row.1[at] = row.1[at].max(Mark::of(person.text("how")));
        }
    }
    let of = recorded.iter().filter(|it| **it).count();
    let mut rows: Vec<AgencyRow> = named
        .into_values()
        .map(|(agency, marks)| AgencyRow {
            agency,
            there: marks.iter().filter(|it| it.there()).count(),
            by_deputy: marks.iter().filter(|it| **it == Mark::Deputy).count(),
            marks,
            of,
        })
        .collect();
    rows.sort_by_key(|it| it.there);
    rows
}

/// Whether a meeting had a quorum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quorum {
    /// Members present, without deputies.
    pub members: usize,
    /// Deputies of members.
    pub deputies: usize,
    /// How many must be present, where that is laid down.
    pub needed: Option<usize>,
}

impl Quorum {
    /// How many count: members and deputies.
    #[must_use]
    pub const fn present(self) -> usize {
        self.members + self.deputies
    }

    /// Whether there was one; none where no number is laid down.
    #[must_use]
    pub fn met(self) -> Option<bool> {
        self.needed.map(|it| self.present() >= it)
    }
}

/// A meeting's quorum: the meeting's own number, else its body's. Somebody who is both named and deputised for counts once.
#[must_use]
pub fn quorum(records: &Records, meeting: &Record) -> Quorum {
    let people: Vec<&Record> = records.parts(meeting.id, &ATTENDANCE).collect();
    let present: Vec<&Record> = people
        .iter()
        .copied()
        .filter(|it| it.text("how") == "present")
        .collect();
    let deputies = people
        .iter()
        .filter(|it| it.text("how") == "deputy")
        .filter(|it| {
            !present
                .iter()
                .any(|there| same(there.title(), it.text("deputy_for")))
        })
        .count();
    let own = meeting.text("quorum").parse().ok();
    let of_body = || body_of(records, meeting).and_then(|it| it.text("quorum").parse().ok());
    Quorum {
        members: present.len(),
        deputies,
        needed: own.or_else(of_body),
    }
}
