//! What a measure is: its words, its source, and the one function that says which rows are cases and which of them hit.

use crate::cases::Cases;
pub use crate::signals::Good;
use waymark_data::annex_a::Data;

/// A measure, or one variant of it.
///
/// A measure never computes its number. It says which rows are cases, what dates them and which hit; the engine makes
/// number, history, breakdowns, limits, and the list of children from that.
#[derive(Debug)]
pub struct Measure {
    /// Its name in commands, addresses and files.
    pub id: &'static str,
    /// Which variant, where the definition has several.
    pub variant: Option<&'static str>,
    /// Its title, as a heading.
    pub title: &'static str,
    /// Where it stands in the catalogue.
    pub theme: Theme,
    /// What its number is.
    pub unit: Unit,
    /// Which way is good for children.
    pub good: Good,
    /// What obliges a council to it.
    pub standing: Standing,
    /// Where it is defined: guidance and paragraph, regulation, or the council's own practice.
    pub source: &'static str,
    /// Why it matters to a child, in a sentence.
    pub why: &'static str,
    /// The lists it reads; without one of them it has no figure.
    pub lists: &'static [u8],
    /// Columns that it cannot do without, by list, beyond the dates that every measure of a list needs: without one of
    /// them it has no figure, rather than one that says nothing was done.
    pub columns: &'static [(u8, &'static str)],
    /// The periods it has figures for.
    pub periods: &'static [Basis],
    /// How long after the last day the answer may still come.
    pub follow_up: Option<FollowUp>,
    /// The bands of a share, in order; empty for everything else.
    pub bands: &'static [&'static str],
    /// Whether it counts each child once in a window, so that months cannot be added up to a year.
    pub distinct: bool,
    /// The limits it uses, which a council may set where the law leaves them open.
    pub parameters: &'static [&'static Parameter],
    /// Which rows are cases, over which dates, and which of them hit.
    pub cases: for<'a> fn(&'a Data, &mut Cases<'a>),
    /// Its page: help in the product, and test: the tables mark which rows hit.
    pub page: &'static str,
}

impl Measure {
    /// What most measures share: monthly, yearly and return figures without follow-up, bands or parameters.
    pub const PLAIN: Self = Self {
        id: "",
        variant: None,
        title: "",
        theme: Theme::FrontDoor,
        unit: Unit::Count,
        good: Good::Neither,
        standing: Standing::Practice,
        source: "",
        why: "",
        lists: &[],
        columns: &[],
        periods: EVENTS,
        follow_up: None,
        bands: &[],
        distinct: false,
        parameters: &[],
        cases: |_, _| {},
        page: "",
    };

    /// `id` or `id/variant`, unique in the catalogue.
    #[must_use]
    pub fn name(&self) -> String {
        self.variant.map_or_else(
            || self.id.to_owned(),
            |variant| format!("{}/{variant}", self.id),
        )
    }

    /// Whether its figures are states at a day, not counts over a period.
    #[must_use]
    pub fn is_snapshot(&self) -> bool {
        self.periods.contains(&Basis::SnapshotMonthly)
            || self.periods.contains(&Basis::SnapshotAsAt)
    }

    /// Whether figures of several months may be added up to one of twelve.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.periods.contains(&Basis::Rolling12)
            && !self.distinct
            && !matches!(self.unit, Unit::MedianWorkingDays | Unit::MeanDays)
    }
}

/// Events: in each whole month, the 12 months to a month's end, and the whole return.
pub const EVENTS: &[Basis] = &[Basis::Month, Basis::Rolling12, Basis::Return];

/// What a figure is of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Basis {
    /// A whole calendar month.
    Month,
    /// Twelve whole calendar months.
    Rolling12,
    /// Everything in the return's window.
    Return,
    /// The state at each whole month's end and at the as-at date.
    SnapshotMonthly,
    /// The state at the as-at date only.
    SnapshotAsAt,
}

