//! The people of the examples.

use waymark_programme::{Asker, Role};

const fn of(role: Role, name: &'static str) -> Asker<'static> {
    Asker {
        role: Some(role),
        name,
        areas: &[],
    }
}

pub(crate) const CLERK: Asker = of(Role::DemocraticServices, "Marcus Bell");
pub(crate) const DIRECTOR: Asker = of(Role::Director, "Helen Farrow");
pub(crate) const POLICE: Asker = of(Role::Member, "Superintendent Ruth Kell");
pub(crate) const MANAGER: Asker = of(Role::Manager, "Priya Lowe");
pub(crate) const SCRUTINY: Asker = of(Role::Scrutiny, "Councillor Ted Marsh");
