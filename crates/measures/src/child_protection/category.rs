//! Child protection plans by category of abuse.

use super::on_a_plan::on_a_plan;
use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::{self, Data};

/// The latest category, at the as-at date.
pub(super) static MEASURE: Measure = Measure {
    id: "cpp-category",
    columns: &[(7, "Latest Category of Abuse")],
    title: "Plans by category of abuse",
    theme: Theme::ChildProtection,
    unit: Unit::Share,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Local Authority Interactive Tool 219; DfE children in need statistics",
    why: "What children are being harmed by decides what help must be there for them.",
    lists: &[7],
    periods: &[Basis::SnapshotAsAt],
    bands: CATEGORIES,
    cases: by_category,
    page: include_str!("category.md"),
    ..Measure::PLAIN
};

/// In the order of the return's values.
const CATEGORIES: &[&str] = &[
    "Neglect",
    "Physical abuse",
    "Sexual abuse",
    "Emotional abuse",
    "Multiple",
    "Not recorded",
];

fn by_category<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let not_recorded = CATEGORIES.len() - 1;
    let answers = annex_a::answers("Latest Category of Abuse");
    on_a_plan(data, cases, |cases, day, _, row| {
        let category = row.category.value().and_then(|it| answers.value_number(it));
        let band = category.filter(|it| *it < not_recorded);
        cases.in_band(day, &row.about, band.unwrap_or(not_recorded));
    });
}