impl Basis {
    /// As in the program's JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Rolling12 => "rolling_12m",
            Self::Return => "return",
            Self::SnapshotMonthly | Self::SnapshotAsAt => "snapshot",
        }
    }
}

/// What a measure's number is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Unit {
    /// Rows or children.
    Count,
    /// Hits in a hundred cases, 0 to 100.
    Percent,
    /// Starts less ends.
    Net,
    /// The middle number of working days.
    MedianWorkingDays,
    /// The mean number of days.
    MeanDays,
    /// Percent of cases in each band.
    Share,
    /// Per 10,000 children aged 0-17 in the period itself; a month is not made a year.
    Rate,
}

impl Unit {
    /// As in the program's JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Net => "net",
            Self::MedianWorkingDays => "median_working_days",
            Self::MeanDays => "mean_days",
            Self::Share => "share",
            Self::Rate => "rate",
        }
    }
}

/// What obliges a council to a measure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Standing {
    /// An Act or regulations.
    Statutory,
    /// Statutory guidance.
    Guidance,
    /// A definition of published statistics.
    Definition,
    /// Common practice, or this council's own standard.
    Practice,
}

impl Standing {
    /// As shown beside a measure.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Statutory => "Statutory",
            Self::Guidance => "Statutory guidance",
            Self::Definition => "Published statistics",
            Self::Practice => "Practice",
        }
    }
}

/// Where a measure stands in the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Theme {
    /// Contacts and referrals.
    FrontDoor,
    /// Child and family assessments.
    Assessments,
    /// Enquiries, conferences and plans.
    ChildProtection,
    /// Children in need.
    ChildrenInNeed,
    /// Early help.
    EarlyHelp,
    /// Children looked after, permanence and adoption.
    LookedAfter,
    /// Health of children looked after.
    Health,
    /// Care leavers.
    CareLeavers,
    /// Missing from care.
    Missing,
    /// The workforce.
    Workforce,
}

impl Theme {
    /// Every theme, in the order a child meets them.
    pub const ALL: [Self; 10] = [
        Self::FrontDoor,
        Self::EarlyHelp,
        Self::Assessments,
        Self::ChildrenInNeed,
        Self::ChildProtection,
        Self::LookedAfter,
        Self::Health,
        Self::Missing,
        Self::CareLeavers,
        Self::Workforce,
    ];

    /// As a heading.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::FrontDoor => "Front door",
            Self::Assessments => "Assessments",
            Self::ChildProtection => "Child protection",
            Self::ChildrenInNeed => "Children in need",
            Self::EarlyHelp => "Early help",
            Self::LookedAfter => "Children looked after",
            Self::Health => "Health of children looked after",
            Self::CareLeavers => "Care leavers",
            Self::Missing => "Missing from care",
            Self::Workforce => "Workforce",
        }
    }

    /// In addresses.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::FrontDoor => "front-door",
            Self::Assessments => "assessments",
            Self::ChildProtection => "child-protection",
            Self::ChildrenInNeed => "children-in-need",
            Self::EarlyHelp => "early-help",
            Self::LookedAfter => "looked-after",
            Self::Health => "health",
            Self::CareLeavers => "care-leavers",
            Self::Missing => "missing",
            Self::Workforce => "workforce",
        }
    }
}

/// How long after a day its answer may still come; until then a figure is not mature.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FollowUp {
    /// Working days.
    WorkingDays(u32),
    /// Calendar days.
    Days(i32),
}

/// A limit a measure uses: a number of days, months or things, with its source.
#[derive(Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name in the configuration.
    pub name: &'static str,
    /// What it is, in words.
    pub title: &'static str,
    /// Its value where the council sets none.
    pub value: i32,
    /// What it counts: "working days", "days", "months", "years of age", "contacts".
    pub unit: &'static str,
    /// Whether law, guidance or a published definition fixes it; only practice is the council's to set.
    pub standing: Standing,
    /// Where it comes from.
    pub source: &'static str,
}
