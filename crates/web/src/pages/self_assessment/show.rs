//! One version of the self-assessment: what blocks it, its judgements, its paper once signed off, the versions there are.

use super::claim::{Comment, From};
use super::judgement::{self, Judgement};
use super::{blocked, find, of_the_programme, paper_of, partner, path};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::plan::shown::{self, Tab};
use crate::pages::records::cite;
use crate::papers::Draft;
use crate::problem::Problem;
use crate::user::{ReadsRecords, SeesProgramme, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use waymark_data::Day;
use waymark_govuk::{ErrorLink, ErrorSummary, Html, Select, SelectOption, Tag, Textarea};
use waymark_programme::circles::DESK;
use waymark_programme::kinds::{CLAIM, MEETING, SELF_ASSESSMENT};
use waymark_programme::self_assessment::{claims, current as current_of};
use waymark_programme::{Record, RecordId, Records, link};
use waymark_report::paper::lint::Weight;
use waymark_store::Role;

/// How many meetings are offered to table it at.
const MEETINGS: usize = 24;

#[derive(Template)]
#[template(path = "pages/self_assessment/show.html")]
struct Show {
    tabs: Vec<Tab>,
    mistakes: Option<ErrorSummary>,
    csrf: String,
    path: String,
    title: String,
    reference: Html,
    tag: Tag,
    signed: String,
    tabled: Vec<Html>,
    replaces: Vec<Html>,
    is_open: bool,
    blocks: Vec<Html>,
    paper: Option<(String, bool)>,
    against: Vec<String>,
    steps: Steps,
    add: String,
    ask: bool,
    judgements: Vec<Judgement>,
    comments: Vec<Comment>,
    whole: Textarea,
    versions: Vec<Version>,
}

/// What this person may do with it now.
#[derive(Default)]
struct Steps {
    meet: bool,
    redraft: bool,
    sign: bool,
    table: Option<Select>,
    amend: bool,
}

/// A version, for the list of them.
struct Version {
    link: Html,
    tag: Tag,
    about: String,
    paper: String,
    bundle: String,
}

/// What somebody typed beside a claim or a comment and that was not kept.
pub(super) struct Typed {
    /// The claim, the comment or the whole.
    pub(super) of: RecordId,
    /// The words.
    pub(super) text: String,
    /// What is wrong with them.
    pub(super) wrong: &'static str,
    /// The control they were typed into.
    pub(super) control: String,
}

/// What was asked for and not done.
#[derive(Default)]
pub(super) struct Refused {
    /// Why, a reason to a line.
    pub(super) because: Vec<String>,
    /// What was typed.
    pub(super) typed: Option<Typed>,
}

#[derive(Template)]
#[template(path = "pages/self_assessment/none.html")]
struct NoneYet {
    tabs: Vec<Tab>,
    csrf: String,
    may_make: bool,
}

pub(super) async fn current(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
) -> Result<Response, Problem> {
    if user.role == Role::Partner {
        return partner::show(&house, &user).await;
    }
    of_the_programme(&user)?;
    let records = house.records_for(&user).await?;
    match current_of(&records) {
        Some(assessment) => page(&house, &user, &records, assessment, Refused::default()).await,
        None => {
            let view = NoneYet {
                tabs: shown::tabs("/self-assessment"),
                csrf: user.csrf.clone(),
                may_make: user.asker().may_make(&SELF_ASSESSMENT),
            };
            Ok(Page::new("Self-assessment", view)
                .under("Plan", "/plan")
                .section(Section::Plan)
                .into_response())
        }
    }
}

pub(super) async fn one(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    page(&house, &user, &records, assessment, Refused::default()).await
}

/// The page of a version; with status 422 where something was asked for and not done.
pub(super) async fn page(
    house: &House,
    user: &User,
    records: &Records,
    assessment: &Record,
    refused: Refused,
) -> Result<Response, Problem> {
    let (county, today, asker) = (house.county(), house.today(), user.asker());
    let paper = paper_of(records, assessment);
    let is_open = assessment.is_open();
    let blocks = if is_open {
        blocked(&county, records, assessment, today)
    } else {
        Vec::new()
    };
    let against = match paper {
        Some(paper) if assessment.state.word == "ready" => against(house, paper).await?,
        _ => Vec::new(),
    };
    let may = |word: &str| asker.moves(assessment).any(|it| it.word == word);
    let steps = Steps {
        meet: may("meet") && blocks.is_empty(),
        redraft: may("redraft"),
        sign: may("sign") && blocks.is_empty() && against.is_empty(),
        table: may("table").then(|| meetings(records, today)),
        amend: !is_open && may_amend(records, user, assessment),
    };
    let from = From {
        county: &county,
        records,
        asker,
        today,
        typed: refused.typed.as_ref(),
    };
    let (whole, _) = from.note(
        assessment,
        "comment-whole".to_owned(),
        "Your comment",
        "On the self-assessment as a whole. A sentence or two, up to 300 characters",
    );
    let shows = is_open || !claims(records, assessment.id).is_empty();
    let title = assessment.title().to_owned();
    let view = Show {
        tabs: shown::tabs("/self-assessment"),
        mistakes: mistakes(&refused),
        csrf: user.csrf.clone(),
        path: path(assessment, ""),
        title: title.clone(),
        reference: cite::link(assessment),
        tag: cite::state(assessment.state),
        signed: signed(assessment),
        tabled: records
            .leads_to(assessment.id, &link::PRESENTED_AT)
            .map(shown::link)
            .collect(),
        replaces: records
            .leads_to(assessment.id, &link::REPLACES)
            .map(shown::link)
            .collect(),
        is_open,
        blocks: blocks.iter().map(|it| with_link(records, it)).collect(),
        paper: paper.map(|it| (format!("/papers/{}", it.id), it.state.frozen)),
        against,
        steps,
        add: if is_open && asker.may_make(&CLAIM) {
            format!(
                "/records/claim/new?from={}&link=part-of",
                assessment.reference()
            )
        } else {
            String::new()
        },
        ask: is_open && DESK.contains(&user.role),
        judgements: if shows {
            judgement::all(&from, assessment)
        } else {
            Vec::new()
        },
        comments: from.comments(assessment),
        whole,
        versions: versions(records),
    };
    let page = Page::new(title, view)
        .under("Plan", "/plan")
        .under("Self-assessment", "/self-assessment")
        .section(Section::Plan);
    if refused.because.is_empty() && refused.typed.is_none() {
        Ok(page.into_response())
    } else {
        Ok(page.with_mistakes().into_response())
    }
}

/// What the rules of papers have against the paper of it.
pub(super) async fn against(house: &House, paper: &Record) -> Result<Vec<String>, Problem> {
    let draft = Draft::of(house, paper.id).await?;
    Ok(draft
        .findings
        .into_iter()
        .filter(|it| it.weight == Weight::Refuses)
        .map(|it| format!("{} {}", it.says, it.todo))
        .collect())
}

/// Whether a next version may be begun: by whoever may make one, once, from what was signed off and nothing replaces.
pub(super) fn may_amend(records: &Records, user: &User, assessment: &Record) -> bool {
    user.asker().may_make(&SELF_ASSESSMENT)
        && matches!(assessment.state.word, "signed" | "tabled")
        && !records.of(&SELF_ASSESSMENT).any(Record::is_open)
}

fn mistakes(refused: &Refused) -> Option<ErrorSummary> {
    let mut links: Vec<ErrorLink> = refused
        .because
        .iter()
        .map(|it| ErrorLink::default().content(it.as_str()))
        .collect();
    links.extend(
        refused
            .typed
            .iter()
            .map(|it| ErrorLink::new(it.wrong, &it.control)),
    );
    (!links.is_empty()).then(|| ErrorSummary::new(links))
}

fn signed(assessment: &Record) -> String {
    let by = assessment.text("signed_by");
    let on = assessment.day("signed_on").map(Day::words);
    match (by.is_empty(), on) {
        (false, Some(on)) if !assessment.is_open() => format!("Signed off by {by} on {on}."),
        _ => String::new(),
    }
}

fn meetings(records: &Records, today: Day) -> Select {
    let mut found: Vec<&Record> = records
        .of(&MEETING)
        .filter(|it| it.state.word != "cancelled" && it.date().is_some())
        .collect();
    found.sort_by_key(|it| it.date().map_or(i32::MAX, |on| on.days_until(today).abs()));
    let mut options = vec![SelectOption::new("", "Choose a meeting")];
    options.extend(found.into_iter().take(MEETINGS).map(cite::option));
    Select::new("meeting", "The meeting where it is tabled", options)
}

/// Every version, the latest first.
fn versions(records: &Records) -> Vec<Version> {
    records
        .of(&SELF_ASSESSMENT)
        .rev()
        .map(|it| {
            let frozen = paper_of(records, it).filter(|it| it.state.frozen);
            Version {
                link: shown::link(it),
                tag: cite::state(it.state),
                about: signed(it),
                paper: frozen.map_or_else(String::new, |it| format!("/papers/{}", it.id)),
                bundle: if it.state.frozen {
                    path(it, "/bundle.zip")
                } else {
                    String::new()
                },
            }
        })
        .collect()
}

/// What blocks it, with the record it speaks of first linked and named.
fn with_link(records: &Records, words: &str) -> Html {
    let found = words
        .split_once(": ")
        .and_then(|(reference, rest)| Some((records.cited(reference)?, rest)));
    match found {
        Some((record, rest)) => Html::new(format!("{}: {}", cite::link(record), cite::text(rest))),
        None => cite::text(words),
    }
}
