//! Ofsted's files: loaded once, a council's inspection taken into the register on a page, its neighbours beside it.

use crate::site::{Answer, Site, Visitor};
use axum::body::Body;
use axum::http::{Request, header};
use waymark_programme::kinds::{FINDING, VISIT};
use waymark_programme::link::CAME_FROM;
use waymark_store::Role;

pub(crate) const REPORTS: &str = r#"[
{"urn": "80001", "la": "wayshire", "file": "a.pdf", "published": "11 february 2018", "inspection_dates": "6 to 17 December 2017",
 "judgements": {"leaders": "inadequate", "help": "inadequate", "care": "requires improvement to be good", "leavers": null, "overall": "inadequate"},
 "needs_to_improve": ["Oversight of decisions by managers", "The timeliness of visits to children", "Care leavers’ access to their health records"],
 "kind": "ILACS", "ogl": true},
{"urn": "80002", "la": "millshire", "file": "b.pdf", "published": "3 march 2017", "inspection_dates": "1 to 12 February 2017",
 "judgements": {"leaders": "good", "help": "good", "care": "good", "leavers": "good", "overall": "good"}, "kind": "SIF", "ogl": true}
]"#;

const OUTCOMES: &str = "urn,la_code,local_authority,inspection_link,overall_effectiveness_grade,inspection_framework,inspection_start_date,inspection_end_date,publication_date,impact_of_leaders_grade,help_and_protection_grade,in_care_grade,care_leavers_grade,stat_neighbours,stat_neighbour_judgement\n\
80001,901,wayshire,https://files.example.org/1,inadequate,standard,06/12/2017,17/12/2017,11/02/18,inadequate,inadequate,requires improvement,,\"902, 903\",\"[(902, 'good'), (903, nan)]\"\n\
80002,902,millshire,https://files.example.org/2,good,standard,01/02/2017,12/02/2017,03/03/17,good,good,good,good,901,\n\
80003,903,dale,https://files.example.org/3,,short,27/04/2026,01/05/2026,17/06/26,good,good,outstanding,good,901,\n";

