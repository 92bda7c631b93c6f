//! What an insert writes with: it numbers texts, registers figures, draws charts.

use super::of_template;
use crate::about::definition;
use crate::amount::{amount, name_of, when};
use crate::audience::Audience;
use crate::chart::{CountedMonths, Counting, Drawn, Event, Lines, pchart, xmr_marked};
use crate::paper::material::Material;
use crate::paper::{Block, Chart, Evidence, Figure, Section, Text};
use crate::reading::Reading;
use crate::sentence::sentences;
use crate::table::{Cell, Heading, Table};
use std::collections::{BTreeMap, HashMap};
use waymark_measures::history::Point;
use waymark_measures::signals::{Change, Unfit, one_decimal};
use waymark_measures::{Basis, Measure, Unit};
use waymark_programme::Record;

/// How the names within a drawing begin: nothing else in it does.
pub(super) const DRAWING: &str = "wm-drawing-";

/// What an insert writes with.
pub(super) struct Writer<'a> {
    /// What the paper is made from.
    pub(super) from: &'a Material<'a>,
    /// What sort of body the template is for; empty: any.
    pub(super) for_a: String,
    section: String,
    blocks: Vec<Block>,
    parts: Vec<Section>,
    /// The keys of the texts that are to say the signal budget, once the whole paper is there.
    pub(super) budgets: Vec<String>,
    figures: Vec<Figure>,
    at: HashMap<String, usize>,
    places: BTreeMap<String, usize>,
    charts: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(from: &'a Material<'a>, for_a: &str) -> Self {
        Self {
            from,
            for_a: for_a.to_owned(),
            section: String::new(),
            blocks: Vec::new(),
            parts: Vec::new(),
            budgets: Vec::new(),
            figures: Vec::new(),
            at: HashMap::new(),
            places: BTreeMap::new(),
            charts: 0,
        }
    }

    pub(super) fn begin(&mut self, section: &str) {
        section.clone_into(&mut self.section);
    }

    /// What the section holds, and the sections that came to stand after it.
    pub(super) fn end(&mut self) -> (Vec<Block>, Vec<Section>) {
        (
            std::mem::take(&mut self.blocks),
            std::mem::take(&mut self.parts),
        )
    }

    pub(super) fn figures(&mut self) -> Vec<Figure> {
        std::mem::take(&mut self.figures)
    }

    /// The figures of the paper so far.
    pub(super) fn so_far(&self) -> &[Figure] {
        &self.figures
    }

    pub(super) fn put(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// A section that stands after this one, a step deeper.
    pub(super) fn part(&mut self, section: Section) {
        self.parts.push(section);
    }

    /// Takes another paper's figures in.
    pub(super) fn take_figures(&mut self, figures: &[Figure]) {
        for figure in figures {
            self.register(figure.clone());
        }
    }

    /// A key that stays the same each time the paper is made: section, what it is about, and which of its texts.
    pub(super) fn key(&mut self, about: &str) -> String {
        let place = format!("{}/{about}", self.section);
        let n = self.places.entry(place.clone()).or_insert(0);
        *n += 1;
        format!("{place}/{n}")
    }

    /// A text from the record, about something: a measure's name, a record's reference.
    pub(super) fn text(&mut self, about: &str, words: impl Into<String>) -> Text {
        Text::of_record(self.key(about), words)
    }

    pub(super) fn template(&mut self, words: &str) -> Text {
        of_template(self.key("template"), words)
    }

    /// Puts a paragraph.
    pub(super) fn say(&mut self, about: &str, words: impl Into<String>) {
        let text = self.text(about, words);
        self.put(Block::Text(text));
    }

    /// A text about a record, which it rests on.
    pub(super) fn of(&mut self, record: &Record, words: impl Into<String>) -> Text {
        self.text(&record.reference(), words)
            .evidence(evidence(record))
    }

    /// Puts a table without figures of measures, unless it has no rows.
    pub(super) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.put(Block::Table(table, Vec::new()));
        }
    }

    /// Registers a figure once; its key.
    pub(super) fn register(&mut self, figure: Figure) -> String {
        let key = figure.key.clone();
        if !self.at.contains_key(&key) {
            self.at.insert(key.clone(), self.figures.len());
            self.figures.push(figure);
        }
        key
    }

    /// Registers a point of a series; its key.
    pub(super) fn figure(&mut self, reading: &Reading, point: &Point) -> String {
        self.register(figure(reading, point))
    }

    /// The latest figure of a series, registered.
    pub(super) fn latest(&mut self, reading: &Reading) -> Option<String> {
        reading.latest().map(|point| self.figure(reading, point))
    }

    /// The measure's sentences as one text, with the figures it rests on.
    pub(super) fn told(&mut self, reading: &Reading) -> Text {
        let said = sentences(reading);
        let words = format!("{}. {}", title(reading), said.page.join(" "));
        self.of_series(reading, words)
    }

    /// The measure's one sentence, with its title.
    pub(super) fn told_shortly(&mut self, reading: &Reading) -> Text {
        let words = format!("{}. {}", title(reading), sentences(reading).home);
        self.of_series(reading, words)
    }

    /// Words on a series with the figures they rest on: the latest, and for the public every other that they tell of, since
    /// what a sentence says is as public as what a chart shows. Averages and limits tell of every month they are made of.
    fn of_series(&mut self, reading: &Reading, words: String) -> Text {
        let mut keys: Vec<String> = self.latest(reading).into_iter().collect();
        if reading.series.audience == Audience::Public {
            let averaged = reading.chart.phases.iter().any(|it| it.limits.is_some());
            for point in &reading.series.points {
                let named = || words.contains(&name_of(reading.series.basis, point.period));
                if (averaged && !reading.is_hidden(point)) || named() {
                    let key = self.figure(reading, point);
                    if !keys.contains(&key) {
                        keys.push(key);
                    }
                }
            }
        }
        let text = self.text(&reading.measure().name(), words);
        keys.into_iter().fold(text, Text::figure)
    }

    /// A name for a drawing of a series that no other in the paper has.
    pub(super) fn drawing(&mut self, what: &str, reading: &Reading) -> String {
        let name = reading.measure().name().replace('/', "-");
        self.drawing_of(&format!("{what}-{name}"))
    }

    /// The same of something that is no series.
    pub(super) fn drawing_of(&mut self, what: &str) -> String {
        self.charts += 1;
        format!("{DRAWING}{}-{what}", self.charts)
    }

    /// Every figure of a series, registered; their keys.
    pub(super) fn every(&mut self, reading: &Reading) -> Vec<String> {
        (0..reading.slots.len())
            .filter_map(|slot| reading.point(slot))
            .map(|point| figure(reading, point))
            .map(|it| self.register(it))
            .collect()
    }

    /// Puts the chart of a series, with what happened meanwhile marked on it. A share of so few that its months cannot be
    /// judged alike is charted by the number of cases of each.
    pub(super) fn chart(&mut self, reading: &Reading) {
        if reading.latest().is_none() {
            return;
        }
        if reading.unfit == Some(Unfit::FewInDenominator)
            && let Some(counted) = counted(reading)
        {
            self.counts(reading, &counted);
        } else {
            self.months(reading);
        }
    }

    fn months(&mut self, reading: &Reading) {
        let id = self.drawing("months", reading);
        let happened = (self.from.events)(reading.measure());
        let drawn = xmr_marked(reading, &id, Lines::default(), &happened);
        let keys = self.every(reading);
        self.drawn(title(reading), drawn, keys);
    }

    /// Puts the chart of a series as counted months, with limits that step with each month's number of cases; a series
    /// that is neither a share nor a rate, or of months that overlap, has none: the chart of its months.
    pub(super) fn chart_of_counts(&mut self, reading: &Reading) {
        match counted(reading) {
            Some(counted) => self.counts(reading, &counted),
            None => self.chart(reading),
        }
    }

    fn counts(&mut self, reading: &Reading, counted: &CountedMonths) {
        let id = self.drawing("counts", reading);
        let mut drawn = pchart(counted, &id);
        let months = reading.slots.first().zip(reading.slots.last());
        let within = |it: &&Event| {
            let month = it.day.month();
            months.is_some_and(|(first, last)| first.month <= month && month <= last.month)
        };
        let happened: Vec<String> = (self.from.events)(reading.measure())
            .iter()
            .filter(within)
            .map(|it| format!("{}, {}", it.words, it.day.words()))
            .collect();
        if !happened.is_empty() {
            drawn.sentence += &format!(" What happened meanwhile: {}.", happened.join("; "));
        }
        let keys = self.every(reading);
        self.drawn(title(reading), drawn, keys);
    }

    /// Puts a chart that is drawn.
    pub(super) fn drawn(&mut self, title: String, drawn: Drawn, figures: Vec<String>) {
        self.put(Block::Chart(Chart {
            title,
            sentence: drawn.sentence,
            svg: drawn.wide,
            narrow: drawn.narrow,
            table: drawn.table,
            figures,
        }));
    }

    /// A table of measures with their latest figures.
    pub(super) fn measures_table(&mut self, caption: &str, readings: &[&Reading]) {
        let mut table = Table::new(
            caption,
            [
                Heading::words("Measure"),
                Heading::words("Latest figure"),
                Heading::words("When"),
                Heading::words("What it shows"),
                Heading::words("Target"),
            ],
        );
        let mut keys = Vec::new();
        for reading in readings {
            let Some(point) = reading.latest() else {
                continue;
            };
            let figure = figure(reading, point);
            let when = when(reading.measure(), reading.series.basis, point.period);
            table.rows.push(vec![
                Cell::words(title(reading)),
                Cell::words(figure.shown.as_str()),
                Cell::words(when),
                Cell::words(capital(&figure.verdict)),
                Cell::words(target_words(reading.measure(), reading.series.target)),
            ]);
            keys.push(self.register(figure));
        }
        if !table.rows.is_empty() {
            self.put(Block::Table(table, keys));
        }
    }
}

