//! Tables of people that say what their columns are: "Name | Role | Organisation".

use super::Named;
use super::beside::beside;
use crate::minutes::naming::is_name;
use crate::minutes::person::Status;
use crate::minutes::wording::squash;

/// What a column of a table of people holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::minutes) enum Column {
    /// Who.
    Name,
    /// What they are, or whose they are.
    Role,
    /// Whether they came.
    Attendance,
    /// Who came for them, or whom they came for.
    Deputy,
    /// Anything else, initials among it.
    Other,
}

const NAMES: [(Column, &str); 4] = [
    (
        Column::Name,
        "name|names|member|members|attendee|attendees|board member|board members|full name|person|present|name of member|member name|delegate|representative|councillor",
    ),
    (
        Column::Role,
        "role|roles|job title|title|position|designation|post|capacity|organisation|organization|agency|representing|organisation/agency|agency/organisation|service|partner|partner agency|company|department|team|directorate|role/organisation|organisation/role|title/organisation|role/title|job role|body|from|employer|role and organisation|agency/role|sector",
    ),
    (
        Column::Attendance,
        "attendance|attended|status|present/apologies|attended?|present?|present (y/n)|here|p/a|in attendance|attendance status",
    ),
    (
        Column::Deputy,
        "deputy|substitute|deputy for|substitute for|deputising for|substituting for|on behalf of|in place of|named deputy|represented by|deputy/substitute|substitute/deputy",
    ),
];
const OTHERS: &str = "initials|initial|email|e-mail|contact|abbreviation|abbr|abbrev|phone|telephone|party|ward|no|#|comments|notes";

/// What the columns are, where the cells of a row are their names: one of people, and one or more of what is said of them.
pub(in crate::minutes) fn columns(cells: &[&str]) -> Option<Vec<Column>> {
    if cells.len() < 2 || cells.len() > 8 {
        return None;
    }
    let found: Vec<Column> = cells.iter().map(|it| column(it)).collect::<Option<_>>()?;
    let people = found.iter().filter(|it| **it == Column::Name).count();
    let more = found.iter().any(|it| *it != Column::Name);
    (people == 1 && more).then_some(found)
}

fn column(name: &str) -> Option<Column> {
    let name = name
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | ':' | '.'))
        .to_ascii_lowercase()
        .replace(" / ", "/");
    if OTHERS.split('|').any(|it| it == name) {
        return Some(Column::Other);
    }
    NAMES
        .iter()
        .find(|it| it.1.split('|').any(|it| it == name))
        .map(|it| it.0)
}

/// The person of a row, and how they took part; none where its cell of names is empty.
pub(in crate::minutes) fn row(
    cells: &[&str],
    columns: &[Column],
    status: Status,
) -> Option<(Named, Status)> {
    let of = |wanted: Column| {
        let cells = cells.iter().zip(columns);
        cells
            .filter(move |it| *it.1 == wanted)
            .map(|it| it.0.trim())
            .filter(|it| !it.is_empty())
    };
    let name = of(Column::Name).next()?;
    let (name, mut said) = {
        let (bare, said) = super::split_name(name);
        (squash(bare), vec![said])
    };
    said.extend(of(Column::Role).map(squash));
    let status = of(Column::Attendance)
        .next()
        .and_then(attended)
        .unwrap_or(status);
    for words in of(Column::Deputy) {
        // A bare name says as much as "for" it, or "deputy" before it.
        let gone = matches!(status, Status::Apologies | Status::Absent);
        said.push(match (is_name(words), gone) {
            (true, true) => format!("represented by {words}"),
            (true, false) => format!("(for {words})"),
            _ => squash(words),
        });
    }
    said.retain(|it| !it.is_empty());
    let role = said.join(", ").replace(", (", " (");
    let came = beside(&role, status);
    Some((
        Named { name, role },
        if came.came_instead.is_some() {
            status
        } else {
            came.status
        },
    ))
}

/// What a cell about attendance says, where it is clear.
fn attended(cell: &str) -> Option<Status> {
    let lower = cell.trim().trim_end_matches('.').to_ascii_lowercase();
    let begins = |of: &[&str]| of.iter().any(|it| lower.starts_with(it));
    if matches!(
        lower.as_str(),
        "✓" | "✔" | "√" | "y" | "yes" | "p" | "in person" | "online"
    ) {
        Some(Status::Present)
    } else if begins(&["apol"]) {
        Some(Status::Apologies)
    } else if begins(&["absent", "not present", "did not"]) || matches!(lower.as_str(), "n" | "no")
    {
        Some(Status::Absent)
    } else if begins(&["sub", "dep"]) {
        Some(Status::Substitute)
    } else if begins(&["observ"]) {
        Some(Status::Observer)
    } else if begins(&["in attendance"]) {
        Some(Status::InAttendance)
    } else if begins(&["present", "attended"]) {
        Some(Status::Present)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_tables_of_people() {
        assert!(columns(&["Name", "Role", "Organisation"]).is_some());
        assert!(columns(&["Name", "Agency"]).is_some());
        assert!(columns(&["Member", "Representing", "Present / Apologies"]).is_some());
        assert_eq!(columns(&["Name", "Jo Black"]), None);
        assert_eq!(columns(&["Item", "Discussion", "Action"]), None);
        assert_eq!(columns(&["Role", "Organisation"]), None);
    }

    #[test]
    fn a_row_says_who_came_for_whom() {
        let columns = columns(&["Name", "Organisation", "Attended", "Deputy"]).unwrap_or_default();
        let read = |cells: &[&str]| {
            row(cells, &columns, Status::Present).map(|(it, status)| (it.name, it.role, status))
        };
        assert_eq!(
            read(&["Jo Black (Chair)", "Police", "Y", ""]),
            Some(("Jo Black".into(), "Chair, Police".into(), Status::Present))
        );
        assert_eq!(
            read(&["Jo Black", "Police", "Apologies", "Ann Lee"]),
            Some((
                "Jo Black".into(),
                "Police, represented by Ann Lee".into(),
                Status::Apologies
            ))
        );
        assert_eq!(read(&["", "Police", "Y", ""]), None);
    }
}
