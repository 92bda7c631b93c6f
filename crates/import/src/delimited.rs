//! Rows of a CSV file, by comma, semicolon, tab or bar, however its lines end.

use crate::Subject;
use crate::headings::locate;
use crate::intake::Intake;
use crate::limits::HEADING_ROWS;
use crate::sheet::SheetReader;
use crate::text::decode;
use csv::{Reader, ReaderBuilder, StringRecord};
use std::borrow::Cow;
use waymark_data::{Place, Raw};

/// Reads a CSV file.
pub(crate) fn read(intake: &mut Intake<'_>, place: &Place, bytes: &[u8]) {
    let decoded = decode(bytes, None);
    let text = with_line_ends(decoded.text.trim_end_matches('\u{1a}'));
    let delimiter = delimiter(&text);
    let mut sheet = SheetReader::new(intake, place.clone(), 0);
    sheet.rows_are_full = true;
    let end = rows(&text, delimiter, &mut sheet);
    if sheet.finish() {
        for (count, subject) in decoded.said {
            intake.noted(place, None, None, count, subject);
        }
        if let Some(line) = end.open_quote {
            intake.noted(place, Some(line), None, 1, Subject::OpenQuote);
        }
        if let Some(line) = end.half_row {
            intake.noted(place, Some(line), None, 1, Subject::HalfRow);
        }
    }
}

/// What was odd about the rows.
#[derive(Default)]
struct End {
    open_quote: Option<u32>,
    half_row: Option<u32>,
}

/// Hands over every row, numbered as a spreadsheet shows them: an empty line counts, a line break in a cell does not.
fn rows(text: &str, delimiter: u8, sheet: &mut SheetReader<'_, '_>) -> End {
    let mut end = End::default();
    let broken = odd_quotes(text);
    let mut reader = records(text, delimiter, true);
    let mut record = StringRecord::new();
    let mut line = 1u32;
    let mut from = 0;
    let mut width: Option<usize> = None;
    while reader.read_record(&mut record).unwrap_or(false) {
        let (skipped, start) = blank_lines(text, from);
        line = line.saturating_add(skipped);
        let to =
            usize::try_from(reader.position().byte()).map_or(text.len(), |it| it.min(text.len()));
        let expected = *width.get_or_insert(record.len());
        let raw = &text[start.min(to)..to];
        if broken && spans_lines(raw) && (odd_quotes(raw) || record.len() != expected) {
            end.open_quote.get_or_insert(line);
            for part in raw.trim_end_matches(['\r', '\n']).split('\n') {
                let mut alone = records(part, delimiter, !odd_quotes(part));
                if alone.read_record(&mut record).unwrap_or(false) {
                    sheet.row(line, record.iter().map(Raw::Text));
                }
                line = line.saturating_add(1);
            }
        } else {
            sheet.row(line, record.iter().map(Raw::Text));
            let cut = to == text.len() && !text.ends_with(['\n', '\r']);
            if cut && line > 1 && record.len() < expected {
                end.half_row = Some(line);
            }
            line = line.saturating_add(1);
        }
        from = to;
        if !sheet.wants_more() {
            break;
        }
    }
    end
}

fn records(text: &str, delimiter: u8, quoting: bool) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoting)
        .from_reader(text.as_bytes())
}

/// The empty lines at this point of the text, and where the next row begins.
fn blank_lines(text: &str, from: usize) -> (u32, usize) {
    let bytes = text.as_bytes();
    let mut at = from;
    if at > 0 && bytes.get(at - 1) == Some(&b'\r') && bytes.get(at) == Some(&b'\n') {
        at += 1;
    }
    let mut lines = 0u32;
    loop {
        match bytes.get(at) {
            Some(b'\r') if bytes.get(at + 1) == Some(&b'\n') => at += 2,
            Some(b'\r' | b'\n') => at += 1,
            _ => return (lines, at),
        }
        lines = lines.saturating_add(1);
    }
}

/// Old Macintosh files end their lines with a carriage return alone.
fn with_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') {
        text.replace('\r', "\n").into()
    } else {
        text.into()
    }
}

fn odd_quotes(text: &str) -> bool {
    text.bytes().filter(|it| *it == b'"').count() % 2 == 1
}

fn spans_lines(raw: &str) -> bool {
    raw.trim_end_matches(['\r', '\n']).contains('\n')
}

/// The sign between cells under which the first rows hold the best headings; a comma where none does.
fn delimiter(text: &str) -> u8 {
    const ENOUGH: usize = 64 * 1024;
    let mut cut = text.len().min(ENOUGH);
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    let head = &text[..cut];
    let mut best = (b',', -1.0, 0);
    for delimiter in [b',', b';', b'\t', b'|'] {
        if !head.as_bytes().contains(&delimiter) {
            continue;
        }
        let mut rows = Vec::new();
        let mut record = StringRecord::new();
        let mut reader = records(head, delimiter, true);
        while rows.len() < HEADING_ROWS && reader.read_record(&mut record).unwrap_or(false) {
            let line = u32::try_from(rows.len()).unwrap_or(u32::MAX);
            rows.push((line, record.iter().map(str::to_owned).collect::<Vec<_>>()));
        }
        let fit = locate(&rows).map_or(0.0, |it| it.fit);
        let cells = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
        if fit > best.1 || (fit >= best.1 && cells > best.2) {
            best = (delimiter, fit, cells);
        }
    }
    best.0
}
