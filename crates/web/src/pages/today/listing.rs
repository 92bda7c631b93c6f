//! The rows of today's lists.

use super::days;
use crate::figures::due::{Caseload, Due, DueChild};
use crate::figures::listed::worker;
use waymark_data::Day;
use waymark_data::annex_a::Data;
use waymark_measures::Standing;
use waymark_report::{Cell, Heading, Table};

/// One child with all that is due.
pub(super) struct Line {
    pub(super) child: String,
    pub(super) age: String,
    pub(super) items: Vec<Item>,
}

/// One thing that is due.
pub(super) struct Item {
    pub(super) title: &'static str,
    pub(super) needed: &'static str,
    pub(super) standing: &'static str,
    pub(super) statutory: bool,
    pub(super) due: String,
    pub(super) over: String,
    pub(super) last: String,
    pub(super) note: &'static str,
    pub(super) worker: String,
    pub(super) team: String,
    pub(super) measure: String,
}

pub(super) fn lines(data: &Data, children: &[DueChild], today: Day) -> Vec<Line> {
    let as_at = data.cut.as_at;
    children
        .iter()
        .map(|it| Line {
            child: data.id(it.child).to_owned(),
            age: it
                .due
                .first()
                .and_then(|due| due.about.age_on(as_at))
                .map_or_else(String::new, |age| {
                    if age < 0 {
                        "unborn".to_owned()
                    } else {
                        format!("aged {age}")
                    }
                }),
            items: it.due.iter().map(|due| item(data, due, today)).collect(),
        })
        .collect()
}

fn item(data: &Data, due: &Due, today: Day) -> Item {
    let as_at = data.cut.as_at;
    let over = due.over(as_at);
    Item {
        title: due.clock.title,
        needed: due.clock.needed,
        standing: due.clock.standing.words(),
        statutory: due.clock.standing == Standing::Statutory,
        due: due.due.words(),
        over: match over {
            0 if due.due < today => {
                "Was due since the return was made: check whether it is done".to_owned()
            }
            0 => match as_at.max(today).days_until(due.due) {
                0 => "Due today".to_owned(),
                left => format!("{} left", days(left)),
            },
            over => format!("{} over", days(over)),
        },
        last: due
            .last
            .map_or_else(String::new, |it| format!("Last done {}", it.words())),
        note: due.note.unwrap_or(""),
        worker: match worker(data, &due.about) {
            name if name.is_empty() => "No worker recorded".to_owned(),
            name => name,
        },
        team: data
            .team(&due.about)
            .map_or("No team recorded", |it| it.name.as_str())
            .to_owned(),
        measure: format!("/measures/{}", due.clock.measure),
    }
}

/// A worker and their children.
pub(super) struct Load {
    pub(super) worker: String,
    pub(super) teams: String,
    pub(super) children: usize,
    pub(super) over: usize,
}

pub(super) fn loads(of: &[Caseload]) -> Vec<Load> {
    of.iter()
        .map(|it| Load {
            worker: if it.worker.is_empty() {
                "No worker recorded".to_owned()
            } else {
                it.worker.clone()
            },
            teams: it.teams.iter().cloned().collect::<Vec<_>>().join(", "),
            children: it.children.len(),
            over: it.over,
        })
        .collect()
}

/// Every child and thing due, a row each, for a file.
pub(super) fn table(data: &Data, children: &[DueChild]) -> Table {
    let as_at = data.cut.as_at;
    let headings = [
        Heading::words("Child"),
        Heading::words("What is due"),
        Heading::words("What is needed"),
        Heading::words("Standing"),
        Heading::words("Due by"),
        Heading::numbers("Days over"),
        Heading::words("Last done"),
        Heading::words("Worker"),
        Heading::words("Team"),
        Heading::words("District"),
        Heading::words("Note"),
        Heading::words("Data as at"),
    ];
    let mut table = Table::new("Today", headings);
    for it in children {
        for due in &it.due {
            table.rows.push(vec![
                Cell::words(data.id(it.child)),
                Cell::words(due.clock.title),
                Cell::words(due.clock.needed),
                Cell::words(due.clock.standing.words()),
                Cell::day(due.due),
                Cell::whole(i64::from(due.over(as_at))),
                Cell::maybe(due.last, Cell::day),
                Cell::words(worker(data, &due.about)),
                Cell::words(data.team(&due.about).map_or("", |it| it.name.as_str())),
                Cell::words(data.district(&due.about).unwrap_or("")),
                Cell::words(due.note.unwrap_or("")),
                Cell::day(as_at),
            ]);
        }
    }
    table
}

/// Every worker, a row each, for a file.
pub(super) fn load_table(of: &[Caseload]) -> Table {
    let headings = [
        Heading::words("Worker"),
        Heading::words("Teams"),
        Heading::numbers("Children"),
        Heading::numbers("Of whom over a limit"),
    ];
    let mut table = Table::new("Caseloads", headings);
    for load in loads(of) {
        let number = |it: usize| Cell::whole(i64::try_from(it).unwrap_or(i64::MAX));
        table.rows.push(vec![
            Cell::words(load.worker),
            Cell::words(load.teams),
            number(load.children),
            number(load.over),
        ]);
    }
    table
}
