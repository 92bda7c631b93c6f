//! The councils of Ofsted's files, by Ofsted's number, and which of them is this one.

use super::shelf::Loaded;
use std::collections::BTreeMap;
use waymark_import::ofsted::{Inspection, Outcome, inspections_of};

/// A council by Ofsted's number and its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Council {
    pub(super) urn: String,
    pub(super) la_code: String,
    pub(super) name: String,
}

/// Every council that the files name, by name.
pub(super) fn all(loaded: &Loaded) -> Vec<Council> {
    let mut found: BTreeMap<String, Council> = BTreeMap::new();
    let mut add = |urn: &str, la_code: &str, name: String| {
        if urn.is_empty() {
            return;
        }
        let council = found.entry(urn.to_owned()).or_insert_with(|| Council {
            urn: urn.to_owned(),
            la_code: String::new(),
            name,
        });
        if council.la_code.is_empty() {
            la_code.clone_into(&mut council.la_code);
        }
    };
    for it in loaded.authorities() {
        add(&it.urn, &it.la_code, it.name.clone());
    }
    for it in loaded.outcomes().map_or(&[][..], |it| &it.rows) {
        add(&it.urn, &it.la_code, named(&it.name));
    }
    for it in loaded.inspections() {
        add(&it.urn, "", named(&it.council));
    }
    let mut all: Vec<Council> = found.into_values().collect();
    all.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.urn.cmp(&b.urn)));
    all
}

/// The council of this number; else, where none is asked for, the one of this name.
pub(super) fn chosen<'a>(
    loaded: &Loaded,
    all: &'a [Council],
    asked: &str,
    own_name: &str,
) -> Option<&'a Council> {
    if !asked.is_empty() {
        return all.iter().find(|it| it.urn == asked);
    }
    if let Some(first) = inspections_of(loaded.inspections(), own_name).first() {
        return all.iter().find(|it| it.urn == first.urn);
    }
    // The reader of reports knows a council whatever its name's case and additions; the other files give names alone.
    all.iter().find(|it| {
        let own = own_name.to_lowercase();
        let name = it.name.to_lowercase();
        own == name || own.strip_suffix(" council").is_some_and(|it| it == name)
    })
}

/// A council's reports, the latest first.
pub(super) fn reports<'a>(loaded: &'a Loaded, council: &Council) -> Vec<&'a Inspection> {
    let mut found: Vec<&Inspection> = loaded
        .inspections()
        .iter()
        .filter(|it| it.urn == council.urn)
        .collect();
    found.sort_by_key(|it| std::cmp::Reverse(it.published));
    found
}

/// A council's latest outcome.
pub(super) fn latest<'a>(loaded: &'a Loaded, council: &Council) -> Option<&'a Outcome> {
    loaded.outcomes()?.latest(&council.la_code)
}

/// "Tower Hamlets" of "tower hamlets"; a name with capitals stays as it is.
pub(super) fn named(name: &str) -> String {
    if name.chars().any(char::is_uppercase) {
        return name.to_owned();
    }
    let small = ["and", "of", "the", "upon", "with", "on"];
    let words = name.split_whitespace().enumerate().map(|(at, word)| {
        if at > 0 && small.contains(&word) {
            word.to_owned()
        } else {
            crate::words::capital(word)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_in_small_letters_is_written_as_names_are() {
        assert_eq!(named("blackburn with darwen"), "Blackburn with Darwen");
        assert_eq!(named("Isle of Wight"), "Isle of Wight");
    }
}
