//! Fields of decision records.

use super::{Body, Next};
use crate::dates;
use crate::minutes::block::{self, Block};
use crate::minutes::label::{self, Label};
use crate::minutes::line::tag_length;
use crate::minutes::page;
use crate::minutes::piece::{Confidence, PieceKind};
use crate::minutes::reading::Reading;
use crate::minutes::whole::{DecisionRecord, Kind};
use crate::minutes::wording::{begins, squash};
impl<'a> Body<'a, '_> {
    /// A field of a decision record: a short one on its line, a long one over the paragraphs that follow.
    pub(super) fn field(&mut self, found: &Label<'a>, blocks: &[Block<'a>], at: usize) -> Next {
        let long = [
            "reasons",
            "reason for",
            "alternative",
            "other options",
            "options",
            "consultation",
            "declarations",
            "conflicts",
            "purpose",
            "consultees",
        ]
        .iter()
        .any(|it| begins(found.words, it))
            && !begins(found.words, "Reason Key");
        let mut value = squash(found.rest);
        let mut used = 0;
        let span = block::span(self.reading.text, &blocks[at]);
        self.lay(span, PieceKind::Field, Confidence::Certain);
        for block in &blocks[at + 1..] {
            let more = (long && (value.is_empty() || !found.rest.is_empty() || used > 0))
                || (value.is_empty() && used == 0 && begins(found.words, "Decision number"));
            if !more
                || label::read(block.text).is_some()
                || tag_length(block.text).is_some()
                || block.heading
            {
                break;
            }
            if !value.is_empty() {
                value.push(' ');
            }
            value.push_str(&squash(block.text));
            let span = block::span(self.reading.text, block);
            self.lay(span, PieceKind::Field, Confidence::Certain);
            used += 1;
        }
        // "Proposal: Information" is the page's own comment on the item.
        if begins(found.words, "Proposal") && self.item().purpose.is_none() {
            self.item().purpose = Some(value.clone());
        }
        if (begins(found.words, "Subject:") || begins(found.words, "Report title"))
            && self.item().title.is_empty()
        {
            self.item().title.clone_from(&value);
        }
        // Above it stands what the form is: "Record of officer decision".
        if begins(found.words, "Title:") && self.reading.kind == Kind::Decision {
            self.item().title.clone_from(&value);
        }
        if self.reading.kind == Kind::DecisionList
            && begins(found.words, "Decision Maker")
            && let Some(meeting) = &mut self.item().meeting
        {
            meeting.body.clone_from(&value);
        }
        field(self.reading, found.words, &value);
        Next::Skip(used)
    }
}

/// Takes a field into the decision record, and what it says of the meeting.
pub(in crate::minutes) fn field(reading: &mut Reading<'_>, name: &str, value: &str) {
    let value = squash(value);
    let name = name.trim().trim_end_matches(':').trim();
    if begins(name, "Proposal") {
        return;
    }
    let record = reading.decision.get_or_insert_with(DecisionRecord::default);
    record.fields.push((name.to_owned(), value.clone()));
    let lower = name.to_ascii_lowercase();
    let day = || dates::first_date(&value).and_then(|it| it.day);
    match lower.as_str() {
        "decision maker" => record.decision_maker = value,
        "decision status" => record.status = value,
        "is key decision?" | "key decision" | "key decision?" => record.key_decision = yes(&value),
        "is subject to call in?"
        | "subject to call-in"
        | "subject to call in"
        | "subject to call-in?" => record.call_in = yes(&value),
        "report author" => record.report_author = value,
        "publication date" | "date of publication" | "decision published" => {
            record.published = day()
        }
        "date of decision" | "decision date" | "decision made" => record.decided = day(),
        "effective from" => record.effective = day(),
        "decided at meeting" | "made at meeting" => {
            record.decided_at.clone_from(&value);
            if let Some(date) = dates::first_date(&value) {
                reading.meeting.date = date.day;
                reading.meeting.date_words = squash(&value[date.start..date.end]);
                let body = value[date.end..]
                    .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–'));
                reading.meeting.body = squash(body);
            }
        }
        _ if lower.starts_with("reason") && lower != "reason key" => record.reasons = value,
        _ if lower.starts_with("alternative") || lower.contains("options") => {
            record.alternatives = value
        }
        _ => {}
    }
    let (maker, decided) = (record.decision_maker.clone(), record.decided);
    if reading.meeting.body.is_empty() && page::names_a_body(&maker) {
        reading.meeting.body = maker;
    }
    if reading.meeting.date.is_none() {
        reading.meeting.date = decided;
    }
}

pub(super) fn yes(value: &str) -> Option<bool> {
    if begins(value, "yes") {
        Some(true)
    } else if begins(value, "no") {
        Some(false)
    } else {
        None
    }
}
