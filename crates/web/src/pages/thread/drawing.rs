//! The drawing of a thread: what it came from to the left, what came of it to the right. The lists beside it say the same,
//! so a screen reader and the keyboard pass it over; its boxes are links for whoever points at them.

use crate::pages::records::cite;
use std::fmt::Write as _;
use waymark_govuk::Html;
use waymark_measures::catalogue;
use waymark_programme::thread::Thread;
use waymark_programme::{End, Records};

/// The most boxes a drawing can hold and still be read: the nearest.
const BOXES: usize = 60;
/// A box, and the room between boxes.
const BOX: (f64, f64) = (176.0, 56.0);
const GAP: (f64, f64) = (44.0, 14.0);
/// How many letters a line of a box holds.
const LINE: usize = 24;

/// A box's place: its column (before the beginning: below 0) and its row.
#[derive(Clone, Copy)]
struct Place {
    column: i32,
    row: f64,
}

/// The thread drawn.
pub(super) fn drawing(records: &Records, thread: &Thread) -> Html {
    let drawn = nearest(thread);
    let places = places(thread, &drawn);
    let seen = || places.iter().flatten();
    let first = seen().map(|it| it.column).min().unwrap_or(0);
    let last = seen().map(|it| it.column).max().unwrap_or(0);
    let rows = seen().map(|it| it.row).fold(0.0, f64::max) + 1.0;
    let width = f64::from(last - first + 1) * (BOX.0 + GAP.0) - GAP.0 + 4.0;
    let height = rows * (BOX.1 + GAP.1) - GAP.1 + 4.0;
    let corner = |place: Place| {
        (
            2.0 + f64::from(place.column - first) * (BOX.0 + GAP.0),
            2.0 + place.row * (BOX.1 + GAP.1),
        )
    };
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0} {height:.0}" width="{width:.0}" height="{height:.0}" aria-hidden="true" focusable="false" font-family="arial, sans-serif">"#
    );
    for (at, step) in thread.steps.iter().enumerate() {
        let (Some(to), Some(Some(from))) = (places[at], step.from.map(|it| places[it])) else {
            continue;
        };
        edge(&mut out, corner(from), corner(to));
    }
    for (at, step) in thread.steps.iter().enumerate() {
        if let Some(place) = places[at] {
            node(&mut out, records, &step.at, corner(place), at == 0);
        }
    }
    out.push_str("</svg>");
    Html::new(out)
}

/// Which steps are drawn: the nearest, so that each is drawn with the one it was reached from.
fn nearest(thread: &Thread) -> Vec<bool> {
    let mut order: Vec<usize> = (0..thread.steps.len()).collect();
    order.sort_by_key(|at| (thread.steps[*at].depth, *at));
    let mut drawn = vec![false; thread.steps.len()];
    for at in order.into_iter().take(BOXES) {
        drawn[at] = true;
    }
    drawn
}

/// Where each step stands: a column for each link away from the beginning, a row of its own for each end of a branch.
fn places(thread: &Thread, drawn: &[bool]) -> Vec<Option<Place>> {
    let count = thread.steps.len();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut columns = vec![0_i32; count];
    for (at, step) in thread.steps.iter().enumerate() {
        let Some(from) = step.from.filter(|_| drawn[at]) else {
            continue;
        };
        children[from].push(at);
        columns[at] = match from {
            0 if step.back() => -1,
            0 => 1,
            _ => columns[from] + columns[from].signum(),
        };
    }
    let mut places = vec![None; count];
    // The two sides have rows of their own, and the beginning stands level with the middle of the longer.
    let mut rows = [0.0_f64; 2];
    for at in children[0].clone() {
        let side = usize::from(columns[at] > 0);
        stand(at, &children, &columns, &mut rows[side], &mut places);
    }
    let longer = rows[0].max(rows[1]).max(1.0);
    for (at, place) in places.iter_mut().enumerate() {
        if let Some(place) = place {
            let side = usize::from(columns[at] > 0);
            place.row += (longer - rows[side]) / 2.0;
        }
    }
    if count > 0 {
        places[0] = Some(Place {
            column: 0,
            row: (longer - 1.0) / 2.0,
        });
    }
    places
}

