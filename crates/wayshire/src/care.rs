//! Children looked after: when care begins and ends, and why.

use crate::areas::districts_of;
use crate::assessments::Assessment;
use crate::calendar::{
    AUG_2017, Day, JUN_2017, LAST_CUT, MAR_2016, NEVER, NOV_2017, SEP_2017, span,
};
use crate::codes::{
    ADOPTED, CARE_ENDS, CARE_ENDS_AT_18, FULL_CARE_ORDER, NEEDS, PERMANENCE, SECTION_20,
    SHORT_BREAKS, WITH_PARENTS,
};
use crate::draw::Draw;
use crate::health::{first_health, fit_first_health};
use crate::home::{Home, Law, home, law, placed_with_parents_exactly};
use crate::population::{Population, beginning};
use crate::shape::{LOOKED_AFTER, LOOKED_AFTER_WEIGHTS, shared};
use crate::spells::{Assessed, Flow, Kind, Spell};
use crate::visits::{Done, Rhythm, series};

/// A period of being looked after.
pub(crate) struct Care {
    pub(crate) spell: Spell,
    pub(crate) need: &'static str,
    pub(crate) asylum: bool,
    pub(crate) second: bool,
    pub(crate) law: Law,
    pub(crate) home: Home,
    pub(crate) visits: Vec<Done>,
    pub(crate) reviews: Vec<Done>,
    pub(crate) health: Vec<Done>,
    pub(crate) dental: Vec<Done>,
    pub(crate) ended_for: &'static str,
    pub(crate) permanence: &'static str,
    /// The days on which the child went missing.
    pub(crate) missing: Vec<Day>,
}

impl Care {
    /// Whether care ended in adoption.
    pub(crate) fn adopted(&self) -> bool {
        ADOPTED.iter().any(|(reason, _)| *reason == self.ended_for)
    }
}

/// The periods of care: as many open at each month's end, by locality, as the shape says.
pub(crate) fn care(
    seed: u64,
    people: &mut Population,
    assessments: &mut [Assessment],
    assessed: &mut Assessed,
    times: u32,
) -> Vec<Care> {
    let mut flow = Flow {
        kind: Kind {
            ages: &[
                ((0, 0), 190),
                ((1, 4), 190),
                ((5, 9), 210),
                ((10, 15), 330),
                ((16, 16), 60),
                ((17, 17), 20),
            ],
            longest: 150,
            ends: |months| {
                if months < 3 {
                    35
                } else if months < 8 {
                    28
                } else {
                    17
                }
            },
            assessed: 500,
            exact: &[MAR_2016, JUN_2017, AUG_2017, SEP_2017, LAST_CUT],
        },
        draw: Draw::new(seed, "care"),
        people,
        assessments,
        assessed,
        spells: Vec::new(),
        open: vec![Vec::new(); 12],
    };
    flow.begin(&by_district(0, times));
    for month in 0..=LAST_CUT {
        for (district, target) in (0..).zip(by_district(month + 1, times)) {
            flow.step(month, district, target);
        }
    }
    fit_first_health(&mut flow.spells, NOV_2017);
    fit_first_health(&mut flow.spells, LAST_CUT);
    flow.enter_late();
    let Flow {
        mut draw,
        people,
        spells,
        ..
    } = flow;
    let mut all: Vec<Care> = spells
        .into_iter()
        .map(|spell| one(&mut draw, people, spell))
        .collect();
    first_health(&mut draw, people, &mut all);
    placed_with_parents_exactly(&mut draw, &mut all, times);
    for care in &mut all {
        home_under_an_order(care);
        people.born_by(care.spell.child, care.spell.start);
    }
    all
}

/// A child looked after at home is so under an order: an agreement under section 20 would simply have ended.
fn home_under_an_order(care: &mut Care) {
    let Some(home) = care.home.iter().find(|it| it.kind == WITH_PARENTS) else {
        return;
    };
    let at_home_by = care.law.iter().rposition(|(day, _)| *day <= home.start);
    if at_home_by.is_none_or(|at| care.law[at].1 == SECTION_20) {
        care.law.retain(|(day, _)| *day < home.start);
        care.law.push((home.start, FULL_CARE_ORDER));
    }
}

fn by_district(row: usize, times: u32) -> Vec<u32> {
    let localities = LOOKED_AFTER[row].iter().enumerate();
    localities
        .flat_map(|(locality, count)| {
            let districts = districts_of(locality);
            let weights =
                &LOOKED_AFTER_WEIGHTS[usize::from(districts.start)..usize::from(districts.end)];
            shared(count * times, weights)
        })
        .collect()
}

