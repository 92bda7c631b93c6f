//! What the source minutes say comes out true of Wayshire, under the published definitions. Unless a test says
//! otherwise a month's figure is that of the cut of the month's own last day.

#![allow(clippy::unwrap_used)]

mod figures;

use figures::*;
use std::sync::LazyLock;
use waymark_data::working_days::due;
use waymark_wayshire::{AREAS, LOCALITIES};

static WAYSHIRE: LazyLock<Wayshire> = LazyLock::new(Wayshire::new);

fn looked_after(year: i32, number: i32) -> usize {
    let cut = WAYSHIRE.cut(month(year, number));
    open_on(&care(cut), cut.as_at).len()
}

#[test]
fn two_in_five_assessments_took_over_45_days_in_january_2016_and_one_in_five_in_august_2017() {
    for (year, number, wanted) in [(2016, 1, 40.0), (2017, 8, 21.0)] {
        let month = month(year, number);
        for cut in [WAYSHIRE.cut(month), WAYSHIRE.latest_with(month)] {
            let (late, all) = over_45(cut, month, "");
            assert_eq!(percent(late, all).round(), wanted, "{late} of {all}");
        }
    }
    let cut = WAYSHIRE.cut(month(2016, 1));
    for before in (8..=12).map(|number| month(2015, number)) {
        let (late, all) = over_45(cut, before, "");
        assert!(
            (39.0..43.0).contains(&percent(late, all)),
            "{late} of {all} in {}",
            before.words()
        );
    }
}

#[test]
fn assessments_over_45_days_fell_to_december_2016_then_rose_eight_months_running_in_number_and_in_share()
 {
    let figure = |number: i32, latest: bool| {
        let month = month(2016, 1).plus(number);
        let cut = if latest {
            WAYSHIRE.latest_with(month)
        } else {
            WAYSHIRE.cut(month)
        };
        let (late, all) = over_45(cut, month, "");
        (late, percent(late, all))
    };
    for latest in [false, true] {
        let shares: Vec<f64> = (0..27).map(|number| figure(number, latest).1).collect();
        let lowest = shares.iter().copied().fold(f64::MAX, f64::min);
        assert_eq!(shares[11], lowest, "December 2016 is the lowest");
        assert!(
            (0..11).all(|number| shares[number + 1] < shares[number]),
            "falls through 2016: {shares:?}"
        );
        assert!(
            (11..19).all(|number| shares[number + 1] > shares[number]),
            "eight rises: {shares:?}"
        );
        assert!(
            (20..27).all(|number| shares[number] < 21.0 && shares[number] > 18.0),
            "then level or falling: {shares:?}"
        );
        assert!(
            (11..19).all(|number| figure(number + 1, latest).0 > figure(number, latest).0),
            "the number rises too"
        );
    }
}

#[test]
fn the_north_drives_the_rise_of_2017_while_the_centre_is_steady_and_the_east_improves() {
    let share = |number: i32, locality: &str| {
        let month = month(2017, number);
        let (late, all) = over_45(WAYSHIRE.cut(month), month, locality);
        percent(late, all)
    };
    for number in 1..=8 {
        assert!(number == 1 || share(number, "North") > share(number - 1, "North"));
        assert!(
            LOCALITIES[1..]
                .iter()
                .all(|other| share(number, "North") > share(number, other))
        );
        assert!((11.5..14.5).contains(&share(number, "Central")));
    }
    assert!(share(8, "East") < share(1, "East"));
    assert!(share(8, "North") > 2.0 * share(8, "Central"));
}

#[test]
fn assessments_of_looked_after_children_are_the_likelier_to_be_overdue() {
    let cut = WAYSHIRE.cut(month(2017, 8));
    let periods = care(cut);
    let mut all = assessments(cut);
    all.retain(|case| case.end.is_some_and(|end| end >= cut.as_at.plus_months(-6)));
    let looked_after = |case: &&Case<'_>| {
        periods
            .iter()
            .any(|one| one.child == case.child && one.open(case.end.unwrap()))
    };
    let (of_cla, others): (Vec<_>, Vec<_>) = all.iter().partition(looked_after);
    let late = |these: &[&Case<'_>]| {
        percent(
            these
                .iter()
                .filter(|case| case.end.unwrap() > due(case.start, 45))
                .count(),
            these.len(),
        )
    };
    assert!(of_cla.len() > 100, "{}", of_cla.len());
    assert!(
        late(&of_cla) > late(&others) + 10.0,
        "{} against {}",
        late(&of_cla),
        late(&others)
    );
}

#[test]
fn the_children_looked_after_are_as_many_as_the_sources_count() {
    assert_eq!([looked_after(2016, 3), looked_after(2017, 6)], [1691, 1875]);
    assert_eq!([looked_after(2017, 8), looked_after(2018, 3)], [1923, 1949]);
    // Later cuts agree about those months.
    for (year, number, count) in [(2016, 3, 1691), (2017, 6, 1875), (2017, 8, 1923)] {
        let month = month(year, number);
        let later = WAYSHIRE.latest_with(month);
        assert_eq!(
            open_on(&care(later), month.last()).len(),
            count,
            "{}",
            month.words()
        );
    }
}

