//! A small evaluator of the published definitions, independent of the measures engine: figures straight from the rows.

#![allow(dead_code, clippy::unwrap_used)]

use std::collections::{BTreeMap, HashSet};
use waymark_data::working_days::due;
use waymark_data::{Day, Month};
use waymark_wayshire::{AREAS, Cell, County, Cut, List, Row, SEED, wayshire};

/// The county and its cuts, made once for all tests of a file.
pub(crate) struct Wayshire {
    pub(crate) county: County,
    cuts: Vec<Cut>,
}

impl Wayshire {
    pub(crate) fn new() -> Self {
        let county = wayshire(SEED);
        let cuts = county.cuts().collect();
        Self { county, cuts }
    }

    /// The cut of a month's last day.
    pub(crate) fn cut(&self, month: Month) -> &Cut {
        self.cuts
            .iter()
            .find(|cut| cut.as_at == month.last())
            .unwrap()
    }

    pub(crate) fn cuts(&self) -> &[Cut] {
        &self.cuts
    }

    /// The latest cut in whose scope the whole month lies.
    pub(crate) fn latest_with(&self, month: Month) -> &Cut {
        self.cuts
            .iter()
            .rev()
            .find(|cut| cut.as_at.plus_months(-6) <= month.first() && cut.as_at >= month.last())
            .unwrap()
    }
}

pub(crate) fn month(year: i32, month: i32) -> Month {
    Month::new(year, month)
}

pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// To one decimal, halves up.
pub(crate) fn one_decimal(value: f64) -> f64 {
    (value * 10.0 + 0.5).floor() / 10.0
}

/// A case: a row with a readable start on or before the as-at date, and an end that is readable or none.
#[derive(Clone)]
pub(crate) struct Case<'a> {
    pub(crate) child: u32,
    pub(crate) start: Day,
    pub(crate) end: Option<Day>,
    row: &'a Row,
    list: &'a List,
}

impl<'a> Case<'a> {
    pub(crate) fn cell(&self, column: &str) -> Cell {
        self.row[place(self.list, column)]
    }

    pub(crate) fn says(&self, column: &str) -> &'static str {
        match self.cell(column) {
            Cell::Text(text) => text,
            _ => "",
        }
    }

    pub(crate) fn day(&self, column: &str) -> Option<Day> {
        match self.cell(column) {
            Cell::Date(day) => Some(day),
            _ => None,
        }
    }

    pub(crate) fn number(&self, column: &str) -> u32 {
        match self.cell(column) {
            Cell::Number(number) => number,
            _ => 0,
        }
    }

    pub(crate) fn district(&self) -> &'static str {
        let team = self.says("Allocated Team");
        AREAS
            .iter()
            .find(|district| team.contains(district.name))
            .map_or("", |district| district.name)
    }

    pub(crate) fn locality(&self) -> &'static str {
        let team = self.says("Allocated Team");
        AREAS
            .iter()
            .find(|district| team.contains(district.name))
            .map_or("", |district| district.locality)
    }

    pub(crate) fn open(&self, on: Day) -> bool {
        self.start <= on && self.end.is_none_or(|end| end > on)
    }
}

fn place(list: &List, column: &str) -> usize {
    list.headings
        .iter()
        .position(|heading| *heading == column)
        .unwrap_or_else(|| panic!("no column {column}"))
}

pub(crate) fn list(cut: &Cut, number: u8) -> &List {
    &cut.lists[usize::from(number) - 1]
}

