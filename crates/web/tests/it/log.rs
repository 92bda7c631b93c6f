//! What the log says: the route and how long it took, never what was searched for or who was found.

use crate::returns::list;
use crate::site::Site;
use std::io::Write;
use std::sync::{Arc, Mutex};

#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_child_no_password_and_no_search_is_in_the_log() {
    let kept = Kept::default();
    let writer = kept.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    // For the whole process: a subscriber of one thread misses what other threads asked about first. What other tests
    // log meanwhile is held to the same.
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let rows: &[&[(&str, &str)]] = &[&[
        ("Child Unique ID", "CHILD-4711"),
        ("Date of Contact", "31/02/2018"),
        ("Contact Source", "her uncle Barnaby"),
    ]];
    let to = analyst
        .load("2018-03-31", &[("contacts.csv", &list(1, rows))])
        .await
        .to()
        .to_owned();
    site.house.reload().await.unwrap();
    analyst.get(&to).await.is(200);
    analyst
        .get(&format!("{to}/unreadable"))
        .await
        .is(200)
        .says("her uncle Barnaby");
    analyst.get("/uploads?child=CHILD-4711").await.is(200);
    analyst
        .load("2018-03-31", &[("x.csv", b"name\r\nher uncle Barnaby\r\n")])
        .await
        .is(422);
    let mut admin = site.as_administrator().await;
    admin
        .post("/access-log", &[("child", "CHILD-4711")])
        .await
        .says("1 look,");
    site.nobody()
        .sign_in("/sign-in?next=/x-secret", "some.analyst", "hunter2hunter2")
        .await
        .is(422);

    let log = String::from_utf8(kept.0.lock().unwrap().clone()).unwrap();
    for line in [
        "answered method=GET route=\"/uploads/{upload}/unreadable\" status=200",
        "upload kept",
    ] {
        assert!(log.contains(line), "{line} is not in {log}");
    }
    for secret in [
        "CHILD-4711",
        "Barnaby",
        "31/02",
        "hunter2",
        "x-secret",
        &admin.csrf,
        &analyst.csrf,
    ] {
        assert!(!log.contains(secret), "{secret} is in {log}");
    }
    for line in log.lines().filter(|it| it.contains("answered")) {
        assert!(!line.contains('?'), "an address with its query: {line}");
    }
}
