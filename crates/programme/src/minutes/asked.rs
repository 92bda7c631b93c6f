//! Questions, asked outright or told: "What are the reasons?", "In response to a question about …".

use super::action::Question;
use super::piece::Confidence;
use super::wording::{find_words, place, sentences, squash};

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
            Some((sentence, None, Confidence::Certain))
        } else {
            told(sentence)
        };
        let at = place(source, sentence);
        match asks {
            Some((text, answer, confidence)) => {
                close(source, &mut found, answered.take());
                let after = answer.map(|it: &str| it.to_owned());
                let open = after.is_none();
                found.push(Question {
                    text: squash(text),
                    answer: after,
                    asked_by: None,
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

/// A question that is told: what was asked, and the answer when the sentence has it.
fn told(sentence: &str) -> Option<(&str, Option<&str>, Confidence)> {
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
                ),
                None => (sentence, None, Confidence::Probable),
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
            return Some((sentence, None, Confidence::Probable));
        }
    }
    None
}
