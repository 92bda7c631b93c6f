//! What stands beside a name: a role, an organisation, that somebody only observed, that somebody came for another.

use crate::minutes::naming::{is_name, is_organisation};
use crate::minutes::person::Status;
use crate::minutes::wording::{after, find_words, place, squash};

/// The words beside a name, sorted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Beside {
    /// Role and organisation: what is left without the rest.
    pub(super) role: String,
    /// How they took part: the list's word, unless these words know better.
    pub(super) status: Status,
    /// Whom they came for.
    pub(super) instead_of: Option<String>,
    /// Who came for them.
    pub(super) came_instead: Option<String>,
}

/// Sorts the words beside a name in a list of people of this status.
pub(super) fn beside(role: &str, status: Status) -> Beside {
    let mut said = Beside {
        role: String::new(),
        status,
        instead_of: None,
        came_instead: None,
    };
    // So much stands beside nobody's name: it is left as it is.
    if role.len() > 600 {
        said.role = squash(role);
        return said;
    }
    let mut kept: Vec<String> = Vec::new();
    let mut taken = false;
    let there = matches!(
        status,
        Status::Present | Status::InAttendance | Status::Officer | Status::Substitute
    );
    for (words, bracket) in pieces(role) {
        if there && let Some(gone) = deputises(words) {
            said.status = Status::Substitute;
            said.instead_of = gone.or(said.instead_of);
        } else if !there && let Some(came) = came_instead(words) {
            said.came_instead = Some(came);
        } else if let Some(own) = own_status(words).filter(|_| there) {
            said.status = own;
        } else {
            kept.push(if bracket && !kept.is_empty() {
                format!("({})", squash(words))
            } else {
                squash(words)
            });
            continue;
        }
        taken = true;
    }
    said.role = if taken {
        kept.join(", ").replace(", (", " (")
    } else {
        squash(role)
    };
    said
}

/// The clauses of some words: between brackets, commas, semicolons and dashes; whether each stood in a bracket.
fn pieces(role: &str) -> Vec<(&str, bool)> {
    let (bare, said) = brackets(role);
    let clauses = |text| -> Vec<&str> {
        let mut found = Vec::new();
        let mut rest: &str = text;
        while let Some((at, length)) = [", ", "; ", " – ", " - ", " — "]
            .iter()
            .filter_map(|it| Some((rest.find(*it)?, it.len())))
            .min()
        {
            found.push(&rest[..at]);
            rest = &rest[at + length..];
        }
        found.push(rest);
        found
    };
    let all = std::iter::once(bare).chain(said);
    all.flat_map(|text| {
        let at = place(role, text).start;
        let bracket = role[..at].trim_end().ends_with('(');
        clauses(text).into_iter().map(move |it| (it, bracket))
    })
    .map(|(it, bracket)| (it.trim().trim_end_matches('.'), bracket))
    .filter(|it| !it.0.is_empty())
    .collect()
}

/// A text before its first bracket, and what stands in its brackets and after each: the outermost of them.
pub(super) fn brackets(text: &str) -> (&str, Vec<&str>) {
    let Some(open) = text.find('(').filter(|_| text.contains(')')) else {
        return (text.trim(), Vec::new());
    };
    let mut said = Vec::new();
    let mut rest = &text[open..];
    while let Some(inner) = rest.strip_prefix('(') {
        let mut depth = 1_usize;
        let close = inner
            .char_indices()
            .find(|(_, letter)| {
                match letter {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
                depth == 0
            })
            .map_or(inner.len(), |it| it.0);
        said.push(inner[..close].trim());
        let after = inner.get(close + 1..).unwrap_or_default();
        let next = after.find('(').unwrap_or(after.len());
        said.push(after[..next].trim_matches(|c: char| {
            c.is_whitespace() || matches!(c, '–' | '-' | '—' | ',' | ';' | '.')
        }));
        rest = &after[next..];
    }
    said.retain(|it| !it.is_empty());
    (text[..open].trim(), said)
}

/// Whether words say that somebody came as a deputy, and for whom: "deputising for ACC Mary Holt", "as substitute".
fn deputises(words: &str) -> Option<Option<String>> {
    const ALONE: [&str; 12] = [
        "substitute",
        "sub",
        "substituting",
        "substitute member",
        "as substitute",
        "as a substitute",
        "as deputy",
        "as a deputy",
        "deputising",
        "deputizing",
        "attending as deputy",
        "attending as substitute",
    ];
    const CERTAIN: [&str; 17] = [
        "substitute for",
        "substitute member for",
        "substituting for",
        "substituted for",
        "sub for",
        "as substitute for",
        "as a substitute for",
        "deputising for",
        "deputizing for",
        "deputised for",
        "deputy for",
        "as deputy for",
        "as a deputy for",
        "standing in for",
        "stood in for",
        "covering for",
        "nominated deputy for",
    ];
    // These stand before organisations and items too.
    const OF_NAMES: [&str; 11] = [
        "attending on behalf of",
        "on behalf of",
        "in place of",
        "in the place of",
        "instead of",
        "attending for",
        "attended for",
        "attending in place of",
        "representing",
        "vice",
        "for",
    ];
    let bare = words.trim();
    if ALONE.iter().any(|it| bare.eq_ignore_ascii_case(it)) {
        return Some(None);
    }
    let name = |rest: &str| {
        let rest = rest.trim_start_matches([':', ' ']).trim();
        squash(after(rest, "the").map_or(rest, str::trim))
    };
    if let Some(rest) = CERTAIN.iter().find_map(|it| after(bare, it)) {
        return Some(Some(name(rest)).filter(|it| !it.is_empty()));
    }
    let rest = OF_NAMES.iter().find_map(|it| after(bare, it))?;
    let gone = name(rest);
    is_name(&gone).then_some(Some(gone))
}

/// Who came instead, where words beside the name of somebody who did not come say so: "represented by Mo Asif", "sent
/// Cllr V Shaw as deputy", "Beth Small attended in her place", "Fay Hill deputised".
pub(super) fn came_instead(words: &str) -> Option<String> {
    const LEADS: [&str; 21] = [
        "substituted by",
        "represented by",
        "replaced by",
        "deputised by",
        "covered by",
        "for whom",
        "substitute is",
        "substitute was",
        "substitute",
        "substitutes",
        "deputy was",
        "deputy",
        "sub",
        "sent",
        "sending",
        "with",
        "by",
        "and sent",
        "nominated deputy",
        "represented",
        "in whose place",
    ];
    const TAILS: [&str; 25] = [
        "attended",
        "attending",
        "attends",
        "to attend",
        "will attend",
        "deputised",
        "deputising",
        "deputized",
        "to deputise",
        "substituted",
        "substituting",
        "to substitute",
        "represented",
        "representing",
        "acted",
        "stood in",
        "standing in",
        "came",
        "was present",
        "present",
        "was in attendance",
        "in attendance",
        "in her place",
        "in his place",
        "in their place",
    ];
    const AFTER: [&str; 12] = [
        "as deputy",
        "as a deputy",
        "as her deputy",
        "as his deputy",
        "as their deputy",
        "as substitute",
        "as a substitute",
        "as representative",
        "on her behalf",
        "on his behalf",
        "on their behalf",
        "instead",
    ];
    let lower = words.to_ascii_lowercase();
    let end = TAILS
        .iter()
        .chain(&AFTER)
        .filter_map(|it| find_words(&lower, it))
        .filter(|it| *it > 0)
        .min();
    let before = words[..end.unwrap_or(words.len())].trim();
    let lead = LEADS
        .iter()
        .filter_map(|it| after(before, it))
        .min_by_key(|it| it.len());
    if end.is_none() && lead.is_none() {
        return None;
    }
    let name = lead.unwrap_or(before);
    let name = name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | ',' | ';' | '.')
    });
    let name = name.strip_suffix(" was").unwrap_or(name);
    (is_name(name) && !is_organisation(name)).then(|| squash(name))
}

