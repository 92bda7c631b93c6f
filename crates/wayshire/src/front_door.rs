//! The front door: contacts, referrals, and early help assessments.

use crate::assessments::{Assessment, district_in};
use crate::calendar::{Day, FIRST, LAST_CUT, before, due, month_of, span};
use crate::codes::{EARLY_HELP_BY, NO, POLICE, SOURCES, UNKNOWN, YES};
use crate::draw::Draw;
use crate::population::{ChildId, Population};
use crate::shape::{CONTACT_TO_REFERRAL, LATE_REFERRALS, POLICE_TO_EARLY_HELP, REFERRALS};

/// A contact: somebody tells the council about a child.
pub(crate) struct Contact {
    pub(crate) child: ChildId,
    pub(crate) date: Day,
    pub(crate) source: &'static str,
    pub(crate) entered: Day,
}

/// A referral of a child.
pub(crate) struct Referral {
    pub(crate) child: ChildId,
    pub(crate) district: u8,
    pub(crate) date: Day,
    pub(crate) source: &'static str,
    pub(crate) nfa: &'static str,
    /// The child's referrals in the twelve months before this one.
    pub(crate) earlier: u32,
    pub(crate) entered: Day,
    /// Taken by the county's team for nights and weekends.
    pub(crate) duty: bool,
    /// The place of the assessment it led to.
    pub(crate) assessment: Option<usize>,
}

/// An early help assessment.
pub(crate) struct EarlyHelp {
    pub(crate) child: ChildId,
    pub(crate) start: Day,
    pub(crate) end: Day,
    pub(crate) by: &'static str,
    pub(crate) entered: Day,
}

/// The referrals that led to no assessment, up to the month's count, added to those that did; earliest first.
pub(crate) fn all_referrals(
    draw: &mut Draw,
    mut referrals: Vec<Referral>,
    times: u32,
) -> Vec<Referral> {
    let mut assessed = [0; LAST_CUT + 1];
    for referral in &referrals {
        let month = month_of(referral.date);
        if referral.date >= FIRST.first() && month <= LAST_CUT {
            assessed[month] += 1;
        }
    }
    for (month, assessed) in assessed.into_iter().enumerate() {
        let others = (REFERRALS[month] * times).saturating_sub(assessed);
        for number in 0..others {
            let late = number < LATE_REFERRALS[month] * times;
            let last = span(month).last;
            let duty = !late && draw.chance(60);
            let date = if duty {
                draw.day(month)
            } else {
                draw.working_day(month, late)
            };
            let entered = if late {
                draw.from(1, 12) + date.days_until(last)
            } else {
                draw.from(0, 2)
            };
            let entered = date.plus_days(entered);
            let locality = draw.weighted(&[(0, 335), (1, 360), (2, 305)]);
            referrals.push(Referral {
                child: 0,
                district: district_in(draw, locality),
                date,
                source: if draw.chance(260) {
                    POLICE
                } else {
                    draw.weighted(&SOURCES)
                },
                nfa: draw.weighted(&[(YES, 500), (NO, 470), (UNKNOWN, 30)]),
                earlier: 0,
                entered: if late { entered } else { entered.min(last) },
                duty,
                assessment: None,
            });
        }
    }
    referrals.sort_by_key(|referral| referral.date);
    referrals
}

/// Gives each referral its child: about one in four was referred before in the last year.
pub(crate) fn give_children(
    draw: &mut Draw,
    people: &mut Population,
    referrals: &mut [Referral],
    assessments: &mut [Assessment],
) {
    let mut seen: Vec<Vec<(Day, ChildId)>> = vec![Vec::new(); 12];
    let mut dates: Vec<Vec<Day>> = Vec::new();
    for referral in referrals {
        let on = referral.date;
        let known = &mut seen[usize::from(referral.district)];
        let oldest = known.partition_point(|(day, _)| *day < on.plus_days(-360));
        let newest = known.partition_point(|(day, _)| *day <= on.plus_days(-75));
        let again = (newest > oldest && draw.chance(240))
            .then(|| known[oldest + draw.below(newest - oldest)].1);
        let again = again.filter(|child| {
            let last = dates[*child as usize].last().copied();
            last.is_some_and(|last| last <= on.plus_days(-75))
                && people.eighteenth(*child) > on.plus_days(120)
        });
        let child = again.unwrap_or_else(|| people.referred(draw, referral.district, on));
        if dates.len() <= child as usize {
            dates.resize(child as usize + 1, Vec::new());
        }
        let year_ago = on.plus_months(-12);
        let earlier = dates[child as usize]
            .iter()
            .filter(|date| **date >= year_ago)
            .count();
        // Referrals of the year before the history begins are known only by their number.
        let untold = year_ago
            .days_until(FIRST.first())
            .clamp(0, 365)
            .unsigned_abs();
        let untold = again.is_none() && draw.chance(untold * 95 / 365);
        referral.earlier = u32::try_from(earlier).unwrap_or(0) + u32::from(untold);
        referral.child = child;
        dates[child as usize].push(on);
        known.push((on, child));
        if let Some(assessment) = referral.assessment {
            assessments[assessment].child = child;
        }
    }
}

