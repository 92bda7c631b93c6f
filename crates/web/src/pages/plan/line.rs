//! A line of the plan: what it should change for children, both ratings with their reasons, its milestones and delays, what
//! its measures do, and all that hangs on it.

use super::list;
use super::rated::{Rated, delivery_tag, impact_tag, otherwise};
use super::shown::{self, Tab};
use super::steps::{Delay, Step, delays, steps};
use crate::figures::since::Measured;
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::measures::tag as shows_tag;
use crate::problem::Problem;
use crate::user::SeesProgramme;
use askama::Template;
use axum::extract::{Path, State};
use waymark_data::Day;
use waymark_govuk::{Html, Tag};
use waymark_measures::history::Point;
use waymark_programme::kinds::{
    ACTION, AUDIT, CHANGE, DELAY, FEEDBACK, MILESTONE, PREDICTION, VISIT,
};
use waymark_programme::link::{CAME_FROM, CONTINUES, End};
use waymark_programme::plan_checks::{lacks, plan_of, predecessors};
use waymark_programme::{Asker, Kind, Record, Records};
use waymark_report::chart::sparkline_svg;

#[derive(Template)]
#[template(path = "pages/plan/line.html")]
pub(super) struct Line {
    tabs: Vec<Tab>,
    title: String,
    reference: String,
    state: Tag,
    record: String,
    thread: String,
    caption: String,
    outcome: Html,
    about: Vec<(&'static str, Html)>,
    lacks: Vec<&'static str>,
    may_edit: bool,
    not_moving: bool,
    delivery: Told,
    impact: Told,
    otherwise: String,
    steps: Vec<Step>,
    delays: Vec<Delay>,
    measures: Vec<OfMeasure>,
    lists: Vec<List>,
    adds: Vec<(&'static str, String)>,
}

/// A rating as it is told.
struct Told {
    tag: Tag,
    said: String,
    because: Vec<String>,
}

/// A measure of the line.
struct OfMeasure {
    title: String,
    href: String,
    tag: Tag,
    sentence: String,
    since: String,
    spark: Option<Html>,
}

/// Records that hang on the line.
struct List {
    title: &'static str,
    none: &'static str,
    rows: Vec<Hung>,
}

/// One of them.
struct Hung {
    link: Html,
    tag: Tag,
    about: String,
}

pub(super) async fn show(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Page<Line>, Problem> {
    let records = house.records_for(&user).await?;
    let (county, today, asker) = (house.county(), house.today(), user.asker());
    let line = list::line(&records, &asker, &number)?;
    let rated = Rated::of(&county, &records, line, today);
    let whole = records.whole(line.id).filter(|it| asker.may_read(it));
    let view = Line {
        tabs: shown::tabs(""),
        title: line.title().to_owned(),
        reference: line.reference(),
        state: shown::state_tag(line),
        record: line.path(),
        thread: format!("{}/thread", line.path()),
        caption: whole.map_or_else(String::new, |it| it.title().to_owned()),
        outcome: shown::text(line.text("outcome"), "Not said yet"),
        about: about(&records, &asker, line),
        lacks: lacks(&records, line)
            .into_iter()
            .map(|it| it.words())
            .collect(),
        may_edit: asker.may_edit(line),
        not_moving: rated.is_not_moving(),
        delivery: Told {
            tag: delivery_tag(&rated.delivery),
            said: otherwise(&rated.delivery, |it| it.words()),
            because: rated.delivery.because.clone(),
        },
        impact: Told {
            tag: impact_tag(&rated.impact),
            said: otherwise(&rated.impact, |it| it.words().to_owned()),
            because: rated.impact.because.clone(),
        },
        otherwise: format!("/plan/{}/ratings", line.id),
        steps: steps(&records, &asker, line, today),
        delays: delays(&county, &records, &asker, line),
        measures: rated
            .measured
            .iter()
            .enumerate()
            .map(|(at, it)| of_measure(at, it, line.day("start")))
            .collect(),
        lists: lists(&records, &asker, line, today),
        adds: adds(&asker, line),
    };
    let mut page = Page::new(line.title(), view).under("Plan", "/plan");
    if let Some(plan) = plan_of(&records, line).filter(|it| asker.may_read(it)) {
        page = page.under(
            shown::short(plan.title()),
            format!("/plan?plan={}", plan.id),
        );
    }
    Ok(page.section(Section::Plan))
}

fn about(records: &Records, asker: &Asker<'_>, line: &Record) -> Vec<(&'static str, Html)> {
    let day = |name: &str| line.day(name).map_or_else(String::new, Day::words);
    let mut due = day("due");
    if let Some(first) = line
        .day("first_due")
        .filter(|it| Some(*it) != line.day("due"))
    {
        due = format!("{due} (first promised for {})", first.words());
    }
    let mut rows = vec![
        (
            "Owner",
            shown::text(&shown::names(line.owners()), "Nobody yet"),
        ),
        ("Area", shown::text(line.area(), "")),
        ("Phase", shown::text(line.text("phase"), "")),
        (
            "Forum that oversees it",
            shown::text(line.text("forum"), ""),
        ),
        ("Starts on", shown::text(&day("start"), "")),
        ("Due on", shown::text(&due, "No day is set")),
        ("Progress so far", shown::text(line.text("progress"), "")),
        (
            "How improvement will be evidenced",
            shown::text(line.text("evidenced"), "Not said yet"),
        ),
        ("Evidence so far", shown::text(line.text("evidence"), "")),
        ("Audit it needs", shown::text(line.text("audit_wanted"), "")),
    ];
    let linked = |records: Vec<&Record>| {
        let links: Vec<String> = records
            .into_iter()
            .filter(|it| asker.may_read(it))
            .map(|it| format!("{} {}", shown::link(it), shown::state_tag(it)))
            .collect();
        Html::new(links.join("<br>"))
    };
    rows.push(("Goes on from", linked(predecessors(records, line))));
    rows.push((
        "Goes on in",
        linked(records.led_here(line.id, &CONTINUES).collect()),
    ));
    rows.push((
        "Came from",
        linked(records.leads_to(line.id, &CAME_FROM).collect()),
    ));
    rows.retain(|(_, value)| !value.0.is_empty());
    rows
}

/// What this person may add to the line, each with its form.
fn adds(asker: &Asker<'_>, line: &Record) -> Vec<(&'static str, String)> {
    let forms: [(&Kind, &str, &'static str); 7] = [
        (&MILESTONE, "part-of", "A milestone"),
        (&DELAY, "part-of", "A delay"),
        (&ACTION, "came-from", "An action"),
        (&CHANGE, "part-of", "A change made"),
        (&AUDIT, "part-of", "An audit"),
        (&FEEDBACK, "about", "Feedback"),
        (&PREDICTION, "about", "A prediction"),
    ];
    let mut out: Vec<(&'static str, String)> = forms
        .into_iter()
        .filter(|(kind, ..)| asker.may_make(kind))
        .map(|(kind, link, words)| {
            let from = line.reference();
            (
                words,
                format!("/records/{}/new?from={from}&link={link}", kind.word),
            )
        })
        .collect();
    if asker.may_edit(line) {
        out.push((
            "A measure or another link",
            format!("{}/links", line.path()),
        ));
    }
    out
}

fn of_measure(at: usize, measured: &Measured, start: Option<Day>) -> OfMeasure {
    use crate::figures::told::Shows;
    use waymark_programme::rating::Change;
    let shows = match measured.signal.change {
        Change::Improved => Shows::Better,
        Change::Worse => Shows::Worse,
        Change::NoRealChange => Shows::NoRealChange,
        Change::TooEarly => Shows::TooEarly,
        Change::NotJudged if measured.reading().and_then(latest).is_some() => Shows::NotJudged,
        Change::NotJudged => Shows::NoFigure,
    };
    let since = start.map_or_else(String::new, |day| measured.since(day));
    OfMeasure {
        title: measured.signal.title.clone(),
        href: format!("/measures/{}", measured.measure.name()),
        tag: shows_tag(shows),
        sentence: match measured.sentence() {
            none if none.is_empty() => "No return that has been loaded tells of it yet.".to_owned(),
            sentence => sentence,
        },
        since: if since.is_empty() {
            String::new()
        } else {
            format!("When this line started and now: {since}.")
        },
        spark: measured
            .reading()
            .filter(|it| latest(it).is_some())
            .map(|it| Html::new(sparkline_svg(it, &format!("spark-{at}")))),
    }
}

fn latest(reading: &waymark_report::Reading) -> Option<&Point> {
    reading.latest()
}

/// Everything else that is one link away, by kind.
fn lists(records: &Records, asker: &Asker<'_>, line: &Record, today: Day) -> Vec<List> {
    let tied = tied(records, asker, line);
    let of = |kinds: &[&Kind]| -> Vec<Hung> {
        tied.iter()
            .filter(|it| kinds.contains(&it.kind))
            .map(|it| hung(records, it, today))
            .collect()
    };
    let lists = [
        ("Actions", "No action is linked to it.", of(&[&ACTION])),
        ("Audits", "No audit is linked to it.", of(&[&AUDIT])),
        (
            "Feedback",
            "No feedback of children, families, staff or partners is linked to it.",
            of(&[&FEEDBACK]),
        ),
        ("Predictions", "", of(&[&PREDICTION])),
        ("Changes made", "", of(&[&CHANGE])),
        ("Inspections and visits", "", of(&[&VISIT])),
        ("What the board said and asked", "", {
            tied.iter()
                .filter(|it| {
                    [
                        "resolution",
                        "question",
                        "recommendation",
                        "agenda-item",
                        "paper",
                        "matter-arising",
                        "report-back",
                    ]
                    .contains(&it.kind.word)
                })
                .map(|it| hung(records, it, today))
                .collect()
        }),
    ];
    lists
        .into_iter()
        .filter(|(_, none, rows)| !none.is_empty() || !rows.is_empty())
        .map(|(title, none, rows)| List { title, none, rows })
        .collect()
}

/// Every record one link away that this person may read, the open ones first, then the latest.
fn tied<'a>(records: &'a Records, asker: &Asker<'_>, line: &Record) -> Vec<&'a Record> {
    let away = records
        .links_from(line.id)
        .iter()
        .filter_map(|it| match it.to {
            End::Record(to) => Some(to),
            End::Measure(_) => None,
        });
    let mut found: Vec<&Record> = away
        .chain(records.links_to(line.id).iter().map(|it| it.from))
        .filter_map(|it| records.get(it))
        .filter(|it| !it.deleted && asker.may_read(it))
        .collect();
    found.sort_by_key(|it| (!it.is_open(), std::cmp::Reverse(it.date()), it.id));
    found.dedup_by_key(|it| it.id);
    found
}

fn hung(records: &Records, record: &Record, today: Day) -> Hung {
    let mut about = vec![record.reference()];
    if let Some(day) = record.date() {
        about.push(day.words());
    }
    let owners = shown::names(record.owners());
    if !owners.is_empty() {
        about.push(owners);
    }
    if record.is_open() {
        let due = shown::due_words(records, record, today);
        if !due.is_empty() {
            about.push(due);
        }
    }
    for field in ["source", "sense"] {
        let choice = shown::choice(record, field);
        if !choice.is_empty() && record.is(&FEEDBACK) {
            about.push(choice.to_owned());
        }
    }
    if record.is(&AUDIT) {
        about.extend(grades(record));
    }
    Hung {
        link: shown::link(record),
        tag: shown::state_tag(record),
        about: about.join(". "),
    }
}

/// "12 of 20 good or outstanding" of an audit that was graded.
fn grades(audit: &Record) -> Option<String> {
    let number = |name: &str| audit.text(name).parse::<u32>().unwrap_or(0);
    let good = number("good") + number("outstanding");
    let all = good + number("inadequate") + number("requires_improvement");
    (all > 0).then(|| format!("{good} of {all} good or outstanding"))
}
