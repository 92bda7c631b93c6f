//! A measure on its way to what it is to have reached by when.

use super::measures::answered_one;
use super::writer::{Writer, title};
use crate::chart::{Aim, Trajectory, trajectory};
use crate::paper::Block;
use crate::paper::template::Insert;
use crate::reading::Reading;
use std::collections::BTreeMap;
use waymark_data::Day;

/// Whether every aim is a month and a number.
pub(super) fn fits(keys: &BTreeMap<String, String>) -> Result<(), String> {
    super::insert::fits(keys)?;
    super::insert::needs(keys, "name")?;
    super::insert::needs(keys, "aims")?;
    let given = keys.get("aims").map_or("", String::as_str);
    let wrong = given.split(',').find(|it| aim(it).is_none());
    wrong.map_or(Ok(()), |it| {
        Err(format!("the aim '{it}' is no month and number"))
    })
}

/// `{trajectory name=… aims=2018-10:1646,2019-03:1500}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let Some(reading) = answered_one(w, insert) else {
        return;
    };
    let text = w.told_shortly(reading);
    w.put(Block::Text(text));
    put(w, reading, insert.list("aims").filter_map(aim).collect());
}

/// A measure's chart on the way to its own dated targets, where there are several and the last is still ahead: the chart of
/// its months ends before.
pub(super) fn ahead(w: &mut Writer<'_>, reading: &Reading) {
    let latest = reading.slots.last().map(|it| it.month);
    let aims = &reading.series.aims;
    if aims.iter().any(|it| Some(it.month) > latest) {
        put(w, reading, aims.clone());
    }
}

fn put(w: &mut Writer<'_>, reading: &Reading, aims: Vec<Aim>) {
    let id = w.drawing("trajectory", reading);
    let mut drawn = trajectory(&Trajectory::of(reading, aims), &id);
    // Named as its figures are: what is hidden of them later is hidden in it too.
    drawn.table.caption = title(reading);
    let keys = w.every(reading);
    let title = format!("{}: on the way to its aims", title(reading));
    w.drawn(title, drawn, keys);
}

/// "2018-10:1646".
fn aim(text: &str) -> Option<Aim> {
    let (month, value) = text.trim().split_once(':')?;
    let first: Day = format!("{month}-01").parse().ok()?;
    let value: f64 = value.parse().ok()?;
    value.is_finite().then(|| Aim {
        month: first.month(),
        value,
    })
}