/// From so many cases in a typical month on, limits of chance alone are too narrow: they are widened (p′).
const MANY: i64 = 500;

/// A series as counted months: shares and rates of months of their own.
fn counted(reading: &Reading) -> Option<CountedMonths> {
    let overlaps = matches!(
        reading.unfit,
        Some(Unfit::RollingWindow | Unfit::YearToDate)
    );
    let of_cases = matches!(
        reading.measure().unit,
        Unit::Percent | Unit::Share | Unit::Rate
    );
    if overlaps || !of_cases || reading.latest().is_none() {
        return None;
    }
    let mut counted = CountedMonths::of(reading)?;
    let mut cases: Vec<i64> = (0..reading.slots.len())
        .filter_map(|slot| reading.point(slot)?.parts.denominator)
        .collect();
    cases.sort_unstable();
    let typical = cases.get(cases.len() / 2).copied().unwrap_or(0);
    if counted.counting == Counting::Share && typical >= MANY {
        counted.counting = Counting::ShareWidened;
    }
    Some(counted)
}

/// The measure's title; with its variant's, where it has one.
pub(super) fn title(reading: &Reading) -> String {
    reading.series.title()
}

/// A record that a text rests on.
pub(super) fn evidence(record: &Record) -> Evidence {
    Evidence {
        reference: record.reference(),
        title: record.title().to_owned(),
        on: record.date(),
        gone: false,
    }
}