/// The rows of a list that have an id and repeat none before them.
fn kept<'a>(
    cut: &'a Cut,
    number: u8,
    key: &[&str],
) -> impl Iterator<Item = (u32, &'a Row)> + use<'a> {
    let list = list(cut, number);
    let places: Vec<usize> = key.iter().map(|column| place(list, column)).collect();
    let mut seen = HashSet::new();
    list.rows.iter().filter_map(move |row| {
        let Cell::Child(child) = row[0] else {
            return None;
        };
        let cells: Vec<Cell> = places.iter().map(|place| row[*place]).collect();
        let whole = !cells.contains(&Cell::Blank);
        (!whole || seen.insert((child, cells))).then_some((child, row))
    })
}

/// The cases of a list by its start and, if it has one, its end.
pub(crate) fn cases<'a>(
    cut: &'a Cut,
    number: u8,
    start: &str,
    end: Option<&str>,
    key: &[&str],
) -> Vec<Case<'a>> {
    let list = list(cut, number);
    let (start, end) = (place(list, start), end.map(|end| place(list, end)));
    let dated = kept(cut, number, key).filter_map(|(child, row)| {
        let Cell::Date(start) = row[start] else {
            return None;
        };
        let end = match end.map_or(Cell::Blank, |end| row[end]) {
            Cell::Blank => None,
            Cell::Date(end) if end >= start => (end <= cut.as_at).then_some(end),
            _ => return None,
        };
        (start <= cut.as_at).then_some(Case {
            child,
            start,
            end,
            row,
            list,
        })
    });
    dated.collect()
}

pub(crate) fn contacts(cut: &Cut) -> Vec<Case<'_>> {
    cases(
        cut,
        1,
        "Date of Contact",
        None,
        &["Date of Contact", "Contact Source"],
    )
}

pub(crate) fn early_help(cut: &Cut) -> Vec<Case<'_>> {
    cases(
        cut,
        2,
        "Assessment start date",
        Some("Assessment completion date"),
        &["Assessment start date"],
    )
}

pub(crate) fn referrals(cut: &Cut) -> Vec<Case<'_>> {
    cases(
        cut,
        3,
        "Date of referral",
        None,
        &["Date of referral", "Referral Source"],
    )
}

pub(crate) fn assessments(cut: &Cut) -> Vec<Case<'_>> {
    let start = "Continuous Assessment Start Date";
    cases(
        cut,
        4,
        start,
        Some("Continuous Assessment Date of Authorisation"),
        &[start],
    )
}

pub(crate) fn in_need(cut: &Cut) -> Vec<Case<'_>> {
    cases(
        cut,
        6,
        "CIN Start Date",
        Some("CIN Closure Date"),
        &["CIN Start Date"],
    )
}

pub(crate) fn plans(cut: &Cut) -> Vec<Case<'_>> {
    let start = "Child Protection Plan Start Date";
    cases(
        cut,
        7,
        start,
        Some("Child Protection Plan End Date"),
        &[start],
    )
}

/// Periods of care, series of short breaks apart.
pub(crate) fn care(cut: &Cut) -> Vec<Case<'_>> {
    let start = "Date Started to be Looked After";
    let key = [
        start,
        "Child's Legal Status",
        "Placement Type",
        "Placement Provider",
        "Placement postcode",
    ];
    let mut all = cases(cut, 8, start, Some("Date Ceased to be Looked After"), &key);
    all.retain(|case| {
        !["V3", "V4"]
            .iter()
            .any(|code| case.says("Child's Legal Status").starts_with(code))
    });
    all
}

/// Care leavers in scope.
pub(crate) fn care_leavers(cut: &Cut) -> Vec<Case<'_>> {
    let list = list(cut, 9);
    let rows = kept(cut, 9, &["Child Unique ID"]);
    let all = rows.map(|(child, row)| Case {
        child,
        start: cut.as_at,
        end: None,
        row,
        list,
    });
    all.filter(|case| {
        let eligibility = case.says("Eligibility Category");
        let asked = !matches!(case.says("LA in Touch"), "c) Died" | "f) Rhom");
        asked
            && [
                "a) Relevant child",
                "b) Former relevant child",
                "c) Qualifying care leaver",
            ]
            .contains(&eligibility)
    })
    .collect()
}

/// Children (not rows) with an open case on a day; of several, the one that started last.
pub(crate) fn open_on<'a>(cases: &[Case<'a>], on: Day) -> BTreeMap<u32, Case<'a>> {
    let mut open: BTreeMap<u32, Case<'a>> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.open(on)) {
        let earlier = open
            .get(&case.child)
            .is_some_and(|known| known.start >= case.start);
        if !earlier {
            open.insert(case.child, case.clone());
        }
    }
    open
}