#[test]
fn two_districts_of_the_east_have_clearly_high_rates_of_looked_after_children() {
    let cut = WAYSHIRE.cut(month(2017, 8));
    let open = open_on(&care(cut), cut.as_at);
    let rate = |name: &str, children: u32| {
        open.values().filter(|case| case.district() == name).count() as f64 * 10_000.0
            / f64::from(children)
    };
    let mut rates: Vec<(f64, &str)> = AREAS
        .iter()
        .map(|area| (rate(area.name, area.population_0_17), area.name))
        .collect();
    rates.sort_by(|a, b| b.0.total_cmp(&a.0));
    assert_eq!([rates[0].1, rates[1].1], ["Cinderhope", "Quarrydale"]);
    assert!(rates[1].0 > 1.25 * rates[2].0, "{rates:?}");
}

#[test]
fn north_and_east_together_lost_five_looked_after_children_in_september_2017() {
    let september = month(2017, 9);
    for cut in [WAYSHIRE.cut(september), WAYSHIRE.latest_with(september)] {
        let all = care(cut);
        let here = all.iter().filter(|case| case.locality() != "Central");
        let started = here
            .clone()
            .filter(|case| case.start.month() == september)
            .count() as i64;
        let ceased = here
            .filter(|case| case.end.is_some_and(|end| end.month() == september))
            .count() as i64;
        assert_eq!(started - ceased, -5);
    }
}

#[test]
fn nearly_a_fifth_of_looked_after_children_lived_with_their_parents_in_august_2017() {
    let cut = WAYSHIRE.cut(month(2017, 8));
    let open = open_on(&care(cut), cut.as_at);
    let there = open
        .values()
        .filter(|case| case.says("Placement Type") == "k) P1: Placed with parents")
        .count();
    assert_eq!((there, open.len()), (365, 1923));
    for month in [month(2017, 7), month(2017, 9), month(2018, 3)] {
        let cut = WAYSHIRE.cut(month);
        let open = open_on(&care(cut), cut.as_at);
        let there = open
            .values()
            .filter(|case| case.says("Placement Type") == "k) P1: Placed with parents")
            .count();
        assert!(
            (15.0..22.0).contains(&percent(there, open.len())),
            "{there} of {} in {}",
            open.len(),
            month.words()
        );
    }
}

#[test]
fn august_2017_had_770_referrals_after_29_8_percent_of_its_contacts() {
    let august = month(2017, 8);
    let (own, mature) = (WAYSHIRE.cut(august), WAYSHIRE.cut(month(2017, 9)));
    for cut in [own, mature, WAYSHIRE.latest_with(august)] {
        assert_eq!(
            referrals(cut)
                .iter()
                .filter(|case| case.start.month() == august)
                .count(),
            770
        );
    }
    for cut in [mature, WAYSHIRE.latest_with(august)] {
        let (hits, all) = followed_by_a_referral(cut, august, false);
        assert_eq!(one_decimal(percent(hits, all)), 29.8, "{hits} of {all}");
        assert!((2450..2700).contains(&all));
    }
    let (hits, all) = followed_by_a_referral(own, august, false);
    assert!(
        (28.3..30.3).contains(&percent(hits, all)),
        "{hits} of {all}"
    );
    let share = |number: i32| {
        let month = month(2017, number);
        let (hits, all) = followed_by_a_referral(WAYSHIRE.latest_with(month), month, false);
        percent(hits, all)
    };
    assert!(
        (1..8).all(|number| share(number + 1) < share(number)),
        "falling to August"
    );
}

#[test]
fn police_contacts_are_many_and_seldom_become_referrals() {
    let august = month(2017, 8);
    let cut = WAYSHIRE.cut(month(2017, 9));
    let (hits, police) = followed_by_a_referral(cut, august, true);
    let (_, all) = followed_by_a_referral(cut, august, false);
    assert!(percent(police, all) > 40.0, "{police} of {all}");
    assert!(percent(hits, police) < 20.0, "{hits} of {police}");
}

#[test]
fn seven_in_ten_children_assessed_after_a_police_referral_got_no_service() {
    let cut = WAYSHIRE.cut(month(2018, 3));
    let referred = referrals(cut);
    let mut last: std::collections::BTreeMap<u32, (waymark_data::Day, bool)> =
        std::collections::BTreeMap::new();
    for case in assessments(cut)
        .iter()
        .filter(|case| case.end.is_some_and(|end| end >= cut.as_at.plus_months(-6)))
    {
        let mut linked: Vec<_> = referred
            .iter()
            .filter(|one| one.child == case.child && one.start <= case.start)
            .collect();
        linked.sort_by_key(|one| one.start);
        let Some(linked) = linked.last().filter(|one| case.start <= due(one.start, 10)) else {
            continue;
        };
        let end = case.end.unwrap();
        if linked.says("Referral Source") == "q) 6: Police"
            && last.get(&case.child).is_none_or(|(day, _)| *day <= end)
        {
            let support =
                case.says("Was the child assessed as requiring LA children's social care support?");
            last.insert(case.child, (end, support == "b) No"));
        }
    }
    let none = last.values().filter(|(_, none)| *none).count();
    assert!(
        (68.0..72.0).contains(&percent(none, last.len())),
        "{none} of {}",
        last.len()
    );
}

