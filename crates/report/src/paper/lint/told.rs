//! The texts that people wrote, and what they speak of.

use crate::paper::{Figure, Hand, Paper, Text};
use std::collections::HashMap;
use waymark_measures::{Good, catalogue};

/// What officers and the council's templates say, with the key of its section.
pub(super) fn by_people(paper: &Paper) -> impl Iterator<Item = (&str, &Text)> {
    paper.texts().filter(|(_, text)| text.by != Hand::Record)
}

/// A paper's figures by key.
pub(super) fn by_key(paper: &Paper) -> HashMap<&str, &Figure> {
    paper
        .figures
        .iter()
        .map(|it| (it.key.as_str(), it))
        .collect()
}

/// The figures a text speaks of that are in the paper.
pub(super) fn cited<'a>(figures: &HashMap<&str, &'a Figure>, text: &Text) -> Vec<&'a Figure> {
    text.figures
        .iter()
        .filter_map(|key| figures.get(key.as_str()).copied())
        .collect()
}

/// Whether more is good of a measure; none where neither way is, or it is not in the catalogue.
pub(super) fn up_is_good(figure: &Figure) -> Option<bool> {
    match catalogue::find(&figure.measure)?.good {
        Good::Up => Some(true),
        Good::Down => Some(false),
        Good::Neither => None,
    }
}

/// The first words of a text, to tell it by: "‘Most visits were in time …’".
pub(super) fn quoted(words: &str) -> String {
    const LONGEST: usize = 60;
    let mut short: String = words.chars().take(LONGEST).collect();
    short = short.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    format!("“{short}”")
}

/// How a figure is named: its title, or its key where it has none.
pub(super) fn name(figure: &Figure) -> &str {
    if figure.title.is_empty() {
        &figure.key
    } else {
        &figure.title
    }
}
