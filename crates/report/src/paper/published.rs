//! A paper for the public beside every paper the public has had before: what they would give away together is hidden.
//!
//! Within one table small numbers and what they hang on are hidden when the paper is made. Here its figures and its tables
//! by area or band are entered, with those of every earlier paper, in a
//! [ledger](waymark_measures::disclosure::ledger), which knows the sums a reader knows: parts of a percentage make its
//! whole, months make a year, areas and bands make all. What the ledger hides besides is taken out of figures, tables,
//! charts and sentences.
//!
//! A paper never holds what it hides; the true numbers lie [beneath](Beneath) it and are kept apart, so that what is restated
//! is told from what stands, and a zero that was hidden from a number that was.
//!
//! What it cannot see: numbers that an officer writes without naming the figure, and what other bodies publish. Counts of records (an audit's grades, a
//! visit's cases) are in no sum with others: they are hidden whole where they are written. `docs/disclosure.md` lists all.

mod beneath;
mod read;
mod takeout;
mod together;
mod when;

use super::{Block, Hand, Paper, Text};
use crate::audience::Audience;
pub use beneath::Beneath;
use read::{Read, group_of, read};
use std::collections::BTreeSet;
pub use together::companions;
use waymark_measures::disclosure::Rule;
use waymark_measures::disclosure::ledger::{Ledger, Mark};

/// A paper for the public that was issued before.
#[derive(Clone, Copy)]
pub struct Earlier<'a> {
    /// The paper as it was issued.
    pub paper: &'a Paper,
    /// What lies beneath it: empty where it was issued before that was kept. Then an answer that agrees with what the
    /// papers print stands in for what is true.
    pub beneath: &'a Beneath,
}

/// A paper as it may be issued.
pub struct Published {
    /// The paper.
    pub paper: Paper,
    /// What lies beneath it, to be kept where nobody reads it.
    pub beneath: Beneath,
    /// What was hidden besides, and what could not be helped, in words.
    pub said: Vec<String>,
}

/// The paper as it may be published after `earlier`, the papers for the public that were issued before. `beneath` are the
/// true numbers of what it hides, and of what belongs to the same sums. A paper for the board is returned as it is, and
/// nothing is kept beneath it.
#[must_use]
pub fn publish(mut paper: Paper, beneath: &Beneath, earlier: &[Earlier<'_>]) -> Published {
    if paper.audience != Audience::Public {
        return Published {
            paper,
            beneath: Beneath::default(),
            said: Vec::new(),
        };
    }
    let mut earlier: Vec<&Earlier<'_>> = earlier
        .iter()
        .filter(|it| it.paper.audience == Audience::Public)
        .collect();
    earlier.sort_by_key(|it| it.paper.made_on);
    let parts = read::partitions(earlier.iter().map(|it| it.paper).chain([&paper]));
    let mut new = read(&paper, &parts);
    let reads: Vec<Read> = earlier.iter().map(|it| read(it.paper, &parts)).collect();
    let all: BTreeSet<String> = reads.iter().chain([&new]).flat_map(Read::keys).collect();
    let mut ledger = Ledger::new(Rule::PUBLIC);
    let mut hidden_before = BTreeSet::new();
    for (issued, mut read) in earlier.iter().zip(reads) {
        read.know(issued.beneath, &all, &parts);
        hidden_before.extend(read.hidden());
        ledger.enter(&read.publication());
    }
    let lost: BTreeSet<String> = ledger.recoverable().into_iter().collect();
    new.know(beneath, &all, &parts);
    // What does not add up with anything (more started than ended) stays hidden too.
    let mut hide: BTreeSet<String> = new
        .shown()
        .filter(|it| hidden_before.contains(*it))
        .cloned()
        .collect();
    hide.iter().for_each(|name| new.hide(name));
    let out = ledger.protect(new.publication());
    let mut left_out: BTreeSet<String> = new.hidden().collect();
    for cell in &out.cells {
        let name = group_of(&cell.key);
        if cell.mark != Mark::Published && new.is_wanted(&cell.key) {
            hide.insert(name.to_owned());
            left_out.insert(name.to_owned());
        }
    }
    // Where even the mark of a hidden number would say too much, the number is not spoken of.
    for cell in &out.cells {
        if cell.mark != Mark::Unprinted {
            left_out.remove(group_of(&cell.key));
        }
    }
    left_out.retain(|it| new.counts(it));
    let now: BTreeSet<String> = ledger.recoverable().into_iter().collect();
    let said = said(&new, &hide, &left_out, now.difference(&lost), &lost);
    takeout::take_out(&mut paper, &hide, &left_out);
    Published {
        paper,
        beneath: beneath.kept(&out.cells),
        said,
    }
}

/// What was hidden, and what could not be helped.
fn said<'a>(
    read: &Read,
    hide: &BTreeSet<String>,
    left_out: &BTreeSet<String>,
    left: impl Iterator<Item = &'a String>,
    lost: &BTreeSet<String>,
) -> Vec<String> {
    let mut said: Vec<String> = hide
        .difference(left_out)
        .map(|it| {
            format!(
                "Hidden (c): {}. With what the public has had it would give a small number away.",
                read.words(it)
            )
        })
        .collect();
    said.extend(left_out.iter().map(|it| {
        format!(
            "Not shown: {}. With what the public has had, even to mark it as hidden (c) would give it away.",
            read.words(it)
        )
    }));
    let names = |keys: BTreeSet<&str>| -> Vec<String> {
        keys.into_iter().map(|it| read.words(it)).collect()
    };
    for name in names(left.map(|it| group_of(it)).collect()) {
        said.push(format!(
            "Not protected: {name}. Hiding all of this paper does not hide it: tell the data protection officer."
        ));
    }
    for name in names(lost.iter().map(|it| group_of(it)).collect()) {
        said.push(format!("Already public: {name} can be worked out from papers issued before. That cannot be taken back."));
    }
    said
}
