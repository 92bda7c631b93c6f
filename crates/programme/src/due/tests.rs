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

/// What somebody types under "By when" at the meeting of 25 July 2017, a Tuesday.
#[track_caller]
fn typed(words: &str, day: &str) {
    let held: Option<Day> = "2017-07-25".parse().ok();
    let found = whole(words).unwrap_or_else(|| panic!("{words} is not understood"));
    let on = found.resolve(held, &days()).day;
    let on = on.map_or("cannot tell".into(), |it| it.to_string());
    assert_eq!(on, day, "{words}");
}

#[test]
fn a_date_needs_no_preposition() {
    for words in [
        "31 May 2018",
        "31/05/2018",
        "31/5/18",
        "31.05.18",
        "31-05-2018",
        "31-May-18",
        "31 May 18",
        "31 May '18",
        "31st May, 2018",
        "31st of May 2018",
        "Thursday 31 May 2018",
        "Thurs 31st May 2018",
        "thursday the 31st of may 2018",
        "May 31st 2018",
        "May 31, 2018",
        "2018-05-31",
        "by 31 may 2018",
        "on 31 May 2018",
        "no later than 31 May 2018",
        "31 May 2018 at the latest",
        "31 May 2018, 5pm",
        "by noon on 31 May 2018",
        "by close of play on Thursday 31 May 2018",
        "Due date: 31 May 2018",
        "deadline 31 May 2018.",
    ] {
        typed(words, "2018-05-31");
    }
    typed("1st June 2018", "2018-06-01");
    typed("22 June", "2018-06-22");
    typed("Sept 1st", "2017-09-01");
    typed("1/9", "2017-09-01");
    typed("by the 31st", "2017-07-31");
    typed("the 3rd of next month", "2017-08-03");
}

#[test]
fn parts_of_months_weeks_quarters_and_years() {
    for (words, day) in [
        ("end of May", "2018-05-31"),
        ("the end of May 2018", "2018-05-31"),
        ("end May", "2018-05-31"),
        ("late May", "2018-05-31"),
        ("May", "2018-05-31"),
        ("may 2018", "2018-05-31"),
        ("early September", "2017-09-10"),
        ("mid-September", "2017-09-15"),
        ("mid September 2017", "2017-09-15"),
        ("middle of September", "2017-09-15"),
        ("the first week of September", "2017-09-07"),
        ("the start of September", "2017-09-01"),
        ("by the end of the month", "2017-07-31"),
        ("month end", "2017-07-31"),
        ("this month", "2017-07-31"),
        ("end of next month", "2017-08-31"),
        ("mid next month", "2017-08-15"),
        ("end of this week", "2017-07-28"),
        ("next week", "2017-08-04"),
        ("by end of next week", "2017-08-04"),
        ("w/c 31 July", "2017-08-04"),
        ("week commencing Monday 31 July 2017", "2017-08-04"),
        ("week ending 4 August", "2017-08-04"),
        ("end of Q3", "2017-12-31"),
        ("Q4 2017/18", "2018-03-31"),
        ("quarter 2 of 2017/18", "2017-09-30"),
        ("end of the quarter", "2017-09-30"),
        ("next quarter", "2017-12-31"),
        ("end of the financial year", "2018-03-31"),
        ("end of 2017/18", "2018-03-31"),
        ("the end of 2017", "2017-12-31"),
        ("Christmas", "2017-12-25"),
        ("by Easter", "2018-04-01"),
        ("Easter 2018", "2018-04-01"),
    ] {
        typed(words, day);
    }
}

#[test]
fn spans_are_counted_from_the_meeting() {
    for (words, day) in [
        ("in two weeks", "2017-08-08"),
        ("two weeks", "2017-08-08"),
        ("within 2 weeks", "2017-08-08"),
        ("in a fortnight", "2017-08-08"),
        ("in a fortnight's time", "2017-08-08"),
        ("in the next two weeks", "2017-08-08"),
        ("2 weeks from today", "2017-08-08"),
        ("in 14 days", "2017-08-08"),
        ("in three months", "2017-10-25"),
        ("in 3 months' time", "2017-10-25"),
        ("within a month", "2017-08-25"),
        ("within the month", "2017-07-31"),
        ("within 10 working days", "2017-08-08"),
        ("within 48 hours", "2017-07-27"),
        ("tomorrow", "2017-07-26"),
        ("today", "2017-07-25"),
        ("Friday", "2017-07-28"),
        ("by this Friday", "2017-07-28"),
        ("by Tuesday", "2017-08-01"),
        ("june meeting", "cannot tell"),
        ("september meeting", "2017-09-12"),
        ("the September Board", "2017-09-12"),
        ("September's Board meeting", "2017-09-12"),
        ("next meeting", "2017-09-12"),
        ("for the next Board", "2017-09-12"),
        ("at the meeting on 12 September", "2017-09-12"),
    ] {
        typed(words, day);
    }
}

