//! Who was there: tables, lists and sentences.

mod told;

use super::naming::{is_name, is_organisation, is_role, same_person, without_title};
use super::person::{Person, Status};
use super::piece::{Confidence, Span};
use super::wording::{after, find_words, place, squash};
pub(super) use told::of_sentence;

/// The status that a heading of an attendance list announces, and what follows it on its line.
pub(super) fn heading(text: &str) -> Option<(Status, &str)> {
    const HEADINGS: [(&str, Status); 47] = [
        ("Present", Status::Present),
        ("Members present", Status::Present),
        ("Board members present", Status::Present),
        ("Attendance", Status::Present),
        ("Attendees", Status::Present),
        ("Membership", Status::Present),
        ("Members", Status::Present),
        ("Councillors", Status::Present),
        ("Committee members", Status::Present),
        ("Voting members", Status::Present),
        ("Co-opted members", Status::Present),
        ("Also in attendance", Status::InAttendance),
        ("In attendance", Status::InAttendance),
        ("Also present", Status::InAttendance),
        ("Others present", Status::InAttendance),
        ("Other members in attendance", Status::InAttendance),
        ("Other Members", Status::InAttendance),
        ("Guests", Status::InAttendance),
        ("Invitees", Status::InAttendance),
        ("Officers in attendance", Status::Officer),
        ("Officers present", Status::Officer),
        ("Officers", Status::Officer),
        ("Council officers", Status::Officer),
        ("Apologies for absence", Status::Apologies),
        ("Apologies received", Status::Apologies),
        ("Apologies", Status::Apologies),
        ("Absent", Status::Absent),
        ("Not present", Status::Absent),
        ("Observers", Status::Observer),
        ("Observer", Status::Observer),
        ("Substitutes", Status::Substitute),
        ("Substitute members", Status::Substitute),
        ("Deputies", Status::Substitute),
        ("Witnesses", Status::Witness),
        ("Witness", Status::Witness),
        ("External witnesses", Status::Witness),
        ("Expert witnesses", Status::Witness),
        ("Attending", Status::InAttendance),
        ("Also attending", Status::InAttendance),
        ("Invited guests", Status::InAttendance),
        ("Guest", Status::InAttendance),
        ("Members in attendance", Status::Present),
        ("Councillors present", Status::Present),
        ("Cabinet members present", Status::Present),
        ("Statutory co-opted members", Status::Present),
        ("Co-optees", Status::Present),
        ("Also in attendance at the meeting", Status::InAttendance),
    ];
    // "P R E S E N T:-"
    let letters = text
        .bytes()
        .take_while(|it| it.is_ascii_uppercase() || *it == b' ');
    let spread = text
        .split(' ')
        .take(7)
        .all(|it| it.trim_end_matches([':', '-']).len() == 1);
    if spread && letters.filter(|it| *it != b' ').eq(*b"PRESENT") {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == ' ');
        return Some((Status::Present, rest.trim_start_matches([':', '-', ' '])));
    }
    HEADINGS.iter().find_map(|(words, status)| {
        let rest = after(text, words)?.trim_start();
        let rest = [
            "for this item",
            "for the item",
            "for this part",
            "remotely",
            "virtually",
        ]
        .iter()
        .find_map(|it| after(rest, it))
        .unwrap_or(rest)
        .trim_start();
        let (_, rest) =
            (rest.is_empty() || rest.starts_with(':')).then(|| rest.split_at(rest.len().min(1)))?;
        Some((*status, rest.trim_start_matches(['-', '*', ' ']).trim()))
    })
}

/// A name and what is said beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// As written, with a title taken over from "Councillors".
    pub(super) name: String,
    /// What follows it: role, organisation.
    pub(super) role: String,
}

/// The names of a list in running text, and the parts that are none: "Councillors A, B and C, Jane Roe (Governor)".
pub(super) fn names(text: &str) -> (Vec<Named>, Vec<String>) {
    let mut found: Vec<Named> = Vec::new();
    let mut left = Vec::new();
    let text = text
        .trim_start_matches([':', ' '])
        .trim_end()
        .trim_end_matches('.');
    let apart = text.contains(';');
    let mut plural: Option<String> = None;
    // Where the role of the last person begins in the text: "Director of Education and Skills" keeps its "and".
    let mut role_from: Option<usize> = None;
    for (part, semicolon) in parts(text) {
        let whole = part;
        let part = part
            .trim()
            .trim_matches(|c: char| c == '.' || c.is_whitespace());
        let part = after(part, "and")
            .or_else(|| after(part, "from"))
            .or_else(|| after(part, "both"))
            .unwrap_or(part)
            .trim();
        let part = after(part, "the").unwrap_or(part).trim();
        if part.is_empty() {
            continue;
        }
        if semicolon && apart {
            plural = None;
        }
        let (bracket, bare) = bracketed(part);
        let (bare, bracket) = match in_the_chair(bare) {
            Some((name, chair)) => (name, Some(chair)),
            None => (bare, bracket),
        };
        let (rest, title) = without_title(bare);
        if title
            .to_ascii_lowercase()
            .split(' ')
            .any(|it| matches!(it, "councillors" | "cllrs" | "cllrs." | "ccs"))
        {
            plural = Some(singular(title));
        }
        let carried = plural
            .clone()
            .filter(|_| title.is_empty() || title.to_ascii_lowercase().ends_with("s"));
        let alone = rest.split_whitespace().count() == 1
            || rest
                .split_whitespace()
                .next()
                .is_some_and(|it| it.trim_end_matches('.').chars().count() == 1);
        let full = match &carried {
            Some(title) if alone || !without_title(bare).1.is_empty() => format!("{title} {rest}"),
            _ => bare.to_owned(),
        };
        let role_like = is_role(bare) || is_organisation(bare);
        if !rest.is_empty()
            && is_name(&full)
            && !(role_like && title.is_empty() && carried.is_none())
        {
            found.push(Named {
                name: squash(&full),
                role: bracket.map(squash).unwrap_or_default(),
            });
            role_from = None;
        } else if let Some(last) = found.last_mut().filter(|_| {
            role_like
                || (apart && !semicolon)
                || bare.chars().next().is_some_and(char::is_lowercase)
        }) {
            let start = place(text, whole).start;
            let end = start + whole.len();
            match role_from {
                Some(from) => {
                    last.role = squash(
                        text[from..end].trim_matches(|c: char| c == '.' || c.is_whitespace()),
                    )
                }
                None if last.role.is_empty() => {
                    role_from = Some(place(text, part).start);
                    last.role = squash(part);
                }
                None => last.role = format!("{}, {}", last.role, squash(part)),
            }
        } else if !bare.is_empty() && !role_like {
            left.push(squash(part));
        }
    }
    (found, left)
}

