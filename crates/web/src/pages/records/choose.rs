//! Choosing a record: from a short list, or by its reference.

use super::cite;
use super::mistakes::wrong;
use crate::forms::Fields;
use waymark_govuk::{Input, Label, Select, SelectOption};
use waymark_programme::{Asker, Mistake, Record, RecordId, Records};

/// A list of records to choose one from, with a first line that chooses none. Its values are the records' numbers.
pub(crate) fn select<'a>(
    name: &str,
    label: &str,
    none: &str,
    records: impl Iterator<Item = &'a Record>,
    chosen: Option<RecordId>,
) -> Select {
    let mut options = vec![SelectOption::new("", none)];
    options.extend(records.map(cite::option));
    Select::new(name, label, options)
        .value(chosen.map_or_else(String::new, |it| it.to_string()))
        .classes("wm-select--wide")
}

/// The record that a control names: by its number, as [`select`] does, or by its reference, as people do. None where the
/// control is empty or names nothing this person may read.
pub(crate) fn chosen<'a>(
    asker: &Asker<'_>,
    records: &'a Records,
    fields: &Fields,
    name: &str,
) -> Option<&'a Record> {
    named(asker, records, fields.get(name))
}

/// The record of this number or reference, if this person may read it and it is not deleted.
pub(crate) fn named<'a>(asker: &Asker<'_>, records: &'a Records, text: &str) -> Option<&'a Record> {
    let found = match text.trim().parse::<i64>() {
        Ok(number) => records.get(RecordId(number)),
        Err(_) => records.cited(text),
    };
    found.filter(|it| !it.deleted && asker.may_read(it))
}

/// How many meetings the list of minutes offers.
const MEETINGS: usize = 12;

/// Which meeting, agenda item or resolution decided something: the latest meetings to choose from, or any of them by
/// reference.
pub(crate) struct Minute {
    /// The latest meetings, latest first.
    pub(crate) meeting: Select,
    /// Another, by its reference.
    pub(crate) other: Input,
}

impl Minute {
    /// The two controls, `minute` and `minute-reference`, with the latest of these meetings to choose from.
    pub(crate) fn new<'a>(
        meetings: impl Iterator<Item = &'a Record>,
        typed: Option<&Fields>,
        mistakes: &[Mistake],
    ) -> Self {
        let typed = |name: &str| typed.map_or("", |it| it.get(name)).to_owned();
        let chosen = typed("minute").parse().ok().map(RecordId);
        Self {
            meeting: select(
                "minute",
                "Decided at",
                "None of these",
                meetings.take(MEETINGS),
                chosen,
            )
            .error(wrong(mistakes, "minute")),
            other: Input::new(
                "minute-reference",
                Label::new("Or an agenda item or resolution, by its reference"),
            )
            .hint("For example, AI-12 or RES-7")
            .classes("govuk-input--width-10")
            .value(typed("minute-reference")),
        }
    }

    /// What was chosen. A reference goes before the list; one that leads nowhere is a mistake.
    pub(crate) fn chosen(
        asker: &Asker<'_>,
        records: &Records,
        fields: &Fields,
    ) -> Result<Option<RecordId>, Mistake> {
        let reference = fields.get("minute-reference");
        if !reference.is_empty() {
            return named(asker, records, reference)
                .filter(|it| ["meeting", "agenda-item", "resolution"].contains(&it.kind.word))
                .map(|it| Some(it.id))
                .ok_or_else(|| {
                    Mistake::new(
                        "minute",
                        "No meeting, agenda item or resolution has this reference",
                    )
                });
        }
        Ok(chosen(asker, records, fields, "minute").map(|it| it.id))
    }
}
