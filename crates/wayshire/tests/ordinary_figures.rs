//! What no minute names is ordinary for a large county, and gives a board something to see: most things are done on
//! time, some are overdue, and a few children go missing again and again.

#![allow(clippy::unwrap_used)]

mod figures;

use figures::*;
use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;
use waymark_data::Day;
use waymark_data::working_days::due;
use waymark_wayshire::{Cell, Cut};

static WAYSHIRE: LazyLock<Wayshire> = LazyLock::new(Wayshire::new);

/// Holds a share of the cases, in percent, to a range in the cuts of March 2016, August 2017 and March 2018.
fn share_lies_within(low: f64, high: f64, hits_of: impl Fn(&Cut) -> (usize, usize)) {
    for month in [month(2016, 3), month(2017, 8), month(2018, 3)] {
        let (hits, all) = hits_of(WAYSHIRE.cut(month));
        let share = percent(hits, all);
        println!("{}: {hits} of {all}, {share:.1}%", month.words());
        assert!(
            (low..high).contains(&share),
            "{share:.1}% ({hits} of {all}) in {}",
            month.words()
        );
    }
}

fn count<T>(all: &[T], hit: impl Fn(&T) -> bool) -> (usize, usize) {
    (all.iter().filter(|one| hit(one)).count(), all.len())
}

#[test]
fn between_a_fifth_and_a_quarter_of_referrals_are_of_children_referred_in_the_year_before() {
    share_lies_within(19.0, 26.0, |cut| {
        let all = referrals(cut);
        let mut by_child: BTreeMap<u32, Vec<(Day, u32)>> = BTreeMap::new();
        for case in &all {
            let counted = case.number("Number of Referrals in Last 12 Months");
            by_child
                .entry(case.child)
                .or_default()
                .push((case.start, counted));
        }
        count(&all, |case| {
            let rows = &by_child[&case.child];
            let earlier = rows
                .iter()
                .any(|(day, _)| *day < case.start && case.start <= day.plus_months(12));
            let (latest, counted) = *rows.iter().max().unwrap();
            let in_return = rows
                .iter()
                .filter(|(day, _)| *day < latest && latest <= day.plus_months(12))
                .count();
            earlier || counted as usize > in_return
        })
    });
}

#[test]
fn some_referrals_end_in_no_further_action() {
    share_lies_within(9.0, 18.0, |cut| {
        count(&referrals(cut), |case| {
            case.says("Referral NFA?") == "a) Yes"
        })
    });
}

#[test]
fn some_three_quarters_of_conferences_are_held_in_15_working_days() {
    share_lies_within(73.0, 81.0, |cut| {
        let start = "Strategy discussion initiating Section 47 Enquiry Start Date";
        let all = cases(cut, 5, start, None, &[start]);
        let held: Vec<(Day, Day)> = all
            .iter()
            .filter_map(|case| {
                Some((
                    case.start,
                    case.day("Date of Initial Child Protection Conference")?,
                ))
            })
            .filter(|(_, day)| *day >= cut.as_at.plus_months(-6))
            .collect();
        count(&held, |(start, day)| *day <= due(*start, 15))
    });
}

#[test]
fn nine_in_ten_conferences_lead_to_a_plan_and_half_of_the_enquiries_to_a_conference() {
    let start = "Strategy discussion initiating Section 47 Enquiry Start Date";
    share_lies_within(78.0, 95.0, |cut| {
        let mut all = cases(cut, 5, start, None, &[start]);
        all.retain(|case| {
            case.day("Date of Initial Child Protection Conference")
                .is_some()
        });
        count(&all, |case| {
            case.says(
                "Did the Initial Child Protection Conference Result in a Child Protection Plan",
            ) == "a) Yes"
        })
    });
    share_lies_within(35.0, 65.0, |cut| {
        let all = cases(cut, 5, start, None, &[start]);
        count(&all, |case| {
            case.day("Date of Initial Child Protection Conference")
                .is_some()
        })
    });
}

#[test]
fn most_children_on_a_plan_are_visited_in_ten_working_days_and_reviewed_in_time() {
    share_lies_within(80.0, 96.0, |cut| {
        let on = cut.as_at;
        let mut open: Vec<_> = open_on(&plans(cut), on).into_values().collect();
        open.retain(|case| {
            due(case.start, 10) < on && case.day("Date of Birth").is_none_or(|born| born <= on)
        });
        count(&open, |case| {
            let visit = case.day("Date of the Last Statutory Visit");
            visit.is_some_and(|day| day >= case.start && on <= due(day, 10))
        })
    });
    share_lies_within(85.0, 99.0, |cut| {
        let on = cut.as_at;
        let mut open: Vec<_> = open_on(&plans(cut), on).into_values().collect();
        open.retain(|case| case.start.plus_months(3) <= on);
        count(&open, |case| {
            match case.day("Date of latest review conference") {
                Some(day) if day >= case.start => on <= day.plus_months(6),
                _ => on <= case.start.plus_months(3),
            }
        })
    });
}

