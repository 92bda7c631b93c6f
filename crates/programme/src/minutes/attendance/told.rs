//! What sentences say about who was there.

use super::{Named, names, person};
use crate::minutes::naming::is_name;
use crate::minutes::person::{Person, Status};
use crate::minutes::piece::Confidence;
use crate::minutes::wording::{after, begins, find_words, place};

/// What a sentence says about who was there.
pub(in crate::minutes) fn of_sentence(source: &str, sentence: &str) -> (Vec<Person>, Vec<String>) {
    let lower = sentence.to_ascii_lowercase();
    let at = place(source, sentence);
    let make = |words: &str, status: Status, confidence: Confidence| {
        let (found, left) = names(words);
        let mut people = Vec::new();
        for named in found {
            people.extend(super::people(named, status, at, confidence));
        }
        (people, left)
    };
    let paired = |who: &str, whom: &str| {
        let (mut people, left) = make(who, Status::Substitute, Confidence::Certain);
        let (gone, _) = names(whom);
        if people.len() == gone.len() {
            for (person, gone) in people.iter_mut().zip(gone) {
                person.instead_of = Some(gone.name);
            }
        } else if !gone.is_empty() {
            let all = gone
                .into_iter()
                .map(|it| it.name)
                .collect::<Vec<_>>()
                .join(", ");
            for person in &mut people {
                person.instead_of = Some(all.clone());
            }
        }
        (people, left)
    };
    for words in [
        "attended as substitutes for",
        "attended as substitute for",
        "attended as a substitute for",
        "was attending as substitute for",
        "attending as substitute for",
        "substituted for",
        "was substituting for",
        "were substituting for",
        "as substitutes for",
        "as substitute for",
        "as a substitute for",
        "attended on behalf of",
        "was attending on behalf of",
        "deputised for",
        "was deputising for",
        "in attendance on behalf of",
        "in place of",
        "was in attendance for",
        "attended in place of",
    ] {
        if let Some(found) = find_words(&lower, words) {
            let who = sentence[..found]
                .rsplit_once(" especially ")
                .map_or(&sentence[..found], |it| it.1);
            let who = who
                .trim()
                .trim_end_matches(" who were")
                .trim_end_matches(" who was")
                .trim_end_matches(" was")
                .trim_end_matches(" were");
            let who = after(who, "It was noted that").unwrap_or(who).trim();
            return paired(who, &sentence[found + words.len()..]);
        }
    }
    if let Some(found) = find_words(&lower, "replacements were in attendance for")
        .or_else(|| find_words(&lower, "substitutes were in attendance for"))
    {
        // "Replacements were in attendance for Jane Roe (John Doe)": the bracket came.
        let rest = &sentence[found..];
        let from = find_words(&rest.to_ascii_lowercase(), "for").map_or(0, |it| it + 3);
        let mut people = Vec::new();
        for named in names(&rest[from..]).0 {
            if is_name(&named.role) {
                let mut one = person(
                    Named {
                        name: named.role,
                        role: String::new(),
                    },
                    Status::Substitute,
                    at,
                    Confidence::Certain,
                );
                one.instead_of = Some(named.name);
                people.push(one);
            }
        }
        return (people, Vec::new());
    }
    for words in [
        "attended as substitutes",
        "attended as a substitute",
        "attended as substitute",
        "were substitutes",
        "was a substitute",
        "attended as deputy",
        "attended as deputies",
        "attended as her deputy",
        "attended as his deputy",
        "attended as their deputy",
        "attended in her place",
        "attended in his place",
        "attended in their place",
        "attended on her behalf",
        "attended on his behalf",
        "attended on their behalf",
        "attended instead",
        "deputised",
    ] {
        // "Apologies were received from Jane Roe (John Doe attended as substitute)" says more: see below.
        if let Some(found) = find_words(&lower, words)
            && find_words(&lower[..found], "apologies").is_none()
        {
            return make(&sentence[..found], Status::Substitute, Confidence::Certain);
        }
    }
    if let Some(found) = find_words(&lower, "apologies").or_else(|| find_words(&lower, "apology")) {
        let rest = &sentence[found..];
        let rest_lower = &lower[found..];
        let from = ["on behalf of", "from", "by"]
            .iter()
            .filter_map(|it| find_words(rest_lower, it).map(|at| at + it.len()))
            .min()
            .or_else(|| rest.find(':').map(|it| it + 1));
        if let Some(from) = from {
            return make(&rest[from..], Status::Apologies, Confidence::Certain);
        }
        // "Councillor Roe sent apologies", "had sent her apologies"
        for words in [
            "sent",
            "gave",
            "had given",
            "had sent",
            "submitted",
            "offered",
            "had offered",
        ] {
            if let Some(end) = find_words(&lower[..found], words) {
                return make(&sentence[..end], Status::Apologies, Confidence::Probable);
            }
        }
        return (Vec::new(), Vec::new());
    }
    if let Some(found) = find_words(&lower, "observer").or_else(|| find_words(&lower, "observers"))
        && let Some(end) = [
            "was attending",
            "were attending",
            "attended",
            "was present",
            "were present",
            "was in attendance",
        ]
        .iter()
        .find_map(|it| find_words(&lower[..found], it))
    {
        let who = after(&sentence[..end], "It was noted that").unwrap_or(&sentence[..end]);
        return make(who, Status::Observer, Confidence::Certain);
    }
    if let Some(end) = ["was absent", "were absent"]
        .iter()
        .find_map(|it| find_words(&lower, it))
    {
        return make(&sentence[..end], Status::Absent, Confidence::Certain);
    }
    if let Some(end) = [
        "in attendance for this item",
        "attended for this item",
        "in attendance for the item",
    ]
    .iter()
    .find_map(|it| find_words(&lower, it))
    {
        let who = sentence[..end].trim_start_matches(['[', '(']).trim_end();
        let who = ["was", "were"]
            .iter()
            .find_map(|it| who.strip_suffix(it))
            .unwrap_or(who);
        return make(who, Status::InAttendance, Confidence::Certain);
    }
    if begins(sentence, "The Chair")
        && sentence.contains(';')
        && let Some(start) = find_words(&lower, "welcomed")
    {
        let end = lower.rfind("to the meeting").unwrap_or(sentence.len());
        if start + 8 < end {
            return make(
                &sentence[start + 8..end],
                Status::InAttendance,
                Confidence::Probable,
            );
        }
    }
    (Vec::new(), Vec::new())
}
