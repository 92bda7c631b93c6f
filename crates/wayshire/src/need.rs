//! Children in need: those on a child-in-need plan, and how they are visited.

use crate::areas::districts_of;
use crate::assessments::Assessment;
use crate::calendar::{Day, LAST_CUT, span};
use crate::codes::{CLOSURES, NEEDS};
use crate::draw::Draw;
use crate::population::{Population, beginning};
use crate::shape::{CIN_VISITS_NORTH, NEED_WEIGHTS, ON_A_CIN_PLAN, shared};
use crate::spells::{Assessed, Flow, Kind, Spell};
use crate::visits::{Done, Rhythm, latest, series};

/// A child-in-need plan.
pub(crate) struct InNeed {
    pub(crate) spell: Spell,
    pub(crate) need: &'static str,
    pub(crate) closure: &'static str,
    pub(crate) visits: Vec<Done>,
}

/// Whether a visit in 28 days is asked for at a day: on a plan, in need for 28 days, and born.
fn visit_asked(spell: &Spell, people: &Population, on: Day) -> bool {
    spell.open(on) && spell.from.days_until(on) >= 28 && people.of(spell.child).born <= on
}

/// The children on a plan: as many at each month's end as the shape says, and in March 2018 as many in the North as
/// makes its cases exact, the other localities making up the county's number.
pub(crate) fn in_need(
    seed: u64,
    people: &mut Population,
    assessments: &mut [Assessment],
    assessed: &mut Assessed,
    times: u32,
) -> Vec<InNeed> {
    let mut flow = Flow {
        kind: Kind {
            ages: &[
                ((0, 0), 60),
                ((1, 4), 240),
                ((5, 9), 310),
                ((10, 15), 340),
                ((16, 16), 50),
            ],
            longest: 40,
            ends: |months| {
                if months < 2 {
                    35
                } else if months < 9 {
                    110
                } else {
                    90
                }
            },
            assessed: 950,
            exact: &[LAST_CUT],
        },
        draw: Draw::new(seed, "in need"),
        people,
        assessments,
        assessed,
        spells: Vec::new(),
        open: vec![Vec::new(); 12],
    };
    flow.begin(&shared(ON_A_CIN_PLAN[0] * times, &NEED_WEIGHTS));
    for month in 0..LAST_CUT {
        for (district, target) in (0..).zip(shared(ON_A_CIN_PLAN[month + 1] * times, &NEED_WEIGHTS))
        {
            flow.step(month, district, target);
        }
    }
    last_month(&mut flow, times);
    flow.enter_late();
    let Flow {
        mut draw,
        people,
        spells,
        ..
    } = flow;
    let mut all: Vec<InNeed> = spells
        .into_iter()
        .map(|spell| one(&mut draw, spell))
        .collect();
    visit_the_north(&mut draw, people, &mut all, times);
    all
}

fn last_month(flow: &mut Flow<'_>, times: u32) {
    let last = span(LAST_CUT).last;
    let (cases, _) = CIN_VISITS_NORTH;
    let cases = (cases * times) as usize;
    let asked = |flow: &Flow<'_>| {
        let north = districts_of(0).flat_map(|district| &flow.open[usize::from(district)]);
        north
            .filter(|place| visit_asked(&flow.spells[**place], flow.people, last))
            .count()
    };
    let shares = shared(cases as u32, &NEED_WEIGHTS[..4]);
    for (district, share) in districts_of(0).zip(shares) {
        flow.leave(LAST_CUT, district, share.saturating_sub(6 * times));
    }
    let mut district = 0;
    while asked(flow) < cases {
        flow.join(LAST_CUT, district);
        district = (district + 1) % 4;
    }
    let north: usize = districts_of(0)
        .map(|district| flow.open[usize::from(district)].len())
        .sum();
    let others = ON_A_CIN_PLAN[LAST_CUT + 1] * times - u32::try_from(north).unwrap_or(0);
    for (district, target) in (4..12).zip(shared(others, &NEED_WEIGHTS[4..])) {
        flow.step(LAST_CUT, district, target);
    }
}

fn one(draw: &mut Draw, spell: Spell) -> InNeed {
    let rhythm = Rhythm {
        // The North is short of workers.
        timely: if spell.district < 4 { 890 } else { 945 },
        days: (13, 28),
        late_days: (31, 75),
    };
    let first = draw.from(0, 20);
    let visits = series(
        draw,
        &spell,
        beginning().plus_days(150),
        span(LAST_CUT).last,
        first,
        rhythm,
    );
    InNeed {
        need: draw.weighted(&NEEDS),
        closure: draw.weighted(&CLOSURES),
        visits,
        spell,
    }
}

/// Brings the North's cases at the last cut to exactly the planned number not visited in 28 days. Of those brought
/// down, some were visited but not entered in time; the others were not visited.
fn visit_the_north(draw: &mut Draw, people: &Population, all: &mut [InNeed], times: u32) {
    let on = span(LAST_CUT).last;
    let mut cases: Vec<usize> = (0..all.len())
        .filter(|place| {
            all[*place].spell.district < 4 && visit_asked(&all[*place].spell, people, on)
        })
        .collect();
    draw.shuffle(&mut cases);
    let visited =
        |one: &InNeed| latest(&one.visits, on).is_some_and(|seen| seen.days_until(on) <= 28);
    let (seen, unseen): (Vec<usize>, Vec<usize>) =
        cases.into_iter().partition(|place| visited(&all[*place]));
    let wanted = (CIN_VISITS_NORTH.1 * times) as usize;
    for place in seen.iter().take(wanted.saturating_sub(unseen.len())) {
        let visits = &mut all[*place].visits;
        if draw.chance(350) {
            let recent = visits
                .iter_mut()
                .filter(|visit| visit.on.days_until(on) <= 28);
            recent.for_each(|visit| visit.entered = on.plus_days(6));
        } else {
            visits.retain(|visit| visit.on.days_until(on) > 28);
        }
    }
    for place in unseen.iter().take(unseen.len().saturating_sub(wanted)) {
        let day = on.plus_days(-draw.from(1, 20));
        let visits = &mut all[*place].visits;
        visits.retain(|visit| visit.on < day);
        visits.push(Done {
            on: day,
            entered: day,
        });
    }
}
