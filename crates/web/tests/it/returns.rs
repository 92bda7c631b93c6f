//! Small invented returns, made from the published headings.

use waymark_data::annex_a;

/// A CSV of an Annex A list: the published headings, and rows that say some of the columns.
pub(crate) fn list(number: u8, rows: &[&[(&str, &str)]]) -> Vec<u8> {
    let spec = annex_a::list(number).unwrap();
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let head: Vec<String> = spec.columns.iter().map(|it| quoted(&it.name)).collect();
    let mut lines = vec![head.join(",")];
    for row in rows {
        for (column, _) in *row {
            assert!(
                spec.column(column).is_some(),
                "list {number} has no column {column}"
            );
        }
        let cells: Vec<String> = spec
            .columns
            .iter()
            .map(|it| {
                row.iter()
                    .find(|(name, _)| *name == it.name)
                    .map_or_else(String::new, |(_, text)| quoted(text))
            })
            .collect();
        lines.push(cells.join(","));
    }
    lines.join("\r\n").into_bytes()
}

/// List 1 with this many contacts.
pub(crate) fn contacts(count: usize) -> Vec<u8> {
    let ids: Vec<String> = (1..=count).map(|it| format!("K{it:03}")).collect();
    let rows: Vec<Vec<(&str, &str)>> = ids
        .iter()
        .map(|id| {
            vec![
                ("Child Unique ID", id.as_str()),
                ("Gender", "b) Female"),
                ("Date of Birth", "01/02/2010"),
                ("Date of Contact", "05/03/2018"),
                ("Contact Source", "q) 6: Police"),
            ]
        })
        .collect();
    let rows: Vec<&[(&str, &str)]> = rows.iter().map(Vec::as_slice).collect();
    list(1, &rows)
}