/// Puts a step level with the middle of those that hang on it, and gives back its row.
fn stand(
    at: usize,
    children: &[Vec<usize>],
    columns: &[i32],
    next: &mut f64,
    places: &mut [Option<Place>],
) -> f64 {
    let rows: Vec<f64> = children[at]
        .iter()
        .map(|it| stand(*it, children, columns, next, places))
        .collect();
    let row = match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => f64::midpoint(*first, *last),
        _ => {
            *next += 1.0;
            *next - 1.0
        }
    };
    places[at] = Some(Place {
        column: columns[at],
        row,
    });
    row
}

/// A line from a box to the next, from side to side.
fn edge(out: &mut String, from: (f64, f64), to: (f64, f64)) {
    let (start, end) = if to.0 > from.0 {
        (from.0 + BOX.0, to.0)
    } else {
        (from.0, to.0 + BOX.0)
    };
    let (y1, y2) = (from.1 + BOX.1 / 2.0, to.1 + BOX.1 / 2.0);
    let middle = f64::midpoint(start, end);
    let _ = write!(
        out,
        r##"<path d="M{start:.1} {y1:.1} C{middle:.1} {y1:.1} {middle:.1} {y2:.1} {end:.1} {y2:.1}" fill="none" stroke="#505a5f" stroke-width="1.5"/>"##
    );
}

/// A box with its reference and as much of its title as two lines hold.
fn node(out: &mut String, records: &Records, at: &End, (x, y): (f64, f64), begins: bool) {
    let (href, name, title, round) = match at {
        End::Measure(id) => {
            let Some(measure) = catalogue::find(id) else {
                return;
            };
            (
                format!("/measures/{}", measure.name()),
                "Measure".to_owned(),
                measure.title.to_owned(),
                18,
            )
        }
        End::Record(id) => {
            let Some(record) = records.get(*id) else {
                return;
            };
            (
                format!("{}/thread", record.path()),
                format!("{} {}", record.kind.title, record.reference()),
                cite::name(record),
                3,
            )
        }
    };
    let (fill, ink, thick) = if begins {
        ("#0b0c0c", "#ffffff", "2")
    } else {
        ("#ffffff", "#0b0c0c", "1.5")
    };
    let _ = write!(
        out,
        r##"<a href="{href}" tabindex="-1"><rect x="{x:.1}" y="{y:.1}" width="{}" height="{}" rx="{round}" fill="{fill}" stroke="#0b0c0c" stroke-width="{thick}"/>"##,
        BOX.0, BOX.1
    );
    let mut line = |row: f64, weight: &str, text: &str| {
        let _ = write!(
            out,
            r#"<text x="{:.1}" y="{:.1}" font-size="13" fill="{ink}"{weight}>{}</text>"#,
            x + 9.0,
            y + row,
            cite::text(text)
        );
    };
    line(
        17.0,
        r#" font-weight="bold""#,
        &cite::shortened(&name, LINE),
    );
    let (first, second) = two_lines(&title);
    line(33.0, "", &first);
    line(48.0, "", &second);
    out.push_str("</a>");
}

/// A title in two lines, broken between words where it can be.
fn two_lines(title: &str) -> (String, String) {
    if title.chars().count() <= LINE {
        return (title.to_owned(), String::new());
    }
    let mut first = String::new();
    for word in title.split_inclusive(char::is_whitespace) {
        if first.chars().count() + word.trim_end().chars().count() > LINE {
            break;
        }
        first.push_str(word);
    }
    if first.is_empty() {
        first = title.chars().take(LINE).collect();
    }
    let rest = title[first.len()..].trim_start();
    (first.trim_end().to_owned(), cite::shortened(rest, LINE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_broken_between_words() {
        assert_eq!(
            two_lines("Write to every school about strategy discussions"),
            (
                "Write to every school".to_owned(),
                "about strategy discussi…".to_owned()
            )
        );
        assert_eq!(two_lines("Short"), ("Short".to_owned(), String::new()));
        let long = "x".repeat(60);
        assert_eq!(two_lines(&long).0.len(), LINE);
    }
}
