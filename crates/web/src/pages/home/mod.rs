//! Home: what has changed that is real, and where to look next.

use crate::figures::due::{Narrowed, Reach, by_child};
use crate::figures::told::Told;
use crate::figures::{Shelf, told::direction};
use crate::house::House;
use crate::page::{Page, Section};
use crate::routes::Routes;
use crate::user::{SeesFigures, User};
use crate::words::children;
use askama::Template;
use axum::extract::State;
use waymark_govuk::Html;
use waymark_store::Role;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/", show)
}

/// How many of each list stand open; the rest are folded away.
const OPEN: usize = 5;

#[derive(Template)]
#[template(path = "pages/home/home.html")]
struct Home {
    council: String,
    for_manager: Option<ForManager>,
    loads: bool,
    has_data: bool,
    lists: Vec<List>,
    rest: String,
    public: bool,
}

/// A manager's line: children first.
struct ForManager {
    over: String,
    nearing: String,
    any: bool,
}

/// "Next areas to focus on", or "Positives".
struct List {
    id: &'static str,
    title: &'static str,
    none: &'static str,
    open: Vec<Item>,
    folded: Vec<Item>,
    folded_words: String,
}

struct Item {
    title: &'static str,
    href: String,
    theme: &'static str,
    standing: &'static str,
    direction: &'static str,
    sentence: String,
    spark: Option<Html>,
}

async fn show(SeesFigures(user): SeesFigures, State(house): State<House>) -> Page<Home> {
    let county = house.county();
    let shelf = county.shelf(user.audience());
    let lists = vec![
        list(
            shelf,
            &shelf.next_areas,
            ("next-areas", "Next areas to focus on"),
            "No measure has become worse by more than chance explains, and none will keep missing its target.",
        ),
        list(
            shelf,
            &shelf.positives,
            ("positives", "Positives"),
            "No measure has improved by more than chance explains.",
        ),
    ];
    let home = Home {
        council: house.options().name.clone(),
        for_manager: for_manager(&house, &user),
        loads: user.role == Role::Analyst,
        has_data: county.latest().is_some(),
        lists,
        rest: shelf.counted.sentence(),
        public: user.role == Role::Scrutiny,
    };
    Page::new("What has changed", home).section(Section::Home)
}

fn list(
    shelf: &Shelf,
    places: &[usize],
    (id, title): (&'static str, &'static str),
    none: &'static str,
) -> List {
    let mut items: Vec<Item> = places
        .iter()
        .filter_map(|at| shelf.told.get(*at))
        .map(item)
        .collect();
    let folded = items.split_off(items.len().min(OPEN));
    List {
        id,
        title,
        none,
        folded_words: format!("{} more", folded.len()),
        open: items,
        folded,
    }
}

fn item(told: &Told) -> Item {
    Item {
        title: told.measure.title,
        href: told.href(),
        theme: told.measure.theme.words(),
        standing: told.measure.standing.words(),
        direction: direction(told.measure.good),
        sentence: told.sentence().to_owned(),
        spark: told.spark.clone(),
    }
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
