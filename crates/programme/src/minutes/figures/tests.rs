use super::*;

fn read(text: &str) -> Vec<(String, Unit, Option<String>, Option<String>)> {
    let held = "2017-10-10".parse().ok();
    figures(text, text, held)
        .into_iter()
        .map(|it| {
            (
                it.words,
                it.unit,
                it.measure,
                it.period.map(|it| it.to_string()),
            )
        })
        .collect()
}

#[track_caller]
fn holds(text: &str, words: &str, unit: Unit, measure: Option<&str>, period: Option<&str>) {
    let found = read(text);
    let expected = (
        words.to_owned(),
        unit,
        measure.map(str::to_owned),
        period.map(str::to_owned),
    );
    assert!(found.contains(&expected), "{text}\n{found:#?}");
}

#[test]
fn figures_as_boards_say_them() {
    holds(
        "Contact to referral conversion rate – down to 29.8%",
        "29.8%",
        Unit::Percent,
        Some("contact-to-referral"),
        None,
    );
    holds(
        "Referral rate – consistently good (31.2 per 10,000).",
        "31.2 per 10,000",
        Unit::Per10000,
        Some("referral-rate"),
        None,
    );
    holds(
        "Assessments that led to no further action – 25%",
        "25%",
        Unit::Percent,
        Some("assessment-nfa"),
        None,
    );
    holds(
        "1923 CLA – but the East has made inroads.",
        "1923 CLA",
        Unit::Count,
        Some("cla-number"),
        None,
    );
    holds(
        "Nearly 19% of Children Looked After placed with parents.",
        "19%",
        Unit::Percent,
        Some("cla-placed-with-parents"),
        None,
    );
    holds(
        "1,314 children subject to a child protection plan, and 1,949 Children Looked After.",
        "1,949 Children Looked After",
        Unit::Count,
        Some("cla-number"),
        None,
    );
    holds(
        "1,314 children subject to a child protection plan, and 1,949 Children Looked After.",
        "1,314 children",
        Unit::Count,
        Some("cpp-number"),
        None,
    );
    holds(
        "reduce Children Looked After to a rate of 66.7 per 10,000 of the population",
        "66.7 per 10,000",
        Unit::Per10000,
        Some("cla-rate"),
        None,
    );
    holds(
        "Care Leavers in EET on 20 July 2017 was 53.2%, still not good enough",
        "53.2%",
        Unit::Percent,
        Some("cl-eet"),
        Some("2017-07"),
    );
}

#[test]
fn each_figure_has_its_own_month() {
    let text = "A trend of improvement (Jan 16 – 40% of assessments not completed in 45 days, August 2017 – 21%).";
    holds(
        text,
        "40%",
        Unit::Percent,
        Some("assessment-over-45"),
        Some("2016-01"),
    );
    holds(
        text,
        "21%",
        Unit::Percent,
        Some("assessment-over-45"),
        Some("2017-08"),
    );
    holds(
        "Audit – provisional August numbers, 11% inadequate.",
        "11%",
        Unit::Percent,
        None,
        Some("2017-08"),
    );
}

