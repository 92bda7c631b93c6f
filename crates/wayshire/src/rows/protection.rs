//! Lists 5 to 7: section 47 enquiries and conferences, children in need, child protection plans.

use super::allocated;
use crate::areas::Team;
use crate::assessments::Assessment;
use crate::calendar::Day;
use crate::codes::{
    CLOSED_AFTER_ASSESSMENT, NO, SERVICES_CEASED, SHORT_BREAKS, STATUS_CARE, STATUS_CIN,
    STATUS_CLOSED, STATUS_OPEN, STATUS_PLAN, YES,
};
use crate::cut::{Cell, Row, View, date, text};
use crate::draw::mix;
use crate::spells::Spell;
use crate::visits::{Done, latest};

pub(crate) fn enquiries(view: &View<'_>) -> Vec<Row> {
    let known = |day: &Day, entered: Day| *day <= view.as_at && entered <= view.as_at;
    let begun = view
        .county
        .enquiries
        .iter()
        .filter(|one| one.start <= view.as_at);
    begun
        .filter_map(|one| {
            let conference = one.conference.filter(|day| known(day, one.entered));
            (one.start >= view.since || conference.is_some_and(|day| day >= view.since)).then(
                || {
                    let decided = one.entered <= view.as_at;
                    let mut row = view.begin(one.child, 14);
                    row.extend([text(view.child(one.child).disabled), Cell::Date(one.start)]);
                    row.extend([
                        if decided {
                            text(one.unnecessary)
                        } else {
                            Cell::Blank
                        },
                        date(conference),
                        if conference.is_some() {
                            text(one.plan)
                        } else {
                            Cell::Blank
                        },
                        Cell::Number(one.enquiries),
                        Cell::Number(one.conferences),
                    ]);
                    row.extend(allocated(view, one.child, one.district, Team::Assessment));
                    row
                },
            )
        })
        .collect()
}

pub(crate) fn plans(view: &View<'_>) -> Vec<Row> {
    let shown = view
        .county
        .plans
        .iter()
        .filter(|one| one.spell.shown(view.as_at, view.since));
    shown
        .map(|one| {
            let spell = &one.spell;
            let visit = latest(&one.visits, view.as_at);
            let later = spell.start.plus_days(180) <= view.as_at;
            let mut row = view.begin(spell.child, 17);
            row.extend([
                text(view.child(spell.child).disabled),
                Cell::Date(spell.start),
                text(one.category),
                text(if later {
                    one.later_category
                } else {
                    one.category
                }),
                date(visit),
                if visit.is_some() {
                    text(one.alone)
                } else {
                    Cell::Blank
                },
                date(latest(&one.reviews, view.as_at)),
                date(spell.end_known(view.as_at)),
                text(one.emergency),
                Cell::Number(one.previous),
            ]);
            row.extend(allocated(
                view,
                spell.child,
                spell.district,
                Team::Protection,
            ));
            row
        })
        .collect()
}

/// List 6 holds one episode for whatever becomes of a child: assessed only, in need, on a plan, looked after.
pub(crate) fn in_need(view: &View<'_>) -> Vec<Row> {
    let county = view.county;
    let mut rows: Vec<Row> = Vec::new();
    let only_assessed = county
        .assessments
        .iter()
        .filter(|one| one.referred && !one.goes_on);
    rows.extend(only_assessed.filter_map(|one| assessed_only(view, one)));
    for one in &county.in_need {
        rows.extend(episode(
            view,
            &one.spell,
            one.need,
            one.closure,
            &one.visits,
            (STATUS_CIN, Team::InNeed),
        ));
    }
    for one in &county.plans {
        let need = if one.category.starts_with('d') {
            "N5 - Family dysfunction"
        } else {
            "N1 - Abuse or neglect"
        };
        rows.extend(episode(
            view,
            &one.spell,
            need,
            SERVICES_CEASED,
            &one.visits,
            (STATUS_PLAN, Team::Protection),
        ));
    }
    let breaks = |law: &[(Day, &str)]| {
        law.first()
            .is_some_and(|(_, status)| *status == SHORT_BREAKS)
    };
    for one in county.care.iter().filter(|one| !breaks(&one.law)) {
        let reason = match one.ended_for {
            _ if one.adopted() => "RC1 - Adopted",
            ended if ended.contains("Special Guardianship") => "RC4 - Special guardianship order",
            ended if ended.contains("E41") => "RC3 - Child arrangements order",
            ended if ended.contains("E7") => "RC6 - Transferred to adult social care services",
            ended if ended.contains("E2:") => "RC2 - Died",
            _ => SERVICES_CEASED,
        };
        rows.extend(episode(
            view,
            &one.spell,
            one.need,
            reason,
            &one.visits,
            (STATUS_CARE, Team::Care),
        ));
    }
    rows
}

fn assessed_only(view: &View<'_>, one: &Assessment) -> Option<Row> {
    let end = (one.end <= view.as_at && one.entered <= view.as_at).then_some(one.end);
    if one.from > view.as_at || end.is_some_and(|end| end < view.since) {
        return None;
    }
    let after = mix(u64::from(one.child)) % 24;
    let seen = one
        .start
        .plus_days(i32::try_from(after).unwrap_or(0))
        .min(one.end);
    let seen = (one.seen == YES && seen <= view.as_at).then_some(seen);
    let need = crate::codes::NEEDS[if after < 13 { 0 } else { 4 }].0;
    let reason = match (end, one.support) {
        (None, _) => "",
        (_, NO) => CLOSED_AFTER_ASSESSMENT,
        _ => SERVICES_CEASED,
    };
    let status = if end.is_some() {
        STATUS_CLOSED
    } else {
        STATUS_OPEN
    };
    let mut row = view.begin(one.child, 14);
    row.extend([
        text(view.child(one.child).disabled),
        Cell::Date(one.from),
        text(need),
        date(seen),
        date(end),
    ]);
    row.extend([text(reason), text(status)]);
    row.extend(allocated(view, one.child, one.district, Team::Assessment));
    Some(row)
}

fn episode(
    view: &View<'_>,
    spell: &Spell,
    need: &'static str,
    reason: &'static str,
    visits: &[Done],
    (status, kind): (&'static str, Team),
) -> Option<Row> {
    let end = spell.end_known(view.as_at);
    if spell.from > view.as_at || end.is_some_and(|end| end < view.since) {
        return None;
    }
    let begun = spell.start <= view.as_at && spell.start_entered <= view.as_at;
    let mut row = view.begin(spell.child, 14);
    row.extend([
        text(view.child(spell.child).disabled),
        Cell::Date(spell.from),
        text(need),
    ]);
    row.extend([date(latest(visits, view.as_at)), date(end)]);
    row.extend(match (end, begun) {
        (Some(_), _) => [text(reason), text(STATUS_CLOSED)],
        (None, true) => [Cell::Blank, text(status)],
        (None, false) => [Cell::Blank, text(STATUS_OPEN)],
    });
    row.extend(allocated(
        view,
        spell.child,
        spell.district,
        if begun { kind } else { Team::Assessment },
    ));
    Some(row)
}
