//! What stands at a paper's end: what its figures mean, what is missing and why, what was overridden and by whom,
//! acronyms, and the returns it was made from.

use super::direction::isolated;
use super::{Grid, Part, Piece, Said};
use crate::numbers::counted;
use crate::paper::{Figure, Paper};
use crate::table::{Cell, Heading, Table};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use waymark_data::Period;

/// The anchor of the first appendix. A section of the paper has none like it: theirs begin with `part`.
pub(super) const DEFINITIONS: &str = "appendix-definitions";

/// Lettered in the order they are made.
struct Appendices<'a> {
    parts: Vec<Part<'a>>,
    taken: HashSet<String>,
    next: usize,
}

/// The appendices a paper needs, their tables numbered from `first`, and what its heading block must say of them.
pub(super) fn appendices<'a>(
    paper: &'a Paper,
    before: &[Part<'a>],
    first: usize,
) -> (Vec<Part<'a>>, Vec<String>) {
    let mut all = Appendices {
        parts: Vec::new(),
        taken: before.iter().map(|it| it.anchor.clone()).collect(),
        next: first,
    };
    let mut notes = Vec::new();
    definitions(paper, &mut all);
    if !paper.missing.is_empty() {
        let letter = all.letter();
        let number = counted(as_number(paper.missing.len()), "measure");
        notes.push(format!(
            "{number} asked for and not shown: see appendix {letter}"
        ));
        let table = missing(paper);
        all.add(
            "missing",
            "Measures that were asked for and are not shown",
            table,
        );
    }
    if !paper.overrides.is_empty() {
        let letter = all.letter();
        let number = counted(as_number(paper.overrides.len()), "rule");
        notes.push(format!(
            "{number} of a paper overridden: see appendix {letter}"
        ));
        let table = overrides(paper);
        all.add("overrides", "Rules of a paper that were overridden", table);
    }
    if !paper.acronyms.is_empty() {
        all.add("acronyms", "Acronyms", acronyms(paper));
    }
    if !paper.cut.is_empty() {
        let heading = "The returns that figures come from";
        all.add("returns", heading, returns(paper));
    }
    (all.parts, notes)
}

/// The data of a paper's charts, after the parts there are; none where it has no charts.
pub(super) fn behind_charts<'a>(parts: &[Part<'a>], data: Vec<Grid<'a>>) -> Option<Part<'a>> {
    let before = parts.iter().filter(|it| it.anchor.starts_with("appendix-"));
    (!data.is_empty()).then(|| Part {
        anchor: "appendix-charts".to_owned(),
        level: 1,
        own_page: true,
        heading: format!(
            "Appendix {}: The numbers behind the charts",
            letter(before.count())
        )
        .into(),
        pieces: data.into_iter().map(Piece::Table).collect(),
    })
}

/// Of the appendix after so many.
fn letter(before: usize) -> char {
    char::from(b'A' + u8::try_from(before).unwrap_or(25).min(25))
}

impl<'a> Appendices<'a> {
    /// Of the next one.
    fn letter(&self) -> char {
        letter(self.parts.len())
    }

    fn part(&mut self, key: &str, heading: &str, pieces: Vec<Piece<'a>>) {
        let mut anchor = format!("appendix-{key}");
        while !self.taken.insert(anchor.clone()) {
            anchor.push('x');
        }
        self.parts.push(Part {
            anchor,
            level: 1,
            // The first ends the paper proper; the others are short.
            own_page: self.parts.is_empty(),
            heading: format!("Appendix {}: {heading}", self.letter()).into(),
            pieces,
        });
    }

    fn add(&mut self, key: &str, heading: &str, table: Table) {
        let piece = Piece::Table(self.grid(table));
        self.part(key, heading, vec![piece]);
    }

    fn grid(&mut self, table: Table) -> Grid<'a> {
        let number = self.next;
        self.next += 1;
        Grid {
            number,
            caption: table.caption.clone().into(),
            table: Cow::Owned(table),
        }
    }
}

