//! Every check's page is its test: the rows marked are those it finds.

#![allow(clippy::unwrap_used)]

mod wayshire;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use waymark_data::Areas;
use waymark_data::annex_a::Cut;
use waymark_data::example::{examples, line};
use waymark_rules::{Outcome, all, check};

#[test]
fn every_page_holds() {
    let mut wrong = String::new();
    for rule in all() {
        let examples = examples(rule.page);
        let mut found_any = false;
        for example in &examples {
            let as_at = example
                .says
                .strip_prefix("as at ")
                .expect("an example says as at which day")
                .parse()
                .unwrap();
            let data = example
                .join(
                    Cut {
                        as_at,
                        scope_months: 6,
                    },
                    &Areas::default(),
                )
                .unwrap();
            let outcomes = check(&data);
            let (_, outcome) = outcomes
                .iter()
                .find(|(it, _)| it.code == rule.code)
                .unwrap();
            let lines: BTreeSet<u32> = match outcome {
                Outcome::Found(rows) => rows.iter().map(|it| it.about.line).collect(),
                Outcome::Clean => BTreeSet::new(),
                Outcome::NotRun(why) => panic!(
                    "{}: {why}: give every list it reads, if only its headings",
                    rule.code
                ),
            };
            for (at, table) in example.tables.iter().enumerate() {
                for (n, row) in table.rows.iter().enumerate() {
                    let Some(mark) = &row.mark else { continue };
                    found_any |= mark == "found";
                    if lines.contains(&line(at, n)) != (mark == "found") {
                        writeln!(
                            wrong,
                            "{}: list {} row {:?} is marked '{mark}'",
                            rule.code, table.list, row.cells
                        )
                        .unwrap();
                    }
                }
            }
        }
        assert!(found_any, "{}: its page marks no row as found", rule.code);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn codes_are_unique_in_order_and_told_in_full() {
    let codes: Vec<(u8, u8)> = all()
        .iter()
        .map(|it| {
            let (list, number) = it.code.strip_prefix('L').unwrap().split_once('-').unwrap();
            (list.parse().unwrap(), number.parse().unwrap())
        })
        .collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(codes, sorted);
    for rule in all() {
        assert_eq!(
            rule.page.lines().next(),
            Some(format!("# {}", rule.message).as_str())
        );
        assert_eq!(rule.lists.is_empty(), rule.code.starts_with("L0-"));
        assert!(
            !rule.columns.is_empty() && !rule.message.ends_with('.'),
            "{}",
            rule.code
        );
        for column in rule.columns {
            let known = waymark_data::annex_a::lists()
                .iter()
                .any(|list| list.column(column).is_some());
            assert!(known, "{}: Annex A has no column {column}", rule.code);
        }
    }
}

#[test]
fn a_check_without_its_list_is_not_passed() {
    let data = waymark_data::example::Example::default()
        .join(
            Cut {
                as_at: "2018-03-31".parse().unwrap(),
                scope_months: 6,
            },
            &Areas::default(),
        )
        .unwrap();
    assert!(
        check(&data)
            .iter()
            .all(|(_, outcome)| matches!(outcome, Outcome::NotRun(_)))
    );
}
