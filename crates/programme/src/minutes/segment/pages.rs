//! Pages of one item, of one issue, of decisions.

use super::{Segment, Start, fused, is_title, next_filled};
use crate::minutes::line::Line;
use crate::minutes::list_mark::{self};
use crate::minutes::whole::{Kind, Meeting};
use crate::minutes::wording::begins;
use crate::minutes::{attachment, label, page};
/// The one item of a page.
pub(super) fn single(lines: &[Line<'_>], labelled: Option<usize>, kind: Kind) -> Start {
    let from = labelled.map_or(0, |it| it + 1);
    let first = next_filled(lines, from);
    let title = first.filter(|it| {
        let text = lines[*it].text;
        let listed = list_mark::read(text).is_some_and(|it| it.sort.counts());
        // "Action tracker" right below the page's name is the item's title.
        let titled = labelled.is_some() && !text.contains(':');
        label::read(text).is_none_or(|it| titled && it.part == label::Part::ActionLog)
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
pub(super) fn issues(lines: &[Line<'_>], labelled: Option<usize>) -> Vec<Start> {
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
pub(super) fn listed(lines: &[Line<'_>]) -> Vec<Start> {
    lines
        .iter()
        .enumerate()
        .filter(|it| page::is_listed_decision(it.1.text))
        .map(|(at, line)| {
            let date = crate::dates::first_date(line.text);
            let rest = date.map_or(line.text, |it| &line.text[it.end..]);
            let rest =
                rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–'));
            let cut = crate::minutes::wording::find_words(&rest.to_ascii_lowercase(), "ref")
                .unwrap_or(rest.len());
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
