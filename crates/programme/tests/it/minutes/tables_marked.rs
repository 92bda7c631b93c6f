//! Tables that the markup of a file says: a Word file's, a page's.

use super::outline::outline;
use waymark_programme::minutes::{Form, Mark, Source, What, read};

/// Paragraphs, and the rows of one table, as the readers of files hand them over: each cell on a line after a tab.
fn source(before: &str, rows: &[&[&str]], after: &str) -> Source {
    let mut text = before.to_owned();
    let mut marks = Vec::new();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            text.push('\t');
            let from = text.len();
            text.push_str(cell);
            if !cell.is_empty() {
                marks.push(Mark {
                    at: from..text.len(),
                    what: What::Cell { row, column },
                });
            }
            text.push('\n');
        }
        text.push('\n');
    }
    text.push_str(after);
    Source {
        name: "a.docx".into(),
        form: Form::Docx,
        text,
        marks,
    }
}

#[test]
fn a_table_of_actions_is_read_row_by_row() {
    let it = source(
        "Improvement Board\nMinutes of the Meeting held on 12 March 2019 at 2.30 pm\n\n1. Performance\n\nIt was discussed.\n\n",
        &[
            &["Action", "Owner", "Due", "Status"],
            &["Publish the dashboard", "Jo Hart", "12 April 2019", "Open"],
            &["Audit the re-referrals", "", "April meeting", "Complete"],
        ],
        "Resolved: That the report be noted.\n",
    );
    let found = outline(&read(&it));
    assert!(
        found.contains(
            "action: Publish the dashboard -> Jo Hart [12 April 2019 = 2019-04-12] <Open> {Open}"
        ),
        "{found}"
    );
    assert!(
        found.contains("action ?: Audit the re-referrals ->  [April meeting] <Done> {Complete}"),
        "{found}"
    );
    assert_eq!(found.matches("action").count(), 2, "{found}");
}

#[test]
fn a_table_of_items_gives_items_with_their_actions() {
    let it = source(
        "Safeguarding Partnership\nNotes of the meeting held on 12 June 2024 at 10.00 am\n\n",
        &[
            &["Item", "Discussion", "Action"],
            &["1. Welcome", "Jo Hart welcomed all.", ""],
            &[
                "2. Neglect",
                "The draft was discussed.\nRESOLVED: That the draft be approved.",
                "Meg Stone to circulate it by 28 June 2024\nBob Hale to check it",
            ],
        ],
        "",
    );
    let found = outline(&read(&it));
    for line in [
        "[1] Welcome <Procedural>",
        "[2] Neglect <Business>",
        "Approved 1: the draft be approved.",
        "action: Meg Stone to circulate it by 28 June 2024 -> Meg Stone [by 28 June 2024 = 2024-06-28]",
        "action: Bob Hale to check it -> Bob Hale",
    ] {
        assert!(found.contains(line), "{line}\n{found}");
    }
}
