//! What writes papers: the pages know every format but PDF, which comes from a floor they do not reach.

use waymark_web::papers::Press;

/// Every format.
pub(crate) fn press() -> Press {
    Press::default()
}
