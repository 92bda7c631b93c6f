//! Accompanying documents, and what pages glue to titles: attachments, time slots, "(Item 4.1)".

use super::item::{Document, Slot};
use super::list_mark;
use super::piece::Span;
use super::wording::{begins, find_words, squash};
use crate::dates;

const TYPES: [&str; 14] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "rtf", "zip", "csv", "odt", "txt", "html",
    "msg",
];

/// The attachment a line ends with: what stands before it, its type and its size. "Report pdf icon PDF 71 KB".
pub(super) fn ending(text: &str) -> Option<(&str, String, String)> {
    let text = text.trim_end();
    let (rest, unit) = last_word(text)?;
    let (rest, number, unit) = match unit {
        "KB" | "MB" | "GB" | "B" | "kb" | "mb" | "Kb" | "Mb" => {
            let (rest, number) = last_word(rest)?;
            (rest, number.to_owned(), unit.to_owned())
        }
        glued => {
            let at = glued.find(|c: char| c.is_ascii_alphabetic())?;
            let (number, unit) = glued.split_at(at);
            matches!(unit, "KB" | "MB" | "GB")
                .then(|| (rest, number.to_owned(), unit.to_owned()))?
        }
    };
    if number.is_empty()
        || !number
            .bytes()
            .all(|it| it.is_ascii_digit() || matches!(it, b'.' | b','))
    {
        return None;
    }
    let (before, kind) = last_word(rest).unwrap_or(("", rest.trim()));
    let bare = kind.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    if !TYPES.iter().any(|it| bare.eq_ignore_ascii_case(it)) {
        return None;
    }
    let mut title = before
        .trim_end()
        .trim_end_matches(['(', '[', ',', '-'])
        .trim_end();
    // "pdf icon", "Word document icon"
    for icon in ["pdf icon", "document icon", "doc icon", "icon", "pdf"] {
        let keep = title.len().saturating_sub(icon.len());
        if title.is_char_boundary(keep)
            && title[keep..].eq_ignore_ascii_case(icon)
            && (keep == 0 || title[..keep].ends_with(char::is_whitespace))
        {
            title = title[..keep].trim_end();
        }
    }
    Some((
        title,
        bare.to_ascii_uppercase(),
        format!("{number} {}", unit.to_ascii_uppercase()),
    ))
}

fn last_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let text = text.strip_suffix([')', ']']).unwrap_or(text).trim_end();
    let at = text.rfind(char::is_whitespace)?;
    let from = at + text[at..].chars().next().map_or(1, char::len_utf8);
    Some((&text[..at], &text[from..]))
}

/// One document of a list: "- Cover sheet, item 4.1 PDF 57 KB". A line with neither bullet nor type nor size is none.
pub(super) fn document(text: &str, at: Span) -> Option<Document> {
    let mark = list_mark::read(text);
    let inner = mark.as_ref().map_or(text, |it| it.rest);
    let (title, kind, size) = match ending(inner) {
        Some(found) => found,
        None if mark.is_some() || inner.len() < 120 && !inner.ends_with('.') => {
            (inner, String::new(), String::new())
        }
        None => return None,
    };
    let title = without_item(title);
    (!title.is_empty()).then(|| Document {
        title: squash(title),
        kind,
        size,
        at,
    })
}

/// A title without ", item 4.1" at its end.
fn without_item(title: &str) -> &str {
    let lower = title.to_ascii_lowercase();
    let Some(at) = lower.rfind(", item ") else {
        return title.trim();
    };
    let number = title[at + 7..].trim().trim_end_matches('.');
    let fits = !number.is_empty()
        && number.len() < 8
        && number
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'/'));
    if fits {
        title[..at].trim()
    } else {
        title.trim()
    }
}

/// A time slot: "2.30 - 2.35pm", "(5 mins)", "(Time allocated – 50 minutes)", "10:00 – 10:15".
pub(super) fn slot(text: &str) -> Option<Slot> {
    let bare = text
        .trim()
        .trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']') || c.is_whitespace());
    if bare.is_empty() || bare.len() > 60 {
        return None;
    }
    let lower = bare.to_ascii_lowercase();
    if let Some(minutes) = duration(&lower) {
        return Some(Slot {
            words: squash(text),
            start: None,
            end: None,
            minutes: Some(minutes),
        });
    }
    let cut = lower
        .find(['-', '–', '—'])
        .or_else(|| find_words(&lower, "to"))?;
    let (from, to) = bare.split_at(cut);
    let to = to.trim_start_matches(|c: char| matches!(c, '-' | '–' | '—') || c.is_whitespace());
    let to = to.strip_prefix("to ").unwrap_or(to);
    let (_, close, end) = dates::first_time(to)?;
    let half = if to.to_ascii_lowercase().contains('p') {
        "pm"
    } else {
        "am"
    };
    let start = dates::first_time(from)
        .or_else(|| dates::first_time(&format!("{} {half}", from.trim())))?;
    if !to[close..].trim().is_empty()
        || from.trim().contains(|c: char| {
            c.is_alphabetic() && !matches!(c.to_ascii_lowercase(), 'a' | 'p' | 'm')
        })
    {
        return None;
    }
    let mut begin = start.2;
    // "11.50 - 12.10pm" begins in the morning.
    if begin > end && begin.len() == 5 {
        let hour: u32 = begin[..2].parse().unwrap_or(0);
        begin = format!("{:02}{}", hour.saturating_sub(12), &begin[2..]);
    }
    let minutes = minute_of(&end)
        .zip(minute_of(&begin))
        .and_then(|(to, from)| to.checked_sub(from));
    Some(Slot {
        words: squash(text),
        start: Some(begin),
        end: Some(end),
        minutes,
    })
}

