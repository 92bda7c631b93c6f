//! The text of one item: purpose, discussion, resolutions, actions, documents, parts.

mod actions;
mod agenda;
mod cells;
mod clauses;
mod decided;
mod fields;
mod notices;
mod people;

use super::attachment;
use super::block::{self, Block};
use super::item::Item;
use super::label::{self, Label, Part};
use super::line::tag_length;
use super::list_mark::{self, Sort};
use super::piece::{Confidence, PieceKind, Span};
use super::reading::{Reading, Talk};
use super::whole::Kind;
use super::wording::{place, squash};
use crate::{dates, due};
pub(super) use fields::field;
use notices::{cut_at, is_heading, motion};
use std::ops::Range;

/// What the paragraphs being read are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Before the minutes: what the agenda says.
    Agenda,
    /// What a label says is the purpose.
    Purpose,
    /// Discussion.
    Talk,
    /// A decision kept apart.
    Decision,
    /// Actions.
    Actions,
    /// Bullets that a sentence announced as actions.
    Listed(Confidence),
    /// News of an action log.
    Log,
    /// Documents.
    Documents,
}

struct Body<'a, 'r> {
    reading: &'r mut Reading<'a>,
    /// The item the page has.
    root: usize,
    /// The part being read.
    current: usize,
    within: Within,
    /// The item has a "Minutes:" label.
    labelled: bool,
    /// The next action stands right after its label.
    fresh: bool,
    /// The words and day that a lead-in gives all its bullets.
    lead_due: Option<due::Due>,
    /// What the label of the next action says of it.
    said: actions::Said,
    /// The label has a number: what follows in a paragraph of its own is no action.
    single: bool,
}

/// Reads the text of an item.
pub(super) fn read(reading: &mut Reading<'_>, draft: usize, lines: Range<usize>) {
    let blocks = block::blocks(reading.text, &reading.lines, &reading.marked, lines);
    let labelled = blocks
        .iter()
        .any(|it| label::read(it.text).is_some_and(|it| it.part == Part::Minutes))
        || reading.regions.iter().any(|it| {
            it.1 == Part::Minutes
                && it.0.start >= reading.drafts[draft].item.at.start
                && it.0.start < reading.drafts[draft].item.at.end
        });
    // A page that is nothing but a decision needs no label for it.
    let within = if matches!(reading.kind, Kind::DecisionText) {
        Within::Decision
    } else {
        Within::Agenda
    };
    let mut body = Body {
        reading,
        root: draft,
        current: draft,
        within,
        labelled,
        fresh: false,
        lead_due: None,
        said: actions::Said::default(),
        single: false,
    };
    body.run(blocks);
}

