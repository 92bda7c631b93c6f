//! Sentences as officers write them, and what each is asked or refused for.

use crate::paper_given::{day, late, officers, paper};
use waymark_report::paper::Block;
use waymark_report::paper::lint::{Context, lint};

/// The rules that find something in a sentence, in their order; `cites`: it speaks of the figure of late assessments
/// (21%, 96 of 457, in August 2017) with this verdict.
fn found(words: &str, cites: Option<&str>) -> Vec<&'static str> {
    let mut paper = paper();
    officers(&mut paper, "test/1", words);
    if let (Some(verdict), Block::Text(text)) = (cites, &mut paper.sections[0].blocks[0]) {
        let mut figure = late();
        verdict.clone_into(&mut figure.verdict);
        text.figures.push(figure.key.clone());
        paper.figures.push(figure);
    }
    let context = Context {
        on: day("2018-04-12"),
        data_days: None,
        fresher: None,
        shown: &[],
        reading_age: 99,
        population: None,
    };
    lint(&paper, &context)
        .into_iter()
        .map(|it| it.rule)
        .collect()
}

#[test]
fn plain_business_is_left_alone() {
    let mut wrong = Vec::new();
    for words in [
        "The Board is asked to note the report and to agree the next steps.",
        "We will bring a further update to the November meeting.",
        "Recruitment of team managers continues; three posts are advertised in May 2018.",
        "The committee asked how many children were affected, and whether the position had improved.",
        "Officers will work to improve timeliness and to reduce caseloads.",
        "The target for 2018/19 is 90%.",
        "Our ambition is for every child to be seen within 10 working days.",
        "Children at risk of significant harm are seen the same day.",
        "The Improvement Plan was agreed on 12 March 2018 and runs to March 2020.",
        "Ofsted visited on 14 and 15 November 2017.",
        "The service has 12 teams in four districts, with 6 to 8 social workers each.",
        "Contact the Democratic Services team on 01234 567890 or at item 7 of the agenda.",
        "At least 95% of visits should be in time.",
        "See page 14 of 60, appendix 2.",
        "The next meeting is at 2.30 pm in room 1/2.",
        "It meets once a quarter, at half past two.",
        "A third of a page is kept for comments.",
        "The audit (AUD-7) found practice effective.",
        "Two decisions are sought: 1 to note the report and 2 to agree the plan.",
        "Caseloads should not be too high; the team is small.",
        "The threshold is consistent with the guidance.",
        "Ofsted made 5 visits: 2 to the North, 1 to the East and 2 to the West.",
        "The number of visits is counted each month.",
        "How large a share is meant is asked.",
    ] {
        let found = found(words, None);
        if !found.is_empty() {
            wrong.push(format!("{words}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn claims_without_a_number_or_a_record_are_found() {
    let mut wrong = Vec::new();
    for (words, rules) in [
        ("Performance has improved.", &["claim-without-evidence"][..]),
        (
            "Performance continues to improve and is on track.",
            &["claim-without-evidence"],
        ),
        (
            "There has been a significant improvement in timeliness.",
            &["claim-without-evidence", "vague-words"],
        ),
        (
            "The number of late visits has gone down.",
            &["claim-without-evidence"],
        ),
        ("Most children are seen in time.", &["vague-words"]),
        ("Police referrals are still very high.", &["vague-words"]),
        (
            "Visits doubled.",
            &["claim-without-evidence", "vague-words"],
        ),
        (
            "Complaints halved in March 2018.",
            &["claim-without-evidence", "vague-words"],
        ),
        ("Demand surged.", &["claim-without-evidence", "vague-words"]),
        (
            "Numbers plummeted; waiting times soared.",
            &["claim-without-evidence", "vague-words", "vague-words"],
        ),
        ("Nearly all children were seen.", &["vague-words"]),
        ("Almost every child was seen.", &["vague-words"]),
        ("A large number of children wait.", &["vague-words"]),
        ("A substantial proportion waits.", &["vague-words"]),
        ("Consistent progress is made.", &["vague-words"]),
        (
            "Ofsted made 4 visits: 2 to the North, 1 to the East and 2 to the West.",
            &["parts-do-not-add-up"],
        ),
        (
            "In May 2018 60% (60 of 100) were good, 30% (30 of 100) fair and 20% (20 of 100) poor (AUD-7).",
            &["shares-not-100"],
        ),
        (
            "The majority of plans are SMART.",
            &["vague-words", "acronym-not-explained"],
        ),
        (
            "Now 50%.",
            &["claim-without-evidence", "percent-without-numbers"],
        ),
        (
            "Health assessments: 50% in December 2018.",
            &["claim-without-evidence", "percent-without-numbers"],
        ),
        (
            "Around two thirds of children had a health assessment.",
            &["claim-without-evidence"],
        ),
        (
            "Supervision is consistently strong.",
            &["claim-without-evidence", "vague-words"],
        ),
        (
            "Timeliness improved from 60% to 77%.",
            &["claim-without-evidence", "percent-without-numbers"],
        ),
        (
            "90% is a stretch target.",
            &[
                "percent-without-numbers",
                "stretch",
                "claim-without-evidence",
            ],
        ),
    ] {
        let mut found = found(words, None);
        let mut rules = rules.to_vec();
        found.sort_unstable();
        rules.sort_unstable();
        if found != rules {
            wrong.push(format!("{words}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_a_figure_allows_may_be_said_and_nothing_more() {
    let mut wrong = Vec::new();
    for (words, verdict, rules) in [
        ("Late assessments have fallen to 21%.", "improved", &[][..]),
        (
            "Fewer assessments were late: 21% (96 of 457) in August 2017.",
            "no real change",
            &[],
        ),
        (
            "This is good news and performance is improving.",
            "no real change",
            &["dishonest-change"],
        ),
        (
            "An improvement on last month.",
            "no real change",
            &["dishonest-change"],
        ),
        (
            "We are on course to meet the target.",
            "worse",
            &["dishonest-change"],
        ),
        (
            "It fell slightly, due to fewer referrals.",
            "no real change",
            &["dishonest-change", "reason-for-chance"],
        ),
        ("It fell, due to fewer referrals.", "improved", &[]),
        (
            "Late assessments rose to 21% because of sickness.",
            "worse",
            &[],
        ),
        ("One in five was late in August 2017.", "worse", &[]),
        ("A fifth of assessments were late.", "worse", &[]),
        ("79% were in time (361 of 457).", "worse", &[]),
        (
            "12% were late in August 2017.",
            "worse",
            &["numbers-not-the-figures", "percent-without-numbers"],
        ),
        (
            "Since January 2016 late assessments have fallen.",
            "worse",
            &["long-and-short-spans"],
        ),
        (
            "There is no real change: it rose by 1 percentage point.",
            "no real change",
            &[],
        ),
        (
            "Late assessments are worse; 3 of 12 actions on them are open.",
            "worse",
            &[],
        ),
        ("It has not improved.", "no real change", &[]),
        (
            "Those late numbered 120 in August 2017.",
            "no real change",
            &["numbers-not-the-figures"],
        ),
        (
            "Those late numbered 96 in August 2017, and 361 were in time.",
            "no real change",
            &[],
        ),
        ("Those late were 120 in August 2012.", "no real change", &[]),
        (
            "Late assessments are no longer rising.",
            "no real change",
            &[],
        ),
    ] {
        let mut found = found(words, Some(verdict));
        let mut rules = rules.to_vec();
        found.sort_unstable();
        rules.sort_unstable();
        if found != rules {
            wrong.push(format!("{verdict}: {words}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