/// Every figure, by measure, so that a definition stands once.
fn definitions<'a>(paper: &'a Paper, all: &mut Appendices<'a>) {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut measures: Vec<Vec<&Figure>> = Vec::new();
    for figure in &paper.figures {
        let place = *places.entry(&figure.measure).or_insert_with(|| {
            measures.push(Vec::new());
            measures.len() - 1
        });
        measures[place].push(figure);
    }
    if measures.is_empty() {
        return;
    }
    let mut pieces = vec![Piece::Text(Said::plain(
        "Each figure of this paper, with the numbers it is made of, where it comes from and what it means.",
    ))];
    for figures in &mut measures {
        figures.sort_by_key(|it| (&*it.group, it.to, it.from));
        let title = title(figures);
        pieces.push(Piece::Heading(title.into()));
        for words in told_once(figures, |it| &it.definition) {
            pieces.push(Piece::Text(Said::plain(words)));
        }
        let mut told = Vec::new();
        let units = told_once(figures, |it| &it.unit);
        if !units.is_empty() {
            let units: Vec<_> = units.into_iter().map(isolated).collect();
            told.push(format!("Unit: {}.", units.join(", ")));
        }
        let alone = |what: &str, all: Vec<&str>| match all[..] {
            [one] => Some(format!("{what}: {}.", isolated(one))),
            _ => None,
        };
        told.extend(alone("Basis", told_once(figures, |it| &it.basis)));
        told.extend(alone("Source", told_once(figures, |it| &it.source)));
        pieces.push(Piece::Text(Said::plain(told.join(" "))));
        let table = figures_table(title, figures);
        pieces.push(Piece::Table(all.grid(table)));
    }
    all.part("definitions", "What the figures mean", pieces);
}

/// A measure's title: of the figure that is of no group, or what stands before the group.
fn title<'a>(figures: &[&'a Figure]) -> &'a str {
    let whole = figures.iter().find(|it| it.group.is_empty());
    if let Some(whole) = whole {
        return &whole.title;
    }
    let first = figures[0];
    first
        .title
        .strip_suffix(&*first.group)
        .and_then(|it| it.strip_suffix(": "))
        .unwrap_or(&first.title)
}

/// What is said of each, alike ones once.
fn told_once<'a>(figures: &[&'a Figure], of: impl Fn(&'a Figure) -> &'a str) -> Vec<&'a str> {
    let mut met = HashSet::new();
    let all = figures.iter().map(|it| of(it));
    all.filter(|it| !it.trim().is_empty() && met.insert(*it))
        .collect()
}

/// The figures of a measure, with all that makes them checkable. What is alike in all of them stands above the table once.
fn figures_table(title: &str, figures: &[&Figure]) -> Table {
    let many = |of: fn(&Figure) -> &str| told_once(figures, of).len() > 1;
    let of_groups = figures.iter().any(|it| it.title != title);
    let (of_bases, of_sources) = (many(|it| &it.basis), many(|it| &it.source));
    let mut headings = vec![Heading::words("Period")];
    headings.extend(of_groups.then(|| Heading::words("Of")));
    headings.push(Heading::words("As shown"));
    headings.extend(["Numerator", "Denominator"].map(Heading::numbers));
    headings.extend(of_bases.then(|| Heading::words("Basis")));
    headings.extend(["Data as at", "Provisional or final"].map(Heading::words));
    headings.extend(of_sources.then(|| Heading::words("Source")));
    let mut table = Table::new(format!("Figures: {}", isolated(title)), headings);
    table.rows.extend(figures.iter().map(|figure| {
        let number = |number: Option<i64>| match number {
            Some(number) => Cell::whole(number),
            None if figure.is_hidden() => Cell::words("c"),
            None => Cell::blank(),
        };
        let mut row = vec![Cell::words(period(figure))];
        row.extend(of_groups.then(|| Cell::words(of(figure, title))));
        row.push(Cell::words(&*figure.shown));
        row.extend([number(figure.numerator), number(figure.denominator)]);
        row.extend(of_bases.then(|| Cell::words(&*figure.basis)));
        row.push(Cell::maybe(figure.as_at, Cell::day));
        row.push(Cell::words(if figure.provisional {
            "Provisional"
        } else {
            "Final"
        }));
        row.extend(of_sources.then(|| Cell::words(&*figure.source)));
        row
    }));
    table
}

