//! What writes papers: the pages know every format but PDF, which comes from a floor they do not reach.

use std::sync::Arc;
use waymark_report::paper::Paper;
use waymark_web::papers::{Press, Printer};

/// Every format.
pub(crate) fn press() -> Press {
    Press(Some(Arc::new(Typst)))
}

/// Prints with Typst.
#[derive(Debug)]
struct Typst;

impl Printer for Typst {
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, String> {
        waymark_pdf::pdf(paper).map_err(|it| it.to_string())
    }

    fn png(&self, svg: &str) -> Option<Vec<u8>> {
        // Twice as fine as on a page: a printed Word file shows it sharp.
        waymark_pdf::png(svg, 2.0).ok()
    }
}
