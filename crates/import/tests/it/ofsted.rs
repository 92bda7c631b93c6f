//! Ofsted's published findings: invented ones, broken ones, and the public samples where they are.

use crate::samples::shared;
use std::fs;
use waymark_import::ofsted::{
    Grade, Ofsted, Outcomes, Reports, inspections_of, neighbours, read_ofsted,
};

const OUTCOMES: &str = "urn,la_code,local_authority,overall_effectiveness_grade,inspection_framework,\
inspection_start_date,inspection_end_date,publication_date,care_leavers_grade,stat_neighbour_judgement\n\
1,801,wayshire,good,short,11/09/2023,15/09/2023,27/10/23,inspection_pre_dates_judgement,\
\"[(802, 'inadequate'), (803, nan), (804, 'good')]\"\n\
2,802,northshire,requires improvement,standard,,,5/1/2024,good,\n\
3,803,newshire,,None,,,16/05/26,good,\n\
1,801,wayshire,inadequate,standard,01/02/2019,12/02/2019,01/04/19,,\n";

fn outcomes(text: &str) -> Outcomes {
    match read_ofsted("outcomes.csv", text.as_bytes()).unwrap() {
        Ofsted::Outcomes(it) => it,
        other => panic!("{other:?}"),
    }
}

fn reports(text: &str) -> Reports {
    match read_ofsted("reports.json", text.as_bytes()).unwrap() {
        Ofsted::Reports(it) => it,
        other => panic!("{other:?}"),
    }
}

