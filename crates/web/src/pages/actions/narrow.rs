//! What the list of actions may be narrowed by. Names go by a short code of theirs, so that no name stands in an address.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use waymark_govuk::{Select, SelectOption};
use waymark_programme::kinds::MEETING;
use waymark_programme::link::PROMISED_FOR;
use waymark_programme::meetings::meeting_of;
use waymark_programme::owner::{People, key};
use waymark_programme::{Record, Records};

/// What a person chooses.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub(super) struct Asked {
    /// `mine` or `all`; empty: as their role begins.
    pub(super) whose: String,
    /// `open` or `closed`; empty: open.
    pub(super) show: String,
    pub(super) owner: String,
    pub(super) agency: String,
    pub(super) area: String,
    pub(super) forum: String,
    pub(super) meeting: String,
    pub(super) page: String,
}

impl Asked {
    fn chosen(&self) -> [(&'static str, &str); 5] {
        [
            ("owner", &self.owner),
            ("agency", &self.agency),
            ("area", &self.area),
            ("forum", &self.forum),
            ("meeting", &self.meeting),
        ]
    }

    /// Whether the list is narrowed at all.
    pub(super) fn narrowed(&self) -> bool {
        self.chosen().iter().any(|(_, value)| !value.is_empty())
    }

    /// The same list elsewhere: as a file, on another page, of others.
    pub(super) fn address(&self, path: &str, whose: &str, show: &str, page: usize) -> String {
        let mut out = format!("{path}?whose={whose}&show={show}");
        for (name, value) in self.chosen() {
            if !value.is_empty() {
                out.push_str(&format!("&{name}={}", crate::problem::in_query(value)));
            }
        }
        if page > 1 {
            out.push_str(&format!("&page={page}"));
        }
        out
    }
}

/// What an action is found by.
pub(super) struct Marks {
    owners: Vec<(String, String)>,
    agencies: Vec<(String, String)>,
    area: Option<(String, String)>,
    forum: Option<(String, String)>,
    meetings: Vec<(String, String)>,
}

impl Marks {
    /// The marks of one action. A meeting its reader may not know of is none.
    pub(super) fn of(
        records: &Records,
        people: &People<'_>,
        action: &Record,
        may_read: impl Fn(&Record) -> bool,
    ) -> Self {
        let from = meeting_of(records, action).filter(|it| may_read(it));
        let promised = records
            .leads_to(action.id, &PROMISED_FOR)
            .filter(|it| may_read(it));
        let meetings = from
            .into_iter()
            .chain(promised.filter(|it| it.is(&MEETING)));
        let agencies = people.owners_of(records, action);
        Self {
            owners: action.owners().iter().filter_map(|it| named(it)).collect(),
            agencies: agencies
                .iter()
                .filter_map(|it| named(it.text("agency")))
                .collect(),
            area: named(action.area()),
            forum: from.and_then(|it| named(it.text("body"))),
            meetings: meetings
                .map(|it| (it.id.to_string(), it.title().to_owned()))
                .collect(),
        }
    }

    /// Whether this is among what was asked for.
    pub(super) fn fit(&self, asked: &Asked) -> bool {
        let has = |list: &[(String, String)], code: &str| {
            code.is_empty() || list.iter().any(|(it, _)| it == code)
        };
        has(&self.owners, &asked.owner)
            && has(&self.agencies, &asked.agency)
            && has(self.area.as_slice(), &asked.area)
            && has(self.forum.as_slice(), &asked.forum)
            && has(&self.meetings, &asked.meeting)
    }
}

/// A choice for each mark that the listed actions bear, where there is a choice.
pub(super) fn filters(all: &[Marks], asked: &Asked) -> Vec<Select> {
    type Of = fn(&Marks) -> &[(String, String)];
    let kinds: [(&str, &str, &str, Of, &str); 5] = [
        (
            "owner",
            "Owner",
            "Every owner",
            |it| &it.owners,
            &asked.owner,
        ),
        (
            "agency",
            "Agency",
            "Every agency",
            |it| &it.agencies,
            &asked.agency,
        ),
        (
            "area",
            "Area",
            "Every area",
            |it| it.area.as_slice(),
            &asked.area,
        ),
        (
            "forum",
            "Decided by",
            "Every body",
            |it| it.forum.as_slice(),
            &asked.forum,
        ),
        (
            "meeting",
            "Meeting",
            "Every meeting",
            |it| &it.meetings,
            &asked.meeting,
        ),
    ];
    kinds
        .into_iter()
        .filter_map(|(name, label, every, of, value)| {
            let known: BTreeMap<&String, &String> = all
                .iter()
                .flat_map(|it| of(it).iter().map(|(code, words)| (code, words)))
                .collect();
            let mut by_words: BTreeSet<(String, &String, &String)> = BTreeSet::new();
            by_words.extend(
                known
                    .iter()
                    .map(|(code, words)| (key(words), *code, *words)),
            );
            (by_words.len() > 1 || !value.is_empty()).then(|| {
                let mut options = vec![SelectOption::new("", every)];
                options.extend(by_words.iter().map(|(_, code, words)| {
                    let words: String = words.chars().take(80).collect();
                    SelectOption::new(code.as_str(), words)
                }));
                Select::new(name, label, options)
                    .value(value)
                    .classes("govuk-!-width-full")
            })
        })
        .collect()
}

fn named(name: &str) -> Option<(String, String)> {
    (!name.trim().is_empty()).then(|| (code(name), name.trim().to_owned()))
}

/// A short code of a name, the same for "Ruth Kell" and "ruth  kell" (FNV-1a). It hides nothing from whoever may read the
/// list; it keeps names out of addresses and logs.
fn code(name: &str) -> String {
    let hash = key(name)
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, it| {
            (hash ^ u64::from(it)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hash:016x}")
}
