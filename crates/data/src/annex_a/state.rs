//! What a child's rows say of the child on a day: on a plan, looked after, on a child in need plan, a care leaver; which
//! referral an assessment belongs to; what is a conference.

use super::about::{About, Aside, Child};
use super::join::Data;
use super::rows::{Assessment, Care, Contact, EarlyHelp, Enquiry, Episode, Leaver, Plan, Referral};
use crate::Day;
use crate::field::Field;
use crate::working_days;

/// From when to when a thing was open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// Its first day.
    pub start: Day,
    /// Its end, reached by the as-at date; an end after that is not yet reached.
    pub end: Option<Day>,
}

impl Span {
    /// Whether it was open at the end of a day: begun on or before it, and not ended by it.
    #[must_use]
    pub fn open_at(self, day: Day) -> bool {
        self.start <= day && self.end.is_none_or(|end| end > day)
    }
}

/// The day a row is dated by, or why the row is set aside.
///
/// # Errors
/// The reason the row is set aside: no id, a repeat, or a date that is missing, unreadable or after the as-at date.
pub(crate) fn dated(about: &About, date: Field<Day>, as_at: Day) -> Result<Day, Aside> {
    if let Some(aside) = about.aside {
        return Err(aside);
    }
    match date {
        Field::Blank => Err(Aside::DateMissing),
        Field::Unreadable(_) => Err(Aside::DateUnreadable),
        Field::Value(day) if day > as_at => Err(Aside::DateAfterAsAt),
        Field::Value(day) => Ok(day),
    }
}

impl About {
    /// The day that a date of the row gives, or why the row is set aside.
    ///
    /// # Errors
    /// The reason the row is set aside: no id, a repeat, or this date missing, unreadable or after the as-at date.
    pub fn dated(&self, date: Field<Day>, as_at: Day) -> Result<Day, Aside> {
        dated(self, date, as_at)
    }
}

fn span(about: &About, starts: Field<Day>, ends: Field<Day>, as_at: Day) -> Result<Span, Aside> {
    let start = dated(about, starts, as_at)?;
    match ends {
        Field::Blank => Ok(Span { start, end: None }),
        Field::Unreadable(_) => Err(Aside::EndUnreadable),
        Field::Value(end) if end < start => Err(Aside::EndBeforeStart),
        Field::Value(end) => Ok(Span {
            start,
            end: (end <= as_at).then_some(end),
        }),
    }
}

macro_rules! spans {
    ($($row:ident),+) => {$(
        impl $row {
            /// From when to when it was open.
            ///
            /// # Errors
            /// Why the row is set aside: no id, a repeat, its start missing, unreadable or after the as-at date, its end
            /// unreadable or before its start.
            pub fn span(&self, as_at: Day) -> Result<Span, Aside> {
                span(&self.about, self.starts, self.ends, as_at)
            }
        }
    )+};
}
spans!(EarlyHelp, Assessment, Episode, Plan, Care);

macro_rules! dated_rows {
    ($($row:ident by $field:ident),+) => {$(
        impl $row {
            /// The day it is dated by.
            ///
            /// # Errors
            /// Why the row is set aside: no id, a repeat, or its date missing, unreadable or after the as-at date.
            pub fn day(&self, as_at: Day) -> Result<Day, Aside> {
                dated(&self.about, self.$field, as_at)
            }
        }
    )+};
}
dated_rows!(Contact by date, Referral by date, Enquiry by starts);

/// One child's initial child protection conference.
#[derive(Clone, Copy, Debug)]
pub struct Conference<'a> {
    /// The child.
    pub child: Child,
    /// The day it was held.
    pub held: Day,
    /// The row that speaks for it: of several, the one with the latest strategy discussion on or before it.
    pub row: &'a Enquiry,
}

impl Data {
    /// The referral an assessment belongs to: the same child's latest on or before its start, and no more than `limit`
    /// working days before it; of two on one day the first row.
    #[must_use]
    pub fn linked_referral(
        &self,
        child: Child,
        starts: Day,
        limit: u32,
    ) -> Option<(Day, &Referral)> {
        let as_at = self.cut.as_at;
        let mut best: Option<(Day, &Referral)> = None;
        for referral in self.referrals.of(child) {
            if let Ok(day) = referral.day(as_at)
                && day <= starts
                && best.is_none_or(|(latest, _)| day > latest)
            {
                best = Some((day, referral));
            }
        }
        best.filter(|(day, _)| starts <= working_days::due(*day, limit))
    }

    /// The plan a child is on at a day: of several open ones, the one that started last, then the first row.
    #[must_use]
    pub fn plan_at(&self, child: Child, day: Day) -> Option<(Span, &Plan)> {
        let open = self
            .plans
            .of(child)
            .filter_map(|row| open_at(row.span(self.cut.as_at), row, day));
        latest(open, |(span, _)| span.start)
    }

