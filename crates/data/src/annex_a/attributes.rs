//! Reads what a row says of its child's sex, ethnicity, disability, eligibility and age.

use super::about::{Disability, Eligibility, Ethnicity, Sex};
use crate::table::Table;

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // cut to 0..=255 first
pub(super) fn whole_years(age: f64) -> Option<u8> {
    (0.0..=255.0).contains(&age).then_some(age as u8)
}

fn words_of(table: &Table, column: usize, row: usize) -> Option<&'static str> {
    let answers = table.spec.columns[column].answers?;
    table
        .answer(column, row)
        .value()
        .map(|answer| answers.words(answer))
}

pub(super) fn sex(table: &Table, column: usize, row: usize) -> Sex {
    match words_of(table, column, row) {
        Some("b) Female") => Sex::Female,
        Some("a) Male") => Sex::Male,
        Some("d) Neither") => Sex::Neither,
        _ => Sex::NotKnown,
    }
}

pub(super) fn ethnic_group(table: &Table, column: usize, row: usize) -> Ethnicity {
    match words_of(table, column, row) {
        Some("a) White") => Ethnicity::White,
        Some("b) Mixed") => Ethnicity::Mixed,
        Some("c) Asian or Asian British") => Ethnicity::Asian,
        Some("d) Black or black British") => Ethnicity::Black,
        Some("e) Other ethnic group") => Ethnicity::Other,
        _ => Ethnicity::NotKnown,
    }
}

pub(super) fn disabled(table: &Table, column: usize, row: usize) -> Disability {
    match words_of(table, column, row) {
        Some("Yes") => Disability::Yes,
        Some("No") => Disability::No,
        _ => Disability::NotKnown,
    }
}

pub(super) fn eligible_as(table: &Table, column: usize, row: usize) -> Eligibility {
    match words_of(table, column, row) {
        Some("a) Relevant") => Eligibility::Relevant,
        Some("b) Former relevant") => Eligibility::FormerRelevant,
        Some("c) Qualifying") => Eligibility::Qualifying,
        Some("d) Eligible") => Eligibility::Eligible,
        Some("e) Other") => Eligibility::Other,
        _ => Eligibility::NotKnown,
    }
}
