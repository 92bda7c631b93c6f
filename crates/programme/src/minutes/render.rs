//! Minutes as text again: in council style, with the tags that ModernGov takes, and as Markdown. What is read of either is
//! the same items, outcomes and actions.

use super::action::Action;
use super::item::{Item, Outcome, Verb};
use super::person::{Person, Status};
use super::piece::{Confidence, Span};
use super::resolution::{self, Clause, Making};
use super::whole::Minutes;
use super::{attachment, owner, verb};
use std::fmt::Write as _;

/// How minutes are written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Printed minutes: `<AI1>` tags, "Resolved:", tables with tabs.
    Council,
    /// Headings with `#`, lists with `-`.
    Markdown,
}

/// Writes minutes out. Discussion is left out: the minutes that were read keep it in their pieces.
#[must_use]
pub fn render(minutes: &Minutes, style: Style) -> String {
    let mut out = String::new();
    head(&mut out, minutes, style);
    for (at, item) in minutes.items.iter().enumerate() {
        match style {
            Style::Council => {
                let _ = writeln!(out, "<AI{}>\n", at + 1);
                if !item.number.is_empty() {
                    let _ = writeln!(out, "\t{}.  ", item.number);
                }
                let _ = writeln!(out, "\t{}\n\n\n", titled(item));
                body(&mut out, item, style, 3);
                let _ = writeln!(out, "</AI{}>\n", at + 1);
            }
            Style::Markdown => {
                let number = if item.number.is_empty() {
                    String::new()
                } else {
                    format!("{}. ", item.number)
                };
                let _ = writeln!(out, "## {number}{}\n", titled(item));
                body(&mut out, item, style, 3);
            }
        }
    }
    out
}

fn titled(item: &Item) -> &str {
    if item.title.is_empty() {
        "Untitled item"
    } else {
        &item.title
    }
}

fn head(out: &mut String, minutes: &Minutes, style: Style) {
    let meeting = &minutes.meeting;
    let hash = if style == Style::Markdown { "# " } else { "" };
    if !meeting.body.is_empty() {
        let _ = writeln!(out, "{hash}{}\n", meeting.body);
    }
    let day = meeting.date.map(|it| it.words());
    if let Some(day) = day {
        let at = if meeting.time.is_empty() {
            String::new()
        } else {
            format!(" at {}", meeting.time)
        };
        let place = if meeting.place.is_empty() {
            String::new()
        } else {
            format!(" in {}", meeting.place)
        };
        let _ = writeln!(out, "Minutes of the Meeting held on {day}{at}{place}\n");
    }
    const LISTS: [(Status, &str); 8] = [
        (Status::Present, "Present"),
        (Status::Substitute, "Substitutes"),
        (Status::InAttendance, "In attendance"),
        (Status::Officer, "Officers"),
        (Status::Observer, "Observers"),
        (Status::Witness, "Witnesses"),
        (Status::Apologies, "Apologies"),
        (Status::Absent, "Absent"),
    ];
    for (status, heading) in LISTS {
        let people: Vec<&Person> = minutes
            .people
            .iter()
            .filter(|it| it.status == status && it.item.is_empty())
            .collect();
        if people.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{heading}:");
        for person in people {
            let gone = person.instead_of.as_deref();
            let gone = gone.map_or_else(String::new, |it| format!("(for {it})"));
            let role = format!("{} {gone}", person.role);
            let role = role.trim();
            match style {
                Style::Council => {
                    let _ = writeln!(out, "\t{}\n\t{role}\n", person.name);
                }
                Style::Markdown if role.is_empty() => {
                    let _ = writeln!(out, "- {}", person.name);
                }
                Style::Markdown => {
                    let _ = writeln!(out, "- {} – {role}", person.name);
                }
            }
        }
        out.push('\n');
    }
}

