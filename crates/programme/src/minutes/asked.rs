//! Questions, asked outright or told: "What are the reasons?", "In response to a question about …".

use super::action::Question;
use super::piece::Confidence;
use super::wording::{after, find_words, place, sentences, squash};

/// The questions of a paragraph.
pub(super) fn questions(source: &str, paragraph: &str) -> Vec<Question> {
    let sentences = sentences(paragraph);
    let mut found: Vec<Question> = Vec::new();
    let mut answered: Option<(usize, usize)> = None;
    for sentence in sentences {
        let asks = if sentence
            .trim_end_matches(['"', '”', '’', ')', '\''])
            .ends_with('?')
        {
            let bare = after(sentence, "Q")
                .and_then(|it| it.strip_prefix([':', '.']))
                .or_else(|| asker(sentence).map(|it| it.1))
                .map_or(sentence, str::trim_start);
            Some((bare, None, Confidence::Certain, None))
        } else {
            told(sentence)
        };
        let at = place(source, sentence);
        match asks {
            Some((text, answer, confidence, who)) => {
                close(source, &mut found, answered.take());
                let after = answer.map(|it: &str| it.to_owned());
                let open = after.is_none();
                found.push(Question {
                    text: squash(text),
                    answer: after,
                    asked_by: who.or_else(|| asker(sentence).map(|it| squash(it.0))),
                    confidence,
                    at,
                });
                answered = open.then_some((at.end, at.end));
            }
            None => {
                if let Some((_, end)) = answered.as_mut() {
                    *end = at.end;
                }
            }
        }
    }
    close(source, &mut found, answered);
    found
}

/// "Question from Mr Roe: How many …": who asks, and what stands after it, which may be nothing.
pub(super) fn asker(paragraph: &str) -> Option<(&str, &str)> {
    let rest = after(paragraph, "Question")?.trim_start();
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '));
    let rest = after(rest, "from").or_else(|| after(rest, "by"))?;
    let (who, question) = match rest.split_once(':') {
        Some((who, question)) => (who, question.trim_start()),
        None => (rest, ""),
    };
    let who = who.trim();
    (who.len() < 80 && !who.contains('?') && !who.is_empty()).then_some((who, question))
}

/// "Answer: 214 children were waiting", "A. Two had left": the answer to the question above it. A letter answers only a
/// question that a letter asked: "A. Smith" is somebody.
pub(super) fn answer<'a>(paragraph: &'a str, question: &str) -> Option<&'a str> {
    let letters = question.starts_with("Q.") || question.starts_with("Q:");
    let words = ["Answer", "Response", "Reply", "A"];
    words[..if letters { 4 } else { 3 }].iter().find_map(|it| {
        let rest = after(paragraph, it)?;
        let rest = rest.strip_prefix([':', '.'])?.trim();
        (!rest.is_empty()).then_some(rest)
    })
}

/// Who asks in a sentence that tells a question: "The Chair asked whether …".
fn who_asks(sentence: &str, until: usize) -> Option<String> {
    let who = sentence[..until].trim().trim_end_matches(',');
    let who = who.split(',').next().unwrap_or(who).trim();
    (crate::minutes::owner::is_owner(who) && who.len() < 80).then(|| squash(who))
}

fn close(source: &str, found: &mut [Question], answer: Option<(usize, usize)>) {
    if let (Some(last), Some((start, end))) = (found.last_mut(), answer)
        && let Some(words) = source
            .get(start..end)
            .map(str::trim)
            .filter(|it| !it.is_empty())
    {
        last.answer = Some(squash(words));
    }
}

/// A question, its answer, how sure the reader is, and who asked.
type Told<'a> = (&'a str, Option<&'a str>, Confidence, Option<String>);

/// A question that is told: what was asked, and the answer when the sentence has it.
fn told(sentence: &str) -> Option<Told<'_>> {
    let end = sentence
        .char_indices()
        .nth(240)
        .map_or(sentence.len(), |it| it.0);
    let lower = sentence[..end].to_ascii_lowercase();
    // "In response to a question about waiting times, the Director explained …"
    for lead in [
        "in response to a question",
        "in response to questions",
        "in response to a query",
        "in reply to a question",
        "in answer to a question",
        "in response to a member's question",
        "in response to a request",
        "in response to further questions",
    ] {
        if let Some(at) = find_words(&lower, lead).filter(|it| *it < 80) {
            let from = at + lead.len();
            let comma = sentence[from..].find([',', ';']).map(|it| from + it);
            return Some(match comma {
                Some(comma) => (
                    sentence[from..comma].trim(),
                    Some(sentence[comma + 1..].trim()),
                    Confidence::Probable,
                    None,
                ),
                None => (sentence, None, Confidence::Probable, None),
            });
        }
    }
    for lead in [
        "sought clarification",
        "asked whether",
        "asked if",
        "asked how",
        "asked what",
        "asked why",
        "asked when",
        "asked about",
        "queried whether",
        "queried the",
        "queried how",
        "queried why",
        "questioned whether",
        "questioned the",
        "questioned how",
        "questioned why",
        "enquired whether",
        "enquired about",
        "enquired as to",
        "asked for clarification",
        "a question was asked",
    ] {
        if let Some(at) = find_words(&lower, lead)
            && !["were", "was", "be", "been"]
                .iter()
                .any(|it| lower[..at].trim_end().ends_with(it))
        {
            let who = who_asks(sentence, at);
            return Some((sentence, None, Confidence::Probable, who));
        }
    }
    None
}
