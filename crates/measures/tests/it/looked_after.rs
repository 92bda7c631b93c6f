//! Children looked after and care leavers: the clocks agree with their measures, and what is counted beside a figure.

use std::collections::BTreeMap;
use waymark_data::annex_a::{Cut, Data};
use waymark_data::{Areas, Day};
use waymark_measures::page::examples;
use waymark_measures::{Groups, Outcome, Settings, catalogue, clocks, figures, listed};

/// The returns that a page's examples tell of.
fn told(page: &str) -> Vec<Data> {
    let told = examples(page);
    let joined = told.iter().map(|(says, example)| {
        let cut = Cut {
            as_at: says.as_at.parse().unwrap(),
            scope_months: says.scope_months,
        };
        example.join(cut, &Areas::default()).unwrap()
    });
    joined.collect()
}

/// Each child a clock runs for, the last day in time, when it was last done, and the note.
fn today(clock: &str, data: &Data) -> BTreeMap<String, (Day, Option<Day>, Option<&'static str>)> {
    let mut running = Vec::new();
    (clocks::find(clock).unwrap().running)(data, &Settings::default(), &mut running);
    let count = running.len();
    let list: BTreeMap<_, _> = running
        .iter()
        .map(|it| {
            let child = data.id(it.about.child.unwrap()).to_owned();
            (child, (it.due, it.last, it.note))
        })
        .collect();
    assert_eq!(list.len(), count, "a child is on the list once");
    list
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

#[test]
fn a_child_late_in_the_figure_is_late_on_the_list_of_today() {
    let defaults = Settings::default();
    let mut compared = 0;
    for (clock, name) in [
        ("cla-visit", "cla-visit-on-time"),
        ("cla-review", "cla-review-on-time"),
        ("iha", "iha-overdue/20wd"),
        ("dental", "dental-current"),
        ("permanence-plan", "no-permanence-plan"),
        ("pathway-review", "pathway-current"),
    ] {
        let measure = catalogue::find(name).unwrap();
        assert_eq!(clocks::find(clock).unwrap().measure, name);
        for data in told(measure.page) {
            let list = today(clock, &data);
            let cases = listed(measure, &data, &defaults);
            assert!(!cases.is_empty(), "{name}");
            for it in cases {
                let child = data.id(it.about.child.unwrap());
                let (due, ..) = list[child];
                assert_eq!(it.case.due.unwrap_or(due), due, "{name}: {child}");
                compared += 1;
            }
        }
    }
    assert!(compared > 40, "{compared} children were compared");
}

#[test]
fn the_initial_assessment_is_awaited_until_it_is_done_and_then_the_review_is() {
    let data = &told(
        "Example: as at 2018-03-31
        List 8:
        | Child Unique ID | Date of Birth | Date Started to be Looked After | Date of Last Health Assessment |
        | new             | 15/06/2010    | 29/03/2018 |            |
        | came back       | 15/06/2010    | 02/10/2017 | 29/09/2017 |
        | seen            | 15/06/2010    | 02/10/2017 | 30/10/2017 |
        | seen, under 5   | 15/06/2015    | 02/10/2017 | 30/10/2017 |
        | seen, age?      |               | 02/10/2017 | 30/10/2017 |",
    )[0];
    let initial = today("iha", data);
    assert_eq!(initial.len(), 2);
    assert_eq!(initial["new"], (day("2018-04-30"), None, None));
    let (due, last, note) = initial["came back"];
    assert_eq!((due, last), (day("2017-10-30"), Some(day("2017-09-29"))));
    assert!(note.is_some(), "an earlier assessment is told of");

    let reviews = today("rha", data);
    assert_eq!(reviews.len(), 3);
    assert_eq!(reviews["seen"].0, day("2018-10-30"));
    assert_eq!(reviews["seen, under 5"].0, day("2018-04-30"));
    assert_eq!(reviews["seen, age?"].0, day("2018-10-30"));
    assert!(reviews["seen, age?"].2.is_some(), "the age is to check");
}

#[test]
fn the_list_of_today_holds_those_not_yet_due_and_says_what_to_check() {
    let data = &told(
        "Example: as at 2018-03-31
        List 8:
        | Child Unique ID | Date of Birth | Date Started to be Looked After | Start Date of Most Recent Placement | Date of Last Social Work Visit | Date of Latest Statutory Review | Date of Last Dental Check | What is the permanence plan for this child? |
        | new             | 15/06/2010 | 29/03/2018 | 29/03/2018 |            |            |            |             |
        | moved           | 15/06/2010 | 02/10/2017 | 29/03/2018 | 20/03/2018 | 20/10/2017 | 02/01/2018 | b) Adoption |
        | unborn          | 01/05/2018 | 29/03/2018 | 29/03/2018 |            |            |            |             |
        List 9:
        | Child Unique ID | Eligibility Category     | Latest Pathway Plan Review Date |
        | reviewed        | b) Former relevant child | 02/01/2018 |
        | never reviewed  | b) Former relevant child |            |
        | still in care   | d) Eligible child        |            |",
    )[0];
    let visits = today("cla-visit", data);
    assert_eq!(visits.len(), 2, "a child not born cannot be visited");
    assert_eq!(visits["new"], (day("2018-04-05"), None, None));
    let (due, last, note) = visits["moved"];
    assert_eq!((due, last), (day("2018-04-05"), None));
    assert!(note.is_some(), "a visit before the move is told of");

    let reviews = today("cla-review", data);
    assert_eq!(reviews["new"].0, day("2018-04-30"));
    assert_eq!(
        (reviews["moved"].0, reviews["moved"].1),
        (day("2018-01-20"), Some(day("2017-10-20")))
    );
    let teeth = today("dental", data);
    assert_eq!(teeth["new"].0, day("2019-03-29"));
    assert_eq!(teeth["moved"].0, day("2019-01-02"));

    let plans = today("permanence-plan", data);
    assert!(!plans.contains_key("moved"));
    assert_eq!(plans["new"].0, day("2018-07-29"));

    let pathways = today("pathway-review", data);
    assert_eq!(pathways.len(), 2);
    assert_eq!(pathways["reviewed"].0, day("2018-07-02"));
    let (due, last, note) = pathways["never reviewed"];
    assert!(due < data.cut.as_at && last.is_none() && note.is_some());
}

