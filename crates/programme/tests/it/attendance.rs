//! Who came to the board.

use crate::council::Council;
use waymark_programme::attendance::{Mark, by_agency, quorum};
use waymark_programme::kinds::{ATTENDANCE, BODY, MEETING};
use waymark_programme::link::PART_OF;
use waymark_programme::meetings::of_body;
use waymark_programme::record::RecordId;

fn meeting(council: &mut Council, on: &str, people: &[(&str, &str, &str, &str)]) -> RecordId {
    let meeting = council.make(
        &MEETING,
        &[("title", on), ("body", "Improvement Board"), ("date", on)],
    );
    for (name, agency, how, deputy_for) in people {
        let made = council.make(
            &ATTENDANCE,
            &[
                ("name", name),
                ("agency", agency),
                ("how", how),
                ("deputy_for", deputy_for),
            ],
        );
        council.link(made, &PART_OF, meeting);
    }
    meeting
}

#[test]
fn attendance_by_agency_over_time_counts_deputies_and_says_who_never_comes() {
    let mut council = Council::default();
    let board = council.make(
        &BODY,
        &[
            ("name", "Improvement Board"),
            ("sort", "board"),
            ("quorum", "3"),
            ("agencies", "Police\nPrimary schools\nCouncil"),
        ],
    );
    meeting(
        &mut council,
        "2017-09-12",
        &[
            ("R Kell", "Police", "present", ""),
            ("H Farrow", "Council", "present", ""),
            ("P One", "Council", "apologies", ""),
        ],
    );
    meeting(
        &mut council,
        "2017-10-10",
        &[
            ("I White", "police", "deputy", "R Kell"),
            ("R Kell", "Police", "apologies", ""),
            ("A Head", "Primary schools", "apologies", ""),
            ("H Farrow", "Council", "present", ""),
            ("Cllr W", "Wayshire  Council", "observer", ""),
        ],
    );
    meeting(&mut council, "2018-04-24", &[]);
    let records = council.records();
    let meetings = of_body(&records, records.get(board).unwrap());
    let rows = by_agency(&records, &meetings);
    let told: Vec<(&str, usize, usize, usize)> = rows
        .iter()
        .map(|it| (it.agency.as_str(), it.there, it.by_deputy, it.of))
        .collect();
    assert_eq!(
        told,
        [
            ("Primary schools", 0, 0, 2),
            ("Wayshire  Council", 0, 0, 2),
            ("Council", 2, 0, 2),
            ("Police", 2, 1, 2)
        ]
    );
    let police = rows.iter().find(|it| it.agency == "Police").unwrap();
    assert_eq!(police.marks, [Mark::Present, Mark::Deputy, Mark::Nothing]);
}

#[test]
fn a_quorum_counts_members_and_deputies_but_no_observers() {
    let mut council = Council::default();
    council.make(
        &BODY,
        &[
            ("name", "Improvement Board"),
            ("sort", "board"),
            ("quorum", "3"),
        ],
    );
    let short = meeting(
        &mut council,
        "2017-09-12",
        &[
            ("R Kell", "Police", "present", ""),
            ("H Farrow", "Council", "present", ""),
            ("Cllr W", "Council", "observer", ""),
            ("I White", "Police", "deputy", "R Kell"),
        ],
    );
    let enough = meeting(
        &mut council,
        "2017-10-10",
        &[
            ("R Kell", "Police", "present", ""),
            ("H Farrow", "Council", "present", ""),
            ("B Nurse", "Health", "deputy", "A Croft"),
        ],
    );
    let unknown = council.make(
        &MEETING,
        &[
            ("title", "X"),
            ("body", "Another group"),
            ("date", "2017-10-10"),
        ],
    );
    let records = council.records();
    let of = |id| quorum(&records, records.get(id).unwrap());
    assert_eq!((of(short).present(), of(short).met()), (2, Some(false)));
    assert_eq!((of(enough).present(), of(enough).met()), (3, Some(true)));
    assert_eq!(of(unknown).met(), None);
}
