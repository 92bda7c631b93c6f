//! Actions by state, and those overdue.

use super::writer::Writer;
use crate::numbers::{counted, whole};
use crate::paper::template::Insert;
use crate::table::{Cell, Heading, Table};
use std::cmp::Reverse;
use waymark_programme::Record;
use waymark_programme::kinds::ACTION;

/// `{actions most=20}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let records = w.from.records;
    let today = w.from.on();
    let all: Vec<&Record> = records
        .of(&ACTION)
        .filter(|it| it.state.word != "withdrawn")
        .collect();
    let open: Vec<&Record> = all.iter().copied().filter(|it| it.is_open()).collect();
    let waiting = open
        .iter()
        .filter(|it| it.state.word == "evidenced")
        .count();
    let mut over: Vec<(u32, &Record)> = open
        .iter()
        .filter_map(|it| Some((records.days_over(it, today)?, *it)))
        .collect();
    over.sort_by_key(|(days, it)| (Reverse(*days), it.id));
    let int = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    w.say(
        "sum",
        format!(
            "Of {}, {} are closed, {} are open, {} of those open are overdue on {} and {} await confirmation.",
            counted(int(all.len()), "action"),
            whole(int(all.len() - open.len())),
            whole(int(open.len())),
            whole(int(over.len())),
            today.words(),
            whole(int(waiting)),
        ),
    );
    let mut table = Table::new(
        "Overdue actions, the longest first",
        [
            Heading::words("Action"),
            Heading::words("Owner"),
            Heading::words("Due"),
            Heading::numbers("Days over"),
        ],
    );
    for (days, it) in over
        .into_iter()
        .take(insert.number("most").unwrap_or(usize::MAX))
    {
        table.rows.push(vec![
            Cell::words(format!("{} {}", it.reference(), it.title())),
            Cell::words(it.owners().join(", ")),
            Cell::maybe(records.due(it), Cell::day),
            Cell::whole(i64::from(days)),
        ]);
    }
    w.table(table);
}