#[test]
fn what_cannot_be_counted_is_counted_beside() {
    for (name, excluded, evidence) in [
        (
            "cla-number",
            "1 date after the as-at date, 1 date missing, 1 end date could not be read, 1 ends before it starts, 1 no child id",
            "",
        ),
        ("placements-3plus", "", "3 number not given"),
        ("cla-s20-share", "", "1 not answered"),
        ("uasc", "", "1 answered 'Unknown', 1 not answered"),
        (
            "placement-stable-2y",
            "1 age not known",
            "1 evidence date could not be read",
        ),
        ("cla-visit-on-time", "", "1 evidence date could not be read"),
        ("rha-current", "1 age not known", ""),
        (
            "cl-number",
            "2 answer missing or not understood, 1 no child id, 1 repeats an earlier row",
            "",
        ),
        ("cl-transition", "1 age not known", "1 not on list 9"),
        (
            "adoption-a2",
            "1 date after the as-at date, 2 date could not be read, 1 date missing, 1 ends before it starts",
            "",
        ),
        ("unallocated", "1 end date could not be read", ""),
    ] {
        let measure = catalogue::find(name).unwrap();
        let data = &told(measure.page)[0];
        let Outcome::Figures(all) = figures(measure, data, &Groups::of(data), &Settings::default())
        else {
            panic!("{name} was not run");
        };
        let last = all.last().unwrap();
        let said = |counts: &BTreeMap<&'static str, u32>| {
            let each: Vec<String> = counts
                .iter()
                .map(|(what, n)| format!("{n} {what}"))
                .collect();
            each.join(", ")
        };
        assert_eq!(said(&last.excluded), excluded, "{name}");
        assert_eq!(said(&last.evidence), evidence, "{name}");
    }
}
