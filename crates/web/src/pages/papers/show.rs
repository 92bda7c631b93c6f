//! One paper: what stands against issuing it, the paper itself, its files; of an issued one what has changed since.

use super::annex::Offer;
use super::{may_see, own, path};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::plan::shown;
use crate::pages::records::cite;
use crate::papers::why::{Returns, with_reasons};
use crate::papers::{Draft, Issued, NOT_PROTECTED, asked_as, committee_of, sent_words, then_words};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use std::collections::BTreeSet;
use waymark_govuk::{ErrorLink, ErrorSummary, Html, Tag, WarningText};
use waymark_programme::kinds::PAPER;
use waymark_programme::{Readers, Record, Records};
use waymark_report::Audience;
use waymark_report::paper::compare::restated;
use waymark_report::paper::compose::Budget;
use waymark_report::paper::lint::{Finding, Weight};
use waymark_report::paper::{Paper, body};

#[derive(Template)]
#[template(path = "pages/papers/show.html")]
struct Show {
    mistakes: Option<ErrorSummary>,
    title: String,
    caption: String,
    tag: Tag,
    record: Html,
    csrf: String,
    path: String,
    audience: WarningText,
    may_write: bool,
    issued: Option<String>,
    may_issue: bool,
    refuses: Vec<Against>,
    /// A later return than the paper's.
    later: Option<Offer>,
    /// The day of the return whose figures are annexed.
    annexed: Option<String>,
    asks: Vec<Against>,
    /// What was hidden because of what the public has had before.
    hidden: Vec<String>,
    formats: Vec<(&'static str, String)>,
    publish: Option<String>,
    public: bool,
    /// Records it quotes that are not for everyone: publishing it publishes what it quotes.
    quoted: Vec<Html>,
    /// What the paper says of chance, wherever it says it.
    budget: Option<String>,
    restated: Vec<String>,
    others: Vec<(String, String)>,
    /// What asked for it: a link, its state, what becomes of it.
    asked: Vec<(Html, Tag, &'static str)>,
    delivery: Option<Delivery>,
    body: Html,
}

/// Where it stands with the committee.
struct Delivery {
    /// "Sent by … on …"; empty before.
    sent: String,
    /// Where it is sent from; empty for those who do not send papers.
    send: String,
}

/// A finding as the page shows it.
struct Against {
    rule: &'static str,
    about: String,
    says: String,
    todo: String,
    /// Where the sentence it is about can be changed.
    change: Option<String>,
    /// Whether a reason for a missing measure answers it.
    missing: bool,
    /// Whether a later return answers it.
    stale: bool,
    /// Whether it may be issued in spite of it.
    may_except: bool,
    /// Whether a reason for it was sent without words.
    unsaid: bool,
}

impl Against {
    fn of(record: &Record, finding: Finding) -> Self {
        let is_text = finding.about.matches('/').count() >= 2;
        Self {
            change: is_text
                .then(|| path(record, &format!("/words?place={}", encoded(&finding.about)))),
            missing: finding.rule == "missing-measure",
            stale: finding.rule == "stale-data",
            may_except: finding.rule != NOT_PROTECTED,
            unsaid: false,
            rule: finding.rule,
            about: finding.about,
            says: finding.says,
            todo: finding.todo,
        }
    }
}

/// A place in an address.
pub(super) fn encoded(place: &str) -> String {
    use std::fmt::Write as _;
    place.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let record = own(&records, &user, &number)?;
    match house.issued(record).await? {
        Some(issued) => after(&house, &user, &records, record, &issued).await,
        None => {
            let page = before(&house, &user, &records, record, None).await?;
            Ok(page.into_response())
        }
    }
}

/// The same paper again after a reason was not written: with what stands against it that it was for.
pub(super) async fn without_reason(
    house: &House,
    user: &User,
    records: &Records,
    record: &Record,
    (rule, about): (&str, &str),
) -> Result<Response, Problem> {
    let page = before(house, user, records, record, Some((rule, about))).await?;
    Ok(page.with_mistakes().into_response())
}

/// A paper that is being written.
async fn before(
    house: &House,
    user: &User,
    records: &Records,
    record: &Record,
    unsaid: Option<(&str, &str)>,
) -> Result<Page<Show>, Problem> {
    let draft = Draft::of(house, record.id).await?;
    may_see(user, draft.paper.audience)?;
    let may_write = user.asker().may_edit(record);
    let (refuses, asks): (Vec<Finding>, Vec<Finding>) = draft
        .findings
        .into_iter()
        .partition(|it| it.weight == Weight::Refuses);
    let mut view = view(house, user, records, record, &draft.paper);
    view.may_write = may_write;
    view.later = Offer::of(house, record).filter(|_| may_write);
    view.annexed = draft.paper.annex.map(|it| it.words());
    view.hidden = draft.hidden;
    view.may_issue = may_write && refuses.is_empty();
    view.refuses = refuses
        .into_iter()
        .map(|it| Against {
            unsaid: unsaid == Some((it.rule, it.about.as_str())),
            ..Against::of(record, it)
        })
        .collect();
    if unsaid.is_some() {
        let at = view.refuses.iter().position(|it| it.unsaid);
        let link = at.map_or_else(
            || ErrorLink::default().content(WRITE_IT),
            |at| ErrorLink::new(WRITE_IT, &format!("why-{}", at + 1)),
        );
        view.mistakes = Some(ErrorSummary::new(vec![link]));
    }
    view.asks = asks.into_iter().map(|it| Against::of(record, it)).collect();
    Ok(framed(view))
}

/// What is wrong with a reason that is empty.
const WRITE_IT: &str = "Write the reason";

/// A paper that was issued.
async fn after(
    house: &House,
    user: &User,
    records: &Records,
    record: &Record,
    issued: &Issued,
) -> Result<Response, Problem> {
    let paper = &*issued.paper;
    may_see(user, paper.audience)?;
    let mut view = view(house, user, records, record, paper);
    let on = record.day("circulated").unwrap_or(paper.made_on);
    view.issued = Some(format!(
        "Issued on {}. It is shown as it was issued. sha256 of its value: {}.",
        on.words(),
        record.text("hash")
    ));
    let county = house.county();
    let now = crate::papers::figures_now(&county, paper);
    let changed = restated(paper, &now);
    view.restated = with_reasons(house, &issued.paper, changed, Returns::of(&county))
        .await?
        .into_iter()
        .map(|it| format!("{} ({}): {}", it.title, it.when, it.says))
        .collect();
    view.public = record.readers == Readers::Public;
    let may = user.asker().may_edit(record) || user.asker().may_make(&PAPER);
    view.publish = (may && paper.audience == Audience::Public && !view.public)
        .then(|| path(record, "/publish"));
    view.quoted = quoted(records, paper);
    let sent = sent_words(record);
    if committee_of(records, record).is_some() && (may || !sent.is_empty()) {
        let send = if may {
            path(record, "/send")
        } else {
            String::new()
        };
        view.delivery = Some(Delivery { sent, send });
    }
    Ok(framed(view).into_response())
}

fn framed(view: Show) -> Page<Show> {
    let title = view.title.clone();
    Page::new(title.clone(), view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under("Papers", "/papers")
        .under(title, "")
        .style(crate::pages::assets::PAPER_STYLE)
        .without_data_age()
}

fn view(house: &House, user: &User, records: &Records, record: &Record, paper: &Paper) -> Show {
    Show {
        mistakes: None,
        title: paper.title.clone(),
        caption: match &paper.meeting {
            // Most meetings have their day in their title.
            Some(meeting) if meeting.title.contains(&meeting.on.words()) => {
                format!("For {}", meeting.title)
            }
            Some(meeting) => format!("For {}, {}", meeting.title, meeting.on.words()),
            None if paper.committee.is_empty() => String::new(),
            None => format!("For {}", paper.committee),
        },
        tag: super::tag(record),
        record: cite::link(record),
        csrf: user.csrf.clone(),
        path: path(record, ""),
        audience: WarningText::new(paper.audience.words()),
        may_write: false,
        issued: None,
        may_issue: false,
        refuses: Vec::new(),
        later: None,
        annexed: None,
        asks: Vec::new(),
        hidden: Vec::new(),
        formats: house
            .options()
            .press
            .formats()
            .map(|it| (it.title(), path(record, &format!("/files/{}", it.word()))))
            .collect(),
        publish: None,
        public: false,
        quoted: Vec::new(),
        budget: paper.budget.as_ref().map(Budget::words),
        restated: Vec::new(),
        others: others(house, records, record),
        asked: asked_as(records, record)
            .into_iter()
            .map(|it| {
                let then = if record.state.frozen {
                    ""
                } else {
                    then_words(it)
                };
                (shown::link(it), cite::state(it.state), then)
            })
            .collect(),
        delivery: None,
        body: Html::new(body(paper)),
    }
}

/// The records that its texts rest on and that are not for everyone.
fn quoted(records: &Records, paper: &Paper) -> Vec<Html> {
    let evidence = paper.texts().flat_map(|(_, text)| &text.evidence);
    let references: BTreeSet<&str> = evidence.map(|it| it.reference.as_str()).collect();
    references
        .into_iter()
        .filter_map(|it| records.cited(it))
        .filter(|it| it.readers != Readers::Public)
        .map(cite::link)
        .collect()
}

/// Issued papers of the same template to compare it with.
fn others(house: &House, records: &Records, record: &Record) -> Vec<(String, String)> {
    let mut all: Vec<&Record> = house
        .issued_papers(records)
        .into_iter()
        .filter(|it| it.id != record.id && it.text("template") == record.text("template"))
        .collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.day("circulated")));
    all.into_iter()
        .take(5)
        .map(|it| {
            let on = it
                .day("circulated")
                .map_or_else(String::new, |on| format!(", issued on {}", on.words()));
            (
                format!("{}{on}", it.title()),
                path(record, &format!("/compare?with={}", it.id)),
            )
        })
        .collect()
}
