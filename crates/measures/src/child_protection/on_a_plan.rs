//! Children subject to a child protection plan.

use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use waymark_data::Day;
use waymark_data::annex_a::{Data, Plan, Span};

/// At each month's end and at the as-at date.
pub(super) static MEASURE: Measure = Measure {
    id: "cpp-number",
    title: "Children subject to a child protection plan",
    theme: Theme::ChildProtection,
    unit: Unit::Count,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Local Authority Interactive Tool 377; DfE children in need statistics",
    why: "These are the children judged likely to suffer significant harm without a plan.",
    lists: &[7],
    periods: &[Basis::SnapshotMonthly],
    cases: |data, cases| {
        on_a_plan(data, cases, |cases, day, _, row| {
            cases.on(day, &row.about, true);
        });
    },
    page: include_str!("on_a_plan.md"),
    ..Measure::PLAIN
};

/// Every child on a plan at each day that is wanted, with the plan that speaks for the child. Rows set aside are counted
/// once.
pub(super) fn on_a_plan<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    mut each: impl FnMut(&mut Cases<'a>, Day, Span, &'a Plan),
) {
    for row in &data.plans.rows {
        cases.keep(row.span(data.cut.as_at), row.starts);
    }
    for day in cases.days() {
        for child in data.children() {
            if let Some((span, row)) = data.plan_at(child, day) {
                each(cases, day, span, row);
            }
        }
    }
}