impl<'a> Body<'a, '_> {
    fn run(&mut self, mut blocks: Vec<Block<'a>>) {
        let mut at = 0;
        while at < blocks.len() {
            self.region(&blocks[at]);
            let block = blocks[at].clone();
            let span = block::span(self.reading.text, &block);
            if tag_length(block.text) == Some(block.text.len()) {
                self.lay(span, PieceKind::Tag, Confidence::Certain);
                at += 1;
                continue;
            }
            if let Some(cut) = cut_at(block.text) {
                self.cut(&block, cut);
                at += 1;
                continue;
            }
            // A document that the markup names has been read, and so has its bullet.
            if self.reading.marked[block.lines.start].told {
                if !block.text.contains(char::is_alphanumeric) {
                    self.lay(span, PieceKind::Tag, Confidence::Certain);
                }
                at += 1;
                continue;
            }
            if notices::of_these_minutes(block.text, self.reading.meeting.date) {
                self.lay(span, PieceKind::Meeting, Confidence::Certain);
                at += 1;
                continue;
            }
            // Pages put bullets before their own links.
            let page_link = block.mark.is_some()
                && label::read(block.inner()).is_some_and(|it| it.part == Part::Page);
            if page_link {
                self.lay(span, PieceKind::Tag, Confidence::Certain);
                at += 1;
                continue;
            }
            if let Some(used) = self
                .cell(&blocks, at)
                .or_else(|| self.attended(&blocks, at))
                .or_else(|| self.body_and_clauses(&blocks, at))
            {
                at += used;
                continue;
            }
            if let Some(found) = label::read(block.text).or_else(|| bulleted(&block)) {
                if self.logged_action(&found, &block, span) || self.owed_by(&found, &blocks, at) {
                    at += 1;
                    continue;
                }
                let own = place(self.reading.text, found.words);
                match self.label(&found, &blocks, at) {
                    Next::Skip(used) => at += 1 + used,
                    Next::Rest => {
                        self.lay(own, PieceKind::Label, Confidence::Certain);
                        if found.rest.is_empty() {
                            at += 1;
                        } else {
                            // What follows the label on its line is read like a paragraph of its own.
                            blocks[at].text = found.rest;
                            blocks[at].mark = list_mark::read(found.rest);
                        }
                    }
                }
                continue;
            }
            // "Members considered it. It was RESOLVED that …": the resolution is read like a paragraph of its own.
            if self.is_minuted()
                && !block.heading
                && let Some(cut) = label::resolved_within(block.text)
            {
                let (before, rest) = block.text.split_at(cut);
                let told = Block {
                    text: before.trim_end(),
                    mark: list_mark::read(before.trim_end()),
                    ..block.clone()
                };
                let span = block::span(self.reading.text, &told);
                self.within = Within::Talk;
                self.talk_or_motion(&told, span);
                blocks[at].text = rest;
                blocks[at].mark = None;
                blocks[at].gap = 0;
                continue;
            }
            at += self.paragraph(&blocks, at).max(1);
        }
    }

    /// Whether what is being read was said or decided at the meeting.
    fn is_minuted(&self) -> bool {
        match self.within {
            Within::Talk | Within::Decision => true,
            Within::Agenda => !self.labelled,
            _ => false,
        }
    }

    fn lay(&mut self, span: Span, what: PieceKind, confidence: Confidence) {
        let item = Some(self.current);
        self.reading.paint.lay(span, what, item, confidence);
    }

    fn item(&mut self) -> &mut Item {
        &mut self.reading.drafts[self.current].item
    }

    /// Follows what the markup says of the part of the item a paragraph stands in.
    fn region(&mut self, block: &Block<'a>) {
        let start = block::span(self.reading.text, block).start;
        let regions = &self.reading.regions;
        let before = regions.partition_point(|it| it.0.start <= start);
        let Some((span, part)) = before.checked_sub(1).map(|it| regions[it]) else {
            return;
        };
        if span.end <= start || span.start > start {
            return;
        }
        // Only where the region begins: a label within it says more.
        if span.start + 4 >= start || start == span.start {
            self.within = match part {
                Part::Decision => Within::Decision,
                Part::Minutes => Within::Talk,
                _ => Within::Agenda,
            };
        }
    }

    /// The page was cut short here: what stands before is no resolution, for nobody knows how it goes on.
    fn cut(&mut self, block: &Block<'a>, cut: usize) {
        let span = block::span(self.reading.text, block);
        let end = span.start + cut;
        self.lay(
            Span::new(span.start, end),
            PieceKind::Discussion,
            Confidence::Certain,
        );
        self.lay(
            Span::new(end, span.end),
            PieceKind::Cut,
            Confidence::Certain,
        );
        self.item().truncated = true;
        let root = self.root;
        self.reading.drafts[root].item.truncated = true;
    }

    fn label(&mut self, found: &Label<'a>, blocks: &[Block<'a>], at: usize) -> Next {
        match found.part {
            Part::Minutes => self.within = Within::Talk,
            Part::Decision => {
                // "Decisions:" over a whole discussion with its own "Resolved:" is discussion.
                let own = blocks[at + 1..].iter().take_while(|it| {
                    label::read(it.text).is_none_or(|it| {
                        !matches!(
                            it.part,
                            Part::Minutes | Part::Field | Part::Documents | Part::Decision
                        )
                    })
                });
                let resolved = own.clone().any(|it| {
                    label::read(it.text).is_some_and(|it| {
                        matches!(it.part, Part::Resolved | Part::Agreed | Part::Recommended)
                    })
                });
                self.within = if resolved {
                    Within::Talk
                } else {
                    Within::Decision
                };
                self.fresh = !found.rest.is_empty();
            }
            Part::Talk => self.within = Within::Talk,
            Part::Purpose => {
                if self.within == Within::Agenda {
                    self.within = Within::Purpose;
                }
            }
            Part::Documents => self.within = Within::Documents,
            Part::Actions => {
                self.within = Within::Actions;
                self.fresh = true;
                self.lead_due = None;
                self.said = actions::said(found);
                self.single = !found.number.is_empty() && !found.rest.is_empty();
                if found.bracketed {
                    let span = block::span(self.reading.text, &blocks[at]);
                    self.action(found.rest, span, Confidence::Certain);
                    self.within = Within::Talk;
                    return Next::Skip(0);
                }
            }
            Part::ActionLog => self.within = Within::Log,
            Part::ActionsAgreed | Part::Asked => {
                self.lead_due = due::read(found.words);
                let sure = if found.part == Part::Asked {
                    Confidence::Probable
                } else {
                    Confidence::Certain
                };
                self.within = Within::Listed(sure);
            }
            Part::Page => {
                let span = block::span(self.reading.text, &blocks[at]);
                self.lay(span, PieceKind::Tag, Confidence::Certain);
                return Next::Skip(0);
            }
            Part::Field => return self.field(found, blocks, at),
            Part::Resolved | Part::Agreed | Part::Recommended => {
                return self.resolution(found, blocks, at);
            }
        }
        Next::Rest
    }

    /// A paragraph without a label; how many blocks it took.
    fn paragraph(&mut self, blocks: &[Block<'a>], at: usize) -> usize {
        let block = &blocks[at];
        let span = block::span(self.reading.text, block);
        if self.part(blocks, at) {
            return 1;
        }
        // "27/09/2005 - Adoption plan" dates the decision below it.
        if self.reading.kind == Kind::DecisionText
            && let Some(date) =
                dates::first_date(block.text).filter(|it| it.start == 0 && it.day.is_some())
            && self.reading.meeting.date.is_none()
            && block.text.len() < 200
        {
            self.reading.meeting.date = date.day;
            self.reading.meeting.date_words = squash(&block.text[..date.end]);
            self.lay(span, PieceKind::Meeting, Confidence::Certain);
            return 1;
        }
        if self.of_log() && self.log(block, span) {
            return 1;
        }
        match self.within {
            Within::Agenda => self.agenda(blocks, at),
            Within::Purpose => {
                self.purpose(block.text, span, Confidence::Certain);
                1
            }
            Within::Talk => self.talk_or_heading(blocks, at),
            Within::Decision => self.decision(blocks, at),
            Within::Actions => {
                if self.ends_actions(blocks, at) {
                    self.within = Within::Talk;
                    return self.paragraph(blocks, at);
                }
                let fresh = std::mem::take(&mut self.fresh);
                if !fresh && self.detail(block.inner(), span) {
                    return 1;
                }
                if !fresh && self.single && block.mark.is_none() {
                    self.within = Within::Talk;
                    return self.paragraph(blocks, at);
                }
                self.action(block.inner(), span, Confidence::Certain);
                1
            }
            Within::Listed(sure) => {
                let listed = block.mark.is_some();
                if !listed || block.heading {
                    self.within = Within::Talk;
                    return self.paragraph(blocks, at);
                }
                self.action(block.inner(), span, sure);
                1
            }
            Within::Log => {
                if self.log(block, span) {
                    return 1;
                }
                self.within = Within::Talk;
                self.paragraph(blocks, at)
            }
            Within::Documents => {
                let at_span = span;
                let listed = block.mark.is_some() || attachment::ending(block.text).is_some();
                match attachment::document(block.text, at_span)
                    .filter(|_| listed || block.gap <= 1 && block.text.len() < 120)
                {
                    Some(document) => {
                        self.lay(span, PieceKind::Document, Confidence::Certain);
                        self.item().documents.push(document);
                        1
                    }
                    None => {
                        self.within = if self.labelled {
                            Within::Agenda
                        } else {
                            Within::Talk
                        };
                        self.paragraph(blocks, at)
                    }
                }
            }
        }
    }

    fn talk_or_heading(&mut self, blocks: &[Block<'a>], at: usize) -> usize {
        let block = &blocks[at];
        let span = block::span(self.reading.text, block);
        let asks = crate::minutes::asked::asker(block.text).is_some();
        if block.mark.is_none() && !asks && is_heading(blocks, at) {
            self.lay(span, PieceKind::Heading, Confidence::Probable);
            return 1;
        }
        self.talk_or_motion(block, span);
        1
    }

    /// Discussion, and what it says was moved.
    fn talk_or_motion(&mut self, block: &Block<'a>, span: Span) {
        if let Some(motion) = motion(block.text) {
            self.item().motions.push(motion);
        } else if let Some(result) = notices::result(block.text)
            && let Some(open) = self
                .item()
                .motions
                .iter_mut()
                .rev()
                .find(|it| it.result.is_empty())
        {
            open.result = result.to_owned();
        }
        self.talk(block, span);
    }

    fn talk(&mut self, block: &Block<'a>, span: Span) {
        self.lay(span, PieceKind::Discussion, Confidence::Certain);
        self.reading.drafts[self.current].talk.push(Talk {
            text: block.inner(),
            bullet: block
                .sort()
                .is_some_and(|it| !matches!(it, Sort::Paragraph | Sort::Number(_) | Sort::Part)),
        });
    }
}

/// The label of a bullet: "· Action: the Chair to write", "- Agreed: that it be sent".
fn bulleted<'a>(block: &Block<'a>) -> Option<Label<'a>> {
    block.mark.as_ref()?;
    label::read(block.inner()).filter(|it| {
        matches!(it.part, Part::Actions | Part::Decision | Part::Agreed) && !it.rest.is_empty()
    })
}

/// What to do after a label.
enum Next {
    /// Go on after so many more blocks.
    Skip(usize),
    /// Read what follows the label on its line.
    Rest,
}
