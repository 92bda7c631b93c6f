//! The signals and the suppression rule against numbers that others have published.
//!
//! `signal_vectors/` holds them in a compact form. Where the larger reference file they were
//! taken from is at hand (`../shared` beside the workspace), all of it is tried too.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use serde_json::Value;
use waymark_measures::disclosure::{
    Rule as Suppression, Shown, count, line, percentage, round_half_up, rounded_percentage,
};
use waymark_measures::signals::{
    AssuranceIcon, Band, CannotSay, Change, Good, Grounds, Kind, Label, Limits, MDC_6, Method,
    Movement, Outlook, PTD_R, Population, RuleSet, Third, annual_by_days, annual_by_months,
    assurance, byar, c_chart, chart, fewest_crossings, fired, implied_population, kind, label,
    limits, longest_expected, members, one_decimal, p_chart, proportion, proportion_arcsine, rate,
    ratio, run_chart, shift_fires, trend_fires, two_of_three, u_chart, validity, variation,
    verdict, wilson,
};

fn ours(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/signal_vectors")
        .join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A section of the larger reference file, if it is there.
fn reference(section: &str) -> Option<Value> {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/reference/spc_vectors.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: {section} of the larger reference file, which is not there");
        return None;
    };
    Some(serde_json::from_str::<Value>(&text).unwrap()[section].take())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().map(|v| v.as_f64().unwrap()).collect()
}

fn signs(value: &Value) -> Vec<i8> {
    list(value)
        .iter()
        .map(|v| v.as_i64().unwrap() as i8)
        .collect()
}

fn points(value: &Value) -> Vec<Option<f64>> {
    list(value).iter().map(Value::as_f64).collect()
}

fn good(name: &Value) -> Good {
    match name.as_str().unwrap() {
        "increase" => Good::Up,
        "decrease" => Good::Down,
        "neutral" => Good::Neither,
        other => panic!("no such direction: {other}"),
    }
}

fn same(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-6 * expected.abs().max(1e-3)
}

/// Equal to the digits that were printed.
fn as_printed(found: f64, printed: &Value) -> bool {
    let digits = printed.to_string();
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    (found - printed.as_f64().unwrap()).abs() <= 0.5000001 * 10_f64.powi(-(decimals as i32))
}

/// One series and all that must come of it.
struct Series {
    id: String,
    points: Vec<Option<f64>>,
    screen: bool,
    lock: Option<usize>,
    rules: RuleSet,
    good: Good,
    target: Option<f64>,
    mean: f64,
    limits: [f64; 2],
    near: [f64; 2],
    moving_range: [f64; 2],
    screened: u64,
    labels: Vec<String>,
    kinds: Vec<String>,
    variation: String,
    assurance: Option<String>,
    printed: Value,
}

/// The same number of names as points: `usual`, but for those listed by their place from 1.
fn named(places: &Value, len: usize, usual: &str) -> Vec<String> {
    let mut names = vec![usual.to_owned(); len];
    for (name, at) in places.as_object().unwrap() {
        for place in list(at) {
            names[place.as_u64().unwrap() as usize - 1] = name.clone();
        }
    }
    names
}

fn words(value: &Value) -> Vec<String> {
    list(value)
        .iter()
        .map(|v| v.as_str().unwrap().to_owned())
        .collect()
}

fn pair(value: &Value) -> [f64; 2] {
    numbers(value).try_into().unwrap()
}

