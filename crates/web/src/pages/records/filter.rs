//! Which records a reader asks for: by state, owner, area, days and words. Lists, files and search all ask the same way.

use crate::house::House;
use crate::problem::in_query;
use crate::user::User;
use serde::Deserialize;
use std::collections::HashSet;
use waymark_data::Day;
use waymark_govuk::{Html, Input, Select, SelectOption};
use waymark_programme::kind::{AREA, Kind, OWNERS};
use waymark_programme::meetings::said_on;
use waymark_programme::{Record, RecordId, Records};

/// What was asked for, as an address says it.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) q: String,
    pub(crate) kind: String,
    pub(crate) state: String,
    pub(crate) owner: String,
    pub(crate) area: String,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) sort: String,
    pub(crate) deleted: String,
    pub(crate) page: String,
}

/// In [`Asked::state`]: every state in which something is still expected.
pub(crate) const OPEN: &str = "any-open";
/// In [`Asked::state`]: every state in which nothing more is.
pub(crate) const CLOSED: &str = "any-closed";

impl Asked {
    /// Whether anything is asked for besides an order and a page.
    pub(crate) fn narrows(&self) -> bool {
        [
            &self.q,
            &self.state,
            &self.owner,
            &self.area,
            &self.from,
            &self.to,
            &self.deleted,
        ]
        .iter()
        .any(|it| !it.is_empty())
    }

    /// The same as a query, of another page.
    pub(crate) fn query(&self, page: usize) -> String {
        let mut parts = Vec::new();
        for (name, value) in [
            ("q", &self.q),
            ("kind", &self.kind),
            ("state", &self.state),
            ("owner", &self.owner),
            ("area", &self.area),
            ("from", &self.from),
            ("to", &self.to),
            ("sort", &self.sort),
            ("deleted", &self.deleted),
        ] {
            if !value.is_empty() {
                parts.push(format!("{name}={}", in_query(value)));
            }
        }
        if page > 1 {
            parts.push(format!("page={page}"));
        }
        parts.join("&")
    }

    /// The page asked for, from 1.
    pub(crate) fn page(&self) -> usize {
        self.page.parse().ok().filter(|it| *it > 0).unwrap_or(1)
    }

    /// What is wrong with the days asked for.
    pub(crate) fn mistakes(&self) -> Vec<(&'static str, &'static str)> {
        [("from", &self.from), ("to", &self.to)]
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty() && typed_day(text).is_none())
            .map(|(name, _)| (name, "Write a real day, such as 31/3/2018"))
            .collect()
    }

    /// The records asked for that this person may read, in no order.
    pub(crate) fn of<'a>(
        &self,
        user: &User,
        records: &'a Records,
        kind: Option<&'static Kind>,
    ) -> Vec<&'a Record> {
        let asker = user.asker();
        let deleted = self.deleted == "yes" && kind.is_some_and(|it| asker.may_make(it));
        let worded: Option<HashSet<RecordId>> = (!self.q.trim().is_empty() && !deleted)
            .then(|| records.search(&self.q).map(|it| it.id).collect());
        let (from, to) = (typed_day(&self.from), typed_day(&self.to));
        let owner = self.owner.trim().to_lowercase();
        // A kind's records are found without looking at all others; the deleted only among everything.
        let all: Box<dyn Iterator<Item = &Record>> = match kind {
            Some(kind) if !deleted => Box::new(records.of(kind)),
            _ => Box::new(records.everything()),
        };
        all.filter(|it| it.deleted == deleted)
            .filter(|it| kind.is_none_or(|kind| it.is(kind)))
            .filter(|it| worded.as_ref().is_none_or(|ids| ids.contains(&it.id)))
            .filter(|it| match self.state.as_str() {
                "" => true,
                OPEN => !it.state.closed,
                CLOSED => it.state.closed,
                word => it.state.word == word,
            })
            .filter(|it| {
                owner.is_empty()
                    || it
                        .owners()
                        .iter()
                        .any(|name| name.to_lowercase().contains(&owner))
            })
            .filter(|it| self.area.is_empty() || it.area() == self.area)
            .filter(|it| {
                if from.is_none() && to.is_none() {
                    return true;
                }
                let day = day_of(records, it);
                from.is_none_or(|from| day >= from) && to.is_none_or(|to| day <= to)
            })
            .filter(|it| asker.may_read(it))
            .collect()
    }
}

