//! Who was there: tables, lists and sentences.

mod beside;
pub(super) mod roster;
mod told;

use super::naming::{is_name, is_organisation, is_role, same_person, without_title};
use super::person::{Person, Status};
use super::piece::{Confidence, Span};
use super::wording::{after, find_words, place, squash};
use beside::{beside, brackets};
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
    // "the Chairman, Councillor Royal": an office whose holder may come next.
    let mut held: Option<String> = None;
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
        let office = after(part, "the");
        let part = office.unwrap_or(part).trim();
        if part.is_empty() {
            continue;
        }
        if semicolon && apart {
            plural = None;
        }
        if let Some(named) = office_first(part) {
            found.push(named);
            role_from = None;
            continue;
        }
        let (bare, said) = split_name(part);
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
            let mut role = vec![said.as_str()];
            match &held {
                Some(office) if !semicolon && !title.is_empty() => role.insert(0, office),
                Some(office) => left.push(office.clone()),
                None => {}
            }
            found.push(Named {
                name: squash(&full),
                role: joined(&role),
            });
            held = None;
            role_from = None;
        } else if role_like && (found.is_empty() || apart && semicolon && office.is_some()) {
            // "the Head of Legal Services": an office, and nobody says who holds it.
            left.extend(held.replace(squash(part)));
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
    left.extend(held);
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

/// A name, and what its brackets and a dash say beside it: "Lucy Grant (CCG) – Beth Small attended in her place".
fn split_name(part: &str) -> (&str, String) {
    let (bare, mut said) = brackets(part);
    let bare = match in_the_chair(bare) {
        Some((name, chair)) => {
            said.insert(0, chair);
            name
        }
        None => bare,
    };
    let bare = match DASHES.iter().find_map(|it| bare.split_once(*it)) {
        Some((name, more)) if is_name(name.trim()) => {
            said.insert(0, more);
            name.trim()
        }
        _ => bare,
    };
    (bare, joined(&said))
}

const DASHES: [&str; 3] = [" – ", " - ", " — "];

fn joined(said: &[&str]) -> String {
    let said: Vec<String> = said.iter().map(|it| squash(it)).collect();
    said.into_iter()
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// "The Leader (Councillor Mrs J Pole) (in the Chair)": the office first, who holds it in the bracket.
fn office_first(part: &str) -> Option<Named> {
    let (office, mut said) = brackets(part);
    let office = after(office, "the").map_or(office, str::trim);
    let named = said.first().is_some_and(|it| is_name(it));
    if !named || is_name(office) || !(is_role(office) || is_organisation(office)) {
        return None;
    }
    let name = squash(said.remove(0));
    said.insert(0, office);
    Some(Named {
        name,
        role: joined(&said),
    })
}

/// "Councillor Wilson in the chair": the name, and what is said of it.
fn in_the_chair(text: &str) -> Option<(&str, &str)> {
    let at = find_words(&text.to_ascii_lowercase(), "in the chair").filter(|it| *it > 0)?;
    let rest = text[at..].trim_end_matches(|c: char| !c.is_alphanumeric());
    (rest.len() == "in the chair".len()).then(|| (text[..at].trim_end_matches([' ', ',']), rest))
}

/// A person of one line: "Name", "Name (Chair)", "Name, Role", "Name – Role", "Name\tRole", "Role: Name". None where the line
/// names several.
pub(super) fn of_line(line: &str) -> Option<Named> {
    let line = line.trim().trim_end_matches(['.', ';', ',']);
    let line = super::list_mark::read(line).map_or(line, |it| it.rest);
    if are_several(line) {
        return None;
    }
    if let Some(named) = office_first(line) {
        return Some(named);
    }
    for cut in ["\t", " – ", " - ", "  ", ", ", ": "] {
        let Some((name, role)) = line.split_once(cut) else {
            continue;
        };
        if is_name(name.trim()) && (cut != ", " || is_role(role) || is_organisation(role)) {
            let (bare, mut said) = brackets(name.trim());
            said.push(role);
            return Some(Named {
                name: squash(bare),
                role: joined(&said),
            });
        }
        // "Director of Children's Services: Jane Roe"
        let (bare, mut said) = brackets(role.trim());
        if matches!(cut, ": " | " – " | " - " | "\t")
            && is_name(bare)
            && is_role(name)
            && name.len() < 70
        {
            said.insert(0, name);
            return Some(Named {
                name: squash(bare),
                role: joined(&said),
            });
        }
    }
    let (bare, role) = split_name(line);
    is_name(bare).then(|| Named {
        name: squash(bare),
        role,
    })
}

/// Whether a line names several people: "Mary Tate (Chair), Paul Ogden (Assistant Director)", "Ann Dale; Tim Moss".
fn are_several(line: &str) -> bool {
    let parts = parts(line);
    let named = |part: &str| {
        let part = after(part.trim(), "and").unwrap_or(part);
        let (bare, said) = brackets(part.trim());
        let plain = said.is_empty() && without_title(bare).1.is_empty();
        is_name(bare).then_some(plain)
    };
    if parts.first().is_none_or(|it| named(it.0).is_none()) {
        return false;
    }
    let later: Vec<(bool, bool)> = parts[1..]
        .iter()
        .filter_map(|(part, semicolon)| Some((named(part)?, *semicolon)))
        .collect();
    // "Jane Roe, Youth Justice" may be one person: three names in a row are not.
    later.iter().any(|(plain, semicolon)| !plain || *semicolon)
        || later.len() >= 2 && later.len() + 1 == parts.len()
}

/// A person made of a name, and the deputy whom the words beside it say to have come instead.
pub(super) fn people(
    named: Named,
    status: Status,
    at: Span,
    confidence: Confidence,
) -> Vec<Person> {
    let said = beside(&named.role, status);
    let gone = named.name.clone();
    let mut all = vec![Person {
        name: named.name,
        organisation: organisation(&said.role),
        role: said.role,
        status: said.status,
        instead_of: said.instead_of,
        item: Vec::new(),
        at,
        confidence,
    }];
    if let Some(name) = said.came_instead {
        all.push(Person {
            name,
            role: String::new(),
            organisation: None,
            status: Status::Substitute,
            instead_of: Some(gone),
            item: Vec::new(),
            at,
            confidence,
        });
    }
    all
}

/// A person made of a name, without the deputy that the words beside it may name.
pub(super) fn person(named: Named, status: Status, at: Span, confidence: Confidence) -> Person {
    people(named, status, at, confidence).swap_remove(0)
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
