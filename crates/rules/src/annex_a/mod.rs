//! The checks of Annex A. Ofsted publishes the lists but no codes for checks, so the codes are Waymark's own: the list that
//! a check looks at (0 where it looks at every list there is) and a number.

mod dates;
mod open;

mod l0_01_no_id;
mod l0_02_repeats;
mod l0_03_start_missing;
mod l0_04_start_or_end_unreadable;
mod l0_05_other_date_unreadable;
mod l0_06_starts_after_as_at;
mod l0_07_ends_after_as_at;
mod l0_08_long_before_birth;
mod l0_09_birth_far_ahead;
mod l0_10_age_disagrees;
mod l0_11_long_ago;
mod l0_12_birth_differs;
mod l0_13_adult_at_start;
mod l10_01_placed_before_matched;
mod l10_02_order_before_placed;
mod l10_03_matched_before_order;
mod l10_04_decided_before_care;
mod l10_05_done_after_as_at;
mod l11_01_ends_before_enquiry;
mod l2_01_ends_before_it_starts;
mod l3_01_no_action_yet_assessed;
mod l3_02_fewer_referrals_than_rows;
mod l4_01_ends_before_it_starts;
mod l4_02_authorised_without_outcome;
mod l4_03_authorised_not_told_if_seen;
mod l4_04_long_open_without_worker;
mod l4_05_two_open_assessments;
mod l5_01_conference_before_discussion;
mod l5_02_held_though_unnecessary;
mod l5_03_plan_not_on_list_7;
mod l5_04_plan_without_conference;
mod l5_05_held_without_outcome;
mod l5_06_conference_after_as_at;
mod l6_01_ends_before_it_starts;
mod l6_02_closed_without_reason;
mod l6_03_reason_without_closure;
mod l6_04_status_closed_but_open;
mod l6_05_need_plan_though_protected;
mod l6_06_seen_before_start;
mod l6_07_seen_after_as_at;
mod l6_08_open_without_status;
mod l6_09_closed_but_status_open;
mod l7_01_ends_before_it_starts;
mod l7_02_two_open_plans;
mod l7_03_review_before_start;
mod l7_04_visit_before_start;
mod l7_05_visit_or_review_after_as_at;
mod l7_06_never_visited;
mod l7_07_not_open_on_list_6;
mod l7_08_no_conference_on_list_5;
mod l8_01_ends_before_it_starts;
mod l8_02_ceased_without_reason;
mod l8_03_reason_without_end;
mod l8_04_looked_after_at_18;
mod l8_05_two_open_periods;
mod l8_06_placement_before_care;
mod l8_07_done_after_as_at;
mod l8_08_before_birth;
mod l8_09_missing_without_interview_answer;
mod l8_10_interview_without_missing;
mod l8_11_accepted_though_not_offered;
mod l8_12_with_parents_under_section_20;
mod l9_01_under_16;
mod l9_02_done_after_as_at;
mod l9_03_not_in_touch_yet_active;
mod l9_04_category_does_not_fit_age;

use crate::Rule;

/// Every check, by list and number.
pub(crate) static RULES: &[&Rule] = &[
    &l0_01_no_id::RULE,
    &l0_02_repeats::RULE,
    &l0_03_start_missing::RULE,
    &l0_04_start_or_end_unreadable::RULE,
    &l0_05_other_date_unreadable::RULE,
    &l0_06_starts_after_as_at::RULE,
    &l0_07_ends_after_as_at::RULE,
    &l0_08_long_before_birth::RULE,
    &l0_09_birth_far_ahead::RULE,
    &l0_10_age_disagrees::RULE,
    &l0_11_long_ago::RULE,
    &l0_12_birth_differs::RULE,
    &l0_13_adult_at_start::RULE,
    &l2_01_ends_before_it_starts::RULE,
    &l3_01_no_action_yet_assessed::RULE,
    &l3_02_fewer_referrals_than_rows::RULE,
    &l4_01_ends_before_it_starts::RULE,
    &l4_02_authorised_without_outcome::RULE,
    &l4_03_authorised_not_told_if_seen::RULE,
    &l4_04_long_open_without_worker::RULE,
    &l4_05_two_open_assessments::RULE,
    &l5_01_conference_before_discussion::RULE,
    &l5_02_held_though_unnecessary::RULE,
    &l5_03_plan_not_on_list_7::RULE,
    &l5_04_plan_without_conference::RULE,
    &l5_05_held_without_outcome::RULE,
    &l5_06_conference_after_as_at::RULE,
    &l6_01_ends_before_it_starts::RULE,
    &l6_02_closed_without_reason::RULE,
    &l6_03_reason_without_closure::RULE,
    &l6_04_status_closed_but_open::RULE,
    &l6_05_need_plan_though_protected::RULE,
    &l6_06_seen_before_start::RULE,
    &l6_07_seen_after_as_at::RULE,
    &l6_08_open_without_status::RULE,
    &l6_09_closed_but_status_open::RULE,
    &l7_01_ends_before_it_starts::RULE,
    &l7_02_two_open_plans::RULE,
    &l7_03_review_before_start::RULE,
    &l7_04_visit_before_start::RULE,
    &l7_05_visit_or_review_after_as_at::RULE,
    &l7_06_never_visited::RULE,
    &l7_07_not_open_on_list_6::RULE,
    &l7_08_no_conference_on_list_5::RULE,
    &l8_01_ends_before_it_starts::RULE,
    &l8_02_ceased_without_reason::RULE,
    &l8_03_reason_without_end::RULE,
    &l8_04_looked_after_at_18::RULE,
    &l8_05_two_open_periods::RULE,
    &l8_06_placement_before_care::RULE,
    &l8_07_done_after_as_at::RULE,
    &l8_08_before_birth::RULE,
    &l8_09_missing_without_interview_answer::RULE,
    &l8_10_interview_without_missing::RULE,
    &l8_11_accepted_though_not_offered::RULE,
    &l8_12_with_parents_under_section_20::RULE,
    &l9_01_under_16::RULE,
    &l9_02_done_after_as_at::RULE,
    &l9_03_not_in_touch_yet_active::RULE,
    &l9_04_category_does_not_fit_age::RULE,
    &l10_01_placed_before_matched::RULE,
    &l10_02_order_before_placed::RULE,
    &l10_03_matched_before_order::RULE,
    &l10_04_decided_before_care::RULE,
    &l10_05_done_after_as_at::RULE,
    &l11_01_ends_before_enquiry::RULE,
];
