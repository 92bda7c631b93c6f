//! The children of Wayshire that its services meet, and the people who work with them. Nobody here is real.

use crate::areas::Team;
use crate::calendar::{Day, Month};
use crate::codes;
use crate::draw::{Draw, mix};
use std::sync::LazyLock;

/// A child: what is the same in every list and every cut.
pub(crate) struct Child {
    pub(crate) born: Day,
    pub(crate) district: u8,
    pub(crate) sex: &'static str,
    pub(crate) ethnicity: &'static str,
    pub(crate) disabled: &'static str,
}

/// The place of a child in [`Population::children`].
pub(crate) type ChildId = u32;

/// Every child met so far.
#[derive(Default)]
pub(crate) struct Population {
    pub(crate) children: Vec<Child>,
}

impl Population {
    /// A new child of a district, born on this day.
    pub(crate) fn born(&mut self, draw: &mut Draw, district: u8, born: Day) -> ChildId {
        let id = ChildId::try_from(self.children.len()).expect("fewer children than England has");
        self.children.push(Child {
            born,
            district,
            sex: draw.weighted(&codes::SEXES),
            ethnicity: draw.weighted(&codes::ETHNICITIES),
            disabled: draw.weighted(&[(codes::NO, 880), (codes::YES, 95), (codes::UNKNOWN, 25)]),
        });
        id
    }

    /// A new child of a district, of an age (in whole years, both in) on a day.
    pub(crate) fn aged(
        &mut self,
        draw: &mut Draw,
        district: u8,
        ages: (i32, i32),
        on: Day,
    ) -> ChildId {
        let days = draw.from(ages.0 * 366, ages.1 * 365 + 364);
        self.born(draw, district, on.plus_days(-days))
    }

    /// A child who was expected on a later day came by this one: nobody is looked after before birth.
    pub(crate) fn born_by(&mut self, child: ChildId, day: Day) {
        let person = &mut self.children[child as usize];
        person.born = person.born.min(day);
    }

    /// A new child of a district, of the ages that come to children's services; a few are not yet born.
    pub(crate) fn referred(&mut self, draw: &mut Draw, district: u8, on: Day) -> ChildId {
        if draw.chance(15) {
            let days = draw.from(10, 130);
            return self.born(draw, district, on.plus_days(days));
        }
        let ages = draw.weighted(&[
            ((0, 0), 80),
            ((1, 4), 230),
            ((5, 9), 290),
            ((10, 14), 260),
            ((15, 16), 140),
        ]);
        self.aged(draw, district, ages, on)
    }

    pub(crate) fn of(&self, child: ChildId) -> &Child {
        &self.children[child as usize]
    }

    /// The child's eighteenth birthday.
    pub(crate) fn eighteenth(&self, child: ChildId) -> Day {
        self.of(child).born.plus_months(18 * 12)
    }
}

const GIVEN: [&str; 24] = [
    "Amira", "Bethan", "Callum", "Dilys", "Ewan", "Farah", "Greta", "Hamza", "Imogen", "Jonah",
    "Kezia", "Leander", "Maryam", "Niall", "Oriel", "Petra", "Quentin", "Rosalind", "Suleman",
    "Tamsin", "Ursula", "Vikram", "Winifred", "Yusuf",
];
const FAMILY: [&str; 20] = [
    "Ambleford",
    "Birchwick",
    "Copperdale",
    "Dunmarsh",
    "Elderfield",
    "Fenhallow",
    "Gorsewood",
    "Harrowlea",
    "Inglebeck",
    "Juniperley",
    "Kestlemere",
    "Larkholme",
    "Mossgrave",
    "Netherby-Cole",
    "Ottershaw-Finn",
    "Plumridge-Ray",
    "Rushmoorley",
    "Sandlewick",
    "Thistledown",
    "Willowmarsh",
];

static WORKERS: LazyLock<Vec<String>> = LazyLock::new(|| {
    FAMILY
        .iter()
        .flat_map(|family| GIVEN.map(|given| format!("{given} {family}")))
        .collect()
});

static POSTCODES: LazyLock<Vec<String>> = LazyLock::new(|| {
    // No postcode begins with WY.
    (1..=9)
        .flat_map(|out| {
            (0..24).map(move |n| format!("WY{out} {}{}X", n % 9 + 1, char::from(b'A' + n)))
        })
        .collect()
});

/// Workers in a team.
const TEAM_SIZE: u64 = 8;

/// Who works with a child in a team during a month. The North's workers change far more often than the others'; a few
/// children (5 in 1,000) have nobody for a quarter at a time.
pub(crate) fn worker(
    child: ChildId,
    district: u8,
    team: Team,
    month: usize,
) -> Option<&'static str> {
    let quarter = month as u64 / 3;
    if mix(u64::from(child) << 20 | quarter << 8 | 0x55) % 1000 < 5 {
        return None;
    }
    let stay = if district < 4 { 4 } else { 12 };
    let term = (month as u64 + mix(u64::from(child)) % stay) / stay;
    let seat = mix(u64::from(child) ^ term << 34) % TEAM_SIZE;
    Some(person(
        (u64::from(district) * 5 + team as u64) * TEAM_SIZE + seat,
    ))
}

/// A person by number.
pub(crate) fn person(number: u64) -> &'static str {
    // 97 shares no factor with the number of people: each has one seat, and a team holds many family names.
    let place = number * 97 % WORKERS.len() as u64;
    &WORKERS[usize::try_from(place).expect("a few hundred")]
}

/// A postcode by number.
pub(crate) fn postcode(number: u64) -> &'static str {
    let place = number % POSTCODES.len() as u64;
    &POSTCODES[usize::try_from(place).expect("a few hundred")]
}

/// The day on which Wayshire's history begins: 30 June 2015.
pub(crate) fn beginning() -> Day {
    Month::new(2015, 6).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_keeps_their_worker_within_a_month_and_a_few_have_none() {
        assert_eq!(
            worker(17, 2, Team::InNeed, 30),
            worker(17, 2, Team::InNeed, 30)
        );
        let without = (0..10_000)
            .filter(|child| worker(*child, 5, Team::Assessment, 20).is_none())
            .count();
        assert!((20..100).contains(&without), "{without} of 10,000");
    }

    #[test]
    fn ages_are_those_asked_for() {
        let (mut people, mut draw) = (Population::default(), Draw::new(3, "ages"));
        let on = Month::new(2017, 8).last();
        for _ in 0..200 {
            let child = people.aged(&mut draw, 0, (16, 17), on);
            assert!((16..=17).contains(&people.of(child).born.whole_years_until(on)));
        }
    }
}
