//! Visits, reviews and other things done again and again: when, and when they were entered.

use crate::calendar::Day;
use crate::draw::Draw;
use crate::spells::Spell;

/// Something done on a day and entered on that day or later.
#[derive(Clone, Copy)]
pub(crate) struct Done {
    pub(crate) on: Day,
    pub(crate) entered: Day,
}

/// How often a thing is done: of a thousand intervals `timely` lie in the first range of days, the others in the second.
#[derive(Clone, Copy)]
pub(crate) struct Rhythm {
    pub(crate) timely: u32,
    pub(crate) days: (i32, i32),
    pub(crate) late_days: (i32, i32),
}

/// What was done in a spell from its start (or where the history picks it up) to its end or the horizon.
///
/// `first` is the interval to the first one. A spell that began long before the history is picked up a little before it.
pub(crate) fn series(
    draw: &mut Draw,
    spell: &Spell,
    since: Day,
    horizon: Day,
    first: i32,
    rhythm: Rhythm,
) -> Vec<Done> {
    let mut on = spell.start.plus_days(first);
    if on < since {
        on = since
            .plus_days(draw.from(-rhythm.days.1, 0))
            .max(spell.start);
    }
    let mut done = Vec::new();
    while on <= spell.end && on <= horizon {
        done.push(Done {
            on,
            entered: draw.entered(on),
        });
        let (low, high) = if draw.chance(rhythm.timely) {
            rhythm.days
        } else {
            rhythm.late_days
        };
        on = on.plus_days(draw.from(low, high));
    }
    done
}

/// The latest that a cut of this day knows of.
pub(crate) fn latest(done: &[Done], as_at: Day) -> Option<Day> {
    done.iter()
        .rev()
        .find(|one| one.on <= as_at && one.entered <= as_at)
        .map(|one| one.on)
}