fn body(out: &mut String, item: &Item, style: Style, depth: usize) {
    let before = out.len();
    if let Some(purpose) = item
        .purpose
        .as_deref()
        .filter(|it| attachment::is_purpose(it))
    {
        let _ = writeln!(out, "{purpose}\n");
    }
    // Paragraphs that say softly what was read from them, each once, as they stood.
    let mut paragraphs: Vec<(Span, &str)> = item
        .promises
        .iter()
        .map(|it| (it.at, it.text.as_str()))
        .collect();
    paragraphs.extend(item.questions.iter().map(|it| (it.at, it.text.as_str())));
    paragraphs.extend(
        item.outcomes
            .iter()
            .filter(|it| !sure(it))
            .map(|it| (it.at, it.words.as_str())),
    );
    paragraphs.extend(
        item.actions
            .iter()
            .filter(|it| it.confidence == Confidence::Suggested)
            .map(|it| (it.at, it.words.as_str())),
    );
    paragraphs.sort_by_key(|it| (it.0.start, std::cmp::Reverse(it.1.len())));
    paragraphs.dedup_by_key(|it| it.0.start);
    for (_, words) in paragraphs {
        let _ = writeln!(
            out,
            "{}\n",
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        );
    }
    outcomes(out, item, style);
    actions(out, item, style);
    if !item.log_updates.is_empty() {
        let _ = writeln!(out, "Action Log Updates\n");
        for it in &item.log_updates {
            let _ = writeln!(out, "Item {} – {} – {}\n", it.number, it.title, it.update);
        }
    }
    if out.len() == before && !item.items.is_empty() {
        let _ = writeln!(out, "Minutes:\n");
    } else if out.len() == before {
        let _ = writeln!(out, "(Nothing was recorded under this heading.)\n");
    }
    for part in &item.items {
        let number = part.number.trim_matches(['(', ')']);
        match style {
            Style::Council => {
                let _ = writeln!(out, "{number})  {}\n", titled(part));
            }
            Style::Markdown => {
                let _ = writeln!(
                    out,
                    "{} {number}) {}\n",
                    "#".repeat(depth.min(6)),
                    titled(part)
                );
            }
        }
        body(out, part, style, depth + 1);
    }
    if !item.documents.is_empty() {
        let _ = writeln!(out, "Supporting documents:");
        for it in &item.documents {
            let _ = writeln!(
                out,
                "{}",
                format!("- {} {} {}", it.title, it.kind, it.size).trim_end()
            );
        }
        out.push('\n');
    }
}

fn sure(outcome: &Outcome) -> bool {
    outcome.confidence == Confidence::Certain
}

/// Whether a clause, read again as a resolution, is this one outcome.
fn reads_back(outcome: &Outcome) -> bool {
    let clause = Clause {
        mark: "",
        stem: String::new(),
        text: &outcome.text,
        terms: String::new(),
    };
    let how = Making {
        verb: None,
        split: true,
        confidence: Confidence::Certain,
        resolution: 1,
    };
    let again = resolution::outcomes(&outcome.text, &clause, how);
    again.len() == 1
        && again[0].verb == outcome.verb
        && resolution::inline_list(&outcome.text).is_none()
}

fn outcomes(out: &mut String, item: &Item, style: Style) {
    let bullet = if style == Style::Markdown {
        "- "
    } else {
        "·  "
    };
    let mut rest: &[Outcome] = &item.outcomes;
    while let Some(first) = rest.first() {
        let end = rest
            .iter()
            .position(|it| it.resolution != first.resolution || sure(it) != sure(first))
            .unwrap_or(rest.len());
        let (group, after) = rest.split_at(end);
        rest = after;
        if !sure(first) {
            continue;
        }
        if group.iter().all(|it| it.verb == Verb::Recommended) {
            let _ = writeln!(out, "Recommendations:\n");
            for (at, it) in group.iter().enumerate() {
                let _ = writeln!(out, "{}.  {}\n", at + 1, it.text);
            }
        } else if group.iter().all(reads_back) {
            if let [one] = group {
                let _ = writeln!(out, "Resolved:  {}\n", one.text);
            } else {
                let _ = writeln!(out, "Resolved:\n");
                for (at, it) in group.iter().enumerate() {
                    let _ = writeln!(out, "({})  {}\n", at + 1, it.text);
                }
            }
        } else {
            for it in group {
                if it.verb == Verb::Agreed && verb::of_clause(&it.text) != Verb::Agreed {
                    let _ = writeln!(out, "It was agreed that {}\n", it.text);
                } else {
                    let _ = writeln!(out, "It was agreed as follows:\n\n{bullet}{}\n", it.text);
                }
            }
        }
    }
}

fn actions(out: &mut String, item: &Item, style: Style) {
    let bullet = if style == Style::Markdown {
        "- "
    } else {
        "·  "
    };
    let all: Vec<&Action> = item
        .actions
        .iter()
        .filter(|it| it.confidence != Confidence::Suggested)
        // The action log has its own words.
        .filter(|it| item.log_updates.iter().all(|log| log.at != it.at))
        .collect();
    if all.is_empty() {
        return;
    }
    let _ = writeln!(out, "Actions:\n");
    for action in all {
        let read = owner::split(&action.text);
        let owners = action.owners.join("/");
        let line = if action.text.is_empty() {
            owners
        } else if read.owners == action.owners {
            action.text.clone()
        } else {
            format!("{} – {owners}", action.text.trim_end_matches('.'))
        };
        let _ = writeln!(out, "{bullet}{line}\n");
    }
}
