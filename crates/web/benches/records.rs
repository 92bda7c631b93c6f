//! How long every page takes on the server with 20,000 records and 60,000 links: prints figures, judges nothing.
//!
//! `cargo bench -p waymark-web --bench records -- PLACE [PART]`, where PLACE is the path of a SQLite file that is not there
//! yet, or the `postgres://` address of an empty database; with PART only the addresses that hold it are asked for. Everything written there is invented.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::{Request, header};
use jiff::{SignedDuration, Timestamp};
use std::time::{Duration, Instant};
use tower::ServiceExt;
use waymark_programme::kind::{Holds, Kind};
use waymark_programme::link::{ANY, End, MEASURE};
use waymark_programme::{Author, Change, Changes, Record, RecordId, Value, Values, kinds};
use waymark_store::{NewAccount, PasswordHash, Role, Store};
use waymark_web::{House, Method, Options, app, site};

const RECORDS: usize = 20_000;
const LINKS: usize = 60_000;

/// The same numbers each time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).unwrap()
    }

    fn words(&mut self, many: usize) -> String {
        const WORDS: &[&str] = &[
            "threshold",
            "visits",
            "timely",
            "children",
            "north",
            "recruitment",
            "caseload",
            "audit",
            "partners",
            "schools",
            "evidence",
            "supervision",
            "plans",
            "referral",
            "assessment",
            "voice",
            "managers",
            "quality",
            "practice",
            "review",
        ];
        let words: Vec<&str> = (0..many).map(|_| WORDS[self.below(WORDS.len())]).collect();
        words.join(" ")
    }

    fn day(&mut self) -> String {
        format!("2018-{:02}-{:02}", 1 + self.below(12), 1 + self.below(28))
    }
}

fn main() {
    let mut given = std::env::args().skip(1).filter(|it| !it.starts_with("--"));
    let (place, only) = (given.next(), given.next().unwrap_or_default());
    let folder = tempfile::tempdir().unwrap();
    let place = place.unwrap_or_else(|| folder.path().join("waymark.db").display().to_string());
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(measure(&place, &only));
}

async fn measure(place: &str, only: &str) {
    let store = Store::open(place).await.unwrap();
    let began = Instant::now();
    fill(&store).await;
    println!(
        "  written: {RECORDS} records and {LINKS} links in {:.1?}",
        began.elapsed()
    );
    let began = Instant::now();
    let verified = store.verify().await.unwrap();
    assert!(verified.faults.is_empty());
    println!(
        "  the chain of {} lines verified in {:.1?}",
        verified.lines,
        began.elapsed()
    );

    let options = Options {
        today: Some("2018-04-08".parse().unwrap()),
        ..Options::default()
    };
    let house = House::new(store.clone(), options);
    house.reload().await.unwrap();
    let began = Instant::now();
    house.keep_up().await.unwrap();
    let records = house.records().await.unwrap();
    println!("  all read at the start in {:.1?}", began.elapsed());
    let account = store
        .create_account(NewAccount {
            sign_in_name: "chair".into(),
            name: "Jo Field".into(),
            role: Role::Chair,
            areas: Vec::new(),
            password_hash: PasswordHash(String::new()),
        })
        .await
        .unwrap();
    let now = Timestamp::now();
    let session = store
        .create_session(account.id, now, now + SignedDuration::from_hours(2))
        .await
        .unwrap();
    let cookie = format!("waymark-session={}", session.token.reveal());
    println!(
        "  a change kept, and the next page: {}",
        change(&house, &records).await
    );

    let router = app(house.clone());
    let mut all = Vec::new();
    let wanted = addresses(&records).into_iter();
    for address in wanted.filter(|it| it.contains(only)) {
        let mut took = Vec::new();
        let (mut status, mut size) = (0, 0);
        for _ in 0..15 {
            let request = Request::get(&address).header(header::COOKIE, &cookie);
            let began = Instant::now();
            let answer = router
                .clone()
                .oneshot(request.body(Body::empty()).unwrap())
                .await
                .unwrap();
            status = answer.status().as_u16();
            size = axum::body::to_bytes(answer.into_body(), usize::MAX)
                .await
                .unwrap()
                .len();
            took.push(began.elapsed());
        }
        took.sort_unstable();
        all.push((took[7], took[14], status, size, address));
    }
    all.sort_by_key(|it| std::cmp::Reverse(it.0));
    println!("  median    slowest   status bytes    address");
    for (median, slowest, status, size, address) in all {
        println!(
            "  {:7.1} ms {:7.1} ms {status} {size:9} {address}",
            ms(median),
            ms(slowest)
        );
    }
}

fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

/// An edit, and how long the next page waits for the news of it.
async fn change(house: &House, records: &waymark_programme::Records) -> String {
    let (mut kept, mut read) = (Vec::new(), Vec::new());
    let record = records.of(&kinds::ACTION).nth(500).unwrap();
    for version in record.version..record.version + 15 {
        let mut changes = Changes::by(author());
        changes.list.push(Change::Edit {
            record: record.id,
            read: version,
            readers: record.readers,
            values: record.values.clone(),
        });
        let began = Instant::now();
        house.store().keep(&changes).await.unwrap();
        kept.push(began.elapsed());
        let began = Instant::now();
        house.records().await.unwrap();
        read.push(began.elapsed());
    }
    kept.sort_unstable();
    read.sort_unstable();
    format!("{:.1} ms and {:.1} ms", ms(kept[7]), ms(read[7]))
}

