//! Typst, given a template, a paper as data, and letters; and nothing else: no files, no network, no clock.

use crate::page::page;
use crate::words::Letters;
use crate::{PdfError, fonts};
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use waymark_report::paper::Paper;

/// What is the same for every paper.
struct Shop {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
}

/// The one thread that papers are set on, one after another. Typst would set the parts of one paper in parallel, which is
/// hardly faster and holds a sixth more memory; and pages of the site keep the other processors.
static THREAD: LazyLock<rayon::ThreadPool> = LazyLock::new(|| {
    rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .thread_name(|_| "press".to_owned())
        .stack_size(STACK)
        .build()
        .expect("a thread can be started when the first paper is set")
});

/// Bytes of stack: what a program's first thread has.
const STACK: usize = 8 << 20;

static SHOP: LazyLock<Shop> = LazyLock::new(|| {
    let path = VirtualPath::new("paper.typ").expect("a plain name is a path");
    let id = RootedPath::new(VirtualRoot::Project, path).intern();
    let fonts: Vec<Font> = fonts::faces()
        .into_iter()
        .flat_map(|face| Font::iter(Bytes::new(face)))
        .collect();
    Shop {
        // Cells that head a row are marked so; Typst still calls that an extra.
        library: LazyHash::new(
            Library::builder()
                .with_features([Feature::A11yExtras].into_iter().collect())
                .build(),
        ),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(id, include_str!("paper.typ").to_owned()),
    }
});

/// What Typst may see of the world: one paper.
struct Desk {
    shop: &'static Shop,
    paper: Bytes,
    charts: Vec<Bytes>,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shop.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shop.book
    }

    fn main(&self) -> FileId {
        self.shop.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.shop.template.id() {
            Ok(self.shop.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.vpath().get_without_slash();
        if name == "paper.json" {
            return Ok(self.paper.clone());
        }
        let chart = name
            .strip_prefix("charts/")
            .and_then(|it| it.strip_suffix(".svg"));
        let number = chart.and_then(|it| it.parse::<usize>().ok());
        number
            .and_then(|it| self.charts.get(it))
            .cloned()
            .ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shop.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The paper set and written as PDF/UA-1.
pub(crate) fn pressed(paper: &Paper, allowed: Letters) -> Result<Vec<u8>, PdfError> {
    let (page, charts) = page(paper, allowed);
    let data = serde_json::to_vec(&page).expect("a page is made of texts and numbers");
    let desk = Desk {
        shop: &SHOP,
        paper: Bytes::new(data),
        charts: charts.into_iter().map(Bytes::from_string).collect(),
    };
    THREAD.install(|| {
        let written = written(&desk, paper);
        // What Typst remembers between two papers is worth nothing to the next one and is never given back by itself.
        typst::comemo::evict(0);
        written
    })
}

fn written(desk: &Desk, paper: &Paper) -> Result<Vec<u8>, PdfError> {
    let document = typst::compile::<PagedDocument>(desk)
        .output
        .map_err(|said| refused(&said))?;
    // What it remembers of setting would lie beside what writing needs.
    typst::comemo::evict(0);
    let made = paper.made_on.date();
    let midnight = Datetime::from_ymd_hms(
        i32::from(made.year()),
        made.month().unsigned_abs(),
        made.day().unsigned_abs(),
        0,
        0,
        0,
    );
    let options = PdfOptions {
        // The same paper, made again, is the same document.
        ident: Smart::Custom(format!(
            "{} {} {}",
            paper.council,
            paper.file_name(),
            paper.title
        )),
        creator: Smart::Custom(Some("Waymark".to_owned())),
        timestamp: midnight.map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::Ua_1])
            .expect("one standard agrees with itself"),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|said| refused(&said))
}

/// What Typst said, without what it quoted: that is somebody's text.
fn refused(said: &[SourceDiagnostic]) -> PdfError {
    let mut messages: Vec<String> = (said.iter())
        .map(|it| {
            let parts = it.message.split('`').enumerate();
            parts
                .map(|(at, part)| if at % 2 == 1 { "…" } else { part })
                .collect()
        })
        .collect();
    messages.dedup();
    messages.truncate(5);
    PdfError::Typst(messages.join("; "))
}
