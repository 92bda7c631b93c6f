//! What kind of page it is, and whose meeting, when and where.

mod matrix;
mod name;

use super::attachment;
use super::line::{Line, tag_length};
use super::table::Tables;
use super::whole::{Kind, Meeting};
use super::wording::{after, begins, count, find_words, squash};
use crate::dates;
pub(super) use matrix::is_matrix;
use name::without_kind;

/// How many lines from the top may say what the page is: a saved page begins with the site's menu.
const TOP: usize = 40;

/// The kind of page and the line that says so.
pub(super) fn kind(lines: &[Line<'_>], tables: &Tables) -> (Kind, Option<usize>) {
    let top = || {
        lines
            .iter()
            .enumerate()
            // "Agenda item" over a column of a table does not say what the page is.
            .filter(|it| !it.1.text.is_empty() && tables.at(it.0).is_none())
            .take(TOP)
    };
    for (at, line) in top() {
        let lower = line.text.to_ascii_lowercase();
        let found = match lower.trim_start_matches(['#', ' ']).trim_end_matches(':') {
            "agenda item" => Some(Kind::AgendaItem),
            "issue - meetings" | "issue – meetings" => Some(Kind::Issue),
            "issue details" => Some(Kind::ForwardPlan),
            "issue - decisions" | "issue – decisions" => Some(Kind::DecisionText),
            "decision details" => Some(Kind::Decision),
            "delegated decisions"
            | "decisions list"
            | "decision list"
            | "officer decisions"
            | "decisions published"
            | "cabinet member decisions"
            | "executive decisions"
            | "officer delegated decisions"
            | "browse decisions"
            | "recent decisions" => Some(Kind::DecisionList),
            "meeting documents" => Some(Kind::LegacyMeeting),
            "agenda and minutes"
            | "agenda and draft minutes"
            | "draft minutes"
            | "minutes"
            | "agenda, decisions and minutes"
            | "agenda and decisions"
            | "agenda, decisions and draft minutes"
            | "agenda"
            | "printed minutes"
            | "decisions"
            | "agenda and notes"
            | "notes" => Some(Kind::MeetingPage),
            _ => None,
        };
        if let Some(kind) = found {
            // "Minutes:" is the label of one item's minutes, "Minutes" a page's heading.
            if lower.ends_with(':') && !matches!(kind, Kind::AgendaItem) {
                continue;
            }
            // "Decisions" stands over a meeting's page and over a list of decisions.
            let kind = if kind == Kind::MeetingPage
                && lower.contains("decision")
                && lines[at..].iter().any(|it| is_listed_decision(it.text))
            {
                Kind::DecisionList
            } else {
                kind
            };
            return (kind, Some(at));
        }
    }
    if lines
        .iter()
        .any(|it| tag_length(it.text) == Some(it.text.len()) && !it.text.is_empty())
    {
        return (Kind::PrintedMinutes, None);
    }
    let has = |test: &dyn Fn(&str) -> bool| top().any(|it| test(it.1.text));
    if has(&|it| begins(it, "Meeting: ") && dates::first_date(it).is_some()) {
        return (Kind::Issue, None);
    }
    if top().filter(|it| is_listed_decision(it.1.text)).count() > 0 {
        return (Kind::DecisionList, None);
    }
    if has(&|it| begins(it, "Decision Maker:") || begins(it, "Date of decision:")) {
        return (Kind::Decision, None);
    }
    if has(&|it| {
        begins(it, "Decision due:") || begins(it, "Notice of proposed decision first published")
    }) {
        return (Kind::ForwardPlan, None);
    }
    if has(&|it| it == "No. Item" || it == "No." || begins(it, "Venue:")) {
        return (Kind::MeetingPage, None);
    }
    if has(&|it| is_printed_title(it)) {
        return (Kind::PrintedMinutes, None);
    }
    if has(&|it| meeting_line(it).is_some()) {
        return (Kind::AgendaItem, None);
    }
    let first = top().next().map_or("", |it| it.1.text);
    let bare = super::list_mark::read(first).map_or(first, |it| it.rest);
    if after(bare, "That").is_some() {
        return (Kind::DecisionText, None);
    }
    if super::attendance::heading(first)
        .is_some_and(|it| it.1.is_empty() && begins(first, "present"))
        || has(&|it| it == "Present:" || it == "PRESENT:" || it == "Present")
        || has(&|it| begins(it, "PRESENT:") && super::attendance::heading(it).is_some())
    {
        return (Kind::PrintedMinutes, None);
    }
    if has(&|it| it == "Minutes:") {
        return (Kind::AgendaItem, None);
    }
    (Kind::Text, None)
}

/// "Minutes of the Meeting held on …", "MINUTES of a meeting of the … held at …", "Notes of the meeting".
pub(super) fn is_printed_title(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let opens = [
        "minutes of the meeting",
        "minutes of a meeting",
        "minutes of meeting",
        "notes of the meeting",
        "notes of a meeting",
        "at a meeting of",
    ]
    .iter()
    .any(|it| lower.starts_with(it));
    let dated = lower.starts_with("minutes of") && find_words(&lower, "held").is_some();
    let past = ["previous", "last meeting", "last meetings"]
        .iter()
        .any(|it| find_words(&lower, it).is_some());
    (opens || dated) && !past && text.len() < 400 && !text.ends_with("KB")
}

/// "14/03/2018 - Title ref: 15981    Recommendations Approved".
pub(super) fn is_listed_decision(text: &str) -> bool {
    dates::first_date(text).is_some_and(|it| it.start == 0)
        && find_words(&text.to_ascii_lowercase(), "ref").is_some()
}

/// "- Meeting of Overview & Scrutiny Committee, Monday, 17th December, 2018 6.30 p.m. (Item 4.1)".
pub(super) fn meeting_line(text: &str) -> Option<Meeting> {
    let text = super::list_mark::read(text).map_or(text, |it| it.rest);
    let rest = after(text, "Meeting of")?.trim();
    let date = dates::first_date(rest)?;
    let weekday = weekday_before(&rest[..date.start]);
    let mut meeting = Meeting {
        body: squash(rest[..weekday].trim().trim_end_matches([',', '-', ' '])),
        ..Meeting::default()
    };
    fill(&mut meeting, rest);
    meeting.item_number = item_number(rest);
    Some(meeting)
}

/// "Meeting: 22/03/2010 - Children and Families Scrutiny Committee (Item 89)".
pub(super) fn issue_meeting(text: &str) -> Option<Meeting> {
    let rest = after(text, "Meeting:")?.trim();
    let date = dates::first_date(rest)?;
    let body =
        rest[date.end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–'));
    let cut = body.rfind("(Item").unwrap_or(body.len());
    Some(Meeting {
        body: squash(&body[..cut]),
        date: date.day,
        date_words: squash(&rest[date.start..date.end]),
        item_number: item_number(rest),
        ..Meeting::default()
    })
}

fn item_number(text: &str) -> String {
    let Some(at) = text.rfind("(Item") else {
        return String::new();
    };
    let rest = text[at + 5..].trim_start();
    let end = rest.find(')').unwrap_or(rest.len());
    rest[..end].trim().trim_end_matches('.').to_owned()
}

/// Where a weekday right before a date begins; the end of the text when there is none.
fn weekday_before(text: &str) -> usize {
    let trimmed = text.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
    let at = trimmed
        .rfind(|c: char| c.is_whitespace() || c == ',')
        .map_or(0, |it| {
            it + trimmed[it..].chars().next().map_or(1, char::len_utf8)
        });
    let word = trimmed[at..].to_ascii_lowercase();
    let is = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
    ]
    .contains(&word.as_str());
    if is { at } else { text.len() }
}

/// Takes date and time of a line into a meeting.
fn fill(meeting: &mut Meeting, line: &str) {
    if meeting.date_words.is_empty()
        && let Some(date) = dates::first_date(line)
    {
        let from = weekday_before(&line[..date.start]);
        meeting.date_words = squash(&line[from.min(date.start)..date.end]);
        meeting.date = date.day;
        if meeting.time.is_empty()
            && let Some((_, _, time)) = dates::first_time(&line[date.end..])
        {
            meeting.time = time;
        }
    }
    if meeting.time.is_empty()
        && let Some((_, _, time)) = dates::first_time(line)
    {
        meeting.time = time;
    }
}

/// Reads one line of a page's head into the meeting; whether it belonged there.
pub(super) fn head_line(meeting: &mut Meeting, text: &str, kind: Kind) -> bool {
    const FIELDS: [(&str, u8); 16] = [
        ("Venue", 0),
        ("Location", 0),
        ("Place", 0),
        ("Contact", 1),
        ("Clerk", 1),
        ("Date and time", 2),
        ("Meeting date", 2),
        ("Date of meeting", 2),
        ("Date", 2),
        ("Time", 2),
        ("Meeting", 3),
        ("Committee", 3),
        ("Name of meeting", 3),
        ("Body", 3),
        ("Start time", 2),
        ("Board", 3),
    ];
    if let Some(found) = meeting_line(text) {
        let contact = std::mem::take(&mut meeting.contact);
        *meeting = Meeting { contact, ..found };
        return true;
    }
    for (name, field) in FIELDS {
        let Some(rest) = after(text.trim_start_matches('*'), name)
            .and_then(|it| it.trim_start_matches(['*', ' ']).strip_prefix(':'))
        else {
            continue;
        };
        let value = squash(rest.trim_start_matches('*'));
        match field {
            0 => {
                meeting.place = squash(
                    value
                        .split(". View directions")
                        .next()
                        .unwrap_or(&value)
                        .trim_end_matches("View directions"),
                )
            }
            1 => meeting.contact = value,
            2 => fill(meeting, &value),
            _ if meeting.body.is_empty() => meeting.body = value,
            _ => {}
        }
        return true;
    }
    if is_printed_title(text) {
        printed(meeting, text);
        return true;
    }
    let date = dates::first_date(text).filter(|it| it.day.is_some());
    if let Some(date) = date
        && meeting.date_words.is_empty()
        && text.len() < 240
    {
        let from = weekday_before(&text[..date.start]).min(date.start);
        let body = text[..from]
            .trim()
            .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | ',' | ':'));
        let sentence = text.ends_with('.') && !text.ends_with(".m.");
        if sentence || begins(text, "Publication") {
            return false;
        }
        // "held on 3 May 2018", under the name of the body
        let only_held = matches!(
            body.to_ascii_lowercase().as_str(),
            "held on" | "held" | "on" | "meeting held on" | "meeting held" | "meeting on"
        );
        if meeting.body.is_empty() && !body.is_empty() && !only_held {
            meeting.body = squash(body);
        }
        fill(meeting, text);
        let tail = &text[date.end..];
        if let Some(at) = find_words(tail, "in") {
            meeting.place = squash(&tail[at + 2..]);
        } else if only_held && meeting.place.is_empty() {
            meeting.place = squash(place_in(text).trim_end_matches(['.', ',']));
        }
        return true;
    }
    if meeting.time.is_empty()
        && text.len() < 24
        && dates::first_time(text).is_some_and(|it| it.0 == 0)
    {
        fill(meeting, text);
        return true;
    }
    if meeting.time.is_empty()
        && text.len() < 24
        && let Some(time) = attachment::slot(text)
            .and_then(|it| it.start)
            .or_else(|| hours(text))
    {
        meeting.time = time;
        return true;
    }
    // The body's name stands alone at the top; below a council's name, its committee's.
    let titled = !matches!(
        kind,
        Kind::AgendaItem | Kind::Issue | Kind::Decision | Kind::DecisionText | Kind::ForwardPlan
    );
    let text = ["taken by the", "taken by", "decisions of the"]
        .iter()
        .find_map(|it| {
            Some(
                text.get(find_words(&text.to_ascii_lowercase(), it)? + it.len()..)?
                    .trim(),
            )
        })
        .unwrap_or(text);
    let above = meeting.body.to_ascii_lowercase();
    let of_council = above.ends_with("council") && above.split(' ').count() > 1;
    let committee = !text.to_ascii_lowercase().ends_with("council") && count(text) <= 12;
    if titled
        && (meeting.body.is_empty() || of_council && committee)
        && text.len() < 140
        && !text.ends_with(['.', ':', ';'])
        && names_a_body(text)
    {
        let text = ["Minutes of the", "Minutes of", "Notes of the"]
            .iter()
            .find_map(|it| after(text, it))
            .map_or(text, str::trim);
        meeting.body = squash(without_kind(text));
        return true;
    }
    false
}

