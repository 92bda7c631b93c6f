//! Where a looked-after child lives, and the legal status they are looked after under.

use crate::calendar::{AUG_2017, Day, LAST_CUT, span};
use crate::care::Care;
use crate::codes::{
    FOSTERED, FULL_CARE_ORDER, HOSPITAL, INTERIM_CARE_ORDER, OWN, PARENTS, PLACEMENTS,
    PLACEMENTS_OLDER, PRIVATE, REMANDED, SECTION_20, WITH_PARENTS,
};
use crate::draw::Draw;
use crate::population::beginning;
use crate::shape::PLACED_WITH_PARENTS;
use crate::spells::Spell;

/// The legal statuses of a period of care, each with the day it began.
pub(crate) type Law = Vec<(Day, &'static str)>;

/// The placements of a period of care, earliest first.
pub(crate) type Home = Vec<Placement>;

/// A placement.
#[derive(Clone, Copy)]
pub(crate) struct Placement {
    pub(crate) start: Day,
    pub(crate) kind: &'static str,
    pub(crate) provider: &'static str,
    /// The number of its postcode, and of its URN where it is a children's home.
    pub(crate) place: u64,
    /// In or out of the county.
    pub(crate) out: bool,
}

/// The legal statuses of a period of care.
pub(crate) fn law(draw: &mut Draw, spell: &Spell, years: i32) -> Law {
    let start = spell.start;
    if years >= 13 && draw.chance(50) {
        return vec![(start, REMANDED)];
    }
    let mut law: Law = Vec::new();
    let path = draw.weighted(&[(0, 330), (1, 450), (2, 120), (3, 100)]);
    let ordered = match path {
        0 => return vec![(start, SECTION_20)],
        1 => start,
        2 => {
            law.push((start, "L2: EPO"));
            start.plus_days(draw.from(4, 14))
        }
        _ => {
            law.push((start, SECTION_20));
            start.plus_days(draw.from(30, 400))
        }
    };
    law.push((ordered, INTERIM_CARE_ORDER));
    if draw.chance(850) {
        law.push((ordered.plus_days(draw.from(150, 300)), FULL_CARE_ORDER));
    }
    law.retain(|(day, _)| *day <= spell.end);
    law
}

/// The placements of a period of care; about one child in six goes home to parents under an order.
pub(crate) fn home(draw: &mut Draw, spell: &Spell, born: Day) -> Home {
    let horizon = span(LAST_CUT).last;
    let with_parents = draw
        .chance(215)
        .then(|| spell.start.plus_days(draw.from(0, 420)));
    let mut home = Home::new();
    let mut start = spell.start;
    while start < spell.end && start <= horizon && home.len() < 40 {
        if with_parents.is_some_and(|day| start >= day) {
            home.push(placement(draw, start, WITH_PARENTS));
            break;
        }
        let older = born.plus_months(13 * 12) <= start;
        let kind = if draw.chance(15) {
            HOSPITAL
        } else if older {
            draw.weighted(&PLACEMENTS_OLDER)
        } else {
            draw.weighted(&PLACEMENTS)
        };
        home.push(placement(draw, start, kind));
        let stays = draw.weighted(&[
            ((5, 60), 130),
            ((60, 200), 200),
            ((200, 700), 330),
            ((700, 3000), 340),
        ]);
        let stay = if kind == HOSPITAL {
            draw.from(2, 12)
        } else {
            draw.from(stays.0, stays.1)
        };
        let next = start.plus_days(stay);
        start = with_parents
            .filter(|day| *day > start)
            .map_or(next, |day| next.min(day));
    }
    // What was over two years before the history begins shows in no cut.
    let old = beginning().plus_months(-24);
    let gone = home
        .iter()
        .filter(|placement| placement.start < old)
        .count();
    home.drain(..gone.saturating_sub(1));
    home
}

fn placement(draw: &mut Draw, start: Day, kind: &'static str) -> Placement {
    let provider = match kind {
        WITH_PARENTS => PARENTS,
        _ => draw.weighted(&[
            (OWN, 590),
            (PRIVATE, 370),
            ("f) PR5: Voluntary/third sector", 40),
        ]),
    };
    let out = kind != WITH_PARENTS && draw.chance(130);
    Placement {
        start,
        kind,
        provider,
        place: draw.below(1 << 30) as u64,
        out,
    }
}

/// The placement on a day, as far as the spell has got.
pub(crate) fn placed(home: &[Placement], on: Day) -> &Placement {
    let begun = home.partition_point(|placement| placement.start <= on);
    &home[begun.saturating_sub(1)]
}

/// Brings those placed with parents at the end of August 2017 to exactly the planned number: some go home that summer,
/// or stay with carers instead.
pub(crate) fn placed_with_parents_exactly(draw: &mut Draw, all: &mut [Care], times: u32) {
    let on = span(AUG_2017).last;
    let wanted = (PLACED_WITH_PARENTS * times) as usize;
    let open: Vec<usize> = (0..all.len())
        .filter(|place| all[*place].spell.open(on))
        .collect();
    let (mut there, mut elsewhere): (Vec<usize>, Vec<usize>) = open
        .into_iter()
        .partition(|place| placed(&all[*place].home, on).kind == WITH_PARENTS);
    draw.shuffle(&mut there);
    draw.shuffle(&mut elsewhere);
    for place in there.iter().skip(wanted) {
        for placement in all[*place]
            .home
            .iter_mut()
            .filter(|placement| placement.kind == WITH_PARENTS)
        {
            (placement.kind, placement.provider) = (FOSTERED, OWN);
        }
    }
    let ready = elsewhere
        .iter()
        .filter(|place| all[**place].spell.start < on.plus_days(-150));
    let ready: Vec<usize> = ready
        .copied()
        .filter(|place| !all[*place].adopted())
        .collect();
    for place in ready.into_iter().take(wanted.saturating_sub(there.len())) {
        let start = on.plus_days(-draw.from(1, 120));
        let home = &mut all[place].home;
        home.retain(|placement| placement.start < start);
        home.push(placement(draw, start, WITH_PARENTS));
    }
}
