//! The sorts of object, and the kind of record each is told from.

use crate::pages::meetings::minutes;
use waymark_programme::{Asker, Kind, Record, Records, kinds};

/// A sort of object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Organization,
    Person,
    Membership,
    Meeting,
    AgendaItem,
    Paper,
    Consultation,
    Resolution,
    Action,
    Recommendation,
    /// Minutes that were published, as their Word file.
    File,
    /// Boards have no terms of office; places are told where they belong.
    None,
}

impl Sort {
    /// The sort that an address names.
    pub(super) fn find(word: &str) -> Option<Self> {
        Some(match word {
            "organization" => Self::Organization,
            "person" => Self::Person,
            "membership" => Self::Membership,
            "meeting" => Self::Meeting,
            "agendaItem" => Self::AgendaItem,
            "paper" => Self::Paper,
            "consultation" => Self::Consultation,
            "resolution" => Self::Resolution,
            "action" => Self::Action,
            "recommendation" => Self::Recommendation,
            "file" => Self::File,
            "location" | "legislativeTerm" => Self::None,
            _ => return None,
        })
    }

    /// The kind of record it is told from.
    pub(super) fn kind(self) -> Option<&'static Kind> {
        Some(match self {
            Self::Organization => &kinds::BODY,
            Self::Person | Self::Membership => &kinds::MEMBER,
            Self::Meeting | Self::File => &kinds::MEETING,
            Self::AgendaItem => &kinds::AGENDA_ITEM,
            Self::Paper => &kinds::PAPER,
            Self::Resolution => &kinds::RESOLUTION,
            Self::Action => &kinds::ACTION,
            Self::Recommendation => &kinds::RECOMMENDATION,
            Self::Consultation | Self::None => return None,
        })
    }

    /// Whether a record of that kind is told as one.
    pub(super) fn tells(self, records: &Records, record: &Record) -> bool {
        let such = Some(record.kind) == self.kind() && Asker::PUBLIC.may_read(record);
        such && (self != Self::File || minutes::is_published(records, record))
    }

    /// Its word in addresses.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::Person => "person",
            Self::Membership => "membership",
            Self::Meeting => "meeting",
            Self::AgendaItem => "agendaItem",
            Self::Paper => "paper",
            Self::Consultation => "consultation",
            Self::Resolution => "resolution",
            Self::Action => "action",
            Self::Recommendation => "recommendation",
            Self::File => "file",
            Self::None => "none",
        }
    }

    /// Its type: the standard's own, or one of ours.
    pub(super) fn type_address(self) -> String {
        match self {
            Self::Organization => super::kind("Organization"),
            Self::Person => super::kind("Person"),
            Self::Membership => super::kind("Membership"),
            Self::Meeting => super::kind("Meeting"),
            Self::AgendaItem => super::kind("AgendaItem"),
            Self::Paper => super::kind("Paper"),
            Self::Consultation => super::kind("Consultation"),
            Self::File => super::kind("File"),
            other => format!("waymark:{}", other.word()),
        }
    }
}
