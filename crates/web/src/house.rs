//! What every page may use: the store, the council's returns, how the council is set up, and what day it is.

use crate::api::Pace;
use crate::clock;
use crate::county::County;
use crate::figures::anew;
use crate::pages::actions::Slipped;
use crate::pages::ofsted;
use crate::pages::uploads::Remembered;
use crate::papers::{self, Press};
use crate::password;
use crate::user::User;
use arc_swap::ArcSwap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use waymark_data::{Areas, Day};
use waymark_measures::{Comparator, Settings};
use waymark_programme::Records;
use waymark_report::paper::template::Template;
use waymark_report::paper::templates;
use waymark_store::{PasswordHash, Store, StoreError, UploadId};

/// How a council has set Waymark up.
#[derive(Clone, Debug)]
pub struct Options {
    /// The council's name.
    pub name: String,
    /// What the council calls this system.
    pub service: String,
    /// The council's colour, as `#rrggbb`.
    pub colour: String,
    /// The council's logo: its bytes and content type.
    pub logo: Option<(Vec<u8>, String)>,
    /// Localities, districts, populations.
    pub areas: Areas,
    /// Limits, targets and comparators.
    pub settings: Settings,
    /// Where people find these pages, as letters and calendars name it: `https://waymark.example.gov.uk`, without a slash at
    /// its end.
    pub address: String,
    /// How letters go out.
    pub mail: crate::mail::Settings,
    /// Whether a proxy with TLS stands in front: cookies are then `Secure`, and the caller's address is the last one in
    /// `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Whether this is the demonstration: its accounts' passwords stand on the sign-in page.
    pub demo: bool,
    /// The day it is taken to be; `None`: today.
    pub today: Option<Day>,
    /// A limit this many days ahead is nearing.
    pub nearing_days: u32,
    /// Data older than this many days are said to be old before anything else is.
    pub stale_after_days: u32,
    /// The templates of papers: those that come with Waymark and the council's own.
    pub templates: Vec<Template>,
    /// What writes papers in each format.
    pub press: Press,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            name: "Your council".to_owned(),
            service: "Waymark".to_owned(),
            colour: waymark_govuk::DEFAULT_BRAND.to_owned(),
            logo: None,
            areas: Areas::default(),
            settings: Settings::default(),
            address: "http://127.0.0.1:8080".to_owned(),
            mail: crate::mail::Settings::default(),
            behind_proxy: false,
            demo: false,
            today: None,
            nearing_days: 7,
            stale_after_days: 35,
            templates: templates::all(&[]).templates,
            press: Press::default(),
        }
    }
}

/// How often a node asks whether another has taken a return or deleted one.
const ASK_EVERY: Duration = Duration::from_secs(2);

/// What every page may use. Cheap to clone.
#[derive(Clone)]
pub struct House(Arc<Inside>);

struct Inside {
    store: Store,
    county: ArcSwap<County>,
    /// Every record as this node last saw them.
    records: ArcSwap<Records>,
    /// How due dates were moved, as far as history was read.
    slipped: Slipped,
    /// Held while news of records is read, so that two pages do not read the same news.
    catching_up: tokio::sync::Mutex<()>,
    options: Options,
    /// Held while the returns are read again, so that two changes do not read them twice at once.
    reloading: tokio::sync::Mutex<()>,
    /// Each hash takes 19 MiB: two at a time.
    hashing: Semaphore,
    /// Each upload may hold 200 MB: two at a time.
    receiving: Semaphore,
    remembered: Remembered,
    /// Ofsted's files, read before.
    ofsted: ofsted::Shelf,
    pace: Pace,
    /// Papers as they were issued, read before.
    papers: papers::Shelf,
    /// Why figures of papers say something else now, found out before.
    why_known: papers::why::Known,
    /// Papers that are being issued.
    presses: crate::pages::papers::Presses,
    /// Printing takes seconds of a processor: one at a time, so that pages do not wait.
    printing: Semaphore,
}

