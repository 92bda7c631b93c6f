//! A paper as cells and sums: the numbers in its figures and in its tables by area or band.

use super::beneath::Beneath;
use super::takeout::NOT_SHOWN;
use super::together::{RAISED, relate};
use super::when;
use crate::paper::{Figure, Paper};
use crate::table::{Cell as Shown, Table, Value};
use std::collections::{BTreeMap, BTreeSet};
use waymark_measures::disclosure::ledger::{Cell, Mark, Publication, Sum};

/// Parts name, group and number of a key. None of them can hold it.
pub(super) const PART: char = '\u{1f}';

/// A paper as cells and sums.
#[derive(Default)]
pub(super) struct Read {
    cells: BTreeMap<String, Cell>,
    /// Cells that the paper prints.
    wanted: BTreeSet<String>,
    /// Figures by name that it prints somewhere, and that it hides somewhere.
    shown: BTreeSet<String>,
    hidden: BTreeSet<String>,
    sums: Vec<Sum>,
}

/// The groups of each breakdown, by its name: "district" → North, South.
pub(super) type Partitions = BTreeMap<String, BTreeSet<String>>;

/// A figure's name: what and when, and of which group. The same for a figure and for a table's row.
pub(super) fn name(what: &str, group: &str) -> String {
    format!("{}{PART}{group}", what.replace(" in the month of ", " in "))
}

/// The name of the figure that a cell is of.
pub(super) fn group_of(key: &str) -> &str {
    key.rsplit_once(PART).map_or(key, |it| it.0)
}

pub(super) fn number(name: &str, which: &str) -> String {
    format!("{name}{PART}{which}")
}

/// What a figure is of and when, without its group: as the caption of a table says it.
pub(super) fn what(figure: &Figure) -> String {
    format!(
        "{} {}",
        title(figure),
        when::words(&figure.basis, figure.from, figure.to)
    )
}

fn title(figure: &Figure) -> &str {
    let group = format!(": {}", figure.group);
    match figure.group.as_str() {
        "" => &figure.title,
        _ => figure.title.strip_suffix(&group).unwrap_or(&figure.title),
    }
}

/// A table by area or group: the figure it is of, its breakdown, and whether its rows are bands.
pub(super) fn breakdown(table: &Table) -> Option<(String, String)> {
    let by = table.headings.first()?.text.as_str();
    if by == "Band" {
        return Some((table.caption.clone(), by.to_lowercase()));
    }
    let by = by.to_lowercase();
    let what = table.caption.strip_suffix(&format!(", by {by}"))?;
    Some((what.to_owned(), by))
}

/// The rows of such a table that are of it, with the group of each; the whole has none.
pub(super) fn rows(table: &Table) -> impl Iterator<Item = (usize, &str)> {
    table.rows.iter().enumerate().filter_map(|(at, row)| {
        let group = row.first()?.shown.as_str();
        // Other bodies' figures beside ours ("England, 2016 to 2017") are no part of the sum.
        let is_theirs = group
            .rsplit_once(", ")
            .is_some_and(|(_, period)| period.contains(|it: char| it.is_ascii_digit()));
        match group {
            "All" => Some((at, "")),
            _ => (!is_theirs).then_some((at, group)),
        }
    })
}

/// The groups that tables name.
pub(super) fn partitions<'a>(papers: impl Iterator<Item = &'a Paper>) -> Partitions {
    let mut all = Partitions::new();
    for table in papers.flat_map(Paper::tables) {
        if let Some((what, by)) = breakdown(table) {
            // Bands are those of one measure; areas those of the council.
            let of = if by == "band" {
                format!("band of {}", when::about(&what))
            } else {
                by
            };
            let groups = rows(table)
                .map(|it| it.1.to_owned())
                .filter(|it| !it.is_empty());
            all.entry(of).or_default().extend(groups);
        }
    }
    all
}

/// Reads a paper by itself.
pub(super) fn read(paper: &Paper, partitions: &Partitions) -> Read {
    let mut read = Read::default();
    for figure in &paper.figures {
        read.figure(figure);
    }
    for table in paper.tables() {
        if let Some((what, by)) = breakdown(table) {
            read.table(table, &what, &by);
        }
    }
    read.add_up(partitions);
    read
}

impl Read {
    pub(super) fn figure(&mut self, figure: &Figure) {
        let what = what(figure);
        let name = name(&what, &figure.group);
        let whole = |it: Option<i64>| it.and_then(|it| u64::try_from(it).ok());
        let is_hidden = figure.is_hidden();
        self.seen(&name, is_hidden);
        let mark = if is_hidden {
            Mark::Beside
        } else {
            Mark::Published
        };
        match figure.unit.as_str() {
            "percent" => self.share(
                &name,
                whole(figure.numerator),
                whole(figure.denominator),
                mark,
            ),
            "count" | "rate" => self.cell(&name, "number", whole(figure.numerator), mark),
            "median working days" | "mean days" => {
                self.cell(&name, "all", whole(figure.denominator), mark);
            }
            "net" => {
                #[allow(clippy::cast_possible_truncation)] // a difference of counts
                let raised = figure.value.map(|it| it.round() as i64);
                let raised = raised.and_then(|it| RAISED.checked_add_signed(it));
                self.cell(&name, "net", raised, mark);
            }
            _ => {}
        }
    }

