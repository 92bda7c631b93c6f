//! `waymark remind`: who would be written to, and why nobody was.

use super::program::waymark;
use std::path::Path;
use std::process::Output;
use waymark_programme::{Author, Changes, Values, kinds};
use waymark_store::Store;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A store in a folder, with somebody who owes something since long ago.
fn owing(folder: &Path) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let place = folder.join("waymark.db").display().to_string();
        let store = Store::open(&place).await.unwrap();
        let mut changes = Changes::by(Author {
            account: None,
            name: "Marcus Bell".into(),
        });
        let ruth = Values::new()
            .with("name", "Ruth Kell")
            .with("agency", "Wayshire Constabulary")
            .with("email", "ruth.kell@police.example");
        changes.make(&kinds::MEMBER, ruth);
        let action = Values::new()
            .with("text", "Review live cases")
            .with_list("owners", ["Wayshire Constabulary"])
            .with("due", "2018-03-31");
        changes.make(&kinds::ACTION, action);
        store.keep(&changes).await.unwrap();
        store.close().await;
    });
}

#[test]
fn it_says_who_would_be_written_to_and_why_nobody_was() {
    let folder = tempfile::tempdir().unwrap();
    owing(folder.path());
    let data = folder.path().display().to_string();
    let dry = waymark(&["remind", "--dry-run", "--data", &data]);
    assert!(dry.status.success(), "{}", said(&dry));
    let words = "Ruth Kell: 1 overdue, 0 due soon, 0 waiting; would be written to";
    assert!(said(&dry).contains(words), "{}", said(&dry));
    assert!(!said(&dry).contains("Review live cases"));
    let none = waymark(&["remind", "--data", &data]);
    assert!(!none.status.success());
    assert!(
        said(&none).contains("no mail server is set up"),
        "{}",
        said(&none)
    );
    // A port that nobody listens on.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let config = format!(
        "[server]\naddress = 'https://waymark.wayshire.example'\n[mail]\nserver = '127.0.0.1'\nport = {port}\nsecurity = 'none'\nfrom = 'board@wayshire.example'\n"
    );
    std::fs::write(folder.path().join("waymark.toml"), config).unwrap();
    let away = waymark(&["remind", "--data", &data]);
    assert!(!away.status.success());
    let said = said(&away);
    assert!(
        said.contains(
            "Ruth Kell: 1 overdue, 0 due soon, 0 waiting; not sent: the mail server did not answer"
        ),
        "{said}"
    );
}
