//! How late a measure is recorded: over the whole council, and by area or team beside one another.

use crate::county::County;
use crate::figures::areas::{AREAS, figure_of};
use crate::figures::told::Told;
use waymark_data::Period;
use waymark_measures::By;
use waymark_measures::history::Whom;
use waymark_report::{Reading, RecordedLate, Series, Table, recorded_late, recorded_late_by};

/// What the page says of late recording; none for the public, which is told that a month is provisional and no more.
pub(super) fn late(told: &Told) -> Option<RecordedLate> {
    recorded_late(told.reading.as_ref()?)
}

/// The same by area or team, for those who see the whole council's: who records late is whom to ask. None where nothing is
/// known of any.
pub(super) fn late_by(county: &County, told: &Told, period: Period, by: By) -> Option<Table> {
    late(told)?.table?;
    let whole = told.reading.as_ref().filter(|_| AREAS.contains(&by))?;
    let measure = told.measure;
    let basis = whole.series.basis;
    let (_, groups) = figure_of(county, measure, basis, period)?;
    let readings: Vec<Reading> = groups
        .in_breakdown(by)
        .filter_map(|group| groups.label(group))
        .map(|(_, name)| {
            (
                name,
                county.series(measure, None, basis, Whom::Group(by, name)),
            )
        })
        .filter(|(_, points)| !points.is_empty())
        .map(|(name, points)| {
            let series = Series {
                group: Some(name.to_owned()),
                audience: whole.series.audience,
                ..Series::new(measure, basis, points)
            };
            series.read()
        })
        .collect();
    recorded_late_by(&readings, by.words())
}
