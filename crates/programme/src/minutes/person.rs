//! Who was there, and who was not.

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
