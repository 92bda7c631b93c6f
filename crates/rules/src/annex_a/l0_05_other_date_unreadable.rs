//! A date of birth, visit, review or other step could not be read.

use super::dates::every_row;
use crate::rule::{Rule, Severity};
use waymark_data::Field;

pub(super) static RULE: Rule = Rule {
    code: "L0-05",
    severity: Severity::Error,
    message: "A date of birth, visit, review or other step could not be read",
    lists: &[],
    columns: &[
        "Date of Birth",
        "Date of Initial Child Protection Conference",
        "Date Child Was Last Seen",
        "Date of the Last Statutory Visit",
        "Date of latest review conference",
        "Start date of current legal status",
        "Date of Latest Statutory Review",
        "Date of Last Social Work Visit",
        "Date of Last Health Assessment",
        "Date of Last Dental Check",
        "Start Date of Most Recent Placement",
        "Latest Pathway Plan Review Date",
        "Latest Date of Contact",
        "Date the Child Entered Care",
        "Date of Placement Order",
        "Date of Matching Child and Prospective Adopters",
        "Date Placed for Adoption",
        "Date of Adoption Order",
        "Date of Decision that Child Should No Longer be Placed for Adoption",
        "Date the child was placed for fostering in FFA or concurrent planning placement",
        "Date application approved",
        "Date of leaving adoption process",
    ],
    check: |data, found| {
        every_row(data, found, |row| {
            row.about().birth.is_unreadable() || row.any_other(&Field::is_unreadable)
        })
    },
    page: include_str!("l0_05_other_date_unreadable.md"),
};
