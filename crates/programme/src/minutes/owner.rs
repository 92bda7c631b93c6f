//! Who shall do an action, and the action without them.

use super::naming::{is_initials, is_name, is_organisation, is_role};
use super::wording::{after, count, squash};

/// An action's words split into what and who.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Owned {
    /// What shall be done; empty when only an owner is given.
    pub(super) text: String,
    /// Who.
    pub(super) owners: Vec<String>,
}

/// Reads "text – Owner.", "text - Owner/Owner", "text (Owner)", "Owner to do", "Owner: do", an owner alone, "text. Owner: Who.",
/// "text | Owner", and each of them with its due phrase behind the owner.
pub(super) fn split(action: &str) -> Owned {
    // "Ann Lee – share the data – 27 June 2019": by when is no part of what.
    let action = without_due_part(action);
    let mut whole = one_way(action);
    if !whole.owners.is_empty() {
        if crate::due::whole(&whole.text).is_some() {
            whole.text.clear();
        }
        return whole;
    }
    let short = labelled(action)
        .or_else(|| in_columns(action))
        .or_else(|| without_due(action).map(one_way));
    short.filter(|it| !it.owners.is_empty()).unwrap_or(whole)
}

/// The words before a part of its own that says by when: "Share the data – 27 June 2019", "Meet the police (January Board)".
fn without_due_part(action: &str) -> &str {
    let ended = action.trim().trim_end_matches(['.', ';', ' ']);
    let parts = [" – ", " - ", " — ", " | ", "(", "["];
    let cut = parts
        .iter()
        .filter_map(|it| Some((ended.rfind(it)?, it.len())))
        .max();
    match cut {
        Some((at, length))
            if at > 0
                && crate::due::whole(ended[at + length..].trim_end_matches([')', ']']))
                    .is_some() =>
        {
            without_due_part(&ended[..at])
        }
        _ => action,
    }
}

/// "Review thresholds. Owner: Bob Hale. Due: 14/07/2023"
fn labelled(action: &str) -> Option<Owned> {
    let (at, label) = ["Owner:", "Lead:", "Responsible:", "Responsibility:"]
        .iter()
        .find_map(|label| Some((action.find(label).filter(|at| *at > 0)?, label)))?;
    let who = &action[at + label.len()..];
    let end = [". ", "; ", ", due", ", Due", " Due", " by ", " By "];
    let end = end.iter().filter_map(|it| who.find(it)).min();
    let owners = names(&who[..end.unwrap_or(who.len())])?;
    let what = action[..at].trim_end_matches([' ', '\u{a0}', '.', ',', ';', '(', '-', '–', '|']);
    Some(Owned {
        text: squash(what),
        owners,
    })
}

/// "Publish the dashboard | Jo Hart | 12 May 2023"
fn in_columns(action: &str) -> Option<Owned> {
    let mut cells = action.split('|').map(str::trim).filter(|it| !it.is_empty());
    let (what, who) = (cells.next()?, cells.next()?);
    Some(Owned {
        text: squash(what),
        owners: names(who)?,
    })
}

/// The words before a due phrase that ends them: "Share dates - Ann Hale by 9 March 2017".
fn without_due(action: &str) -> Option<&str> {
    let ended = action.trim().trim_end_matches(['.', ';', ',', ')', ' ']);
    let found = crate::due::of_action(ended)?;
    let before =
        ended[..found.start].trim_end_matches([' ', '\u{a0}', ',', ';', '(', '–', '—', '-', '|']);
    (ended[found.end..].trim().is_empty() && !before.is_empty()).then_some(before)
}

