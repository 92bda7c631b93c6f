//! Section 47 enquiries per 10,000 children.

use crate::cases::Cases;
use crate::measure::{Good, Measure, Standing, Theme, Unit};
use waymark_data::Day;
use waymark_data::annex_a::{Data, Enquiry};

/// By the strategy discussion that started the enquiry.
pub(super) static MEASURE: Measure = Measure {
    id: "s47-rate",
    title: "Section 47 enquiries per 10,000 children",
    theme: Theme::ChildProtection,
    unit: Unit::Rate,
    good: Good::Neither,
    standing: Standing::Definition,
    source: "Children Act 1989, section 47; counted as in Local Authority Interactive Tool 217",
    why: "Each enquiry is a child someone feared was being significantly harmed.",
    lists: &[5],
    cases: |data, cases| {
        for (row, day) in enquiries(data, cases) {
            cases.on(day, &row.about, true);
        }
    },
    page: include_str!("section_47_enquiries.md"),
    ..Measure::PLAIN
};

/// Every enquiry begun by the as-at date, with the day of its strategy discussion.
pub(super) fn enquiries<'a>(data: &'a Data, cases: &mut Cases<'a>) -> Vec<(&'a Enquiry, Day)> {
    let rows = data.enquiries.rows.iter();
    rows.filter_map(|row| Some((row, cases.keep(row.day(data.cut.as_at), row.starts)?)))
        .collect()
}
