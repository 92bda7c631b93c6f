//! What a body did, told from the words of a clause.

use super::item::Verb;
use crate::dates::{Word, words};

/// Each verb with the forms it takes. The first that stands in a deciding place of the clause tells.
const FORMS: [(Verb, &[&str]); 13] = [
    (Verb::Noted, &["noted", "note", "notes", "noting"]),
    (
        Verb::Approved,
        &[
            "approved",
            "approve",
            "approves",
            "adopted",
            "adopt",
            "adopts",
            "confirmed",
            "confirm",
            "ratified",
            "ratify",
            "accepted",
            "accept",
            "accepts",
            "authorised",
            "authorise",
        ],
    ),
    (Verb::Endorsed, &["endorsed", "endorse", "endorses"]),
    (Verb::Supported, &["supported", "support", "supports"]),
    (Verb::Agreed, &["agreed", "agree", "agrees"]),
    (
        Verb::Requested,
        &[
            "requested",
            "request",
            "requests",
            "asked",
            "ask",
            "asks",
            "invited",
            "invite",
            "invites",
        ],
    ),
    (Verb::Received, &["received", "receive", "receives"]),
    (
        Verb::Deferred,
        &["deferred", "defer", "defers", "postponed", "adjourned"],
    ),
    (Verb::Referred, &["referred", "refer", "refers"]),
    (
        Verb::Withdrawn,
        &["withdrawn", "withdraw", "withdrew", "withdraws"],
    ),
    (Verb::Delegated, &["delegated", "delegate", "delegates"]),
    (
        Verb::Elected,
        &[
            "elected",
            "elect",
            "elects",
            "appointed",
            "appoint",
            "appoints",
            "nominated",
        ],
    ),
    (
        Verb::Recommended,
        &["recommended", "recommend", "recommends"],
    ),
];

/// The verb a word is a form of.
pub(super) fn of_word(word: &str) -> Option<Verb> {
    FORMS.iter().find(|it| it.1.contains(&word)).map(|it| it.0)
}

/// Whether the word is a form in which something was done: "noted", "withdrew".
pub(super) fn is_done(word: &str) -> bool {
    word.ends_with("ed") || matches!(word, "withdrawn" | "withdrew")
}

const BE: [&str; 9] = [
    "be",
    "was",
    "were",
    "been",
    "being",
    "is",
    "are",
    "unanimously",
    "duly",
];

const BODIES: [&str; 27] = [
    "board",
    "committee",
    "panel",
    "cabinet",
    "group",
    "council",
    "members",
    "member",
    "meeting",
    "partnership",
    "executive",
    "sub-committee",
    "subcommittee",
    "commission",
    "forum",
    "officers",
    "partners",
    "chair",
    "chairman",
    "it",
    "trust",
    "parents",
    "councillors",
    "they",
    "leader",
    "people",
    "and",
];

/// Where a clause's deciding verb stands: its word, and the verb.
pub(super) fn deciding(clause: &[Word]) -> Option<(usize, Verb)> {
    for (at, word) in clause.iter().enumerate() {
        let Some(verb) = of_word(&word.text) else {
            continue;
        };
        let before = at.checked_sub(1).map(|it| clause[it].text.as_str());
        let earlier = at.checked_sub(2).map(|it| clause[it].text.as_str());
        let passive = is_done(&word.text)
            && (before.is_some_and(|it| BE.contains(&it))
                || (before.is_some_and(|it| it.ends_with("ly") || it == "also" || it == "and")
                    && earlier.is_some_and(|it| BE.contains(&it) || of_word(it).is_some())));
        let begins =
            before.is_none() || matches!(before, Some("to" | "that" | "hereby")) && at <= 2;
        let active = before.is_some_and(|it| BODIES.contains(&it) && it != "and")
            || before.is_some_and(|it| it.ends_with("ly") || it == "also")
                && earlier.is_some_and(|it| BODIES.contains(&it));
        if passive || begins || active {
            return Some((at, verb));
        }
    }
    // "the work programme progress noted": no "be", but the clause ends in it.
    let last = clause.len().checked_sub(1)?;
    of_word(&clause[last].text)
        .filter(|_| is_done(&clause[last].text))
        .map(|it| (last, it))
}

