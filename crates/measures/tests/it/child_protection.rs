//! Child protection and children in need: the clocks agree with their measures, what is counted beside a figure, and
//! the limits a council sets itself.

use waymark_data::annex_a::{Cut, Data};
use waymark_data::{Areas, Day};
use waymark_measures::page::examples;
use waymark_measures::{
    Figure, Groups, Outcome, ParameterValue, Settings, catalogue, clocks, figures, listed,
};

/// The returns that a page's examples tell of.
fn told(page: &str) -> Vec<Data> {
    let told = examples(page);
    let joined = told.iter().map(|(says, example)| {
        let cut = Cut {
            as_at: day(&says.as_at),
            scope_months: says.scope_months,
        };
        example.join(cut, &Areas::default()).unwrap()
    });
    joined.collect()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn set(name: &str, value: i32) -> Settings {
    let set = ParameterValue {
        name: name.into(),
        from: None,
        value,
    };
    Settings {
        parameters: vec![set],
        ..Settings::default()
    }
}

/// Child, last day in time, when it was last done, and the note.
type OnTheList = (String, String, Option<String>, Option<&'static str>);

fn today(clock: &str, data: &Data, settings: &Settings) -> Vec<OnTheList> {
    let mut running = Vec::new();
    (clocks::find(clock).unwrap().running)(data, settings, &mut running);
    let told = |it: &clocks::Running<'_>| {
        let child = data.id(it.about.child.unwrap()).to_owned();
        let last = it.last.map(|day| day.to_string());
        (child, it.due.to_string(), last, it.note)
    };
    running.iter().map(told).collect()
}

fn figure(measure: &str, data: &Data, settings: &Settings, basis: &str, from: &str) -> Figure {
    let measure = catalogue::find(measure).unwrap();
    let Outcome::Figures(all) = figures(measure, data, &Groups::of(data), settings) else {
        panic!("{} was not run", measure.name());
    };
    all.into_iter()
        .find(|it| it.basis.code() == basis && it.period.from == day(from))
        .unwrap()
}

/// What is counted beside a figure, as "2 not answered".
fn beside(counted: &std::collections::BTreeMap<&'static str, u32>) -> Vec<String> {
    counted
        .iter()
        .map(|(what, n)| format!("{n} {what}"))
        .collect()
}

#[test]
fn a_child_late_in_the_figure_is_late_on_the_list_of_today() {
    let defaults = Settings::default();
    let mut compared = 0;
    for (measure, of) in [
        ("cp-visit-on-time", &["cp-visit"][..]),
        ("rcpc-on-time", &["rcpc-first", "rcpc-next"]),
        ("cin-visit-28d", &["cin-visit"]),
        ("cin-not-visited", &["cin-visit"]),
    ] {
        let measure = catalogue::find(measure).unwrap();
        for data in told(measure.page) {
            let list: Vec<OnTheList> = of
                .iter()
                .flat_map(|clock| today(clock, &data, &defaults))
                .collect();
            let cases = listed(measure, &data, &defaults);
            assert!(!cases.is_empty());
            for it in cases {
                let child = data.id(it.about.child.unwrap());
                let mine: Vec<_> = list.iter().filter(|it| it.0 == child).collect();
                assert_eq!(mine.len(), 1, "{}: {child}", measure.id);
                let due = it.case.due.unwrap();
                assert_eq!(mine[0].1, due.to_string(), "{}: {child}", measure.id);
                compared += 1;
                // A child in need who is due today and was never seen is not late, and yet not visited.
                let never_seen_and_due_today = mine[0].2.is_none() && due == data.cut.as_at;
                if measure.id != "cin-not-visited"
                    && (measure.id != "cin-visit-28d" || !never_seen_and_due_today)
                {
                    assert_eq!(
                        it.case.hit,
                        data.cut.as_at <= due,
                        "{}: {child}",
                        measure.id
                    );
                }
            }
        }
    }
    assert!(compared > 30, "{compared} children were compared");
}

#[test]
fn the_list_of_today_holds_those_not_yet_due_and_says_what_to_check() {
    let data = &told(
        "Example: as at 2018-03-31
        List 7:
        | Child Unique ID | Date of Birth | Child Protection Plan Start Date | Date of the Last Statutory Visit | Date of latest review conference |
        | new             | 15/06/2010 | 29/03/2018 |            |            |
        | seen            | 15/06/2010 | 02/10/2017 | 28/03/2018 | 15/12/2017 |
        | unborn          | 01/05/2018 | 29/03/2018 |            |            |
        | entered wrongly | 15/06/2010 | 02/01/2018 | 31/02/2018 | 03/04/2018 |
        | from before     | 15/06/2010 | 02/01/2018 | 01/01/2018 | 01/01/2018 |",
    )[0];
    let defaults = Settings::default();
    let own = |child: &str, due: &str, last: Option<&str>, note| {
        (
            child.to_owned(),
            due.to_owned(),
            last.map(str::to_owned),
            note,
        )
    };
    assert_eq!(
        today("cp-visit", data, &defaults),
        [
            own("new", "2018-04-16", None, None),
            own("seen", "2018-04-13", Some("2018-03-28"), None),
            own(
                "entered wrongly",
                "2018-01-16",
                None,
                Some("The date of the last visit could not be read")
            ),
            own(
                "from before",
                "2018-01-16",
                None,
                Some("The last visit was before the plan started")
            ),
        ]
    );
    assert_eq!(
        today("rcpc-first", data, &defaults),
        [
            own("new", "2018-06-29", None, None),
            own("unborn", "2018-06-29", None, None),
            own(
                "entered wrongly",
                "2018-04-02",
                None,
                Some("The latest review is dated after the as-at date")
            ),
            own(
                "from before",
                "2018-04-02",
                None,
                Some("The latest review was before the plan started")
            ),
        ]
    );
    assert_eq!(
        today("rcpc-next", data, &defaults),
        [own("seen", "2018-06-15", Some("2017-12-15"), None)]
    );
}

#[test]
fn a_conference_is_awaited_until_it_is_held_or_found_unnecessary() {
    let data = &told(
        "Example: as at 2018-03-31
        List 5:
        | Child Unique ID | Strategy discussion initiating Section 47 Enquiry Start Date | Was an Initial Child Protection Conference deemed unnecessary? | Date of Initial Child Protection Conference |
        | not yet         | 20/12/2017 | b) No      |            |
        | planned         | 19/03/2018 | b) No      | 09/04/2018 |
        | not known       | 19/03/2018 | c) Unknown |            |
        | unreadable      | 19/03/2018 | b) No      | tbc        |
        | on a plan       | 19/03/2018 | b) No      |            |
        | held            | 19/03/2018 | b) No      | 29/03/2018 |
        | unnecessary     | 19/03/2018 | a) Yes     |            |
        | on another row  | 12/03/2018 | b) No      |            |
        | on another row  | 19/03/2018 | b) No      | 29/03/2018 |
        | held before     | 08/01/2018 | b) No      | 26/01/2018 |
        | held before     | 19/03/2018 | b) No      |            |
        | not begun       | 03/04/2018 | b) No      |            |
        List 7:
        | Child Unique ID | Child Protection Plan Start Date |
        | on a plan       | 02/10/2017 |",
    )[0];
    let own = |child: &str, due: &str, note| (child.to_owned(), due.to_owned(), None, note);
    assert_eq!(
        today("icpc-15", data, &Settings::default()),
        [
            own("not yet", "2018-01-15", None),
            own(
                "planned",
                "2018-04-11",
                Some("The conference is dated after the as-at date")
            ),
            own(
                "not known",
                "2018-04-11",
                Some("Nobody has said whether a conference is needed")
            ),
            own(
                "unreadable",
                "2018-04-11",
                Some("The date of the conference could not be read")
            ),
            own(
                "on a plan",
                "2018-04-11",
                Some("The child is on a child protection plan already")
            ),
            own("held before", "2018-04-11", None),
        ]
    );
}

