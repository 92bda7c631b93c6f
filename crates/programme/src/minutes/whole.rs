//! What was read of one file.

use super::item::Item;
use super::person::{Mismatch, Person};
use super::piece::{Piece, Span};
use crate::due;
use serde::{Serialize, Serializer};
use waymark_data::{Day, Month};

/// What was read of one file.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Minutes {
    /// What kind of page or paper it is.
    pub kind: Kind,
    /// The meeting; empty fields where the source does not say. The first, where there are several.
    pub meeting: Meeting,
    /// Every meeting of the file, `meeting` first. An item of another than the first says which.
    pub meetings: Vec<Meeting>,
    /// The fields of a decision record.
    pub decision: Option<DecisionRecord>,
    /// Who was there and who was not.
    pub people: Vec<Person>,
    /// Where the list and the prose differ about who was there.
    pub mismatches: Vec<Mismatch>,
    /// The items, in order.
    pub items: Vec<Item>,
    /// The page cuts something short.
    pub truncated: bool,
    /// What a person should know before confirming: what could not be read and why.
    pub notes: Vec<Note>,
    /// The whole input in order: put together, it is the input.
    pub pieces: Vec<Piece>,
}

impl Minutes {
    /// The item at this place, as in [`Piece::item`].
    #[must_use]
    pub fn item(&self, place: &[usize]) -> Option<&Item> {
        let (last, above) = place.split_last()?;
        let mut items = &self.items;
        for at in above {
            items = &items.get(*at)?.items;
        }
        items.get(*last)
    }

    /// Works out every due date again with the days of all meetings known: "the September Board meeting" needs them.
    pub fn resolve(&mut self, calendar: &[Day]) {
        fn items(all: &mut [Item], held: Option<Day>, calendar: &[Day]) {
            for item in all {
                let held = item.meeting.as_ref().map_or(held, |it| it.date);
                let find = |words: &Option<String>| {
                    let words = words.as_deref()?;
                    Some(due::again(words).resolve(held, calendar))
                };
                for action in &mut item.actions {
                    if let Some(found) = find(&action.due_words) {
                        (action.due, action.due_told) = (found.day, found.told);
                    }
                }
                for promise in &mut item.promises {
                    if let Some(found) = find(&promise.due_words) {
                        (promise.due, promise.due_told) = (found.day, found.told);
                    }
                }
                items(&mut item.items, held, calendar);
            }
        }
        items(&mut self.items, self.meeting.date, calendar);
    }

    /// Every item with its place, a part after the whole.
    #[must_use]
    pub fn all_items(&self) -> Vec<(Vec<usize>, &Item)> {
        let mut all = Vec::new();
        let mut open: Vec<(Vec<usize>, &Item)> = Vec::new();
        let push = |open: &mut Vec<(Vec<usize>, _)>, above: &[usize], items| {
            let items: &[Item] = items;
            for (at, item) in items.iter().enumerate().rev() {
                open.push(([above, &[at]].concat(), item));
            }
        };
        push(&mut open, &[], &self.items);
        while let Some((place, item)) = open.pop() {
            push(&mut open, &place, &item.items);
            all.push((place, item));
        }
        all
    }
}

/// What kind of page or paper it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// None of the others: pasted text.
    #[default]
    Text,
    /// Minutes as printed from Word or ModernGov.
    PrintedMinutes,
    /// The page of a whole meeting.
    MeetingPage,
    /// The page of one agenda item.
    AgendaItem,
    /// One issue across meetings.
    Issue,
    /// A decision with its record.
    Decision,
    /// The words of a decision and nothing else.
    DecisionText,
    /// A list of decisions.
    DecisionList,
    /// An issue of the forward plan.
    ForwardPlan,
    /// A meeting imported from an older system, whose minutes are cut short.
    LegacyMeeting,
    /// A list of meetings.
    MeetingList,
    /// An attendance table that lost its rows: not read.
    AttendanceTable,
}

/// A meeting, as far as the source says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Meeting {
    /// Whose: "Lancashire Children's Services Improvement Board". Empty when not said.
    pub body: String,
    /// When.
    #[serde(serialize_with = "iso")]
    pub date: Option<Day>,
    /// The date as written.
    pub date_words: String,
    /// The time as "14:30"; empty when not said.
    pub time: String,
    /// Where. Empty when not said.
    pub place: String,
    /// Who answers for it, as written. Empty when not said.
    pub contact: String,
    /// "Item 4.1": the number this page's item has in that meeting. Empty when not said.
    pub item_number: String,
}

/// The fields of a decision record, empty where the source leaves them out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DecisionRecord {
    /// Who decided.
    pub decision_maker: String,
    /// "Recommendations Approved", "For Determination".
    pub status: String,
    /// Whether it is a key decision.
    pub key_decision: Option<bool>,
    /// Whether it can be called in.
    pub call_in: Option<bool>,
    /// What it is for.
    pub purpose: String,
    /// Why it was decided so.
    pub reasons: String,
    /// What else was considered.
    pub alternatives: String,
    /// Who wrote the report.
    pub report_author: String,
    /// When it was published.
    #[serde(serialize_with = "iso")]
    pub published: Option<Day>,
    /// When it was decided.
    #[serde(serialize_with = "iso")]
    pub decided: Option<Day>,
    /// The meeting it was decided at, as written.
    pub decided_at: String,
    /// From when it holds.
    #[serde(serialize_with = "iso")]
    pub effective: Option<Day>,
    /// Every field as written, in order, those above among them.
    pub fields: Vec<(String, String)>,
}

/// What a person should know before confirming.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// In a sentence.
    pub text: String,
    /// Where it arises.
    pub at: Span,
}

/// A day as in 2018-03-31, or nothing.
pub(super) fn iso<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
    day.map(|it| it.to_string()).serialize(to)
}

/// A month as in 2018-03, or nothing.
pub(super) fn iso_month<S: Serializer>(month: &Option<Month>, to: S) -> Result<S::Ok, S::Error> {
    month.map(|it| it.to_string()).serialize(to)
}
