//! The text on the left, what was understood on the right, ticks between.

use super::claims::{self, Claim};
use super::form::{called, mistakes, part, sure};
use super::known;
use super::new;
use super::offer::{Offer, Sort, offers};
use super::original::{Stretch, stretches};
use super::receive::{Broken, receive};
use crate::house::House;
use crate::page::{Page, Section};
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use askama::Template;
use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State};
use axum::response::{IntoResponse, Response};
use waymark_data::Day;
use waymark_govuk::{Button, ErrorLink, ErrorSummary, Label, Select, SelectOption, Tag, TagColour};
use waymark_programme::minutes::{Confidence, Minutes, Source, read as understand};
use waymark_programme::{Records, kinds, permit};

#[derive(Template)]
#[template(path = "pages/minutes_reading/review.html")]
pub(super) struct Review {
    mistakes: Option<ErrorSummary>,
    csrf: String,
    name: String,
    source: String,
    notes: Vec<String>,
    stretches: Vec<Stretch>,
    entries: Vec<Entry>,
    claims: Vec<Claim>,
    certain: usize,
    doubtful: usize,
    unread: usize,
    accept: Button,
    only: Button,
    again: Button,
    last: Button,
}

/// One offer as it is shown.
struct Entry {
    number: usize,
    key: String,
    /// The heading, where it begins a group.
    heading: String,
    /// What it is, for a reader who jumps to it.
    what: String,
    tag: Tag,
    tick: String,
    controls: Vec<String>,
    hidden: Vec<(String, String)>,
    told: String,
    restricted: bool,
    /// Whether it is numbered in the text.
    anchored: bool,
    which: Option<Select>,
}

pub(super) async fn read(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    sent: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let sent = sent.map_err(|_| Problem::NotUnderstood)?;
    let sent = match receive(&user, sent).await {
        Ok(sent) => sent,
        Err(Broken::Problem(problem)) => return Err(problem),
        Err(Broken::Said(control, words)) => {
            return Ok(new::form(&user, Some((control, words))).into_response());
        }
    };
    // Reading a long file takes a moment; other pages need not wait for it.
    let reading = tokio::task::spawn_blocking(move || {
        waymark_import::read_minutes(&sent.name, &sent.bytes).map(|all| {
            let source = all.into_iter().next();
            source.map(|source| {
                let minutes = understand(&source);
                (source, minutes)
            })
        })
    });
    let (source, minutes) = match reading.await {
        Ok(Ok(Some(read))) => read,
        Ok(Ok(None)) => return Err(Problem::NotUnderstood),
        Ok(Err(why)) => {
            let control = if sent_as_text(&why.to_string()) {
                "pasted"
            } else {
                "file"
            };
            return Ok(new::form(&user, Some((control, &why.to_string()))).into_response());
        }
        Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
    };
    let records = house.records().await?;
    let mut offers = offers(&minutes, &calendar(&records, &minutes.meeting.body));
    known::find(&mut offers, &records, &user.asker());
    let claims = claims::claims(&house.county(), &minutes);
    let shown = Shown {
        user: &user,
        records: &records,
        source: &source,
        minutes: &minutes,
        offers: &offers,
        ticked: &[],
        answered: false,
    };
    Ok(page(&shown, claims).into_response())
}

/// The days of a body's meetings, or of all meetings where it has none here, earliest first.
fn calendar(records: &Records, body: &str) -> Vec<Day> {
    let days = |own: bool| {
        let all = records.of(&kinds::MEETING);
        let all = all.filter(|it| !own || permit::same(it.text("body"), body));
        let mut days: Vec<Day> = all.filter_map(|it| it.date()).collect();
        days.sort_unstable();
        days.dedup();
        days
    };
    let own = days(true);
    if own.is_empty() { days(false) } else { own }
}

fn sent_as_text(words: &str) -> bool {
    words.starts_with("The pasted text")
}

/// What the page is made of.
pub(super) struct Shown<'a> {
    pub(super) user: &'a User,
    pub(super) records: &'a Records,
    pub(super) source: &'a Source,
    pub(super) minutes: &'a Minutes,
    pub(super) offers: &'a [Offer],
    /// The keys that were ticked.
    pub(super) ticked: &'a [String],
    /// Whether a person has answered: mistakes are then shown.
    pub(super) answered: bool,
}

