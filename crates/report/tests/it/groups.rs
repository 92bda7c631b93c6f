//! Areas beside the whole.

use crate::given::*;
use waymark_data::Month;
use waymark_measures::{Basis, By, Count, Measure};
use waymark_report::{Against, Audience, Breakdown, Comparator, Row};

pub(crate) fn by_locality(measure: &'static Measure, groups: &[(&str, i32, u32)]) -> Breakdown {
    let period = Month::new(2017, 8).period();
    let row = |name: &str, hits, cases| Row {
        name: name.into(),
        count: Count { hits, cases },
        parts: point_of(measure, period, Count { hits, cases }, (Some(80_000), None)).parts,
    };
    let hits = groups.iter().map(|it| it.1).sum();
    let cases = groups.iter().map(|it| it.2).sum();
    let mut all = row("All", hits, cases);
    all.parts = point_of(measure, period, all.count, (Some(246_777), None)).parts;
    Breakdown {
        measure,
        by: By::Locality,
        basis: Basis::Month,
        period,
        all,
        rows: groups
            .iter()
            .map(|(name, hits, cases)| row(name, *hits, *cases))
            .collect(),
        comparators: vec![Comparator {
            name: "England".into(),
            value: 17.1,
            period: "2016 to 2017".into(),
        }],
        target: Some(15.0),
        audience: Audience::Board,
    }
}

#[test]
fn the_locality_that_drives_the_rise_is_named_and_the_others_are_not_ranked() {
    let areas = by_locality(
        &LATE,
        &[("North", 62, 160), ("Central", 19, 150), ("East", 15, 147)],
    );
    let against: Vec<Against> = areas.seen().1.iter().map(|it| it.against).collect();
    assert_eq!(
        against,
        [
            Against::WorthAsking { higher: true },
            Against::Watch { higher: false },
            Against::WorthAsking { higher: false }
        ]
    );
    assert_eq!(
        areas.sentence(),
        "Worth asking about: North is higher at 38.8% (62 of 160); East is lower at 10.2% (15 of 147). To watch: Central \
         is lower at 12.7% (19 of 150); among 3 groups, at least one so far off comes by luck alone 14 times in 100."
    );
}

#[test]
fn groups_inside_what_chance_explains_are_not_told_apart() {
    let areas = by_locality(
        &LATE,
        &[("North", 34, 160), ("Central", 31, 150), ("East", 31, 147)],
    );
    assert_eq!(
        areas.sentence(),
        "No group differs from the whole by more than chance explains."
    );
    let few = by_locality(&LATE, &[("North", 5, 9), ("Central", 31, 150)]);
    assert_eq!(few.seen().1[0].against, Against::TooFew);
}

#[test]
fn the_table_has_every_group_and_every_comparator() {
    let areas = by_locality(&LATE, &[("North", 62, 160), ("Central", 34, 297)]);
    let table = areas.table();
    let shown =
        |row: usize| -> Vec<&str> { table.rows[row].iter().map(|it| it.shown.as_str()).collect() };
    assert_eq!(
        table.caption,
        "Assessments that took longer than 45 working days in August 2017, by locality"
    );
    assert_eq!(
        shown(1),
        [
            "North",
            "38.8",
            "62",
            "160",
            "31.5",
            "46.5",
            "Worth asking about: higher, which is worse"
        ]
    );
    assert_eq!(&shown(3)[..2], ["England, 2016 to 2017", "17.1"]);
    assert!(
        table
            .rows
            .iter()
            .all(|row| row.len() == table.headings.len())
    );
}

#[test]
fn for_the_public_a_small_group_hides_another_with_it() {
    let mut areas = by_locality(
        &LATE,
        &[("North", 62, 160), ("Central", 3, 150), ("East", 31, 147)],
    );
    areas.audience = Audience::Public;
    let (all, rows) = areas.seen();
    let hidden: Vec<bool> = rows.iter().map(|it| it.hidden).collect();
    assert!(
        !all.hidden && hidden[1] && (hidden[0] || hidden[2]),
        "else the whole less the others is 3: {hidden:?}"
    );
    assert!(!areas.sentence().contains("Central"));
    for (seen, row) in rows.iter().zip(&areas.table().rows[1..]) {
        let marked = row[1..6].iter().all(|it| it.shown == "c");
        assert_eq!(marked, seen.hidden, "{}", seen.row.name);
    }
}

#[test]
fn a_group_that_no_list_tells_of_gives_nothing_away_by_its_absence() {
    // 4 of the whole belong to no group: 4 is the whole less the groups.
    let mut areas = by_locality(&REFERRALS, &[("North", 60, 0), ("Central", 40, 0)]);
    areas.all.count.hits = 104;
    areas.all.parts.numerator = Some(104);
    areas.audience = Audience::Public;
    let (all, rows) = areas.seen();
    assert!(all.hidden || rows.iter().any(|it| it.hidden));
}
