//! Figures that differ from what was last shown for the same period: both stand side by side (S-296).

use super::writer::{Writer, figure};
use crate::audience::Audience;
use crate::paper::compare::{Asked, because};
use crate::paper::material::Material;
use crate::paper::template::Insert;
use crate::paper::{Figure, Paper};
use crate::reading::Reading;
use crate::table::{Cell, Heading, Table};
use std::collections::{BTreeSet, HashMap};
use waymark_measures::catalogue;

/// `{restated}`: beside what any paper for the same committee last showed. What only the board was shown is not told to the
/// public.
pub(super) fn write(w: &mut Writer<'_>, _: &Insert) {
    let audience = w.from.audience;
    let earlier = w.from.earlier.iter().map(AsRef::<Paper>::as_ref);
    let earlier: Vec<&Paper> = earlier
        .filter(|it| audience == Audience::Board || it.audience == Audience::Public)
        .collect();
    let Some(last) = earlier.first() else {
        w.say(
            "first",
            "No earlier paper has been issued to the same readers: there is nothing to compare with.",
        );
        return;
    };
    let mut shown: HashMap<&str, (&Figure, &Paper)> = HashMap::new();
    for paper in earlier.iter().copied() {
        for figure in &paper.figures {
            shown.entry(figure.key.as_str()).or_insert((figure, paper));
        }
    }
    let of_areas = of_areas(w.from, shown.values().map(|it| it.0));
    let mut found: Vec<(Figure, &Figure, &Paper)> = Vec::new();
    for reading in w.from.readings.iter().copied().chain(&of_areas) {
        for point in &reading.series.points {
            let now = figure(reading, point);
            if let Some((then, paper)) = shown.get(now.key.as_str())
                && then.shown != now.shown
            {
                found.push((now, then, paper));
                // The new one belongs to this paper: the next is compared with it.
                let _ = w.figure(reading, point);
            }
        }
    }
    let why = reasons(w.from, &found);
    let told = why.iter().any(|it| !it.is_empty());
    let mut headings = vec!["Measure", "Period", "Shown then", "Now"];
    headings.extend(told.then_some("Why"));
    headings.push("Last shown in");
    let mut table = Table::new(
        "Figures that differ from what was last shown",
        headings.into_iter().map(Heading::words),
    );
    for ((now, then, paper), why) in found.iter().zip(&why) {
        let period = waymark_data::Period {
            from: now.from,
            to: now.to,
        };
        let mut cells = vec![
            now.title.clone(),
            period.words(),
            then.shown.clone(),
            now.shown.clone(),
        ];
        cells.extend(told.then(|| why.clone()));
        cells.push(paper.title.clone());
        let cells = cells.into_iter().map(Cell::words);
        table.rows.push(cells.collect());
    }
    if table.rows.is_empty() {
        w.say(
            "same",
            format!(
                "Every figure that was shown before, last in \u{201c}{}\u{201d} ({}), still stands as it was shown.",
                last.title,
                last.as_at.words()
            ),
        );
    } else {
        w.say("why", "Records that were entered late or corrected have changed these. What was shown then stays as it was shown; both stand here.");
        w.table(table);
    }
}

/// Why each says something else, in words; empty where it cannot be told. For the board alone: how many records came late
/// is a small number.
fn reasons(from: &Material<'_>, found: &[(Figure, &Figure, &Paper)]) -> Vec<String> {
    let asked: Vec<Asked<'_>> = found
        .iter()
        .map(|(now, then, shown_in)| Asked {
            shown_in,
            then,
            now,
        })
        .collect();
    let mut why = if from.audience == Audience::Board {
        (from.why)(&asked)
    } else {
        Vec::new()
    };
    why.resize(found.len(), None);
    why.into_iter()
        .map(|it| it.map(|it| because(&it)).unwrap_or_default())
        .collect()
}

/// The series of every area whose figures were shown, as they are told now.
fn of_areas<'a>(from: &Material<'_>, shown: impl Iterator<Item = &'a Figure>) -> Vec<Reading> {
    let areas: BTreeSet<(&str, &str)> = shown
        .filter(|it| !it.group.is_empty())
        .map(|it| (it.measure.as_str(), it.group.as_str()))
        .collect();
    let read = |(measure, area)| (from.in_area)(catalogue::find(measure)?, area);
    areas.into_iter().filter_map(read).collect()
}