#[test]
fn what_cannot_be_counted_is_counted_beside() {
    let defaults = Settings::default();
    let page = |id: &str| catalogue::find(id).unwrap().page;

    let data = &told(page("s47-to-icpc"))[0];
    let it = figure("s47-to-icpc", data, &defaults, "month", "2018-01-01");
    assert_eq!(beside(&it.excluded), ["1 repeats an earlier row"]);
    assert_eq!(
        beside(&it.evidence),
        [
            "1 answered 'Unknown'",
            "1 conference date could not be read",
            "2 no conference yet, and not found unnecessary",
            "1 not answered",
        ]
    );

    let data = &told(page("icpc-rate"))[0];
    let it = figure("icpc-rate", data, &defaults, "month", "2018-01-01");
    assert_eq!(
        beside(&it.excluded),
        ["1 date could not be read", "1 no child id"]
    );

    let data = &told(page("icpc-15"))[0];
    let it = figure("icpc-15", data, &defaults, "month", "2018-01-01");
    assert_eq!(
        beside(&it.excluded),
        [
            "1 date could not be read",
            "1 date missing",
            "1 ends before it starts"
        ]
    );

    let data = &told(page("cpp-number"))[0];
    let it = figure("cpp-number", data, &defaults, "snapshot", "2018-03-31");
    assert_eq!(
        beside(&it.excluded),
        [
            "1 date after the as-at date",
            "1 date missing",
            "1 end date could not be read",
            "1 ends before it starts",
            "1 no child id",
            "2 repeats an earlier row",
        ]
    );

    let data = &told(page("cin-number"))[0];
    let it = figure("cin-number/plan", data, &defaults, "snapshot", "2018-03-31");
    assert_eq!(
        beside(&it.excluded),
        [
            "2 answer missing or not understood",
            "1 end date could not be read"
        ]
    );

    let data = &told(page("cp-visit-on-time"))[1];
    let it = figure(
        "cp-visit-on-time",
        data,
        &defaults,
        "snapshot",
        "2018-03-31",
    );
    assert_eq!(beside(&it.evidence), ["1 evidence date could not be read"]);
}

#[test]
fn a_council_sets_its_own_visiting_interval_and_youngest_age() {
    let data = &told(catalogue::find("cp-visit-on-time").unwrap().page)[0];
    let on_time = |settings: &Settings| {
        let it = figure("cp-visit-on-time", data, settings, "snapshot", "2018-03-29");
        (it.count.hits, it.count.cases)
    };
    assert_eq!(on_time(&Settings::default()), (1, 4));
    // With 15 working days both visited children are in time and the three new plans are not yet due.
    assert_eq!(on_time(&set("cp_visit_wd", 15)), (2, 2));

    let data = &told(catalogue::find("cp-seen-alone").unwrap().page)[0];
    let it = figure(
        "cp-seen-alone",
        data,
        &set("cp_seen_alone_min_age", 7),
        "snapshot",
        "2018-03-31",
    );
    // The baby and the child born that day are too young; the child without a birth date or an age is left out.
    assert_eq!((it.count.hits, it.count.cases), (2, 6));
    assert_eq!(beside(&it.excluded), ["1 age not known"]);
}
