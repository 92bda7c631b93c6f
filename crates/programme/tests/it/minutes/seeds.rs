//! The acceptance tests on the five sources, where they lie beside the workspace.

use std::path::Path;
use waymark_data::Day;
use waymark_programme::minutes::{Confidence, Item, Kind, Minutes, Source, Status, Verb, read};

/// Name and text of every source; none, said clearly, where they are not there.
pub(super) fn all() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/mission/seeds");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("SKIPPED: {} is not there", folder.display());
        return Vec::new();
    };
    let mut found: Vec<(String, String)> = files
        .map(|it| it.unwrap().path())
        .map(|it| {
            (
                it.file_name().unwrap().to_string_lossy().into_owned(),
                std::fs::read_to_string(&it).unwrap(),
            )
        })
        .collect();
    found.sort();
    found
}

fn seed(number: &str) -> Option<Minutes> {
    let (_, text) = all().into_iter().find(|it| it.0.starts_with(number))?;
    let found = read(&Source::plain("seed", text.as_str()));
    let joined: String = found.pieces.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(joined, text, "k: no character is lost");
    Some(found)
}

fn certain(item: &Item) -> usize {
    item.outcomes
        .iter()
        .filter(|it| it.confidence == Confidence::Certain)
        .count()
}

#[test]
fn a_printed_minutes() {
    let Some(found) = seed("001") else { return };
    assert_eq!(found.kind, Kind::PrintedMinutes);
    assert_eq!(found.items.len(), 9);
    let resolved: Vec<usize> = found
        .items
        .iter()
        .enumerate()
        .filter(|it| certain(it.1) > 0)
        .map(|it| it.0 + 1)
        .collect();
    assert_eq!(resolved, [2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(found.items[0].outcomes, []);
    assert_eq!(
        found.items[5]
            .outcomes
            .iter()
            .map(|it| it.mark.as_str())
            .collect::<Vec<_>>(),
        ["(i)", "(ii)"]
    );
    assert!(found.items[5].outcomes[1].text.ends_with(
        "Improvement Board requested that the next Plan focuses on activities in North Lancashire."
    ));
    assert!(
        found.items[8]
            .outcomes
            .iter()
            .all(|it| it.confidence == Confidence::Suggested)
    );
    let count = |status| found.people.iter().filter(|it| it.status == status).count();
    assert_eq!((count(Status::Present), count(Status::Apologies)), (19, 9));
    assert_eq!(
        found
            .mismatches
            .iter()
            .map(|it| it.name.as_str())
            .collect::<Vec<_>>(),
        ["Amanda Barbour", "County Councillor Phillippa Williamson"]
    );
    let promises = &found.items[1].promises;
    assert_eq!(
        promises
            .iter()
            .map(|it| it.due_words.as_deref())
            .collect::<Vec<_>>(),
        [
            Some("November 2017 Improvement Board meeting"),
            Some("next Board meeting")
        ]
    );
    assert_eq!(
        promises
            .iter()
            .map(|it| it.who.as_deref())
            .collect::<Vec<_>>(),
        [Some("Louise Storey"), Some("Jane Booth")]
    );
    let measures: Vec<&str> = found.items[5]
        .figures
        .iter()
        .filter_map(|it| it.measure.as_deref())
        .collect();
    for measure in [
        "contact-to-referral",
        "assessment-over-45",
        "referral-rate",
        "assessment-nfa",
        "cla-number",
        "cla-placed-with-parents",
    ] {
        assert!(measures.contains(&measure), "{measure}");
    }
}

#[test]
fn a_promise_finds_its_meeting_in_the_calendar() {
    let Some(mut found) = seed("001") else { return };
    let calendar: Vec<Day> = ["2017-10-10", "2017-11-14", "2017-12-12"]
        .iter()
        .map(|it| it.parse().unwrap())
        .collect();
    found.resolve(&calendar);
    let days: Vec<String> = found.items[1]
        .promises
        .iter()
        .map(|it| it.due.map(|it| it.to_string()).unwrap_or_default())
        .collect();
    assert_eq!(days, ["2017-11-14", "2017-11-14"]);
}

#[test]
fn b_actions_said_twice_are_one() {
    let Some(found) = seed("002") else { return };
    let item = &found.items[0];
    let actions: Vec<(Vec<String>, Option<&str>)> = item
        .actions
        .iter()
        .map(|it| (it.owners.clone(), it.due_words.as_deref()))
        .collect();
    assert_eq!(
        actions,
        [
            (vec!["Amanda Hatton".to_owned()], Some("future meeting")),
            (vec!["Louise Storey".to_owned()], Some("September meeting"))
        ]
    );
    assert!(item.actions.iter().all(|it| it.also_at.len() == 1));
    assert_eq!(item.outcomes, []);
}

#[test]
fn c_parts_within_parts() {
    let Some(found) = seed("000") else { return };
    let item = &found.items[0];
    assert_eq!(item.number, "3");
    assert_eq!(
        item.items
            .iter()
            .map(|it| it.number.as_str())
            .collect::<Vec<_>>(),
        ["3a", "3b", "3c"]
    );
    let parts = &item.items[2].items;
    assert_eq!(
        parts
            .iter()
            .map(|it| it.number.as_str())
            .collect::<Vec<_>>(),
        ["i", "ii"]
    );
    let plan = &item.items[1].actions;
    assert_eq!(
        (
            plan.len(),
            plan.iter().filter(|it| it.owners.is_empty()).count()
        ),
        (7, 7)
    );
    assert_eq!(parts[1].actions.len(), 3);
    assert_eq!(parts[1].actions[0].owners, ["Partners"]);
    assert_eq!(
        parts[1].outcomes.iter().filter(|it| it.mark == "•").count(),
        9
    );
    assert_eq!(
        parts[0].outcomes[0].text,
        "the Board agreed the revised wording for the Vision."
    );
}

#[test]
fn d_a_decision_record() {
    let Some(found) = seed("003") else { return };
    assert_eq!(found.kind, Kind::Decision);
    let record = found.decision.unwrap();
    assert_eq!(record.decided.unwrap().to_string(), "2018-03-14");
    assert_eq!(record.key_decision, Some(false));
    assert_eq!(found.meeting.date, record.decided);
    assert_eq!(found.meeting.body, "Children's Services Scrutiny Committee");
    let item = &found.items[0];
    let outcomes: Vec<(Verb, &str)> = item
        .outcomes
        .iter()
        .map(|it| (it.verb, it.text.as_str()))
        .collect();
    assert_eq!(
        outcomes,
        [
            (Verb::Noted, "the Report presented be noted"),
            (
                Verb::Received,
                "A quarterly briefing note on improvement activity and impact be received."
            )
        ]
    );
    assert_eq!(item.recurrences[0].every, "quarterly");
    assert!(
        item.figures
            .iter()
            .any(|it| it.value == 1949.0 && it.measure.as_deref() == Some("cla-number"))
    );
}

#[test]
fn e_scrutiny_recommends() {
    let Some(found) = seed("004") else { return };
    let item = &found.items[0];
    assert_eq!(item.number, "4.1");
    assert_eq!(
        (found.meeting.body.as_str(), found.meeting.time.as_str()),
        ("Overview & Scrutiny Committee", "18:30")
    );
    assert_eq!(
        item.outcomes.iter().map(|it| it.verb).collect::<Vec<_>>(),
        [Verb::Recommended]
    );
    assert_eq!(
        item.documents
            .iter()
            .map(|it| it.size.as_str())
            .collect::<Vec<_>>(),
        ["57 KB", "162 KB", "266 KB"]
    );
    assert!(item.questions.len() >= 12);
}
