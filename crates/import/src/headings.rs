//! Finds the row of headings of a table, and which published table they are.

use crate::ReturnKind;
use crate::error::Nearest;
use crate::limits::FIT;
use std::collections::HashMap;
use std::sync::LazyLock;
use waymark_data::table::heading;
use waymark_data::{Place, TableSpec};

/// A published table, and its return.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    pub(crate) kind: ReturnKind,
    pub(crate) spec: &'static TableSpec,
    /// Its place among the tables of its return.
    pub(crate) order: usize,
}

/// Where the headings stand among the first rows, and whose they are.
#[derive(Debug)]
pub(crate) struct Located {
    pub(crate) table: Known,
    /// The first row of headings, from 0 among the rows given.
    pub(crate) row: usize,
    /// One row of headings, or two.
    pub(crate) rows: usize,
    /// The headings as written.
    pub(crate) headings: Vec<String>,
    /// Found, out of the union.
    pub(crate) fit: f64,
}

/// Every table that comes as rows with headings. (The CIN census comes as XML only.)
struct Index {
    tables: Vec<Known>,
    by_heading: HashMap<String, Vec<usize>>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let kinds = [ReturnKind::AnnexA, ReturnKind::Ssda903, ReturnKind::Ssd];
    let mut tables = Vec::new();
    let mut by_heading: HashMap<String, Vec<usize>> = HashMap::new();
    for kind in kinds {
        for (order, spec) in kind.tables().iter().enumerate() {
            for column in &spec.columns {
                by_heading
                    .entry(heading(&column.name))
                    .or_default()
                    .push(tables.len());
            }
            tables.push(Known { kind, spec, order });
        }
    }
    Index { tables, by_heading }
});

/// The table that a row of folded headings fits best, and how well: as `TableSpec::fit`, over all tables at once.
fn best(folded: &[String]) -> Option<(usize, f64)> {
    let mut given: Vec<&str> = folded
        .iter()
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    given.sort_unstable();
    given.dedup();
    let mut found = vec![0usize; INDEX.tables.len()];
    for name in &given {
        for table in INDEX.by_heading.get(*name).into_iter().flatten() {
            found[*table] += 1;
        }
    }
    let mut best: Option<(usize, f64)> = None;
    for (at, found) in found.into_iter().enumerate().filter(|(_, it)| *it > 0) {
        let union = given.len() + INDEX.tables[at].spec.columns.len() - found;
        #[allow(clippy::cast_precision_loss)] // fewer than 16,384 columns
        let fit = found as f64 / union as f64;
        if best.is_none_or(|(_, known)| fit > known) {
            best = Some((at, fit));
        }
    }
    best
}

/// The row, or the two rows, of `rows` that fit a table best. Each row is its line in the file and its texts.
pub(crate) fn locate(rows: &[(u32, Vec<String>)]) -> Option<Located> {
    let folded: Vec<Vec<String>> = rows
        .iter()
        .map(|(_, cells)| cells.iter().map(|it| heading(it)).collect())
        .collect();
    let single: Vec<Option<(usize, f64)>> = folded.iter().map(|it| best(it)).collect();
    let mut out: Option<Located> = None;
    let mut offer =
        |table: usize, fit: f64, row: usize, rows: usize, headings: &dyn Fn() -> Vec<String>| {
            if out.as_ref().is_none_or(|known| fit > known.fit) {
                out = Some(Located {
                    table: INDEX.tables[table],
                    row,
                    rows,
                    headings: headings(),
                    fit,
                });
            }
        };
    for row in 0..rows.len() {
        if let Some((table, fit)) = single[row] {
            offer(table, fit, row, 1, &|| rows[row].1.clone());
        }
    }
    for row in 0..rows.len().saturating_sub(1) {
        if rows[row].0 + 1 != rows[row + 1].0 {
            continue;
        }
        for join in [lower_or_upper, upper_and_lower] {
            let joined = join(&rows[row].1, &rows[row + 1].1);
            let folded: Vec<String> = joined.iter().map(|it| heading(it)).collect();
            if let Some((table, fit)) = best(&folded)
                && fit >= FIT
            {
                offer(table, fit, row, 2, &|| joined.clone());
            }
        }
    }
    out
}

