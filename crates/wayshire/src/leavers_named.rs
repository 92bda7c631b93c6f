//! The figures of care leavers that the sources name, met exactly by changing a few young people's circumstances.

use crate::calendar::{JUL_2017, LAST_CUT, MAY_2017};
use crate::care_leavers::{Leaver, SUITABLE, UNSUITED, in_education_or_work};
use crate::codes::{
    HOMES, IN_EDUCATION_OR_WORK, NOT_IN_EDUCATION_OR_WORK, OUT_OF_REACH, POOR_HOMES,
};
use crate::draw::Draw;
use crate::shape::{HOME_OUT_OF_REACH, UNSUITABLE};

/// The figures the sources name: Fellgate 17 of 33 in May 2017 and 5 of 17 in July; the county 53.2% in July 2017; the
/// homes of March 2018.
pub(crate) fn fit(draw: &mut Draw, all: &mut [Leaver], month: usize, times: u32) {
    let times = times as usize;
    let of = |all: &[Leaver], wanted: fn(u8) -> bool| -> Vec<usize> {
        let here = |one: &Leaver| one.months[month].is_some_and(|now| wanted(now.district));
        (0..all.len()).filter(|place| here(&all[*place])).collect()
    };
    let fellgate = of(all, |district| district == 0);
    if month == MAY_2017 {
        busy(draw, all, fellgate, month, 17 * times);
    } else if month == JUL_2017 {
        busy(draw, all, fellgate, month, 5 * times);
        let others = of(all, |district| district != 0);
        busy(draw, all, others, month, 128 * times);
    } else if month == LAST_CUT {
        let county = of(all, |_| true);
        housed(draw, all, county, times);
    }
}

/// Makes exactly `wanted` of these in education, employment or training.
fn busy(draw: &mut Draw, all: &mut [Leaver], mut these: Vec<usize>, month: usize, wanted: usize) {
    draw.shuffle(&mut these);
    let mut now = these
        .iter()
        .filter(|place| is_busy(&all[**place], month))
        .count();
    for place in these {
        let was = is_busy(&all[place], month);
        let Some(state) = &mut all[place].months[month] else {
            continue;
        };
        if now < wanted && !was {
            state.doing = draw.weighted(&IN_EDUCATION_OR_WORK);
            now += 1;
        } else if now > wanted && was {
            state.doing = draw.weighted(&NOT_IN_EDUCATION_OR_WORK);
            now -= 1;
        }
    }
}

fn is_busy(one: &Leaver, month: usize) -> bool {
    one.months[month].is_some_and(|now| in_education_or_work(now.doing))
}

/// Gives exactly the planned numbers their unsuitable homes, or homes out of reach; the others live suitably, save a
/// few for whom it is not recorded.
fn housed(draw: &mut Draw, all: &mut [Leaver], mut these: Vec<usize>, times: usize) {
    draw.shuffle(&mut these);
    let mut wanted: Vec<(&'static str, &'static str, usize)> = Vec::new();
    for (letter, count) in UNSUITABLE {
        let known = POOR_HOMES
            .iter()
            .chain(&HOMES)
            .find(|(home, _)| home.starts_with(letter));
        let (home, _) = known.expect("each unsuitable kind is one of the homes");
        wanted.push((home, UNSUITED, count as usize * times));
    }
    let away = HOME_OUT_OF_REACH as usize * times;
    wanted.push((OUT_OF_REACH[0].0, "", away * 2 / 5));
    wanted.push((OUT_OF_REACH[1].0, "", away - away * 2 / 5));
    let mut left: Vec<usize> = these;
    let mut given: Vec<(usize, &'static str, &'static str)> = Vec::new();
    // First those who live so already, then others.
    for already in [true, false] {
        for (home, suitable, count) in &mut wanted {
            let lives_so =
                |place: &usize| all[*place].months[LAST_CUT].is_some_and(|now| now.home == *home);
            while *count > 0 {
                let Some(next) = left.iter().position(|place| !already || lives_so(place)) else {
                    break;
                };
                given.push((left.swap_remove(next), home, suitable));
                *count -= 1;
            }
        }
    }
    for place in left {
        let home = all[place].months[LAST_CUT].map_or("", |now| now.home);
        let ordinary = HOMES.iter().any(|(one, _)| *one == home);
        let home = if ordinary {
            home
        } else {
            draw.weighted(&HOMES)
        };
        given.push((place, home, if draw.chance(970) { SUITABLE } else { "" }));
    }
    for (place, home, suitable) in given {
        if let Some(now) = &mut all[place].months[LAST_CUT] {
            (now.home, now.suitable) = (home, suitable);
        }
    }
}
