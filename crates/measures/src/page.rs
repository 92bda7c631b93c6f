//! A measure's page: help for people, and examples that are its tests.
//!
//! An example begins with a line `Example: [variant,] as at 2018-03-31, scope 24, month 2017-10` (or `rolling 2018-03-31`,
//! `return`, `snapshot 2018-03-31`), gives the rows of one or more lists (`List 4:` and a table), and ends with
//! `Answer: 2 of 3`. The last column of the table of cases, without a heading, marks what each row comes to.

/// One worked example of a page.
#[derive(Debug, Default, Clone)]
pub struct Example {
    /// The variant it is an example of.
    pub variant: Option<String>,
    /// The as-at date, as written.
    pub as_at: String,
    /// The scope in months.
    pub scope: u32,
    /// `month 2017-10`, `rolling 2018-03-31`, `return` or `snapshot 2018-03-31`.
    pub period: String,
    /// Its tables.
    pub tables: Vec<ExampleTable>,
    /// What its figure is, as written.
    pub answer: String,
}

/// Rows of one list.
#[derive(Debug, Default, Clone)]
pub struct ExampleTable {
    /// The list, 1 to 11.
    pub list: u8,
    /// Its headings, the marks' column apart.
    pub headings: Vec<String>,
    /// Cells and, where the table has a column of marks, the mark of each row.
    pub rows: Vec<(Vec<String>, Option<String>)>,
}

/// The examples of a page, in order.
#[must_use]
pub fn examples(page: &str) -> Vec<Example> {
    let mut out: Vec<Example> = Vec::new();
    let mut in_table = false;
    for line in page.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("Example:") {
            out.push(example(rest));
            in_table = false;
            continue;
        }
        let Some(last) = out.last_mut() else { continue };
        if let Some(answer) = line.strip_prefix("Answer:") {
            last.answer = answer.trim().to_owned();
        } else if let Some(list) = line
            .strip_prefix("List ")
            .and_then(|it| it.strip_suffix(':'))
        {
            last.tables.push(ExampleTable {
                list: list.parse().unwrap_or(0),
                ..ExampleTable::default()
            });
            in_table = false;
        } else if let Some(inner) = line.strip_prefix('|').and_then(|it| it.strip_suffix('|')) {
            let cells: Vec<String> = inner
                .split('|')
                .map(|cell| cell.trim().to_owned())
                .collect();
            let Some(table) = last.tables.last_mut() else {
                continue;
            };
            if !in_table {
                table.headings = cells;
                in_table = true;
            } else if !cells
                .iter()
                .all(|cell| cell.chars().all(|it| matches!(it, '-' | ':')))
                || cells.concat().is_empty()
            {
                table.row(cells);
            }
        }
    }
    for table in out.iter_mut().flat_map(|it| &mut it.tables) {
        if table.headings.last().is_some_and(String::is_empty) {
            table.headings.pop();
        }
    }
    out
}

impl ExampleTable {
    fn row(&mut self, mut cells: Vec<String>) {
        let marked = self.headings.last().is_some_and(String::is_empty);
        let mark = if marked { cells.pop() } else { None };
        self.rows.push((cells, mark));
    }
}

fn example(line: &str) -> Example {
    let mut out = Example {
        scope: 6,
        ..Example::default()
    };
    for part in line.split(',').map(str::trim) {
        if let Some(day) = part.strip_prefix("as at ") {
            day.clone_into(&mut out.as_at);
        } else if let Some(scope) = part.strip_prefix("scope ") {
            out.scope = scope.parse().unwrap_or(6);
        } else if ["month ", "rolling ", "snapshot "]
            .iter()
            .any(|it| part.starts_with(it))
            || part == "return"
        {
            part.clone_into(&mut out.period);
        } else if !part.is_empty() {
            out.variant = Some(part.to_owned());
        }
    }
    out
}
