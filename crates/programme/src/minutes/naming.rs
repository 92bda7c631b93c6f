//! What looks like a person's name, a role, an organisation.

use super::wording::{after, find_words, squash};

const TITLES: &str = "county councillor|county councillors|councillors|councillor|cllrs|cllr|cc|ccs|alderman|mr|mrs|\
    ms|miss|dr|prof|professor|sir|dame|lord|lady|rev|revd|reverend|canon|supt|superintendent|dci|di|\
    ds|pc|acc|ch supt|chief superintendent|detective superintendent|the mayor|cllr.|cllrs.";

const ROLES: &str = "director|head of|head|manager|officer|officers|chair|chairman|chairperson|chairwoman|vice-chair|\
    deputy|member|members|lead|leader|secretary|clerk|representative|governor|worker|nurse|\
    superintendent|commissioner|executive|adviser|advisor|consultant|coordinator|co-ordinator|\
    principal|headteacher|solicitor|engagement|practitioner|inspector|doctor|strategic|service|\
    services|team|dcs|monitoring officer|portfolio holder|independent|assistant|senior|interim|\
    expert|carer|carers|scrutineer|reviewer|psychologist|therapist|teacher|partner|observer|co-opted|co-optee|apprentice|analyst";

const ORGANISATIONS: &str = "council|trust|board|ccg|ccgs|constabulary|police|nhs|schools|school|college|university|sector|\
    department|ltd|association|diocese|academy|hospital|hospitals|service|services|committee|\
    partnership|authority|ofsted|dfe|icb|foundation|network|group|agency|church|forum|centre|\
    borough|county|probation|cafcass|charity|fire and rescue|organisation";

fn has_one(text: &str, of: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    of.split('|').any(|it| find_words(&lower, it).is_some())
}

/// Whether words name an organisation.
pub(super) fn is_organisation(text: &str) -> bool {
    has_one(text, ORGANISATIONS)
}

/// Whether words name a role.
pub(super) fn is_role(text: &str) -> bool {
    has_one(text, ROLES)
}

/// A name without the title before it, the title, and whether the title is one of several people ("Councillors").
pub(super) fn without_title(name: &str) -> (&str, &str) {
    let mut rest = name.trim();
    let from = rest;
    while let Some(more) = TITLES.split('|').filter(|it| it.len() > 1).find_map(|it| {
        after(rest, it).filter(|more| more.starts_with(|c: char| c.is_whitespace() || c == '.'))
    }) {
        rest = more.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
    }
    (rest, from[..from.len() - rest.len()].trim())
}

/// A name without title, post-nominals and brackets, in lower case: for telling whether two names are one person's.
pub(super) fn bare(name: &str) -> String {
    let name = name.split('(').next().unwrap_or(name);
    let (rest, _) = without_title(name);
    squash(rest)
        .split(' ')
        .filter(|it| !is_post_nominal(it))
        .collect::<Vec<_>>()
        .join(" ")
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase()
}

fn is_post_nominal(word: &str) -> bool {
    matches!(
        word.trim_end_matches(','),
        "CBE"
            | "OBE"
            | "MBE"
            | "JP"
            | "DL"
            | "QPM"
            | "KC"
            | "QC"
            | "MP"
            | "BEM"
            | "DBE"
            | "KBE"
            | "FRSA"
    )
}

/// Whether two names may be one person's: the same, or a surname with a title and a full name with that surname.
pub(super) fn same_person(one: &str, other: &str) -> bool {
    let (a, b) = (bare(one), bare(other));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a == b {
        return true;
    }
    let (x, y): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let (Some(first), Some(second)) = (x.last(), y.last()) else {
        return false;
    };
    if first != second {
        return false;
    }
    // "CC Charles" and "County Councillor Mrs Susie Charles"; "V Gent" and "Victoria Gent".
    x.len() == 1 || y.len() == 1 || {
        let initial = |it: &str| it.chars().next();
        initial(x[0]) == initial(y[0]) && (x[0].chars().count() == 1 || y[0].chars().count() == 1)
    }
}

