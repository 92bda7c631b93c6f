//! An officer's wording: any sentence of a paper, or a paragraph more. It is marked as theirs wherever the paper is shown.

use super::show::encoded;
use super::{about, may_see, own, path};
use crate::desk::{Returned, hand_in};
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::records::mistakes;
use crate::papers::Draft;
use crate::problem::Problem;
use crate::user::{User, WritesPapers};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_govuk::{Button, ErrorSummary, Textarea};
use waymark_programme::kind::DATE;
use waymark_programme::kinds::WORDING;
use waymark_programme::{Change, Changes, Mistake, Record, RecordId, Records, Values, link};
use waymark_report::paper::compose::ADDED;
use waymark_report::paper::{Hand, Paper};

/// Which text: `?place=positives%2Fassessment-over-45%2F1`; without it, all of them.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    place: String,
}

#[derive(Template)]
#[template(path = "pages/papers/words.html")]
struct All {
    title: String,
    sections: Vec<Of>,
}

/// The texts of a section.
struct Of {
    heading: String,
    texts: Vec<(String, String, String)>,
    add: String,
}

#[derive(Template)]
#[template(path = "pages/papers/word.html")]
struct One {
    mistakes: Option<ErrorSummary>,
    title: String,
    csrf: String,
    action: String,
    place: String,
    stood: String,
    words: Textarea,
    about: Textarea,
    submit: Button,
    withdraw: bool,
}

pub(super) async fn show(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    if record.state.frozen {
        return Err(Problem::NotFound);
    }
    let paper = Draft::of(&house, record.id).await?.paper;
    may_see(&user, paper.audience)?;
    if asked.place.is_empty() {
        return Ok(all(record, &paper));
    }
    one(&user, &records, record, &paper, &asked.place, None, &[]).ok_or(Problem::NotFound)
}

/// Every text with a link to change it.
fn all(record: &Record, paper: &Paper) -> Response {
    let to = |place: &str| path(record, &format!("/words?place={}", encoded(place)));
    let sections = paper.sections.iter().map(|section| {
        let texts: Vec<(String, String, String)> = paper
            .texts()
            .filter(|(key, _)| *key == section.key)
            .map(|(_, text)| {
                let whose = match &text.by {
                    Hand::Record => String::new(),
                    Hand::Template => "The template’s words".to_owned(),
                    Hand::Officer { name, on, .. } => {
                        format!("Written by {name} on {}", on.words())
                    }
                };
                (text.words.clone(), whose, to(&text.key))
            })
            .collect();
        Of {
            heading: section.heading.clone(),
            add: to(&format!("{}{ADDED}{}", section.key, texts.len() + 1)),
            texts,
        }
    });
    let view = All {
        title: paper.title.clone(),
        sections: sections.collect(),
    };
    framed(record, paper, view).into_response()
}

fn framed<T: Template>(record: &Record, paper: &Paper, view: T) -> Page<T> {
    Page::new(format!("Wording: {}", paper.title), view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under("Papers", "/papers")
        .under(paper.title.clone(), path(record, ""))
        .under("Wording", "")
        .without_data_age()
}

/// The wording at a place, where an officer wrote one.
fn standing<'a>(records: &'a Records, paper: &Record, place: &str) -> Option<&'a Record> {
    records
        .parts(paper.id, &WORDING)
        .find(|it| it.is_open() && it.text("place") == place && it.text("sort") == "sentence")
}

