//! Killed at any point of an upload, the store afterwards holds it whole or not at all, and says which.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use jiff::civil::date;
use waymark_store::{AttemptId, NewUpload, Store};

use crate::engines::{Place, on_both_engines};
use crate::uploads::noise;

on_both_engines!(killed_fifty_times_an_upload_is_whole_or_absent_and_named);

/// Set in the process that is to be killed: where its store is.
const STORE: &str = "WAYMARK_TEST_UPLOAD_FOREVER_TO";

async fn killed_fifty_times_an_upload_is_whole_or_absent_and_named(place: Place) {
    place.open().await.close().await;
    let mut long = how_long_an_upload_takes(&place);
    let (mut whole, mut absent) = (0, 0);
    let mut known = BTreeSet::new();
    settle(&place, &mut known, &[], &[]).await;
    for round in 0..50 {
        let mut uploader = start(&place);
        let mut lines = BufReader::new(uploader.stdout.take().unwrap()).lines();
        let mut announced = vec![next(&mut lines, "announced ").unwrap()];
        // From the first moment of the upload to a little after its last; on a machine that has become busier, later.
        if round % 10 == 9 && whole == 0 {
            long *= 4;
        }
        std::thread::sleep(long * round / 40);
        end(uploader);
        let mut kept = Vec::new();
        for line in lines.map_while(Result::ok) {
            kept.extend(line.strip_prefix("kept ").map(str::to_owned));
            announced.extend(line.strip_prefix("announced ").map(str::to_owned));
        }
        let (now_whole, now_absent) = settle(&place, &mut known, &announced, &kept).await;
        whole += now_whole;
        absent += now_absent;
    }
    println!("an upload takes {long:?}; killed 50 times: {whole} whole, {absent} absent and named");
    assert!(
        whole > 0,
        "no upload ever finished: the test kills too early"
    );
    assert!(
        absent > 0,
        "no upload was ever cut short: the test kills too late"
    );
}

/// Opens the store as after a restart and holds every announced upload against what is there.
async fn settle(
    place: &Place,
    known: &mut BTreeSet<String>,
    announced: &[String],
    kept: &[String],
) -> (usize, usize) {
    let store = place.open().await;
    let interrupted = store.interrupted().await.unwrap();
    let named: BTreeSet<&str> = interrupted.iter().map(|it| it.name.as_str()).collect();
    let uploads = store.uploads().await.unwrap();
    let there: BTreeSet<&str> = uploads.iter().map(|it| it.name.as_str()).collect();
    let (mut whole, mut absent) = (0, 0);
    for name in announced {
        match (there.contains(name.as_str()), named.contains(name.as_str())) {
            (true, false) => whole += 1,
            (false, true) => absent += 1,
            (true, true) => panic!("{name} is there and called interrupted"),
            (false, false) => panic!("{name} vanished without a word"),
        }
    }
    for name in kept {
        assert!(
            there.contains(name.as_str()),
            "{name} was accepted and is gone"
        );
    }
    for upload in &uploads {
        if known.insert(upload.name.clone()) {
            // Reading checks each file's sha256; the bytes are compared besides.
            let files = store.files(upload.id).await.unwrap();
            assert!(
                files == files_of(&upload.name),
                "{} is not whole",
                upload.name
            );
        }
    }
    let told: Vec<AttemptId> = interrupted.iter().map(|it| it.id).collect();
    store.acknowledge_interrupted(&told).await.unwrap();
    assert!(store.interrupted().await.unwrap().is_empty());
    store.close().await;
    (whole, absent)
}

/// What the process that is killed runs. Run as a test of its own it uploads twice and ends.
#[test]
fn an_uploader() {
    let folder = tempfile::tempdir().unwrap();
    let to_be_killed = std::env::var(STORE).ok();
    let own = || folder.path().join("waymark.db").display().to_string();
    let at = to_be_killed.clone().unwrap_or_else(own);
    let rounds = if to_be_killed.is_some() { u32::MAX } else { 2 };
    let say = |line: String| {
        if to_be_killed.is_some() {
            // Past the test harness, which would keep a println to itself.
            let mut out = std::io::stdout().lock();
            writeln!(out, "\n{line}").unwrap();
            out.flush().unwrap();
        }
    };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let store = Store::open(&at).await.unwrap();
        for round in 0..rounds {
            let name = format!("cut {}-{round}", std::process::id());
            let attempt = store.announce_upload(&name, None).await.unwrap();
            say(format!("announced {name}"));
            store.add_announced(attempt, cut(&name)).await.unwrap();
            say(format!("kept {name}"));
        }
        assert_eq!(store.uploads().await.unwrap().len(), 2);
    });
}

fn cut(name: &str) -> NewUpload {
    NewUpload {
        name: name.to_owned(),
        kind: "annex-a".into(),
        as_at: date(2018, 3, 31),
        scope_months: 6,
        by: None,
        files: files_of(name),
        summary: serde_json::json!({}),
    }
}

/// Files that can be made again from the upload's name.
fn files_of(name: &str) -> Vec<(String, Vec<u8>)> {
    let seed = name
        .bytes()
        .fold(7_u64, |seed, byte| seed.wrapping_mul(31) + u64::from(byte));
    vec![
        (
            "List 1.csv".into(),
            format!("{name}\n").repeat(20_000).into(),
        ),
        ("Annex_A.xlsx".into(), noise(seed, 2_500_000)),
    ]
}

fn start(place: &Place) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::an_uploader", "--nocapture"])
        .env(STORE, &place.at)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// SIGKILL: nothing in the process runs after it.
fn end(mut uploader: Child) {
    uploader.kill().unwrap();
    uploader.wait().unwrap();
}

fn how_long_an_upload_takes(place: &Place) -> Duration {
    let mut uploader = start(place);
    let mut lines = BufReader::new(uploader.stdout.take().unwrap()).lines();
    next(&mut lines, "announced ").unwrap();
    let begun = Instant::now();
    next(&mut lines, "kept ").unwrap();
    let long = begun.elapsed();
    end(uploader);
    long
}

fn next(
    lines: &mut impl Iterator<Item = std::io::Result<String>>,
    beginning: &str,
) -> Option<String> {
    lines
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix(beginning).map(str::to_owned))
}
