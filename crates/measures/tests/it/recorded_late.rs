//! The demo county writes some things down late, as counties do: which of its months wait, and which do not.

use waymark_data::annex_a::{Cut, Data};
use waymark_data::{Areas, Month};
use waymark_import::InputFile;
use waymark_measures::history::{CutFigures, Whom, of_cuts, series};
use waymark_measures::recording_lag::Lag;
use waymark_measures::{Basis, Settings, catalogue};
use waymark_wayshire::{SCOPE_MONTHS, SEED, wayshire};

/// Its returns of June 2017 to March 2018: seven of its months are settled by the last.
fn returns() -> Vec<Data> {
    let county = wayshire(SEED);
    (0..10)
        .map(|n| {
            let as_at = Month::new(2017, 6).plus(n).last();
            let zip = county.cut(as_at).csv_zip().unwrap();
            let found = waymark_import::read(&[InputFile::new("Wayshire.zip", zip)]).unwrap();
            let cut = Cut {
                as_at,
                scope_months: SCOPE_MONTHS,
            };
            Data::join(&found.tables, found.words, cut, &Areas::default())
        })
        .collect()
}

#[test]
fn plans_that_ended_and_outcomes_of_enquiries_are_written_down_late_and_assessments_are_not() {
    let returns = returns();
    let returns: Vec<&Data> = returns.iter().collect();
    let cuts = of_cuts(&returns, &Settings::default());
    let cuts: Vec<&CutFigures> = cuts.iter().collect();
    let provisional = |name: &str| -> Vec<String> {
        let measure = catalogue::find(name).unwrap();
        let points = series(
            &cuts,
            &Areas::default(),
            measure,
            None,
            Basis::Month,
            Whom::All,
        );
        let lag = Lag::of(measure.unit, &points, |_, _| true);
        assert!(!lag.ages().is_empty(), "{name}");
        let waits = points.iter().filter(|it| lag.expected(it).is_some());
        waits.map(|it| it.period.words()).collect()
    };
    assert_eq!(provisional("cpp-start-end/ended"), ["March 2018"]);
    assert_eq!(provisional("s47-to-icpc"), ["February 2018", "March 2018"]);
    // Three in a hundred are entered in the month after, late and in time alike: the percentage stands.
    assert!(provisional("assessment-over-45").is_empty());
    assert!(provisional("contacts").is_empty());
    // A referral is looked for in the year before, and older returns see less of it: that is no late recording.
    assert!(provisional("re-referral-12m").is_empty());
}
