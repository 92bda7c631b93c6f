//! What is counted beside a figure, which its page's marks cannot show.

use crate::engine::{Outcome, figures};
use crate::groups::Groups;
use crate::settings::Settings;
use crate::{Figure, catalogue};
use waymark_data::annex_a::{self, Cut, Data};
use waymark_data::{Areas, Place, Raw, Table, TableReader, Words};

fn table(list: u8, headings: &[&str], rows: &[&[&str]], words: &mut Words) -> Table {
    let spec = annex_a::list(list).unwrap();
    let mut reader = TableReader::new(spec, Place::default(), 1, headings);
    for (line, row) in (2..).zip(rows) {
        reader.row(line, row.iter().map(|it| Raw::Text(it)), words);
    }
    reader.finish()
}

/// The measure's figure of the twelve months to 31 March 2018.
fn figure(measure: &str, tables: &[Table], words: Words) -> Figure {
    let cut = Cut {
        as_at: "2018-03-31".parse().unwrap(),
        scope_months: 24,
    };
    let data = Data::join(tables, words, cut, &Areas::default());
    let measure = catalogue::find(measure).unwrap();
    let Outcome::Figures(all) = figures(measure, &data, &Groups::of(&data), &Settings::default())
    else {
        panic!("the lists are there");
    };
    let twelve_months = |it: &Figure| it.basis.code() == "rolling_12m" && it.to() == cut.as_at;
    all.into_iter().find(twelve_months).unwrap()
}

#[test]
fn a_contact_whose_source_tells_nothing_is_shown_beside_police_contacts() {
    let mut words = Words::default();
    let contacts = table(
        1,
        &["Child Unique ID", "Date of Contact", "Contact Source"],
        &[
            &["a", "05/03/2018", "q) 6: Police"],
            &["b", "05/03/2018", "blue light"],
            &["c", "05/03/2018", ""],
            &["d", "05/03/2018", "u) 10: Unknown"],
            &["e", "05/03/2017", "blue light"],
            &["f", "31/02/2018", "q) 6: Police"],
            &["g", "31/02/2018", "e) 2A: Schools"],
        ],
        &mut words,
    );
    let figure = figure("police-contacts", &[contacts], words);
    assert_eq!(figure.count.hits, 1);
    assert_eq!(figure.evidence["source not understood"], 1);
    assert_eq!(figure.evidence["source not recorded"], 1);
    assert_eq!(figure.excluded["date could not be read"], 1);
}

#[test]
fn an_assessment_is_counted_beside_once_however_many_periods_it_stands_in() {
    let mut words = Words::default();
    let referrals = table(
        3,
        &["Child Unique ID", "Date of referral", "Referral Source"],
        &[
            &["a", "05/06/2017", "q) 6: Police"],
            &["b", "05/06/2017", "blue light"],
        ],
        &mut words,
    );
    let assessments = table(
        4,
        &[
            "Child Unique ID",
            "Continuous Assessment Start Date",
            "Continuous Assessment Date of Authorisation",
            "Was the child assessed as requiring LA children's social care support?",
        ],
        &[
            &["a", "06/06/2017", "20/06/2017", "c) Unknown"],
            &["b", "06/06/2017", "20/06/2017", "b) No"],
            &["c", "06/06/2017", "20/06/2017", "b) No"],
            &["d", "06/06/2017", "31/06/2017", "b) No"],
        ],
        &mut words,
    );
    let figure = figure(
        "police-referral-no-service",
        &[referrals, assessments],
        words,
    );
    assert_eq!((figure.count.hits, figure.count.cases), (0, 1));
    assert_eq!(figure.evidence["answered 'Unknown'"], 1);
    assert_eq!(figure.evidence["source not understood"], 1);
    assert_eq!(figure.evidence["no referral linked"], 1);
    assert_eq!(figure.excluded["end date could not be read"], 1);
}
