//! The county: everything that happened in it, in the order in which one thing leads to the next.

use crate::adoption::{Adopter, Adoption, adopters, adoptions};
use crate::assessments::{Assessment, assessments};
use crate::calendar::{LAST_CUT, span};
use crate::care::{Care, care, short_breaks};
use crate::care_leavers::{Leaver, leavers};
use crate::draw::Draw;
use crate::front_door::{
    Contact, EarlyHelp, Referral, all_referrals, contacts, early_help, give_children,
};
use crate::need::{InNeed, in_need};
use crate::population::{ChildId, Population};
use crate::protection::{Enquiry, Plan, enquiries, plans};
use crate::spells::{Assessed, Spell};

/// The seed of the Wayshire that the demonstration shows.
pub const SEED: u64 = 1646;

/// Wayshire from July 2015 to March 2018: its children and all that was done with them.
pub struct County {
    pub(crate) people: Population,
    pub(crate) contacts: Vec<Contact>,
    pub(crate) early_help: Vec<EarlyHelp>,
    pub(crate) referrals: Vec<Referral>,
    pub(crate) assessments: Vec<Assessment>,
    pub(crate) enquiries: Vec<Enquiry>,
    pub(crate) plans: Vec<Plan>,
    pub(crate) in_need: Vec<InNeed>,
    pub(crate) care: Vec<Care>,
    pub(crate) leavers: Vec<Leaver>,
    pub(crate) adoptions: Vec<Adoption>,
    pub(crate) adopters: Vec<Adopter>,
    /// Children about whom nothing but spoilt rows is known.
    pub(crate) strays: Vec<ChildId>,
}

/// Wayshire, drawn from a seed: the same seed gives the same county on every machine.
#[must_use]
pub fn wayshire(seed: u64) -> County {
    wayshire_times(seed, 1)
}

/// Wayshire with its volumes multiplied, to measure speed by. The figures its shape promises are multiplied alike; the
/// populations of [`crate::AREAS`] are not.
#[must_use]
pub fn wayshire_times(seed: u64, times: u32) -> County {
    let times = times.max(1);
    let mut people = Population::default();
    let stage = |name| Draw::new(seed, name);
    let (mut assessments, assessed_from) = assessments(&mut stage("assessments"), times);
    let mut referrals = all_referrals(&mut stage("referrals"), assessed_from, times);
    give_children(
        &mut stage("children"),
        &mut people,
        &mut referrals,
        &mut assessments,
    );
    let contacts = contacts(&mut stage("contacts"), &mut people, &referrals);
    let early_help = early_help(
        &mut stage("early help"),
        &mut people,
        &contacts,
        &referrals,
        times,
    );

    let mut assessed = Assessed::new(&assessments, &referrals, &people);
    let mut care = care(seed, &mut people, &mut assessments, &mut assessed, times);
    let plans = plans(seed, &mut people, &mut assessments, &mut assessed, times);
    let in_need = in_need(seed, &mut people, &mut assessments, &mut assessed, times);
    give_known_children(
        &mut stage("known"),
        &people,
        &mut assessments,
        &care,
        &plans,
        &in_need,
    );
    let enquiries = enquiries(&mut stage("enquiries"), &mut people, &plans, &assessments);
    let adoptions = adoptions(&mut stage("adoptions"), &mut people, &mut care, times);
    let leavers = leavers(&mut stage("leavers"), &mut people, &care, times);
    care.extend(short_breaks(&mut stage("short breaks"), &mut people, times));
    let adopters = adopters(&mut stage("adopters"), times);
    let mut draw = stage("strays");
    let ages = |n: u8| if n < 37 { (2, 14) } else { (18, 19) };
    let strays = (0..40)
        .map(|n| people.aged(&mut draw, n % 12, ages(n), span(0).first))
        .collect();
    County {
        people,
        contacts,
        early_help,
        referrals,
        assessments,
        enquiries,
        plans,
        in_need,
        care,
        leavers,
        adoptions,
        adopters,
        strays,
    }
}

/// Assessments that no referral led to are of children already helped: six in ten looked after, the others in need.
fn give_known_children(
    draw: &mut Draw,
    people: &Population,
    assessments: &mut [Assessment],
    care: &[Care],
    plans: &[Plan],
    in_need: &[InNeed],
) {
    let mut helped: Vec<Vec<&Spell>> = vec![Vec::new(); 12];
    let mut cared: Vec<Vec<&Spell>> = vec![Vec::new(); 12];
    care.iter()
        .for_each(|one| cared[usize::from(one.spell.district)].push(&one.spell));
    plans
        .iter()
        .for_each(|one| helped[usize::from(one.spell.district)].push(&one.spell));
    in_need
        .iter()
        .for_each(|one| helped[usize::from(one.spell.district)].push(&one.spell));
    let mut taken = std::collections::HashSet::new();
    for one in assessments.iter_mut().filter(|one| !one.referred) {
        let from = if draw.chance(600) { &cared } else { &helped };
        let spells = &from[usize::from(one.district)];
        // Rather a wrong fit than none: the last of a hundred lots stands.
        let mut child = spells[draw.below(spells.len())].child;
        for _ in 0..400 {
            let spell = spells[draw.below(spells.len())];
            child = spell.child;
            let fits = spell.start < one.start && spell.open(one.end.min(span(LAST_CUT).last));
            if fits && people.of(child).born < one.start && taken.insert((child, one.start.month()))
            {
                break;
            }
        }
        one.child = child;
    }
}
