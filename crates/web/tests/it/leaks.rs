//! Nobody finds, on any page, in any answer or file, a word of a record they may not read.
//!
//! Secret words are planted in records of every kind, for every circle of readers; then every address of the site is
//! asked for as every role, with every record in each place of an address that may name one. Pages that are added later
//! are walked too.

use crate::site::{Site, Visitor};
use std::collections::{BTreeMap, BTreeSet};
use waymark_programme::kind::Holds;
use waymark_programme::{
    Asker, Author, Change, Changes, Kind, Readers, Record, Value, Values, kinds, link,
};
use waymark_store::{NewRecordFile, NewSealed, Role};
use waymark_web::{Method, site};

/// What begins every secret word; to search for it is to search for all of them.
const BEGINS: &str = "qzsecret";

/// What a record of these readers says.
fn secret(kind: &Kind, readers: Readers, which: &str) -> String {
    format!(
        "{BEGINS}{}{}{which}",
        kind.word.replace('-', ""),
        readers.word()
    )
}

/// Every field filled, the words of the record in each that holds words.
fn filled(kind: &'static Kind, word: &str) -> Values {
    let mut values = Values::new();
    for field in kind.fields {
        let one = match field.holds {
            Holds::Line | Holds::Text | Holds::Lines => format!("{word} of the board"),
            Holds::Day => "2018-03-20".to_owned(),
            Holds::Time => "14:30".to_owned(),
            Holds::Number => "4".to_owned(),
            Holds::Decimal => "4.5".to_owned(),
            Holds::Choice(all) | Holds::Choices(all) => all[0].0.to_owned(),
            Holds::Area => "Elsewhere".to_owned(),
            Holds::Email => format!("{word}@example.org"),
            Holds::Address => format!("https://example.org/{word}"),
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

/// Records of every kind and circle, linked with a public record of every kind, and one that was restricted once.
async fn planted(site: &Site) {
    let by = || Author {
        account: None,
        name: "The clerk".into(),
    };
    let mut changes = Changes::by(by());
    let mut made = Vec::new();
    for kind in kinds::KINDS {
        for readers in Readers::ALL {
            let word = secret(kind, readers, "x");
            let values = filled(kind, &word);
            let state = kind.states[0].word;
            made.push((
                *kind,
                readers,
                changes.make_as(kind, state, readers, values),
            ));
        }
    }
    for (kind, _, from) in &made {
        for may in kind.links {
            for (other, _, to) in &made {
                let any = may.to.contains(&"*") && ["finding", "action"].contains(&other.word);
                if to != from && (any || may.to.contains(&other.word)) {
                    changes.link(*from, may.link, *to);
                }
            }
        }
    }
    // The thread of every record leads through a public finding.
    let open = Values::new().with("said", "A finding open to all");
    let open = changes.make_as(&kinds::FINDING, "waiting", Readers::Public, open);
    for (kind, _, from) in &made {
        let may = kind.links.iter().any(|it| {
            it.link == &link::CAME_FROM && it.to.iter().any(|to| matches!(*to, "*" | "finding"))
        });
        if may {
            changes.link(*from, &link::CAME_FROM, open);
        }
    }
    let kept = site.store().keep(&changes).await.unwrap();
    for (kind, readers, named) in &made {
        let word = secret(kind, *readers, "x");
        let file = NewRecordFile {
            record: kept.number(*named),
            name: format!("{word}.txt"),
            content_type: "text/plain".to_owned(),
            bytes: word.into_bytes(),
        };
        site.store().add_record_file(file, &by()).await.unwrap();
    }
    // What was written before a record was opened stays with those who could read it then.
    let word = secret(&kinds::ACTION, Readers::Restricted, "before");
    let mut changes = Changes::by(by()).because(format!("{word} reason"));
    let values = filled(&kinds::ACTION, &word);
    changes.make_as(&kinds::ACTION, "open", Readers::Restricted, values);
    let once = site.store().keep(&changes).await.unwrap().made[0];
    let mut changes = Changes::by(by());
    changes.list.push(Change::Edit {
        record: once,
        read: 1,
        readers: Readers::Public,
        values: Values::new()
            .with("text", "Open to all")
            .with_list("owners", ["Headteachers"]),
    });
    site.store().keep(&changes).await.unwrap();
    // What lies beneath a paper is for nobody, though all may read the paper.
    let mut changes = Changes::by(by());
    let note = Values::new().with("title", "Briefing note");
    changes.make_as(&kinds::PAPER, "awaited", Readers::Public, note.clone());
    let paper = site.store().keep(&changes).await.unwrap().made[0];
    let mut changes = Changes::by(by());
    changes.list.push(Change::Edit {
        record: paper,
        read: 1,
        readers: Readers::Public,
        values: note.with("summary", "For everyone"),
    });
    let sealed = NewSealed {
        record: paper,
        bytes: format!("{BEGINS}beneath").into_bytes(),
        after: Vec::new(),
    };
    let store = site.store();
    store
        .keep_with_sealed(&changes, Vec::new(), "files", sealed)
        .await
        .unwrap();
}

/// The secret words that somebody may read.
async fn theirs(site: &Site, asker: &Asker<'_>) -> BTreeSet<String> {
    let records = site.house.records().await.unwrap();
    let mut words = BTreeSet::new();
    for record in records.everything().filter(|it| asker.may_read(it)) {
        words.extend(words_in(&format!("{:?}", record.values)));
        let lines = site.store().history_of(record.id).await.unwrap();
        for body in lines.into_iter().filter_map(|it| it.body) {
            if body.readers.include(asker.role) || asker.owns(record) {
                words.extend(words_in(&format!("{body:?}")));
            }
        }
    }
    words
}

/// Every secret word of a text.
fn words_in(text: &str) -> BTreeSet<String> {
    let text = text.to_lowercase();
    text.match_indices(BEGINS)
        .map(|(at, _)| {
            text[at..]
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect::<String>()
        })
        .filter(|it| it != BEGINS)
        .collect()
}

/// Every address this route has here: each record in each place that may name one.
fn addresses(path: &str, records: &[(&str, i64)], files: i64) -> Vec<String> {
    let places: Vec<&str> = path
        .split('{')
        .skip(1)
        .filter_map(|it| it.split('}').next())
        .collect();
    let known = BTreeMap::from([
        ("variant", "from-referral"),
        ("code", "L7-01"),
        ("account", "1"),
        ("look", "1"),
        ("upload", "1"),
        ("*path", "waymark.css"),
        ("move", "accept"),
        ("link", "came-from"),
        ("end", "1"),
    ]);
    let put = |path: &str, place: &str, value: &str| path.replace(&format!("{{{place}}}"), value);
    let mut base = path.to_owned();
    for (place, value) in &known {
        base = put(&base, place, value);
    }
    if path.starts_with("/measures/") {
        base = put(&base, "id", "contacts");
    }
    let left: Vec<&str> = places
        .iter()
        .copied()
        .filter(|it| base.contains(&format!("{{{it}}}")))
        .collect();
    if left.is_empty() {
        return vec![base];
    }
    let meeting = records
        .iter()
        .rfind(|it| it.0 == "meeting")
        .map_or_else(String::new, |it| it.1.to_string());
    let mut all = BTreeSet::new();
    for (kind, id) in records {
        let mut one = put(&base, "kind", kind);
        for place in &left {
            match *place {
                "kind" => {}
                // A file of this record, as `planted` adds them: one to each, in order.
                "file" => one = put(&one, "file", &(*id).min(files).to_string()),
                "sort" => one = put(&one, "sort", oparl(kind)),
                "version" => one = put(&one, "version", "1"),
                "token" => one = put(&one, "token", "none"),
                // The place inside a meeting is the record's; the meeting is one that all may read.
                "meeting" if left.contains(&"item") => one = put(&one, "meeting", &meeting),
                other => one = put(&one, other, &id.to_string()),
            }
        }
        all.insert(one);
    }
    all.into_iter().collect()
}

/// What OParl calls a kind.
fn oparl(kind: &str) -> &str {
    match kind {
        "body" => "organization",
        "member" => "person",
        "agenda-item" => "agendaItem",
        other => other,
    }
}

/// What can be read in an answer: its text and headers, and of a packed file what is in it.
fn readable(answer: &crate::site::Answer) -> String {
    let mut text = format!("{:?}\n{}", answer.headers, answer.body);
    if answer.bytes.starts_with(b"PK") {
        use std::io::Read as _;
        let mut packed = zip::ZipArchive::new(std::io::Cursor::new(&answer.bytes)).unwrap();
        for at in 0..packed.len() {
            let mut part = String::new();
            let _ = packed.by_index(at).unwrap().read_to_string(&mut part);
            // The last word of one file and the first of the next are two.
            text.push('\n');
            text.push_str(&part);
        }
    }
    text
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_finds_a_word_of_a_record_they_may_not_read() {
    let site_here = Site::new().await;
    planted(&site_here).await;
    let records = site_here.house.records().await.unwrap();
    // Of each kind the one that all may read, on whose pages the others could show, and the one that few may.
    let ids: Vec<(&str, i64)> = records
        .everything()
        .filter(|it: &&Record| matches!(it.readers, Readers::Public | Readers::Restricted))
        .map(|it| (it.kind.word, it.id.0))
        .collect();
    let files = records.everything().count() as i64;
    let (mut seen_by, mut leaks): (BTreeMap<String, BTreeSet<String>>, _) =
        (BTreeMap::new(), BTreeSet::new());
    let mut asked = 0;
    // The director and democratic services may read all that the chair may.
    let who = Role::ALL
        .into_iter()
        .filter(|it| !matches!(it, Role::Director | Role::DemocraticServices));
    for role in who.map(Some).chain([None]) {
        let name = role.map_or("nobody", Role::word).to_owned();
        let person = match role {
            Some(role) => site_here.visitor(role).await,
            None => site_here.nobody(),
        };
        let full_name = format!("Some {name}");
        let asker = Asker {
            role,
            name: if role.is_some() { &full_name } else { "" },
            ..Asker::PUBLIC
        };
        let theirs = theirs(&site_here, &asker).await;
        let seen = seen_by.entry(name.clone()).or_default();
        for (_, path) in site().known().iter().filter(|it| it.0 == Method::Get) {
            for address in addresses(path, &ids, files) {
                let mut ways = vec![address.clone()];
                if !address.contains("{") && *path == address {
                    // Wherever something can be searched for or narrowed.
                    ways.push(format!("{address}?q={BEGINS}"));
                    ways.push(format!("{address}?words={BEGINS}"));
                }
                for way in ways {
                    let mut person: Visitor = person.clone();
                    let answer = person.get(&way).await;
                    asked += 1;
                    assert!(
                        answer.status.as_u16() < 500,
                        "{way} as {name}: {}",
                        answer.status
                    );
                    for word in words_in(&readable(&answer)) {
                        if !theirs.iter().any(|it| it.starts_with(&word)) {
                            leaks.insert(format!("{word} at {path} as {name}"));
                        }
                        seen.insert(word);
                    }
                }
            }
        }
    }
    println!("{asked} addresses asked for");
    assert!(leaks.is_empty(), "{leaks:#?}");
    // The test looks where words are: whoever may read them does find them.
    let found = |who: &str, readers: Readers| {
        let word = secret(&kinds::ACTION, readers, "x");
        seen_by[who].contains(&word)
    };
    assert!(found("chair", Readers::Restricted));
    assert!(found("member", Readers::Board) && !found("member", Readers::Restricted));
    assert!(found("scrutiny", Readers::Scrutiny) && !found("scrutiny", Readers::Board));
    assert!(found("partner", Readers::Public) && !found("partner", Readers::Scrutiny));
}
