//! Every route, and what each role gets there: `routes.txt` is the table, and nothing may be missing from it.

use crate::returns::{contacts, list};
use crate::site::{Site, Visitor};
use std::collections::BTreeMap;
use waymark_programme::{Author, Changes, RecordId, Values, kinds};
use waymark_store::{NewRecordFile, Role};
use waymark_web::{Method, site};

const TABLE: &str = include_str!("routes.txt");

/// The columns of the table after the route; the first is nobody.
const WHO: [Option<Role>; 11] = [
    None,
    Some(Role::Chair),
    Some(Role::Member),
    Some(Role::Director),
    Some(Role::Analyst),
    Some(Role::Manager),
    Some(Role::Auditor),
    Some(Role::DemocraticServices),
    Some(Role::Scrutiny),
    Some(Role::Partner),
    Some(Role::Administrator),
];

struct Line<'a> {
    method: Method,
    path: &'a str,
    statuses: Vec<u16>,
}

fn table() -> Vec<Line<'static>> {
    let lines = TABLE
        .lines()
        .filter(|it| !it.trim().is_empty() && !it.starts_with('#'));
    lines
        .map(|line| {
            let mut words = line.split_whitespace();
            let method = match words.next() {
                Some("GET") => Method::Get,
                Some("POST") => Method::Post,
                Some("PUT") => Method::Put,
                Some("DELETE") => Method::Delete,
                other => panic!("{other:?} in {line}"),
            };
            let path = words.next().unwrap();
            let statuses: Vec<u16> = words.map(|it| it.parse().unwrap()).collect();
            assert_eq!(statuses.len(), WHO.len(), "{line}");
            Line {
                method,
                path,
                statuses,
            }
        })
        .collect()
}

#[test]
fn the_table_holds_every_route_and_no_other() {
    let mut known: Vec<(Method, &str)> = site().known().to_vec();
    let mut listed: Vec<(Method, &str)> = table().iter().map(|it| (it.method, it.path)).collect();
    known.sort_unstable();
    listed.sort_unstable();
    let missing: Vec<_> = known.iter().filter(|it| !listed.contains(it)).collect();
    let gone: Vec<_> = listed.iter().filter(|it| !known.contains(it)).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "not in routes.txt: {missing:?}; not in the site: {gone:?}"
    );
    assert_eq!(known.len(), listed.len(), "a route twice in routes.txt");
}

/// A measure of several variants, and one of them.
const VARIED: (&str, &str) = ("assessment-45", "from-referral");

/// A path with something real in each of its places.
fn real(path: &str, account: i64, look: i64) -> String {
    let places: BTreeMap<&str, String> = BTreeMap::from([
        ("{upload}", "1".to_owned()),
        ("{code}", "L7-01".to_owned()),
        ("{account}", account.to_string()),
        ("{look}", look.to_string()),
        // An action that `prepared` makes: the first record.
        ("{kind}", "action".to_owned()),
        ("{record}", "1".to_owned()),
        ("{move}", "accept".to_owned()),
        ("{version}", "1".to_owned()),
        // The action is the board's: nothing of it is public.
        ("{sort}", "action".to_owned()),
        ("{end}", "1".to_owned()),
        ("{file}", "1".to_owned()),
        // What `plan` makes.
        ("{finding}", FINDING.to_string()),
        ("{line}", LINE.to_string()),
        ("{council}", "80001".to_owned()),
        ("{published}", "2018-02-11".to_owned()),
        // What `meetings_site::prepared` makes.
        ("{meeting}", crate::meetings_site::place(0)),
        ("{item}", crate::meetings_site::place(1)),
        ("{action}", "1".to_owned()),
        ("{step}", "progress".to_owned()),
        // What `paper` makes.
        (
            "{paper}",
            PAPER.get().map_or_else(String::new, ToString::to_string),
        ),
        ("{format}", "html".to_owned()),
        // What `assessment` makes.
        (
            "{assessment}",
            ASSESSMENT
                .get()
                .map_or_else(String::new, ToString::to_string),
        ),
        // What `board` makes.
        // Nobody was sent these.
        ("{feed}", format!("{}.ics", "0".repeat(64))),
        ("{*path}", "waymark.css".to_owned()),
    ]);
    // A measure with variants, and one without.
    let id = if path.contains("{variant}") {
        VARIED.0
    } else {
        "contacts"
    };
    // A program's link is a word and its token a number; a sent link is a number, and its token nobody was sent.
    let (link, token) = if path.starts_with("/api") {
        ("came-from", "1".to_owned())
    } else {
        ("1", "0".repeat(64))
    };
    let mut real = path
        .replace("{id}", id)
        .replace("{variant}", VARIED.1)
        .replace("{link}", link)
        .replace("{token}", &token);
    for (place, value) in places {
        real = real.replace(place, &value);
    }
    assert!(
        !real.contains('{'),
        "say in `real` what stands for the place in {path}"
    );
    real
}

