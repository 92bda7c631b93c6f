//! The Standard Safeguarding Dataset: its tables.

use crate::answers::Answers;
use crate::published;
use crate::table::TableSpec;
use std::collections::HashMap;
use std::sync::LazyLock;

const PUBLISHED: &str = include_str!("../published/ssd_tables.txt");

static ANSWERS: LazyLock<HashMap<String, Answers>> =
    LazyLock::new(|| published::answers(PUBLISHED));

static TABLES: LazyLock<Vec<TableSpec>> = LazyLock::new(|| published::tables(PUBLISHED, &ANSWERS));

/// The tables of the dataset, by name.
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
    use crate::Kind;

    #[test]
    fn the_forty_eight_tables_have_their_columns_and_keys() {
        assert_eq!(tables().len(), 48);
        assert_eq!(
            tables().iter().map(|it| it.columns.len()).sum::<usize>(),
            359
        );
        let person = table("ssd_person").unwrap();
        assert_eq!(person.key, [person.column("pers_person_id").unwrap()]);
        let born = &person.columns[person.column("pers_dob").unwrap()];
        assert_eq!(born.kind, Kind::Date);
    }
}
