//! A board pack: the papers of a meeting, as files and whole.

use crate::composed::{Council, said};
use waymark_programme::kinds::{MEETING, PAPER};
use waymark_programme::link::PRESENTED_AT;

/// A council whose board meets, with these papers: appendix letter, title, template.
fn meets(papers: &[(&str, &str, &str)]) -> Council {
    let mut council = Council::default();
    let meeting = council.make(&MEETING, &[("title", "Board"), ("date", "2017-09-21")]);
    for (letter, title, template) in papers {
        let values = [
            ("appendix", *letter),
            ("title", *title),
            ("template", *template),
        ];
        let paper = council.make(&PAPER, &values);
        council.link(paper, &PRESENTED_AT, meeting);
    }
    council.meeting = Some(meeting);
    council
}

#[test]
fn files_stand_by_their_letters_and_waymarks_own_papers_whole() {
    let mut council = meets(&[
        ("", "Letter of the inspectorate", ""),
        ("B", "Visits in the North", ""),
        ("A", "Live cases", ""),
        ("", "Performance summary", "monthly-summary"),
    ]);
    let own = Council::default().paper("board", "{measures names=referrals}");
    council.parts.push(own);
    let pack = council.paper("board", "{papers}");
    let text = said(&pack);
    let place = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("no {words}: {text}"))
    };
    let order = [
        "A: Live cases",
        "B: Visits in the North",
        "Letter of the inspectorate",
        "Referrals. ",
    ];
    assert!(order.is_sorted_by_key(|it| place(it)), "{text}");
    assert!(!text.contains("Performance summary"), "{text}");
}

/// Figures of the board show small numbers: a pack for the public has none of its papers.
#[test]
fn a_pack_for_the_public_holds_papers_for_the_public_alone() {
    let mut council = meets(&[]);
    for audience in ["board", "public"] {
        let insert = match audience {
            "board" => "{measures names=assessment-over-45}",
            _ => "{measures names=referrals}",
        };
        let paper = Council::default().paper(audience, insert);
        council.parts.push(paper);
    }
    let held = |audience: &str| {
        let pack = council.paper(audience, "{papers}");
        let mut measures: Vec<String> = pack.figures.iter().map(|it| it.measure.clone()).collect();
        measures.dedup();
        (measures, said(&pack).matches("45 working days").count() > 0)
    };
    let both = ["assessment-over-45", "referrals"].map(str::to_owned);
    assert_eq!(held("board"), (both.to_vec(), true));
    assert_eq!(held("public"), (vec!["referrals".to_owned()], false));
}
