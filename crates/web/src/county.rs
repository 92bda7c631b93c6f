//! The council's returns as the pages read them: every figure of every cut, and the children of the latest.
//!
//! Figures are a pure function of the uploads and the settings, so nothing here is stored: it is made anew when an upload
//! comes or goes.

use crate::figures::anew::NewLimits;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};
use waymark_data::annex_a::{Cut, Data};
use waymark_data::{Areas, Day, Table, Words};
use waymark_import::{InputFile, ReturnKind};
use waymark_measures::history::{self, CutFigures, Point, Whom};
use waymark_measures::{Basis, Measure, Settings};
use waymark_store::{Store, StoreError, Upload, UploadId, UploadState};

/// The kind under which Annex A returns are kept.
pub const ANNEX_A: &str = "annex-a";

/// Everything the pages know of the council's children.
pub struct County {
    /// The store's generation it was made from.
    pub generation: i64,
    /// Every cut, earliest first.
    pub cuts: Vec<Arc<LoadedCut>>,
    /// The children of the latest cut; none before the first upload.
    pub data: Option<Arc<Data>>,
    /// Returns that are kept but could not be read again, by upload, and why.
    pub unread: Vec<(UploadId, String)>,
    areas: Areas,
    settings: Settings,
    /// Where people have drawn limits anew.
    new_limits: Arc<[NewLimits]>,
    /// What pages have drawn from it, made once.
    pub(crate) drawn: crate::figures::Drawn,
}

/// One cut of the returns.
pub struct LoadedCut {
    /// Its as-at date and scope.
    pub cut: Cut,
    /// The uploads it is made of, the latest first.
    pub uploads: Vec<UploadId>,
    /// All its figures.
    pub figures: CutFigures,
}

/// What an upload's bytes gave.
struct Read {
    cut: Cut,
    uploads: Vec<UploadId>,
    outcome: Result<Data, String>,
}

impl County {
    /// A county without any return.
    #[must_use]
    pub fn empty(areas: Areas, settings: Settings) -> Self {
        Self {
            generation: -1,
            cuts: Vec::new(),
            data: None,
            unread: Vec::new(),
            areas,
            settings,
            new_limits: Arc::default(),
            drawn: crate::figures::Drawn::default(),
        }
    }

