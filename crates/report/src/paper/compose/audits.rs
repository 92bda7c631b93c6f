//! Audits of practice: how many of which grade, with how sure a small sample can be.

use super::lists::{after, dated, since, stop};
use super::writer::Writer;
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

/// `{audits months=12}`.
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
    let mut headings = vec![
        Heading::words("Audit"),
        Heading::words("On"),
        Heading::numbers("Looked at"),
    ];
    headings.extend(GRADES.iter().map(|it| Heading::numbers(it.1)));
    let mut table = Table::new("Audits by grade", headings);
    let mut texts = Vec::new();
    for it in graded {
        let n = total(it);
        let mut row = vec![
            Cell::words(it.title()),
            Cell::maybe(it.date(), Cell::day),
            Cell::whole(n),
        ];
        row.extend(
            GRADES
                .iter()
                .map(|(field, _)| Cell::whole(count(it, field))),
        );
        table.rows.push(row);
        let good = count(it, "good") + count(it, "outstanding");
        let words = match wilson_words(good, n) {
            Some(range) => format!(
                "{}{}: {} ({} of {}) good or outstanding{range}.{}",
                it.title(),
                it.date()
                    .map_or_else(String::new, |on| format!(", {}", on.words())),
                share(good, n),
                whole(good),
                whole(n),
                after(" ", &stop(it.text("found"))),
            ),
            None => stop(it.title()),
        };
        texts.push(w.of(it, words));
    }
    w.put(Block::Points(texts));
    w.table(table);
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
