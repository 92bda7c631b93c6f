//! A paper that is being written: made anew each time it is asked for.

use super::from::{Later, Spec, beneath, make};
use super::why::{Returns, why};
use crate::clock;
use crate::county::County;
use crate::house::House;
use crate::problem::Problem;
use jiff::Timestamp;
use std::collections::HashMap;
use std::sync::Arc;
use waymark_data::Day;
use waymark_programme::kinds::{BODY, CLAIM, MEETING, PAPER, SELF_ASSESSMENT};
use waymark_programme::self_assessment::claims;
use waymark_programme::{Asker, Record, RecordId, Records, link, meetings};
use waymark_report::Audience;
use waymark_report::paper::compare::Asked;
use waymark_report::paper::lint::{Context, Finding, Shown, Weight, lint};
use waymark_report::paper::template::Template;
use waymark_report::paper::{Beneath, Earlier, Paper, Published, Return, publish};
use waymark_store::Role;

/// How old figures may be at a meeting, in days, where neither the body nor the template has said.
const DATA_DAYS: u32 = 70;

/// A paper that no record asks for is for a meeting at most so many days ahead: a later one will have figures of its own.
const NEAR: i32 = 42;

/// The age of reader that papers are written for: those for the public for a pupil of 14, those for the board for one of 17.
fn reading_age(audience: Audience) -> u32 {
    match audience {
        Audience::Public => 14,
        Audience::Board => 17,
    }
}

/// Whether a record is one of Waymark's own papers.
#[must_use]
pub fn is_own(record: &Record) -> bool {
    record.is(&PAPER) && !record.text("template").is_empty()
}

/// The template of a paper.
#[must_use]
pub fn template_of<'a>(house: &'a House, record: &Record) -> Option<&'a Template> {
    house
        .templates()
        .iter()
        .find(|it| it.name == record.text("template"))
}

/// The meeting a paper is for.
#[must_use]
pub fn meeting_of_paper<'a>(records: &'a Records, paper: &Record) -> Option<&'a Record> {
    let at = records.leads_to(paper.id, &link::PRESENTED_AT).next()?;
    if at.is(&MEETING) {
        Some(at)
    } else {
        meetings::meeting_of(records, at)
    }
}

/// The body a paper is for: its meeting's, else the one it is about.
#[must_use]
pub fn committee_of<'a>(records: &'a Records, paper: &Record) -> Option<&'a Record> {
    meeting_of_paper(records, paper)
        .and_then(|it| meetings::body_of(records, it))
        .or_else(|| {
            records
                .leads_to(paper.id, &link::ABOUT)
                .find(|it| it.is(&BODY))
        })
}

/// The body that papers of a template are for where none is chosen: the first open one of the template's sort.
#[must_use]
pub(crate) fn body_of_template<'a>(
    records: &'a Records,
    template: &Template,
) -> Option<&'a Record> {
    if template.body.is_empty() {
        return None;
    }
    records
        .of(&BODY)
        .filter(|it| it.is_open() && it.text("sort") == template.body)
        .min_by_key(|it| it.id)
}

/// The body a paper is for: the one that was chosen, else its template's.
fn committee_for<'a>(house: &House, records: &'a Records, paper: &Record) -> Option<&'a Record> {
    committee_of(records, paper).or_else(|| {
        let template = template_of(house, paper)?;
        body_of_template(records, template)
    })
}

/// What a paper's readers may read: for the board's what a member may, for the public's what scrutiny may.
fn as_readers(records: &Arc<Records>, audience: Audience) -> Arc<Records> {
    let role = match audience {
        Audience::Board => Role::Member,
        Audience::Public => Role::Scrutiny,
    };
    records.as_read(|it| {
        Asker { role: Some(role), name: "", areas: &[] }.may_read(it)
            // Wordings are the paper's own.
            || it.is(&waymark_programme::kinds::WORDING)
    })
}

