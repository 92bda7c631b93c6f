//! The outcomes of inspections, one row each: grades, days, and the council's statistical neighbours.

use super::dates::{Inspected, day};
use super::error::{OfstedError, Problems, quoted};
use super::grade::Grade;
use super::rows::{Row, Rows};
use waymark_data::Day;

/// The outcome of one inspection of one council.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The council's code of three figures: "370".
    pub la_code: String,
    /// Ofsted's number of the council.
    pub urn: String,
    /// The council's name as the file writes it: "barnsley".
    pub name: String,
    /// Overall effectiveness. None: the report gives none, as the newest do.
    pub overall: Option<Grade>,
    /// The impact of leaders on social work practice.
    pub leaders: Option<Grade>,
    /// Children who need help and protection.
    pub help: Option<Grade>,
    /// Children in care.
    pub care: Option<Grade>,
    /// Care leavers. None too where the inspection was before this judgement was made apart.
    pub care_leavers: Option<Grade>,
    /// "standard", "short"; empty where the file does not say.
    pub framework: String,
    /// When inspectors were there.
    pub inspected: Inspected,
    /// When the report was published.
    pub published: Day,
    /// Where the report is.
    pub link: String,
    /// The council's statistical neighbours, the nearest first, each with the overall grade that this row gives it.
    pub neighbours: Vec<(String, Option<Grade>)>,
}

/// Outcomes of many councils.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outcomes {
    /// In the order of the file.
    pub rows: Vec<Outcome>,
}

impl Outcomes {
    /// The latest outcome of a council.
    #[must_use]
    pub fn latest(&self, la_code: &str) -> Option<&Outcome> {
        let its = self.rows.iter().filter(|it| it.la_code == la_code);
        its.max_by_key(|it| it.published)
    }
}

pub(super) fn read(file: &str, text: &str) -> Result<Outcomes, OfstedError> {
    let needed = [
        "la_code",
        "local_authority",
        "overall_effectiveness_grade",
        "publication_date",
    ];
    let rows = Rows::read(file, text, &needed)?;
    let mut problems = Problems::default();
    let read = rows.rows.iter();
    let read: Vec<Outcome> = read
        .filter_map(|row| outcome(&rows, row, &mut problems))
        .collect();
    problems.or(file, Outcomes { rows: read })
}

fn outcome(rows: &Rows, row: &Row, problems: &mut Problems) -> Option<Outcome> {
    let cell = |heading| rows.cell(row, heading);
    let line = row.line;
    let mut grade = |heading: &str| {
        let text = rows.cell(row, heading);
        Grade::read(text).unwrap_or_else(|()| {
            problems.add(format!(
                "Line {line}, {heading}: {} is no grade",
                quoted(text)
            ));
            None
        })
    };
    let overall = grade("overall_effectiveness_grade");
    let leaders = grade("impact_of_leaders_grade");
    let help = grade("help_and_protection_grade");
    let care = grade("in_care_grade");
    let care_leavers = grade("care_leavers_grade");
    let mut date = |heading: &str| {
        let text = rows.cell(row, heading);
        let read = day(text, None);
        if read.is_none() && !text.is_empty() {
            let text = quoted(text);
            problems.add(format!(
                "Line {line}, {heading}: {text} is no day such as 31/03/2024"
            ));
        }
        read
    };
    let inspected = Inspected::between(date("inspection_start_date"), date("inspection_end_date"));
    let published = date("publication_date");
    for heading in ["la_code", "local_authority", "publication_date"] {
        if cell(heading).is_empty() {
            problems.add(format!("Line {line}, {heading}: it is blank"));
        }
    }
    let framework = match cell("inspection_framework") {
        "None" => "",
        it => it,
    };
    let neighbours = neighbours(rows, row, problems);
    Some(Outcome {
        la_code: cell("la_code").to_owned(),
        urn: cell("urn").to_owned(),
        name: cell("local_authority").to_owned(),
        overall,
        leaders,
        help,
        care,
        care_leavers,
        framework: framework.to_owned(),
        inspected,
        published: published?,
        link: cell("inspection_link").to_owned(),
        neighbours,
    })
}

/// `[(372, 'outstanding'), (304, nan)]`, or where that is blank the codes alone: `372, 304`.
fn neighbours(rows: &Rows, row: &Row, problems: &mut Problems) -> Vec<(String, Option<Grade>)> {
    let text = rows.cell(row, "stat_neighbour_judgement");
    let list = text.trim_start_matches('[').trim_end_matches(']').trim();
    if list.is_empty() {
        return codes(rows.cell(row, "stat_neighbours"))
            .map(|it| (it, None))
            .collect();
    }
    let mut out = Vec::new();
    for pair in list.split(')') {
        let pair = pair.trim_start_matches([',', ' ', '(']).trim();
        if pair.is_empty() {
            continue;
        }
        let (code, grade) = pair.split_once(',').unwrap_or((pair, ""));
        let code = code.trim().trim_matches(['\'', '"']).to_owned();
        let grade = grade.trim().trim_matches(['\'', '"']);
        let number = !code.is_empty() && code.bytes().all(|it| it.is_ascii_digit());
        match Grade::read(grade) {
            Ok(grade) if number => out.push((code, grade)),
            _ => problems.add(format!(
                "Line {}, stat_neighbour_judgement: {} is no council and grade",
                row.line,
                quoted(pair)
            )),
        }
    }
    out
}

/// Codes of councils with commas between them.
pub(super) fn codes(text: &str) -> impl Iterator<Item = String> {
    text.split([',', ';'])
        .map(|it| it.trim().to_owned())
        .filter(|it| !it.is_empty())
}
