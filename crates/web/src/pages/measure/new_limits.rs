//! Drawing a measure's limits anew from a month: a person's decision, with its cause and why it is expected to stay.

use super::anew::suggestion;
use super::find;
use crate::desk::{Returned, hand_in};
use crate::figures::happened::links;
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::records::{cite, mistakes};
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{Audience, DrawsLimits, User};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_data::{Day, Month};
use waymark_govuk::{Button, ErrorSummary, Input, Select, SelectOption, Textarea};
use waymark_measures::Measure;
use waymark_programme::kinds::{CHANGE, NEW_LIMITS};
use waymark_programme::{Changes, End, Mistake, Record, Records, Values, link};
use waymark_report::{FEWEST_AFTER, FEWEST_BEFORE, Reading};

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/measures/{id}/new-limits", plain)
        .post("/measures/{id}/new-limits", plain_draw)
        .get("/measures/{id}/{variant}/new-limits", variant)
        .post("/measures/{id}/{variant}/new-limits", variant_draw)
}

/// From which month: `?from=2017-03`.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    from: String,
}

async fn plain(
    DrawsLimits(user): DrawsLimits,
    State(house): State<House>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    show(&house, &user, find(&id, None)?, asked).await
}

async fn variant(
    DrawsLimits(user): DrawsLimits,
    State(house): State<House>,
    Path((id, variant)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    show(&house, &user, find(&id, Some(&variant))?, asked).await
}

async fn plain_draw(
    DrawsLimits(user): DrawsLimits,
    State(house): State<House>,
    Path(id): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    draw(&house, &user, find(&id, None)?, &fields).await
}

async fn variant_draw(
    DrawsLimits(user): DrawsLimits,
    State(house): State<House>,
    Path((id, variant)): Path<(String, String)>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    draw(&house, &user, find(&id, Some(&variant))?, &fields).await
}

#[derive(Template)]
#[template(path = "pages/measure/new_limits.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    title: &'static str,
    csrf: String,
    action: String,
    suggested: Option<String>,
    fewest_before: usize,
    fewest_after: usize,
    from: Option<Select>,
    cause: Input,
    why: Textarea,
    change: Option<Select>,
    submit: Button,
    back: String,
}

async fn show(
    house: &House,
    user: &User,
    measure: &'static Measure,
    asked: Asked,
) -> Result<Response, Problem> {
    let records = house.records_for(user).await?;
    let fields = Fields::of(vec![("from".to_owned(), asked.from)]);
    Ok(page(house, user, &records, measure, &fields, &[]))
}

async fn draw(
    house: &House,
    user: &User,
    measure: &'static Measure,
    fields: &Fields,
) -> Result<Response, Problem> {
    let records = house.records_for(user).await?;
    let mut wrong = Vec::new();
    let from = month(fields.get("from"));
    match (from, reading(house, measure).as_ref()) {
        (Some(from), Some(reading)) => {
            if let Err(why) = reading.may_draw_anew(from) {
                wrong.push(Mistake::new("from", why.words(from)));
            }
        }
        _ => wrong.push(Mistake::new(
            "from",
            "Choose the month from which the new limits hold",
        )),
    }
    if fields.get("cause").is_empty() {
        wrong.push(Mistake::new(
            "cause",
            "Say what changed: without a known cause limits are not drawn anew",
        ));
    }
    if fields.get("why").is_empty() {
        wrong.push(Mistake::new("why", "Say why it is expected to stay"));
    }
    let (Some(from), true) = (from, wrong.is_empty()) else {
        return Ok(page(house, user, &records, measure, fields, &wrong));
    };
    let values = Values::new()
        .with("text", fields.get("cause"))
        .with("date", from.first().to_string())
        .with("why", fields.get("why"))
        .with("said_by", user.name.as_str())
        .with("decided_on", house.today().to_string());
    let mut changes = Changes::by(user.author());
    let made = changes.make(&NEW_LIMITS, values);
    changes.link(made, &link::ABOUT, End::Measure(measure.name()));
    let chosen = changes_of(&records, measure)
        .into_iter()
        .find(|it| it.id.to_string() == fields.get("change"));
    if let Some(change) = chosen {
        changes.link(made, &link::CAME_FROM, change.id);
    }
    match hand_in(house, user, &changes).await {
        Ok(_) => Ok(To::page(format!("/measures/{}", measure.name()))
            .saying(Notice::LimitsAnew)
            .into_response()),
        Err(Returned::Mistakes(mut wrong)) => {
            for it in &mut wrong {
                if it.field == "text" {
                    it.field = "cause";
                }
            }
            Ok(page(house, user, &records, measure, fields, &wrong))
        }
        Err(other) => Err(other.into()),
    }
}

