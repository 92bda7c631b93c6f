//! A paper as a page.

use crate::given::day;
use crate::sample;
use crate::tree::tree;
use waymark_report::paper::{Block, Hand, Paper, body, html};

#[test]
fn a_page_is_one_file_that_needs_and_runs_nothing() {
    let text = html(&sample::paper());
    assert_eq!(
        text,
        html(&sample::paper()),
        "the same paper, the same bytes"
    );
    let page = tree(&text);
    assert_eq!(page.get("lang"), "en-GB");
    assert_eq!(page.all("h1").len(), 1);
    for element in ["script", "link", "img", "iframe", "form"] {
        assert!(page.all(element).is_empty(), "{element}");
    }
    assert!(
        !text
            .replace("http://www.w3.org/2000/svg", "")
            .contains("://")
    );
    assert!(
        page.all("title")[0].text() == "Performance summary, August 2017, Wayshire County Council"
    );
}

#[test]
fn its_heading_block_says_whose_it_is_for_whom_and_what_of() {
    let page = tree(&html(&sample::paper()));
    let facts = page.of_class("wm-paper__facts")[0];
    let facts: Vec<String> = facts.elements().map(|it| it.text()).collect();
    assert_eq!(
        facts,
        [
            "CouncilWayshire County Council",
            "CommitteeWayshire Improvement Board",
            "MeetingImprovement Board, 21 September 2017 (MTG-9)",
            "PeriodJanuary 2016 to August 2017",
            "Data as at31 August 2017",
            "Who may read itFor board members and officers only. Small numbers are shown: do not publish.",
            "Made on11 September 2017",
            "Note1 measure asked for and not shown: see appendix B",
            "Note1 rule of a paper overridden: see appendix C",
        ]
    );
}