impl House {
    /// A house whose returns have not been read yet: [`House::reload`] reads them, and `/healthz` answers 503 until then.
    #[must_use]
    pub fn new(store: Store, options: Options) -> Self {
        let county = County::empty(options.areas.clone(), options.settings.clone());
        Self(Arc::new(Inside {
            store,
            county: ArcSwap::from_pointee(county),
            records: ArcSwap::default(),
            slipped: Slipped::default(),
            catching_up: tokio::sync::Mutex::default(),
            options,
            reloading: tokio::sync::Mutex::new(()),
            hashing: Semaphore::new(2),
            receiving: Semaphore::new(2),
            remembered: Remembered::default(),
            ofsted: ofsted::Shelf::default(),
            pace: Pace::default(),
            papers: papers::Shelf::default(),
            why_known: papers::why::Known::default(),
            presses: crate::pages::papers::Presses::default(),
            printing: Semaphore::new(1),
        }))
    }

    /// The same store and returns, set up otherwise: on another day.
    #[must_use]
    pub fn on(&self, options: Options) -> Self {
        let other = Self::new(self.store().clone(), options);
        other.0.county.store(self.county());
        other
    }

    /// Why figures of papers say something else now, as far as it was found out before.
    pub(crate) fn why_known(&self) -> &papers::why::Known {
        &self.0.why_known
    }

    /// Where the facts are kept.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The council's returns as they were last read. A page takes it once, so that all of it speaks of one state.
    #[must_use]
    pub fn county(&self) -> Arc<County> {
        self.0.county.load_full()
    }

