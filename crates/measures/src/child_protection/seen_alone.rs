//! Children on a child protection plan who were seen alone.

use super::on_a_plan::on_a_plan;
use crate::cases::{Cases, Question};
use crate::measure::{Basis, Good, Measure, Standing, Theme, Unit};
use crate::parameters::SEEN_ALONE_FROM;
use waymark_data::annex_a::{Aside, Data};

/// At the as-at date, since only the last visit is known.
pub(super) static MEASURE: Measure = Measure {
    id: "cp-seen-alone",
    columns: &[(7, "Was the Child Seen Alone?")],
    title: "Child seen alone at the last visit",
    theme: Theme::ChildProtection,
    unit: Unit::Percent,
    good: Good::Up,
    standing: Standing::Practice,
    source: "Counted as in ChAT; Working Together to Safeguard Children, chapter 1, expects a child to be seen alone where that is right",
    why: "A child may not say what happens at home while the adults are in the room.",
    lists: &[7],
    periods: &[Basis::SnapshotAsAt],
    parameters: &[&SEEN_ALONE_FROM],
    cases: seen_alone,
    page: include_str!("seen_alone.md"),
    ..Measure::PLAIN
};

fn seen_alone<'a>(data: &'a Data, cases: &mut Cases<'a>) {
    let alone = Question::yes("Was the Child Seen Alone?");
    on_a_plan(data, cases, |cases, day, _, row| {
        if row.about.unborn_on(day) {
            return;
        }
        let youngest = cases.limit(&SEEN_ALONE_FROM, day);
        match row.about.age_on(day) {
            // Without a youngest age the figure is not bound to one, and needs none to be known.
            _ if youngest <= 0 => {}
            None => return cases.aside(Aside::NoAge, row.starts),
            Some(age) if age < youngest => return,
            Some(_) => {}
        }
        let hit = cases.answers(&alone, row.alone, day);
        cases.on(day, &row.about, hit);
    });
}
