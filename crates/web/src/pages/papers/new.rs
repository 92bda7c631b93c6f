//! Beginning a paper: from which template, for which meeting, with figures as at which day.

use crate::desk::{Returned, hand_in};
use crate::forms::{Fields, Posted};
use crate::house::House;
use crate::notice::{Notice, To};
use crate::page::{Page, Section};
use crate::pages::records::{cite, mistakes};
use crate::papers::{ASKING, body_of_template};
use crate::problem::Problem;
use crate::user::WritesPapers;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use waymark_data::Day;
use waymark_govuk::{Button, Choice, ErrorSummary, Radios, Select, SelectOption};
use waymark_programme::kinds::{BODY, MEETING, PAPER};
use waymark_programme::{Changes, Mistake, Record, Records, Values, link, meetings};

/// For which meeting: `?meeting=12`; from which template: `?template=directors-update`; as what it was asked: `?asked=31`.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asked {
    meeting: String,
    template: String,
    asked: String,
}

/// How many things that were asked are offered.
const MOST: usize = 150;

#[derive(Template)]
#[template(path = "pages/papers/new.html")]
struct Form {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    template: Radios,
    meeting: Select,
    asked: Select,
    as_at: Select,
    submit: Button,
}

pub(super) async fn show(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let fields = Fields::of(vec![
        ("meeting".to_owned(), asked.meeting),
        ("template".to_owned(), asked.template),
        ("asked".to_owned(), asked.asked),
    ]);
    Ok(page(&house, &user.csrf, &records, &fields, &[]))
}

pub(super) async fn make(
    WritesPapers(user): WritesPapers,
    State(house): State<House>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let mut wrong = Vec::new();
    let template = house
        .templates()
        .iter()
        .find(|it| it.name == fields.get("template"));
    if template.is_none() {
        wrong.push(Mistake::new("template", "Choose what sort of paper it is"));
    }
    let as_at: Option<Day> = fields.get("as_at").parse().ok();
    if as_at.is_none() && !house.county().cuts.is_empty() {
        wrong.push(Mistake::new(
            "as_at",
            "Choose the return its figures come from",
        ));
    }
    let mut chosen = records
        .all()
        .find(|it| (it.is(&MEETING) || it.is(&BODY)) && it.id.to_string() == fields.get("meeting"));
    if chosen.is_none() && !fields.get("meeting").is_empty() {
        wrong.push(Mistake::new(
            "meeting",
            "Choose a meeting or body from the list",
        ));
    }
    let (Some(template), true) = (template, wrong.is_empty()) else {
        return Ok(page(&house, &user.csrf, &records, &fields, &wrong));
    };
    // A paper for a sort of body is for one, or nobody would have asked for any measure in it.
    chosen = chosen.or_else(|| body_of_template(&records, template));
    let as_at = as_at.unwrap_or_else(|| house.today());
    let body = chosen.and_then(|it| {
        if it.is(&MEETING) {
            meetings::body_of(&records, it)
        } else {
            Some(it)
        }
    });
    let title = template
        .title
        .replace("{month}", &as_at.month().words())
        .replace("{as-at}", &as_at.words())
        .replace("{council}", &house.options().name)
        .replace("{committee}", body.map_or("the committee", Record::title))
        .replace(
            "{meeting-date}",
            &chosen
                .and_then(Record::date)
                .map_or_else(String::new, Day::words),
        )
        .replace(
            "{meeting}",
            chosen.map_or("the next meeting", Record::title),
        );
    let sort = match template.name.as_str() {
        "monthly-summary" => "performance",
        "briefing-note" => "briefing",
        _ => "report",
    };
    let title: String = title.chars().take(300).collect();
    let values = Values::new()
        .with("title", title)
        .with("sort", sort)
        .with("template", template.name.as_str())
        .with("as_at", as_at.to_string())
        .with_list("owners", [user.name.as_str()]);
    let mut changes = Changes::by(user.author());
    let made = changes.make_as(&PAPER, "received", PAPER.readers, values);
    match chosen {
        Some(meeting) if meeting.is(&MEETING) => {
            changes.link(made, &link::PRESENTED_AT, meeting.id)
        }
        Some(body) => changes.link(made, &link::ABOUT, body.id),
        None => {}
    }
    let asked = askable(&records)
        .into_iter()
        .find(|it| it.id.to_string() == fields.get("asked"));
    if let Some(asked) = asked {
        changes.link(made, &link::ANSWERS, asked.id);
    }
    match hand_in(&house, &user, &changes).await {
        Ok(kept) => Ok(To::page(format!("/papers/{}", kept.number(made)))
            .saying(Notice::PaperBegun)
            .into_response()),
        Err(Returned::Mistakes(wrong)) => Ok(page(&house, &user.csrf, &records, &fields, &wrong)),
        Err(other) => Err(other.into()),
    }
}

