//! A share: how its cases fall into bands, period by period.

use crate::county::County;
use crate::words::capital;
use waymark_data::{Day, Period};
use waymark_measures::disclosure::{self, Shown};
use waymark_measures::history::{Point, Whom};
use waymark_measures::{Basis, Measure};
use waymark_report::numbers::{percent, whole};
use waymark_report::{Audience, Cell, Heading, Table, chart_basis, name_of, numbers, when};

/// The bands of a share.
pub struct Bands {
    /// The measure.
    pub measure: &'static Measure,
    /// What each row is of.
    pub basis: Basis,
    /// Its periods, the latest first.
    pub rows: Vec<BandRow>,
}

/// One period of a share.
pub struct BandRow {
    /// Its days.
    pub period: Period,
    /// The return that says so.
    pub as_at: Day,
    /// Each band's count and its percentage of the cases, in the order of the bands.
    pub cells: Vec<(Shown, Option<f64>)>,
    /// All cases.
    pub total: Shown,
}

impl Bands {
    /// The bands of a measure over all returns; none where no return answers it.
    pub(super) fn of(
        county: &County,
        measure: &'static Measure,
        audience: Audience,
    ) -> Option<Self> {
        let basis = chart_basis(measure)?;
        let bands: Vec<Vec<Point>> = (0..measure.bands.len())
            .map(|band| county.series(measure, u8::try_from(band).ok(), basis, Whom::All))
            .collect();
        let mut rows: Vec<BandRow> = (0..bands.first()?.len())
            .rev()
            .filter_map(|at| {
                let points: Vec<&Point> = bands.iter().filter_map(|it| it.get(at)).collect();
                (points.len() == bands.len()).then(|| row(&points, audience))
            })
            .collect();
        // Windows that overlap differ by a few cases each month, and to the public a few are not told.
        if audience == Audience::Public && matches!(basis, Basis::Rolling12 | Basis::Return) {
            rows.truncate(1);
        }
        (!rows.is_empty()).then_some(Self {
            measure,
            basis,
            rows,
        })
    }

    /// The period it speaks of and how many cases it counts.
    pub(super) fn latest_words(&self) -> String {
        self.rows.first().map_or_else(String::new, |row| {
            format!(
                "{} cases {}, in {} groups",
                numbers::shown(row.total),
                when(self.measure, self.basis, row.period),
                self.measure.bands.len()
            )
        })
    }

    /// One period's bands as a table: each band, its count, its share.
    #[must_use]
    pub fn table(&self, period: Period) -> Option<Table> {
        let row = self.rows.iter().find(|it| it.period == period)?;
        let caption = format!(
            "{} {}",
            self.measure.title,
            when(self.measure, self.basis, period)
        );
        let headings = [
            Heading::words("Group"),
            Heading::numbers("Number"),
            Heading::numbers("Percentage"),
        ];
        let mut table = Table::new(caption, headings);
        for (label, (count, share)) in self.measure.bands.iter().zip(&row.cells) {
            let share = match count {
                Shown::Hidden => Cell::words("c"),
                _ => Cell::maybe(*share, Cell::decimal),
            };
            table
                .rows
                .push(vec![Cell::words(*label), Cell::of_shown(*count), share]);
        }
        table.rows.push(vec![
            Cell::words("All"),
            Cell::of_shown(row.total),
            Cell::blank(),
        ]);
        Some(table)
    }

    /// Every period, latest first: a column for each band.
    #[must_use]
    pub fn history(&self) -> Table {
        let mut headings = vec![Heading::words("Period")];
        headings.extend(self.measure.bands.iter().map(|it| Heading::numbers(*it)));
        headings.push(Heading::numbers("All"));
        headings.push(Heading::words("Data as at"));
        let mut table = Table::new(self.measure.title, headings);
        for row in &self.rows {
            let mut cells = vec![Cell::words(capital(&name_of(self.basis, row.period)))];
            cells.extend(row.cells.iter().map(|(count, _)| Cell::of_shown(*count)));
            cells.push(Cell::of_shown(row.total));
            cells.push(Cell::day(row.as_at));
            table.rows.push(cells);
        }
        table
    }

    /// The largest bands of a period, in a sentence.
    #[must_use]
    pub fn sentence(&self, period: Period) -> Option<String> {
        let row = self.rows.iter().find(|it| it.period == period)?;
        let mut seen: Vec<(&str, u64, f64)> = self
            .measure
            .bands
            .iter()
            .zip(&row.cells)
            .filter_map(|(label, cell)| match cell {
                (Shown::Number(count), Some(share)) if *count > 0 => Some((*label, *count, *share)),
                _ => None,
            })
            .collect();
        seen.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        let most: Vec<String> = seen
            .iter()
            .take(3)
            .map(|(label, count, share)| {
                let count = i64::try_from(*count).unwrap_or(i64::MAX);
                format!("{label} {} ({})", percent(*share), whole(count))
            })
            .collect();
        let when = when(self.measure, self.basis, period);
        Some(if most.is_empty() {
            format!("Nobody was counted {when}.")
        } else {
            format!(
                "Most {when}: {}, of {} in all.",
                most.join(", "),
                numbers::shown(row.total)
            )
        })
    }
}

fn row(points: &[&Point], audience: Audience) -> BandRow {
    let counts: Vec<u64> = points
        .iter()
        .map(|it| u64::from(it.count.hits.unsigned_abs()))
        .collect();
    let shown = disclosure::line(&counts, true, audience.rule());
    let cells = shown
        .cells
        .iter()
        .zip(points)
        .map(|(count, point)| {
            let share = point.parts.value.filter(|_| *count != Shown::Hidden);
            (*count, share)
        })
        .collect();
    BandRow {
        period: points[0].period,
        as_at: points[0].as_at,
        cells,
        total: shown.total.unwrap_or(Shown::NotApplicable),
    }
}
