//! What an inspection's first day asks for, in one download.

use crate::figures_site;
use crate::self_assessment::{drafted, planned};
use crate::site::Answer;
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use waymark_programme::kinds::AUDIT;
use waymark_programme::{Author, Change, Changes};
use waymark_store::{NewRecordFile, Role};

/// The files of a zip by name.
pub(crate) fn unzipped(answer: &Answer) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(answer.bytes.clone())).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// A file of it that is text.
pub(crate) fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

#[tokio::test]
async fn the_bundle_holds_children_for_an_analyst_alone_and_the_access_log_says_so() {
    let site = figures_site::site().await;
    let drafted = drafted(&site).await;
    planned(&site, &drafted).await;
    let bundle = format!("{}/bundle.zip", drafted.path);
    let mut administrator = site.as_administrator().await;
    for role in [Role::Director, Role::Member, Role::Manager, Role::Auditor] {
        let answer = site.visitor(role).await.get(&bundle).await;
        let files = unzipped(answer.is(200));
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "README.txt",
                "audits.csv",
                "evidence.csv",
                "findings.csv",
                "plan.csv"
            ],
            "{role:?}"
        );
        let readme = text(&files, "README.txt");
        assert!(readme.contains("For board members and officers only"));
        assert!(readme.contains("Figures as at 31 March 2018"), "{readme}");
        assert!(readme.contains("no version has been signed off"));
        assert!(readme.contains("is for analysts"));
    }
    administrator
        .get("/access-log")
        .await
        .is(200)
        .never_says("inspection-day bundle");
    let files = unzipped(site.as_analyst().await.get(&bundle).await.is(200));
    let loaded: Vec<&String> = files
        .keys()
        .filter(|it| it.starts_with("annex-a/"))
        .collect();
    assert_eq!(loaded.len(), 2, "{loaded:?}");
    assert!(text(&files, loaded[0]).contains("M3000"));
    assert!(text(&files, "README.txt").contains("It names children"));
    let evidence = text(&files, "evidence.csv");
    assert!(evidence.contains("assessment-45") && evidence.contains("80% (40 of 50)"));
    assert!(
        evidence.contains("AUD-") && evidence.contains("small numbers shown"),
        "{evidence}"
    );
    let plan = text(&files, "plan.csv");
    assert!(
        plan.contains("Review every plan") && plan.contains("Not yet measurable"),
        "{plan}"
    );
    assert!(text(&files, "audits.csv").contains("Child in need plans"));
    administrator
        .get("/access-log")
        .await
        .is(200)
        .says("in the inspection-day bundle, downloaded");
}

/// An inspector asks for the audit itself, not for its name.
#[tokio::test]
async fn the_files_of_what_a_claim_rests_on_are_in_the_bundle() {
    let site = figures_site::site().await;
    let drafted = drafted(&site).await;
    planned(&site, &drafted).await;
    let records = site.house.records().await.unwrap();
    let audit = records.of(&AUDIT).next().unwrap();
    let mut changes = Changes::by(Author {
        account: None,
        name: "Marcus Bell".into(),
    });
    changes.list.push(Change::Edit {
        record: audit.id,
        read: audit.version,
        readers: audit.readers,
        values: audit.values.clone(),
    });
    let file = NewRecordFile {
        record: audit.id,
        name: "../audit of plans.txt".into(),
        content_type: "text/plain".into(),
        bytes: b"Forty plans were read.".to_vec(),
    };
    let kept = site.store().keep_with_files(&changes, vec![file], "files");
    kept.await.unwrap();
    let bundle = format!("{}/bundle.zip", drafted.path);
    let answer = site.visitor(Role::Director).await.get(&bundle).await;
    let files = unzipped(answer.is(200));
    let name = format!("evidence/{}/01-audit of plans.txt", audit.reference());
    assert_eq!(text(&files, &name), "Forty plans were read.");
    assert!(text(&files, "README.txt").contains("the files of the records it names"));
}
