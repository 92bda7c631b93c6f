//! "What we said last time": beside an item, what was resolved, asked for, promised and expected before on its subject,
//! and what its measures have done since.

use super::path;
use crate::county::County;
use crate::figures::then::Then;
use crate::house::House;
use crate::pages::records::cite;
use crate::user::User;
use crate::words::counted;
use std::collections::BTreeSet;
use std::sync::Arc;
use waymark_data::Day;
use waymark_govuk::{Html, Tag};
use waymark_measures::catalogue;
use waymark_programme::kind::Tone;
use waymark_programme::last_time::{Before, Said};
use waymark_programme::{Record, Records, kinds};
use waymark_store::Role;

/// What was said before on an item's subject.
pub(super) struct LastTime {
    /// "4 things said before, 2 overdue".
    pub(super) summary: String,
    /// Whether anything is overdue: the box then stands open.
    pub(super) open: bool,
    /// When it was last on the agenda, in words; may be empty.
    pub(super) last: String,
    /// What was said, the most useful.
    pub(super) said: Vec<Line>,
    /// The rest of it.
    pub(super) rest: Vec<Line>,
    /// "Show all: 26 more".
    pub(super) more: String,
    /// "1,200 earlier are on the item's thread"; empty where all are here.
    pub(super) earlier: String,
    /// Where these are.
    pub(super) thread: String,
    /// What the measures have done since.
    pub(super) measures: Vec<Since>,
}

/// One thing said.
pub(super) struct Line {
    /// "Action".
    pub(super) what: &'static str,
    /// Its reference and title, as a link.
    pub(super) link: Html,
    /// "44 days overdue", "Due 24 April 2018", its state.
    pub(super) state: Tag,
    /// Who, when, where: "Amanda Hatton. Said on 12 July 2017; first said on 3 May 2017, 2 times."
    pub(super) about: String,
}

/// What a measure has done since.
pub(super) struct Since {
    /// Its title.
    pub(super) title: &'static str,
    /// Its page.
    pub(super) href: String,
    /// "Then, on 13 March 2018: 60% (351 of 585) in January 2018. Now: … " and one honest sentence.
    pub(super) words: String,
    /// What it was on the earlier days when something was said: "12 July 2017: 58% (301 of 519) in May 2017".
    pub(super) earlier: Vec<String>,
}

/// So many lines are shown at once; the rest opens below them.
const MOST: usize = 12;
/// And so many when all are shown: years of one subject on one page are read by nobody, and slow.
const LISTED: usize = 100;

/// On so many days before the latest it is told what a measure was then, and on the first.
const DAYS: usize = 7;

/// What was said before a meeting, as this person may read it: made once for all its items.
pub(super) fn before<'a>(
    house: &House,
    user: &'a User,
    records: &'a Records,
    meeting: &'a Record,
) -> Before<'a, impl Fn(&Record) -> bool + use<'a>> {
    let asker = user.asker();
    Before::of(records, Some(meeting), house.today(), move |it| {
        asker.may_read(it)
    })
}

/// What was said before, as this person may read it; none where nothing was and no measure is linked.
pub(super) fn of<'a>(
    house: &House,
    user: &User,
    records: &Records,
    before: &mut Before<'a, impl Fn(&Record) -> bool>,
    item: &'a Record,
) -> Option<LastTime> {
    let found = before.on(item);
    // What is still in minutes that nobody approved is the board's.
    let shown: Vec<&Said<'_>> = found.said.iter().collect();
    let measures = if user.role == Role::Partner {
        Vec::new()
    } else {
        since(&house.county(), user, &found.measures, &days(&found))
    };
    if shown.is_empty() && measures.is_empty() {
        return None;
    }
    let over = shown.iter().filter(|it| it.days_over.is_some()).count();
    let mut summary = match shown.len() {
        0 => String::new(),
        said => counted(said, "thing said before", "things said before"),
    };
    if over > 0 {
        summary.push_str(&format!(", {over} overdue"));
    }
    if !measures.is_empty() {
        let stand = format!("{} since", counted(measures.len(), "measure", "measures"));
        if !summary.is_empty() {
            summary.push_str(", and ");
        }
        summary.push_str(&stand);
    }
    Some(LastTime {
        summary,
        open: over > 0,
        last: last_words(found.last, found.items.first().copied(), records, user),
        more: match shown.len().saturating_sub(MOST) {
            0 => String::new(),
            more if shown.len() <= LISTED => format!("Show all: {more} more"),
            _ => format!("Show {} more", LISTED - MOST),
        },
        rest: (shown.iter().take(LISTED).skip(MOST))
            .map(|it| line(it))
            .collect(),
        earlier: match shown.len().saturating_sub(LISTED) {
            0 => String::new(),
            more => format!(
                "{} on the item’s thread",
                counted(more, "more is", "more are")
            ),
        },
        thread: format!("{}/thread", item.path()),
        said: shown.into_iter().take(MOST).map(line).collect(),
        measures,
    })
}

