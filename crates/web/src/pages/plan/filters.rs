//! Which lines of the plan are shown. What people wrote (phases, forums, owners) stands in addresses as a mark only.

use super::shown::mark;
use crate::house::House;
use crate::pages::records::areas;
use serde::Deserialize;
use std::collections::BTreeMap;
use waymark_govuk::{Select, SelectOption};
use waymark_programme::Record;
use waymark_programme::kinds::PLAN_LINE;

/// What is asked for; empty: everything.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) plan: String,
    pub(super) area: String,
    pub(super) phase: String,
    pub(super) forum: String,
    pub(super) owner: String,
    pub(super) state: String,
    pub(super) page: usize,
}

impl Asked {
    /// Whether anything narrows the list.
    pub(super) fn narrows(&self) -> bool {
        [
            &self.area,
            &self.phase,
            &self.forum,
            &self.owner,
            &self.state,
        ]
        .iter()
        .any(|it| !it.is_empty())
    }

    /// Whether a line is asked for.
    pub(super) fn has(&self, line: &Record) -> bool {
        let marked = |wanted: &str, text: &str| wanted.is_empty() || mark(text) == wanted;
        (self.area.is_empty() || line.area() == self.area)
            && marked(&self.phase, line.text("phase"))
            && marked(&self.forum, line.text("forum"))
            && (self.owner.is_empty() || line.owners().iter().any(|it| mark(it) == self.owner))
            && (self.state.is_empty() || line.state.word == self.state)
    }

    /// The address of another page of the same list.
    pub(super) fn address(&self, page: usize) -> String {
        let pairs = [
            ("plan", &self.plan),
            ("area", &self.area),
            ("phase", &self.phase),
            ("forum", &self.forum),
            ("owner", &self.owner),
            ("state", &self.state),
        ];
        let mut out = format!("/plan?page={page}");
        for (name, value) in pairs.into_iter().filter(|(_, it)| !it.is_empty()) {
            out.push_str(&format!("&{name}={}", super::shown::coded(value)));
        }
        out
    }
}

/// The choices that these lines offer.
pub(super) fn filters(house: &House, lines: &[&Record], asked: &Asked) -> Vec<Select> {
    let mut out = Vec::new();
    let known = areas::names(house);
    let mut area = vec![SelectOption::new("", "Every area")];
    area.extend(
        known
            .iter()
            .filter(|it| lines.iter().any(|line| line.area() == it.as_str()))
            .map(|it| SelectOption::new(it, it)),
    );
    out.push((area, "area", "Area", &asked.area));
    out.push((
        marked("Every phase", lines.iter().map(|it| it.text("phase"))),
        "phase",
        "Phase",
        &asked.phase,
    ));
    out.push((
        marked("Every forum", lines.iter().map(|it| it.text("forum"))),
        "forum",
        "Forum",
        &asked.forum,
    ));
    let owners = lines
        .iter()
        .flat_map(|it| it.owners().iter().map(String::as_str));
    out.push((marked("Everybody", owners), "owner", "Owner", &asked.owner));
    let mut state = vec![SelectOption::new("", "Any state")];
    state.extend(
        PLAN_LINE
            .states
            .iter()
            .filter(|it| lines.iter().any(|line| line.state == *it))
            .map(|it| SelectOption::new(it.word, it.title)),
    );
    out.push((state, "state", "State", &asked.state));
    // A choice of one thing is none.
    out.into_iter()
        .filter(|(options, .., chosen)| options.len() > 2 || !chosen.is_empty())
        .map(|(options, name, label, chosen)| {
            Select::new(name, label, options).value(chosen.as_str())
        })
        .collect()
}

/// Every text once, by name, each sent as its mark.
fn marked<'a>(all: &str, texts: impl Iterator<Item = &'a str>) -> Vec<SelectOption> {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for text in texts.map(str::trim).filter(|it| !it.is_empty()) {
        known.entry(text.to_lowercase()).or_insert(text);
    }
    let mut options = vec![SelectOption::new("", all)];
    options.extend(
        known
            .into_values()
            .map(|it| SelectOption::new(mark(it), super::shown::short(it))),
    );
    options
}
