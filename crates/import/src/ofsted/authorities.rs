//! Councils, their other names and their statistical neighbours.

use super::error::{OfstedError, Problems, quoted};
use super::outcomes::codes;
use super::rows::Rows;

/// A council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// Its code of three figures: "888".
    pub la_code: String,
    /// Its code of the Office for National Statistics: "E10000017"; empty where the file has none.
    pub ons_code: String,
    /// Ofsted's number of it.
    pub urn: String,
    /// Its name.
    pub name: String,
    /// What else it is called.
    pub also: Vec<String>,
    /// Its region; empty where the file has none.
    pub region: String,
    /// Its statistical neighbours by code, the nearest first.
    pub neighbours: Vec<String>,
    /// Those it had before.
    pub neighbours_before: Vec<String>,
    /// People aged 0 to 25; none where the file has none.
    pub people_to_25: Option<u32>,
}

pub(super) fn read(file: &str, text: &str) -> Result<Vec<Authority>, OfstedError> {
    let rows = Rows::read(file, text, &["la_code", "stat_neighbours"])?;
    let mut problems = Problems::default();
    let mut out = Vec::new();
    for row in &rows.rows {
        let cell = |heading| rows.cell(row, heading);
        let line = row.line;
        let name = [
            cell("local_authority_ons_name"),
            cell("local_authority"),
            cell("ltla23nm"),
        ]
        .into_iter()
        .find(|it| !it.is_empty());
        if cell("la_code").is_empty() || name.is_none() {
            problems.add(format!("Line {line}: it has no la_code or no name"));
        }
        let people = cell("ons_population_0-25");
        let people_to_25 = people.replace(',', "").parse().ok();
        if people_to_25.is_none() && !people.is_empty() {
            let people = quoted(people);
            problems.add(format!(
                "Line {line}, ons_population_0-25: {people} is no number"
            ));
        }
        let also = cell("also_known_as").trim_matches(['[', ']']);
        out.push(Authority {
            la_code: cell("la_code").to_owned(),
            ons_code: cell("la_code_new").to_owned(),
            urn: cell("urn").to_owned(),
            name: name.unwrap_or_default().to_owned(),
            also: aliases(also),
            region: cell("region_name").to_owned(),
            neighbours: codes(cell("stat_neighbours")).collect(),
            neighbours_before: codes(cell("stat_neighbours_previous")).collect(),
            people_to_25,
        });
    }
    problems.or(file, out)
}

/// "BCP, Bournemouth, Christchurch & Poole" is two names and one with a comma; which, nobody can tell: each part and the
/// whole from each part on.
fn aliases(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text
        .split(',')
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .collect();
    let mut out: Vec<String> = parts.iter().map(|it| (*it).to_owned()).collect();
    for at in 0..parts.len().saturating_sub(1) {
        out.push(parts[at..].join(", "));
    }
    out
}