fn one_way(action: &str) -> Owned {
    let action = action.trim();
    let ended = action.trim_end_matches(['.', ';', ',', ' ']);
    let plain = || Owned {
        text: squash(action),
        owners: Vec::new(),
    };
    // "text – Owner."
    for dash in [" – ", " - ", " — ", "– ", " –", "\u{a0}- ", " -\u{a0}"] {
        if let Some(at) = ended.rfind(dash) {
            let (what, who) = (ended[..at].trim(), ended[at + dash.len()..].trim());
            if let Some(owners) = names(who)
                && !what.is_empty()
            {
                return Owned {
                    text: squash(what.trim_end_matches(['.', ',', ';'])),
                    owners,
                };
            }
        }
    }
    // "text (Owner)", "text [Owner]"
    for (open, close) in [('(', ')'), ('[', ']')] {
        if ended.ends_with(close)
            && let Some(at) = ended.rfind(open)
            && let inner = &ended[at + 1..ended.len() - 1]
            && let inner = after(inner, "action")
                .map_or(inner, |it| it.trim_start_matches([':', ' ', '-', '–']))
            && let Some(owners) = names(inner)
            && at > 0
        {
            return Owned {
                text: squash(ended[..at].trim()),
                owners,
            };
        }
    }
    // An owner alone: "Peter Knowles, Senior Manager"
    if let Some(owners) = alone(ended) {
        return Owned {
            text: String::new(),
            owners,
        };
    }
    // "Owner: do", "Owner, by Christmas: do", "Owner to do", "Owner will do"
    if let Some(at) = ended.find(": ").filter(|it| *it < 80)
        && let head = ended[..at].trim()
        && let Some(owners) = names(head).or_else(|| names(without_due(head)?))
    {
        return Owned {
            text: squash(action[at + 2..].trim()),
            owners,
        };
    }
    // "Ann Dale – arrange the visit"
    if let Some((who, what)) = [" – ", " - ", " — "]
        .iter()
        .find_map(|it| ended.split_once(*it))
        && count(who) <= 6
        && let Some(owners) = names(who)
        && (owners.iter().all(|it| is_name(it) || is_initials(it))
            || what.starts_with(char::is_lowercase))
    {
        return Owned {
            text: squash(what),
            owners,
        };
    }
    if let Some((who, _)) = first(action)
        && let Some(owners) = names(who)
    {
        return Owned {
            text: squash(action),
            owners,
        };
    }
    plain()
}

const VERBS: [&str; 16] = [
    " to ",
    " will ",
    " would ",
    " were asked to ",
    " was asked to ",
    " are asked to ",
    " is asked to ",
    " agreed to ",
    " undertook to ",
    " are to ",
    " is to ",
    " should ",
    " were requested to ",
    " was requested to ",
    " must ",
    " shall ",
];

/// The owner that a sentence begins with, and the words from the verb on.
pub(super) fn first(sentence: &str) -> Option<(&str, &str)> {
    let at = VERBS.iter().filter_map(|it| find(sentence, it)).min()?;
    (at < 120).then(|| (sentence[..at].trim(), sentence[at..].trim()))
}

fn find(text: &str, phrase: &str) -> Option<usize> {
    if phrase.len() > text.len() {
        return None;
    }
    // Only the beginning matters; a no-break space is a space.
    let end = text.char_indices().nth(140).map_or(text.len(), |it| it.0);
    text[..end].find(phrase)
}

/// The owners that words name, when they name nothing else: "A Hat/B Cap", "CC Charles and CC Driver", "the Chair", "Board Members".
pub(super) fn names(words: &str) -> Option<Vec<String>> {
    let words = words
        .trim()
        .trim_matches(['*', '_'])
        .trim_end_matches('.')
        .trim();
    // "Helen Farrow; MASH and Early Help Board; the Chair": each is one owner, with its "and".
    if words.contains(';') && words.len() <= 400 {
        let parts = words.split(';').map(str::trim).filter(|it| !it.is_empty());
        let found: Vec<&str> = parts.collect();
        let each = |it: &&str| is_owner(it) || names(it).is_some();
        return (found.len() > 1 && found.iter().all(each))
            .then(|| found.into_iter().map(squash).collect());
    }
    if words.is_empty() || words.len() > 160 || count(words) > 16 || words.contains([':', '?', ';'])
    {
        return None;
    }
    let mut found = Vec::new();
    for part in words
        .split(['/', '&'])
        .flat_map(|it| it.split(" and "))
        .flat_map(|it| it.split(','))
    {
        let part = part.trim();
        if part.is_empty() {
            continue;
        }
        found.push(part);
    }
    if found.iter().all(|it| is_owner(it)) && !found.is_empty() {
        return Some(found.into_iter().map(squash).collect());
    }
    if crate::due::whole(words).is_some() {
        return None;
    }
    // "Head of Service, Fostering and Adoption": a role with commas and "and" in it.
    let role = is_one_role(words)
        || words.contains(',') && is_one_role(words.split(',').next().unwrap_or(words));
    role.then(|| vec![squash(words)])
}

