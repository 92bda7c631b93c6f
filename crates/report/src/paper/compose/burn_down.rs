//! What remains of something that is to be done by a day, at the end of each month.

use super::measures::answered_one;
use super::writer::{Writer, title};
use crate::audience::Audience;
use crate::chart::{Burndown, burndown};
use crate::paper::Block;
use crate::paper::template::Insert;
use crate::reading::{Reading, State};
use crate::table::{Heading, Table};
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_measures::{Unit, catalogue};

/// Whether what is named is a number at a day, and the deadline a day.
pub(super) fn fits(keys: &BTreeMap<String, String>) -> Result<(), String> {
    super::insert::fits(keys)?;
    super::insert::needs(keys, "name")?;
    super::insert::needs(keys, "deadline")?;
    if let Some(name) = keys.get("name")
        && let Some(measure) = catalogue::find(name)
        && !(measure.unit == Unit::Count && measure.is_snapshot())
    {
        return Err(format!(
            "'{name}' is no number at a day, of which some could remain"
        ));
    }
    if let Some(deadline) = keys.get("deadline") {
        deadline.parse::<Day>()?;
    }
    match keys.get("things").map(|it| it.split(',').count()) {
        None | Some(2) => Ok(()),
        Some(_) => Err("things is not one word and its plural, parted by a comma".to_owned()),
    }
}

/// `{burn-down name=… deadline=2018-03-31 things=visit,visits}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let Ok(deadline) = insert.text("deadline").parse::<Day>() else {
        return;
    };
    let Some(reading) = answered_one(w, insert) else {
        return;
    };
    let text = w.told_shortly(reading);
    w.put(Block::Text(text));
    let mut things = insert.list("things").map(|it| it.replace('-', " "));
    let of = Burndown {
        title: title(reading),
        things: things
            .next()
            .zip(things.next())
            .unwrap_or_else(|| ("case".to_owned(), "cases".to_owned())),
        remaining: (0..reading.slots.len())
            .filter_map(|slot| remaining(reading, slot))
            .collect(),
        deadline,
    };
    let id = w.drawing("burn-down", reading);
    let mut drawn = burndown(&of, &id);
    // Named as its figures are: what is hidden of them later is hidden in it too.
    drawn.table.caption = title(reading);
    if w.from.audience == Audience::Public {
        without_differences(&mut drawn.table);
    }
    let keys = w.every(reading);
    let title = format!("{}: what remains until {}", of.title, deadline.words());
    w.drawn(title, drawn, keys);
}

/// Without the column of differences: beside a month that is hidden, the next month's would give it away.
fn without_differences(table: &mut Table) {
    let is_difference = |it: &Heading| it.text == "Fewer than before";
    if let Some(at) = table.headings.iter().position(is_difference) {
        table.headings.remove(at);
        for row in &mut table.rows {
            row.remove(at);
        }
    }
}

/// How many remained at the end of a month; none hidden, nothing where no return tells.
fn remaining(reading: &Reading, slot: usize) -> Option<(Day, Option<u64>)> {
    let point = reading.point(slot)?;
    let left = match reading.slots[slot].state {
        State::Empty => return None,
        State::Hidden => None,
        State::Judged(_) | State::Provisional(_) => {
            let number = point.parts.numerator.unwrap_or(i64::from(point.count.hits));
            Some(u64::try_from(number).ok()?)
        }
    };
    Some((point.period.to, left))
}
