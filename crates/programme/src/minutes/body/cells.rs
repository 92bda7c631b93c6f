//! What the columns of tables hold: actions with owner, due day and state.

use super::notices::is_nothing;
use super::{Body, Within};
use crate::due;
use crate::minutes::action::{Action, Progress};
use crate::minutes::block::{self, Block};
use crate::minutes::owner;
use crate::minutes::piece::{Confidence, PieceKind, Span};
use crate::minutes::progress;
use crate::minutes::table::{Cell, Column, Row, column};
use crate::minutes::wording::{place, squash};

impl<'a> Body<'a, '_> {
    /// Reads the cell of a table that a block stands in; how many blocks it took. None where it is read like any other
    /// paragraph.
    pub(super) fn cell(&mut self, blocks: &[Block<'a>], at: usize) -> Option<usize> {
        let first = blocks[at].lines.start;
        let span = block::span(self.reading.text, &blocks[at]);
        let (row, column) = match self.reading.tables.at(first)? {
            Cell::Header => {
                self.lay(span, PieceKind::Tag, Confidence::Certain);
                return Some(1);
            }
            Cell::Of(row, column) => (self.reading.tables.rows[row].clone(), column),
        };
        if !row.items {
            self.row(&row);
            self.within = Within::Talk;
            let own = blocks[at..].iter();
            return Some(
                own.take_while(|it| it.lines.start < row.lines.end)
                    .count()
                    .max(1),
            );
        }
        let begins = row.cell(column).is_some_and(|it| {
            (it.start..=first).all(|line| line == first || self.reading.lines[line].text.is_empty())
        });
        match column {
            Column::Text | Column::Other | Column::Item if begins => self.within = Within::Talk,
            Column::Decision if begins => self.within = Within::Decision,
            Column::Action => {
                let words = blocks[at].inner();
                self.of_row(words, span, &row);
                return Some(1);
            }
            Column::Owner | Column::Due | Column::Status => {
                self.lay(span, PieceKind::Action, Confidence::Certain);
                return Some(1);
            }
            Column::Number => {
                self.lay(span, PieceKind::ItemHeading, Confidence::Certain);
                return Some(1);
            }
            _ => {}
        }
        None
    }

    /// A row of a table of actions.
    fn row(&mut self, row: &Row) {
        let filled: Vec<&str> = self.reading.lines[row.lines.clone()]
            .iter()
            .map(|it| it.text)
            .filter(|it| !it.is_empty())
            .collect();
        let (Some(first), Some(last)) = (filled.first(), filled.last()) else {
            return;
        };
        let text = self.reading.text;
        let span = Span::new(place(text, first).start, place(text, last).end);
        match self.words(row, Column::Action) {
            Some(words) => self.of_row(words, span, row),
            None => self.lay(span, PieceKind::Discussion, Confidence::Certain),
        }
    }

    /// An action, with what the other cells of its row say of it.
    fn of_row(&mut self, words: &'a str, span: Span, row: &Row) {
        if is_nothing(words) {
            self.lay(span, PieceKind::Discussion, Confidence::Certain);
            return;
        }
        self.lay(span, PieceKind::Action, Confidence::Certain);
        let mut action = self.plain(words, span, Confidence::Certain);
        match self.words(row, Column::Owner).and_then(owners) {
            Some(owners) => action.owners = owners,
            None => {
                let owned = owner::split(words);
                (action.text, action.owners) = (owned.text, owned.owners);
            }
        }
        let found = match self.words(row, Column::Due) {
            // "To be completed by" heads a column of names as well as one of days.
            Some(it) if due::again(it) == due::When::Open && owner::names(it).is_some() => {
                if action.owners.is_empty() {
                    action.owners = owner::names(it).unwrap_or_default();
                }
                due::of_action(words)
            }
            Some(it) if !is_nothing(it) => Some(by(it)),
            _ => due::of_action(words),
        };
        self.falls_due(&mut action, found);
        if let Some(status) = self.words(row, Column::Status) {
            stands(&mut action, status);
        }
        if !row.items {
            action.number = self.words(row, Column::Number).map(squash);
        }
        self.keep(action);
    }

    /// The words of a row's cell, as they stand.
    fn words(&self, row: &Row, column: Column) -> Option<&'a str> {
        let lines = &self.reading.lines[row.cell(column)?];
        let mut filled = lines.iter().map(|it| it.text).filter(|it| !it.is_empty());
        let first = filled.next()?;
        let last = filled.next_back().unwrap_or(first);
        let text = self.reading.text;
        text.get(place(text, first).start..place(text, last).end)
    }

    /// "Owner: Ann Dale", "Due: 20 December 2023", "Status: open" below an action say more of it.
    pub(super) fn detail(&mut self, text: &str, span: Span) -> bool {
        let Some((name, value)) = text.split_once(':') else {
            return false;
        };
        let (value, held) = (value.trim(), column(name));
        let Some(mut action) = self.item().actions.pop() else {
            return false;
        };
        let fits = match held {
            Some(Column::Owner) => owners(value).is_some_and(|it| {
                action.owners = it;
                true
            }),
            Some(Column::Due) if !is_nothing(value) => {
                self.falls_due(&mut action, Some(by(value)));
                true
            }
            Some(Column::Status) => {
                stands(&mut action, value);
                true
            }
            _ => false,
        };
        self.item().actions.push(action);
        if fits {
            self.lay(span, PieceKind::Action, Confidence::Certain);
        }
        fits
    }
}

/// What a cell of a due column says: whatever its words, they are when.
fn by(words: &str) -> due::Due {
    due::Due {
        words: squash(words),
        start: 0,
        end: words.len(),
        when: due::again(words),
    }
}

/// Whom a cell of an owner column names: as it is written, where it is no name.
fn owners(words: &str) -> Option<Vec<String>> {
    let words = words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_'));
    if is_nothing(words) || words.eq_ignore_ascii_case("tbc") {
        return None;
    }
    owner::names(words).or_else(|| {
        let parts = words.split(['/', '\n', ';', '&']);
        let parts: Vec<String> = parts.map(squash).filter(|it| !it.is_empty()).collect();
        (!parts.is_empty()).then_some(parts)
    })
}

/// Takes over what a status column or an action log says.
pub(super) fn stands(action: &mut Action, words: &str) {
    action.state = progress::of(words);
    action.update = Some(squash(words)).filter(|it| !it.is_empty());
    if matches!(action.state, Some(Progress::Done | Progress::Withdrawn)) {
        action.confidence = action.confidence.min(Confidence::Probable);
    }
}
