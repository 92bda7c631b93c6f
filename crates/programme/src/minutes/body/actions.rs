//! Actions, and the news of an action log.

use super::notices::is_nothing;
use super::{Body, Within};
use crate::due;
use crate::minutes::action::{Action, LogUpdate};
use crate::minutes::block::{self, Block};
use crate::minutes::label::{Label, Part};
use crate::minutes::owner;
use crate::minutes::piece::{Confidence, PieceKind, Span};
use crate::minutes::progress;
use crate::minutes::wording::{self, after, count, squash};

/// What the label of an action says of it.
#[derive(Debug, Default)]
pub(super) struct Said {
    number: Option<String>,
    owners: Vec<String>,
    due: Option<due::Due>,
}

/// What "Action 3 (Owner: Amy White; Due: 30/04/2020):" says of the action.
pub(super) fn said(label: &Label<'_>) -> Said {
    let mut said = Said {
        number: Some(label.number.to_owned()).filter(|it| !it.is_empty()),
        ..Said::default()
    };
    if label.aside.is_empty() {
        return said;
    }
    let parts = label.aside.split([';', '–', '|']);
    for part in parts.chain([label.aside]) {
        let value = part.split_once(':').map_or(part, |it| it.1).trim();
        if said.owners.is_empty() {
            said.owners = owner::names(value).unwrap_or_default();
        }
        if said.due.is_none() {
            said.due = due::of_action(value);
        }
    }
    said
}

impl<'a> Body<'a, '_> {
    /// Whether the item is the action log itself.
    pub(super) fn of_log(&mut self) -> bool {
        matches!(self.within, Within::Agenda | Within::Talk) && {
            let title = self.item().title.to_ascii_lowercase();
            title.contains("action log") || title.contains("action tracker")
        }
    }

    /// "Action 3.4 – TF has sent the tool. CLOSED": a numbered action that the minutes bring up to date.
    pub(super) fn logged_action(
        &mut self,
        label: &Label<'a>,
        block: &Block<'a>,
        span: Span,
    ) -> bool {
        if label.part != Part::Actions || label.number.is_empty() {
            return false;
        }
        let known = self.of_log() || self.within == Within::Log;
        let state = label
            .rest
            .rsplit(['–', '—', '.', '('])
            .map(str::trim)
            .find(|it| !it.is_empty())
            .and_then(progress::of);
        (known || state.is_some()) && self.log(block, span)
    }

    /// "(Action: Cllr Moss)" behind something says whose that is: the action before it, or the sentence.
    pub(super) fn owed_by(&mut self, label: &Label<'a>, blocks: &[Block<'a>], at: usize) -> bool {
        if label.part != Part::Actions || !label.bracketed {
            return false;
        }
        let named = owner::split(label.rest);
        let Some(before) = at.checked_sub(1).map(|it| &blocks[it]) else {
            return false;
        };
        if named.owners.is_empty() || !named.text.is_empty() {
            return false;
        }
        let text = self.reading.text;
        let span = block::span(text, &blocks[at]);
        let place = block::span(text, before);
        let found = due::of_action(label.rest);
        if let Some(mut action) = self
            .item()
            .actions
            .pop_if(|it| it.at.start >= place.start && it.at.end <= place.end)
        {
            for owner in named.owners {
                if !action.owners.contains(&owner) {
                    action.owners.push(owner);
                }
            }
            if action.due_words.is_none() {
                self.falls_due(&mut action, found);
            }
            self.item().actions.push(action);
            self.lay(span, PieceKind::Action, Confidence::Certain);
            return true;
        }
        let talk = &self.reading.drafts[self.current].talk;
        let said = talk
            .last()
            .filter(|it| wording::place(text, it.text).end == place.end);
        let Some(sentence) = said.and_then(|it| wording::sentences(it.text).pop()) else {
            return false;
        };
        let of_sentence = wording::place(text, sentence);
        self.lay(of_sentence, PieceKind::Action, Confidence::Probable);
        self.lay(span, PieceKind::Action, Confidence::Probable);
        let mut action = self.plain(
            sentence,
            Span::new(of_sentence.start, span.end),
            Confidence::Probable,
        );
        action.owners = named.owners;
        self.falls_due(&mut action, found.or_else(|| due::of_action(sentence)));
        self.keep(action);
        true
    }

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
        let mut owned = owner::split(words);
        let said = std::mem::take(&mut self.said);
        let found = due::of_action(words)
            .or(said.due)
            .or_else(|| self.lead_due.clone());
        self.lay(span, PieceKind::Action, confidence);
        if is_nothing(words) {
            return;
        }
        let mut action = self.plain(words, span, confidence);
        // "Action (PH): circulate the letter to Ann Lee" names its owner before its text.
        if !said.owners.is_empty() {
            owned.text = squash(words);
            owned.owners = said.owners;
        }
        action.text = owned.text;
        action.owners = owned.owners;
        action.number = said.number;
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
        // "NS to confirm the date": an entry names its owner as any action does.
        action.owners = owner::first(title)
            .and_then(|it| owner::names(it.0))
            .unwrap_or_default();
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
