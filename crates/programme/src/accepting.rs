//! Who has accepted an action. Each of several owners accepts for themselves: one who is quick does not speak for the rest.

use crate::check::Mistake;
use crate::permit::same;
use crate::record::{Record, Values};
use crate::records::Records;

/// The field that holds which of several owners have accepted, by their lines among the owners.
pub const ACCEPTED_BY: &str = "accepted_by";

/// The owners who have not accepted yet; none where one owner stands alone, whose acceptance is the action's state.
#[must_use]
pub fn awaited(action: &Record) -> Vec<&str> {
    if action.owners().len() < 2 {
        return Vec::new();
    }
    let accepted = action.values.list(ACCEPTED_BY);
    action
        .owners()
        .iter()
        .map(String::as_str)
        .filter(|owner| !accepted.iter().any(|it| same(it, owner)))
        .collect()
}

/// Whether the owner of this line has accepted while others have not.
#[must_use]
pub fn has_accepted(action: &Record, owner: &str) -> bool {
    let accepted = action.values.list(ACCEPTED_BY);
    action.owners().len() > 1 && accepted.iter().any(|it| same(it, owner))
}

/// What an action holds once the owner of this line accepts it, or all of them where none is named; and whether all have.
#[must_use]
pub fn accept(action: &Record, owner: Option<&str>) -> (Values, bool) {
    let awaited = awaited(action);
    if awaited.is_empty() {
        return (action.values.clone(), true);
    }
    let mut accepted = action.values.list(ACCEPTED_BY).to_vec();
    match owner {
        Some(owner) if !accepted.iter().any(|it| same(it, owner)) => {
            accepted.push(owner.to_owned())
        }
        Some(_) => {}
        None => accepted.extend(awaited.iter().map(|it| (*it).to_owned())),
    }
    let all = awaited
        .iter()
        .all(|owner| accepted.iter().any(|it| same(it, owner)));
    (action.values.clone().with_list(ACCEPTED_BY, accepted), all)
}

/// What stands against an action being accepted: owners who have not.
pub(crate) fn not_all(_: &Records, action: &Record) -> Vec<Mistake> {
    let awaited = awaited(action);
    if awaited.is_empty() {
        return Vec::new();
    }
    let words = format!(
        "Each owner accepts for themselves: {} {} not yet",
        awaited.join(", "),
        if awaited.len() == 1 { "has" } else { "have" }
    );
    vec![Mistake::new(ACCEPTED_BY, words)]
}
