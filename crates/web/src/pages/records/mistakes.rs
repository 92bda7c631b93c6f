//! What is wrong with a record's form: words beside each field, and a summary above that leads to them.

use super::form::control;
use waymark_govuk::{ErrorLink, ErrorSummary};
use waymark_programme::Mistake;
use waymark_programme::kind::{Holds, Kind};

/// The words about one field; empty where nothing is wrong with it.
#[must_use]
pub(crate) fn wrong<'a>(mistakes: &'a [Mistake], field: &str) -> &'a str {
    mistakes
        .iter()
        .find(|it| it.field == field)
        .map_or("", |it| it.words.as_str())
}

/// The summary above a form that asks for this kind's fields; none where nothing is wrong. What is about no field that a
/// form shows is said without leading anywhere.
#[must_use]
pub(crate) fn summary(kind: &Kind, mistakes: &[Mistake]) -> Option<ErrorSummary> {
    let links = mistakes.iter().map(|it| match kind.field(it.field) {
        Some(field) if field.holds == Holds::Day => {
            ErrorLink::new(&it.words, &format!("{}-day", control(field.name)))
        }
        Some(field) if field.holds != Holds::Files => {
            ErrorLink::new(&it.words, &control(field.name))
        }
        _ => ErrorLink::default().content(&it.words),
    });
    let links: Vec<ErrorLink> = links.collect();
    (!links.is_empty()).then(|| ErrorSummary::new(links))
}

/// The summary above a form whose controls are named as the mistakes are: "reason", "minute", "link".
#[must_use]
pub(crate) fn plain_summary(mistakes: &[Mistake], controls: &[&str]) -> Option<ErrorSummary> {
    let links: Vec<ErrorLink> = mistakes
        .iter()
        .map(|it| {
            if controls.contains(&it.field) {
                ErrorLink::new(&it.words, it.field)
            } else {
                ErrorLink::default().content(&it.words)
            }
        })
        .collect();
    (!links.is_empty()).then(|| ErrorSummary::new(links))
}