fn one(draw: &mut Draw, people: &Population, spell: Spell) -> Care {
    let horizon = span(LAST_CUT).last;
    let born = people.of(spell.child).born;
    let years = born.whole_years_until(spell.start);
    let ended_for = if spell.end == NEVER {
        ""
    } else if people.eighteenth(spell.child) <= spell.end {
        draw.weighted(&CARE_ENDS_AT_18)
    } else if years < 6
        && (420..1150).contains(&spell.start.days_until(spell.end))
        && draw.chance(430)
    {
        draw.weighted(&ADOPTED)
    } else {
        draw.weighted(&CARE_ENDS)
    };
    let since = beginning().plus_days(120);
    let first_review = if draw.chance(950) {
        draw.from(15, 26)
    } else {
        draw.from(32, 60)
    };
    let mut reviews: Vec<Done> = Vec::new();
    for on in [
        spell.start.plus_days(first_review),
        spell.start.plus_days(first_review + draw.from(70, 88)),
    ] {
        if on <= spell.end && on <= horizon {
            reviews.push(Done {
                on,
                entered: draw.entered(on),
            });
        }
    }
    let rhythm = Rhythm {
        timely: 780,
        days: (140, 180),
        late_days: (186, 260),
    };
    let next = draw.from(240, 270);
    reviews.extend(series(draw, &spell, since, horizon, next, rhythm));
    let rhythm = Rhythm {
        timely: 930,
        days: (20, 41),
        late_days: (45, 95),
    };
    let first = if draw.chance(940) {
        draw.from(1, 7)
    } else {
        draw.from(9, 20)
    };
    let visits = series(draw, &spell, since, horizon, first, rhythm);
    let rhythm = Rhythm {
        timely: 840,
        days: (150, 350),
        late_days: (375, 620),
    };
    let first = draw.from(40, 200);
    let dental = series(draw, &spell, since.plus_days(-300), horizon, first, rhythm);
    Care {
        need: draw.weighted(&NEEDS),
        asylum: years >= 14 && draw.chance(75),
        second: draw.chance(30),
        law: law(draw, &spell, years),
        home: home(draw, &spell, born),
        visits,
        reviews,
        health: Vec::new(),
        dental,
        ended_for,
        permanence: draw.weighted(&PERMANENCE),
        missing: missing(draw, people, &spell),
        spell,
    }
}

/// Some older children go missing; a few of them again and again.
fn missing(draw: &mut Draw, people: &Population, spell: &Spell) -> Vec<Day> {
    let eleventh = people.of(spell.child).born.plus_months(11 * 12);
    let from = spell.start.max(eleventh).max(beginning().plus_months(-12));
    let to = spell.end.min(span(LAST_CUT).last);
    let mut days = Vec::new();
    if from >= to || !draw.chance(250) {
        return days;
    }
    let gaps = draw.weighted(&[((90, 500), 700), ((30, 150), 240), ((4, 30), 60)]);
    let mut on = from.plus_days(draw.from(0, gaps.1));
    while on <= to {
        days.push(on);
        on = on.plus_days(draw.from(gaps.0, gaps.1));
    }
    days
}

/// Children with a series of short breaks: on list 8, but not counted as looked after.
pub(crate) fn short_breaks(draw: &mut Draw, people: &mut Population, times: u32) -> Vec<Care> {
    let mut all = Vec::new();
    for number in 0..44 * times {
        let district = u8::try_from(number % 12).expect("less than twelve");
        let start = beginning().plus_days(-draw.from(10, 500));
        let child = people.aged(draw, district, (5, 12), start);
        let month = LAST_CUT - draw.below(20);
        let end = if draw.chance(300) {
            draw.day(month)
        } else {
            NEVER
        };
        let spell = Spell {
            child,
            district,
            start,
            end,
            start_entered: start,
            end_entered: end,
            from: start,
        };
        let mut care = one(draw, people, spell);
        care.law = vec![(start, SHORT_BREAKS)];
        care.home.truncate(1);
        care.missing.clear();
        care.health = series(
            draw,
            &care.spell,
            start,
            span(LAST_CUT).last,
            200,
            Rhythm {
                timely: 900,
                days: (300, 360),
                late_days: (370, 420),
            },
        );
        all.push(care);
    }
    all
}
