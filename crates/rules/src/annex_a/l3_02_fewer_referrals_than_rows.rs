//! The number of referrals is lower than the earlier referrals on the list.

use crate::rule::{Rule, Severity};
use waymark_data::Day;

pub(super) static RULE: Rule = Rule {
    code: "L3-02",
    severity: Severity::Error,
    message: "The number of referrals is lower than the earlier referrals on the list",
    lists: &[3],
    columns: &["Number of Referrals in Last 12 Months", "Date of referral"],
    check: |data, found| {
        let as_at = data.cut.as_at;
        for child in data.children() {
            let standing = || {
                data.referrals
                    .of(child)
                    .filter_map(|row| Some((row, row.day(as_at).ok()?)))
            };
            let mut days: Vec<Day> = standing().map(|(_, day)| day).collect();
            if days.len() < 2 {
                continue;
            }
            days.sort_unstable();
            for (row, day) in standing() {
                let year_ago = day.plus_months(-12);
                let before = days.partition_point(|it| *it < day)
                    - days.partition_point(|it| *it <= year_ago);
                let before = f64::from(u32::try_from(before).unwrap_or(u32::MAX));
                if row.count.is_and(|count| count < before) {
                    found.at(&row.about);
                }
            }
        }
    },
    page: include_str!("l3_02_fewer_referrals_than_rows.md"),
};
