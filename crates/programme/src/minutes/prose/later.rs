//! Undertakings and promises.

use super::BODIES;
use crate::due;
use crate::minutes::action::{Action, Promise};
use crate::minutes::item::Verb;
use crate::minutes::naming::{is_initials, is_name};
use crate::minutes::owner;
use crate::minutes::piece::Confidence;
use crate::minutes::verb;
use crate::minutes::wording::{after, begins, find_words, has_any, place, squash};
use waymark_data::Day;
const DOING: [&str; 38] = [
    "bring",
    "provide",
    "report",
    "circulate",
    "share",
    "send",
    "present",
    "arrange",
    "write",
    "contact",
    "update",
    "prepare",
    "produce",
    "submit",
    "review",
    "invite",
    "feed back",
    "feedback",
    "take forward",
    "look into",
    "follow up",
    "raise",
    "discuss",
    "consider",
    "ensure",
    "check",
    "confirm",
    "investigate",
    "forward",
    "email",
    "organise",
    "speak",
    "liaise",
    "amend",
    "publish",
    "distribute",
    "explore",
    "include",
];

/// A sentence in which someone undertakes to do something: offered, never taken for an action.
pub(in crate::minutes) fn undertaking(
    source: &str,
    sentence: &str,
    held: Option<Day>,
) -> Option<Action> {
    let lower = sentence.to_ascii_lowercase();
    let strong = [
        "undertook to",
        "agreed to",
        "agreed that the director",
        "agreed that officers",
        "was asked to",
        "were asked to",
        "was requested to",
        "were requested to",
        "action to",
    ]
    .iter()
    .find_map(|it| find_words(&lower, it).map(|at| (at, at + it.len())));
    let (subject, doing) = match strong {
        Some((at, end)) if lower[at..end].ends_with("to") => {
            (sentence[..at].trim(), sentence[end..].trim_start())
        }
        Some((at, _)) => {
            let clause = sentence[at..].trim_start();
            let that = find_words(&clause.to_ascii_lowercase(), "that")? + 4;
            let (who, rest) = owner::first(clause.get(that..)?.trim())?;
            (who, rest)
        }
        None => {
            let (who, rest) = owner::first(sentence)?;
            let doing = after(rest, "will")
                .or_else(|| after(rest, "would"))?
                .trim_start();
            let person = is_name(who)
                || matches!(
                    who,
                    "Officers"
                        | "The Director"
                        | "The Chair"
                        | "The Chairman"
                        | "The DCS"
                        | "Democratic Services"
                );
            let known = DOING.iter().any(|it| after(doing, it).is_some());
            if !person || !known || !sentence.starts_with(who) {
                return None;
            }
            (who, doing)
        }
    };
    let who = subject.rsplit([',', ';']).next().unwrap_or(subject).trim();
    let who = after(who, "and")
        .or_else(|| after(who, "that"))
        .unwrap_or(who)
        .trim();
    let who = subject_of(subject, who);
    let doing = doing.trim();
    let doing = after(doing, "would")
        .or_else(|| after(doing, "will"))
        .map_or(doing, str::trim_start);
    if doing.is_empty() || find_words(&lower, "had agreed to").is_some() {
        return None;
    }
    // "The Board was asked to note the report" asks for a decision.
    let first = doing.split_whitespace().next().unwrap_or_default();
    let person = is_name(&who) || is_initials(&who);
    if !person
        && matches!(
            verb::of_word(first),
            Some(
                Verb::Noted
                    | Verb::Approved
                    | Verb::Endorsed
                    | Verb::Agreed
                    | Verb::Supported
                    | Verb::Received
                    | Verb::Deferred
                    | Verb::Referred
                    | Verb::Withdrawn
            )
        )
    {
        return None;
    }
    if strong.is_some()
        && !DOING.iter().any(|it| after(doing, it).is_some())
        && !lower.contains("undertook")
        && !lower.contains("agreed that")
        && !lower.contains("agreed to")
    {
        return None;
    }
    let owners = owner::names(&who).unwrap_or_default();
    let found = due::read(sentence);
    let resolved = found.as_ref().map(|it| it.when.resolve(held, &[]));
    Some(Action {
        text: squash(doing.trim_end_matches('.')),
        words: sentence.to_owned(),
        owners,
        due_words: found.map(|it| it.words),
        due: resolved.as_ref().and_then(|it| it.day),
        due_told: resolved.map(|it| it.told).unwrap_or_default(),
        number: None,
        state: None,
        update: None,
        confidence: Confidence::Suggested,
        at: place(source, sentence),
        also_at: Vec::new(),
    })
}

/// Who acts: the subject right before the verb, or, after "…campaign and", the subject of the sentence.
pub(super) fn subject_of(subject: &str, tail: &str) -> String {
    if owner::names(tail).is_some() {
        return squash(tail);
    }
    let start = BODIES.iter().find(|it| after(subject, it).is_some());
    start.map_or_else(|| squash(tail), |it| (*it).to_owned())
}

