//! The plan: what no line answers yet, then its lines by priority with delivery and effect kept apart, its phases, and what
//! the plan before it completed.

use super::before::{Before, before};
use super::filters::{Asked, filters};
use super::rated::Rated;
use super::row::{Row, row};
use super::shown::{self, Tab};
use super::standing::{Phase, phases, ready, summary};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::findings::answered::waiting;
use crate::problem::Problem;
use crate::user::SeesProgramme;
use crate::words::counted;
use askama::Template;
use axum::extract::{Query, State};
use std::cmp::Reverse;
use waymark_govuk::{Button, Html, Pagination, Select, SelectOption, Tag};
use waymark_programme::kinds::{PLAN, PLAN_LINE, PRIORITY};
use waymark_programme::plan_checks::{lines_of, plan_of};
use waymark_programme::{Asker, Record, RecordId, Records};

/// How many lines a page shows.
const PAGE: usize = 60;
/// How many findings without a line are named.
const NAMED: usize = 5;

#[derive(Template)]
#[template(path = "pages/plan/list.html")]
pub(super) struct Plan {
    tabs: Vec<Tab>,
    title: String,
    plan: Option<About>,
    choose: Option<Select>,
    empty: bool,
    may_make: bool,
    waiting: Vec<Html>,
    waiting_words: String,
    summary: Vec<String>,
    ready: Vec<String>,
    phases: Vec<Phase>,
    filters: Vec<Select>,
    submit: Button,
    narrowed: bool,
    plan_number: String,
    shown_words: String,
    groups: Vec<Group>,
    pages: Option<Pagination>,
    before: Vec<Before>,
}

/// What the plan itself says.
struct About {
    link: Html,
    state: Tag,
    ambition: Html,
    when: String,
    achieved: Html,
}

struct Group {
    title: String,
    href: String,
    aim: Html,
    owners: String,
    add: String,
    rows: Vec<Row>,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Page<Plan>, Problem> {
    let records = house.records_for(&user).await?;
    let (county, today, asker) = (house.county(), house.today(), user.asker());
    let plans = plans(&records, &asker);
    let plan = chosen(&plans, &asked.plan)?;
    let lines = lines(&records, &asker, plan);
    let mut rated: Vec<Rated<'_>> = lines
        .iter()
        .filter(|it| asked.has(it))
        .map(|it| Rated::of(&county, &records, it, today))
        .collect();
    let order = priorities(&records, plan);
    let place = |line: &Record| {
        let whole = records.whole(line.id).map(|it| it.id);
        order
            .iter()
            .position(|it| Some(it.id) == whole)
            .unwrap_or(usize::MAX)
    };
    rated.sort_by_key(|it| (place(it.line), it.line.id));
    let last = rated.len().div_ceil(PAGE).max(1);
    let page = asked.page.clamp(1, last);
    let on_page = &rated[(page - 1) * PAGE..rated.len().min(page * PAGE)];
    let mut groups: Vec<(usize, Group)> = Vec::new();
    for it in on_page {
        let at = place(it.line);
        if groups.last().is_none_or(|(last, _)| *last != at) {
            groups.push((at, group(order.get(at).copied())));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.rows.push(row(&records, &asker, it, today));
        }
    }
    let unanswered = waiting(&records, &asker);
    let title = plan.map_or("The plan", Record::title).to_owned();
    let view = Plan {
        tabs: shown::tabs("/plan"),
        title: title.clone(),
        plan: plan.map(about),
        choose: (plans.len() > 1).then(|| {
            let options: Vec<SelectOption> = plans
                .iter()
                .map(|it| {
                    let name = format!("{} ({})", it.title(), it.state.title.to_lowercase());
                    SelectOption::new(it.id.to_string(), shown::short(&name))
                })
                .collect();
            Select::new("plan", "Plan", options)
                .value(plan.map_or_else(String::new, |it| it.id.to_string()))
        }),
        empty: lines.is_empty() && plan.is_none(),
        may_make: asker.may_make(&PLAN_LINE),
        waiting_words: counted(unanswered.len(), "finding", "findings"),
        waiting: unanswered
            .into_iter()
            .take(NAMED)
            .map(shown::link)
            .collect(),
        summary: summary(&rated),
        ready: plan.map_or_else(Vec::new, |it| ready(&records, &asker, it, &rated, today)),
        phases: plan.map_or_else(Vec::new, |it| phases(it, &rated)),
        filters: filters(&house, &lines, &asked),
        submit: Button::new("Show").classes("govuk-button--secondary"),
        narrowed: asked.narrows(),
        plan_number: plan.map_or_else(String::new, |it| it.id.to_string()),
        shown_words: if last > 1 {
            format!(
                "Page {page} of {last}; {} in all.",
                counted(rated.len(), "line", "lines")
            )
        } else {
            String::new()
        },
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        pages: (last > 1).then(|| Pagination::pages(page, last, |page| asked.address(page))),
        before: plan.map_or_else(Vec::new, |it| before(&records, &asker, it)),
    };
    Ok(Page::new(title, view)
        .under("Plan", "")
        .section(Section::Plan))
}

/// Every plan this person may read: in force first, then drafts, then what is over, the latest first.
fn plans<'a>(records: &'a Records, asker: &Asker<'_>) -> Vec<&'a Record> {
    let rank = |it: &Record| match it.state.word {
        "in-force" => 0,
        "draft" => 1,
        _ => 2,
    };
    let mut found: Vec<&Record> = records.of(&PLAN).filter(|it| asker.may_read(it)).collect();
    found.sort_by_key(|it| (rank(it), Reverse(it.date()), Reverse(it.id)));
    found
}

fn chosen<'a>(plans: &[&'a Record], asked: &str) -> Result<Option<&'a Record>, Problem> {
    if asked.is_empty() {
        return Ok(plans.first().copied());
    }
    plans
        .iter()
        .find(|it| it.id.to_string() == asked)
        .map(|it| Some(*it))
        .ok_or(Problem::NotFound)
}