async fn prepared() -> (Site, i64, i64) {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let referrals = list(
        3,
        &[&[
            ("Child Unique ID", "K1"),
            ("Date of referral", "05/02/2018"),
        ]],
    );
    let started = ("Continuous Assessment Start Date", "05/02/2018");
    let assessments = list(4, &[&[("Child Unique ID", "K1"), started]]);
    analyst
        .load(
            "2018-03-31",
            &[
                ("1.csv", &contacts(12)),
                ("3.csv", &referrals),
                ("4.csv", &assessments),
            ],
        )
        .await
        .is(303);
    site.house.reload().await.unwrap();
    let account = site.account("Somebody Else", Role::Member, &[]).await;
    let look = site
        .store()
        .log_look(account.id, "a list", None, &["K001"])
        .await
        .unwrap();
    records(&site).await;
    plan(&site).await;
    crate::meetings_site::prepared(&site).await;
    board(&site).await;
    paper(&site).await;
    assessment(&site).await;
    (site, account.id.0, look.0)
}

/// An action that all who work on the programme may read, with a file.
async fn records(site: &Site) {
    let by = Author {
        account: None,
        name: "Somebody Else".to_owned(),
    };
    let mut changes = Changes::by(by.clone());
    let values = Values::new()
        .with("text", "Write to every school")
        .with_list("owners", ["Headteachers"]);
    changes.make(&kinds::ACTION, values);
    let record = site.store().keep(&changes).await.unwrap().made[0];
    let file = NewRecordFile {
        record,
        name: "letter.txt".to_owned(),
        content_type: "text/plain".to_owned(),
        bytes: b"Dear headteacher".to_vec(),
    };
    site.store().add_record_file(file, &by).await.unwrap();
}

/// The numbers of the records that [`plan`] makes.
const FINDING: i64 = 2;
const LINE: i64 = 3;

/// A finding, a line of the plan, and a council's inspection among Ofsted's.
async fn plan(site: &Site) {
    let mut changes = crate::findings_register::changes();
    let finding = Values::new()
        .with("said", "Visits come too late")
        .with("body", "Ofsted")
        .with("sense", "improve");
    changes.make(&kinds::FINDING, finding);
    let line = Values::new().with("text", "Visit every child in time");
    changes.make(&kinds::PLAN_LINE, line);
    let made = site.store().keep(&changes).await.unwrap().made;
    assert_eq!([made[0].0, made[1].0], [FINDING, LINE]);
    let mut analyst = site.as_analyst().await;
    let files: [(&str, &[u8]); 1] = [("reports.json", crate::ofsted_pages::REPORTS.as_bytes())];
    crate::ofsted_pages::load(&mut analyst, &files)
        .await
        .is(303);
}

/// The number of the paper that [`paper`] makes.
static PAPER: std::sync::OnceLock<i64> = std::sync::OnceLock::new();

