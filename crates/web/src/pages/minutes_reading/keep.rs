//! Keeping what was ticked: all of it together, or nothing.

use super::form::{mistakes, returned, values};
use super::known;
use super::offer::{Offer, Sort};
use super::review::{self, Shown};
use crate::desk::{Returned, hand_in};
use crate::forms::Posted;
use crate::house::House;
use crate::notice::{Notice, To};
use crate::problem::Problem;
use crate::user::{RunsMeetings, User};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use std::collections::BTreeMap;
use waymark_data::Day;
use waymark_measures::catalogue;
use waymark_programme::link::{ABOUT, CAME_FROM, OWNED_BY, PART_OF, PRESENTED_AT, PROMISED_FOR};
use waymark_programme::minutes::{Confidence, Source, read as understand};
use waymark_programme::record::Value;
use waymark_programme::{
    Change, Changes, End, Readers, Record, RecordId, Records, Values, kinds, permit,
};

pub(super) async fn keep(
    RunsMeetings(user): RunsMeetings,
    State(house): State<House>,
    Posted(fields): Posted,
) -> Result<Response, Problem> {
    let offers = returned(&fields);
    if offers.is_empty() {
        return Err(Problem::NotUnderstood);
    }
    let certain = fields.get("accept") == "certain";
    let ticked: Vec<String> = offers
        .iter()
        .filter(|it| {
            fields.all("keep").any(|key| key == it.key)
                || (certain && it.confidence == Confidence::Certain)
        })
        .map(|it| it.key.clone())
        .collect();
    let records = house.records().await?;
    let source = Source::plain(
        fields.get("name"),
        fields.exact("source").replace("\r\n", "\n"),
    );
    let existing = |key: &str| {
        let id = fields.get(&format!("{key}.which")).parse().ok()?;
        let found = records.get(RecordId(id))?;
        let seen = user.asker().may_read(found);
        (found.is(&kinds::MEETING) && !found.deleted && seen).then_some(found)
    };
    let wrong = offers.iter().enumerate().any(|(at, it)| {
        let kept = at == 0 || ticked.contains(&it.key);
        kept && existing(&it.key).is_none() && !mistakes(it).is_empty()
    });
    let again = |answered: bool| {
        let minutes = understand(&source);
        let shown = Shown {
            user: &user,
            records: &records,
            source: &source,
            minutes: &minutes,
            offers: &offers,
            ticked: &ticked,
            answered,
        };
        let claims = super::claims::claims(&house.county(), &minutes);
        review::page(&shown, claims).into_response()
    };
    if wrong {
        return Ok(again(true));
    }
    let (changes, meeting) = changes(
        &user,
        &records,
        &offers,
        &ticked,
        &source.text,
        existing,
        house.today(),
    );
    match hand_in(&house, &user, &changes).await {
        Ok(kept) => {
            let path = format!("/records/meeting/{}", kept.number(meeting));
            Ok(To::page(path).saying(Notice::MinutesKept).into_response())
        }
        Err(Returned::Mistakes(_)) => Ok(again(true)),
        Err(other) => Err(other.into()),
    }
}

/// The records and links of what is kept, and the meeting they come from.
fn changes<'r>(
    user: &User,
    records: &'r Records,
    offers: &[Offer],
    ticked: &[String],
    source: &str,
    existing: impl Fn(&str) -> Option<&'r Record>,
    today: Day,
) -> (Changes, RecordId) {
    let mut changes = Changes::by(user.author()).because("Read from minutes that exist");
    let mut made: BTreeMap<&str, RecordId> = BTreeMap::new();
    let mut days: BTreeMap<&str, &str> = BTreeMap::new();
    let mut first = None;
    for (at, offer) in offers.iter().enumerate() {
        if at > 0 && !ticked.contains(&offer.key) {
            continue;
        }
        if offer.sort == Sort::Meeting {
            let id = match existing(&offer.key) {
                Some(kept) => kept.id,
                None => meeting(&mut changes, offer, offers, source, today),
            };
            first.get_or_insert(id);
            made.insert(&offer.key, id);
            days.insert(&offer.key, offer.value("date"));
            continue;
        }
        let above = made.get(offer.under.as_str()).copied();
        // A record whose item is not kept belongs to the meeting itself.
        let above = above.or(first);
        let day = day_of(offer, offers);
        let known = (offer.sort == Sort::Action)
            .then(|| known::existing(&offer.which, records, &user.asker()))
            .flatten();
        if let Some(known) = known {
            known::update(&mut changes, known, offer, day);
            continue;
        }
        let id = one(&mut changes, offer, day);
        made.insert(&offer.key, id);
        if let Some(above) = above {
            let link = match offer.sort {
                Sort::Action => &CAME_FROM,
                Sort::Paper => &PRESENTED_AT,
                _ => &PART_OF,
            };
            changes.link(id, link, above);
        }
        links(&mut changes, records, offer, id);
    }
    let first = first.unwrap_or(RecordId(-1));
    changes.minute = Some(first);
    (changes, first)
}

