//! The groups that figures are broken down by: areas, teams, age bands, sex, ethnicity, disability.

use crate::cases::Case;
use waymark_data::annex_a::{About, AgeBand, Data, Disability, Eligibility, Ethnicity, Sex};

/// A breakdown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum By {
    /// Locality of the allocated team.
    Locality,
    /// District of the allocated team.
    District,
    /// Allocated team.
    Team,
    /// Age on the day of the case.
    AgeBand,
    /// Sex.
    Sex,
    /// Ethnicity.
    Ethnicity,
    /// Disability.
    Disability,
    /// Eligibility of a care leaver.
    Eligibility,
}

impl By {
    /// Every breakdown, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::Locality,
        Self::District,
        Self::Team,
        Self::AgeBand,
        Self::Sex,
        Self::Ethnicity,
        Self::Disability,
        Self::Eligibility,
    ];

    /// As in commands and JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Locality => "locality",
            Self::District => "district",
            Self::Team => "team",
            Self::AgeBand => "age_band",
            Self::Sex => "sex",
            Self::Ethnicity => "ethnicity",
            Self::Disability => "disability",
            Self::Eligibility => "eligibility",
        }
    }

    /// As a heading.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Locality => "Locality",
            Self::District => "District",
            Self::Team => "Team",
            Self::AgeBand => "Age",
            Self::Sex => "Sex",
            Self::Ethnicity => "Ethnicity",
            Self::Disability => "Disability",
            Self::Eligibility => "Eligibility",
        }
    }

    /// The breakdown with this code, written with a space, hyphen or underscore; "age" is the age band.
    #[must_use]
    pub fn from_code(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase().replace([' ', '-'], "_");
        Self::ALL
            .into_iter()
            .find(|it| it.code() == text || (text == "age" && *it == Self::AgeBand))
    }
}

/// Every group of a cut, in one row of numbers: all children first, then each breakdown's groups.
#[derive(Debug, Clone)]
pub struct Groups {
    labels: Vec<(By, String)>,
    /// Where each breakdown's groups begin.
    starts: [usize; 8],
    /// Locality and district of each team, as groups.
    of_team: Vec<(u16, u16)>,
}

/// The number of a group of no one: a list that has no such column.
const NONE: u16 = u16::MAX;

impl Groups {
    /// The groups that a cut's children can fall in.
    #[must_use]
    pub fn of(data: &Data) -> Self {
        let mut labels: Vec<(By, String)> = Vec::new();
        let mut starts = [0; 8];
        let localities = data.areas.localities();
        let mut dimension = |by: By, names: Vec<String>| {
            starts[by as usize] = labels.len() + 1;
            labels.extend(names.into_iter().map(|name| (by, name)));
        };
        let and =
            |names: Vec<String>, last: &str| names.into_iter().chain([last.to_owned()]).collect();
        let named = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        dimension(By::Locality, and(named(&localities), "No area"));
        dimension(
            By::District,
            and(
                data.areas
                    .districts
                    .iter()
                    .map(|it| it.name.clone())
                    .collect(),
                "No area",
            ),
        );
        dimension(
            By::Team,
            and(
                data.teams.iter().map(|it| it.name.clone()).collect(),
                "No team",
            ),
        );
        dimension(
            By::AgeBand,
            AgeBand::ALL
                .iter()
                .map(|it| it.words().to_owned())
                .collect(),
        );
        dimension(
            By::Sex,
            Sex::ALL.iter().map(|it| it.words().to_owned()).collect(),
        );
        dimension(
            By::Ethnicity,
            Ethnicity::ALL
                .iter()
                .map(|it| it.words().to_owned())
                .collect(),
        );
        dimension(
            By::Disability,
            Disability::ALL
                .iter()
                .map(|it| it.words().to_owned())
                .collect(),
        );
        dimension(
            By::Eligibility,
            Eligibility::ALL
                .iter()
                .map(|it| it.words().to_owned())
                .collect(),
        );
        let number = |by: By, at: usize| u16::try_from(starts[by as usize] + at).unwrap_or(NONE);
        let of_team = data
            .teams
            .iter()
            .map(|team| match team.district {
                None => (
                    number(By::Locality, localities.len()),
                    number(By::District, data.areas.districts.len()),
                ),
                Some(district) => {
                    let home = &data.areas.districts[usize::from(district)].locality;
                    let locality = localities
                        .iter()
                        .position(|it| it == home)
                        .unwrap_or(localities.len());
                    (
                        number(By::Locality, locality),
                        number(By::District, usize::from(district)),
                    )
                }
            })
            .collect();
        Self {
            labels,
            starts,
            of_team,
        }
    }

    /// How many there are, all children with them.
    #[must_use]
    pub fn len(&self) -> usize {
        self.labels.len() + 1
    }

    /// Whether there is only "all children".
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// The breakdown and name of a group; `None` for all children (0).
    #[must_use]
    pub fn label(&self, group: usize) -> Option<(By, &str)> {
        let (by, name) = self.labels.get(group.checked_sub(1)?)?;
        Some((*by, name))
    }

    /// The groups of a breakdown, by number, in the order they are shown.
    pub fn in_breakdown(&self, by: By) -> impl Iterator<Item = usize> {
        let end = By::ALL
            .get(by as usize + 1)
            .map_or(self.len(), |next| self.starts[*next as usize]);
        self.starts[by as usize]..end
    }

    /// The number of a group by name.
    #[must_use]
    pub fn find(&self, by: By, name: &str) -> Option<usize> {
        self.in_breakdown(by)
            .find(|group| self.label(*group).is_some_and(|(_, it)| it == name))
    }

    /// The groups a case falls in: all children, and one of each breakdown that its list can tell.
    pub(crate) fn of_case(&self, case: &Case<'_>) -> [u16; 9] {
        let about = case.about;
        let at = |by: By, number: usize| {
            u16::try_from(self.starts[by as usize] + number).unwrap_or(NONE)
        };
        let mut out = [0, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE];
        if has_teams(about) {
            match about.team {
                Some(team) => {
                    let (locality, district) = self.of_team[team.number()];
                    (out[1], out[2], out[3]) = (locality, district, at(By::Team, team.number()));
                }
                None => {
                    // The last group of each of these is "none".
                    out[1] = at(By::District, 0) - 1;
                    out[2] = at(By::Team, 0) - 1;
                    out[3] = at(By::AgeBand, 0) - 1;
                }
            }
        }
        out[4] = at(By::AgeBand, about.age_band_on(case.day) as usize);
        out[5] = at(By::Sex, about.sex as usize);
        out[6] = at(By::Ethnicity, about.ethnicity as usize);
        if about.list > 3 {
            out[7] = at(By::Disability, about.disability as usize);
        }
        if about.list == 9 {
            out[8] = at(By::Eligibility, about.eligibility as usize);
        }
        out
    }
}

/// Lists 1, 2, 10 and 11 have no team.
fn has_teams(about: &About) -> bool {
    !matches!(about.list, 1 | 2 | 10 | 11)
}
