//! Actions of a log that are kept already: found by their number or their words, and offered to be brought up to date instead
//! of being made again.

use super::offer::{Offer, Sort};
use std::collections::BTreeSet;
use waymark_govuk::{Label, Select, SelectOption};
use waymark_programme::check::TEXT;
use waymark_programme::kinds::ACTION;
use waymark_programme::minutes::Confidence;
use waymark_programme::{Asker, Change, Changes, Record, RecordId, Records, permit};

/// Finds the actions that are kept already, and offers nothing by itself of what the minutes or the record say is over.
pub(super) fn find(offers: &mut [Offer], records: &Records, asker: &Asker<'_>) {
    for offer in offers.iter_mut().filter(|it| it.sort == Sort::Action) {
        let known = known(offer, records, asker);
        offer.which = known.map(|it| it.id.to_string()).unwrap_or_default();
        let mut told: Vec<String> = Some(std::mem::take(&mut offer.told))
            .into_iter()
            .filter(|it| !it.is_empty())
            .collect();
        if let Some(known) = known {
            told.push(format!(
                "It is kept already as {} ({}).",
                known.reference(),
                known.state.title.to_lowercase()
            ));
        }
        if offer.over {
            let then = if known.is_some() {
                "it is closed at a meeting, on evidence."
            } else {
                "keep it only if it should be on record."
            };
            told.push(format!("The minutes say it is over: {then}"));
        }
        if offer.over || known.is_some_and(|it| !it.is_open()) {
            offer.confidence = Confidence::Suggested;
        }
        offer.told = told.join(" ");
    }
}

/// The action of an offer: by a reference such as ACT-12 in the log; by its number alone where the words are alike, since a
/// log may have numbers of its own; else by the same words.
fn known<'r>(offer: &Offer, records: &'r Records, asker: &Asker<'_>) -> Option<&'r Record> {
    let is = |it: &&Record| it.is(&ACTION) && !it.deleted && !it.erased && asker.may_read(it);
    let words = offer.value("text");
    let numbered = || {
        let found = records
            .get(RecordId(offer.logged.parse().ok()?))
            .filter(is)?;
        alike(found.title(), words).then_some(found)
    };
    let same = || {
        let plain = |text: &str| text.trim_end_matches('.').to_owned();
        let same = |it: &&Record| permit::same(&plain(it.title()), &plain(words));
        let found = records.of(&ACTION).filter(is).filter(same);
        // Of several the one that is still open, the latest.
        found.max_by_key(|it| (it.is_open(), it.id))
    };
    records
        .cited(&offer.logged)
        .filter(is)
        .or_else(numbered)
        .or_else(same)
}

/// Whether two texts share half the longer words of the shorter one.
fn alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|it: char| !it.is_alphanumeric())
            .filter(|it| it.chars().count() > 3)
            .map(str::to_lowercase)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.intersection(&other).count();
    shared > 0 && shared * 2 >= one.len().min(other.len())
}

/// Which action it is: the one that is kept, or a new one.
pub(super) fn which(offer: &Offer, records: &Records, asker: &Asker<'_>) -> Option<Select> {
    let known = existing(&offer.which, records, asker).or_else(|| known(offer, records, asker))?;
    let words = format!("{} {}", known.reference(), known.title());
    let options = vec![
        SelectOption::new("", "A new action"),
        SelectOption::new(
            known.id.to_string(),
            crate::pages::records::cite::shortened(&words, 90),
        ),
    ];
    Some(
        Select::new(
            format!("{}.which", offer.key),
            Label::new("Which action is it?"),
            options,
        )
        .hint("Of one that is kept already the progress is added to; nothing else of it changes")
        .value(offer.which.as_str()),
    )
}

/// The action that a form names.
pub(super) fn existing<'r>(
    number: &str,
    records: &'r Records,
    asker: &Asker<'_>,
) -> Option<&'r Record> {
    let id = number.parse().ok()?;
    records
        .get(RecordId(id))
        .filter(|it| it.is(&ACTION) && !it.deleted && asker.may_read(it))
}

/// Brings an action up to date with what the minutes say of it; nothing where they say nothing new.
pub(super) fn update(changes: &mut Changes, action: &Record, offer: &Offer, day: &str) {
    let said = offer.value("progress");
    let before = action.text("progress");
    if said.is_empty() || before.contains(said) {
        return;
    }
    let on = day.parse().map_or_else(
        |_| String::new(),
        |it: waymark_data::Day| format!("{}: ", it.words()),
    );
    let progress = match before {
        "" => format!("{on}{said}"),
        before => format!("{before}\n\n{on}{said}"),
    };
    if progress.chars().count() > TEXT {
        return;
    }
    changes.list.push(Change::Edit {
        record: action.id,
        read: action.version,
        readers: action.readers,
        values: action.values.clone().with("progress", progress),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_shortens_is_alike_and_another_subject_is_not() {
        assert!(alike(
            "Arrange dental checks for children looked after",
            "Dental checks"
        ));
        assert!(!alike("Write to every school", "Dental checks"));
        assert!(!alike("", "Dental checks"));
    }
}
