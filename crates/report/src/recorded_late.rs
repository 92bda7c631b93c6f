//! How late a series is recorded, in words and as a table: what past months teach of its latest.
//!
//! For the board alone. The public is told that a month is provisional and no more: by how many cases months moved is a
//! small number of its own.

use crate::amount::{unit_range, unit_value};
use crate::audience::Audience;
use crate::numbers::{counted, short};
use crate::reading::Reading;
use crate::table::{Cell, Heading, Table};
use waymark_measures::recording_lag::{AtAge, FEWEST, Spread};
use waymark_measures::{Measure, Unit};

/// What a page says of late recording.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordedLate {
    /// When a month's figure stands, or that nobody knows.
    pub sentence: String,
    /// Each age with what was known at it; none where past months teach nothing.
    pub table: Option<Table>,
}

/// How late a series is recorded; none for the public, and none for a series without a point.
#[must_use]
pub fn recorded_late(reading: &Reading) -> Option<RecordedLate> {
    if reading.series.audience != Audience::Board || reading.series.points.is_empty() {
        return None;
    }
    let table = (!reading.lag.ages().is_empty()).then(|| table(reading));
    let sentence = sentence(reading);
    Some(RecordedLate { sentence, table })
}

fn sentence(reading: &Reading) -> String {
    let (ages, enough) = (reading.lag.ages(), tolerance(reading.measure().unit));
    let Some(first) = ages.first() else {
        return format!(
            "Not known: fewer than {FEWEST} past months were told by several returns, so no month is called provisional for \
             late recording."
        );
    };
    let moved = |at: &AtAge| {
        format!(
            "{} of the last {} moved later by more than {enough}",
            at.moved(),
            at.months
        )
    };
    match ages.iter().find(|it| it.is_close()) {
        Some(at) if at.age == first.age => format!(
            "What a return says {} stands: {} of the last {} past months came to it within {enough}.",
            told_at(at.age),
            at.close,
            at.months
        ),
        Some(at) => format!(
            "A month settles {} after its end and is provisional until then: of the figures told {}, {}.",
            counted(i64::from(at.age), "month"),
            told_at(first.age),
            moved(first)
        ),
        None => {
            let last = ages.last().unwrap_or(first);
            format!(
                "A month is provisional for as long as anything is known of: of the figures told {}, {}.",
                told_at(last.age),
                moved(last)
            )
        }
    }
}

/// "In 11 of the last 12 months the figure told within two weeks moved later by more than 2% or one case (+3 to +9).
/// Expect 63 to 69."; none where a slot's month is not recorded late.
pub(crate) fn why(reading: &Reading, slot: usize) -> Option<String> {
    let expected = reading.expected(slot)?;
    let at = expected.at;
    let unit = reading.measure().unit;
    let several = at.number.filter(|_| at.cases.is_some());
    let by = [
        several.and_then(|it| moved(it).map(|by| format!("number {by}"))),
        at.number.filter(|_| at.cases.is_none()).and_then(moved),
        at.cases
            .and_then(|it| moved(it).map(|by| format!("cases {by}"))),
    ];
    let by: Vec<String> = by.into_iter().flatten().collect();
    let by = if by.is_empty() {
        String::new()
    } else {
        format!(" ({})", by.join(", "))
    };
    let expect = expect(reading, slot).map_or_else(String::new, |it| format!(" Expect {it}."));
    Some(format!(
        "In {} of the last {} months the figure told {} moved later by more than {}{by}.{expect}",
        at.moved(),
        at.months,
        told_at(at.age),
        tolerance(unit)
    ))
}

/// "63 to 69": where past months would bring a month that is recorded late.
pub(crate) fn expect(reading: &Reading, slot: usize) -> Option<String> {
    let band = reading.expected(slot)?.value?;
    Some(within(reading.measure(), band))
}

fn within(measure: &Measure, band: Spread<f64>) -> String {
    let end = |value| unit_value(measure, value);
    if end(band.low) == end(band.high) {
        end(band.low)
    } else {
        unit_range(measure, band.low, band.high)
    }
}