#[test]
fn every_part_is_in_the_contents_and_headings_go_down_one_at_a_time() {
    for paper in [sample::paper(), sample::pack(7), deep()] {
        let page = tree(&html(&paper));
        let listed: Vec<String> = page.of_class("wm-paper__contents")[0]
            .all("a")
            .iter()
            .map(|it| it.get("href").trim_start_matches('#').to_owned())
            .collect();
        let parts: Vec<&str> = page
            .all("section")
            .iter()
            .filter(|it| it.elements().next().unwrap().name != "h4")
            .map(|it| it.get("id"))
            .collect();
        assert_eq!(listed, parts);
        let mut ids: Vec<&str> = Vec::new();
        let mut level = 0;
        for node in all_of(&page) {
            if !node.get("id").is_empty() {
                ids.push(node.get("id"));
            }
            if let Some(it) = node
                .name
                .strip_prefix('h')
                .and_then(|it| it.parse::<u8>().ok())
            {
                assert!(it <= level + 1, "h{it} after h{level}");
                level = it;
            }
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id is there once");
    }
}

fn all_of(node: &crate::tree::Node) -> Vec<&crate::tree::Node> {
    let mut out = vec![node];
    for it in node.elements() {
        out.extend(all_of(it));
    }
    out
}

/// Sections whose depths jump and whose keys and charts are alike.
fn deep() -> Paper {
    let mut paper = sample::paper();
    paper.sections.extend(paper.sections.clone());
    for (section, depth) in paper.sections.iter_mut().zip([3, 0, 9, 3, 1, 2]) {
        section.depth = depth;
        section.key = "Alike, <and> not".into();
    }
    paper
}

#[test]
fn an_officers_words_are_marked_and_what_stood_there_can_be_read() {
    let page = tree(&html(&sample::paper()));
    let own = page.of_class("wm-paper__text--own");
    assert_eq!(own.len(), 1);
    assert_eq!(
        own[0].of_class("wm-paper__by")[0].text(),
        "Written by Ana North on 12 September 2017"
    );
    assert_eq!(
        own[0].all("details")[0].text(),
        "What stood thereThe MASH answered 97% (194 of 200) of contacts within a working day."
    );
    let evidence = page.of_class("wm-paper__evidence");
    assert_eq!(
        evidence[0].text(),
        "Evidence: FND-3, Reviews are timely (3 May 2017)"
    );
}

#[test]
fn an_acronym_is_in_full_where_it_is_first_used() {
    let mut paper = sample::paper();
    paper.sections[1].blocks.push(Block::Heading("MASH".into()));
    let page = tree(&html(&paper)).text();
    let full = "The MASH (multi-agency safeguarding hub) answered every contact within a working day; the DCS (director of \
                children's services) reads a sample of MASH decisions weekly.";
    assert!(page.contains(full));
    assert_eq!(page.matches("(multi-agency safeguarding hub)").count(), 1);
}

#[test]
fn a_definition_stands_once_and_every_figure_with_all_that_checks_it() {
    let page = tree(&html(&sample::paper()));
    let sections = page.all("section");
    let appendix = sections
        .iter()
        .find(|it| it.get("id") == "appendix-definitions")
        .unwrap();
    let text = appendix.text();
    assert_eq!(
        text.matches("Assessments that were authorised late.")
            .count(),
        2,
        "one for each of two measures"
    );
    assert!(text.contains("Unit: percent. Basis: month. Source: Annex A list 4."));
    let rows = appendix.all("table")[0].all("tr");
    assert_eq!(rows.len(), 21);
    let cells: Vec<String> = rows[20].elements().map(|it| it.text()).collect();
    assert_eq!(
        cells,
        [
            "August 2017",
            "21% (96 of 457)",
            "96",
            "457",
            "31 August 2017",
            "Final"
        ]
    );
}

#[test]
fn what_is_missing_or_overridden_says_why_and_the_returns_have_their_hashes() {
    let mut paper = sample::paper();
    paper.missing[0].reason = " ".into();
    let text = tree(&html(&paper)).text();
    assert!(text.contains(
        "Health assessments held in timeScrutiny Committee, 4 July 2017No reason was givenNo"
    ));
    assert!(
        text.contains(
            "freshAssessments that took longer than 45 working daysAna NorthSeptember's return is due after the meeting."
        ),
        "{text}"
    );
    // A sentence is named by its section's heading and its words, not by its key.
    let (section, about) = paper.texts().next().unwrap();
    let (section, about) = (section.to_owned(), about.clone());
    let heading = paper.sections.iter().find(|it| it.key == section).unwrap();
    let named = format!("{}: “{}", heading.heading, &about.words[..40]);
    paper.overrides[0].about.clone_from(&about.key);
    let text = tree(&html(&paper)).text();
    assert!(text.contains(&named), "{named}: {text}");
    assert!(text.contains(&format!("31 August 2017{}", "9f".repeat(32))));
    paper.missing.clear();
    paper.overrides.clear();
    paper.acronyms.clear();
    let text = tree(&html(&paper)).text();
    assert!(
        text.contains("Appendix B: The returns that figures come from")
            && !text.contains("Appendix C")
    );
}

#[test]
fn within_a_page_of_the_site_there_is_no_heading_of_its_own_and_no_style() {
    let text = body(&sample::paper());
    let part = tree(&text);
    assert_eq!((part.name.as_str(), part.get("class")), ("div", "wm-paper"));
    assert!(part.all("h1").is_empty() && part.all("style").is_empty());
    for node in all_of(&part) {
        assert!(
            node.attributes
                .iter()
                .all(|it| it.0 != "style" && !it.0.starts_with("on"))
        );
    }
    assert!(
        html(&sample::paper()).contains(&text),
        "the page and the part say the same"
    );
}

#[test]
fn what_an_officer_adds_where_nothing_stood_has_nothing_to_open() {
    let mut paper = sample::paper();
    let Block::Text(text) = &mut paper.sections[0].blocks[0] else {
        panic!("the first is a text")
    };
    text.by = Hand::Officer {
        name: "דנה".into(),
        on: day("2017-09-12"),
        instead_of: String::new(),
    };
    let page = tree(&html(&paper));
    let own = page.of_class("wm-paper__text--own")[0];
    assert!(own.all("details").is_empty());
    assert_eq!(
        own.of_class("wm-paper__by")[0].text(),
        "Written by \u{2068}דנה\u{2069} on 12 September 2017"
    );
}

#[test]
fn every_kind_of_chart_is_drawn_in_a_paper() {
    let mut paper = sample::paper();
    let all = crate::invented::all();
    let number = all.len();
    paper.sections[0].blocks = all
        .into_iter()
        .map(|(name, drawn)| Block::Chart(sample::chart(name, drawn, &[])))
        .collect();
    paper.sections.truncate(1);
    let page = tree(&html(&paper));
    assert_eq!(page.all("figure").len(), number);
    for figure in page.all("figure") {
        assert_eq!(
            figure.all("svg").len(),
            2,
            "{}",
            figure.of_class("wm-paper__chart-title")[0].text()
        );
    }
}
