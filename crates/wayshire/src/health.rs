//! Health assessments of children looked after: the first, on time for a planned share of each month's children, and
//! those that follow.

use crate::calendar::{Day, LAST_CUT, NOV_2017, due, month_of, span};
use crate::care::Care;
use crate::draw::Draw;
use crate::population::{Population, beginning};
use crate::shape::FIRST_HEALTH_ON_TIME;
use crate::spells::Spell;
use crate::visits::Done;

/// The children whose first health assessment falls due in a month: those still looked after on the due day.
fn due_in(spell: &Spell, month: usize) -> bool {
    if spell.start < beginning().plus_days(-60) || spell.start > span(month).last {
        return false;
    }
    let day = due(spell.start, 20);
    (span(month).first..=span(month).last).contains(&day) && spell.end > day
}

/// A number on time of which the percentage, rounded to a whole one, is the one wanted.
fn on_time(cases: usize, percent: usize) -> Option<usize> {
    (0..=cases).find(|hits| cases > 0 && (200 * hits + cases) / (2 * cases) == percent)
}

/// Moves starts within their month until the number falling due in `month` can give exactly the planned percentage.
pub(crate) fn fit_first_health(spells: &mut [Spell], month: usize) {
    let percent = FIRST_HEALTH_ON_TIME[month] as usize;
    let first = span(month - 2).first;
    let days: Vec<Day> = (0..100)
        .map(|n| first.plus_days(n))
        .filter(|day| month_of(due(*day, 20)) == month)
        .collect();
    while on_time(
        spells.iter().filter(|spell| due_in(spell, month)).count(),
        percent,
    )
    .is_none()
    {
        let movable = |spell: &&mut Spell| {
            spell.start > first
                && !due_in(spell, month)
                && spell.end > span(month).last.plus_days(40)
                && days.iter().any(|day| day.month() == spell.start.month())
        };
        let Some(spell) = spells.iter_mut().find(movable) else {
            return;
        };
        let day = days
            .iter()
            .copied()
            .find(|day| day.month() == spell.start.month());
        spell.start = day.expect("only spells of such a month are movable");
        spell.start_entered = spell.start;
        spell.from = spell.from.min(spell.start);
    }
}

/// First health assessments, on time for exactly the planned share of each month's children, and those that follow.
pub(crate) fn first_health(draw: &mut Draw, people: &Population, all: &mut [Care]) {
    let mut on_days: Vec<Option<Day>> = vec![None; all.len()];
    for (month, percent) in FIRST_HEALTH_ON_TIME.iter().enumerate() {
        let mut cases: Vec<usize> = (0..all.len())
            .filter(|place| due_in(&all[*place].spell, month))
            .collect();
        draw.shuffle(&mut cases);
        let percent = *percent as usize;
        let hits = on_time(cases.len(), percent).unwrap_or(cases.len() * percent / 100);
        for (number, place) in cases.into_iter().enumerate() {
            let start = all[place].spell.start;
            let limit = due(start, 20);
            on_days[place] = Some(if number < hits {
                start.plus_days(draw.from(6, start.days_until(limit)))
            } else {
                limit.plus_days(
                    draw.weighted(&[
                        (4, 130),
                        (11, 180),
                        (19, 200),
                        (33, 220),
                        (58, 160),
                        (110, 110),
                    ]) + draw.from(1, 9),
                )
            });
        }
    }
    let horizon = span(LAST_CUT).last;
    for (one, day) in all.iter_mut().zip(on_days) {
        let spell = &one.spell;
        let mut on = day.unwrap_or_else(|| spell.start.plus_days(draw.from(15, 60)));
        let mut first = true;
        while on <= spell.end && on <= horizon {
            // From November 2017 first assessments are entered as they are done: the board had asked for them.
            let at_once = first && month_of(due(spell.start, 20)) >= NOV_2017;
            one.health.push(Done {
                on,
                entered: if at_once { on } else { draw.entered(on) },
            });
            let young = people.of(spell.child).born.plus_months(57) > on;
            let (low, high) = match (young, draw.chance(650)) {
                (true, true) => (150, 180),
                (true, false) => (190, 290),
                (false, true) => (310, 360),
                (false, false) => (375, 520),
            };
            // The second comes more than seven months into care, so it never hides the first in its half-year.
            on = on
                .plus_days(draw.from(low, high))
                .max(spell.start.plus_days(220));
            first = false;
        }
    }
}
