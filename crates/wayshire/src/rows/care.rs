//! List 8: children looked after.

use super::allocated;
use crate::areas::Team;
use crate::care::Care;
use crate::codes::{PERMANENCE_ADOPTION, PLACEMENT_ORDER, WITH_PARENTS, yes_no};
use crate::cut::{Cell, Row, View, date, text};
use crate::draw::mix;
use crate::home::placed;
use crate::population::postcode;
use crate::visits::latest;

pub(crate) fn care(view: &View<'_>) -> Vec<Row> {
    view.county
        .care
        .iter()
        .filter(|one| one.spell.shown(view.as_at, view.since))
        .map(|one| period(view, one))
        .collect()
}

fn period(view: &View<'_>, one: &Care) -> Row {
    let spell = &one.spell;
    let (as_at, year_ago) = (view.as_at, view.as_at.plus_months(-12));
    let end = spell.end_known(as_at);
    let to = end.unwrap_or(as_at);
    let (law_from, law) = one
        .law
        .iter()
        .rev()
        .find(|(day, _)| *day <= to)
        .copied()
        .unwrap_or(one.law[0]);
    let placement = placed(&one.home, to);
    let begun = one
        .home
        .iter()
        .take_while(|placement| placement.start <= to);
    let recent = begun
        .clone()
        .zip(begun.skip(1))
        .filter(|(_, next)| next.start > year_ago)
        .count()
        + 1;
    let missing = one
        .missing
        .iter()
        .filter(|day| **day > year_ago && **day <= to)
        .count();
    let chance = mix(u64::from(spell.child) << 8 | missing as u64) % 1000;
    let review = latest(&one.reviews, as_at);
    let planned = spell.start.plus_days(if chance_of(one, 7) < 930 {
        50 + chance_of(one, 3) / 15
    } else {
        420
    });
    let permanence = match law {
        PLACEMENT_ORDER => PERMANENCE_ADOPTION,
        _ if planned <= to => one.permanence,
        _ => "",
    };
    let urn = if placement.kind.starts_with("p)") {
        number(800_000 + placement.place % 9000)
    } else {
        Cell::Blank
    };
    let answer = |yes: bool| {
        if missing == 0 {
            Cell::Blank
        } else {
            text(yes_no(yes))
        }
    };
    let offered = chance < 880;
    let mut row = view.begin(spell.child, 34);
    row.extend([
        text(yes_no(one.asylum)),
        text(view.child(spell.child).disabled),
        Cell::Date(spell.start),
        text(one.need),
        text(yes_no(one.second)),
        Cell::Date(law_from),
        text(law),
        date(review),
        date(latest(&one.visits, as_at)),
        text(permanence),
        date(review.map(|day| day.plus_days(-2).max(spell.start))),
        date(latest(&one.health, as_at)),
        date(latest(&one.dental, as_at)),
        number(recent as u64),
        date(end),
        if end.is_some() {
            text(one.ended_for)
        } else {
            Cell::Blank
        },
        Cell::Date(placement.start.max(spell.start)),
        text(placement.kind),
        text(placement.provider),
        text(postcode(placement.place)),
        urn,
        text(if placement.out { "b) Out" } else { "a) In" }),
        text(match (placement.out, placement.place % 20) {
            // Ofsted asks for the other council only; no list of councils knows Wayshire.
            (false, _) => "",
            (true, 0) => "SCO - Child placed in Scotland",
            (true, 1..4) => "WAL - Child placed in Wales",
            (true, _) => "CON - Child placed in confidential placement",
        }),
        number(missing as u64),
        number(if placement.kind == WITH_PARENTS {
            0
        } else {
            missing as u64 / 3
        }),
        answer(offered),
        if offered {
            answer(chance < 560)
        } else {
            Cell::Blank
        },
    ]);
    row.extend(allocated(view, spell.child, spell.district, Team::Care));
    row
}

fn number(count: u64) -> Cell {
    Cell::Number(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A number below 1,000 that stays with a period of care.
fn chance_of(one: &Care, what: u64) -> i32 {
    let lot = mix(u64::from(one.spell.child) << 16 | what) % 1000;
    i32::try_from(lot).unwrap_or(0)
}
