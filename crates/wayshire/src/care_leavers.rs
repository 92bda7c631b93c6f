//! Care leavers: where they live, what they do, month by month.

use crate::calendar::{Day, FIRST_CUT, JUL_2017, JUN_2017, LAST_CUT, NEVER, span};
use crate::care::Care;
use crate::codes::{
    FORMER_RELEVANT, HOMES, IN_EDUCATION_OR_WORK, NO, NOT_IN_EDUCATION_OR_WORK, OUT_OF_REACH,
    POOR_HOMES, QUALIFYING, RELEVANT, YES,
};
use crate::draw::{Draw, mix};
use crate::leavers_named::fit;
use crate::population::{ChildId, Population};
use crate::shape::care_leavers;
use crate::spells::Spell;
use crate::visits::{Done, Rhythm, series};

/// A care leaver's circumstances in a month.
#[derive(Clone, Copy)]
pub(crate) struct Now {
    pub(crate) district: u8,
    pub(crate) doing: &'static str,
    pub(crate) home: &'static str,
    pub(crate) suitable: &'static str,
    pub(crate) touch: &'static str,
}

/// A care leaver.
pub(crate) struct Leaver {
    pub(crate) child: ChildId,
    pub(crate) qualifying: bool,
    /// By month of the history; none while not on the list.
    pub(crate) months: Vec<Option<Now>>,
    pub(crate) pathway: Vec<Done>,
    pub(crate) contacts: Vec<Done>,
}

impl Leaver {
    /// The eligibility category on a day.
    pub(crate) fn eligibility(&self, people: &Population, on: Day) -> &'static str {
        match people.of(self.child).born.whole_years_until(on) {
            _ if self.qualifying => QUALIFYING,
            ..18 => RELEVANT,
            _ => FORMER_RELEVANT,
        }
    }
}

pub(crate) const SUITABLE: &str = "a) Suitable";
pub(crate) const UNSUITED: &str = "b) Unsuitable";

/// Whether an activity is education, employment or training.
pub(crate) fn in_education_or_work(doing: &str) -> bool {
    doing.starts_with(['F', 'P'])
}

/// The care leavers of each district, so many in each month.
pub(crate) fn leavers(
    draw: &mut Draw,
    people: &mut Population,
    care: &[Care],
    times: u32,
) -> Vec<Leaver> {
    let mut all: Vec<Leaver> = Vec::new();
    let mut ready = out_of_care(people, care);
    for month in FIRST_CUT..=LAST_CUT {
        let mut moved: Vec<usize> = Vec::new();
        for district in 0..12 {
            stay_or_leave(draw, people, &mut all, &mut moved, month, district, times);
        }
        for district in 0..12 {
            let target = care_leavers(month, usize::from(district)) * times;
            let here = all
                .iter()
                .filter(|one| one.months[month].is_some_and(|now| now.district == district))
                .count();
            for _ in here..target as usize {
                join(
                    draw,
                    people,
                    &mut all,
                    (&mut ready, &mut moved),
                    month,
                    district,
                );
            }
        }
        fit(draw, &mut all, month, times);
    }
    for one in &mut all {
        let begun = one
            .months
            .iter()
            .position(Option::is_some)
            .unwrap_or(FIRST_CUT);
        let start = span(begun).first.plus_days(-draw.from(0, 150));
        let spell = Spell {
            child: one.child,
            district: 0,
            start,
            end: NEVER,
            start_entered: start,
            end_entered: NEVER,
            from: start,
        };
        let horizon = span(LAST_CUT).last;
        let rhythm = Rhythm {
            timely: 860,
            days: (140, 181),
            late_days: (190, 300),
        };
        let first = draw.from(0, 60);
        one.pathway = series(draw, &spell, start, horizon, first, rhythm);
        let rhythm = Rhythm {
            timely: 850,
            days: (20, 60),
            late_days: (70, 200),
        };
        one.contacts = series(draw, &spell, start, horizon, 5, rhythm);
    }
    all
}

/// Young people whose care ended at eighteen, latest last.
fn out_of_care(people: &Population, care: &[Care]) -> Vec<(Day, u8, ChildId)> {
    let ended = care
        .iter()
        .map(|one| &one.spell)
        .filter(|spell| spell.end >= people.eighteenth(spell.child));
    let mut ready: Vec<_> = ended
        .filter(|s| s.end != NEVER)
        .map(|s| (s.end, s.district, s.child))
        .collect();
    ready.sort_unstable();
    ready
}