fn author() -> Author {
    Author {
        account: None,
        name: "The generator".into(),
    }
}

/// Every page, with a busy record of its kind in each place that names one.
fn addresses(records: &waymark_programme::Records) -> Vec<String> {
    let busiest = |kind: &'static Kind| {
        records
            .of(kind)
            .max_by_key(|it| records.links_to(it.id).len())
            .map(|it: &Record| it.id)
    };
    let mut all = Vec::new();
    for (_, path) in site().known().iter().filter(|it| it.0 == Method::Get) {
        if [
            "/measures",
            "/uploads",
            "/accounts",
            "/access-log",
            "/assets",
        ]
        .iter()
        .any(|it| path.starts_with(it))
        {
            continue;
        }
        if !path.contains('{') {
            all.push((*path).to_owned());
            continue;
        }
        let own = |words: &str| path.starts_with(words);
        let kind = if own("/plan") {
            &kinds::PLAN_LINE
        } else if own("/meetings") {
            &kinds::MEETING
        } else if own("/actions") {
            &kinds::ACTION
        } else {
            &kinds::FINDING
        };
        let mut one = path
            .replace("{kind}", kind.word)
            .replace("{sort}", "meeting");
        while let (Some(from), Some(to)) = (one.find('{'), one.find('}')) {
            let id = busiest(kind).unwrap().to_string();
            one.replace_range(from..=to, &id);
        }
        all.push(one);
    }
    let meeting = busiest(&kinds::MEETING).unwrap();
    for more in [
        "/records?q=threshold+visits",
        "/records?q=zzzz",
        "/records/search?q=threshold+visits",
        "/api/v1/search?q=threshold%20visits",
        "/api/v1/search?q=zzzz",
        "/api/v1/action?limit=200",
        "/api/v1/action?owner=Louise%20Marsh",
    ] {
        all.push(more.to_owned());
    }
    all.push(format!("/api/v1/thread/{meeting}"));
    all
}

/// Records of every kind, as many as a council's board makes in decades, and the links between them.
async fn fill(store: &Store) {
    let mut draw = Draw(0x9e37_79b9_7f4a_7c15);
    let mut made: Vec<(&'static Kind, RecordId)> = Vec::new();
    while made.len() < RECORDS {
        let mut changes = Changes::by(author());
        let mut kinds_made = Vec::new();
        while kinds_made.len() < 500 && made.len() + kinds_made.len() < RECORDS {
            // More of what there is most of.
            let kind = match draw.below(10) {
                0..3 => &kinds::ACTION,
                3..5 => &kinds::AGENDA_ITEM,
                5 => &kinds::RESOLUTION,
                _ => kinds::KINDS[draw.below(kinds::KINDS.len())],
            };
            let state = kind.states[draw.below(kind.states.len())].word;
            changes.make_as(kind, state, kind.readers, values(kind, &mut draw));
            kinds_made.push(kind);
        }
        let ids = store.keep(&changes).await.unwrap().made;
        made.extend(kinds_made.into_iter().zip(ids));
    }
    let mut by_kind: std::collections::BTreeMap<&str, Vec<RecordId>> = Default::default();
    for (kind, id) in &made {
        by_kind.entry(kind.word).or_default().push(*id);
    }
    let mut seen = std::collections::BTreeSet::new();
    while seen.len() < LINKS {
        let mut changes = Changes::by(author());
        while changes.list.len() < 2000 && seen.len() < LINKS {
            let (kind, from) = made[draw.below(made.len())];
            if kind.links.is_empty() {
                continue;
            }
            let may = &kind.links[draw.below(kind.links.len())];
            let word = may.to[draw.below(may.to.len())];
            let to = match word {
                MEASURE => End::Measure("contacts".to_owned()),
                ANY => End::Record(made[draw.below(made.len())].1),
                word => {
                    let Some(ids) = by_kind.get(word) else {
                        continue;
                    };
                    End::Record(ids[draw.below(ids.len())])
                }
            };
            if to != End::Record(from) && seen.insert((from, may.link.word, to.clone())) {
                changes.link(from, may.link, to);
            }
        }
        store.keep(&changes).await.unwrap();
    }
}

fn values(kind: &Kind, draw: &mut Draw) -> Values {
    let mut values = Values::new();
    for (at, field) in kind.fields.iter().enumerate() {
        if at > 0 && !field.required && draw.below(3) == 0 {
            continue;
        }
        let one = match field.holds {
            Holds::Line => draw.words(6),
            Holds::Text => draw.words(60),
            Holds::Lines => {
                ["Louise Marsh", "Marcus Bell", "Headteachers"][draw.below(3)].to_owned()
            }
            Holds::Day => draw.day(),
            Holds::Time => "14:30".to_owned(),
            Holds::Number => draw.below(30).to_string(),
            Holds::Decimal => "29.8".to_owned(),
            Holds::Choice(all) | Holds::Choices(all) => all[draw.below(all.len())].0.to_owned(),
            Holds::Area => ["North", "South", "Whole county"][draw.below(3)].to_owned(),
            Holds::Email => "name@example.org".to_owned(),
            Holds::Address => "https://example.org/".to_owned(),
            Holds::Files => continue,
        };
        let value = if field.holds.many() {
            Value::Many(vec![one])
        } else {
            Value::One(one)
        };
        values.set(field.name, value);
    }
    values
}