/// "10.00 – 12.00": hours without "am" and "pm".
fn hours(text: &str) -> Option<String> {
    let (from, to) = text.split_once(['-', '–'])?;
    let time = |it: &str| -> Option<String> {
        let (hour, minute) = it.trim().split_once(['.', ':'])?;
        let (hour, minute): (u32, u32) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then(|| format!("{hour:02}:{minute:02}"))
    };
    time(to)?;
    time(from)
}

/// Whether words name a board or committee.
pub(super) fn names_a_body(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    [
        "board",
        "committee",
        "panel",
        "cabinet",
        "partnership",
        "executive",
        "forum",
        "group",
        "commission",
        "council",
        "trust",
        "sub-committee",
        "decision day",
        "subcommittee",
    ]
    .iter()
    .any(|it| find_words(&lower, it).is_some())
}

/// "Minutes of the Meeting held on Tuesday, 10th October, 2017 at 2.30 pm in Room B", "MINUTES of a meeting of the Panel
/// held at County Hall on 3 May 2018".
fn printed(meeting: &mut Meeting, text: &str) {
    let lower = text.to_ascii_lowercase();
    let held = find_words(&lower, "held");
    let date = dates::first_date(text);
    {
        let start = [
            "meeting of the",
            "meeting of",
            "minutes of the",
            "minutes of",
        ]
        .iter()
        .find_map(|it| find_words(&lower, it).map(|at| at + it.len()));
        let end = held
            .or_else(|| date.map(|it| weekday_before(&text[..it.start]).min(it.start)))
            .unwrap_or(text.len());
        if let Some(body) = start.and_then(|it| text.get(it..end)) {
            let body = body
                .trim()
                .trim_matches(|c: char| matches!(c, ',' | '-' | '–') || c.is_whitespace());
            let bare = !matches!(
                body.to_ascii_lowercase().as_str(),
                "" | "meeting" | "the meeting" | "a meeting"
            );
            if bare && names_a_body(body) {
                meeting.body = squash(body);
            }
        }
    }
    fill(meeting, text);
    if meeting.place.is_empty()
        && let Some(held) = held
    {
        let tail = &text[held..];
        let place = place_in(tail);
        meeting.place = squash(place.trim_end_matches(['.', ',']));
    }
}

/// Where a meeting was held, in "held on … at 2.30 pm in Room B" and "held at County Hall on …".
fn place_in(tail: &str) -> &str {
    let time_end = dates::first_time(tail).map(|it| it.1);
    let date = dates::first_date(tail);
    let last = time_end
        .into_iter()
        .chain(date.map(|it| it.end))
        .max()
        .unwrap_or(0);
    let after_both =
        tail[last..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.'));
    for word in ["in the", "in", "at the", "at", "via"] {
        if let Some(rest) = after(after_both, word) {
            return rest.trim();
        }
    }
    let lower = tail.to_ascii_lowercase();
    if let (Some(at), Some(date)) = (
        find_words(&lower, "at").or_else(|| find_words(&lower, "in")),
        date,
    ) && at < date.start
    {
        let until = find_words(&lower[at..], "on")
            .map_or(weekday_before(&tail[..date.start]).min(date.start), |it| {
                at + it
            });
        return tail[at + 2..until.max(at + 2)].trim().trim_end_matches(',');
    }
    ""
}

#[cfg(test)]
mod tests;
