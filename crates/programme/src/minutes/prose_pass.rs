//! The second look at discussion, when it is known what the item resolved and where its last sentence stands.

use super::action::Action;
use super::attendance;
use super::item::ItemKind;
use super::piece::{Confidence, PieceKind, Span};
use super::prose::{self, Standing};
use super::reading::{Reading, Talk};
use super::whole::Kind;
use super::wording::{begins, find_words, place, sentences, squash};
use super::{asked, figures, head};
use std::collections::BTreeSet;

/// Reads the discussion of every item.
pub(super) fn run(reading: &mut Reading<'_>) {
    for draft in 0..reading.drafts.len() {
        item(reading, draft);
    }
}

fn item(reading: &mut Reading<'_>, draft: usize) {
    let talk = std::mem::take(&mut reading.drafts[draft].talk);
    let held = reading.held(draft);
    let text = reading.text;
    let certain = reading.drafts[draft]
        .item
        .outcomes
        .iter()
        .any(|it| it.confidence == Confidence::Certain);
    let truncated = reading.drafts[draft].item.truncated;
    people(reading, draft, &talk);
    presenter(reading, draft, &talk);
    let last = if truncated {
        None
    } else {
        talk.len().checked_sub(1)
    };
    let minuted = !matches!(reading.kind, Kind::ForwardPlan);
    // Who asks the question of the next paragraph.
    let mut asker: Option<String> = None;
    for (at, paragraph) in talk.iter().enumerate() {
        let mut found = asked::questions(text, paragraph.text);
        match found.first_mut() {
            Some(first) if first.asked_by.is_none() => first.asked_by = asker.take(),
            Some(_) => {}
            None => {
                let asked = &mut reading.drafts[draft].item.questions;
                if let Some(last) = asked.last_mut().filter(|it| it.answer.is_none())
                    && let Some(answer) = asked::answer(paragraph.text, last.at.of(text))
                {
                    last.answer = Some(squash(answer));
                }
                asker = asked::asker(paragraph.text).map(|it| squash(it.0));
            }
        }
        for question in &found {
            reading.paint.lay(
                question.at,
                PieceKind::Question,
                Some(draft),
                question.confidence,
            );
        }
        reading.drafts[draft].item.questions.extend(found);
        let numbers = figures::figures(text, paragraph.text, held);
        reading.drafts[draft].item.figures.extend(numbers);
        if !minuted {
            continue;
        }
        let sentences = prose::standing_sentences(paragraph.text);
        let end = sentences.len();
        for (place_in, (first, sentence)) in sentences.into_iter().enumerate() {
            let standing = Standing {
                first,
                last: Some(at) == last && place_in + 1 == end,
                whole: end == 1,
                resolved: certain,
            };
            sentence_of(reading, draft, sentence, standing, paragraph, held);
        }
    }
    recurrences(reading, draft);
    dedupe(reading, draft);
    order(reading, draft);
    for paragraph in &talk {
        for sentence in sentences(paragraph.text) {
            unread(reading, draft, sentence);
        }
    }
}

/// What has the look of an action or a resolution and was read as neither is not understood, and shown so.
fn unread(reading: &mut Reading<'_>, draft: usize, sentence: &str) {
    if !looks_like_more(sentence) {
        return;
    }
    let at = place(reading.text, sentence);
    let item = &reading.drafts[draft].item;
    let read = item
        .actions
        .iter()
        .flat_map(|it| std::iter::once(&it.at).chain(&it.also_at))
        .chain(item.outcomes.iter().map(|it| &it.at))
        .chain(item.promises.iter().map(|it| &it.at))
        .any(|it| covers(*it, at));
    if !read {
        let (what, sure) = (PieceKind::Unread, Confidence::Suggested);
        reading.paint.lay(at, what, Some(draft), sure);
    }
}

