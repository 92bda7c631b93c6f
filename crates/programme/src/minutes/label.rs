//! The words that say what follows: "Minutes:", "Resolved:", "Actions:", "Supporting documents:".

use super::list_mark;
use super::wording::{after, begins, is_joint};

/// What follows a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// What was said and decided.
    Minutes,
    /// What was decided, kept apart from the minutes.
    Decision,
    /// A resolution.
    Resolved,
    /// What the body agreed, clause by clause.
    Agreed,
    /// What is recommended to somebody.
    Recommended,
    /// What somebody shall do.
    Actions,
    /// Actions that a lead-in sentence announces.
    ActionsAgreed,
    /// What members asked to be given.
    Asked,
    /// News of the actions of a log.
    ActionLog,
    /// Accompanying documents.
    Documents,
    /// What the item is for.
    Purpose,
    /// Another field of the page, whose text is no minutes: reasons, options, author, dates.
    Field,
    /// A heading over discussion: "Discussion:", "Background:".
    Talk,
    /// Words of the page itself: "View the background to item 4.1".
    Page,
}

/// A label and what follows it in its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// What follows.
    pub(super) part: Part,
    /// The label as written.
    pub(super) words: &'a str,
    /// The rest of the paragraph.
    pub(super) rest: &'a str,
}

/// Fields of decision records and forward plans, and other labels of pages whose text is neither discussion nor outcome.
pub(super) const FIELDS: [&str; 61] = [
    "Decision Maker",
    "Decision status",
    "Is Key decision?",
    "Is subject to call in?",
    "Reasons for the decision",
    "Reasons for decision",
    "Reason for decision",
    "Reason for the decision",
    "Reasons for recommendations",
    "Reasons for the recommendations",
    "Reasons for recommendation",
    "Reasons for urgency",
    "Reasons",
    "Alternative options considered",
    "Alternative options considered and rejected",
    "Other options considered",
    "Options considered",
    "Report author",
    "Publication date",
    "Date of decision",
    "Decided at meeting",
    "Effective from",
    "Decision type",
    "Notice of proposed decision first published",
    "Decision due",
    "Lead member",
    "Lead director",
    "Lead officer",
    "Contact",
    "Wards affected",
    "Wards Affected",
    "Divisions Affected",
    "Reason Key",
    "Reason for key decision",
    "Department",
    "Consultees",
    "Consultation process",
    "Consultation",
    "Decision number",
    "Call-in date",
    "Date comments or objections must be received by",
    "Declarations",
    "Urgency",
    "Portfolio holder",
    "Conflicts of interest",
    "Dispensation",
    "Made at meeting",
    "Decision published",
    "Decision made",
    "Decision date",
    "Date of publication",
    "Call-in deadline",
    "Call in deadline",
    "Key decision",
    "Key decision?",
    "Subject to call-in",
    "Subject to call in",
    "Subject to call-in?",
    "Options considered and rejected",
    "Reason(s) for decision",
    "Reasons for the recommendation",
];

/// The label a paragraph begins with.
pub(super) fn read(text: &str) -> Option<Label<'_>> {
    plain(text)
        .or_else(|| resolved(text))
        .or_else(|| lead_in(text))
}

/// Whether a field's name alone on its line is a heading: nothing else is written in those words.
fn is_heading(field: &str) -> bool {
    [
        "Reasons for ",
        "Reason for ",
        "Alternative options",
        "Other options",
    ]
    .iter()
    .any(|it| field.starts_with(it))
}

fn label<'a>(text: &'a str, part: Part, rest: &'a str) -> Option<Label<'a>> {
    let words = text[..text.len() - rest.len()].trim_end();
    Some(Label {
        part,
        words,
        rest: rest.trim(),
    })
}