    pub(super) fn table(&mut self, table: &Table, what: &str, by: &str) {
        let column = |text: &str| table.headings.iter().position(|it| it.text == text);
        let (top, under) = (
            column("Number"),
            column("Out of").or_else(|| column("Cases")),
        );
        let rate = column("Children who live there").is_some();
        let marked = |column: Option<usize>| {
            column.is_none_or(|it| {
                rows(table).all(|(at, _)| {
                    let cell = table.rows[at].get(it);
                    cell.is_some_and(|it| it.shown == "c" || it.shown == NOT_SHOWN)
                })
            })
        };
        // Zeros are hidden in a line that shows no number at all, and nowhere else.
        let hidden_mark = if marked(top) && marked(under) {
            Mark::InLine
        } else {
            Mark::Beside
        };
        for (at, group) in rows(table) {
            let value = |column: Option<usize>| table.rows[at].get(column?).and_then(count);
            let hidden = |column: Option<usize>| {
                column
                    .and_then(|it| table.rows[at].get(it))
                    .is_some_and(|it| it.shown == "c")
            };
            let name = name(what, group);
            let is_hidden = hidden(top) || hidden(under);
            self.seen(&name, is_hidden);
            let if_hidden = |it: bool| if it { hidden_mark } else { Mark::Published };
            match (by, group) {
                // The sum of bands is what each band's percentage is of.
                ("band", "") => self.cell(&name, "all", value(top), if_hidden(is_hidden)),
                ("band", _) => self.cell(&name, "number", value(top), if_hidden(is_hidden)),
                _ if top.is_some() && under.is_some() && !rate => {
                    self.share(&name, value(top), value(under), if_hidden(is_hidden));
                }
                _ if top.is_some() => self.cell(&name, "number", value(top), if_hidden(is_hidden)),
                _ if under.is_some() => self.cell(&name, "all", value(under), if_hidden(is_hidden)),
                _ => {}
            }
        }
    }

    /// The number, the rest and all of a share. Hidden, its number or the rest is small: nobody can tell which.
    fn share(&mut self, name: &str, hits: Option<u64>, all: Option<u64>, mark: Mark) {
        let rest = hits.zip(all).and_then(|(hits, all)| all.checked_sub(hits));
        let all_mark = match mark {
            Mark::Published => Mark::Published,
            _ => Mark::Unprinted,
        };
        self.put(name, "number", hits, mark);
        self.put(name, "rest", rest, mark);
        self.put(name, "all", all, all_mark);
        self.sum_of_share(name);
    }

    fn sum_of_share(&mut self, name: &str) {
        self.sums.push(Sum {
            whole: number(name, "all"),
            parts: vec![number(name, "number"), number(name, "rest")],
        });
    }

    fn cell(&mut self, name: &str, which: &str, value: Option<u64>, mark: Mark) {
        self.put(name, which, value, mark);
    }

    /// A cell; where it stands twice, hidden in one place is hidden.
    fn put(&mut self, name: &str, which: &str, value: Option<u64>, mark: Mark) {
        if mark == Mark::Published && value.is_none() {
            return;
        }
        let key = number(name, which);
        if mark == Mark::Published {
            self.wanted.insert(key.clone());
        }
        let cell = Cell {
            key: key.clone(),
            value,
            mark,
            together: name.to_owned(),
        };
        let put = self.cells.entry(key).or_insert_with(|| cell.clone());
        if put.mark == Mark::Published && mark != Mark::Published {
            put.mark = mark;
        }
        put.value = put.value.or(value);
    }

    fn seen(&mut self, name: &str, is_hidden: bool) {
        let list = if is_hidden {
            &mut self.hidden
        } else {
            &mut self.shown
        };
        list.insert(name.to_owned());
    }

    /// Every cell that it prints or that is in a sum.
    pub(super) fn keys(&self) -> BTreeSet<String> {
        let in_sums = self
            .sums
            .iter()
            .flat_map(|it| it.parts.iter().chain([&it.whole]));
        self.cells.keys().chain(in_sums).cloned().collect()
    }

    /// The sums that a reader knows.
    fn add_up(&mut self, partitions: &Partitions) {
        // Areas are parts of a month that is part of a year, and months of an area of a year.
        for _ in 0..2 {
            self.months();
            self.parts(partitions);
        }
    }

