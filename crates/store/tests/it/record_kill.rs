//! Killed while several people write, the store afterwards holds every change it had answered for, no part of a list of
//! changes, and a chain that verifies.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use waymark_programme::{Author, Change, Changes, RecordId, Records, Values, kinds, link};
use waymark_store::Store;

use crate::engines::{Place, on_both_engines};

on_both_engines!(killed_fifty_times_every_change_is_whole_or_absent_and_the_chain_holds);

/// Set in the process that is to be killed: where its store is.
const STORE: &str = "WAYMARK_TEST_WRITE_RECORDS_TO";
/// Who write at the same time.
const WRITERS: u32 = 4;
/// What is decided at a meeting, and so kept together with it.
const DECIDED: usize = 3;

async fn killed_fifty_times_every_change_is_whole_or_absent_and_the_chain_holds(place: Place) {
    place.open().await.close().await;
    let mut known = Known::default();
    for round in 0..50_u32 {
        let mut writer = start(&place);
        let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let mut said = Vec::new();
        // Until all of them write, and then to a moment that no round shares with another.
        while said.len() < WRITERS as usize {
            said.push(lines.next().unwrap().unwrap());
        }
        std::thread::sleep(Duration::from_micros(u64::from(round * 7919 % 120_000)));
        end(writer);
        said.extend(lines.map_while(Result::ok));
        known.settle(&place, &said).await;
    }
    println!(
        "killed 50 times: {} lists of changes answered for, {} cut short, of which {} absent",
        known.answered, known.cut, known.absent
    );
    assert!(known.answered > 50, "the test kills too early");
    assert!(known.absent > 10, "the test kills too late");
}

/// What was found so far.
#[derive(Default)]
struct Known {
    answered: usize,
    cut: usize,
    absent: usize,
}

impl Known {
    /// Opens the store as after a restart and holds what the killed process said against what is there.
    async fn settle(&mut self, place: &Place, said: &[String]) {
        let store = place.open().await;
        let verified = store.verify().await.unwrap();
        assert_eq!(verified.faults, Vec::<String>::new());
        let records = Records::default().with(store.news_since(0).await.unwrap());
        store.close().await;

        let mut there = BTreeSet::new();
        for meeting in records.of(&kinds::MEETING) {
            let name = meeting.text("title");
            let actions: Vec<_> = records.led_here(meeting.id, &link::PROMISED_FOR).collect();
            assert_eq!(actions.len(), DECIDED, "{name} is not whole");
            for action in actions {
                assert_eq!(action.text("text"), name);
                assert_eq!(
                    action.text("progress").len(),
                    10_000,
                    "half a text is visible"
                );
            }
            assert!(there.insert(name.to_owned()), "{name} is there twice");
        }
        assert_eq!(
            records.of(&kinds::ACTION).count(),
            there.len() * DECIDED,
            "an action without its meeting"
        );
        let told = |word: &str| -> BTreeSet<&str> {
            said.iter().filter_map(|it| it.strip_prefix(word)).collect()
        };
        let (sent, answered) = (told("sent "), told("answered "));
        for name in &answered {
            assert!(there.contains(*name), "{name} was answered for and is gone");
        }
        self.answered += answered.len();
        for name in sent.difference(&answered) {
            self.cut += 1;
            self.absent += usize::from(!there.contains(*name));
        }
        // Edits of one record, one after the other: the last that was answered for stands, or the one after it.
        let mut edited: BTreeMap<&str, u32> = BTreeMap::new();
        for line in told("edited ") {
            let (record, version) = line.split_once(' ').unwrap();
            let latest = edited.entry(record).or_default();
            *latest = (*latest).max(version.parse().unwrap());
        }
        for (record, version) in edited {
            let stands = records.get(RecordId(record.parse().unwrap())).unwrap();
            assert!(
                (version..=version + 1).contains(&stands.version),
                "an edit of {record} that was answered for is gone"
            );
            assert_eq!(
                stands.text("next"),
                format!("step {}", stands.version),
                "half an edit is visible"
            );
        }
    }
}

/// What the process that is killed runs. Run as a test of its own each writer writes twice and ends.
#[test]
fn writers() {
    let folder = tempfile::tempdir().unwrap();
    let to_be_killed = std::env::var(STORE).ok();
    let own = || folder.path().join("waymark.db").display().to_string();
    let at = to_be_killed.clone().unwrap_or_else(own);
    let (loud, rounds) = match to_be_killed {
        Some(_) => (true, u32::MAX),
        None => (false, 2),
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(&at).await.unwrap();
        let mut writers = Vec::new();
        for writer in 0..WRITERS {
            writers.push(tokio::spawn(write(store.clone(), writer, rounds, loud)));
        }
        for writer in writers {
            writer.await.unwrap();
        }
        let verified = store.verify().await.unwrap();
        assert_eq!(verified.faults, Vec::<String>::new());
    });
}

async fn write(store: Store, writer: u32, rounds: u32, loud: bool) {
    let say = |line: String| {
        if loud {
            // Past the test harness, which would keep a println to itself.
            let mut out = std::io::stdout().lock();
            writeln!(out, "\n{line}").unwrap();
            out.flush().unwrap();
        }
    };
    let finding = {
        let mut changes = by();
        changes.make(&kinds::FINDING, stepped(1));
        store.keep(&changes).await.unwrap().made[0]
    };
    for round in 0..rounds {
        let name = format!("Board {}-{writer}-{round}", std::process::id());
        say(format!("sent {name}"));
        store.keep(&board(&name)).await.unwrap();
        say(format!("answered {name}"));
        let mut changes = by();
        changes.list.push(Change::Edit {
            record: finding,
            read: round + 1,
            readers: kinds::FINDING.readers,
            values: stepped(round + 2),
        });
        store.keep(&changes).await.unwrap();
        say(format!("edited {finding} {}", round + 2));
    }
}

fn by() -> Changes {
    Changes::by(Author {
        account: None,
        name: "Marcus Bell".into(),
    })
}

fn stepped(version: u32) -> Values {
    Values::new()
        .with("said", "Thresholds are not understood")
        .with("next", format!("step {version}"))
}

/// A meeting and what it decided, kept together.
fn board(name: &str) -> Changes {
    let mut changes = by();
    let values = Values::new().with("title", name).with("date", "2018-04-24");
    let meeting = changes.make(&kinds::MEETING, values);
    for _ in 0..DECIDED {
        let values = Values::new()
            .with("text", name)
            .with_list("owners", ["Louise Marsh"])
            .with("progress", "x".repeat(10_000));
        let action = changes.make(&kinds::ACTION, values);
        changes.link(action, &link::PROMISED_FOR, meeting);
    }
    changes
}

fn start(place: &Place) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "record_kill::writers", "--nocapture"])
        .env(STORE, &place.at)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// SIGKILL: nothing in the process runs after it.
fn end(mut writer: Child) {
    writer.kill().unwrap();
    writer.wait().unwrap();
}
