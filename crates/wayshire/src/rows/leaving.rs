//! Lists 9 to 11: care leavers, children to be adopted, adopters.

use super::allocated;
use crate::adoption::{Adopter, Adoption};
use crate::areas::Team;
use crate::calendar::{Day, NEVER, month_of};
use crate::codes::{ELIGIBLE, FORMER_RELEVANT, SEXES, SHORT_BREAKS, yes_no};
use crate::cut::{Cell, Row, View, date, text};
use crate::draw::mix;
use crate::population::{ChildId, person};
use crate::visits::latest;

/// What list 9 says of a young person after the cells that every list begins with.
struct Young {
    child: ChildId,
    district: u8,
    asylum: bool,
    adviser: bool,
    eligibility: &'static str,
    pathway: Option<Day>,
    touch: &'static str,
    contact: Option<Day>,
    home: &'static str,
    suitable: &'static str,
    doing: &'static str,
}

impl Young {
    fn row(self, view: &View<'_>) -> Row {
        let mut row = view.begin(self.child, 17);
        row.extend([
            text(yes_no(self.asylum)),
            text(view.child(self.child).disabled),
        ]);
        row.extend(allocated(
            view,
            self.child,
            self.district,
            Team::LeavingCare,
        ));
        let adviser = u64::from(self.district) * 40 + 32 + u64::from(self.child) % 8;
        row.push(if self.adviser {
            Cell::Text(person(adviser))
        } else {
            Cell::Blank
        });
        row.extend([
            text(self.eligibility),
            date(self.pathway),
            text(self.touch),
            date(self.contact),
        ]);
        row.extend([text(self.home), text(self.suitable), text(self.doing)]);
        row
    }
}

/// Care leavers, then those still looked after who will be, then those who are no longer asked after.
pub(crate) fn leavers(view: &View<'_>) -> Vec<Row> {
    let county = view.county;
    let month = month_of(view.as_at);
    let mut rows: Vec<Row> = Vec::new();
    for one in &county.leavers {
        let Some(now) = one.months.get(month).copied().flatten() else {
            continue;
        };
        let lot = mix(u64::from(one.child)) % 1000;
        let young = Young {
            child: one.child,
            district: now.district,
            asylum: lot < 60,
            adviser: lot < 975,
            eligibility: one.eligibility(&county.people, view.as_at),
            pathway: latest(&one.pathway, view.as_at),
            touch: now.touch,
            contact: latest(&one.contacts, view.as_at),
            home: now.home,
            suitable: now.suitable,
            doing: now.doing,
        };
        rows.push(young.row(view));
    }
    for one in &county.care {
        let spell = &one.spell;
        let years = view.child(spell.child).born.whole_years_until(view.as_at);
        let lot = mix(u64::from(spell.child)) % 1000;
        let known = spell.shown(view.as_at, view.as_at) && spell.end_known(view.as_at).is_none();
        if !known || !(16..18).contains(&years) || lot >= 740 || one.law[0].1 == SHORT_BREAKS {
            continue;
        }
        let young = Young {
            child: spell.child,
            district: spell.district,
            asylum: one.asylum,
            adviser: lot < 640,
            eligibility: ELIGIBLE,
            pathway: latest(&one.reviews, view.as_at),
            touch: "a) Yes",
            contact: latest(&one.visits, view.as_at),
            home: "",
            suitable: "",
            doing: "",
        };
        rows.push(young.row(view));
    }
    for (child, touch) in county
        .strays
        .iter()
        .rev()
        .zip(["c) Died", "f) Rhom", "f) Rhom"])
    {
        let young = Young {
            child: *child,
            district: view.child(*child).district,
            asylum: false,
            adviser: false,
            eligibility: FORMER_RELEVANT,
            pathway: None,
            touch,
            contact: None,
            home: "",
            suitable: "",
            doing: "",
        };
        rows.push(young.row(view));
    }
    rows
}

/// Lists 10 and 11 look back a year.
pub(crate) fn adoptions(view: &View<'_>) -> Vec<Row> {
    let year_ago = view.as_at.plus_months(-12);
    let shown = |one: &&Adoption| {
        let end = one.adopted.min(one.no_longer);
        one.decision <= view.as_at && end >= year_ago
    };
    let happened = |day: Day| date((day <= view.as_at).then_some(day));
    let rows = view.county.adoptions.iter().filter(shown).map(|one| {
        let of = view.begin(one.child, 5);
        let given_up = one.no_longer <= view.as_at;
        let early = one.early.filter(|day| *day <= view.as_at);
        let mut row = Row::with_capacity(16);
        row.extend([of[0], Cell::Adopter(one.family), of[1], of[2], of[3], of[4]]);
        row.push(text(view.child(one.child).disabled));
        row.extend([
            Cell::Date(one.entered),
            Cell::Date(one.decision),
            happened(one.order),
            happened(one.matched),
        ]);
        row.extend([
            happened(one.placed),
            happened(one.adopted),
            happened(one.no_longer),
        ]);
        row.extend([
            if given_up {
                text(one.no_longer_for)
            } else {
                Cell::Blank
            },
            date(early),
        ]);
        row
    });
    rows.collect()
}

pub(crate) fn adopters(view: &View<'_>) -> Vec<Row> {
    let year_ago = view.as_at.plus_months(-12);
    let shown = |one: &&Adopter| {
        let end = one.left.min(one.stages[9]);
        one.stages[0] <= view.as_at && end >= year_ago
    };
    let rows = view.county.adopters.iter().filter(shown).map(|one| {
        let by = view.as_at.min(one.left);
        let stage = |number: usize| date((one.stages[number] <= by).then_some(one.stages[number]));
        let gone = one.left <= view.as_at && one.left != NEVER;
        let mut row = Row::with_capacity(19);
        row.extend([
            Cell::Adopter(one.person),
            Cell::Adopter(one.family),
            text(SEXES[one.sex].0),
            text(one.ethnicity),
        ]);
        row.extend([text(one.disability), text(one.fostering)]);
        row.extend((0..9).map(stage));
        row.push(if one.stages[8] <= by {
            Cell::Number(one.children)
        } else {
            Cell::Blank
        });
        row.push(stage(9));
        row.extend([
            date(gone.then_some(one.left)),
            if gone {
                text(one.left_for)
            } else {
                Cell::Blank
            },
        ]);
        row
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::areas::team;

    #[test]
    fn advisers_sit_in_the_leaving_care_team_of_the_district() {
        assert!(team(3, Team::LeavingCare).starts_with("Ravensholt"));
        assert_eq!(Team::LeavingCare as usize, 4);
    }
}
