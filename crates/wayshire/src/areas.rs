//! The districts of Wayshire: names, localities, children living there, and teams. All invented.

/// A district: its name, its locality, the children aged 0 to 17 who live there, and its teams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct District {
    /// Its name, which every one of its teams' names begins with.
    pub name: &'static str,
    /// North, Central or East.
    pub locality: &'static str,
    /// Children aged 0 to 17 living there, mid-2016.
    pub population_0_17: u32,
    /// Its teams: assessment, children in need, child protection, children in care, leaving care.
    pub teams: &'static [&'static str],
}

/// The localities, in the order in which Wayshire lists them.
pub const LOCALITIES: [&str; 3] = ["North", "Central", "East"];

macro_rules! district {
    ($name:literal, $locality:literal, $population:literal) => {
        District {
            name: $name,
            locality: $locality,
            population_0_17: $population,
            teams: &[
                concat!($name, " Assessment Team"),
                concat!($name, " Children in Need Team"),
                concat!($name, " Child Protection Team"),
                concat!($name, " Children in Care Team"),
                concat!($name, " Leaving Care Team"),
            ],
        }
    };
}

/// The twelve districts: 246,777 children in all.
pub const AREAS: &[District] = &[
    district!("Fellgate", "North", 27_840),
    district!("Marlhaven", "North", 21_365),
    district!("Thornmouth", "North", 16_910),
    district!("Ravensholt", "North", 14_207),
    district!("Aldermoss", "Central", 29_655),
    district!("Brackenford", "Central", 22_948),
    district!("Oakhallow", "Central", 20_114),
    district!("Wexleigh", "Central", 17_480),
    district!("Cinderhope", "East", 21_530),
    district!("Quarrydale", "East", 20_276),
    district!("Stannerby", "East", 18_391),
    district!("Millhaigh", "East", 16_061),
];

/// The team that takes referrals outside office hours, for the whole county.
pub const DUTY_TEAM: &str = "Emergency Duty Team";

/// The four districts of a locality, by its place in [`LOCALITIES`].
pub(crate) fn districts_of(locality: usize) -> std::ops::Range<u8> {
    let first = u8::try_from(locality * 4).expect("there are three localities");
    first..first + 4
}

/// A team of a district, by its place in [`District::teams`].
pub(crate) fn team(district: u8, kind: Team) -> &'static str {
    AREAS[usize::from(district)].teams[kind as usize]
}

/// What a team does: its place in [`District::teams`].
#[derive(Clone, Copy)]
pub(crate) enum Team {
    Assessment,
    InNeed,
    Protection,
    Care,
    LeavingCare,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_districts_hold_every_child_of_the_county_and_stand_in_the_order_of_their_localities() {
        assert_eq!(
            AREAS.iter().map(|d| d.population_0_17).sum::<u32>(),
            246_777
        );
        for (number, locality) in LOCALITIES.iter().enumerate() {
            assert!(districts_of(number).all(|d| AREAS[usize::from(d)].locality == *locality));
        }
    }

    #[test]
    fn every_team_is_named_after_its_district_and_no_district_is_named_inside_another() {
        for district in AREAS {
            assert!(
                district
                    .teams
                    .iter()
                    .all(|team| team.starts_with(district.name))
            );
            assert_eq!(
                AREAS
                    .iter()
                    .filter(|other| other.name.contains(district.name))
                    .count(),
                1
            );
        }
    }
}