fn all_series() -> Vec<Series> {
    let length = |v: &Value| v.as_u64().map(|n| n as usize);
    let rules = |shift: &Value, trend: &Value| RuleSet {
        shift: length(shift).unwrap(),
        trend: length(trend).unwrap(),
        ..PTD_R
    };
    let text = |v: &Value| v.as_str().map(str::to_owned);
    let mut found: Vec<Series> = list(&ours("xmr.json"))
        .iter()
        .map(|v| {
            let points = points(&v["values"]);
            Series {
                id: text(&v["id"]).unwrap(),
                screen: v["screen"].as_bool().unwrap(),
                lock: length(&v["lock"]),
                rules: rules(&v["shift"], &v["trend"]),
                good: good(&v["good"]),
                target: v["target"].as_f64(),
                mean: v["mean"].as_f64().unwrap(),
                limits: pair(&v["limits"]),
                near: pair(&v["near"]),
                moving_range: pair(&v["moving_range"]),
                screened: v["screened"].as_u64().unwrap(),
                labels: named(&v["signals"], points.len(), "common"),
                kinds: named(&v["kinds"], points.len(), "common_cause"),
                variation: text(&v["variation"]).unwrap(),
                assurance: text(&v["assurance"]),
                printed: v["printed"].clone(),
                points,
            }
        })
        .collect();
    assert!(found.len() >= 15);
    found.extend(list(&reference("xmr").unwrap_or_default()).iter().map(|v| {
        let (asked, expected) = (&v["options"], &v["expect"]);
        let number = |name: &str| expected[name].as_f64().unwrap();
        Series {
            id: format!("{} (reference)", v["id"].as_str().unwrap()),
            points: points(&v["values"]),
            screen: asked["screen_outliers"].as_bool().unwrap(),
            lock: length(&asked["fix_after_n_points"]),
            rules: rules(&asked["shift_length"], &asked["trend_length"]),
            good: good(&asked["improvement_direction"]),
            target: asked["target"].as_f64(),
            mean: number("mean"),
            limits: [number("lower_process_limit"), number("upper_process_limit")],
            near: [number("near_lower"), number("near_upper")],
            moving_range: [
                number("mean_moving_range_raw"),
                number("mean_moving_range_used"),
            ],
            screened: expected["ranges_screened"].as_u64().unwrap(),
            labels: words(&expected["labels"]),
            kinds: words(&expected["point_types"]),
            variation: text(&expected["variation_icon_last"]).unwrap(),
            assurance: text(&expected["assurance_icon"]),
            printed: v["printed"].clone(),
        }
    }));
    found
}

#[test]
fn limits_labels_and_icons_of_every_series() {
    for series in all_series() {
        let id = &series.id;
        let found = limits(&series.points, series.screen, series.lock).unwrap();
        for (what, found, expected) in [
            ("mean", found.mean, series.mean),
            ("lower", found.lower, series.limits[0]),
            ("upper", found.upper, series.limits[1]),
            ("near lower", found.near_lower, series.near[0]),
            ("near upper", found.near_upper, series.near[1]),
            (
                "moving range",
                found.moving_range_raw,
                series.moving_range[0],
            ),
            (
                "moving range used",
                found.moving_range,
                series.moving_range[1],
            ),
        ] {
            assert!(
                same(found, expected),
                "{id}: {what} is {found}, not {expected}"
            );
            if let Some(printed) = series.printed.get(what) {
                assert!(
                    as_printed(found, printed),
                    "{id}: {what} is {found}, printed {printed}"
                );
            }
        }
        assert_eq!(
            found.screened as u64, series.screened,
            "{id}: ranges screened"
        );

        let labels: Vec<Label> = fired(&series.points, &found, &series.rules)
            .iter()
            .map(|point| label(point, &series.rules))
            .collect();
        assert_eq!(
            labels.iter().map(|l| l.as_str()).collect::<Vec<_>>(),
            series.labels,
            "{id}"
        );
        let kinds: Vec<_> = labels
            .iter()
            .map(|l| kind(*l, series.good).as_str())
            .collect();
        assert_eq!(kinds, series.kinds, "{id}");
        let icon = variation(*labels.last().unwrap(), series.good);
        assert_eq!(icon.as_str(), series.variation, "{id}");
        let met =
            assurance(&found, series.target, series.good).map(|icon| icon.as_str().to_owned());
        assert_eq!(met, series.assurance, "{id}");
    }
}

#[test]
fn a_shift_of_six_fires_under_mdc_6_and_not_under_ptd_r() {
    let series = all_series()
        .into_iter()
        .find(|s| s.id == "shift_of_6_rule_set_7_7")
        .unwrap();
    let under = |rules: &RuleSet| {
        chart(
            &series.points,
            &Method {
                rules,
                ..Method::default()
            },
        )
    };
    assert_eq!(under(&MDC_6).labels[5..11], [Label::ShiftHigh; 6]);
    assert!(under(&PTD_R).labels.iter().all(|l| *l == Label::Common));
    assert_eq!(
        (under(&MDC_6).rules, under(&PTD_R).rules),
        ("mdc-6", "ptd-r")
    );
}

