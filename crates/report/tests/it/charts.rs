//! Charts of counted things, areas, grades, districts, what remains and what is aimed at.

use crate::chart_properties::is_on_the_picture;
use crate::given::day;
use crate::invented;
use crate::invented::of;
use crate::pictures::check_both;
use waymark_data::Month;
use waymark_measures::Unit;
use waymark_measures::signals::Good;
use waymark_report::State;
use waymark_report::chart::*;

/// The words drawn in a picture.
pub(crate) fn drawn_words(svg: &str) -> Vec<String> {
    let parts = svg.split("<text ").skip(1);
    parts
        .filter_map(|it| Some(it.split_once('>')?.1.split_once("</text>")?.0.to_owned()))
        .collect()
}

fn row<'a>(drawn: &'a Drawn, name: &str) -> Vec<&'a str> {
    let rows = drawn.table.rows.iter();
    rows.map(|row| row.iter().map(|it| it.shown.as_str()).collect::<Vec<_>>())
        .find(|row| row[0] == name)
        .unwrap_or_else(|| panic!("no row {name}"))
}

#[test]
fn every_kind_of_chart_is_well_formed_and_safe() {
    for (name, drawn) in invented::all() {
        check_both(&drawn, name);
        is_on_the_picture(&drawn.wide);
        is_on_the_picture(&drawn.narrow);
        assert!(drawn.wide.contains("class=\"wm-chart__wide\""));
        assert!(drawn.narrow.contains("class=\"wm-chart__narrow\""));
        assert!(!drawn.table.caption.is_empty() && !drawn.table.rows.is_empty());
    }
}

#[test]
fn a_month_of_twelve_has_wide_limits_and_is_marked_by_shape_when_it_still_lies_outside() {
    let drawn = pchart(&invented::late(), "x");
    assert_eq!(
        row(&drawn, "June 2017")[1..],
        [
            "83.3",
            "10",
            "12",
            "24.6",
            "0.0",
            "62.0",
            "Worse: above the limits"
        ]
    );
    assert_eq!(row(&drawn, "July 2017")[7], "Better: below the limits");
    assert_eq!(
        row(&drawn, "July 2016"),
        ["July 2016", "c", "c", "c", "24.6", "", "", "Hidden"]
    );
    assert_eq!(row(&drawn, "September 2017")[7], "Not complete");
    // Two triangles for the worse and one in the key; a diamond for the better and one in the key.
    assert_eq!(drawn.wide.matches("<polygon").count(), 3 + 2);
    assert!(
        drawn
            .sentence
            .contains("21.3% (13 of 61) in August 2017, within what chance allows"),
        "{}",
        drawn.sentence
    );
    assert!(
        drawn
            .sentence
            .contains("June 2017 (above, 83.3% (10 of 12))")
    );
}

#[test]
fn fewer_than_ten_complete_months_have_no_limits() {
    let mut months = invented::late();
    months.months.truncate(10);
    let drawn = pchart(&months, "x");
    assert!(
        drawn.sentence.contains("too early for limits"),
        "{}",
        drawn.sentence
    );
    assert!(!drawn.wide.contains("stroke-dasharray=\"6 4\""));
}

#[test]
fn a_hidden_month_leaves_nothing_of_itself_in_limits_or_mean() {
    // Whatever was hidden, the chart is the same: a hidden month holds no number to leave behind.
    let mut without = invented::late();
    without.months[6] = Tally::Empty;
    let (hidden, empty) = (pchart(&invented::late(), "x"), pchart(&without, "x"));
    assert_eq!(row(&hidden, "August 2017"), row(&empty, "August 2017"));
    assert!(drawn_words(&hidden.wide).contains(&"c".to_owned()));
    assert!(!drawn_words(&empty.wide).contains(&"c".to_owned()));
}

#[test]
fn areas_outside_are_named_and_those_inside_are_not_ranked() {
    let drawn = funnel(&invented::districts(), "x");
    for said in [
        "Worth asking about, outside the 99.8% limits: Brackenford and the Upper Valley of the Long Water is higher at \
         54.3% (38 of 70).",
        "To watch, between the 95% and 99.8% limits: Eastleigh Vale is lower at 13.5% (7 of 52); Kestrel Bay is higher at \
         37.9% (22 of 58).",
        "The other seven are inside: no evidence that they differ, so they are not ranked.",
        "With ten areas, chance alone puts at least one outside 95% 40 times in 100",
        "One area has too few to judge.",
    ] {
        assert!(drawn.sentence.contains(said), "{}", drawn.sentence);
    }
    assert!(!drawn.sentence.contains("Ashcombe"));
    // Every area is labelled in the picture: by its name, or by a number that the key explains.
    for area in &invented::districts().areas {
        for svg in [&drawn.wide, &drawn.narrow] {
            let first = area.name.split(' ').next().unwrap();
            let words = drawn_words(svg);
            assert!(words.iter().any(|it| it.contains(first)), "{first}");
        }
    }
    assert_eq!(row(&drawn, "Ingleby")[1..4], ["c", "c", "c"]);
    assert_eq!(row(&drawn, "Dunmore")[8], "Too few to judge");
}