fn one(
    user: &User,
    records: &Records,
    record: &Record,
    paper: &Paper,
    place: &str,
    typed: Option<(&str, &str)>,
    wrong: &[Mistake],
) -> Option<Response> {
    let found = paper
        .texts()
        .find(|(_, text)| text.key == place)
        .map(|it| it.1);
    let added = place
        .rsplit_once(ADDED)
        .is_some_and(|(section, _)| paper.sections.iter().any(|it| it.key == section));
    if found.is_none() && !added {
        return None;
    }
    let stood = found.map_or(String::new(), |it| match &it.by {
        Hand::Officer { instead_of, .. } => instead_of.clone(),
        _ => it.words.clone(),
    });
    let now = typed.map_or_else(
        || found.map_or(String::new(), |it| it.words.clone()),
        |(words, _)| words.to_owned(),
    );
    let about = typed.map_or_else(
        || about::shown(records, standing(records, record, place)),
        |(_, about)| about.to_owned(),
    );
    let label = if added && found.is_none() {
        "The paragraph"
    } else {
        "The sentence"
    };
    let view = One {
        mistakes: mistakes::plain_summary(wrong, &["text", "about"]),
        title: paper.title.clone(),
        csrf: user.csrf.clone(),
        action: path(record, "/words"),
        place: place.to_owned(),
        stood,
        words: Textarea::new("text", label)
            .rows(6_u16)
            .hint("A percentage needs its numbers and its month; “most” and “many” need the number they stand for. Never a child’s name")
            .value(now)
            .error(mistakes::wrong(wrong, "text")),
        about: Textarea::new("about", "What is it about? (optional)")
            .rows(3_u16)
            .hint("Records and measures it rests on, one to a line: F-2, assessment-45")
            .value(about)
            .error(mistakes::wrong(wrong, "about")),
        submit: Button::new("Keep this wording").prevent_double_click(true),
        withdraw: standing(records, record, place).is_some(),
    };
    let page = framed(record, paper, view);
    Some(if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    })
}

pub(super) async fn write(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Path(number): Path<String>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    if record.state.frozen {
        return Err(Problem::NotFound);
    }
    let place = fields.get("place").to_owned();
    let before = standing(&records, record, &place);
    let text = crate::pages::records::posted::plain_breaks(fields.get("text"));
    let about = crate::pages::records::posted::plain_breaks(fields.get("about"));
    let mut changes = Changes::by(user.author());
    if fields.get("withdraw") == "yes" {
        let Some(before) = before else {
            return Err(Problem::NotFound);
        };
        changes = changes.because("The paper’s own words stand again");
        changes.list.push(Change::Move {
            record: before.id,
            read: before.version,
            to: "withdrawn",
        });
    } else {
        let paper = Draft::of(&house, record.id).await?.paper;
        may_see(&user, paper.audience)?;
        if text.is_empty() {
            let wrong = [Mistake::new(
                "text",
                "Write the words, or take your wording out",
            )];
            return one(
                &user,
                &records,
                record,
                &paper,
                &place,
                Some(("", &about)),
                &wrong,
            )
            .ok_or(Problem::NotFound);
        }
        let ends = match about::named(&records, &user.asker(), &about) {
            Ok(ends) => ends,
            Err(wrong) => {
                let typed = Some((text.as_str(), about.as_str()));
                return one(&user, &records, record, &paper, &place, typed, &[wrong])
                    .ok_or(Problem::NotFound);
            }
        };
        if one(&user, &records, record, &paper, &place, None, &[]).is_none() {
            return Err(Problem::NotFound);
        }
        let wording = keep(
            &mut changes,
            record,
            before,
            &user,
            house.today().to_string(),
            ("sentence", &place, "", &text),
        );
        about::link_to(&mut changes, &records, before, wording, &ends);
    }
    match hand_in(&house, &user, &changes).await {
        Ok(_) => Ok(To::page(path(record, "/words"))
            .saying(Notice::WordingKept)
            .into_response()),
        Err(Returned::Mistakes(wrong)) => {
            let paper = Draft::of(&house, record.id).await?.paper;
            one(
                &user,
                &records,
                record,
                &paper,
                &place,
                Some((&text, &about)),
                &wrong,
            )
            .ok_or(Problem::NotFound)
        }
        Err(other) => Err(other.into()),
    }
}

/// Writes a wording that belongs to a paper, in place of the one that stood there; the number it goes by.
pub(super) fn keep(
    changes: &mut Changes,
    paper: &Record,
    before: Option<&Record>,
    user: &User,
    today: String,
    (sort, place, rule, text): (&str, &str, &str, &str),
) -> RecordId {
    let values = Values::new()
        .with("place", place)
        .with("sort", sort)
        .with("rule", rule)
        .with("text", text)
        .with("said_by", user.name.as_str())
        .with(DATE, today);
    match before {
        Some(before) => {
            changes.list.push(Change::Edit {
                record: before.id,
                read: before.version,
                readers: before.readers,
                values,
            });
            before.id
        }
        None => {
            let made = changes.make_as(&WORDING, WORDING.states[0].word, paper.readers, values);
            changes.link(made, &link::PART_OF, paper.id);
            made
        }
    }
}