#[test]
fn few_plans_have_lasted_two_years_and_about_a_fifth_are_not_the_childs_first() {
    share_lies_within(0.5, 6.0, |cut| {
        let open: Vec<_> = open_on(&plans(cut), cut.as_at).into_values().collect();
        count(&open, |case| case.start.days_until(cut.as_at) > 729)
    });
    share_lies_within(15.0, 26.0, |cut| {
        count(&plans(cut), |case| {
            case.number("Number of Previous Child Protection Plans") > 0
        })
    });
}

#[test]
fn most_looked_after_children_are_visited_and_reviewed_in_time() {
    share_lies_within(83.0, 96.0, |cut| {
        let on = cut.as_at;
        let open: Vec<_> = open_on(&care(cut), on).into_values().collect();
        count(&open, |case| {
            let placed = case
                .day("Start Date of Most Recent Placement")
                .unwrap_or(case.start);
            let visit = case
                .day("Date of Last Social Work Visit")
                .filter(|day| *day >= placed);
            on <= visit.map_or(placed.plus_days(7), |day| day.plus_days(42))
        })
    });
    share_lies_within(85.0, 97.0, |cut| {
        let on = cut.as_at;
        let mut open: Vec<_> = open_on(&care(cut), on).into_values().collect();
        open.retain(|case| due(case.start, 20) < on);
        count(&open, |case| {
            let review = case
                .day("Date of Latest Statutory Review")
                .filter(|day| *day >= case.start);
            review.is_some_and(|day| {
                let months = if day <= due(case.start, 20) { 3 } else { 6 };
                on <= day.plus_months(months)
            })
        })
    });
}

#[test]
fn health_and_dental_checks_of_children_long_in_care_are_mostly_current() {
    let long_in_care = |cut: &'static Cut| {
        let open = open_on(&care(cut), cut.as_at).into_values();
        open.filter(|case| case.start.plus_months(12) <= cut.as_at)
            .collect::<Vec<_>>()
    };
    for month in [month(2016, 3), month(2017, 8), month(2018, 3)] {
        let cut = WAYSHIRE.cut(month);
        let all = long_in_care(cut);
        let current = |column: &str| {
            count(&all, |case| {
                case.day(column)
                    .is_some_and(|day| cut.as_at <= day.plus_months(12))
            })
        };
        for column in [
            "Date of Last Health Assessment",
            "Date of Last Dental Check",
        ] {
            let (hits, all) = current(column);
            assert!(
                (78.0..97.0).contains(&percent(hits, all)),
                "{hits} of {all}: {column} in {}",
                month.words()
            );
        }
    }
}

#[test]
fn dozens_of_children_wait_for_their_first_health_assessment_past_its_day() {
    for month in [month(2016, 3), month(2017, 8), month(2018, 3)] {
        let cut = WAYSHIRE.cut(month);
        let open: Vec<_> = open_on(&care(cut), cut.as_at).into_values().collect();
        let (waiting, _) = count(&open, |case| {
            let health = case.day("Date of Last Health Assessment");
            due(case.start, 20) < cut.as_at && health.is_none_or(|day| day < case.start)
        });
        assert!(
            (30..90).contains(&waiting),
            "{waiting} in {}",
            month.words()
        );
    }
}

#[test]
fn one_child_in_twelve_has_had_three_homes_in_a_year_and_few_wait_for_a_permanence_plan() {
    share_lies_within(5.0, 16.0, |cut| {
        let open: Vec<_> = open_on(&care(cut), cut.as_at).into_values().collect();
        count(&open, |case| {
            case.number("Number of Placements in the Last 12 months") >= 3
        })
    });
    share_lies_within(0.5, 9.0, |cut| {
        let open: Vec<_> = open_on(&care(cut), cut.as_at).into_values().collect();
        count(&open, |case| {
            let blank = case.cell("What is the permanence plan for this child?") == Cell::Blank;
            blank && case.start.plus_months(4) <= cut.as_at
        })
    });
}

#[test]
fn one_looked_after_child_in_ten_goes_missing_and_a_few_make_many_of_the_episodes() {
    let column = "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months";
    share_lies_within(5.0, 14.0, |cut| {
        let open: Vec<_> = open_on(&care(cut), cut.as_at).into_values().collect();
        count(&open, |case| case.number(column) > 0)
    });
    let cut = WAYSHIRE.cut(month(2018, 3));
    let mut episodes: Vec<u32> = open_on(&care(cut), cut.as_at)
        .values()
        .map(|case| case.number(column))
        .collect();
    episodes.sort_unstable_by(|a, b| b.cmp(a));
    let all: u32 = episodes.iter().sum();
    let of_fifteen: u32 = episodes[..15].iter().sum();
    assert!(
        of_fifteen * 10 > all * 3,
        "fifteen children make {of_fifteen} of {all} episodes"
    );
}

