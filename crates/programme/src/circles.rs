//! Circles of roles that do the same things, by name. Kinds, pages and navigation ask for a circle, so that who belongs to it
//! is said once.

use crate::role::Role;

/// Who runs meetings and minutes.
pub const RUNS: &[Role] = &[Role::Chair, Role::DemocraticServices];

/// Who runs the board's business: they may write most kinds.
pub const DESK: &[Role] = &[
    Role::Chair,
    Role::Director,
    Role::Analyst,
    Role::DemocraticServices,
];

/// Who keeps the plan: the desk, and managers for what concerns their areas.
pub const PLANNERS: &[Role] = &[
    Role::Chair,
    Role::Director,
    Role::Analyst,
    Role::DemocraticServices,
    Role::Manager,
];

/// The board and all who work for it.
pub const VOICES: &[Role] = &[
    Role::Chair,
    Role::Member,
    Role::Director,
    Role::Analyst,
    Role::Manager,
    Role::Auditor,
    Role::DemocraticServices,
];

/// They, and scrutiny: those who ask, and read figures.
pub const ASKERS: &[Role] = &[
    Role::Chair,
    Role::Member,
    Role::Director,
    Role::Analyst,
    Role::Manager,
    Role::Auditor,
    Role::DemocraticServices,
    Role::Scrutiny,
];

/// They, and partners: all who read records, each as far as a record is open to them. The administrator looks after accounts
/// only.
pub const READERS: &[Role] = &[
    Role::Chair,
    Role::Member,
    Role::Director,
    Role::Analyst,
    Role::Manager,
    Role::Auditor,
    Role::DemocraticServices,
    Role::Scrutiny,
    Role::Partner,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_lies_within_the_next() {
        for pair in [RUNS, DESK, VOICES, ASKERS, READERS, &Role::ALL].windows(2) {
            assert!(pair[0].iter().all(|it| pair[1].contains(it)));
            assert!(pair[0].len() < pair[1].len());
        }
        assert!(DESK.iter().all(|it| PLANNERS.contains(it)));
    }
}
