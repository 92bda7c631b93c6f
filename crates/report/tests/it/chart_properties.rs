//! Whatever comes in, a picture can be read by a browser, and tables hold what came in.

use crate::invented::{self, of};
use crate::pictures::{check_both, elements};
use crate::random::Random;
use waymark_report::chart::*;

/// Every place of a drawing lies on its picture, and no label reaches far beyond it.
pub(crate) fn is_on_the_picture(svg: &str) {
    let all = elements(svg);
    let view: Vec<f64> = {
        let root = &all[0].1;
        let view = root.iter().find(|it| it.0 == "viewBox").unwrap();
        view.1.split(' ').map(|it| it.parse().unwrap()).collect()
    };
    for (name, attributes) in &all {
        for (key, value) in attributes {
            let most = match (name.as_str(), key.as_str()) {
                ("rect" | "text" | "circle", "x" | "cx") | ("line", "x1" | "x2") => view[2],
                ("rect" | "text" | "circle", "y" | "cy") | ("line", "y1" | "y2") => view[3],
                _ => continue,
            };
            let value: f64 = value.parse().unwrap();
            assert!(
                (-1.0..=most + 1.0).contains(&value),
                "{name} {key}={value} is beyond {most}"
            );
        }
    }
}

#[test]
fn any_input_gives_a_picture_that_a_browser_can_read() {
    for seed in 1..45 {
        let r = &mut Random::seeded(seed);
        let counting = match r.below(4) {
            0 => Counting::Share,
            1 => Counting::ShareWidened,
            2 => Counting::Rate {
                per: r.number(),
                of: r.text(),
            },
            _ => Counting::Number,
        };
        let counted = CountedMonths {
            title: r.text(),
            counting,
            from: r.month(),
            months: r.many(Random::tally),
            baseline: r.maybe(|r| usize::try_from(r.below(30)).unwrap()),
            target: r.maybe(Random::number),
            good: r.good(),
        };
        let compared = match r.below(2) {
            0 => Compared::Share,
            _ => Compared::Rate {
                per: r.number(),
                of: r.text(),
            },
        };
        let areas = Funnel {
            title: r.text(),
            compared,
            areas: r.many(|r| Area {
                name: r.text(),
                tally: r.tally(),
            }),
            centre: r.maybe(Random::number),
            good: r.good(),
        };
        let graded = Grades {
            title: r.text(),
            by: r.text(),
            grades: r.many(Random::text).into_iter().take(9).collect(),
            top: (usize::try_from(r.below(5)).unwrap(), r.text()),
            bars: r.many(|r| Bar {
                name: r.text(),
                counts: r.many(|r| r.maybe(Random::count)),
            }),
        };
        let panels = Multiples {
            title: r.text(),
            unit: r.unit(),
            by: (r.text(), r.text()),
            from: r.month(),
            panels: r.many(|r| Panel {
                name: r.text(),
                months: r.many(Random::state),
            }),
            mean: r.maybe(|r| (r.text(), r.number())),
            target: r.maybe(Random::number),
        };
        let cells = Heat {
            title: r.text(),
            rows_are: r.text(),
            columns_are: r.text(),
            columns: r.many(Random::text),
            rows: r.many(|r| HeatRow {
                name: r.text(),
                cells: r.many(|r| HeatCell {
                    state: r.state(),
                    signal: r.signal(),
                }),
            }),
            units: match r.below(3) {
                0 => Units::One(r.unit()),
                1 => Units::Rows(r.many(Random::unit)),
                _ => Units::Columns(r.many(Random::unit)),
            },
        };
        let work = Burndown {
            title: r.text(),
            things: (r.text(), r.text()),
            remaining: r.many(|r| (r.day(), r.maybe(Random::count))),
            deadline: r.day(),
        };
        let way = Trajectory {
            title: r.text(),
            unit: r.unit(),
            good: r.good(),
            from: r.month(),
            months: r.many(Random::state),
            start: Some(Aim {
                month: r.month(),
                value: r.number(),
            }),
            aims: r.many(|r| Aim {
                month: r.month(),
                value: r.number(),
            }),
        };
        for drawn in [
            pchart(&counted, "x"),
            funnel(&areas, "x"),
            grades(&graded, "x"),
            multiples(&panels, "x"),
            heat(&cells, "x"),
            burndown(&work, "x"),
            trajectory(&way, "x"),
        ] {
            check_both(&drawn, "x");
            is_on_the_picture(&drawn.wide);
            is_on_the_picture(&drawn.narrow);
            assert!(!drawn.sentence.contains("NaN") && !drawn.sentence.contains("inf "));
        }
    }
}

#[test]
fn the_numbers_of_the_tables_are_those_that_came_in() {
    for seed in 1..60 {
        let r = &mut Random::seeded(seed);
        let given: Vec<(u64, u64)> = r.many(|r| {
            let of = 1 + r.below(900);
            (r.below(of + 1), of)
        });
        let counted = CountedMonths {
            months: given.iter().map(|it| of(it.0, it.1)).collect(),
            ..invented::late()
        };
        let areas = Funnel {
            areas: given
                .iter()
                .map(|it| Area {
                    name: "Area".into(),
                    tally: of(it.0, it.1),
                })
                .collect(),
            ..invented::districts()
        };
        for (table, at) in [
            (pchart(&counted, "x").table, 2),
            (funnel(&areas, "x").table, 2),
        ] {
            let back: Vec<(u64, u64)> = table
                .rows
                .iter()
                .map(|row| (number(&row[at]), number(&row[at + 1])))
                .collect();
            assert_eq!(back, given);
            for (row, (count, all)) in table.rows.iter().zip(&given) {
                let percent = *count as f64 / *all as f64 * 100.0;
                let waymark_report::Value::Number { value, .. } = row[1].value else {
                    panic!("no percentage");
                };
                assert!((value - percent).abs() < 0.0501, "{value} for {percent}");
            }
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn number(cell: &waymark_report::Cell) -> u64 {
    match cell.value {
        waymark_report::Value::Number { value, .. } => value as u64,
        _ => panic!("{} is no number", cell.shown),
    }
}
