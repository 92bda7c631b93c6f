//! What a paragraph of an officer's rests on: records and measures, written as references and names, one to a line.

use waymark_measures::catalogue;
use waymark_programme::{Asker, Change, Changes, End, Mistake, Record, RecordId, Records, link};

/// What a wording is about now, one to a line.
pub(super) fn shown(records: &Records, wording: Option<&Record>) -> String {
    let Some(wording) = wording else {
        return String::new();
    };
    let lines: Vec<String> = ends(records, wording)
        .iter()
        .filter_map(|it| match it {
            End::Record(id) => records.get(*id).map(Record::reference),
            End::Measure(name) => Some(name.clone()),
        })
        .collect();
    lines.join("\n")
}

fn ends(records: &Records, wording: &Record) -> Vec<End> {
    records
        .links_from(wording.id)
        .iter()
        .filter(|it| *it.kind == link::ABOUT)
        .map(|it| it.to.clone())
        .collect()
}

/// The records and measures that the lines name.
///
/// # Errors
/// The line that names none, as a mistake.
pub(super) fn named(
    records: &Records,
    asker: &Asker<'_>,
    typed: &str,
) -> Result<Vec<End>, Mistake> {
    let mut found = Vec::new();
    for line in typed.lines().map(str::trim).filter(|it| !it.is_empty()) {
        let record = records
            .cited(line)
            .filter(|it| !it.deleted && !it.erased && asker.may_read(it));
        let end = match (record, catalogue::find(line)) {
            (Some(record), _) => End::Record(record.id),
            (None, Some(measure)) => End::Measure(measure.name()),
            (None, None) => {
                let line: String = line.chars().take(60).collect();
                return Err(Mistake::new(
                    "about",
                    format!(
                        "“{line}” is neither a record’s reference, such as F-2, nor a measure’s name, such as assessment-45"
                    ),
                ));
            }
        };
        if !found.contains(&end) {
            found.push(end);
        }
    }
    Ok(found)
}

/// Links a wording to what it is about, and takes away what it no longer is.
pub(super) fn link_to(
    changes: &mut Changes,
    records: &Records,
    before: Option<&Record>,
    wording: RecordId,
    about: &[End],
) {
    let had = before.map_or_else(Vec::new, |it| ends(records, it));
    for gone in had.iter().filter(|it| !about.contains(it)) {
        changes.list.push(Change::Unlink {
            from: wording,
            kind: &link::ABOUT,
            to: gone.clone(),
        });
    }
    for new in about.iter().filter(|it| !had.contains(it)) {
        changes.link(wording, &link::ABOUT, new.clone());
    }
}
