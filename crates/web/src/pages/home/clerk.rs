//! Democratic services' first page: what waits to be minuted, approved, published; papers due; links nobody has answered.

use super::next_meeting::papers_of;
use crate::house::House;
use crate::pages::plan::shown;
use crate::pages::records::cite;
use std::cmp::Reverse;
use waymark_data::Day;
use waymark_govuk::{Content, Html};
use waymark_programme::kinds::{ACTION, MEETING};
use waymark_programme::{Asker, Readers, Record, Records};
use waymark_store::StoreError;

/// How many of a list are named.
const NAMED: usize = 10;

/// Things of one sort that wait.
pub(super) struct Waits {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) none: &'static str,
    pub(super) all: usize,
    pub(super) rows: Vec<(Html, String)>,
}

/// Everything that waits, in the order it is done.
pub(super) async fn waits(
    house: &House,
    records: &Records,
    asker: &Asker<'_>,
    today: Day,
) -> Result<Vec<Waits>, StoreError> {
    let mut meetings: Vec<&Record> = records
        .of(&MEETING)
        .filter(|it| it.state.word != "cancelled" && asker.may_read(it))
        .collect();
    meetings.sort_by_key(|it| (Reverse(it.date()), it.id));
    let of = |what: &dyn Fn(&Record) -> bool| -> Vec<(Html, String)> {
        meetings
            .iter()
            .filter(|it| what(it))
            .map(|it| (meeting(it), held(it, today)))
            .collect()
    };
    // A meeting whose day is past and of which nobody has said that it was held waits too.
    let minuted = of(&|it| {
        it.state.word == "held"
            || it.is_open()
                && ["planned", "circulated"].contains(&it.state.word)
                && it.date().is_some_and(|it| it < today)
    });
    let approved = of(&|it| it.state.word == "drafted");
    let published = of(&|it| it.state.word == "approved" && it.readers < Readers::Public);
    let confirmed: Vec<(Html, String)> = records
        .of(&ACTION)
        .filter(|it| it.state.word == "evidenced" && asker.may_read(it))
        .map(|it| (action(it), shown::names(it.owners())))
        .collect();
    Ok(vec![
        list(
            "minuted",
            "To be minuted",
            "No meeting waits for its minutes.",
            minuted,
        ),
        list(
            "approved",
            "To be approved",
            "No minutes wait to be approved.",
            approved,
        ),
        list(
            "published",
            "To be published",
            "Every approved minute is public.",
            published,
        ),
        list(
            "papers",
            "Papers due",
            "No paper is awaited.",
            papers(records, asker, &meetings, today),
        ),
        list(
            "confirmed",
            "Actions to be confirmed at a meeting",
            "No action waits to be confirmed.",
            confirmed,
        ),
        list(
            "asked",
            "Links sent and not answered",
            "Every link that was sent is answered or over.",
            asked(house, records, asker).await?,
        ),
    ])
}

fn list(
    id: &'static str,
    title: &'static str,
    none: &'static str,
    mut rows: Vec<(Html, String)>,
) -> Waits {
    let all = rows.len();
    rows.truncate(NAMED);
    Waits {
        id,
        title,
        none,
        all,
        rows,
    }
}

fn meeting(it: &Record) -> Html {
    Html::new(format!(
        "<a class=\"govuk-link\" href=\"/meetings/{}\">{}</a> {}",
        it.id,
        Content::from(it.title()),
        cite::state(it.state)
    ))
}

fn action(it: &Record) -> Html {
    Html::new(format!(
        "<a class=\"govuk-link\" href=\"/actions/{}\">{}</a>",
        it.id,
        Content::from(it.title())
    ))
}

fn held(it: &Record, today: Day) -> String {
    it.date().map_or_else(String::new, |day| {
        format!("{}, {}", day.words(), shown::from_today(day, today))
    })
}

/// The papers still awaited for meetings to come, the soonest due first.
fn papers(
    records: &Records,
    asker: &Asker<'_>,
    meetings: &[&Record],
    today: Day,
) -> Vec<(Html, String)> {
    let mut found: Vec<(Option<Day>, Html, String)> = Vec::new();
    let coming = meetings
        .iter()
        .filter(|it| it.date().is_some_and(|it| it >= today));
    for meeting in coming {
        for paper in papers_of(records, asker, meeting.id) {
            if paper.state.word != "awaited" {
                continue;
            }
            let due = paper.day("due").or_else(|| meeting.day("papers_due"));
            let who = shown::names(paper.owners());
            let mut about = vec![meeting.title().to_owned()];
            if !who.is_empty() {
                about.push(who);
            }
            about.push(due.map_or_else(
                || "no day is set".to_owned(),
                |day| format!("due {}, {}", day.words(), shown::from_today(day, today)),
            ));
            found.push((due, shown::link(paper), about.join(". ")));
        }
    }
    found.sort_by_key(|it| (it.0.is_none(), it.0));
    found
        .into_iter()
        .map(|(_, link, about)| (link, about))
        .collect()
}

/// Links sent to partners that are neither answered nor revoked, those that have ended first.
async fn asked(
    house: &House,
    records: &Records,
    asker: &Asker<'_>,
) -> Result<Vec<(Html, String)>, StoreError> {
    let now = jiff::Timestamp::now();
    let mut asks = house.store().asks_unanswered().await?;
    asks.sort_by_key(|it| (it.is_live(now), it.made));
    Ok(asks
        .iter()
        .filter_map(|ask| {
            let record = records.get(ask.record)?;
            if !record.is_open() || !asker.may_read(record) {
                return None;
            }
            let state = if !ask.is_live(now) {
                "The link has ended: send another"
            } else if ask.opened.is_some() {
                "Opened, not answered"
            } else {
                "Not opened"
            };
            let sent = crate::clock::moment_words(ask.made);
            Some((
                shown::link(record),
                format!("{}. Sent on {sent}. {state}", ask.to_name),
            ))
        })
        .collect())
}
