//! The table of a series: every month with its numbers, limits and signal.

use crate::amount::unit_heading;
use crate::audience::Audience;
use crate::reading::{Reading, State};
use crate::recorded_late;
use crate::sentence::{clip, restatement};
use crate::table::{Cell, Heading, Table};
use waymark_measures::signals::{Kind, Label, kind};
use waymark_measures::{Basis, Unit};

/// Every month of a reading, earliest first.
#[must_use]
pub fn series_table(reading: &Reading) -> Table {
    let measure = reading.measure();
    let (top, under) = part_headings(measure.unit);
    let monthly = reading.series.basis == Basis::Month;
    let mut headings = vec![
        Heading::words(if monthly { "Month" } else { "Date" }),
        Heading::numbers(unit_heading(measure)),
    ];
    headings.extend(top.map(Heading::numbers));
    headings.extend(under.map(Heading::numbers));
    headings.extend(["Mean", "Lower limit", "Upper limit"].map(Heading::numbers));
    headings.extend(["Signal", "Data as at", "Note"].map(Heading::words));
    let mut table = Table::new(reading.series.title(), headings);
    for (slot, it) in reading.slots.iter().enumerate() {
        let point = reading.point(slot);
        let seen = point.filter(|_| it.state != State::Hidden);
        let hidden = it.state == State::Hidden;
        let number = |cell: Option<Cell>| match (hidden, cell) {
            (true, _) => Cell::words("c"),
            (false, cell) => cell.unwrap_or_else(Cell::blank),
        };
        let mut row = vec![
            match point {
                Some(point) if !monthly => Cell::day(point.period.to),
                _ => Cell::month(it.month),
            },
            number(
                seen.and_then(|it| it.parts.value)
                    .map(|value| value_cell(measure.unit, value)),
            ),
        ];
        if top.is_some() {
            row.push(number(
                seen.and_then(|it| it.parts.numerator).map(Cell::whole),
            ));
        }
        if under.is_some() {
            row.push(number(
                seen.and_then(|it| it.parts.denominator).map(Cell::whole),
            ));
        }
        let phase = reading
            .chart
            .phases
            .iter()
            .find(|phase| phase.range.contains(&slot))
            .and_then(|phase| phase.limits);
        let drawn = phase.map(|limits| limits.drawn(clip(reading)));
        row.push(Cell::maybe(phase.map(|it| it.mean), Cell::decimal));
        row.push(Cell::maybe(drawn.map(|it| it.0), Cell::decimal));
        row.push(Cell::maybe(drawn.map(|it| it.1), Cell::decimal));
        row.push(Cell::words(signal(reading, slot)));
        row.push(Cell::maybe(point.map(|it| it.as_at), Cell::day));
        row.push(Cell::words(note(reading, slot)));
        table.rows.push(row);
    }
    table
}

/// What stands above and below the line, as headings; none where the value says it.
pub(crate) fn part_headings(unit: Unit) -> (Option<&'static str>, Option<&'static str>) {
    match unit {
        Unit::Count | Unit::Net => (None, None),
        Unit::Percent | Unit::Share => (Some("Number"), Some("Out of")),
        Unit::Rate => (Some("Number"), Some("Children who live there")),
        Unit::MedianWorkingDays => (None, Some("Cases")),
        Unit::MeanDays => (Some("Days in all"), Some("Cases")),
    }
}

pub(crate) fn value_cell(unit: Unit, value: f64) -> Cell {
    #[allow(clippy::cast_possible_truncation)] // counts of rows
    let rounded = value.round() as i64;
    match unit {
        Unit::Count => Cell::whole(rounded),
        Unit::Net => Cell::signed(rounded),
        _ => Cell::decimal(value),
    }
}

fn signal(reading: &Reading, slot: usize) -> String {
    let label = reading.label(slot);
    let what = match label {
        Label::Common if !reading.verdict.steady.is_empty() => {
            return "Part of a steady move".to_owned();
        }
        Label::Missing | Label::Common => return String::new(),
        Label::Above => "above the limits",
        Label::Below => "below the limits",
        Label::ShiftHigh => "in a run above the mean",
        Label::ShiftLow => "in a run below the mean",
        Label::TrendUp => "in a rise",
        Label::TrendDown => "in a fall",
        Label::TwoOfThreeHigh => "near the upper limit, two of three",
        Label::TwoOfThreeLow => "near the lower limit, two of three",
    };
    match kind(label, reading.measure().good) {
        Kind::Improvement => format!("Better: {what}"),
        Kind::Concern => format!("Worse: {what}"),
        Kind::CommonCause | Kind::Neutral => format!("Changed: {what}"),
    }
}

fn note(reading: &Reading, slot: usize) -> String {
    let measure = reading.measure();
    match (reading.slots[slot].state, reading.point(slot)) {
        (State::Empty, None) => "No return has answered".to_owned(),
        (State::Empty, Some(_)) => "No cases".to_owned(),
        (State::Hidden, _) if reading.series.is_part_for_the_public() => "Hidden".to_owned(),
        (State::Hidden, _) => "Hidden: counts from 1 to 5".to_owned(),
        (state, Some(point)) => {
            let waiting = match (state, measure.follow_up) {
                (State::Provisional(_), _) if point.mature => Some("Provisional".to_owned()),
                (State::Provisional(_), Some(follow_up)) => Some(format!(
                    "Not complete until {}",
                    follow_up.ends(point.period.to).words()
                )),
                (State::Provisional(_), None) => Some("Not complete".to_owned()),
                _ => None,
            };
            let expect = recorded_late::expect(reading, slot).map(|it| format!("Expect {it}"));
            let summed = (!point.summed_from.is_empty())
                .then(|| format!("Added up from {} returns", point.summed_from.len()));
            let restated = point.restated_from().map(|was| {
                match reading.series.audience {
                    // What it was is not told; that it stands in earlier papers is said once, not in every row.
                    Audience::Public => "Restated".to_owned(),
                    Audience::Board => format!(
                        "Restated: {}",
                        restatement(measure, point, &was, Audience::Board)
                    ),
                }
            });
            [waiting, expect, summed, restated]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(". ")
        }
        (_, None) => String::new(),
    }
}