/// Merged headings: the lower row names the column where it holds something, else the upper.
fn lower_or_upper(upper: &[String], lower: &[String]) -> Vec<String> {
    pairs(upper, lower)
        .map(|(upper, lower)| {
            if lower.trim().is_empty() {
                upper
            } else {
                lower
            }
            .to_owned()
        })
        .collect()
}

/// A heading broken over two rows: "Date of" above "Birth".
fn upper_and_lower(upper: &[String], lower: &[String]) -> Vec<String> {
    pairs(upper, lower)
        .map(|(upper, lower)| {
            format!("{} {}", upper.trim(), lower.trim())
                .trim()
                .to_owned()
        })
        .collect()
}

fn pairs<'a>(upper: &'a [String], lower: &'a [String]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let cell = |row: &'a [String], at: usize| row.get(at).map_or("", String::as_str);
    (0..upper.len().max(lower.len())).map(move |at| (cell(upper, at), cell(lower, at)))
}

impl Located {
    /// What keeps it from being the table.
    pub(crate) fn nearest(&self, place: &Place) -> Nearest {
        let given: Vec<String> = self.headings.iter().map(|it| heading(it)).collect();
        let columns = || self.table.spec.columns.iter();
        Nearest {
            table: title(&self.table),
            place: place.clone(),
            not_found: columns()
                .filter(|it| !given.contains(&heading(&it.name)))
                .map(|it| it.name.clone())
                .collect(),
            others: self
                .headings
                .iter()
                .zip(&given)
                .filter(|(_, folded)| {
                    !folded.is_empty() && !columns().any(|it| heading(&it.name) == **folded)
                })
                .map(|(written, _)| written.trim().to_owned())
                .collect(),
            fit: self.fit,
        }
    }
}

/// "list 4 (Assessments)".
pub(crate) fn title(table: &Known) -> String {
    format!("{} ({})", table.spec.name, table.spec.title)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn rows(text: &[&str]) -> Vec<(u32, Vec<String>)> {
        let cells = |line: &str| line.split('|').map(str::to_owned).collect();
        (1..).zip(text.iter().map(|it| cells(it))).collect()
    }

    #[test]
    fn the_fit_is_that_of_the_definitions() {
        for table in &INDEX.tables {
            let mut names: Vec<&str> = table
                .spec
                .columns
                .iter()
                .map(|it| it.name.as_str())
                .collect();
            names.push("Local note");
            let folded: Vec<String> = names.iter().map(|it| heading(it)).collect();
            let (found, fit) = best(&folded).unwrap();
            assert_eq!(INDEX.tables[found].spec.name, table.spec.name);
            assert!((fit - table.spec.fit(&names)).abs() < 1e-12);
        }
    }

    #[test]
    fn headings_stand_below_a_title_in_two_rows_or_broken_in_two() {
        let one =
            "Child Unique ID|Gender|Ethnicity|Date of Birth|Age|Date of Contact|Contact Source";
        let title = locate(&rows(&["Contacts of 2018", one, "K1|F"])).unwrap();
        assert_eq!((title.row, title.rows), (1, 1));
        let merged = locate(&rows(&["Child||||When and who||", one, "K1|F"])).unwrap();
        assert_eq!((merged.row, merged.rows), (1, 1));
        let half = locate(&rows(&[
            "Child Unique ID|Gender|Ethnicity|Born||Contact|",
            "|||Date of Birth|Age|Date of Contact|Contact Source",
        ]))
        .unwrap();
        assert_eq!((half.row, half.rows), (0, 2));
        let broken = locate(&rows(&[
            "Child|Gender|Ethnicity|Date of|Age|Date of|Contact",
            "Unique ID|||Birth||Contact|Source",
        ]))
        .unwrap();
        assert_eq!((broken.row, broken.rows), (0, 2));
        assert_eq!(broken.headings[3], "Date of Birth");
        for found in [title, merged, half, broken] {
            assert_eq!(found.table.spec.name, "list 1");
        }
    }
}
