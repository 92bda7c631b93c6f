//! What discussion holds besides discussion: agreements, undertakings, promises, things that come again.

use super::action::{Action, Promise};
use super::item::{Outcome, Recurrence, Verb};
use super::naming::is_name;
use super::owner;
use super::piece::Confidence;
use super::wording::{after, begins, find_words, has_any, place, sentences, squash};
use super::{resolution, verb};
use crate::due;
use waymark_data::Day;

/// Where a sentence stands in its item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// It is the first of its paragraph.
    pub(super) first: bool,
    /// It is the last of the item's minutes.
    pub(super) last: bool,
    /// The item has a resolution that says so: what is said softly adds nothing.
    pub(super) resolved: bool,
}

const BODIES: [&str; 25] = [
    "The Board",
    "The Committee",
    "The Panel",
    "The Cabinet",
    "Cabinet",
    "The Sub-Committee",
    "The Group",
    "The Council",
    "The Commission",
    "The Executive",
    "The Partnership",
    "The Forum",
    "Members",
    "The meeting",
    "The Chair",
    "Board members",
    "Committee members",
    "Members of the Board",
    "Members of the Committee",
    "The Sub Committee",
    "The Children's Trust",
    "Councillors",
    "Board Members",
    "Meeting",
    "The Overview and Scrutiny Committee",
];

/// A sentence of discussion that is an outcome all the same.
pub(super) fn outcome(
    source: &str,
    sentence: &str,
    standing: Standing,
    resolution: usize,
) -> Vec<Outcome> {
    let Some((text, confidence)) = agreed(sentence)
        .or_else(|| passive(sentence, standing))
        .or_else(|| orphan(sentence, standing))
        .or_else(|| soft(sentence, standing))
    else {
        return Vec::new();
    };
    let at = place(source, sentence);
    verb::clauses(&squash(text))
        .into_iter()
        .map(|(text, _)| super::wording::without_joint(&text).to_owned())
        .filter(|text| !is_undertaking(text))
        .map(|text| {
            let text = resolution::complete("", &text);
            let verb = if agreed(sentence).is_some() && !begins(&text, "to note") {
                agreed_verb(&text)
            } else {
                verb::of_clause(&text)
            };
            Outcome {
                verb,
                text,
                words: sentence.to_owned(),
                mark: String::new(),
                resolution,
                confidence,
                at,
            }
        })
        .collect()
}

/// "It was agreed that the report be noted" notes; whatever else was agreed was agreed.
fn agreed_verb(text: &str) -> Verb {
    match verb::of_clause(text) {
        verb @ (Verb::Noted
        | Verb::Approved
        | Verb::Endorsed
        | Verb::Deferred
        | Verb::Referred
        | Verb::Delegated
        | Verb::Withdrawn)
            if find_words(&text.to_ascii_lowercase(), "be").is_some() =>
        {
            verb
        }
        _ => Verb::Agreed,
    }
}

/// "It was agreed that …", "The Board agreed that …", "Agreed that …".
fn agreed(sentence: &str) -> Option<(&str, Confidence)> {
    for opening in [
        "It was agreed",
        "It was also agreed",
        "It was further agreed",
        "It was therefore agreed",
        "It was unanimously agreed",
        "Agreed",
        "Following discussion it was agreed",
        "Following discussion, it was agreed",
        "After discussion it was agreed",
    ] {
        if let Some(rest) = after(sentence, opening) {
            let rest = rest.trim_start();
            let what = after(rest, "that").or_else(|| after(rest, "to").map(|_| rest))?;
            return (!what.trim().is_empty()).then(|| (what.trim_start(), Confidence::Certain));
        }
    }
    let body = BODIES
        .iter()
        .filter(|it| **it != "The Chair")
        .find_map(|it| after(sentence, it))?;
    let rest = body.trim_start();
    let rest = after(rest, "also")
        .or_else(|| after(rest, "therefore"))
        .or_else(|| after(rest, "unanimously"))
        .unwrap_or(rest)
        .trim_start();
    let what = after(after(rest, "agreed")?.trim_start(), "that")?;
    (!what.trim().is_empty()).then(|| (what.trim_start(), Confidence::Probable))
}

