//! Home: what a person came for. For the board what has changed that is real, what was promised and what does not move; for
//! a manager their children first; for democratic services what waits; for scrutiny what it asked and was told.

mod asked;
mod changed;
mod clerk;
mod lines;
mod next_meeting;
mod owed;

use crate::figures::due::{Narrowed, Reach, by_child};
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{SeesFigures, User};
use crate::words::children;
use askama::Template;
use asked::AskedList;
use axum::extract::State;
use changed::List;
use clerk::Waits;
use lines::{Lines, Unanswered};
use next_meeting::NextMeeting;
use owed::ToDos;
use waymark_store::Role;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/", show)
}

#[derive(Template)]
#[template(path = "pages/home/home.html")]
struct Home {
    title: &'static str,
    council: String,
    for_manager: Option<ForManager>,
    loads: bool,
    has_data: bool,
    lists: Vec<List>,
    rest: String,
    public: bool,
    waits: Vec<Waits>,
    asked: Vec<AskedList>,
    next: Option<NextMeeting>,
    meets: bool,
    mine: ToDos,
    overdue: Option<ToDos>,
    stuck: Option<Lines>,
    own_lines: Option<Lines>,
    unanswered: Option<Unanswered>,
}

/// A manager's line: children first.
struct ForManager {
    over: String,
    nearing: String,
    any: bool,
}

async fn show(
    SeesFigures(user): SeesFigures,
    State(house): State<House>,
) -> Result<Page<Home>, Problem> {
    let records = house.records_for(&user).await?;
    let (county, today, asker) = (house.county(), house.today(), user.asker());
    let shelf = county.shelf(user.audience());
    let runs = matches!(
        user.role,
        Role::Chair | Role::Director | Role::DemocraticServices | Role::Member | Role::Analyst
    );
    let programme = user.role != Role::Scrutiny;
    let title = match user.role {
        Role::DemocraticServices => "What waits for you",
        Role::Scrutiny => "What we asked, and what has changed",
        _ => "What has changed",
    };
    let home = Home {
        title,
        council: house.options().name.clone(),
        for_manager: for_manager(&house, &user),
        loads: user.role == Role::Analyst,
        has_data: county.latest().is_some(),
        lists: changed::lists(shelf),
        rest: shelf.counted.sentence(),
        public: user.role == Role::Scrutiny,
        waits: if user.role == Role::DemocraticServices {
            clerk::waits(&house, &records, &asker, today).await?
        } else {
            Vec::new()
        },
        asked: match user.role {
            Role::Scrutiny => {
                let every = house.records().await?;
                let mut all = asked::of_scrutiny((&records, &every), &asker, today);
                all.push(asked::papers_of_scrutiny(&records, &asker));
                all
            }
            Role::Auditor => vec![asked::of_auditor(&records, &asker, today)],
            _ => Vec::new(),
        },
        next: next_meeting::next(&records, &asker, today),
        meets: programme,
        mine: owed::mine(&county, &records, &asker, today),
        overdue: runs.then(|| owed::overdue(&county, &records, &asker, today)),
        stuck: runs.then(|| lines::stuck(&county, &records, &asker, today)),
        own_lines: (user.role == Role::Manager)
            .then(|| lines::of_manager(&county, &records, &asker, today)),
        unanswered: (programme && user.role != Role::Manager)
            .then(|| lines::unanswered(&records, &asker)),
    };
    Ok(Page::new(title, home).section(Section::Home))
}

fn for_manager(house: &House, user: &User) -> Option<ForManager> {
    if user.role != Role::Manager {
        return None;
    }
    let county = house.county();
    let data = county.data.as_ref()?;
    let until = super::today::until(house, data.cut.as_at);
    let count = |reach| by_child(county.due(), data, user, &Narrowed::default(), reach).len();
    let (over, nearing) = (count(Reach::Over), count(Reach::By(until)));
    Some(ForManager {
        over: format!("{} over a limit in your teams", children(over)),
        nearing: format!(
            "{} more with something due by {}",
            children(nearing),
            until.words()
        ),
        any: over + nearing > 0,
    })
}
