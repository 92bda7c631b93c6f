//! A figure by area, team or group, beside the whole and every comparator: who differs more than chance explains (S-298,
//! S-302).

use crate::against::{Against, against};
use crate::amount::{amount, unit_heading, when};
use crate::audience::Audience;
use crate::chart::{part_headings, value_cell};
use crate::numbers::whole;
use crate::table::{Cell, Heading, Table};
use waymark_data::{Areas, Period};
use waymark_measures::disclosure::{self, Shown, Totals};
use waymark_measures::{Basis, By, Count, Figure, Groups, Measure, Parts, Unit};

/// A figure and its groups.
#[derive(Clone, Debug)]
pub struct Breakdown {
    /// The measure.
    pub measure: &'static Measure,
    /// By what.
    pub by: By,
    /// What it is a figure of.
    pub basis: Basis,
    /// Its days.
    pub period: Period,
    /// All children.
    pub all: Row,
    /// The groups, in the order of their breakdown. They are never ranked: inside what chance explains an order means
    /// nothing.
    pub rows: Vec<Row>,
    /// Others to look at beside them.
    pub comparators: Vec<Comparator>,
    /// The target in force.
    pub target: Option<f64>,
    /// Who reads.
    pub audience: Audience,
}

/// One group's figure.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name.
    pub name: String,
    /// Hits and cases.
    pub count: Count,
    /// Its numbers.
    pub parts: Parts,
}

/// Someone else's published figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparator {
    /// "England", "Statistical neighbours".
    pub name: String,
    /// In the measure's unit.
    pub value: f64,
    /// What it is of: "2016 to 2017".
    pub period: String,
}

/// A group as it may be seen.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    /// The group.
    pub row: &'a Row,
    /// Whether its numbers are hidden, for their own sake or for another's.
    pub hidden: bool,
    /// Against the whole.
    pub against: Against,
}

impl Breakdown {
    /// A figure by one of its breakdowns; none where its rows cannot tell (a list without teams).
    #[must_use]
    pub fn of(figure: &Figure, groups: &Groups, areas: &Areas, by: By) -> Option<Self> {
        let row = |group: usize| Row {
            name: groups.label(group).map_or("", |it| it.1).to_owned(),
            count: figure.groups.get(group).copied().unwrap_or_default(),
            parts: figure.group_parts(groups, group, areas),
        };
        let rows: Vec<Row> = groups
            .in_breakdown(by)
            .map(row)
            .filter(|row| row.count.cases > 0 || !row.name.starts_with("No "))
            .collect();
        rows.iter().any(|row| row.count.cases > 0).then(|| Self {
            measure: figure.measure,
            by,
            basis: figure.basis,
            period: figure.period,
            all: Row {
                name: "All".to_owned(),
                count: figure.count,
                parts: figure.parts(),
            },
            rows,
            comparators: Vec::new(),
            target: None,
            audience: Audience::Board,
        })
    }

    /// The whole and its groups as this audience may see them, in order. What would give a hidden number away is hidden
    /// with it.
    #[must_use]
    pub fn seen(&self) -> (Seen<'_>, Vec<Seen<'_>>) {
        let (all_hidden, hidden) = self.hidden();
        let seen = |row, hidden| Seen {
            row,
            hidden,
            against: if hidden {
                Against::Hidden
            } else if all_hidden {
                Against::NotCompared
            } else {
                against(self.measure.unit, &self.all, row)
            },
        };
        let rows = self
            .rows
            .iter()
            .zip(hidden)
            .map(|(row, hidden)| seen(row, hidden))
            .collect();
        let all = Seen {
            against: Against::NotCompared,
            ..seen(&self.all, all_hidden)
        };
        (all, rows)
    }

