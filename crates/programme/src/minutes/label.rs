//! The words that say what follows: "Minutes:", "Resolved:", "Actions:", "Supporting documents:".

mod action;
mod lead_in;
mod resolved;

use super::wording::{after, begins};
use action::action;
use lead_in::lead_in;
use resolved::resolved;
pub(super) use resolved::within as resolved_within;

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
    /// The number of an action: "3" of "Action 3:".
    pub(super) number: &'a str,
    /// What the label of an action says by the way: "PH" of "Action (PH):".
    pub(super) aside: &'a str,
    /// Label and text stand in brackets.
    pub(super) bracketed: bool,
}

/// Fields of decision records and forward plans, and other labels of pages whose text is neither discussion nor outcome.
pub(super) const FIELDS: [&str; 68] = [
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
    "Subject",
    "Report title",
    "Title",
    "Record of any conflict of interest",
    "Note of dispensation in respect of any declared conflict of interest",
    "Implications of decision",
    "Any conflict of interest declared",
];

/// The label a paragraph begins with.
pub(super) fn read(text: &str) -> Option<Label<'_>> {
    // "**Actions:**" is a label drawn bold.
    action(text)
        .or_else(|| plain(text.trim_start_matches(['*', '_'])))
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
        number: "",
        aside: "",
        bracketed: false,
    })
}

/// Whether a character only says that the words are drawn bold.
fn is_bold(c: char) -> bool {
    matches!(c, '*' | '_')
}

/// Labels with a colon, or alone on their line.
fn plain(text: &str) -> Option<Label<'_>> {
    const LABELS: [(&str, Part); 54] = [
        ("Minutes", Part::Minutes),
        ("Decisions", Part::Decision),
        ("Decision", Part::Decision),
        ("Decision:-", Part::Decision),
        ("Decision taken", Part::Decision),
        ("Decisions taken", Part::Decision),
        ("Decision made", Part::Decision),
        ("Decisions made", Part::Decision),
        ("Decisions agreed", Part::Decision),
        ("Outcome", Part::Decision),
        ("Outcomes", Part::Decision),
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
        ("Action required", Part::Actions),
        ("Actions required", Part::Actions),
        ("Action agreed", Part::Actions),
        ("Agreed action", Part::Actions),
        ("Further action", Part::Actions),
        ("Further actions", Part::Actions),
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
        ("Agreed", Part::Agreed),
        ("Share this item", Part::Page),
    ];
    for (words, part) in LABELS {
        let Some(rest) = after(text, words) else {
            continue;
        };
        let spaced = rest.trim_start_matches(is_bold).trim_start();
        if spaced.is_empty() {
            // Alone on its line a label needs no colon, unless the word is a common heading.
            let alone = !matches!(part, Part::Talk | Part::Purpose)
                && text.trim_end().trim_end_matches(is_bold) == &text[..words.len()];
            let common = matches!(
                words,
                "Documents" | "Resolution" | "Minutes" | "Outcome" | "Outcomes" | "Agreed"
            );
            if alone && !common {
                return label(text, part, &text[text.len()..]);
            }
            continue;
        }
        if let Some(rest) = spaced.strip_prefix(':') {
            let rest = rest.trim_start_matches(is_bold);
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
                .trim_start_matches(is_bold)
                .trim_start()
                .strip_prefix(':')
                .map(|it| it.trim_start_matches(is_bold))
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

#[cfg(test)]
mod tests;
