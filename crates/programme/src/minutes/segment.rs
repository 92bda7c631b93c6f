//! Where one item of the agenda ends and the next begins.

mod numbered;
mod pages;
mod unnumbered;

use super::block::Marked;
use super::line::{Line, tag_length};
use super::list_mark::{self, Sort};
use super::source::{Source, What};
use super::table::{Column, Tables};
use super::whole::{Kind, Meeting};
use super::wording::count;
use super::{attachment, label};
use numbered::{Style, alone_at, named, numbered};
use pages::{issues, listed, single};
use std::ops::Range;
use unnumbered::{rows, unnumbered, whole};

/// An item before it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Segment {
    /// The lines of its heading.
    pub(super) heading: Range<usize>,
    /// The lines of its text.
    pub(super) body: Range<usize>,
    /// Its number as written.
    pub(super) number: String,
    /// Its title as written, with what is glued to it.
    pub(super) title: String,
    /// Another meeting than the page's.
    pub(super) meeting: Option<Meeting>,
    /// The markup or the page says that an item begins here.
    pub(super) certain: bool,
    /// A heading over several items.
    pub(super) section: bool,
    /// Title and purpose stand in one line.
    pub(super) flat: bool,
    /// It is not for the public.
    pub(super) restricted: bool,
}

/// A place where an item begins.
struct Start {
    line: usize,
    body: usize,
    segment: Segment,
}

