//! Every action: overdue first, then what is due next, what has no date, what awaits its confirmation.

use super::lines::{Group, Line};
use super::mine;
use super::narrow::{Asked, Marks, filters};
use crate::download;
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use std::collections::BTreeMap;
use std::sync::Arc;
use waymark_data::Day;
use waymark_govuk::{Button, Pagination, Select};
use waymark_programme::kinds::ACTION;
use waymark_programme::moved::Dates;
use waymark_programme::owner::{People, Person};
use waymark_programme::{Record, RecordId, Records};
use waymark_report::{Cell, Heading, Mark, Table};
use waymark_store::Role;

/// How many lines a page shows.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "pages/actions/list.html")]
pub(super) struct List {
    heading: &'static str,
    lead: String,
    tabs: Vec<Tab>,
    whose: &'static str,
    show: &'static str,
    filters: Vec<Select>,
    narrowed: bool,
    submit: Button,
    clear: String,
    groups: Vec<Listed>,
    pages: Option<Pagination>,
    empty: &'static str,
    csv: String,
    letters: bool,
    confirms: bool,
    adds: bool,
    /// Whether a partner is asked to comment on the self-assessment.
    comments: bool,
}

struct Tab {
    name: &'static str,
    href: String,
    current: bool,
}

struct Listed {
    title: &'static str,
    lines: Vec<Line>,
}

/// What a person asked for, found.
struct Found {
    records: Arc<Records>,
    dates: Arc<BTreeMap<RecordId, Dates>>,
    person: Person,
    whose: &'static str,
    show: &'static str,
    today: Day,
    /// In the order of the list.
    chosen: Vec<(Group, RecordId)>,
    filters: Vec<Select>,
}

async fn find(house: &House, user: &User, asked: &Asked) -> Result<Found, Problem> {
    let records = house.records().await?;
    let dates = house.slipped().of(house, &records).await?;
    let person = mine::person(house, user, &records).await?;
    let today = house.today();
    let readable: Vec<&Record> = records
        .of(&ACTION)
        .filter(|it| mine::reads(&records, &person, user, it))
        .collect();
    let own = |it: &Record| person.owns(&records, it);
    let runs = matches!(
        user.role,
        Role::Chair | Role::Director | Role::Analyst | Role::DemocraticServices
    );
    let whose = match asked.whose.as_str() {
        "mine" => "mine",
        "all" => "all",
        // Those who run the programme begin with all of it; whoever owns something, with theirs.
        _ if !runs && readable.iter().any(|it| it.is_open() && own(it)) => "mine",
        _ => "all",
    };
    let show = if asked.show == "closed" {
        "closed"
    } else {
        "open"
    };
    let people = People::of(&records, today);
    let listed: Vec<(&Record, Marks)> = readable
        .into_iter()
        .filter(|it| it.is_open() == (show == "open"))
        .filter(|it| whose == "all" || own(it))
        .map(|it| {
            (
                it,
                Marks::of(&records, &people, it, |it| user.asker().may_read(it)),
            )
        })
        .collect();
    let (kept, marks): (Vec<&Record>, Vec<Marks>) = listed.into_iter().unzip();
    let mut chosen: Vec<(Group, &Record)> = kept
        .iter()
        .zip(&marks)
        .filter(|(_, marks)| marks.fit(asked))
        .map(|(it, _)| (Group::of(&records, it, today), *it))
        .collect();
    chosen.sort_by_cached_key(|(group, it)| group.order(&records, it));
    let chosen = chosen
        .into_iter()
        .map(|(group, it)| (group, it.id))
        .collect();
    let filters = filters(&marks, asked);
    Ok(Found {
        dates,
        person,
        whose,
        show,
        today,
        chosen,
        filters,
        records,
    })
}

impl Found {
    fn record(&self, id: RecordId) -> Option<&Record> {
        self.records.get(id)
    }

    fn line(&self, user: &User, id: RecordId) -> Option<Line> {
        let action = self.record(id)?;
        let dates = self.dates.get(&id);
        Some(Line::of(
            &self.records,
            &self.person,
            user,
            action,
            dates,
            self.today,
        ))
    }

    fn in_group(&self, group: Group) -> usize {
        self.chosen.iter().filter(|(it, _)| *it == group).count()
    }

    /// What the list shows, in a sentence or two.
    fn lead(&self) -> String {
        let many = |number: usize| counted(number, "action", "actions");
        if self.show == "closed" {
            return format!("{} closed or withdrawn.", many(self.chosen.len()));
        }
        if self.chosen.is_empty() {
            return String::new();
        }
        let overdue = self.in_group(Group::Overdue);
        let longest = self
            .chosen
            .iter()
            .filter(|(group, _)| *group == Group::Overdue)
            .filter_map(|(_, id)| self.records.days_over(self.record(*id)?, self.today))
            .max();
        let slipped = self
            .chosen
            .iter()
            .filter(|(_, id)| self.dates.get(id).is_some_and(|it| it.days_slipped() > 0))
            .count();
        let is = |number: usize| if number == 1 { "is" } else { "are" };
        let mut said = format!(
            "{} {} open. ",
            many(self.chosen.len()),
            is(self.chosen.len())
        );
        said.push_str(&match longest {
            None => "None is overdue".to_owned(),
            Some(days) => format!(
                "{overdue} {} overdue, the longest by {}",
                is(overdue),
                counted(days as usize, "day", "days")
            ),
        });
        said.push_str(&match slipped {
            0 => "; none has slipped. ".to_owned(),
            1 => "; 1 has slipped from the day it was first promised for. ".to_owned(),
            many => format!("; {many} have slipped from the day they were first promised for. "),
        });
        let confirm = self.in_group(Group::Confirm);
        if confirm > 0 {
            let verb = if confirm == 1 { "awaits" } else { "await" };
            said.push_str(&format!("{confirm} {verb} confirmation at a meeting."));
        }
        said.trim().to_owned()
    }
}

