use super::*;
use crate::signals::{Limits, fired};

fn labels(values: &[f64], rules: &RuleSet) -> Vec<&'static str> {
    let points: Vec<_> = values.iter().copied().map(Some).collect();
    // Mean 0, near limits at 2, limits at 3.
    let found = fired(&points, &Limits::around(0.0, 3.0), rules);
    found
        .iter()
        .map(|point| label(point, rules).as_str())
        .collect()
}

#[test]
fn publishers_differ_on_two_of_three() {
    let beyond_and_near = [0.5, 3.5, 1.0, 2.5, 0.5];
    assert_eq!(labels(&beyond_and_near, &PTD_R)[3], "common");
    assert_eq!(
        labels(&beyond_and_near, &MDC_6)[1..4],
        ["two_of_three_high", "common", "two_of_three_high"]
    );

    let third_below_the_mean = [2.5, -1.0, 2.5];
    assert_eq!(labels(&third_below_the_mean, &PTD_R), ["common"; 3]);
    for rules in [&MDC_6, &IHI, &POWERBI_WA] {
        assert_eq!(
            labels(&third_below_the_mean, rules)[0],
            "two_of_three_high",
            "{}",
            rules.id
        );
    }

    let third_near_the_other_limit = [2.5, -2.5, 2.5];
    assert_eq!(
        labels(&third_near_the_other_limit, &IHI)[2],
        "two_of_three_high"
    );
    assert_eq!(
        labels(&third_near_the_other_limit, &POWERBI_WA),
        ["common"; 3]
    );
}

#[test]
fn run_lengths_are_the_rule_sets_own() {
    let of_seven = [0.1, 0.4, 0.2, 0.5, 0.3, 0.6, 0.2, -0.1];
    for (rules, fires) in [
        (&PTD_R, true),
        (&MDC_6, true),
        (&IHI, false),
        (&POWERBI_WA, true),
    ] {
        assert_eq!(
            labels(&of_seven, rules)[0] == "shift_high",
            fires,
            "{}",
            rules.id
        );
    }
    let five_rising = [0.1, -0.2, -0.1, 0.1, 0.2, 0.3, -0.2];
    for (rules, fires) in [
        (&PTD_R, false),
        (&MDC_6, false),
        (&IHI, false),
        (&POWERBI_WA, true),
    ] {
        assert_eq!(
            labels(&five_rising, rules)[3] == "trend_up",
            fires,
            "{}",
            rules.id
        );
    }
}

#[test]
fn priority_names_a_point_that_meets_several_rules() {
    let rise_to_beyond = [-1.5, -1.0, -0.5, 0.5, 1.0, 1.5, 3.5];
    assert_eq!(labels(&rise_to_beyond, &PTD_R)[6], "above_upl");
    assert_eq!(labels(&rise_to_beyond, &MDC_6)[6], "trend_up");
}

#[test]
fn a_month_without_a_figure_ends_a_run() {
    let mut points = [Some(1.0); 9];
    let limits = Limits::around(0.0, 3.0);
    assert_eq!(fired(&points, &limits, &PTD_R)[8].shift, 1);
    points[4] = None;
    assert!(
        fired(&points, &limits, &PTD_R)
            .iter()
            .all(|point| !point.any())
    );
}

#[test]
fn a_rule_set_is_found_by_its_name() {
    assert_eq!(rule_set("ihi"), Some(&IHI));
    assert_eq!(rule_set("anhoej"), None);
}
