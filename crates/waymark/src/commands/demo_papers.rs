//! The demo's papers: two issued for the board, two published for scrutiny, and what is being written for the next meeting.
//! They are begun and issued as a person would, each on its day.

use anyhow::{Context, Result, bail};
use waymark_programme::kinds::{BODY, MEETING, MEMBER, PAPER, REPORT_BACK, WORDING};
use waymark_programme::{
    Change, Changes, Readers, Record, RecordId, Records, Values, link, meetings,
};
use waymark_store::Store;
use waymark_web::papers::{Stopped, issue};
use waymark_web::{House, Options, User};

/// One paper: its template, the sort of body, the day it is written, the return it uses, and how far it is.
struct Wanted {
    template: &'static str,
    title: &'static str,
    body: &'static str,
    on: &'static str,
    as_at: &'static str,
    end: End,
}

#[derive(PartialEq, Eq)]
enum End {
    Written,
    Issued,
    Published,
}

const PAPERS: &[Wanted] = &[
    Wanted {
        template: "monthly-summary",
        title: "Performance summary, January 2018",
        body: "board",
        on: "2018-02-16",
        as_at: "2018-01-31",
        end: End::Issued,
    },
    Wanted {
        template: "scrutiny-report",
        title: "Children's services improvement: report to scrutiny, January 2018",
        body: "scrutiny",
        on: "2018-03-05",
        as_at: "2018-01-31",
        end: End::Published,
    },
    Wanted {
        template: "monthly-summary",
        title: "Performance summary, February 2018",
        body: "board",
        on: "2018-03-16",
        as_at: "2018-02-28",
        end: End::Issued,
    },
    Wanted {
        template: "briefing-note",
        title: "Quarterly briefing note on improvement activity and impact, February 2018",
        body: "scrutiny",
        on: "2018-04-04",
        as_at: "2018-02-28",
        end: End::Published,
    },
    Wanted {
        template: "monthly-summary",
        title: "Performance summary, March 2018",
        body: "board",
        on: "2018-04-08",
        as_at: "2018-03-31",
        end: End::Written,
    },
    Wanted {
        template: "directors-update",
        title: "Director's update, March 2018",
        body: "board",
        on: "2018-04-08",
        as_at: "2018-03-31",
        end: End::Written,
    },
    Wanted {
        template: "board-pack",
        title: "Board pack, April 2018",
        body: "board",
        on: "2018-04-08",
        as_at: "2018-03-31",
        end: End::Written,
    },
    Wanted {
        template: "self-assessment",
        title: "Self-assessment by key judgement, March 2018",
        body: "",
        on: "2018-04-08",
        as_at: "2018-03-31",
        end: End::Written,
    },
];

/// Writes them where there is none yet.
pub(crate) async fn write(store: &Store, options: &Options) -> Result<()> {
    let house = House::new(store.clone(), options.clone());
    if house
        .records()
        .await?
        .of(&PAPER)
        .any(|it| !it.text("template").is_empty())
    {
        return Ok(());
    }
    house
        .reload()
        .await
        .context("the demo's returns could not be read")?;
    let accounts = store.accounts().await?;
    let clerk = accounts
        .iter()
        .find(|it| it.sign_in_name.starts_with("clerk@"))
        .context("the demo has no clerk")?;
    let user = User::of(clerk.clone());
    for wanted in PAPERS {
        // Each on its day: a house of that day.
        let mut options = options.clone();
        options.today = Some(wanted.on.parse().map_err(anyhow::Error::msg)?);
        let house = house.on(options);
        let id = begin(&house, &user, wanted).await?;
        if wanted.end == End::Written {
            continue;
        }
        match issue(&house, &user, id, |_| ()).await {
            Ok(()) => {}
            Err(Stopped::Why(why)) => bail!("{} could not be issued: {why}", wanted.title),
            Err(Stopped::Problem(problem)) => {
                bail!("{} could not be issued: {problem:?}", wanted.title)
            }
        }
        if wanted.end == End::Published {
            let records = house.records().await?;
            let record = records.get(id).context("the paper is there")?;
            let mut changes = Changes::by(user.author()).because("Published");
            let mut values = record.values.clone();
            if let Some(members) = briefed(&records, wanted) {
                values = values
                    .with("sent_on", wanted.on)
                    .with("sent_by", user.name.as_str())
                    .with("sent_to", format!("{members} members, by hand"));
            }
            changes.list.push(Change::Edit {
                record: id,
                read: record.version,
                readers: Readers::Public,
                values,
            });
            store.keep(&changes).await?;
        }
    }
    Ok(())
}

async fn begin(house: &House, user: &User, wanted: &Wanted) -> Result<RecordId> {
    let records = house.records().await?;
    let values = Values::new()
        .with("title", wanted.title)
        .with(
            "sort",
            if wanted.template == "briefing-note" {
                "briefing"
            } else {
                "report"
            },
        )
        .with("template", wanted.template)
        .with("as_at", wanted.as_at)
        .with_list("owners", [user.name.as_str()]);
    let mut changes = Changes::by(user.author());
    let made = changes.make_as(&PAPER, "received", Readers::Board, values);
    if wanted.template == "directors-update" {
        let words = Values::new()
            .with("place", "positives/+1")
            .with("sort", "sentence")
            .with("text", "The director thanks the staff of the three localities, who wrote these assessments beside a new recording system.")
            .with("said_by", "Helen Farrow")
            .with("date", wanted.on);
        let worded = changes.make(&WORDING, words);
        changes.link(worded, &link::PART_OF, made);
    }
    if let Some(at) = place(&records, wanted) {
        changes.link(
            made,
            if records.get(at).is_some_and(|it| it.is(&MEETING)) {
                &link::PRESENTED_AT
            } else {
                &link::ABOUT
            },
            at,
        );
    }
    if let Some(asked) = asked(&records, wanted) {
        changes.link(made, &link::ANSWERS, asked.id);
    }
    Ok(house.store().keep(&changes).await?.number(made))
}

/// How many members of the committee a briefing note is sent to, between meetings; none for another paper.
fn briefed(records: &Records, wanted: &Wanted) -> Option<usize> {
    let body = place(records, wanted).filter(|_| wanted.template == "briefing-note")?;
    let members = records.led_here(body, &link::PART_OF);
    Some(members.filter(|it| it.is(&MEMBER) && it.is_open()).count())
}

/// What asked for a briefing note: the promised report that is owed first.
fn asked<'a>(records: &'a Records, wanted: &Wanted) -> Option<&'a Record> {
    records
        .of(&REPORT_BACK)
        .filter(|it| wanted.template == "briefing-note" && it.is_open())
        .filter(|it| it.title().contains("briefing note"))
        .min_by_key(|it| (it.day("due").is_none(), it.day("due"), it.id))
}

/// The body's next meeting on that day; without one, the body.
fn place(records: &Records, wanted: &Wanted) -> Option<RecordId> {
    let body = records
        .of(&BODY)
        .find(|it| it.text("sort") == wanted.body && !wanted.body.is_empty())?;
    // A briefing note is delivered between meetings.
    if wanted.template == "briefing-note" {
        return Some(body.id);
    }
    let mut ahead: Vec<_> = meetings::of_body(records, body);
    ahead.retain(|it| {
        it.date()
            .is_some_and(|on| on.to_string().as_str() >= wanted.on)
    });
    ahead.sort_by_key(|it| it.date());
    ahead.first().map_or(Some(body.id), |it| Some(it.id))
}