fn table(reading: &Reading) -> Table {
    let measure = reading.measure();
    let ages = reading.lag.ages();
    let any = |of: fn(&AtAge) -> Option<f64>| ages.iter().any(|it| of(it).is_some());
    let (number, cases) = (any(|it| it.number_known), any(|it| it.cases_known));
    let mut headings = vec![
        Heading::words("Told"),
        Heading::numbers("Past months"),
        Heading::numbers(format!("Moved by more than {}", tolerance(measure.unit))),
    ];
    if number {
        headings.push(Heading::numbers("Of the number known (%)"));
    }
    if cases {
        headings.push(Heading::numbers("Of the cases known (%)"));
    }
    headings.push(Heading::words(match measure.unit {
        Unit::Percent | Unit::Share => "Moved by (percentage points)",
        _ => "Moved by",
    }));
    let mut table = Table::new(
        format!("{}: recorded late", reading.series.title()),
        headings,
    );
    let count = |number: usize| Cell::whole(i64::try_from(number).unwrap_or(i64::MAX));
    for at in ages {
        let mut row = vec![
            Cell::words(crate::numbers::capital(&told_at(at.age))),
            count(at.months),
            count(at.moved()),
        ];
        if number {
            row.push(Cell::maybe(at.number_known, Cell::decimal));
        }
        if cases {
            row.push(Cell::maybe(at.cases_known, Cell::decimal));
        }
        let moved = at.value.map_or_else(String::new, |it| {
            let (low, high) = (signed(it.low), signed(it.high));
            if low == high {
                low
            } else {
                format!("{low} to {high}")
            }
        });
        row.push(Cell::words(moved));
        table.rows.push(row);
    }
    table
}

/// How long after a month's end a return told of it.
fn told_at(age: u32) -> String {
    match age {
        0 => "within two weeks".to_owned(),
        1 => "a month on".to_owned(),
        months => format!("{months} months on"),
    }
}

/// What counts as close, in words.
const fn tolerance(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent | Unit::Share => "1 percentage point or one case",
        Unit::Count | Unit::Net | Unit::Rate => "2% or one case",
        Unit::MeanDays | Unit::MedianWorkingDays => "2% or one day",
    }
}

/// "+3 to +9"; none where nothing moved.
fn moved(by: Spread<i64>) -> Option<String> {
    let end = |number: i64| crate::numbers::signed(number);
    match (by.low, by.high) {
        (0, 0) => None,
        (low, high) if low == high => Some(end(low)),
        (low, high) => Some(format!("{} to {}", end(low), end(high))),
    }
}

/// "+1.2", "−0.5", "0".
fn signed(value: f64) -> String {
    let text = short(value);
    if value > 0.0 && text != "0" {
        format!("+{text}")
    } else {
        text
    }
}

/// How late each of several groups is recorded, side by side: what was known of a month when it was first told, and where
/// the latest month is expected to settle. Groups of which nothing is known say so. None where nothing is known of any.
#[must_use]
pub fn recorded_late_by(groups: &[Reading], by: &str) -> Option<Table> {
    let board = |it: &&Reading| it.series.audience == Audience::Board;
    let known: Vec<&Reading> = groups.iter().filter(board).collect();
    let measure = known.first()?.measure();
    if known.iter().all(|it| it.lag.ages().is_empty()) {
        return None;
    }
    let part = if known
        .iter()
        .any(|it| first(it, |at| at.number_known).is_some())
    {
        "Of the number known at first (%)"
    } else {
        "Of the cases known at first (%)"
    };
    let mut table = Table::new(
        format!("{}: recorded late, by {}", measure.title, by.to_lowercase()),
        [
            Heading::words(by),
            Heading::numbers(part),
            Heading::words("Settles"),
            Heading::words("Latest month"),
        ],
    );
    for reading in known {
        let share =
            first(reading, |it| it.number_known).or_else(|| first(reading, |it| it.cases_known));
        let last = reading.slots.len().checked_sub(1);
        let latest = last.and_then(|slot| expect(reading, slot));
        table.rows.push(vec![
            Cell::words(reading.series.group.clone().unwrap_or_default()),
            Cell::maybe(share, Cell::decimal),
            Cell::words(
                match (reading.lag.ages().is_empty(), reading.lag.settles_at()) {
                    (true, _) => "Not known".to_owned(),
                    (false, Some(0)) => "At once".to_owned(),
                    (false, Some(age)) => format!("After {}", counted(i64::from(age), "month")),
                    (false, None) => "Later than is known".to_owned(),
                },
            ),
            Cell::words(latest.map_or_else(String::new, |it| format!("Expect {it}"))),
        ]);
    }
    Some(table)
}

/// Of the youngest age that is known.
fn first(reading: &Reading, of: impl Fn(&AtAge) -> Option<f64>) -> Option<f64> {
    reading.lag.ages().first().and_then(of)
}