/// Labels with a colon, or alone on their line.
fn plain(text: &str) -> Option<Label<'_>> {
    const LABELS: [(&str, Part); 40] = [
        ("Minutes", Part::Minutes),
        ("Decisions", Part::Decision),
        ("Decision", Part::Decision),
        ("Decision:-", Part::Decision),
        ("Additional documents", Part::Documents),
        ("Supporting documents", Part::Documents),
        ("Accompanying documents", Part::Documents),
        ("Background documents", Part::Documents),
        ("Background papers", Part::Documents),
        ("Documents", Part::Documents),
        ("Related documents", Part::Documents),
        ("Actions/further information to be provided", Part::Actions),
        ("Actions and further information", Part::Actions),
        ("Actions agreed", Part::Actions),
        ("Agreed actions", Part::Actions),
        ("Action points", Part::Actions),
        ("Action point", Part::Actions),
        ("Actions arising", Part::Actions),
        ("Actions", Part::Actions),
        ("Action(s)", Part::Actions),
        ("Action", Part::Actions),
        ("Action log updates", Part::ActionLog),
        ("Action log update", Part::ActionLog),
        ("Action log", Part::ActionLog),
        ("Action tracker", Part::ActionLog),
        ("Updates on actions", Part::ActionLog),
        ("Recommendations", Part::Recommended),
        ("Recommendation(s)", Part::Recommended),
        ("Recommendation", Part::Recommended),
        ("Recommendations made", Part::Recommended),
        ("Purpose", Part::Purpose),
        ("Purpose of report", Part::Purpose),
        ("Proposal", Part::Field),
        ("Discussion", Part::Talk),
        ("Background", Part::Talk),
        ("Key points", Part::Talk),
        ("Resolution", Part::Resolved),
        ("Resolutions", Part::Resolved),
        ("Resolution(s)", Part::Resolved),
        ("Share this item", Part::Page),
    ];
    for (words, part) in LABELS {
        let Some(rest) = after(text, words) else {
            continue;
        };
        let spaced = rest.trim_start();
        if spaced.is_empty() {
            // Alone on its line a label needs no colon, unless the word is a common heading.
            let alone = !matches!(part, Part::Talk | Part::Purpose)
                && text.trim_end() == &text[..words.len()];
            let common = matches!(words, "Documents" | "Resolution" | "Minutes");
            if alone && !common {
                return label(text, part, rest);
            }
            continue;
        }
        if let Some(rest) = spaced.strip_prefix(':') {
            return label(text, part, rest.trim_start_matches(['-', '–']));
        }
        let dash = spaced
            .strip_prefix('–')
            .or_else(|| spaced.strip_prefix('-'));
        if let Some(rest) = dash
            && matches!(part, Part::Actions | Part::Recommended)
            && (rest.is_empty() || rest.starts_with(char::is_whitespace))
        {
            return label(text, part, rest);
        }
        // "ACTION Director to report"
        if matches!(part, Part::Actions)
            && text.starts_with("ACTION")
            && rest.starts_with(char::is_whitespace)
            && words.len() > 5
        {
            return label(text, part, rest);
        }
    }
    for field in FIELDS {
        if let Some(rest) = after(text, field)
            && let Some(rest) = rest
                .trim_start()
                .strip_prefix(':')
                .or_else(|| field.ends_with('?').then_some(rest))
                // "Reasons for the decision" is a heading of its own too.
                .or_else(|| (is_heading(field) && rest.trim().is_empty()).then_some(rest))
        {
            return label(text, Part::Field, rest.trim_start_matches(':'));
        }
    }
    if begins(text, "View the background to")
        || begins(text, "View the decision")
        || begins(text, "View directions")
        || begins(text, "View the reasons")
    {
        return label(text, Part::Page, "");
    }
    None
}

/// "RESOLVED:", "Resolved –", "RESOLVED - That:", "Resolved that", "2. RESOLVED that", "AGREED:", "RECOMMENDED that",
/// "Resolved to RECOMMEND", "It was RESOLVED that", "The Committee RESOLVED:".
pub(super) fn resolved(text: &str) -> Option<Label<'_>> {
    let bare = list_mark::read(text)
        .filter(|it| {
            it.sort.counts()
                || it.sort == list_mark::Sort::Paragraph
                || it.sort == list_mark::Sort::Bullet
        })
        .map_or(text, |it| it.rest);
    let bare = bare.trim_start_matches(['*', '_', '#', ' ', '"', '“']);
    let opening = opening_body(bare);
    let bare = opening.unwrap_or(bare);
    let word = bare
        .split(|c: char| !c.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    let part = match word {
        "RESOLVED" | "Resolved" => Part::Resolved,
        "resolved" if opening.is_some() => Part::Resolved,
        "AGREED" => Part::Agreed,
        "RECOMMENDED" | "Recommended" => Part::Recommended,
        "recommended" | "RECOMMENDS" if opening.is_some() => Part::Recommended,
        _ => return None,
    };
    let shout = word.bytes().all(|it| it.is_ascii_uppercase());
    let mut rest = bare[word.len()..].trim_start_matches(['*', '_', '"', '”']);
    let mut part = part;
    // "RESOLVED (unanimously)", "RESOLVED (to Council)", "Resolved unanimously"
    for _ in 0..2 {
        let trimmed = rest.trim_start();
        if let Some(inner) = trimmed.strip_prefix('(')
            && let Some(close) = inner.find(')').filter(|it| *it < 40 && *it > 3)
            && super::verb::of_word(&inner[..close].to_ascii_lowercase()).is_none()
        {
            rest = &inner[close + 1..];
        } else if let Some(more) = after(trimmed, "unanimously") {
            rest = more;
        }
    }
    let trimmed = rest.trim_start();
    if part == Part::Resolved
        && let Some(more) =
            after(trimmed, "to recommend").or_else(|| after(trimmed, "to RECOMMEND"))
    {
        part = Part::Recommended;
        rest = more;
    }
    let trimmed = rest.trim_start();
    let open = trimmed.is_empty()
        || trimmed.starts_with([':', '-', '–', '—', ',', ';', '.'])
        || after(trimmed, "that").is_some()
        || after(trimmed, "to").is_some()
        || list_mark::read(trimmed).is_some_and(|it| it.sort.counts());
    if !(open || shout && opening.is_none()) {
        return None;
    }
    if word == "Recommended"
        && !trimmed.starts_with([':', '-', '–'])
        && after(trimmed, "that").is_none()
    {
        return None;
    }
    let rest = trimmed.trim_start_matches(|c: char| is_joint(c) || c == '.');
    label(text, part, rest)
}

