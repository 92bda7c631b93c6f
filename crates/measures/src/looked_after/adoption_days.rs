//! Children of list 10 whose adoption reached a step in the window, with the days from one date to another.

use crate::cases::Cases;
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use std::collections::HashMap;
use waymark_data::annex_a::{Adoption, Aside, Child, Data};
use waymark_data::{Day, Field};

/// What the two measures share. The window is that of list 10: 12 months, or the scope where that is longer.
pub(super) const DAYS: Measure = Measure {
    theme: Theme::LookedAfter,
    unit: Unit::MeanDays,
    good: Good::Down,
    standing: Standing::Definition,
    lists: &[10],
    periods: &[Basis::Return],
    ..Measure::PLAIN
};

/// Each child's days from `from` to `to`, dated by `reached`. A row without that date has not come so far and is no case.
/// Of several rows of a child the one that came there last speaks, then the first row.
pub(super) fn days_to<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    reached: impl Fn(&Adoption) -> Field<Day>,
    from: impl Fn(&Adoption) -> Field<Day>,
    to: impl Fn(&Adoption) -> Field<Day>,
) {
    let as_at = data.cut.as_at;
    let mut latest: HashMap<Child, Day> = HashMap::new();
    let mut counted: Vec<(Child, Day, &Adoption, i32)> = Vec::new();
    let rows = data.adoptions.rows.iter();
    for row in rows.filter(|row| !reached(row).is_blank()) {
        let days = || {
            let about = &row.about;
            let day = about.dated(reached(row), as_at)?;
            let (from, to) = (about.dated(from(row), as_at)?, about.dated(to(row), as_at)?);
            let days = from.days_until(to);
            if days < 0 {
                return Err(Aside::EndBeforeStart);
            }
            Ok((day, days))
        };
        if let (Some((day, days)), Some(child)) =
            (cases.keep(days(), reached(row)), row.about.child)
        {
            let last = latest.entry(child).or_insert(day);
            *last = day.max(*last);
            counted.push((child, day, row, days));
        }
    }
    for (child, day, row, days) in counted {
        if latest.get(&child) == Some(&day) {
            latest.remove(&child);
            cases.valued(day, &row.about, days);
        }
    }
}
