//! Each cut is a whole Annex A return that anyone may open, the same from the same seed on every machine, with the
//! small untidiness of a real one in known numbers.

#![allow(clippy::unwrap_used)]

mod figures;

use calamine::{Data, Reader, Xlsx};
use figures::*;
use std::collections::HashSet;
use std::io::Read;
use std::sync::LazyLock;
use waymark_data::Day;
use waymark_wayshire::{Cell, Cut, IMPERFECTIONS, SCOPE_MONTHS, SEED, wayshire, wayshire_times};

static WAYSHIRE: LazyLock<Wayshire> = LazyLock::new(Wayshire::new);

/// FNV-1a, so that the fingerprint of a cut can be written down here.
fn fingerprint(cut: &Cut) -> u64 {
    let bytes = cut.lists.iter().flat_map(|list| list.csv());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    })
}

#[test]
fn the_same_seed_gives_the_same_return_to_the_last_byte() {
    let august = month(2017, 8).last();
    let again = wayshire(SEED).cut(august);
    assert_eq!(
        fingerprint(&again),
        fingerprint(WAYSHIRE.cut(month(2017, 8)))
    );
    assert_eq!(
        fingerprint(&again),
        4_922_984_058_782_019_325,
        "a change to the county is meant, or it is a fault"
    );
    assert_ne!(
        fingerprint(&wayshire(SEED + 1).cut(august)),
        fingerprint(&again)
    );
}

#[test]
fn other_seeds_keep_the_promised_figures() {
    for seed in [1, 2, 3] {
        let county = wayshire(seed);
        let august = county.cut(month(2017, 8).last());
        let open = open_on(&care(&august), august.as_at);
        let there = open
            .values()
            .filter(|case| case.says("Placement Type") == "k) P1: Placed with parents")
            .count();
        assert_eq!((there, open.len()), (365, 1923), "seed {seed}");
        let march = county.cut(month(2018, 3).last());
        assert_eq!(not_visited(&march, "North"), (100, 667), "seed {seed}");
        assert_eq!(on_a_cin_plan(&march).len(), 1908, "seed {seed}");
        let (hits, all) = first_health(&march, month(2018, 3));
        assert_eq!(
            percent(hits, all).round(),
            50.0,
            "seed {seed}: {hits} of {all}"
        );
        let (hits, all) =
            followed_by_a_referral(&county.cut(month(2017, 9).last()), month(2017, 8), false);
        assert_eq!(one_decimal(percent(hits, all)), 29.8, "seed {seed}");
        assert_eq!(
            busy(&county.cut(month(2017, 7).last()), "Fellgate"),
            (5, 17),
            "seed {seed}"
        );
    }
}

#[test]
fn there_are_27_monthly_cuts_each_of_eleven_lists_and_some_40_000_rows() {
    let days: Vec<Day> = WAYSHIRE.cuts().iter().map(|cut| cut.as_at).collect();
    assert_eq!(
        (days.len(), days[0], days[26]),
        (27, month(2016, 1).last(), month(2018, 3).last())
    );
    for cut in WAYSHIRE.cuts() {
        assert_eq!((cut.scope_months, cut.lists.len()), (SCOPE_MONTHS, 11));
        let rows: usize = cut.lists.iter().map(|list| list.rows.len()).sum();
        assert!(
            (40_000..48_000).contains(&rows),
            "{rows} rows at {}",
            cut.as_at
        );
        for list in &cut.lists {
            assert!(
                list.rows.iter().all(|row| row.len() == list.headings.len()),
                "list {}",
                list.number
            );
            assert!(!list.rows.is_empty());
        }
    }
}

