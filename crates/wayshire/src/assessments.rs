//! Assessments: drawn to fit the month's counts, each with the referral that led to it.

use crate::areas::districts_of;
use crate::calendar::{Day, MONTHS, before, span};
use crate::codes::{NO, POLICE, SOURCES, UNKNOWN, YES};
use crate::draw::Draw;
use crate::front_door::Referral;
use crate::population::ChildId;
use crate::shape::{ASSESSMENTS, AssessmentMonth, LATE_ENTERED, NEED_WEIGHTS};

/// A continuous assessment, from its start to its authorisation.
pub(crate) struct Assessment {
    /// The child; known once referrals have been given children, or, without a referral, once care has.
    pub(crate) child: ChildId,
    pub(crate) district: u8,
    pub(crate) start: Day,
    /// The day of authorisation; after the last cut for those then still open.
    pub(crate) end: Day,
    /// The day the authorisation was entered.
    pub(crate) entered: Day,
    pub(crate) seen: &'static str,
    pub(crate) support: &'static str,
    /// The day of the referral, or the start where there was none.
    pub(crate) from: Day,
    /// Whether a referral led to it; the others are of children already helped.
    pub(crate) referred: bool,
    /// Whether the child's episode of need goes on after it, as a plan or in care.
    pub(crate) goes_on: bool,
}

/// Everything that is chosen of an assessment before its dates.
#[derive(Clone, Copy, Default)]
struct Lot {
    over_45: bool,
    no_support: bool,
    police: bool,
    referred: bool,
}

/// The assessments of all months, with the referrals that led to them (children still to be given).
pub(crate) fn assessments(draw: &mut Draw, times: u32) -> (Vec<Assessment>, Vec<Referral>) {
    let (mut all, mut referrals) = (Vec::new(), Vec::new());
    for (month, plan) in ASSESSMENTS.iter().enumerate().take(MONTHS) {
        for locality in 0..3 {
            for late in [false, true] {
                for lot in lots(draw, plan, locality, late, times) {
                    let district = district_in(draw, locality);
                    let (assessment, referral) = one(draw, month, district, late, lot);
                    if let Some(mut referral) = referral {
                        referral.assessment = Some(all.len());
                        referrals.push(referral);
                    }
                    all.push(assessment);
                }
            }
        }
    }
    (all, referrals)
}

/// A district of a locality, as often as its need.
pub(crate) fn district_in(draw: &mut Draw, locality: usize) -> u8 {
    let districts: Vec<(u8, u32)> = districts_of(locality)
        .map(|district| (district, NEED_WEIGHTS[usize::from(district)]))
        .collect();
    draw.weighted(&districts)
}

/// The assessments of a locality in a month, in an order of chance, with exactly the planned counts.
///
/// Of those that followed a police referral seven in ten need no support. Assessments of children already helped are
/// the likelier to run over 45 days, as the sources found.
fn lots(
    draw: &mut Draw,
    plan: &AssessmentMonth,
    locality: usize,
    late: bool,
    times: u32,
) -> Vec<Lot> {
    let (number, over, no_support) = if late {
        (LATE_ENTERED, plan.late_over_45[locality], 1)
    } else {
        (
            plan.authorised[locality],
            plan.over_45[locality],
            plan.no_support[locality],
        )
    };
    let [number, over, no_support] =
        [number, over, no_support].map(|count| (count * times) as usize);
    let mut lots = vec![Lot::default(); number];
    let known = number * 9 / 100;
    let police = (number - known) * 29 / 100;
    for (place, lot) in lots.iter_mut().enumerate() {
        lot.referred = place >= known;
        lot.police = lot.referred && place - known < police;
    }
    let of_police = ((police * 7 + 5) / 10).min(no_support);
    for lot in lots.iter_mut().filter(|lot| lot.police).take(of_police) {
        lot.no_support = true;
    }
    draw.shuffle(&mut lots[known + police..]);
    for lot in lots
        .iter_mut()
        .filter(|lot| lot.referred && !lot.police)
        .take(no_support - of_police)
    {
        lot.no_support = true;
    }
    let of_known = (known * 45 / 100).min(over);
    lots[..of_known]
        .iter_mut()
        .for_each(|lot| lot.over_45 = true);
    draw.shuffle(&mut lots[known..]);
    lots[known..]
        .iter_mut()
        .take(over - of_known)
        .for_each(|lot| lot.over_45 = true);
    draw.shuffle(&mut lots);
    lots
}

fn one(
    draw: &mut Draw,
    month: usize,
    district: u8,
    late: bool,
    lot: Lot,
) -> (Assessment, Option<Referral>) {
    let end = draw.working_day(month, late);
    let last = span(month).last;
    let entered = if late {
        last.plus_days(draw.from(2, 15))
    } else {
        draw.entered(end).min(last)
    };
    let taken = if lot.over_45 {
        46 + draw.below(12) + draw.below(28).min(draw.below(40))
    } else {
        let (low, high) = draw.weighted(&[
            ((1, 15), 330),
            ((16, 30), 230),
            ((31, 40), 240),
            ((41, 45), 200),
        ]);
        usize::try_from(draw.from(low, high)).unwrap_or(1)
    };
    let start = before(end, taken);
    let referral = lot.referred.then(|| {
        let date = before(
            start,
            draw.weighted(&[(0, 520), (1, 300), (2, 120), (3, 60)]),
        );
        Referral {
            child: 0,
            district,
            date,
            source: if lot.police {
                POLICE
            } else {
                draw.weighted(&SOURCES)
            },
            nfa: NO,
            earlier: 0,
            entered: date,
            duty: false,
            assessment: None,
        }
    });
    let assessment = Assessment {
        child: 0,
        district,
        start,
        end,
        entered,
        seen: draw.weighted(&[(YES, 925), (NO, 55), (UNKNOWN, 8), ("", 12)]),
        support: if lot.no_support { NO } else { YES },
        from: referral.as_ref().map_or(start, |referral| referral.date),
        referred: lot.referred,
        goes_on: false,
    };
    (assessment, referral)
}