    fn hidden(&self) -> (bool, Vec<bool>) {
        let rule = self.audience.rule();
        let hits = |row: &Row| u64::from(row.count.hits.unsigned_abs());
        let cases = |row: &Row| u64::from(row.count.cases);
        let is_hidden = |shown: &Shown| *shown == Shown::Hidden;
        // Rows that no group holds: hidden sums must not come out by taking the groups from the whole.
        let rest = |of: fn(&Row) -> u64| {
            let sum: u64 = self.rows.iter().map(of).sum();
            of(&self.all).saturating_sub(sum)
        };
        let line = |of: fn(&Row) -> u64| {
            let mut counts: Vec<u64> = self.rows.iter().map(of).collect();
            counts.push(rest(of));
            let shown = disclosure::line(&counts, true, rule);
            let all = shown.total.as_ref().is_some_and(is_hidden);
            (all, shown.cells.iter().map(is_hidden).collect())
        };
        match self.measure.unit {
            Unit::Percent | Unit::Share => {
                let both = |row: &Row| [hits(row), cases(row).saturating_sub(hits(row))];
                let mut counts: Vec<[u64; 2]> = self.rows.iter().map(both).collect();
                let all = both(&self.all);
                let sum = |at: usize| counts.iter().map(|it| it[at]).sum::<u64>();
                let rest = [all[0].saturating_sub(sum(0)), all[1].saturating_sub(sum(1))];
                counts.push(rest);
                let shown = disclosure::table(&counts, Totals::ALL, rule);
                let rows = shown
                    .cells
                    .iter()
                    .zip(&shown.row_totals)
                    .map(|(cells, total)| cells.iter().any(is_hidden) || is_hidden(total));
                let all = shown.column_totals.iter().any(is_hidden)
                    || shown.total.as_ref().is_some_and(is_hidden);
                (all, rows.collect())
            }
            Unit::Count | Unit::Rate => line(|row| u64::from(row.count.hits.unsigned_abs())),
            Unit::MedianWorkingDays | Unit::MeanDays => line(|row| u64::from(row.count.cases)),
            // Nets of either sign add up in ways that a line of counts does not know: all or none.
            Unit::Net => {
                let any = self
                    .rows
                    .iter()
                    .chain([&self.all])
                    .any(|it| rule.hides(hits(it)));
                (rule.hides(hits(&self.all)), vec![any; self.rows.len()])
            }
        }
    }

    /// The target in force, where it is one for each group too: a number that all are to reach together is not.
    #[must_use]
    pub fn target_of_each(&self) -> Option<f64> {
        self.target
            .filter(|_| !matches!(self.measure.unit, Unit::Count | Unit::Net))
    }

    /// As a table: the whole, the groups, the comparators.
    #[must_use]
    pub fn table(&self) -> Table {
        let (top, under) = part_headings(self.measure.unit);
        let mut headings = vec![
            Heading::words(self.by.words()),
            Heading::numbers(unit_heading(self.measure)),
        ];
        headings.extend(top.map(Heading::numbers));
        headings.extend(under.map(Heading::numbers));
        headings.push(Heading::numbers("95% interval from"));
        headings.push(Heading::numbers("to"));
        headings.push(Heading::words("Against the whole"));
        let columns = headings.len();
        let caption = format!(
            "{} {}, by {}",
            self.measure.title,
            when(self.measure, self.basis, self.period),
            self.by.words().to_lowercase()
        );
        let mut table = Table::new(caption, headings);
        let (all, rows) = self.seen();
        for seen in std::iter::once(&all).chain(&rows) {
            let parts = &seen.row.parts;
            let cell = |cell: Option<Cell>| match (seen.hidden, cell) {
                (true, _) => Cell::words("c"),
                (false, cell) => cell.unwrap_or_else(Cell::blank),
            };
            let unit = self.measure.unit;
            let mut row = vec![
                Cell::words(seen.row.name.as_str()),
                cell(parts.value.map(|value| value_cell(unit, value))),
            ];
            if top.is_some() {
                row.push(cell(parts.numerator.map(Cell::whole)));
            }
            if under.is_some() {
                row.push(cell(parts.denominator.map(Cell::whole)));
            }
            let limit = |end: Option<f64>| cell(end.map(Cell::decimal));
            row.extend([limit(parts.low), limit(parts.high)]);
            row.push(Cell::words(seen.against.words(self.measure.good)));
            table.rows.push(row);
        }
        for other in &self.comparators {
            let mut row = vec![
                Cell::words(format!("{}, {}", other.name, other.period)),
                value_cell(self.measure.unit, other.value),
            ];
            row.resize(columns, Cell::blank());
            table.rows.push(row);
        }
        table
    }

