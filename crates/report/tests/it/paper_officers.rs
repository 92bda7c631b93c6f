//! What an officer writes rests on what they say it is about.

use crate::composed::Council;
use crate::given::day;
use waymark_programme::End;
use waymark_programme::kinds::CLAIM as STATED;
use waymark_programme::link::{ABOUT, EVIDENCE_FOR, MEASURED_BY};
use waymark_report::paper::lint::{Context, lint};
use waymark_report::paper::{Paper, Text};

const SUMMARY: &str = "{measures names=assessment-over-45,cla-review-on-time}";
const CLAIM: &str = "Audits show that practice is effective.";
const LATEST: &str = "assessment-over-45:month:2017-08-31";

fn officers<'a>(paper: &'a Paper, words: &str) -> &'a Text {
    let mut texts = paper.texts().map(|it| it.1).filter(|it| it.is_officers());
    texts.find(|it| it.words == words).unwrap()
}

fn context() -> Context<'static> {
    Context {
        on: day("2017-09-21"),
        data_days: None,
        fresher: None,
        shown: &[],
        reading_age: 99,
        population: None,
    }
}

fn rules(paper: &Paper) -> Vec<&'static str> {
    let found = lint(paper, &context());
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

/// A record that is deleted shows nothing, and is named: in the paper, and in what the rules find.
#[test]
fn evidence_that_was_deleted_is_named() {
    let mut council = Council::default();
    let wording = council.wording("part/+1", CLAIM);
    let audit = council.audit("Case files", "2017-07-17", [2, 12, 8, 3]);
    council.link(wording, &ABOUT, audit);
    council.delete(audit);
    let paper = council.paper("board", SUMMARY);
    let text = officers(&paper, CLAIM);
    let gone = format!("AUD-{audit}");
    assert_eq!(text.evidence[0].reference, gone);
    assert_eq!(text.evidence[0].title, "deleted");
    let page = waymark_report::paper::html(&paper);
    assert!(page.contains(&gone) && !page.contains("Case files"));
    let found = lint(&paper, &context());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].rule, "claim-without-evidence");
    assert!(found[0].says.contains(&format!("{gone} is deleted")));
}

/// A claim of a self-assessment is a person's words: held to the rules of words, and to what it rests on.
#[test]
fn a_claim_is_held_to_the_rules_of_officers_words() {
    let claimed = |text: &str, measure: &str, audited: bool| {
        let mut council = Council::default();
        let values = [
            ("text", text),
            ("judgement", "help-and-protection"),
            ("sense", "strength"),
        ];
        let claim = council.make(&STATED, &values);
        if !measure.is_empty() {
            council.link(claim, &MEASURED_BY, End::Measure(measure.to_owned()));
        }
        if audited {
            let audit = council.audit("Case files", "2017-07-17", [2, 12, 8, 3]);
            council.link(audit, &EVIDENCE_FOR, claim);
        }
        rules(&council.paper("board", "{judgements}"))
    };
    assert_eq!(
        claimed("Work with schools has improved greatly", "", true),
        ["claim-unsettled", "vague-words"]
    );
    assert_eq!(
        claimed("Most children have a plan", "", false),
        ["claim-without-evidence", "vague-words"]
    );
    assert_eq!(
        claimed("Assessments are timely", "assessment-over-45", false),
        ["claim-against-evidence", "claim-unsettled"]
    );
    assert_eq!(
        claimed("Assessments have improved", "assessment-over-45", false),
        [
            "claim-against-evidence",
            "claim-unsettled",
            "dishonest-change"
        ]
    );
}

/// A paper frozen before claims were told apart is read as it was, and written as it was.
#[test]
fn a_paper_frozen_earlier_stays_as_it_was() {
    let mut council = Council::default();
    council.wording("part/+1", CLAIM);
    let frozen = council.paper("board", SUMMARY).frozen();
    assert!(!frozen.contains("\"stated\"") && !frozen.contains("\"gone\""));
    assert_eq!(Paper::thawed(&frozen).unwrap().frozen(), frozen);
}
