//! The annex: where the data are too old for the meeting, the same figures as a later return tells them (S-277).

use super::writer::{Writer, figure};
use crate::audience::Audience;
use crate::numbers::counted;
use crate::paper::material::{Annex, Material};
use crate::paper::{Block, Figure, Section};
use crate::reading::Reading;
use crate::table::{Cell, Heading, Table};
use std::collections::HashMap;
use waymark_data::{Day, Period};
use waymark_measures::catalogue;

/// The section's name.
const ANNEX: &str = "annex";

/// The last section: each latest figure of the paper, and under it the same figure of the later return.
pub(super) fn write(w: &mut Writer<'_>) -> Option<Section> {
    let annex = w.from.annex.as_ref()?;
    w.begin(ANNEX);
    w.say("why", words(w.from, annex));
    let caption = format!("The same figures as at {}", annex.as_at.words());
    let mut table = Table::new(
        caption,
        [
            Heading::words("Measure"),
            Heading::words("Data as at"),
            Heading::words("Period"),
            Heading::words("Figure"),
            Heading::numbers("Numerator"),
            Heading::numbers("Denominator"),
            Heading::words("Source"),
        ],
    );
    let mut keys = Vec::new();
    let mut unchanged = 0;
    for then in latest(w.so_far()) {
        let now = fresher(w.from, annex, &then).filter(|it| it.to > then.to);
        let Some(now) = now else {
            unchanged += 1;
            continue;
        };
        table.rows.push(row(&then));
        table.rows.push(row(&now));
        keys.push(then.key);
        keys.push(w.register(now));
    }
    let none = table.rows.is_empty();
    if !none {
        w.put(Block::Table(table, keys));
    }
    if none {
        w.say(
            "none",
            "The later return has no later figure of any of them.",
        );
    } else if unchanged > 0 {
        let number = counted(unchanged, "figure");
        w.say(
            "rest",
            format!("The later return has no later period for {number} of the paper."),
        );
    }
    let (blocks, _) = w.end();
    Some(Section {
        key: ANNEX.to_owned(),
        heading: format!("Annex: the same figures as at {}", annex.as_at.words()),
        depth: 1,
        blocks,
    })
}

/// Why it is there.
fn words(from: &Material<'_>, annex: &Annex<'_>) -> String {
    let old = |as_at: Day| counted(i64::from(as_at.days_until(from.on())), "day");
    let limit = annex.limit.map_or_else(String::new, |it| {
        format!(
            " The limit for this paper is {}.",
            counted(i64::from(it), "day")
        )
    });
    format!(
        "The figures of this paper are as at {}: {} old on {}.{limit} A return as at {}, {} old on that day, has come since. \
         Each latest figure of the paper stands below, and under it the same figure of that return.",
        from.as_at.words(),
        old(from.as_at),
        from.on().words(),
        annex.as_at.words(),
        old(annex.as_at),
    )
}

/// The latest figure of each measure and group, in the order of the paper.
fn latest(figures: &[Figure]) -> Vec<Figure> {
    let mut places: HashMap<(&str, &str, &str), usize> = HashMap::new();
    let mut all: Vec<&Figure> = Vec::new();
    for figure in figures {
        let of = (&*figure.measure, &*figure.basis, &*figure.group);
        let place = *places.entry(of).or_insert_with(|| {
            all.push(figure);
            all.len() - 1
        });
        if (figure.to, figure.from) > (all[place].to, all[place].from) {
            all[place] = figure;
        }
    }
    all.into_iter().cloned().collect()
}

/// The same figure as the later return tells it: the whole's for every reader, an area's for the board.
fn fresher(from: &Material<'_>, annex: &Annex<'_>, then: &Figure) -> Option<Figure> {
    let of = |reading: &Reading| {
        let point = reading.latest()?;
        let now = figure(reading, point);
        let same = now.measure == then.measure && now.basis == then.basis;
        (same && now.group == then.group).then_some(now)
    };
    annex.readings.iter().find_map(|it| of(it)).or_else(|| {
        if then.group.is_empty() || from.audience != Audience::Board {
            return None;
        }
        let measure = catalogue::find(&then.measure)?;
        of(&(annex.in_area)(measure, &then.group)?)
    })
}

fn row(figure: &Figure) -> Vec<Cell> {
    let (from, to) = (figure.from, figure.to);
    let period = if from == to {
        to.words()
    } else {
        Period { from, to }.words()
    };
    let number = |number: Option<i64>| match number {
        Some(number) => Cell::whole(number),
        None if figure.is_hidden() => Cell::words("c"),
        None => Cell::blank(),
    };
    vec![
        Cell::words(&*figure.title),
        Cell::maybe(figure.as_at, Cell::day),
        Cell::words(period),
        Cell::words(&*figure.shown),
        number(figure.numerator),
        number(figure.denominator),
        Cell::words(&*figure.source),
    ]
}
