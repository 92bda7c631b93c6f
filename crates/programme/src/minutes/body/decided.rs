//! Resolutions, recommendations and decisions kept apart.

use super::notices::{cut_at, is_nothing, same};
use super::{Body, Next, Within};
use crate::dates;
use crate::minutes::block::{self, Block};
use crate::minutes::item::Verb;
use crate::minutes::label::{self, Label, Part};
use crate::minutes::list_mark::Sort;
use crate::minutes::piece::{Confidence, PieceKind, Span};
use crate::minutes::resolution::{self, Clause, Making};
use crate::minutes::verb;
use crate::minutes::wording::{after, begins, place};
impl<'a> Body<'a, '_> {
    pub(super) fn resolution(
        &mut self,
        found: &Label<'a>,
        blocks: &[Block<'a>],
        at: usize,
    ) -> Next {
        let recommended = found.part == Part::Recommended;
        // An agenda recommends before anything was said.
        if recommended
            && self.within == Within::Agenda
            && self.labelled
            && !begins(found.words, "RECOMMENDED")
            && found.words.len() < 30
        {
            let span = block::span(self.reading.text, &blocks[at]);
            self.lay(span, PieceKind::Purpose, Confidence::Probable);
            return Next::Skip(0);
        }
        let following = &blocks[at + 1..];
        let (clauses, used) = resolution::clauses(found.rest, following);
        // "… to pass the following resolution: RESOLVED – That the press be excluded" is what the agenda proposes.
        if self.within == Within::Agenda && self.labelled && self.proposes(blocks, at) {
            for block in &blocks[at..=at + used] {
                let span = block::span(self.reading.text, block);
                self.purpose(block.text, span, Confidence::Probable);
            }
            return Next::Skip(used);
        }
        if clauses.is_empty() && self.verb_alone(found, &blocks[at]) {
            self.within = Within::Talk;
            return Next::Skip(0);
        }
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

    /// Whether the agenda leads to a resolution that is still to be passed.
    fn proposes(&self, blocks: &[Block<'a>], at: usize) -> bool {
        let minuted =
            |it: &Block<'a>| label::read(it.text).is_some_and(|it| it.part == Part::Minutes);
        let before = at.checked_sub(1).map_or("", |it| blocks[it].text);
        let leads = before.trim_end().ends_with([':', '-', '–']);
        leads && blocks[at..].iter().take(200).any(minuted)
    }

    /// Takes clauses in as one resolution; what is said twice, once as decision and once in the minutes, is one.
    pub(super) fn outcomes(&mut self, clauses: &[Clause<'a>], how: Making) {
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

    /// A paragraph of a decision kept apart: a list, "That …", or a sentence in which the body decides.
    pub(super) fn decision(&mut self, blocks: &[Block<'a>], at: usize) -> usize {
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
        // "Decision: To extend the framework": the label says what it is, unless a story of the meeting begins.
        let told = [
            " considered ",
            " discussed ",
            " presented ",
            " introduced ",
            " received ",
        ]
        .iter()
        .any(|it| text.contains(it));
        let labelled = std::mem::take(&mut self.fresh) && !told;
        let decides =
            labelled || bare.len() < text.len() || verb::deciding(&dates::words(text)).is_some();
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
}
