//! Who was there, and who was not.

use super::naming;
use super::piece::{Confidence, Span};
use serde::Serialize;

/// Someone the minutes list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// As written: "County Councillor Geoff Driver CBE", "R A Clay".
    pub name: String,
    /// What the source says beside the name: a role, an organisation, or both. Empty when it says nothing.
    pub role: String,
    /// The organisation within `role`, where it can be told apart from a role.
    pub organisation: Option<String>,
    /// How they took part.
    pub status: Status,
    /// Whom they came for, as a deputy or substitute.
    pub instead_of: Option<String>,
    /// For one item only: its place, as in [`Piece::item`](super::Piece::item). Empty for the whole meeting.
    pub item: Vec<usize>,
    /// Where it is said.
    pub at: Span,
    /// How sure the reader is.
    pub confidence: Confidence,
}

/// How someone took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// There, as a member.
    Present,
    /// Sent apologies.
    Apologies,
    /// Not there, without apologies.
    Absent,
    /// There for somebody else: a deputy or substitute.
    Substitute,
    /// There to observe.
    Observer,
    /// There, but not as a member.
    #[serde(rename = "in attendance")]
    InAttendance,
    /// There as an officer.
    Officer,
    /// Heard as a witness.
    Witness,
    /// Listed as expected; the source does not say whether they came.
    Expected,
}

/// Where two parts of the minutes say different things about who was there. Both stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mismatch {
    /// The name as the second part writes it.
    pub name: String,
    /// In a sentence, what differs.
    pub what: String,
    /// Where the second part says it.
    pub at: Span,
}

/// The one person of the meeting whose initials these are: "KW" of "KW to confirm the dates".
#[must_use]
pub fn initialled<'p>(people: &'p [Person], initials: &str) -> Option<&'p Person> {
    if !naming::is_initials(initials) {
        return None;
    }
    let mut found = people.iter().filter(|person| {
        let bare = naming::bare(&person.name);
        let first = |it: &str| it.chars().next().map(|it| it.to_ascii_uppercase());
        let all: Vec<char> = bare.split([' ', '-']).filter_map(first).collect();
        let words: Vec<char> = bare.split(' ').filter_map(first).collect();
        let ends: String = words.first().into_iter().chain(words.last()).collect();
        let last_two: String = words[words.len().saturating_sub(2)..].iter().collect();
        words.len() > 1 && (initials.chars().eq(all) || initials == ends || initials == last_two)
    });
    let first = found.next()?;
    // The same person may stand in two lists.
    found
        .all(|it| naming::same_person(&it.name, &first.name))
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_told_where_one_person_has_them() {
        let people = [
            "Kay Wills",
            "Dame Ellen Park",
            "Ann Mary Dale",
            "Jo Hart",
            "Jane Hill",
        ]
        .map(|it| Person {
            name: it.into(),
            role: String::new(),
            organisation: None,
            status: Status::Present,
            instead_of: None,
            item: Vec::new(),
            at: Span::new(0, 0),
            confidence: Confidence::Certain,
        });
        let told = |it| initialled(&people, it).map(|it| it.name.as_str());
        assert_eq!(told("KW"), Some("Kay Wills"));
        assert_eq!(told("EP"), Some("Dame Ellen Park"));
        assert_eq!(told("AMD"), Some("Ann Mary Dale"));
        assert_eq!(told("AD"), Some("Ann Mary Dale"));
        // Two people have these, and nobody those.
        assert_eq!(told("JH"), None);
        assert_eq!(told("DCS"), None);
        assert_eq!(told("the Chair"), None);
    }
}