fn target_words(measure: &Measure, target: Option<f64>) -> String {
    target.map_or_else(String::new, |it| crate::amount::unit_value(measure, it))
}

/// With a capital letter.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A point as a paper shows it.
#[must_use]
pub fn figure(reading: &Reading, point: &Point) -> Figure {
    seen(reading, point, reading.is_hidden(point))
}

/// A point as the board sees it, whoever the series is for.
pub(in crate::paper) fn seen_by_the_board(reading: &Reading, point: &Point) -> Figure {
    seen(reading, point, false)
}

fn seen(reading: &Reading, point: &Point, hidden: bool) -> Figure {
    let measure = reading.measure();
    let basis = reading.series.basis;
    let band = reading
        .series
        .band
        .and_then(|it| measure.bands.get(usize::from(it)));
    let group = reading.series.group.clone().unwrap_or_default();
    let of = match (band, group.is_empty()) {
        (Some(band), _) => format!("@{band}"),
        (None, false) => format!("@{group}"),
        (None, true) => String::new(),
    };
    let numbers = point.parts;
    let is_latest = reading.latest().is_some_and(|it| it.period == point.period);
    Figure {
        key: format!(
            "{}{of}:{}:{}",
            measure.name(),
            basis_word(basis),
            point.period.to
        ),
        measure: measure.name(),
        title: title(reading),
        group: band.map_or(group, |it| (*it).to_owned()),
        basis: basis_word(basis).to_owned(),
        from: point.period.from,
        to: point.period.to,
        shown: if hidden {
            "hidden (c)".to_owned()
        } else {
            amount(measure, point.count, &point.parts)
        },
        unit: unit_word(measure.unit).to_owned(),
        value: numbers
            .value
            .filter(|it| !hidden && it.is_finite())
            .map(one_decimal),
        numerator: (!hidden).then(|| numbers.numerator.unwrap_or(i64::from(point.count.hits))),
        denominator: if hidden {
            None
        } else {
            numbers
                .denominator
                .or_else(|| of_cases(measure).then(|| i64::from(point.count.cases)))
        },
        source: measure.source.to_owned(),
        definition: definition(measure.page),
        as_at: Some(point.as_at),
        provisional: reading.is_provisional(point),
        verdict: if is_latest {
            verdict(reading).to_owned()
        } else {
            String::new()
        },
        target: reading.series.target,
    }
}

fn of_cases(measure: &Measure) -> bool {
    matches!(
        measure.unit,
        Unit::Percent | Unit::Share | Unit::MeanDays | Unit::MedianWorkingDays
    )
}

/// What the signals allow to be said, in the fewest words.
pub(crate) fn verdict(reading: &Reading) -> &'static str {
    match reading.verdict.change {
        Change::Improved(_) => "improved",
        Change::Worse(_) => "worse",
        Change::Higher(_) => "higher",
        Change::Lower(_) => "lower",
        Change::NoRealChange => "no real change",
        Change::TooEarly(_) => "too early to say",
        Change::NotJudged(_) => "not judged",
    }
}

/// A basis in what is kept.
#[must_use]
pub fn basis_word(basis: Basis) -> &'static str {
    match basis {
        Basis::Month => "month",
        Basis::Rolling12 => "12 months",
        Basis::Return => "return",
        Basis::SnapshotMonthly | Basis::SnapshotAsAt => "snapshot",
    }
}

fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent | Unit::Share => "percent",
        Unit::Count => "count",
        Unit::Rate => "rate",
        Unit::Net => "net",
        Unit::MedianWorkingDays => "median working days",
        Unit::MeanDays => "mean days",
    }
}
