//! The text of one item: purpose, discussion, resolutions, actions, documents, parts.

use super::action::{Action, LogUpdate};
use super::attachment;
use super::block::{self, Block};
use super::heading;
use super::item::{Item, Motion, Outcome, Verb};
use super::label::{self, Label, Part};
use super::line::tag_length;
use super::list_mark::{self, Sort};
use super::minutes::{DecisionRecord, Kind};
use super::piece::{Confidence, PieceKind, Span};
use super::reading::{Draft, Reading, Talk};
use super::resolution::{self, Clause, Making};
use super::wording::{after, begins, capitals, count, find_words, place, squash};
use super::{owner, page, verb};
use crate::{dates, due};
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
            // Pages put bullets before their own links.
            let page_link = block.mark.is_some()
                && label::read(block.inner()).is_some_and(|it| it.part == Part::Page);
            if page_link {
                self.lay(span, PieceKind::Tag, Confidence::Certain);
                at += 1;
                continue;
            }
            if let Some(found) = label::read(block.text) {
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
            at += self.paragraph(&blocks, at).max(1);
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
                        !matches!(it.part, Part::Minutes | Part::Field | Part::Documents)
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

    /// A field of a decision record: a short one on its line, a long one over the paragraphs that follow.
    fn field(&mut self, found: &Label<'a>, blocks: &[Block<'a>], at: usize) -> Next {
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
        if self.reading.kind == Kind::DecisionList
            && begins(found.words, "Decision Maker")
            && let Some(meeting) = &mut self.item().meeting
        {
            meeting.body.clone_from(&value);
        }
        field(self.reading, found.words, &value);
        Next::Skip(used)
    }

    fn resolution(&mut self, found: &Label<'a>, blocks: &[Block<'a>], at: usize) -> Next {
        let recommended = found.part == Part::Recommended;
        // An agenda recommends before anything was said.
        if recommended
            && self.within == Within::Agenda
            && (self.labelled || self.reading.drafts[self.current].talk.is_empty())
            && !begins(found.words, "RECOMMENDED")
            && found.words.len() < 30
            && self.labelled
        {
            let span = block::span(self.reading.text, &blocks[at]);
            self.lay(span, PieceKind::Purpose, Confidence::Probable);
            return Next::Skip(0);
        }
        let following = &blocks[at + 1..];
        let (clauses, used) = resolution::clauses(found.rest, following);
        let span = block::span(self.reading.text, &blocks[at]);
        for block in std::iter::once(&blocks[at]).chain(&following[..used]) {
            let span = block::span(self.reading.text, block);
            self.lay(span, PieceKind::Outcome, Confidence::Certain);
        }
        self.lay(
            place(self.reading.text, found.words),
            PieceKind::Label,
            Confidence::Certain,
        );
        if clauses.is_empty() && found.words.ends_with(':') && found.words.len() > 30 {
            // A lead-in that leads nowhere is discussion.
            self.talk(&blocks[at], span);
        }
        let agreed = found.part == Part::Agreed;
        self.outcomes(
            &clauses,
            Making {
                verb: recommended.then_some(Verb::Recommended),
                split: !agreed,
                confidence: Confidence::Certain,
                resolution: 0,
            },
        );
        self.within = Within::Talk;
        Next::Skip(used)
    }

    /// Takes clauses in as one resolution; what is said twice, once as decision and once in the minutes, is one.
    fn outcomes(&mut self, clauses: &[Clause<'a>], how: Making) {
        let text = self.reading.text;
        let current = self.current;
        let number = self.reading.drafts[current].resolutions + 1;
        let mut added = false;
        for clause in clauses {
            if let Some(cut) = cut_at(clause.text) {
                let span = place(text, clause.text);
                self.lay(span, PieceKind::Discussion, Confidence::Certain);
                self.lay(
                    Span::new(span.start + cut, span.end),
                    PieceKind::Cut,
                    Confidence::Certain,
                );
                self.item().truncated = true;
                continue;
            }
            self.lay(place(text, clause.text), PieceKind::Outcome, how.confidence);
            for outcome in resolution::outcomes(
                text,
                clause,
                Making {
                    resolution: number,
                    ..how
                },
            ) {
                let draft = &mut self.reading.drafts[current];
                if draft.item.outcomes.iter().any(|it| same(it, &outcome))
                    || is_nothing(&outcome.text)
                {
                    continue;
                }
                draft.item.outcomes.push(outcome);
                added = true;
            }
        }
        if added {
            self.reading.drafts[current].resolutions = number;
        }
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
        let logged = matches!(self.within, Within::Agenda | Within::Talk) && {
            let title = self.item().title.to_ascii_lowercase();
            title.contains("action log") || title.contains("action tracker")
        };
        if logged && self.log(block, span) {
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
                self.fresh = false;
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

    /// What the agenda says before the minutes.
    fn agenda(&mut self, blocks: &[Block<'a>], at: usize) -> usize {
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
        let presents = text.len() < 120
            && block.mark.is_none()
            && owner::names(text).is_some()
            && super::naming::is_name(
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

    fn purpose(&mut self, text: &str, span: Span, confidence: Confidence) {
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

    fn talk_or_heading(&mut self, blocks: &[Block<'a>], at: usize) -> usize {
        let block = &blocks[at];
        let span = block::span(self.reading.text, block);
        if block.mark.is_none() && is_heading(blocks, at) {
            self.lay(span, PieceKind::Heading, Confidence::Probable);
            return 1;
        }
        if let Some(motion) = motion(block.text) {
            self.item().motions.push(motion);
        }
        self.talk(block, span);
        1
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

    /// A paragraph of a decision kept apart: a list, "That …", or a sentence in which the body decides.
    fn decision(&mut self, blocks: &[Block<'a>], at: usize) -> usize {
        let block = &blocks[at];
        let span = block::span(self.reading.text, block);
        let counted = block.sort().is_some_and(Sort::counts);
        let bullet = block.mark.is_some();
        let text = block.inner();
        let how = Making {
            verb: None,
            split: true,
            confidence: Confidence::Certain,
            resolution: 0,
        };
        if counted || bullet || after(text, "that").is_some() {
            let (clauses, used) = resolution::clauses("", &blocks[at..]);
            for block in &blocks[at..at + used] {
                let span = block::span(self.reading.text, block);
                self.lay(span, PieceKind::Outcome, Confidence::Certain);
            }
            self.outcomes(&clauses, how);
            if used > 0 {
                return used;
            }
        }
        let bare = after(text, "Agreed")
            .or_else(|| after(text, "It was agreed"))
            .map(str::trim_start)
            .filter(|it| after(it, "that").is_some())
            .unwrap_or(text);
        let decides = bare.len() < text.len() || verb::deciding(&dates::words(text)).is_some();
        if decides && !is_nothing(text) {
            let (clauses, used) = resolution::clauses(bare, &blocks[at + 1..]);
            for block in &blocks[at..=at + used] {
                let span = block::span(self.reading.text, block);
                self.lay(span, PieceKind::Outcome, Confidence::Certain);
            }
            self.outcomes(&clauses, how);
            return 1 + used;
        }
        self.talk(block, span);
        1
    }

    /// Whether the actions end before this paragraph.
    fn ends_actions(&self, blocks: &[Block<'a>], at: usize) -> bool {
        let block = &blocks[at];
        if block.heading {
            return true;
        }
        if block.mark.is_some() || self.fresh {
            return false;
        }
        let before = at.checked_sub(1).map(|it| &blocks[it]);
        let after_bullets = before.is_some_and(|it| it.mark.is_some());
        let lower = block.text.to_ascii_lowercase();
        let told = [
            " gave ",
            " reported ",
            " presented ",
            " provided ",
            " noted ",
            " informed ",
            " explained ",
            " welcomed ",
            " thanked ",
            " commented ",
            " highlighted ",
            " advised ",
            " introduced ",
            " outlined ",
        ]
        .iter()
        .any(|it| lower.contains(it));
        told || block.spaced || after_bullets && count(block.text) > 25 || block.text.len() > 400
    }

    fn action(&mut self, words: &'a str, span: Span, confidence: Confidence) {
        let held = self.reading.held(self.current);
        let owned = owner::split(words);
        let found = due::read(words).or_else(|| self.lead_due.clone());
        let resolved = found.as_ref().map(|it| it.when.resolve(held, &[]));
        self.lay(span, PieceKind::Action, confidence);
        if is_nothing(words) {
            return;
        }
        let action = Action {
            text: owned.text,
            words: words.to_owned(),
            owners: owned.owners,
            due_words: found.map(|it| it.words),
            due: resolved.as_ref().and_then(|it| it.day),
            due_told: resolved.map(|it| it.told).unwrap_or_default(),
            confidence,
            at: span,
            also_at: Vec::new(),
        };
        let item = self.item();
        if let Some(before) = item
            .actions
            .iter_mut()
            .find(|it| it.text == action.text && it.owners == action.owners)
        {
            before.also_at.push(span);
        } else {
            item.actions.push(action);
        }
    }

    /// "Item 21 – Care leavers' offer – published in May": a line of an action log.
    fn log(&mut self, block: &Block<'a>, span: Span) -> bool {
        let text = block.inner();
        let Some(rest) = ["Item", "Action", "Ref", "No."]
            .iter()
            .find_map(|it| after(text, it))
        else {
            return false;
        };
        let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '/' | '.')))
            .unwrap_or(rest.len());
        let number = rest[..end].trim_end_matches('.');
        if number.is_empty() || !number.bytes().any(|it| it.is_ascii_digit()) {
            return false;
        }
        let rest = rest[end..]
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':'));
        let (title, update) = [" – ", " - ", " — ", ": "]
            .iter()
            .filter_map(|it| rest.find(it).map(|at| (at, it.len())))
            .min()
            .map_or((rest, ""), |(at, length)| {
                (&rest[..at], &rest[at + length..])
            });
        self.lay(span, PieceKind::Action, Confidence::Certain);
        self.item().log_updates.push(LogUpdate {
            number: number.to_owned(),
            title: squash(title),
            update: squash(update),
            at: span,
        });
        true
    }

    /// Whether the paragraph is the heading of a part: "3a)  Performance", "i)  Vision".
    fn part(&mut self, blocks: &[Block<'a>], at: usize) -> bool {
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
                    && alone
                    && !announced
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

/// What to do after a label.
enum Next {
    /// Go on after so many more blocks.
    Skip(usize),
    /// Read what follows the label on its line.
    Rest,
}

/// Where a page says that it was cut short: "…  view the full minutes text for item 1."
fn cut_at(text: &str) -> Option<usize> {
    let lower = text.to_ascii_lowercase();
    let at = lower.find("view the full ")?;
    let rest = &lower[at..];
    let fits = rest.starts_with("view the full minutes")
        || rest.starts_with("view the full agenda")
        || rest.starts_with("view the full decision")
        || rest.contains("text for item");
    fits.then(|| {
        text[..at]
            .trim_end()
            .trim_end_matches(['.', '…'])
            .trim_end()
            .len()
    })
}

/// Whether two outcomes are one that the page says twice.
fn same(one: &Outcome, other: &Outcome) -> bool {
    let plain = |it: &str| {
        it.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    one.verb == other.verb && one.at != other.at && plain(&one.text) == plain(&other.text)
}

/// "None", "There were none.", "N/A": the page's way of saying nothing.
fn is_nothing(text: &str) -> bool {
    let bare = text.trim().trim_end_matches('.').to_ascii_lowercase();
    matches!(
        bare.as_str(),
        "" | "none"
            | "n/a"
            | "there were none"
            | "nil"
            | "no actions"
            | "not applicable"
            | "no decision"
            | "there were no actions"
    )
}

/// Whether a paragraph without a mark is a heading over those that follow.
fn is_heading(blocks: &[Block<'_>], at: usize) -> bool {
    let block = &blocks[at];
    if block.heading {
        return true;
    }
    let text = block.text;
    let bare = text.trim_end_matches([':', '-', '–', ' ']);
    let follows = blocks.get(at + 1).is_some();
    follows
        && !block.cut
        && count(bare) <= 8
        && text.len() < 90
        && !bare.ends_with(['.', '!', '?', ';', ',', '"', '”'])
        && capitals(bare) >= 0.5
        && bare.chars().next().is_some_and(char::is_uppercase)
        && !super::naming::is_name(bare)
        && !begins(text, "councillor")
        && verb::deciding(&dates::words(text)).is_none()
}

/// A motion: "moved by Councillor A and seconded by Councillor B and CARRIED".
fn motion(text: &str) -> Option<Motion> {
    let lower = text.to_ascii_lowercase();
    let moved = find_words(&lower, "moved by").or_else(|| find_words(&lower, "proposed by"))?;
    let from = moved + lower[moved..].find(" by")? + 3;
    let second = find_words(&lower[from..], "seconded by").map(|it| from + it);
    let name = |words: &str| {
        let words = words.split(" and ").next().unwrap_or(words);
        let words = words
            .split([',', ':', '.', ';'])
            .find(|it| !it.trim().is_empty())
            .unwrap_or(words);
        squash(words)
    };
    let mover = name(text.get(from..second.unwrap_or(text.len()))?);
    let seconder = second
        .and_then(|it| text.get(it + "seconded by".len()..))
        .map(name)
        .unwrap_or_default();
    let result = if find_words(&lower, "carried").is_some() {
        "carried"
    } else if find_words(&lower, "lost").is_some() {
        "lost"
    } else {
        ""
    };
    (mover.len() < 80).then(|| Motion {
        mover,
        seconder,
        result: result.to_owned(),
    })
}

/// Takes a field into the decision record, and what it says of the meeting.
pub(super) fn field(reading: &mut Reading<'_>, name: &str, value: &str) {
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
        "is key decision?" => record.key_decision = yes(&value),
        "is subject to call in?" => record.call_in = yes(&value),
        "report author" => record.report_author = value,
        "publication date" => record.published = day(),
        "date of decision" => record.decided = day(),
        "effective from" => record.effective = day(),
        "decided at meeting" => {
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

fn yes(value: &str) -> Option<bool> {
    if begins(value, "yes") {
        Some(true)
    } else if begins(value, "no") {
        Some(false)
    } else {
        None
    }
}
