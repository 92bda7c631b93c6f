//! What a table looks like once it is read: columns known and unknown, numbers for dates, dates of 1900.

use crate::Subject;
use crate::intake::Intake;
use crate::sheet::Tally;
use waymark_data::table::Cells;
use waymark_data::{Day, Field, Kind, Table};

/// The last day that spreadsheets give for "no date": the first year of their calendar.
const YEAR_1900: Day = Day::from_number(-25_203); // 31 December 1900

pub(crate) fn at(intake: &mut Intake<'_>, table: &Table) {
    let line = Some(table.heading_line);
    let place = &table.place;
    // A published heading that stands twice is noted as that.
    let unknown = table.unknown.iter();
    let unknown: Vec<String> = unknown
        .filter(|it| table.spec.column(it).is_none())
        .cloned()
        .collect();
    if !unknown.is_empty() {
        let count = unknown.len() as u64;
        intake.noted(place, line, None, count, Subject::UnknownColumns(unknown));
    }
    if !table.missing.is_empty() {
        let names = table.missing.iter();
        let names: Vec<String> = names
            .map(|at| table.spec.columns[*at].name.clone())
            .collect();
        let count = names.len() as u64;
        intake.noted(place, line, None, count, Subject::MissingColumns(names));
    }
    for (column, cells) in table.columns.iter().enumerate() {
        let (Kind::Date, Cells::Date(cells)) = (table.spec.columns[column].kind, cells) else {
            continue;
        };
        let (mut numbers, mut early) = (Tally::default(), Tally::default());
        for (cell, line) in cells.iter().zip(&table.lines) {
            match cell {
                Field::Value(day) if *day <= YEAR_1900 => early.add(*line),
                Field::Unreadable(word) if intake.words.text(*word).parse::<f64>().is_ok() => {
                    numbers.add(*line);
                }
                _ => {}
            }
        }
        let name = Some(&table.spec.columns[column].name);
        for (tally, subject) in [
            (numbers, Subject::NumbersForDates),
            (early, Subject::Dates1900),
        ] {
            if tally.count > 0 {
                intake.noted(place, tally.first, name.cloned(), tally.count, subject);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_1900_ends_on_its_last_day() {
        assert_eq!(Some(YEAR_1900), Day::new(1900, 12, 31));
    }
}
