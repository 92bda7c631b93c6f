//! The plan: what no line answers yet, then its lines by priority with delivery and effect kept apart, its phases, and what
//! the plan before it completed.

use super::filters::{Asked, filters};
use super::rated::Rated;
use super::row::{Row, row};
use super::shown::{self, Tab};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::findings::answered::waiting;
use crate::problem::Problem;
use crate::user::SeesProgramme;
use crate::words::counted;
use askama::Template;
use axum::extract::{Query, State};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use waymark_govuk::{Button, Html, Pagination, Select, SelectOption, Tag};
use waymark_programme::kinds::{PLAN, PLAN_LINE, PRIORITY};
use waymark_programme::link::{CONTINUES, REPLACES};
use waymark_programme::permit::same;
use waymark_programme::plan_checks::{lineage, lines_of, plan_of};
use waymark_programme::rating::{Delivery, Impact};
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

struct Phase {
    name: String,
    lines: usize,
    words: String,
}

struct Group {
    title: String,
    href: String,
    aim: Html,
    owners: String,
    rows: Vec<Row>,
}

/// An earlier plan with its lines and what goes on from each.
struct Before {
    plan: Html,
    state: Tag,
    words: String,
    lines: Vec<(Html, Tag, Vec<Html>)>,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Page<Plan>, Problem> {
    let records = house.records().await?;
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

/// How many lines stand where, delivery and effect apart.
fn summary(rated: &[Rated<'_>]) -> Vec<String> {
    if rated.is_empty() {
        return Vec::new();
    }
    let mut deliveries: BTreeMap<u8, (&str, usize)> = BTreeMap::new();
    let mut impacts: BTreeMap<u8, (&str, usize)> = BTreeMap::new();
    for it in rated {
        let (rank, words) = match it.delivery.shown() {
            Delivery::Late(_) => (0, "late"),
            Delivery::Slipping(_) => (1, "slipping"),
            Delivery::OnCourse => (2, "on course"),
            Delivery::Delivered => (3, "delivered"),
            Delivery::NotStarted => (4, "not started"),
            Delivery::NoDates => (5, "with no dates to judge by"),
            Delivery::Stopped => (6, "stopped"),
        };
        deliveries.entry(rank).or_insert((words, 0)).1 += 1;
        let (rank, words) = match it.impact.shown() {
            Impact::Worse => (0, "worse"),
            Impact::Mixed => (1, "better and worse"),
            Impact::NoRealChange => (2, "no real change"),
            Impact::Improved => (3, "improved"),
            Impact::TooEarly => (4, "too early to say"),
            Impact::NotYetMeasurable => (5, "not yet measurable"),
        };
        impacts.entry(rank).or_insert((words, 0)).1 += 1;
    }
    let told = |counts: BTreeMap<u8, (&str, usize)>| {
        let parts: Vec<String> = counts
            .into_values()
            .map(|(words, number)| format!("{number} {words}"))
            .collect();
        parts.join(", ")
    };
    let mut out = vec![
        format!(
            "Delivery of {}: {}.",
            counted(rated.len(), "line", "lines"),
            told(deliveries)
        ),
        format!("Effect: {}.", told(impacts)),
    ];
    let stuck = rated.iter().filter(|it| it.is_not_moving()).count();
    if stuck > 0 {
        out.push(format!(
            "{} delivered and no effect can be seen so far.",
            if stuck == 1 {
                "1 line is".to_owned()
            } else {
                format!("{stuck} lines are")
            }
        ));
    }
    out
}

fn phases(plan: &Record, rated: &[Rated<'_>]) -> Vec<Phase> {
    plan.values
        .list("phases")
        .iter()
        .filter(|it| !it.trim().is_empty())
        .map(|name| {
            let of_it: Vec<&Rated<'_>> = rated
                .iter()
                .filter(|it| {
                    let phase = it.line.text("phase");
                    // A line may name a phase by what stands before the colon: "Phase 2" of "Phase 2: embed".
                    same(phase, name)
                        || name
                            .split_once(':')
                            .is_some_and(|(head, _)| same(phase, head))
                })
                .collect();
            let number = |what: fn(Delivery) -> bool| {
                of_it.iter().filter(|it| what(it.delivery.shown())).count()
            };
            Phase {
                name: name.clone(),
                lines: of_it.len(),
                words: format!(
                    "{} delivered, {} late, {} slipping",
                    number(|it| it == Delivery::Delivered),
                    number(|it| matches!(it, Delivery::Late(_))),
                    number(|it| matches!(it, Delivery::Slipping(_)))
                ),
            }
        })
        .collect()
}

/// The plans this one goes on from, with what became of each of their lines.
fn before(records: &Records, asker: &Asker<'_>, plan: &Record) -> Vec<Before> {
    let mut earlier: Vec<&Record> = records
        .leads_to(plan.id, &CONTINUES)
        .chain(records.leads_to(plan.id, &REPLACES))
        .filter(|it| it.is(&PLAN) && asker.may_read(it))
        .collect();
    earlier.dedup_by_key(|it: &mut &Record| it.id);
    earlier
        .into_iter()
        .map(|plan| {
            let lines = lineage(records, plan.id);
            let number = |what: &dyn Fn(&Record) -> bool| {
                lines.iter().filter(|it| what(it.earlier)).count()
            };
            let completed = number(&|it| it.state.word == "completed");
            let open = number(&Record::is_open);
            let orphans = lines
                .iter()
                .filter(|it| it.earlier.is_open() && it.successors.is_empty())
                .count();
            Before {
                plan: shown::plan_link(plan),
                state: shown::state_tag(plan),
                words: format!(
                    "{}: {completed} completed, {open} still open, of which {orphans} without a line here that goes on from it.",
                    counted(lines.len(), "line", "lines")
                ),
                lines: lines
                    .iter()
                    .filter(|it| asker.may_read(it.earlier))
                    .map(|it| {
                        let successors = it
                            .successors
                            .iter()
                            .filter(|it| asker.may_read(it))
                            .map(|it| shown::link(it))
                            .collect();
                        (shown::link(it.earlier), shown::state_tag(it.earlier), successors)
                    })
                    .collect(),
            }
        })
        .collect()
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