fn minute_of(time: &str) -> Option<u32> {
    let (hour, minute) = time.split_once(':')?;
    Some(hour.parse::<u32>().ok()? * 60 + minute.parse::<u32>().ok()?)
}

/// "5 mins", "time allocated – 50 minutes", "10 minutes".
fn duration(lower: &str) -> Option<u32> {
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    let (last, before) = words.split_last()?;
    let (number, lead) = before.split_last()?;
    let led = lead.iter().all(|it| {
        matches!(
            *it,
            "time" | "allocated" | "allowed" | "approx" | "approximately" | "duration" | "allotted"
        )
    });
    (matches!(*last, "min" | "mins" | "minutes" | "minute") && led).then(|| number.parse().ok())?
}

/// What a title is when everything glued to it is taken off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// The title alone.
    pub(super) title: String,
    /// Its attachment.
    pub(super) document: Option<(String, String)>,
    /// Its time.
    pub(super) slot: Option<Slot>,
}

/// Takes attachments and time slots off a title.
pub(super) fn title(text: &str) -> Title {
    let mut found = Title::default();
    let mut rest = text.trim();
    for _ in 0..4 {
        if let Some((before, kind, size)) = ending(rest) {
            found.document = Some((kind, size));
            rest = before;
            continue;
        }
        if rest.ends_with([')', ']'])
            && let Some(at) = rest.rfind(['(', '['])
            && let Some(it) = slot(&rest[at..])
        {
            found.slot = Some(it);
            rest = rest[..at].trim_end();
            continue;
        }
        break;
    }
    found.title =
        squash(rest.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–')));
    found
}

/// The place before which a title ends and what the item is for begins, in a line that holds both.
pub(super) fn purpose_at(text: &str) -> Option<usize> {
    PURPOSES
        .iter()
        .filter_map(|it| {
            let mut from = 0;
            while let Some(at) = text.get(from..).and_then(|rest| rest.find(it)) {
                let at = from + at;
                // "Annual Report of the Reviewing Service" is a title.
                let kind = text[..at]
                    .split_whitespace()
                    .next_back()
                    .unwrap_or_default();
                let titled =
                    *it == "Report of" && KINDS.iter().any(|it| kind.eq_ignore_ascii_case(it));
                if at == 0 || text[..at].ends_with(char::is_whitespace) && !titled {
                    return Some(at);
                }
                from = at + it.len();
            }
            None
        })
        .min()
}

/// What a report is called: the word before "Report of" in a title.
const KINDS: [&str; 12] = [
    "annual",
    "quarterly",
    "final",
    "interim",
    "progress",
    "monitoring",
    "performance",
    "update",
    "draft",
    "half-yearly",
    "mid-year",
    "inspection",
];

/// How an agenda says what an item is for.
const PURPOSES: [&str; 30] = [
    "To consider",
    "To receive",
    "To note",
    "To approve",
    "To agree",
    "To provide",
    "To confirm",
    "To discuss",
    "To sign",
    "To review",
    "To inform",
    "To update",
    "To determine",
    "To elect",
    "To appoint",
    "To present",
    "To authorise",
    "To scrutinise",
    "To take",
    "To invite",
    "To enable",
    "To allow",
    "To hear",
    "To resolve",
    "To disclose",
    "Report of",
    "In accordance with",
    "Members are ",
    "The Chairman will announce",
    "Any Member",
];

/// Whether a paragraph says what the item is for.
pub(super) fn is_purpose(text: &str) -> bool {
    PURPOSES.iter().any(|it| begins(text, it))
        || [
            "This report",
            "The Committee will",
            "The Board will",
            "The Panel will",
            "Members will",
            "Joint report of",
            "Presentation by",
            "Presentation from",
            "Verbal update",
            "Members are",
            "The report of",
            "A report of",
            "Please note",
            "Any Member",
        ]
        .iter()
        .any(|it| begins(text, it))
            && !text.contains(" was ")
            && !text.contains(" were ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_lose_what_is_glued_to_them() {
        let found = title("Notes of the Meeting (5 mins) pdf icon PDF 29 KB");
        assert_eq!(found.title, "Notes of the Meeting");
        assert_eq!(found.document, Some(("PDF".into(), "29 KB".into())));
        assert_eq!(found.slot.and_then(|it| it.minutes), Some(5));
        assert_eq!(title("Apologies").title, "Apologies");
        assert_eq!(
            title("Budget (Time allocated – 50 minutes)")
                .slot
                .and_then(|it| it.minutes),
            Some(50)
        );
        assert_eq!(title("Update (2017)").title, "Update (2017)");
    }

    #[test]
    fn slots() {
        let found = slot("2.30 - 2.35pm").expect("a slot");
        assert_eq!(
            (found.start.as_deref(), found.end.as_deref(), found.minutes),
            (Some("14:30"), Some("14:35"), Some(5))
        );
        let noon = slot("11.50 - 12.10pm").expect("a slot");
        assert_eq!(
            (noon.start.as_deref(), noon.minutes),
            (Some("11:50"), Some(20))
        );
        assert_eq!(slot("2017 – 2020"), None);
        assert_eq!(slot("Performance - March"), None);
    }

    #[test]
    fn documents() {
        let found = document(
            "- Cover Sheet for Q2 report, item 4.1 PDF 57 KB",
            Span::default(),
        )
        .expect("a document");
        assert_eq!(
            (
                found.title.as_str(),
                found.kind.as_str(),
                found.size.as_str()
            ),
            ("Cover Sheet for Q2 report", "PDF", "57 KB")
        );
    }
}