#[test]
fn nothing_in_a_cut_lies_after_its_day_save_the_birth_of_unborn_children() {
    for cut in [
        WAYSHIRE.cut(month(2016, 1)),
        WAYSHIRE.cut(month(2017, 8)),
        WAYSHIRE.cut(month(2018, 3)),
    ] {
        for list in &cut.lists {
            for row in &list.rows {
                for (heading, cell) in list.headings.iter().zip(row) {
                    if let Cell::Date(day) = cell {
                        assert!(
                            *day <= cut.as_at || *heading == "Date of Birth",
                            "list {}: {heading}",
                            list.number
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_cut_is_untidy_in_the_numbers_that_are_published() {
    for cut in WAYSHIRE.cuts() {
        for wrong in &IMPERFECTIONS {
            let list = list(cut, wrong.list);
            let mut seen = HashSet::new();
            let repeats = list
                .rows
                .iter()
                .filter(|row| row[0] != Cell::Blank && !seen.insert(*row))
                .count();
            assert_eq!(
                repeats, wrong.repeats,
                "repeats in list {} at {}",
                wrong.list, cut.as_at
            );
            let no_id = list.rows.iter().filter(|row| row[0] == Cell::Blank).count();
            assert_eq!(no_id, wrong.no_id, "rows without id in list {}", wrong.list);
            let unreadable = |cell: &Cell| {
                matches!(
                    cell,
                    Cell::Text("31/02/2017" | "not known" | "01/13/16" | "see case notes")
                )
            };
            let spoilt = list
                .rows
                .iter()
                .filter(|row| row.iter().any(unreadable))
                .count();
            assert_eq!(
                spoilt,
                wrong.unreadable + wrong.unreadable_evidence,
                "unreadable in list {}",
                wrong.list
            );
        }
    }
}

#[test]
fn the_csv_files_hold_every_row_and_write_dates_as_the_field_does() {
    let folder = tempfile::tempdir().unwrap();
    let cut = WAYSHIRE.cut(month(2018, 3));
    cut.write_csvs(folder.path()).unwrap();
    for list in &cut.lists {
        let text = std::fs::read_to_string(folder.path().join(list.file_name())).unwrap();
        assert_eq!(
            text.matches("\r\n").count(),
            list.rows.len() + 1,
            "{}",
            list.file_name()
        );
        assert!(text.starts_with(list.headings[0]));
    }
    let care = std::fs::read_to_string(folder.path().join("list_08.csv")).unwrap();
    assert!(care.contains("/03/2018,"));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(cut.csv_zip().unwrap())).unwrap();
    assert_eq!(zip.len(), 11);
    let mut zipped = String::new();
    zip.by_name("list_08.csv")
        .unwrap()
        .read_to_string(&mut zipped)
        .unwrap();
    assert_eq!(zipped, care);
}

#[test]
fn the_workbook_has_a_sheet_a_list_with_real_dates() {
    let cut = WAYSHIRE.cut(month(2017, 8));
    let mut workbook: Xlsx<_> =
        Xlsx::new(std::io::Cursor::new(cut.workbook_bytes().unwrap())).unwrap();
    assert_eq!(workbook.sheet_names().len(), 11);
    for list in &cut.lists {
        let sheet = workbook
            .worksheet_range(&format!("List {}", list.number))
            .unwrap();
        assert_eq!(sheet.height(), list.rows.len() + 1, "list {}", list.number);
        assert_eq!(sheet.width(), list.headings.len());
    }
    let contacts = workbook.worksheet_range("List 1").unwrap();
    let Some(Data::DateTime(day)) = contacts.get((1, 5)) else {
        panic!("a contact's date is a date")
    };
    let Cell::Date(expected) = list(cut, 1).rows[0][5] else {
        panic!("the first contact has a date")
    };
    assert_eq!(day.as_f64() as i32 - 25_569, expected.number());
}

#[test]
fn three_wayshires_have_three_times_the_children() {
    let county = wayshire_times(SEED, 3);
    let cut = county.cut(month(2017, 8).last());
    assert_eq!(open_on(&care(&cut), cut.as_at).len(), 3 * 1923);
    let rows = |cut: &Cut| cut.lists.iter().map(|list| list.rows.len()).sum::<usize>();
    let one = rows(WAYSHIRE.cut(month(2017, 8)));
    assert!((29 * one..31 * one).contains(&(10 * rows(&cut))));
}

#[test]
fn the_headings_are_those_of_annex_a() {
    let spec = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/reference/annex_a/spec.json"
    );
    let Ok(text) = std::fs::read_to_string(spec) else {
        println!("skipped: {spec} is not here");
        return;
    };
    for list in &WAYSHIRE.cut(month(2016, 1)).lists {
        for heading in list.headings {
            assert!(
                text.contains(&format!("\"name\": \"{heading}\"")),
                "list {}: {heading}",
                list.number
            );
        }
    }
}