/// The words of a text, those that it only quotes ("the word ‘agreed’") emptied: nobody does anything with them. A text that
/// begins with a quotation mark is quoted as a whole and keeps its words.
pub(super) fn spoken(text: &str) -> Vec<Word> {
    let mut found = words(text);
    let quotes = |c: char| matches!(c, '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»');
    if !text.contains(quotes) || text.trim_start().starts_with(quotes) {
        return found;
    }
    let mut open: Option<char> = None;
    let mut before = ' ';
    let mut marks: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next().unwrap_or(' ');
        let closes = match open {
            Some('“') => c == '”',
            Some('‘') => c == '’' && !next.is_alphanumeric(),
            Some('\'') => c == '\'' && !next.is_alphanumeric(),
            Some('«') => c == '»',
            Some(_) => c == '"',
            None => false,
        };
        if closes {
            open = None;
            marks.push(at);
        } else if open.is_none()
            && !before.is_alphanumeric()
            && matches!(c, '"' | '“' | '‘' | '\'' | '«')
            && next.is_alphanumeric()
        {
            open = Some(c);
            marks.push(at);
        }
        before = c;
    }
    // A mark that is never closed quotes nothing.
    let mut pairs = marks.chunks_exact(2).peekable();
    for word in &mut found {
        while pairs.next_if(|it| it[1] <= word.start).is_some() {}
        if let Some(pair) = pairs.peek()
            && word.start > pair[0]
            && word.end <= pair[1]
        {
            word.text.clear();
        }
    }
    found
}

/// "the Director be authorised to sign", "delegated authority be given to the Chair": somebody may act for the body.
fn is_delegated(words: &[Word], verb: Option<(usize, Verb)>) -> bool {
    let text = |at: usize| words.get(at).map_or("", |it| it.text.as_str());
    let authorised = |word: &str| word.starts_with("authoris") || word.starts_with("authoriz");
    if let Some((at, Verb::Approved)) = verb
        && authorised(text(at))
    {
        // "be authorised to make changes", "authorise the Director to make changes"
        let near = words[at + 1..].iter().take(14);
        return near.clone().any(|it| it.text == "to") && near.clone().all(|it| it.text != "be");
    }
    verb.is_none()
        && (0..words.len()).any(|at| {
            let given = (at..at + 3).any(|it| matches!(text(it), "given" | "granted"));
            text(at) == "authority" && given
                || BE.contains(&text(at)) && matches!(text(at + 1), "empowered" | "authorized")
        })
}

/// What a clause of a resolution did. Whatever is resolved without one of the verbs was agreed.
pub(super) fn of_clause(clause: &str) -> Verb {
    let words = spoken(clause);
    let verb = deciding(&words);
    if is_delegated(&words, verb) {
        return Verb::Delegated;
    }
    match verb {
        // "That the minutes be received and noted": the later of two verbs on one thing.
        Some((at, Verb::Received)) => {
            let and = words.get(at + 1).is_some_and(|it| it.text == "and");
            words
                .get(at + 2)
                .filter(|_| and)
                .and_then(|it| of_word(&it.text))
                .unwrap_or(Verb::Received)
        }
        Some((at, Verb::Agreed)) => {
            // "approved and agreed", "agreed and signed as a correct record" stay agreed; "agreed to note" is noted.
            let to = words.get(at + 1).is_some_and(|it| it.text == "to");
            words
                .get(at + 2)
                .filter(|_| to)
                .and_then(|it| of_word(&it.text))
                .unwrap_or(Verb::Agreed)
        }
        Some((_, verb)) => verb,
        // "signed by the Chair as a correct record"
        None if clause.to_ascii_lowercase().contains("taken as read") => Verb::Approved,
        None if words.iter().any(|it| it.text == "signed")
            && words
                .iter()
                .any(|it| matches!(it.text.as_str(), "record" | "minutes")) =>
        {
            Verb::Approved
        }
        // "approval be given to the plan"
        None if words.windows(3).any(|it| {
            matches!(it[0].text.as_str(), "approval" | "consent")
                && BE.contains(&it[1].text.as_str())
                && matches!(it[2].text.as_str(), "given" | "granted")
        }) =>
        {
            Verb::Approved
        }
        None => Verb::Agreed,
    }
}

