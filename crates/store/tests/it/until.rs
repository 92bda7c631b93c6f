//! Records as they stood at a moment before now.

use jiff::{SignedDuration, Timestamp};
use waymark_programme::{Author, Change, Changes, End, Records, Values, kinds, link};
use waymark_store::Store;

use crate::engines::{Place, on_both_engines};

on_both_engines!(
    a_record_is_what_it_was_on_that_day,
    until_now_everything_stands_as_it_stands,
);

fn clerk() -> Author {
    Author {
        account: None,
        name: "Marcus Bell".into(),
    }
}

fn spring(day: i64) -> Timestamp {
    "2018-03-01T09:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(24 * day)
}

/// An action that is made on day 0, linked on day 1, reworded on day 2 and closed on day 3; on day 4 its link is taken
/// away, it is deleted, and another is made.
async fn story(store: &Store) {
    let text = |words: &str| {
        Values::new()
            .with("text", words)
            .with_list("owners", ["Ana North"])
    };
    let mut made = Changes::by(clerk());
    let named = made.make_as(
        &kinds::ACTION,
        "open",
        kinds::ACTION.readers,
        text("Write to schools"),
    );
    let record = store.keep_at(&made, spring(0)).await.unwrap().number(named);
    let to = End::Measure("caseload".into());
    let day = |n: i64, change: Change| {
        let mut changes = Changes::by(clerk());
        changes.list.push(change);
        async move { store.keep_at(&changes, spring(n)).await.unwrap() }
    };
    let kind = &link::MEASURED_BY;
    day(
        1,
        Change::Link {
            from: record,
            kind,
            to: to.clone(),
        },
    )
    .await;
    let (read, readers) = (1, kinds::ACTION.readers);
    let values = text("Write to every school");
    day(
        2,
        Change::Edit {
            record,
            read,
            readers,
            values,
        },
    )
    .await;
    day(
        3,
        Change::Move {
            record,
            read: 2,
            to: "closed",
        },
    )
    .await;
    day(
        4,
        Change::Unlink {
            from: record,
            kind,
            to,
        },
    )
    .await;
    day(4, Change::Delete { record, read: 3 }).await;
    let mut other = Changes::by(clerk());
    other.make(&kinds::ACTION, text("Another"));
    store.keep_at(&other, spring(4)).await.unwrap();
}

async fn until(store: &Store, at: Timestamp) -> Records {
    Records::default().with(store.news_until(at).await.unwrap())
}

async fn a_record_is_what_it_was_on_that_day(place: Place) {
    let store = place.open().await;
    story(&store).await;
    let before = spring(0) - SignedDuration::from_secs(1);
    assert_eq!(until(&store, before).await.of(&kinds::ACTION).count(), 0);
    let mut told = Vec::new();
    for day in 0..5 {
        let records = until(&store, spring(day)).await;
        let all: Vec<String> = records
            .of(&kinds::ACTION)
            .map(|it| {
                let links = records.links_from(it.id).len();
                format!(
                    "{}, {}, {links} linked, version {}",
                    it.title(),
                    it.state.word,
                    it.version
                )
            })
            .collect();
        told.push(all.join("; "));
    }
    assert_eq!(
        told,
        [
            "Write to schools, open, 0 linked, version 1",
            "Write to schools, open, 1 linked, version 1",
            "Write to every school, open, 1 linked, version 2",
            "Write to every school, closed, 1 linked, version 3",
            "Another, open, 0 linked, version 1",
        ]
    );
}

async fn until_now_everything_stands_as_it_stands(place: Place) {
    let store = place.open().await;
    story(&store).await;
    let mut then = store.news_until(Timestamp::now()).await.unwrap();
    let now = store.news_since(0).await.unwrap();
    then.links.sort_by_key(|it| format!("{it:?}"));
    assert_eq!(format!("{then:?}"), format!("{now:?}"));
}
