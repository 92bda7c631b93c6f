//! A visit beside the one before it: what has changed (S-242).

use crate::words::counted;
use waymark_programme::kinds::{FINDING, VISIT};
use waymark_programme::link::{CAME_FROM, CONTINUES};
use waymark_programme::{Record, Records};

/// The visit before this one: the one it says it continues; else the last of the same body and theme; else the last of the
/// same body and sort.
pub(super) fn before<'a>(
    records: &'a Records,
    visits: &[&'a Record],
    visit: &Record,
) -> Option<&'a Record> {
    let said = records
        .leads_to(visit.id, &CONTINUES)
        .find(|it| it.is(&VISIT) && visits.iter().any(|known| known.id == it.id));
    let day = visit.date()?;
    let last = |field: &str| {
        visits
            .iter()
            .filter(|it| it.id != visit.id && it.date().is_some_and(|other| other < day))
            .filter(|it| it.text("body") == visit.text("body"))
            .filter(|it| !visit.text(field).is_empty() && it.text(field) == visit.text(field))
            .max_by_key(|it| it.date())
            .copied()
    };
    said.or_else(|| last("theme")).or_else(|| last("sort"))
}

/// What the numbers of two visits say, in sentences; none where neither visit has the number.
pub(super) fn compared(records: &Records, now: &Record, then: &Record) -> Vec<String> {
    let number = |visit: &Record, field: &str| visit.text(field).parse::<u32>().ok();
    let mut out = Vec::new();
    let cases = |visit: &Record| {
        let (sampled, returned) = (number(visit, "sampled")?, number(visit, "returned")?);
        Some(format!("{returned} of {sampled}"))
    };
    if let (Some(now), Some(then)) = (cases(now), cases(then)) {
        out.push(format!("Cases sent back: {then} then, {now} now."));
    }
    let (found, was) = (to_improve(records, now), to_improve(records, then));
    if found + was > 0 {
        out.push(format!("Areas to improve: {was} then, {found} now."));
    }
    let grade = |visit: &Record| crate::pages::plan::shown::choice(visit, "grade").to_owned();
    if !grade(now).is_empty() && !grade(then).is_empty() {
        out.push(format!(
            "Overall grade: {} then, {} now.",
            grade(then),
            grade(now)
        ));
    }
    out
}

/// How many areas to improve were found.
pub(super) fn to_improve(records: &Records, visit: &Record) -> usize {
    records
        .led_here(visit.id, &CAME_FROM)
        .filter(|it| it.is(&FINDING) && it.text("sense") == "improve")
        .count()
}

/// "3 findings, 1 of them waiting for a plan line"; empty without any.
pub(super) fn findings(records: &Records, visit: &Record) -> String {
    let found: Vec<&Record> = records
        .led_here(visit.id, &CAME_FROM)
        .filter(|it| it.is(&FINDING))
        .collect();
    if found.is_empty() {
        return String::new();
    }
    let waiting = found
        .iter()
        .filter(|it| crate::pages::findings::answered::waits(records, it))
        .count();
    let number = counted(found.len(), "finding", "findings");
    match waiting {
        0 => number,
        _ => format!("{number}, {waiting} without a plan line"),
    }
}
