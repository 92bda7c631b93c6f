//! Measures by district or locality: the county's number always has its areas below it (S-298).

use super::writer::{DRAWING, Writer};
use crate::chart::dots;
use crate::paper::Block;
use crate::paper::template::Insert;
use waymark_measures::By;

/// `{areas names=… by=district}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let by = match insert.text("by") {
        "locality" => By::Locality,
        _ => By::District,
    };
    for name in insert.list("names") {
        let Some(reading) = w.from.reading(name).filter(|it| it.latest().is_some()) else {
            continue;
        };
        let text = w.told_shortly(reading);
        w.put(Block::Text(text));
        match (w.from.breakdown)(reading.measure(), by) {
            Some(breakdown) => {
                let id = format!("{DRAWING}areas-{}", name.replace('/', "-"));
                let key = w.latest(reading);
                let title = format!("{} by {}", reading.series.title(), if by == By::Locality { "locality" } else { "district" });
                w.drawn(title, dots(&breakdown, &id), key.into_iter().collect(), None);
            }
            None => w.say(name, "By area: not shown, because small numbers could be worked out from it or the list it comes from does not name areas."),
        }
    }
}
