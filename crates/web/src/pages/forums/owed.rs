//! The delegated forums and what they owe, and the plan's health checks.

use crate::pages::plan::shown;
use crate::words::counted;
use waymark_data::Day;
use waymark_govuk::{Html, Tag, TagColour};
use waymark_programme::forums::{health, reports_owed};
use waymark_programme::kinds::BODY;
use waymark_programme::permit::same;
use waymark_programme::{Asker, Record, Records};

/// A report that is owed.
pub(super) struct Owed {
    pub(super) by: String,
    pub(super) what: Html,
    pub(super) to: String,
    pub(super) due: String,
    pub(super) tag: Tag,
    pub(super) last: String,
    pub(super) late: bool,
}

/// Every report owed that this person may read, the latest first.
pub(super) fn owed(records: &Records, asker: &Asker<'_>, today: Day) -> Vec<Owed> {
    reports_owed(records, today)
        .into_iter()
        .filter(|it| it.report.is_none_or(|it| asker.may_read(it)))
        .map(|it| Owed {
            what: it
                .report
                .map_or_else(|| shown::text(&it.what, ""), shown::link),
            due: it.due.map_or_else(
                || "No day is known".to_owned(),
                |day| format!("{}, {}", day.words(), shown::from_today(day, today)),
            ),
            tag: late_tag(it.days_late, it.due),
            last: it
                .last
                .map_or_else(|| "Never on record".to_owned(), Day::words),
            late: it.days_late.is_some(),
            by: it.by,
            to: it.to,
        })
        .collect()
}

/// "Late by 12 days", "Due", "No day": words first, the colour helps.
fn late_tag(days: Option<u32>, due: Option<Day>) -> Tag {
    match (days, due) {
        (Some(days), _) => {
            let days = counted(usize::try_from(days).unwrap_or(usize::MAX), "day", "days");
            Tag::new(format!("Late by {days}")).colour(TagColour::Red)
        }
        (None, Some(_)) => Tag::new("Due").colour(TagColour::Blue),
        (None, None) => Tag::new("No day").colour(TagColour::Yellow),
    }
}

/// A forum or group with its cycle.
pub(super) struct Forum {
    pub(super) link: Html,
    pub(super) sort: String,
    pub(super) cycle: String,
}

/// The forums and groups, by name; those that owe nothing on a cycle say so.
pub(super) fn forums(records: &Records, asker: &Asker<'_>, owed: &[Owed]) -> Vec<Forum> {
    let mut found: Vec<&Record> = records
        .of(&BODY)
        .filter(|it| it.is_open() && asker.may_read(it))
        .filter(|it| ["forum", "operational"].contains(&it.text("sort")))
        .collect();
    found.sort_by_key(|it| it.title().to_lowercase());
    found
        .into_iter()
        .map(|body| {
            let owes = owed.iter().any(|it| {
                it.by
                    .split(", ")
                    .any(|by| same(by, body.text("name")) || same(by, body.text("short")))
            });
            let cycle = match (body.text("report_weeks"), body.text("reports_to")) {
                ("", _) if owes => "Owes what is listed above".to_owned(),
                ("", _) => "Owes no report on a cycle".to_owned(),
                (weeks, "") => format!("Reports every {weeks} weeks; to whom is not recorded"),
                (weeks, to) => format!("Reports to {to} every {weeks} weeks"),
            };
            Forum {
                link: shown::link(body),
                sort: shown::choice(body, "sort").to_owned(),
                cycle,
            }
        })
        .collect()
}

/// The health checks of a plan in force.
pub(super) struct Checks {
    pub(super) plan: Html,
    pub(super) tag: Tag,
    pub(super) next: String,
    pub(super) next_link: Option<Html>,
    pub(super) put_down: String,
    pub(super) last: Option<Html>,
    pub(super) last_on: String,
    pub(super) found: Html,
    pub(super) localities: Vec<String>,
}

/// The health checks of every plan in force.
pub(super) fn checks(records: &Records, asker: &Asker<'_>, today: Day) -> Vec<Checks> {
    health(records, today)
        .into_iter()
        .filter(|it| asker.may_read(it.plan))
        .map(|it| {
            let last = it.last.filter(|it| asker.may_read(it));
            let next = it.next.filter(|it| asker.may_read(it));
            Checks {
                plan: shown::plan_link(it.plan),
                tag: late_tag(it.days_late, it.due),
                next: it.due.map_or_else(
                    || {
                        format!(
                            "Every {} weeks; the plan does not say from which day it is in force.",
                            it.weeks
                        )
                    },
                    |day| {
                        format!(
                            "Every {} weeks. The next is due on {}, {}.",
                            it.weeks,
                            day.words(),
                            shown::from_today(day, today)
                        )
                    },
                ),
                next_link: next.map(shown::link),
                put_down: format!(
                    "/records/health-check/new?from={}&link=part-of",
                    it.plan.reference()
                ),
                last_on: last
                    .and_then(Record::date)
                    .map_or_else(String::new, |it| format!("held on {}", it.words())),
                found: shown::text(last.map_or("", |it| it.text("found")), ""),
                localities: last.map_or_else(Vec::new, |it| it.values.list("localities").to_vec()),
                last: last.map(shown::link),
            }
        })
        .collect()
}
