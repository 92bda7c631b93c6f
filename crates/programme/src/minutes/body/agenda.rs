//! What the agenda says of an item, and the headings of its parts.

use super::{Body, Within};
use crate::dates;
use crate::minutes::attachment;
use crate::minutes::block::{self, Block};
use crate::minutes::heading;
use crate::minutes::item::Item;
use crate::minutes::label::{self, Part};
use crate::minutes::list_mark::{self, Sort};
use crate::minutes::piece::{Confidence, PieceKind, Span};
use crate::minutes::reading::Draft;
use crate::minutes::wording::{after, count, squash};
use crate::minutes::{owner, page, verb};
impl<'a> Body<'a, '_> {
    /// What the agenda says before the minutes.
    pub(super) fn agenda(&mut self, blocks: &[Block<'a>], at: usize) -> usize {
        let block = &blocks[at];
        let text = block.text;
        let span = block::span(self.reading.text, block);
        if let Some(meeting) = page::meeting_line(text) {
            if self.item().number.is_empty() {
                self.item().number.clone_from(&meeting.item_number);
            }
            self.reading.meeting = meeting;
            self.lay(span, PieceKind::Meeting, Confidence::Certain);
            return 1;
        }
        if text.starts_with(['[', '(']) && text.to_ascii_lowercase().contains("in attendance") {
            self.talk(block, span);
            return 1;
        }
        if let Some(slot) = attachment::slot(text) {
            self.item().slot = Some(slot);
            self.lay(span, PieceKind::ItemHeading, Confidence::Certain);
            return 1;
        }
        if let Some(who) = presented_by(text)
            && self.item().presenter.is_none()
        {
            self.item().presenter = Some(squash(who));
            self.lay(span, PieceKind::ItemHeading, Confidence::Certain);
            return 1;
        }
        let presents = text.len() < 120
            && block.mark.is_none()
            && owner::names(text).is_some()
            && crate::minutes::naming::is_name(
                text.split([',', '/'])
                    .next()
                    .unwrap_or(text)
                    .split(" and ")
                    .next()
                    .unwrap_or(text),
            );
        if presents && self.item().presenter.is_none() && self.item().purpose.is_none() {
            self.item().presenter = Some(squash(text));
            self.lay(span, PieceKind::ItemHeading, Confidence::Probable);
            return 1;
        }
        let purpose = attachment::is_purpose(text);
        if self.labelled || purpose && self.reading.drafts[self.current].talk.is_empty() {
            self.purpose(
                text,
                span,
                if purpose {
                    Confidence::Certain
                } else {
                    Confidence::Probable
                },
            );
            return 1;
        }
        if let Some(bare) = text
            .strip_prefix("(Item ")
            .and_then(|it| it.strip_suffix(')'))
            && bare.len() < 8
        {
            self.lay(span, PieceKind::ItemHeading, Confidence::Certain);
            return 1;
        }
        self.within = Within::Talk;
        self.paragraph(blocks, at)
    }

    pub(super) fn purpose(&mut self, text: &str, span: Span, confidence: Confidence) {
        let words = squash(text);
        match &mut self.item().purpose {
            Some(before) if before.len() < 4000 => {
                before.push(' ');
                before.push_str(&words);
            }
            Some(_) => {}
            none => *none = Some(words),
        }
        self.lay(span, PieceKind::Purpose, confidence);
    }

    /// Whether the paragraph is the heading of a part: "3a)  Performance", "i)  Vision".
    pub(super) fn part(&mut self, blocks: &[Block<'a>], at: usize) -> bool {
        let block = &blocks[at];
        let Some(mark) = &block.mark else {
            return false;
        };
        let titled = !mark.rest.is_empty()
            && mark.rest.len() < 160
            && count(mark.rest) <= 18
            && !mark.rest.ends_with(['.', ';', ',', ':', '?'])
            && mark
                .rest
                .chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(char::is_uppercase)
            && list_mark::read(mark.rest).is_none();
        let next = blocks.get(at + 1);
        let alone = next.is_some_and(|it| {
            it.sort()
                .is_none_or(|it| std::mem::discriminant(&it) != std::mem::discriminant(&mark.sort))
        }) && block.gap + next.map_or(0, |it| it.gap) > 0;
        let announced = at.checked_sub(1).is_some_and(|it| {
            blocks[it].text.ends_with([':', ';'])
                && label::read(blocks[it].text).is_none_or(|it| it.part != Part::Minutes)
        });
        let parent = match mark.sort {
            Sort::Part => self.root,
            Sort::Roman(_) | Sort::Letter(_)
                if titled
                    && (alone && !announced || block.heading)
                    && verb::deciding(&dates::words(mark.rest)).is_none() =>
            {
                // "i)" belongs to the "3c)" above it; a letter to the item.
                let above = self.current;
                let sibling = self.reading.drafts[above]
                    .item
                    .number
                    .trim_matches(['(', ')', '.'])
                    .to_owned();
                let same_sort = list_mark::read(&format!("{sibling}) x")).is_some_and(|it| {
                    std::mem::discriminant(&it.sort) == std::mem::discriminant(&mark.sort)
                });
                if above != self.root && same_sort {
                    self.reading.drafts[above].parent.unwrap_or(self.root)
                } else {
                    above
                }
            }
            _ => return false,
        };
        if !titled || (mark.sort == Sort::Part && announced) {
            return false;
        }
        let number = mark.words.trim_matches(['(', ')', '.', ' ']).to_owned();
        let title = attachment::title(mark.rest);
        let span = block::span(self.reading.text, block);
        // "3a" and "3b" stand under item 3, even where the page does not say so.
        let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
        if mark.sort == Sort::Part && self.reading.drafts[self.root].item.number.is_empty() {
            self.reading.drafts[self.root].item.number = digits;
        }
        let draft = self.reading.drafts.len();
        self.reading.drafts.push(Draft {
            item: Item {
                number,
                kind: heading::kind_of(&title.title),
                title: title.title,
                slot: title.slot,
                at: Span::new(span.start, self.reading.drafts[self.root].item.at.end),
                ..Item::default()
            },
            parent: Some(parent),
            talk: Vec::new(),
            resolutions: 0,
        });
        // What stood before ends here.
        let mut above = Some(self.current);
        while let Some(it) = above.filter(|it| *it != parent && *it != self.root) {
            self.reading.drafts[it].item.at.end = span.start;
            above = self.reading.drafts[it].parent;
        }
        self.current = draft;
        self.within = Within::Talk;
        self.lay(span, PieceKind::ItemHeading, Confidence::Certain);
        true
    }
}

/// "Presented By: Kate Moon, Head of Quality", a field of the agenda.
fn presented_by(text: &str) -> Option<&str> {
    const LABELS: [&str; 8] = [
        "Presented by",
        "To be presented by",
        "Presenter",
        "Presenters",
        "Presenter(s)",
        "Presenting officer",
        "Introduced by",
        "Speaker",
    ];
    let rest = LABELS.iter().find_map(|it| after(text, it))?;
    let who = rest.trim_start().strip_prefix(':')?.trim();
    (!who.is_empty() && who.len() < 200).then_some(who)
}
