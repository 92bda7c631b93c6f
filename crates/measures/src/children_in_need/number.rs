//! Children in need: on a child in need plan, in all section 17 work, and all open cases.

use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use waymark_data::Day;
use waymark_data::annex_a::{Aside, Child, Data, Episode, Span};

/// On a child in need plan, at the as-at date: the case status is known for no other day.
pub(super) static ON_A_PLAN: Measure = Measure {
    id: "cin-number",
    variant: Some("plan"),
    title: "Children on a child in need plan",
    theme: Theme::ChildrenInNeed,
    unit: Unit::Count,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Children Act 1989, section 17; counted beside child protection and care, as in ChAT",
    why: "These children are unlikely to be healthy or to develop well without help.",
    lists: &[6, 7, 8],
    columns: &[(6, "Case Status")],
    periods: &[Basis::SnapshotAsAt],
    cases: |data, cases| {
        on_a_plan(data, cases, |cases, day, _, row| {
            cases.on(day, &row.about, true);
        });
    },
    page: include_str!("number.md"),
    ..Measure::PLAIN
};

/// Open, and neither on a protection plan nor looked after, whatever the case status says.
pub(super) static SECTION_17: Measure = Measure {
    variant: Some("s17"),
    columns: &[],
    title: "Children in open section 17 work",
    periods: &[Basis::SnapshotMonthly],
    cases: |data, cases| {
        open(data, cases, |child, day| {
            !protected_or_in_care(data, child, day)
        });
    },
    ..ON_A_PLAN
};

/// Open, child protection and looked after included.
pub(super) static ALL: Measure = Measure {
    variant: Some("all"),
    columns: &[],
    title: "All open children in need, child protection and looked after included",
    source: "Local Authority Interactive Tool 171; DfE children in need statistics",
    lists: &[6],
    periods: &[Basis::SnapshotMonthly],
    cases: |data, cases| open(data, cases, |_, _| true),
    ..ON_A_PLAN
};

fn open<'a>(data: &'a Data, cases: &mut Cases<'a>, counts: impl Fn(Child, Day) -> bool) {
    set_aside(data, cases);
    let days = cases.days();
    for child in data.children() {
        let spans: Vec<(Span, &Episode)> = data
            .episodes
            .of(child)
            .filter_map(|row| Some((row.span(data.cut.as_at).ok()?, row)))
            .collect();
        for day in &days {
            // Of several open rows the one that started last speaks for the child, then the first row.
            let open = spans.iter().rev().filter(|(span, _)| span.open_at(*day));
            if let Some((_, row)) = open.max_by_key(|(span, _)| span.start)
                && counts(child, *day)
            {
                cases.on(*day, &row.about, true);
            }
        }
    }
}

/// Every child on a child in need plan at the as-at date, with the episode that speaks for the child. Open rows without
/// a case status that is understood might be such plans, and are counted aside.
pub(super) fn on_a_plan<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    mut each: impl FnMut(&mut Cases<'a>, Day, Span, &'a Episode),
) {
    let day = data.cut.as_at;
    set_aside(data, cases);
    for row in &data.episodes.rows {
        if let (Ok(span), Some(child)) = (row.span(day), row.about.child)
            && span.open_at(day)
            && row.status.value().is_none()
            && !protected_or_in_care(data, child, day)
        {
            cases.aside(Aside::NotUnderstood, row.starts);
        }
    }
    for child in data.children() {
        if let Some((span, row)) = data.need_plan(child) {
            each(cases, day, span, row);
        }
    }
}

fn set_aside<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    for row in &data.episodes.rows {
        cases.keep(row.span(data.cut.as_at), row.starts);
    }
}

/// Lists 7 and 8 tell this; the case status of list 6 does not.
fn protected_or_in_care(data: &Data, child: Child, day: Day) -> bool {
    data.plan_at(child, day).is_some() || data.care_at(child, day).is_some()
}
