//! Waymark's own papers: begun from a template, held to the rules, worded by officers, issued, compared, published, sent to
//! their committee.

mod about;
mod annex;
mod compare;
mod except;
mod files;
mod issue;
mod list;
mod new;
mod publish;
mod send;
mod show;
mod words;

use crate::pages::records::cite;
use crate::papers::is_own;
use crate::problem::Problem;
use crate::routes::Routes;
use crate::user::{Audience, User};
use waymark_govuk::Tag;
use waymark_programme::circles::VOICES;
use waymark_programme::kind::Tone;
use waymark_programme::{Record, RecordId, Records};

pub(crate) use issue::Press as Presses;
pub(crate) use issue::set_off;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/papers", list::show)
        .get("/papers/new", new::show)
        .post("/papers/new", new::make)
        .get("/papers/{paper}", show::show)
        .get("/papers/{paper}/words", words::show)
        .post("/papers/{paper}/words", words::write)
        .post("/papers/{paper}/except", except::write)
        .post("/papers/{paper}/annex", annex::write)
        .post("/papers/{paper}/issue", issue::begin)
        .get("/papers/{paper}/issue", issue::progress)
        .get("/papers/{paper}/files/{format}", files::send)
        .get("/papers/{paper}/compare", compare::show)
        .post("/papers/{paper}/publish", publish::publish)
        .get("/papers/{paper}/send", send::show)
        .post("/papers/{paper}/send", send::send)
}

/// One of Waymark's own papers, as far as this person may read it.
fn own<'a>(records: &'a Records, user: &User, number: &str) -> Result<&'a Record, Problem> {
    let id: i64 = number.parse().map_err(|_| Problem::NotFound)?;
    records
        .get(RecordId(id))
        .filter(|it| is_own(it) && !it.deleted && user.asker().may_read(it))
        .ok_or(Problem::NotFound)
}

/// Small numbers are for the board and those who work for it, whoever else may read the paper's record.
fn may_see(user: &User, audience: Audience) -> Result<(), Problem> {
    if audience == Audience::Public || VOICES.contains(&user.role) {
        Ok(())
    } else {
        Err(Problem::NotAllowed(
            "This paper shows small numbers. It is for the board and those who work for it.",
        ))
    }
}

/// How far one of Waymark's own papers is, in its own words.
fn tag(paper: &Record) -> Tag {
    match paper.state.word {
        "circulated" => cite::tag("Issued", Tone::Good),
        "withdrawn" => cite::tag("Withdrawn", Tone::Plain),
        _ => cite::tag("Being written", Tone::Busy),
    }
}

/// Where a paper's pages are.
fn path(paper: &Record, rest: &str) -> String {
    format!("/papers/{}{rest}", paper.id)
}
