//! What the words of a table's header say its columns are.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::minutes) enum Column {
    /// A number: of the item, or of the action in its log.
    Number,
    /// An item's title; in a table of actions, what the action belongs to.
    Item,
    /// What was said.
    Text,
    /// What was decided.
    Decision,
    /// What shall be done.
    Action,
    /// Who.
    Owner,
    /// By when.
    Due,
    /// How far it is.
    Status,
    /// Anything else.
    Other,
}

/// What a table lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Items of the agenda with their minutes.
    Items,
    /// Actions.
    Actions,
}

const NAMES: [(Column, &str); 8] = [
    (
        Column::Number,
        "no|ref|ref no|number|#|item no|action no|action ref|minute no|agenda no|min no|minute ref|id|action number|item number|reference|min ref",
    ),
    (
        Column::Item,
        "item|agenda item|subject|title|topic|issue|agenda|items|meeting item|agenda item and subject|minute",
    ),
    (
        Column::Text,
        "minutes|discussion|notes|note|key points|summary|discussion points|key discussion points|summary of discussion|discussion and decisions|details|key discussion|points discussed|record",
    ),
    (
        Column::Decision,
        "decision|decisions|resolution|resolutions|resolved|decision made|decisions made|agreed|decision/outcome|recommendation|recommendations",
    ),
    (
        Column::Action,
        "action|actions|agreed action|agreed actions|action required|actions required|action agreed|actions agreed|action point|action points|what|task|action to be taken|required action|action description|description of action|action and owner|action/owner|actions and owners|action needed",
    ),
    (
        Column::Owner,
        "owner|owners|action owner|lead|leads|lead officer|who|by whom|by who|responsible|responsibility|responsible officer|responsible person|person responsible|officer|assigned to|lead person|action by|allocated to|owner(s)|owner/lead|lead/owner|lead(s)|lead agency|responsible lead|named lead",
    ),
    (
        Column::Due,
        "due|due date|deadline|by when|when|target date|timescale|timescales|date due|completion date|complete by|date|target|by|date for completion|due by|timeframe|due/by when|completion|date to be completed|to be completed by",
    ),
    (
        Column::Status,
        "status|rag|update|updates|progress|state|progress/update|status/update|update/status|latest position|position|progress update|rag status|completed|complete|complete?|comments|comment|outcome|latest update|current status|status update|action status|progress made",
    ),
];

/// What a header's cell says its column holds.
pub(in crate::minutes) fn column(name: &str) -> Option<Column> {
    let name = name
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | ':' | '.' | '?'))
        .to_ascii_lowercase()
        .replace(" / ", "/");
    if name.is_empty() || name.len() > 40 {
        return None;
    }
    let known = |name: &str| {
        NAMES
            .iter()
            .find(|it| it.1.split('|').any(|it| it == name))
            .map(|it| it.0)
    };
    known(&name).or_else(|| {
        // "Action / owner / date": a column of actions that say who and by when themselves.
        let parts: Option<Vec<Column>> = name
            .split(['/', '&', ',', '(', ')', '-', '–'])
            .flat_map(|it| it.split(" and "))
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(known)
            .collect();
        let parts = parts.filter(|it| it.len() > 1)?;
        let first = parts.first().copied();
        if parts.contains(&Column::Action) {
            Some(Column::Action)
        } else {
            first
        }
    })
}

/// What a table lists and what its columns are, when its first row names them.
pub(super) fn sort_of(names: &[&str]) -> Option<(Sort, Vec<Column>)> {
    if names.len() < 2 || names.len() > 12 {
        return None;
    }
    let found: Vec<Option<Column>> = names.iter().map(|it| column(it)).collect();
    let known = found.iter().filter(|it| it.is_some()).count();
    let has = |column: Column| found.contains(&Some(column));
    if known < 2 || known * 3 < names.len() * 2 {
        return None;
    }
    let columns: Vec<Column> = found.iter().map(|it| it.unwrap_or(Column::Other)).collect();
    let told = has(Column::Text) || has(Column::Decision);
    let owed = has(Column::Owner) || has(Column::Due) || has(Column::Status);
    if has(Column::Action) && owed && !told {
        return Some((Sort::Actions, columns));
    }
    if !(has(Column::Item) && (told || has(Column::Action) || has(Column::Status))) {
        return None;
    }
    // Beside an item, "outcome" is what was decided and "comments" what was said.
    let columns = columns
        .into_iter()
        .zip(names)
        .map(|(it, name)| match it {
            Column::Status if !has(Column::Action) || !owed => {
                if name.to_ascii_lowercase().contains("outcome") {
                    Column::Decision
                } else {
                    Column::Text
                }
            }
            other => other,
        })
        .collect();
    Some((Sort::Items, columns))
}

/// Whether cells are the header of a table that is understood.
pub(in crate::minutes) fn is_header(names: &[&str]) -> bool {
    sort_of(names).is_some()
}

/// Whether a line alone could be a cell of a header.
pub(super) fn is_name(text: &str) -> bool {
    column(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_as_councils_write_them() {
        let sort = |names: &[&str]| sort_of(names).map(|it| it.0);
        assert_eq!(
            sort(&["Action", "Owner", "Due", "Status"]),
            Some(Sort::Actions)
        );
        assert_eq!(
            sort(&["Ref", "Agreed action", "By whom", "By when"]),
            Some(Sort::Actions)
        );
        assert_eq!(sort(&["No.", "Item", "Minutes"]), Some(Sort::Items));
        assert_eq!(
            sort(&["Item", "Discussion", "Action", "Lead", "Due date"]),
            Some(Sort::Items)
        );
        assert_eq!(
            sort(&["Agenda item", "Discussion", "Action / owner / date"]),
            Some(Sort::Items)
        );
        assert_eq!(sort(&["No.", "Item"]), None, "read by its numbers");
        assert_eq!(sort(&["Name", "Organisation"]), None);
        assert_eq!(sort(&["Measure", "March", "April"]), None);
    }
}