/// "The report was received and noted." — at the beginning of a paragraph, or as the last words of the item.
fn passive(sentence: &str, standing: Standing) -> Option<(&str, Confidence)> {
    let lower = sentence.to_ascii_lowercase();
    let things = [
        "the report",
        "the reports",
        "the minutes",
        "minutes of",
        "the notes",
        "notes of",
        "the record",
        "the update",
        "the updates",
        "the presentation",
        "the actions",
        "the action",
        "the contents",
        "the content",
        "the dataset",
        "the information",
        "the plan",
        "the progress",
        "the work programme",
        "the item",
        "the strategy",
        "the verbal update",
        "the draft",
        "the proposals",
        "the recommendations",
        "the recommendation",
        "the annual report",
        "the terms of reference",
        "the action log",
        "councillor",
        "county councillor",
        "this was",
        "all actions",
        "this item",
    ];
    let about =
        things.iter().any(|it| begins(sentence, it)) || (standing.last && begins(sentence, "the "));
    if !about || !(standing.first || standing.last) {
        return None;
    }
    let words = crate::dates::words(sentence);
    let (at, found) = verb::deciding(&words)?;
    let passive = at > 0
        && matches!(
            words[at - 1].text.as_str(),
            "was" | "were" | "and" | "be" | "duly" | "unanimously" | "been" | "is"
        );
    if !passive
        || has_any(
            &lower,
            &[
                "would be",
                "will be",
                "to be",
                "had been",
                "has been",
                "have been",
                "should be",
                "could be",
                "may be",
            ],
        )
    {
        return None;
    }
    // "the item was noted that" begins a discussion; "was received from the school" is news, not an outcome.
    let after_verb = words.get(at + 1).map_or("", |it| it.text.as_str());
    let news = matches!(found, Verb::Received | Verb::Requested | Verb::Supported)
        && !matches!(after_verb, "" | "and")
        || after_verb == "that"
        || after_verb == "from";
    let minutes = ["minutes", "notes", "record"]
        .iter()
        .any(|it| find_words(&lower, it).is_some());
    let fits = minutes
        || standing.last
        || matches!(found, Verb::Noted | Verb::Received) && words.len() <= at + 4;
    (!news && fits && (!standing.resolved || minutes)).then_some((sentence, Confidence::Probable))
}

/// "That the report be noted." as the last paragraph: the page lost the word RESOLVED.
fn orphan(sentence: &str, standing: Standing) -> Option<(&str, Confidence)> {
    if !standing.last || !standing.first || standing.resolved {
        return None;
    }
    let rest = after(sentence, "That")?.trim_start();
    let lower = rest.to_ascii_lowercase();
    let be = has_any(
        &lower,
        &[
            "be", "note", "notes", "approve", "agree", "endorse", "has", "is",
        ],
    );
    let begins_so = [
        "the",
        "an",
        "a",
        "authority",
        "members",
        "officers",
        "consideration",
        "councillor",
        "it",
        "progress",
        "approval",
        "cabinet",
        "all",
    ]
    .iter()
    .any(|it| after(rest, it).is_some());
    (be && begins_so && sentence.starts_with("That")).then_some((rest, Confidence::Probable))
}

/// "The Board supported this campaign": said in passing.
fn soft(sentence: &str, standing: Standing) -> Option<(&str, Confidence)> {
    let rest = BODIES
        .iter()
        .find_map(|it| after(sentence, it))?
        .trim_start();
    let word = rest
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let rest_words = if matches!(
        word,
        "considered" | "discussed" | "received" | "unanimously" | "also" | "duly"
    ) {
        after(rest[word.len()..].trim_start(), "and")
            .unwrap_or(&rest[word.len()..])
            .trim_start()
    } else {
        rest
    };
    let word = rest_words
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let found = verb::of_word(&word.to_ascii_lowercase())
        .filter(|_| !matches!(word, "asked" | "invited"))?;
    let that = after(rest_words[word.len()..].trim_start(), "that").is_some()
        || after(rest_words[word.len()..].trim_start(), "the following:").is_some();
    if that || standing.resolved {
        return None;
    }
    let confidence = match found {
        Verb::Noted | Verb::Received => standing.last.then_some(Confidence::Probable)?,
        Verb::Approved
        | Verb::Endorsed
        | Verb::Deferred
        | Verb::Referred
        | Verb::Delegated
        | Verb::Elected
        | Verb::Withdrawn => Confidence::Probable,
        Verb::Supported | Verb::Agreed => Confidence::Suggested,
        Verb::Requested | Verb::Recommended => Confidence::Suggested,
    };
    Some((sentence, confidence))
}

