//! Lists of objects, a page at a time, narrowed by when they were made or changed.

use super::address::Base;
use super::sorts::Sort;
use super::{answer, objects};
use crate::api::trouble::Trouble;
use crate::house::House;
use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use jiff::Timestamp;
use serde_json::{Map, Value, json};

/// The most a page holds.
const MOST: usize = 100;

/// What a list was asked with.
struct Asked {
    all: Vec<(String, String)>,
    page: usize,
    limit: usize,
}

impl Asked {
    fn read(uri: &Uri) -> Result<Self, Trouble> {
        let Query(all) = Query::<Vec<(String, String)>>::try_from_uri(uri)
            .map_err(|_| Trouble::not_understood("The query cannot be read."))?;
        let mut it = Self {
            all,
            page: 1,
            limit: MOST,
        };
        it.page = it.number("page")?.unwrap_or(1);
        // More than is given at once is no mistake: the answer says how many there are to a page.
        it.limit = it.number("limit")?.unwrap_or(MOST).min(MOST);
        Ok(it)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.all
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    fn number(&self, name: &str) -> Result<Option<usize>, Trouble> {
        self.text(name)
            .map(|it| {
                it.parse()
                    .ok()
                    .filter(|it| (1..=1_000_000).contains(it))
                    .ok_or_else(|| {
                        Trouble::not_understood(format!("{name}: write a whole number from 1."))
                    })
            })
            .transpose()
    }

    fn moment(&self, name: &str) -> Result<Option<Timestamp>, Trouble> {
        self.text(name)
            .map(|it| {
                it.parse().map_err(|_| {
                    Trouble::not_understood(format!(
                        "{name}: write a moment, such as 2018-03-31T09:00:00Z."
                    ))
                })
            })
            .transpose()
    }

    /// The list's address at another page, narrowed as it is.
    fn at(&self, base: &Base, word: &str, page: usize) -> String {
        let mut query = format!("?page={page}&limit={}", self.limit);
        for (name, value) in &self.all {
            if FILTERS.contains(&name.as_str()) {
                query.push_str(&format!("&{name}={}", crate::problem::in_query(value)));
            }
        }
        base.at(&format!("{word}{query}"))
    }
}

const FILTERS: [&str; 4] = [
    "created_since",
    "created_until",
    "modified_since",
    "modified_until",
];

/// The public objects of a sort, by number. The deleted come with `modified_since` only, so that a copy hears of them.
pub(super) async fn list(
    State(house): State<House>,
    base: Base,
    Path(word): Path<String>,
    uri: Uri,
) -> Result<Response, Trouble> {
    let sort = Sort::find(&word).ok_or_else(Trouble::not_found)?;
    let asked = Asked::read(&uri)?;
    let moments = [
        asked.moment("created_since")?,
        asked.moment("created_until")?,
        asked.moment("modified_since")?,
        asked.moment("modified_until")?,
    ];
    let records = house.records().await?;
    if sort == Sort::Consultation {
        let all = objects::consultations(&records, &base);
        return Ok(paged(&base, &asked, &word, all.len(), |from, to| {
            all[from..to].to_vec()
        }));
    }
    let found: Vec<_> = records
        .everything()
        .filter(|it| sort.tells(&records, it))
        .filter(|it| !it.deleted || moments[2].is_some())
        .filter(|it| moments[0].is_none_or(|since| it.made >= since))
        .filter(|it| moments[1].is_none_or(|until| it.made <= until))
        .filter(|it| moments[2].is_none_or(|since| it.changed >= since))
        .filter(|it| moments[3].is_none_or(|until| it.changed <= until))
        .collect();
    Ok(paged(&base, &asked, &word, found.len(), |from, to| {
        found[from..to]
            .iter()
            .map(|it| objects::told(sort, &records, it, &base))
            .collect()
    }))
}

/// A list of what is at hand.
pub(super) fn of(base: &Base, uri: &Uri, word: &str, all: Vec<Value>) -> Result<Response, Trouble> {
    let asked = Asked::read(uri)?;
    Ok(paged(base, &asked, word, all.len(), |from, to| {
        all[from..to].to_vec()
    }))
}

fn paged(
    base: &Base,
    asked: &Asked,
    word: &str,
    total: usize,
    part: impl FnOnce(usize, usize) -> Vec<Value>,
) -> Response {
    let pages = total.div_ceil(asked.limit).max(1);
    let from = ((asked.page - 1) * asked.limit).min(total);
    let to = (from + asked.limit).min(total);
    let mut links = Map::new();
    links.insert("first".into(), asked.at(base, word, 1).into());
    links.insert("self".into(), asked.at(base, word, asked.page).into());
    links.insert("last".into(), asked.at(base, word, pages).into());
    if asked.page > 1 {
        let before = (asked.page - 1).min(pages);
        links.insert("prev".into(), asked.at(base, word, before).into());
    }
    if asked.page < pages {
        links.insert("next".into(), asked.at(base, word, asked.page + 1).into());
    }
    answer(&json!({
        "data": part(from, to),
        "pagination": {
            "totalElements": total,
            "elementsPerPage": asked.limit,
            "currentPage": asked.page,
            "totalPages": pages,
        },
        "links": links,
    }))
}
