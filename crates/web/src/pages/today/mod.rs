//! Which child first: what is over a limit or nearing it, child by child, the most urgent and statutory first.

mod asked;
mod listing;

use crate::download::csv_file;
use crate::figures::due::{DueChild, caseloads, offered};
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{Audience, SeesChildren, User};
use crate::words::{children, counted};
use askama::Template;
use asked::{Asked, Lists, Which, address, filters, lists};
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use listing::{Line, Load};
use waymark_data::Day;
use waymark_data::annex_a::Data;
use waymark_govuk::{Button, Pagination, Select};
use waymark_report::data_age;
use waymark_store::Role;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/today", show).get("/today.csv", csv)
}

/// Children on a page.
const ON_A_PAGE: usize = 40;

/// The day until which a limit is nearing: so many days on from today, or from the data's own day if that is later.
pub(crate) fn until(house: &House, as_at: Day) -> Day {
    let days = i32::try_from(house.options().nearing_days).unwrap_or(7);
    house.today().max(as_at).plus_days(days)
}

#[derive(Template)]
#[template(path = "pages/today/today.html")]
struct Today {
    heading: &'static str,
    lead: String,
    old: Option<String>,
    as_at: String,
    tabs: Vec<Tab>,
    filters: Vec<Select>,
    list: &'static str,
    submit: Button,
    narrowed: bool,
    one_team: bool,
    caption: String,
    lines: Vec<Line>,
    loads: Vec<Load>,
    empty: String,
    pages: Option<Pagination>,
    csv: String,
    nearing: bool,
}

/// One of the three lists, with how many it holds.
struct Tab {
    name: String,
    href: String,
    current: bool,
}

/// Nothing has been loaded.
#[derive(Template)]
#[template(path = "pages/today/nothing.html")]
struct Nothing {
    heading: &'static str,
    loads: bool,
}

async fn show(
    SeesChildren(user): SeesChildren,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let county = house.county();
    let heading = if user.role == Role::Manager {
        "Your children today"
    } else {
        "Children today"
    };
    let Some(data) = &county.data else {
        let view = Nothing {
            heading,
            loads: user.role == Role::Analyst,
        };
        return Ok(Page::new(heading, view)
            .section(Section::Today)
            .into_response());
    };
    let (teams, workers) = offered(data, &user);
    let lists = lists(&house, &user, data, &asked, &workers);
    let loads = caseloads(county.due(), data, &user, &lists.narrowed);
    let which = Which::of(&asked.list);
    let shown = match which {
        Which::Over => &lists.over[..],
        Which::Nearing => &lists.near[..],
        Which::Caseload => &[],
    };
    let last = shown.len().div_ceil(ON_A_PAGE).max(1);
    let page = asked.page.parse::<usize>().unwrap_or(1).clamp(1, last);
    let from = (page - 1) * ON_A_PAGE;
    let shown = &shown[from..(from + ON_A_PAGE).min(shown.len())];
    log(&house, &user, data, which, shown).await?;
    let as_at = data.cut.as_at;
    let old_after = i32::try_from(house.options().stale_after_days).unwrap_or(i32::MAX);
    let is_old = as_at.days_until(house.today()) > old_after;
    let at = |which: Which, page: usize| address("/today", which, &asked, page);
    let tab = |which_tab: Which, name: String| Tab {
        name,
        href: at(which_tab, 1),
        current: which == which_tab,
    };
    let until_words = lists.until.words();
    let view = Today {
        heading,
        lead: lead(&lists),
        old: is_old.then(|| data_age(as_at, house.today())),
        as_at: as_at.words(),
        tabs: vec![
            tab(Which::Over, format!("Over a limit ({})", lists.over.len())),
            tab(
                Which::Nearing,
                format!("Due by {until_words} ({})", lists.near.len()),
            ),
            tab(Which::Caseload, "Caseloads".to_owned()),
        ],
        filters: filters(&teams, &workers, which, &lists, &asked),
        list: which.code(),
        submit: Button::new("Show").classes("govuk-button--secondary"),
        one_team: !asked.team.is_empty(),
        narrowed: !(asked.team.is_empty() && asked.worker.is_empty() && asked.what.is_empty()),
        caption: {
            let what = match which {
                Which::Over => format!("Over a limit at {}", as_at.words()),
                Which::Nearing => format!("Due by {until_words}"),
                Which::Caseload => format!("Caseloads at {}", as_at.words()),
            };
            match &lists.narrowed.team {
                Some(team) => format!("{team}: {what}"),
                None => what,
            }
        },
        lines: listing::lines(data, shown, house.today()),
        loads: if which == Which::Caseload {
            listing::loads(&loads)
        } else {
            Vec::new()
        },
        empty: empty(which, &user, !teams.is_empty()),
        pages: (last > 1).then(|| Pagination::pages(page, last, |page| at(which, page))),
        csv: address("/today.csv", which, &asked, 1),
        nearing: which == Which::Nearing,
    };
    Ok(Page::new(heading, view)
        .section(Section::Today)
        .into_response())
}

