//! "The Board:" and then, clause by clause, what it did, without the word "resolved".

use super::{Body, Within};
use crate::dates;
use crate::minutes::block::{self, Block};
use crate::minutes::label::Label;
use crate::minutes::label::Part;
use crate::minutes::list_mark::Sort;
use crate::minutes::piece::{Confidence, PieceKind};
use crate::minutes::resolution::{self, Making};
use crate::minutes::verb;
use crate::minutes::wording::{after, is_joint};

impl<'a> Body<'a, '_> {
    /// Reads the clauses that a body's name leads to; how many blocks they took.
    pub(super) fn body_and_clauses(&mut self, blocks: &[Block<'a>], at: usize) -> Option<usize> {
        let block = &blocks[at];
        if self.within == Within::Agenda && self.labelled || !leads(block.text) {
            return None;
        }
        let next = blocks.get(at + 1)?;
        let listed = next
            .sort()
            .is_none_or(|it| it.counts() || matches!(it, Sort::Bullet | Sort::Second));
        let words = dates::words(next.inner());
        let decides = verb::deciding(&words).is_some_and(|it| it.0 <= 1);
        if !listed || !decides || next.heading {
            return None;
        }
        let (clauses, used) = resolution::clauses(block.text, &blocks[at + 1..]);
        if used == 0 {
            return None;
        }
        for block in &blocks[at..=at + used] {
            let span = block::span(self.reading.text, block);
            self.lay(span, PieceKind::Outcome, Confidence::Certain);
        }
        let span = block::span(self.reading.text, block);
        self.lay(span, PieceKind::Label, Confidence::Certain);
        self.outcomes(
            &clauses,
            Making {
                verb: None,
                split: true,
                confidence: Confidence::Certain,
                resolution: 0,
            },
        );
        self.within = Within::Talk;
        Some(1 + used)
    }

    /// "AGREED" or "NOTED" as all there is.
    pub(super) fn verb_alone(&mut self, found: &Label<'a>, block: &Block<'a>) -> bool {
        let word = found.words.trim_end_matches(|c: char| !c.is_alphanumeric());
        let word = word.rsplit(' ').next().unwrap_or(word);
        let alone = found.part == Part::Agreed
            && found.rest.is_empty()
            && verb::of_word(&word.to_ascii_lowercase()).is_some();
        if alone {
            let span = block::span(self.reading.text, block);
            self.talk(block, span);
        }
        alone
    }
}

/// Whether a paragraph is nothing but the name of the body, before a colon or a dash: "The Board:", "Members –",
/// "The Committee therefore:".
fn leads(text: &str) -> bool {
    let text = text.trim_end();
    if text.len() > 80 || !text.ends_with([':', '-', '–', '—']) {
        return false;
    }
    let bare = text.trim_end_matches(is_joint);
    let Some(rest) = crate::minutes::prose::BODIES
        .iter()
        .filter_map(|it| after(bare, it))
        .min_by_key(|it| it.len())
    else {
        return false;
    };
    let rest = rest.trim();
    matches!(
        rest.to_ascii_lowercase().as_str(),
        "" | "therefore" | "also" | "then" | "unanimously" | "accordingly" | "has" | "members"
    )
}
