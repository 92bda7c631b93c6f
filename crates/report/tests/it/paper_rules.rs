//! The rules of a paper: every page's examples hold; what they find is said whole; nothing is too odd to be read.

use crate::paper_given::{Given, day, decided, late, officers, paper};
use std::collections::HashSet;
use std::fmt::Write as _;
use waymark_report::Audience;
use waymark_report::paper::lint::{
    Context, RULES, Rule, Weight, as_json, as_text, find, lint, may_issue,
};
use waymark_report::paper::{Missing, Paper};

/// The examples of a page: what stands between "```toml" and "```".
fn examples(rule: &Rule) -> Vec<Given> {
    let mut examples = Vec::new();
    for part in rule.page.split("```toml\n").skip(1) {
        let (example, _) = part.split_once("```").expect("an example ends");
        let given = toml::from_str(example);
        examples.push(given.unwrap_or_else(|wrong| panic!("{}: {wrong}\n{example}", rule.name)));
    }
    examples
}

fn context() -> Context<'static> {
    Context {
        on: day("2018-04-12"),
        data_days: None,
        fresher: None,
        shown: &[],
        reading_age: 14,
        population: None,
    }
}

#[test]
fn every_page_holds() {
    let mut wrong = String::new();
    for rule in RULES {
        let (mut fails, mut passes) = (false, false);
        for (n, example) in examples(rule).into_iter().enumerate() {
            let all = example.findings();
            let found: Vec<&str> = all
                .iter()
                .filter(|it| it.rule == rule.name)
                .map(|it| it.about.as_str())
                .collect();
            let expected: Vec<&str> = example.finds.iter().flatten().map(String::as_str).collect();
            fails |= !expected.is_empty();
            passes |= expected.is_empty();
            if found != expected {
                writeln!(
                    wrong,
                    "{}, example {}: found {found:?}, its page says {expected:?}",
                    rule.name,
                    n + 1
                )
                .unwrap();
            }
        }
        if !(fails && passes) {
            writeln!(
                wrong,
                "{}: its page needs an example that fails and one that passes",
                rule.name
            )
            .unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What an example that passes its own rule says should pass the others too, or people would learn to write what is
/// refused elsewhere.
#[test]
fn what_passes_is_refused_by_no_other_rule() {
    let mut wrong = String::new();
    for rule in RULES {
        for example in examples(rule).iter().filter(|it| it.finds.is_none()) {
            let mut refused = example.findings();
            refused.retain(|it| it.weight == Weight::Refuses);
            if !refused.is_empty() {
                writeln!(wrong, "{}: {}", rule.name, as_text(&refused)).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_rule_is_told_in_full() {
    let mut names = HashSet::new();
    for rule in RULES {
        assert!(names.insert(rule.name), "{} twice", rule.name);
        assert_eq!(
            rule.page.lines().next(),
            Some(format!("# {}", rule.title).as_str()),
            "{}",
            rule.name
        );
        let page = rule.page;
        assert!(
            page.contains("\nServes ") && page.contains("\nTo do: "),
            "{}: which need, and what to do",
            rule.name
        );
        assert!(find(rule.name).is_some_and(|it| it.name == rule.name));
    }
}

fn without_a_reason() -> Paper {
    let mut paper = paper();
    paper.missing.push(Missing {
        measure: "health-assessment-in-time".to_owned(),
        title: "Health assessments in time".to_owned(),
        asked: "Scrutiny, 6 December 2018".to_owned(),
        reason: String::new(),
        known: true,
    });
    paper
}

#[test]
fn what_refuses_comes_before_what_asks_and_keeps_a_paper_back() {
    let mut paper = without_a_reason();
    officers(&mut paper, "test/1", "Some children waited.");
    let found = lint(&paper, &context());
    assert_eq!(
        as_text(&found),
        "Refused: missing-measure (health-assessment-in-time)\n  \
         “Health assessments in time” (asked for: Scrutiny, 6 December 2018) is not in the paper, and nobody says why.\n  \
         To do: Put the measure in: the returns that are loaded answer it.\n\
         Asked: vague-words (test/1)\n  \
         “Some children waited.” says “some” without the number it stands for.\n  \
         To do: Write how many of how many.\n\
         The paper may not be issued: refused 1, asked 1.\n"
    );
    assert!(!may_issue(&found));
    assert!(may_issue(&found[1..]));
    assert!(as_text(&[]).contains("may be issued"));
    let json: serde_json::Value = serde_json::from_str(&as_json(&found)).unwrap();
    assert_eq!(json[0]["rule"], "missing-measure");
    assert_eq!(json[0]["weight"], "refuses");
    assert_eq!(json[1]["about"], "test/1");
}

#[test]
fn an_override_needs_a_name_and_a_reason() {
    let mut paper = without_a_reason();
    for (by, reason) in [("", "It follows"), ("A. Director", " ")] {
        paper.overrides = vec![decided(
            "missing-measure",
            "health-assessment-in-time",
            by,
            reason,
        )];
        assert!(!may_issue(&lint(&paper, &context())));
    }
    paper.overrides = vec![decided(
        "missing-measure",
        "another-measure",
        "A. Director",
        "It follows",
    )];
    assert!(
        !may_issue(&lint(&paper, &context())),
        "it is about another measure"
    );
    for about in ["health-assessment-in-time", ""] {
        paper.overrides = vec![decided(
            "missing-measure",
            about,
            "A. Director",
            "It follows",
        )];
        assert!(lint(&paper, &context()).is_empty());
    }
}

/// Any text, in pieces that the readers of numbers, dates and changes look for, and pieces they never expected.
#[test]
fn nothing_is_too_odd_to_be_read() {
    const PIECES: [&str; 60] = [
        "77",
        "%",
        " per cent",
        " of ",
        " out of ",
        "/",
        "1,646",
        "66.7",
        " per 10,000",
        " in ",
        "2017",
        " August ",
        "May",
        "\n",
        ". ",
        "half",
        " a third of ",
        "two-thirds",
        "one",
        "twenty-",
        "five",
        " improved",
        " since ",
        "(",
        ")",
        "most ",
        "MASH",
        "FND-3",
        "’s",
        "'",
        "-",
        "–",
        " not ",
        "on track",
        "👩‍👩‍👧‍👦",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "שלום",
        "مرحبا ٪٧٧",
        "\u{202e}",
        "\u{0}",
        "\u{300}\u{301}",
        "ﬁ",
        "İ",
        "ß",
        "<script>",
        "#set page()",
        "99999999999999999999999",
        "0.0.0",
        "1e308",
        "−5",
        "½",
        "²",
        "٣",
        "१२",
        " ",
        "\t",
        "children",
        " target of ",
        "more than",
        "e",
    ];
    let mut state = 20_180_331_u64;
    let mut next = |below: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for round in 0..600 {
        let mut paper = paper();
        paper.figures.push(late());
        paper.audience = if round % 2 == 0 {
            Audience::Public
        } else {
            Audience::Board
        };
        let words: String = (0..next(80)).map(|_| PIECES[next(PIECES.len())]).collect();
        officers(&mut paper, "test/1", &words);
        if let waymark_report::paper::Block::Text(text) = &mut paper.sections[0].blocks[0]
            && round % 3 == 0
        {
            text.figures.push(late().key);
        }
        let found = lint(&paper, &context());
        assert!(
            found
                .iter()
                .all(|it| !it.says.is_empty() && !it.todo.is_empty())
        );
    }
}