/// What may ask for a paper and is still open: what is due first, first.
fn askable(records: &Records) -> Vec<&Record> {
    let mut found: Vec<&Record> = records
        .all()
        .filter(|it| ASKING.contains(&it.kind) && it.is_open() && !it.erased)
        .collect();
    found.sort_by_cached_key(|it| {
        let due = records.due(it);
        (due.is_none(), due, it.id)
    });
    found
}

fn page(
    house: &House,
    csrf: &str,
    records: &Records,
    fields: &Fields,
    wrong: &[Mistake],
) -> Response {
    let templates = house.templates().iter().map(|it| {
        let name = title_of(&it.title);
        Choice::new(it.name.as_str(), name).hint(it.about.as_str())
    });
    let mut meeting = vec![SelectOption::new(
        "",
        "No meeting: the body that this sort of paper is for, if any",
    )];
    let mut ahead: Vec<&Record> = records
        .of(&MEETING)
        .filter(|it| it.date().is_some_and(|on| on >= house.today()) && it.is_open())
        .collect();
    ahead.sort_by_key(|it| it.date());
    meeting.extend(ahead.into_iter().map(cite::option));
    meeting.extend(
        records
            .of(&BODY)
            .filter(|it| it.is_open())
            .map(cite::option),
    );
    let mut asked = vec![SelectOption::new("", "Nobody asked for it")];
    asked.extend(
        askable(records)
            .into_iter()
            .enumerate()
            .filter(|(at, it)| *at < MOST || it.id.to_string() == fields.get("asked"))
            .map(|(_, it)| cite::option(it)),
    );
    let county = house.county();
    let days = county
        .cuts
        .iter()
        .rev()
        .map(|it| SelectOption::new(it.cut.as_at.to_string(), it.cut.as_at.words()));
    let view = Form {
        mistakes: mistakes::plain_summary(wrong, &["template", "meeting", "as_at"]),
        csrf: csrf.to_owned(),
        template: Radios::new("template", "What sort of paper is it?", templates.collect::<Vec<_>>())
            .value(fields.get("template"))
            .error(mistakes::wrong(wrong, "template")),
        meeting: Select::new("meeting", "For which meeting or body?", meeting)
            .value(fields.get("meeting"))
            .hint("What it asked before and the measures it wants in every report come from its record")
            .error(mistakes::wrong(wrong, "meeting")),
        asked: Select::new("asked", "As what was it asked?", asked)
            .value(fields.get("asked"))
            .hint("When the paper is issued, an action gets it as evidence and awaits its confirmation at a meeting"),
        as_at: Select::new("as_at", "Figures as at", days.collect::<Vec<_>>())
            .value(fields.get("as_at"))
            .hint("The latest return it may use")
            .error(mistakes::wrong(wrong, "as_at")),
        submit: Button::new("Begin the paper").prevent_double_click(true),
    };
    let page = Page::new("Begin a paper", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under("Papers", "/papers")
        .under("Begin a paper", "");
    if wrong.is_empty() {
        page.into_response()
    } else {
        page.with_mistakes().into_response()
    }
}

/// "Performance summary, {month}" without what changes.
fn title_of(title: &str) -> String {
    let cut = title.find('{').map_or(title, |at| &title[..at]);
    cut.trim_end_matches([' ', ',', ':']).to_owned()
}
