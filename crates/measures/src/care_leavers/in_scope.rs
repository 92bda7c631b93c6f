//! Care leavers in scope: relevant, former relevant or qualifying, and neither died nor returned home to parents.

use crate::cases::{Cases, Question};
use crate::measure::{Basis, Measure, Standing, Theme, Unit};
use waymark_data::annex_a::{Aside, Data, Leaver};
use waymark_data::{Answer, Field};

/// What measures of care leavers share.
pub(super) const AT_AS_AT: Measure = Measure {
    theme: Theme::CareLeavers,
    unit: Unit::Percent,
    standing: Standing::Definition,
    lists: &[9],
    periods: &[Basis::SnapshotAsAt],
    ..Measure::PLAIN
};

/// Every care leaver in scope. Rows set aside are counted: no id, a repeat, an eligibility blank or not understood.
pub(super) fn in_scope<'a>(data: &'a Data, cases: &mut Cases<'a>) -> Vec<&'a Leaver> {
    for row in &data.leavers.rows {
        let unknown = row.eligibility.value().is_none();
        let reason = row.about.aside.or(unknown.then_some(Aside::NotUnderstood));
        if let Some(reason) = reason {
            cases.aside(reason, Field::Blank);
        }
    }
    data.leavers_in_scope().map(|(_, row)| row).collect()
}

/// Care leavers in scope, hitting by the answer in a column.
pub(super) fn by_answer<'a>(
    data: &'a Data,
    cases: &mut Cases<'a>,
    question: &Question,
    column: impl Fn(&Leaver) -> Field<Answer>,
) {
    let day = data.cut.as_at;
    for row in in_scope(data, cases) {
        let hit = cases.answers(question, column(row), day);
        cases.on(day, &row.about, hit);
    }
}