/// Assessments authorised in a month, and those of them after the 45th working day; of one locality, or of all ("").
pub(crate) fn over_45(cut: &Cut, month: Month, locality: &str) -> (usize, usize) {
    let all = authorised(cut, month);
    let here = all
        .iter()
        .filter(|case| locality.is_empty() || case.locality() == locality);
    let late = here
        .clone()
        .filter(|case| case.end.unwrap() > due(case.start, 45))
        .count();
    (late, here.count())
}

pub(crate) fn authorised(cut: &Cut, month: Month) -> Vec<Case<'_>> {
    let mut all = assessments(cut);
    all.retain(|case| case.end.is_some_and(|end| end.month() == month));
    all
}

/// Contacts of a month (the police's only, when asked), and those followed by a referral within five working days.
pub(crate) fn followed_by_a_referral(cut: &Cut, month: Month, police_only: bool) -> (usize, usize) {
    let mut referred: BTreeMap<u32, Vec<Day>> = BTreeMap::new();
    referrals(cut)
        .iter()
        .for_each(|case| referred.entry(case.child).or_default().push(case.start));
    let all = contacts(cut);
    let asked = all.iter().filter(|case| case.start.month() == month);
    let asked = asked.filter(|case| !police_only || case.says("Contact Source") == "q) 6: Police");
    let hit = |case: &&Case<'_>| {
        let days = referred.get(&case.child);
        days.is_some_and(|days| {
            days.iter()
                .any(|day| (case.start..=due(case.start, 5)).contains(day))
        })
    };
    (asked.clone().filter(hit).count(), asked.count())
}

/// Periods of care whose first health assessment fell due in a month, and those of them on time.
pub(crate) fn first_health(cut: &Cut, month: Month) -> (usize, usize) {
    let all = care(cut);
    let mut seen = HashSet::new();
    let periods = all
        .iter()
        .filter(|case| seen.insert((case.child, case.start)))
        .filter(|case| {
            let limit = due(case.start, 20);
            limit.month() == month && case.end.is_none_or(|end| end > limit)
        });
    let periods: Vec<_> = periods.collect();
    let hit = |case: &&&Case<'_>| {
        let health = case.day("Date of Last Health Assessment");
        health.is_some_and(|day| (case.start..=due(case.start, 20)).contains(&day))
    };
    (periods.iter().filter(hit).count(), periods.len())
}

/// Children on a child-in-need plan at the as-at date.
pub(crate) fn on_a_cin_plan(cut: &Cut) -> Vec<Case<'_>> {
    let on = cut.as_at;
    let (plans, care) = (open_on(&plans(cut), on), open_on(&care(cut), on));
    let open = open_on(&in_need(cut), on).into_values();
    open.filter(|case| case.says("Case Status") == "c) Child in need plan")
        .filter(|case| !plans.contains_key(&case.child) && !care.contains_key(&case.child))
        .collect()
}

/// Those of them for whom a visit in 28 days is asked, and those not visited.
pub(crate) fn not_visited(cut: &Cut, locality: &str) -> (usize, usize) {
    let on = cut.as_at;
    let mut asked = on_a_cin_plan(cut);
    asked.retain(|case| locality.is_empty() || case.locality() == locality);
    asked.retain(|case| {
        case.day("Date of Birth").is_none_or(|born| born <= on) && case.start.days_until(on) >= 28
    });
    let seen = |case: &&Case<'_>| {
        let day = case.day("Date Child Was Last Seen");
        day.is_some_and(|day| day <= on && day.days_until(on) <= 28)
    };
    let visited = asked.iter().filter(seen).count();
    (asked.len() - visited, asked.len())
}

/// Care leavers in a district (all: ""), and those in education, employment or training.
pub(crate) fn busy(cut: &Cut, district: &str) -> (usize, usize) {
    let mut all = care_leavers(cut);
    all.retain(|case| district.is_empty() || case.district() == district);
    let busy = all
        .iter()
        .filter(|case| case.says("Activity Status").starts_with(['F', 'P']))
        .count();
    (busy, all.len())
}