#[test]
fn a_merger_breaks_a_chart_in_two() {
    let of = |id: &str| all_series().into_iter().find(|s| s.id == id).unwrap();
    let before = of("ae_rrk_rebase_segment1_2016_04_to_2018_06");
    let after = of("ae_rrk_rebase_segment2_2018_07_to_2019_03");
    let points = [before.points.clone(), after.points.clone()].concat();
    let drawn = chart(
        &points,
        &Method {
            rebases: &[before.points.len()],
            ..Method::default()
        },
    );
    for (phase, expected) in drawn.phases.iter().zip([&before, &after]) {
        assert!(same(phase.limits.unwrap().mean, expected.mean));
        assert!(same(phase.limits.unwrap().upper, expected.limits[1]));
    }
    let labels: Vec<_> = drawn.labels.iter().map(|l| l.as_str().to_owned()).collect();
    assert_eq!(labels, [before.labels, after.labels].concat());
    assert_eq!(
        drawn
            .phases
            .iter()
            .map(|phase| phase.trial)
            .collect::<Vec<_>>(),
        [false, true]
    );
    assert_eq!(drawn.band, Band::NoIcons, "nine points after the merger");
}

#[test]
fn each_rule_by_itself() {
    for all in [Some(ours("rules.json")), reference("rule_units")]
        .into_iter()
        .flatten()
    {
        for case in list(&all["seven_one_side"]) {
            let fires = shift_fires(&signs(&case["relative_to_mean"]), 7);
            let fires: Vec<i8> = fires.iter().map(|fire| fire.abs()).collect();
            assert_eq!(fires, signs(&case["flag_last_of_run"]), "{case}");
        }
        for case in list(&all["seven_trend"]) {
            assert_eq!(
                trend_fires(&points(&case["y"]), 7),
                signs(&case["trend"]),
                "{case}"
            );
        }
        for case in list(&all["part_of_run_backfill"]) {
            assert_eq!(
                members(&signs(&case["flags"]), 7),
                signs(&case["members"]),
                "{case}"
            );
        }
        for case in list(&all["two_in_three_then_part"]) {
            let sides = signs(&case["side"]);
            let near: Vec<i8> = signs(&case["close"])
                .iter()
                .zip(&sides)
                .map(|(c, s)| c * s)
                .collect();
            let found = two_of_three(&near, &sides, Third::SameSide);
            assert_eq!(found, signs(&case["flagged"]), "{case}");
        }
        let cases: usize = all
            .as_object()
            .unwrap()
            .values()
            .map(|section| list(section).len())
            .sum();
        assert!(cases >= 19);
    }
}

/// Limits with these lines; what lies behind them does not matter to a target.
fn lines(lower: &Value, upper: &Value, mean: Option<f64>) -> Limits {
    let (lower, upper) = (lower.as_f64().unwrap(), upper.as_f64().unwrap());
    let mean = mean.unwrap_or((lower + upper) / 2.0);
    Limits {
        lower,
        upper,
        ..Limits::around(mean, upper - mean)
    }
}

#[test]
fn the_assurance_icon() {
    let theirs = reference("assurance").map(|mut section| section["cases"].take());
    for case in [Some(ours("assurance.json")), theirs]
        .into_iter()
        .flatten()
        .flat_map(|all| list(&all).to_vec())
    {
        let found = assurance(
            &lines(&case["lower"], &case["upper"], None),
            case["target"].as_f64(),
            good(&case["direction"]),
        );
        assert_eq!(
            found.map(|icon| icon.as_str()),
            case["expect"].as_str(),
            "{case}"
        );
    }
}

#[test]
fn what_may_be_called_a_stretch() {
    let theirs = reference("target_validity").map(|mut section| section["cases"].take());
    for case in [Some(ours("target_validity.json")), theirs]
        .into_iter()
        .flatten()
        .flat_map(|all| list(&all).to_vec())
    {
        let drawn = lines(&case["lower"], &case["upper"], case["mean"].as_f64());
        let found = validity(
            case["target"].as_f64().unwrap(),
            &drawn,
            good(&case["direction"]),
        )
        .unwrap();
        assert_eq!(Some(found.as_str()), case["expect"].as_str(), "{case}");
        assert_eq!(
            found.may_be_called_stretch(),
            found.as_str().starts_with("stretch")
        );
    }
}

/// To six decimals, as the intervals were written down.
fn to_six(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 0.500001e-6
}