    /// Every record as it stands now, whichever node wrote it last. A page takes it once, so that all of it speaks of one
    /// state.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn records(&self) -> Result<Arc<Records>, StoreError> {
        let known = self.0.records.load_full();
        if self.store().records_seq().await? == known.seq {
            return Ok(known);
        }
        let _turn = self.0.catching_up.lock().await;
        let known = self.0.records.load_full();
        let news = self.store().news_since(known.seq).await?;
        if news.seq == known.seq {
            return Ok(known);
        }
        // After a restore the chain may be shorter than the one this node knew: everything is read anew.
        let next = if news.seq < known.seq {
            Records::default().with(self.store().news_since(0).await?)
        } else {
            known.with(news)
        };
        let next = Arc::new(next);
        self.0.records.store(Arc::clone(&next));
        self.draw_limits_anew().await;
        Ok(next)
    }

    /// Tells the county again where what people have decided of limits is no longer what it was told with. Only news of
    /// records and of returns asks: a page takes the county as it is told.
    async fn draw_limits_anew(&self) {
        loop {
            let county = self.county();
            let decided = anew::decided(&self.0.records.load());
            if county.new_limits() == decided {
                return;
            }
            let before = Arc::clone(&county);
            let drawing = tokio::task::spawn_blocking(move || {
                let county = before.with_new_limits(decided);
                county.draw();
                Arc::new(county)
            });
            let told = drawing
                .await
                .unwrap_or_else(|stopped| std::panic::resume_unwind(stopped.into_panic()));
            // Returns that came meanwhile stand; they are asked again.
            self.0.county.compare_and_swap(&county, told);
        }
    }

    /// Every record this person may read, and the links between them: a page made from it cannot tell what is not theirs.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn records_for(&self, user: &User) -> Result<Arc<Records>, StoreError> {
        let records = self.records().await?;
        Ok(records.as_read(|it| user.asker().may_read(it)))
    }

    /// How the council is set up.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.0.options
    }

    /// Published figures that a measure is read beside.
    pub fn comparators<'a>(&'a self, measure: &'a str) -> impl Iterator<Item = &'a Comparator> {
        self.0.options.settings.comparators(measure)
    }

    /// Today in England, or the day the demonstration takes it to be.
    #[must_use]
    pub fn today(&self) -> Day {
        self.0.options.today.unwrap_or_else(clock::today)
    }

    /// Reads the returns again if the store's have changed. Whoever changed something calls it; pages keep the old state
    /// until the new one is whole.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn reload(&self) -> Result<(), StoreError> {
        let _turn = self.0.reloading.lock().await;
        // Limits that another node's people drew anew hold here too, whichever page is asked for first.
        self.records().await?;
        let (store, before) = (self.store(), self.county());
        if store.generation().await? != before.generation {
            let county = before.reloaded(store).await?;
            tracing::info!(
                generation = county.generation,
                cuts = county.cuts.len(),
                "returns read"
            );
            self.0.county.store(Arc::new(county));
            self.draw_limits_anew().await;
            // Another node may have deleted one of them.
            self.remembered()
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .clear();
        }
        Ok(())
    }

    /// Reads everything that changed, so that no page has to: the returns, the records, how due dates were moved.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn keep_up(&self) -> Result<(), StoreError> {
        self.reload().await?;
        let records = self.records().await?;
        self.slipped().of(self, &records).await?;
        Ok(())
    }

    /// Reads the returns again without making anybody wait.
    pub fn reload_soon(&self) {
        let house = self.clone();
        tokio::spawn(async move {
            if let Err(error) = house.reload().await {
                tracing::error!(because = %error, "the returns could not be read again");
            }
        });
    }

    /// Follows changes made elsewhere (another web node, the command line) for as long as the program runs, and clears
    /// away ended sessions.
    pub async fn follow(self) {
        let mut ticks = tokio::time::interval(ASK_EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut told = false;
        for turn in 0_u64.. {
            ticks.tick().await;
            match self.keep_up().await {
                Ok(()) => told = false,
                // Said once, not every two seconds.
                Err(error) if !told => {
                    told = true;
                    tracing::error!(because = %error, "the store does not answer; pages show the last state");
                }
                Err(_) => {}
            }
            if turn % 1800 == 0 {
                self.tidy().await;
            }
        }
    }

    /// Waits for a turn to hash.
    pub(crate) async fn turn_to_hash(&self) -> SemaphorePermit<'_> {
        self.0.hashing.acquire().await.expect("nobody closes it")
    }

    /// Hashes a password without holding up other pages.
    pub(crate) async fn hash(&self, password: &str) -> PasswordHash {
        let _turn = self.turn_to_hash().await;
        let password = password.to_owned();
        match tokio::task::spawn_blocking(move || password::hash(&password)).await {
            Ok(hash) => hash,
            Err(stopped) => std::panic::resume_unwind(stopped.into_panic()),
        }
    }

    /// A turn to receive an upload, if there is one.
    pub(crate) fn turn_to_receive(&self) -> Option<SemaphorePermit<'_>> {
        self.0.receiving.try_acquire().ok()
    }

    /// How due dates were moved.
    pub(crate) fn slipped(&self) -> &Slipped {
        &self.0.slipped
    }

    /// Uploads as they were read not long ago.
    pub(crate) fn remembered(&self) -> &Remembered {
        &self.0.remembered
    }

    /// Ofsted's files as they were read before.
    pub(crate) fn ofsted(&self) -> &ofsted::Shelf {
        &self.0.ofsted
    }

    /// The templates of papers.
    #[must_use]
    pub fn templates(&self) -> &[Template] {
        &self.options().templates
    }

    /// Papers as they were issued, read before.
    pub(crate) fn papers(&self) -> &papers::Shelf {
        &self.0.papers
    }

    /// Papers that are being issued.
    pub(crate) fn presses(&self) -> &crate::pages::papers::Presses {
        &self.0.presses
    }

    /// Waits for a turn to write a paper's file.
    pub(crate) async fn turn_to_print(&self) -> SemaphorePermit<'_> {
        self.0.printing.acquire().await.expect("nobody closes it")
    }

    /// How fast programs ask.
    pub(crate) fn pace(&self) -> &Pace {
        &self.0.pace
    }

    /// Lets go of an upload's children.
    pub(crate) fn forget(&self, upload: UploadId) {
        let mut known = self
            .0
            .remembered
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        known.retain(|(id, _)| *id != upload);
    }

    async fn tidy(&self) {
        let now = jiff::Timestamp::now();
        let yesterday = now - jiff::SignedDuration::from_hours(24);
        let tidied = async {
            self.store().purge_expired_sessions(now).await?;
            self.store().purge_attempts(yesterday).await
        };
        if let Err(error) = tidied.await {
            tracing::warn!(because = %error, "ended sessions could not be cleared away");
        }
    }
}
