//! What the board was told of the figures each month: from the same counts that the county's returns are drawn from, so that
//! what a minute claims can be checked against what the dashboard shows.

use crate::shape::{ASSESSMENTS, CONTACT_TO_REFERRAL, LOOKED_AFTER, ON_A_PLAN, REFERRALS};
use waymark_data::{Day, Month};

/// The measures of the monthly summary.
pub(super) const MEASURES: &[&str] = &[
    "referral-rate",
    "contact-to-referral",
    "assessment-over-45",
    "assessment-nfa",
    "cpp-number",
    "cla-number",
];

/// What the summary of the month before a meeting said.
pub(super) fn summary(meeting: Day) -> String {
    let month = meeting.month().plus(-1);
    // The counts begin in July 2015, those of a month's end in June.
    let Ok(at) = usize::try_from(Month::new(2015, 7).months_until(month)) else {
        return String::new();
    };
    let assessed = &ASSESSMENTS[at];
    let all: u32 = assessed.authorised.iter().sum();
    let over: u32 = assessed.over_45.iter().sum();
    let north = share(assessed.over_45[0], assessed.authorised[0]);
    let none: u32 = assessed.no_support.iter().sum();
    let before: u32 = ASSESSMENTS[at - 1].over_45.iter().sum();
    let before_of: u32 = ASSESSMENTS[at - 1].authorised.iter().sum();
    let looked_after: u32 = LOOKED_AFTER[at + 1].iter().sum();
    let net = i64::from(looked_after) - i64::from(LOOKED_AFTER[at].iter().sum::<u32>());
    let converted = CONTACT_TO_REFERRAL[at];
    format!(
        "Sam Okoro presented the summary for {}. The dashboard was in the agenda pack.\n\n\
         Referrals: {} in the month, a rate of {:.1} per 10,000. Contacts followed by a referral: {}.{}%.\n\n\
         Assessments over 45 working days: {} ({over} of {all}), {} the month before; in the North {north}. Assessments \
         that led to no further action: {} ({none} of {all}).\n\n\
         Children on a child protection plan: {}. Children looked after: {looked_after}, a net change of {net:+} in the \
         month.",
        month.words(),
        REFERRALS[at],
        f64::from(REFERRALS[at]) * 10_000.0 / 246_777.0,
        converted / 10,
        converted % 10,
        share(over, all),
        share(before, before_of),
        share(none, all),
        ON_A_PLAN[at + 1],
    )
}

fn share(hits: u32, of: u32) -> String {
    format!("{:.0}%", f64::from(hits) * 100.0 / f64::from(of))
}