#[test]
fn among_many_areas_only_those_outside_are_named_in_the_picture() {
    let mut many = invented::districts();
    many.areas = (0..60)
        .map(|n| Area {
            name: format!("Area {n}"),
            tally: of(if n == 7 { 60 } else { 20 }, 80),
        })
        .collect();
    let drawn = funnel(&many, "x");
    let named = |n: u8| drawn_words(&drawn.wide).contains(&format!("Area {n}"));
    assert!(named(7) && !named(8));
    assert_eq!(drawn.table.rows.len(), 60);
}

#[test]
fn with_twelve_districts_luck_alone_crosses_in_46_looks_of_100() {
    let twelve = Funnel {
        areas: (0..12)
            .map(|n| Area {
                name: format!("District {n}"),
                tally: of(20, 100),
            })
            .collect(),
        ..invented::districts()
    };
    let said = funnel(&twelve, "x").sentence;
    assert!(
        said.contains("outside 95% 46 times in 100, and outside 99.8% 2.4 times in 100"),
        "{said}"
    );
    assert!(said.contains("All 12 are inside"), "{said}");
}

#[test]
fn a_grade_mix_says_how_many_cases_it_is_of_and_how_sure_that_is() {
    let mut audits = invented::audits();
    audits.bars = vec![Bar {
        name: "July 2017".into(),
        counts: vec![Some(0), Some(1), Some(6), Some(2)],
    }];
    let drawn = grades(&audits, "x");
    assert!(
        drawn
            .sentence
            .contains("11.1% of 9 cases (1) were good or better")
            && drawn.sentence.contains("from 2% to 43.5%"),
        "{}",
        drawn.sentence
    );
    assert_eq!(
        row(&drawn, "July 2017")[1..],
        ["9", "0", "1", "6", "2", "11.1", "2.0", "43.5"]
    );
    // A pattern for each grade, so that a print without colours tells them apart.
    let patterns: Vec<&str> = drawn.wide.split("<pattern ").skip(1).collect();
    assert_eq!(patterns.len(), 4);
    assert!(drawn_words(&drawn.narrow).contains(&"11.1% of 9 cases".to_owned()));
}

#[test]
fn a_bar_with_a_hidden_grade_gives_neither_its_total_nor_a_length() {
    let with = |other: u64| {
        let mut audits = invented::audits();
        audits.bars = vec![Bar {
            name: "January 2017".into(),
            counts: vec![None, Some(14), Some(36), Some(other)],
        }];
        grades(&audits, "x")
    };
    let drawn = with(8);
    assert_eq!(
        row(&drawn, "January 2017")[1..],
        ["c", "c", "14", "36", "8", "c", "c", "c"]
    );
    assert!(drawn.sentence.contains("hidden (c)"));
    // The picture is the same whatever the others are: no part of it is drawn.
    assert_eq!(drawn.wide, with(20).wide);
}

#[test]
fn every_panel_has_the_same_scale_and_the_mean() {
    let drawn = multiples(&invented::by_district(), "x");
    assert_eq!(drawn.table.headings.len(), 1 + 12 + 1);
    let means = drawn.wide.matches("stroke-dasharray=\"6 4\"").count();
    assert_eq!(means, 12 + 1, "one in each panel and one in the key");
    let dunmore = drawn
        .table
        .headings
        .iter()
        .position(|it| it.text == "Dunmore")
        .unwrap();
    assert_eq!(row(&drawn, "July 2016")[dunmore], "c");
    assert!(row(&drawn, "August 2017")[1].ends_with("(not complete)"));
    let words = drawn_words(&drawn.wide);
    assert_eq!(
        words.iter().filter(|it| *it == "60%").count(),
        4,
        "one for each row of panels"
    );
}

#[test]
fn a_cell_has_its_value_in_text_and_a_mark_besides_its_colour() {
    let drawn = heat(&invented::measures_by_district(), "x");
    let words = drawn_words(&drawn.wide);
    for shown in ["22.5%", "1,147", "43.2", "(43.5%)", "c", "–"] {
        assert!(words.iter().any(|it| it == shown), "{shown}");
    }
    let heat_of = invented::measures_by_district();
    let signals = |wanted| {
        let cells = heat_of.rows.iter().flat_map(|it| &it.cells);
        cells
            .filter(|it| it.state.judged().is_some() && it.signal == wanted)
            .count()
    };
    use waymark_measures::signals::Kind;
    let shapes = signals(Kind::Improvement) + signals(Kind::Concern);
    assert_eq!(
        drawn.wide.matches("<polygon").count(),
        shapes + 2,
        "and two in the key"
    );
    assert_eq!(row(&drawn, "Coldwell")[2], "c");
    assert_eq!(row(&drawn, "Coldwell")[4], "1,147");
}

