//! Takes figures that must be hidden out of a paper: of its figures, its tables, its charts and its sentences.

use super::read::{breakdown, name, rows, what};
use super::{Block, Hand, Paper, Text};
use crate::paper::{Chart, Figure};
use crate::table::{Cell, Table, Value};
use std::collections::BTreeSet;

/// What stands in a hidden figure's place in a sentence or a figure.
const HIDDEN: &str = "hidden (c)";

/// What stands where even that would say too much.
pub(super) const NOT_SHOWN: &str = "not shown";

/// Hides every figure of these names, and says nothing of those left out.
pub(super) fn take_out(paper: &mut Paper, hide: &BTreeSet<String>, left_out: &BTreeSet<String>) {
    let mut taken = Vec::new();
    for figure in &mut paper.figures {
        let name = name(&what(figure), &figure.group);
        let is_left_out = left_out.contains(&name);
        if is_left_out || hide.contains(&name) && !figure.is_hidden() {
            taken.push(figure.clone());
            figure.shown = if is_left_out { "not shown (c)" } else { HIDDEN }.to_owned();
            (figure.value, figure.numerator, figure.denominator) = (None, None, None);
            figure.verdict.clear();
        }
    }
    let figures = &paper.figures;
    let of_text = |text| of_text(text, &taken, figures);
    for section in &mut paper.sections {
        for block in std::mem::take(&mut section.blocks) {
            match block {
                Block::Text(text) => section.blocks.push(Block::Text(of_text(text))),
                Block::Points(points) => {
                    let points = points.into_iter().map(of_text).collect();
                    section.blocks.push(Block::Points(points));
                }
                Block::Table(mut table, keys) => {
                    of_table(&mut table, &keys, (hide, left_out), &taken);
                    section.blocks.push(Block::Table(table, keys));
                }
                Block::Chart(mut chart) => {
                    if of_table(&mut chart.table, &chart.figures, (hide, left_out), &taken) {
                        section.blocks.extend(without_drawing(chart, &section.key));
                    } else {
                        section.blocks.push(Block::Chart(chart));
                    }
                }
                heading @ Block::Heading(_) => section.blocks.push(heading),
            }
        }
    }
}

/// A chart that shows what must be hidden is not drawn: its table stands in its place.
fn without_drawing(chart: Chart, section: &str) -> [Block; 2] {
    let words = format!(
        "{}: no chart is drawn, because it would show a number that is hidden (c). What can be told is in the table.",
        chart.title
    );
    let key = format!("{section}/hidden/{}", chart.title);
    [
        Block::Text(Text {
            figures: chart.figures.clone(),
            ..Text::of_record(key, words)
        }),
        Block::Table(chart.table, chart.figures),
    ]
}

/// Names of figures that are hidden, and of those left out.
type Names<'a> = (&'a BTreeSet<String>, &'a BTreeSet<String>);

/// Hides in a table; whether there was anything.
fn of_table(table: &mut Table, keys: &[String], hide: Names<'_>, taken: &[Figure]) -> bool {
    let by_group = of_groups(table, hide);
    let in_series = of_series(table, keys, taken);
    let in_words = of_words(table, taken);
    by_group || in_series || in_words
}

/// Rows by area or band.
fn of_groups(table: &mut Table, (hide, left_out): Names<'_>) -> bool {
    let Some((what, by)) = breakdown(table) else {
        return false;
    };
    let hidden: Vec<(usize, bool)> = rows(table)
        .filter(|(_, group)| {
            let name = name(&what, group);
            hide.contains(&name) || left_out.contains(&name)
        })
        .map(|(at, group)| (at, group.is_empty()))
        .collect();
    let compared = table
        .headings
        .last()
        .is_some_and(|it| it.text == "Against the whole");
    for (at, is_all) in &hidden {
        let row = &mut table.rows[*at];
        row[1..].iter_mut().for_each(hide_number);
        if let Some(last) = row
            .last_mut()
            .filter(|it| compared && !is_all && !it.shown.is_empty())
        {
            *last = Cell::words("Hidden");
        }
        let group = if *is_all { "" } else { row[0].shown.as_str() };
        if left_out.contains(&name(&what, group)) {
            row.iter_mut()
                .filter(|it| it.shown == "c")
                .for_each(|it| *it = Cell::words(NOT_SHOWN));
        }
        // A band's percentage with its number gives the sum away.
        if by == "band" && *is_all {
            table
                .rows
                .iter_mut()
                .filter_map(|it| it.get_mut(1))
                .for_each(hide_number);
        }
    }
    !hidden.is_empty()
}

