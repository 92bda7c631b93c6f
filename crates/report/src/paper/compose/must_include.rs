//! The measures that a committee asked to see in every report (S-115, S-116, S-274, S-275).

use super::measures::{Charts, told};
use super::writer::{Writer, capital};
use crate::paper::material::Material;
use crate::paper::template::Insert;
use crate::paper::{Block, Figure, Missing};
use crate::reading::Reading;
use waymark_measures::catalogue;
use waymark_programme::kind::Holds;
use waymark_programme::kinds::BODY;

/// The measures of the committee's list, by name, in the order of the links.
pub(super) fn wanted<'a>(from: &Material<'a>) -> Vec<&'a str> {
    let Some(committee) = from.committee else {
        return Vec::new();
    };
    let mut names: Vec<&str> = from.records.measures_of(committee.id).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// `{must-include charts=yes}`.
pub(super) fn write(w: &mut Writer<'_>, insert: &Insert) {
    let names = wanted(w.from);
    if names.is_empty() {
        let words = w.from.committee.map_or_else(
            || match w.for_a.as_str() {
                "" => "This paper is for no committee, so no measure has to be in it.".to_owned(),
                sort => format!(
                    "No open body of the sort “{}” is on record, so nobody has said which measures have to be in this paper.",
                    sort_words(sort)
                ),
            },
            |it| {
                let who = it.title();
                format!("{who} has not asked for any measure to be in every report.")
            },
        );
        w.say("none", words);
        return;
    }
    let found: Vec<&Reading> = names
        .iter()
        .filter_map(|it| w.from.reading(it))
        .filter(|it| it.latest().is_some())
        .collect();
    told(w, &found, Charts::of(insert));
    let absent = names
        .iter()
        .filter(|name| !found.iter().any(|it| is(it, name)));
    let texts: Vec<_> = absent
        .map(|name| {
            let title = catalogue::find(name).map_or(*name, |it| it.title);
            w.text(
                name,
                format!("{}: asked for, and not in this report.", capital(title)),
            )
        })
        .collect();
    if !texts.is_empty() {
        w.put(Block::Points(texts));
    }
}

/// What a sort of body is called: "Improvement board".
fn sort_words(sort: &str) -> &str {
    match BODY.field("sort").map(|it| it.holds) {
        Some(Holds::Choice(all)) => all.iter().find(|it| it.0 == sort).map_or(sort, |it| it.1),
        _ => sort,
    }
}

/// What was asked for and is not among these figures.
pub(super) fn missing(from: &Material<'_>, figures: &[Figure]) -> Vec<Missing> {
    let who = from.committee.map_or("", |it| it.title());
    wanted(from)
        .into_iter()
        .filter(|name| {
            let variants = format!("{name}/");
            !figures
                .iter()
                .any(|it| it.measure == *name || it.measure.starts_with(&variants))
        })
        .map(|name| Missing {
            measure: name.to_owned(),
            title: catalogue::find(name).map_or_else(|| name.to_owned(), |it| it.title.to_owned()),
            asked: format!("Asked for by {who}"),
            reason: String::new(),
            known: from.reading(name).is_some_and(|it| it.latest().is_some()),
        })
        .collect()
}

fn is(reading: &Reading, name: &str) -> bool {
    let measure = reading.measure();
    measure.name() == name || measure.id == name
}
