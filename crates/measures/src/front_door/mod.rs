//! Front door: contacts and referrals.

mod contact_rate;
mod contacts;
mod contacts_to_referral;
mod police;
mod police_contacts;
mod police_contacts_to_early_help;
mod police_contacts_to_referral;
mod police_referrals_without_service;
mod re_referrals;
mod received;
mod referral_rate;
mod referrals;
mod referrals_by_source;
mod referrals_without_action;
mod repeat_contacts;
mod unnecessary_assessments;

use crate::measure::Measure;

/// Its measures, in the order they are shown.
pub(crate) static MEASURES: &[&Measure] = &[
    &contacts::MEASURE,
    &contact_rate::MEASURE,
    &contacts_to_referral::MEASURE,
    &repeat_contacts::MEASURE,
    &police_contacts::MEASURE,
    &police_contacts_to_referral::MEASURE,
    &police_contacts_to_early_help::MEASURE,
    &police_referrals_without_service::MEASURE,
    &referrals::MEASURE,
    &referral_rate::MEASURE,
    &referrals_by_source::MEASURE,
    &re_referrals::MEASURE,
    &referrals_without_action::MEASURE,
    &unnecessary_assessments::MEASURE,
];

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