/// How words beside a name say that somebody took part.
fn own_status(words: &str) -> Option<Status> {
    let lower = words.to_ascii_lowercase();
    let lower = lower.trim_start_matches("as an ").trim_start_matches("as ");
    match lower {
        "observer"
        | "observing"
        | "an observer"
        | "attending as observer"
        | "attending as an observer"
        | "observer only"
        | "observer status" => Some(Status::Observer),
        "apologies" | "apols" | "sent apologies" | "apologies sent" | "apologies received"
        | "gave apologies" => Some(Status::Apologies),
        "absent" | "did not attend" | "not present" => Some(Status::Absent),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deputy_is_named_in_many_ways() {
        for words in [
            "represented by Mo Asif",
            "sent Mo Asif as deputy",
            "Mo Asif attended in her place",
            "Mo Asif deputised",
            "substitute: Mo Asif",
            "for whom Mo Asif was present",
            "Mo Asif attending on his behalf",
            "deputy – Mo Asif",
        ] {
            assert_eq!(came_instead(words).as_deref(), Some("Mo Asif"), "{words}");
        }
        for words in [
            "CCG",
            "Deputy Director",
            "represented by Northmere Council",
            "attended until item 3",
            "Cabinet Member",
        ] {
            assert_eq!(came_instead(words), None, "{words}");
        }
    }

    #[test]
    fn words_beside_a_name_are_sorted() {
        let said = |role| {
            let it = beside(role, Status::Present);
            (it.role, it.status, it.instead_of)
        };
        assert_eq!(
            said("Northmere Police (deputising for ACC Mary Holt)"),
            (
                "Northmere Police".into(),
                Status::Substitute,
                Some("ACC Mary Holt".into())
            )
        );
        assert_eq!(
            said("DfE Adviser (Observer)"),
            ("DfE Adviser".into(), Status::Observer, None)
        );
        assert_eq!(
            said("Superintendent (deputising for Ann Hill), Police"),
            (
                "Superintendent, Police".into(),
                Status::Substitute,
                Some("Ann Hill".into())
            )
        );
        assert_eq!(
            said("Head of Service (Fostering)"),
            ("Head of Service (Fostering)".into(), Status::Present, None)
        );
        assert_eq!(
            said("Police (for Ch. Insp. Ron Bow)"),
            (
                "Police".into(),
                Status::Substitute,
                Some("Ch. Insp. Ron Bow".into())
            )
        );
        assert_eq!(
            said("Diocese, representing Voluntary Schools"),
            (
                "Diocese, representing Voluntary Schools".into(),
                Status::Present,
                None
            )
        );
    }

    #[test]
    fn brackets_within_brackets_and_words_after_them() {
        assert_eq!(
            brackets("Ann Lee (Head (North)) (Chair) – by phone"),
            ("Ann Lee", vec!["Head (North)", "Chair", "by phone"])
        );
        assert_eq!(brackets("Ann Lee :-)"), ("Ann Lee :-)", vec![]));
    }
}
