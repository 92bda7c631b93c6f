//! One meeting: what it decides, with which papers, what was said last time, who was there.

use super::last_time::{self, LastTime};
use super::{agenda, approved, meeting, next, papers, path, quorum, runs, sees_drafts, times};
use crate::house::House;
use crate::page::{Page, Section};
use crate::pages::records::{cite, mistakes, shown};
use crate::problem::Problem;
use crate::user::{ReadsRecords, User};
use crate::words::counted;
use askama::Template;
use axum::extract::{Path, State};
use waymark_govuk::{
    Button, Cell, DateInput, ErrorSummary, Fieldset, Html, Input, Label, SummaryList, SummaryRow,
    Table, Tag,
};
use waymark_programme::kind::Holds;
use waymark_programme::{Mistake, Record, Records, kinds, link};

#[derive(Template)]
#[template(path = "pages/meetings/show.html")]
pub(super) struct Show {
    mistakes: Option<ErrorSummary>,
    title: String,
    state: Tag,
    facts: SummaryList,
    runs: bool,
    writes_papers: bool,
    csrf: String,
    here: String,
    items: Vec<Item>,
    ends: String,
    own_papers: Vec<Paper>,
    people: Option<Table>,
    quorum: String,
    minutes: Option<Minutes>,
    circulate: Option<DateInput>,
    may_hold: bool,
    cancel: Option<Input>,
    may_room: bool,
    may_next: bool,
    record: String,
    add_item: Button,
}

/// An item as the agenda shows it.
struct Item {
    href: String,
    number: String,
    title: String,
    when: String,
    facts: String,
    squeezed: String,
    state: Option<Tag>,
    seeks: Html,
    papers: Vec<Paper>,
    last_time: Option<LastTime>,
    outcomes: Vec<Html>,
    up: String,
    down: String,
    paper: String,
    thread: String,
}

/// A paper as the agenda shows it.
struct Paper {
    link: Html,
    facts: String,
    state: Tag,
}

/// Where the minutes are, and in what state.
struct Minutes {
    href: String,
    words: String,
}