pub(super) async fn list(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Page<List>, Problem> {
    let found = find(&house, &user, &asked).await?;
    let (whose, show) = (found.whose, found.show);
    let last = found.chosen.len().div_ceil(PAGE).max(1);
    let at = asked.page.parse::<usize>().unwrap_or(1).clamp(1, last);
    let slice: Vec<(Group, RecordId)> = found
        .chosen
        .iter()
        .skip((at - 1) * PAGE)
        .take(PAGE)
        .copied()
        .collect();
    let groups = Group::ALL
        .into_iter()
        .filter_map(|group| {
            let lines: Vec<Line> = slice
                .iter()
                .filter(|(it, _)| *it == group)
                .filter_map(|(_, id)| found.line(&user, *id))
                .collect();
            (!lines.is_empty()).then_some(Listed {
                title: group.title(),
                lines,
            })
        })
        .collect();
    let tab = |name, to_whose: &str, to_show: &str| Tab {
        name,
        href: Asked::default().address("/actions", to_whose, to_show, 1),
        current: (whose, show) == (to_whose, to_show),
    };
    let tabs = vec![
        tab("Yours", "mine", "open"),
        tab("All open", "all", "open"),
        tab("Closed", "all", "closed"),
    ];
    let asker = user.asker();
    let view = List {
        heading: if whose == "mine" {
            "Your actions"
        } else {
            "Actions"
        },
        lead: found.lead(),
        tabs,
        whose,
        show,
        narrowed: asked.narrowed(),
        submit: Button::new("Show").secondary(),
        clear: Asked::default().address("/actions", whose, show, 1),
        groups,
        pages: (last > 1).then(|| {
            Pagination::pages(at, last, |page| {
                asked.address("/actions", whose, show, page)
            })
        }),
        empty: empty(whose, show, asked.narrowed()),
        csv: asked.address("/actions.csv", whose, show, 1),
        letters: matches!(user.role, Role::Chair | Role::DemocraticServices),
        confirms: matches!(user.role, Role::Chair | Role::DemocraticServices)
            && found.in_group(Group::Confirm) > 0,
        adds: asker.may_make(&ACTION),
        comments: user.role == Role::Partner
            && crate::pages::self_assessment::is_asked(&house, &user).await?,
        filters: found.filters,
    };
    Ok(Page::new(view.heading, view)
        .section(Section::Actions)
        .without_data_age())
}

fn empty(whose: &str, show: &str, narrowed: bool) -> &'static str {
    match (whose, show) {
        _ if narrowed => "No action fits what you chose.",
        ("mine", _) => {
            "Nothing is waiting for you. An action is yours when your name, your role, your agency or a body you chair stands beside it."
        }
        (_, "closed") => "No action is closed yet. One is closed at a meeting, on evidence.",
        _ => "No action is open. Actions come from meetings: from their minutes, or added there.",
    }
}

pub(super) async fn csv(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let found = find(&house, &user, &asked).await?;
    let headings = [
        Heading::words("Reference"),
        Heading::words("Action"),
        Heading::words("Owners"),
        Heading::words("State"),
        Heading::words("Where it stands"),
        Heading::words("Due"),
        Heading::words("Due, as it was said"),
        Heading::numbers("Days over"),
        Heading::words("First promised for"),
        Heading::numbers("Times slipped"),
        Heading::numbers("Days slipped"),
        Heading::words("Area"),
        Heading::words("Evidence"),
    ];
    let mut table = Table::new("Actions", headings);
    for (group, id) in &found.chosen {
        let Some(it) = found.record(*id) else {
            continue;
        };
        let dates = found.dates.get(id);
        let over = found.records.days_over(it, found.today).unwrap_or(0);
        let times = dates.map_or(0, Dates::slips);
        table.rows.push(vec![
            Cell::words(it.reference()),
            Cell::words(it.title()),
            Cell::words(it.owners().join("; ")),
            Cell::words(it.state.title),
            Cell::words(group.title()),
            Cell::maybe(found.records.due(it), Cell::day),
            Cell::words(it.text("due_words")),
            Cell::whole(i64::from(over)),
            Cell::maybe(dates.and_then(|it| it.first), Cell::day),
            Cell::whole(i64::try_from(times).unwrap_or(i64::MAX)),
            Cell::whole(i64::from(dates.map_or(0, Dates::days_slipped))),
            Cell::words(it.area()),
            Cell::words(it.text("evidence")),
        ]);
    }
    let bytes = waymark_report::csv(&table, Mark::Utf8);
    let name = format!("actions-{}.csv", found.today);
    Ok(download::sent(bytes, "text/csv; charset=utf-8", &name))
}
