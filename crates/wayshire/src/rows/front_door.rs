//! Lists 1 to 4: contacts, early help, referrals, assessments.

use super::allocated;
use crate::areas::{DUTY_TEAM, Team};
use crate::cut::{Cell, Row, View, date, text};

pub(crate) fn contacts(view: &View<'_>) -> Vec<Row> {
    let shown = view
        .county
        .contacts
        .iter()
        .filter(|one| view.holds(one.date, one.entered));
    shown
        .map(|one| {
            let mut row = view.begin(one.child, 7);
            row.extend([Cell::Date(one.date), text(one.source)]);
            row
        })
        .collect()
}

pub(crate) fn early_help(view: &View<'_>) -> Vec<Row> {
    let shown = view
        .county
        .early_help
        .iter()
        .filter(|one| one.start <= view.as_at);
    shown
        .filter_map(|one| {
            let end = (one.end <= view.as_at && one.entered <= view.as_at).then_some(one.end);
            end.is_none_or(|end| end >= view.since).then(|| {
                let mut row = view.begin(one.child, 8);
                row.extend([Cell::Date(one.start), date(end), text(one.by)]);
                row
            })
        })
        .collect()
}

pub(crate) fn referrals(view: &View<'_>) -> Vec<Row> {
    let shown = view
        .county
        .referrals
        .iter()
        .filter(|one| view.holds(one.date, one.entered));
    shown
        .map(|one| {
            let mut row = view.begin(one.child, 11);
            row.extend([
                Cell::Date(one.date),
                text(one.source),
                text(one.nfa),
                Cell::Number(one.earlier),
            ]);
            let [team, worker] = allocated(view, one.child, one.district, Team::Assessment);
            row.extend(if one.duty {
                [Cell::Text(DUTY_TEAM), Cell::Blank]
            } else {
                [team, worker]
            });
            row
        })
        .collect()
}

pub(crate) fn assessments(view: &View<'_>) -> Vec<Row> {
    let shown = view
        .county
        .assessments
        .iter()
        .filter(|one| one.start <= view.as_at);
    shown
        .filter_map(|one| {
            let end = (one.end <= view.as_at && one.entered <= view.as_at).then_some(one.end);
            end.is_none_or(|end| end >= view.since).then(|| {
                let mut row = view.begin(one.child, 12);
                let support = if end.is_some() {
                    text(one.support)
                } else {
                    Cell::Blank
                };
                row.extend([
                    text(view.child(one.child).disabled),
                    Cell::Date(one.start),
                    text(one.seen),
                    date(end),
                    support,
                ]);
                row.extend(allocated(view, one.child, one.district, Team::Assessment));
                row
            })
        })
        .collect()
}
