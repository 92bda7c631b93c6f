//! Initial child protection conferences per 10,000 children.

use crate::cases::Cases;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use waymark_data::Field;
use waymark_data::annex_a::{Aside, Conference, Data};

/// One for each child and day.
pub(super) static MEASURE: Measure = Measure {
    id: "icpc-rate",
    title: "Initial child protection conferences per 10,000 children",
    theme: Theme::ChildProtection,
    unit: Unit::Rate,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Local Authority Interactive Tool 269; DfE children in need statistics",
    why: "At a conference everyone who knows the child decides together whether a plan must keep the child safe.",
    lists: &[5],
    cases: |data, cases| {
        for conference in held(data, cases) {
            cases.on(conference.held, &conference.row.about, true);
        }
    },
    page: include_str!("conferences.md"),
    ..Measure::PLAIN
};

/// Every conference held by the as-at date. Rows that name one which cannot be counted are counted aside.
pub(super) fn held<'a>(data: &'a Data, cases: &mut Cases<'a>) -> Vec<Conference<'a>> {
    for row in &data.enquiries.rows {
        let reason = match row.conference {
            Field::Blank => continue,
            _ if row.about.child.is_none() => Aside::NoChildId,
            Field::Unreadable(_) => Aside::DateUnreadable,
            Field::Value(day) if day > data.cut.as_at => Aside::DateAfterAsAt,
            Field::Value(_) => continue,
        };
        cases.aside(reason, row.conference);
    }
    data.conferences()
}