/// The day of the latest return, where a paper that is being written may be made from it and is not.
#[must_use]
pub fn fresher_than(county: &County, paper: &Record) -> Option<Day> {
    let latest = county.latest()?.cut.as_at;
    paper
        .day("as_at")
        .is_some_and(|it| it < latest)
        .then_some(latest)
}

/// A paper as it would be issued now, with what stands against it.
pub struct Draft {
    /// The paper.
    pub paper: Paper,
    /// What the rules found.
    pub findings: Vec<Finding>,
    /// What was hidden because of what the public has had before, in words.
    pub hidden: Vec<String>,
    /// The true numbers of what it hides: for the next paper alone.
    pub(super) beneath: Beneath,
}

/// What the ledger leaves open stands under: no rule that anybody could issue a paper in spite of.
pub const NOT_PROTECTED: &str = "not-protected";

/// What cannot be hidden any more keeps a paper from being issued.
fn unprotected(words: &str) -> Finding {
    Finding {
        rule: NOT_PROTECTED,
        section: String::new(),
        about: String::new(),
        says: words.to_owned(),
        todo: "Leave the table or figure out, or ask the data protection officer.".to_owned(),
        weight: Weight::Refuses,
    }
}

impl Draft {
    /// The paper of a record as it would be issued now. With other papers in it (a board pack) those are made first.
    ///
    /// # Errors
    /// When the store does not answer, or the record names no template there is.
    pub async fn of(house: &House, record: RecordId) -> Result<Self, Problem> {
        let records = house.records().await?;
        let paper = records
            .get(record)
            .filter(|it| is_own(it))
            .ok_or(Problem::NotFound)?;
        let mut parts = Vec::new();
        if template_of(house, paper).is_some_and(holds_papers)
            && let Some(meeting) = meeting_of_paper(&records, paper)
        {
            parts = parts_of(house, &records, meeting, Some(record)).await?;
        }
        one(house, &records, paper, parts).await
    }

    /// A paper of a template that no record asks for: what the command line writes. It is for the first body of the
    /// template's sort and its next meeting, as at the house's day, and knows nothing that was written down later.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn unasked(house: &House, template: &Template) -> Result<Self, Problem> {
        let today = house.today();
        let records = known_on(house, today).await?;
        let committee = body_of_template(&records, template);
        let mut meetings = committee.map_or_else(Vec::new, |it| meetings::of_body(&records, it));
        let near = today.plus_days(NEAR);
        meetings.retain(|it| {
            let within = |on| on >= today && on <= near;
            it.state.word != "cancelled" && it.date().is_some_and(within)
        });
        meetings.sort_by_key(|it| it.date());
        let meeting = meetings.first().copied().filter(|_| template.meeting);
        let mut parts = Vec::new();
        if let Some(meeting) = meeting.filter(|_| holds_papers(template)) {
            parts = parts_of(house, &records, meeting, None).await?;
        }
        let wanted = Wanted {
            template: template.clone(),
            annex: None,
            as_at: house
                .county()
                .until(today)
                .latest()
                .map_or(today, |it| it.cut.as_at),
            committee: committee.map(|it| it.id),
            meeting: meeting.map(|it| it.id),
            paper: None,
            parts,
        };
        drafted(house, &records, wanted).await
    }
}

/// The records as they stood at the end of a day.
async fn known_on(house: &House, day: Day) -> Result<Arc<Records>, Problem> {
    let ended = clock::start_of(day.plus_days(1));
    if ended > Timestamp::now() {
        return Ok(house.records().await?);
    }
    let then = house.store().news_until(ended).await?;
    Ok(Arc::new(Records::default().with(then)))
}

/// The papers that a pack of a meeting holds: as they were issued, else as they would be now.
async fn parts_of(
    house: &House,
    records: &Arc<Records>,
    meeting: &Record,
    pack: Option<RecordId>,
) -> Result<Vec<Paper>, Problem> {
    let mut parts = Vec::new();
    for part in of_meeting(records, meeting) {
        if Some(part.id) == pack || template_of(house, part).is_none_or(holds_papers) {
            continue;
        }
        parts.push(match house.issued(part).await? {
            Some(issued) => (*issued.paper).clone(),
            None => one(house, records, part, Vec::new()).await?.paper,
        });
    }
    Ok(parts)
}