#[test]
fn what_names_no_day_is_understood_to_name_none() {
    for words in [
        "as soon as possible",
        "asap",
        "ongoing",
        "soon",
        "next Friday",
        "summer 2018",
        "in the autumn",
        "the spring term",
        "by the end of term",
        "half term",
        "the new year",
        "before the Easter holidays",
        "end of the year",
        "Q3 2018",
        "a future meeting",
    ] {
        typed(words, "cannot tell");
    }
}

#[test]
fn what_is_not_understood_says_so() {
    for words in [
        "31 February 2018",
        "32/05/2018",
        "when the inspectors have been",
        "31 May or the June meeting",
        "Ann Lee",
        "2 children",
        "",
    ] {
        assert_eq!(whole(words), None, "{words}");
    }
}

/// What an action of the minutes says, and the words that say when.
#[track_caller]
fn acts(text: &str, words: &str, day: &str) {
    let held: Option<Day> = "2017-07-25".parse().ok();
    let found = of_action(text).unwrap_or_else(|| panic!("{text}: nothing is due"));
    let on = found.when.resolve(held, &days()).day;
    let on = on.map_or("cannot tell".into(), |it| it.to_string());
    assert_eq!((found.words.as_str(), on.as_str()), (words, day), "{text}");
    assert_eq!(
        text[found.start..found.end]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        words
    );
}

#[test]
fn an_action_says_in_many_ways_by_when() {
    acts(
        "Carl Green – share data – 27 June 2018",
        "27 June 2018",
        "2018-06-27",
    );
    acts("Send the slides (14/08/17)", "14/08/17", "2017-08-14");
    acts("Share the audit, mid-August", "mid-August", "2017-08-15");
    acts(
        "Publish it, Friday, 4 August 2017 – Ann Lee",
        "Friday, 4 August 2017",
        "2017-08-04",
    );
    acts(
        "Write up the visit on 3 May by 31 August",
        "by 31 August",
        "2017-08-31",
    );
    acts(
        "Write up the visit on 3 May – 31 August",
        "31 August",
        "2017-08-31",
    );
    acts(
        "Finish the plan by the end of the month – Ann Lee",
        "by the end of the month",
        "2017-07-31",
    );
    acts(
        "Finish the plan by mid-August – Ann Lee",
        "by mid-August",
        "2017-08-15",
    );
    acts(
        "Report back in three months – Ann Lee",
        "in three months",
        "2017-10-25",
    );
    acts(
        "Send it by end of next week – Ann Lee",
        "by end of next week",
        "2017-08-04",
    );
    acts("Send it by 1/9 – Ann Lee", "by 1/9", "2017-09-01");
    acts("Send it by Easter – Ann Lee", "by Easter", "2018-04-01");
    acts(
        "Send it by summer 2018 – Ann Lee",
        "by summer 2018",
        "cannot tell",
    );
    acts(
        "Send it in the autumn – Ann Lee",
        "in the autumn",
        "cannot tell",
    );
    acts(
        "Send it by Q3 2017/18 – Ann Lee",
        "by Q3 2017/18",
        "2017-12-31",
    );
    acts(
        "Meet the police – September Board",
        "September Board",
        "2017-09-12",
    );
    acts(
        "Send it no later than 4 August",
        "no later than 4 August",
        "2017-08-04",
    );
    acts("Send it ASAP – Ann Lee", "ASAP", "cannot tell");
}

#[test]
fn a_limit_of_a_measure_is_no_due_day() {
    for text in [
        "Raise assessments done within 45 working days",
        "Initial conferences held in 15 days",
        "1 in 5 children waited",
        "Support is there 24/7",
        "Brief the May family",
        "Ask Mr March to write",
    ] {
        assert_eq!(of_action(text), None, "{text}");
    }
}
