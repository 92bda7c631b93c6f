//! Who a person is to Waymark, and the areas a manager may see.

use serde::{Deserialize, Serialize};

/// What a person may do. The store keeps the word of [`Role::word`]; what each may see is the pages' matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Chairs the board: figures, no children.
    Chair,
    /// Sits on the board: figures, no children.
    Member,
    /// Performance analyst: everything but accounts.
    Analyst,
    /// Team or service manager: the children of their areas.
    Manager,
    /// Scrutiny councillor: what is public, figures suppressed.
    Scrutiny,
    /// Looks after accounts and reads the access log.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 6] = [
        Role::Chair,
        Role::Member,
        Role::Analyst,
        Role::Manager,
        Role::Scrutiny,
        Role::Administrator,
    ];

    /// The word the store and the configuration use. It never changes.
    pub fn word(self) -> &'static str {
        match self {
            Role::Chair => "chair",
            Role::Member => "member",
            Role::Analyst => "analyst",
            Role::Manager => "manager",
            Role::Scrutiny => "scrutiny",
            Role::Administrator => "administrator",
        }
    }

    /// The role that `word` names, if any does.
    pub fn from_word(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// An area whose children a manager may see.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Area {
    /// Which sort of area.
    pub kind: AreaKind,
    /// Its name, as the configuration writes it.
    pub name: String,
}

impl Area {
    /// A locality, such as the North.
    pub fn locality(name: &str) -> Area {
        Area::new(AreaKind::Locality, name)
    }

    /// A district.
    pub fn district(name: &str) -> Area {
        Area::new(AreaKind::District, name)
    }

    /// A team.
    pub fn team(name: &str) -> Area {
        Area::new(AreaKind::Team, name)
    }

    fn new(kind: AreaKind, name: &str) -> Area {
        Area {
            kind,
            name: name.to_owned(),
        }
    }
}

/// The sorts of area, from wide to narrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AreaKind {
    /// Several districts.
    Locality,
    /// Several teams.
    District,
    /// One team.
    Team,
}

impl AreaKind {
    /// The word the store and the configuration use. It never changes.
    pub fn word(self) -> &'static str {
        match self {
            AreaKind::Locality => "locality",
            AreaKind::District => "district",
            AreaKind::Team => "team",
        }
    }

    /// The kind that `word` names, if any does.
    pub fn from_word(word: &str) -> Option<AreaKind> {
        [AreaKind::Locality, AreaKind::District, AreaKind::Team]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_found_again_by_its_word() {
        for role in Role::ALL {
            assert_eq!(Role::from_word(role.word()), Some(role));
        }
        assert_eq!(Role::from_word("Chair"), None);
    }
}