/// "Natasha Reed promised: the heat maps, for 24 April 2018": what, who and when stand apart.
pub(in crate::minutes) fn promised(
    source: &str,
    sentence: &str,
    held: Option<Day>,
) -> Option<Promise> {
    let lower = sentence.to_ascii_lowercase();
    let at = find_words(&lower, "promised")?;
    let what = sentence[at + "promised".len()..]
        .trim_start()
        .strip_prefix(':')?
        .trim()
        .trim_end_matches('.');
    let lead = sentence[..at].trim();
    let lead = after(lead, "With regard to item").map_or(lead, |it| {
        let it = it.trim_start();
        let number = it.find([',', ' ']).unwrap_or(it.len());
        it[number..].trim_start_matches([',', ' '])
    });
    let who = lead.strip_suffix(" has").unwrap_or(lead).trim();
    if what.is_empty() || who.len() > 120 {
        return None;
    }
    let said = !who.eq_ignore_ascii_case("it was") && !who.is_empty();
    // The last words are when: whatever they are, where they name a time.
    let (text, found) = match what.rsplit_once(", ") {
        Some((text, tail)) => {
            let words = after(tail, "for").map_or(tail, str::trim);
            match due::again(words) {
                due::When::Open => (what, due::read(what).map(|it| (it.words, it.when))),
                when => (text, Some((squash(words), when))),
            }
        }
        None => (what, due::read(what).map(|it| (it.words, it.when))),
    };
    let resolved = found.as_ref().map(|it| it.1.resolve(held, &[]));
    Some(Promise {
        text: squash(text),
        who: said.then(|| squash(who)),
        due_words: found.map(|it| it.0),
        due: resolved.as_ref().and_then(|it| it.day),
        due_told: resolved.map(|it| it.told).unwrap_or_default(),
        confidence: Confidence::Certain,
        at: place(source, sentence),
    })
}

/// A sentence that promises something for later: "a further update to be provided at the November meeting".
pub(in crate::minutes) fn promise(
    source: &str,
    sentence: &str,
    held: Option<Day>,
) -> Option<Promise> {
    let lower = sentence.to_ascii_lowercase();
    const THINGS: [&str; 14] = [
        "update",
        "updates",
        "report",
        "reports",
        "paper",
        "briefing",
        "briefing note",
        "feedback",
        "information",
        "presentation",
        "analysis",
        "data",
        "response",
        "this",
    ];
    const FUTURE: [&str; 10] = [
        "to be",
        "will be",
        "would be",
        "will",
        "would",
        "shall be",
        "are to",
        "is to",
        "due to be",
        "going to",
    ];
    const GIVEN: [&str; 22] = [
        "provided",
        "presented",
        "brought",
        "reported",
        "circulated",
        "submitted",
        "tabled",
        "shared",
        "report back",
        "report this back",
        "fed back",
        "feed back",
        "come back",
        "bring back",
        "considered",
        "given",
        "received",
        "brought back",
        "reported back",
        "provide",
        "return",
        "forwarded",
    ];
    let given = GIVEN.iter().filter_map(|it| find_words(&lower, it)).max()?;
    let future = FUTURE
        .iter()
        .filter_map(|it| find_words(&lower, it))
        .filter(|it| *it < given)
        .max()?;
    if !has_any(&lower, &THINGS) || given < future || given - future > 90 {
        return None;
    }
    let found = due::read(&sentence[future..]).or_else(|| due::read(sentence));
    let certain = found.is_some();
    let again = has_any(
        &lower,
        &[
            "further",
            "future",
            "back",
            "next meeting",
            "subsequent",
            "in due course",
        ],
    );
    if !certain && (!again || begins(sentence, "any ")) {
        return None;
    }
    let resolved = found.as_ref().map(|it| it.when.resolve(held, &[]));
    Some(Promise {
        text: squash(sentence),
        who: who_says(sentence),
        due_words: found.map(|it| it.words),
        due: resolved.as_ref().and_then(|it| it.day),
        due_told: resolved.map(|it| it.told).unwrap_or_default(),
        confidence: if certain {
            Confidence::Probable
        } else {
            Confidence::Suggested
        },
        at: place(source, sentence),
    })
}

/// Who reports in a sentence: "With regard to Item 6 – … Louise Storey reported that …".
pub(super) fn who_says(sentence: &str) -> Option<String> {
    const SAYS: [&str; 9] = [
        " reported",
        " confirmed",
        " advised",
        " explained",
        " stated",
        " said",
        " informed",
        " updated",
        " will ",
    ];
    let at = SAYS.iter().filter_map(|it| sentence.find(it)).min()?;
    let words: Vec<&str> = sentence[..at].split_whitespace().collect();
    let tail = |count: usize| {
        words
            .len()
            .checked_sub(count)
            .map(|from| words[from..].join(" "))
    };
    // The title stands before the name: "County Councillor Ann Dale".
    let named = tail(2).filter(|it| is_name(it))?;
    (3..=4)
        .filter_map(tail)
        .rfind(|it| is_name(it) && !crate::minutes::naming::without_title(it).1.is_empty())
        .or(Some(named))
}