#[test]
fn the_interval_of_a_percentage() {
    let mut cases: Vec<[f64; 4]> = list(&ours("wilson.json"))
        .iter()
        .map(|row| numbers(row).try_into().unwrap())
        .collect();
    assert!(cases.len() >= 15);
    let number = |case: &Value, name: &str| case[name].as_f64().unwrap();
    cases.extend(
        list(&reference("wilson_95").unwrap_or_default())
            .iter()
            .map(|case| ["x", "n", "lower", "upper"].map(|name| number(case, name))),
    );
    for [x, n, lower, upper] in cases {
        let found = wilson(x as u64, n as u64).unwrap();
        assert!(
            to_six(found.low, lower) && to_six(found.high, upper),
            "{x} of {n}: {found:?}"
        );
    }
    // Newcombe 1998, table I, method 3, to the four digits printed.
    let newcombe = wilson(81, 263).unwrap();
    assert!((newcombe.low - 0.2553).abs() < 5e-5 && (newcombe.high - 0.3662).abs() < 5e-5);
    assert_eq!(wilson(0, 0), None, "no percentage where there is nobody");
    if let Some(printed) = reference("wilson_textbook") {
        let found = wilson(
            printed["x"].as_u64().unwrap(),
            printed["n"].as_u64().unwrap(),
        )
        .unwrap();
        assert!(
            as_printed(found.low, &printed["lower"]) && as_printed(found.high, &printed["upper"])
        );
    }
}

#[test]
fn the_interval_of_a_count() {
    let mut cases: Vec<[f64; 3]> = list(&ours("byar.json"))
        .iter()
        .map(|row| numbers(row).try_into().unwrap())
        .collect();
    assert!(cases.len() >= 6);
    cases.extend(
        list(&reference("byar_95").unwrap_or_default())
            .iter()
            .map(|case| ["o", "lower", "upper"].map(|name| case[name].as_f64().unwrap())),
    );
    for [o, lower, upper] in cases {
        let found = byar(o as u64);
        assert!(
            to_six(found.low, lower) && to_six(found.high, upper),
            "{o}: {found:?}"
        );
    }
}

#[test]
fn rates_per_ten_thousand() {
    let mut tried = 0;
    for case in [Some(ours("rates.json")), reference("rates")]
        .into_iter()
        .flatten()
        .flat_map(|all| list(&all).to_vec())
    {
        let counted = case["count"].as_f64().unwrap();
        if let Some(implied) = case["implied_population"].as_f64() {
            let found = implied_population(counted, case["rate"].as_f64().unwrap()).unwrap();
            assert_eq!(one_decimal(found), implied);
            tried += 1;
        }
        if let Some(children) = case["population"].as_u64() {
            let found = rate(
                counted,
                Population {
                    children,
                    mid_year: 2016,
                },
            )
            .unwrap();
            assert_eq!(
                Some(one_decimal(found)),
                case["rate_per_10000_1dp"].as_f64(),
                "{case}"
            );
            tried += 1;
            if let Some(year) = case["annualised_x12"].as_f64() {
                assert_eq!(one_decimal(annual_by_months(found)), year);
                assert_eq!(
                    Some(one_decimal(annual_by_days(found, 31))),
                    case["annualised_days_365_over_31"].as_f64()
                );
            }
        }
    }
    assert!(tried >= 6);
}

#[test]
fn what_a_public_view_hides() {
    let rule = Suppression::PUBLIC;
    let theirs = reference("disclosure").map(|mut section| section["cases"].take());
    let printed = |cells: &[Shown]| cells.iter().map(ToString::to_string).collect::<Vec<_>>();
    let mut tried = 0;
    for case in [Some(ours("disclosure.json")), theirs]
        .into_iter()
        .flatten()
        .flat_map(|all| list(&all).to_vec())
    {
        let number = |name: &str| case[name].as_u64();
        let expected = case["expect"].as_str().unwrap_or_default();
        let cells: Vec<u64> = list(&case["cells"])
            .iter()
            .map(|n| n.as_u64().unwrap())
            .collect();
        if case["primary"].is_array() {
            let alone: Vec<Shown> = cells.iter().map(|n| count(*n, &rule)).collect();
            assert_eq!(printed(&alone), words(&case["primary"]), "{case}");
        } else if let Some(total) = number("total_shown") {
            let shown = line(&cells, true, &rule);
            assert_eq!(
                printed(&shown.cells),
                words(&case["after_secondary"]),
                "{case}"
            );
            let total = case["total"]
                .as_str()
                .map_or(total.to_string(), str::to_owned);
            assert_eq!(shown.total.unwrap().to_string(), total, "{case}");
        } else if let Some(to) = number("round_to") {
            assert_eq!(
                Some(round_half_up(number("value").unwrap(), to)),
                number("expect"),
                "{case}"
            );
        } else if let Some(numerator) = number("percentage_numerator") {
            let shown = percentage(numerator, number("denominator").unwrap(), 1, &rule);
            assert_eq!(shown.to_string(), expected, "{case}");
        } else {
            let places = number("decimals").unwrap() as u8;
            let shown = rounded_percentage(case["percentage"].as_f64().unwrap(), places);
            assert_eq!(shown.to_string(), expected, "{case}");
        }
        tried += 1;
    }
    assert!(tried >= 11);
}