async fn csv(
    SeesChildren(user): SeesChildren,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let county = house.county();
    let data = county.data.as_ref().ok_or(Problem::NotFound)?;
    let (_, workers) = offered(data, &user);
    let lists = lists(&house, &user, data, &asked, &workers);
    let which = Which::of(&asked.list);
    let table = match which {
        Which::Over => listing::table(data, &lists.over),
        Which::Nearing => listing::table(data, &lists.near),
        Which::Caseload => {
            listing::load_table(&caseloads(county.due(), data, &user, &lists.narrowed))
        }
    };
    let shown = match which {
        Which::Over => &lists.over[..],
        Which::Nearing => &lists.near[..],
        Which::Caseload => &[],
    };
    log(&house, &user, data, which, shown).await?;
    let name = format!("today-{}-{}", which.code(), data.cut.as_at);
    Ok(csv_file(Audience::Board, &name, &table))
}

/// Notes which children are about to be shown.
async fn log(
    house: &House,
    user: &User,
    data: &Data,
    which: Which,
    shown: &[DueChild],
) -> Result<(), Problem> {
    if shown.is_empty() {
        return Ok(());
    }
    let ids: Vec<&str> = shown.iter().map(|it| data.id(it.child)).collect();
    let what = match which {
        Which::Over => "Today: over a limit",
        _ => "Today: due soon",
    };
    let upload = house
        .county()
        .latest()
        .and_then(|it| it.uploads.first().copied());
    house.store().log_look(user.id, what, upload, &ids).await?;
    Ok(())
}

/// "12 children are over a limit, 5 of them over a statutory one; 8 have something due by 15 April 2018."
fn lead(lists: &Lists) -> String {
    use waymark_measures::Standing;
    let is_statutory = |it: &&DueChild| {
        it.due
            .iter()
            .any(|due| due.clock.standing == Standing::Statutory)
    };
    let (over, statutory) = (
        lists.over.len(),
        lists.over.iter().filter(is_statutory).count(),
    );
    let be = |number: usize| if number == 1 { "is" } else { "are" };
    let have = |number: usize| if number == 1 { "has" } else { "have" };
    let first = match over {
        0 => "No child is over a limit".to_owned(),
        _ => format!(
            "{} {} over a limit, {} of them over one the law sets",
            children(over),
            be(over),
            if statutory == 0 {
                "none".to_owned()
            } else {
                statutory.to_string()
            }
        ),
    };
    let near = lists.near.len();
    format!(
        "{first}; {} {} something due by {}.",
        children(near),
        have(near),
        lists.until.words()
    )
}

fn empty(which: Which, user: &User, has_children: bool) -> String {
    match (which, has_children) {
        (_, false) if user.role == Role::Manager => {
            "The latest return has no children in your teams. If that is wrong, the names of your teams in the return may not be those of your account: ask your administrator.".to_owned()
        }
        (Which::Over, _) => "No child here is over a limit.".to_owned(),
        (Which::Nearing, _) => "Nothing here is due by then.".to_owned(),
        (Which::Caseload, _) => "No child here has open work.".to_owned(),
    }
}

/// "3 days", as in a sentence.
fn days(number: i32) -> String {
    counted(usize::try_from(number).unwrap_or(0), "day", "days")
}