/// A paper that is being written.
async fn paper(site: &Site) {
    let mut changes = crate::findings_register::changes();
    let values = Values::new()
        .with("title", "Performance summary, March 2018")
        .with("template", "monthly-summary")
        .with("as_at", "2018-03-31");
    changes.make_as(&kinds::PAPER, "received", kinds::PAPER.readers, values);
    let made = site.store().keep(&changes).await.unwrap().made[0].0;
    assert_eq!(*PAPER.get_or_init(|| made), made);
}

/// The number of the self-assessment that [`assessment`] makes.
static ASSESSMENT: std::sync::OnceLock<i64> = std::sync::OnceLock::new();

/// A working draft without a claim, which blocks it.
async fn assessment(site: &Site) {
    let mut changes = crate::findings_register::changes();
    let values = Values::new().with("title", "Self-assessment, spring 2018");
    changes.make(&kinds::SELF_ASSESSMENT, values);
    let made = site.store().keep(&changes).await.unwrap().made[0].0;
    assert_eq!(*ASSESSMENT.get_or_init(|| made), made);
}

/// A link about the action.
async fn board(site: &Site) {
    let now = jiff::Timestamp::now();
    let ends = now + jiff::SignedDuration::from_hours(24);
    let to = ("Headteacher", "head@school.example");
    let action = RecordId(1);
    site.store()
        .make_ask(action, to, None, now, ends)
        .await
        .unwrap();
}

async fn visitor(site: &Site, who: Option<Role>) -> Visitor {
    match who {
        Some(role) => site.visitor(role).await,
        None => site.nobody(),
    }
}

#[tokio::test]
async fn each_role_gets_what_the_table_says() {
    let (site, account, look) = prepared().await;
    let mut wrong = Vec::new();
    for line in table() {
        let path = real(line.path, account, look);
        for (who, expected) in WHO.into_iter().zip(&line.statuses) {
            // A session of their own each time: signing out is among the routes.
            let mut visitor = visitor(&site, who).await;
            let answer = match line.method {
                Method::Get => visitor.get(&path).await,
                // Programs send JSON, and a session's secret in a header.
                way if line.path.starts_with("/api/v1") => visitor.json(way, &path, "{}").await,
                Method::Put | Method::Delete => panic!("{path}: no form is sent so"),
                Method::Post => visitor.post(&path, &[]).await,
            };
            let got = answer.status.as_u16();
            if got != *expected {
                wrong.push(format!(
                    "{:?} {} as {who:?}: {got}, not {expected}",
                    line.method, line.path
                ));
            }
            if got == 303 && who.is_none() {
                assert!(
                    answer.to().starts_with("/sign-in"),
                    "{path}: {}",
                    answer.to()
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn no_form_is_taken_without_the_secret_of_its_session() {
    let (site, account, look) = prepared().await;
    for line in table().iter().filter(|it| it.method == Method::Post) {
        let path = real(line.path, account, look);
        let mut other = site.as_analyst().await;
        let others = std::mem::take(&mut other.csrf);
        for (who, expected) in WHO.into_iter().zip(&line.statuses) {
            if matches!(*expected, 403 | 404) || (who.is_none() && matches!(*expected, 303 | 401)) {
                continue;
            }
            for forged in ["", "forged", &"0".repeat(64), &others] {
                let mut visitor = visitor(&site, who).await;
                let answer = visitor.post_bare(&path, &[("csrf", forged)]).await;
                // A form that brings files is no form at all without them.
                let files = ["/uploads/new", "/minutes/read"].contains(&line.path)
                    || ["/files", "}/papers/new"]
                        .iter()
                        .any(|it| line.path.ends_with(it));
                let refused = if files { 400 } else { 403 };
                assert_eq!(
                    answer.status.as_u16(),
                    refused,
                    "{path} as {who:?}: {}",
                    answer.text()
                );
            }
        }
    }
}
