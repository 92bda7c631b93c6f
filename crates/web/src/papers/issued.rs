//! Papers as they were issued: read from the files that are kept with their records, once.

use super::making::is_own;
use crate::house::House;
use crate::problem::Problem;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use waymark_programme::kinds::PAPER;
use waymark_programme::{Record, RecordId, Records};
use waymark_report::paper::{Beneath, Paper};
use waymark_store::RecordFile;

/// What the name of the file that holds a paper's value ends with.
const VALUE: &str = ".paper.json";

/// The name of the file that holds a paper's value.
#[must_use]
pub fn value_name(paper: &Paper) -> String {
    format!("{}{VALUE}", paper.file_name())
}

/// A paper as it was issued.
#[derive(Clone)]
pub struct Issued {
    /// Its value.
    pub paper: Arc<Paper>,
    /// Its files in each format, and its value's.
    pub files: Arc<Vec<RecordFile>>,
}

impl Issued {
    /// The file of a format, by its name's ending.
    #[must_use]
    pub fn file(&self, ending: &str) -> Option<&RecordFile> {
        let dotted = format!(".{ending}");
        self.files
            .iter()
            .find(|it| it.name.ends_with(&dotted) && !it.name.ends_with(VALUE))
    }
}

/// Issued papers that were read before. What was issued does not change, so what was read once stands.
#[derive(Default)]
pub(crate) struct Shelf(Mutex<HashMap<RecordId, Issued>>, Beneaths);

/// What lies beneath papers.
type Beneaths = Mutex<HashMap<RecordId, Arc<Beneath>>>;

impl House {
    /// Waymark's own papers that were issued, the earliest first.
    pub fn issued_papers<'a>(&self, records: &'a Records) -> Vec<&'a Record> {
        let issued = |it: &&Record| is_own(it) && it.state.word == "circulated" && !it.deleted;
        records.of(&PAPER).filter(issued).collect()
    }

    /// A paper as it was issued; none where it was not, or was erased since.
    ///
    /// # Errors
    /// When the store does not answer, or what it keeps is damaged.
    pub async fn issued(&self, record: &Record) -> Result<Option<Issued>, Problem> {
        if record.state.word != "circulated" || record.erased {
            return Ok(None);
        }
        let known = || {
            self.papers()
                .0
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(issued) = known().get(&record.id) {
            return Ok(Some(issued.clone()));
        }
        let files = self.store().files_of(record.id).await?;
        let Some(value) = files
            .iter()
            .rfind(|it| it.name.ends_with(VALUE) && it.sha256 == record.text("hash"))
        else {
            return Ok(None);
        };
        let (_, bytes) = self.store().record_file(value.id).await?;
        let text =
            String::from_utf8(bytes).map_err(|_| Problem::Broken("an issued paper is not text"))?;
        let paper =
            Paper::thawed(&text).map_err(|_| Problem::Broken("an issued paper cannot be read"))?;
        let named = record.values.list("files");
        let files = files
            .into_iter()
            .filter(|it| named.contains(&it.id.to_string()))
            .collect();
        let issued = Issued {
            paper: Arc::new(paper),
            files: Arc::new(files),
        };
        known().insert(record.id, issued.clone());
        Ok(Some(issued))
    }

    /// The true numbers of what an issued paper hides, for whoever makes the next one and for no page; empty for a paper
    /// that was issued before they were kept.
    pub(super) async fn beneath(&self, record: &Record) -> Result<Arc<Beneath>, Problem> {
        let known = || {
            self.papers()
                .1
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(beneath) = known().get(&record.id) {
            return Ok(Arc::clone(beneath));
        }
        let bytes = self.store().sealed(record.id).await?.unwrap_or_default();
        let beneath = match String::from_utf8(bytes) {
            Ok(text) if text.is_empty() => Some(Beneath::default()),
            Ok(text) => Beneath::unsealed(&text).ok(),
            Err(_) => None,
        };
        let beneath = beneath.ok_or(Problem::Broken(
            "what lies beneath an issued paper cannot be read",
        ))?;
        let beneath = Arc::new(beneath);
        known().insert(record.id, Arc::clone(&beneath));
        Ok(beneath)
    }
}
