//! One item of the agenda, and what the minutes record under it.

use super::action::{Action, LogUpdate, Promise, Question};
use super::piece::{Confidence, Span};
use super::whole::Meeting;
use serde::Serialize;
use waymark_data::Month;

/// One item of the agenda, or a part of one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Item {
    /// As written, without the dot: "4", "3a", "4.1", "1/21". Empty where the source gives none.
    pub number: String,
    /// Its title, without attachments and time slots.
    pub title: String,
    /// What sort of item it is.
    pub kind: ItemKind,
    /// The section heading above it, where the agenda has sections.
    pub section: Option<String>,
    /// When it was planned, where the agenda says so.
    pub slot: Option<Slot>,
    /// Who presented it: the line under its title, or who the minutes say presented.
    pub presenter: Option<String>,
    /// What the agenda says it is for.
    pub purpose: Option<String>,
    /// The meeting it was taken at, where that is not the first of [`Minutes::meetings`](super::Minutes::meetings).
    pub meeting: Option<Meeting>,
    /// What was moved, by whom.
    pub motions: Vec<Motion>,
    /// Resolutions, decisions and recommendations, clause by clause. Empty: no outcome recorded.
    pub outcomes: Vec<Outcome>,
    /// What someone shall do.
    pub actions: Vec<Action>,
    /// What someone said would follow.
    pub promises: Vec<Promise>,
    /// News of the actions of a log.
    pub log_updates: Vec<LogUpdate>,
    /// What was asked.
    pub questions: Vec<Question>,
    /// Numbers claimed.
    pub figures: Vec<Figure>,
    /// What shall come again and again.
    pub recurrences: Vec<Recurrence>,
    /// Accompanying documents.
    pub documents: Vec<Document>,
    /// Its parts: 3a, then i).
    pub items: Vec<Item>,
    /// The page cuts its minutes short: what follows the cut is not known.
    pub truncated: bool,
    /// Not for the public.
    pub restricted: bool,
    /// Where it stands, with everything under it.
    pub at: Span,
}

/// What sort of item it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemKind {
    /// What the meeting was called for.
    #[default]
    Business,
    /// Apologies, declarations, the whip, questions from the public, exclusion of the press.
    Procedural,
    /// The last minutes, the action log, the work programme, any other business, the next meeting.
    Standing,
    /// A heading over several items.
    Section,
}

/// When an item was planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slot {
    /// As written: "2.30 - 2.35pm", "(5 mins)".
    pub words: String,
    /// "14:30", where given.
    pub start: Option<String>,
    /// "14:35", where given.
    pub end: Option<String>,
    /// Minutes it was given.
    pub minutes: Option<u32>,
}

/// A motion and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Motion {
    /// Who moved.
    pub mover: String,
    /// Who seconded; empty when not said.
    pub seconder: String,
    /// "carried", "lost", or empty when not said.
    pub result: String,
}

/// What was decided: one clause of a resolution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// What the body did.
    pub verb: Verb,
    /// The clause, completed with the stem it hangs on.
    pub text: String,
    /// The clause's own words as they stand in the source.
    pub words: String,
    /// Its mark in the source: "(i)", "1."; empty for a resolution without clauses.
    pub mark: String,
    /// Which resolution of the item it is a clause of, from 1.
    pub resolution: usize,
    /// How sure the reader is.
    pub confidence: Confidence,
    /// Where it stands.
    pub at: Span,
}

/// What a body does when it resolves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verb {
    /// Took note.
    Noted,
    /// Approved; also minutes approved as accurate.
    Approved,
    /// Endorsed.
    Endorsed,
    /// Supported.
    Supported,
    /// Agreed; also whatever was resolved without one of the other verbs.
    Agreed,
    /// Asked for something.
    Requested,
    /// Received.
    Received,
    /// Put off.
    Deferred,
    /// Sent to another body.
    Referred,
    /// Withdrawn.
    Withdrawn,
    /// Delegated.
    Delegated,
    /// Elected or appointed.
    Elected,
    /// Recommended to someone, who has yet to answer.
    Recommended,
}

/// A number claimed in the minutes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// The number as written: "31.2 per 10,000".
    pub words: String,
    /// Its value.
    pub value: f64,
    /// What it counts in.
    pub unit: Unit,
    /// What it seems to be about, in the source's words.
    pub subject: String,
    /// The words around it.
    pub around: String,
    /// The measure it seems to be of, by id; none when unsure.
    pub measure: Option<String>,
    /// The period it is said of, as written: "August 2017".
    pub period_words: Option<String>,
    /// The month it is said of.
    #[serde(serialize_with = "super::whole::iso_month")]
    pub period: Option<Month>,
    /// Where it stands.
    pub at: Span,
}

/// What a figure counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Per cent, from 0 to 100.
    Percent,
    /// Per 10,000 children.
    Per10000,
    /// A number of children, cases or people.
    Count,
    /// Full-time-equivalent posts.
    Posts,
    /// Pounds.
    Pounds,
    /// Days or working days.
    Days,
}

/// What shall come again and again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recurrence {
    /// The words that say so.
    pub text: String,
    /// "quarterly", "monthly", "weekly", "yearly", "every 12 weeks".
    pub every: String,
    /// Where they stand.
    pub at: Span,
}

/// An accompanying document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// "PDF", "DOC"; empty when not said.
    #[serde(rename = "type")]
    pub kind: String,
    /// "57 KB"; empty when not said.
    pub size: String,
    /// Where it stands.
    pub at: Span,
}