/// Whether a clause promises a deed: "the Board agreed to circulate it".
fn is_undertaking(clause: &str) -> bool {
    find_words(&clause.to_ascii_lowercase(), "agreed to").is_some_and(|at| {
        let next = clause[at + "agreed to".len()..]
            .split_whitespace()
            .next()
            .unwrap_or_default();
        verb::of_word(next).is_none()
            && !matches!(next, "the" | "a" | "this" | "that" | "these" | "be")
    })
}

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
pub(super) fn undertaking(source: &str, sentence: &str, held: Option<Day>) -> Option<Action> {
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
    if matches!(
        verb::of_word(first),
        Some(
            Verb::Noted
                | Verb::Approved
                | Verb::Endorsed
                | Verb::Agreed
                | Verb::Supported
                | Verb::Received
        )
    ) {
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
        confidence: Confidence::Suggested,
        at: place(source, sentence),
        also_at: Vec::new(),
    })
}

/// Who acts: the subject right before the verb, or, after "…campaign and", the subject of the sentence.
fn subject_of(subject: &str, tail: &str) -> String {
    if owner::names(tail).is_some() {
        return squash(tail);
    }
    let start = BODIES.iter().find(|it| after(subject, it).is_some());
    start.map_or_else(|| squash(tail), |it| (*it).to_owned())
}

/// A sentence that promises something for later: "a further update to be provided at the November meeting".
pub(super) fn promise(source: &str, sentence: &str, held: Option<Day>) -> Option<Promise> {
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
fn who_says(sentence: &str) -> Option<String> {
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
        .filter(|it| is_name(it) && !super::naming::without_title(it).1.is_empty())
        .next_back()
        .or(Some(named))
}

/// What a text says shall come again: "a quarterly briefing note be received".
pub(super) fn recurrence(source: &str, text: &str) -> Option<Recurrence> {
    const RHYTHMS: [(&str, &str); 16] = [
        ("quarterly", "quarterly"),
        ("monthly", "monthly"),
        ("weekly", "weekly"),
        ("fortnightly", "fortnightly"),
        ("annual", "yearly"),
        ("annually", "yearly"),
        ("yearly", "yearly"),
        ("six-monthly", "every 6 months"),
        ("six monthly", "every 6 months"),
        ("bi-monthly", "every 2 months"),
        ("bi-annual", "every 6 months"),
        ("half-yearly", "every 6 months"),
        ("each quarter", "quarterly"),
        ("every quarter", "quarterly"),
        ("every month", "monthly"),
        ("every meeting", "every meeting"),
    ];
    const THINGS: [&str; 12] = [
        "briefing",
        "briefing note",
        "report",
        "reports",
        "update",
        "updates",
        "note",
        "review",
        "data",
        "dashboard",
        "information",
        "summary",
    ];
    let lower = text.to_ascii_lowercase();
    let to_come = has_any(
        &lower,
        &[
            "be",
            "to be",
            "will",
            "would",
            "receive",
            "provide",
            "report",
            "requested",
            "agreed",
        ],
    );
    if !to_come {
        return None;
    }
    let thing = THINGS
        .iter()
        .filter_map(|it| find_words(&lower, it))
        .max()?;
    let counted = every_so_many(&lower);
    let found = RHYTHMS
        .iter()
        .filter(|it| {
            !(it.0 == "monthly"
                && (lower.contains("six monthly")
                    || lower.contains("bi-monthly")
                    || lower.contains("six-monthly")))
        })
        .find_map(|(words, every)| find_words(&lower, words).map(|at| (at, (*every).to_owned())))
        .or(counted)?;
    // "an annual report" that is before the meeting is a report; "an annual report be received" comes again.
    let near = found.0.abs_diff(thing) < 80;
    let asked = has_any(
        &lower,
        &[
            "be received",
            "be provided",
            "be presented",
            "be submitted",
            "be brought",
            "be reported",
            "be circulated",
            "will receive",
            "would receive",
            "to receive",
            "be produced",
            "report back",
            "will be",
            "would be",
            "to be",
            "be included",
            "be shared",
            "provide",
        ],
    );
    (near && asked).then(|| Recurrence {
        text: squash(text),
        every: found.1,
        at: place(source, text),
    })
}

/// "every 12 weeks", "every six months".
fn every_so_many(lower: &str) -> Option<(usize, String)> {
    let at = find_words(lower, "every")?;
    let mut words = lower[at..].split_whitespace().skip(1);
    let (number, unit) = (words.next()?, words.next()?);
    let unit = unit.trim_matches(|c: char| !c.is_alphabetic());
    (matches!(unit, "weeks" | "months" | "days") && number.len() < 8)
        .then(|| (at, format!("every {number} {unit}")))
}

/// The sentences of a paragraph, with whether each is the first.
pub(super) fn standing_sentences(text: &str) -> Vec<(bool, &str)> {
    sentences(text)
        .into_iter()
        .enumerate()
        .map(|(at, it)| (at == 0, it))
        .collect()
}
