//! Why a figure says something else than an earlier return said: what was recorded late, corrected, taken out.

use waymark_data::annex_a::{self, Cut, Data};
use waymark_data::{Areas, Day, Period, Place, Raw, TableReader, Words};
use waymark_measures::engine::behind::{Behind, Reasons, Told, reasons};
use waymark_measures::{Basis, Settings, catalogue};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A return of one list.
fn data(as_at: &str, list: u8, headings: &[&str], rows: &[&[&str]]) -> Data {
    let mut words = Words::default();
    let mut reader = TableReader::new(annex_a::list(list).unwrap(), Place::default(), 1, headings);
    for (line, row) in (2..).zip(rows) {
        reader.row(line, row.iter().map(|it| Raw::Text(it)), &mut words);
    }
    let cut = Cut {
        as_at: day(as_at),
        scope_months: 6,
    };
    Data::join(&[reader.finish()], words, cut, &Areas::default())
}

/// A return of assessments: child, start, authorisation.
fn assessed(as_at: &str, rows: &[[&str; 3]]) -> Data {
    let rows: Vec<&[&str]> = rows.iter().map(|it| &it[..]).collect();
    let headings = [
        "Child Unique ID",
        "Continuous Assessment Start Date",
        "Continuous Assessment Date of Authorisation",
    ];
    data(as_at, 4, &headings, &rows)
}

fn rows_of(measure: &str, data: &Data, basis: Basis, from: &str, to: &str) -> Behind {
    let settings = Settings::default();
    let told = Told::of(catalogue::find(measure).unwrap(), data, &settings).unwrap();
    let period = Period {
        from: day(from),
        to: day(to),
    };
    told.behind(basis, period, None, None).unwrap()
}

/// Assessments completed in January within 45 working days, as two returns tell them.
fn january(then: &[[&str; 3]], now: &[[&str; 3]]) -> Reasons {
    let of = |data: &Data| {
        rows_of(
            "assessment-45",
            data,
            Basis::Month,
            "2018-01-01",
            "2018-01-31",
        )
    };
    reasons(
        &of(&assessed("2018-01-31", then)),
        &of(&assessed("2018-02-28", now)),
    )
}

const ANN: [&str; 3] = ["ann", "2018-01-02", "2018-01-20"];
const BEN: [&str; 3] = ["ben", "2018-01-03", "2018-01-25"];

fn late(number: usize) -> Reasons {
    Reasons {
        late: number,
        ..Reasons::default()
    }
}

fn corrected(number: usize) -> Reasons {
    Reasons {
        corrected: number,
        ..Reasons::default()
    }
}

#[test]
fn an_assessment_that_the_earlier_return_did_not_have_was_recorded_late() {
    assert_eq!(january(&[ANN], &[ANN, BEN]), late(1));
    // A child's name for the file may be written in another case: it is no other child.
    assert_eq!(
        january(&[ANN], &[["Ann", "2018-01-02", "2018-01-20"], BEN]),
        late(1)
    );
}

#[test]
fn an_assessment_that_was_open_then_and_is_now_known_to_have_ended_was_recorded_late() {
    let open = ["ben", "2018-01-03", ""];
    assert_eq!(january(&[ANN, open], &[ANN, BEN]), late(1));
}

#[test]
fn an_assessment_in_both_that_counts_otherwise_now_was_corrected() {
    // Authorised in January all the same, but out of time by its true start: another record of the child's.
    let began_before = ["ben", "2017-08-03", "2018-01-25"];
    assert_eq!(january(&[ANN, BEN], &[ANN, began_before]), corrected(1));
    // Its end was in December: it leaves January, or comes to it.
    let (in_december, in_january) = (
        ["cat", "2017-11-03", "2017-12-20"],
        ["cat", "2017-11-03", "2018-01-20"],
    );
    assert_eq!(
        january(&[ANN, in_january], &[ANN, in_december]),
        corrected(1)
    );
    assert_eq!(
        january(&[ANN, in_december], &[ANN, in_january]),
        corrected(1)
    );
    // It has not ended.
    assert_eq!(
        january(&[ANN, BEN], &[ANN, ["ben", "2018-01-03", ""]]),
        corrected(1)
    );
    // What does not count otherwise is no reason: authorised a day later.
    assert_eq!(
        january(&[ANN, BEN], &[ANN, ["ben", "2018-01-03", "2018-01-26"]]),
        Reasons::default()
    );
}

#[test]
fn an_assessment_that_the_later_return_does_not_have_was_taken_out() {
    let reasons = january(
        &[ANN, BEN, ["cat", "2017-08-03", "2018-01-25"]],
        &[ANN, ["dan", "2018-01-08", "2018-01-25"]],
    );
    assert_eq!(
        reasons,
        Reasons {
            late: 1,
            corrected: 0,
            taken_out: 2
        }
    );
}

#[test]
fn of_children_on_a_plan_on_a_day_one_whose_plan_was_held_then_was_corrected() {
    let plans = |as_at: &str, rows: &[[&str; 3]]| {
        let rows: Vec<&[&str]> = rows.iter().map(|it| &it[..]).collect();
        let headings = [
            "Child Unique ID",
            "Child Protection Plan Start Date",
            "Child Protection Plan End Date",
        ];
        let day = "2018-01-31";
        let basis = Basis::SnapshotMonthly;
        rows_of(
            "cpp-number",
            &data(as_at, 7, &headings, &rows),
            basis,
            day,
            day,
        )
    };
    let then = plans(
        "2018-01-31",
        &[
            ["ann", "2018-01-02", ""],
            ["ben", "2018-01-03", ""],
            ["cat", "2017-11-03", "2018-01-29"],
        ],
    );
    // Ben's plan had ended, Cat's had not, and Dan's was entered in February.
    let now = plans(
        "2018-02-28",
        &[
            ["ann", "2018-01-02", ""],
            ["ben", "2018-01-03", "2018-01-30"],
            ["cat", "2017-11-03", ""],
            ["dan", "2018-01-30", ""],
        ],
    );
    assert_eq!(
        reasons(&then, &now),
        Reasons {
            late: 1,
            corrected: 2,
            taken_out: 0
        }
    );
    assert_eq!((then.count.hits, now.count.hits), (2, 3));
}

#[test]
fn a_return_without_the_list_or_without_the_month_cannot_tell() {
    let settings = Settings::default();
    let (seen, plans) = (
        catalogue::find("assessment-45").unwrap(),
        catalogue::find("cpp-number").unwrap(),
    );
    let data = assessed("2018-01-31", &[ANN]);
    assert!(Told::of(plans, &data, &settings).is_none());
    let told = Told::of(seen, &data, &settings).unwrap();
    let long_ago = Period {
        from: day("2015-01-01"),
        to: day("2015-01-31"),
    };
    assert!(told.behind(Basis::Month, long_ago, None, None).is_none());
}
