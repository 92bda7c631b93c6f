//! Who a person is to Waymark, what they may read, and the areas a manager may see.

use serde::{Deserialize, Serialize};

/// What a person may do. The store keeps the word of [`Role::word`]; what each may see is the pages' matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Chairs the board: figures, no children.
    Chair,
    /// Sits on the board: figures, no children.
    Member,
    /// The director of children's services: figures and the whole programme, no children.
    Director,
    /// Performance analyst: everything but accounts.
    Analyst,
    /// Team or service manager: the children of their areas.
    Manager,
    /// Audits practice: the programme's records, figures, no children.
    Auditor,
    /// Democratic services: meetings, minutes, resolutions, publication.
    DemocraticServices,
    /// Scrutiny councillor: what is public, figures suppressed.
    Scrutiny,
    /// A partner agency's officer who does not sit on the board: what is public, and what is theirs to do.
    Partner,
    /// Looks after accounts and reads the access log.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 10] = [
        Role::Chair,
        Role::Member,
        Role::Director,
        Role::Analyst,
        Role::Manager,
        Role::Auditor,
        Role::DemocraticServices,
        Role::Scrutiny,
        Role::Partner,
        Role::Administrator,
    ];

    /// The word the store and the configuration use. It never changes.
    pub fn word(self) -> &'static str {
        match self {
            Role::Chair => "chair",
            Role::Member => "member",
            Role::Director => "director",
            Role::Analyst => "analyst",
            Role::Manager => "manager",
            Role::Auditor => "auditor",
            Role::DemocraticServices => "democratic-services",
            Role::Scrutiny => "scrutiny",
            Role::Partner => "partner",
            Role::Administrator => "administrator",
        }
    }

    /// The role that `word` names, if any does.
    pub fn from_word(word: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// Who may read a record, from few to all. Each may read what the next may, too.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Readers {
    /// The chair, the director, democratic services: names a person, or is under legal advice.
    Restricted,
    /// All who work on the programme.
    #[default]
    Board,
    /// And scrutiny.
    Scrutiny,
    /// Anybody.
    Public,
}

impl Readers {
    /// Every circle of readers.
    pub const ALL: [Readers; 4] = [
        Readers::Restricted,
        Readers::Board,
        Readers::Scrutiny,
        Readers::Public,
    ];

    /// The word the store uses. It never changes.
    pub fn word(self) -> &'static str {
        match self {
            Readers::Restricted => "restricted",
            Readers::Board => "board",
            Readers::Scrutiny => "scrutiny",
            Readers::Public => "public",
        }
    }

    /// The circle that `word` names, if any does.
    pub fn from_word(word: &str) -> Option<Readers> {
        Readers::ALL.into_iter().find(|it| it.word() == word)
    }

    /// As a form says it.
    pub fn title(self) -> &'static str {
        match self {
            Readers::Restricted => "The chair, the director and democratic services only",
            Readers::Board => "The board and those who work for it",
            Readers::Scrutiny => "The board and scrutiny",
            Readers::Public => "Everybody: it is public",
        }
    }

    /// Whether somebody of this role may read it; `None`: nobody is signed in. What somebody owns they may read besides
    /// ([`crate::permit`]). The administrator looks after accounts and reads what is public only.
    pub fn include(self, role: Option<Role>) -> bool {
        let inmost = match role {
            Some(Role::Chair | Role::Director | Role::DemocraticServices) => Readers::Restricted,
            Some(Role::Member | Role::Analyst | Role::Manager | Role::Auditor) => Readers::Board,
            Some(Role::Scrutiny) => Readers::Scrutiny,
            Some(Role::Partner | Role::Administrator) | None => Readers::Public,
        };
        self >= inmost
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
    fn a_wider_circle_holds_the_narrower() {
        for role in Role::ALL.into_iter().map(Some).chain([None]) {
            for pair in Readers::ALL.windows(2) {
                assert!(!pair[0].include(role) || pair[1].include(role));
            }
            assert!(Readers::Public.include(role));
        }
        assert!(!Readers::Board.include(Some(Role::Scrutiny)));
        assert!(!Readers::Restricted.include(Some(Role::Member)));
    }

    #[test]
    fn every_role_is_found_again_by_its_word() {
        for role in Role::ALL {
            assert_eq!(Role::from_word(role.word()), Some(role));
        }
        assert_eq!(Role::from_word("Chair"), None);
    }
}