/// Whether a sentence has the words that mark an action or a resolution: "(action …", "Action 3", "AP1", "RESOLVED".
fn looks_like_more(sentence: &str) -> bool {
    let lower = sentence.to_ascii_lowercase();
    let bare = lower.trim_start_matches(['(', '[', '*', '_', ' ']);
    let behind = |word: &str| {
        bare.strip_prefix(word).is_some_and(|it| {
            let next = it.trim_start();
            next.starts_with(|c: char| {
                c.is_ascii_digit()
                    || matches!(c, ':' | '(' | '[' | '–' | '—')
                    || c == '-' && next.len() < it.len()
            })
        })
    };
    let bracket = ["(action", "[action"].iter().any(|it| {
        lower
            .split(it)
            .skip(1)
            .any(|it| it.starts_with([':', ' ', ')', ']', 's']) && !it.starts_with(" plan"))
    });
    let shouted = crate::dates::words(sentence)
        .iter()
        .any(|it| matches!(&sentence[it.start..it.end], "RESOLVED" | "RECOMMENDED"));
    behind("action")
        || behind("actions")
        || behind("ap")
        || behind("to do")
        || bracket
        || shouted
        || lower.contains("action:")
}

fn sentence_of(
    reading: &mut Reading<'_>,
    draft: usize,
    sentence: &str,
    standing: Standing,
    paragraph: &Talk<'_>,
    held: Option<waymark_data::Day>,
) {
    let text = reading.text;
    if let Some(promise) = prose::promised(text, sentence, held) {
        reading.paint.lay(
            promise.at,
            PieceKind::Promise,
            Some(draft),
            promise.confidence,
        );
        reading.drafts[draft].item.promises.push(promise);
        return;
    }
    let number = reading.drafts[draft].resolutions + 1;
    let mut outcomes = prose::outcome(text, sentence, standing, number);
    // A bullet of a discussion is a point that was made, not what the body decided.
    let title = &reading.drafts[draft].item.title;
    let of_minutes = find_words(&title.to_ascii_lowercase(), "minutes").is_some();
    if paragraph.bullet && !of_minutes {
        outcomes.retain(|it| it.confidence == Confidence::Certain);
    }
    for outcome in outcomes {
        reading.paint.lay(
            outcome.at,
            PieceKind::Outcome,
            Some(draft),
            outcome.confidence,
        );
        let own = &mut reading.drafts[draft];
        let plain = |it: &str| squash(it).trim_end_matches('.').to_ascii_lowercase();
        if own
            .item
            .outcomes
            .iter()
            .all(|it| plain(&it.text) != plain(&outcome.text))
        {
            own.item.outcomes.push(outcome);
            own.resolutions = number;
        }
    }
    if let Some(action) = prose::undertaking(text, sentence, held) {
        // Where a sentence also decides ("supported this and agreed to circulate it"), the action is the rest of it.
        let tail =
            find_words(&sentence.to_ascii_lowercase(), "and agreed to").map_or(action.at, |it| {
                let at = place(text, sentence);
                Span::new(at.start + it, at.end)
            });
        reading
            .paint
            .lay(tail, PieceKind::Action, Some(draft), action.confidence);
        reading.drafts[draft].item.actions.push(action);
    } else if let Some(promise) = prose::promise(text, sentence, held) {
        reading.paint.lay(
            promise.at,
            PieceKind::Promise,
            Some(draft),
            promise.confidence,
        );
        reading.drafts[draft].item.promises.push(promise);
    }
    if let Some(found) = prose::recurrence(text, sentence) {
        reading.drafts[draft].item.recurrences.push(found);
    }
}

/// Outcomes and actions in the order of the text, resolutions counted anew.
fn order(reading: &mut Reading<'_>, draft: usize) {
    let item = &mut reading.drafts[draft].item;
    item.actions.sort_by_key(|it| it.at.start);
    item.outcomes.sort_by_key(|it| it.at.start);
    let mut before = None;
    let mut number = 0;
    for outcome in &mut item.outcomes {
        if before != Some(outcome.resolution) {
            before = Some(outcome.resolution);
            number += 1;
        }
        outcome.resolution = number;
    }
}

