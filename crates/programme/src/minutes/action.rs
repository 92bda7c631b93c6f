//! What someone shall do, what someone said would follow, what was asked.

use super::piece::{Confidence, Span};
use serde::Serialize;
use waymark_data::Day;

/// What someone shall do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Action {
    /// What, without owner and bullet.
    pub text: String,
    /// Its words as they stand in the source.
    pub words: String,
    /// Who, as written: full names, "CC Charles", roles, groups. Empty when the source names nobody.
    pub owners: Vec<String>,
    /// By when, as written: "the September Board meeting".
    pub due_words: Option<String>,
    /// The day it falls due, when that can be told.
    #[serde(serialize_with = "super::whole::iso")]
    pub due: Option<Day>,
    /// How `due` was worked out, or why it cannot be told. Empty without `due_words`.
    pub due_told: String,
    /// Its number in the action log: not the number of an agenda item.
    pub number: Option<String>,
    /// How far it is, where the source says so.
    pub state: Option<Progress>,
    /// What is new of it, in the words of the action log.
    pub update: Option<String>,
    /// How sure the reader is that it is an action that is still to be kept. One that the source says is done is
    /// probable at most: whoever confirms may have it already.
    pub confidence: Confidence,
    /// Where it stands.
    pub at: Span,
    /// Where the same action is said again.
    pub also_at: Vec<Span>,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Progress {
    /// Not begun, or simply not done.
    #[serde(rename = "open")]
    Open,
    /// Begun.
    #[serde(rename = "in progress")]
    InProgress,
    /// Done.
    #[serde(rename = "done")]
    Done,
    /// Put off to a later meeting.
    #[serde(rename = "carried forward")]
    CarriedForward,
    /// Given up.
    #[serde(rename = "withdrawn")]
    Withdrawn,
}

/// What was promised without being made an action: "a further update to be provided at the November 2017 meeting".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Promise {
    /// The sentence that promises.
    pub text: String,
    /// Who promises, when the source says so.
    pub who: Option<String>,
    /// By when, as written.
    pub due_words: Option<String>,
    /// The day, when that can be told.
    #[serde(serialize_with = "super::whole::iso")]
    pub due: Option<Day>,
    /// How `due` was worked out, or why it cannot be told.
    pub due_told: String,
    /// How sure the reader is.
    pub confidence: Confidence,
    /// Where it stands.
    pub at: Span,
}

/// A question that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The question.
    pub text: String,
    /// What follows it in the same paragraph, up to the next question: the answer, when there is one.
    pub answer: Option<String>,
    /// Who asked, when the source says so.
    pub asked_by: Option<String>,
    /// How sure the reader is.
    pub confidence: Confidence,
    /// Where it stands.
    pub at: Span,
}

/// News of an action of an earlier meeting: "Item 21 – Care leavers' offer – published in May".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogUpdate {
    /// Its number in the action log: not the number of an agenda item.
    pub number: String,
    /// What the action is about.
    pub title: String,
    /// What is new.
    pub update: String,
    /// Where it stands.
    pub at: Span,
}
