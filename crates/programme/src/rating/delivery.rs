//! Whether a plan line is delivered, from its days and its milestones.

use super::{Delivery, Rating, days_of, said};
use crate::kind::DUE;
use crate::kinds::MILESTONE;
use crate::record::Record;
use crate::records::Records;
use waymark_data::Day;

/// How the delivery of a line stands today.
#[must_use]
pub fn delivery(records: &Records, line: &Record, today: Day) -> Rating<Delivery> {
    let (computed, because) = delivered(records, line, today);
    Rating {
        computed,
        because,
        said: said(line, "delivery_said", "delivery_why", Delivery::from_word),
    }
}

fn delivered(records: &Records, line: &Record, today: Day) -> (Delivery, Vec<String>) {
    let mut because = Vec::new();
    let steps: Vec<&Record> = records
        .parts(line.id, &MILESTONE)
        .filter(|it| it.state.word != "dropped")
        .collect();
    let reached = steps.iter().filter(|it| !it.is_open()).count();
    if !steps.is_empty() {
        because.push(format!(
            "{reached} of {} {} reached.",
            steps.len(),
            if steps.len() == 1 {
                "milestone is"
            } else {
                "milestones are"
            }
        ));
    }
    match line.state.word {
        "delivered" | "completed" => {
            because.push(match line.day("done_on") {
                Some(day) => format!("It was delivered on {}.", day.words()),
                None => "It was said to be delivered; the day is not on record.".to_owned(),
            });
            return (Delivery::Delivered, because);
        }
        "stopped" => {
            because.push("It was stopped.".to_owned());
            return (Delivery::Stopped, because);
        }
        _ => {}
    }
    let due = line.day(DUE);
    if let Some(days) = due.and_then(|due| past(due, today)) {
        because.push(format!(
            "It was due {} ago and is not delivered.",
            days_of(days)
        ));
        return (Delivery::Late(days), because);
    }
    let mut slips: Vec<u32> = Vec::new();
    for step in steps.iter().filter(|it| it.is_open()) {
        let Some(due) = step.day(DUE) else { continue };
        if let Some(days) = past(due, today) {
            slips.push(days);
            because.push(format!(
                "The milestone “{}” was due {} ago.",
                step.title(),
                days_of(days)
            ));
        } else if let Some(days) = put_off(step) {
            slips.push(days);
            because.push(format!(
                "The milestone “{}” was put off by {}, to {}.",
                step.title(),
                days_of(days),
                due.words()
            ));
        }
    }
    if let Some(days) = put_off(line) {
        slips.push(days);
        because.push(format!("The line itself was put off by {}.", days_of(days)));
    }
    let start = line.day("start");
    let begun = line.state.word != "planned" || reached > 0;
    if let Some(days) = start.filter(|_| !begun).and_then(|it| past(it, today)) {
        slips.push(days);
        because.push(format!(
            "It should have begun {} ago and has not.",
            days_of(days)
        ));
    }
    if let Some(most) = slips.into_iter().max() {
        return (Delivery::Slipping(most), because);
    }
    if !begun {
        because.push(match start {
            Some(day) => format!("It is to begin on {}.", day.words()),
            None => "It has not begun.".to_owned(),
        });
        return (Delivery::NotStarted, because);
    }
    if due.is_none() && steps.is_empty() {
        because.push("It has neither a due day nor milestones.".to_owned());
        return (Delivery::NoDates, because);
    }
    because.push(match due {
        Some(day) => format!("Nothing is late, and it is due on {}.", day.words()),
        None => "Nothing is late.".to_owned(),
    });
    (Delivery::OnCourse, because)
}

fn past(due: Day, today: Day) -> Option<u32> {
    u32::try_from(due.days_until(today))
        .ok()
        .filter(|it| *it > 0)
}

/// By how many days something was put off from the day it was first promised for.
fn put_off(record: &Record) -> Option<u32> {
    past(record.day("first_due")?, record.day(DUE)?)
}