#[test]
fn a_month_beside_a_figure_counts_for_that_figure() {
    let months = |text: &str, held: &str| -> Vec<String> {
        figures(text, text, held.parse().ok())
            .into_iter()
            .map(|it| {
                let month = it.period.map_or("-".into(), |it| it.to_string());
                format!("{} {month}", it.words)
            })
            .collect()
    };
    for (text, wanted) in [
        (
            "Timeliness of assessments was 82.5% in May 2019 (81.0% April; 79% March).",
            ["82.5% 2019-05", "81.0% 2019-04", "79% 2019-03"].as_slice(),
        ),
        ("Timeliness was 88% (Sept 84%).", &["88% -", "84% 2018-09"]),
        (
            "Timeliness was 88% (September), 84% (August).",
            &["88% 2018-09", "84% 2018-08"],
        ),
        (
            "In April 2019, 84.2% of assessments were on time, up from 78.1% in March.",
            &["84.2% 2019-04", "78.1% 2019-03"],
        ),
        (
            "Timeliness was 36% in January against 39% in August.",
            &["36% 2019-01", "39% 2018-08"],
        ),
        (
            "It went from 78.1% in March to 84.2% in April.",
            &["78.1% 2019-03", "84.2% 2019-04"],
        ),
        (
            "April 81%, May 82%, and March 79%",
            &["81% 2019-04", "82% 2019-05", "79% 2019-03"],
        ),
        (
            "60% of visits in May 2019 and 70% of reviews in April were on time.",
            &["60% 2019-05", "70% 2019-04"],
        ),
        (
            "80% of visits and 91% of reviews in March 2018 were on time.",
            &["80% 2018-03", "91% 2018-03"],
        ),
        (
            "In January 2018 80% of visits and 91% of reviews were on time.",
            &["80% 2018-01", "91% 2018-01"],
        ),
        ("It rose to 84%, 81% in March.", &["84% -", "81% 2019-03"]),
        (
            "76% of initial conferences were held within 15 working days in October 2018 (target 90%).",
            &["76% 2018-10", "90% -"],
        ),
        (
            "It was 80% in October 2018 (September 79%).",
            &["80% 2018-10", "79% 2018-09"],
        ),
    ] {
        assert_eq!(months(text, "2019-06-04"), wanted, "{text}");
    }
}

#[test]
fn a_target_and_another_place_are_not_the_measure() {
    let measures = |text: &str| -> Vec<bool> {
        let all = figures(text, text, None).into_iter();
        all.map(|it| it.measure.is_some()).collect()
    };
    for text in [
        "Re-referrals: 21% against a target of 18%.",
        "Re-referrals were 21% (target 18%).",
        "Re-referrals were 21% (England 18%).",
        "Re-referrals were 21%, and the national average 18%.",
    ] {
        assert_eq!(measures(text), [true, false], "{text}");
    }
}

#[test]
fn a_count_is_of_what_it_counts() {
    let measure = |text: &str| -> Vec<(String, Option<String>)> {
        let all = figures(text, text, None).into_iter();
        all.map(|it| (it.words, it.measure)).collect()
    };
    for text in [
        "1 in 5 children were seen late.",
        "One in 5 children were seen late.",
        "2 out of 3 children looked after saw their worker.",
        "1 in every 20 children is in need.",
    ] {
        assert_eq!(measure(text), [], "{text}");
    }
    assert_eq!(
        measure("14 households had been approved to foster children looked after."),
        [("14 households".into(), None)]
    );
    assert_eq!(
        measure("For children looked after, 30 placements had ended."),
        [("30 placements".into(), None)]
    );
    assert_eq!(
        measure("There were 412 children looked after."),
        [(
            "412 children looked after".into(),
            Some("cla-number".into())
        )]
    );
    assert_eq!(
        measure("There were 802 referrals in the month."),
        [("802 referrals".into(), Some("referrals".into()))]
    );
}

#[test]
fn what_is_no_figure() {
    for text in [
        "The 0-15 day assessment team is still in place.",
        "Section 20 agreements were discussed in 2017 and on 12 October 2017.",
        "Item 6 was taken at 2.30 pm in Room 4.",
        "The plan for 2017 – 2020 has 3 priorities.",
        "assessed within 45 days",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn a_council_may_add_its_own_words() {
    let figure = figures(
        "Supervision – down to 60%",
        "Supervision – down to 60%",
        None,
    )
    .remove(0);
    assert_eq!(likely_measure(&figure, &[]), None);
    let known = [Known {
        id: "supervision",
        title: "Staff supervised in the month",
        synonyms: &["supervision"],
        unit: Unit::Percent,
    }];
    assert_eq!(likely_measure(&figure, &known), Some("supervision".into()));
}
