//! Two years of board life: the improvement board of Wayshire from May 2016 to April 2018, as people would have written it
//! down. Everybody in it is invented. Its shapes and promises are those of real boards: a plan completed and its successor,
//! monitoring visits, a promise made three times, predictions right and wrong, late reports, a delay through building works.

// The story is told in tables, a row to a record: their columns are named above each.
#![allow(clippy::type_complexity)]

mod actions;
mod agenda;
mod audits;
mod changes;
mod documents;
mod forums;
mod life;
mod meetings;
mod memory;
mod people;
mod performance;
mod plan;
mod scrutiny;
mod visits;

pub use life::Dated;
pub use memory::Memory;

use life::Life;

/// Everything, in the order of time, for a store that holds no record yet. See [`Dated::changes`] for how records are named.
#[must_use]
pub fn board_life() -> Vec<Dated> {
    let mut life = Life::default();
    documents::terms(&mut life);
    let bodies = people::bodies(&mut life);
    let meetings = meetings::calendar(&mut life, &bodies);
    forums::others(&mut life, &bodies);
    let (visits, findings) = visits::visits(&mut life);
    let plans = plan::plans(&mut life, &findings, &meetings);
    plan::answer_findings(&mut life, &findings, &plans);
    let items = meetings::hold(&mut life, &bodies, &plans, &findings, &meetings);
    actions::actions(
        &mut life,
        &items,
        &meetings,
        &plans.lines,
        &[&plans.priorities, &findings],
    );
    actions::promises(&mut life, &items, &meetings);
    actions::predictions(&mut life, &items);
    actions::questions(&mut life, &items);
    forums::reports(&mut life, &bodies);
    forums::checks(&mut life, &plans, &items);
    forums::watches(&mut life);
    changes::changes(&mut life, &plans);
    changes::delays(&mut life, &plans, &meetings);
    let documents = documents::documents(&mut life, &items, &meetings);
    documents::expectations(&mut life, &documents, &meetings);
    let claims = documents::claims(&mut life, &documents, &visits);
    documents::suggestions(&mut life, &documents, &items, &plans, &claims);
    audits::audits(&mut life, &plans, &claims);
    scrutiny::sittings(&mut life, &bodies);
    memory::with_minutes(life.in_order())
}