/// The day a record stands at in a list: dated, else due, else of the meeting it belongs to, else made. Who came to a
/// meeting of May was there in May, whenever it was typed.
pub(crate) fn day_of(records: &Records, record: &Record) -> Day {
    record
        .date()
        .or_else(|| records.due(record))
        .or_else(|| said_on(records, record))
        .unwrap_or_else(|| crate::clock::day_of(record.made))
}

/// A day as people type it in one box: 31/3/2018, 31 3 2018, 31.3.2018, 31-3-2018 or 2018-03-31.
pub(crate) fn typed_day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text
        .split(['/', '.', '-', ' '])
        .filter(|it| !it.is_empty())
        .collect();
    match parts[..] {
        [day, month, year] => {
            let year: i16 = year.parse().ok().filter(|it| (1000..=9999).contains(it))?;
            Day::new(year, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// The questions of a filter, as far as they make sense for a kind; of every kind where none is given.
pub(crate) fn controls(
    house: &House,
    user: &User,
    kind: Option<&'static Kind>,
    asked: &Asked,
) -> Vec<Html> {
    let has = |field: &str| kind.is_none_or(|it| it.field(field).is_some());
    let error = |name: &str| {
        asked
            .mistakes()
            .iter()
            .find(|(which, _)| *which == name)
            .map_or("", |(_, words)| *words)
            .to_owned()
    };
    let mut out: Vec<Html> = vec![
        Input::new("q", "Words or a reference")
            .value(asked.q.as_str())
            .into(),
        states(kind).value(asked.state.as_str()).into(),
    ];
    if has(OWNERS) {
        out.push(
            Input::new("owner", "Owner")
                .value(asked.owner.as_str())
                .into(),
        );
    }
    if has(AREA) {
        let mut areas = vec![SelectOption::new("", "Any area")];
        let mut names = super::areas::names(house);
        if !asked.area.is_empty() && !names.contains(&asked.area) {
            names.push(asked.area.clone());
        }
        areas.extend(names.iter().map(|it| SelectOption::new(it, it)));
        out.push(
            Select::new("area", "Area", areas)
                .value(asked.area.as_str())
                .into(),
        );
    }
    for (name, label, value) in [("from", "From", &asked.from), ("to", "To", &asked.to)] {
        out.push(
            Input::new(name, label)
                .hint("For example, 31/3/2018")
                .value(value.as_str())
                .error(error(name))
                .classes("govuk-input--width-10")
                .into(),
        );
    }
    if let Some(kind) = kind {
        out.push(
            Select::new("sort", "Sorted by", sorts())
                .value(asked.sort.as_str())
                .into(),
        );
        if user.asker().may_make(kind) {
            let options = vec![
                SelectOption::new("", "Records that stand"),
                SelectOption::new("yes", "Deleted records"),
            ];
            out.push(
                Select::new("deleted", "Deleted", options)
                    .value(asked.deleted.as_str())
                    .into(),
            );
        }
    }
    out
}

fn states(kind: Option<&'static Kind>) -> Select {
    let mut options = vec![
        SelectOption::new("", "Any state"),
        SelectOption::new(OPEN, "All that are open"),
        SelectOption::new(CLOSED, "All that are closed"),
    ];
    if let Some(kind) = kind {
        options.extend(
            kind.states
                .iter()
                .map(|it| SelectOption::new(it.word, it.title)),
        );
    }
    Select::new("state", "State", options)
}

/// The orders a list can be in.
fn sorts() -> Vec<SelectOption> {
    vec![
        SelectOption::new("", "Last written"),
        SelectOption::new("day", "Day, latest first"),
        SelectOption::new("due", "Day, earliest first"),
        SelectOption::new("title", "Title"),
        SelectOption::new("reference", "Reference"),
    ]
}

/// Puts records in the order asked for.
pub(crate) fn sort(records: &Records, found: &mut [&Record], by: &str) {
    match by {
        "day" => found.sort_by_key(|it| std::cmp::Reverse((day_of(records, it), it.id))),
        "due" => found.sort_by_key(|it| (day_of(records, it), it.id)),
        "title" => found.sort_by_cached_key(|it| (it.title().to_lowercase(), it.id)),
        "reference" => found.sort_by_key(|it| it.id),
        _ => found.sort_by_key(|it| std::cmp::Reverse((it.changed, it.id))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let day = Day::new(2018, 3, 31);
        for text in [
            "31/3/2018",
            "31.03.2018",
            " 31 3 2018 ",
            "31-3-2018",
            "2018-03-31",
        ] {
            assert_eq!(typed_day(text), day, "{text}");
        }
        for text in ["", "31/2/2018", "3/31/2018", "31/3/18", "March"] {
            assert_eq!(typed_day(text), None, "{text}");
        }
    }
}