/// Whether words look like one person's name: one to five capitalised words or initials, no role, no organisation.
pub(super) fn is_name(text: &str) -> bool {
    let text = text.split('(').next().unwrap_or(text).trim();
    let (rest, title) = without_title(text);
    let words: Vec<&str> = rest
        .split_whitespace()
        .filter(|it| !is_post_nominal(it))
        .collect();
    let least = if title.is_empty() { 2 } else { 1 };
    if words.len() < least || words.len() > 5 || rest.len() > 60 {
        return false;
    }
    let shaped = words.iter().all(|it| {
        let particle = matches!(
            *it,
            "de" | "van" | "von" | "der" | "la" | "le" | "al" | "el" | "Mc" | "bin" | "di"
        );
        let mut chars = it.chars();
        let big = chars.next().is_some_and(char::is_uppercase);
        let rest_ok = it
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'));
        particle || (big && rest_ok)
    });
    shaped && !is_common(&words) && (!title.is_empty() || !(is_role(rest) || is_organisation(rest)))
}

/// Words that begin sentences and titles rather than names.
fn is_common(words: &[&str]) -> bool {
    const COMMON: &str = "the|a|an|this|that|it|no|all|any|both|board|committee|children|ofsted|apologies|minutes|action|\
        actions|report|plan|update|performance|item|welcome|declarations|matters|present|next|key|\
        social|early|health|education|annual|work|looked|care|corporate|improvement|youth|other|any|\
        none|agenda|practice|quality|information|public|members|staff|young|january|march|july|october|\
        further|items|unrestricted|exempt|business|meeting|venue|page|part|session";
    // Words that are surnames too, where a forename stands before them.
    const SURNAMES: [&str; 4] = ["young", "march", "early", "page"];
    let last = words.len() - 1;
    words.iter().enumerate().any(|(at, it)| {
        let lower = it.to_lowercase();
        let lower = lower.trim_matches(|c: char| !c.is_alphanumeric());
        let initial = it.trim_end_matches('.').chars().count() == 1;
        if at == last && at == 1 && SURNAMES.contains(&lower) {
            return false;
        }
        !initial && COMMON.split('|').any(|it| it == lower)
            || it.len() > 3 && crate::dates::month_number(it).is_some()
    })
}

/// Whether words are initials that stand for a person: "JS", "AH".
pub(super) fn is_initials(text: &str) -> bool {
    (2..=3).contains(&text.len())
        && text.bytes().all(|it| it.is_ascii_uppercase())
        && !matches!(
            text,
            "SEN"
                | "CIN"
                | "CLA"
                | "LAC"
                | "CSE"
                | "NHS"
                | "CCG"
                | "CPP"
                | "EHM"
                | "LA"
                | "DFE"
                | "PLO"
                | "EET"
                | "PEP"
                | "SA"
                | "CON"
                | "HR"
                | "IT"
                | "UK"
                | "CSC"
                | "TBC"
                | "ALL"
                | "AOB"
                | "PDF"
                | "ICB"
                | "QA"
                | "YOT"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_is_none() {
        for name in [
            "Tony Crane",
            "County Councillor Mrs Susie Charles",
            "CC Driver",
            "R A Clay",
            "Cllr J. Smith OBE JP",
            "Louise Mackender de Cari",
            "Sandra O'Neill",
            "Tom Young",
        ] {
            assert!(is_name(name), "{name}");
        }
        for other in [
            "Independent Chair",
            "Lancashire County Council",
            "Matters Arising",
            "Early Help",
            "the Board",
            "UNRESTRICTED ITEMS",
            "September Board",
            "Action plans to be included",
            "Driver",
        ] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn one_person_under_two_spellings() {
        assert!(same_person(
            "County Councillor Geoff Driver CBE",
            "CC Driver"
        ));
        assert!(same_person("Victoria Gent", "V Gent"));
        assert!(!same_person("Jane Booth", "Paul Booth"));
        assert!(!same_person("Amanda Barbour", "Amanda Hatton"));
    }
}
