//! Actions, and the news of an action log.

use super::Body;
use super::notices::is_nothing;
use crate::due;
use crate::minutes::action::{Action, LogUpdate};
use crate::minutes::block::Block;
use crate::minutes::owner;
use crate::minutes::piece::{Confidence, PieceKind, Span};
use crate::minutes::progress;
use crate::minutes::wording::{after, count, squash};
impl<'a> Body<'a, '_> {
    /// Whether the actions end before this paragraph.
    pub(super) fn ends_actions(&self, blocks: &[Block<'a>], at: usize) -> bool {
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

    /// One action, as its words say it.
    pub(super) fn action(&mut self, words: &'a str, span: Span, confidence: Confidence) {
        let owned = owner::split(words);
        let found = due::read(words).or_else(|| self.lead_due.clone());
        self.lay(span, PieceKind::Action, confidence);
        if is_nothing(words) {
            return;
        }
        let mut action = self.plain(words, span, confidence);
        action.text = owned.text;
        action.owners = owned.owners;
        self.falls_due(&mut action, found);
        self.keep(action);
    }

    /// An action without owner and due.
    pub(super) fn plain(&self, words: &str, at: Span, confidence: Confidence) -> Action {
        Action {
            text: squash(words),
            words: words.to_owned(),
            owners: Vec::new(),
            due_words: None,
            due: None,
            due_told: String::new(),
            number: None,
            state: None,
            update: None,
            confidence,
            at,
            also_at: Vec::new(),
        }
    }

    /// Says by when, seen from the meeting of the item.
    pub(super) fn falls_due(&self, action: &mut Action, due: Option<due::Due>) {
        let Some(due) = due else { return };
        let resolved = due.when.resolve(self.reading.held(self.current), &[]);
        action.due_words = Some(due.words);
        action.due = resolved.day;
        action.due_told = resolved.told;
    }

    /// Takes an action in; what is said twice is one.
    pub(super) fn keep(&mut self, action: Action) {
        let item = self.item();
        // Only what was said lately can be said again in the same breath.
        let late = item.actions.len().saturating_sub(50);
        let twin = item.actions[late..].iter_mut().find(|it| {
            it.text == action.text && it.owners == action.owners && it.number == action.number
        });
        match twin {
            Some(before) => before.also_at.push(action.at),
            None => item.actions.push(action),
        }
    }

    /// "Item 21 – Care leavers' offer – published in May": a line of an action log.
    pub(super) fn log(&mut self, block: &Block<'a>, span: Span) -> bool {
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
        let mut action = self.plain(title, span, Confidence::Probable);
        action.number = Some(number.to_owned());
        action.state = progress::of(update);
        action.update = Some(squash(update)).filter(|it| !it.is_empty());
        self.keep(action);
        self.item().log_updates.push(LogUpdate {
            number: number.to_owned(),
            title: squash(title),
            update: squash(update),
            at: span,
        });
        true
    }
}
