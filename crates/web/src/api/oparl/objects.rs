//! Records as OParl's objects. Only what is public is told, and only what is public is referred to.

use super::address::Base;
use super::sorts::Sort;
use crate::clock;
use crate::pages::meetings::minutes;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};
use waymark_programme::permit::same;
use waymark_programme::{Asker, Kind, Record, Records, kinds, link, meetings};

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

fn public(record: &&Record) -> bool {
    !record.deleted && Asker::PUBLIC.may_read(record)
}

/// A record as an object of this sort.
pub(super) fn told(sort: Sort, records: &Records, record: &Record, base: &Base) -> Value {
    let mut it = Map::new();
    let at = |sort: &str, record: &Record| base.at(&format!("{sort}/{}", record.id));
    it.insert("id".into(), at(sort.word(), record).into());
    it.insert("type".into(), sort.type_address().into());
    it.insert("created".into(), moment(record.made).into());
    it.insert("modified".into(), moment(record.changed).into());
    if record.deleted || record.erased {
        it.insert("deleted".into(), true.into());
        return it.into();
    }
    if let Some(page) = public_page(sort, records, record, base) {
        it.insert("web".into(), base.web(&page).into());
    }
    let mut put = |name: &str, value: Value| {
        if !value.is_null() && value != "" {
            it.insert(name.to_owned(), value);
        }
    };
    let text = |name: &str| Value::from(record.text(name));
    let parts = |kind: &'static Kind, sort: Sort| -> Vec<Value> {
        records
            .parts(record.id, kind)
            .filter(public)
            .map(|it| told(sort, records, it, base))
            .collect()
    };
    let whole = |kind: &Kind, sort: &str| {
        records
            .leads_to(record.id, &link::PART_OF)
            .filter(public)
            .find(|it| it.kind == kind)
            .map_or(Value::Null, |it| at(sort, it).into())
    };
    match sort {
        Sort::Organization => {
            put("body", base.at("body/1").into());
            put("name", text("name"));
            put("shortName", text("short"));
            put("classification", text("sort"));
            put("meeting", base.at("meeting").into());
            put("membership", parts(&kinds::MEMBER, Sort::Membership).into());
            put("subOrganizationOf", whole(&kinds::BODY, "organization"));
        }
        Sort::Person => {
            put("body", base.at("body/1").into());
            put("name", text("name"));
            put(
                "membership",
                vec![told(Sort::Membership, records, record, base)].into(),
            );
        }
        Sort::Membership => {
            put("person", at("person", record).into());
            put("organization", whole(&kinds::BODY, "organization"));
            put("role", text("role"));
            put("startDate", text("from"));
            put("endDate", text("until"));
        }
        Sort::Meeting => {
            put("name", text("title"));
            put("meetingState", record.state.title.into());
            put("cancelled", (record.state.word == "cancelled").into());
            put("start", start(record, "starts"));
            put("end", start(record, "ends"));
            let bodies: Vec<Value> = records
                .of(&kinds::BODY)
                .filter(public)
                .filter(|it| {
                    [it.text("name"), it.text("short")]
                        .iter()
                        .any(|name| same(name, record.text("body")))
                })
                .map(|it| at("organization", it).into())
                .collect();
            put("organization", bodies.into());
            if minutes::is_published(records, record) {
                put("resultsProtocol", told(Sort::File, records, record, base));
            }
            let mut items: Vec<&Record> = records
                .parts(record.id, &kinds::AGENDA_ITEM)
                .filter(public)
                .collect();
            items.sort_by_key(|it| (order(it), it.id));
            let items: Vec<Value> = items
                .into_iter()
                .map(|it| told(Sort::AgendaItem, records, it, base))
                .collect();
            put("agendaItem", items.into());
        }
        Sort::AgendaItem => {
            put("meeting", whole(&kinds::MEETING, "meeting"));
            put("number", text("number"));
            put("order", order(record).into());
            put("name", text("title"));
            put("public", true.into());
            put("start", Value::Null);
            let resolutions: Vec<&Record> = records
                .parts(record.id, &kinds::RESOLUTION)
                .filter(public)
                .collect();
            put(
                "result",
                resolutions.first().map_or("", |it| it.text("verb")).into(),
            );
            let clauses: Vec<&str> = resolutions.iter().map(|it| it.text("text")).collect();
            put("resolutionText", clauses.join("\n").into());
            put(
                "waymark:resolution",
                parts(&kinds::RESOLUTION, Sort::Resolution).into(),
            );
            put(
                "waymark:recommendation",
                parts(&kinds::RECOMMENDATION, Sort::Recommendation).into(),
            );
            let actions: Vec<Value> = records
                .led_here(record.id, &link::CAME_FROM)
                .filter(|it| it.kind == &kinds::ACTION)
                .filter(public)
                .map(|it| told(Sort::Action, records, it, base))
                .collect();
            put("waymark:action", actions.into());
            let consultation = consultations(records, base)
                .into_iter()
                .find(|it| it["agendaItem"] == at("agendaItem", record));
            put(
                "consultation",
                consultation.map_or(Value::Null, |it| it["id"].clone()),
            );
        }
        Sort::Paper => {
            put("body", base.at("body/1").into());
            put("name", text("title"));
            put("reference", record.reference().into());
            put("date", text("date"));
            put("paperType", text("sort"));
            let own: Vec<Value> = consultations(records, base)
                .into_iter()
                .filter(|it| it["paper"] == at("paper", record))
                .collect();
            put("consultation", own.into());
        }
        Sort::Resolution | Sort::Action | Sort::Recommendation => {
            put("name", text("text"));
            put("reference", record.reference().into());
            put("state", record.state.title.into());
            put("verb", text("verb"));
            put("date", text("date"));
            put("due", text("due"));
            put("owner", record.owners().into());
            put("agendaItem", whole(&kinds::AGENDA_ITEM, "agendaItem"));
            put("response", text("response"));
        }
        Sort::File => {
            put("name", format!("Minutes: {}", record.title()).into());
            put("fileName", minutes::file_name(record).into());
            put("mimeType", WORD.into());
            put("date", text("date"));
            let word = base.web(&minutes::word_address(record));
            put("accessUrl", word.as_str().into());
            put("downloadUrl", word.into());
            put("meeting", vec![Value::from(at("meeting", record))].into());
        }
        Sort::Consultation | Sort::None => {}
    }
    it.into()
}

