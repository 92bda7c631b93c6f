//! Where one item of the agenda ends and the next begins.

use super::block::Marked;
use super::line::{Line, tag_length};
use super::list_mark::{self, Sort};
use super::minutes::{Kind, Meeting};
use super::source::{Source, What};
use super::wording::{begins, capitals, count};
use super::{attachment, label, page};
use std::ops::Range;

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
    kind: Kind,
    labelled: Option<usize>,
) -> (usize, Vec<Segment>) {
    let starts = if source
        .marks
        .iter()
        .any(|it| matches!(it.what, What::Item { .. }))
    {
        from_marks(source, lines)
    } else {
        match kind {
            Kind::AgendaItem | Kind::Decision | Kind::DecisionText | Kind::ForwardPlan => {
                vec![single(lines, labelled, kind)]
            }
            Kind::Issue => issues(lines, labelled),
            Kind::DecisionList => listed(lines),
            Kind::MeetingList | Kind::AttendanceTable => Vec::new(),
            Kind::Text | Kind::PrintedMinutes | Kind::MeetingPage | Kind::LegacyMeeting => {
                meeting(lines, marked, kind)
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

/// The one item of a page.
fn single(lines: &[Line<'_>], labelled: Option<usize>, kind: Kind) -> Start {
    let from = labelled.map_or(0, |it| it + 1);
    let first = next_filled(lines, from);
    let title = first.filter(|it| {
        let text = lines[*it].text;
        let listed = list_mark::read(text).is_some_and(|it| it.sort.counts());
        label::read(text).is_none()
            && page::meeting_line(text).is_none()
            && !(kind == Kind::DecisionText && (listed || begins(text, "That")))
            && text.len() < 400
    });
    let line = title.or(first).unwrap_or(from.min(lines.len()));
    Start {
        line,
        body: title.map_or(line, |it| it + 1),
        segment: Segment {
            title: title
                .map(|it| lines[it].text.to_owned())
                .unwrap_or_default(),
            certain: labelled.is_some(),
            ..Segment::default()
        },
    }
}

/// One issue across meetings: an item for each "Meeting: …" line.
fn issues(lines: &[Line<'_>], labelled: Option<usize>) -> Vec<Start> {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(meeting) = page::issue_meeting(line.text) else {
            continue;
        };
        let number = meeting.item_number.clone();
        let mut start = Start {
            line: at,
            body: at + 1,
            segment: Segment {
                number,
                meeting: Some(meeting),
                certain: true,
                ..Segment::default()
            },
        };
        if let Some(next) = next_filled(lines, at + 1) {
            let text = lines[next].text;
            if let Some((number, title)) = fused(text) {
                start.segment.number = number.to_owned();
                start.segment.title = title.to_owned();
                start.body = next + 1;
            } else if attachment::ending(text).is_some()
                || labelled.is_none() && is_title(text) && label::read(text).is_none()
            {
                start.segment.title = text.to_owned();
                start.body = next + 1;
            }
        }
        if start.segment.title.is_empty()
            && let Some(title) =
                next_filled(lines, labelled.map_or(0, |it| it + 1)).filter(|it| *it < at)
        {
            start.segment.title = lines[title].text.to_owned();
        }
        found.push(start);
    }
    if found.is_empty() {
        // The "Meeting:" line was lost: the first line is "16 Children and Families - Performance PDF 305 KB".
        let mut start = single(lines, labelled, Kind::AgendaItem);
        if let Some((number, title)) = fused(&start.segment.title) {
            let (number, title) = (number.to_owned(), title.to_owned());
            start.segment.number = number;
            start.segment.title = title;
        }
        found.push(start);
    }
    found
}

/// "14/03/2018 - Title ref: 15981    Recommendations Approved".
fn listed(lines: &[Line<'_>]) -> Vec<Start> {
    lines
        .iter()
        .enumerate()
        .filter(|it| page::is_listed_decision(it.1.text))
        .map(|(at, line)| {
            let date = crate::dates::first_date(line.text);
            let rest = date.map_or(line.text, |it| &line.text[it.end..]);
            let rest =
                rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–'));
            let cut =
                super::wording::find_words(&rest.to_ascii_lowercase(), "ref").unwrap_or(rest.len());
            Start {
                line: at,
                body: at + 1,
                segment: Segment {
                    title: rest[..cut].trim().to_owned(),
                    meeting: date.and_then(|it| it.day).map(|day| Meeting {
                        date: Some(day),
                        date_words: line.text[..date.map_or(0, |it| it.end)].to_owned(),
                        ..Meeting::default()
                    }),
                    certain: true,
                    ..Segment::default()
                },
            }
        })
        .collect()
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
    (is_number(bare)
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

fn main_number(text: &str) -> u32 {
    text.split(|c: char| !c.is_ascii_digit())
        .next()
        .and_then(|it| it.parse().ok())
        .unwrap_or(0)
}

/// A number alone on its line, without what closes it.
fn number_alone(text: &str) -> Option<&str> {
    let bare = text.trim_end_matches(['.', ')', ':']).trim_end();
    (is_number(bare) && text.len() - bare.len() <= 2 && bare.len() <= 8).then_some(bare)
}

/// Whether a line could be a title: it is short, begins big, and does not read as a sentence or a clause.
fn is_title(text: &str) -> bool {
    let bare = attachment::title(text).title;
    let sentence = bare.ends_with(['.', ';', ',']) && !bare.ends_with("etc.");
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
    if kind != Kind::Text || lines.iter().any(|it| it.text == "Minutes:") {
        let plain = unnumbered(lines, marked);
        if !plain.is_empty() {
            return plain;
        }
    }
    if best.is_empty() { whole(lines) } else { best }
}

/// The whole text as one item: a page that shows no items, or a part of one that somebody pasted.
fn whole(lines: &[Line<'_>]) -> Vec<Start> {
    let mut from = first_after_head(lines);
    let last_list = (0..lines.len().min(300))
        .rev()
        .find(|it| super::attendance::heading(lines[*it].text).is_some());
    if let Some(list) = last_list {
        from = from.max(list + 1);
        while from < lines.len() {
            let line = &lines[from];
            let person =
                line.text.is_empty() || line.tab || super::attendance::of_line(line.text).is_some();
            if !person {
                break;
            }
            from += 1;
        }
    }
    let Some(first) = (from..lines.len()).find(|it| !lines[*it].text.is_empty()) else {
        return Vec::new();
    };
    let text = lines[first].text;
    let titled = is_title(text)
        && label::read(text).is_none()
        && list_mark::read(text).is_none()
        && count(text) <= 14
        && next_filled(lines, first + 1).is_some();
    vec![Start {
        line: first,
        body: if titled { first + 1 } else { first },
        segment: Segment {
            title: if titled {
                text.to_owned()
            } else {
                String::new()
            },
            ..Segment::default()
        },
    }]
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
    if let Some(title) = title_at.filter(|it| label::read(lines[*it].text).is_none()) {
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

/// "1.  Apologies": a number with a dot before a title.
fn dotted(text: &str) -> Option<(&str, &str)> {
    let mark = list_mark::read(text)?;
    let number = mark.words.trim_matches(['(', ')', '.', ' ']);
    let fits = matches!(mark.sort, Sort::Number(_) | Sort::Part | Sort::Paragraph)
        && is_number(number)
        && !mark.words.starts_with('(');
    (fits && is_title(mark.rest) && label::read(mark.rest).is_none()).then_some((number, mark.rest))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Alone,
    Dotted,
    Fused,
}

/// A number alone on its line and a title on the next.
fn alone_at(lines: &[Line<'_>], at: usize) -> Option<Start> {
    let number = number_alone(lines[at].text)?;
    let next = next_filled(lines, at + 1)?;
    let text = lines[next].text;
    let label = label::read(text);
    let log = label
        .as_ref()
        .is_some_and(|it| it.part == label::Part::ActionLog);
    let titled = (label.is_none() || log) && (is_title(text) || attachment::ending(text).is_some());
    let body = label.as_ref().is_some_and(|it| {
        matches!(
            it.part,
            label::Part::Minutes | label::Part::Decision | label::Part::Documents
        )
    });
    if (!titled && !body) || number_alone(text).is_some() {
        return None;
    }
    Some(Start {
        line: at,
        body: if titled { next + 1 } else { at + 1 },
        segment: Segment {
            number: number.to_owned(),
            title: if titled {
                text.to_owned()
            } else {
                String::new()
            },
            certain: true,
            ..Segment::default()
        },
    })
}

/// Items by their numbers, which must grow.
fn numbered(lines: &[Line<'_>], marked: &[Marked], style: Style) -> Vec<Start> {
    let mut found: Vec<Start> = Vec::new();
    let mut last: Option<u32> = None;
    let mut at = 0;
    let mut gap = true;
    while at < lines.len() {
        let text = lines[at].text;
        if text.is_empty() {
            gap = true;
            at += 1;
            continue;
        }
        let start = match style {
            Style::Alone => alone_at(lines, at),
            Style::Dotted | Style::Fused => {
                let pair = if style == Style::Dotted {
                    dotted(text)
                } else {
                    fused(text).filter(|it| is_title(it.1))
                };
                let heading = gap
                    || marked[at].heading
                    || at == 0
                    || label::read(lines[at - 1].text).is_some()
                    || attachment::ending(text).is_some();
                pair.filter(|_| heading && marked[at].list.is_none())
                    .map(|(number, title)| Start {
                        line: at,
                        body: at + 1,
                        segment: Segment {
                            number: number.to_owned(),
                            title: title.to_owned(),
                            certain: marked[at].heading,
                            ..Segment::default()
                        },
                    })
            }
        };
        let fits = start.filter(|it| {
            let number = main_number(&it.segment.number);
            let part = it.segment.number.contains('.')
                || it
                    .segment
                    .number
                    .ends_with(|c: char| c.is_ascii_alphabetic());
            match (style, last) {
                (_, None) => style != Style::Fused || number > 0,
                (_, Some(last)) if part && number == last => true,
                (Style::Alone, Some(last)) => number > last && number <= last + 20,
                (Style::Dotted, Some(last)) => {
                    number == last + 1 || (number == last + 2 && marked[at].heading)
                }
                (Style::Fused, Some(last)) => number == last + 1,
            }
        });
        gap = false;
        match fits {
            Some(start) => {
                last = Some(main_number(&start.segment.number).max(last.unwrap_or(0)));
                at = start.body.max(at + 1);
                found.push(start);
                gap = true;
            }
            None => at += 1,
        }
    }
    // A list of titles alone is a table of contents; items have text.
    let texts = found
        .windows(2)
        .filter(|it| next_filled(lines, it[0].body).is_some_and(|next| next < it[1].line))
        .count();
    if style != Style::Alone && found.len() > 2 && texts == 0 {
        found.clear();
    }
    found
}

/// Rows of a flattened table: "1. | Apologies To note. Minutes: None. |".
fn rows(lines: &[Line<'_>]) -> Vec<Start> {
    let header = lines
        .iter()
        .position(|it| it.row_end && it.text == "Item")
        .map_or(0, |it| it + 1);
    let mut found: Vec<Start> = Vec::new();
    let mut number: Option<(usize, String)> = None;
    let mut cell = header;
    for at in header..lines.len() {
        let last = at + 1 == lines.len();
        if !lines[at].row_end && !last {
            continue;
        }
        let filled: Vec<usize> = (cell..=at)
            .filter(|it| !lines[*it].text.is_empty())
            .collect();
        cell = at + 1;
        let Some(first) = filled.first().copied() else {
            continue;
        };
        if filled.len() == 1
            && let Some(it) = number_alone(lines[first].text)
        {
            number = Some((first, it.to_owned()));
            continue;
        }
        if !lines[at].row_end {
            continue;
        }
        let (line, number) = number.take().unwrap_or((first, String::new()));
        found.push(Start {
            line,
            body: first + 1,
            segment: Segment {
                number,
                title: lines[first].text.to_owned(),
                certain: true,
                flat: true,
                ..Segment::default()
            },
        });
    }
    found
}

/// Items of a page that lost its numbers: by what follows a title.
fn unnumbered(lines: &[Line<'_>], marked: &[Marked]) -> Vec<Start> {
    let from = lines
        .iter()
        .position(|it| matches!(it.text, "No. Item" | "Items" | "Item"))
        .map_or_else(|| first_after_head(lines), |it| it + 1);
    let from = if lines
        .get(from)
        .is_some_and(|it| matches!(it.text, "No. Item"))
    {
        from + 1
    } else {
        from
    };
    let mut found: Vec<Start> = Vec::new();
    let mut gap = 2;
    let mut at = from;
    while at < lines.len() {
        let text = lines[at].text;
        if text.is_empty() {
            gap += 1;
            at += 1;
            continue;
        }
        let before = gap;
        gap = 0;
        if titles(lines, marked, at, before) {
            found.push(Start {
                line: at,
                body: at + 1,
                segment: Segment {
                    title: text.to_owned(),
                    ..Segment::default()
                },
            });
        }
        at += 1;
    }
    found
}

/// The line after the last that speaks of the meeting itself.
fn first_after_head(lines: &[Line<'_>]) -> usize {
    let mut meeting = Meeting::default();
    let mut last = 0;
    for (at, line) in lines
        .iter()
        .enumerate()
        .filter(|it| !it.1.text.is_empty())
        .take(12)
    {
        if page::head_line(&mut meeting, line.text, Kind::MeetingPage) {
            last = at + 1;
        }
    }
    last
}

/// Whether an item's title stands here.
fn titles(lines: &[Line<'_>], marked: &[Marked], at: usize, gap: usize) -> bool {
    let text = lines[at].text;
    if label::read(text).is_some()
        || gap == 0 && !marked[at].heading
        || list_mark::read(text).is_some()
    {
        return false;
    }
    if attachment::ending(text).is_some() {
        // An attachment under "Additional documents:" is a document, under a gap of its own a title.
        return gap >= 2
            || next_filled(lines, at + 1).is_some_and(|it| {
                label::read(lines[it].text).is_some_and(|it| it.part == label::Part::Minutes)
                    || attachment::is_purpose(lines[it].text)
            });
    }
    if !is_title(text) || attachment::is_purpose(text) {
        return false;
    }
    if marked[at].heading {
        return true;
    }
    let Some(next) = next_filled(lines, at + 1) else {
        return false;
    };
    let follows = lines[next].text;
    let labelled = label::read(follows).is_some_and(|it| {
        matches!(
            it.part,
            label::Part::Minutes | label::Part::Documents | label::Part::Decision
        )
    }) && gap >= 1;
    let purposed = attachment::is_purpose(follows);
    let known = super::heading::kind_of(text) != super::item::ItemKind::Business
        && count(text) <= 14
        && next > at + 1;
    let spaced = gap >= 2
        && next > at + 2
        && capitals(text) >= 0.6
        && count(text) <= 16
        && follows.ends_with('.');
    labelled || purposed || known || spaced
}