/// The contacts: one before each referral, and as many others as make the month's share followed by a referral.
pub(crate) fn contacts(
    draw: &mut Draw,
    people: &mut Population,
    referrals: &[Referral],
) -> Vec<Contact> {
    let mut contacts = Vec::new();
    let mut followed = [0; LAST_CUT + 1];
    for referral in referrals {
        let lag = draw.weighted(&[(0, 600), (1, 250), (2, 100), (4, 50)]);
        let date = if referral.duty {
            referral.date
        } else {
            before(referral.date, lag)
        };
        let month = month_of(date);
        if date < FIRST.first() || month > LAST_CUT {
            continue;
        }
        followed[month] += 1;
        contacts.push(Contact {
            child: referral.child,
            date,
            source: referral.source,
            entered: entered(draw, date),
        });
    }
    let mut callers: Vec<(ChildId, Day)> = Vec::new();
    for (month, followed) in followed.into_iter().enumerate() {
        let rate = CONTACT_TO_REFERRAL[month];
        let others = (followed * 1000 + rate / 2) / rate - followed;
        let before_month = callers.len();
        for _ in 0..others {
            let date = if draw.chance(120) {
                draw.day(month)
            } else {
                draw.working_day(month, false)
            };
            let again = (before_month > 0 && draw.chance(380)).then(|| {
                let recent = before_month.min(9000);
                before_month - recent + draw.below(recent)
            });
            let child = match again.filter(|place| callers[*place].1 < date) {
                Some(place) => {
                    callers[place].1 = date;
                    callers[place].0
                }
                None => {
                    let locality = draw.weighted(&[(0, 335), (1, 360), (2, 305)]);
                    let district = district_in(draw, locality);
                    let child = people.referred(draw, district, date);
                    callers.push((child, date));
                    child
                }
            };
            let source = if draw.chance(530) {
                POLICE
            } else {
                draw.weighted(&SOURCES)
            };
            contacts.push(Contact {
                child,
                date,
                source,
                entered: entered(draw, date),
            });
        }
    }
    contacts.sort_by_key(|contact| contact.date);
    contacts
}

fn entered(draw: &mut Draw, date: Day) -> Day {
    date.plus_days(draw.weighted(&[(0, 900), (1, 60), (2, 25), (5, 15)]))
}

/// Early help assessments: some after a police contact (more so each year), most by schools and others.
pub(crate) fn early_help(
    draw: &mut Draw,
    people: &mut Population,
    contacts: &[Contact],
    referrals: &[Referral],
    times: u32,
) -> Vec<EarlyHelp> {
    let mut helped = vec![false; people.children.len()];
    referrals
        .iter()
        .for_each(|referral| helped[referral.child as usize] = true);
    let mut starts = Vec::new();
    for contact in contacts.iter().filter(|contact| contact.source == POLICE) {
        let share = POLICE_TO_EARLY_HELP[month_of(contact.date)] * 7 / 5;
        if !helped[contact.child as usize] && draw.chance(share) {
            helped[contact.child as usize] = true;
            starts.push((contact.child, contact.date.plus_days(draw.from(1, 28))));
        }
    }
    for month in 0..=LAST_CUT {
        for _ in 0..215 * times {
            let start = draw.working_day(month, false);
            let locality = draw.weighted(&[(0, 335), (1, 360), (2, 305)]);
            let district = district_in(draw, locality);
            starts.push((people.aged(draw, district, (0, 16), start), start));
        }
    }
    starts.sort_by_key(|(child, start)| (*start, *child));
    let mut help = Vec::with_capacity(starts.len());
    for (child, start) in starts {
        let limit = if draw.chance(790) {
            draw.from(8, 30)
        } else {
            draw.from(31, 62)
        };
        let end = due(start, limit.unsigned_abs());
        help.push(EarlyHelp {
            child,
            start,
            end,
            by: draw.weighted(&EARLY_HELP_BY),
            entered: draw.entered(end),
        });
    }
    help
}