/// The items of a page, and where its head ends.
pub(super) fn segments(
    source: &Source,
    lines: &[Line<'_>],
    marked: &[Marked],
    tables: &Tables,
    kind: Kind,
    labelled: Option<usize>,
) -> (usize, Vec<Segment>) {
    let starts = if source
        .marks
        .iter()
        .any(|it| matches!(it.what, What::Item { .. }))
    {
        from_marks(source, lines)
    } else if labelled.is_none() && lines.iter().any(|it| it.hashes == 2) {
        headings(lines)
    } else {
        match kind {
            Kind::AgendaItem | Kind::Decision | Kind::DecisionText | Kind::ForwardPlan => {
                vec![single(lines, labelled, kind)]
            }
            Kind::Issue => issues(lines, labelled),
            Kind::DecisionList => listed(lines),
            Kind::MeetingList | Kind::AttendanceTable => Vec::new(),
            Kind::Text | Kind::PrintedMinutes | Kind::MeetingPage | Kind::LegacyMeeting => {
                match of_tables(lines, tables) {
                    rows if rows.is_empty() => meeting(lines, marked, kind),
                    rows => rows,
                }
            }
        }
    };
    let head = starts.first().map_or(lines.len(), |it| it.line);
    let ends: Vec<usize> = starts
        .iter()
        .skip(1)
        .map(|it| it.line)
        .chain([lines.len()])
        .collect();
    let segments = starts
        .into_iter()
        .zip(ends)
        .map(|(start, end)| Segment {
            heading: start.line..start.body.min(end),
            body: start.body.min(end)..end,
            ..start.segment
        })
        .collect();
    (head, segments)
}

fn next_filled(lines: &[Line<'_>], from: usize) -> Option<usize> {
    (from..lines.len())
        .take(40)
        .find(|it| !lines[*it].text.is_empty())
}

fn from_marks(source: &Source, lines: &[Line<'_>]) -> Vec<Start> {
    let mut found = Vec::new();
    let mut at = 0;
    for mark in &source.marks {
        let What::Item { number, title } = &mark.what else {
            continue;
        };
        while at < lines.len() && lines[at].at.start < mark.at.start {
            at += 1;
        }
        let restricted = source.marks.iter().any(|it| {
            it.what == What::Restricted
                && it.at.start >= mark.at.start
                && it.at.start < mark.at.end.max(mark.at.start + 1)
        });
        let mut body = at;
        let (number, title) = (number.trim().trim_end_matches('.'), title.trim());
        while body < lines.len() && body < at + 8 {
            let text = lines[body].text;
            let bare = text.trim_end_matches('.');
            let own = text.is_empty()
                || bare == number
                || text == title
                || title.contains(text) && text.len() > 3
                || (text.starts_with(number) && text.ends_with(title));
            if !own {
                break;
            }
            body += 1;
        }
        found.push(Start {
            line: at,
            body,
            segment: Segment {
                number: if number == "0" {
                    String::new()
                } else {
                    number.to_owned()
                },
                title: title.to_owned(),
                certain: true,
                section: number.is_empty() || number == "0",
                restricted,
                ..Segment::default()
            },
        });
    }
    found
}

/// "79 Children's Services Plan PDF 212 KB": the number fused to the title.
fn fused(text: &str) -> Option<(&str, &str)> {
    let digits = text
        .bytes()
        .take_while(|it| it.is_ascii_alphanumeric() || matches!(it, b'/' | b'.'))
        .count();
    let (number, rest) = text.split_at(digits);
    let bare = number.trim_end_matches('.');
    let title = rest.trim_start();
    let spaced = rest.starts_with(char::is_whitespace);
    // "221 (28) SCRUTINY OVERVIEW": the year's number and the panel's.
    let title = title
        .strip_prefix('(')
        .and_then(|it| it.split_once(')'))
        .filter(|it| it.0.len() < 5 && it.0.bytes().all(|it| it.is_ascii_digit()))
        .map_or(title, |it| it.1.trim_start());
    ((is_number(bare) || is_lettered(bare))
        && spaced
        && title
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || matches!(c, '\'' | '"' | '‘' | '“'))
        && crate::dates::month_number(title.split(' ').next().unwrap_or_default()).is_none())
    .then_some((bare, title))
}

/// Whether words are an item's number: "7", "3a", "4.1", "1/21", "77/21".
fn is_number(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return false;
    }
    let rest = &text[digits..];
    let tail = rest.strip_prefix(['/', '.']);
    match tail {
        Some(tail) => {
            !tail.is_empty() && tail.len() <= 4 && tail.bytes().all(|it| it.is_ascii_digit())
        }
        None => {
            rest.is_empty()
                || (rest.len() == 1
                    && rest
                        .bytes()
                        .all(|it| it.is_ascii_lowercase() || it.is_ascii_uppercase()))
        }
    }
}

/// The part of a number that grows: 41 of "41", "41/23", "CAB/23/41" and "CYP41/23".
fn main_number(text: &str) -> u32 {
    let groups: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|it| !it.is_empty())
        .filter_map(|it| it.parse().ok())
        .collect();
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let glued = text[letters..].starts_with(|c: char| c.is_ascii_digit());
    match groups[..] {
        [first, last] if letters > 0 && !glued => {
            let year = |it: u32| (10..40).contains(&(it % 100)) && !(100..=1999).contains(&it);
            if year(last) && !year(first) {
                first
            } else {
                last
            }
        }
        [first, ..] => first,
        [] => 0,
    }
}

/// Whether words are a minute's number with the committee's letters: "CAB/23/41", "HWB.12", "CYP41/23".
fn is_lettered(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = &text[letters..];
    let marks = rest.bytes().filter(|it| matches!(it, b'/' | b'.')).count();
    (2..=6).contains(&letters)
        && (1..=2).contains(&marks)
        && rest
            .split(['/', '.'])
            .skip(usize::from(rest.starts_with(['/', '.'])))
            .all(|it| (1..=4).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit()))
}

/// A number alone on its line, without what closes it.
fn number_alone(text: &str) -> Option<&str> {
    let bare = text.trim_end_matches(['.', ')', ':']).trim_end();
    ((is_number(bare) || is_lettered(bare)) && text.len() - bare.len() <= 2 && bare.len() <= 12)
        .then_some(bare)
}