/// What outcomes and actions say shall come again.
fn recurrences(reading: &mut Reading<'_>, draft: usize) {
    let text = reading.text;
    let item = &mut reading.drafts[draft].item;
    let spans: Vec<Span> = item
        .outcomes
        .iter()
        .map(|it| it.at)
        .chain(item.actions.iter().map(|it| it.at))
        .collect();
    for span in spans {
        if let Some(found) = prose::recurrence(text, span.of(text)).filter(|it| {
            item.recurrences
                .iter()
                .all(|known| !covers(known.at, it.at))
        }) {
            item.recurrences.push(found);
        }
    }
}

fn covers(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// What is an action and is said in the prose as well is one action.
fn dedupe(reading: &mut Reading<'_>, draft: usize) {
    let item = &mut reading.drafts[draft].item;
    let known: Vec<(BTreeSet<String>, BTreeSet<String>)> = item
        .actions
        .iter()
        .filter(|it| it.confidence > Confidence::Suggested)
        .map(|it| {
            (
                stems(&it.words),
                it.owners.iter().map(|it| it.to_lowercase()).collect(),
            )
        })
        .collect();
    if known.is_empty() || known.len() > 2000 {
        return;
    }
    let twin = |words: &str| {
        let stems = stems(words);
        known.iter().position(|(other, owners)| {
            alike(
                &stems,
                other,
                owners.iter().any(|it| words.to_lowercase().contains(it)),
            )
        })
    };
    let soft: Vec<Action> = item
        .actions
        .extract_if(.., |it| it.confidence == Confidence::Suggested)
        .collect();
    let mut kept = Vec::new();
    for action in soft {
        match twin(&action.words) {
            Some(at) => {
                let known = &mut item.actions[at];
                known.also_at.push(action.at);
                if known.owners.is_empty() {
                    known.owners = action.owners;
                }
                if known.due_words.is_none() {
                    known.due_words = action.due_words;
                    known.due = action.due;
                    known.due_told = action.due_told;
                }
            }
            None => kept.push(action),
        }
    }
    item.actions.extend(kept);
    let promises = std::mem::take(&mut item.promises);
    for promise in promises {
        match twin(&promise.text) {
            Some(at) => item.actions[at].also_at.push(promise.at),
            None => item.promises.push(promise),
        }
    }
}

/// The words of a text that carry its meaning, without endings.
fn stems(text: &str) -> BTreeSet<String> {
    const SMALL: &str = "the a an and or of to at in on for with will be is are was were this that it its too back also by from as into has have had not we our";
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| it.len() > 2 && !SMALL.split(' ').any(|small| small == *it))
        .map(|it| {
            let it = it.trim_end_matches("ing").trim_end_matches("ed");
            it.trim_end_matches('s').to_owned()
        })
        .filter(|it| !it.is_empty())
        .collect()
}

/// Whether two sets of words speak of the same thing: most of the shorter one is in the other.
fn alike(one: &BTreeSet<String>, other: &BTreeSet<String>, same_owner: bool) -> bool {
    let both = one.intersection(other).count();
    let least = one.len().min(other.len());
    let share = if same_owner { 50 } else { 60 };
    both >= 3 && both * 100 >= least * share
}

