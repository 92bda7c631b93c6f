use super::*;

fn days() -> Vec<Day> {
    [
        "2017-07-25",
        "2017-09-12",
        "2017-10-10",
        "2017-11-14",
        "2018-01-09",
    ]
    .iter()
    .map(|it| it.parse().expect("a date"))
    .collect()
}

/// Words, day and explanation, seen from the meeting of 25 July 2017.
fn told(text: &str) -> (String, String, String) {
    let held = "2017-07-25".parse().ok();
    read(text).map_or_else(
        || ("none".into(), "none".into(), String::new()),
        |it| {
            let resolved = it.when.resolve(held, &days());
            let day = resolved
                .day
                .map_or("cannot tell".into(), |it| it.to_string());
            (it.words, day, resolved.told)
        },
    )
}

#[track_caller]
fn holds(text: &str, words: &str, day: &str) {
    let (found, on, _) = told(text);
    assert_eq!((found.as_str(), on.as_str()), (words, day), "{text}");
}

#[test]
fn meetings_are_looked_up_in_the_calendar() {
    holds(
        "Heat maps for the September meeting - Lou Smith",
        "September meeting",
        "2017-09-12",
    );
    holds(
        "will bring to the September Board meeting the maps",
        "September Board meeting",
        "2017-09-12",
    );
    holds(
        "provided at the November 2017 Improvement Board meeting.",
        "November 2017 Improvement Board meeting",
        "2017-11-14",
    );
    holds(
        "an update at the next Board meeting",
        "next Board meeting",
        "2017-09-12",
    );
    holds(
        "report to the January meeting",
        "January meeting",
        "2018-01-09",
    );
    holds(
        "tabled at the October Board.",
        "October Board",
        "2017-10-10",
    );
}

#[test]
fn words_that_name_no_date_say_so() {
    holds(
        "Report to the Board at a future meeting, statistics",
        "future meeting",
        "cannot tell",
    );
    holds("by a future meeting", "by a future meeting", "cannot tell");
    holds("tabled at a future Board", "future Board", "cannot tell");
    holds(
        "circulate as soon as possible",
        "as soon as possible",
        "cannot tell",
    );
    assert_eq!(
        told("the December meeting").2,
        "The calendar has no meeting in December 2017."
    );
}

#[test]
fn dates_are_read_from_the_words_alone() {
    holds(
        "submit it by 9 March 2017 to the minister",
        "by 9 March 2017",
        "2017-03-09",
    );
    holds(
        "in time for the Committee meeting on 25 April 2022",
        "in time for the Committee meeting on 25 April 2022",
        "2022-04-25",
    );
    holds(
        "to come back in February 2023",
        "in February 2023",
        "2023-02-28",
    );
    holds("by the end of March", "by the end of March", "2018-03-31");
    holds("within two weeks", "within two weeks", "2017-08-08");
    holds("by 3 May", "by 3 May", "2018-05-03");
}

#[test]
fn a_board_that_owns_the_action_is_no_meeting() {
    for owner in [
        "– Improvement Board",
        "- Improvement Board",
        "(Improvement Board)",
        ", Improvement Board",
        "| Improvement Board",
    ] {
        holds(
            &format!("Publish the plan in September {owner}"),
            "in September",
            "2017-09-30",
        );
    }
    holds(
        "Share the audit by 9 March 2018 – Safeguarding Board",
        "by 9 March 2018",
        "2018-03-09",
    );
}

#[test]
fn what_looks_back_is_not_due() {
    holds("minutes of the last meeting held there", "none", "none");
    holds("not completed in 45 days", "none", "none");
    holds("The Board may march on", "none", "none");
}

#[test]
fn two_meetings_of_a_month_are_not_guessed_between() {
    let held: Option<Day> = "2017-07-25".parse().ok();
    let days = [
        "2017-09-12".parse().expect("a date"),
        "2017-09-26".parse().expect("a date"),
    ];
    let found = read("the September meeting")
        .expect("a phrase")
        .when
        .resolve(held, &days);
    assert_eq!(found.day, None);
    assert_eq!(
        found.told,
        "The calendar has more than one meeting in September 2017."
    );
}
