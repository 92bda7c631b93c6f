//! What a check is, and what comes of it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use waymark_data::annex_a::{About, Data};

/// A check of a return.
#[derive(Debug)]
pub struct Rule {
    /// Its code: the list it looks at (0 for every list there is) and a number, as `L7-02`.
    pub code: &'static str,
    /// How sure it is that something is wrong.
    pub severity: Severity,
    /// What is wrong, in a sentence to the person who can put it right.
    pub message: &'static str,
    /// The lists it reads; without one of them it cannot run. None are named by a check that looks at every list there
    /// is: it cannot run on a return without any.
    pub lists: &'static [u8],
    /// The columns to look at.
    pub columns: &'static [&'static str],
    /// Finds the rows.
    pub check: for<'a> fn(&'a Data, &mut Findings<'a>),
    /// Its page: help in the product, and test: the tables mark which rows are found.
    pub page: &'static str,
}

/// How sure a check is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// It cannot be right.
    Error,
    /// It may be right: look and say why.
    Query,
}

impl Severity {
    /// In a word.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Error => "Error",
            Self::Query => "Query",
        }
    }
}

/// A row that a check found.
#[derive(Clone, Copy, Debug)]
pub struct Finding<'a> {
    /// The row.
    pub about: &'a About,
}

/// Where a check puts what it finds.
#[derive(Debug, Default)]
pub struct Findings<'a> {
    rows: Vec<Finding<'a>>,
}

impl<'a> Findings<'a> {
    /// This row.
    pub fn at(&mut self, about: &'a About) {
        self.rows.push(Finding { about });
    }

    /// Every row of these for which this holds.
    pub fn each<R: waymark_data::annex_a::Row>(
        &mut self,
        rows: &'a [R],
        wrong: impl Fn(&R) -> bool,
    ) {
        self.rows.extend(
            rows.iter()
                .filter(|row| wrong(row))
                .map(|row| Finding { about: row.about() }),
        );
    }
}

/// What came of a check.
#[derive(Debug)]
pub enum Outcome<'a> {
    /// Rows to look at, in the order of the lists.
    Found(Vec<Finding<'a>>),
    /// It ran, and found nothing.
    Clean,
    /// It could not run, and why.
    NotRun(String),
}

pub(crate) fn run<'a>(rule: &Rule, data: &'a Data) -> Outcome<'a> {
    let absent: Vec<String> = rule
        .lists
        .iter()
        .filter(|list| !data.has_list(**list))
        .map(ToString::to_string)
        .collect();
    if rule.lists.is_empty() && !(1..=11).any(|list| data.has_list(list)) {
        return Outcome::NotRun("the return has no list".to_owned());
    }
    if !absent.is_empty() {
        return Outcome::NotRun(format!("the return has no list {}", absent.join(", ")));
    }
    let mut findings = Findings::default();
    match catch_unwind(AssertUnwindSafe(|| (rule.check)(data, &mut findings))) {
        Err(_) => Outcome::NotRun("the check itself failed; please report it".to_owned()),
        Ok(()) if findings.rows.is_empty() => Outcome::Clean,
        Ok(()) => {
            let place = |it: &Finding<'_>| (it.about.list, it.about.table, it.about.line);
            findings.rows.sort_by_key(place);
            // A referral may be found once for each of its assessments: it is still one row to look at.
            findings.rows.dedup_by_key(|it| place(it));
            Outcome::Found(findings.rows)
        }
    }
}
