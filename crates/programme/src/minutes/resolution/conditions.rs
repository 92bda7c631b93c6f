//! Lists that hang on a decision without being decisions: "supported subject to (a) a review and (b) a named lead".

use super::Clause;
use crate::minutes::block::Block;
use crate::minutes::wording::{is_joint, squash};

/// Whether what stands before a list has decided already, and the list only says on what terms.
pub(super) fn follow(stem: &str) -> bool {
    let lower = stem.trim().trim_end_matches(is_joint).to_ascii_lowercase();
    let terms = [
        "subject to",
        "subject to the following",
        "conditions",
        "amendments",
        "changes",
        "provided that",
        "provided",
        "on the basis that",
        "on the understanding that",
        "including",
        "to include",
        "namely",
        "such as",
        "in particular",
        "comprising",
        "consisting of",
    ];
    let decided = crate::minutes::verb::deciding(&crate::dates::words(&lower)).is_some();
    decided && terms.iter().any(|it| lower.ends_with(it))
}

/// The decision with the listed paragraphs that follow as its terms, and how many those are.
pub(super) fn whole<'a>(rest: &'a str, following: &[Block<'a>]) -> (Clause<'a>, usize) {
    let listed = following
        .iter()
        .take_while(|it| super::listed(it) && !it.heading)
        .collect::<Vec<_>>();
    let more = listed.iter().map(|it| squash(it.text)).collect::<Vec<_>>();
    let clause = Clause {
        mark: "",
        stem: String::new(),
        text: rest,
        terms: more.join(" "),
    };
    (clause, listed.len())
}
