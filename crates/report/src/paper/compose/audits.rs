//! Audits of practice: how many of which grade, with how sure a small sample can be.

use super::lists::{after, dated, since, stop};
use super::writer::Writer;
use crate::chart::{Bar, Grades, grades};
use crate::numbers::{percent, whole};
use crate::paper::Block;
use crate::paper::template::Insert;
use crate::table::{Cell, Heading, Table};
use waymark_measures::signals::{Interval, wilson};
use waymark_programme::Record;
use waymark_programme::kinds::AUDIT;

const GRADES: [(&str, &str); 4] = [
    ("outstanding", "Outstanding"),
    ("good", "Good"),
    ("requires_improvement", "Requires improvement"),
    ("inadequate", "Inadequate"),
];

/// `{audits months=12 charts=yes}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let from = since(w, insert);
    let graded: Vec<&Record> = dated(w, &AUDIT, from)
        .into_iter()
        .filter(|it| total(it) > 0)
        .collect();
    if graded.is_empty() {
        w.say("none", "No audit was graded since then.");
        return;
    }
    let mut texts = Vec::new();
    for it in &graded {
        let words = words(it, is_hidden(w, it));
        texts.push(w.of(it, words));
    }
    w.put(Block::Points(texts));
    if insert.yes("charts") {
        let bars = graded.iter().rev().map(|it| bar(w, it)).collect();
        let of = Grades {
            title: "Audits by grade".to_owned(),
            by: "Audit".to_owned(),
            grades: GRADES.map(|it| it.1.to_owned()).to_vec(),
            top: (2, "good or outstanding".to_owned()),
            bars,
        };
        let id = w.drawing_of("audits");
        let drawn = grades(&of, &id);
        w.drawn(of.title, drawn, Vec::new());
    } else {
        let table = table(w, &graded);
        w.table(table);
    }
}

/// What one audit found, with how far so small a sample could lie from the truth.
fn words(it: &Record, hidden: bool) -> String {
    let n = total(it);
    let good = count(it, "good") + count(it, "outstanding");
    let on = it
        .date()
        .map_or_else(String::new, |on| format!(", {}", on.words()));
    let found = after(" ", &stop(it.text("found")));
    if hidden {
        return format!(
            "{}{on}: the numbers by grade are hidden (c), because some are small.{found}",
            it.title()
        );
    }
    match wilson_words(good, n) {
        Some(range) => format!(
            "{}{on}: {} ({} of {}) good or outstanding{range}.{found}",
            it.title(),
            share(good, n),
            whole(good),
            whole(n),
        ),
        None => stop(it.title()),
    }
}

fn table(w: &Writer<'_>, graded: &[&Record]) -> Table {
    let mut headings = vec![
        Heading::words("Audit"),
        Heading::words("On"),
        Heading::numbers("Looked at"),
    ];
    headings.extend(GRADES.iter().map(|it| Heading::numbers(it.1)));
    let mut table = Table::new("Audits by grade", headings);
    for it in graded {
        let hidden = is_hidden(w, it);
        let cell = |number: i64| match hidden {
            true => Cell::words("c"),
            false => Cell::whole(number),
        };
        let mut row = vec![
            Cell::words(it.title()),
            Cell::maybe(it.date(), Cell::day),
            cell(total(it)),
        ];
        row.extend(GRADES.iter().map(|(field, _)| cell(count(it, field))));
        table.rows.push(row);
    }
    table
}

/// An audit as a bar: its title and day, and its cases by grade.
fn bar(w: &Writer<'_>, it: &Record) -> Bar {
    let on = it.date();
    let hidden = is_hidden(w, it);
    let counts = GRADES
        .iter()
        .map(|(field, _)| u64::try_from(count(it, field)).ok().filter(|_| !hidden));
    Bar {
        name: on.map_or_else(
            || it.title().to_owned(),
            |on| format!("{}, {}", it.title(), on.words()),
        ),
        counts: counts.collect(),
    }
}

/// Whether a grade counts so few that these readers may not see it: then none of the audit's numbers are shown, because
/// the others and their sum would give it away.
fn is_hidden(w: &Writer<'_>, it: &Record) -> bool {
    let rule = w.from.audience.rule();
    GRADES
        .iter()
        .any(|(field, _)| rule.hides(count(it, field).unsigned_abs()))
}

fn count(it: &Record, field: &str) -> i64 {
    it.text(field).parse().unwrap_or(0)
}

fn total(it: &Record) -> i64 {
    GRADES.iter().map(|(field, _)| count(it, field)).sum()
}

#[allow(clippy::cast_precision_loss)] // audits are of few files
fn share(part: i64, whole: i64) -> String {
    percent(part as f64 / whole as f64 * 100.0)
}

/// How far the share could lie from the truth in so small a sample: 95% by Wilson.
fn wilson_words(part: i64, n: i64) -> Option<String> {
    let (part, n) = (u64::try_from(part).ok()?, u64::try_from(n).ok()?);
    let Interval { low, high } = wilson(part, n)?;
    Some(format!(
        "; of all such files it could be from {} to {}",
        percent(low * 100.0),
        percent(high * 100.0)
    ))
}