fn singular(title: &str) -> String {
    squash(title)
        .split(' ')
        .map(|it| match it {
            "Councillors" | "Cllrs" | "CCs" | "councillors" | "Cllrs." => {
                it.trim_end_matches('.').trim_end_matches('s').to_owned()
            }
            other => other.to_owned(),
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// A text cut at commas, semicolons and "and" outside brackets; whether a semicolon stood before the part.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut from = 0;
    let mut semicolon = true;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let and = depth == 0
            && text.is_char_boundary(at)
            && ([" and ", " & "].iter().any(|it| text[at..].starts_with(it)));
        match bytes[at] {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b',' | b';' | b'\n' if depth == 0 => {
                found.push((&text[from..at], semicolon));
                semicolon = bytes[at] != b',';
                from = at + 1;
            }
            _ if and => {
                found.push((&text[from..at], semicolon));
                semicolon = false;
                from = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    found.push((&text[from..], semicolon));
    found
}

/// A part's bracket and the part without it.
fn bracketed(part: &str) -> (Option<&str>, &str) {
    match (part.find('('), part.rfind(')')) {
        (Some(open), Some(close)) if open < close => {
            (Some(&part[open + 1..close]), part[..open].trim())
        }
        _ => (None, part),
    }
}

/// "Councillor Wilson in the chair": the name, and what is said of it.
fn in_the_chair(text: &str) -> Option<(&str, &str)> {
    let at = find_words(&text.to_ascii_lowercase(), "in the chair").filter(|it| *it > 0)?;
    let rest = text[at..].trim_end_matches(|c: char| !c.is_alphanumeric());
    (rest.len() == "in the chair".len()).then(|| (text[..at].trim_end_matches([' ', ',']), rest))
}

/// A person of one line: "Name", "Name (Chair)", "Name, Role", "Name – Role", "Name\tRole".
pub(super) fn of_line(line: &str) -> Option<Named> {
    let line = line.trim().trim_end_matches(['.', ';', ',']);
    let line = super::list_mark::read(line).map_or(line, |it| it.rest);
    for cut in ["\t", " – ", " - ", "  ", ", ", ": "] {
        if let Some((name, role)) = line.split_once(cut)
            && is_name(name.trim())
            && (cut != ", " || is_role(role) || is_organisation(role))
        {
            let (bracket, bare) = bracketed(name.trim());
            let role = match bracket {
                Some(it) => format!("{}, {}", squash(it), squash(role)),
                None => squash(role),
            };
            return Some(Named {
                name: squash(bare),
                role,
            });
        }
    }
    let (bracket, bare) = bracketed(line);
    let (bare, bracket) = match in_the_chair(bare) {
        Some((name, chair)) => (name, Some(chair)),
        None => (bare, bracket),
    };
    is_name(bare).then(|| Named {
        name: squash(bare),
        role: bracket.map(squash).unwrap_or_default(),
    })
}

/// A person made of a name.
pub(super) fn person(named: Named, status: Status, at: Span, confidence: Confidence) -> Person {
    let organisation = organisation(&named.role);
    let lower = named.role.to_ascii_lowercase();
    let status = if status == Status::Present
        && (lower.starts_with("substitut")
            || lower.contains("substitute for")
            || lower.contains("substituting for")
            || lower.starts_with("deputising"))
    {
        Status::Substitute
    } else {
        status
    };
    let instead_of = [
        "substitute for ",
        "substituting for ",
        "deputising for ",
        "on behalf of ",
    ]
    .iter()
    .find_map(|it| {
        Some(squash(
            &named.role[find_words(&lower, it.trim_end())? + it.len().min(named.role.len())..],
        ))
    });
    Person {
        name: named.name,
        role: named.role,
        organisation,
        status,
        instead_of: instead_of.filter(|it| !it.is_empty()),
        item: Vec::new(),
        at,
        confidence,
    }
}

/// The organisation within a role: the whole when it is no role, else what follows the first comma.
fn organisation(role: &str) -> Option<String> {
    if role.is_empty() {
        return None;
    }
    if is_organisation(role)
        && !role.contains(',')
        && ![
            "Director", "Head", "Officer", "Manager", "Chair", "Member", "Lead",
        ]
        .iter()
        .any(|it| role.contains(it))
    {
        return Some(role.to_owned());
    }
    let (_, tail) = role.rsplit_once(", ")?;
    is_organisation(tail).then(|| tail.to_owned())
}

/// Whether two people of a list are one, and say so differently.
pub(super) fn known<'a>(people: &'a [Person], name: &str) -> Option<&'a Person> {
    people
        .iter()
        .find(|it| it.item.is_empty() && same_person(&it.name, name))
}

#[cfg(test)]
mod tests;
