//! The bands of a share make 100, within rounding.

use super::parts_do_not_add_up::total_row;
use super::read::{Sentence, sentences};
use super::{Context, Finding, Rule, Weight, shares_in_words, told};
use crate::numbers::{decimal, whole};
use crate::paper::{Block, Figure, Hand, Paper, Text};
use crate::table::{Table, Value};
use std::collections::BTreeMap;
use waymark_measures::catalogue;

pub(super) static RULE: Rule = Rule {
    name: "shares-not-100",
    title: "The bands of a share make 100, within rounding",
    page: include_str!("shares_not_100.md"),
    weight: Weight::Refuses,
    find,
};

const TODO: &str = "Make the paper again; a band for those who are not known is part of the whole.";

fn find(paper: &Paper, _: &Context<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (section, table) in super::tables(paper) {
        if let Some(sum) = table_sum(table) {
            found.push(RULE.finding(
                section,
                &table.caption,
                format!(
                    "The shares in the table {} make {}%.",
                    told::quoted(&table.caption),
                    decimal(sum)
                ),
                TODO,
            ));
        }
    }
    for (section, text) in told::by_people(paper) {
        let read = sentences(&text.words);
        let off = read.chunks(1).find_map(shares_in_words::off);
        if let Some(off) = off {
            found.push(in_words(
                section,
                &text.key,
                &told::quoted(&text.words),
                off,
            ));
        }
    }
    for (section, points) in lists(paper) {
        let read: Vec<Vec<Sentence>> = points.iter().map(|it| sentences(&it.words)).collect();
        // One share to a point, or they are no bands.
        let each = read.iter().all(|it| it.len() == 1);
        let read: Vec<Sentence> = read.into_iter().flatten().collect();
        if let Some(off) = shares_in_words::off(&read).filter(|_| each) {
            let quoted = told::quoted(&points[0].words);
            found.push(in_words(section, &points[0].key, &quoted, off));
        }
    }
    found.extend(bands(paper));
    found
}

fn in_words(section: &str, about: &str, quoted: &str, (sum, all): (i64, i64)) -> Finding {
    RULE.finding(
        section,
        about,
        format!(
            "The shares that {quoted} begins are of one whole of {} and make {}.",
            whole(all),
            whole(sum)
        ),
        "Put the shares right; a band for those who are not known is part of the whole, and say so where bands overlap.",
    )
}

/// Lists that people wrote, with the key of their section.
fn lists(paper: &Paper) -> impl Iterator<Item = (&str, &[Text])> {
    paper.sections.iter().flat_map(|section| {
        section.blocks.iter().filter_map(|block| match block {
            Block::Points(points)
                if points.len() > 1 && points.iter().all(|it| it.by != Hand::Record) =>
            {
                Some((section.key.as_str(), points.as_slice()))
            }
            _ => None,
        })
    })
}

/// What a table's shares make, where it is not 100. Its rows are shares of one whole where the column says so, or where
/// each is its row's number out of the total's.
fn table_sum(table: &Table) -> Option<f64> {
    let total_at = total_row(table);
    let number = |row: usize, column: usize| match table.rows[row].get(column)?.value {
        Value::Number { value, .. } => Some(value),
        _ => None,
    };
    let rows: Vec<usize> = (0..table.rows.len())
        .filter(|it| Some(*it) != total_at)
        .collect();
    for (column, heading) in table.headings.iter().enumerate().skip(1) {
        let heading = heading.text.to_lowercase();
        let named = heading.starts_with("share")
            || heading.starts_with("percentage of all")
            || heading.starts_with("% of all");
        if !named && !heading.starts_with("percent") && heading != "%" {
            continue;
        }
        let shares: Option<Vec<f64>> = rows.iter().map(|row| number(*row, column)).collect();
        let Some(shares) = shares.filter(|it| it.len() > 1) else {
            continue;
        };
        let of_one_whole = || {
            let total = total_at?;
            let counts = (1..table.headings.len())
                .find(|it| *it != column && number(total, *it).is_some())?;
            let all = number(total, counts).filter(|it| *it > 0.0)?;
            let fit = rows.iter().zip(&shares).filter(|(row, share)| {
                number(**row, counts).is_some_and(|part| (part / all * 100.0 - **share).abs() < 0.6)
            });
            Some(fit.count() * 2 > rows.len())
        };
        if !named && of_one_whole() != Some(true) {
            continue;
        }
        let sum: f64 = shares.iter().sum();
        if !is_all(sum, &shares) {
            return Some(sum);
        }
    }
    None
}

/// Whether shares make 100 with what rounding each of them may have added: half a unit where all are whole, else half of
/// a tenth.
fn is_all(sum: f64, shares: &[f64]) -> bool {
    let whole = shares.iter().all(|it| it.fract() == 0.0);
    let each = if whole { 0.5 } else { 0.05 };
    #[allow(clippy::cast_precision_loss)] // a few bands
    let slack = each * shares.len() as f64 + 1e-6;
    (sum - 100.0).abs() <= slack
}

/// Figures of every band of a measure that do not make the whole.
fn bands(paper: &Paper) -> Vec<Finding> {
    let mut shares: BTreeMap<(&str, &str, waymark_data::Day, waymark_data::Day), Vec<&Figure>> =
        BTreeMap::new();
    for figure in paper
        .figures
        .iter()
        .filter(|it| !it.group.is_empty() && !it.is_hidden())
    {
        shares
            .entry((&figure.measure, &figure.basis, figure.from, figure.to))
            .or_default()
            .push(figure);
    }
    let mut found = Vec::new();
    for ((measure, ..), figures) in shares {
        let Some(bands) = catalogue::find(measure).map(|it| it.bands) else {
            continue;
        };
        let of_band = |band: &&str| figures.iter().find(|it| it.group == **band).copied();
        let all: Option<Vec<&Figure>> = bands.iter().map(of_band).collect();
        let Some(all) = all.filter(|it| it.len() > 1) else {
            continue;
        };
        let sum: Option<Vec<f64>> = all.iter().map(|it| it.value).collect();
        let parts: Option<i64> = all.iter().map(|it| it.numerator).sum();
        let cases = all[0].denominator;
        let short = sum.is_some_and(|values| !is_all(values.iter().sum(), &values))
            || parts
                .zip(cases)
                .is_some_and(|(parts, cases)| parts != cases);
        if short {
            found.push(RULE.finding(
                "",
                &all[0].key,
                format!(
                    "The bands of “{}” do not make the whole.",
                    told::name(all[0])
                ),
                TODO,
            ));
        }
    }
    found
}