    /// What the groups say, in a sentence or two.
    #[must_use]
    pub fn sentence(&self) -> String {
        let (_, rows) = self.seen();
        let named = |wanted: fn(&Against) -> bool| -> Vec<String> {
            rows.iter()
                .filter(|it| wanted(&it.against))
                .map(|it| {
                    let way = match it.against {
                        Against::WorthAsking { higher: true } | Against::Watch { higher: true } => {
                            "higher"
                        }
                        _ => "lower",
                    };
                    let figure = amount(self.measure, it.row.count, &it.row.parts);
                    format!("{} is {way} at {figure}", it.row.name)
                })
                .collect()
        };
        let asking = named(|it| matches!(it, Against::WorthAsking { .. }));
        let watched = named(|it| matches!(it, Against::Watch { .. }));
        let judged = rows.iter().filter(|it| it.against.is_judged()).count();
        if let Some(said) = self.most_and_least(&rows) {
            return said;
        }
        if judged == 0 {
            return "The groups are not compared: too few, hidden, or not a kind of figure that chance can be reckoned for."
                .to_owned();
        }
        let mut text = Vec::new();
        if !asking.is_empty() {
            text.push(format!("Worth asking about: {}.", asking.join("; ")));
        }
        if !watched.is_empty() {
            let one_in_twenty = f64::from(u32::try_from(judged).unwrap_or(0));
            let luck = (1.0 - 0.95_f64.powf(one_in_twenty)) * 100.0;
            text.push(format!(
                "To watch: {}; among {} groups, at least one so far off comes by luck alone {} times in 100.",
                watched.join("; "),
                whole(i64::try_from(judged).unwrap_or(0)),
                crate::numbers::short(luck.round())
            ));
        }
        let others = judged - asking.len() - watched.len();
        text.push(match (others, text.is_empty()) {
            (0, _) => return text.join(" "),
            (_, true) => "No group differs from the whole by more than chance explains.".to_owned(),
            (1, false) => "In the other one there is no evidence of a difference.".to_owned(),
            (others, false) => format!(
                "In the other {} there is no evidence of a difference.",
                crate::numbers::in_words(others)
            ),
        });
        text.join(" ")
    }

    /// Of figures that chance cannot be reckoned for: the largest and the smallest that may be seen.
    fn most_and_least(&self, rows: &[Seen<'_>]) -> Option<String> {
        let (most, least, why) = match self.measure.unit {
            Unit::Count | Unit::Net => (
                "Most",
                "fewest",
                "Numbers alone are not compared, because the groups differ in size.",
            ),
            Unit::MedianWorkingDays | Unit::MeanDays => (
                "Longest",
                "shortest",
                "How much of that is chance cannot be reckoned for this kind of figure.",
            ),
            Unit::Percent | Unit::Share | Unit::Rate => return None,
        };
        let mut seen: Vec<(f64, &Row)> = rows
            .iter()
            .filter(|it| !it.hidden)
            .filter_map(|it| Some((it.row.parts.value?, it.row)))
            .collect();
        seen.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (first, last) = (seen.first()?, seen.last()?);
        let told = |of: &(f64, &Row)| {
            let names: Vec<&str> = seen
                .iter()
                .filter(|it| it.0.total_cmp(&of.0).is_eq())
                .map(|it| it.1.name.as_str())
                .collect();
            let figure = amount(self.measure, of.1.count, &of.1.parts);
            let each = if names.len() > 1 { ", each" } else { "" };
            format!("{}{each} ({figure})", names.join(", "))
        };
        if first.0.total_cmp(&last.0).is_eq() {
            return (seen.len() > 1).then(|| format!("All alike: {}. {why}", told(first)));
        }
        let among = match rows.iter().any(|it| it.hidden) {
            true => "Of those shown: ",
            false => "",
        };
        let most = match among {
            "" => most.to_owned(),
            _ => most.to_lowercase(),
        };
        Some(format!(
            "{among}{most} in {}, {least} in {}. {why}",
            told(first),
            told(last)
        ))
    }
}
