//! What an upload changes in what the pages show: each measure before and after.

use crate::county::County;
use crate::house::House;
use crate::problem::Problem;
use waymark_govuk::{Cell, Table};
use waymark_measures::history::CutFigures;
use waymark_measures::{Basis, Figure, Measure, Unit};
use waymark_store::Upload;

/// What it changes, as the page shows it.
pub(super) struct Changes {
    pub(super) table: Option<Table>,
    pub(super) rest: usize,
    pub(super) same: usize,
}

/// What the pages showed without this upload, beside what they show with it.
pub(super) async fn what_changes(
    house: &House,
    county: &County,
    upload: &Upload,
    all: &[Upload],
) -> Result<Option<Changes>, Problem> {
    let Some(at) = county
        .cuts
        .iter()
        .position(|it| it.uploads.contains(&upload.id))
    else {
        return Ok(None);
    };
    let now = &county.cuts[at];
    let older: Vec<&Upload> = all
        .iter()
        .filter(|it| now.uploads.contains(&it.id) && it.id < upload.id)
        .collect();
    let alone = county.figures_of(house.store(), &older).await?;
    let (before, from) = match (&alone, at.checked_sub(1).and_then(|it| county.cuts.get(it))) {
        (Some(figures), _) => (
            Some(figures),
            format!("{} without this upload", now.cut.as_at.words()),
        ),
        (None, Some(cut)) => (
            Some(&cut.figures),
            format!("Return of {}", cut.cut.as_at.words()),
        ),
        (None, None) => (None, "Before".to_owned()),
    };
    // A newer upload of the day may have superseded some of its lists since: that is the newer one's change.
    let newer = now.uploads.iter().any(|it| *it > upload.id);
    let by_then = if newer {
        let with: Vec<&Upload> = all
            .iter()
            .filter(|it| now.uploads.contains(&it.id) && it.id <= upload.id)
            .collect();
        county.figures_of(house.store(), &with).await?
    } else {
        None
    };
    let (changes, same) = changes(before, Some(by_then.as_ref().unwrap_or(&now.figures)));
    Ok(Some(shown(
        changes,
        same,
        from,
        format!("Return of {}", now.cut.as_at.words()),
    )))
}

/// The most changes that a page shows.
pub(super) const SHOWN: usize = 15;

fn shown(mut changes: Vec<Change>, same: usize, from: String, to: String) -> Changes {
    let rest = changes.len().saturating_sub(SHOWN);
    changes.truncate(SHOWN);
    Changes {
        table: changes_table("The biggest changes", &changes, &from, &to),
        rest,
        same,
    }
}

pub(super) fn changes_table(
    caption: &str,
    changes: &[Change],
    from: &str,
    to: &str,
) -> Option<Table> {
    let none = || "No figure".to_owned();
    let rows: Vec<Vec<Cell>> = changes
        .iter()
        .map(|it| {
            vec![
                Cell::new(it.measure.title),
                Cell::new(it.before.clone().unwrap_or_else(none)),
                Cell::new(it.after.clone().unwrap_or_else(none)),
            ]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        Table::new(caption)
            .caption_classes("govuk-table__caption--s")
            .head([Cell::new("Measure"), Cell::new(from), Cell::new(to)])
            .rows(rows)
    })
}

/// A measure that says something else.
pub(crate) struct Change {
    /// The measure.
    pub(crate) measure: &'static Measure,
    /// Before, with when it is of.
    pub(crate) before: Option<String>,
    /// After.
    pub(crate) after: Option<String>,
    /// How much, for the order: points of a percentage, percent of everything else.
    weight: f64,
}

/// Every measure whose latest figure differs between two states, the biggest change first; and how many do not.
pub(crate) fn changes(
    before: Option<&CutFigures>,
    after: Option<&CutFigures>,
) -> (Vec<Change>, usize) {
    let mut same = 0;
    let mut changes: Vec<Change> = waymark_measures::catalogue::all()
        .filter(|it| it.bands.is_empty())
        .filter_map(|measure| {
            let was = before.and_then(|it| headline(it, measure));
            let is = after.and_then(|it| headline(it, measure));
            let said = |it: Option<&Figure>| it.map(|it| (it.parts().value, it.count));
            if was.is_none() && is.is_none() {
                return None;
            }
            if said(was) == said(is) {
                same += 1;
                return None;
            }
            Some(Change {
                measure,
                before: was.map(words),
                after: is.map(words),
                weight: weight(measure, was, is),
            })
        })
        .collect();
    changes.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    (changes, same)
}

/// The figure that a measure is known by in a cut: its state at the latest day, else its latest whole month, else its
/// latest year, else the whole return.
fn headline<'a>(cut: &'a CutFigures, measure: &Measure) -> Option<&'a Figure> {
    let figures = cut.figures(measure);
    [
        Basis::SnapshotMonthly,
        Basis::SnapshotAsAt,
        Basis::Month,
        Basis::Rolling12,
        Basis::Return,
    ]
    .into_iter()
    .find_map(|basis| {
        figures
            .iter()
            .filter(|it| it.basis == basis)
            .max_by_key(|it| it.period.to)
    })
}

fn weight(measure: &Measure, was: Option<&Figure>, is: Option<&Figure>) -> f64 {
    let value = |it: Option<&Figure>| it.and_then(|it| it.parts().value);
    match (value(was), value(is)) {
        (Some(was), Some(is)) if matches!(measure.unit, Unit::Percent) => (is - was).abs(),
        (Some(was), Some(is)) => (is - was).abs() * 100.0 / was.abs().max(10.0),
        // A figure that comes or goes matters more than any that moves.
        _ => f64::MAX,
    }
}

fn words(figure: &Figure) -> String {
    let said = waymark_report::amount(figure.measure, figure.count, &figure.parts());
    format!(
        "{said}, {}",
        waymark_report::when(figure.measure, figure.basis, figure.period)
    )
}
