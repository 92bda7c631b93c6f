//! The SSDA903 return of children looked after: its files as tables.

use crate::answers::Answers;
use crate::published;
use crate::table::TableSpec;
use std::collections::HashMap;
use std::sync::LazyLock;

const PUBLISHED: &str = include_str!("../published/ssda903_tables.txt");

static ANSWERS: LazyLock<HashMap<String, Answers>> =
    LazyLock::new(|| published::answers(PUBLISHED));

static TABLES: LazyLock<Vec<TableSpec>> = LazyLock::new(|| published::tables(PUBLISHED, &ANSWERS));

/// The files of the return, in order.
#[must_use]
pub fn tables() -> &'static [TableSpec] {
    &TABLES
}

/// The table of this name, without regard to case.
#[must_use]
pub fn table(name: &str) -> Option<&'static TableSpec> {
    TABLES.iter().find(|it| it.name.eq_ignore_ascii_case(name))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_twelve_files_have_their_columns_and_the_codes_of_all_years() {
        let columns: Vec<usize> = tables().iter().map(|it| it.columns.len()).collect();
        assert_eq!(columns, [7, 13, 4, 4, 12, 5, 8, 5, 5, 5, 6, 4]);
        let read = |file: &str, column: &str, text: &str| {
            let file = table(file).unwrap();
            let answers = file.columns[file.column(column).unwrap()].answers.unwrap();
            answers.read(text).and_then(|it| answers.code(it))
        };
        for sex in ["1", "2", "M", "F", "U"] {
            assert_eq!(read("Header", "SEX", sex), Some(sex));
        }
        assert_eq!(read("Episodes", "PLACE", "H5"), Some("H5"));
        assert_eq!(read("Episodes", "PLACE", "Z14"), Some("Z14"));
        assert_eq!(read("OC3", "ACCOM", "01"), None);
    }
}
