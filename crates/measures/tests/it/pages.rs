//! Every measure's page is its test: the rows marked are those that the measure finds, and the answer is its figure.

use std::fmt::Write as _;
use waymark_data::Areas;
use waymark_data::annex_a::Cut;
use waymark_data::example::line;
use waymark_measures::page::{Example, Says, examples};
use waymark_measures::{
    Figure, Groups, Measure, Outcome, Settings, Unit, catalogue, figures, listed,
};

#[test]
fn every_page_holds() {
    let mut wrong = String::new();
    let mut held = 0;
    for measure in catalogue::all() {
        let mine: Vec<(Says, Example)> = examples(measure.page)
            .into_iter()
            .filter(|(says, _)| says.variant.as_deref() == measure.variant)
            .collect();
        if mine.is_empty() {
            writeln!(wrong, "{}: its page has no example", measure.name()).unwrap();
        }
        for (at, (says, example)) in mine.iter().enumerate() {
            held += 1;
            if let Err(why) = holds(measure, says, example) {
                writeln!(wrong, "{}, example {}:\n{why}", measure.name(), at + 1).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(held > 0);
}

#[test]
fn every_measure_is_told_in_full() {
    for measure in catalogue::all() {
        let name = measure.name();
        assert_eq!(
            catalogue::find(&name).map(|it| it.name()),
            Some(name.clone()),
            "two measures are called {name}"
        );
        for (what, text) in [
            ("title", measure.title),
            ("source", measure.source),
            ("why", measure.why),
        ] {
            assert!(!text.is_empty(), "{name} has no {what}");
        }
        assert!(
            measure.page.starts_with("# "),
            "{name}: a page begins with its title"
        );
        assert!(
            !measure.lists.is_empty() && !measure.periods.is_empty(),
            "{name}"
        );
    }
}

fn holds(measure: &'static Measure, says: &Says, example: &Example) -> Result<(), String> {
    let cut = Cut {
        as_at: says.as_at.parse()?,
        scope_months: says.scope_months,
    };
    let data = example.join(cut, &Areas::default())?;
    let settings = Settings::default();
    let groups = Groups::of(&data);
    let Outcome::Figures(all) = figures(measure, &data, &groups, &settings) else {
        return Err(format!(
            "not run: give every list it reads ({:?}), if only its headings",
            measure.lists
        ));
    };
    let matches = |basis: &str, from: String, to: String| match says.period.split_once(' ') {
        Some(("month", month)) => {
            basis == "month" && from.starts_with(month) && from.ends_with("-01")
        }
        Some(("rolling", day)) => basis == "rolling_12m" && to == day,
        Some(("snapshot", day)) => basis == "snapshot" && to == day,
        _ => basis == "return" && says.period == "return",
    };
    let mine: Vec<&Figure> = all
        .iter()
        .filter(|it| {
            matches(
                it.basis.code(),
                it.period.from.to_string(),
                it.period.to.to_string(),
            )
        })
        .collect();
    if mine.is_empty() {
        return Err(format!("there is no figure for {}", says.period));
    }
    let mut wrong = String::new();
    let answer = answer(measure, &mine);
    if answer != example.answer {
        writeln!(
            wrong,
            "  the answer is {answer}, the page says {}",
            example.answer
        )
        .unwrap();
    }
    let cases = listed(measure, &data, &settings);
    for (at, table) in example.tables.iter().enumerate() {
        for (n, row) in table.rows.iter().enumerate() {
            let (line, Some(mark)) = (line(at, n), &row.mark) else {
                continue;
            };
            let mut found: Vec<String> = cases
                .iter()
                .filter(|it| {
                    matches(
                        it.basis.code(),
                        it.period.from.to_string(),
                        it.period.to.to_string(),
                    )
                })
                .filter(|it| it.about.list == table.list && it.about.line == line)
                .map(|it| match measure.unit {
                    Unit::Net => format!("{:+}", it.case.value),
                    Unit::MedianWorkingDays | Unit::MeanDays => it.case.value.to_string(),
                    Unit::Share => measure.bands[usize::from(it.case.band)].to_owned(),
                    _ => {
                        if it.case.hit {
                            "hit".to_owned()
                        } else {
                            "miss".to_owned()
                        }
                    }
                })
                .collect();
            found.sort();
            let found = found.join(" ");
            if found != *mark {
                writeln!(
                    wrong,
                    "  list {} row {line}: found '{found}', marked '{mark}'",
                    table.list
                )
                .unwrap();
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// `2 of 3`, `3` for a count, `-1` for a net change, `31 over 4 cases` for a median or mean, `a 2, b 1 of 3` for a share.
fn answer(measure: &Measure, figures: &[&Figure]) -> String {
    let parts = figures[0].parts();
    let number = |value: Option<f64>| value.map_or("none".to_owned(), |it| it.to_string());
    match measure.unit {
        Unit::Count | Unit::Rate => format!("{}", parts.numerator.unwrap()),
        Unit::Net => format!("{:+}", parts.numerator.unwrap()),
        Unit::Percent => format!(
            "{} of {}",
            parts.numerator.unwrap(),
            parts.denominator.unwrap()
        ),
        Unit::MedianWorkingDays | Unit::MeanDays => {
            format!(
                "{} over {} cases",
                number(parts.value),
                parts.denominator.unwrap()
            )
        }
        Unit::Share => {
            let bands: Vec<String> = figures
                .iter()
                .filter(|it| it.count.hits > 0)
                .map(|it| format!("{} {}", it.band_label().unwrap(), it.count.hits))
                .collect();
            format!("{} of {}", bands.join(", "), parts.denominator.unwrap())
        }
    }
}
