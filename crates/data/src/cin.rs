//! The census of children in need: its blocks as tables.

use crate::answers::Answers;
use crate::published;
use crate::table::TableSpec;
use std::collections::HashMap;
use std::sync::LazyLock;

const PUBLISHED: &str = include_str!("../published/cin_tables.txt");

static ANSWERS: LazyLock<HashMap<String, Answers>> =
    LazyLock::new(|| published::answers(PUBLISHED));

static TABLES: LazyLock<Vec<TableSpec>> = LazyLock::new(|| published::tables(PUBLISHED, &ANSWERS));

/// The blocks of the census, in order: the header, the child, the episode and what hangs below it.
#[must_use]
pub fn tables() -> &'static [TableSpec] {
    &TABLES
}

/// The table of this name, without regard to case.
#[must_use]
pub fn table(name: &str) -> Option<&'static TableSpec> {
    TABLES.iter().find(|it| it.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_twelve_blocks_have_their_columns_and_codes() {
        let columns: Vec<usize> = tables().iter().map(|it| it.columns.len()).collect();
        assert_eq!(columns, [9, 9, 2, 2, 9, 6, 4, 4, 6, 8, 4, 12]);
        let episodes = table("cindetails").unwrap();
        let nfa = &episodes.columns[episodes.column("ReferralNFA").unwrap()];
        for (text, words) in [("0", "No"), ("false", "No"), ("TRUE", "Yes"), ("1", "Yes")] {
            let answers = nfa.answers.unwrap();
            assert_eq!(answers.words(answers.read(text).unwrap()), words, "{text}");
        }
        let source = episodes.columns[episodes.column("ReferralSource").unwrap()]
            .answers
            .unwrap();
        assert_eq!(source.code(source.read("1A").unwrap()), Some("1A"));
        assert!(source.read("ZZ").is_none());
    }
}
