//! Adoption: children on their way to a new family, and the people who would adopt them.

use crate::calendar::{Day, LAST_CUT, NEVER, span};
use crate::care::Care;
use crate::codes::{
    ADOPTERS_LEAVE, FULL_CARE_ORDER, NO_LONGER_FOR_ADOPTION, OWN, PLACED_FOR_ADOPTION,
    PLACEMENT_ORDER, WITH_PARENTS, yes_no,
};
use crate::draw::Draw;
use crate::home::Placement;
use crate::population::{ChildId, Population, beginning};

/// A child for whom adoption was decided on. [`NEVER`] stands for what has not happened.
pub(crate) struct Adoption {
    pub(crate) child: ChildId,
    pub(crate) family: u32,
    pub(crate) entered: Day,
    pub(crate) decision: Day,
    pub(crate) order: Day,
    pub(crate) matched: Day,
    pub(crate) placed: Day,
    pub(crate) adopted: Day,
    pub(crate) no_longer: Day,
    pub(crate) no_longer_for: &'static str,
    pub(crate) early: Option<Day>,
}

/// The adoptions: of every child whose care ended in one, and of some young children still looked after. Their legal
/// status and placement follow.
pub(crate) fn adoptions(
    draw: &mut Draw,
    people: &mut Population,
    care: &mut [Care],
    times: u32,
) -> Vec<Adoption> {
    let mut all = Vec::new();
    for one in care {
        let spell = &one.spell;
        let young = people.of(spell.child).born.plus_months(48) > spell.start;
        let recent = spell.start > beginning().plus_days(-250);
        let horizon = span(LAST_CUT).last;
        let adoption = if one.adopted() {
            backwards(draw, spell.child, spell.start, spell.end)
        } else if young
            && spell.start.days_until(spell.end.min(horizon)) > 420
            && spell.end == NEVER
            && recent
            && draw.chance(110)
        {
            forwards(draw, one)
        } else {
            continue;
        };
        one.law.retain(|(day, _)| *day < adoption.decision);
        if one.law.is_empty() {
            one.law.push((spell.start, FULL_CARE_ORDER));
        }
        if adoption.order < spell.end && adoption.no_longer == NEVER {
            one.law.push((adoption.order, PLACEMENT_ORDER));
        }
        let at_home = one
            .home
            .iter()
            .any(|placement| placement.kind == WITH_PARENTS);
        if adoption.placed < spell.end && !at_home {
            one.home
                .retain(|placement| placement.start < adoption.placed);
            let place = draw.below(1 << 30) as u64;
            one.home.push(Placement {
                start: adoption.placed,
                kind: PLACED_FOR_ADOPTION,
                provider: OWN,
                place,
                out: false,
            });
        }
        all.push(adoption);
    }
    // The first cuts look back a year, to adoptions from before the history begins.
    for _ in 0..22 * times {
        let adopted = beginning().plus_days(-draw.from(0, 150));
        let start = adopted.plus_days(-draw.from(450, 900));
        let district = u8::try_from(draw.below(12)).expect("less than twelve");
        let child = people.aged(draw, district, (0, 3), start);
        all.push(backwards(draw, child, start, adopted));
    }
    all.sort_by_key(|adoption| (adoption.decision, adoption.child));
    all
}

/// From the order back to the start of care, the stages taking their usual shares of the time.
fn backwards(draw: &mut Draw, child: ChildId, start: Day, end: Day) -> Adoption {
    let all = start.days_until(end).min(720);
    let back = |days: i32| end.plus_days(-days);
    let placed = back(all * draw.from(22, 34) / 100);
    let matched = placed.plus_days(-draw.from(8, 25));
    let order = back(all * draw.from(48, 62) / 100);
    Adoption {
        child,
        family: child / 2 + 4000,
        entered: start,
        decision: order.plus_days(-draw.from(20, 55)),
        order,
        matched,
        placed,
        adopted: end,
        no_longer: NEVER,
        no_longer_for: "",
        early: draw
            .chance(110)
            .then(|| start.plus_days(draw.from(20, 120))),
    }
}

/// From the start of care onward; one in seven is given up.
fn forwards(draw: &mut Draw, care: &Care) -> Adoption {
    let start = care.spell.start;
    let decision = start.plus_days(draw.from(150, 700));
    let order = decision.plus_days(draw.from(25, 70));
    let matched = order.plus_days(draw.from(60, 420));
    let placed = matched.plus_days(draw.from(8, 25));
    let given_up = draw.chance(150);
    Adoption {
        child: care.spell.child,
        family: care.spell.child / 2 + 4000,
        entered: care.spell.start,
        decision,
        order,
        matched: if given_up { NEVER } else { matched },
        placed: if given_up { NEVER } else { placed },
        adopted: NEVER,
        no_longer: if given_up { matched } else { NEVER },
        no_longer_for: if given_up {
            draw.weighted(&NO_LONGER_FOR_ADOPTION)
        } else {
            ""
        },
        early: draw.chance(60).then(|| start.plus_days(draw.from(20, 120))),
    }
}

/// One of the people (mostly two to a family) who asked to adopt.
pub(crate) struct Adopter {
    pub(crate) person: u32,
    pub(crate) family: u32,
    pub(crate) sex: usize,
    pub(crate) ethnicity: &'static str,
    pub(crate) disability: &'static str,
    pub(crate) fostering: &'static str,
    /// Enquiry, stage 1 start and end, stage 2 start and end, application, approval, match, placement, order.
    pub(crate) stages: [Day; 10],
    pub(crate) children: u32,
    pub(crate) left: Day,
    pub(crate) left_for: &'static str,
}

/// The adopters: some four families a month ask.
pub(crate) fn adopters(draw: &mut Draw, times: u32) -> Vec<Adopter> {
    let mut all: Vec<Adopter> = Vec::new();
    let first = beginning().plus_months(-20);
    let days = first.days_until(span(LAST_CUT).last);
    for number in 0..100 * times {
        let enquiry = first.plus_days(draw.from(0, days));
        let mut stages = [enquiry; 10];
        let steps = [
            (10, 30),
            (50, 75),
            (5, 40),
            (100, 140),
            (-20, 0),
            (5, 25),
            (40, 250),
            (10, 30),
            (110, 220),
        ];
        for (step, (low, high)) in steps.into_iter().enumerate() {
            stages[step + 1] = stages[step].plus_days(draw.from(low, high));
        }
        let leaves = draw.chance(240);
        let left = if leaves {
            stages[1 + draw.below(5)].plus_days(draw.from(3, 30))
        } else {
            NEVER
        };
        let family = 7000 + number;
        let fostering = yes_no(draw.chance(120));
        let children = draw.weighted(&[(1, 780), (2, 200), (3, 20)]);
        for sex in 0..=usize::from(draw.chance(880)) {
            all.push(Adopter {
                person: 2 * family + u32::try_from(sex).unwrap_or(0),
                family,
                sex,
                ethnicity: draw.weighted(&crate::codes::ETHNICITIES),
                disability: yes_no(draw.chance(30)),
                fostering,
                stages,
                children,
                left,
                left_for: "",
            });
        }
        if leaves {
            let reason = draw.weighted(&ADOPTERS_LEAVE);
            all.iter_mut()
                .filter(|adopter| adopter.family == family)
                .for_each(|adopter| adopter.left_for = reason);
        }
    }
    all.sort_by_key(|adopter| (adopter.stages[0], adopter.person));
    all
}