/// The clauses of a sentence that does two things: "noted the report, and approved the approach" becomes both, each
/// with the subject of the first. Two verbs on one thing ("received and noted") are one clause.
pub(super) fn clauses(sentence: &str) -> Vec<(String, &str)> {
    let words = spoken(sentence);
    let whole = || vec![(sentence.to_owned(), sentence)];
    // A clause of so many words is no clause.
    if words.len() > 400 {
        return whole();
    }
    let Some((first, verb)) = deciding(&words) else {
        return whole();
    };
    let own = first;
    // "The Board agreed" of "The Board agreed to note the report and to support the bid"
    let (first, lead_in) = match words.get(first + 2).and_then(|it| of_word(&it.text)) {
        Some(_) if words[first + 1].text == "to" => {
            (first + 2, &sentence[..words[first + 1].start])
        }
        _ if text_before(&words, first) == "to" => (first, &sentence[..words[first - 1].start]),
        _ => (first, ""),
    };
    let subject = &sentence[..words[first].start];
    let passive = first > 0 && BE.contains(&words[first - 1].text.as_str());
    // What the body noted, asked or recommended in a clause of its own ("noted that the plan was approved and …") is one.
    if words.get(first + 1).is_some_and(|it| it.text == "that") && !passive {
        return whole();
    }
    let mut cuts: Vec<(usize, usize, String)> = Vec::new();
    let mut done_from = first;
    for at in first + 1..words.len().saturating_sub(1) {
        if words[at].text != "and" {
            continue;
        }
        let next = &words[at + 1];
        // "…, and that officers be thanked" is a clause of its own.
        if next.text == "that" && words.len() > at + 4 {
            cuts.push((
                words[at].start,
                next.start,
                sentence[words[at + 2].start..].to_owned(),
            ));
            done_from = at + 2;
            continue;
        }
        // "to endorse the plan and to refer the funding to Cabinet"
        if text_before(&words, first) == "to"
            && next.text == "to"
            && words
                .get(at + 2)
                .is_some_and(|it| of_word(&it.text).is_some())
        {
            cuts.push((
                words[at].start,
                next.start,
                format!("{lead_in}{}", &sentence[next.start..]),
            ));
            done_from = at + 2;
            continue;
        }
        let begins = cuts.last().map_or(0, |it| it.1);
        let between = at - done_from;
        if !passive
            && of_word(&next.text).is_some()
            && (is_done(&next.text) == is_done(&words[first].text)
                || own != first && is_done(&next.text) == is_done(&words[own].text))
            && between > 2
            && next.text != "support"
            && words.len() > at + 2
            && !is_for(&words, at + 2)
        {
            cuts.push((
                words[at].start,
                next.start,
                if is_done(&next.text) == is_done(&words[first].text) {
                    format!("{subject}{}", &sentence[next.start..])
                } else {
                    format!(
                        "{}{}",
                        &sentence[..words[own].start],
                        &sentence[next.start..]
                    )
                },
            ));
            done_from = at + 1;
        } else if passive && begins <= words[at].start {
            // "the report be received and the work programme noted", "… be noted and that officers be thanked"
            let since = done_from;
            let ended = words[at - 1].text.as_str();
            let closed = of_word(ended).is_some_and(|_| is_done(ended))
                || (since..at).any(|it| of_word(&words[it].text).is_some() && it + 6 >= at);
            let right = &words[at + 1..];
            let starts = matches!(
                next.text.as_str(),
                "the" | "that" | "authority" | "officers" | "a" | "an" | "its" | "progress"
            );
            let found = right
                .iter()
                .position(|it| is_done(&it.text) && of_word(&it.text).is_some());
            if let Some(place) = found.filter(|it| closed && starts && *it >= 2) {
                let has_be = BE.contains(&right[place - 1].text.as_str());
                let from = if next.text == "that" {
                    right[1].start
                } else {
                    next.start
                };
                let verb_at = right[place].start;
                let text = if has_be {
                    sentence[from..].to_owned()
                } else {
                    format!("{}be {}", &sentence[from..verb_at], &sentence[verb_at..])
                };
                cuts.push((words[at].start, next.start, text));
                done_from = at + 1 + place;
            }
        }
    }
    if cuts.is_empty() || matches!(verb, Verb::Recommended) {
        return whole();
    }
    let mut found = Vec::new();
    let mut start = 0;
    let mut lead = String::new();
    for (end, next, text) in &cuts {
        let own = &sentence[start..*end];
        let done = if found.is_empty() {
            own.to_owned()
        } else {
            lead[..lead.len().saturating_sub(sentence.len() - *end)].to_owned()
        };
        found.push((done, own));
        start = *next;
        lead.clone_from(text);
    }
    found.push((lead, &sentence[start..]));
    found
}

fn text_before(words: &[Word], at: usize) -> &str {
    at.checked_sub(1).map_or("", |it| words[it].text.as_str())
}

/// "signed by the Chair and approved for": two verbs on the same thing, not a second thing.
fn is_for(words: &[Word], at: usize) -> bool {
    words
        .get(at)
        .is_some_and(|it| matches!(it.text.as_str(), "by" | "for" | "as" | "with" | "in" | "on"))
}

#[cfg(test)]
mod tests;
