//! What a return does not have answers nothing: a measure without its list or its column has no figure, and says why.

use waymark_data::annex_a::{self, Cut, Data};
use waymark_data::{Areas, Place, Raw, TableReader, Words};
use waymark_measures::{Groups, Outcome, Settings, catalogue, figures};

/// One care leaver, in a list 9 with these columns.
fn leavers(headings: &[&str], cells: &[&str]) -> Data {
    let mut words = Words::default();
    let mut reader = TableReader::new(annex_a::list(9).unwrap(), Place::default(), 1, headings);
    reader.row(2, cells.iter().map(|it| Raw::Text(it)), &mut words);
    let cut = Cut {
        as_at: "2018-03-31".parse().unwrap(),
        scope_months: 6,
    };
    Data::join(&[reader.finish()], words, cut, &Areas::default())
}

fn why_not(data: &Data, measure: &str) -> Option<String> {
    let measure = catalogue::find(measure).unwrap();
    match figures(measure, data, &Groups::of(data), &Settings::default()) {
        Outcome::Figures(_) => None,
        Outcome::NotRun(why) => Some(why),
    }
}

#[test]
fn a_list_of_2021_without_pathway_plans_does_not_say_that_none_is_current() {
    let old = leavers(
        &["Child Unique ID", "Eligibility Category", "LA in Touch"],
        &["a", "b) Former relevant child", "a) Yes"],
    );
    assert_eq!(why_not(&old, "cl-in-touch"), None);
    let why = why_not(&old, "pathway-current").unwrap();
    assert!(
        why.contains("list 9") && why.contains("Latest Pathway Plan Review Date"),
        "{why}"
    );
}

#[test]
fn an_empty_column_is_an_answer_and_an_absent_list_is_not() {
    let headings = [
        "Child Unique ID",
        "Eligibility Category",
        "Latest Pathway Plan Review Date",
    ];
    let given = leavers(&headings, &["a", "b) Former relevant child", ""]);
    assert_eq!(why_not(&given, "pathway-current"), None);
    assert_eq!(
        why_not(&given, "cpp-number").as_deref(),
        Some("the return has no list 7")
    );
}

#[test]
fn every_column_that_a_measure_cannot_do_without_is_published() {
    for measure in catalogue::all() {
        for (list, name) in measure.columns {
            let list = annex_a::list(*list).unwrap();
            assert!(
                list.column(name).is_some(),
                "{}: {} has no column {name}",
                measure.name(),
                list.name
            );
        }
    }
}
