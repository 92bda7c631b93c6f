//! Saying otherwise of a line's ratings: what a person says stands beside what is computed, with their name and reason, and
//! never instead of it.

use super::list::line;
use super::rated::Rated;
use super::shown;
use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{SeesProgramme, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_govuk::{Button, Choice, ErrorLink, ErrorSummary, Fieldset, Radios, Textarea};
use waymark_programme::kind::Holds;
use waymark_programme::kinds::{DELIVERY, IMPACT};
use waymark_programme::{Change, Changes, Mistake, Record, Records};

#[derive(Template)]
#[template(path = "pages/plan/otherwise.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    changed: Vec<String>,
    csrf: String,
    read: u32,
    action: String,
    title: String,
    delivery: Asking,
    impact: Asking,
    save: Button,
    back: String,
}

/// One of the two questions.
struct Asking {
    computed: String,
    because: Vec<String>,
    choice: Radios,
    why: Textarea,
}

/// The four answers.
struct Typed {
    delivery: String,
    delivery_why: String,
    impact: String,
    impact_why: String,
}

impl Typed {
    fn of(line: &Record) -> Self {
        let get = |name: &str| line.text(name).to_owned();
        Self {
            delivery: get("delivery_said"),
            delivery_why: get("delivery_why"),
            impact: get("impact_said"),
            impact_why: get("impact_why"),
        }
    }

    fn sent(fields: &Fields) -> Self {
        let get = |name: &str| match fields.get(name) {
            "computed" => String::new(),
            text => text.to_owned(),
        };
        Self {
            delivery: get("delivery"),
            delivery_why: get("delivery-why"),
            impact: get("impact"),
            impact_why: get("impact-why"),
        }
    }
}

pub(super) async fn form(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let line = line(&records, &user.asker(), &number)?;
    may(&user, line)?;
    Ok(page(
        &house,
        &user,
        &records,
        line,
        &Typed::of(line),
        &[],
        Vec::new(),
    ))
}

fn may(user: &User, line: &Record) -> Result<(), Problem> {
    if user.asker().may_edit(line) {
        Ok(())
    } else {
        Err(Problem::NotAllowed(
            "Ratings are spoken to by those who keep the plan: the chair, the director, analysts, democratic services, and managers in their areas.",
        ))
    }
}

pub(super) async fn say(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records().await?;
    let line = line(&records, &user.asker(), &number)?;
    may(&user, line)?;
    let typed = Typed::sent(&fields);
    let read: u32 = fields.get("read").parse().unwrap_or(0);
    let mut mistakes = Vec::new();
    for (said, why, field) in [
        (&typed.delivery, &typed.delivery_why, "delivery-why"),
        (&typed.impact, &typed.impact_why, "impact-why"),
    ] {
        if !said.is_empty() && why.is_empty() {
            mistakes.push(Mistake::new(
                field,
                "Say why: without a reason nobody overrides what is computed",
            ));
        }
    }
    if read == 0 {
        mistakes.push(Mistake::new(
            "delivery",
            "Choose what you say of delivery and of effect",
        ));
    }
    if !mistakes.is_empty() {
        return Ok(page(
            &house,
            &user,
            &records,
            line,
            &typed,
            &mistakes,
            Vec::new(),
        ));
    }
    let says_something = !(typed.delivery.is_empty() && typed.impact.is_empty());
    let kept = |said: &str, why: &str| {
        if said.is_empty() {
            String::new()
        } else {
            why.to_owned()
        }
    };
    let values = line
        .values
        .clone()
        .with("delivery_said", typed.delivery.as_str())
        .with("delivery_why", kept(&typed.delivery, &typed.delivery_why))
        .with("impact_said", typed.impact.as_str())
        .with("impact_why", kept(&typed.impact, &typed.impact_why))
        .with(
            "said_by",
            if says_something {
                user.name.as_str()
            } else {
                ""
            },
        );
    let mut changes = Changes::by(user.author());
    changes.list.push(Change::Edit {
        record: line.id,
        read,
        readers: line.readers,
        values,
    });
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(format!("/plan/{}", line.id))
            .saying(Notice::RatingSaid)
            .into_response()),
        Err(Returned::Mistakes(mistakes)) => Ok(page(
            &house,
            &user,
            &records,
            line,
            &typed,
            &mistakes,
            Vec::new(),
        )),
        // What the other wrote is shown beside what was typed here; sending again writes over it knowingly.
        Err(Returned::Stale(_)) => {
            let records = house.records().await?;
            let now = self::line(&records, &user.asker(), &number)?;
            let there = stands(now);
            Ok(page(&house, &user, &records, now, &typed, &[], there))
        }
        Err(other) => Err(other.into()),
    }
}

