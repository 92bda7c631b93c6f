//! The inspection-day bundle: the version that was signed off, its evidence, the plan, audits and findings in one download;
//! for an analyst the latest Annex A return as it was loaded, noted in the access log before it is read.

use super::{find, paper_of, tables};
use crate::county::{County, LoadedCut};
use crate::download::{marked, sent};
use crate::house::House;
use crate::problem::Problem;
use crate::user::{Audience, SeesProgramme, User, role_words};
use axum::extract::{Path, State};
use axum::response::Response;
use std::collections::BTreeSet;
use std::io::{Cursor, Write as _};
use waymark_programme::self_assessment::{claims, current, latest_signed};
use waymark_programme::{Record, Records, link};
use waymark_report::Table;
use waymark_store::Role;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// Files by their names in the bundle.
type Files = Vec<(String, Vec<u8>)>;

pub(super) async fn send(
    SeesProgramme(user): SeesProgramme,
    State(house): State<House>,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let records = house.records_for(&user).await?;
    let assessment = find(&records, &user, &number)?;
    let (county, today) = (house.county(), house.today());
    let signed = if assessment.is_open() {
        latest_signed(&records)
    } else {
        Some(assessment)
    };
    // A version's claims go on to the next, so the evidence is of those that stand.
    let standing = if claims(&records, assessment.id).is_empty() {
        current(&records).unwrap_or(assessment)
    } else {
        assessment
    };
    let mut files = match signed {
        Some(signed) => frozen(&house, &records, signed).await?,
        None => Files::new(),
    };
    let frozen = files.len();
    let as_csv = |name: &str, table: &Table| (name.to_owned(), marked(Audience::Board, table));
    files.push(as_csv(
        "evidence.csv",
        &tables::of_evidence(&county, &records, standing, today),
    ));
    let evidence = evidence_files(&house, &records, standing).await?;
    let shown = evidence.len();
    files.extend(evidence);
    files.push(as_csv(
        "plan.csv",
        &tables::of_plan(&county, &records, today),
    ));
    files.push(as_csv("audits.csv", &tables::of_audits(&records)));
    files.push(as_csv("findings.csv", &tables::of_findings(&records)));
    let cut = county.latest();
    let loaded = match cut {
        Some(cut) if user.role == Role::Analyst => as_loaded(&house, &user, &county, cut).await?,
        _ => Files::new(),
    };
    let told = Told {
        council: &house.options().name,
        user: &user,
        signed: signed.filter(|_| frozen > 0),
        standing,
        made: today.words(),
        as_at: cut.map(|it| it.cut.as_at.words()),
        evidence: shown,
        loaded: loaded.len(),
    };
    files.insert(0, ("README.txt".to_owned(), told.readme().into_bytes()));
    files.extend(loaded);
    let bytes = tokio::task::spawn_blocking(move || packed(&files))
        .await
        .map_err(|_| Problem::Broken("a bundle could not be packed"))?
        .map_err(|_| Problem::Broken("a bundle could not be packed"))?;
    let name = format!("inspection-bundle-{today}-board.zip");
    Ok(sent(bytes, "application/zip", &name))
}

/// The files of a version as it was signed off.
async fn frozen(house: &House, records: &Records, signed: &Record) -> Result<Files, Problem> {
    let mut files = Files::new();
    let Some(paper) = paper_of(records, signed) else {
        return Ok(files);
    };
    if let Some(issued) = house.issued(paper).await? {
        for file in issued.files.iter().filter(|it| !it.erased) {
            let (file, bytes) = house.store().record_file(file.id).await?;
            files.push((format!("self-assessment/{}", plain(&file.name)), bytes));
        }
    }
    Ok(files)
}

/// The files of every record that a claim rests on.
async fn evidence_files(
    house: &House,
    records: &Records,
    standing: &Record,
) -> Result<Files, Problem> {
    let mut files = Files::new();
    let mut met = BTreeSet::new();
    for claim in claims(records, standing.id) {
        for record in records.led_here(claim.id, &link::EVIDENCE_FOR) {
            if !met.insert(record.id) {
                continue;
            }
            let kept = house.store().files_of(record.id).await?;
            for (n, file) in (1..).zip(kept.iter().filter(|it| !it.erased)) {
                let (file, bytes) = house.store().record_file(file.id).await?;
                let (reference, name) = (record.reference(), plain(&file.name));
                files.push((format!("evidence/{reference}/{n:02}-{name}"), bytes));
            }
        }
    }
    Ok(files)
}

