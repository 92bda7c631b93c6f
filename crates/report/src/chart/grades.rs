//! Grades of cases, as one stacked bar for each period or team, with the number of cases beside it.

use super::legend::{self, Entry};
use super::svg::{Anchor, HALO, Svg, colour, fitted, text_width};
use super::tally::{float, whole, whole_cell};
use super::{Drawn, Size};
use crate::numbers::{percent, short};
use crate::table::{Cell, Heading, Table};
use waymark_measures::signals::{Interval, wilson};

/// Cases by grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grades {
    /// What was graded: "Case file audits".
    pub title: String,
    /// What a bar is of, as a heading: "Month", "Team".
    pub by: String,
    /// The grades, best first: "Outstanding", "Good", "Requires improvement", "Inadequate".
    pub grades: Vec<String>,
    /// How many of the first grades are taken together, and what they are called: 2 and "good or better".
    pub top: (usize, String),
    /// The bars, in their own order.
    pub bars: Vec<Bar>,
}

/// A bar: the cases of a period or team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// Its cases by grade, as the readers may see them; none is hidden. A grade left out counts none.
    ///
    /// Where one is hidden the bar is not drawn and neither its total nor a share is given: either would help to work the
    /// hidden one out.
    pub counts: Vec<Option<u64>>,
}

/// Fillings that differ in print: a ground from dark to light, and what is drawn over it.
const FILLINGS: [(&str, &str); 6] = [
    ("#12436d", ""),
    (
        "#a9cbe6",
        "<path d=\"M0 8L8 0M-2 2L2 -2M6 10L10 6\" stroke=\"#12436d\" stroke-width=\"1.5\"/>",
    ),
    (
        "#ffffff",
        "<circle cx=\"4\" cy=\"4\" r=\"1.6\" fill=\"#0b0c0c\"/>",
    ),
    (
        "#f46a25",
        "<path d=\"M0 4H8M4 0V8\" stroke=\"#0b0c0c\" stroke-width=\"1.5\"/>",
    ),
    (
        "#e8e8e8",
        "<path d=\"M0 2H8M0 6H8\" stroke=\"#505a5f\" stroke-width=\"1\"/>",
    ),
    (
        "#ffffff",
        "<path d=\"M2 0V8M6 0V8\" stroke=\"#505a5f\" stroke-width=\"1\"/>",
    ),
];

/// The chart in both sizes, with its table and sentence. `id` must be unique in the page.
#[must_use]
pub fn grades(grades: &Grades, id: &str) -> Drawn {
    Drawn {
        wide: drawn(grades, id, Size::Wide),
        narrow: drawn(grades, &format!("{id}-narrow"), Size::Narrow),
        table: table(grades),
        sentence: sentence(grades),
    }
}

impl Bar {
    /// The count of a grade, where it may be seen.
    fn count(&self, grade: usize) -> Option<u64> {
        self.counts.get(grade).copied().unwrap_or(Some(0))
    }

    fn is_hidden(&self) -> bool {
        self.counts.iter().any(Option::is_none)
    }

    /// How many cases, where that may be said.
    fn all(&self, grades: usize) -> Option<u64> {
        (0..grades).try_fold(0_u64, |sum, grade| {
            Some(sum.saturating_add(self.count(grade)?))
        })
    }

    /// Cases of the top grades, of all, and the interval of their share in percent.
    fn top(&self, of: &Grades) -> Option<(u64, u64, Interval)> {
        if self.is_hidden() {
            return None;
        }
        let all = self.all(of.grades.len())?;
        let top = self.all(of.top.0.min(of.grades.len()))?;
        Some((top, all, wilson(top, all)?.times(100.0)))
    }
}

fn share(count: u64, all: u64) -> f64 {
    float(count) / float(all.max(1)) * 100.0
}

/// "1 case", "8 cases".
fn cases(number: u64) -> String {
    crate::numbers::counted(whole(number), "case")
}

