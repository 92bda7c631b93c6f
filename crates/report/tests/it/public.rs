//! What the public may not see is in no sentence, picture, table or file.

use crate::given::*;
use waymark_measures::{Basis, Count};
use waymark_report::chart::{Lines, series_table, xmr};
use waymark_report::{Audience, Mark, Series, State, csv, sentences};

/// Eighteen months of about 100 of 200, one of which counts 3.
fn one_small_month() -> Series {
    let mut series = steady(&IN_TIME, 100, 18);
    series.points[9] = month(&IN_TIME, 9, 3, 200);
    Series {
        audience: Audience::Public,
        ..series
    }
}

#[test]
fn a_small_month_is_hidden_and_left_out_of_the_limits() {
    let hidden = one_small_month().read();
    assert_eq!(hidden.slots[9].state, State::Hidden);
    let mut without = one_small_month();
    without.points.remove(9);
    assert_eq!(
        hidden.chart.limits(),
        without.read().chart.limits(),
        "limits that knew the month would give it away"
    );
    assert_eq!(
        sentences(&hidden).notes,
        [
            "October 2016 is hidden (c) because it counts from 1 to 5, and is left out of limits and averages."
        ]
    );
}

#[test]
fn the_board_sees_it() {
    let board = Series {
        audience: Audience::Board,
        ..one_small_month()
    };
    assert_eq!(board.read().slots[9].state, State::Judged(1.5));
}

#[test]
fn its_row_is_marked_and_its_place_in_the_picture_empty() {
    let reading = one_small_month().read();
    let row = &series_table(&reading).rows[9];
    let shown: Vec<&str> = row.iter().map(|it| it.shown.as_str()).take(4).collect();
    assert_eq!(shown, ["October 2016", "c", "c", "c"]);
    let text = String::from_utf8(csv(&series_table(&reading), Mark::None)).unwrap();
    assert!(text.contains("2016-10,c,c,c,"), "{text}");
    let drawn = xmr(&reading, "chart", Lines::default());
    let board = xmr(
        &Series {
            audience: Audience::Board,
            ..one_small_month()
        }
        .read(),
        "chart",
        Lines::default(),
    );
    let marks = |svg: &str| svg.matches("<circle").count() + svg.matches("<polygon").count();
    assert!(marks(&drawn.wide) < marks(&board.wide));
}

#[test]
fn a_year_that_holds_a_hidden_month_is_hidden() {
    let mut series = one_small_month();
    let period = waymark_data::Period {
        from: day("2016-07-01"),
        to: day("2017-06-30"),
    };
    series.years = vec![point_of(
        &IN_TIME,
        period,
        Count {
            hits: 1100,
            cases: 2400,
        },
        (None, None),
    )];
    assert!(
        series.clone().read().year().is_none(),
        "the other eleven months would give it away"
    );
    series.audience = Audience::Board;
    assert!(series.read().year().is_some());
}

#[test]
fn what_a_return_said_before_is_not_told() {
    let mut series = Series {
        audience: Audience::Public,
        ..steady(&IN_TIME, 100, 18)
    };
    was(&mut series.points[17], &IN_TIME, "2017-06-30", 101, 200);
    assert_eq!(
        sentences(&series.read()).notes,
        ["June 2017 has been restated: what it was before stands in the papers that showed it."]
    );
}

#[test]
fn a_series_of_small_counts_says_only_that_it_is_hidden() {
    let counts = [(3, 0), (4, 0), (2, 0)];
    let series = Series {
        audience: Audience::Public,
        basis: Basis::Month,
        ..months(&REFERRALS, &counts)
    };
    let said = sentences(&series.read());
    assert_eq!(
        said.home,
        "Hidden: it counts so few children that a number could point at one."
    );
}

#[test]
fn a_districts_own_series_is_not_for_the_public() {
    // A table may have to hide a district's 40 so that its neighbour's 3 cannot be worked out; its own page must not show it.
    let series = Series {
        group: Some("Ashcombe".into()),
        audience: Audience::Public,
        ..steady(&IN_TIME, 100, 18)
    };
    let reading = series.read();
    assert!(reading.slots.iter().all(|it| it.state == State::Hidden));
    let said = sentences(&reading);
    assert_eq!(
        said.home,
        "Shown to the public only in a table of all groups."
    );
    assert!(said.notes.is_empty());
}