fn why(name: &str, text: &str) -> String {
    read_ofsted(name, text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn the_latest_outcome_counts_and_a_blank_grade_is_no_grade() {
    let all = outcomes(OUTCOMES);
    let own = all.latest("801").unwrap();
    assert_eq!(own.overall, Some(Grade::Good));
    assert_eq!(own.published.to_string(), "2023-10-27");
    assert_eq!(
        own.inspected.words,
        "11 September 2023 to 15 September 2023"
    );
    assert_eq!(own.care_leavers, None);
    assert_eq!(all.latest("803").unwrap().overall, None);
    assert!(all.latest("999").is_none());
}

#[test]
fn neighbours_show_their_own_latest_grade_and_when_they_were_inspected() {
    let all = outcomes(OUTCOMES);
    let rows: Vec<_> = neighbours(&all, "801")
        .into_iter()
        .map(|it| {
            (
                it.la_code,
                it.name,
                it.grade,
                it.published.map(|it| it.to_string()),
            )
        })
        .collect();
    let row = |code: &str, name: &str, grade, published: Option<&str>| {
        (
            code.to_owned(),
            name.to_owned(),
            grade,
            published.map(ToOwned::to_owned),
        )
    };
    assert_eq!(
        rows,
        [
            // Its own row is newer than the copy in Wayshire's.
            row(
                "802",
                "northshire",
                Some(Grade::RequiresImprovement),
                Some("2024-01-05")
            ),
            row("803", "newshire", None, Some("2026-05-16")),
            // No row of its own: what Wayshire's row says is all there is.
            row("804", "", Some(Grade::Good), None),
        ]
    );
    assert!(neighbours(&all, "999").is_empty());
}

#[test]
fn every_wrong_cell_is_named_by_line_and_column() {
    let broken = OUTCOMES
        .replace("good,short", "splendid,short")
        .replace("5/1/2024", "31/02/2024")
        .replace("(803, nan)", "(here, 'good')");
    let said = why("outcomes.csv", &broken);
    for wanted in [
        "outcomes.csv: 3 values cannot be read, so nothing was loaded.",
        "Line 2, overall_effectiveness_grade: \"splendid\" is no grade.",
        "Line 2, stat_neighbour_judgement: \"here, 'good'\" is no council and grade.",
        "Line 3, publication_date: \"31/02/2024\" is no day such as 31/03/2024.",
    ] {
        assert!(said.contains(wanted), "{wanted} is not in: {said}");
    }
    let said = why(
        "outcomes.csv",
        &OUTCOMES.replace("publication_date", "published"),
    );
    assert_eq!(
        said,
        "outcomes.csv lacks the columns publication_date. Check that the row of headings is as published."
    );
    let said = why("outcomes.csv", &OUTCOMES[..OUTCOMES.len() - 30]);
    assert!(
        said.starts_with("outcomes.csv, line 5: the row has"),
        "{said}"
    );
}

const REPORTS: &str = r#"[
 {"urn": "1", "la": "wayshire", "file": "a.pdf", "published": "17 august 2018",
  "inspection_dates": "4 June 2018–28 June 2018", "kind": "SIF", "ogl": false,
  "judgements": {"overall": null, "help": "requires improvement", "leaders": "good", "care": null, "leavers": "inadequate"},
  "needs_to_improve": ["Care plans", " "]},
 {"urn": "1", "la": "wayshire", "file": "b.pdf", "published": "07 april 2025", "inspection_dates": "in spring",
  "judgements": {"overall": "outstanding"}, "ogl": true},
 {"urn": "2", "la": "bristow & east way", "file": "c.pdf", "published": "1 May 2020", "inspection_dates": "",
  "judgements": {}, "needs_to_improve": []},
 {"urn": "3", "la": "oldshire", "file": "d.pdf", "error": "could not be opened"}
]"#;

#[test]
fn a_council_finds_its_inspections_the_latest_first() {
    let all = reports(REPORTS);
    let own = inspections_of(&all.inspections, "Wayshire County Council");
    assert_eq!(
        own.iter().map(|it| it.file.as_str()).collect::<Vec<_>>(),
        ["b.pdf", "a.pdf"]
    );
    assert_eq!(own[0].needs_to_improve, None, "no list says nothing");
    assert_eq!(own[1].needs_to_improve, Some(vec!["Care plans".to_owned()]));
    assert_eq!(own[1].judgements.leavers, Some(Grade::Inadequate));
    assert_eq!(own[1].inspected.from.unwrap().to_string(), "2018-06-04");
    assert_eq!(
        (own[0].inspected.from, own[0].inspected.words.as_str()),
        (None, "in spring")
    );
    assert_eq!(inspections_of(&all.inspections, "2").len(), 1);
    assert_eq!(
        inspections_of(&all.inspections, "Bristow and East Way").len(),
        1
    );
    assert!(inspections_of(&all.inspections, "").is_empty());
    assert_eq!(all.unread, [("oldshire".to_owned(), "d.pdf".to_owned())]);
}

#[test]
fn a_broken_report_is_named() {
    let broken = REPORTS
        .replace("07 april 2025", "soon")
        .replace("\"outstanding\"", "\"splendid\"");
    let said = why("reports.json", &broken);
    for wanted in [
        "Report 2 (wayshire, b.pdf), published: \"soon\" is no day such as 17 august 2018.",
        "Report 2 (wayshire, b.pdf), judgements, overall: \"splendid\" is no grade.",
    ] {
        assert!(said.contains(wanted), "{wanted} is not in: {said}");
    }
    let said = why("reports.json", &REPORTS[..300]);
    assert!(
        said.starts_with("reports.json, line 5: it stops before its end."),
        "{said}"
    );
    assert!(
        why("x.csv", "Milk,Eggs\n1,2\n").starts_with("x.csv is not a list of Ofsted's findings.")
    );
    assert!(why("x.json", "{\"a\": 1}").starts_with("x.json is not a list of Ofsted's findings."));
}

fn sample(name: &str) -> Option<Ofsted> {
    let path = shared(&format!("samples/ofsted/{name}"))?;
    Some(read_ofsted(name, &fs::read(path).unwrap()).unwrap_or_else(|why| panic!("{why}")))
}

#[test]
fn the_published_reports_load_and_the_sources_councils_find_theirs() {
    let Some(Ofsted::Reports(all)) = sample("reports.json") else {
        return;
    };
    assert_eq!(all.inspections.len() + all.unread.len(), 435);
    assert_eq!(
        all.inspections
            .iter()
            .filter(|it| it.needs_to_improve.is_none())
            .count(),
        61
    );
    // Two reports break their sentence off; their words are kept and no day is guessed.
    let undated = all.inspections.iter();
    let undated = undated.filter(|it| it.inspected.from.is_none());
    assert!(
        undated
            .clone()
            .all(|it| it.inspected.words.contains(" and "))
    );
    assert_eq!(undated.count(), 2);
    let lancashire = inspections_of(&all.inspections, "Lancashire County Council");
    let told: Vec<_> = lancashire
        .iter()
        .map(|it| {
            (
                it.published.to_string(),
                it.needs_to_improve.as_ref().map_or(0, Vec::len),
            )
        })
        .collect();
    let wanted = [("2023-01-26", 4), ("2018-08-17", 11), ("2015-11-27", 17)];
    assert_eq!(told, wanted.map(|(day, items)| (day.to_owned(), items)));
    assert_eq!(
        inspections_of(&all.inspections, "London Borough of Tower Hamlets").len(),
        3
    );
}

#[test]
fn the_published_outcomes_load_and_show_neighbours_with_blank_grades() {
    let Some(Ofsted::Outcomes(all)) = sample("latest_outcomes.csv") else {
        return;
    };
    assert_eq!(all.rows.len(), 153);
    assert_eq!(all.rows.iter().filter(|it| it.overall.is_none()).count(), 2);
    for row in &all.rows {
        let shown = neighbours(&all, &row.la_code);
        assert_eq!(shown.len(), 10, "{}", row.name);
        assert!(
            shown
                .iter()
                .all(|it| it.published.is_some() && !it.name.is_empty())
        );
    }
    let blank = all.rows.iter().flat_map(|it| neighbours(&all, &it.la_code));
    assert!(blank.filter(|it| it.grade.is_none()).count() > 20);
    let Some(Ofsted::Outcomes(history)) = sample("outcome_history.csv") else {
        return;
    };
    assert_eq!(history.rows.len(), 399);
}

#[test]
fn the_published_councils_load() {
    let Some(Ofsted::Authorities(all)) = sample("authorities.csv") else {
        return;
    };
    let of = |code: &str| all.iter().find(|it| it.la_code == code).unwrap();
    assert_eq!(all.len(), 156);
    assert_eq!(
        (of("888").name.as_str(), of("888").neighbours.len()),
        ("Lancashire", 10)
    );
    let bcp = all
        .iter()
        .find(|it| it.also.iter().any(|it| it == "BCP"))
        .unwrap();
    assert!(
        bcp.also
            .iter()
            .any(|it| it == "Bournemouth, Christchurch & Poole"),
        "{:?}",
        bcp.also
    );
}
