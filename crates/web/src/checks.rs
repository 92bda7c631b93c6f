//! The checks of a return, as its page shows them.

use waymark_data::Table;
use waymark_data::annex_a::{About, Data};
use waymark_rules::{Outcome, Rule, Severity};

/// What came of one check.
pub(crate) struct Checked {
    /// The check.
    pub(crate) rule: &'static Rule,
    /// What came of it.
    pub(crate) came: Came,
}

/// What came of a check. "Not run" is never shown as passed.
pub(crate) enum Came {
    /// Rows to look at.
    Found(Vec<FoundRow>),
    /// It ran and found nothing.
    Clean,
    /// It could not run, and why.
    NotRun(String),
}

/// A row that a check found. No `Debug`: it names a child.
pub(crate) struct FoundRow {
    /// The file and sheet.
    pub(crate) place: String,
    /// The list, 1 to 11.
    pub(crate) list: u8,
    /// The row of the file, from 1.
    pub(crate) line: u32,
    /// The child's id, where the row has one.
    pub(crate) child: Option<String>,
    /// The team.
    pub(crate) team: Option<String>,
}

/// Runs every check: those that found something first, errors before queries, the most rows first; then those that could
/// not run; then the clean.
pub(crate) fn run(data: &Data, tables: &[Table]) -> Vec<Checked> {
    let mut all: Vec<Checked> = waymark_rules::check(data)
        .into_iter()
        .map(|(rule, outcome)| Checked {
            rule,
            came: match outcome {
                Outcome::Found(rows) => Came::Found(
                    rows.iter()
                        .map(|it| found(data, tables, it.about))
                        .collect(),
                ),
                Outcome::Clean => Came::Clean,
                Outcome::NotRun(why) => Came::NotRun(why),
            },
        })
        .collect();
    all.sort_by_key(|it| match &it.came {
        Came::Found(rows) => (
            0,
            it.rule.severity,
            std::cmp::Reverse(rows.len()),
            it.rule.code,
        ),
        Came::NotRun(_) => (1, Severity::Error, std::cmp::Reverse(0), it.rule.code),
        Came::Clean => (2, Severity::Error, std::cmp::Reverse(0), it.rule.code),
    });
    all
}

fn found(data: &Data, tables: &[Table], about: &About) -> FoundRow {
    FoundRow {
        place: tables
            .get(usize::from(about.table))
            .map(|it| it.place.to_string())
            .unwrap_or_default(),
        list: about.list,
        line: about.line,
        child: about.child.map(|it| data.id(it).to_owned()),
        team: data.team(about).map(|it| it.name.clone()),
    }
}