pub(super) fn page(shown: &Shown<'_>, claims: Vec<Claim>) -> Page<Review> {
    let offers = shown.offers;
    let stretches = stretches(&shown.minutes.pieces, offers);
    let mut links = Vec::new();
    let mut entries = Vec::with_capacity(offers.len());
    let mut group = None;
    for (at, offer) in offers.iter().enumerate() {
        let number = at + 1;
        let ticked = shown.ticked.contains(&offer.key);
        let wrong = if shown.answered && (ticked || offer.sort == Sort::Meeting) {
            mistakes(offer)
        } else {
            Vec::new()
        };
        for it in &wrong {
            let control = format!("{}.{}", offer.key, it.field);
            let words = format!("{} {number}: {}", capital(called(offer.sort)), it.words);
            links.push(ErrorLink::new(words, &control));
        }
        let part = part(offer, number, ticked, &wrong);
        let heading = heading(offer, &mut group);
        entries.push(Entry {
            number,
            key: offer.key.clone(),
            heading,
            what: capital(called(offer.sort)),
            tag: tag(offer.confidence),
            tick: if offer.sort == Sort::Meeting && at == 0 {
                // The meeting itself is kept whenever anything is.
                String::new()
            } else {
                part.tick.to_string()
            },
            controls: part.controls,
            hidden: part.hidden,
            told: offer.told.clone(),
            restricted: offer.restricted,
            anchored: offer.at.end > offer.at.start,
            which: match offer.sort {
                Sort::Meeting => which(shown.records, offer),
                Sort::Action => known::which(offer, shown.records, &shown.user.asker()),
                _ => None,
            },
        });
    }
    let certain = offers.iter();
    let certain = certain
        .filter(|it| it.confidence == Confidence::Certain)
        .count();
    let accept = Button::new("Keep all that is certain, and what I ticked")
        .name("accept")
        .value("certain");
    let only = Button::new("Keep only what I ticked")
        .name("accept")
        .value("ticked")
        .secondary();
    let view = Review {
        csrf: shown.user.csrf.clone(),
        name: shown.source.name.clone(),
        source: shown.source.text.clone(),
        notes: notes(shown),
        unread: stretches.iter().filter(|it| it.unread).count(),
        stretches,
        entries,
        claims,
        certain,
        doubtful: offers.len() - certain,
        again: accept.clone(),
        last: only.clone(),
        accept,
        only,
        mistakes: (!links.is_empty()).then(|| ErrorSummary::new(links)),
    };
    let wrong = view.mistakes.is_some();
    let page = Page::new("Is this what the minutes say?", view)
        .section(Section::Meetings)
        .under("Meetings", "/meetings")
        .under("Read minutes that exist", "/minutes/read")
        .without_data_age();
    if wrong { page.with_mistakes() } else { page }
}

/// The heading of a group of offers, where this one begins it.
fn heading(offer: &Offer, group: &mut Option<Sort>) -> String {
    let begins = match offer.sort {
        Sort::Meeting => Some("The meeting".to_owned()),
        Sort::Person => Some("Who was there".to_owned()),
        Sort::Item => {
            *group = Some(Sort::Item);
            let title = format!("{} {}", offer.value("number"), offer.value("title"));
            return format!("Item {}", title.trim());
        }
        _ => None,
    };
    match begins {
        Some(words) if *group != Some(offer.sort) => {
            *group = Some(offer.sort);
            words
        }
        _ => String::new(),
    }
}

fn tag(confidence: Confidence) -> Tag {
    Tag::new(sure(confidence)).colour(match confidence {
        Confidence::Certain => TagColour::Green,
        Confidence::Probable => TagColour::Blue,
        Confidence::Suggested => TagColour::Yellow,
    })
}

/// Meetings of the same day that are kept already: these minutes may be one's.
fn which(records: &Records, offer: &Offer) -> Option<Select> {
    let day: Day = offer.value("date").parse().ok()?;
    let found: Vec<SelectOption> = records
        .of(&kinds::MEETING)
        .filter(|it| it.date() == Some(day))
        .map(|it| {
            let words = format!("{}, {} ({})", it.reference(), it.title(), it.state.title);
            SelectOption::new(it.id.to_string(), words)
        })
        .collect();
    if found.is_empty() {
        return None;
    }
    let same = records
        .of(&kinds::MEETING)
        .find(|it| it.date() == Some(day) && permit::same(it.text("body"), offer.value("body")));
    let chosen = same.map(|it| it.id.to_string()).unwrap_or_default();
    let none = SelectOption::new("", "A new meeting");
    let options: Vec<SelectOption> = std::iter::once(none).chain(found).collect();
    Some(
        Select::new(
            format!("{}.which", offer.key),
            Label::new("Which meeting is it?"),
            options,
        )
        .hint("A meeting of this day is kept already. Items added to it stand beside those it has")
        .value(chosen),
    )
}

/// What a person should know before they tick.
fn notes(shown: &Shown<'_>) -> Vec<String> {
    let minutes = shown.minutes;
    let mut out: Vec<String> = minutes.notes.iter().map(|it| it.text.clone()).collect();
    let mismatches = minutes.mismatches.iter();
    out.extend(mismatches.map(|it| format!("{}: {}", it.name, it.what)));
    if minutes.truncated || minutes.all_items().iter().any(|(_, it)| it.truncated) {
        out.push("The page cuts some of its text short. What follows the cut is not here; get the printed minutes.".to_owned());
    }
    let day = minutes.meeting.date;
    let kept = shown.records.of(&kinds::MEETING).find(|it| {
        day.is_some()
            && it.date() == day
            && permit::same(it.text("body"), &minutes.meeting.body)
            && shown
                .records
                .parts(it.id, &kinds::AGENDA_ITEM)
                .next()
                .is_some()
    });
    if let Some(kept) = kept {
        out.push(format!(
            "{}, {}, has agenda items already. Look there first, so that nothing is kept twice.",
            kept.reference(),
            kept.title()
        ));
    }
    out
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}