#[test]
fn forty_to_twenty_one_and_yet_eight_rising_months() {
    let case = ours("steady_fall_then_rise.json");
    if let Some(theirs) = reference("seed_narrative_assessments_over_45wd") {
        assert_eq!(
            points(&theirs["values"]),
            points(&case["values"]),
            "the series has changed"
        );
        assert_eq!(theirs["expect"]["labels"], case["labels"]);
    }
    let points = points(&case["values"]);
    let drawn = chart(&points, &Method::default());
    let found = drawn.limits().unwrap();
    assert!(same(found.mean, case["mean"].as_f64().unwrap()));
    assert!(same(found.lower, case["limits"][0].as_f64().unwrap()));
    assert!(same(found.upper, case["limits"][1].as_f64().unwrap()));
    assert_eq!(
        drawn
            .labels
            .iter()
            .map(|l| l.as_str().to_owned())
            .collect::<Vec<_>>(),
        words(&case["labels"])
    );
    assert_eq!(
        drawn.variation(Good::Down).unwrap().as_str(),
        case["variation"].as_str().unwrap()
    );

    // Low is good. Both are true and both must be said: 40 fell to 21, and it has risen for eight months.
    let said = verdict(&points, &drawn, Good::Down, Some(10.0), None);
    assert_eq!(said.change, Change::Worse(Grounds::Signal(Label::TrendUp)));
    assert_eq!(kind(drawn.latest_label(), Good::Down), Kind::Concern);
    let spans = said.spans.unwrap();
    assert!(spans.disagree());
    let (long, recent) = (spans.since_start, spans.recent);
    assert_eq!(
        (long.first, long.last, long.moved),
        (40.0, 21.0, Movement::Fell)
    );
    assert_eq!(
        (recent.from, recent.to, recent.moved),
        (12, 19, Movement::Rose)
    );
    assert_eq!(recent.to - recent.from + 1, 8, "eight rising months");

    // Every point is special against one mean, so it is told by its legs, and no target is foretold.
    let legs: Vec<_> = said
        .steady
        .iter()
        .map(|leg| (leg.from, leg.to, leg.is_rise()))
        .collect();
    assert_eq!(
        legs,
        [(0, 12, false), (12, 19, true)],
        "a fall to January 2017, then a rise"
    );
    assert_eq!(said.outlook, Outlook::CannotSay(CannotSay::LiveSignal));
    assert_eq!(
        drawn.assurance(Some(10.0), Good::Down),
        AssuranceIcon::CannotSayYet(CannotSay::LiveSignal)
    );
}

#[test]
fn charts_of_counted_things() {
    let ours = ours("counted.json");
    for from in [Some(ours["p_chart"].clone()), reference("p_chart")] {
        for case in list(&from.unwrap_or_default()) {
            let (numerators, denominators) =
                (numbers(&case["numerators"]), numbers(&case["denominators"]));
            let months: Vec<_> = numerators.into_iter().zip(denominators).map(Some).collect();
            let found = p_chart(&months, |_| true).unwrap();
            let expect = &case["expect"];
            assert!(to_six(found.centre, expect["centre"].as_f64().unwrap()));
            let mut beyond = Vec::new();
            for (at, (point, expected)) in
                found.points.iter().zip(list(&expect["points"])).enumerate()
            {
                let point = point.unwrap();
                for (is, should) in [
                    (point.value, "p"),
                    (point.lower, "lower"),
                    (point.upper, "upper"),
                ] {
                    assert!(
                        to_six(is, expected[should].as_f64().unwrap()),
                        "{} {at} {should}",
                        case["id"]
                    );
                }
                if point.is_beyond() {
                    beyond.push(at as f64 + 1.0);
                }
            }
            assert_eq!(beyond, numbers(&expect["points_beyond_limits_1based"]));
        }
    }
    for from in [Some(ours["u_chart"].clone()), reference("u_chart")] {
        for case in list(&from.unwrap_or_default()) {
            let (counts, exposure) = (numbers(&case["counts"]), numbers(&case["exposure"]));
            let months: Vec<_> = counts.into_iter().zip(exposure).map(Some).collect();
            let found = u_chart(&months, |_| true).unwrap();
            let point = found.points[0].unwrap();
            for (is, should) in [
                (found.centre, "centre"),
                (point.lower, "lower"),
                (point.upper, "upper"),
            ] {
                assert!(
                    to_six(is, case["expect"][should].as_f64().unwrap()),
                    "{should}"
                );
            }
        }
    }
    for from in [Some(ours["c_chart"].clone()), reference("c_chart")] {
        for case in list(&from.unwrap_or_default()) {
            // The baseline is the first 26 points but the 6th and the 20th, which had causes of their own.
            assert!(
                case["baseline_points_1based"]
                    .as_str()
                    .unwrap()
                    .contains("1..26 except 6 and 20")
            );
            let found = c_chart(&points(&case["counts"]), |at| {
                at < 26 && at != 5 && at != 19
            })
            .unwrap();
            let point = found.points[0].unwrap();
            for (is, should) in [
                (found.centre, "centre"),
                (point.lower, "lower"),
                (point.upper, "upper"),
            ] {
                assert!(
                    to_six(is, case["expect"][should].as_f64().unwrap()),
                    "{should}"
                );
            }
        }
    }
}

