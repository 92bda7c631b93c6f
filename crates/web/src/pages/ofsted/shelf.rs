//! Ofsted's files as they are kept and read: files of one document, the latest of each sort.

use crate::house::House;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use waymark_data::Day;
use waymark_import::ofsted::{Authority, Inspection, Ofsted, Outcomes, read_ofsted};
use waymark_programme::kinds::DOCUMENT;
use waymark_programme::{Record, Records};
use waymark_store::{RecordFile, StoreError};

/// The title of the document whose files they are.
pub(crate) const TITLE: &str = "Ofsted’s published findings and outcomes";

/// Files read before, by number: a file never changes.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<HashMap<i64, Arc<Ofsted>>>);

/// What is loaded.
#[derive(Default)]
pub(super) struct Loaded {
    /// Every file in use, as the store keeps it.
    pub(super) files: Vec<RecordFile>,
    /// Files that cannot be read any more, and why.
    pub(super) unread: Vec<String>,
    read: Vec<Arc<Ofsted>>,
}

impl Loaded {
    /// Every inspection report.
    pub(super) fn inspections(&self) -> &[Inspection] {
        self.read
            .iter()
            .find_map(|it| match it.as_ref() {
                Ofsted::Reports(reports) => Some(reports.inspections.as_slice()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// The outcomes.
    pub(super) fn outcomes(&self) -> Option<&Outcomes> {
        self.read.iter().find_map(|it| match it.as_ref() {
            Ofsted::Outcomes(outcomes) => Some(outcomes),
            _ => None,
        })
    }

    /// Councils.
    pub(super) fn authorities(&self) -> &[Authority] {
        self.read
            .iter()
            .find_map(|it| match it.as_ref() {
                Ofsted::Authorities(authorities) => Some(authorities.as_slice()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// Whether nothing is loaded.
    pub(super) fn is_empty(&self) -> bool {
        self.read.is_empty()
    }

    /// What each file holds, in words.
    pub(super) fn words(&self) -> Vec<String> {
        self.read.iter().map(|it| holds(it)).collect()
    }
}

/// "435 inspection reports, the latest published on 17 June 2026".
pub(super) fn holds(file: &Ofsted) -> String {
    let latest = |days: Vec<Day>| {
        days.into_iter().max().map_or_else(String::new, |day| {
            format!(", the latest published on {}", day.words())
        })
    };
    match file {
        Ofsted::Reports(it) => format!(
            "{} inspection reports{}",
            it.inspections.len(),
            latest(it.inspections.iter().map(|it| it.published).collect())
        ),
        Ofsted::Outcomes(it) => format!(
            "outcomes of {} inspections{}",
            it.rows.len(),
            latest(it.rows.iter().map(|it| it.published).collect())
        ),
        Ofsted::Authorities(it) => {
            format!("{} councils with their statistical neighbours", it.len())
        }
    }
}

/// Which of the three sorts a file is; a later one takes the place of an earlier of its sort.
pub(super) fn sort(file: &Ofsted) -> u8 {
    match file {
        Ofsted::Reports(_) => 0,
        Ofsted::Outcomes(_) => 1,
        Ofsted::Authorities(_) => 2,
    }
}

/// The document whose files they are.
pub(super) fn document(records: &Records) -> Option<&Record> {
    records.of(&DOCUMENT).find(|it| it.title() == TITLE)
}

/// What is loaded now.
pub(super) async fn loaded(house: &House, records: &Records) -> Result<Loaded, StoreError> {
    let mut out = Loaded::default();
    let Some(document) = document(records) else {
        return Ok(out);
    };
    let used: Vec<i64> = document
        .values
        .list("files")
        .iter()
        .filter_map(|it| it.parse().ok())
        .collect();
    for file in house.store().files_of(document.id).await? {
        if !used.contains(&file.id) || file.erased {
            continue;
        }
        match known(house, &file).await? {
            Ok(read) => {
                out.read.push(read);
                out.files.push(file);
            }
            Err(why) => out.unread.push(why),
        }
    }
    Ok(out)
}

/// A file as it reads, from memory where it was read before.
pub(super) async fn known(
    house: &House,
    file: &RecordFile,
) -> Result<Result<Arc<Ofsted>, String>, StoreError> {
    let shelf = || {
        house
            .ofsted()
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    };
    if let Some(read) = shelf().get(&file.id) {
        return Ok(Ok(Arc::clone(read)));
    }
    let (file, bytes) = house.store().record_file(file.id).await?;
    let (id, name) = (file.id, file.name);
    Ok(read(name, bytes).await.map(|read| {
        let read = Arc::new(read);
        shelf().insert(id, Arc::clone(&read));
        read
    }))
}

/// Reads a file without holding up other pages.
pub(super) async fn read(name: String, bytes: Vec<u8>) -> Result<Ofsted, String> {
    let work = move || read_ofsted(&name, &bytes).map_err(|error| error.to_string());
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|stopped| std::panic::resume_unwind(stopped.into_panic()))
}
