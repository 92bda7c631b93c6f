//! The checks of Annex A. Ofsted publishes the lists but no codes for checks, so the codes are Waymark's own.

mod l7_01_ends_before_it_starts;

use crate::Rule;

/// Every check, by code.
pub(crate) static RULES: &[&Rule] = &[&l7_01_ends_before_it_starts::RULE];
