//! Minutes to take away: as a Word file with plain headings, and as the text with `<AI>` marks that committee systems print
//! and take.

use super::written::Part;
use crate::problem::Problem;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use waymark_report::docx::{Block, Document, docx};

/// As a Word file.
pub(super) fn word(
    council: &str,
    title: &str,
    parts: &[Part<'_>],
    foot: &str,
) -> Result<Vec<u8>, Problem> {
    let mut blocks = Vec::new();
    let mut first = title.to_owned();
    for part in parts {
        match part {
            Part::Title(text) => (*text).clone_into(&mut first),
            Part::Under(text) | Part::Paragraph(text) => {
                blocks.push(Block::Paragraph((*text).to_owned()));
            }
            Part::People(heading, people) => {
                blocks.push(Block::Heading(2, (*heading).to_owned()));
                let mut rows = vec![vec!["Name".to_owned(), "Agency".to_owned()]];
                rows.extend(
                    people
                        .iter()
                        .map(|(name, agency)| vec![(*name).to_owned(), (*agency).to_owned()]),
                );
                blocks.push(Block::Table(rows));
            }
            Part::Item(number, title) => blocks.push(Block::Heading(1, numbered(number, title))),
            Part::Heading(text) => blocks.push(Block::Heading(2, (*text).to_owned())),
            Part::Led(lead, rest) => {
                blocks.push(Block::Led((*lead).to_owned(), (*rest).to_owned()));
            }
            Part::Listed(mark, text) => {
                blocks.push(Block::Listed((*mark).to_owned(), (*text).to_owned()));
            }
        }
    }
    if !foot.is_empty() {
        blocks.push(Block::Paragraph(foot.to_owned()));
    }
    let document = Document {
        title: first,
        issuer: council.to_owned(),
        running: String::new(),
        blocks,
    };
    docx(&document).map_err(|_| Problem::Broken("a Word file could not be made"))
}

/// As printed for a committee system: each item between `<AI1>` and `</AI1>`.
pub(super) fn printed(parts: &[Part<'_>]) -> String {
    let mut out = String::new();
    let mut open = 0;
    for part in parts {
        match part {
            Part::Title(text) | Part::Under(text) => out.push_str(&format!("{text}\n")),
            Part::People(heading, people) => {
                out.push_str(&format!("{heading}:\n"));
                for (name, agency) in people {
                    out.push_str(&format!("\t{name}\n\n\t{agency}\n\n"));
                }
            }
            Part::Item(number, title) => {
                if open > 0 {
                    out.push_str(&format!("\n</AI{open}>\n"));
                }
                open += 1;
                let own = open.to_string();
                let number = if number.is_empty() {
                    own.as_str()
                } else {
                    number
                };
                out.push_str(&format!("\n<AI{open}>\n\n\t{number}.  \n\t{title}\n\n"));
            }
            Part::Heading(text) | Part::Paragraph(text) => out.push_str(&format!("\n{text}\n")),
            Part::Led(lead, rest) => {
                out.push_str(&format!("\n{}\n", format!("{lead} {rest}").trim()))
            }
            Part::Listed("·" | "•", text) => out.push_str(&format!("· {text}\n")),
            Part::Listed(mark, text) => out.push_str(&format!("\n{mark} {text}\n")),
        }
    }
    if open > 0 {
        out.push_str(&format!("\n</AI{open}>\n"));
    }
    out
}

/// "1. Welcome".
pub(super) fn numbered(number: &str, title: &str) -> String {
    if number.is_empty() {
        title.to_owned()
    } else {
        format!("{number}. {title}")
    }
}

/// A file to keep. Its name is made of fixed words and a day.
pub(super) fn file(bytes: Vec<u8>, content_type: &'static str, name: &str) -> Response {
    let disposition = HeaderValue::try_from(format!("attachment; filename=\"{name}\""))
        .unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (header::CONTENT_DISPOSITION, disposition),
    ];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::pages::meetings::minutes::written::parts;
    use waymark_import::read_minutes;
    use waymark_programme::minutes::{Minutes, read};

    const TEXT: &str = "Wayshire Improvement Board\n\
        Minutes of the meeting held on Tuesday, 10 October 2017 at 2.30 pm in Committee Room B\n\n\
        Present:\nJudith Amble – Independent Chair\nIan Wood – Wayshire Constabulary (for Ruth Kell)\nAnn Lee – (as deputy)\n\n\
        In attendance:\nMarcus Bell – Wayshire County Council\n\n\
        Observers:\nCllr Pia Wren – Wayshire County Council\n\n\
        Apologies:\nRuth Kell – Wayshire Constabulary\nJane Holt\n\n\
        1. Minutes of the last meeting\n\n\
        Matters arising\n\n\
        With regard to item 6, Louise Penn promised: a further update on the Academy, for 14 November 2017.\n\n\
        Resolved: The Board approved the minutes of the meeting held on 12 September 2017 as an accurate record.\n\n\
        2. Progress\n\nA report was presented.\n\n\
        Resolved: The Board\n\n(i) approved the approach of the plan, and\n(ii) requested that the next plan focuses on the North.\n\n\
        Actions:\n· Draft the plan, by 9 January 2018 – Helen Farrow; MASH and Early Help Board; the Chair.\n\
        · Share the maps, by 1 November 2017 – Helen Farrow and Priya Lowe.\n\n\
        3. Any other business\n\nThere was none.\n";

    fn said(minutes: &Minutes) -> String {
        let mut out = String::new();
        for it in &minutes.people {
            let gone = it.instead_of.as_deref().unwrap_or("-");
            out.push_str(&format!(
                "{:?} {} / {} / {gone}\n",
                it.status, it.name, it.role
            ));
        }
        for (_, item) in minutes.all_items() {
            out.push_str(&format!("{} {}\n", item.number, item.title));
            for it in &item.outcomes {
                out.push_str(&format!("  {:?} {}\n", it.verb, it.text));
            }
            for it in &item.actions {
                let due = it.due.map(|it| it.to_string());
                out.push_str(&format!("  {:?} {due:?}\n", it.owners));
            }
            for it in &item.promises {
                let due = it.due.map(|it| it.to_string());
                out.push_str(&format!("  {} / {:?} / {due:?}\n", it.text, it.who));
            }
        }
        out
    }

    /// What is taken away is read back as what it was, whichever form it was taken away in.
    #[test]
    fn minutes_taken_away_are_read_back_the_same() {
        let items = [
            "Minutes of the last meeting",
            "Progress",
            "Any other business",
        ];
        let items: Vec<(String, String)> = (1..)
            .zip(items)
            .map(|(at, it)| (at.to_string(), it.to_owned()))
            .collect();
        let parts = parts(TEXT, &items);
        let foot =
            "Approved as an accurate record at Wayshire Improvement Board, 14 November 2017.";
        let read_back = |name: &str, bytes: &[u8]| {
            let source = read_minutes(name, bytes).unwrap().remove(0);
            let minutes = read(&source);
            let joined: String = minutes.pieces.iter().map(|it| it.text.as_str()).collect();
            assert_eq!(joined, source.text, "{name} lost characters");
            said(&minutes)
        };
        let wanted = "Present Judith Amble / Independent Chair / -\n\
            Substitute Ian Wood / Wayshire Constabulary / Ruth Kell\n\
            Substitute Ann Lee /  / -\n\
            InAttendance Marcus Bell / Wayshire County Council / -\n\
            Observer Cllr Pia Wren / Wayshire County Council / -\n\
            Apologies Ruth Kell / Wayshire Constabulary / -\n\
            Apologies Jane Holt /  / -\n\
            1 Minutes of the last meeting\n\
            \x20 Approved The Board approved the minutes of the meeting held on 12 September 2017 as an accurate record.\n\
            \x20 a further update on the Academy / Some(\"Louise Penn\") / Some(\"2017-11-14\")\n\
            2 Progress\n\
            \x20 Approved The Board approved the approach of the plan\n\
            \x20 Requested The Board requested that the next plan focuses on the North.\n\
            \x20 [\"Helen Farrow\", \"MASH and Early Help Board\", \"the Chair\"] Some(\"2018-01-09\")\n\
            \x20 [\"Helen Farrow\", \"Priya Lowe\"] Some(\"2017-11-01\")\n\
            3 Any other business\n";
        let word = word("Wayshire", "October", &parts, foot).unwrap();
        assert_eq!(read_back("minutes.docx", &word), wanted);
        let printed = printed(&parts);
        assert_eq!(read_back("minutes.txt", printed.as_bytes()), wanted);
        assert_eq!(read_back("pasted.txt", TEXT.as_bytes()), wanted);
    }
}
