//! The dates of a row by what they decide, so that one check can look at every list.

use crate::rule::Findings;
use waymark_data::annex_a::{
    About, Adopter, Adoption, Assessment, Care, Contact, Data, EarlyHelp, Enquiry, Episode, Leaver,
    Plan, Referral, Row,
};
use waymark_data::{Day, Field};

/// A row of any list, with its dates.
pub(super) trait Dated {
    /// What it says of its child.
    fn about(&self) -> &About;

    /// The date it is counted by; `None` for a list that is counted by none (care leavers).
    fn start(&self) -> Option<Field<Day>>;

    /// The date that ends it, where its list has one.
    fn end(&self) -> Option<Field<Day>>;

    /// Whether one of the dates that only show that something was done is like this.
    fn any_other(&self, test: &dyn Fn(Field<Day>) -> bool) -> bool;
}

macro_rules! dated {
    ($($row:ident: $start:expr, $end:expr, [$($other:ident),*];)+) => {$(
        impl Dated for $row {
            fn about(&self) -> &About {
                &self.about
            }

            fn start(&self) -> Option<Field<Day>> {
                let of: Option<fn(&Self) -> Field<Day>> = $start;
                of.map(|it| it(self))
            }

            fn end(&self) -> Option<Field<Day>> {
                let of: Option<fn(&Self) -> Field<Day>> = $end;
                of.map(|it| it(self))
            }

            fn any_other(&self, test: &dyn Fn(Field<Day>) -> bool) -> bool {
                let others: &[Field<Day>] = &[$(self.$other),*];
                others.iter().any(|it| test(*it))
            }
        }
    )+};
}
dated! {
    Contact: Some(|row| row.date), None, [];
    EarlyHelp: Some(|row| row.starts), Some(|row| row.ends), [];
    Referral: Some(|row| row.date), None, [];
    Assessment: Some(|row| row.starts), Some(|row| row.ends), [];
    Enquiry: Some(|row| row.starts), None, [conference];
    Episode: Some(|row| row.starts), Some(|row| row.ends), [seen];
    Plan: Some(|row| row.starts), Some(|row| row.ends), [visit, review];
    Care: Some(|row| row.starts), Some(|row| row.ends),
        [legal_starts, review, visit, health, dental, placement_starts];
    Leaver: None, None, [pathway, contact];
    Adoption: Some(|row| row.decision), None,
        [entered, placement_order, matched, placed, order, ended, fostering];
    Adopter: Some(|row| row.enquiry), None, [approved, left];
}

/// Every row, of all the lists that the return has, for which this holds.
pub(super) fn every_row<'a>(
    data: &'a Data,
    found: &mut Findings<'a>,
    wrong: impl Fn(&dyn Dated) -> bool,
) {
    fn of<'a, R: Dated + Row>(
        rows: &'a [R],
        found: &mut Findings<'a>,
        wrong: &dyn Fn(&dyn Dated) -> bool,
    ) {
        found.each(rows, |row| wrong(row));
    }
    of(&data.contacts.rows, found, &wrong);
    of(&data.early_help.rows, found, &wrong);
    of(&data.referrals.rows, found, &wrong);
    of(&data.assessments.rows, found, &wrong);
    of(&data.enquiries.rows, found, &wrong);
    of(&data.episodes.rows, found, &wrong);
    of(&data.plans.rows, found, &wrong);
    of(&data.care.rows, found, &wrong);
    of(&data.leavers.rows, found, &wrong);
    of(&data.adoptions.rows, found, &wrong);
    of(&data.adopters.rows, found, &wrong);
}

/// What every row of a child's lists says of its child; list 11 is of adopters and stays out.
pub(super) fn every_child_row(data: &Data) -> impl Iterator<Item = &About> {
    fn of<R: Row>(rows: &[R]) -> impl Iterator<Item = &About> {
        rows.iter().map(Row::about)
    }
    of(&data.contacts.rows)
        .chain(of(&data.early_help.rows))
        .chain(of(&data.referrals.rows))
        .chain(of(&data.assessments.rows))
        .chain(of(&data.enquiries.rows))
        .chain(of(&data.episodes.rows))
        .chain(of(&data.plans.rows))
        .chain(of(&data.care.rows))
        .chain(of(&data.leavers.rows))
        .chain(of(&data.adoptions.rows))
}

/// Given, and later than this day.
pub(super) fn later_than(date: Field<Day>, day: Day) -> bool {
    date.is_and(|it| it > day)
}

/// Days before this one (30 years ago) are what a system wrote for "no date", or a century mistyped: no child or young
/// person of a return can have lived through them.
pub(super) fn long_ago(as_at: Day) -> Day {
    as_at.plus_months(-12 * 30)
}

/// The longest a pregnancy can be known of, in months.
pub(super) const PREGNANCY: i32 = 9;

/// Whether two days lie at most this many days apart, whichever is first.
pub(super) fn within_days(one: Day, other: Day, days: i32) -> bool {
    one.days_until(other).abs() <= days
}