/// Whether a template puts other papers in.
fn holds_papers(template: &Template) -> bool {
    use waymark_report::paper::template::Part;
    template
        .sections
        .iter()
        .flat_map(|it| &it.parts)
        .any(|it| matches!(it, Part::Insert(insert) if insert.name == "papers"))
}

/// Waymark's own papers of a meeting, in the order of the agenda.
pub(crate) fn of_meeting<'a>(records: &'a Records, meeting: &Record) -> Vec<&'a Record> {
    crate::pages::meetings::papers_of(records, meeting)
        .into_iter()
        .filter(|it| is_own(it))
        .collect()
}

async fn one(
    house: &House,
    records: &Arc<Records>,
    paper: &Record,
    parts: Vec<Paper>,
) -> Result<Draft, Problem> {
    let template = template_of(house, paper).ok_or(Problem::NotFound)?.clone();
    let latest = house
        .county()
        .latest()
        .map_or_else(|| house.today(), |it| it.cut.as_at);
    let wanted = Wanted {
        template,
        as_at: paper.day("as_at").unwrap_or(latest),
        annex: paper.day("annex"),
        committee: committee_for(house, records, paper).map(|it| it.id),
        meeting: meeting_of_paper(records, paper).map(|it| it.id),
        paper: Some(paper.id),
        parts,
    };
    match assessment_of(records, paper) {
        // What is frozen of a self-assessment is what it claims, not what an earlier one did.
        Some(assessment) => {
            let own: Vec<RecordId> = claims(records, assessment.id)
                .into_iter()
                .map(|it| it.id)
                .collect();
            let records = records.as_read(|it| !it.is(&CLAIM) || own.contains(&it.id));
            drafted(house, &records, wanted).await
        }
        None => drafted(house, records, wanted).await,
    }
}

/// The self-assessment that a paper freezes, where it does one.
#[must_use]
pub fn assessment_of<'a>(records: &'a Records, paper: &Record) -> Option<&'a Record> {
    records
        .leads_to(paper.id, &link::ABOUT)
        .find(|it| it.is(&SELF_ASSESSMENT))
}

struct Wanted {
    template: Template,
    as_at: Day,
    /// The day of a later return whose figures are annexed.
    annex: Option<Day>,
    committee: Option<RecordId>,
    meeting: Option<RecordId>,
    paper: Option<RecordId>,
    parts: Vec<Paper>,
}