/// A name with its role after a comma, and nothing else: "Peter Knowles, Senior Manager, Early Help".
fn alone(words: &str) -> Option<Vec<String>> {
    if let Some((name, role)) = words.split_once(',')
        && is_name(name.trim())
        && (is_role(role) || is_organisation(role))
        && count(words) <= 14
        && !has_doing(words)
    {
        return Some(vec![squash(name)]);
    }
    if is_post(words) {
        return Some(vec![squash(words)]);
    }
    let all = names(words)?;
    (count(words) <= 8
        && words.split(['/', '&', ',']).all(|it| {
            it.split(" and ")
                .all(|it| is_name(it.trim()) || is_initials(it.trim()))
        }))
    .then_some(all)
}

/// Whether words are a post and nothing else: "Head of Fostering", "the Service Manager, Early Help", "DCS".
fn is_post(words: &str) -> bool {
    const POSTS: &str = "director|head|manager|officer|chair|chairman|chairperson|vice-chair|lead|leader|\
        secretary|clerk|superintendent|commissioner|executive|adviser|advisor|coordinator|\
        co-ordinator|headteacher|solicitor|dcs|member|worker|nurse";
    if !is_one_role(words) {
        return false;
    }
    let all: Vec<String> = words
        .split_whitespace()
        .map(|it| it.trim_matches(',').to_ascii_lowercase())
        .collect();
    let last = all
        .iter()
        .rposition(|it| POSTS.split('|').any(|post| post.trim() == it));
    last.is_some_and(|at| {
        all.get(at + 1)
            .is_none_or(|it| matches!(it.as_str(), "of" | "for") || words.contains(','))
    })
}

fn has_doing(words: &str) -> bool {
    VERBS.iter().any(|it| words.contains(it)) || words.contains(" be ")
}

/// Whether words are one owner.
pub(super) fn is_owner(words: &str) -> bool {
    let words = words.trim();
    // "January Board" says when.
    if crate::due::whole(words).is_some() {
        return false;
    }
    is_name(words) || is_initials(words) || is_group(words) || is_one_role(words)
}

/// Groups that can owe something.
fn is_group(words: &str) -> bool {
    let lower = words
        .trim_start_matches("the ")
        .trim_start_matches("The ")
        .trim_start_matches("all ")
        .trim_start_matches("All ")
        .to_ascii_lowercase();
    matches!(
        lower.as_str(),
        "all"
            | "partners"
            | "members"
            | "board members"
            | "board"
            | "officers"
            | "all partners"
            | "partner agencies"
            | "chair"
            | "vice-chair"
            | "chairman"
            | "dcs"
            | "heads of service"
            | "heads of services"
            | "head of service"
            | "service managers"
            | "committee"
            | "panel"
            | "agencies"
            | "schools"
            | "clerk"
            | "headteachers"
            | "councillors"
            | "lscb"
            | "democratic services"
            | "committee members"
            | "panel members"
            | "team managers"
            | "senior managers"
            | "everyone"
            | "secretariat"
            | "health"
            | "education"
            | "housing"
            | "police"
            | "public health"
            | "probation"
            | "finance"
            | "legal"
            | "communications"
            | "cafcass"
    )
}

/// Whether words are a role, a board or a service and no sentence: few words, capitals but for the small ones.
fn is_one_role(words: &str) -> bool {
    let words = words
        .strip_prefix("the ")
        .or_else(|| words.strip_prefix("The "))
        .unwrap_or(words);
    let small = [
        "of", "for", "and", "the", "to", "in", "&", "services", "service", "on", "with",
    ];
    let shaped = words.split_whitespace().all(|it| {
        small.contains(&it)
            || it
                .chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(char::is_uppercase)
    });
    shaped
        && count(words) <= 9
        && (is_role(words) || is_organisation(words))
        && !words.contains(['?', ':', ';'])
        && !words.chars().any(|it| it.is_ascii_digit())
        && super::verb::of_word(
            &words
                .split(' ')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase(),
        )
        .is_none()
}

#[cfg(test)]
mod tests;
