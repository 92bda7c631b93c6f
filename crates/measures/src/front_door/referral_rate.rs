//! Referrals per 10,000 children.

use super::referrals;
use crate::measure::{Measure, Unit};

pub(super) static MEASURE: Measure = Measure {
    id: "referral-rate",
    title: "Referrals per 10,000 children",
    unit: Unit::Rate,
    why: "Set against the number of children, referrals show whether more children need help here than elsewhere or before.",
    page: include_str!("referral_rate.md"),
    ..referrals::MEASURE
};
