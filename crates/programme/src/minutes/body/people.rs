//! Who came for an item, listed under it: "In attendance for this item: …", "Witnesses:" and names below.

use super::Body;
use crate::minutes::attendance::{self, Named};
use crate::minutes::block::{self, Block};
use crate::minutes::item::ItemKind;
use crate::minutes::naming::{is_organisation, is_role};
use crate::minutes::person::Status;
use crate::minutes::piece::{Confidence, PieceKind, Span};
use crate::minutes::wording::begins;

impl<'a> Body<'a, '_> {
    /// Reads a list of people that begins here; how many blocks it took.
    pub(super) fn attended(&mut self, blocks: &[Block<'a>], at: usize) -> Option<usize> {
        let block = &blocks[at];
        let text = block.text.trim_start_matches(['[', '(']);
        let opened = text.len() < block.text.len();
        let (status, rest) = attendance::heading(text)?;
        let rest = rest
            .strip_suffix([']', ')'])
            .filter(|_| opened)
            .unwrap_or(rest);
        let mut found: Vec<(Named, Span)> = Vec::new();
        let span = block::span(self.reading.text, block);
        let mut used = 1;
        if rest.is_empty() {
            for block in &blocks[at + 1..] {
                let text = block.inner();
                let span = block::span(self.reading.text, block);
                if let Some(named) = attendance::of_line(text) {
                    found.push((named, span));
                } else if begins(text, "Councillor")
                    || begins(text, "Cllr")
                    || text.contains([',', ';']) && attendance::names(text).0.len() > 1
                {
                    let (named, left) = attendance::names(text);
                    if named.is_empty() || !left.is_empty() {
                        break;
                    }
                    found.extend(named.into_iter().map(|it| (it, span)));
                } else if let Some(last) = found.last_mut().filter(|it| {
                    block.gap == 0
                        && it.0.role.is_empty()
                        && text.len() < 90
                        && !text.ends_with('.')
                        && (is_role(text) || is_organisation(text))
                }) {
                    last.0.role = text.to_owned();
                } else {
                    break;
                }
                used += 1;
            }
        } else {
            let (named, left) = attendance::names(rest);
            if left.len() > named.len() {
                return None;
            }
            found.extend(named.into_iter().map(|it| (it, span)));
            for words in left {
                crate::minutes::head::unmatched(self.reading, &words, span);
            }
        }
        if found.is_empty() {
            return None;
        }
        let whole = self.is_of_the_meeting(text, status);
        // "Members: Councillors Ash and Birch" under an item are those of a group that was set up.
        let came = [
            "present",
            "attend",
            "in attendance",
            "witness",
            "also",
            "officers",
            "guest",
        ]
        .iter()
        .any(|it| begins(text, it));
        if status == Status::Present && !whole && !came {
            return None;
        }
        let draft = self.current;
        self.lay(span, PieceKind::Label, Confidence::Certain);
        for (named, span) in found {
            self.lay(span, PieceKind::Person, Confidence::Certain);
            for mut person in attendance::people(named, status, span, Confidence::Certain) {
                person.item = if whole { vec![draft] } else { vec![draft, 0] };
                self.reading.told.push(person);
            }
        }
        Some(used)
    }

    /// Whether a list within an item is the meeting's own: under "Welcome and apologies", or in the first item of minutes
    /// that have no other.
    fn is_of_the_meeting(&mut self, heading: &str, status: Status) -> bool {
        if heading.to_ascii_lowercase().contains("item") {
            return false;
        }
        let alone = self.reading.listed.is_empty() && self.current == 0;
        let member = !matches!(status, Status::InAttendance | Status::Witness);
        let item = self.item();
        let title = item.title.to_ascii_lowercase();
        let about = item.kind == ItemKind::Procedural
            || ["apolog", "welcome", "attendance", "introduction", "present"]
                .iter()
                .any(|it| title.contains(it));
        about || alone && member
    }
}
