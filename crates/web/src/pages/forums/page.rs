//! The page.

use super::localities::{Update, update};
use super::owed::{Checks, Forum, Owed, checks, forums, owed};
use super::predictions::{Predictions, predictions};
use super::watched::{Entry, entries};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::plan::shown::{self, Tab};
use crate::problem::Problem;
use crate::user::SeesProgramme;
use askama::Template;
use axum::extract::State;
use waymark_govuk::{Html, Tag};
use waymark_programme::forums::delays;
use waymark_programme::kinds::{HEALTH_CHECK, WATCH};

#[derive(Template)]
#[template(path = "pages/forums/page.html")]
pub(super) struct Forums {
    tabs: Vec<Tab>,
    late: usize,
    owed: Vec<Owed>,
    forums: Vec<Forum>,
    checks: Vec<Checks>,
    update: Update,
    watched: Vec<Entry>,
    predictions: Predictions,
    undecided: Vec<(Html, Tag, String)>,
    may_write: bool,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
) -> Result<Page<Forums>, Problem> {
    let records = house.records_for(&user).await?;
    let (county, today, asker) = (house.county(), house.today(), user.asker());
    let owed = owed(&records, &asker, today);
    let undecided = delays(&records)
        .into_iter()
        .filter(|it| it.delay.is_open() && asker.may_read(it.delay))
        .map(|it| {
            let of = it
                .of
                .filter(|it| asker.may_read(it))
                .map_or_else(String::new, |it| {
                    format!("Holds up {} {}", it.reference(), it.title())
                });
            (shown::link(it.delay), shown::state_tag(it.delay), of)
        })
        .collect();
    let view = Forums {
        tabs: shown::tabs("/forums"),
        late: owed.iter().filter(|it| it.late).count(),
        forums: forums(&records, &asker, &owed),
        owed,
        checks: checks(&records, &asker, today),
        update: update(&county, &records, &asker, today),
        watched: entries(&county, &records, &asker, today),
        predictions: predictions(&county, &records, &asker, today),
        undecided,
        may_write: asker.may_make(&WATCH) && asker.may_make(&HEALTH_CHECK),
    };
    Ok(Page::new("Forums and promises", view)
        .under("Plan", "/plan")
        .under("Forums and promises", "")
        .section(Section::Plan))
}
