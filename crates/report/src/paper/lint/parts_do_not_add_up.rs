//! Groups add up to the whole that is shown with them.

use super::read::sentences;
use super::{Context, Finding, Rule, Weight, parts_in_words, told};
use crate::numbers::whole;
use crate::paper::{Figure, Paper};
use crate::table::{Table, Value};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    name: "parts-do-not-add-up",
    title: "Groups add up to the whole that is shown with them",
    page: include_str!("parts_do_not_add_up.md"),
    weight: Weight::Refuses,
    find,
};

const TODO: &str = "Make the paper again from one return; if a group is left out on purpose, give it a row of its own (“Not known”).";

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (section, table) in super::tables(paper) {
        for (heading, sum, total) in off(table) {
            found.push(RULE.finding(
                section,
                &table.caption,
                format!(
                    "In the table {} the rows under “{heading}” make {}, but its total says {}.",
                    told::quoted(&table.caption),
                    whole(sum),
                    whole(total)
                ),
                TODO,
            ));
        }
    }
    for (section, text) in told::by_people(paper) {
        let read = sentences(&text.words);
        if let Some(off) = read.iter().find_map(parts_in_words::off) {
            found.push(RULE.at_text(
                (section, &text),
                format!(
                    "{} lists parts that make {}, of a whole of {}.",
                    told::quoted(&text.words),
                    whole(off.sum),
                    whole(off.total)
                ),
                "Put the total or its parts right; those who belong nowhere are a part too (“1 not known”).",
            ));
        }
    }
    found.extend(parts_above_whole(paper));
    found
}

/// The place of the row that sums the others up; none where there is none, or several (a table of many years).
pub(super) fn total_row(table: &Table) -> Option<usize> {
    let is_total = |row: &Vec<crate::table::Cell>| {
        row.first().is_some_and(|it| {
            matches!(
                it.shown.trim().to_lowercase().as_str(),
                "all" | "total" | "totals" | "all children"
            )
        })
    };
    let mut totals = table
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| is_total(row));
    let first = totals.next()?.0;
    totals.next().is_none().then_some(first)
}

/// Columns of counts whose rows do not make the total: heading, sum, total.
fn off(table: &Table) -> Vec<(&str, i64, i64)> {
    let Some(total_at) = total_row(table) else {
        return Vec::new();
    };
    let mut off = Vec::new();
    for (column, heading) in table.headings.iter().enumerate().skip(1) {
        if !is_of_counts(&heading.text) {
            continue;
        }
        let mut sum = 0;
        let mut counted = 0;
        let mut unknown = false;
        let mut total = None;
        for (at, row) in table.rows.iter().enumerate() {
            let Some(cell) = row.get(column) else {
                continue;
            };
            match cell.value {
                #[allow(clippy::cast_possible_truncation)] // whole numbers of a count
                Value::Number { value, places: 0 } if at == total_at => total = Some(value as i64),
                #[allow(clippy::cast_possible_truncation)]
                Value::Number { value, places: 0 } => {
                    sum += value as i64;
                    counted += 1;
                }
                Value::Blank => {}
                // Hidden, not known, or no count at all.
                _ => unknown = true,
            }
        }
        if let Some(total) = total
            && !unknown
            && counted > 1
            && sum != total
        {
            off.push((heading.text.as_str(), sum, total));
        }
    }
    off
}

fn is_of_counts(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let other = [
        "percent",
        "%",
        "rate",
        "median",
        "mean",
        "average",
        "target",
        "limit",
        "interval",
        "per 10",
        "share",
        "rank",
        "days",
        "population",
    ];
    heading != "to" && !other.iter().any(|it| heading.contains(it))
}

/// A group that counts more than the whole of the same measure and days.
fn parts_above_whole(paper: &Paper) -> Vec<Finding> {
    let of = |it: &Figure| (it.measure.clone(), it.basis.clone(), it.from, it.to);
    let adds_up = |it: &&Figure| matches!(it.unit.as_str(), "percent" | "share" | "count" | "rate");
    let wholes: HashMap<_, &Figure> = paper
        .figures
        .iter()
        .filter(|it| it.group.is_empty())
        .map(|it| (of(it), it))
        .collect();
    paper
        .figures
        .iter()
        .filter(|it| !it.group.is_empty())
        .filter(adds_up)
        .filter_map(|part| {
            let all = wholes.get(&of(part))?;
            let more = |a: Option<i64>, b: Option<i64>| a.zip(b).filter(|(a, b)| a > b);
            let (a, b) = more(part.numerator, all.numerator)
                .or_else(|| more(part.denominator, all.denominator))?;
            Some(RULE.finding(
                "",
                &part.key,
                format!(
                    "“{}” counts {}, more than the {} of the whole it is part of.",
                    told::name(part),
                    whole(a),
                    whole(b)
                ),
                TODO,
            ))
        })
        .collect()
}
