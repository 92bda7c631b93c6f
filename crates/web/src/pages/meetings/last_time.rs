//! "What we said last time": beside an item, what was resolved, asked for, promised and expected before on its subject,
//! and what its measures have done since.

use super::path;
use crate::county::County;
use crate::figures::told::figure_words;
use crate::house::House;
use crate::pages::records::cite;
use crate::user::User;
use crate::words::counted;
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
    /// What was said.
    pub(super) said: Vec<Line>,
    /// How much more was said than is shown.
    pub(super) more: String,
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
    /// "Then 60% (351 of 585) in August 2017; now 64% … " and one honest sentence.
    pub(super) words: String,
}

/// So many lines are shown; the rest is on the thread of the item.
const MOST: usize = 12;

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
        since(&house.county(), user, &found.measures, found.last)
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
            more => format!("{more} more are on the item’s thread."),
        },
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

/// What measures have done since a day, small numbers hidden as this person's audience asks.
fn since(county: &County, user: &User, measures: &[String], last: Option<Day>) -> Vec<Since> {
    let audience = user.audience();
    let shelf = county.shelf(audience);
    measures
        .iter()
        .filter_map(|id| shelf.of_measure(catalogue::find(id)?))
        .map(|told| {
            let mut words = String::new();
            if let (Some(reading), Some(last)) = (&told.reading, last)
                && let Some(now) = reading.latest()
            {
                let then = reading
                    .series
                    .points
                    .iter()
                    .rev()
                    .find(|it| it.period.to <= last);
                // A figure that is hidden, then or now, is not said.
                let hidden = |it: &waymark_measures::history::Point| {
                    audience.hides(reading.measure(), it.count, &it.parts)
                };
                if let Some(then) = then.filter(|it| it.period != now.period)
                    && !hidden(then)
                    && !hidden(now)
                {
                    words = format!("Then {}. ", figure_words(reading, then));
                }
            }
            let sentence = if told
                .reading
                .as_ref()
                .is_some_and(|it| it.latest().is_some())
            {
                told.sentence().to_owned()
            } else {
                told.why_none()
            };
            words.push_str(&sentence);
            Since {
                title: told.measure.title,
                href: told.href(),
                words,
            }
        })
        .collect()
}
