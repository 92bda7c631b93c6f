//! What an officer writes rests on what they say it is about.

use crate::composed::Council;
use crate::given::day;
use waymark_programme::End;
use waymark_programme::link::ABOUT;
use waymark_report::paper::lint::{Context, lint};
use waymark_report::paper::{Paper, Text};

const SUMMARY: &str = "{measures names=assessment-over-45,cla-review-on-time}";
const CLAIM: &str = "Audits show that practice is effective.";
const LATEST: &str = "assessment-over-45:month:2017-08-31";

fn officers<'a>(paper: &'a Paper, words: &str) -> &'a Text {
    let mut texts = paper.texts().map(|it| it.1).filter(|it| it.is_officers());
    texts.find(|it| it.words == words).unwrap()
}

fn rules(paper: &Paper) -> Vec<&'static str> {
    let context = Context {
        on: day("2017-09-21"),
        data_days: None,
        fresher: None,
        shown: &[],
        reading_age: 99,
    };
    let found = lint(paper, &context);
    found.into_iter().map(|it| it.rule).collect()
}

#[test]
fn a_paragraph_rests_on_the_record_and_the_measure_it_is_about() {
    let mut council = Council::default();
    let bare = council.wording("part/+1", CLAIM);
    let without = council.paper("board", SUMMARY);
    assert_eq!(rules(&without), ["claim-without-evidence"]);
    let audit = council.audit("Case files", "2017-07-17", [2, 12, 8, 3]);
    council.link(bare, &ABOUT, audit);
    council.link(bare, &ABOUT, End::Measure("assessment-over-45".to_owned()));
    let paper = council.paper("board", SUMMARY);
    let text = officers(&paper, CLAIM);
    assert_eq!(text.figures, [LATEST]);
    assert_eq!(text.evidence.len(), 1);
    assert_eq!(text.evidence[0].title, "Case files");
    assert_eq!(text.evidence[0].on, Some(day("2017-07-17")));
    assert!(rules(&paper).is_empty());
}

#[test]
fn a_measure_that_the_paper_does_not_hold_gives_no_figure() {
    let mut council = Council::default();
    let wording = council.wording("part/+1", "The Board is asked to note this.");
    council.link(wording, &ABOUT, End::Measure("cpp-rate".to_owned()));
    let paper = council.paper("board", SUMMARY);
    let text = officers(&paper, "The Board is asked to note this.");
    assert!(text.figures.is_empty() && text.evidence.is_empty());
}

/// Words in place of the record's still speak of its figure, once.
#[test]
fn words_in_place_of_the_records_keep_its_figure() {
    let mut council = Council::default();
    let words = "In August 2017 21% (96 of 457) were late.";
    let wording = council.wording("part/assessment-over-45/1", words);
    council.link(
        wording,
        &ABOUT,
        End::Measure("assessment-over-45".to_owned()),
    );
    council.link(
        wording,
        &ABOUT,
        End::Measure("cla-review-on-time".to_owned()),
    );
    let paper = council.paper("board", SUMMARY);
    let text = officers(&paper, words);
    assert_eq!(
        text.figures,
        [LATEST, "cla-review-on-time:month:2017-08-31"]
    );
}

/// Where its place is gone, what an officer wrote stands at the end, with what it rests on.
#[test]
fn words_whose_place_is_gone_keep_what_they_rest_on() {
    let mut council = Council::default();
    let wording = council.wording("gone/+1", CLAIM);
    let audit = council.audit("Case files", "2017-07-17", [2, 12, 8, 3]);
    council.link(wording, &ABOUT, audit);
    let paper = council.paper("board", SUMMARY);
    assert_eq!(officers(&paper, CLAIM).evidence.len(), 1);
}
