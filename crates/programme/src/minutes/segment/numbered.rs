//! Items that have numbers.

use super::{Segment, Start, dotted, fused, is_title, main_number, next_filled, number_alone};
use crate::minutes::block::Marked;
use crate::minutes::line::Line;
use crate::minutes::wording::after;
use crate::minutes::{attachment, label};
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Alone,
    Dotted,
    Fused,
}

/// A number alone on its line and a title on the next.
pub(super) fn alone_at(lines: &[Line<'_>], at: usize) -> Option<Start> {
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
pub(super) fn numbered(lines: &[Line<'_>], marked: &[Marked], style: Style) -> Vec<Start> {
    let mut found: Vec<Start> = Vec::new();
    let mut last: Option<u32> = None;
    let mut at = 0;
    let mut gap = true;
    while at < lines.len() {
        let text = lines[at].text;
        if text.is_empty() || marked[at].rows {
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

/// Items that are called so: "Agenda Item 6", "Item 6 – Youth justice plan", and below it "Subject: …" or the title.
pub(super) fn named(lines: &[Line<'_>], marked: &[Marked]) -> Vec<Start> {
    let mut found: Vec<Start> = Vec::new();
    if lines
        .iter()
        .any(|it| label::read(it.text).is_some_and(|it| it.part == label::Part::ActionLog))
    {
        return found;
    }
    let mut last = 0;
    let mut log = false;
    for (at, line) in lines.iter().enumerate().filter(|it| !marked[it.0].rows) {
        let Some(rest) = [
            "Agenda item",
            "Item",
            "Agenda item no",
            "Item no",
            "Minute no",
        ]
        .iter()
        .filter_map(|it| after(line.text, it))
        .min_by_key(|it| it.len()) else {
            continue;
        };
        let rest = rest.trim_start_matches(['.', ':', ' ', '\u{a0}']);
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '/')))
            .unwrap_or(rest.len());
        let number = rest[..end].trim_end_matches('.');
        let title = rest[end..]
            .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—'));
        let grows = super::is_number(number) && main_number(number) > last;
        // "Item 1 – Action log" is an item of the agenda.
        let is_log = label::read(title)
            .is_some_and(|it| it.part == label::Part::ActionLog && it.rest.is_empty());
        if !grows
            || !(title.is_empty() || is_title(title) && (is_log || label::read(title).is_none()))
        {
            continue;
        }
        // Within the log "Item 21 – Care leavers' offer – published" is an entry.
        if log
            && (main_number(number) != last + 1
                || [" – ", " - ", " — "].iter().any(|it| title.contains(it)))
        {
            continue;
        }
        log = is_log;
        let mut start = Start {
            line: at,
            body: at + 1,
            segment: Segment {
                number: number.to_owned(),
                title: title.to_owned(),
                certain: true,
                ..Segment::default()
            },
        };
        if title.is_empty()
            && let Some(next) = next_filled(lines, at + 1)
        {
            let text = lines[next].text;
            let subject = ["Subject", "Title", "Report title", "Report"]
                .iter()
                .find_map(|it| after(text, it)?.trim_start().strip_prefix(':'))
                .map(str::trim);
            let plain = label::read(text).is_none() && is_title(text);
            if let Some(title) = subject.or(plain.then_some(text)) {
                start.segment.title = title.to_owned();
                start.body = next + 1;
            }
        }
        last = main_number(number);
        found.push(start);
    }
    found
}