    /// The period of care a child is in at a day, series of short breaks apart: of several open rows, the latest
    /// placement start, then the latest legal status start, then the first row.
    #[must_use]
    pub fn care_at(&self, child: Child, day: Day) -> Option<(Span, &Care)> {
        let open = self
            .care
            .of(child)
            .filter(|row| !row.is_short_breaks())
            .filter_map(|row| open_at(row.span(self.cut.as_at), row, day));
        latest(open, |(_, row)| {
            (row.placement_starts.value(), row.legal_starts.value())
        })
    }

    /// Every child looked after at a day, once, in the order of list 8, with the period of care that speaks for the child;
    /// see [`Data::care_at`].
    pub fn looked_after(&self, day: Day) -> impl Iterator<Item = (Child, Span, &Care)> {
        // A repeat always stands behind another row of its child, so a child's first row is never one.
        let firsts = self.care.standing().filter(|(child, row)| {
            let first = self.care.of(*child).next();
            first.is_some_and(|first| std::ptr::eq(first, *row))
        });
        firsts.filter_map(move |(child, _)| {
            let (span, row) = self.care_at(child, day)?;
            Some((child, span, row))
        })
    }

    /// The open episode of need of a child at a day: of several, the one that started last, then the first row.
    #[must_use]
    pub fn episode_at(&self, child: Child, day: Day) -> Option<(Span, &Episode)> {
        let open = self
            .episodes
            .of(child)
            .filter_map(|row| open_at(row.span(self.cut.as_at), row, day));
        latest(open, |(span, _)| span.start)
    }

    /// The child in need plan of a child at the as-at date: an open episode whose case status is "Child in need plan",
    /// of a child neither on a protection plan nor looked after; of several, the one that started last.
    #[must_use]
    pub fn need_plan(&self, child: Child) -> Option<(Span, &Episode)> {
        let day = self.cut.as_at;
        if self.plan_at(child, day).is_some() || self.care_at(child, day).is_some() {
            return None;
        }
        let open = self
            .episodes
            .of(child)
            .filter(|row| row.is_need_plan())
            .filter_map(|row| open_at(row.span(day), row, day));
        latest(open, |(span, _)| span.start)
    }

    /// The child's care leaver row in scope: relevant, former relevant or qualifying, and not excluded by "LA in touch".
    pub fn leavers_in_scope(&self) -> impl Iterator<Item = (Child, &Leaver)> {
        self.leavers.standing().filter(|(_, row)| row.in_scope())
    }

    /// Every initial conference held by the as-at date: one for each child and day.
    #[must_use]
    pub fn conferences(&self) -> Vec<Conference<'_>> {
        let as_at = self.cut.as_at;
        let mut out: Vec<Conference<'_>> = Vec::new();
        for child in self.children() {
            let first = out.len();
            for row in self.enquiries.of(child) {
                // The key of list 5 does not hold the conference, so a repeated enquiry may still tell of one.
                let Some(held) = row.conference.value().filter(|day| *day <= as_at) else {
                    continue;
                };
                let begun = |row: &Enquiry| row.starts.value().filter(|start| *start <= held);
                match out[first..].iter_mut().find(|it| it.held == held) {
                    None => out.push(Conference { child, held, row }),
                    Some(known) if begun(row) > begun(known.row) => known.row = row,
                    Some(_) => {}
                }
            }
        }
        out
    }
}

fn open_at<R>(span: Result<Span, Aside>, row: R, day: Day) -> Option<(Span, R)> {
    span.ok()
        .filter(|span| span.open_at(day))
        .map(|span| (span, row))
}

/// The greatest by a key; of equals the first.
fn latest<T, K: PartialOrd>(rows: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Option<T> {
    let mut best: Option<T> = None;
    for row in rows {
        if best.as_ref().is_none_or(|best| key(&row) > key(best)) {
            best = Some(row);
        }
    }
    best
}

macro_rules! picked {
    ($name:ident, $column:literal, $codes:expr, $values:expr) => {
        static $name: std::sync::LazyLock<crate::answers::Picked> =
            std::sync::LazyLock::new(|| super::answers($column).pick($codes, $values));
    };
}

picked!(SHORT_BREAKS, "Child's Legal Status", &["V3", "V4"], &[]);
picked!(NEED_PLAN, "Case Status", &[], &["c) Child in need plan"]);
picked!(
    ELIGIBLE,
    "Eligibility Category",
    &[],
    &["a) Relevant", "b) Former relevant", "c) Qualifying"]
);
picked!(EXCLUDED, "LA in Touch", &[], &["d) Exclude"]);

impl Care {
    /// A series of short breaks: legal status V3 or V4.
    #[must_use]
    pub fn is_short_breaks(&self) -> bool {
        self.legal.is_and(|it| SHORT_BREAKS.has(it))
    }
}

impl Episode {
    /// Whether the case status is "Child in need plan".
    #[must_use]
    pub fn is_need_plan(&self) -> bool {
        self.status.is_and(|it| NEED_PLAN.has_value(it))
    }
}

impl Leaver {
    /// Relevant, former relevant or qualifying, and not excluded (died, or returned home to parents).
    #[must_use]
    pub fn in_scope(&self) -> bool {
        self.eligibility.is_and(|it| ELIGIBLE.has_value(it))
            && !self.touch.is_and(|it| EXCLUDED.has_value(it))
    }
}