    /// Reads every kept return and computes every figure, as many cuts at a time as there are processors.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn load(
        store: &Store,
        areas: &Areas,
        settings: &Settings,
    ) -> Result<Self, StoreError> {
        Self::empty(areas.clone(), settings.clone())
            .reloaded(store)
            .await
    }

    /// The county as the store has it now. A cut made of the same uploads as before is the same, so only what came or
    /// went is read.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn reloaded(&self, store: &Store) -> Result<Self, StoreError> {
        let (areas, settings) = (&self.areas, &self.settings);
        let generation = store.generation().await?;
        let mut county = Self {
            generation,
            new_limits: Arc::clone(&self.new_limits),
            ..Self::empty(areas.clone(), settings.clone())
        };
        let mut by_day: BTreeMap<Day, Vec<Upload>> = BTreeMap::new();
        for upload in store.uploads().await? {
            if upload.kind == ANNEX_A && upload.state == UploadState::Kept {
                by_day
                    .entry(Day::from(upload.as_at))
                    .or_default()
                    .push(upload);
            }
        }
        let latest = by_day.keys().next_back().copied();
        by_day.retain(|day, uploads| {
            let same = self.kept_of(uploads, latest == Some(*day));
            same.is_none_or(|cut| {
                if latest == Some(*day) {
                    county.data.clone_from(&self.data);
                }
                county.cuts.push(cut);
                false
            })
        });
        let width = std::thread::available_parallelism().map_or(1, usize::from);
        let mut running = std::collections::VecDeque::new();
        let mut waiting = by_day.into_iter();
        loop {
            while running.len() < width
                && let Some((day, uploads)) = waiting.next()
            {
                let mut bytes = Vec::new();
                for upload in &uploads {
                    bytes.push((
                        upload.id,
                        upload.scope_months,
                        store.files(upload.id).await?,
                    ));
                }
                let (areas, settings) = (areas.clone(), settings.clone());
                running.push_back(tokio::task::spawn_blocking(move || {
                    let read = read(day, bytes, &areas);
                    let figures = read
                        .outcome
                        .as_ref()
                        .ok()
                        .map(|data| CutFigures::of(data, &settings));
                    (read, figures)
                }));
            }
            let Some(next) = running.pop_front() else {
                break;
            };
            let (read, figures) = next
                .await
                .unwrap_or_else(|error| match error.try_into_panic() {
                    Ok(panic) => std::panic::resume_unwind(panic),
                    Err(_) => unreachable!("the task is never aborted"),
                });
            county.add(read, figures, latest);
        }
        county.cuts.sort_by_key(|it| it.cut.as_at);
        // What pages say of it is drawn before it is theirs, so that the first reader does not wait.
        let drawing = tokio::task::spawn_blocking(move || {
            county.draw();
            county
        });
        Ok(drawing
            .await
            .unwrap_or_else(|stopped| std::panic::resume_unwind(stopped.into_panic())))
    }

    /// The cut made of just these uploads, where it is here, with its children if it is the latest.
    fn kept_of(&self, uploads: &[Upload], latest: bool) -> Option<Arc<LoadedCut>> {
        let cut = self
            .cuts
            .iter()
            .find(|it| it.uploads.iter().eq(uploads.iter().map(|it| &it.id)))?;
        let has_children =
            self.latest().is_some_and(|it| it.uploads == cut.uploads) && self.data.is_some();
        (!latest || has_children).then(|| Arc::clone(cut))
    }

    fn add(&mut self, read: Read, figures: Option<CutFigures>, latest: Option<Day>) {
        match (read.outcome, figures) {
            (Ok(data), Some(figures)) => {
                self.cuts.push(Arc::new(LoadedCut {
                    cut: read.cut,
                    uploads: read.uploads,
                    figures,
                }));
                if Some(read.cut.as_at) == latest {
                    self.data = Some(Arc::new(data));
                }
            }
            (Err(why), _) => self
                .unread
                .extend(read.uploads.into_iter().map(|id| (id, why.clone()))),
            (Ok(_), None) => {}
        }
    }

    /// The county as a day's returns and those before tell it; itself where there is none later. Drawn once for each day.
    #[must_use]
    pub fn until(self: &Arc<Self>, day: Day) -> Arc<Self> {
        if self.cuts.last().is_none_or(|it| it.cut.as_at <= day) {
            return Arc::clone(self);
        }
        let known = || {
            self.drawn
                .until
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
        };
        if let Some(county) = known().get(&day) {
            return Arc::clone(county);
        }
        let county = Arc::new(Self {
            generation: self.generation,
            cuts: self
                .cuts
                .iter()
                .filter(|it| it.cut.as_at <= day)
                .cloned()
                .collect(),
            new_limits: Arc::clone(&self.new_limits),
            ..Self::empty(self.areas.clone(), self.settings.clone())
        });
        known().insert(day, Arc::clone(&county));
        county
    }

    /// The same returns with limits drawn anew where these decisions say; what is told of them is not drawn yet.
    #[must_use]
    pub fn with_new_limits(&self, new_limits: Vec<NewLimits>) -> Self {
        Self {
            generation: self.generation,
            cuts: self.cuts.clone(),
            data: self.data.clone(),
            unread: self.unread.clone(),
            new_limits: new_limits.into(),
            ..Self::empty(self.areas.clone(), self.settings.clone())
        }
    }

    /// Where people have drawn limits anew.
    #[must_use]
    pub fn new_limits(&self) -> &[NewLimits] {
        &self.new_limits
    }

    /// The latest cut.
    #[must_use]
    pub fn latest(&self) -> Option<&LoadedCut> {
        self.cuts.last().map(Arc::as_ref)
    }

    /// The figures that some uploads of one day give together, and no others: what the pages showed before another came,
    /// or will show when it is gone. None where they hold no Annex A return.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn figures_of(
        &self,
        store: &Store,
        uploads: &[&Upload],
    ) -> Result<Option<CutFigures>, StoreError> {
        let Some(first) = uploads.first() else {
            return Ok(None);
        };
        let day = Day::from(first.as_at);
        let mut kept = Vec::new();
        for upload in uploads {
            kept.push((
                upload.id,
                upload.scope_months,
                store.files(upload.id).await?,
            ));
        }
        let (areas, settings) = (self.areas.clone(), self.settings.clone());
        let work = move || {
            let data = read(day, kept, &areas).outcome.ok()?;
            Some(CutFigures::of(&data, &settings))
        };
        Ok(tokio::task::spawn_blocking(work)
            .await
            .unwrap_or_else(|stopped| std::panic::resume_unwind(stopped.into_panic())))
    }

    /// The children that some uploads of one day give together, read again; none where one of them is gone or they hold no
    /// Annex A return. Reads and joins them: not for a thread that serves pages.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn data_of(
        &self,
        store: &Store,
        day: Day,
        uploads: &[UploadId],
    ) -> Result<Option<Data>, StoreError> {
        let mut kept = Vec::new();
        for id in uploads {
            let upload = store.upload(*id).await?;
            if upload.state != UploadState::Kept || Day::from(upload.as_at) != day {
                return Ok(None);
            }
            kept.push((*id, upload.scope_months, store.files(*id).await?));
        }
        Ok(read(day, kept, &self.areas).outcome.ok())
    }

    /// The council's areas.
    #[must_use]
    pub fn areas(&self) -> &Areas {
        &self.areas
    }

    /// The council's limits and targets.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// A measure over time.
    #[must_use]
    pub fn series(
        &self,
        measure: &'static Measure,
        band: Option<u8>,
        basis: Basis,
        whom: Whom<'_>,
    ) -> Vec<Point> {
        let cuts: Vec<&CutFigures> = self.cuts.iter().map(|it| &it.figures).collect();
        history::series(&cuts, &self.areas, measure, band, basis, whom)
    }
}

