//! Referrals by source.

use super::{received, referrals};
use crate::measure::{Basis, Measure, Unit};
use waymark_data::annex_a::answers;

/// What a referral source comes to, in the order of the published values, and where none is told.
const BANDS: &[&str] = &[
    "Individual",
    "Schools",
    "Education services",
    "Health services",
    "Housing",
    "Local authority services",
    "Police",
    "Other legal agency",
    "Other",
    "Anonymous",
    "Unknown",
    "Not recorded",
];

pub(super) static MEASURE: Measure = Measure {
    id: "referral-source-share",
    columns: &[(3, "Referral Source")],
    title: "Referrals by source",
    unit: Unit::Share,
    source: "Children in need census, referral source; Local Authority Interactive Tool 374",
    why: "Who refers shows who sees children in difficulty, and who may be missing them.",
    periods: &[Basis::Rolling12, Basis::Return],
    bands: BANDS,
    cases: |data, cases| {
        let sources = answers("Referral Source");
        for (_, day, row) in received::referrals(data, cases) {
            let source = row.source.value().and_then(|it| sources.value_number(it));
            cases.in_band(day, &row.about, source.unwrap_or(BANDS.len() - 1));
        }
    },
    page: include_str!("referrals_by_source.md"),
    ..referrals::MEASURE
};

#[cfg(test)]
mod tests {
    use super::BANDS;
    use waymark_data::annex_a::answers;

    #[test]
    fn each_published_source_has_the_band_of_its_own_name() {
        let published = answers("Referral Source").values().iter().map(|value| {
            let words = value.split_once(") ").map_or("", |(_, words)| words);
            words.replace("LA ", "local authority ").to_lowercase()
        });
        let bands = BANDS.iter().map(|band| band.to_lowercase());
        assert!(published.chain(["not recorded".to_owned()]).eq(bands));
    }
}
