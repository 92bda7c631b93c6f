//! An open early help assessment: 30 working days from its start, or the council's own number.

use super::{Clock, Running};
use crate::measure::Standing;
use crate::parameters::EARLY_HELP_LIMIT;
use crate::settings::Settings;
use waymark_data::annex_a::Data;
use waymark_data::{Day, working_days};

/// The early help assessment must be complete.
pub static EARLY_HELP: Clock = Clock {
    id: "early-help-assessment",
    title: "Early help assessment",
    needed: "Finish the early help assessment and agree the help",
    standing: Standing::Practice,
    source: "Local early help pathway: 30 working days unless the council sets another limit",
    measure: "eh-assessments",
    lists: &[2],
    running,
};

/// The last day in time of an early help assessment that starts on a day.
#[must_use]
pub fn due(starts: Day, settings: &Settings) -> Day {
    let limit = settings.limit(&EARLY_HELP_LIMIT, starts);
    working_days::due(starts, u32::try_from(limit).unwrap_or(0))
}

fn running<'a>(data: &'a Data, settings: &Settings, out: &mut Vec<Running<'a>>) {
    let as_at = data.cut.as_at;
    for row in &data.early_help.rows {
        if let Ok(span) = row.span(as_at)
            && span.open_at(as_at)
        {
            out.push(Running {
                about: &row.about,
                due: due(span.start, settings),
                last: None,
                note: None,
            });
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use waymark_data::annex_a::{self, Cut};
    use waymark_data::{Areas, Place, Raw, TableReader, Words};

    #[test]
    fn it_runs_for_assessments_not_completed_by_the_as_at_date() {
        let spec = annex_a::list(2).unwrap();
        let headings = [
            "Child Unique ID",
            "Assessment start date",
            "Assessment completion date",
        ];
        let mut words = Words::default();
        let mut reader = TableReader::new(spec, Place::default(), 1, &headings);
        let rows = [
            ["over", "02/10/2017", ""],
            ["in time", "05/03/2018", ""],
            ["to come", "05/03/2018", "03/04/2018"],
            ["done", "05/03/2018", "31/03/2018"],
            ["not a day", "05/03/2018", "31/02/2018"],
        ];
        for (line, row) in (2..).zip(rows) {
            reader.row(line, row.map(Raw::Text), &mut words);
        }
        let cut = Cut {
            as_at: "2018-03-31".parse().unwrap(),
            scope_months: 6,
        };
        let data = Data::join(&[reader.finish()], words, cut, &Areas::default());
        let mut out = Vec::new();
        running(&data, &Settings::default(), &mut out);
        let found: Vec<String> = out
            .iter()
            .map(|it| format!("{} {}", data.id(it.about.child.unwrap()), it.due))
            .collect();
        // Good Friday and Easter Monday are no working days.
        assert_eq!(
            found,
            [
                "over 2017-11-13",
                "in time 2018-04-18",
                "to come 2018-04-18"
            ]
        );
    }
}