/// Whether a line could be a title: it is short, begins big, and does not read as a sentence or a clause.
fn is_title(text: &str) -> bool {
    let bare = attachment::title(text).title;
    let sentence = bare.ends_with(['.', ';', ',']) && !bare.ends_with("etc.")
        || bare.ends_with(':') && count(&bare) > 5;
    let clause = [
        "That ", "that ", "To note", "RESOLVED", "Resolved", "note ", "approve ",
    ]
    .iter()
    .any(|it| bare.starts_with(it));
    !bare.is_empty()
        && bare.len() <= 220
        && count(&bare) <= 32
        && !sentence
        && !clause
        && bare
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// The items that are rows of tables. A row without a title goes on with the item above it.
fn of_tables(lines: &[Line<'_>], tables: &Tables) -> Vec<Start> {
    tables
        .items()
        .filter_map(|row| {
            let title = row.cell(Column::Item)?;
            let title = title.clone().find(|it| !lines[*it].text.is_empty())?;
            let text = lines[title].text;
            let number = row
                .cell(Column::Number)
                .and_then(|it| number_alone(lines[it.start].text));
            let (number, text) = match number {
                Some(number) => (number, text),
                None => dotted(text).or_else(|| fused(text)).unwrap_or(("", text)),
            };
            // The column of items holds the numbers alone: the title leads the text.
            if let Some(number) = number_alone(text).filter(|_| number.is_empty()) {
                let (title, body) = title_of_text(lines, row, title);
                return Some(Start {
                    line: row.lines.start,
                    body,
                    segment: Segment {
                        number: number.to_owned(),
                        title,
                        certain: true,
                        flat: true,
                        ..Segment::default()
                    },
                });
            }
            Some(Start {
                line: row.lines.start,
                body: title + 1,
                segment: Segment {
                    number: number.to_owned(),
                    title: text.trim_matches(['*', '_', ' ']).to_owned(),
                    certain: true,
                    flat: true,
                    ..Segment::default()
                },
            })
        })
        .collect()
}

/// The title that leads a row's text, and the line its text goes on with: a line of its own, or words before a colon.
fn title_of_text(lines: &[Line<'_>], row: &super::table::Row, number: usize) -> (String, usize) {
    let filled: Vec<usize> = row
        .cell(Column::Text)
        .into_iter()
        .flatten()
        .filter(|it| !lines[*it].text.is_empty())
        .collect();
    match filled.as_slice() {
        [first, _, ..] if is_title(lines[*first].text) && count(lines[*first].text) <= 14 => {
            (lines[*first].text.to_owned(), first + 1)
        }
        [first, ..] => {
            let lead = lines[*first].text.split_once(':').map(|it| it.0.trim());
            let lead = lead.filter(|it| count(it) <= 10 && is_title(it));
            (lead.unwrap_or_default().to_owned(), number + 1)
        }
        [] => (String::new(), number + 1),
    }
}

/// The items of a whole meeting.
fn meeting(lines: &[Line<'_>], marked: &[Marked], kind: Kind) -> Vec<Start> {
    let tagged = tags(lines);
    if !tagged.is_empty() {
        return tagged;
    }
    let table = lines
        .iter()
        .take(400)
        .any(|it| it.row_end && matches!(it.text, "Item" | "No." | "No. | Item"));
    if table {
        let rows = rows(lines);
        if !rows.is_empty() {
            return rows;
        }
    }
    let alone = numbered(lines, marked, Style::Alone);
    if !alone.is_empty() {
        return alone;
    }
    let dotted = numbered(lines, marked, Style::Dotted);
    let fused = numbered(lines, marked, Style::Fused);
    let best = if fused.len() > dotted.len() {
        fused
    } else {
        dotted
    };
    if best.len() >= 2 || (!best.is_empty() && kind != Kind::Text) {
        return best;
    }
    let named = named(lines, marked);
    if named.len() >= 2 {
        return named;
    }
    if kind != Kind::Text || lines.iter().any(|it| it.text == "Minutes:") {
        let plain = unnumbered(lines, marked);
        if !plain.is_empty() {
            return plain;
        }
    }
    if best.is_empty() { whole(lines) } else { best }
}

/// `<AI1>` … `</AI1>`, and numbered items that a paste has between them.
fn tags(lines: &[Line<'_>]) -> Vec<Start> {
    let is_tag = |at: usize| {
        !lines[at].text.is_empty() && tag_length(lines[at].text) == Some(lines[at].text.len())
    };
    let mut found: Vec<Start> = Vec::new();
    let mut inside = false;
    let mut last = 0;
    let mut at = 0;
    while at < lines.len() {
        if is_tag(at) {
            inside = !lines[at].text.starts_with("</");
            if inside {
                let mut start = tagged_heading(lines, at, &is_tag);
                last = main_number(&start.segment.number).max(last);
                start.segment.certain = true;
                at = start.body.max(at + 1);
                found.push(start);
                continue;
            }
        } else if !inside
            && !found.is_empty()
            && let Some(start) = alone_at(lines, at).filter(|it| {
                main_number(&it.segment.number) > last
                    && main_number(&it.segment.number) <= last + 5
            })
        {
            last = main_number(&start.segment.number);
            at = start.body;
            found.push(start);
            continue;
        }
        at += 1;
    }
    found
}

fn tagged_heading(lines: &[Line<'_>], tag: usize, is_tag: &dyn Fn(usize) -> bool) -> Start {
    let mut start = Start {
        line: tag,
        body: tag + 1,
        segment: Segment::default(),
    };
    let Some(first) = next_filled(lines, tag + 1).filter(|it| !is_tag(*it)) else {
        return start;
    };
    let text = lines[first].text;
    let mut title_at = Some(first);
    if let Some(number) = number_alone(text) {
        start.segment.number = number.to_owned();
        start.body = first + 1;
        title_at = next_filled(lines, first + 1).filter(|it| !is_tag(*it));
    } else if let Some((number, title)) = dotted(text).or_else(|| fused(text)) {
        start.segment.number = number.to_owned();
        start.segment.title = title.to_owned();
        start.body = first + 1;
        return start;
    }
    // "Minutes" and "Action log" are titles here; "Resolved: …" is not.
    let is_title =
        |text: &str| label::read(text).is_none_or(|it| it.rest.is_empty() && !text.contains(':'));
    if let Some(title) = title_at.filter(|it| is_title(lines[*it].text)) {
        start.segment.title = lines[title].text.to_owned();
        start.body = title + 1;
        // A long title goes on in the next line of its cell.
        while start.body < lines.len()
            && lines[start.body].tab
            && !lines[start.body].text.is_empty()
            && lines[title].tab
        {
            start.segment.title.push(' ');
            start.segment.title.push_str(lines[start.body].text);
            start.body += 1;
        }
    }
    start
}

/// Items that are headings of the second level in Markdown.
fn headings(lines: &[Line<'_>]) -> Vec<Start> {
    lines
        .iter()
        .enumerate()
        .filter(|it| it.1.hashes == 2)
        .map(|(at, line)| {
            let (number, title) = dotted(line.text)
                .or_else(|| fused(line.text))
                .unwrap_or(("", line.text));
            Start {
                line: at,
                body: at + 1,
                segment: Segment {
                    number: number.to_owned(),
                    title: title.to_owned(),
                    certain: true,
                    ..Segment::default()
                },
            }
        })
        .collect()
}

/// "1.  Apologies": a number with a dot before a title.
fn dotted(text: &str) -> Option<(&str, &str)> {
    let mark = list_mark::read(text)?;
    let number = mark.words.trim_matches(['(', ')', '.', ' ']);
    let fits = matches!(mark.sort, Sort::Number(_) | Sort::Part | Sort::Paragraph)
        && is_number(number)
        && !mark.words.starts_with('(');
    (fits && is_title(mark.rest) && label::read(mark.rest).is_none()).then_some((number, mark.rest))
}
