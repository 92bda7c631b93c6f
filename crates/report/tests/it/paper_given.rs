//! Papers for the examples, from the few lines that an example is about.

use serde::Deserialize;
use waymark_data::Day;
use waymark_report::paper::lint::{Context, Finding, Shown, lint};
use waymark_report::paper::{
    Block, Chart, Evidence, Figure, Hand, Meeting, Missing, Override, Paper, Section, Statement,
    Text,
};
use waymark_report::{Audience, Cell, Heading, Table, Value};

/// What an example gives, as its page writes it. What it does not name is as in a paper with nothing wrong.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) struct Given {
    /// What the rule finds: what each finding is about. Without it, nothing.
    pub(crate) finds: Option<Vec<String>>,
    #[serde(default = "board")]
    audience: String,
    #[serde(default = "as_at")]
    as_at: String,
    #[serde(default = "meets_on")]
    on: String,
    annex: Option<String>,
    data_days: Option<u32>,
    fresher: Option<String>,
    #[serde(default = "fourteen")]
    reading_age: u32,
    population: Option<i64>,
    #[serde(default)]
    acronyms: Vec<(String, String)>,
    #[serde(default)]
    text: Vec<GivenText>,
    #[serde(default)]
    figure: Vec<GivenFigure>,
    #[serde(default)]
    shown: Vec<GivenFigure>,
    #[serde(default)]
    missing: Vec<GivenMissing>,
    #[serde(default)]
    table: Vec<GivenTable>,
    #[serde(default)]
    chart: Vec<GivenChart>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct GivenText {
    /// "record", "template"; else an officer's.
    #[serde(default)]
    by: String,
    words: String,
    #[serde(default)]
    figures: Vec<String>,
    #[serde(default)]
    evidence: Vec<String>,
    #[serde(default)]
    instead_of: String,
    /// What a person stated in it.
    stated: Option<GivenStatement>,
    /// Whether it is a point of a list, with the points beside it.
    #[serde(default)]
    point: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct GivenStatement {
    words: String,
    #[serde(default)]
    sense: String,
    #[serde(default)]
    unsettled: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
struct GivenFigure {
    key: Option<String>,
    measure: Option<String>,
    title: Option<String>,
    group: Option<String>,
    unit: Option<String>,
    shown: Option<String>,
    value: Option<Maybe>,
    numerator: Option<Maybe>,
    denominator: Option<Maybe>,
    source: Option<String>,
    as_at: Option<String>,
    provisional: bool,
    verdict: Option<String>,
    target: Option<f64>,
    /// Of a figure in an earlier paper.
    paper: Option<String>,
    issued: Option<String>,
    audience: Option<String>,
    from: Option<String>,
    to: Option<String>,
}

/// A number, or the word "none".
#[derive(Deserialize)]
#[serde(untagged)]
enum Maybe {
    Number(f64),
    #[allow(dead_code)]
    None(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenMissing {
    measure: String,
    title: String,
    #[serde(default)]
    asked: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    known: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenTable {
    caption: String,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenChart {
    title: String,
    sentence: String,
}

fn board() -> String {
    "board".to_owned()
}

fn as_at() -> String {
    "2018-03-31".to_owned()
}

fn meets_on() -> String {
    "2018-04-12".to_owned()
}

fn fourteen() -> u32 {
    14
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn audience(name: &str) -> Audience {
    match name {
        "board" => Audience::Board,
        "public" => Audience::Public,
        other => panic!("no audience {other}"),
    }
}

/// 21% (96 of 457) late in August 2017.
pub(crate) fn late() -> Figure {
    Figure {
        key: "assessment-over-45:2017-08".to_owned(),
        measure: "assessment-over-45".to_owned(),
        title: "Assessments over 45 working days".to_owned(),
        group: String::new(),
        basis: "month".to_owned(),
        from: day("2017-08-01"),
        to: day("2017-08-31"),
        shown: "21% (96 of 457)".to_owned(),
        unit: "percent".to_owned(),
        value: Some(21.0),
        numerator: Some(96),
        denominator: Some(457),
        source: "Annex A, list 4".to_owned(),
        definition: "Assessments that were authorised late.".to_owned(),
        as_at: Some(day("2018-03-31")),
        provisional: false,
        verdict: "worse".to_owned(),
        target: None,
    }
}

/// A paper with one section, `test`, and nothing in it.
pub(crate) fn paper() -> Paper {
    Paper {
        template: "monthly-summary".to_owned(),
        title: "Performance summary, March 2018".to_owned(),
        council: "Wayshire County Council".to_owned(),
        audience: Audience::Board,
        committee: "Improvement Board".to_owned(),
        meeting: Some(Meeting {
            reference: "MTG-22".to_owned(),
            title: "Improvement Board".to_owned(),
            on: day("2018-04-12"),
        }),
        period: "January 2016 to March 2018".to_owned(),
        as_at: day("2018-03-31"),
        annex: None,
        cut: Vec::new(),
        made_on: day("2018-04-03"),
        sections: vec![Section {
            key: "test".to_owned(),
            heading: "Test".to_owned(),
            depth: 1,
            blocks: Vec::new(),
        }],
        figures: Vec::new(),
        acronyms: Vec::new(),
        missing: Vec::new(),
        overrides: Vec::new(),
        budget: None,
    }
}

/// A text by an officer, in the paper's only section.
pub(crate) fn officers(paper: &mut Paper, key: &str, words: &str) {
    let text = Text {
        key: key.to_owned(),
        words: words.to_owned(),
        by: Hand::Officer {
            name: "A. Clerk".to_owned(),
            on: day("2018-04-03"),
            instead_of: String::new(),
        },
        figures: Vec::new(),
        evidence: Vec::new(),
        stated: None,
    };
    paper.sections[0].blocks.push(Block::Text(text));
}

impl Given {
    pub(crate) fn paper(&self) -> Paper {
        let mut paper = paper();
        paper.audience = audience(&self.audience);
        paper.as_at = day(&self.as_at);
        paper.annex = self.annex.as_deref().map(day);
        paper.acronyms.clone_from(&self.acronyms);
        paper.figures = self.figure.iter().map(GivenFigure::figure).collect();
        let missing = |it: &GivenMissing| Missing {
            measure: it.measure.clone(),
            title: it.title.clone(),
            asked: it.asked.clone(),
            reason: it.reason.clone(),
            known: it.known,
        };
        paper.missing = self.missing.iter().map(missing).collect();
        let blocks = &mut paper.sections[0].blocks;
        let texts = self.text.iter().zip(1..).map(|(it, n)| {
            let text = Text {
                key: format!("test/{n}"),
                words: it.words.clone(),
                by: match it.by.as_str() {
                    "record" => Hand::Record,
                    "template" => Hand::Template,
                    _ => Hand::Officer {
                        name: "A. Clerk".to_owned(),
                        on: day("2018-04-03"),
                        instead_of: it.instead_of.clone(),
                    },
                },
                figures: it.figures.clone(),
                evidence: it.evidence.iter().map(|it| evidence(it)).collect(),
                stated: it.stated.as_ref().map(|it| Statement {
                    words: it.words.clone(),
                    sense: it.sense.clone(),
                    unsettled: it.unsettled.clone(),
                }),
            };
            (it.point, text)
        });
        for (point, text) in texts {
            match blocks.last_mut() {
                Some(Block::Points(points)) if point => points.push(text),
                _ if point => blocks.push(Block::Points(vec![text])),
                _ => blocks.push(Block::Text(text)),
            }
        }
        blocks.extend(
            self.table
                .iter()
                .map(|it| Block::Table(it.table(), Vec::new())),
        );
        blocks.extend(self.chart.iter().map(|it| {
            let table = Table {
                rows: vec![vec![Cell::words("August 2017"), Cell::decimal(21.0)]],
                ..Table::new(
                    "Late",
                    [Heading::words("Month"), Heading::numbers("Percentage")],
                )
            };
            Block::Chart(Chart {
                title: it.title.clone(),
                sentence: it.sentence.clone(),
                svg: "<svg/>".to_owned(),
                narrow: String::new(),
                table,
                figures: Vec::new(),
            })
        }));
        paper
    }

    pub(crate) fn findings(&self) -> Vec<Finding> {
        let shown: Vec<Shown> = self.shown.iter().map(GivenFigure::shown).collect();
        let context = Context {
            on: day(&self.on),
            data_days: self.data_days,
            fresher: self.fresher.as_deref().map(day),
            shown: &shown,
            reading_age: self.reading_age,
            population: self.population,
        };
        lint(&self.paper(), &context)
    }
}

/// "AUD-7"; "AUD-7 deleted": gone since.
fn evidence(words: &str) -> Evidence {
    let (reference, gone) = words
        .strip_suffix(" deleted")
        .map_or((words, false), |it| (it, true));
    Evidence {
        reference: reference.to_owned(),
        title: if gone { "deleted" } else { "An audit" }.to_owned(),
        on: None,
        gone,
    }
}

impl GivenFigure {
    fn figure(&self) -> Figure {
        let mut figure = late();
        let text = |field: &mut String, given: &Option<String>| {
            if let Some(given) = given {
                field.clone_from(given);
            }
        };
        text(&mut figure.key, &self.key);
        text(&mut figure.measure, &self.measure);
        text(&mut figure.title, &self.title);
        text(&mut figure.group, &self.group);
        text(&mut figure.unit, &self.unit);
        text(&mut figure.shown, &self.shown);
        text(&mut figure.source, &self.source);
        text(&mut figure.verdict, &self.verdict);
        let number = |it: &Maybe| match it {
            Maybe::Number(number) => Some(*number),
            Maybe::None(_) => None,
        };
        #[allow(clippy::cast_possible_truncation)]
        let whole = |it: &Maybe| number(it).map(|it| it as i64);
        if let Some(value) = &self.value {
            figure.value = number(value);
        }
        if let Some(numerator) = &self.numerator {
            figure.numerator = whole(numerator);
        }
        if let Some(denominator) = &self.denominator {
            figure.denominator = whole(denominator);
        }
        if let Some(as_at) = &self.as_at {
            figure.as_at = Some(day(as_at));
        }
        if let Some(from) = &self.from {
            figure.from = day(from);
        }
        if let Some(to) = &self.to {
            figure.to = day(to);
        }
        figure.provisional = self.provisional;
        figure.target = self.target;
        figure
    }

    fn shown(&self) -> Shown {
        Shown {
            paper: self.paper.clone().unwrap(),
            issued: day(self.issued.as_deref().unwrap_or("2017-09-30")),
            audience: audience(self.audience.as_deref().unwrap_or("board")),
            figure: self.figure(),
        }
    }
}

impl GivenTable {
    fn table(&self) -> Table {
        let headings = self.headings.iter().map(|it| Heading::words(it.as_str()));
        let rows = self
            .rows
            .iter()
            .map(|row| row.iter().map(|it| cell(it)).collect());
        Table {
            rows: rows.collect(),
            ..Table::new(self.caption.as_str(), headings)
        }
    }
}

fn cell(text: &str) -> Cell {
    match text.parse() {
        Ok(value) if text.contains('.') => Cell::decimal(value),
        Ok(value) => Cell {
            shown: text.to_owned(),
            value: Value::Number { value, places: 0 },
        },
        Err(_) => Cell::words(text),
    }
}

/// An override of this rule.
pub(crate) fn decided(rule: &str, about: &str, by: &str, reason: &str) -> Override {
    Override {
        rule: rule.to_owned(),
        about: about.to_owned(),
        by: by.to_owned(),
        reason: reason.to_owned(),
    }
}