async fn drafted(house: &House, records: &Arc<Records>, wanted: Wanted) -> Result<Draft, Problem> {
    let county = house.county();
    let fresher = county
        .latest()
        .map(|it| it.cut.as_at)
        .filter(|it| *it > wanted.as_at);
    // Without the return, or a later one than the paper's, there is nothing to annex.
    let annexed = wanted.annex.map(|it| county.until(it)).and_then(|it| {
        let as_at = it.latest()?.cut.as_at;
        (as_at > wanted.as_at).then_some((as_at, it))
    });
    let until = annexed.as_ref().map_or(wanted.as_at, |it| it.0);
    let cut = returns(house, &county, until).await?;
    let mut earlier = Vec::new();
    let mut shown = Vec::new();
    let mut public = Vec::new();
    let is_public = wanted.template.audience == Audience::Public;
    let made_on = house.today();
    // What was issued after the paper's day is public none the less.
    let now = house.records().await?;
    for record in house.issued_papers(&now) {
        if Some(record.id) == wanted.paper {
            continue;
        }
        if let Some(issued) = house.issued(record).await? {
            // What is for the public is for all of it, whichever committee asked.
            if issued.paper.audience == Audience::Public && is_public {
                public.push((Arc::clone(&issued.paper), house.beneath(record).await?));
            }
            let on = record.day("circulated").unwrap_or(issued.paper.made_on);
            // "Then" is a paper that was issued before this one, from returns that are no later.
            let is_earlier = on <= made_on && issued.paper.as_at <= wanted.as_at;
            if !is_earlier || committee_for(house, &now, record).map(|it| it.id) != wanted.committee
            {
                continue;
            }
            shown.extend(issued.paper.figures.iter().map(|figure| Shown {
                paper: record.reference(),
                issued: on,
                audience: issued.paper.audience,
                figure: figure.clone(),
            }));
            earlier.push((on, issued.paper));
        }
    }
    earlier.sort_by_key(|it| std::cmp::Reverse(it.0));
    let uploads = house.store().uploads().await?;
    let (house, council) = (house.clone(), house.options().name.clone());
    let population = house.options().areas.population(wanted.as_at);
    let population = population.map(|it| i64::from(it.children));
    let records = as_readers(records, wanted.template.audience);
    let made = move || {
        let why = |asked: &[Asked<'_>]| {
            let mut then: HashMap<*const Paper, Returns> = HashMap::new();
            for paper in asked.iter().map(|it| it.shown_in) {
                then.entry(std::ptr::from_ref(paper))
                    .or_insert_with(|| Returns::of_paper(&county, paper, &uploads));
            }
            let then = |paper: &Paper| &then[&std::ptr::from_ref(paper)];
            let now = Returns::of(&county.until(wanted.as_at));
            why(&house, then, &now, asked)
        };
        let told = county.until(wanted.as_at);
        let limit = wanted
            .committee
            .and_then(|it| records.get(it))
            .and_then(|it| it.text("data_days").parse().ok())
            .or(wanted.template.data_days)
            .or(Some(DATA_DAYS));
        let spec = Spec {
            council: &council,
            template: &wanted.template,
            as_at: wanted.as_at,
            cut,
            made_on,
            committee: wanted.committee,
            meeting: wanted.meeting,
            paper: wanted.paper,
            parts: wanted.parts,
            earlier: earlier.into_iter().map(|it| it.1).collect(),
            why: &why,
            annex: annexed.as_ref().map(|(as_at, county)| Later {
                as_at: *as_at,
                limit,
                county,
            }),
        };
        let paper = make(&told, &records, &spec);
        let known = beneath(&told, &paper, spec.annex.as_ref());
        let public: Vec<Earlier<'_>> = public
            .iter()
            .map(|(paper, beneath)| Earlier { paper, beneath })
            .collect();
        let Published {
            paper,
            beneath,
            said: hidden,
        } = publish(paper, &known, &public);
        let on = paper.meeting.as_ref().map_or(made_on, |it| it.on);
        let context = Context {
            on,
            data_days: limit,
            fresher,
            shown: &shown,
            reading_age: reading_age(paper.audience),
            population,
        };
        let mut findings = lint(&paper, &context);
        findings.extend(
            hidden
                .iter()
                .filter(|it| it.starts_with("Not protected"))
                .map(|it| unprotected(it)),
        );
        Draft {
            paper,
            findings,
            hidden,
            beneath,
        }
    };
    Ok(tokio::task::spawn_blocking(made)
        .await
        .unwrap_or_else(|stopped| std::panic::resume_unwind(stopped.into_panic())))
}

/// The returns up to a day, the latest first, by the hashes of their uploads.
async fn returns(house: &House, county: &County, until: Day) -> Result<Vec<Return>, Problem> {
    let uploads = house.store().uploads().await?;
    let mut out = Vec::new();
    for cut in county.cuts.iter().rev().filter(|it| it.cut.as_at <= until) {
        for id in &cut.uploads {
            if let Some(upload) = uploads.iter().find(|it| it.id == *id) {
                out.push(Return {
                    as_at: cut.cut.as_at,
                    hash: upload.sha256.clone(),
                });
            }
        }
    }
    Ok(out)
}