/// Those of last month in a district: most stay, those who are 21 leave, and others until the number fits.
fn stay_or_leave(
    draw: &mut Draw,
    people: &Population,
    all: &mut [Leaver],
    moved: &mut Vec<usize>,
    month: usize,
    district: u8,
    times: u32,
) {
    if month == FIRST_CUT {
        return;
    }
    let before = |one: &Leaver| one.months[month - 1].filter(|now| now.district == district);
    let mut staying: Vec<usize> = (0..all.len())
        .filter(|place| before(&all[*place]).is_some())
        .collect();
    let grown =
        |place: &usize| people.of(all[*place].child).born.plus_months(21 * 12) <= span(month).last;
    staying.retain(|place| !grown(place));
    draw.shuffle(&mut staying);
    let target = (care_leavers(month, usize::from(district)) * times) as usize;
    // In the summer of 2017 Fellgate passes half its young people to two other districts: more often those at work or
    // learning, three to one.
    let passing_on = district == 0 && (JUN_2017..=JUL_2017).contains(&month);
    let mut turn = 0;
    while staying.len() > target {
        let wanted = |place: &usize| {
            let busy = before(&all[*place]).is_some_and(|now| in_education_or_work(now.doing));
            !passing_on || busy == (turn % 4 != 3)
        };
        let place = staying.iter().position(wanted).unwrap_or(0);
        let gone = staying.swap_remove(place);
        if passing_on {
            moved.push(gone);
        }
        turn += 1;
    }
    for place in staying {
        let now = before(&all[place]).expect("only those of last month stay");
        all[place].months[month] = Some(next(draw, now, month, passing_on));
    }
}

/// Next month's circumstances. In July and August courses end before the next ones begin in September and October.
fn next(draw: &mut Draw, mut now: Now, month: usize, settled: bool) -> Now {
    let (studying, waiting) = (IN_EDUCATION_OR_WORK[2].0, NOT_IN_EDUCATION_OR_WORK[1].0);
    if !settled {
        let of_year = span(month).first.date().month();
        match (of_year, now.doing) {
            (7 | 8, doing) if doing == studying && draw.chance(110) => now.doing = waiting,
            (9 | 10, doing) if doing == waiting && draw.chance(140) => now.doing = studying,
            _ if draw.chance(45) => now.doing = activity(draw),
            _ => {}
        }
    }
    if draw.chance(35) {
        (now.home, now.suitable) = home(draw);
    }
    now
}

fn activity(draw: &mut Draw) -> &'static str {
    if draw.chance(25) {
        ""
    } else if draw.chance(590) {
        draw.weighted(&IN_EDUCATION_OR_WORK)
    } else {
        draw.weighted(&NOT_IN_EDUCATION_OR_WORK)
    }
}

fn home(draw: &mut Draw) -> (&'static str, &'static str) {
    if draw.chance(20) {
        (draw.weighted(&OUT_OF_REACH), "")
    } else if draw.chance(172) {
        (draw.weighted(&POOR_HOMES), UNSUITED)
    } else {
        (
            draw.weighted(&HOMES),
            if draw.chance(970) { SUITABLE } else { "" },
        )
    }
}

fn join(
    draw: &mut Draw,
    people: &mut Population,
    all: &mut Vec<Leaver>,
    (ready, moved): (&mut Vec<(Day, u8, ChildId)>, &mut Vec<usize>),
    month: usize,
    district: u8,
) {
    let last = span(month).last;
    let receives = (month == JUN_2017 || month == JUL_2017) && matches!(district, 4 | 8);
    if let Some(place) = receives.then(|| moved.pop()).flatten() {
        let mut now = all[place].months[month - 1].expect("moved this month");
        now.district = district;
        all[place].months[month] = Some(now);
        return;
    }
    let left_care = ready.iter().position(|(end, of, _)| {
        *of == district && *end <= last && end.days_until(last) < 400 && month > FIRST_CUT
    });
    let child = match left_care {
        Some(place) => ready.remove(place).2,
        None => {
            let ages = if month == FIRST_CUT {
                (17, 20)
            } else {
                (17, 18)
            };
            people.aged(draw, district, ages, last)
        }
    };
    let (home, suitable) = home(draw);
    let touch = draw.weighted(&[(YES, 900), (NO, 60), ("d) Refu", 20), ("e) NREQ", 20)]);
    let now = Now {
        district,
        doing: activity(draw),
        home,
        suitable,
        touch,
    };
    let mut months = vec![None; LAST_CUT + 1];
    months[month] = Some(now);
    let qualifying = mix(u64::from(child)) % 100 < 6;
    all.push(Leaver {
        child,
        qualifying,
        months,
        pathway: Vec::new(),
        contacts: Vec::new(),
    });
}