    /// The months that make a longer time.
    fn months(&mut self) {
        for whole in self.keys() {
            let Some((what, group)) = group_of(&whole).split_once(PART) else {
                continue;
            };
            let which = &whole[group_of(&whole).len() + PART.len_utf8()..];
            let about = when::about(what);
            let months: Vec<String> = when::months(what)
                .iter()
                .map(|it| name(&format!("{about} in {}", it.words()), group))
                .collect();
            if months.is_empty() {
                continue;
            }
            let parts = months.iter().map(|it| number(it, which)).collect();
            if which == "rest" {
                months.iter().for_each(|it| self.sum_of_share(it));
            }
            self.sums.push(Sum { whole, parts });
        }
    }

    /// The sums of areas and bands, of every figure that is there by one of them.
    fn parts(&mut self, partitions: &Partitions) {
        let mut sums = Vec::new();
        let mut done = BTreeSet::new();
        let keys = self.keys();
        for key in &keys {
            let Some((what, group)) = group_of(key).split_once(PART) else {
                continue;
            };
            let which = &key[group_of(key).len() + PART.len_utf8()..];
            for (by, groups) in partitions {
                let is_band = by.strip_prefix("band of ");
                if !groups.contains(group)
                    || is_band.is_some_and(|it| it != when::about(what))
                    || !done.insert((what.to_owned(), which.to_owned(), by))
                {
                    continue;
                }
                let parts = groups
                    .iter()
                    .map(|it| number(&name(what, it), which))
                    .collect();
                match (is_band, which) {
                    (None, _) => sums.push(Sum {
                        whole: number(&name(what, ""), which),
                        parts,
                    }),
                    (Some(_), "number") => sums.push(Sum {
                        whole: number(&name(what, ""), "all"),
                        parts,
                    }),
                    // What each band is of is the same.
                    (Some(_), "all") => sums.extend(groups.iter().map(|it| Sum {
                        whole: number(&name(what, ""), "all"),
                        parts: vec![number(&name(what, it), "all")],
                    })),
                    _ => {}
                }
            }
        }
        self.sums.extend(sums);
    }

    /// Gives the cells that are not shown their true values; and those that it does not print, but that another paper does
    /// or that are in a sum with one: what they were then can come out beside what they are now.
    pub(super) fn know(
        &mut self,
        beneath: &Beneath,
        all: &BTreeSet<String>,
        partitions: &Partitions,
    ) {
        for key in all {
            let Some(known) = beneath.of(key) else {
                continue;
            };
            let cell = self.cells.entry(key.clone()).or_insert_with(|| Cell {
                key: key.clone(),
                value: None,
                mark: Mark::Unprinted,
                together: group_of(key).to_owned(),
            });
            if cell.mark != Mark::Published {
                cell.value = Some(known.value);
                cell.mark = known.mark().unwrap_or(cell.mark);
            }
        }
        self.add_up(partitions);
        relate(self, all, beneath);
    }

    /// The true value of a cell, where it is known.
    pub(super) fn value(&self, key: &str) -> Option<u64> {
        self.cells.get(key)?.value
    }

    /// Enters a number that is in a sum, unless it is there.
    pub(super) fn enter(&mut self, key: &str, value: u64, mark: Mark) {
        self.cells.entry(key.to_owned()).or_insert_with(|| Cell {
            key: key.to_owned(),
            value: Some(value),
            mark,
            together: group_of(key).to_owned(),
        });
    }

    /// Enters a sum.
    pub(super) fn add(&mut self, sum: Sum) {
        self.sums.push(sum);
    }

    /// Its cells.
    pub(super) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.values()
    }

    /// The paper as it would be published.
    pub(super) fn publication(&self) -> Publication {
        Publication {
            cells: self.cells.values().cloned().collect(),
            sums: self.sums.clone(),
        }
    }

    /// Figures that it shows somewhere.
    pub(super) fn shown(&self) -> impl Iterator<Item = &String> {
        self.shown.iter()
    }

    /// Figures that it hides somewhere.
    pub(super) fn hidden(&self) -> impl Iterator<Item = String> {
        self.hidden.iter().cloned()
    }

    /// Whether a figure of it counts children: a net does not.
    pub(super) fn counts(&self, name: &str) -> bool {
        self.cells.values().any(|it| it.together == name)
    }

    /// Hides a figure that it shows.
    pub(super) fn hide(&mut self, name: &str) {
        for cell in self.cells.values_mut().filter(|it| it.together == name) {
            if cell.mark == Mark::Published {
                cell.mark = Mark::Beside;
            }
        }
    }

    /// Whether it prints a cell.
    pub(super) fn is_wanted(&self, key: &str) -> bool {
        self.wanted.contains(key)
    }

    /// A figure in words: "Referrals in March 2018, North".
    pub(super) fn words(&self, name: &str) -> String {
        name.trim_end_matches(PART).replace(PART, ", ")
    }
}

/// The count in a cell.
fn count(cell: &Shown) -> Option<u64> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a whole number from 0
    match cell.value {
        Value::Number { value, places: 0 } if value >= 0.0 => Some(value as u64),
        _ => None,
    }
}
