//! "The Board:" and, in paragraphs of their own, "Noted the report;", "Endorsed the strategy; and".

use super::{Clause, hangs};
use crate::minutes::block::Block;
use crate::minutes::{label, verb};

/// Paragraphs that each begin with what the body did.
pub(super) fn verbs<'a>(found: &mut Vec<Clause<'a>>, stem: &str, following: &[Block<'a>]) -> usize {
    let mut used = 0;
    for block in following {
        let hanging = used > 0 && found.last().is_some_and(|it| hangs(it.text));
        let fits = begins_with_verb(block.text) || hanging && block.mark.is_none();
        if block.heading || !fits || block.mark.is_some() || label::read(block.text).is_some() {
            break;
        }
        found.push(Clause {
            mark: "",
            stem: stem.to_owned(),
            text: block.text,
            terms: String::new(),
        });
        used += 1;
    }
    used
}

/// Whether a paragraph begins with a word for what a body does.
pub(super) fn begins_with_verb(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next();
    word.is_some_and(|it| verb::of_word(&it.to_ascii_lowercase()).is_some())
}