fn last_words(last: Option<Day>, item: Option<&Record>, records: &Records, user: &User) -> String {
    let meeting = item
        .and_then(|it| waymark_programme::meetings::meeting_of(records, it))
        .filter(|it| user.asker().may_read(it));
    match (last, meeting) {
        (Some(last), Some(_)) => format!("Last on the agenda on {}.", last.words()),
        _ => String::new(),
    }
}

fn line(said: &Said<'_>) -> Line {
    let record = said.record;
    let state = match (said.days_over, said.due) {
        (Some(days), _) => cite::tag(
            &format!("{} overdue", counted(days as usize, "day", "days")),
            Tone::Bad,
        ),
        (None, Some(due)) if record.is_open() && !record.is(&kinds::RESOLUTION) => {
            cite::tag(&format!("Due {}", due.words()), Tone::Waiting)
        }
        _ => cite::state(record.state),
    };
    let mut about = Vec::new();
    let who = match record.owners() {
        [] => ["said_by", "asked_by", "body"]
            .iter()
            .map(|it| record.text(it))
            .find(|it| !it.is_empty())
            .unwrap_or_default()
            .to_owned(),
        owners => owners.join(", "),
    };
    if !who.is_empty() {
        about.push(who);
    }
    if let Some(due) = said.due.filter(|_| said.days_over.is_some()) {
        about.push(format!("promised for {}", due.words()));
    }
    if let Some(on) = said.on {
        about.push(format!("said on {}", on.words()));
    }
    if let Some(first) = said.first_said {
        about.push(format!(
            "first said on {}, {} times by now",
            first.words(),
            said.times
        ));
    }
    Line {
        what: record.kind.title,
        link: linked(record, said.meeting),
        state,
        about: crate::words::capital(&about.join("; ")),
    }
}

/// A resolution is cited with its verb; all lead to their own page.
fn linked(record: &Record, meeting: Option<&Record>) -> Html {
    let mut out = if record.is(&kinds::RESOLUTION) {
        let verb = crate::words::capital(record.text("verb"));
        Html::new(format!(
            r#"<a class="govuk-link" href="{}">{} {}: {}</a>"#,
            record.path(),
            record.reference(),
            cite::text(&verb),
            cite::text(record.title())
        ))
    } else {
        cite::link(record)
    };
    if let Some(meeting) = meeting {
        out.0.push_str(&format!(
            r#" (<a class="govuk-link" href="{}">the meeting</a>)"#,
            path(meeting, "")
        ));
    }
    out
}

/// The days on which something was said that may still matter, or the item was on an agenda, the latest first: the latest
/// day, then those of what is open and what was expected.
fn days(found: &waymark_programme::last_time::LastTime<'_>) -> Vec<Day> {
    let latest = found.said.iter().filter_map(|it| it.on).max();
    let lasting = found
        .said
        .iter()
        .filter(|it| it.record.is_open() || it.record.is(&kinds::PREDICTION))
        .filter_map(|it| it.on);
    let all: BTreeSet<Day> = lasting.chain(latest).chain(found.last).collect();
    let mut days: Vec<Day> = all.into_iter().rev().collect();
    if days.len() > DAYS + 2 {
        days.drain(DAYS + 1..days.len() - 1);
    }
    days
}

/// What measures were on these days and are now, small numbers hidden as this person's audience asks.
fn since(county: &Arc<County>, user: &User, measures: &[String], days: &[Day]) -> Vec<Since> {
    let audience = user.audience();
    let shelf = county.shelf(audience);
    measures
        .iter()
        .filter_map(|id| shelf.of_measure(catalogue::find(id)?))
        .map(|told| {
            let reading = told.reading.as_ref();
            // A figure that is hidden, then or now, is not said.
            let now = reading.and_then(|reading| {
                reading
                    .latest()
                    .filter(|it| !audience.hides(reading.measure(), it.count, &it.parts))
            });
            let then = |day: Day| {
                now?;
                county.then(told.measure, audience, day)
            };
            let latest = days.first().and_then(|day| Some((*day, then(*day)?)));
            let mut words = String::new();
            if let Some((day, then)) = &latest {
                words = said_then(*day, then);
                if now.is_some_and(|it| it.period == then.period) {
                    words.push_str("No later figure has come since. ");
                } else {
                    words.push_str("Now: ");
                }
            }
            words.push_str(&if reading.is_some_and(|it| it.latest().is_some()) {
                told.sentence().to_owned()
            } else {
                told.why_none()
            });
            Since {
                title: told.measure.title,
                href: told.href(),
                words,
                earlier: days
                    .iter()
                    .skip(1)
                    .filter_map(|day| Some(format!("{}: {}", day.words(), figure(&then(*day)?))))
                    .collect(),
            }
        })
        .collect()
}

fn said_then(day: Day, then: &Then) -> String {
    format!("Then, on {}: {}. ", day.words(), figure(then))
}

/// The figure, and whether it is what was told on that day.
fn figure(then: &Then) -> String {
    if then.told_later {
        format!("{}, as later returns tell it", then.words)
    } else {
        then.words.clone()
    }
}