pub(super) async fn show(
    ReadsRecords(user): ReadsRecords,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Page<Show>, Problem> {
    let records = house.records().await?;
    let meeting = meeting(&records, &user, &number)?;
    Ok(page(&house, &user, &records, meeting, &[]))
}

/// The page, also after a step that could not be taken.
pub(super) fn page(
    house: &House,
    user: &User,
    records: &Records,
    meeting: &Record,
    wrong: &[Mistake],
) -> Page<Show> {
    let agenda = agenda::of(records, meeting);
    let runs = runs(user);
    let before = matches!(meeting.state.word, "planned" | "circulated");
    let planned = meeting.state.word == "planned";
    let last = agenda.items.len().saturating_sub(1);
    let mut before_it = last_time::before(house, user, records, meeting);
    let items = agenda
        .items
        .iter()
        .enumerate()
        .filter(|(_, it)| user.asker().may_read(it.item))
        .map(|(at, it)| {
            let last_time = last_time::of(house, user, records, &mut before_it, it.item);
            item(user, records, meeting, it, last_time, (at, last))
        })
        .collect();
    let view = Show {
        mistakes: mistakes::plain_summary(wrong, &["reason"]),
        title: meeting.title().to_owned(),
        state: cite::state(meeting.state),
        facts: facts(house, user, records, meeting),
        runs,
        writes_papers: user.asker().may_make(&kinds::PAPER),
        csrf: user.csrf.clone(),
        here: path(meeting, ""),
        items,
        ends: agenda.ends_words(),
        own_papers: papers_of(records, user, meeting),
        people: people(records, user, meeting),
        quorum: quorum::words(records, meeting),
        minutes: minutes(user, meeting),
        circulate: (runs && planned).then(|| {
            DateInput::new("circulated", Fieldset::new("Papers went out on"))
                .hint("Leave empty for today")
        }),
        may_hold: runs && before && meeting.date().is_none_or(|it| it <= house.today()),
        cancel: (runs && before).then(|| {
            Input::new("reason", Label::new("Why is it cancelled?"))
                .error(mistakes::wrong(wrong, "reason"))
        }),
        may_room: runs && !approved(meeting) && meeting.state.word != "cancelled",
        may_next: runs && !before && next::after(records, meeting).is_none(),
        record: meeting.path(),
        add_item: Button::link("Add an item", path(meeting, "/items/new")).secondary(),
    };
    Page::new(meeting.title(), view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .without_data_age()
}

fn facts(house: &House, user: &User, records: &Records, meeting: &Record) -> SummaryList {
    let mut rows = Vec::new();
    let mut say = |key: &str, value: &str| {
        if !value.is_empty() {
            rows.push(SummaryRow::new(key, value));
        }
    };
    let far = meeting
        .date()
        .filter(|it| *it >= house.today())
        .map_or_else(String::new, |it| {
            format!(" ({})", times::from_today(house.today(), it))
        });
    say("When", &format!("{}{far}", times::when(meeting)));
    say("Where", meeting.text("place"));
    say("Body", meeting.text("body"));
    say("Chair", meeting.text("chair"));
    say(
        "Papers",
        &papers::due_words(records, user, meeting, house.today()),
    );
    say("Who may read this", meeting.readers.title());
    for (key, other) in [
        ("The meeting before", next::before(records, meeting)),
        ("The next meeting", next::after(records, meeting)),
    ] {
        if let Some(other) = other.filter(|it| user.asker().may_read(it)) {
            let link = Html::new(format!(
                r#"<a class="govuk-link" href="{}">{}</a>"#,
                path(other, ""),
                cite::text(&cite::name(other))
            ));
            rows.push(SummaryRow::new(key, link));
        }
    }
    SummaryList::new(rows)
}

fn item(
    user: &User,
    records: &Records,
    meeting: &Record,
    taken: &agenda::Taken<'_>,
    last_time: Option<LastTime>,
    (at, last): (usize, usize),
) -> Item {
    let item = taken.item;
    let own = |rest: &str| path(meeting, &format!("/items/{}{rest}", item.id));
    let mut facts = Vec::new();
    if let Some(Holds::Choice(sorts)) = kinds::AGENDA_ITEM.field("sort").map(|it| it.holds)
        && let Some((_, words)) = sorts.iter().find(|(word, _)| *word == item.text("sort"))
    {
        facts.push((*words).to_owned());
    }
    if !item.text("presenter").is_empty() {
        facts.push(format!("presented by {}", item.text("presenter")));
    }
    let mut when = String::new();
    if !taken.starts.is_empty() {
        when = times::clock(&taken.starts);
    }
    if taken.minutes > 0 {
        let planned = counted(taken.minutes as usize, "minute", "minutes");
        when = if when.is_empty() {
            planned
        } else {
            format!("{when}, {planned}")
        };
    }
    let movable = runs(user) && !item.state.frozen;
    Item {
        href: own(""),
        number: taken.number.clone(),
        title: item.title().to_owned(),
        when,
        facts: facts.join(", "),
        squeezed: match taken.squeezed {
            0 => String::new(),
            over => format!(
                "The items before it are timed to run {} into it.",
                counted(over as usize, "minute", "minutes")
            ),
        },
        state: (item.state.word != "planned").then(|| cite::state(item.state)),
        seeks: shown::paragraphs(item.text("seeks")),
        papers: papers_of(records, user, item),
        last_time,
        outcomes: outcomes(records, user, meeting, item),
        up: if movable && at > 0 {
            own("/place")
        } else {
            String::new()
        },
        down: if movable && at < last {
            own("/place")
        } else {
            String::new()
        },
        paper: path(meeting, &format!("/papers/new?item={}", item.id)),
        thread: item.path(),
    }
}

fn papers_of(records: &Records, user: &User, presented_at: &Record) -> Vec<Paper> {
    papers::of(records, presented_at.id)
        .into_iter()
        .filter(|it| user.asker().may_read(it))
        .map(|it| {
            let mut facts = Vec::new();
            if !it.text("appendix").is_empty() {
                facts.push(format!("Appendix ‘{}’", it.text("appendix")));
            }
            if !it.owners().is_empty() {
                facts.push(it.owners().join(", "));
            }
            if !it.text("version").is_empty() {
                facts.push(format!("version {}", it.text("version")));
            }
            if let Some(due) = it.day("due").filter(|_| it.state.word == "awaited") {
                facts.push(format!("due on {}", due.words()));
            }
            let own = it.text("own");
            let mut link = cite::titled(it);
            // Only an address of this site is made a link.
            if own.starts_with("/measures/") && !own.contains("//") {
                link.0.push_str(&format!(
                    r#" (<a class="govuk-link" href="{}">Waymark’s own page</a>)"#,
                    cite::text(own)
                ));
            }
            Paper {
                link,
                facts: facts.join(", "),
                state: cite::state(it.state),
            }
        })
        .collect()
}

/// What came of an item, for those who may see it: drafts are the board's until the minutes are approved.
pub(super) fn outcomes(
    records: &Records,
    user: &User,
    meeting: &Record,
    item: &Record,
) -> Vec<Html> {
    if !sees_drafts(user) && !approved(meeting) {
        return Vec::new();
    }
    let mut found: Vec<&Record> = records
        .led_here(item.id, &link::PART_OF)
        .chain(records.led_here(item.id, &link::CAME_FROM))
        .filter(|it| {
            [
                &kinds::RESOLUTION,
                &kinds::ACTION,
                &kinds::MATTER_ARISING,
                &kinds::QUESTION,
                &kinds::PREDICTION,
            ]
            .iter()
            .any(|kind| it.is(kind))
        })
        .filter(|it| user.asker().may_read(it))
        .collect();
    found.sort_by_key(|it| it.id);
    found.dedup_by_key(|it| it.id);
    found
        .into_iter()
        .map(|it| {
            let verb = match it.text("verb") {
                "" => String::new(),
                verb => format!(" ({verb})"),
            };
            let mut owners = it.owners().join(", ");
            if !owners.is_empty() {
                owners.insert_str(0, ": ");
            }
            // The day that the words were understood to mean, or that they mean none.
            let due = match (records.due(it), it.text("due_words")) {
                (Some(day), _) => format!(" due {}", day.words()),
                (None, "") => String::new(),
                (None, words) => format!(" due “{words}”, which gives no day"),
            };
            Html::new(format!(
                "<strong>{}{}</strong> {}{} {}{}",
                it.kind.title,
                cite::text(&verb),
                cite::link(it),
                cite::text(&owners),
                Html::of(&cite::state(it.state)),
                cite::text(&due)
            ))
        })
        .collect()
}

fn people(records: &Records, user: &User, meeting: &Record) -> Option<Table> {
    let ways = match kinds::ATTENDANCE.field("how").map(|it| it.holds) {
        Some(Holds::Choice(ways)) => ways,
        _ => &[],
    };
    let mut lines: Vec<&Record> = quorum::lines(records, meeting.id)
        .into_iter()
        .filter(|it| user.asker().may_read(it))
        .collect();
    if lines.is_empty() {
        return None;
    }
    let rank = |line: &Record| ways.iter().position(|(word, _)| *word == line.text("how"));
    lines.sort_by_key(|it| (rank(it), it.text("agency").to_owned(), it.id));
    let rows: Vec<Vec<Cell>> = lines
        .into_iter()
        .map(|it| {
            let how = rank(it).map_or("", |at| ways[at].1);
            let mut how = how.to_owned();
            if !it.text("deputy_for").is_empty() {
                how.push_str(&format!(", for {}", it.text("deputy_for")));
            }
            if !it.text("items").is_empty() {
                how.push_str(&format!(", {}", it.text("items")));
            }
            vec![
                Cell::new(it.text("name")),
                Cell::new(it.text("agency")),
                Cell::new(how),
            ]
        })
        .collect();
    Some(
        Table::new("Who was there")
            .caption_classes("govuk-visually-hidden")
            .head(["Name", "Agency", "How"].map(Cell::new))
            .rows(rows),
    )
}

fn minutes(user: &User, meeting: &Record) -> Option<Minutes> {
    let words = match meeting.state.word {
        "approved" => "Minutes, as approved",
        "held" | "drafted" | "planned" | "circulated" if !sees_drafts(user) => return None,
        "held" => "Minutes to be written: see the draft",
        "drafted" => "Minutes to be approved",
        "planned" | "circulated" => "Minutes as drafted so far",
        _ => return None,
    };
    Some(Minutes {
        href: path(meeting, "/minutes"),
        words: words.to_owned(),
    })
}
