//! Figures that differ from what was last shown for the same period: both stand side by side (S-296).

use super::writer::{Writer, figure};
use crate::paper::template::Insert;
use crate::table::{Cell, Heading, Table};
use std::collections::HashMap;

/// `{restated}`.
pub(super) fn write(w: &mut Writer<'_>, _: &Insert) {
    let Some(last) = w.from.earlier.first() else {
        w.say(
            "first",
            "No earlier paper of this kind has been issued: there is nothing to compare with.",
        );
        return;
    };
    let shown: HashMap<&str, &crate::paper::Figure> = last
        .figures
        .iter()
        .map(|it| (it.key.as_str(), it))
        .collect();
    let mut table = Table::new(
        format!("Figures that differ from \u{201c}{}\u{201d}", last.title),
        [
            Heading::words("Measure"),
            Heading::words("Period"),
            Heading::words("Shown then"),
            Heading::words("Now"),
        ],
    );
    for reading in w.from.readings.iter().copied() {
        for point in &reading.series.points {
            let now = figure(reading, point);
            let Some(then) = shown.get(now.key.as_str()) else {
                continue;
            };
            if then.shown != now.shown {
                let period = waymark_data::Period {
                    from: now.from,
                    to: now.to,
                };
                table.rows.push(vec![
                    Cell::words(now.title.as_str()),
                    Cell::words(period.words()),
                    Cell::words(then.shown.as_str()),
                    Cell::words(now.shown.as_str()),
                ]);
                // The new one belongs to this paper: the next is compared with it.
                let _ = w.figure(reading, point);
            }
        }
    }
    if table.rows.is_empty() {
        w.say(
            "same",
            format!(
                "Every figure of \u{201c}{}\u{201d} ({}) still stands as it was shown.",
                last.title,
                last.as_at.words()
            ),
        );
    } else {
        w.say("why", "Records that were entered late or corrected have changed these. What was shown then stays as it was shown; both stand here.");
        w.table(table);
    }
}