fn sentence(of: &Grades) -> String {
    let words = &of.top.1;
    let Some(last) = of.bars.last() else {
        return format!("{}: nothing has been graded.", of.title);
    };
    let told = |bar: &Bar| {
        let (top, all, interval) = bar.top(of)?;
        Some(format!(
            "{} of {} ({}) were {words}; with so many cases that may stand for anything from {} to {}",
            percent(share(top, all)),
            cases(all),
            crate::numbers::whole(whole(top)),
            percent(interval.low),
            percent(interval.high)
        ))
    };
    let mut said = vec![match told(last) {
        Some(told) => format!("{}, {}: {told}.", of.title, last.name),
        None if last.is_hidden() => format!(
            "{}, {}: hidden (c), because a grade counts few.",
            of.title, last.name
        ),
        None => format!("{}, {}: no cases.", of.title, last.name),
    }];
    if let (Some(now), Some((first, before))) = (
        last.top(of),
        of.bars[..of.bars.len() - 1]
            .iter()
            .find_map(|bar| Some((bar, bar.top(of)?))),
    ) {
        let apart = now.2.low > before.2.high || now.2.high < before.2.low;
        let verdict = if apart {
            "their intervals do not overlap"
        } else {
            "their intervals overlap, so that is no evidence of a difference"
        };
        said.push(format!(
            "{}: {} of {}; {verdict}.",
            first.name,
            percent(share(before.0, before.1)),
            cases(before.1)
        ));
    }
    said.join(" ")
}

fn table(of: &Grades) -> Table {
    let mut headings = vec![Heading::words(of.by.as_str()), Heading::numbers("Cases")];
    headings.extend(of.grades.iter().map(Heading::numbers));
    headings.push(Heading::numbers(format!("Percentage {}", of.top.1)));
    headings.push(Heading::numbers("95% interval from"));
    headings.push(Heading::numbers("to"));
    let mut table = Table::new(of.title.as_str(), headings);
    for bar in &of.bars {
        let hidden = bar.is_hidden();
        let or_c = |cell: Option<Cell>| match (hidden, cell) {
            (true, _) => Cell::words("c"),
            (false, cell) => cell.unwrap_or_else(Cell::blank),
        };
        let top = bar.top(of);
        let mut row = vec![
            Cell::words(bar.name.as_str()),
            or_c(bar.all(of.grades.len()).map(whole_cell)),
        ];
        row.extend((0..of.grades.len()).map(|grade| {
            bar.count(grade)
                .map_or_else(|| Cell::words("c"), whole_cell)
        }));
        row.push(or_c(top.map(|it| Cell::decimal(share(it.0, it.1)))));
        row.push(or_c(top.map(|it| Cell::decimal(it.2.low))));
        row.push(or_c(top.map(|it| Cell::decimal(it.2.high))));
        table.rows.push(row);
    }
    table
}