/// A new meeting, with the text it was read from. A list of meetings has no text of its own: those to come are planned.
fn meeting(
    changes: &mut Changes,
    offer: &Offer,
    offers: &[Offer],
    source: &str,
    today: Day,
) -> RecordId {
    let mut values = values(offer);
    let has_items = offers.iter().any(|it| it.sort == Sort::Item);
    let fits = source.chars().count() <= 50_000;
    let state = if has_items && fits {
        values.set("minutes", Value::One(super::offer::text(source)));
        "drafted"
    } else if has_items || values.day("date").is_some_and(|it| it < today) {
        "held"
    } else {
        "planned"
    };
    changes.make_as(&kinds::MEETING, state, kinds::MEETING.readers, values)
}

/// A record of an offer, in the state it is in when it is read from minutes.
fn one(changes: &mut Changes, offer: &Offer, day: &str) -> RecordId {
    let kind = offer.sort.kind();
    let mut values = values(offer);
    let dated = |values: &mut Values, name: &str| {
        if !day.is_empty() && !values.has(name) {
            values.set(name, Value::One(day.to_owned()));
        }
    };
    let state = match offer.sort {
        Sort::Item => "taken",
        Sort::Paper => "received",
        Sort::Question => {
            dated(&mut values, "date");
            if values.has("answer") {
                dated(&mut values, "answered_on");
                "answered"
            } else {
                "asked"
            }
        }
        Sort::Resolution | Sort::Recommendation | Sort::Promise => {
            dated(&mut values, "date");
            kind.states[0].word
        }
        Sort::Action => {
            let due = values.text("due").to_owned();
            values.set("first_due", Value::One(due));
            kind.states[0].word
        }
        Sort::Person | Sort::Meeting => kind.states[0].word,
    };
    let readers = if offer.restricted {
        Readers::Restricted
    } else {
        kind.readers
    };
    changes.make_as(kind, state, readers, values)
}

/// The day of the meeting that an offer belongs to, through its item.
fn day_of<'o>(offer: &'o Offer, offers: &'o [Offer]) -> &'o str {
    let find = |key: &str| offers.iter().find(|it| it.key == key);
    let mut here = Some(offer);
    for _ in 0..3 {
        match here {
            Some(it) if it.sort == Sort::Meeting => return it.value("date"),
            Some(it) => here = find(&it.under),
            None => break,
        }
    }
    ""
}

/// To people and meetings that are known, and to the measures an item's figures are of.
fn links(changes: &mut Changes, records: &Records, offer: &Offer, id: RecordId) {
    let member = |name: &str| {
        let mut all = records.of(&kinds::MEMBER);
        all.find(|it| permit::same(it.title(), name))
            .map(|it| it.id)
    };
    match offer.sort {
        Sort::Person => {
            if let Some(member) = member(offer.value("name")) {
                changes.link(id, &ABOUT, member);
            }
        }
        Sort::Item => {
            for name in &offer.measures {
                if let Some(measure) = catalogue::find(name) {
                    changes.link(id, &ABOUT, End::Measure(measure.name()));
                }
            }
        }
        Sort::Action | Sort::Promise => {
            if offer.sort == Sort::Action {
                for owner in offer.value("owners").lines() {
                    if let Some(member) = member(owner) {
                        changes.link(id, &OWNED_BY, member);
                    }
                }
            }
            let due: Option<Day> = offer.value("due").parse().ok();
            let said = offer.value("due_words").to_lowercase();
            let at_meeting = said.contains("meeting") || said.contains("board");
            let meeting = records.of(&kinds::MEETING).find(|it| it.date() == due);
            if let (Some(meeting), Some(_), true) = (meeting, due, at_meeting) {
                changes.link(id, &PROMISED_FOR, meeting.id);
            }
        }
        _ => {}
    }
    debug_assert!(matches!(
        changes.list.last(),
        Some(Change::Make { .. } | Change::Link { .. })
    ));
}