/// What stands before "RESOLVED" in "It was RESOLVED", "The Committee unanimously RESOLVED".
fn opening_body(text: &str) -> Option<&str> {
    const OPENINGS: [&str; 18] = [
        "It was",
        "It was unanimously",
        "It was therefore",
        "It was further",
        "IT WAS",
        "The Committee",
        "The Board",
        "The Cabinet",
        "The Panel",
        "The Sub-Committee",
        "The Council",
        "Members",
        "Cabinet",
        "The Commission",
        "The Group",
        "The meeting",
        "The Executive",
        "Councillors",
    ];
    OPENINGS.iter().find_map(|it| {
        let rest = after(text, it)?.trim_start();
        let rest = after(rest, "unanimously")
            .or_else(|| after(rest, "also"))
            .or_else(|| after(rest, "then"))
            .unwrap_or(rest)
            .trim_start();
        (begins(rest, "resolved")
            || begins(rest, "recommended that")
            || begins(rest, "RECOMMENDS")
            || begins(rest, "recommended:"))
        .then_some(rest)
    })
}

/// Sentences that announce a list: "It was agreed as follows:", "The following actions were agreed within the plan:".
fn lead_in(text: &str) -> Option<Label<'_>> {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–'));
    if !end.ends_with(':') || text.len() > 400 {
        return None;
    }
    let lower = end.to_ascii_lowercase();
    let has = |it: &str| lower.contains(it);
    let part = if (has("following action")
        && (has("agreed") || has("identified") || has("noted") || has("were")))
        || has("actions agreed")
        || has("actions were agreed")
    {
        Part::ActionsAgreed
    } else if has("agreed as follows") || ends_agreed(&lower) {
        Part::Agreed
    } else if (has("asked for the following")
        || has("requested the following")
        || has("following information"))
        && (has("asked") || has("requested"))
    {
        Part::Asked
    } else if (has("following recommendation") && (has("made") || has("agreed") || has("make"))
        || has("recommended as follows")
        || has("made the following recommendations"))
        && !has("considered the following")
    {
        Part::Recommended
    } else {
        return None;
    };
    label(text, part, "")
}

/// "It was agreed that:", "The Board agreed:", "Agreed that", "Members agreed to:".
fn ends_agreed(lower: &str) -> bool {
    let stem = lower.trim_end_matches(|c: char| is_joint(c));
    let stem = ["that the following", "the following", "that", "to"]
        .iter()
        .find_map(|it| stem.strip_suffix(it))
        .unwrap_or(stem)
        .trim_end();
    stem.ends_with("agreed") && super::wording::count(stem) <= 8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn holds(text: &str, part: Part, rest: &str) {
        let found = read(text);
        assert_eq!(
            found.map(|it| (it.part, it.rest.to_owned())),
            Some((part, rest.to_owned())),
            "{text}"
        );
    }

    #[test]
    fn labels_as_councils_write_them() {
        holds("Minutes:", Part::Minutes, "");
        holds(
            "Resolved:  The minutes were approved.",
            Part::Resolved,
            "The minutes were approved.",
        );
        holds("RESOLVED - That:", Part::Resolved, "That:");
        holds("Resolved: That the;", Part::Resolved, "That the;");
        holds(
            "2. RESOLVED that the report be noted",
            Part::Resolved,
            "that the report be noted",
        );
        holds(
            "RESOLVED, that – the report be noted",
            Part::Resolved,
            "that – the report be noted",
        );
        holds(
            "RESOLVED (unanimously) that it be",
            Part::Resolved,
            "that it be",
        );
        holds("Resolved (i) note", Part::Resolved, "(i) note");
        holds("It was RESOLVED:", Part::Resolved, "");
        holds(
            "Resolved to RECOMMEND:  (to Council)",
            Part::Recommended,
            "(to Council)",
        );
        holds("It was agreed as follows:", Part::Agreed, "");
        holds("It was agreed that: -", Part::Agreed, "");
        holds("The Board agreed:", Part::Agreed, "");
        holds(
            "AGREED: that officers report",
            Part::Agreed,
            "that officers report",
        );
        holds(
            "Action:\u{a0} Partners were asked",
            Part::Actions,
            "Partners were asked",
        );
        holds("Actions:", Part::Actions, "");
        holds("Action Log Updates", Part::ActionLog, "");
        holds(
            "The following actions were agreed within the plan:",
            Part::ActionsAgreed,
            "",
        );
        holds("Supporting documents:", Part::Documents, "");
        holds("Is Key decision?: No", Part::Field, "No");
        holds(
            "Members asked for the following information to be in the report in March:",
            Part::Asked,
            "",
        );
    }

    #[test]
    fn sentences_that_only_use_the_words() {
        for text in [
            "Resolved complaints rose by a tenth.",
            "The plan will resolve the issues.",
            "Action plans to be included in areas of weakness",
            "Decisions about children were taken late.",
            "Minutes of the last meeting",
            "Actions taken since the visit were listed.",
            "The Board had agreed the plan in May.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