/// The page on which anybody can read of a record, if there is one: pages of records are for those who sign in.
fn public_page(sort: Sort, records: &Records, record: &Record, base: &Base) -> Option<String> {
    match sort {
        Sort::Meeting | Sort::File | Sort::AgendaItem => {
            let meeting = meetings::meeting_of(records, record)?;
            minutes::is_published(records, meeting).then(|| minutes::address(meeting))
        }
        Sort::Paper => {
            let published = base.published(record.id);
            published.then(|| format!("/public/papers/{}", record.id))
        }
        Sort::Resolution => Some("/public/decisions".to_owned()),
        Sort::Action => Some("/public/actions".to_owned()),
        _ => None,
    }
}

/// A paper at an agenda item, wherever both are public.
pub(super) fn consultations(records: &Records, base: &Base) -> Vec<Value> {
    let mut all = Vec::new();
    for paper in records.of(&kinds::PAPER).filter(public) {
        let items = records
            .leads_to(paper.id, &link::PRESENTED_AT)
            .filter(public)
            .filter(|it| it.kind == &kinds::AGENDA_ITEM);
        for item in items {
            let meeting = records
                .whole(item.id)
                .filter(public)
                .map(|it| base.at(&format!("meeting/{}", it.id)));
            all.push(json!({
                "id": base.at(&format!("consultation/{}-{}", paper.id, item.id)),
                "type": super::kind("Consultation"),
                "paper": base.at(&format!("paper/{}", paper.id)),
                "agendaItem": base.at(&format!("agendaItem/{}", item.id)),
                "meeting": meeting,
                "role": item.text("seeks"),
                "created": moment(paper.made),
                "modified": moment(paper.changed.max(item.changed)),
            }));
        }
    }
    all
}

/// An item's place on its agenda.
fn order(item: &Record) -> u32 {
    item.text("order").parse().unwrap_or(0)
}

/// To the second, as RFC 3339 has it.
fn moment(at: Timestamp) -> String {
    format!("{at:.0}")
}

/// When a meeting begins or ends, if its day and time are known.
fn start(meeting: &Record, field: &str) -> Value {
    let time: Option<(i64, i64)> = meeting
        .text(field)
        .split_once(':')
        .and_then(|(hour, minute)| Some((hour.parse().ok()?, minute.parse().ok()?)));
    match (meeting.date(), time) {
        (Some(day), Some((hour, minute))) => {
            let began = clock::start_of(day) + SignedDuration::from_mins(hour * 60 + minute);
            moment(began).into()
        }
        _ => Value::Null,
    }
}
