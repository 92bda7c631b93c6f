//! Every measure, theme by theme: the latest figure with its numbers, what it shows, its small chart.

use crate::figures::told::{Shows, Told, direction};
use crate::house::House;
use crate::page::{Page, Section};
use crate::routes::Routes;
use crate::user::SeesFigures;
use askama::Template;
use axum::extract::{Query, State};
use serde::Deserialize;
use waymark_govuk::{Button, Html, Select, SelectOption, Tag, TagColour};
use waymark_measures::Theme;

pub(crate) fn routes() -> Routes {
    Routes::new().get("/measures", show)
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Asked {
    theme: String,
    shows: String,
}

#[derive(Template)]
#[template(path = "pages/measures/measures.html")]
struct Measures {
    theme: Select,
    shows: Select,
    submit: Button,
    narrowed: bool,
    themes: Vec<OfTheme>,
    count: usize,
}

struct OfTheme {
    slug: &'static str,
    name: &'static str,
    rows: Vec<Row>,
}

struct Row {
    title: &'static str,
    href: String,
    latest: String,
    tag: Tag,
    words: &'static str,
    spark: Option<Html>,
}

async fn show(
    SeesFigures(user): SeesFigures,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Page<Measures> {
    let county = house.county();
    let shelf = county.shelf(user.audience());
    let wanted = |told: &&Told| {
        (asked.theme.is_empty() || told.measure.theme.slug() == asked.theme)
            && (asked.shows.is_empty() || told.shows.slug() == asked.shows)
    };
    let themes: Vec<OfTheme> = Theme::ALL
        .into_iter()
        .map(|theme| OfTheme {
            slug: theme.slug(),
            name: theme.words(),
            rows: shelf
                .told
                .iter()
                .filter(|it| it.measure.theme == theme)
                .filter(wanted)
                .map(row)
                .collect(),
        })
        .filter(|it| !it.rows.is_empty())
        .collect();
    let mut theme_options = vec![SelectOption::new("", "Every theme")];
    theme_options.extend(Theme::ALL.map(|it| SelectOption::new(it.slug(), it.words())));
    let mut shows_options = vec![SelectOption::new("", "Anything")];
    shows_options.extend(
        Shows::ALL
            .into_iter()
            .filter(|it| shelf.told.iter().any(|told| told.shows == *it))
            .map(|it| SelectOption::new(it.slug(), it.words())),
    );
    let view = Measures {
        theme: Select::new("theme", "Theme", theme_options).value(asked.theme.as_str()),
        shows: Select::new("shows", "What it shows", shows_options).value(asked.shows.as_str()),
        submit: Button::new("Show").classes("govuk-button--secondary"),
        narrowed: !(asked.theme.is_empty() && asked.shows.is_empty()),
        count: themes.iter().map(|it| it.rows.len()).sum(),
        themes,
    };
    Page::new("Measures", view)
        .under("Measures", "")
        .section(Section::Measures)
}

fn row(told: &Told) -> Row {
    let latest = if told.latest.is_empty() {
        told.why_none()
    } else {
        format!("{}.", told.latest)
    };
    Row {
        title: told.measure.title,
        href: told.href(),
        latest,
        tag: tag(told.shows),
        words: direction(told.measure.good),
        spark: told.spark.clone(),
    }
}

/// What a series shows as a tag: its words say it, its colour only helps.
pub(crate) fn tag(shows: Shows) -> Tag {
    let colour = match shows {
        Shows::Better => TagColour::Green,
        Shows::Worse => TagColour::Red,
        Shows::Higher | Shows::Lower => TagColour::Purple,
        Shows::TooEarly | Shows::TooFew => TagColour::Blue,
        Shows::NoRealChange | Shows::NotJudged | Shows::NoFigure => TagColour::Grey,
    };
    Tag::new(shows.words()).colour(colour)
}