/// What the line says now, in sentences.
fn stands(line: &Record) -> Vec<String> {
    let told = |name: &str, why: &str, what: &str| match shown::choice(line, name) {
        "" => format!("Of {what} nobody says otherwise."),
        said => format!("Of {what} it says: {said}. {}", line.text(why)),
    };
    vec![
        told("delivery_said", "delivery_why", "delivery"),
        told("impact_said", "impact_why", "effect"),
    ]
}

fn page(
    house: &House,
    user: &User,
    records: &Records,
    line: &Record,
    typed: &Typed,
    mistakes: &[Mistake],
    changed: Vec<String>,
) -> Response {
    let rated = Rated::of(&house.county(), records, line, house.today());
    let wrong = |field: &str| {
        mistakes
            .iter()
            .find(|it| it.field == field)
            .map_or("", |it| it.words.as_str())
    };
    let links: Vec<ErrorLink> = mistakes
        .iter()
        .map(|it| {
            ErrorLink::new(
                it.words.as_str(),
                if it.field.is_empty() {
                    "delivery"
                } else {
                    it.field
                },
            )
        })
        .collect();
    let stale = !changed.is_empty();
    let view = Form {
        mistakes: (!links.is_empty()).then(|| ErrorSummary::new(links)),
        changed,
        csrf: user.csrf.clone(),
        read: line.version,
        action: format!("/plan/{}/ratings", line.id),
        title: line.title().to_owned(),
        delivery: Asking {
            computed: rated.delivery.computed.words(),
            because: rated.delivery.because.clone(),
            choice: choice(
                "delivery",
                "What you say of its delivery",
                DELIVERY,
                &typed.delivery,
            )
            .error(wrong("delivery")),
            why: why("delivery-why", &typed.delivery_why, wrong("delivery-why")),
        },
        impact: Asking {
            computed: rated.impact.computed.words().to_owned(),
            because: rated.impact.because.clone(),
            choice: choice(
                "impact",
                "What you say of its effect",
                IMPACT,
                &typed.impact,
            )
            .error(wrong("impact")),
            why: why("impact-why", &typed.impact_why, wrong("impact-why")),
        },
        save: Button::new("Save"),
        back: format!("/plan/{}", line.id),
    };
    let page = Page::new("Say otherwise of the ratings", view)
        .under("Plan", "/plan")
        .under(shown::short(line.title()), format!("/plan/{}", line.id))
        .section(Section::Plan);
    if stale {
        page.status(axum::http::StatusCode::CONFLICT)
            .into_response()
    } else if mistakes.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

fn choice(name: &str, question: &str, holds: Holds, now: &str) -> Radios {
    let choices = match holds {
        Holds::Choice(choices) => choices,
        _ => &[],
    };
    let mut items = vec![Choice::new("computed", "As it is computed")];
    items.extend(
        choices
            .iter()
            .map(|(word, title)| Choice::new(*word, *title)),
    );
    Radios::new(
        name,
        Fieldset::new(question).legend_classes("govuk-fieldset__legend--s"),
        items,
    )
    .value(if now.is_empty() { "computed" } else { now })
    .classes("govuk-radios--small")
}

fn why(name: &str, now: &str, wrong: &str) -> Textarea {
    Textarea::new(name, "Why you say otherwise")
        .hint("It is shown with your name, beside what is computed")
        .value(now)
        .rows(3_u16)
        .error(wrong)
}
