//! Children looked after at 16 and 17 who have a personal adviser.

use crate::looked_after::at_a_day::{AT_AS_AT, looked_after};
use crate::measure::{Good, Measure, Standing, Theme};
use waymark_data::annex_a::Aside;

pub(super) static MEASURE: Measure = Measure {
    id: "cl-transition",
    columns: &[(9, "Allocated Personal Advisor")],
    title: "Children looked after aged 16 or 17 who have a personal adviser",
    theme: Theme::CareLeavers,
    good: Good::Up,
    standing: Standing::Statutory,
    source: "Children Act 1989, schedule 2, paragraph 19C",
    why: "A young person about to leave care needs to know who will stand by them afterwards.",
    lists: &[8, 9],
    cases: |data, cases| {
        let day = data.cut.as_at;
        for (_, row) in looked_after(data, cases) {
            match (row.about.age_on(day), row.about.child) {
                (None, _) => cases.aside(Aside::NoAge, row.starts),
                (Some(16 | 17), Some(child)) => {
                    let mut leaver = data.leavers.of(child).peekable();
                    if leaver.peek().is_none() {
                        cases.evidence("not on list 9", day);
                    }
                    let named =
                        leaver.any(|it| it.about.aside.is_none() && it.adviser.value().is_some());
                    cases.on(day, &row.about, named);
                }
                _ => {}
            }
        }
    },
    page: include_str!("personal_adviser.md"),
    ..AT_AS_AT
};
