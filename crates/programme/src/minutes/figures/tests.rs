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
