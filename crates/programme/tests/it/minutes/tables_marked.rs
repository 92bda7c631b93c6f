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

#[test]
fn a_table_of_attendance_beside_its_headings() {
    // Two tables, one below the other: the second is no list of people.
    let mut it = source(
        "Thornbury Improvement Board\nMinutes of the meeting held on 3 March 2020, 1.30pm\n\n",
        &[
            &["Present:", "Prof Ann Grey – Independent Chair"],
            &["", "Jill Stone – DCS"],
            &["Apologies:", "Lee Park – CCG (represented by Mo Asif)"],
            &["Minute taker:", "Zoe Kerr"],
        ],
        "",
    );
    let items = source(
        "",
        &[
            &["Item", "Discussion", "Action"],
            &["1", "Welcome: the Chair welcomed members.", ""],
            &[
                "2",
                "Front door\nThe Board noted the report.",
                "Jill Stone to share the audit by 31 March 2020",
            ],
        ],
        "",
    );
    let from = it.text.len();
    it.text.push_str(&items.text);
    it.marks.extend(items.marks.into_iter().map(|mark| Mark {
        at: mark.at.start + from..mark.at.end + from,
        ..mark
    }));
    let found = outline(&read(&it));
    for line in [
        "Present: Prof Ann Grey (Independent Chair)",
        "Present: Jill Stone (DCS)",
        "Apologies: Lee Park (CCG)",
        "Substitute: Mo Asif for Lee Park",
        "InAttendance: Zoe Kerr (Minute taker)",
        "[1] Welcome <",
        "[2] Front door <",
        "action: Jill Stone to share the audit by 31 March 2020 -> Jill Stone",
    ] {
        assert!(found.contains(line), "{line}\n{found}");
    }
    let people = ["Present:", "Apologies:", "Substitute:", "InAttendance:"];
    let people = people.map(|it| found.matches(it).count());
    assert_eq!(people.iter().sum::<usize>(), 5, "{found}");
}

#[test]
fn the_header_of_a_table_of_people_is_nobody() {
    let it = source(
        "Improvement Board\nMinutes of the meeting held on 3 March 2020\n\nPresent\n\n",
        &[
            &["Name", "Agency"],
            &["Judith Amble", "Independent Chair"],
            &["Ian Wood", "Wayshire Constabulary (for Ruth Kell)"],
        ],
        "1. Performance\n\nThe report was presented.\n\nResolved: That the report be noted.\n",
    );
    let found = outline(&read(&it));
    assert!(
        found.contains(
            "Present: Judith Amble (Independent Chair)\nSubstitute: Ian Wood (Wayshire Constabulary) for Ruth Kell\n[1]"
        ),
        "{found}"
    );
}

#[test]
fn one_table_for_those_who_came_and_those_who_did_not() {
    let it = source(
        "Improvement Board\nMinutes of the meeting held on 3 March 2020\n\n",
        &[
            &["Member", "Organisation", "Attendance", "Deputy"],
            &["Judith Amble (Chair)", "Independent", "Present", ""],
            &["Ruth Kell", "Police", "Apologies", "Ian Wood"],
            &["Jane Holt", "Schools", "Absent", ""],
        ],
        "1. Performance\n\nThe report was presented.\n\nResolved: That the report be noted.\n",
    );
    let found = outline(&read(&it));
    for line in [
        "Present: Judith Amble (Chair, Independent)",
        "Apologies: Ruth Kell (Police)",
        "Substitute: Ian Wood for Ruth Kell",
        "Absent: Jane Holt (Schools)",
    ] {
        assert!(found.contains(line), "{line}\n{found}");
    }
}

#[test]
fn a_column_called_agenda_item_is_no_page_of_one_item() {
    let it = source(
        "Minutes of the Children's Services Improvement Board\n\nheld on 10 February 2020 at 2pm at Moor House\n\n",
        &[
            &["Agenda item", "Discussion", "Action / owner / date"],
            &["1. Minutes", "Agreed as accurate.", ""],
            &[
                "2. Quality of practice",
                "The Board noted the report.",
                "Beth Cole to run the exercise by 31 March 2020",
            ],
        ],
        "",
    );
    let found = outline(&read(&it));
    for line in [
        "meeting Children's Services Improvement Board | 2020-02-10 | 14:00 | Moor House",
        "[1] Minutes",
        "[2] Quality of practice",
        "action: Beth Cole to run the exercise by 31 March 2020 -> Beth Cole",
    ] {
        assert!(found.contains(line), "{line}\n{found}");
    }
}