/// Who was there, as the sentences of an item say.
fn people(reading: &mut Reading<'_>, draft: usize, talk: &[Talk<'_>]) {
    let item = &reading.drafts[draft].item;
    let lower = item.title.to_ascii_lowercase();
    let about = item.kind == ItemKind::Procedural
        || [
            "apolog",
            "welcome",
            "attendance",
            "introduction",
            "substitut",
            "membership",
            "minutes",
        ]
        .iter()
        .any(|it| lower.contains(it))
        || reading.drafts[draft].parent.is_none() && draft == 0;
    let apologies = lower.contains("apolog");
    let mut announced = false;
    let text = reading.text;
    for paragraph in talk {
        if announced {
            announced = false;
            add_names(reading, draft, paragraph.text);
            continue;
        }
        for sentence in sentences(paragraph.text) {
            let known = [
                "apolog",
                "substitut",
                "observer",
                "on behalf of",
                "deputis",
                "absent",
                "in attendance",
                "welcomed",
                "replacement",
                "in place of",
                "in her place",
                "in his place",
                "in their place",
                "represented by",
            ]
            .iter()
            .any(|it| sentence.to_ascii_lowercase().contains(it));
            if !known {
                continue;
            }
            let (found, left) = attendance::of_sentence(text, sentence);
            let lead = begins(sentence, "Apologies");
            for mut person in found {
                let of_item = sentence.to_ascii_lowercase().contains("for this item")
                    || person.status == super::person::Status::InAttendance && !about;
                if !(about
                    || lead
                    || of_item
                    || person.status == super::person::Status::InAttendance
                    || person.status == super::person::Status::Observer)
                {
                    continue;
                }
                person.item = if of_item && sentence.to_ascii_lowercase().contains("item") {
                    vec![draft, 0]
                } else {
                    vec![draft]
                };
                reading
                    .paint
                    .lay(person.at, PieceKind::Person, Some(draft), person.confidence);
                reading.told.push(person);
            }
            if about || lead {
                let at = place(text, sentence);
                for words in left {
                    head::unmatched(reading, &words, at);
                }
            }
            announced |= about
                && sentence.ends_with(':')
                && find_words(&sentence.to_ascii_lowercase(), "apologies").is_some();
        }
        // "Councillors Bright and Pimm." as the whole text of the item
        if apologies && talk.len() == 1 && paragraph.text.len() < 600 {
            let (found, left) = attendance::names(paragraph.text);
            if left.is_empty() && !found.is_empty() {
                add_names(reading, draft, paragraph.text);
            }
        }
    }
}

fn add_names(reading: &mut Reading<'_>, draft: usize, words: &str) {
    let at = place(reading.text, words);
    let (found, left) = attendance::names(words);
    for named in found {
        let status = super::person::Status::Apologies;
        for mut person in attendance::people(named, status, at, Confidence::Probable) {
            person.item = vec![draft];
            reading.told.push(person);
        }
    }
    reading
        .paint
        .lay(at, PieceKind::Person, Some(draft), Confidence::Probable);
    for words in left {
        head::unmatched(reading, &words, at);
    }
}

/// Who presented the item, when its first sentence says so: "Jane Roe, Head of Service, presented a report".
fn presenter(reading: &mut Reading<'_>, draft: usize, talk: &[Talk<'_>]) {
    const VERBS: [&str; 15] = [
        " presented ",
        " introduced ",
        " gave a ",
        " gave an ",
        " provided a",
        " provided the",
        " provide an update",
        " updated ",
        " outlined ",
        " delivered ",
        " submitted a",
        " reported ",
        " spoke to ",
        " attended and presented ",
        " gave the ",
    ];
    if reading.drafts[draft].item.presenter.is_some()
        || reading.drafts[draft].item.kind == ItemKind::Procedural
    {
        return;
    }
    let Some(first) = talk
        .first()
        .and_then(|it| sentences(it.text).into_iter().next())
    else {
        return;
    };
    let head = first
        .char_indices()
        .nth(320)
        .map_or(first, |it| &first[..it.0]);
    let Some(at) = VERBS.iter().filter_map(|it| head.find(it)).min() else {
        return;
    };
    // "(both of the Special Needs Service)" beside the names is no name.
    let who = head[..at].trim().trim_end_matches(',');
    let who = who
        .rsplit_once('(')
        .filter(|it| it.1.ends_with(')'))
        .map_or(who, |it| it.0.trim());
    let (names, left) = attendance::names(who);
    if !names.is_empty() && left.is_empty() {
        reading.drafts[draft].item.presenter = Some(
            names
                .into_iter()
                .map(|it| it.name)
                .collect::<Vec<_>>()
                .join(", "),
        );
    }
}
