//! Long-term placement stability.

use super::at_a_day::{AT_AS_AT, beside, looked_after};
use crate::cases::Cases;
use crate::measure::{Good, Measure, Standing};
use crate::parameters::{STABLE_CARE, STABLE_PLACEMENT, STABLE_UNDER};
use waymark_data::annex_a::{Aside, Data, answers};

pub(super) static MEASURE: Measure = Measure {
    id: "placement-stable-2y",
    columns: &[(8, "Start Date of Most Recent Placement")],
    title: "Children looked after for long who are settled in one placement",
    good: Good::Up,
    standing: Standing::Definition,
    source: "DfE children looked after statistics, long-term placement stability; Local Authority Interactive Tool 393",
    why: "A child who cannot go home needs one home to grow up in.",
    parameters: &[&STABLE_CARE, &STABLE_PLACEMENT, &STABLE_UNDER],
    cases: settled,
    page: include_str!("long_term_stability.md"),
    ..AT_AS_AT
};

fn settled<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let day = data.cut.as_at;
    let adopters =
        answers("Placement Type").pick(&["A3", "A4", "A5", "A6"], &["b) Placed for adoption"]);
    let (care, placement) = (
        cases.limit(&STABLE_CARE, day),
        cases.limit(&STABLE_PLACEMENT, day),
    );
    let under = cases.limit(&STABLE_UNDER, day);
    for (started, row) in looked_after(data, cases) {
        if started.plus_months(care) > day {
            continue;
        }
        let Some(age) = row.about.age_on(day) else {
            cases.aside(Aside::NoAge, row.starts);
            continue;
        };
        if age >= under {
            continue;
        }
        beside(row.placement_starts, cases, day);
        let placed = row
            .placement_starts
            .is_and(|it| it.plus_months(placement) <= day);
        cases.on(
            day,
            &row.about,
            placed || row.placement.is_and(|it| adopters.has(it)),
        );
    }
}