#[test]
fn runs_and_crossings_that_chance_explains() {
    let ours = ours("runs.json");
    let mut rows: Vec<[u32; 3]> = list(&ours["table"])
        .iter()
        .map(|it| [0, 1, 2].map(|at| it[at].as_u64().unwrap() as u32))
        .collect();
    let larger = reference("runs_anhoej").unwrap_or_default();
    rows.extend(list(&larger["table"]).iter().map(|it| {
        ["n_useful", "longest_run_max", "crossings_min"]
            .map(|name| it[name].as_u64().unwrap() as u32)
    }));
    for [useful, longest, crossings] in rows {
        assert_eq!(
            (longest_expected(useful), fewest_crossings(useful)),
            (longest, crossings),
            "{useful} points"
        );
    }
    for example in [&ours["example"], &larger["example"]] {
        if example.is_null() {
            continue;
        }
        let found = run_chart(
            &points(&example["values"]),
            example["centre"].as_f64().unwrap(),
        )
        .unwrap();
        let number = |name: &str| example[name].as_u64().unwrap() as u32;
        assert_eq!(
            (found.useful, found.longest_run, found.crossings),
            (
                number("n_useful"),
                number("longest_run"),
                number("n_crossings")
            )
        );
        assert_eq!(
            found.is_special(),
            example["expect_signal"].as_bool().unwrap()
        );
    }
}

#[test]
fn funnels_of_shares_and_of_ratios() {
    let ours = ours("funnel.json");
    let (shares, ratios) = (
        reference("funnel_proportion"),
        reference("funnel_poisson_ratio"),
    );
    for from in [
        Some(ours["cases"].clone()),
        shares.map(|mut it| it["cases"].take()),
    ] {
        for case in list(&from.unwrap_or_default()) {
            let (p, n) = (case["p"].as_f64().unwrap(), case["n"].as_f64().unwrap());
            let plain = proportion(p, n).unwrap();
            let curved = proportion_arcsine(p, n, 0.0).unwrap();
            for (found, expected) in [
                ([plain.lower_95, plain.upper_95], "normal95"),
                ([plain.lower_998, plain.upper_998], "normal998"),
                ([curved.lower_95, curved.upper_95], "arcsine95"),
                ([curved.lower_998, curved.upper_998], "arcsine998"),
            ] {
                let expected_ends = pair(&case[expected]);
                for (is, should) in found.into_iter().zip(expected_ends) {
                    assert!(
                        to_six(is, should),
                        "{p} of {n}, {expected}: {is}, not {should}"
                    );
                }
            }
        }
    }
    for from in [
        Some(ours["rows"].clone()),
        ratios.map(|mut it| it["rows"].take()),
    ] {
        for row in list(&from.unwrap_or_default()) {
            let found = ratio(row["expected"].as_f64().unwrap()).unwrap();
            for (is, should) in [
                (found.lower_95, "ll95"),
                (found.upper_95, "ul95"),
                (found.lower_998, "ll998"),
                (found.upper_998, "ul998"),
            ] {
                assert!(as_printed(is, &row[should]), "{should}: {is}");
            }
        }
    }
}
