//! The council's areas: localities, their districts, the teams that work there, and how many children live there.

use std::fmt;

/// A district, its locality and its children.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    /// Its name, as it stands in the names of teams.
    pub name: String,
    /// The locality that holds it.
    pub locality: String,
    /// Children aged 0-17, by the year of the mid-year estimate, earliest first.
    pub populations: Vec<(i16, u32)>,
}

/// All areas of a council.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Areas {
    /// Every district.
    pub districts: Vec<District>,
    /// Children aged 0-17 of the whole council, by year, where it is given and not the districts' sum.
    pub populations: Vec<(i16, u32)>,
}

/// A place in [`Areas`]: the district by number.
pub type DistrictNumber = u16;

impl Areas {
    /// The district a team's name holds; of several, the longest name. Without case.
    #[must_use]
    pub fn district_of_team(&self, team: &str) -> Option<DistrictNumber> {
        let team = team.to_lowercase();
        let found = self
            .districts
            .iter()
            .enumerate()
            .filter(|(_, it)| !it.name.is_empty() && team.contains(&it.name.to_lowercase()))
            .max_by_key(|(at, it)| (it.name.chars().count(), usize::MAX - at));
        found.and_then(|(at, _)| u16::try_from(at).ok())
    }

    /// The localities, in the order of their first district.
    #[must_use]
    pub fn localities(&self) -> Vec<&str> {
        let mut out: Vec<&str> = Vec::new();
        for district in &self.districts {
            if !out.contains(&district.locality.as_str()) {
                out.push(&district.locality);
            }
        }
        out
    }

    /// Children aged 0-17 of the council at a day, with the year of the estimate: the latest mid-year estimate on or
    /// before the day, else the earliest there is (`reference: rates use the mid-year before the day`).
    #[must_use]
    pub fn population(&self, on: crate::Day) -> Option<Population> {
        at(&self.populations, on).or_else(|| {
            let parts: Option<Vec<Population>> = self
                .districts
                .iter()
                .map(|it| at(&it.populations, on))
                .collect();
            sum(&parts?)
        })
    }

    /// Children aged 0-17 of a locality at a day.
    #[must_use]
    pub fn population_of_locality(&self, locality: &str, on: crate::Day) -> Option<Population> {
        let inside = self.districts.iter().filter(|it| it.locality == locality);
        let parts: Option<Vec<Population>> = inside.map(|it| at(&it.populations, on)).collect();
        sum(&parts?)
    }

    /// Children aged 0-17 of a district at a day.
    #[must_use]
    pub fn population_of_district(&self, district: &str, on: crate::Day) -> Option<Population> {
        at(
            &self
                .districts
                .iter()
                .find(|it| it.name == district)?
                .populations,
            on,
        )
    }
}

/// A number of children and the year of the mid-year estimate it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Population {
    /// Children aged 0-17.
    pub children: u32,
    /// Year of the estimate.
    pub year: i16,
}

impl fmt::Display for Population {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} children aged 0 to 17 (mid-{} estimate)",
            self.children, self.year
        )
    }
}

fn at(populations: &[(i16, u32)], on: crate::Day) -> Option<Population> {
    let date = on.date();
    // The estimate of a year is of 30 June.
    let latest = if date.month() > 6 || (date.month() == 6 && date.day() == 30) {
        date.year()
    } else {
        date.year() - 1
    };
    let best = populations
        .iter()
        .filter(|(year, _)| *year <= latest)
        .max_by_key(|(year, _)| *year);
    let best = best.or_else(|| populations.iter().min_by_key(|(year, _)| *year));
    best.map(|(year, children)| Population {
        children: *children,
        year: *year,
    })
}

fn sum(parts: &[Population]) -> Option<Population> {
    let year = parts.iter().map(|it| it.year).min()?;
    Some(Population {
        children: parts.iter().map(|it| it.children).sum(),
        year,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::Day;

    fn county() -> Areas {
        let district = |name: &str, locality: &str, children| District {
            name: name.into(),
            locality: locality.into(),
            populations: vec![(2015, children), (2017, children + 10)],
        };
        Areas {
            districts: vec![
                district("Vale", "North", 100),
                district("Upper Vale", "North", 200),
                district("Sands", "East", 50),
            ],
            populations: vec![],
        }
    }

    #[test]
    fn a_team_works_in_the_longest_district_its_name_holds() {
        let areas = county();
        let name = |team| {
            areas
                .district_of_team(team)
                .map(|it| areas.districts[usize::from(it)].name.as_str())
        };
        assert_eq!(name("UPPER VALE Assessment Team"), Some("Upper Vale"));
        assert_eq!(name("Vale duty"), Some("Vale"));
        assert_eq!(name("Leaving care"), None);
    }

    #[test]
    fn a_rate_uses_the_latest_mid_year_before_the_day() {
        let areas = county();
        let on = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(
            areas.population(on("2017-06-29")).unwrap(),
            Population {
                children: 350,
                year: 2015
            }
        );
        assert_eq!(
            areas
                .population_of_locality("North", on("2017-06-30"))
                .unwrap()
                .children,
            320
        );
        assert_eq!(
            areas
                .population_of_district("Sands", on("2001-01-01"))
                .unwrap()
                .year,
            2015
        );
        assert_eq!(Areas::default().population(on("2017-06-29")), None);
    }
}
