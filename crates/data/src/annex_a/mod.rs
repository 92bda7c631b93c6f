//! Ofsted's Annex A: its eleven lists as published, their rows, and the joined data that measures read.

mod about;
mod attributes;
mod join;
mod numbering;
mod rows;
mod state;

pub use about::{About, AgeBand, Aside, Child, Disability, Eligibility, Ethnicity, Sex, Team};
pub use join::{Cut, Data, List};
pub use rows::{
    Adopter, Adoption, Assessment, Care, Contact, EarlyHelp, Enquiry, Episode, Leaver, Plan,
    Referral, Row,
};
pub use state::{Conference, Span};

use crate::answers::{Answers, Picked};
use crate::published;
use crate::table::TableSpec;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The eleven lists, in order: list 1 is at 0.
#[must_use]
pub fn lists() -> &'static [TableSpec] {
    &LISTS
}

/// The published list of this number, 1 to 11.
#[must_use]
pub fn list(number: u8) -> Option<&'static TableSpec> {
    LISTS.get(usize::from(number).checked_sub(1)?)
}

/// What the cells of a category column may say.
///
/// # Panics
/// When Annex A has no such column: a mistake in the program, found by any test that runs it.
#[must_use]
pub fn answers(column: &str) -> &'static Answers {
    ANSWERS
        .get(column)
        .unwrap_or_else(|| panic!("Annex A has no category column {column}"))
}

/// Cells of a category column that say Yes.
#[must_use]
pub fn yes(column: &str) -> Picked {
    answers(column).pick(&[], &["Yes"])
}

/// Cells of a category column that say No.
#[must_use]
pub fn no(column: &str) -> Picked {
    answers(column).pick(&[], &["No"])
}

static ANSWERS: LazyLock<HashMap<String, Answers>> =
    LazyLock::new(|| published::answers(include_str!("../../published/annex_a_answers.txt")));

static LISTS: LazyLock<Vec<TableSpec>> = LazyLock::new(|| {
    published::tables(include_str!("../../published/annex_a_lists.txt"), &ANSWERS)
});

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Kind;

    #[test]
    fn the_eleven_lists_have_their_columns_and_keys() {
        let columns: Vec<usize> = lists().iter().map(|it| it.columns.len()).collect();
        assert_eq!(columns, [7, 8, 11, 12, 14, 14, 17, 34, 17, 16, 19]);
        assert!(lists().iter().all(|it| !it.key.is_empty()));
        assert_eq!(list(7).unwrap().title, "Child protection");
    }

    #[test]
    fn every_ofsted_code_is_understood() {
        for list in lists() {
            for column in list.columns.iter().filter(|it| it.kind == Kind::Answer) {
                assert!(column.answers.is_some(), "{}", column.name);
            }
        }
        let read = |column: &str, text: &str| {
            answers(column)
                .read(text)
                .map(|it| answers(column).words(it).to_owned())
        };
        assert_eq!(
            read("Contact Source", "q) 6: Police").as_deref(),
            Some("g) Police")
        );
        assert_eq!(
            read("LA in Touch", "c) Died").as_deref(),
            Some("d) Exclude")
        );
        assert_eq!(
            read("LA in Touch", "f) Rhom").as_deref(),
            Some("d) Exclude")
        );
        assert_eq!(
            read("Type of Accommodation", "G: Abroad").as_deref(),
            Some("e) Gone abroad")
        );
        assert_eq!(read("Referral NFA?", "NFA").as_deref(), Some("Yes"));
        assert_eq!(
            read("Eligibility Category", "d) Eligible child").as_deref(),
            Some("d) Eligible")
        );
        assert_eq!(read("Gender", "Indeterminate"), None);
        let legal = answers("Child's Legal Status");
        let breaks = legal.pick(&["V3", "V4"], &[]);
        for text in [
            "V4",
            "V3: Short term breaks, episodes recorded",
            "Series of short-term breaks",
            "S20 short term break",
        ] {
            assert!(breaks.has(legal.read(text).unwrap()), "{text}");
        }
        for column in [
            "Referral NFA?",
            "Was the Child Seen Alone?",
            "Child Seen During Continuous Assessment",
        ] {
            for text in ["a) Yes", "yes", "TRUE"] {
                assert!(
                    yes(column).has(answers(column).read(text).unwrap()),
                    "{column}: {text}"
                );
            }
            assert!(no(column).has(answers(column).read("b) No").unwrap()));
        }
    }

    #[test]
    fn every_spelling_comes_to_its_value_unless_it_is_listed_under_two() {
        let (mut column, mut value, mut held, mut under_two) = ("", "", 0, 0);
        for line in include_str!("../../published/annex_a_answers.txt").lines() {
            if let Some(name) = line.strip_prefix("column ") {
                column = name;
            } else if let Some(name) = line.strip_prefix("value ") {
                value = name;
            }
            let text = line
                .strip_prefix("value ")
                .or_else(|| line.strip_prefix("  "));
            let Some(text) = text.filter(|_| !line.starts_with('#')) else {
                continue;
            };
            match answers(column).read(text) {
                // Councils' names come in several forms, each a value of its own; nothing is decided by them.
                Some(_) if column == "LA of Placement" => {}
                Some(answer) => {
                    assert_eq!(answers(column).words(answer), value, "{column}: {text}")
                }
                None => under_two += 1,
            }
            held += 1;
        }
        assert!(
            held > 10_000 && under_two < 100,
            "{held}, {under_two} under two"
        );
    }

    #[test]
    fn a_list_is_known_by_its_headings_old_and_new() {
        let old = [
            "Child Unique ID",
            "Gender",
            "Ethnicity",
            "Date of Birth",
            "Age",
            "DATE OF CONTACT",
            "Contact  Source",
        ];
        assert!((list(1).unwrap().fit(&old) - 1.0).abs() < 1e-9);
        assert!(list(2).unwrap().fit(&old) < 0.7);
    }
}
