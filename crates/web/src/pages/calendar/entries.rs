//! A meeting or a due day as calendar entries. The same record is always the same entry, so that a program moves it and
//! does not add another.

use super::ical::Calendar;
use crate::clock::moment_at;
use crate::house::Options;
use jiff::SignedDuration;
use waymark_data::Day;
use waymark_programme::kinds::ACTION;
use waymark_programme::{Record, Records};

/// A meeting: an event, for all day if its time is not known.
pub(super) fn meeting(calendar: &mut Calendar, options: &Options, record: &Record) {
    let Some(day) = record.date() else { return };
    calendar.line("BEGIN", "VEVENT");
    identity(calendar, options, record, "meeting");
    match moment_at(day, record.text("starts")) {
        Some(starts) => {
            calendar.moment("DTSTART", starts);
            // A meeting that ends before it starts goes on past midnight.
            if let Some(ends) = moment_at(day, record.text("ends")) {
                let day_long = SignedDuration::from_hours(24);
                calendar.moment("DTEND", if ends > starts { ends } else { ends + day_long });
            }
        }
        None => all_day(calendar, day),
    }
    calendar.text("SUMMARY", record.title());
    calendar.text("LOCATION", record.text("place"));
    let mut about = Vec::new();
    if let Some(papers) = record.day("papers_due") {
        about.push(format!("Papers are due on {}.", papers.words()));
    }
    if !record.text("chair").is_empty() {
        about.push(format!("Chair: {}", record.text("chair")));
    }
    calendar.text("DESCRIPTION", &about.join("\n"));
    calendar.line(
        "STATUS",
        if record.state.word == "cancelled" || record.deleted {
            "CANCELLED"
        } else {
            "CONFIRMED"
        },
    );
    calendar.line("URL", &format!("{}{}", options.address, record.path()));
    calendar.line("END", "VEVENT");
}

/// Something due: a task for programs that have tasks, and a day in the calendar for those that have none.
pub(super) fn due(calendar: &mut Calendar, options: &Options, records: &Records, record: &Record) {
    let Some(day) = records.due(record) else {
        return;
    };
    let title = format!("{}: {}", record.reference(), record.title());
    let address = if record.is(&ACTION) {
        format!("{}/actions/{}", options.address, record.id)
    } else {
        format!("{}{}", options.address, record.path())
    };
    calendar.line("BEGIN", "VTODO");
    identity(calendar, options, record, "due");
    calendar.day("DUE", day);
    calendar.text("SUMMARY", &title);
    let (status, percent) = match record.state.word {
        "withdrawn" => ("CANCELLED", "0"),
        _ if record.deleted => ("CANCELLED", "0"),
        _ if !record.is_open() => ("COMPLETED", "100"),
        "open" | "asked" | "owed" | "promised" => ("NEEDS-ACTION", "0"),
        _ => ("IN-PROCESS", "50"),
    };
    calendar.line("STATUS", status);
    calendar.line("PERCENT-COMPLETE", percent);
    calendar.line("URL", &address);
    calendar.line("END", "VTODO");
    calendar.line("BEGIN", "VEVENT");
    identity(calendar, options, record, "day");
    all_day(calendar, day);
    calendar.text("SUMMARY", &format!("Due: {title}"));
    calendar.line("TRANSP", "TRANSPARENT");
    calendar.line(
        "STATUS",
        if status == "CANCELLED" {
            "CANCELLED"
        } else {
            "CONFIRMED"
        },
    );
    calendar.line("URL", &address);
    calendar.line("END", "VEVENT");
}

fn all_day(calendar: &mut Calendar, day: Day) {
    calendar.day("DTSTART", day);
    calendar.day("DTEND", day.plus_days(1));
}

/// What tells a program that it is the same entry, and whether it is newer.
fn identity(calendar: &mut Calendar, options: &Options, record: &Record, what: &str) {
    let host = options
        .address
        .split_once("://")
        .map_or("waymark", |(_, rest)| rest)
        .split(['/', ':'])
        .next()
        .unwrap_or("waymark");
    calendar.line(
        "UID",
        &format!("{}-{}-{what}@{host}", record.kind.word, record.id),
    );
    calendar.line("SEQUENCE", &record.version.saturating_sub(1).to_string());
    calendar.moment("DTSTAMP", record.changed);
    calendar.moment("LAST-MODIFIED", record.changed);
}