/// Joins the uploads of one day. For each list the latest upload that has it counts, so that a corrected list supersedes
/// its earlier self and a list sent apart joins the others.
fn read(day: Day, uploads: Vec<Kept>, areas: &Areas) -> Read {
    // The store lists the newest first.
    let scope_months = uploads.first().map_or(6, |(_, scope, _)| *scope);
    let cut = Cut {
        as_at: day,
        scope_months,
    };
    let ids: Vec<UploadId> = uploads.iter().map(|(id, ..)| *id).collect();
    let outcome = together(&uploads).or_else(|why| {
        // One that cannot be read any more must not take the others with it.
        let whole: Vec<Kept> = uploads
            .into_iter()
            .filter(|it| together(std::slice::from_ref(it)).is_ok())
            .collect();
        if whole.is_empty() {
            Err(why)
        } else {
            together(&whole)
        }
    });
    Read {
        cut,
        uploads: ids,
        outcome: outcome.map(|(tables, words)| Data::join(&tables, words, cut, areas)),
    }
}

/// An upload's number, scope and files.
type Kept = (UploadId, u32, Vec<(String, Vec<u8>)>);

/// The tables of all the uploads over one set of words; of each list those of the first upload that has it.
fn together(uploads: &[Kept]) -> Result<(Vec<Table>, Words), String> {
    let mut files = Vec::new();
    for (at, (_, _, inside)) in uploads.iter().enumerate() {
        files.extend(
            inside
                .iter()
                .map(|(name, bytes)| InputFile::new(format!("{at}/{name}"), bytes.as_slice())),
        );
    }
    let found = waymark_import::read(&files).map_err(|error| error.to_string())?;
    if found.kind != ReturnKind::AnnexA {
        return Err(format!("it is not an Annex A return but {}", found.kind));
    }
    let which = |table: &Table| {
        let number = table
            .place
            .file
            .split_once('/')
            .and_then(|(at, _)| at.parse::<usize>().ok());
        number.unwrap_or(usize::MAX)
    };
    let mut first: BTreeMap<&'static str, usize> = BTreeMap::new();
    for table in &found.tables {
        let at = first.entry(table.spec.name.as_str()).or_insert(usize::MAX);
        *at = (*at).min(which(table));
    }
    let mut tables: Vec<Table> = found
        .tables
        .into_iter()
        .filter(|it| first.get(it.spec.name.as_str()) == Some(&which(it)))
        .collect();
    for table in &mut tables {
        if let Some((_, name)) = table.place.file.split_once('/') {
            table.place.file = name.to_owned();
        }
    }
    Ok((tables, found.words))
}