/// Rows of a series, by month or day. Means, limits and the way from where it stood are made with the hidden point: they go
/// with it.
fn of_series(table: &mut Table, keys: &[String], taken: &[Figure]) -> bool {
    let is_series = |it: &&Figure| keys.contains(&it.key) && table.caption == it.title;
    let hidden: Vec<&Figure> = taken.iter().filter(is_series).collect();
    let made_of_all: Vec<usize> = (0..table.headings.len())
        .filter(|it| {
            matches!(
                table.headings[*it].text.as_str(),
                "Mean" | "Lower limit" | "Upper limit" | "Trajectory" | "Gap"
            )
        })
        .collect();
    let mut found = false;
    for row in &mut table.rows {
        let day = row.first().map(|it| it.value);
        let is_of = |it: &&&Figure| match day {
            Some(Value::Month(month)) => it.to.month() == month,
            Some(Value::Day(day)) => it.to == day,
            _ => false,
        };
        if hidden.iter().any(|it| is_of(&it)) {
            found = true;
            row[1..].iter_mut().for_each(hide_number);
            // Its note may say what it was before.
            if let Some(note) = row.last_mut() {
                *note = Cell::words("Hidden");
            }
        }
    }
    if found {
        for row in &mut table.rows {
            made_of_all.iter().for_each(|it| hide_number(&mut row[*it]));
        }
    }
    found
}

/// Rows that name a figure and say it in words, with the numbers that it is made of.
fn of_words(table: &mut Table, taken: &[Figure]) -> bool {
    let mut found = false;
    let is_part = |it: &usize| {
        let heading = &*table.headings[*it].text;
        matches!(heading, "Numerator" | "Denominator")
    };
    let made_of: Vec<usize> = (0..table.headings.len()).filter(is_part).collect();
    for row in &mut table.rows {
        for figure in taken {
            if !row.iter().any(|it| it.shown == figure.title) {
                continue;
            }
            let mut of_row = false;
            for cell in row.iter_mut().filter(|it| it.shown == figure.shown) {
                *cell = Cell::words(HIDDEN);
                of_row = true;
            }
            // What it is made of stands beside it.
            if of_row {
                made_of.iter().for_each(|it| hide_number(&mut row[*it]));
            }
            found |= of_row;
        }
    }
    found
}

fn hide_number(cell: &mut Cell) {
    if matches!(cell.value, Value::Number { .. }) {
        *cell = Cell::words("c");
    }
}

/// A text without the figures. What the record says of them is said anew, since it may tell their mean or their change:
/// where its latest figure stays, that alone is told. In what a person wrote their numbers are replaced.
fn of_text(mut text: Text, taken: &[Figure], figures: &[Figure]) -> Text {
    let latest = text.figures.first();
    let latest = figures
        .iter()
        .find(|it| Some(&it.key) == latest && !it.is_hidden());
    for figure in taken {
        let is_named = text.words.contains(figure.title.as_str());
        let is_about = text.figures.contains(&figure.key)
            || is_named && (text.by != Hand::Record || text.words.contains(figure.shown.as_str()))
            || text
                .words
                .strip_prefix(figure.title.as_str())
                .is_some_and(|it| it.starts_with(':'));
        if !is_about {
            continue;
        }
        // Its statement may tell the number too.
        text.stated = None;
        if text.by == Hand::Record {
            let latest = latest.filter(|it| it.title == figure.title);
            text.words = latest.map_or_else(
                || {
                    format!(
                        "{}: {HIDDEN}, because with other published numbers it would tell of few children.",
                        what(figure)
                    )
                },
                |latest| {
                    format!(
                        "{}: {}. What it was before is not told, nor its average: with other published numbers they would tell of few children.",
                        what(latest),
                        latest.shown
                    )
                },
            );
        } else {
            for number in numbers(figure) {
                text.words = without(&text.words, &number);
            }
            if let Hand::Officer { instead_of, .. } = &mut text.by {
                HIDDEN.clone_into(instead_of);
            }
        }
    }
    text
}

/// The ways a figure's numbers are written, the longest first.
fn numbers(figure: &Figure) -> Vec<String> {
    use crate::numbers::{percent, short, whole};
    let mut all = vec![figure.shown.clone()];
    if let (Some(top), Some(under)) = (figure.numerator, figure.denominator) {
        for joint in [" of ", " out of ", " of the ", "/"] {
            all.push(format!("{}{joint}{}", whole(top), whole(under)));
        }
    }
    if let Some(value) = figure.value {
        all.push(if figure.is_share() {
            percent(value)
        } else {
            short(value)
        });
    }
    all.extend(
        figure
            .numerator
            .iter()
            .chain(&figure.denominator)
            .flat_map(|it| [whole(*it), it.to_string()]),
    );
    all.retain(|it| !it.is_empty());
    all.sort_by_key(|it| std::cmp::Reverse(it.len()));
    all.dedup();
    all
}

/// A text with a number replaced where it stands by itself: the 12 of "12 children", not of "2012" or "12.5".
fn without(words: &str, number: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(number) {
        let (before, after) = (&rest[..at], &rest[at + number.len()..]);
        let goes_on = |text: &str| {
            let mut letters = text.chars();
            match letters.next() {
                Some('.' | ',') => letters.next().is_some_and(|it| it.is_ascii_digit()),
                Some(it) => it.is_alphanumeric(),
                None => false,
            }
        };
        let from_before = before
            .chars()
            .next_back()
            .or_else(|| out.chars().next_back());
        let begins_before = from_before.is_some_and(|it| it.is_alphanumeric())
            || (matches!(from_before, Some('.' | ','))
                && before.len() > 1
                && before[..before.len() - 1].ends_with(|it: char| it.is_ascii_digit()));
        out.push_str(before);
        out.push_str(if begins_before || goes_on(after) {
            number
        } else {
            HIDDEN
        });
        rest = after;
    }
    out.push_str(rest);
    out
}