#[test]
fn care_ends_in_adoption_in_guardianship_and_at_home() {
    share_lies_within(2.0, 20.0, |cut| {
        let ended: Vec<_> = care(cut)
            .into_iter()
            .filter(|case| case.end.is_some())
            .collect();
        count(&ended, |case| {
            case.says("Reason Ceased to be Looked After")
                .contains("Adopted")
        })
    });
    share_lies_within(2.0, 20.0, |cut| {
        let ended: Vec<_> = care(cut)
            .into_iter()
            .filter(|case| case.end.is_some())
            .collect();
        count(&ended, |case| {
            case.says("Reason Ceased to be Looked After")
                .contains("Special Guardianship")
        })
    });
}

#[test]
fn some_ninety_children_are_on_their_way_to_adoption_and_take_under_two_years_to_get_there() {
    for cut in WAYSHIRE.cuts() {
        let rows = &list(cut, 10).rows;
        print!("{} ", rows.len());
        assert!(
            (60..125).contains(&rows.len()),
            "{} at {}",
            rows.len(),
            cut.as_at
        );
    }
    let cut = WAYSHIRE.cut(month(2018, 3));
    let headings = list(cut, 10).headings;
    let at = |name: &str| {
        headings
            .iter()
            .position(|heading| *heading == name)
            .unwrap()
    };
    let days: Vec<i32> = list(cut, 10)
        .rows
        .iter()
        .filter_map(|row| {
            match (
                row[at("Date the Child Entered Care")],
                row[at("Date Placed for Adoption")],
            ) {
                (Cell::Date(entered), Cell::Date(placed)) => Some(entered.days_until(placed)),
                _ => None,
            }
        })
        .collect();
    let mean = days.iter().sum::<i32>() / i32::try_from(days.len()).unwrap();
    assert!(
        days.iter().all(|days| *days > 0) && (350..900).contains(&mean),
        "{mean} days"
    );
    assert!((60..140).contains(&list(cut, 11).rows.len()));
}

#[test]
fn care_leavers_at_work_or_learning_are_fewer_each_august_than_in_may_and_more_again_by_november() {
    for year in [2016, 2017] {
        let share = |number| {
            let (at_it, all) = busy(WAYSHIRE.cut(month(year, number)), "");
            percent(at_it, all)
        };
        let (may, august, november) = (share(5), share(8), share(11));
        assert!(
            august < may && august < november,
            "{year}: {may} {august} {november}"
        );
    }
}

#[test]
fn more_police_contacts_lead_to_early_help_each_year() {
    let share = |year: i32, number: i32| {
        let at = month(year, number);
        let cut = WAYSHIRE.latest_with(at);
        let help = early_help(cut);
        let all = contacts(cut);
        let police: Vec<_> = all
            .iter()
            .filter(|case| {
                case.start.month() == at && case.says("Contact Source") == "q) 6: Police"
            })
            .collect();
        let (hits, all) = count(&police, |case| {
            help.iter().any(|one| {
                one.child == case.child && (0..=30).contains(&case.start.days_until(one.start))
            })
        });
        percent(hits, all)
    };
    let (first, middle, last) = (share(2016, 2), share(2017, 2), share(2018, 2));
    assert!(first < middle && middle < last, "{first} {middle} {last}");
    assert!(last < 15.0);
}

#[test]
fn later_cuts_restate_some_earlier_months_a_little() {
    let mut restated = 0;
    for back in 0..20 {
        let at = month(2016, 1).plus(back);
        let late = |cut: &Cut| authorised(cut, at).len();
        let (own, latest) = (late(WAYSHIRE.cut(at)), late(WAYSHIRE.latest_with(at)));
        assert!(
            latest >= own && latest - own < 20,
            "{own} then {latest} in {}",
            at.words()
        );
        restated += usize::from(latest > own);
        let on_a_plan = |cut: &Cut| open_on(&plans(cut), at.last()).len();
        let (own, latest) = (
            on_a_plan(WAYSHIRE.cut(at)),
            on_a_plan(WAYSHIRE.latest_with(at)),
        );
        assert!(
            own.abs_diff(latest) < 15,
            "{own} then {latest} plans in {}",
            at.words()
        );
        restated += usize::from(own != latest);
    }
    assert!(restated > 25, "{restated} of 40");
}

#[test]
fn children_with_several_lists_are_the_same_children_in_each() {
    let cut = WAYSHIRE.cut(month(2018, 3));
    let mut told: BTreeMap<u32, (Cell, Cell)> = BTreeMap::new();
    for number in 1..=9 {
        for row in &list(cut, number).rows {
            let Cell::Child(child) = row[0] else { continue };
            let said = *told.entry(child).or_insert((row[1], row[3]));
            assert_eq!(
                said,
                (row[1], row[3]),
                "gender and date of birth in list {number}"
            );
        }
    }
    let on_plan: HashSet<u32> = open_on(&plans(cut), cut.as_at).into_keys().collect();
    let referred: HashSet<u32> = referrals(cut).iter().map(|case| case.child).collect();
    let both = on_plan.intersection(&referred).count();
    assert!(both > 200, "plans grow out of referrals: {both}");
}