#[test]
fn a_quarter_of_the_assessments_of_august_2017_found_no_need_of_support() {
    let august = month(2017, 8);
    for cut in [WAYSHIRE.cut(august), WAYSHIRE.latest_with(august)] {
        let all = authorised(cut, august);
        let support = "Was the child assessed as requiring LA children's social care support?";
        let none = all
            .iter()
            .filter(|case| case.says(support) == "b) No")
            .count();
        assert_eq!(
            percent(none, all.len()).round(),
            25.0,
            "{none} of {}",
            all.len()
        );
    }
}

#[test]
fn children_on_plans_and_in_need_are_as_many_as_the_sources_count() {
    let on_a_plan = |year, number| {
        let cut = WAYSHIRE.cut(month(year, number));
        open_on(&plans(cut), cut.as_at).len()
    };
    assert_eq!([on_a_plan(2016, 3), on_a_plan(2018, 3)], [1443, 1314]);
    assert_eq!(on_a_cin_plan(WAYSHIRE.cut(month(2018, 3))).len(), 1908);
    // The three groups are of different children: 5,171 in all.
    let cut = WAYSHIRE.cut(month(2018, 3));
    let mut children: Vec<u32> = on_a_cin_plan(cut).iter().map(|case| case.child).collect();
    children.extend(open_on(&plans(cut), cut.as_at).keys());
    children.extend(open_on(&care(cut), cut.as_at).keys());
    children.sort_unstable();
    children.dedup();
    assert_eq!(children.len(), 5171);
}

#[test]
fn a_hundred_children_in_need_of_the_north_had_not_been_visited_in_four_weeks_at_march_2018() {
    let cut = WAYSHIRE.cut(month(2018, 3));
    assert_eq!(not_visited(cut, "North"), (100, 667));
    let (unseen, asked) = not_visited(cut, "");
    assert!(
        (10.0..19.0).contains(&percent(unseen, asked)),
        "{unseen} of {asked}"
    );
    assert!(unseen > 200);
}

#[test]
fn first_health_assessments_on_time_went_from_22_percent_to_50_in_four_months() {
    let share = |number: i32| {
        let month = month(2017, 11).plus(number);
        let (hits, all) = first_health(WAYSHIRE.cut(month), month);
        percent(hits, all)
    };
    let shares: Vec<f64> = (0..5).map(share).collect();
    assert_eq!(
        [shares[0].round(), shares[4].round()],
        [22.0, 50.0],
        "{shares:?}"
    );
    assert!(
        (0..4).all(|number| shares[number + 1] > shares[number]),
        "{shares:?}"
    );
    let later = WAYSHIRE.cut(month(2018, 3));
    let (hits, all) = first_health(later, month(2017, 11));
    assert_eq!(
        percent(hits, all).round(),
        22.0,
        "the last cut still says so"
    );
}

#[test]
fn forty_four_of_244_care_leavers_lived_unsuitably_most_of_them_in_custody() {
    let cut = WAYSHIRE.cut(month(2018, 3));
    let mut asked = care_leavers(cut);
    asked.retain(|case| {
        !case
            .says("Type of Accommodation")
            .starts_with(['G', 'H', 'R'])
    });
    assert_eq!(asked.len(), 244);
    let custody = |case: &Case<'_>| case.says("Type of Accommodation").starts_with('X');
    asked.retain(|case| {
        case.says("Suitability of Accommodation") == "b) Unsuitable" || custody(case)
    });
    assert_eq!(asked.len(), 44);
    let in_custody = asked.iter().filter(|case| custody(case)).count();
    let mut others = std::collections::BTreeMap::new();
    for case in asked.iter().filter(|case| !custody(case)) {
        *others
            .entry(case.says("Type of Accommodation"))
            .or_insert(0) += 1;
    }
    assert!(
        others.values().all(|count| *count < in_custody),
        "{in_custody} in custody, others {others:?}"
    );
}

#[test]
fn fellgates_care_leavers_at_work_or_learning_fell_from_17_of_33_to_5_of_17_while_the_county_stood_at_53_2_percent()
 {
    assert_eq!(busy(WAYSHIRE.cut(month(2017, 5)), "Fellgate"), (17, 33));
    assert_eq!(busy(WAYSHIRE.cut(month(2017, 7)), "Fellgate"), (5, 17));
    let (at_it, all) = busy(WAYSHIRE.cut(month(2017, 7)), "");
    assert_eq!(one_decimal(percent(at_it, all)), 53.2, "{at_it} of {all}");
}