pub(crate) async fn load(visitor: &mut Visitor, files: &[(&str, &[u8])]) -> Answer {
    let mut body = format!(
        "--XX\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n",
        visitor.csrf
    )
    .into_bytes();
    for (name, bytes) in files {
        let head = format!(
            "--XX\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--XX--\r\n");
    let request = Request::post("/ofsted/files")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=XX");
    visitor.send(request, Body::from(body)).await
}

async fn loaded() -> (Site, Visitor) {
    let site = Site::new().await;
    let mut analyst = site.as_analyst().await;
    let files: [(&str, &[u8]); 2] = [
        ("reports.json", REPORTS.as_bytes()),
        ("latest_outcomes.csv", OUTCOMES.as_bytes()),
    ];
    load(&mut analyst, &files).await.is(303);
    (site, analyst)
}

#[tokio::test]
async fn nothing_becomes_a_finding_until_it_is_confirmed_and_nothing_twice() {
    let (site, mut analyst) = loaded().await;
    analyst
        .get("/ofsted")
        .await
        .is(200)
        .says("2 inspection reports, the latest published on 11 February 2018")
        .says("outcomes of 3 inspections");
    assert_eq!(site.house.records().await.unwrap().of(&FINDING).count(), 0);

    let path = "/ofsted/80001/2018-02-11";
    analyst
        .get(path)
        .await
        .is(200)
        .says("The inspection will be written into the register")
        .says("Care leavers’ access to their health records");
    // Two of the three, then the third with the first ticked again.
    analyst
        .post(path, &[("items", "0"), ("items", "1")])
        .await
        .is(303);
    analyst
        .post(path, &[("items", "0")])
        .await
        .is(422)
        .says("Tick what is to become a finding");
    analyst
        .post(path, &[("items", "0"), ("items", "2")])
        .await
        .is(303);
    analyst
        .post(path, &[("items", "0"), ("items", "1"), ("items", "2")])
        .await
        .is(422)
        .says("Everything is in the register already. Nothing was made twice");

    let records = site.house.records().await.unwrap();
    let visits: Vec<_> = records.of(&VISIT).collect();
    assert_eq!(visits.len(), 1);
    assert_eq!(visits[0].text("grade"), "inadequate");
    assert_eq!(visits[0].text("date"), "2017-12-06");
    assert_eq!(visits[0].state.word, "reported");
    assert_eq!(records.of(&FINDING).count(), 3);
    for finding in records.of(&FINDING) {
        assert_eq!(finding.state.word, "waiting");
        assert_eq!(finding.text("sense"), "improve");
        let from = records.leads_to(finding.id, &CAME_FROM).next().unwrap();
        assert_eq!(from.id, visits[0].id);
    }
    analyst
        .get("/findings")
        .await
        .says("of which 3 wait for a line of the plan");
}

#[tokio::test]
async fn neighbours_stand_beside_the_council_with_blank_grades_in_words() {
    let (site, _) = loaded().await;
    let mut chair = site.visitor(Role::Chair).await;
    // The council's own name finds it among "wayshire" and "millshire".
    chair
        .get("/ofsted")
        .await
        .is(200)
        .says("Overall grades of its 2 statistical neighbours: 1 good, 1 without one.")
        .says("inspected between 1 February 2017 and 27 April 2026")
        .says("Dale No overall grade: inspections since April 2026 give none Good Good Outstanding Good");
    chair
        .get("/ofsted?council=80002")
        .await
        .is(200)
        .says("The file has no list of what needs to improve");
    chair
        .get("/ofsted?council=1")
        .await
        .is(200)
        .says("The files know no such council");
}

#[tokio::test]
async fn a_file_that_is_none_of_ofsteds_is_refused_whole() {
    let site = Site::new().await;
    let mut director = site.visitor(Role::Director).await;
    let files: [(&str, &[u8]); 2] = [
        ("reports.json", REPORTS.as_bytes()),
        ("b.csv", b"a,b\n1,2\n"),
    ];
    load(&mut director, &files)
        .await
        .is(422)
        .says("b.csv is not a list of Ofsted's findings")
        .says("None of the files was kept");
    director
        .get("/ofsted")
        .await
        .is(200)
        .says("None of Ofsted’s files has been loaded yet");
    let mut member = site.visitor(Role::Member).await;
    load(&mut member, &files).await.is(403);
}

#[tokio::test]
async fn a_later_file_takes_the_place_of_the_earlier_of_its_sort() {
    let (_site, mut analyst) = loaded().await;
    let later = REPORTS.replace("3 march 2017", "4 march 2018");
    let files: [(&str, &[u8]); 1] = [("new.json", later.as_bytes())];
    load(&mut analyst, &files).await.is(303);
    analyst
        .get("/ofsted")
        .await
        .is(200)
        .says("2 inspection reports, the latest published on 4 March 2018")
        .never_says("the latest published on 11 February 2018");
    analyst
        .get("/ofsted")
        .await
        .says("outcomes of 3 inspections");
}

/// Ofsted's real files, where the reference material is at hand.
#[tokio::test]
async fn every_council_of_the_real_files_can_be_shown() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/samples/ofsted"
    );
    let read = |name: &str| std::fs::read(format!("{folder}/{name}"));
    let (Ok(reports), Ok(outcomes), Ok(authorities)) = (
        read("reports.json"),
        read("latest_outcomes.csv"),
        read("authorities.csv"),
    ) else {
        println!("skipped: {folder} is not here");
        return;
    };
    let site = Site::new().await;
    let mut chair = site.visitor(Role::Chair).await;
    let files: [(&str, &[u8]); 3] = [
        ("reports.json", &reports),
        ("latest_outcomes.csv", &outcomes),
        ("authorities.csv", &authorities),
    ];
    load(&mut chair, &files).await.is(303);
    let page = chair.get("/ofsted").await;
    let urns: Vec<String> = page
        .body
        .split("<option value=\"")
        .skip(1)
        .filter_map(|it| it.split('"').next())
        .filter(|it| !it.is_empty())
        .map(str::to_owned)
        .collect();
    assert!(urns.len() > 150, "{}", urns.len());
    for urn in &urns {
        chair.get(&format!("/ofsted?council={urn}")).await.is(200);
    }
    // Seven things to improve of one council's report, as findings.
    let path = "/ofsted/2532287/2022-02-11";
    chair
        .get(path)
        .await
        .is(200)
        .says("The standard of care provided to young people");
    let items: Vec<String> = (0..7).map(|it| it.to_string()).collect();
    let fields: Vec<(&str, &str)> = items.iter().map(|it| ("items", it.as_str())).collect();
    chair.post(path, &fields).await.is(303);
    assert_eq!(site.house.records().await.unwrap().of(&FINDING).count(), 7);
}

#[tokio::test]
async fn the_demonstration_has_an_inspection_its_findings_and_neighbours() {
    let site = Site::new().await;
    let files = [
        (
            "reports.json",
            include_str!("../../../wayshire/ofsted/reports.json"),
        ),
        (
            "latest_outcomes.csv",
            include_str!("../../../wayshire/ofsted/latest_outcomes.csv"),
        ),
    ];
    // Started twice, the demonstration loads them once.
    for _ in 0..2 {
        waymark_web::demo::keep_ofsted(site.store(), &files)
            .await
            .unwrap();
    }
    let mut analyst = site.as_analyst().await;
    analyst
        .get("/ofsted")
        .await
        .is(200)
        .says("5 inspection reports, the latest published on 30 June 2017")
        .says("outcomes of 10 inspections, the latest published on 19 March 2018")
        // The county finds itself, and what needs to improve.
        .says("Inspected 2 to 26 November 2015, published 15 January 2016")
        .says("6 things need to improve")
        // Beside it councils like it: one has judgements and no overall grade, one is in no file.
        .says("Overall grades of its 10 statistical neighbours: 1 outstanding, 3 good, 3 requires improvement to be good, 1 inadequate, 2 without one.")
        .says("Corrindale")
        .says("Not in the file of outcomes");
    let path = "/ofsted/999000/2016-01-15";
    analyst
        .get(path)
        .await
        .says("Care leavers are not told what they may ask for");
    analyst.post(path, &[("items", "5")]).await.is(303);
    analyst
        .get("/ofsted")
        .await
        .says("with 1 finding of what needs to improve");
}