fn period(figure: &Figure) -> String {
    let (from, to) = (figure.from, figure.to);
    if from == to {
        to.words()
    } else {
        Period { from, to }.words()
    }
}

/// Of what part of the measure a figure is.
fn of<'a>(figure: &'a Figure, title: &str) -> &'a str {
    match figure.title.strip_prefix(title) {
        Some("") => "All",
        Some(rest) => rest.strip_prefix(": ").unwrap_or(&figure.title),
        None => &figure.title,
    }
}

fn missing(paper: &Paper) -> Table {
    let mut table = Table::new(
        "Measures not shown, and why",
        [
            "Measure",
            "Asked for by",
            "Why it is not shown",
            "Could the returns answer it?",
        ]
        .map(Heading::words),
    );
    for it in &paper.missing {
        let reason = match it.reason.trim() {
            "" => "No reason was given",
            reason => reason,
        };
        let known = if it.known { "Yes" } else { "No" };
        table.rows.push(
            [&*it.title, &*it.asked, reason, known]
                .map(Cell::words)
                .into(),
        );
    }
    table
}

fn overrides(paper: &Paper) -> Table {
    let headings = ["Rule", "About", "Decided by", "Reason"].map(Heading::words);
    let mut table = Table::new("Rules overridden, by whom and why", headings);
    for it in &paper.overrides {
        let about = about(paper, it.about.trim());
        table.rows.push(
            [&*it.rule, &*about, &*it.by, &*it.reason]
                .map(Cell::words)
                .into(),
        );
    }
    table
}

/// What an override is about, as a reader finds it: the sentence with its section's heading, the figure with its period, the
/// measure's title.
fn about(paper: &Paper, about: &str) -> String {
    if about.is_empty() || about == "the whole paper" {
        return "The whole paper".to_owned();
    }
    if let Some((section, text)) = paper.texts().find(|it| it.1.key == about) {
        let heading = paper.sections.iter().find(|it| it.key == section);
        let heading = heading.map_or(section, |it| it.heading.as_str());
        return format!("{}: “{}”", isolated(heading), isolated(&short(&text.words)));
    }
    if let Some(figure) = paper.figure(about) {
        return format!("{}, {}", isolated(&figure.title), period(figure));
    }
    let missing = paper.missing.iter().find(|it| it.measure == about);
    let title = missing.map(|it| &it.title).or_else(|| {
        let figure = paper.figures.iter().find(|it| it.measure == about);
        figure.map(|it| &it.title)
    });
    title.map_or(about, String::as_str).to_owned()
}

/// The beginning of a sentence, to find it by.
fn short(words: &str) -> String {
    const MOST: usize = 160;
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    let begun: String = words.chars().take(MOST).collect();
    let whole = begun.rsplit_once(' ').map_or(begun.as_str(), |it| it.0);
    format!("{whole} …")
}

fn acronyms(paper: &Paper) -> Table {
    let headings = ["Acronym", "In full"].map(Heading::words);
    let mut table = Table::new("Acronyms in full", headings);
    for (acronym, words) in &paper.acronyms {
        table
            .rows
            .push(vec![Cell::words(&**acronym), Cell::words(&**words)]);
    }
    table
}

fn returns(paper: &Paper) -> Table {
    let headings = ["Data as at", "sha256 of the return"].map(Heading::words);
    let mut table = Table::new("Returns, the latest first", headings);
    for it in &paper.cut {
        table
            .rows
            .push(vec![Cell::day(it.as_at), Cell::words(&*it.hash)]);
    }
    table
}

fn as_number(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