fn month(text: &str) -> Option<Month> {
    let first: Day = format!("{text}-01").parse().ok()?;
    Some(first.month())
}

/// The county's series as it is read now.
fn reading(house: &House, measure: &'static Measure) -> Option<Reading> {
    let county = house.county();
    let told = county.shelf(Audience::Board).of_measure(measure)?;
    told.reading.clone()
}

/// The recorded changes that affect a measure, the latest first: what may have caused a shift.
fn changes_of<'a>(records: &'a Records, measure: &Measure) -> Vec<&'a Record> {
    let mut found: Vec<&Record> = links(records, measure)
        .filter(|it| it.kind == &link::AFFECTS)
        .filter_map(|it| records.get(it.from))
        .filter(|it| it.is(&CHANGE) && !it.deleted && it.state.word != "dropped")
        .collect();
    found.sort_by_key(|it| (std::cmp::Reverse(it.date()), it.id));
    found.dedup_by_key(|it| it.id);
    found
}

fn page(
    house: &House,
    user: &User,
    records: &Records,
    measure: &'static Measure,
    fields: &Fields,
    wrong: &[Mistake],
) -> Response {
    let reading = reading(house, measure);
    let href = format!("/measures/{}", measure.name());
    let months = reading
        .as_ref()
        .map(Reading::months_to_draw_anew)
        .unwrap_or_default();
    let suggested = reading.as_ref().and_then(Reading::suggested_month);
    let error = |field| mistakes::wrong(wrong, field);
    let from = (!months.is_empty()).then(|| {
        let mut options = vec![SelectOption::new("", "Choose a month")];
        options.extend(
            months
                .iter()
                .map(|it| SelectOption::new(it.to_string(), it.words())),
        );
        Select::new("from", "From which month do the new limits hold?", options)
            .value(fields.get("from"))
            .hint("The month in which the cause took hold. Only months with a sustained shift are offered")
            .error(error("from"))
    });
    let changes = changes_of(records, measure);
    let view = Form {
        mistakes: mistakes::plain_summary(wrong, &["from", "cause", "why", "change"]),
        title: measure.title,
        csrf: user.csrf.clone(),
        action: format!("{href}/new-limits"),
        suggested: suggested.map(suggestion),
        fewest_before: FEWEST_BEFORE,
        fewest_after: FEWEST_AFTER,
        from,
        cause: Input::new("cause", "What changed?")
            .hint("In a few words, to follow the month. It stands with the chart and in papers, also in those for the public: name nobody")
            .value(fields.get("cause"))
            .error(error("cause")),
        why: Textarea::new("why", "Why do you expect it to stay?")
            .hint("Not that a target was missed: new limits make no figure better")
            .value(fields.get("why"))
            .rows(4_u16)
            .error(error("why")),
        change: (!changes.is_empty()).then(|| {
            let mut options = vec![SelectOption::new("", "None of these")];
            options.extend(changes.iter().map(|it| cite::option(it)));
            Select::new("change", "Is the cause a recorded change?", options)
                .value(fields.get("change"))
        }),
        submit: Button::new("Draw new limits").prevent_double_click(true),
        back: href.clone(),
    };
    let page = Page::new("Draw new limits from a month", view)
        .under("Measures", "/measures")
        .under(measure.title, href)
        .section(Section::Measures);
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}
