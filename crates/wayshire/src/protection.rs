//! Section 47 enquiries, conferences and child protection plans.

use crate::assessments::Assessment;
use crate::calendar::{Day, LAST_CUT, MAR_2016, before, due, span};
use crate::codes::{ABUSE, NO, UNKNOWN, YES, yes_no};
use crate::draw::Draw;
use crate::population::{ChildId, Population, beginning};
use crate::shape::{NEED_WEIGHTS, ON_A_PLAN, shared};
use crate::spells::{Assessed, Flow, Kind, Spell};
use crate::visits::{Done, Rhythm, series};

/// A child protection plan.
pub(crate) struct Plan {
    pub(crate) spell: Spell,
    pub(crate) category: &'static str,
    /// The category from half a year on.
    pub(crate) later_category: &'static str,
    pub(crate) visits: Vec<Done>,
    pub(crate) reviews: Vec<Done>,
    pub(crate) alone: &'static str,
    pub(crate) emergency: &'static str,
    pub(crate) previous: u32,
}

/// A section 47 enquiry, with its conference where there was one.
pub(crate) struct Enquiry {
    pub(crate) child: ChildId,
    pub(crate) district: u8,
    pub(crate) start: Day,
    pub(crate) unnecessary: &'static str,
    pub(crate) conference: Option<Day>,
    pub(crate) plan: &'static str,
    /// When its outcome was entered.
    pub(crate) entered: Day,
    pub(crate) enquiries: u32,
    pub(crate) conferences: u32,
}

/// The plans: as many at each month's end as the shape says.
pub(crate) fn plans(
    seed: u64,
    people: &mut Population,
    assessments: &mut [Assessment],
    assessed: &mut Assessed,
    times: u32,
) -> Vec<Plan> {
    let mut flow = Flow {
        kind: Kind {
            ages: &[
                ((0, 0), 130),
                ((1, 4), 270),
                ((5, 9), 290),
                ((10, 15), 290),
                ((16, 16), 20),
            ],
            longest: 38,
            ends: |months| {
                if months < 3 {
                    45
                } else if months < 12 {
                    85
                } else if months < 18 {
                    120
                } else {
                    190
                }
            },
            assessed: 900,
            exact: &[MAR_2016, LAST_CUT],
        },
        draw: Draw::new(seed, "plans"),
        people,
        assessments,
        assessed,
        spells: Vec::new(),
        open: vec![Vec::new(); 12],
    };
    flow.begin(&shared(ON_A_PLAN[0] * times, &NEED_WEIGHTS));
    for month in 0..=LAST_CUT {
        for (district, target) in (0..).zip(shared(ON_A_PLAN[month + 1] * times, &NEED_WEIGHTS)) {
            flow.step(month, district, target);
        }
    }
    flow.enter_late();
    let Flow {
        mut draw, spells, ..
    } = flow;
    spells
        .into_iter()
        .map(|spell| plan(&mut draw, spell))
        .collect()
}

fn plan(draw: &mut Draw, spell: Spell) -> Plan {
    let horizon = span(LAST_CUT).last;
    let since = beginning().plus_days(150);
    let visits = Rhythm {
        timely: 910,
        days: (6, 12),
        late_days: (15, 40),
    };
    let reviews = Rhythm {
        timely: 800,
        days: (150, 180),
        late_days: (184, 255),
    };
    let first_visit = draw.from(1, 9);
    let first_review = if draw.chance(930) {
        draw.from(70, 89)
    } else {
        draw.from(93, 130)
    };
    let category = draw.weighted(&ABUSE);
    Plan {
        category,
        later_category: if draw.chance(120) {
            draw.weighted(&ABUSE)
        } else {
            category
        },
        visits: series(draw, &spell, since, horizon, first_visit, visits),
        reviews: series(draw, &spell, since, horizon, first_review, reviews),
        alone: draw.weighted(&[(YES, 860), (NO, 95), (UNKNOWN, 15), ("", 30)]),
        emergency: yes_no(draw.chance(35)),
        previous: draw.weighted(&[(0, 800), (1, 165), (2, 30), (3, 5)]),
        spell,
    }
}

/// The enquiries: one before each plan, those whose conference made no plan, and those that went to no conference.
pub(crate) fn enquiries(
    draw: &mut Draw,
    people: &mut Population,
    plans: &[Plan],
    assessments: &[Assessment],
) -> Vec<Enquiry> {
    let mut all = Vec::new();
    for plan in plans.iter().filter(|plan| plan.spell.start > beginning()) {
        all.push(with_conference(
            draw,
            plan.spell.child,
            plan.spell.district,
            plan.spell.start,
            true,
        ));
    }
    let horizon = span(LAST_CUT).last;
    let looked_into =
        |one: &&Assessment| one.referred && !one.goes_on && one.start >= beginning().plus_days(-40);
    for one in assessments.iter().filter(looked_into) {
        let born = people.of(one.child).born;
        if one.end <= horizon && draw.chance(28) {
            let conference = before(one.end, 0).max(born);
            all.push(with_conference(
                draw,
                one.child,
                one.district,
                conference,
                false,
            ));
        } else if draw.chance(250) {
            let start = due(one.start, draw.below(8) as u32);
            let unnecessary = draw.weighted(&[(YES, 900), (NO, 40), ("", 60)]);
            let entered = draw.entered(due(start, 10));
            all.push(Enquiry {
                child: one.child,
                district: one.district,
                start,
                unnecessary,
                conference: None,
                plan: "",
                entered,
                enquiries: 0,
                conferences: 0,
            });
        }
    }
    all.sort_by_key(|enquiry| (enquiry.start, enquiry.child));
    all.dedup_by_key(|enquiry| (enquiry.start, enquiry.child));
    count_earlier(&mut all, people.children.len());
    all
}

fn with_conference(draw: &mut Draw, child: ChildId, district: u8, day: Day, plan: bool) -> Enquiry {
    // A conference is held on a working day; a plan that started on a weekend followed one on the Friday before.
    let conference = if plan { day } else { before(day, 0) };
    let taken = if draw.chance(800) {
        draw.from(6, 15)
    } else {
        draw.from(16, 32)
    };
    let start = before(conference, usize::try_from(taken).unwrap_or(15));
    Enquiry {
        child,
        district,
        start,
        unnecessary: NO,
        conference: Some(conference),
        plan: yes_no(plan),
        entered: conference.plus_days(if plan { 0 } else { draw.from(0, 4) }),
        enquiries: 0,
        conferences: 0,
    }
}

/// Counts the enquiries and conferences of each child in the year to each enquiry, itself included.
fn count_earlier(all: &mut [Enquiry], children: usize) {
    let mut seen: Vec<Vec<(Day, bool)>> = vec![Vec::new(); children];
    for enquiry in all {
        let of_child = &mut seen[enquiry.child as usize];
        of_child.push((enquiry.start, enquiry.conference.is_some()));
        let year_ago = enquiry.start.plus_months(-12);
        let recent = of_child.iter().filter(|(start, _)| *start > year_ago);
        enquiry.conferences =
            u32::try_from(recent.clone().filter(|(_, held)| *held).count()).unwrap_or(0);
        enquiry.enquiries = u32::try_from(recent.count()).unwrap_or(0);
    }
}
