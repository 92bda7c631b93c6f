//! Sentences and charts of a series in papers for the public, beside papers that hid one of its months.

use crate::composed::{Council, said};
use crate::given::day;
use waymark_report::Cell;
use waymark_report::paper::{Beneath, Block, Earlier, Figure, Paper, Published, publish};

fn public(text: &str) -> Paper {
    Council::default().paper("public", text)
}

/// Hides figures of a paper, as one that was issued before would have.
fn hide(paper: &mut Paper, which: impl Fn(&Figure) -> bool) {
    for figure in paper.figures.iter_mut().filter(|it| which(it)) {
        figure.shown = "hidden (c)".to_owned();
        (figure.value, figure.numerator, figure.denominator) = (None, None, None);
    }
}

/// A paper as it may be published after another, and what its author is told.
fn after(before: &Paper, paper: Paper) -> (Paper, Vec<String>) {
    let beneath = Beneath::default();
    let before = Earlier {
        paper: before,
        beneath: &beneath,
    };
    let Published { paper, said, .. } = publish(paper, &beneath, &[before]);
    (paper, said)
}

/// What the public was once not told stays hidden, in every chart: the drawing is left out and its table hides the number.
#[test]
fn what_was_hidden_from_the_public_before_is_hidden_in_every_chart() {
    for (insert, secret) in [
        (
            "{areas names=assessment-over-45 by=district as=funnel}",
            "62",
        ),
        ("{areas names=assessment-over-45 by=district as=dots}", "62"),
        (
            "{measures names=assessment-over-45 charts=yes as=counts}",
            "96",
        ),
        ("{burn-down name=cla-number deadline=2018-03-31}", "1,710"),
        ("{trajectory name=cla-number aims=2018-10:1570}", "1,710"),
    ] {
        let paper = public(insert);
        let mut before = paper.clone();
        if insert.contains("areas") {
            let mut blocks = before.sections.iter_mut().flat_map(|it| &mut it.blocks);
            let Some(Block::Chart(chart)) = blocks.find(|it| matches!(it, Block::Chart(_))) else {
                panic!("no chart");
            };
            let north = chart
                .table
                .rows
                .iter_mut()
                .find(|it| it[0].shown == "North");
            for cell in &mut north.unwrap()[1..] {
                *cell = Cell::words("c");
            }
        } else {
            hide(&mut before, |it| it.to == day("2017-08-31"));
        }
        let shows = |paper: &Paper| {
            let mut cells = paper.tables().flat_map(|it| it.rows.iter().flatten());
            cells.any(|it| it.shown == secret)
        };
        assert!(shows(&paper), "{insert}");
        let (published, told) = after(&before, paper);
        assert!(!told.is_empty(), "{insert}");
        assert_eq!(published.charts().count(), 0, "{insert}");
        assert!(!shows(&published), "{insert}");
    }
}

/// A sentence that goes back to an earlier month publishes that month too.
#[test]
fn a_month_that_was_hidden_before_is_not_named_in_a_sentence_without_its_chart() {
    let paper = public("{measures names=assessment-over-45}");
    assert_eq!(paper.charts().count(), 0);
    let words = said(&paper);
    let named: Vec<_> = paper
        .figures
        .iter()
        .filter(|it| it.to != day("2017-08-31") && words.contains(it.shown.as_str()))
        .cloned()
        .collect();
    assert!(!named.is_empty(), "{words:?} goes back to no earlier month");
    let mut before = paper.clone();
    hide(&mut before, |it| it.key == named[0].key);
    let (published, _) = after(&before, paper);
    assert!(!said(&published).contains(named[0].shown.as_str()));
}

/// An average tells of every month in it: with the others it would bound the hidden one.
#[test]
fn an_average_is_not_told_of_months_one_of_which_was_hidden_before() {
    let paper = public("{measures names=referrals}");
    assert_eq!(paper.charts().count(), 0);
    let words = said(&paper);
    assert!(words.contains("limits of"), "{words:?} tells no limits");
    let unnamed = |it: &Figure| it.to == day("2016-11-30");
    assert!(!words.contains("November 2016"), "{words}");
    let mut before = paper.clone();
    hide(&mut before, unnamed);
    let latest = paper.figures[0].shown.clone();
    let (published, _) = after(&before, paper);
    let words = said(&published);
    assert!(
        words.contains(&latest) && !words.contains("limits"),
        "{words}"
    );
    assert!(words.contains("would tell of few children"), "{words}");
}

/// Whoever reads the average reads the months too: a file for programs lists them, so nothing is published that is not held.
#[test]
fn the_months_of_an_average_that_the_public_is_told_are_figures_of_the_paper() {
    let shown = |audience: &str, text: &str| {
        let paper = Council::default().paper(audience, text);
        let keys: Vec<String> = paper.figures.iter().map(|it| it.key.clone()).collect();
        keys
    };
    let mut told = shown("public", "{measures names=referrals}");
    let mut drawn = shown("public", "{measures names=referrals charts=yes}");
    told.sort();
    drawn.sort();
    assert_eq!(told, drawn);
    assert_eq!(shown("board", "{measures names=referrals}").len(), 1);
}

#[test]
fn a_paper_for_the_public_says_nothing_of_what_only_the_board_was_shown() {
    let mut before = Council::default().paper("board", "{measures names=assessment-over-45}");
    before.figures[0].shown = "1.5% (3 of 200)".to_owned();
    let mut council = Council::default();
    council.earlier.push(before.into());
    let text = "{measures names=assessment-over-45}\n\n{restated}";
    let tables = |paper: &Paper| paper.tables().map(|it| it.rows.len()).sum::<usize>();
    let public = council.paper("public", text);
    assert_eq!(tables(&public), 0);
    let nothing = "No earlier paper has been issued to the same readers";
    assert!(said(&public).contains(nothing), "{}", said(&public));
    assert!(
        tables(&council.paper("board", text)) > 0,
        "the board was shown it"
    );
}