#[test]
fn what_remains_is_set_against_the_rate_that_the_deadline_needs() {
    let said = burndown(&invented::statements(), "x").sentence;
    assert_eq!(
        said,
        "Statements to transfer to education, health and care plans: 1,450 statements remaining at 31 October 2017. 290 a \
         month are needed to finish by 31 March 2018. At the rate of the last three months, 180 a month, it would be done in \
         July 2018, 3 months late."
    );
}

#[test]
fn a_burn_down_knows_when_it_is_done_late_or_not_moving() {
    let said = |remaining: &[(&str, Option<u64>)]| {
        let work = Burndown {
            remaining: remaining.iter().map(|it| (day(it.0), it.1)).collect(),
            ..invented::statements()
        };
        burndown(&work, "x").sentence
    };
    let done = said(&[
        ("2017-12-31", Some(90)),
        ("2018-01-31", Some(0)),
        ("2018-02-28", Some(0)),
    ]);
    assert!(
        done.ends_with("none remaining at 31 January 2018, in time for 31 March 2018."),
        "{done}"
    );
    let late = said(&[("2018-03-31", Some(60)), ("2018-06-30", Some(30))]);
    assert!(
        late.contains("The deadline of 31 March 2018 has passed."),
        "{late}"
    );
    assert!(
        late.contains("10 a month, it would be done in September 2018."),
        "{late}"
    );
    let stuck = said(&[("2017-09-30", Some(60)), ("2017-12-31", Some(60))]);
    assert!(
        stuck.contains("did not fall: at that rate it would never be done"),
        "{stuck}"
    );
    let rising = said(&[("2017-09-30", Some(60)), ("2017-12-31", Some(65))]);
    assert!(rising.contains("the number rose"), "{rising}");
    let lone = said(&[("2018-03-21", Some(7))]);
    assert!(
        lone.ends_with("All of them are to be done in 10 days, by 31 March 2018."),
        "{lone}"
    );
    let hidden = said(&[("2018-03-21", None)]);
    assert!(hidden.ends_with("no number can be shown."), "{hidden}");
}

#[test]
fn the_gap_to_a_trajectory_is_said_and_every_number_is_in_the_table() {
    let drawn = trajectory(&invented::looked_after(), "x");
    assert_eq!(
        drawn.sentence,
        "Children looked after: 1,955 in August 2018. That is 90 above the trajectory to 1,646 by October 2020, which is at \
         1,865 for that month. It has 309 to go in 26 months: 11.9 a month."
    );
    assert_eq!(row(&drawn, "August 2018")[1..4], ["1,955", "1,865", "90"]);
    assert_eq!(row(&drawn, "October 2020")[1..], ["", "1,646", "", "Set"]);
    let reached = Trajectory {
        unit: Unit::Percent,
        good: Good::Up,
        months: vec![State::Judged(92.0)],
        aims: vec![Aim {
            month: Month::new(2016, 12),
            value: 90.0,
        }],
        ..invented::looked_after()
    };
    let said = trajectory(&reached, "x").sentence;
    assert!(
        said.ends_with("It was to be 90% by December 2016: it is 2 percentage points above, better than was set."),
        "{said}"
    );
}

#[test]
fn target_trajectory_rebases_and_events_stand_on_one_chart() {
    let drawn = invented::xmr_of_all();
    for (what, dashes, times) in [
        ("target and its key", "12 4 2 4", 2),
        ("trajectory and its key", "2 5", 2),
        ("events", "4 3", 2),
        ("limits of three phases and their key", "6 4", 7),
    ] {
        let found = drawn
            .wide
            .matches(&format!("stroke-dasharray=\"{dashes}\""))
            .count();
        assert_eq!(found, times, "{what}");
    }
    for said in [
        "below the trajectory to 95% by January 2019",
        "Limits are drawn anew from January 2017 (A new team); from November 2017 (Reviews held at school).",
        "Marked on the chart: A: Four more reviewing officers, 12 December 2016",
    ] {
        assert!(drawn.sentence.contains(said), "{}", drawn.sentence);
    }
    let headings: Vec<&str> = drawn
        .table
        .headings
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    let at = headings.iter().position(|it| *it == "Trajectory").unwrap();
    assert_eq!(headings[at + 1], "Signal");
    assert_eq!(row(&drawn, "January 2018")[at], "88.0");
    assert_eq!(row(&drawn, "December 2016")[at], "");
    assert!(
        row(&drawn, "January 2017")
            .last()
            .unwrap()
            .contains("Limits drawn anew: A new team")
    );
}
