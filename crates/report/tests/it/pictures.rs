//! Pictures are well-formed, say what they are, and hold nothing that a strict content policy blocks.

use crate::given::*;
use crate::groups::by_locality;
use quick_xml::events::Event;
use waymark_data::Month;
use waymark_measures::{Good, Measure};
use waymark_report::chart::{
    Drawn, Event as Happened, Lines, dots, sparkline_svg, xmr, xmr_marked,
};
use waymark_report::{Rebase, Series};

/// Every name of an element, with its attributes; panics when it is not well-formed XML or an attribute comes twice.
pub(crate) fn elements(svg: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut reader = quick_xml::Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut out = Vec::new();
    let mut depth = 0;
    loop {
        let (event, opens) = match reader.read_event().unwrap() {
            Event::Start(it) => (it, true),
            Event::Empty(it) => (it, false),
            Event::End(_) => {
                depth -= 1;
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        depth += i32::from(opens);
        let attributes = event
            .attributes()
            .map(|it| {
                it.map(|it| (it.key.as_ref().to_owned(), it.value.to_string()))
                    .unwrap()
            })
            .collect();
        out.push((event.name().as_ref().to_owned(), attributes));
    }
    assert_eq!(depth, 0);
    out
}

fn check(svg: &str, id: &str) {
    let all = elements(svg);
    let (root, attributes) = &all[0];
    let attribute = |name: &str| {
        attributes
            .iter()
            .find(|it| it.0 == name)
            .map(|it| it.1.as_str())
    };
    assert_eq!(root, "svg");
    assert_eq!(attribute("role"), Some("img"));
    assert_eq!(
        attribute("aria-labelledby"),
        Some(format!("{id}-title {id}-desc").as_str())
    );
    assert!(attribute("viewBox").is_some());
    assert_eq!(all[1].0, "title");
    assert_eq!(all[2].0, "desc");
    for (name, attributes) in &all {
        assert!(
            !matches!(
                name.as_str(),
                "style" | "script" | "foreignObject" | "image" | "a"
            ),
            "{name}"
        );
        for (key, value) in attributes {
            assert!(
                key != "style" && !key.starts_with("on") && !key.contains("href"),
                "{key}"
            );
            assert!(
                !value.contains("NaN") && !value.contains("inf"),
                "{key}={value}"
            );
        }
        if name == "text" {
            let size = attributes.iter().find(|it| it.0 == "font-size").unwrap();
            assert!(
                size.1.parse::<f64>().unwrap() >= 14.0,
                "text of 14 units on a 340 wide picture is 13 pixels on a phone"
            );
        }
    }
}

pub(crate) fn check_both(drawn: &Drawn, id: &str) {
    check(&drawn.wide, id);
    check(&drawn.narrow, &format!("{id}-narrow"));
    assert!(!drawn.sentence.is_empty());
    assert!(
        drawn
            .table
            .rows
            .iter()
            .all(|row| row.len() == drawn.table.headings.len())
    );
}

static HOSTILE: Measure = Measure {
    title: "<script>\"&' \u{0} ]]>",
    good: Good::Up,
    ..LATE
};

#[test]
fn every_picture_is_well_formed_and_safe() {
    let mut waiting = steady(&REVIEWS, 170, 20);
    waiting
        .points
        .iter_mut()
        .rev()
        .take(2)
        .for_each(|it| it.mature = false);
    waiting.points.remove(7);
    was(&mut waiting.points[10], &REVIEWS, "2016-12-31", 90, 180);
    waiting.rebases = vec![Rebase {
        from: Month::new(2016, 9),
        reason: "A new team".into(),
    }];
    for series in [
        fall_then_rise(),
        waiting,
        steady(&HOSTILE, 100, 18),
        steady(&NET, 0, 18),
        steady(&RATE, 600, 27),
        steady(&REFERRALS, 400, 3),
        months(&IN_TIME, &[(0, 0)]),
        months(&IN_TIME, &[]),
    ] {
        for target in [None, Some(95.0)] {
            let reading = Series {
                target,
                ..series.clone()
            }
            .read();
            check_both(&xmr(&reading, "m1", Lines { near_limits: true }), "m1");
            check(&sparkline_svg(&reading, "s1"), "s1");
        }
    }
    for measure in [&LATE, &RATE, &REFERRALS, &NET, &HOSTILE] {
        let areas = by_locality(
            measure,
            &[("North & <b>", 62, 160), ("Central", 0, 0), ("East", 5, 9)],
        );
        check_both(&dots(&areas, "d1"), "d1");
    }
}

#[test]
fn signals_differ_by_shape_and_provisional_months_are_hollow() {
    let count = |series: Series, what: &str| {
        xmr(&series.read(), "x", Lines::default())
            .wide
            .matches(what)
            .count()
    };
    // A steadily moving series: only its latest month has a mark of its own, and the key.
    assert_eq!(count(fall_then_rise(), "<polygon"), 1 + 1);
    let mut jumps = steady(&IN_TIME, 100, 18);
    jumps.points.push(month(&IN_TIME, 18, 140, 200));
    jumps.points.push(month(&IN_TIME, 19, 60, 200));
    assert_eq!(
        count(jumps, "<polygon"),
        2 + 2,
        "a diamond for the better, a triangle for the worse"
    );
    let hollow = "fill=\"#ffffff\"";
    assert_eq!(count(steady(&REVIEWS, 100, 18), hollow), 0);
    let mut waiting = steady(&REVIEWS, 100, 18);
    waiting.points[17].mature = false;
    assert_eq!(count(waiting, hollow), 1 + 1);
}

#[test]
fn limits_break_where_they_are_drawn_anew_and_are_cut_at_100() {
    let dashed = "stroke-dasharray=\"6 4\"";
    let lines = |series: Series| {
        xmr(&series.read(), "x", Lines::default())
            .wide
            .matches(dashed)
            .count()
    };
    assert_eq!(
        lines(steady(&IN_TIME, 100, 30)),
        2 + 1,
        "and one in the key"
    );
    let rebased = Series {
        rebases: vec![Rebase {
            from: Month::new(2017, 4),
            reason: "A new team".into(),
        }],
        ..steady(&IN_TIME, 100, 30)
    };
    assert_eq!(lines(rebased), 4 + 1);
    let high = xmr(&steady(&IN_TIME, 197, 18).read(), "x", Lines::default());
    assert!(high.wide.contains("to 100%"), "{}", high.wide);
}

#[test]
fn the_table_says_what_the_picture_shows() {
    let table = xmr(&fall_then_rise().read(), "x", Lines::default()).table;
    let shown: Vec<&str> = table.rows[19].iter().map(|it| it.shown.as_str()).collect();
    assert_eq!(&shown[..4], ["August 2017", "21.0", "96", "457"]);
    assert_eq!(&shown[7..], ["Worse: in a rise", "31 August 2017", ""]);
}

#[test]
fn ids_are_the_callers() {
    let drawn = xmr(&fall_then_rise().read(), "a\"b", Lines::default());
    assert!(drawn.wide.contains("id=\"a&quot;b-title\""));
}

#[test]
fn what_happened_meanwhile_is_marked_in_the_picture_the_table_and_the_sentence() {
    let event = |day: &str, words: &str| Happened {
        day: day.parse().unwrap(),
        words: words.to_owned(),
    };
    let happened = [
        event("2017-08-14", "Two more \"advanced\" practitioners <b>"),
        event("2016-03-01", "A new form"),
        event("2031-01-01", "Not yet"),
    ];
    let reading = fall_then_rise().read();
    let drawn = xmr_marked(&reading, "x", Lines::default(), &happened);
    let marked = |svg: &str| svg.matches("stroke-dasharray=\"4 3\"").count();
    assert_eq!(
        marked(&drawn.wide),
        2,
        "what is outside the months is not drawn"
    );
    assert_eq!(marked(&drawn.narrow), 2);
    assert_eq!(marked(&xmr(&reading, "x", Lines::default()).wide), 0);
    assert!(drawn.wide.contains(">A: A new form<"));
    assert!(!drawn.wide.contains("<b>"));
    let note = drawn.table.rows[19].last().unwrap();
    assert_eq!(
        note.shown,
        "B: Two more \"advanced\" practitioners <b>, 14 August 2017"
    );
    assert!(
        drawn
            .sentence
            .contains("Marked on the chart: A: A new form, 1 March 2016; B: Two more"),
        "{}",
        drawn.sentence
    );
}