/// The files of the latest return as they were loaded. Every child in it is noted first.
async fn as_loaded(
    house: &House,
    user: &User,
    county: &County,
    cut: &LoadedCut,
) -> Result<Files, Problem> {
    let children: Vec<String> = county.data.as_ref().map_or_else(Vec::new, |data| {
        data.children()
            .map(|it| data.id(it).to_owned())
            .filter(|it| !it.is_empty())
            .collect()
    });
    let mut files = Files::new();
    for upload in &cut.uploads {
        house
            .store()
            .log_look(
                user.id,
                "the Annex A return as it was loaded, in the inspection-day bundle, downloaded",
                Some(*upload),
                &children,
            )
            .await?;
        for (n, (name, bytes)) in (1..).zip(house.store().files(*upload).await?) {
            files.push((
                format!("annex-a/{}-{n:02}-{}", upload.0, plain(&name)),
                bytes,
            ));
        }
    }
    Ok(files)
}

/// A name that is a file's in any system, and leads nowhere else.
fn plain(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = name
        .chars()
        .map(|it| {
            if it.is_alphanumeric() || "-_. ".contains(it) {
                it
            } else {
                '-'
            }
        })
        .take(120)
        .collect();
    plain.trim_start_matches('.').to_owned()
}

/// What the bundle says of itself.
struct Told<'a> {
    council: &'a str,
    user: &'a User,
    signed: Option<&'a Record>,
    standing: &'a Record,
    made: String,
    as_at: Option<String>,
    evidence: usize,
    loaded: usize,
}

impl Told<'_> {
    fn readme(&self) -> String {
        let signed = self.signed.map_or_else(
            || "  None: no version has been signed off.".to_owned(),
            |it| {
                let on = it
                    .day("signed_on")
                    .map_or_else(String::new, |it| it.words());
                format!(
                    "  self-assessment/   {} ({}), as it was signed off by {} on {on}",
                    it.title(),
                    it.reference(),
                    it.text("signed_by"),
                )
            },
        );
        let as_at = self
            .as_at
            .as_deref()
            .map_or("no return is loaded".to_owned(), str::to_owned);
        let annex = if self.loaded > 0 {
            "  annex-a/           the latest Annex A return, as it was loaded. It names children: keep it as you keep a case file,\n                     and delete it when you are done. That you took it is in the access log.".to_owned()
        } else if self.user.role == Role::Analyst {
            "  No Annex A return is loaded.".to_owned()
        } else {
            "  The Annex A return is not in it: it names children, and is for analysts.".to_owned()
        };
        let lines = [
            format!("Inspection-day bundle, {}", self.council),
            String::new(),
            Audience::Board.words().to_owned(),
            format!(
                "Made on {} for {} ({}). Figures as at {as_at}.",
                self.made,
                self.user.name,
                role_words(self.user.role)
            ),
            String::new(),
            "What is in it".to_owned(),
            signed,
            format!(
                "  evidence.csv       each claim of {} ({}) with its evidence as it stands today, and how old that is",
                self.standing.title(),
                self.standing.reference()
            ),
            match self.evidence {
                0 => "                     None of the records it names has a file.".to_owned(),
                _ => "  evidence/          the files of the records it names, by reference".to_owned(),
            },
            "  plan.csv           every line of the plan with its two ratings: delivery, and effect".to_owned(),
            "  audits.csv         every audit with its grades".to_owned(),
            "  findings.csv       every finding with what is being done about it".to_owned(),
            annex,
            String::new(),
            "A text in a CSV file that a spreadsheet would run as a formula has an apostrophe before it, which is no part of it.".to_owned(),
        ];
        lines.join("\r\n") + "\r\n"
    }
}

fn packed(files: &Files) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_leads_nowhere() {
        assert_eq!(plain("../../etc/passwd"), "passwd");
        assert_eq!(plain("C:\\returns\\List 1.csv"), "List 1.csv");
        assert_eq!(plain("..\u{202e}x"), "-x");
    }
}