/// The lines of a plan; where there is none, all. Lines that belong to no plan are shown with the first one, or nobody would
/// find them.
fn lines<'a>(records: &'a Records, asker: &Asker<'_>, plan: Option<&'a Record>) -> Vec<&'a Record> {
    let Some(plan) = plan else {
        return records
            .of(&PLAN_LINE)
            .filter(|it| asker.may_read(it))
            .collect();
    };
    let mut lines = lines_of(records, plan.id);
    if plan.is_open() {
        lines.extend(
            records
                .of(&PLAN_LINE)
                .filter(|it| it.is_open() && plan_of(records, it).is_none()),
        );
    }
    lines.retain(|it| asker.may_read(it));
    lines
}

/// The priorities of a plan in their printed order; of all plans where there is none.
fn priorities<'a>(records: &'a Records, plan: Option<&Record>) -> Vec<&'a Record> {
    let mut found: Vec<&Record> = match plan {
        Some(plan) => records.parts(plan.id, &PRIORITY).collect(),
        None => records.of(&PRIORITY).collect(),
    };
    found.sort_by_key(|it| (shown::numbered(it.text("number")), it.id));
    found
}

fn group(priority: Option<&Record>) -> Group {
    let Some(priority) = priority else {
        return Group {
            title: "Without a priority".to_owned(),
            href: String::new(),
            aim: Html::default(),
            owners: String::new(),
            add: String::new(),
            rows: Vec::new(),
        };
    };
    let number = priority.text("number");
    let title = if number.is_empty() {
        priority.title().to_owned()
    } else {
        format!("{number}. {}", priority.title())
    };
    Group {
        title,
        href: priority.path(),
        aim: shown::text(priority.text("aim"), ""),
        owners: shown::names(priority.owners()),
        add: format!(
            "/records/plan-line/new?from={}&link=part-of",
            priority.reference()
        ),
        rows: Vec::new(),
    }
}

fn about(plan: &Record) -> About {
    let day = |name: &str, words: &str| plan.day(name).map(|it| format!("{words} {}", it.words()));
    let when: Vec<String> = [
        day("date", "In force from"),
        day("due", "to be completed by"),
        day("done_on", "completed on"),
    ]
    .into_iter()
    .flatten()
    .collect();
    About {
        link: Html::new(format!(
            "<a class=\"govuk-link\" href=\"{}\">{}</a>",
            plan.path(),
            plan.reference()
        )),
        state: shown::state_tag(plan),
        ambition: shown::text(plan.text("ambition"), ""),
        when: crate::words::capital(&when.join(", ")),
        achieved: shown::text(plan.text("achieved"), ""),
    }
}

/// The line an address names, if this person may read it.
pub(super) fn line<'a>(
    records: &'a Records,
    asker: &Asker<'_>,
    number: &str,
) -> Result<&'a Record, Problem> {
    number
        .parse()
        .ok()
        .and_then(|it| records.get(RecordId(it)))
        .filter(|it| it.is(&PLAN_LINE) && !it.deleted && asker.may_read(it))
        .ok_or(Problem::NotFound)
}
