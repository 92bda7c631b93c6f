//! Minutes of invented councils in the shapes that councils write them, one folder each: `minutes.txt`, and in `wanted.txt`
//! what a clerk would find in it: of an action its text, owners, due words and day. The answers were written from the shapes alone, before the reader saw them.

use std::fs;
use std::path::Path;
use waymark_programme::minutes::{Confidence, Item, PieceKind, Source, read};

/// A value's name in small letters, its words with this between them: `InAttendance` is "in attendance".
fn word(value: impl std::fmt::Debug, between: &str) -> String {
    let mut out = String::new();
    for letter in format!("{value:?}").chars() {
        if letter.is_uppercase() && !out.is_empty() {
            out.push_str(between);
        }
        out.extend(letter.to_lowercase());
    }
    out
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wanted and not found; none if all is.
fn amiss(text: &str, wanted: &str) -> Vec<String> {
    let it = read(&Source::plain("minutes.txt", text));
    let joined: String = it.pieces.iter().map(|it| it.text.as_str()).collect();
    let mut wrong = Vec::new();
    if joined != text {
        wrong.push("the pieces are not the text".to_owned());
    }
    let all: Vec<&Item> = it.all_items().into_iter().map(|(_, item)| item).collect();
    let outcomes: Vec<_> = all.iter().flat_map(|it| &it.outcomes).collect();
    let actions: Vec<_> = all.iter().flat_map(|it| &it.actions).collect();
    let figures: Vec<_> = all.iter().flat_map(|it| &it.figures).collect();
    let documents: Vec<_> = all.iter().flat_map(|it| &it.documents).collect();
    for line in wanted.lines() {
        let (what, rest) = line.split_once(": ").unwrap_or((line, ""));
        let parts: Vec<&str> = rest.split(" | ").map(str::trim).collect();
        let part = |at: usize| parts.get(at).copied().unwrap_or_default();
        let found = match what {
            "kind" => word(it.kind, "-") == rest,
            "body" => it.meeting.body == rest,
            "date" => it.meeting.date.is_some_and(|it| it.to_string() == rest),
            "time" => it.meeting.time == rest,
            "item" => {
                let mut items = it.items.iter();
                items.any(|it| it.title == part(1) && (part(0).is_empty() || it.number == part(0)))
            }
            "outcomes" => {
                let sure = outcomes.iter();
                let sure = sure.filter(|it| it.confidence != Confidence::Suggested);
                sure.count().to_string() == rest
            }
            "outcome" => outcomes.iter().any(|it| {
                let verbs = &parts[..parts.len() - 1];
                let verb = word(it.verb, "-");
                let verb = verbs
                    .iter()
                    .any(|it| it.is_empty() || it.split('|').any(|it| it == verb));
                verb && flat(&it.text).contains(parts[parts.len() - 1])
            }),
            "actions" => {
                let sure = actions.iter();
                let sure = sure.filter(|it| it.confidence != Confidence::Suggested);
                sure.count().to_string() == rest
            }
            "action" => actions.iter().any(|it| {
                let due = it.due_words.as_deref().unwrap_or_default();
                let day = it.due.map(|it| it.to_string()).unwrap_or_default();
                let day_fits = match part(3) {
                    "" => true,
                    "no day" => day.is_empty(),
                    wanted => day == wanted,
                };
                day_fits
                    && flat(&it.text).contains(part(0))
                    && (part(1) == "?" || it.owners.join(", ") == part(1))
                    && due.contains(part(2))
            }),
            "person" => it.people.iter().any(|it| {
                let status = word(it.status, " ");
                it.name.contains(part(0)) && part(1).split('|').any(|it| it == status)
            }),
            "figure" => figures
                .iter()
                .any(|it| it.value.to_string() == part(0) && word(it.unit, "-") == part(1)),
            "document" => documents
                .iter()
                .any(|it| [&*it.title, &*it.kind, &*it.size] == parts[..]),
            "unread" => it
                .pieces
                .iter()
                .any(|it| it.what == PieceKind::Unread && flat(&it.text).contains(rest)),
            "truncated" => it.truncated || all.iter().any(|it| it.truncated),
            other => panic!("what is {other}?"),
        };
        if !found {
            wrong.push(line.to_owned());
        }
    }
    wrong
}

#[test]
fn a_clerk_finds_in_every_councils_minutes_what_they_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/councils");
    let mut wrong = Vec::new();
    let mut many = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let case = entry.unwrap().path();
        let text = fs::read_to_string(case.join("minutes.txt")).unwrap();
        let wanted = fs::read_to_string(case.join("wanted.txt")).unwrap();
        for it in amiss(&text, &wanted) {
            wrong.push(format!(
                "{}: {it}",
                case.file_name().unwrap().to_string_lossy()
            ));
        }
        many += 1;
    }
    assert!(many > 60, "the cases are gone");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