fn drawn(of: &Grades, id: &str, size: Size) -> String {
    let text = size.text();
    let mut svg = Svg::new();
    let (left, right) = (14.0, size.width() - 14.0);
    let used = of.grades.len().min(FILLINGS.len());
    for (n, (ground, marks)) in FILLINGS.iter().take(used).enumerate() {
        svg.pattern(&format!("{id}-grade{n}"), ground, marks);
    }
    let row_height = text * 3.1;
    let mut y = 4.0;
    for bar in &of.bars {
        heading(&mut svg, bar, of, (left, right, y), text);
        let box_ = (left, y + text * 1.4, right - left, text * 1.3);
        match bar.all(of.grades.len()) {
            Some(all) if !bar.is_hidden() && all > 0 => {
                stacked(&mut svg, bar, of, (id, all), box_, text);
            }
            _ => {
                let line = format!(
                    "fill=\"#ffffff\" stroke=\"{}\" stroke-dasharray=\"3 3\"",
                    colour::GREY
                );
                svg.rect((box_.0, box_.1), (box_.2, box_.3), &line);
                let words = if bar.is_hidden() { "c" } else { "no cases" };
                let at = (left + 6.0, box_.1 + text);
                svg.text(at, text, Anchor::Start, words, "");
            }
        }
        y += row_height;
    }
    for share in [0.0, 50.0, 100.0] {
        let x = left + (right - left) * share / 100.0;
        let grid = format!("stroke=\"{}\" stroke-width=\"1\"", colour::GREY);
        svg.line((x, y - 4.0), (x, y + 2.0), &grid);
        let anchor = match share {
            0.0 => Anchor::Start,
            50.0 => Anchor::Middle,
            _ => Anchor::End,
        };
        let label = format!("{}%", short(share));
        svg.text((x, y + 4.0 + text), text, anchor, &label, "");
    }
    let mut key: Vec<Entry> = of
        .grades
        .iter()
        .enumerate()
        .map(|(n, grade)| Entry::Swatch(filling(id, n), grade.clone()))
        .collect();
    key.push(Entry::Words("Numbers in the bars are cases.".to_owned()));
    if of.bars.iter().any(Bar::is_hidden) {
        key.push(Entry::Words(super::plane::HIDDEN.to_owned()));
    }
    let top = y + text * 1.8;
    let height = legend::draw(&mut svg, &key, (left, top), right - left, text);
    let description = format!(
        "{} The figures are in the table with this chart.",
        sentence(of)
    );
    svg.finish(
        id,
        size.class(),
        (size.width(), top + height),
        (&of.title, &description),
    )
}

/// A seventh grade and more have the fillings of the first again: no scale of grades is that long.
fn filling(id: &str, grade: usize) -> String {
    let id = super::svg::escape(id);
    format!("fill=\"url(#{id}-grade{})\"", grade % FILLINGS.len())
}

/// Over its bar: the name at the left; the share of the top grades with its number of cases at the right.
fn heading(svg: &mut Svg, bar: &Bar, of: &Grades, (left, right, y): (f64, f64, f64), text: f64) {
    let figure = match bar.top(of) {
        Some((top, all, _)) => {
            let long = format!(
                "{} of {} {}",
                percent(share(top, all)),
                cases(all),
                of.top.1
            );
            if text_width(&long, text) < (right - left) * 0.65 {
                long
            } else {
                format!("{} of {}", percent(share(top, all)), cases(all))
            }
        }
        None if bar.is_hidden() => "hidden (c)".to_owned(),
        None => "no cases".to_owned(),
    };
    let room = right - left - text_width(&figure, text) - 12.0;
    let name = fitted(&bar.name, room, text * 1.08);
    let bold = "font-weight=\"bold\"";
    svg.text((left, y + text), text, Anchor::Start, &name, bold);
    svg.text((right, y + text), text, Anchor::End, &figure, "");
}

/// The parts of a bar, each with its number on a plate where that fits.
fn stacked(
    svg: &mut Svg,
    bar: &Bar,
    of: &Grades,
    (id, all): (&str, u64),
    (left, top, width, height): (f64, f64, f64, f64),
    text: f64,
) {
    let mut from = left;
    for grade in 0..of.grades.len() {
        let count = bar.count(grade).unwrap_or(0);
        if count == 0 {
            continue;
        }
        let part = width * float(count) / float(all);
        let attributes = format!(
            "{} stroke=\"#0b0c0c\" stroke-width=\"1\"",
            filling(id, grade)
        );
        svg.rect((from, top), (part, height), &attributes);
        let label = crate::numbers::whole(whole(count));
        let plate = text_width(&label, text) + 6.0;
        if plate + 4.0 <= part {
            let middle = from + part / 2.0;
            svg.rect(
                (middle - plate / 2.0, top + 1.5),
                (plate, height - 3.0),
                "fill=\"#ffffff\"",
            );
            svg.text((middle, top + text), text, Anchor::Middle, &label, HALO);
        }
        from += part;
    }
}
